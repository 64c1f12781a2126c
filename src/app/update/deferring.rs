//! Deferred actions.
//!
//! Over a large store a list may take longer to make than a key press may. What an action does depends on the list it
//! leads to, so the action is undone as a whole, another thread makes the rows, and once they are there the action is
//! done again.

use crate::app::action::{Action, Notice};
use crate::app::command::Command;
use crate::app::model::Model;
use crate::store::Store;

impl Model {
    /// True while an action waits for rows, or the focused pane for its lines: keys that follow are meant for what is
    /// not there yet.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.pending.is_deferring() || self.focus_is_empty()
    }

    /// True where an action may have to be undone and deferred: one by the reader that can lead to another list, over
    /// a large store. All others need no copy of the model.
    pub(super) fn may_defer(&self, store: &Store, action: &Action) -> bool {
        can_change_list(action) && self.is_large(store)
    }

    /// True where lists may take longer to make than a key press may.
    pub(super) fn is_large(&self, store: &Store) -> bool {
        store.event_count() + store.actor_count() + store.quote_count() > self.at_once
    }

    /// Cancels the deferred action.
    pub(super) fn cancel_deferred(&mut self) {
        self.pending.cancel();
        self.notice = Some(Notice::done("cancelled"));
    }
}

/// True for actions that can lead to another list, or to another order or filter of it. Should one be missing here its
/// rows are made at once: slower, and otherwise the same.
fn can_change_list(action: &Action) -> bool {
    match action {
        Action::Run(command) => match command {
            Command::Left
            | Command::Right
            | Command::ViewEvents
            | Command::ViewActors
            | Command::ViewQuotes
            | Command::ViewArticles
            | Command::ViewTimeline
            | Command::ViewNetwork
            | Command::Sort
            | Command::Turn
            | Command::Finer
            | Command::Coarser
            | Command::Follow
            | Command::Quotes
            | Command::Events
            | Command::Pair
            | Command::Centre
            | Command::Back
            | Command::Forward
            | Command::ClearFilter
            | Command::HideUnsure
            | Command::Cancel => true,
            Command::Down
            | Command::Up
            | Command::First
            | Command::Last
            | Command::PageDown
            | Command::PageUp
            | Command::HalfDown
            | Command::HalfUp
            | Command::NextPane
            | Command::PreviousPane
            | Command::Source
            | Command::Explain
            | Command::NextEvidence
            | Command::PreviousEvidence
            | Command::NextLink
            | Command::PreviousLink
            | Command::JumpHints
            | Command::SetPlace
            | Command::GoToPlace
            | Command::FindActor
            | Command::FindText
            | Command::Filter
            | Command::Mark
            | Command::ClearMarks
            | Command::Copy
            | Command::Edit
            | Command::Export
            | Command::Zoom
            | Command::Shrink
            | Command::Grow
            | Command::NextTheme
            | Command::ToggleMouse
            | Command::Redraw
            | Command::Palette
            | Command::Help
            | Command::Skipped
            | Command::StopLoading
            | Command::Suspend
            | Command::Quit => false,
        },
        Action::Letter(_) | Action::Click(_) => true,
        _ => false,
    }
}
