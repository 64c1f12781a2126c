//! What a list's rows are asked for by, so that they can be made on another thread, or before they are wanted.

use super::{Rows, rows};
use crate::app::background::{Finished, Key};
use crate::app::display::{Display, Folds};
use crate::app::filter::Filter;
use crate::app::view::View;
use crate::store::Store;

/// Everything that the rows of a list follow from.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsKey {
    pub(in crate::app) view: View,
    pub(in crate::app) revision: u64,
    /// Once the rows are made, with what it was found to let through.
    pub(in crate::app) filter: Filter,
    order: usize,
    display: Display,
    folds: Folds,
}

impl RowsKey {
    /// The rows of a view over a store of this revision.
    pub(in crate::app) fn new(
        view: View,
        revision: u64,
        filter: &Filter,
        order: usize,
        display: Display,
        folds: &Folds,
    ) -> Self {
        let folds = if view == View::Events { folds.clone() } else { Folds::default() };
        Self { view, revision, filter: filter.clone(), order, display: display.of_view(view), folds }
    }

    /// How many things of the view the filter lets through, where that is known before the rows are.
    pub fn count(&mut self, store: &Store) -> Option<usize> {
        if !self.view.is_of_events() {
            return None;
        }
        self.filter.look_up(store);
        Some(self.filter.events(store).len())
    }
}

impl Key for RowsKey {
    type Value = Rows;

    fn revision(&self) -> u64 {
        self.revision
    }

    fn at(&self, revision: u64) -> Self {
        Self { revision, ..self.clone() }
    }

    fn compute(mut self, store: &Store) -> Finished<Self> {
        if self.view.is_of_events() {
            self.filter.look_up(store);
        }
        let rows = rows(store, self.view, &self.filter, self.order, self.display, &self.folds);
        Finished::new(self, rows)
    }
}
