//! Where sentences end.
//!
//! A false break splits a quote or a clause, so a mark ends a sentence only where what follows looks
//! like a new one; a paragraph's end always does.

use super::tables::{ABBREVIATIONS, ATTRIBUTION, Abbreviation, STARTERS};
use super::tokens::{Gap, RawToken};
use super::words::LanguageWords;

/// A bracket that closes later than this many tokens on is not waited for.
const LONGEST_BRACKET: usize = 60;

/// Adds the numbers of the tokens that begin a sentence of the paragraph `from..to`.
pub(super) fn split(text: &str, tokens: &[RawToken], from: usize, to: usize, starts: &mut Vec<usize>) {
    let view = View { text, tokens: &tokens[..to] };
    if from < to {
        starts.push(from);
    }
    let mut first = from;
    let mut bracket_end = from;
    let mut i = from;
    while i < to {
        let word = view.word(i);
        if i > first && view.begins_caption(i) || view.ends_caption(first, i) {
            starts.push(i);
            first = i;
        }
        if i > first && i >= bracket_end && matches!(word, "(" | "[") {
            bracket_end = view.bracket_end(i);
        }
        let mark = if i < bracket_end { None } else { view.mark(i) };
        let Some(mark) = mark else {
            i += 1;
            continue;
        };
        let next = view.after_closers(i + 1);
        let closed = next > i + 1;
        if next < to && view.begins_sentence(mark, i, next, closed) {
            starts.push(next);
            first = next;
        }
        i = next.max(i + 1);
    }
}

/// Kinds of sentence-final marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Stop,
    Question,
    Ellipsis,
    /// A stop that belongs to an abbreviation.
    Abbreviation,
}

struct View<'a> {
    text: &'a str,
    tokens: &'a [RawToken],
}

impl<'a> View<'a> {
    fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.of(self.text))
    }

    fn gap(&self, i: usize) -> Gap {
        self.tokens.get(i).map_or(Gap::Blank, |t| t.gap)
    }

    /// "Image copyright Reuters Image caption The bridge fell": what a page writes beside its pictures.
    fn begins_caption(&self, i: usize) -> bool {
        self.word(i) == "Image" && matches!(self.word(i + 1), "caption" | "copyright")
    }

    /// A caption with no stop ends where a capital article follows small letters.
    fn ends_caption(&self, first: usize, i: usize) -> bool {
        i > first + 2
            && self.begins_caption(first)
            && matches!(self.word(i), "A" | "An" | "The")
            && self.word(i - 1).starts_with(char::is_lowercase)
    }

    /// One past the bracket that closes the one at `i`; `i` itself where none is near.
    fn bracket_end(&self, i: usize) -> usize {
        let mut depth = 0;
        for j in i..self.tokens.len().min(i + LONGEST_BRACKET) {
            match self.word(j) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return j;
            }
        }
        i
    }

    fn mark(&self, i: usize) -> Option<Mark> {
        let word = self.word(i);
        match word.as_bytes() {
            b"." => Some(Mark::Stop),
            [b'.', rest @ ..] if rest.iter().all(|b| *b == b'.') => Some(Mark::Ellipsis),
            [.., b'!' | b'?'] => Some(Mark::Question),
            [_, .., b'.'] => Some(Mark::Abbreviation),
            _ if word == "…" => Some(Mark::Ellipsis),
            _ => None,
        }
    }

    /// Past the quotation marks and brackets that close what stands before `i`.
    fn after_closers(&self, mut i: usize) -> usize {
        while self.gap(i) == Gap::None
            && matches!(self.word(i), "\"" | "”" | "’" | "'" | "''" | "’’" | ")" | "]" | "»" | "*" | "**")
        {
            i += 1;
        }
        i
    }

    fn begins_sentence(&self, mark: Mark, at: usize, next: usize, closed: bool) -> bool {
        if self.gap(next) == Gap::None && !closed {
            // "the end.The next": glued sentences; anything else goes on
            return mark == Mark::Stop && self.word(next).starts_with(char::is_uppercase);
        }
        let opening = self.opening(next);
        let Some(initial) = self.word(opening).chars().next() else {
            return true;
        };
        match mark {
            Mark::Abbreviation => self.after_abbreviation(at, opening, closed),
            Mark::Ellipsis => initial.is_uppercase(),
            Mark::Question if closed => {
                !initial.is_lowercase() && !is_low_mark(initial) && !self.is_attribution(opening)
            }
            Mark::Question => !is_low_mark(initial) && (!initial.is_lowercase() || !closed),
            Mark::Stop => !(is_low_mark(initial) || closed && initial.is_lowercase()),
        }
    }

    /// The first word after opening marks.
    fn opening(&self, mut i: usize) -> usize {
        while matches!(self.word(i), "\"" | "“" | "‘" | "'" | "``" | "(" | "[" | "«" | "*" | "**" | "-" | "--" | "—")
            && i + 1 < self.tokens.len()
        {
            i += 1;
        }
        i
    }

    fn after_abbreviation(&self, at: usize, opening: usize, closed: bool) -> bool {
        let word = self.word(at);
        let stem = &word[..word.len() - 1];
        let next = self.word(opening);
        if !next.starts_with(char::is_uppercase) {
            return false;
        }
        let lower = stem.to_ascii_lowercase();
        match ABBREVIATIONS.get(lower.as_str()) {
            Some(Abbreviation::Title | Abbreviation::Number) => false,
            _ if closed => true,
            _ if stem.len() == 1 => {
                let before = at.checked_sub(1).map_or("", |i| self.word(i));
                // "wrote on X.", "plan B. The": no initial of a name
                before == "on" && stem == "X" || before.starts_with(char::is_lowercase) && STARTERS.contains(next)
            }
            // "U.S. I Field Force", "Louis I. Kahn": a number or an initial
            _ if next == "I" => {
                let after = self.word(opening + 1);
                after != "." && !after.starts_with(char::is_uppercase)
            }
            _ => STARTERS.contains(next),
        }
    }

    /// After “…?”: "Bruce asked", "asked Bruce", "the envoy said".
    fn is_attribution(&self, i: usize) -> bool {
        for j in i..(i + 5).min(self.tokens.len()) {
            let word = self.word(j);
            if ATTRIBUTION.contains(word) {
                return true;
            }
            let nominal = word.starts_with(char::is_uppercase) || LanguageWords::BesideSpeaker.has(word);
            if !nominal && j > i + 1 {
                return false;
            }
        }
        false
    }
}

