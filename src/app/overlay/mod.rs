//! What opens above the panes: finders, prompts and lists that take the keyboard until they close.

mod commands;
mod explanation;
mod export_prompt;
mod filter_prompt;
mod finder;
mod search_list;
mod skipped;
mod text_finder;

pub use commands::{CommandList, CommandRow, ListKind};
pub use explanation::Explanation;
pub use export_prompt::{ExportPrompt, ReportFormat};
pub use filter_prompt::{Candidate, FilterPrompt};
pub use finder::ActorFinder;
pub use search_list::SearchList;
pub use skipped::SkippedList;
pub use text_finder::TextFinder;

use super::action::Effect;
use super::command::Command;
use super::line_edit::{Edit, LineEdit};
use super::model::Model;
use crate::store::Store;

/// Something open above the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Finds actors.
    Actors(ActorFinder),
    /// Finds words.
    Text(TextFinder),
    /// Types a filter.
    Filter(FilterPrompt),
    /// Finds and runs commands: the palette, and the help.
    Commands(CommandList),
    /// Asks where to export to.
    Export(ExportPrompt),
    /// Lists what was skipped.
    Skipped(SkippedList),
    /// Tells why something was found.
    Explanation(Explanation),
}

impl Overlay {
    /// True where keys type a line.
    #[must_use]
    pub fn types(&self) -> bool {
        !matches!(self, Self::Skipped(_) | Self::Explanation(_))
    }

    /// The line that is typed.
    #[must_use]
    pub fn input(&self) -> Option<&LineEdit> {
        match self {
            Self::Actors(f) => Some(&f.list.input),
            Self::Text(f) => Some(&f.list.input),
            Self::Filter(f) => Some(&f.input),
            Self::Commands(f) => Some(&f.input),
            Self::Export(f) => Some(&f.input),
            Self::Skipped(_) | Self::Explanation(_) => None,
        }
    }
}

/// A list's selection moved by a command; `None` for commands that move nothing.
fn moved(selected: usize, len: usize, command: Command) -> Option<usize> {
    /// Rows that a page of an overlay moves by.
    const PAGE: usize = 10;
    let last = len.saturating_sub(1);
    Some(match command {
        Command::Down => (selected + 1).min(last),
        Command::Up => selected.saturating_sub(1),
        Command::PageDown | Command::HalfDown => (selected + PAGE).min(last),
        Command::PageUp | Command::HalfUp => selected.saturating_sub(PAGE),
        Command::First => 0,
        Command::Last => last,
        _ => return None,
    })
}

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
