//! Reports as Markdown: every quotation with its source and, in a comment at the end, the records that
//! `dossier verify` reads.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{ReportError, jsonl};
use crate::export::escape::{self, is_hazardous};
use crate::export::exhibit::{Exhibit, Hashed};

const OPEN: &str = "<!-- records for dossier verify\n";
const CLOSE: &str = "-->";

pub(super) fn write(out: &mut dyn Write, exhibits: &[Exhibit]) -> io::Result<()> {
    writeln!(out, "# Evidence\n")?;
    writeln!(out, "{} exhibits, made with dossier {}.", exhibits.len(), env!("CARGO_PKG_VERSION"))?;
    for (i, exhibit) in exhibits.iter().enumerate() {
        writeln!(out, "\n## {}. {}\n", i + 1, heading(exhibit))?;
        for line in exhibit.words.lines() {
            writeln!(out, "> {}", plain(line))?;
        }
        writeln!(out, "\n{}", source(exhibit))?;
    }
    let mut records = Vec::new();
    jsonl::write(&mut records, exhibits)?;
    // An HTML comment ends at the first -->, wherever it is.
    let records = String::from_utf8_lossy(&records).replace('>', "\\u003e");
    writeln!(out, "\n{OPEN}{records}{CLOSE}")
}

fn heading(exhibit: &Exhibit) -> String {
    let mut out = String::new();
    let mut part = |text: &str, before: &str| {
        if !text.is_empty() {
            let _ = write!(out, "{before}{}", plain(text));
        }
    };
    if exhibit.kind == "quote" {
        part(&exhibit.who, "");
        part(if exhibit.trigger.is_empty() { "said" } else { &exhibit.trigger }, ", “");
        part("”", "");
    } else {
        part(if exhibit.date.is_empty() { "undated" } else { &exhibit.date }, "");
        part(&exhibit.event_type, " ");
        part(&exhibit.mode, " ");
        part(if exhibit.who.is_empty() { "no source named" } else { &exhibit.who }, ": ");
        part(&exhibit.to_whom, " → ");
        part(&exhibit.status, ", ");
        part(&exhibit.according_to, ", according to ");
    }
    out
}

fn source(exhibit: &Exhibit) -> String {
    let mut out = String::from("Source: ");
    for (text, after) in [(&exhibit.title, ", "), (&exhibit.source, ", ")] {
        if !text.is_empty() {
            let _ = write!(out, "{}{after}", plain(text));
        }
    }
    let file = if exhibit.path.is_empty() { &exhibit.doc } else { &exhibit.path };
    let of = |what: Hashed| if what == Hashed::File { "file" } else { "text" };
    let _ = write!(
        out,
        "`{}`, bytes {}–{} of the {}, SHA-256 of the {} `{}`",
        escape::tsv(file).replace('`', "'"),
        exhibit.start,
        exhibit.end,
        of(exhibit.bytes_of),
        of(exhibit.hashed),
        exhibit.sha256
    );
    out
}

/// Text with Markdown's markup and control characters escaped.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if is_hazardous(c) => {
                let _ = write!(out, "\\\\u{{{:x}}}", c as u32);
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

pub(super) fn read(text: &str) -> Option<Result<Vec<Exhibit>, ReportError>> {
    let (_, records) = text.rsplit_once(OPEN)?;
    jsonl::read(records.split_once(CLOSE)?.0)
}
