//! The actor finder.

use super::{Overlay, SearchList};
use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::model::{ActorId, ActorKind};
use crate::search::Hit;
use crate::store::Store;

/// Finds actors by any of their names while one types.
#[derive(Clone, Debug, Default)]
pub struct ActorFinder {
    /// The line and the hits.
    pub list: SearchList<Hit>,
    /// The kind that is looked for; `None` for any.
    pub kind: Option<ActorKind>,
    /// The actor to whom another is looked for, where a pair is wanted.
    pub with: Option<ActorId>,
}

impl ActorFinder {
    /// What Tab goes through.
    pub const KINDS: [Option<ActorKind>; 5] = [
        None,
        Some(ActorKind::Person),
        Some(ActorKind::Country),
        Some(ActorKind::Organisation),
        Some(ActorKind::Group),
    ];

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
