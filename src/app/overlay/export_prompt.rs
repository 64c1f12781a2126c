//! The question where to export to, and as what.

use crate::app::line_edit::LineEdit;
use crate::model::{EventId, QuoteId};

/// A format that reports can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportFormat {
    /// Its name, and the extension of its files.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
}

/// Asks for a file's name and a format.
#[derive(Clone, Debug)]
pub struct ExportPrompt {
    /// The file's name.
    pub input: LineEdit,
    /// Place of the format among the model's.
    pub selected: usize,
    /// What will be written: "3 marked: 3 events".
    pub what: String,
    /// True where the file is there already: Enter writes over it.
    pub overwrites: bool,
    pub(in crate::app) events: Vec<EventId>,
    pub(in crate::app) quotes: Vec<QuoteId>,
}

impl ExportPrompt {
    /// Another name was typed.
    pub(in crate::app) fn typed(&mut self) {
        self.overwrites = false;
    }
}
