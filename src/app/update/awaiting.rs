//! Actions that wait for rows.
//!
//! Over a large store a list may take longer to make than a key may take. What an action would do
//! depends on the list it leads to, so it is put off as a whole: the model stays as it was, another
//! thread makes the rows, and when they are there the action is done as if it came only now.

use crate::app::action::{Action, Effect, Notice};
use crate::app::model::Model;
use crate::app::rows::{MadeFor, Plan};
use crate::store::Store;

/// An action and the rows it waits for.
#[derive(Clone, Debug)]
pub(in crate::app) struct PutOff {
    action: Action,
    rows: MadeFor,
}

impl Model {
    /// True while an action waits for rows, or the pane with the keyboard for its lines: keys that follow
    /// are meant for what is not there yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.put_off.is_some() || self.focus_is_empty()
    }

    /// True where an action may be put off: what a reader does, over a store that is large.
    pub(super) fn may_wait(&self, store: &Store, action: &Action) -> bool {
        let readers = matches!(
            action,
            Action::Run(_) | Action::Edit(_) | Action::Paste(_) | Action::Letter(_) | Action::Click(_)
        );
        readers && self.is_large(store)
    }

    /// True where lists take longer to make than a key may.
    pub(super) fn is_large(&self, store: &Store) -> bool {
        store.event_count() + store.actor_count() + store.quote_count() > self.at_once
    }

    /// Puts an action off until the rows are there that it lacks.
    pub(super) fn put_off(&mut self, action: Action, plan: Plan) -> Effect {
        self.put_off = Some(PutOff { action, rows: plan.made_for.clone() });
        Effect::Make(Box::new(plan))
    }

    /// Gives up what waits: nothing of it has happened.
    pub(super) fn wait_no_longer(&mut self) {
        self.put_off = None;
        self.notice = Some(Notice::done("given up"));
    }

    /// Rows were made: the action that waited for them waits no longer.
    pub(in crate::app) fn end_waiting(&mut self, rows: &MadeFor) {
        let for_these = |p: &PutOff| p.rows == *rows || p.rows.differs_in_age(rows);
        self.to_do = self.put_off.take_if(|p| for_these(p)).map(|p| p.action);
    }

    /// The action whose rows have just come.
    pub(super) fn no_longer_awaited(&mut self) -> Option<Action> {
        self.to_do.take()
    }
}
