//! The detail pane's content: what is known of one thing, as lines whose names and counts are links.

mod actor;
mod article;
mod event;
mod lines;
mod quote;

pub(super) use article::name as article_name;
pub use lines::{Detail, Line, Link, Part};

use super::model::Item;
use crate::store::Store;

/// All that is known of a thing, laid out for a width.
#[must_use]
pub fn of(store: &Store, item: Item, width: usize) -> Detail {
    match item {
        Item::Event(id) => event::lines(store, id, width),
        Item::Actor(id) => actor::lines(store, id, width),
        Item::Quote(id) => quote::lines(store, id, width),
        Item::Article(id) => article::lines(store, id, width),
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
    }
}
