//! Evaluates queries: which events, quotes, actors and articles match.

use super::{DateRange, Kind, Query, Test};
use crate::model::{ActorId, ActorKind, ArticleId, EventId, EventType, Mode, QuoteId, QuoteKind, Status, StoryId};
use crate::store::{ActorEvents, DaySpan, Party, Store, WordPattern, fold};

/// A bit set of ids.
#[derive(Debug)]
pub(super) struct Members {
    bits: Vec<u64>,
    /// The ids, sorted.
    pub(super) list: Vec<u32>,
}

impl Members {
    pub(super) fn new(mut list: Vec<u32>) -> Self {
        list.sort_unstable();
        list.dedup();
        let mut bits = vec![0; list.last().map_or(0, |&last| last as usize / 64 + 1)];
        for &id in &list {
            bits[id as usize / 64] |= 1 << (id % 64);
        }
        Self { bits, list }
    }

    pub(super) fn has(&self, id: u32) -> bool {
        self.bits.get(id as usize / 64).is_some_and(|word| word >> (id % 64) & 1 == 1)
    }

    fn any(&self, parties: &[Party]) -> bool {
        parties.iter().any(|p| self.has(p.actor.0))
    }

    fn maybe(&self, actor: Option<ActorId>) -> bool {
        actor.is_some_and(|a| self.has(a.0))
    }
}

/// A condition with its names resolved.
#[derive(Debug)]
pub(super) struct Condition<'q> {
    pub(super) negated: bool,
    pub(super) ask: Ask<'q>,
}

