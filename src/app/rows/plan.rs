//! What rows are made from, apart from the model: so they can be made on another thread, before they
//! are asked for or while the reader goes on with those there are.

use std::sync::Arc;

use super::{Facts, Rows, rows};
use crate::app::display::{Display, Folds};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::app::view::View;
use crate::store::Store;

/// What rows were made for: where it is the same, so are they.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct MadeFor {
    pub(in crate::app) view: View,
    pub(in crate::app) revision: u64,
    filter: String,
    floor: f32,
    order: usize,
    display: Display,
    folds: u64,
}

impl MadeFor {
    /// True where they differ in nothing but the store's age.
    pub(in crate::app) fn differs_in_age(&self, other: &Self) -> bool {
        self.revision != other.revision && *self == Self { revision: self.revision, ..other.clone() }
    }
}

/// Rows to be made.
#[derive(Clone, Debug)]
pub struct Plan {
    pub(in crate::app) made_for: MadeFor,
    filter: Filter,
    display: Display,
    folds: Folds,
}

/// Rows as they were made.
#[derive(Clone, Debug)]
pub struct Made {
    pub(in crate::app) key: MadeFor,
    pub(in crate::app) rows: Arc<Vec<Item>>,
    pub(in crate::app) facts: Arc<Facts>,
    /// The filter with what it was found to let through.
    pub(in crate::app) filter: Filter,
}

impl Plan {
    /// The rows of a view that a store of this revision gives.
    pub(in crate::app) fn new(
        view: View,
        revision: u64,
        filter: &Filter,
        order: usize,
        display: Display,
        folds: &Folds,
    ) -> Self {
        let made_for = MadeFor {
            view,
            revision,
            filter: filter.text().to_owned(),
            floor: filter.floor(),
            order,
            display: display.of_view(view),
            folds: if view == View::Events { folds.revision } else { 0 },
        };
        Self { made_for, filter: filter.clone(), display, folds: folds.clone() }
    }

    /// How many things of the view the filter lets through, where that is known before the rows are.
    pub fn count(&mut self, store: &Store) -> Option<usize> {
        if !self.made_for.view.is_of_events() {
            return None;
        }
        self.filter.look_up(store);
        Some(self.filter.events(store).len())
    }

    /// Makes the rows.
    #[must_use]
    pub fn make(mut self, store: &Store) -> Made {
        let MadeFor { view, order, .. } = self.made_for;
        if view.is_of_events() {
            self.filter.look_up(store);
        }
        let Rows { items, facts } = rows(store, view, &self.filter, order, self.display, &self.folds);
        Made { key: self.made_for, rows: Arc::new(items), facts: Arc::new(facts), filter: self.filter }
    }

    /// True where these rows take the place of the other's: then nobody waits for those any more.
    #[must_use]
    pub fn replaces(&self, other: &Self) -> bool {
        self.made_for == other.made_for || self.made_for.differs_in_age(&other.made_for)
    }
}

impl Made {
    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True where there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Plans are the same where what they are made for is.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.made_for == other.made_for
    }
}

/// So are the rows made by them.
impl PartialEq for Made {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}
