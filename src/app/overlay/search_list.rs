//! What the finders share: a line that is typed, a search that answers later, hits to choose from.

use std::sync::Arc;

use super::moved;
use crate::app::command::Command;
use crate::app::line_edit::LineEdit;

/// A line, the hits for it, and the one selected.
#[derive(Clone, Debug)]
pub struct SearchList<T> {
    /// What is typed.
    pub input: LineEdit,
    /// What was found for it, or for what was typed before, best first.
    pub hits: Arc<Vec<T>>,
    /// The hit selected.
    pub selected: usize,
    /// Number of the last search.
    search: u64,
    /// Number of the search that `hits` answer.
    answered: u64,
    /// True where Enter came before the answer.
    open_first: bool,
}

impl<T> Default for SearchList<T> {
    fn default() -> Self {
        Self {
            input: LineEdit::default(),
            hits: Arc::default(),
            selected: 0,
            search: 0,
            answered: 0,
            open_first: false,
        }
    }
}

impl<T> SearchList<T> {
    /// True until the last search is answered.
    #[must_use]
    pub fn searching(&self) -> bool {
        self.answered != self.search
    }

    /// True where the first hit is opened as soon as there is one: Enter came before the answer.
    #[must_use]
    pub fn opening(&self) -> bool {
        self.open_first
    }

    /// The hit selected; `None` where there is none.
    #[must_use]
    pub fn hit(&self) -> Option<&T> {
        self.hits.get(self.selected)
    }

    /// A search of this number was sent out.
    pub(in crate::app) fn asked(&mut self, search: u64) {
        self.search = search;
        self.selected = 0;
    }

    /// A command of the list. `true` asks to open the hit selected; before the answer Enter waits
    /// for it.
    pub(in crate::app) fn run(&mut self, command: Command) -> bool {
        if command == Command::Follow {
            self.open_first = self.searching();
            return !self.searching() && self.hit().is_some();
        }
        if let Some(to) = moved(self.selected, self.hits.len(), command) {
            self.selected = to;
        }
        false
    }

    /// The answer to a search; one to an older search is of no interest. `true` where its first hit
    /// is to be opened, because Enter came before it.
    pub(in crate::app) fn answer(&mut self, search: u64, hits: Vec<T>) -> bool {
        if search != self.search {
            return false;
        }
        self.answered = search;
        self.hits = Arc::new(hits);
        self.selected = self.selected.min(self.hits.len().saturating_sub(1));
        std::mem::take(&mut self.open_first) && !self.hits.is_empty()
    }
}
