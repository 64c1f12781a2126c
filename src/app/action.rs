//! What can happen to the explorer, and what it asks of the outside in return.

use std::path::PathBuf;

use super::background::Finished;
use super::command::Command;
use super::detail::DetailKey;
use super::layout::Pane;
use super::line_edit::Edit;
use super::rows::RowsKey;
use super::session::Session;
use super::view::View;
use crate::model::{ActorKind, ArticleId, EventId, QuoteId, Span};
use crate::search::Hit;

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A command was given.
    Run(Command),
    /// The line that is typed was changed.
    Edit(Edit),
    /// A text was pasted.
    Paste(String),
    /// A letter was given to a command that waits for one.
    Letter(char),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The mouse pressed on something.
    Click(Target),
    /// The wheel turned over a pane, or over what is open above the panes: lines down.
    Scroll(Option<Pane>, i32),
    /// The split between list and the rest was dragged to a column.
    Split(u16),
    /// The store has more than it had.
    Grown,
    /// Loading went on.
    Progress(Progress),
    /// The finder's answer to the search of this number.
    Found {
        /// Which search.
        search: u64,
        /// Its hits, best first.
        hits: Vec<Hit>,
    },
    /// The text finder's answer.
    FoundText {
        /// Which search.
        search: u64,
        /// Where the words stand, in order.
        hits: Vec<(ArticleId, Span)>,
    },
    /// How many rows a query leaves that is being typed.
    Counted {
        /// Which search.
        search: u64,
        /// How many.
        count: usize,
    },
    /// The answer to [`Effect::MakeRows`].
    RowsMade(Box<Finished<RowsKey>>),
    /// The answer to [`Effect::MakeDetail`].
    DetailMade(Box<Finished<DetailKey>>),
    /// A session of an earlier run is to be taken up.
    Resume(Box<Session>),
    /// What became of an export.
    Exported(ExportAnswer),
    /// Something was done outside, or could not be.
    Notice(Notice),
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportAnswer {
    /// There is such a file: it is to be asked again.
    Exists,
    /// It is being written.
    Writing,
    /// It is written.
    Done {
        /// How many exhibits.
        count: usize,
        /// The file, in full.
        path: String,
    },
    /// It cannot be written, and why.
    Failed(String),
}

/// What the mouse can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list, counted from the list's first.
    ListRow(usize),
    /// The sign of a list's row that folds and unfolds its story.
    Fold(usize),
    /// A line of the detail pane and the column in it.
    Detail(usize, u16),
    /// A row of the source pane's text and the column in it.
    Source(usize, u16),
    /// A pane's frame.
    Pane(Pane),
    /// A view's name.
    View(View),
    /// A cell of the network's matrix: its row and column.
    Cell(usize, usize),
    /// A step of the way here, counted back from here.
    Crumb(usize),
    /// A row of what is open above the panes.
    Overlay(usize),
    /// A command named on the screen.
    Command(Command),
    /// Beside what is open above the panes.
    Outside,
}

/// What `update` asks of the outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Look for an actor; the answer is [`Action::Found`] with the same number.
    Find {
        /// Which search.
        search: u64,
        /// What was typed.
        pattern: String,
        /// The kind looked for; `None` for any.
        kind: Option<ActorKind>,
    },
    /// Look for words in all articles; the answer is [`Action::FoundText`] with the same number.
    FindText {
        /// Which search.
        search: u64,
        /// What was typed.
        words: String,
    },
    /// Count what a query that is being typed lists; the answer is [`Action::Counted`] with the same
    /// number, then [`Action::RowsMade`] with what Enter would list.
    Count {
        /// Which search.
        search: u64,
        /// What it would list.
        rows: Box<RowsKey>,
    },
    /// Make rows; the answer is [`Action::RowsMade`].
    MakeRows(Box<RowsKey>),
    /// Make a detail; the answer is [`Action::DetailMade`].
    MakeDetail(Box<DetailKey>),
    /// Put a text on the clipboard.
    Copy(String),
    /// Write evidence to a file; the answer is [`Action::Exported`].
    Export {
        /// Events, in the order they are written.
        events: Vec<EventId>,
        /// Quotes, after them.
        quotes: Vec<QuoteId>,
        /// The format's name.
        format: &'static str,
        /// The file's name as it was typed.
        path: String,
        /// Whether a file of this name may be written over.
        overwrite: bool,
    },
    /// Open a file in the editor.
    Edit {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
    },
    /// Use the theme after this one.
    NextTheme,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Draw everything anew.
    Redraw,
    /// Stop loading.
    StopLoading,
    /// Go to the background.
    Suspend,
    /// End.
    Quit,
}

/// How far loading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Articles read.
    pub done: usize,
    /// Articles there are, where that is known.
    pub total: Option<usize>,
    /// Articles a second.
    pub rate: f32,
    /// Seconds that remain, where they can be told.
    pub remaining: Option<u64>,
    /// What is being read.
    pub current: String,
    /// Where it ended, how.
    pub end: Option<LoadEnd>,
}

/// How loading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadEnd {
    /// All is read.
    Complete,
    /// It was stopped: what was read is kept.
    Stopped,
}

/// A line for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, and what to do about it.
    pub text: String,
    /// Good news or bad.
    pub tone: Tone,
}

/// Good news or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It was done.
    Done,
    /// It could not be done.
    Refused,
}

impl Notice {
    /// Good news.
    #[must_use]
    pub fn done(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Done }
    }

    /// Bad news.
    #[must_use]
    pub fn refused(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Refused }
    }
}