/// The cost of testing a condition, cheapest first.
#[derive(Debug)]
pub(super) enum Ask<'q> {
    Type(&'q [EventType]),
    Status(&'q [Status]),
    Mode(&'q [Mode]),
    Confidence(f32, f32),
    Date(&'q [DateRange]),
    Doc(Members),
    From(Members),
    To(Members),
    Actor(Members),
    By(Members),
    ActorKind(Vec<ActorKind>, Vec<bool>),
    QuoteKind(Vec<QuoteKind>),
    About(Members),
    Quote(&'q [WordPattern]),
    Words(&'q WordPattern, Members),
}

/// The kind of thing that a query lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Listing {
    Events,
    Quotes,
    Actors,
    Articles,
}

/// Conditions grouped by what they test: the listed thing itself, or its events or quotes, one of which must meet all.
#[derive(Debug, Default)]
struct Plan<'q> {
    own: Vec<Condition<'q>>,
    events: Vec<Condition<'q>>,
    quotes: Vec<Condition<'q>>,
}

impl Store {
    /// The events that match a query, in input order.
    #[must_use]
    pub fn find_events(&self, query: &Query) -> Vec<EventId> {
        let plan = self.plan(query, Listing::Events);
        let mut events = self.event_candidates(&plan.own);
        events.retain(|&e| {
            let sentence = || self.quotes_of_event(e);
            plan.holds(self, |ask| self.event_meets(e, ask), std::iter::empty, sentence)
        });
        events
    }

    /// The stories with a report that matches a query, in order of their first reports.
    #[must_use]
    pub fn find_stories(&self, query: &Query) -> Vec<StoryId> {
        if query.is_empty() { self.story_ids().collect() } else { self.stories_of(&self.find_events(query)) }
    }

    /// The quotes that match a query, in input order.
    #[must_use]
    pub fn find_quotes(&self, query: &Query) -> Vec<QuoteId> {
        let mut plan = self.plan(query, Listing::Quotes);
        let candidates = self.quote_candidates(&plan.own, &mut plan.events);
        let holds = |&q: &QuoteId| {
            plan.holds(self, |ask| self.quote_meets(q, ask), || self.events_of_quote(q), std::iter::empty)
        };
        kept(candidates, self.quote_ids(), holds)
    }

    /// The actors that match a query, in order of first appearance.
    #[must_use]
    pub fn find_actors(&self, query: &Query) -> Vec<ActorId> {
        let mut plan = self.plan(query, Listing::Actors);
        let candidates = self.actor_candidates(&plan.own, &mut plan.events);
        let by_others = plan.quotes.iter().any(|c| matches!(c.ask, Ask::By(_)));
        let holds = |&a: &ActorId| {
            let quotes = || if by_others { self.quotes_about(a) } else { self.quotes_by(a) }.iter().copied();
            let events = || {
                let parts = [ActorEvents::Acts, ActorEvents::Receives];
                parts.into_iter().flat_map(move |part| self.events_of(a, part).iter().copied())
            };
            plan.holds(self, |ask| self.actor_meets(a, ask), events, quotes)
        };
        kept(candidates, self.actor_ids(), holds)
    }

    /// The articles that match a query, in input order.
    #[must_use]
    pub fn find_articles(&self, query: &Query) -> Vec<ArticleId> {
        let mut plan = self.plan(query, Listing::Articles);
        let candidates = self.article_candidates(&plan.own, &mut plan.events);
        let holds = |&a: &ArticleId| {
            plan.holds(self, |ask| self.article_meets(a, ask), || self.events_in(a), || self.quotes_in(a))
        };
        kept(candidates, self.article_ids(), holds)
    }

    fn plan<'q>(&self, query: &'q Query, listing: Listing) -> Plan<'q> {
        let mut plan = Plan::default();
        for term in &query.terms {
            for ask in self.ask(&term.test) {
                let place = place(&ask, listing);
                let conditions = match place {
                    Place::Own => &mut plan.own,
                    Place::Events => &mut plan.events,
                    Place::Quotes => &mut plan.quotes,
                };
                conditions.push(Condition { negated: term.negated, ask });
            }
        }
        for conditions in [&mut plan.own, &mut plan.events, &mut plan.quotes] {
            conditions.sort_by_key(|c| c.ask.cost());
        }
        plan
    }

    /// A condition with its names resolved. Kinds of actors and kinds of quotes are separate conditions.
    fn ask<'q>(&self, test: &'q Test) -> Vec<Ask<'q>> {
        let members = |names: &[super::ActorName]| {
            let found = names.iter().flat_map(|n| {
                if n.whole { self.names.actors_called(&n.phrase) } else { self.names.actors_with(&n.phrase) }
            });
            Members::new(found.map(|a| a.0).collect())
        };
        vec![match test {
            Test::Actor(names) => Ask::Actor(members(names)),
            Test::From(names) => Ask::From(members(names)),
            Test::To(names) => Ask::To(members(names)),
            Test::By(names) => Ask::By(members(names)),
            Test::About(names) => Ask::About(members(names)),
            Test::Type(types) => Ask::Type(types),
            Test::Mode(modes) => Ask::Mode(modes),
            Test::Status(statuses) => Ask::Status(statuses),
            Test::Date(ranges) => Ask::Date(ranges),
            Test::Confidence(from, to) => Ask::Confidence(*from, *to),
            Test::Doc(parts) => Ask::Doc(self.articles_named(parts)),
            Test::Quote(patterns) => Ask::Quote(patterns),
            Test::Words(pattern) => {
                let named = self.names.actors_with(&pattern.words());
                Ask::Words(pattern, Members::new(named.into_iter().map(|a| a.0).collect()))
            }
            Test::Kind(kinds) => {
                let (mut actors, mut named, mut quotes) = (Vec::new(), Vec::new(), Vec::new());
                for kind in kinds {
                    match *kind {
                        Kind::Actor(k) => actors.push(k),
                        Kind::Named(n) => named.push(n),
                        Kind::Quote(k) => quotes.push(k),
                    }
                }
                let mut asks = Vec::new();
                if !actors.is_empty() || !named.is_empty() {
                    asks.push(Ask::ActorKind(actors, named));
                }
                if !quotes.is_empty() {
                    asks.push(Ask::QuoteKind(quotes));
                }
                return asks;
            }
        }]
    }

    fn articles_named(&self, parts: &[String]) -> Members {
        let holds = |&a: &ArticleId| {
            let article = &self.article(a).article;
            let names = [Some(article.doc.as_str()), Some(&article.id), article.source.as_deref(), self.title(a)];
            names.into_iter().flatten().map(fold).any(|name| parts.iter().any(|part| name.contains(part)))
        };
        Members::new(self.article_ids().filter(holds).map(|a| a.0).collect())
    }

    pub(super) fn event_meets(&self, id: EventId, ask: &Ask<'_>) -> bool {
        let event = self.event(id);
        match ask {
            Ask::Type(types) => types.contains(&event.kind),
            Ask::Status(statuses) => statuses.contains(&event.status),
            Ask::Mode(modes) => event.mode.is_some_and(|m| modes.contains(&m)),
            Ask::Confidence(from, to) => (*from..=*to).contains(&event.confidence),
            Ask::Date(ranges) => ranges.iter().any(|r| r.holds(event.days)),
            Ask::Doc(articles) => articles.has(event.article.0),
            Ask::From(actors) => actors.any(event.sources()),
            Ask::To(actors) => actors.any(event.targets()),
            Ask::Actor(actors) => actors.any(event.parties()),
            Ask::By(actors) => actors.maybe(event.according_to),
            Ask::ActorKind(kinds, named) => event.parties().iter().any(|p| self.is_kind(p.actor, kinds, named)),
            Ask::Words(pattern, actors) => actors.any(event.parties()) || pattern.is_in(event.sentence_words()),
            Ask::QuoteKind(_) | Ask::About(_) | Ask::Quote(_) => false,
        }
    }

    fn quote_meets(&self, id: QuoteId, ask: &Ask<'_>) -> bool {
        let quote = self.quote(id);
        let words = || self.words_at(quote.article, quote.span);
        match ask {
            Ask::Date(ranges) => ranges.iter().any(|r| r.holds(self.day_of(quote.article))),
            Ask::Doc(articles) => articles.has(quote.article.0),
            Ask::From(actors) | Ask::By(actors) => actors.maybe(quote.speaker),
            Ask::To(actors) => actors.maybe(quote.addressee),
            Ask::About(actors) => self.is_about(id, actors),
            Ask::Actor(actors) => {
                actors.maybe(quote.speaker) || actors.maybe(quote.addressee) || self.is_about(id, actors)
            }
            Ask::ActorKind(kinds, named) => quote.speaker.is_some_and(|a| self.is_kind(a, kinds, named)),
            Ask::QuoteKind(kinds) => kinds.contains(&quote.kind),
            Ask::Quote(patterns) => patterns.iter().any(|p| p.is_in(words())),
            Ask::Words(pattern, actors) => actors.maybe(quote.speaker) || pattern.is_in(words()),
            Ask::Type(_) | Ask::Status(_) | Ask::Mode(_) | Ask::Confidence(..) => false,
        }
    }

    fn actor_meets(&self, id: ActorId, ask: &Ask<'_>) -> bool {
        match ask {
            Ask::Actor(actors) => actors.has(id.0),
            Ask::ActorKind(kinds, named) => self.is_kind(id, kinds, named),
            Ask::Doc(articles) => self.mentions_of(id).iter().any(|&m| articles.has(self.mention(m).article.0)),
            Ask::Words(pattern, actors) => {
                actors.has(id.0)
                    || pattern.is_in(self.name(id))
                    || self.roles_of(id).any(|(role, _)| pattern.is_in(role))
            }
            _ => false,
        }
    }

    fn article_meets(&self, id: ArticleId, ask: &Ask<'_>) -> bool {
        let row = self.article(id);
        match ask {
            Ask::Date(ranges) => ranges.iter().any(|r| r.holds(self.day_of(id))),
            Ask::Doc(articles) => articles.has(id.0),
            Ask::Actor(actors) => row.actors.iter().any(|a| actors.has(a.0)),
            Ask::ActorKind(kinds, named) => row.actors.iter().any(|&a| self.is_kind(a, kinds, named)),
            Ask::Words(pattern, _) => {
                pattern.is_in(&row.article.text)
                    || self.title(id).is_some_and(|t| pattern.is_in(t))
                    || pattern.is_in(&row.article.doc)
            }
            _ => false,
        }
    }

    fn is_kind(&self, id: ActorId, kinds: &[ActorKind], named: &[bool]) -> bool {
        let actor = self.actor(id);
        (kinds.is_empty() || kinds.contains(&actor.kind)) && (named.is_empty() || named.contains(&actor.named))
    }

    /// True if the quote mentions one of these actors other than its speaker.
    fn is_about(&self, id: QuoteId, actors: &Members) -> bool {
        /// With more actors than this, searching their posting lists takes longer than searching the quote.
        const FEW: usize = 16;
        if actors.list.len() <= FEW {
            return actors.list.iter().any(|&a| self.quotes_about(ActorId(a)).binary_search(&id).is_ok());
        }
        let quote = self.quote(id);
        let mentions = self.mentions_in(quote.article).map(|m| self.mention(m));
        let mut within = mentions.filter(|m| quote.span.contains_byte(m.span.start as usize));
        within.any(|m| Some(m.actor) != quote.speaker && actors.has(m.actor.0))
    }

    /// The date of an article as a range of days.
    fn day_of(&self, id: ArticleId) -> Option<DaySpan> {
        self.article(id).document_date.as_ref().map(|d| DaySpan::day(d.date))
    }

    /// Quotes that overlap the event's sentence.
    pub(super) fn quotes_of_event(&self, id: EventId) -> impl Iterator<Item = QuoteId> + '_ {
        let event = self.event(id);
        let (article, sentence) = (event.article, event.sentence);
        self.quotes_in(article).filter(move |&q| self.quote(q).span.overlaps(sentence))
    }

    /// Events whose sentence overlaps the quote.
    fn events_of_quote(&self, id: QuoteId) -> impl Iterator<Item = EventId> + '_ {
        let quote = self.quote(id);
        self.events_in(quote.article).filter(move |&e| self.event(e).sentence.overlaps(quote.span))
    }
}

