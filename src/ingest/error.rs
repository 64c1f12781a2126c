//! Inputs that were skipped, and why.

use std::fmt;
use std::path::PathBuf;

/// A file or line that yielded no article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct Skipped {
    /// The id the article would have had: a relative path, the `id` of a JSON line, or `line-N`.
    pub id: String,
    /// The file, where there is one.
    pub path: Option<PathBuf>,
    /// The line of a JSONL stream, from 1.
    pub line: Option<u64>,
    /// What was wrong, and what to do about it.
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

/// Why an input yielded no article. The message says what to do, if anything can be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// No bytes.
    #[error("empty")]
    Empty,
    /// Bytes, but no word.
    #[error("nothing but whitespace")]
    Blank,
    /// Not text in any known encoding.
    #[error("binary, not text (see byte {at}); convert it to plain text first")]
    Binary {
        /// The first byte that does not occur in text.
        at: usize,
    },
    /// A known format that cannot be read yet.
    #[error("{format}: not supported yet; convert it to plain text (.txt), Markdown (.md) or JSON lines (.jsonl)")]
    Unsupported {
        /// The format's name.
        format: &'static str,
    },
    /// Output of this program: a report, or findings.
    #[error("written by dossier itself: not an article")]
    OwnOutput,
    /// A file found in a folder whose name does not identify it as text.
    #[error("not recognised as text by its name; pass the file itself to read it as text")]
    UnknownKind,
    /// A file or folder found in a folder whose name begins with a dot.
    #[error("hidden; pass it by name to read it")]
    Hidden,
    /// A folder that was already searched, or a link to one.
    #[error("the same folder as {to}, which is already included")]
    WalkedAlready {
        /// That folder.
        to: String,
    },
    /// The same file under another path.
    #[error("the same file as {other}, which is already included")]
    SameFile {
        /// That path.
        other: String,
    },
    /// A device, pipe or socket found in a folder.
    #[error("not a regular file or folder")]
    Special,
    /// The system refused to read it.
    #[error("cannot be read: {message}")]
    Unreadable {
        /// The system's message.
        message: String,
    },
    /// Too long for an article.
    #[error("longer than {limit} MiB, the limit for one article; split it")]
    TooLarge {
        /// The limit in MiB.
        limit: u64,
    },
    /// A JSONL line that is not JSON.
    #[error("not JSON: {message}; a line must be one object like {{\"id\": \"a1\", \"text\": \"…\"}}")]
    NotJson {
        /// The parser's message, with the column.
        message: String,
    },
    /// A JSONL line without a usable field.
    #[error("{what}; a line must be one object like {{\"id\": \"a1\", \"text\": \"…\"}}")]
    BadField {
        /// The field and what is wrong with it.
        what: &'static str,
    },
    /// Extraction panicked.
    #[error("a bug in dossier, which should accept any text; please report it with the article")]
    Fault,
    /// A JSONL line that is not UTF-8.
    #[error("not UTF-8 (byte {at} of the line); convert the file to UTF-8")]
    NotUtf8 {
        /// The first invalid byte.
        at: usize,
    },
}

impl Reason {
    /// The category of the skipped input, in a word or two, for counting.
    #[must_use]
    pub fn sort(&self) -> &'static str {
        match self {
            Self::Empty | Self::Blank => "empty",
            Self::Binary { .. } => "binary",
            Self::Unsupported { format } => format,
            Self::UnknownKind => "of unknown type",
            Self::Hidden => "hidden",
            Self::WalkedAlready { .. } | Self::SameFile { .. } => "duplicate",
            Self::Special => "special file",
            Self::OwnOutput => "own output",
            Self::Unreadable { .. } => "unreadable",
            Self::TooLarge { .. } => "too large",
            Self::NotJson { .. } | Self::BadField { .. } | Self::NotUtf8 { .. } => "bad line",
            Self::Fault => "failed",
        }
    }

    /// The reason for an I/O error.
    pub(super) fn from_io(error: &std::io::Error) -> Self {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => "no such file; check the spelling of the path".to_owned(),
            std::io::ErrorKind::PermissionDenied => "permission denied; check the file's permissions".to_owned(),
            _ => error.to_string(),
        };
        Self::Unreadable { message }
    }
}
