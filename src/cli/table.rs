//! Rows as aligned columns, tab-separated values or JSON.

use std::io::{self, IsTerminal, Write};

use super::args::Format;
use crate::app::cells::{fit, one_line, width};
use crate::export::escape;
use crate::export::records::Record;

/// Spaces between columns.
const GAP: usize = 2;
/// Columns are not narrowed below this to make room for the last one.
const LEAST: usize = 12;
/// Rows measured before the first is printed; later rows use the same widths.
const MEASURED: usize = 2000;

/// Layout of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Terminal columns per line; `None` truncates nothing, for pipes and files.
    pub(super) width: Option<usize>,
    /// Bold header.
    pub(super) bold: bool,
}

impl Look {
    /// The layout that suits standard output.
    pub(super) fn of_stdout(no_color: bool) -> Self {
        let terminal = io::stdout().is_terminal();
        let size = ratatui::crossterm::terminal::size().map_or(80, |(columns, _)| columns as usize);
        let plain = no_color || std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
        Self { width: terminal.then_some(size), bold: terminal && !plain }
    }
}

/// Prints records in a format and returns their number.
///
/// # Errors
/// Those of the writer.
pub(super) fn print<R: Record>(
    out: &mut impl Write,
    records: impl Iterator<Item = R>,
    format: Format,
    look: Look,
) -> io::Result<u64> {
    let mut count = 0;
    let records = records.inspect(|_| count += 1);
    match format {
        Format::Table => table(out, records, look)?,
        Format::Tsv => {
            writeln!(out, "{}", R::COLUMNS.join("\t"))?;
            for record in records {
                let fields = record.fields();
                let fields: Vec<_> = fields.iter().map(|f| escape::tsv(f)).collect();
                writeln!(out, "{}", fields.join("\t"))?;
            }
        }
        Format::Json => {
            let mut before = "[\n";
            for record in records {
                write!(out, "{before}{}", escape::json(&serde_json::to_string(&record)?))?;
                before = ",\n";
            }
            writeln!(out, "{}", if before == "[\n" { "[]" } else { "\n]" })?;
        }
    }
    Ok(count)
}

fn table<R: Record>(out: &mut impl Write, mut records: impl Iterator<Item = R>, look: Look) -> io::Result<()> {
    let shown = |record: R| record.fields().iter().map(|f| one_line(f.trim()).into_owned()).collect::<Vec<_>>();
    let head: Vec<_> = R::COLUMNS.iter().map(|c| c.to_uppercase().replace('_', " ")).collect();
    let first: Vec<_> = records.by_ref().take(MEASURED).map(shown).collect();
    let mut widths: Vec<_> = head.iter().map(|h| width(h)).collect();
    for row in &first {
        for (w, cell) in widths.iter_mut().zip(row) {
            *w = (*w).max(width(cell));
        }
    }
    if let Some(room) = look.width {
        narrow(&mut widths, room);
    }
    let (bold, plain) = if look.bold { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    writeln!(out, "{bold}{}{plain}", line(&head, &widths, look))?;
    for row in first.into_iter().chain(records.map(shown)) {
        writeln!(out, "{}", line(&row, &widths, look))?;
    }
    Ok(())
}

/// Narrows the widest columns until a line fits, the last column first.
fn narrow(widths: &mut [usize], room: usize) {
    let mut over = (widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1)).saturating_sub(room);
    if let Some(last) = widths.last_mut() {
        let cut = over.min(last.saturating_sub(LEAST * 2));
        *last -= cut;
        over -= cut;
    }
    while over > 0 {
        let Some(widest) = widths.iter_mut().max().filter(|w| **w > LEAST) else { return };
        *widest -= 1;
        over -= 1;
    }
}

fn line(cells: &[String], widths: &[usize], look: Look) -> String {
    let mut out = String::new();
    let last = cells.len().saturating_sub(1);
    for (i, (cell, &room)) in cells.iter().zip(widths).enumerate() {
        let cell = if look.width.is_some() { fit(cell, room) } else { cell.as_str().into() };
        out.push_str(&cell);
        if i < last {
            out.extend(std::iter::repeat_n(' ', room.saturating_sub(width(&cell)) + GAP));
        }
    }
    out.truncate(out.trim_end().len());
    if let Some(room) = look.width { fit(&out, room).into_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Serialize)]
    struct Pair(&'static str, &'static str);

    impl Record for Pair {
        const COLUMNS: &'static [&'static str] = &["first_one", "second"];

        fn fields(&self) -> Vec<String> {
            vec![self.0.into(), self.1.into()]
        }
    }

    fn printed(rows: Vec<Pair>, format: Format, width: Option<usize>) -> String {
        let mut out = Vec::new();
        print(&mut out, rows.into_iter(), format, Look { width, bold: false }).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_are_aligned_and_cut_to_the_screen() {
        let rows = || vec![Pair("a", "x\ty\u{1b}[2Jz"), Pair("日本", "b")];
        assert_eq!(printed(rows(), Format::Table, None), "FIRST ONE  SECOND\na          x y␛[2Jz\n日本       b\n");
        let long = vec![Pair("a long field that goes on", "another long field that goes on and on")];
        for line in printed(long, Format::Table, Some(40)).lines() {
            assert!(width(line) <= 40, "{line}");
        }
    }

    #[test]
    fn other_formats_hold_every_row() {
        assert_eq!(printed(vec![Pair("a\tb", "c\nd")], Format::Tsv, None), "first_one\tsecond\na\\tb\tc\\nd\n");
        assert_eq!(printed(vec![], Format::Json, None), "[]\n");
        let json = printed(vec![Pair("a", "\u{9b}"), Pair("b", "c")], Format::Json, None);
        assert_eq!(json, "[\n[\"a\",\"\\u009b\"],\n[\"b\",\"c\"]\n]\n");
    }
}
