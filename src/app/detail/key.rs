//! What a detail is asked for by. An actor with very many mentions takes long to describe: another thread does that,
//! and until then the pane says that it counts.

use std::sync::Arc;

use super::lines::{Builder, Detail};
use crate::app::background::{Finished, Key};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::store::Store;

/// Everything that the lines of a detail follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailKey {
    pub(in crate::app) item: Item,
    pub(in crate::app) width: usize,
    pub(in crate::app) revision: u64,
    /// Pairs and bars are counted under a filter; other things are not filtered.
    pub(in crate::app) filter: Filter,
}

impl Key for DetailKey {
    type Value = Arc<Detail>;

    fn revision(&self) -> u64 {
        self.revision
    }

    fn at(&self, revision: u64) -> Self {
        Self { revision, ..self.clone() }
    }

    fn compute(self, store: &Store) -> Finished<Self> {
        let detail = Arc::new(super::of(store, self.item, self.width, &self.filter));
        Finished::new(self, detail)
    }
}

/// About how many things must be read to describe this one.
pub(in crate::app) fn effort(store: &Store, item: Item) -> usize {
    match item {
        Item::Actor(id) => store.mentions_of(id).len() + 4 * store.activity(id),
        Item::Pair(a, b) => 4 * store.activity(a).min(store.activity(b)),
        Item::Bar(_) => store.event_count() / 4,
        Item::Event(_) | Item::Quote(_) | Item::Article(_) => 0,
    }
}

/// Placeholder for a detail that is being made.
pub(in crate::app) fn counting(store: &Store, item: Item, width: usize) -> Detail {
    let mut b = Builder::new(width, &labels::item_name(store, item), Role::Title, "");
    b.text("counting …", Role::Dim, &[], None);
    b.finish()
}
