//! What was not read, and why.

use std::fmt;
use std::path::PathBuf;

/// A file or line that gave no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct Skipped {
    /// The id the article would have had: a relative path, the `id` of a JSON line, or `line-N`.
    pub id: String,
    /// The file, where there is one.
    pub path: Option<PathBuf>,
    /// The line of a JSONL stream, from 1.
    pub line: Option<u64>,
    /// What was wrong and what can be done about it.
    pub reason: Reason,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{}", path.display())?,
            None if self.line.is_some() => write!(f, "standard input")?,
            None => write!(f, "{}", self.id)?,
        }
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Why something gave no article. The message says what to do where anything can be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// No bytes.
    #[error("empty")]
    Empty,
    /// Bytes, but no word.
    #[error("nothing but white space")]
    Blank,
    /// Not text in any encoding known.
    #[error("binary, not text (byte {at} and others like it); convert it to plain text first")]
    Binary {
        /// The first byte that no text holds.
        at: usize,
    },
    /// A known format that no reader exists for yet.
    #[error("{format} is not read yet; convert it to plain text (.txt), Markdown (.md) or JSON lines (.jsonl)")]
    Unsupported {
        /// The format's name.
        format: &'static str,
    },
    /// What this program wrote: a report, or findings.
    #[error("written by dossier itself: no article")]
    OwnOutput,
    /// A file met on the way through a folder whose name does not say that it is text.
    #[error("not known to be text by its name; name the file itself to have it read as text")]
    UnknownKind,
    /// A file or folder whose name begins with a dot, met on the way through a folder.
    #[error("hidden; name it to have it read")]
    Hidden,
    /// A link to a folder that was walked already, or that holds the link.
    #[error("leads to the folder {to}, which is read already")]
    WalkedAlready {
        /// That folder.
        to: String,
    },
    /// The same file as another of the paths given.
    #[error("the same file as {other}, which is read already")]
    SameFile {
        /// That path.
        other: String,
    },
    /// A device, pipe or socket met on the way through a folder.
    #[error("neither a file nor a folder")]
    Special,
    /// The system refused it.
    #[error("cannot be read: {message}")]
    Unreadable {
        /// The system's words.
        message: String,
    },
    /// Longer than an article may be.
    #[error("longer than {limit} MiB, the most that is read as one article; split it")]
    TooLarge {
        /// The limit in MiB.
        limit: u64,
    },
    /// A JSONL line that is no JSON.
    #[error("not JSON: {message}; a line must be one object like {{\"id\": \"a1\", \"text\": \"…\"}}")]
    NotJson {
        /// The parser's words, with the column.
        message: String,
    },
    /// A JSONL line without a usable field.
    #[error("{what}; a line must be one object like {{\"id\": \"a1\", \"text\": \"…\"}}")]
    BadField {
        /// The field and what is wrong with it.
        what: &'static str,
    },
    /// Extraction broke down over it.
    #[error("a fault of the program, which should read any text; please report it with the article")]
    Fault,
    /// A JSONL line that is not UTF-8.
    #[error("not UTF-8 (byte {at} of the line); convert the file to UTF-8")]
    NotUtf8 {
        /// The first byte that is none.
        at: usize,
    },
}

impl Reason {
    /// What sort of thing was skipped, in a word or two, for counting.
    #[must_use]
    pub fn sort(&self) -> &'static str {
        match self {
            Self::Empty | Self::Blank => "empty",
            Self::Binary { .. } => "binary",
            Self::Unsupported { format } => format,
            Self::UnknownKind => "of unknown kind",
            Self::Hidden => "hidden",
            Self::WalkedAlready { .. } | Self::SameFile { .. } => "met twice",
            Self::Special => "no file",
            Self::OwnOutput => "own report",
            Self::Unreadable { .. } => "unreadable",
            Self::TooLarge { .. } => "too large",
            Self::NotJson { .. } | Self::BadField { .. } | Self::NotUtf8 { .. } => "bad line",
            Self::Fault => "failed",
        }
    }

    /// The reason behind an error of the system.
    pub(super) fn from_io(error: &std::io::Error) -> Self {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => "there is no such file; check the spelling of the path".to_owned(),
            std::io::ErrorKind::PermissionDenied => "permission denied; check who may read it".to_owned(),
            _ => error.to_string(),
        };
        Self::Unreadable { message }
    }
}
