//! Full-text search for words and phrases.

use crate::model::Span;
use crate::store::WordPattern;

/// A text query: `modi "trade deal"` matches paragraphs that contain the word and the phrase, in any order.
#[derive(Clone, Debug)]
pub struct Words {
    terms: Vec<WordPattern>,
}

/// A match of several terms is one span if it is at most this many bytes long; otherwise the first term stands for all.
const CLOSE: usize = 100;

impl Words {
    /// Parses words, and phrases in quotation marks. A quotation mark that is not closed yet includes everything after
    /// it.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let mut terms = Vec::new();
        for (i, part) in typed.split(['"', '“', '”']).enumerate() {
            if i % 2 == 1 {
                terms.push(WordPattern::new(part));
            } else {
                terms.extend(part.split_whitespace().map(WordPattern::new));
            }
        }
        terms.retain(|t| !t.words().is_empty());
        Self { terms }
    }

    /// True if there is nothing to search for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The matches in a text, ignoring case and accents: every match of a single term, or one match per paragraph that
    /// contains all of several terms. At most `limit` matches, in order.
    #[must_use]
    pub fn find(&self, text: &str, limit: usize) -> Vec<Span> {
        match self.terms.as_slice() {
            [] => Vec::new(),
            [one] => find(text, one, limit),
            // A text that lacks one of the words is skipped after searching for that word alone.
            several if several.iter().all(|t| t.is_in(text)) => {
                let whole = paragraphs(text).filter_map(|(start, body)| Some((start, self.place_in(body)?)));
                whole.take(limit).map(|(start, place)| Span::new(start + place.start, start + place.end)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The bytes to show for a paragraph that contains all terms.
    fn place_in(&self, paragraph: &str) -> Option<std::ops::Range<usize>> {
        let places: Option<Vec<_>> = self.terms.iter().map(|t| t.find(paragraph)).collect();
        let places = places?;
        let (start, end) = (places.iter().map(|p| p.start).min()?, places.iter().map(|p| p.end).max()?);
        if end - start <= CLOSE { Some(start..end) } else { places.into_iter().next() }
    }
}

/// Paragraphs with the byte at which each begins: blocks between blank lines, or single lines if the text has no blank
/// ones.
fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let blocks = text.contains("\n\n") || text.contains("\n\r\n");
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|r| !r.is_empty())?;
        let len = if blocks {
            let ends = [rest.find("\n\n").map(|i| i + 2), rest.find("\n\r\n").map(|i| i + 3)];
            ends.into_iter().flatten().min()
        } else {
            rest.find('\n').map(|i| i + 1)
        };
        let len = len.unwrap_or(rest.len());
        let start = at;
        at += len;
        Some((start, &rest[..len]))
    })
}

/// The matches of a phrase in a text; a match begins at the start of a word.
fn find(text: &str, phrase: &WordPattern, limit: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut from = 0;
    while out.len() < limit {
        let Some(at) = phrase.find(&text[from..]).filter(|r| !r.is_empty()) else { break };
        // The rest may begin inside a word.
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

/// The context of a match: whole words, at most about `room` bytes on either side, within one line.
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
    fn matches_begin_at_word_starts() {
        let text = "Cease. The ceasefire; a CEASE-fire, deceased.";
        let places: Vec<&str> = find(text, &WordPattern::new("cease"), 10).into_iter().map(|s| s.of(text)).collect();
        assert_eq!(places, ["Cease", "cease", "CEASE"]);
        assert_eq!(find(text, &WordPattern::new("cease"), 2).len(), 2);
        assert!(find(text, &WordPattern::new(" "), 5).is_empty());
    }

    #[test]
    fn all_terms_must_be_in_one_paragraph() {
        let text = "Modi met Putin.\n\nA trade deal, said Modi.\nTrump waited.\n\nTrade with Modi is no deal.";
        let places =
            |typed: &str| -> Vec<&str> { Words::new(typed).find(text, 10).into_iter().map(|s| s.of(text)).collect() };
        assert_eq!(places("putin modi"), ["Modi met Putin"]);
        assert_eq!(places("modi \"trade deal\""), ["trade deal, said Modi"]);
        assert_eq!(places("modi deal").len(), 2);
        assert_eq!(places("putin trump"), [""; 0]);
        assert_eq!(places("\"deal, said"), ["deal, said"]);
        assert!(Words::new(" \" ").is_empty());
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
