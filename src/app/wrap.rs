//! An article laid out in rows, once for each width.
//!
//! A row is a range of the text's bytes, so the table is small, finding the row of a byte is a
//! binary search, and the same table tells where the mouse points.

mod folds;

use std::ops::Range;

use super::cells::{self, Cell};
use crate::model::Span;

/// A line of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// First byte.
    pub start: u32,
    /// One past the last byte shown: white space where the line was broken is left out.
    pub end: u32,
    /// Number of its paragraph, from 1; 0 for a blank row.
    pub paragraph: u32,
    /// True for the first row of its paragraph.
    pub first: bool,
}

impl Row {
    /// The bytes shown.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The rows of one text at one width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrapTable {
    rows: Vec<Row>,
    width: usize,
}

impl WrapTable {
    /// Wraps a text by words, and by graphemes where a word is wider than the row. Line breaks that an
    /// earlier wrapping made, as mails and Markdown have them, are blanks like others.
    #[must_use]
    pub fn new(text: &str, width: usize) -> Self {
        Self::wrapped(text, width, folds::Breaks::of(text))
    }

    /// As [`WrapTable::new`], of words taken from a text: every single line break is a blank.
    #[must_use]
    pub fn of_words(text: &str, width: usize) -> Self {
        Self::wrapped(text, width, folds::Breaks::AllBlanks)
    }

    fn wrapped(text: &str, width: usize, breaks: folds::Breaks) -> Self {
        let width = width.max(1);
        let mut rows: Vec<Row> = Vec::with_capacity(text.len() / width + 8);
        let blocks = text.contains("\n\n") || text.contains("\n\r\n");
        let (mut paragraph, mut fresh) = (0, true);
        for line in breaks.lines(text) {
            let body = &text[line.clone()];
            if body.trim().is_empty() {
                // A run of blank lines is shown as one.
                if rows.last().is_some_and(|r| r.paragraph != 0) {
                    let at = line.start as u32;
                    rows.push(Row { start: at, end: at, paragraph: 0, first: false });
                }
                fresh = true;
                continue;
            }
            if fresh || !blocks {
                paragraph += 1;
            }
            wrap_line(body, line.start, width, |range, first_of_line| {
                rows.push(Row {
                    start: range.start as u32,
                    end: range.end as u32,
                    paragraph,
                    first: first_of_line && (fresh || !blocks),
                });
            });
            fresh = false;
        }
        Self { rows, width }
    }

    /// All rows, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The width it was made for, in cells.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The row that shows a byte, or the one before it where it is not shown; 0 for an empty text.
    #[must_use]
    pub fn row_of(&self, byte: u32) -> usize {
        self.rows.partition_point(|r| r.start <= byte).saturating_sub(1)
    }

    /// The rows that show a span.
    #[must_use]
    pub fn rows_of(&self, span: Span) -> Range<usize> {
        let first = self.row_of(span.start);
        let last = self.row_of(span.end.saturating_sub(1).max(span.start));
        first..(last + 1).min(self.rows.len().max(1))
    }

    /// Number of the paragraph that holds a byte; 0 for an empty text.
    #[must_use]
    pub fn paragraph_of(&self, byte: u32) -> u32 {
        self.rows.get(self.row_of(byte)).map_or(0, |r| r.paragraph)
    }

    /// The byte shown at a column of a row; `None` right of the row's end.
    #[must_use]
    pub fn byte_at(&self, text: &str, row: usize, column: usize) -> Option<u32> {
        let row = self.rows.get(row)?;
        let mut used = 0;
        for cell in row_cells(text.get(row.range())?) {
            used += cell.width;
            if column < used {
                return Some(row.start + cell.at as u32);
            }
        }
        None
    }
}

/// The cells of a row: a line break within it is a blank.
pub fn row_cells(row: &str) -> impl Iterator<Item = Cell<'_>> {
    cells::cells(row).map(move |cell| match &row[cell.at..cell.at + cell.len] {
        "\n" => Cell { shown: " ", mark: false, ..cell },
        "\r" if row[cell.at + 1..].starts_with('\n') => Cell { shown: "", width: 0, mark: false, ..cell },
        _ => cell,
    })
}

/// Hands out the rows of one line; line breaks in it are blanks.
fn wrap_line(line: &str, base: usize, width: usize, mut emit: impl FnMut(Range<usize>, bool)) {
    let mut start = 0;
    while start < line.len() {
        let rest = &line[start..];
        let (shown, taken) = take_row(rest, width);
        emit(base + start..base + start + shown, start == 0);
        start += taken.max(1);
        while !line.is_char_boundary(start) {
            start += 1;
        }
    }
}

/// Bytes of the next row and bytes it uses up, the blanks at its break included.
fn take_row(rest: &str, width: usize) -> (usize, usize) {
    // Most rows are plain ASCII: a byte is a cell there.
    let window = &rest.as_bytes()[..rest.len().min(width + 1)];
    if window.iter().all(|b| matches!(b, 0x20..0x7f | b'\n')) && rest.is_char_boundary(window.len()) {
        if rest.len() <= width {
            return (rest.trim_end().len(), rest.len());
        }
        // The character after the window may be a combining mark of the last one: look with care.
        if rest.as_bytes().get(window.len()).is_none_or(u8::is_ascii) {
            return match window.iter().rposition(|b| matches!(b, b' ' | b'\n')) {
                Some(at) if !rest[..at].trim_end().is_empty() => broken_at(rest, at),
                _ => hyphen_break(&rest[..width]).map_or((width, width), |at| (at, at)),
            };
        }
    }
    let (mut used, mut break_at) = (0, None);
    for Cell { at, len, width: w, .. } in row_cells(rest) {
        let blank = matches!(&rest[at..at + len], " " | "\t" | "\n" | "\u{3000}");
        if blank && at > 0 {
            break_at = Some(at);
        }
        if used + w > width {
            return match break_at {
                Some(b) if !rest[..b].trim_end().is_empty() => broken_at(rest, b),
                _ if at == 0 => (len, len),
                // a return belongs to the line break behind it
                _ if rest[at..].starts_with('\n') && rest[..at].ends_with('\r') => (at - 1, at),
                _ => (at, at),
            };
        }
        used += w;
        // Ideographs may be broken after any of them.
        if w == 2 && used <= width {
            break_at = Some(at + len);
        }
    }
    (rest.trim_end().len(), rest.len())
}

