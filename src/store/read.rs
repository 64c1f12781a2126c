//! Reading a store.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{ActorRow, Alias, ArticleRow, DateRow, DaySpan, EventRef, MentionRow, QuoteRow, Skipped, Store, Sym};
use crate::model::{ActorId, ArticleId, EventId, EventType, MentionId, MentionKind, QuoteId, Span, Why};

/// The part an actor plays in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActorEvents {
    /// As its source.
    Acts,
    /// As its target.
    Receives,
    /// As the source of the claim.
    Claims,
}

/// An actor with whom another shares events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Companion {
    /// The other actor.
    pub actor: ActorId,
    /// Number of shared events.
    pub events: u32,
    /// Of these, events of conflict.
    pub conflicts: u32,
}

impl Store {
    /// The string behind a symbol.
    #[must_use]
    pub fn str(&self, sym: Sym) -> &str {
        self.interner.str(sym)
    }

    /// Changes whenever something is added.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Number of words in all articles.
    #[must_use]
    pub fn words(&self) -> u64 {
        self.words
    }

    /// Size of all texts in bytes.
    #[must_use]
    pub fn text_bytes(&self) -> u64 {
        self.text_bytes
    }

    /// Inputs that could not be read, in input order.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// Number of articles.
    #[must_use]
    pub fn article_count(&self) -> usize {
        self.articles.len()
    }

