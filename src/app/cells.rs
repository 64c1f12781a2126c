//! Text as terminal cells: what a reader sees for each grapheme, and how wide it is.
//!
//! Nothing of an article or a file name reaches the terminal but through here: control, bidi and
//! zero-width characters become visible marks of one cell, so no escape sequence of a file is ever
//! sent and no text can hide or turn round its neighbours.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Cells that a tab takes.
const TAB: &str = "    ";

/// Combining marks more than this on one letter are cut: a terminal draws them over its neighbours.
const MARKS_MAX: usize = 4;

/// One grapheme as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'t> {
    /// First byte in the text.
    pub at: usize,
    /// Bytes it takes in the text.
    pub len: usize,
    /// What is shown.
    pub shown: &'t str,
    /// Cells it takes: 0 to 4.
    pub width: usize,
    /// True for a mark that stands for something that cannot be shown.
    pub mark: bool,
}

/// The mark shown for a character that must not reach the terminal; `None` for all others.
#[must_use]
pub fn mark_of(c: char) -> Option<&'static str> {
    const CONTROLS: [&str; 32] = [
        "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊", "␋", "␌", "␍", "␎", "␏", "␐", "␑", "␒", "␓", "␔", "␕",
        "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟",
    ];
    match c {
        '\0'..='\x1f' => Some(CONTROLS[c as usize]),
        '\x7f' => Some("␡"),
        // C1 controls: some terminals read them as escape sequences' first byte.
        '\u{80}'..='\u{9f}' => Some("�"),
        // Directional marks, embeddings, overrides and isolates.
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => Some("⇄"),
        // Line and paragraph separators.
        '\u{2028}' | '\u{2029}' => Some("␤"),
        // Zero width: spaces, joiners, invisible operators, fillers, variation selectors, tags.
        '\u{ad}' => Some("-"),
        '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2065}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Some("◦"),
        _ => None,
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// The cells of a text that holds no line break, in order.
pub fn cells(text: &str) -> impl Iterator<Item = Cell<'_>> {
    text.grapheme_indices(true).flat_map(|(at, grapheme)| Parts { at, rest: grapheme })
}

/// A grapheme's cells: one, unless it holds characters that are shown as marks.
struct Parts<'t> {
    at: usize,
    rest: &'t str,
}

impl<'t> Iterator for Parts<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Cell<'t>> {
        let first = self.rest.chars().next()?;
        let (len, shown, mark) = if first == '\t' {
            (1, TAB, false)
        } else if is_variation_selector(first) {
            (first.len_utf8(), "", false)
        } else if let Some(mark) = mark_of(first) {
            (first.len_utf8(), mark, true)
        } else {
            let stop = |c: char| mark_of(c).is_some() || is_variation_selector(c);
            let len = self.rest.find(stop).unwrap_or(self.rest.len());
            let cut = self.rest[..len].char_indices().nth(1 + MARKS_MAX).map_or(len, |(i, _)| i);
            (len, &self.rest[..cut], false)
        };
        let width = if mark { 1 } else { shown.width() };
        let cell = Cell { at: self.at, len, shown, width, mark };
        self.at += len;
        self.rest = &self.rest[len..];
        Some(cell)
    }
}

/// Text made fit for the terminal, on one line: line breaks with the blanks around them and tabs become
/// one blank, characters that must not be sent become their marks. Borrows where nothing has to change.
#[must_use]
pub fn one_line(text: &str) -> std::borrow::Cow<'_, str> {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let (mut blank, mut broken) = (false, false);
    for cell in cells(text) {
        let raw = &text[cell.at..cell.at + cell.len];
        if raw.starts_with(['\n', '\r', '\t']) {
            if !blank {
                out.push(' ');
            }
            (blank, broken) = (true, true);
        } else if !(broken && raw == " ") {
            broken = false;
            out.push_str(cell.shown);
            blank = raw == " ";
        }
    }
    out.into()
}

/// How many cells a text takes on one line.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(|b| (0x20..0x7f).contains(&b)) {
        return text.len();
    }
    cells(text).map(|c| c.width).sum()
}

/// The beginning of a one-line text that fits into `room` cells, with … where something was cut.
#[must_use]
pub fn fit(text: &str, room: usize) -> std::borrow::Cow<'_, str> {
    let text = one_line(text);
    if width(&text) <= room {
        return text;
    }
    if room == 0 {
        return "".into();
    }
    let mut used = 0;
    let mut out = String::new();
    for cell in cells(&text) {
        if used + cell.width > room - 1 {
            break;
        }
        used += cell.width;
        out.push_str(cell.shown);
    }
    out.truncate(out.trim_end().len());
    out.push('…');
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_goes_on_after_one_blank() {
        assert_eq!(one_line("They\n    haven’t \r\n been\there  twice"), "They haven’t been here  twice");
    }

    #[test]
    fn nothing_a_terminal_would_obey_is_shown() {
        let hostile = "a\x1b]0;PWNED\x07b\u{202e}c\u{200b}d\u{9b}31me\u{feff}\u{fe0f}\r\nf";
        let shown = one_line(hostile);
        assert!(!shown.chars().any(|c| c.is_control() || mark_of(c).is_some()), "{shown:?}");
        assert_eq!(shown, "a␛]0;PWNED␇b⇄c◦d�31me◦ f");
    }

    #[test]
    fn width_counts_cells_not_bytes() {
        assert_eq!(width("naïve"), 5);
        assert_eq!(width("東京"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("\u{1b}"), 1);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn fitting_cuts_at_graphemes_and_says_so() {
        assert_eq!(fit("Vladimir Putin", 14), "Vladimir Putin");
        assert_eq!(fit("Vladimir Putin", 10), "Vladimir…");
        assert_eq!(fit("東京都庁", 6), "東京…");
        assert_eq!(fit("東京都庁", 5), "東京…");
        assert_eq!(fit("x", 0), "");
        for room in 0..20 {
            assert!(width(&fit("a\u{301}b東c\u{200d}d \u{1f468}\u{200d}\u{1f469} e", room)) <= room);
        }
    }

    #[test]
    fn cells_tile_the_text() {
        let text = "a\u{301}\u{200d}\u{fe0f}東\t\u{1b}[0m\u{1f468}\u{200d}\u{1f469}";
        let mut at = 0;
        for cell in cells(text) {
            assert_eq!(cell.at, at);
            at += cell.len;
        }
        assert_eq!(at, text.len());
    }

    #[test]
    fn heaps_of_combining_marks_are_cut() {
        let zalgo = format!("z{}", "\u{301}".repeat(500));
        assert!(one_line(&zalgo).chars().count() <= 1 + MARKS_MAX);
    }
}
