//! Adds articles and their findings to a store.

use chrono::NaiveDate;

use super::orders::{Dates, Orders};
use super::rows::{RoleRow, Tally};
use super::{
    ActorRow, Alias, ArticleRow, DateRow, DaySpan, EventRow, MentionRow, Party, QuoteRow, Skipped, Store, Sym,
};
use crate::model::{
    Actor, ActorId, Article, ArticleId, Event, EventId, Findings, LocalActorId, MentionId, MentionKind, Quote, QuoteId,
    Span,
};

/// Builds a store in one go, to be read when complete.
#[derive(Debug, Default)]
pub struct StoreBuilder {
    store: Store,
}

impl StoreBuilder {
    /// A builder for an empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next article, in input order.
    pub fn add(&mut self, article: Article, findings: Findings) -> ArticleId {
        self.store.add(article, findings)
    }

    /// Records an input that could not be read.
    pub fn skip(&mut self, skipped: Skipped) {
        self.store.skipped.push(skipped);
    }

    /// Finishes the store and sorts its lists.
    #[must_use]
    pub fn build(mut self) -> Store {
        self.store.put_in_order();
        self.store
    }
}

impl Store {
    /// Adds articles in input order, and the inputs skipped among them.
    ///
    /// Takes time linear in the additions, plus one pass over all events: prefer one call for many articles to one
    /// call per article.
    pub fn append(&mut self, articles: Vec<(Article, Findings)>, skipped: Vec<Skipped>) {
        self.take_in(articles, skipped);
        self.put_in_order();
    }

    /// Like [`Store::append`], but in time linear in the additions alone: the new events are missing from the order by
    /// date until [`Store::put_in_order`].
    pub(super) fn take_in(&mut self, articles: Vec<(Article, Findings)>, skipped: Vec<Skipped>) {
        for (article, findings) in articles {
            self.add(article, findings);
        }
        self.skipped.extend(skipped);
    }

    /// Merges the latest events into the order by date. One pass over all events: better once after many articles than
    /// after each.
    pub(super) fn put_in_order(&mut self) {
        let dates = self.dates_in_order();
        drop(self.take_order(dates));
    }

    /// All events by date: those already in order, with the rest merged in.
    pub(super) fn dates_in_order(&self) -> Dates {
        Dates::extended(self)
    }

    /// Replaces the orders and returns the old ones: dropping them takes a while, for which readers should not have to
    /// wait.
    pub(super) fn take_order(&mut self, dates: Dates) -> Orders {
        self.revision += 1;
        std::mem::replace(&mut self.orders, Orders::of(dates))
    }

    fn add(&mut self, article: Article, findings: Findings) -> ArticleId {
        let id = ArticleId::from_index(self.articles.len());
        let actors = self.link(&findings.actors);
        let text = article.text.clone();
        let day = findings.document_date.as_ref().map(|d| d.date);
        for (local, &global) in findings.actors.iter().zip(&*actors) {
            self.add_names(global, local, &text, day);
        }
        let mentions = self.add_mentions(id, &findings.actors, &actors);
        let events = self.events.len() as u32;
        for event in findings.events {
            self.add_event(id, event, &actors);
        }
        let quotes = self.quotes.len() as u32;
        for quote in findings.quotes {
            self.add_quote(id, quote, &actors, mentions.start);
        }
        let dates = self.dates.len() as u32;
        for date in findings.dates {
            let value = self.interner.intern(&date.value);
            self.dates.push(DateRow { span: date.span, kind: date.kind, value, why: date.why });
        }
        self.words += u64::from(findings.words);
        self.text_bytes += text.len() as u64;
        self.articles.push(ArticleRow {
            article,
            document_date: findings.document_date,
            title: findings.title,
            words: findings.words,
            warnings: findings.warnings.into(),
            actors,
            events: events..self.events.len() as u32,
            quotes: quotes..self.quotes.len() as u32,
            mentions,
            dates: dates..self.dates.len() as u32,
        });
        self.copies.add(&text);
        for event in events..self.events.len() as u32 {
            self.assign_story(EventId(event));
        }
        id
    }

    /// Adds a row for a new actor.
    pub(super) fn new_actor(&mut self, local: &Actor, of: Option<ActorId>) -> ActorId {
        let id = ActorId::from_index(self.actors.len());
        let name = self.interner.intern(&local.name);
        let family = local.family.as_deref().map(|family| self.interner.intern(family));
        self.actors.push(ActorRow {
            name,
            family,
            kind: local.kind,
            named: local.named,
            of,
            articles: 0,
            names: Tally::default(),
            roles: Vec::new(),
        });
        if local.named {
            self.add_alias(id, &local.name);
        }
        id
    }

    fn add_alias(&mut self, actor: ActorId, name: &str) {
        let name_sym = self.interner.intern(name);
        self.aliases.push(Alias { actor, name: name_sym });
        self.names.add(actor, name);
    }

