//! Events counted by type and by who takes part, each count leading to what it counts.

use rustc_hash::FxHashMap;

use super::lines::{Builder, Link};
use crate::app::filter;
use crate::app::item::Item;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::app::view::View;
use crate::model::{ActorId, EventId, EventType, Status};
use crate::store::{EventOrder, Store, Weight};

/// Events shown before the rest is a link.
const SHOWN: usize = 12;
/// Actors shown.
const MOST: usize = 8;

/// How much there is of cooperation and conflict.
pub(super) fn sorts(b: &mut Builder, weight: Weight) {
    b.field("balance");
    b.say(&format!("+ cooperation {}", weight.cooperations()), Role::Cooperation).dot();
    b.say(&format!("✕ conflict {}", weight.conflicts), Role::Conflict).dot();
    b.say(&format!("mean Goldstein {:+.1}", weight.mean()), Role::Dim);
}

/// Types with their counts, most first; each lists its events under `query`.
pub(super) fn types(b: &mut Builder, store: &Store, events: &[EventId], query: &str) {
    let mut counts: FxHashMap<EventType, usize> = FxHashMap::default();
    for &event in events {
        *counts.entry(store.event(event).kind).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|&(kind, n)| (std::cmp::Reverse(n), kind));
    b.field("types");
    for (i, (kind, n)) in counts.into_iter().enumerate() {
        if i > 0 {
            b.dot();
        }
        let link = Link::List(View::Events, format!("{query} type:{}", kind.name().to_lowercase()).trim().to_owned());
        b.counted(kind.name(), &labels::thousands(n), kind.into(), Some(link));
    }
}

/// Statuses with their counts where not all is asserted.
pub(super) fn statuses(b: &mut Builder, store: &Store, events: &[EventId], query: &str) {
    let count = |status: Status| events.iter().filter(|&&e| store.event(e).status == status).count();
    if count(Status::Asserted) == events.len() {
        return;
    }
    b.field("status");
    let counted = Status::ALL.into_iter().map(|s| (s, count(s))).filter(|(_, n)| *n > 0);
    for (i, (status, n)) in counted.enumerate() {
        if i > 0 {
            b.dot();
        }
        let link = Link::List(View::Events, format!("{query} status:{}", status.name()).trim().to_owned());
        b.counted(&format!("{} {}", status.sign(), status.name()), &labels::thousands(n), status.into(), Some(link));
    }
}

/// Who takes part in most of them.
pub(super) fn actors(b: &mut Builder, store: &Store, events: &[EventId]) {
    let mut counts: FxHashMap<ActorId, usize> = FxHashMap::default();
    for &id in events {
        let event = store.event(id);
        for (i, party) in event.parties().iter().enumerate() {
            if event.parties()[..i].iter().all(|p| p.actor != party.actor) {
                *counts.entry(party.actor).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable_by_key(|&(actor, n)| (std::cmp::Reverse(n), actor));
    if counts.is_empty() {
        return;
    }
    b.field("who");
    for (i, &(actor, n)) in counts.iter().take(MOST).enumerate() {
        if i > 0 {
            b.dot();
        }
        let link = Link::Item(Item::Actor(actor));
        b.counted(store.name(actor), &labels::thousands(n), store.actor(actor).kind.into(), Some(link));
    }
    if counts.len() > MOST {
        b.say(&format!(" +{} more", counts.len() - MOST), Role::Dim);
    }
}

/// The first of the events, a row each, and a link to all.
pub(super) fn list(b: &mut Builder, store: &Store, events: &[EventId], query: &str) {
    if events.is_empty() {
        return;
    }
    b.heading("Events");
    for &event in events.iter().take(SHOWN) {
        super::event::row(b, store, event);
    }
    if events.len() > SHOWN {
        let all = format!("all {}", labels::count(events.len(), "event"));
        b.row([(all.into(), Role::Link)], Link::List(View::Events, query.to_owned()));
    }
}

/// Events added up.
pub(super) fn weigh(store: &Store, events: &[EventId]) -> Weight {
    let mut weight = Weight::default();
    for &event in events {
        weight.add(store.event(event).kind);
    }
    weight
}

/// Oldest first, undated last.
pub(super) fn by_date(store: &Store, mut events: Vec<EventId>) -> Vec<EventId> {
    store.sort_events(&mut events, EventOrder::Date);
    events
}

/// A count that lists what it counts; a plain number where that is nothing.
pub(super) fn count(b: &mut Builder, word: &str, n: usize, view: View, query: String) {
    b.say(word, Role::Dim).say(" ", Role::Base);
    let link = (n > 0).then_some(Link::List(view, query));
    b.add(&labels::thousands(n), if n > 0 { Role::Link } else { Role::Dim }, link);
}

/// A condition that one actor is meant, by its whole name.
pub(super) fn named(store: &Store, key: &str, actor: ActorId) -> String {
    filter::term(key, store.name(actor))
}
