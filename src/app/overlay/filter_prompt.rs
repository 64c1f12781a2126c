//! The line that types a filter: live count, errors at their column, completion, history.

use std::ops::Range;

use crate::app::line_edit::LineEdit;

/// Something that can be taken into the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What is shown, and typed where it is a part of a query.
    pub text: String,
    /// What it is, beside it.
    pub note: String,
    /// The whole query that it stands for, where it does.
    pub query: Option<String>,
}

/// Types a filter.
#[derive(Clone, Debug, Default)]
pub struct FilterPrompt {
    /// What is typed.
    pub input: LineEdit,
    /// What cannot be read of it: why, and its bytes.
    pub error: Option<(String, Range<usize>)>,
    /// How many rows it leaves, or what was typed before it while that is being counted.
    pub count: Option<usize>,
    /// What can stand where the cursor is: named queries, filters typed before, keys and values.
    pub candidates: Vec<Candidate>,
    /// The candidate that Tab takes.
    pub selected: usize,
    /// True once the selection was moved: then Enter takes a whole query.
    pub chosen: bool,
    /// The filter that Esc brings back.
    pub(in crate::app) before: String,
    pub(in crate::app) replace: Range<usize>,
    /// Number of the last count asked for.
    pub(in crate::app) search: u64,
    /// Place in the history of filters; its length where none was chosen.
    pub(in crate::app) recalled: usize,
}

impl FilterPrompt {
    /// What would complete the word at the cursor, where nothing else keeps the line from being read: that is
    /// no mistake yet.
    #[must_use]
    pub fn unfinished(&self) -> Option<&str> {
        let (_, wrong) = self.error.as_ref()?;
        let word = self.replace.start <= wrong.start && wrong.end <= self.replace.end && !wrong.is_empty();
        let candidate = self.candidates.get(self.selected).filter(|c| c.query.is_none())?;
        word.then_some(candidate.text.as_str())
    }
}