    /// Counts the names and roles that an article gives an actor.
    fn add_names(&mut self, id: ActorId, local: &Actor, text: &str, day: Option<NaiveDate>) {
        self.actors[id.index()].articles += 1;
        for role in &local.roles {
            let sym = self.interner.intern(role);
            self.add_role(id, sym, day);
        }
        if !local.named {
            return;
        }
        let mut written: Vec<(&str, u32)> = local.names.iter().map(|n| (n.as_str(), 0)).collect();
        for mention in local.mentions.iter().filter(|m| m.kind == MentionKind::Name) {
            let words = mention.span.of(text);
            if let Some((_, n)) = written.iter_mut().find(|(name, _)| *name == words) {
                *n += 1;
            }
        }
        for (name, times) in written {
            let sym = self.interner.intern(name);
            let row = &mut self.actors[id.index()];
            if row.names.add(sym, times) && row.name != sym {
                self.add_alias(id, name);
            }
        }
    }

    fn add_role(&mut self, id: ActorId, name: Sym, day: Option<NaiveDate>) {
        let roles = &mut self.actors[id.index()].roles;
        let day = day.map(DaySpan::day);
        match roles.iter_mut().find(|r| r.name == name) {
            Some(role) => {
                role.articles += 1;
                role.days = match (role.days, day) {
                    (Some(a), Some(b)) => Some(DaySpan { first: a.first.min(b.first), last: a.last.max(b.last) }),
                    (known, new) => known.or(new),
                };
            }
            None => roles.push(RoleRow { name, articles: 1, days: day }),
        }
    }

    fn add_mentions(&mut self, article: ArticleId, locals: &[Actor], actors: &[ActorId]) -> std::ops::Range<u32> {
        let start = self.mentions.len();
        for (local, &actor) in locals.iter().zip(actors) {
            let rows = local.mentions.iter();
            self.mentions.extend(rows.map(|m| MentionRow {
                article,
                actor,
                span: m.span,
                kind: m.kind,
                why: m.why.clone(),
            }));
        }
        self.mentions[start..].sort_by_key(|m| (m.span, m.kind, m.actor));
        for i in start..self.mentions.len() {
            self.of_actor.mentions.push(self.mentions[i].actor.index(), MentionId::from_index(i));
        }
        start as u32..self.mentions.len() as u32
    }

    fn add_event(&mut self, article: ArticleId, event: Event, actors: &[ActorId]) {
        let id = EventId::from_index(self.events.len());
        let parties = self.parties.len();
        self.add_parties(&event.source, &event.source_spans, actors);
        let sources = self.parties.len() - parties;
        self.add_parties(&event.target, &event.target_spans, actors);
        let targets = self.parties.len() - parties - sources;
        for (i, party) in self.parties[parties..].iter().enumerate() {
            let list = if i < sources { &mut self.of_actor.acts } else { &mut self.of_actor.receives };
            list.push(party.actor.index(), id);
        }
        let according_to = global(actors, event.according_to);
        if let Some(claimant) = according_to {
            self.of_actor.claims.push(claimant.index(), id);
        }
        self.of_kind[event.kind as usize].push(id);
        let row = EventRow {
            article,
            sentence: event.sentence,
            trigger: event.trigger,
            kind: event.kind,
            mode: event.mode,
            status: event.status,
            according_to,
            days: event.date.as_deref().and_then(DaySpan::of_value),
            date: event.date.map(|value| self.interner.intern(&value)),
            date_span: event.date_span,
            confidence: event.confidence,
            trail: event.trail.into_boxed_slice(),
            doing: event.source_spans.first().copied().filter(|_| event.source.is_empty()),
            theme: event.target_spans.first().copied().filter(|_| event.target.is_empty()),
            parties: parties as u32,
            sources: sources as u16,
            targets: targets as u16,
        };
        self.calendar.add(row.days, row.kind);
        self.events.push(row);
    }

    fn add_parties(&mut self, locals: &[LocalActorId], spans: &[Span], actors: &[ActorId]) {
        // A sentence that names more actors than this is a list, and the end of a list proves nothing.
        const MOST: usize = 256;
        for (i, &local) in locals.iter().enumerate().take(MOST) {
            if let Some(actor) = global(actors, Some(local)) {
                self.parties.push(Party { actor, span: spans.get(i).copied().unwrap_or_default() });
            }
        }
    }

    fn add_quote(&mut self, article: ArticleId, quote: Quote, actors: &[ActorId], mentions: u32) {
        let id = QuoteId::from_index(self.quotes.len());
        let speaker = global(actors, quote.speaker);
        if let Some(speaker) = speaker {
            self.of_actor.said.push(speaker.index(), id);
        }
        // Mentions are sorted by start; those inside the quote show whom it is about.
        let of_article = &self.mentions[mentions as usize..];
        let first = of_article.partition_point(|m| m.span.start < quote.span.start);
        for mention in of_article[first..].iter().take_while(|m| m.span.start < quote.span.end) {
            if Some(mention.actor) != speaker {
                self.of_actor.about.push(mention.actor.index(), id);
            }
        }
        self.quotes.push(QuoteRow {
            article,
            span: quote.span,
            kind: quote.kind,
            speaker,
            speaker_span: quote.speaker_span,
            cue: quote.cue,
            addressee: global(actors, quote.addressee),
            reporter: global(actors, quote.reporter),
            why: quote.why,
            who: quote.who,
        });
    }
}

/// The store's id of a local actor; `None` for a local id out of range.
fn global(actors: &[ActorId], local: Option<LocalActorId>) -> Option<ActorId> {
    actors.get(local?.index()).copied()
}
