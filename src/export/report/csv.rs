//! Reports as comma-separated values, one exhibit per row.
//!
//! Control characters and backslashes are escaped as in tab-separated lists, so that every row is one line. A cell
//! that a spreadsheet would take for a formula is prefixed with an apostrophe.

use std::io::{self, Write};

use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use serde_json::{Map, Value};

use super::ReportError;
use crate::export::escape;
use crate::export::exhibit::Exhibit;

/// Characters that begin a formula in spreadsheets. The apostrophe is guarded too, so that reading removes exactly
/// what writing added.
const FORMULA: [char; 5] = ['=', '+', '-', '@', '\''];

/// The columns, in order: the fields of an exhibit.
const COLUMNS: [&str; 20] = [
    "kind",
    "date",
    "type",
    "mode",
    "status",
    "who",
    "to_whom",
    "according_to",
    "trigger",
    "words",
    "doc",
    "start",
    "end",
    "bytes_of",
    "path",
    "article",
    "source",
    "title",
    "sha256",
    "hashed",
];

pub(super) fn write(out: &mut dyn Write, exhibits: &[Exhibit]) -> io::Result<()> {
    let mut rows = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    rows.write_record(COLUMNS)?;
    for exhibit in exhibits {
        let fields = serde_json::to_value(exhibit)?;
        rows.write_record(COLUMNS.iter().map(|name| cell(&fields[name])))?;
    }
    rows.flush()
}

fn cell(value: &Value) -> String {
    let Value::String(text) = value else { return value.to_string() };
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("{guard}{}", escape::tsv(text))
}

pub(super) fn read(text: &str) -> Option<Result<Vec<Exhibit>, ReportError>> {
    // Rows of the wrong length are left to `exhibit`, so that the error names the line.
    let mut rows = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    if rows.headers().ok()?.iter().ne(COLUMNS) {
        return None;
    }
    let read = rows.into_records().map(|row| {
        let line = row.as_ref().ok().and_then(StringRecord::position).map_or(0, |p| p.line() as usize);
        row.ok()
            .and_then(|row| exhibit(&row))
            .ok_or_else(|| ReportError::Line { line, message: "not a row of a report".into() })
    });
    Some(read.collect())
}

fn exhibit(row: &StringRecord) -> Option<Exhibit> {
    if row.len() != COLUMNS.len() {
        return None;
    }
    let mut fields = Map::new();
    for (name, cell) in COLUMNS.iter().zip(row) {
        let value = match *name {
            "start" | "end" => Value::from(cell.parse::<u32>().ok()?),
            _ => Value::from(escape::unescape(cell.strip_prefix('\'').unwrap_or(cell))?),
        };
        fields.insert((*name).to_owned(), value);
    }
    serde_json::from_value(Value::Object(fields)).ok()
}
