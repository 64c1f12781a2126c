//! Reports: files of exhibits for people or programs, which [`read`] restores exactly.

mod csv;
mod jsonl;
mod markdown;

use std::io::{self, Write};

use super::exhibit::Exhibit;

/// The version of the report's records.
pub const SCHEMA: &str = "dossier-report/1";

/// Reads the exhibits of a report; returns `None` if the text is in another format.
type Reader = fn(&str) -> Option<Result<Vec<Exhibit>, ReportError>>;

/// A report format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line, which is also the usual extension.
    pub name: &'static str,
    /// What it is for.
    pub about: &'static str,
    write: fn(&mut dyn Write, &[Exhibit]) -> io::Result<()>,
    /// Reads a file of this format; `None` if it is in another format.
    read: Reader,
}

/// Every format. To add one, write a file for it and add a line here.
pub const FORMATS: [Format; 3] = [
    Format { name: "jsonl", about: "one JSON object a line, for programs", write: jsonl::write, read: jsonl::read },
    Format {
        name: "csv",
        about: "a table for spreadsheets; cells that look like formulas are escaped",
        write: csv::write,
        read: csv::read,
    },
    Format {
        name: "md",
        about: "Markdown with every quotation and its source, for people to read",
        write: markdown::write,
        read: markdown::read,
    },
];

impl Format {
    /// The format of that name, ignoring case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FORMATS.into_iter().find(|f| f.name.eq_ignore_ascii_case(name))
    }

    /// Writes exhibits in the given order; the same exhibits give the same bytes.
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
    /// The file is in no known format.
    #[error("not a report written by dossier export (known formats: jsonl, csv, md)")]
    Unknown,
    /// A line cannot be read.
    #[error("line {line}: {message}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong.
        message: String,
    },
}

/// Reads the exhibits of a report in any format.
///
/// # Errors
/// [`ReportError`] for other files, and for reports that were edited beyond recognition.
pub fn read(text: &str) -> Result<Vec<Exhibit>, ReportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    FORMATS.into_iter().find_map(|f| (f.read)(text)).unwrap_or(Err(ReportError::Unknown))
}

#[cfg(test)]
mod tests;
