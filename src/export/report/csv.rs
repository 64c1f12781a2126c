//! Reports as comma-separated values, one exhibit a row.
//!
//! Control characters and backslashes are escaped as in tab-separated lists, so a row is a line. A
//! cell that a spreadsheet would take for a formula begins with an apostrophe.

use std::io::{self, Write};

use serde_json::{Map, Value};

use super::ReportError;
use crate::export::escape;
use crate::export::exhibit::Exhibit;

/// Signs at which a spreadsheet begins to calculate. An apostrophe is guarded too, so that reading
/// takes away exactly what writing put there.
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
    write!(out, "{}\r\n", COLUMNS.join(","))?;
    for exhibit in exhibits {
        let fields = serde_json::to_value(exhibit)?;
        let cells: Vec<_> = COLUMNS.iter().map(|name| cell(&fields[name])).collect();
        write!(out, "{}\r\n", cells.join(","))?;
    }
    Ok(())
}

fn cell(value: &Value) -> String {
    let Value::String(text) = value else { return value.to_string() };
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = format!("{guard}{}", escape::tsv(text));
    if text.contains([',', '"', ' ']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

pub(super) fn read(text: &str) -> Option<Result<Vec<Exhibit>, ReportError>> {
    let mut rows = text.lines();
    (rows.next()? == COLUMNS.join(",")).then(|| {
        rows.enumerate()
            .filter(|(_, row)| !row.is_empty())
            .map(|(i, row)| {
                exhibit(row)
                    .ok_or_else(|| ReportError::Line { line: i + 2, message: "it is no row of a report".into() })
            })
            .collect()
    })
}

fn exhibit(row: &str) -> Option<Exhibit> {
    let cells = cells(row)?;
    if cells.len() != COLUMNS.len() {
        return None;
    }
    let mut fields = Map::new();
    for (name, cell) in COLUMNS.iter().zip(cells) {
        let value = match *name {
            "start" | "end" => Value::from(cell.parse::<u32>().ok()?),
            _ => Value::from(escape::unescape(cell.strip_prefix('\'').unwrap_or(&cell))?),
        };
        fields.insert((*name).to_owned(), value);
    }
    serde_json::from_value(Value::Object(fields)).ok()
}

/// The cells of a row, quotation marks taken off.
fn cells(row: &str) -> Option<Vec<String>> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut chars = row.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut()?;
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    (!quoted).then_some(cells)
}