fn broken_at(rest: &str, at: usize) -> (usize, usize) {
    let blanks = rest[at..].len() - rest[at..].trim_start_matches([' ', '\t', '\n', '\r', '\u{3000}']).len();
    (rest[..at].trim_end().len(), at + blanks)
}

/// Where a word too wide for a row may be broken: after its last hyphen or slash.
fn hyphen_break(word: &str) -> Option<usize> {
    word.rfind(['-', '/']).map(|at| at + 1).filter(|&at| at > word.len() / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines<'t>(text: &'t str, table: &WrapTable) -> Vec<&'t str> {
        table.rows().iter().map(|r| &text[r.range()]).collect()
    }

    #[test]
    fn words_stay_whole_where_they_fit() {
        let text = "Xi told Putin that complex issues have no simple solutions.";
        let table = WrapTable::new(text, 20);
        assert_eq!(lines(text, &table), ["Xi told Putin that", "complex issues have", "no simple solutions."]);
    }

    #[test]
    fn paragraphs_are_numbered_and_blank_lines_drawn_once() {
        let text = "One.\n\n\n\nTwo\nstill two.\r\n\r\nThree.";
        let table = WrapTable::new(text, 40);
        assert_eq!(lines(text, &table), ["One.", "", "Two", "still two.", "", "Three."]);
        let numbers: Vec<(u32, bool)> = table.rows().iter().map(|r| (r.paragraph, r.first)).collect();
        assert_eq!(numbers, [(1, true), (0, false), (2, true), (2, false), (0, false), (3, true)]);
    }

    #[test]
    fn a_span_is_found_in_its_rows() {
        let text = "Xi told Putin that complex issues have no simple solutions.";
        let table = WrapTable::new(text, 20);
        let at = text.find("issues").expect("it is there");
        assert_eq!(table.rows_of(Span::new(at, at + "issues have no".len())), 1..3);
        assert_eq!(table.byte_at(text, 1, 8), Some(at as u32));
        assert_eq!(table.byte_at(text, 1, 70), None);
    }

    #[test]
    fn breaks_of_an_earlier_wrapping_are_blanks() {
        let wrapped = "The leaders of both states met in the capital and spoke about trade, security\n\
                       and the war, and they agreed to meet again before the end of the year in order\n\
                       to sign what their ministers will have prepared by then, the spokesman said in\n\
                       the evening.\n\n- trade between the two states, which has doubled within five years\n\
                       - security\n\nBoth sides called the talks useful and thanked the mediators for their patience\n\
                       and their help.\n";
        let table = WrapTable::new(wrapped, 200);
        let shown = lines(wrapped, &table);
        assert_eq!(shown.len(), 7, "{shown:#?}");
        assert!(
            shown[0].contains("trade, security\nand the war") && shown[0].ends_with("ministers will have"),
            "{shown:#?}"
        );
        assert_eq!(shown[4], "- security", "a list stays one");
        let said: String = row_cells(shown[0]).map(|c| c.shown).collect();
        assert!(said.contains("security and the war"));
        let verse = "Roses are red,\nviolets are blue.";
        assert_eq!(lines(verse, &WrapTable::new(verse, 80)).len(), 2);
        assert_eq!(lines(verse, &WrapTable::of_words(verse, 80)).len(), 1);
    }

    #[test]
    fn a_return_before_a_break_takes_no_room() {
        let text = "é\r\r\na";
        let table = WrapTable::of_words(text, 1);
        assert!(table.rows().iter().all(|r| row_cells(&text[r.range()]).map(|c| c.width).sum::<usize>() <= 1));
    }

    #[test]
    fn a_megabyte_without_a_blank_is_cut_at_the_width() {
        let text = "x".repeat(1 << 20);
        let table = WrapTable::new(&text, 80);
        assert_eq!(table.rows().len(), (1usize << 20).div_ceil(80));
    }

    proptest! {
        #[test]
        fn every_letter_is_on_a_row_and_no_row_is_too_wide(
            text in "[ a-z\\-\r\n\té東\u{301}\u{200d}\u{1b}😀]{0,200}", width in 1usize..30, words: bool,
        ) {
            let table = if words { WrapTable::of_words(&text, width) } else { WrapTable::new(&text, width) };
            let mut last = 0;
            for row in table.rows() {
                prop_assert!(row.start >= last && row.end >= row.start);
                prop_assert!(text[last as usize..row.start as usize].trim().is_empty());
                last = row.end;
                let shown = &text[row.range()];
                // A single grapheme wider than the row is the only one that may stick out.
                let wide: usize = row_cells(shown).map(|c| c.width).sum();
                prop_assert!(wide <= width || row_cells(shown).count() == 1, "{shown:?} at {width}");
            }
            prop_assert!(text[last as usize..].trim().is_empty());
        }
    }
}
