//! Reports as JSON lines: a header line, then one exhibit per line.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{ReportError, SCHEMA};
use crate::export::escape;
use crate::export::exhibit::Exhibit;

#[derive(Serialize, Deserialize)]
struct Head {
    schema: String,
    version: String,
    exhibits: usize,
}

pub(super) fn write(out: &mut dyn Write, exhibits: &[Exhibit]) -> io::Result<()> {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let head = Head { schema: SCHEMA.to_owned(), version, exhibits: exhibits.len() };
    writeln!(out, "{}", serde_json::to_string(&head)?)?;
    for exhibit in exhibits {
        writeln!(out, "{}", escape::json(&serde_json::to_string(exhibit)?))?;
    }
    Ok(())
}

pub(super) fn read(text: &str) -> Option<Result<Vec<Exhibit>, ReportError>> {
    let head: Head = serde_json::from_str(text.lines().next()?).ok()?;
    (head.schema == SCHEMA).then(|| {
        let lines = text.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty());
        lines
            .map(|(i, line)| {
                serde_json::from_str(line).map_err(|e| ReportError::Line { line: i + 1, message: e.to_string() })
            })
            .collect()
    })
}
