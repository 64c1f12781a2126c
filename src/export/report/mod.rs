//! Reports: exhibits in a file that people or programs read, and that [`read`] gets back exactly.

mod csv;
mod jsonl;
mod markdown;

use std::io::{self, Write};

use super::exhibit::Exhibit;

/// The version of the report's records.
pub const SCHEMA: &str = "dossier-report/1";

/// Reads the exhibits of a report; `None` where the text is of another format.
type Reader = fn(&str) -> Option<Result<Vec<Exhibit>, ReportError>>;

/// A format of reports.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// As it is asked for, and the file's usual extension.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    write: fn(&mut dyn Write, &[Exhibit]) -> io::Result<()>,
    /// The exhibits of a file of this format; `None` for a file that is none.
    read: Reader,
}

/// Every format. A new one is a file of its own and a line here.
pub const FORMATS: [Format; 3] = [
    Format { name: "jsonl", about: "one JSON object a line, for programs", write: jsonl::write, read: jsonl::read },
    Format {
        name: "csv",
        about: "a table for spreadsheets; cells that look like formulas are made text",
        write: csv::write,
        read: csv::read,
    },
    Format {
        name: "md",
        about: "Markdown with every quotation and its source, for people",
        write: markdown::write,
        read: markdown::read,
    },
];

impl Format {
    /// The format of a name, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FORMATS.into_iter().find(|f| f.name.eq_ignore_ascii_case(name))
    }

    /// Writes exhibits in their order; the same exhibits make the same bytes.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write(self, out: &mut dyn Write, exhibits: &[Exhibit]) -> io::Result<()> {
        (self.write)(out, exhibits)
    }
}

/// Why a report cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// It is of no known format.
    #[error("it is no report of dossier export (known formats: jsonl, csv, md)")]
    Unknown,
    /// A line of it cannot be read.
    #[error("line {line}: {message}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
}

/// The exhibits of a report in any of the formats.
///
/// # Errors
/// [`ReportError`] for other files, and for reports that were changed into something unreadable.
pub fn read(text: &str) -> Result<Vec<Exhibit>, ReportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    FORMATS.into_iter().find_map(|f| (f.read)(text)).unwrap_or(Err(ReportError::Unknown))
}

#[cfg(test)]
mod tests;
