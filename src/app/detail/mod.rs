//! The detail pane's content: what is known of one thing, as lines whose names and counts are links.

mod actor;
mod article;
mod bar;
mod counts;
mod event;
mod explain;
mod key;
mod lines;
mod pair;
mod quote;

pub use explain::{About, explain};
pub use key::DetailKey;
pub(super) use key::{counting, effort};
pub use lines::{Detail, Line, Link, Part};

use super::filter::Filter;
use super::item::Item;
use crate::model::EventId;
use crate::store::Store;

/// All that is known of a thing, laid out for a width. Pairs and bars are of the events that the
/// filter lets through.
#[must_use]
pub fn of(store: &Store, item: Item, width: usize, filter: &Filter) -> Detail {
    match item {
        Item::Event(id) => event::lines(store, id, width),
        Item::Actor(id) => actor::lines(store, id, width),
        Item::Quote(id) => quote::lines(store, id, width),
        Item::Article(id) => article::lines(store, id, width),
        Item::Pair(a, b) => pair::lines(store, (a, b), width, filter),
        Item::Bar(which) => bar::lines(store, which, width, filter),
    }
}

/// The events behind a pair or a bar, as far as the filter lets them through: oldest first.
#[must_use]
pub fn events_of(store: &Store, item: Item, filter: &Filter) -> Vec<EventId> {
    match item {
        Item::Pair(a, b) => pair::events(store, (a, b), filter),
        Item::Bar(which) => filter.events_of_bar(store, which),
        Item::Event(id) => vec![id],
        Item::Actor(_) | Item::Quote(_) | Item::Article(_) => Vec::new(),
    }
}

/// True where the store has such a thing: what was kept from another run may be gone.
#[must_use]
pub fn exists(store: &Store, item: Item) -> bool {
    match item {
        Item::Event(id) => id.index() < store.event_count(),
        Item::Actor(id) => id.index() < store.actor_count(),
        Item::Quote(id) => id.index() < store.quote_count(),
        Item::Article(id) => id.index() < store.article_count(),
        Item::Pair(a, b) => a.max(b).index() < store.actor_count(),
        Item::Bar(_) => true,
    }
}
