//! Details that take long to put together, those of somebody whom all the news is about: another thread
//! makes them, and until then the pane says that it counts.

use std::sync::Arc;

use super::lines::{Builder, Detail};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::store::Store;

/// What a detail is made for: where it is the same, so is the detail.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct MadeOf {
    pub(in crate::app) item: Item,
    pub(in crate::app) width: usize,
    pub(in crate::app) revision: u64,
    /// Pairs and bars are counted under a filter.
    pub(in crate::app) filter: String,
}

impl MadeOf {
    /// True where they differ in nothing but the store's age.
    pub(in crate::app) fn differs_in_age(&self, other: &Self) -> bool {
        self.revision != other.revision && *self == Self { revision: self.revision, ..other.clone() }
    }
}

/// A detail to be made.
#[derive(Clone, Debug)]
pub struct Telling {
    pub(in crate::app) of: MadeOf,
    pub(in crate::app) filter: Filter,
}

/// A detail as it was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Retold {
    pub(in crate::app) of: MadeOf,
    pub(in crate::app) detail: Arc<Detail>,
}

impl Telling {
    /// Makes the detail.
    #[must_use]
    pub fn tell(self, store: &Store) -> Retold {
        let detail = Arc::new(super::of(store, self.of.item, self.of.width, &self.filter));
        Retold { of: self.of, detail }
    }
}

/// Both are the same where what they are made of is.
impl PartialEq for Telling {
    fn eq(&self, other: &Self) -> bool {
        self.of == other.of
    }
}

/// Things that must be looked at to tell of another, roughly.
pub(in crate::app) fn effort(store: &Store, item: Item) -> usize {
    match item {
        Item::Actor(id) => store.mentions_of(id).len() + 4 * store.activity(id),
        Item::Pair(a, b) => 4 * store.activity(a).min(store.activity(b)),
        Item::Bar(_) => store.event_count() / 4,
        Item::Event(_) | Item::Quote(_) | Item::Article(_) => 0,
    }
}

/// What stands in the place of a detail that is being made.
pub(in crate::app) fn counting(store: &Store, item: Item, width: usize) -> Detail {
    let mut b = Builder::new(width, &labels::item_name(store, item), Role::Title, "");
    b.text("counting …", Role::Dim, &[], None);
    b.finish()
}