impl Plan<'_> {
    /// True if the listed thing meets its own conditions, one of its events meets all conditions on events, and one of
    /// its quotes all conditions on quotes; a negated condition is met if none of them meets it.
    fn holds<E: Iterator<Item = EventId>, Q: Iterator<Item = QuoteId>>(
        &self,
        store: &Store,
        own: impl Fn(&Ask<'_>) -> bool,
        events: impl Fn() -> E,
        quotes: impl Fn() -> Q,
    ) -> bool {
        self.own.iter().all(|c| own(&c.ask) != c.negated)
            && one_meets(&self.events, events, |e, ask| store.event_meets(e, ask))
            && one_meets(&self.quotes, quotes, |q, ask| store.quote_meets(q, ask))
    }
}

/// Filters the candidates, or all ids if there is no list of candidates.
fn kept<T>(candidates: Option<Vec<T>>, all: impl Iterator<Item = T>, holds: impl Fn(&T) -> bool) -> Vec<T> {
    match candidates {
        Some(candidates) => candidates.into_iter().filter(holds).collect(),
        None => all.filter(holds).collect(),
    }
}

fn one_meets<T: Copy, I: Iterator<Item = T>>(
    conditions: &[Condition<'_>],
    items: impl Fn() -> I,
    meets: impl Fn(T, &Ask<'_>) -> bool,
) -> bool {
    let asked = |negated: bool| conditions.iter().filter(move |c| c.negated == negated);
    (asked(false).next().is_none() || items().any(|item| asked(false).all(|c| meets(item, &c.ask))))
        && asked(true).all(|c| !items().any(|item| meets(item, &c.ask)))
}

enum Place {
    Own,
    Events,
    Quotes,
}

/// What a condition tests when `listing` is listed.
fn place(ask: &Ask<'_>, listing: Listing) -> Place {
    use Listing::{Actors, Articles, Events, Quotes};
    match (ask, listing) {
        (Ask::Quote(_) | Ask::About(_) | Ask::QuoteKind(_), Quotes) | (Ask::By(_), Quotes | Events) => Place::Own,
        (Ask::Quote(_) | Ask::About(_) | Ask::QuoteKind(_) | Ask::By(_), _) => Place::Quotes,
        (_, Events) => Place::Own,
        (Ask::Type(_) | Ask::Status(_) | Ask::Mode(_) | Ask::Confidence(..), _) => Place::Events,
        (Ask::From(_) | Ask::To(_), Actors | Articles) | (Ask::Date(_), Actors) => Place::Events,
        _ => Place::Own,
    }
}

impl Ask<'_> {
    fn cost(&self) -> u8 {
        match self {
            Self::Type(_) | Self::Status(_) | Self::Mode(_) | Self::Confidence(..) => 0,
            Self::Date(_) | Self::Doc(_) => 1,
            Self::From(_) | Self::To(_) | Self::Actor(_) | Self::By(_) | Self::ActorKind(..) | Self::QuoteKind(_) => 2,
            Self::About(_) => 3,
            Self::Quote(_) | Self::Words(..) => 4,
        }
    }
}
