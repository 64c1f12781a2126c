//! Words in the articles' texts.

use crate::model::Span;
use crate::store::WordPattern;

/// Where a phrase stands in a text, whatever its case and accents; a phrase begins at a word's start.
/// At most `limit` places, in order.
#[must_use]
pub fn find(text: &str, phrase: &WordPattern, limit: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = 0;
    while out.len() < limit {
        let Some(at) = phrase.find(&text[from..]).filter(|r| !r.is_empty()) else { break };
        // What stands before the rest may make its first letters the inside of a word.
        let start = from + at.start;
        let inside = text[..start].chars().next_back().is_some_and(char::is_alphanumeric)
            && text[start..].starts_with(char::is_alphanumeric);
        if !inside {
            out.push(Span::new(start, from + at.end));
        }
        from += at.end;
    }
    out
}

/// The bytes of a text around a hit, from word to word, at most about `room` bytes on either side
/// and never over a line's end.
#[must_use]
pub fn snippet(text: &str, hit: Span, room: usize) -> Span {
    let (start, end) = (hit.start as usize, hit.end as usize);
    let line = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let mut from = start.saturating_sub(room).max(line);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    if from > line {
        from = text[from..start].find(' ').map_or(from, |i| from + i + 1);
    }
    let line_end = text[end..].find('\n').map_or(text.len(), |i| end + i);
    let mut to = (end + room).min(line_end);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    if to < line_end {
        to = text[end..to].rfind(' ').map_or(to, |i| end + i);
    }
    Span::new(from, to.max(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_at_words_starts() {
        let text = "Cease. The ceasefire; a CEASE-fire, deceased.";
        let places: Vec<&str> = find(text, &WordPattern::new("cease"), 10).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(places, ["Cease", "cease", "CEASE"]);
        assert_eq!(find(text, &WordPattern::new("cease"), 2).len(), 2);
        assert!(find(text, &WordPattern::new(" "), 5).is_empty());
    }

    #[test]
    fn a_repeated_word_is_not_found_inside_itself() {
        let text = "nana nanana";
        assert_eq!(find(text, &WordPattern::new("na"), 10), [Span::new(0, 2), Span::new(5, 7)]);
    }

    #[test]
    fn a_snippet_is_whole_words_of_one_line() {
        let text = "First line.\nXi told Putin that complex issues have no simple solutions, officials said.\nLast.";
        let hit = find(text, &WordPattern::new("complex issues"), 1)[0];
        assert_eq!(snippet(text, hit, 14).of(text), "Putin that complex issues have no");
        assert!(!snippet(text, hit, 500).of(text).contains('\n'));
    }
}
