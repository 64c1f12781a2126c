//! One article as it was read.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// Embedded in the program.
    Embedded,
    /// A file.
    File {
        /// Where it lies.
        path: PathBuf,
        /// Bytes of the file before the text's first: a byte order mark, front matter.
        shift: u32,
        /// True where the text's offsets are the file's own (UTF-8; a stray byte in it counts one),
        /// false where it was decoded from something else and offsets hold for the decoded text only.
        exact: bool,
    },
    /// A line of a JSONL stream.
    Line {
        /// Its number, from 1.
        line: u64,
    },
}

/// An article: its text and what was known about it before reading.
///
/// All spans of its findings are byte offsets into `text`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Article {
    /// A name that stays the same between runs: the file's name, or the `id` of a JSONL line.
    pub id: String,
    /// The name shown: the file's name.
    pub doc: String,
    /// Where it was read.
    pub origin: Origin,
    /// Title, where metadata gave one.
    pub title: Option<String>,
    /// Outlet, where metadata gave one.
    pub source: Option<String>,
    /// Day of publication, where metadata or the user gave one.
    pub published: Option<NaiveDate>,
    /// The text, exactly as decoded: nothing is normalised away.
    pub text: Arc<str>,
    /// What a reader should know about the reading: an encoding guessed, a date left out.
    pub notes: Vec<String>,
}

impl Article {
    /// An article with this name and text. Set `title`, `source` and `published` where you know them: relative dates
    /// ("on Monday") need a day of publication unless the text names one.
    #[must_use]
    pub fn from_text(doc: &str, text: &str) -> Self {
        Self {
            id: doc.to_owned(),
            doc: doc.to_owned(),
            origin: Origin::Embedded,
            title: None,
            source: None,
            published: None,
            text: Arc::from(text),
            notes: Vec::new(),
        }
    }

    /// The path of the file the article was read from, if it was one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        match &self.origin {
            Origin::File { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Bytes of the file before the text's first (a byte order mark, front matter): add it to a span to
    /// get offsets into the original file.
    #[must_use]
    pub fn shift(&self) -> u32 {
        match self.origin {
            Origin::File { shift, .. } => shift,
            _ => 0,
        }
    }
}
