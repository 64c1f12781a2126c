//! The actor finder.

use std::sync::Arc;

use super::{Overlay, moved};
use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::line_edit::LineEdit;
use crate::app::model::{Item, Model};
use crate::search::Hit;
use crate::store::Store;

/// Finds actors by any of their names while one types.
#[derive(Clone, Debug, Default)]
pub struct ActorFinder {
    /// What is typed.
    pub input: LineEdit,
    /// What was found for it, or for what was typed before, best first.
    pub hits: Arc<Vec<Hit>>,
    /// The hit selected.
    pub selected: usize,
    /// Number of the last search.
    search: u64,
    /// Number of the search that `hits` answer.
    answered: u64,
    /// True where Enter came before the answer.
    open_first: bool,
}

impl ActorFinder {
    /// True until the last search is answered.
    #[must_use]
    pub fn searching(&self) -> bool {
        self.answered != self.search
    }

    /// Asks for what is typed.
    pub(super) fn search(&mut self, model: &mut Model) -> Vec<Effect> {
        self.search = model.next_search();
        self.selected = 0;
        vec![Effect::Find { search: self.search, pattern: self.input.text().to_owned() }]
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        if command == Command::Follow {
            if self.searching() {
                self.open_first = true;
                model.overlay = Some(Overlay::Actors(self));
            } else if let Some(hit) = self.hits.get(self.selected) {
                model.open_actor(store, hit.actor);
            } else {
                model.overlay = Some(Overlay::Actors(self));
            }
            return Vec::new();
        }
        if let Some(to) = moved(self.selected, self.hits.len(), command) {
            self.selected = to;
        }
        model.overlay = Some(Overlay::Actors(self));
        Vec::new()
    }
}

impl Model {
    /// Opens the finder, everybody listed.
    pub(in crate::app) fn open_actor_finder(&mut self) -> Vec<Effect> {
        let mut finder = ActorFinder::default();
        let effects = finder.search(self);
        self.overlay = Some(Overlay::Actors(finder));
        effects
    }

    /// The answer to a search; those to older ones are of no interest.
    pub(in crate::app) fn found(&mut self, store: &Store, search: u64, hits: Vec<Hit>) {
        let Some(Overlay::Actors(finder)) = &mut self.overlay else { return };
        if search != finder.search {
            return;
        }
        finder.answered = search;
        finder.hits = Arc::new(hits);
        finder.selected = finder.selected.min(finder.hits.len().saturating_sub(1));
        if std::mem::take(&mut finder.open_first)
            && let Some(actor) = finder.hits.first().map(|h| h.actor)
        {
            self.overlay = None;
            self.open_actor(store, actor);
        }
    }

    /// Shows an actor's details and first mention.
    fn open_actor(&mut self, store: &Store, actor: crate::model::ActorId) {
        self.leave();
        self.show(Some(Item::Actor(actor)), store);
        self.focus = Pane::Detail;
    }
}
