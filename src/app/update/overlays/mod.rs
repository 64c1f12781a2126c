//! Commands and typed lines, where something is open above the panes.

mod commands;
mod explanation;
mod export_prompt;
mod filter_prompt;
mod finder;
mod skipped;
mod text_finder;

use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::line_edit::{Edit, LineEdit};
use crate::app::model::Model;
use crate::app::overlay::Overlay;
use crate::store::Store;

impl Model {
    /// A command given while something is open.
    pub(super) fn run_in_overlay(&mut self, store: &Store, command: Command) -> Vec<Effect> {
        let Some(overlay) = self.overlay.take() else { return Vec::new() };
        match command {
            Command::Cancel => {
                if let Overlay::Filter(prompt) = &overlay {
                    self.filter.set(&prompt.before);
                }
                Vec::new()
            }
            Command::Quit | Command::Suspend => {
                self.overlay = Some(overlay);
                vec![if command == Command::Quit { Effect::Quit } else { Effect::Suspend }]
            }
            _ => match overlay {
                Overlay::Actors(finder) => finder.run(self, store, command),
                Overlay::Text(finder) => finder.run(self, store, command),
                Overlay::Filter(prompt) => prompt.run(self, store, command),
                Overlay::Commands(list) => list.run(self, store, command),
                Overlay::Export(prompt) => prompt.run(self, command),
                Overlay::Skipped(list) => list.run(self, store, command),
                Overlay::Explanation(explanation) => explanation.run(self, command),
            },
        }
    }

    /// A change of the line that is typed.
    pub(super) fn edit_overlay(&mut self, store: &Store, edit: impl FnOnce(&mut LineEdit) -> bool) -> Vec<Effect> {
        let Some(mut overlay) = self.overlay.take() else { return Vec::new() };
        let mut effects = Vec::new();
        match &mut overlay {
            Overlay::Actors(finder) => {
                if edit(&mut finder.list.input) {
                    effects = finder.search(self);
                }
            }
            Overlay::Text(finder) => {
                if edit(&mut finder.list.input) {
                    effects = finder.search(self);
                }
            }
            Overlay::Filter(prompt) => {
                let changed = edit(&mut prompt.input);
                effects = prompt.typed(self, store, changed);
            }
            Overlay::Commands(list) => {
                if edit(&mut list.input) {
                    list.typed(&self.queries);
                }
            }
            Overlay::Export(prompt) => {
                if edit(&mut prompt.input) {
                    prompt.typed();
                }
            }
            Overlay::Skipped(_) | Overlay::Explanation(_) => {}
        }
        self.overlay = Some(overlay);
        effects
    }

    /// A row of what is open was clicked.
    pub(super) fn click_overlay(&mut self, store: &Store, row: usize) -> Vec<Effect> {
        let selected = match &mut self.overlay {
            Some(Overlay::Actors(f)) => &mut f.list.selected,
            Some(Overlay::Text(f)) => &mut f.list.selected,
            Some(Overlay::Commands(f)) => &mut f.selected,
            Some(Overlay::Filter(f)) => &mut f.selected,
            Some(Overlay::Export(f)) => &mut f.selected,
            Some(Overlay::Skipped(f)) => &mut f.selected,
            Some(Overlay::Explanation(_)) | None => return Vec::new(),
        };
        *selected = row;
        let opens = !matches!(self.overlay, Some(Overlay::Skipped(_) | Overlay::Filter(_) | Overlay::Export(_)));
        if opens { self.run_in_overlay(store, Command::Follow) } else { Vec::new() }
    }

    /// The number of a new search.
    fn next_search(&mut self) -> u64 {
        self.searches += 1;
        self.searches
    }
}

/// An edit as a closure for [`Model::edit_overlay`].
pub(super) fn applying(edit: Edit) -> impl FnOnce(&mut LineEdit) -> bool {
    move |line| line.apply(edit)
}
