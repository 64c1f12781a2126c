//! What the explorer waits for: rows and details computed on another thread, and the action that needs them.

use super::action::Action;
use super::background::{Cached, Key};
use super::detail::DetailKey;
use super::rows::RowsKey;

/// Lists kept that were left, or made ahead.
const LISTS: usize = 24;
/// Details kept that took long to make.
const DETAILS: usize = 16;

/// Results of background work, and the action deferred until one of them arrives.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    /// The store's revision that lists and details show. What is added later waits until it is announced, so that no
    /// key pays for making them anew.
    pub(super) revision: u64,
    /// Lists' rows.
    pub(super) rows: Cached<RowsKey>,
    /// Lines of the detail pane.
    pub(super) details: Cached<DetailKey>,
    /// True while the action under way can be undone: then rows that are missing are not waited for.
    pub(super) may_defer: bool,
    /// Rows that the action under way needs and that are missing.
    pub(super) missing: Option<RowsKey>,
    deferred: Option<(Action, RowsKey)>,
    ready: Option<Action>,
}

impl Default for Pending {
    fn default() -> Self {
        Self {
            revision: 0,
            rows: Cached::new(LISTS),
            details: Cached::new(DETAILS),
            may_defer: false,
            missing: None,
            deferred: None,
            ready: None,
        }
    }
}

impl Pending {
    /// Defers an action until these rows are there.
    pub(super) fn defer(&mut self, action: Action, rows: RowsKey) {
        self.deferred = Some((action, rows));
    }

    /// True while an action waits for rows.
    pub(super) fn is_deferring(&self) -> bool {
        self.deferred.is_some()
    }

    /// Drops the deferred action: nothing of it has happened.
    pub(super) fn cancel(&mut self) {
        self.deferred = None;
    }

    /// Rows have arrived: the action that waited for them is ready.
    pub(super) fn rows_arrived(&mut self, rows: &RowsKey) {
        self.rows.arrived(rows);
        self.ready = self.deferred.take_if(|(_, wanted)| rows.replaces(wanted)).map(|(action, _)| action);
    }

    /// The action whose rows have just arrived.
    pub(super) fn take_ready(&mut self) -> Option<Action> {
        self.ready.take()
    }
}
