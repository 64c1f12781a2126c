//! The actor finder.

use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::app::overlay::{ActorFinder, Overlay};
use crate::model::ActorId;
use crate::search::Hit;
use crate::store::Store;

impl ActorFinder {
    /// Asks for what is typed.
    pub(super) fn search(&mut self, model: &mut Model) -> Vec<Effect> {
        let search = model.next_search();
        self.list.asked(search);
        vec![Effect::Find { search, pattern: self.list.input.text().to_owned(), kind: self.kind }]
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        let mut effects = Vec::new();
        if command == Command::NextPane {
            let at = Self::KINDS.iter().position(|k| *k == self.kind).unwrap_or(0);
            self.kind = Self::KINDS[(at + 1) % Self::KINDS.len()];
            effects = self.search(model);
        } else if self.list.run(command)
            && let Some(hit) = self.list.hit()
        {
            model.open_found(store, self.with, hit.actor);
            return effects;
        }
        model.overlay = Some(Overlay::Actors(self));
        effects
    }
}

impl Model {
    /// Opens the finder, everybody listed.
    pub(in crate::app) fn open_actor_finder(&mut self) -> Vec<Effect> {
        self.start_finder(ActorFinder::default())
    }

    /// Opens the finder for the other actor of a pair.
    pub(in crate::app) fn open_pair_finder(&mut self, one: ActorId) -> Vec<Effect> {
        self.start_finder(ActorFinder { with: Some(one), ..ActorFinder::default() })
    }

    fn start_finder(&mut self, mut finder: ActorFinder) -> Vec<Effect> {
        let effects = finder.search(self);
        self.overlay = Some(Overlay::Actors(finder));
        effects
    }

    /// The answer to a search.
    pub(in crate::app) fn found(&mut self, store: &Store, search: u64, hits: Vec<Hit>) {
        let Some(Overlay::Actors(finder)) = &mut self.overlay else { return };
        if finder.list.answer(search, hits)
            && let Some(actor) = finder.list.hits.first().map(|h| h.actor)
        {
            let with = finder.with;
            self.overlay = None;
            self.open_found(store, with, actor);
        }
    }

    /// Shows an actor's details and first mention; or, where a pair was wanted, the pair.
    fn open_found(&mut self, store: &Store, with: Option<ActorId>, actor: ActorId) {
        if let Some(one) = with.filter(|&one| one != actor) {
            self.open_pair(store, one, actor);
            return;
        }
        self.leave();
        self.show(Some(Item::Actor(actor)), store);
        self.focus = Pane::Detail;
    }
}