/// Marks that go on with a sentence.
fn is_low_mark(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '.' | '!' | '?' | '…' | ')' | ']' | '/' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::tokenise;

    fn sentences(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, &mut tokens);
        let mut starts = Vec::new();
        split(text, &tokens, 0, tokens.len(), &mut starts);
        starts.push(tokens.len());
        starts.windows(2).map(|w| &text[tokens[w[0]].start as usize..tokens[w[1] - 1].end as usize]).collect()
    }

    #[test]
    fn abbreviations_end_sentences_only_before_starters() {
        assert_eq!(
            sentences("The U.S. President met Gen. Kellogg. He left."),
            ["The U.S. President met Gen. Kellogg.", "He left."]
        );
        assert_eq!(
            sentences("He came from the U.S. The visit was short."),
            ["He came from the U.S.", "The visit was short."]
        );
    }

    #[test]
    fn a_letter_that_is_no_initial_ends_its_sentence() {
        assert_eq!(
            sentences("“We are ready,” he wrote on X. Both sides waited. They met in room B. The talks failed."),
            ["“We are ready,” he wrote on X.", "Both sides waited.", "They met in room B.", "The talks failed."]
        );
        assert_eq!(sentences("It was said by J. Edgar Hoover and by E. B. White.").len(), 1);
    }

    #[test]
    fn one_sentence_stays_one() {
        for text in [
            "The headquarters of the U.S. I Field Force was the first to be hit.",
            "KYIV (Reuters) - Ukraine's president said on Monday that talks would go on.",
            "BAHRAIN, Oct. 19 - A U.S. attack appeared to be a tit-for-tat raid.",
            "John F. Kennedy met J. K. Rowling and C. Rajagopalachari on St. James Street.",
            "The No. 5 seed, ranked No. 12 by the U.S. Tennis Association, won at 5 p.m. Monday.",
            "Ballard Spahr Andrews & Ingersoll Inc. Chairman Lt. Gen. H.R. McMaster spoke.",
            "“It is over,” Sen. John McCain, R-Ariz., said of the U.S.-led talks.",
            "\"Where is he?\" the spokesman asked.",
            "Shares fell on the N.Y. Stock Exchange, etc.",
        ] {
            assert_eq!(sentences(text).len(), 1, "{:?}", sentences(text));
        }
    }

    #[test]
    fn two_sentences_are_two() {
        for text in [
            "He arrived at 5 p.m. The visit was short.",
            "They live in Washington, D.C. He works for Acme Inc. in Boston.",
            "“We won.” The crowd cheered.",
            "He said “no.” She left.",
            "(He was ill.) The talks went on.",
            "It came as No. 5. She was first.",
            "The talks failed…  Nobody was surprised.",
            "That was in the 1990s. I was there.",
            "He came from the U.S. I was there.",
            "Talks ended at 10 a.m. But nobody left.",
        ] {
            assert_eq!(sentences(text).len(), 2, "{:?}", sentences(text));
        }
    }

    #[test]
    fn a_quoted_question_goes_on_to_its_attribution() {
        assert_eq!(sentences("“Why now?” Bruce asked. “Because.”").len(), 2);
        assert_eq!(sentences("\"Why now?\" he asked.").len(), 1);
        assert_eq!(sentences("He asked why. “Never,” she said."), ["He asked why.", "“Never,” she said."]);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        assert_eq!(
            sentences("(He left.) She stayed. \"I won.\" The end."),
            ["(He left.)", "She stayed.", "\"I won.\"", "The end."]
        );
        assert_eq!(sentences("He left (on Friday. Or later) with them.").len(), 1);
    }

    #[test]
    fn captions_run_into_the_text_are_cut_off() {
        assert_eq!(
            sentences("He left. Image copyright EPA Image caption The bridge fell at night A ship has hit it."),
            ["He left.", "Image copyright EPA", "Image caption The bridge fell at night", "A ship has hit it."]
        );
    }

    #[test]
    fn ellipses_go_on_in_lower_case() {
        assert_eq!(sentences("Well ... maybe not. Then... Yes."), ["Well ... maybe not.", "Then...", "Yes."]);
    }
}
