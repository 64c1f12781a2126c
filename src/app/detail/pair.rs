//! Two actors: who does what to whom, how much of it is conflict, what they said of one another.

use super::counts;
use super::lines::{Builder, Detail, Link};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::app::style_role::Role;
use crate::app::view::View;
use crate::app::{labels, sparkline};
use crate::model::{ActorId, EventId};
use crate::store::Store;

/// Quotes shown before the rest is a link.
const QUOTES: usize = 6;

pub(super) fn events(store: &Store, (a, b): (ActorId, ActorId), filter: &Filter) -> Vec<EventId> {
    let mut events = filter.sure(store, store.shared_events(a, b));
    if filter.is_on() {
        let mut found = filter.events(store).into_owned();
        found.sort_unstable();
        events.retain(|e| found.binary_search(e).is_ok());
    }
    counts::by_date(store, events)
}

pub(super) fn lines(store: &Store, pair: (ActorId, ActorId), width: usize, filter: &Filter) -> Detail {
    let (one, other) = pair;
    let all = events(store, pair, filter);
    let title = format!("{} & {}", store.name(one), store.name(other));
    let mut b = Builder::new(width, &title, Role::Title, &labels::count(all.len(), "event"));
    b.field("between");
    for (i, actor) in [one, other].into_iter().enumerate() {
        if i > 0 {
            b.say(" and ", Role::Dim);
        }
        b.add(store.name(actor), store.actor(actor).kind.into(), Some(Link::Item(Item::Actor(actor))));
    }
    let both = format!("{} {}", counts::named(store, "actor", one), counts::named(store, "actor", other));
    let query = filter.and(&both);
    if all.is_empty() {
        b.text("They share no event.", Role::Dim, &[], None);
    } else {
        ways(&mut b, store, pair, &all, filter);
        counts::sorts(&mut b, counts::weigh(store, &all));
        counts::types(&mut b, store, &all, &query);
        counts::statuses(&mut b, store, &all, &query);
        if let Some(curve) = sparkline::months(store, &all) {
            b.field("when").say(&curve, Role::Bar);
        }
    }
    quotes(&mut b, store, pair);
    counts::list(&mut b, store, &all, &query);
    b.row([("their time line, curve and words".into(), Role::Link)], Link::Pair(one, other));
    b.finish()
}

/// How many events go each way, and how many they are in together.
fn ways(b: &mut Builder, store: &Store, (one, other): (ActorId, ActorId), all: &[EventId], filter: &Filter) {
    let way = |from: ActorId, to: ActorId| {
        let goes = |e: &&EventId| {
            let event = store.event(**e);
            event.sources().iter().any(|p| p.actor == from) && event.targets().iter().any(|p| p.actor == to)
        };
        all.iter().filter(goes).count()
    };
    b.field("events");
    for (i, (from, to)) in [(one, other), (other, one)].into_iter().enumerate() {
        if i > 0 {
            b.dot();
        }
        let query = format!("{} {}", counts::named(store, "from", from), counts::named(store, "to", to));
        let word = format!("{} → {}", labels::short_name(store, from), labels::short_name(store, to));
        counts::count(b, &word, way(from, to), View::Events, filter.and(&query));
    }
    let together = all.len().saturating_sub(way(one, other) + way(other, one));
    if together > 0 {
        b.dot().say(&format!("on the same side {together}"), Role::Dim);
    }
}

fn quotes(b: &mut Builder, store: &Store, (one, other): (ActorId, ActorId)) {
    let all = store.quotes_between(one, other);
    if all.is_empty() {
        return;
    }
    b.field("words");
    for (i, (speaker, about)) in [(one, other), (other, one)].into_iter().enumerate() {
        if i > 0 {
            b.dot();
        }
        let n = all.iter().filter(|&&q| store.quote(q).speaker == Some(speaker)).count();
        let query = format!("{} {}", counts::named(store, "by", speaker), counts::named(store, "about", about));
        let word = format!("{} of {}", labels::short_name(store, speaker), labels::short_name(store, about));
        counts::count(b, &word, n, View::Quotes, query);
    }
    b.heading("Words");
    for &id in all.iter().take(QUOTES) {
        let quote = store.quote(id);
        let speaker = quote.speaker.map_or("", |s| labels::short_name(store, s));
        let words = store.words_at(quote.article, quote.span);
        let pieces = [(speaker.into(), Role::Dim), (" “".into(), Role::Faint), (words.into(), Role::Quote)];
        b.row(pieces, Link::Item(Item::Quote(id)));
    }
}
