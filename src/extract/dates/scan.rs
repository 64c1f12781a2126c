//! Text → pieces: the words, runs of digits and signs that the date grammar reads.
//!
//! Pieces are finer than tokens ("mid-1990s" is four, "10am" two), since dates are written without
//! spaces in many ways; tags and trees are asked for through the token that holds a piece.

use crate::lexicon::dates::{Lex, W, look_up};
use crate::model::Span;

/// One piece.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Its bytes.
    pub span: Span,
    /// What it can be in a date expression.
    pub lex: Lex,
    /// True where white space stands before it.
    pub spaced: bool,
    /// True where it begins with a capital letter.
    pub capital: bool,
}

/// The pieces of a text.
#[derive(Debug)]
pub struct Pieces<'t> {
    text: &'t str,
    list: Vec<Piece>,
}

impl<'t> Pieces<'t> {
    /// Cuts a text; each stretch of `markup` (in order) is one piece that means nothing.
    pub fn of(text: &'t str, markup: &[Span]) -> Self {
        let mut pieces = Self { text, list: Vec::with_capacity(text.len() / 5) };
        pieces.cut(markup);
        pieces
    }

    fn cut(&mut self, markup: &[Span]) {
        let mut markup = markup.iter().copied().peekable();
        let bytes = self.text.as_bytes();
        let (mut at, mut spaced, mut line_ends) = (0, true, 0);
        while at < bytes.len() {
            let start = at;
            let byte = bytes[at];
            if byte.is_ascii_whitespace() {
                line_ends += usize::from(byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
                spaced = true;
                at += 1;
                continue;
            }
            if line_ends > 1 {
                self.push(start, start, Lex::Break, true);
            }
            line_ends = 0;
            while markup.next_if(|m| m.end as usize <= start).is_some() {}
            if let Some(stretch) = markup.next_if(|m| m.contains_byte(start)) {
                at = stretch.end as usize;
                self.push(start, at, Lex::Sign(0), spaced);
                spaced = false;
                continue;
            }
            let lex = if byte.is_ascii_digit() {
                while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                    at += 1;
                }
                digits(&bytes[start..at])
            } else if byte.is_ascii_alphabetic() {
                at = word_end(self.text, at);
                look_up(&self.text[start..at])
            } else if byte.is_ascii() {
                at += 1;
                Lex::Sign(byte)
            } else {
                let c = self.text[at..].chars().next().unwrap_or(' ');
                at += c.len_utf8();
                match c {
                    '‐' | '‑' | '–' | '—' | '−' => Lex::Sign(b'-'),
                    '’' | '‘' => Lex::Sign(b'\''),
                    '“' | '”' => Lex::Sign(b'"'),
                    c if c.is_whitespace() => {
                        spaced = true;
                        continue;
                    }
                    c if c.is_alphabetic() => {
                        at = word_end(self.text, at);
                        Lex::Other
                    }
                    _ => Lex::Sign(0),
                }
            };
            self.push(start, at, lex, spaced);
            spaced = false;
        }
    }

    fn push(&mut self, start: usize, end: usize, lex: Lex, spaced: bool) {
        let capital = self.text.as_bytes().get(start).is_some_and(u8::is_ascii_uppercase);
        self.list.push(Piece { span: Span::new(start, end), lex, spaced, capital });
    }

    /// The text cut.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Number of pieces.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// What piece `i` is; an end of paragraph where there is none.
    pub fn lex(&self, i: usize) -> Lex {
        self.list.get(i).map_or(Lex::Break, |p| p.lex)
    }

    /// What stands before piece `i`.
    pub fn before(&self, i: usize) -> Lex {
        i.checked_sub(1).map_or(Lex::Break, |i| self.lex(i))
    }

    /// True where piece `i` is that function word.
    pub fn is(&self, i: usize, word: W) -> bool {
        self.lex(i) == Lex::Word(word)
    }

    /// True where piece `i` is that sign.
    pub fn is_sign(&self, i: usize, sign: u8) -> bool {
        self.lex(i) == Lex::Sign(sign)
    }

    /// True where white space stands before piece `i`.
    pub fn is_spaced(&self, i: usize) -> bool {
        self.list.get(i).is_none_or(|p| p.spaced)
    }

    /// True where piece `i` begins with a capital letter.
    pub fn is_capital(&self, i: usize) -> bool {
        self.list.get(i).is_some_and(|p| p.capital)
    }

    /// Piece `i`'s words; empty where there is none.
    pub fn word(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |p| p.span.of(self.text))
    }

    /// The bytes of pieces `start..end`; empty for an empty run.
    pub fn span(&self, start: usize, end: usize) -> Span {
        match (self.list.get(start), end.checked_sub(1).and_then(|e| self.list.get(e))) {
            (Some(first), Some(last)) if start < end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }
}

fn word_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_alphabetic() => at += c.len_utf8(),
                _ => break,
            }
        }
    }
    at
}

fn digits(run: &[u8]) -> Lex {
    let value = run.iter().take(9).fold(0, |n, d| n * 10 + u32::from(d - b'0'));
    Lex::Digits(value, run.len().min(255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let pieces = Pieces::of(text, &[]);
        (0..pieces.len()).map(|i| pieces.word(i)).collect()
    }

    #[test]
    fn words_digits_and_signs_come_apart() {
        assert_eq!(cut("mid-1990s"), ["mid", "-", "1990", "s"]);
        assert_eq!(cut("10am, May 8–10"), ["10", "am", ",", "May", "8", "–", "10"]);
        assert_eq!(cut("a\u{a0}café’s"), ["a", "café", "’", "s"]);
    }

    #[test]
    fn an_empty_line_breaks_and_a_line_end_does_not() {
        assert_eq!(cut("May\r\n8"), ["May", "8"]);
        assert_eq!(cut("May\r\n\r\n8"), ["May", "", "8"]);
        assert_eq!(cut("May\r\r8"), ["May", "", "8"]);
    }
}
