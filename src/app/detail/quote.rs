//! A quote: the words, who said them, how that is known.

use super::lines::{Builder, Detail, Link};
use crate::app::item::Item;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::model::{ActorId, QuoteId, QuoteKind};
use crate::store::Store;

/// Actors and events shown of a long quote.
const MOST_ACTORS: usize = 12;
const MOST_EVENTS: usize = 12;

pub(super) fn lines(store: &Store, id: QuoteId, width: usize) -> Detail {
    let quote = store.quote(id);
    let (title, role) = labels::speaker(store, id);
    let kind = match quote.kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Indirect => "reported speech",
    };
    let mut b = Builder::new(width, &title, role, kind);
    let words = store.words_at(quote.article, quote.span);
    b.text(words, Role::Quote, &[], Some(Link::Words(quote.article, quote.span)));
    b.gap();
    if let Some(speaker) = quote.speaker {
        actor(&mut b, store, "speaker", speaker);
        let named_by = quote.speaker_span.map_or("", |s| store.words_at(quote.article, s));
        if !named_by.is_empty() && named_by != store.name(speaker) {
            b.say(&format!(" “{named_by}”"), Role::Dim);
        }
    } else if let Some(words) = quote.speaker_span.filter(|s| !s.is_empty()) {
        let link = Link::Words(quote.article, words);
        b.field("speaker").add(&title, Role::Link, Some(link)).say(" not resolved to anybody", Role::Dim);
    }
    for (label, who) in [("to", quote.addressee), ("reported", quote.reporter)] {
        if let Some(who) = who {
            actor(&mut b, store, label, who);
        }
    }
    if let Some(cue) = quote.cue {
        b.field("cue").say(store.words_at(quote.article, cue), Role::Base);
    }
    b.field("in").add(
        &labels::article_name(store, quote.article),
        Role::Link,
        Some(Link::Item(Item::Article(quote.article))),
    );
    if let Some(date) = &store.article(quote.article).document_date {
        b.say(&format!(" ({})", date.date), Role::Date);
    }
    mentioned(&mut b, store, id);
    if !quote.why.rule.is_none() {
        b.field("because").say(quote.why.rule.id, Role::Dim);
        let words = quote.why.words.filter(|&w| Some(w) != quote.cue && !w.is_empty());
        if let Some(words) = words {
            b.say(&format!(" by “{}”", store.words_at(quote.article, words)), Role::Dim);
        }
    }
    let events: Vec<_> = store
        .events_in(quote.article)
        .filter(|&e| store.event(e).trigger.overlaps(quote.span))
        .take(MOST_EVENTS)
        .collect();
    if !events.is_empty() {
        b.heading("Told in these words");
        for event in events {
            super::event::row(&mut b, store, event);
        }
    }
    b.finish()
}

fn actor(b: &mut Builder, store: &Store, label: &str, id: ActorId) {
    b.field(label).add(store.name(id), store.actor(id).kind.into(), Some(Link::Item(Item::Actor(id))));
}

/// Whom the words are about.
fn mentioned(b: &mut Builder, store: &Store, id: QuoteId) {
    let quote = store.quote(id);
    let mut about: Vec<ActorId> = Vec::new();
    let mentions = store.mentions_in(quote.article).map(|m| store.mention(m));
    for mention in mentions.filter(|m| quote.span.contains(m.span)) {
        if Some(mention.actor) != quote.speaker && !about.contains(&mention.actor) && about.len() < MOST_ACTORS {
            about.push(mention.actor);
        }
    }
    if about.is_empty() {
        return;
    }
    b.field("about");
    for (i, actor) in about.into_iter().enumerate() {
        if i > 0 {
            b.dot();
        }
        b.add(store.name(actor), store.actor(actor).kind.into(), Some(Link::Item(Item::Actor(actor))));
    }
}
