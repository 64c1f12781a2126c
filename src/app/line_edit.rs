//! A line that is being typed.

use unicode_segmentation::UnicodeSegmentation;

/// One change to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Types a character.
    Insert(char),
    /// Rubs out what stands before the cursor.
    Backspace,
    /// Rubs out what stands under the cursor.
    Delete,
    /// Rubs out the word before the cursor.
    WordBack,
    /// Rubs out all before the cursor.
    ToStart,
    /// Rubs out all after the cursor.
    ToEnd,
    /// Moves left by a grapheme.
    Left,
    /// Moves right by a grapheme.
    Right,
    /// Moves to the beginning.
    Home,
    /// Moves to the end.
    End,
}

/// Longest line, in bytes: a pasted book is cut.
const LONGEST: usize = 4096;

/// A line with a cursor, which stands between graphemes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    cursor: usize,
}

impl LineEdit {
    /// A line with the cursor at its end.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut line = Self::default();
        line.paste(text);
        line
    }

    /// The line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The byte the cursor stands before.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Types a text at the cursor. Line breaks and tabs become blanks; other control characters are
    /// left out.
    pub fn paste(&mut self, text: &str) {
        for c in text.chars() {
            let c = if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
            if super::cells::mark_of(c).is_none() && self.text.len() + c.len_utf8() <= LONGEST {
                self.text.insert(self.cursor, c);
                self.cursor += c.len_utf8();
            }
        }
    }

    /// Makes a change; true where the text is another now.
    pub fn apply(&mut self, edit: Edit) -> bool {
        let before = self.text.len();
        match edit {
            Edit::Insert(c) => self.paste(c.encode_utf8(&mut [0; 4])),
            Edit::Backspace => self.cut(self.left()..self.cursor),
            Edit::Delete => self.cut(self.cursor..self.right()),
            Edit::WordBack => {
                let head = self.text[..self.cursor].trim_end();
                let start = head.rfind([' ', ':', ',']).map_or(0, |i| i + 1);
                // A separator alone goes by itself.
                let start = if start == head.len() && start > 0 { start - 1 } else { start };
                self.cut(start..self.cursor);
            }
            Edit::ToStart => self.cut(0..self.cursor),
            Edit::ToEnd => self.cut(self.cursor..self.text.len()),
            Edit::Left => self.cursor = self.left(),
            Edit::Right => self.cursor = self.right(),
            Edit::Home => self.cursor = 0,
            Edit::End => self.cursor = self.text.len(),
        }
        self.text.len() != before
    }

    fn cut(&mut self, range: std::ops::Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
    }

    fn left(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn right(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.cursor, |g| self.cursor + g.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str, edits: &[Edit]) -> (String, usize) {
        let mut line = LineEdit::new(text);
        for &edit in edits {
            line.apply(edit);
        }
        (line.text().to_owned(), line.cursor())
    }

    #[test]
    fn the_cursor_goes_by_graphemes() {
        assert_eq!(typed("ne\u{301}e", &[Edit::Left, Edit::Backspace]), ("ne".to_owned(), 1));
        assert_eq!(typed("ab", &[Edit::Home, Edit::Delete, Edit::Right, Edit::Right]), ("b".to_owned(), 1));
        assert_eq!(typed("", &[Edit::Backspace, Edit::Left, Edit::Delete, Edit::WordBack]), (String::new(), 0));
    }

    #[test]
    fn words_are_rubbed_out_up_to_their_separator() {
        assert_eq!(typed("type:consult,accuse", &[Edit::WordBack]).0, "type:consult,");
        assert_eq!(typed("type:consult,", &[Edit::WordBack]).0, "type:consult");
        assert_eq!(typed("two words ", &[Edit::WordBack]).0, "two ");
    }

    #[test]
    fn pasted_escapes_and_line_breaks_do_no_harm() {
        assert_eq!(LineEdit::new("a\x1b[31m\nb\u{202e}").text(), "a[31m b");
        assert_eq!(LineEdit::new(&"x".repeat(10_000)).text().len(), LONGEST);
    }
}
