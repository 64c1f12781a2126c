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

use super::command::Command;
use super::line_edit::LineEdit;

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
pub(super) fn moved(selected: usize, len: usize, command: Command) -> Option<usize> {
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