    /// Number of events.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.events.len()
    }

    /// Number of quotes.
    #[must_use]
    pub fn quote_count(&self) -> usize {
        self.quotes.len()
    }

    /// Number of actors, unnamed ones included.
    #[must_use]
    pub fn actor_count(&self) -> usize {
        self.actors.len()
    }

    /// Number of mentions.
    #[must_use]
    pub fn mention_count(&self) -> usize {
        self.mentions.len()
    }

    /// All articles' ids, in input order.
    pub fn article_ids(&self) -> impl DoubleEndedIterator<Item = ArticleId> + ExactSizeIterator + use<> {
        ids(0..self.articles.len() as u32, ArticleId)
    }

    /// All events' ids, in input order.
    pub fn event_ids(&self) -> impl DoubleEndedIterator<Item = EventId> + ExactSizeIterator + use<> {
        ids(0..self.events.len() as u32, EventId)
    }

    /// All quotes' ids, in input order.
    pub fn quote_ids(&self) -> impl DoubleEndedIterator<Item = QuoteId> + ExactSizeIterator + use<> {
        ids(0..self.quotes.len() as u32, QuoteId)
    }

    /// All actors' ids, in order of first appearance.
    pub fn actor_ids(&self) -> impl DoubleEndedIterator<Item = ActorId> + ExactSizeIterator + use<> {
        ids(0..self.actors.len() as u32, ActorId)
    }

    /// An article.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> &ArticleRow {
        &self.articles[id.index()]
    }

    /// An event.
    #[must_use]
    pub fn event(&self, id: EventId) -> EventRef<'_> {
        EventRef { store: self, row: &self.events[id.index()], id }
    }

    /// A quote.
    #[must_use]
    pub fn quote(&self, id: QuoteId) -> &QuoteRow {
        &self.quotes[id.index()]
    }

    /// A mention.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> &MentionRow {
        &self.mentions[id.index()]
    }

    /// An actor.
    #[must_use]
    pub fn actor(&self, id: ActorId) -> &ActorRow {
        &self.actors[id.index()]
    }

    /// An actor's main name, used for display.
    #[must_use]
    pub fn name(&self, id: ActorId) -> &str {
        self.str(self.actor(id).name)
    }

    /// A person's family name; the main name of all other actors.
    #[must_use]
    pub fn family_name(&self, id: ActorId) -> &str {
        let row = self.actor(id);
        self.str(row.family.unwrap_or(row.name))
    }

    /// The article that first says whom an actor acts for, and why that was concluded; `None` where it acts for nobody
    /// known.
    #[must_use]
    pub fn of_why(&self, id: ActorId) -> Option<(ArticleId, &Why)> {
        self.of_why.get(&id).map(|(article, why)| (*article, why))
    }

    /// An actor's names with how often each was written, in order of first appearance.
    pub fn names_of(&self, id: ActorId) -> impl ExactSizeIterator<Item = (&str, u32)> {
        self.actor(id).names.iter().map(|(sym, n)| (self.str(sym), n))
    }

    /// An actor's offices with the number of articles that give each, in order of first appearance.
    pub fn roles_of(&self, id: ActorId) -> impl ExactSizeIterator<Item = (&str, u32)> {
        self.actor(id).roles.iter().map(|r| (self.str(r.name), r.articles))
    }

    /// An actor's offices, in order of first appearance, with the number of articles that give each and the days of the
    /// first and last of these, as far as they are dated.
    pub fn roles_over_time(&self, id: ActorId) -> impl ExactSizeIterator<Item = (&str, u32, Option<DaySpan>)> {
        self.actor(id).roles.iter().map(|r| (self.str(r.name), r.articles, r.days))
    }

    /// Every name of every actor, including the main one. The list only grows at its end, so a finder that has indexed
    /// the first n names can continue from there.
    #[must_use]
    pub fn aliases(&self) -> &[Alias] {
        &self.aliases
    }

    /// Actors with a name that contains the words of a phrase, ignoring case and accents; the last word may be a prefix.
    /// Sorted by id.
    #[must_use]
    pub fn actors_named(&self, phrase: &str) -> Vec<ActorId> {
        self.names.actors_with(phrase)
    }

    /// An article's title, from its metadata or else from its text.
    #[must_use]
    pub fn title(&self, id: ArticleId) -> Option<&str> {
        let row = self.article(id);
        row.article.title.as_deref().or_else(|| row.title.map(|s| s.of(&row.article.text)))
    }

    /// The words of an article at a span.
    #[must_use]
    pub fn words_at(&self, article: ArticleId, span: Span) -> &str {
        span.of(&self.article(article).article.text)
    }

    /// An article's events, in text order.
    pub fn events_in(&self, id: ArticleId) -> impl DoubleEndedIterator<Item = EventId> + ExactSizeIterator + use<> {
        ids(self.article(id).events.clone(), EventId)
    }

    /// An article's quotes, in text order.
    pub fn quotes_in(&self, id: ArticleId) -> impl DoubleEndedIterator<Item = QuoteId> + ExactSizeIterator + use<> {
        ids(self.article(id).quotes.clone(), QuoteId)
    }

    /// An article's mentions, in text order.
    pub fn mentions_in(&self, id: ArticleId) -> impl DoubleEndedIterator<Item = MentionId> + ExactSizeIterator + use<> {
        ids(self.article(id).mentions.clone(), MentionId)
    }

    /// An article's date expressions, in text order.
    #[must_use]
    pub fn dates_in(&self, id: ArticleId) -> &[DateRow] {
        let run = &self.article(id).dates;
        &self.dates[run.start as usize..run.end as usize]
    }

    /// The events in which an actor plays this part, in input order.
    #[must_use]
    pub fn events_of(&self, id: ActorId, part: ActorEvents) -> &[EventId] {
        match part {
            ActorEvents::Acts => self.of_actor.acts.get(id.index()),
            ActorEvents::Receives => self.of_actor.receives.get(id.index()),
            ActorEvents::Claims => self.of_actor.claims.get(id.index()),
        }
    }

    /// The events of which an actor is a source or target, each once, in input order.
    #[must_use]
    pub fn all_events_of(&self, id: ActorId) -> Vec<EventId> {
        let (acts, receives) = (self.events_of(id, ActorEvents::Acts), self.events_of(id, ActorEvents::Receives));
        let mut all = [acts, receives].concat();
        // Both lists are sorted, so this sort merely merges them.
        all.sort();
        all.dedup();
        all
    }

    /// The number of events of which an actor is a source plus those of which it is a target.
    #[must_use]
    pub fn activity(&self, id: ActorId) -> usize {
        self.events_of(id, ActorEvents::Acts).len() + self.events_of(id, ActorEvents::Receives).len()
    }

    /// An actor's quotes, in input order.
    #[must_use]
    pub fn quotes_by(&self, id: ActorId) -> &[QuoteId] {
        self.of_actor.said.get(id.index())
    }

    /// Quotes by others that mention an actor, in input order.
    #[must_use]
    pub fn quotes_about(&self, id: ActorId) -> &[QuoteId] {
        self.of_actor.about.get(id.index())
    }

    /// An actor's mentions, in input order.
    #[must_use]
    pub fn mentions_of(&self, id: ActorId) -> &[MentionId] {
        self.of_actor.mentions.get(id.index())
    }

    /// An actor's mentions in one article, in text order.
    #[must_use]
    pub fn mentions_of_in(&self, id: ActorId, article: ArticleId) -> &[MentionId] {
        let all = self.mentions_of(id);
        let run = &self.article(article).mentions;
        let start = all.partition_point(|m| m.0 < run.start);
        let end = all.partition_point(|m| m.0 < run.end);
        &all[start..end]
    }

    /// The articles that mention an actor, in input order.
    #[must_use]
    pub fn articles_of(&self, id: ActorId) -> Vec<ArticleId> {
        let mut articles: Vec<_> = self.mentions_of(id).iter().map(|&m| self.mention(m).article).collect();
        articles.dedup();
        articles
    }

    /// All events of a type, in input order.
    #[must_use]
    pub fn events_of_kind(&self, kind: EventType) -> &[EventId] {
        &self.of_kind[kind as usize]
    }

    /// The actors with whom an actor shares events, most first. Computed on demand, which takes about a millisecond for
    /// an actor with 50,000 events.
    #[must_use]
    pub fn companions(&self, id: ActorId) -> Vec<Companion> {
        self.companions_in(id, &self.all_events_of(id))
    }

    /// Like [`Store::companions`], but counting only these events of the actor.
    #[must_use]
    pub fn companions_in(&self, id: ActorId, events: &[EventId]) -> Vec<Companion> {
        let mut counts: FxHashMap<ActorId, (u32, u32)> = FxHashMap::default();
        for &event in events {
            let event = self.event(event);
            let conflict = event.kind.goldstein() < 0.0;
            for (i, party) in event.parties().iter().enumerate() {
                if party.actor != id && event.parties()[..i].iter().all(|p| p.actor != party.actor) {
                    let count = counts.entry(party.actor).or_default();
                    count.0 += 1;
                    count.1 += u32::from(conflict);
                }
            }
        }
        let mut all: Vec<_> =
            counts.into_iter().map(|(actor, (events, conflicts))| Companion { actor, events, conflicts }).collect();
        all.sort_unstable_by_key(|c| (std::cmp::Reverse(c.events), c.actor));
        all
    }

    /// The mention of an actor that overlaps a span of an article.
    #[must_use]
    pub fn mention_of_within(&self, actor: ActorId, article: ArticleId, span: Span) -> Option<MentionId> {
        self.mentions_of_in(actor, article).iter().copied().find(|&m| self.mention(m).span.overlaps(span))
    }

    /// The innermost mention that contains a byte of an article.
    #[must_use]
    pub fn mention_at(&self, article: ArticleId, byte: usize) -> Option<MentionId> {
        self.mentions_in(article)
            .filter(|&m| self.mention(m).span.contains_byte(byte))
            .min_by_key(|&m| (self.mention(m).span.len(), self.mention(m).kind != MentionKind::Name, m))
    }
}

/// Iterates over a range of ids.
fn ids<T>(run: Range<u32>, id: fn(u32) -> T) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator {
    run.map(id)
}
