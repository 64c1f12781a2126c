//! Byte ranges of a text.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A range of UTF-8 bytes of an article's text, end exclusive.
///
/// A span built with [`Span::checked`] lies on character boundaries of its text; spans made from
/// token boundaries ([`Span::new`]) do so because tokens do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// Why a span cannot be built over a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bytes {start}..{end} are not on character boundaries of a text of {len} bytes")]
pub struct SpanError {
    start: usize,
    end: usize,
    len: usize,
}

impl Span {
    /// A span from byte offsets that are known to be character boundaries, `start <= end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} is backwards");
        Self { start: start as u32, end: end.max(start) as u32 }
    }

    /// A span of `text`, refused when an end is outside the text or inside a character.
    ///
    /// # Errors
    /// [`SpanError`] names the offsets and the text's length.
    pub fn checked(text: &str, start: usize, end: usize) -> Result<Self, SpanError> {
        if start <= end && text.is_char_boundary(start) && text.is_char_boundary(end) && u32::try_from(end).is_ok() {
            Ok(Self::new(start, end))
        } else {
            Err(SpanError { start, end, len: text.len() })
        }
    }

    /// The bytes as a range for indexing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words of `text` at this span; empty where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// True for a span of no bytes.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True where the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start.max(other.start) < self.end.min(other.end)
    }

    /// True where every byte of `other` is in `self`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where byte `at` is in the span.
    #[must_use]
    pub fn contains_byte(self, at: usize) -> bool {
        (self.start as usize) <= at && at < self.end as usize
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_cannot_cut_a_character() {
        assert!(Span::checked("né", 0, 2).is_err());
        assert_eq!(Span::checked("né", 1, 3).map(|s| s.of("né")), Ok("é"));
        assert!(Span::checked("né", 1, 4).is_err());
    }
}
