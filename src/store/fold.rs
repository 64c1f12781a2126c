//! Folding: comparing names and words regardless of case and accents.

use std::ops::Range;

use memchr::memchr2_iter;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Folds one character to one character: lower case, without accents, and with plain apostrophes and hyphens.
/// Characters without a simpler form are returned unchanged; combining marks give `None`.
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    match c {
        '’' | '‘' | 'ʼ' => return Some('\''),
        '‐' | '‑' | '–' | '—' => return Some('-'),
        '\u{a0}' | '\u{202f}' => return Some(' '),
        'ø' | 'Ø' => return Some('o'),
        'ł' | 'Ł' => return Some('l'),
        'đ' | 'Đ' => return Some('d'),
        'ı' => return Some('i'),
        _ if is_combining_mark(c) => return None,
        _ => {}
    }
    let mut base = c;
    let mut first = true;
    decompose_canonical(c, |part| {
        if std::mem::take(&mut first) {
            base = part;
        }
    });
    let mut lower = base.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => Some(one),
        _ => Some(base),
    }
}

/// Folds a text character by character with [`fold_char`].
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// The folded words of a text, separated by single spaces: full stops and apostrophes are dropped ("U.S." becomes
/// `us`), all other punctuation separates words ("Jean-Luc" becomes `jean luc`).
///
/// This is the form in which names are linked and looked up.
#[must_use]
pub fn fold_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter_map(fold_char) {
        match c {
            '.' | '\'' => {}
            c if c.is_alphanumeric() => out.push(c),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// True if the text consists of ASCII and general punctuation (U+2000 to U+203F) only.
fn has_plain_letters(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_odd = |(&byte, &next): (&u8, &u8)| byte >= 0xC0 && (byte, next) != (0xE2, 0x80);
    // No early exit: this compiles to a few instructions per 32 bytes.
    !bytes.iter().zip(bytes.get(1..).unwrap_or_default()).fold(false, |odd, pair| odd | is_odd(pair))
}

/// A phrase that matches from the start of a word, ignoring case and accents: `cease` matches "the Ceasefire", `fire`
/// does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordPattern {
    folded: Vec<char>,
}

impl WordPattern {
    /// A pattern of these words; a blank pattern matches every text.
    #[must_use]
    pub fn new(words: &str) -> Self {
        let mut folded = Vec::new();
        for c in words.trim().chars().filter_map(fold_char) {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || folded.last() != Some(&' ') {
                folded.push(c);
            }
        }
        Self { folded }
    }

    /// The folded words of the pattern.
    #[must_use]
    pub fn words(&self) -> String {
        self.folded.iter().collect()
    }

    /// The first match in `text`; `None` if there is none.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let Some(&first) = self.folded.first() else { return Some(0..0) };
        if first.is_ascii_alphanumeric() && has_plain_letters(text) {
            return self.find_by_letter(text, first);
        }
        let mut in_word = false;
        for (at, c) in text.char_indices() {
            let Some(folded) = fold_char(c) else { continue };
            if folded == first
                && (!in_word || !folded.is_alphanumeric())
                && let Some(len) = self.len_at(&text[at..])
            {
                return Some(at..at + len);
            }
            in_word = folded.is_alphanumeric();
        }
        None
    }

    /// [`WordPattern::find`] for texts in which only ASCII letters fold to ASCII letters, as in nearly every sentence:
    /// jumps from one occurrence of the first letter to the next.
    fn find_by_letter(&self, text: &str, first: char) -> Option<Range<usize>> {
        let (lower, upper) = (first as u8, first.to_ascii_uppercase() as u8);
        let is_start = |at: usize| {
            let before = text[..at].chars().rev().find_map(fold_char);
            before.is_none_or(|c| !c.is_alphanumeric())
        };
        memchr2_iter(lower, upper, text.as_bytes())
            .filter(|&at| is_start(at))
            .find_map(|at| Some(at..at + self.len_at(&text[at..])?))
    }

    /// True if the pattern matches somewhere in `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// Length in bytes of a match at the very start of `text`. A space in the pattern matches any run of whitespace.
    fn len_at(&self, text: &str) -> Option<usize> {
        let mut chars = text.char_indices().peekable();
        for &want in &self.folded {
            let (_, c) = chars.find(|&(_, c)| fold_char(c).is_some())?;
            if want == ' ' {
                if !c.is_whitespace() {
                    return None;
                }
                while chars.next_if(|&(_, c)| c.is_whitespace()).is_some() {}
            } else if fold_char(c) != Some(want) {
                return None;
            }
        }
        // Combining marks on the last letter belong to the match.
        let end = chars.find(|&(_, c)| fold_char(c).is_some());
        Some(end.map_or(text.len(), |(at, _)| at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_are_ignored() {
        assert_eq!(fold("José Ångström ŁÓDŹ"), "jose angstrom lodz");
        assert_eq!(fold("e\u{301}"), "e");
        assert_eq!(fold_words("U.S.-led  “Jean-Luc’s”"), "us led jean lucs");
    }

    #[test]
    fn a_pattern_starts_at_a_word() {
        let p = WordPattern::new("fire");
        assert!(!p.is_in("the ceasefire"));
        assert!(p.is_in("“Fire!”"));
        assert_eq!(WordPattern::new("jose m").find("said José\n  María"), Some(5..14));
        assert!(WordPattern::new("  ").is_in(""));
        assert_eq!(WordPattern::new("né").find("il est ne\u{301}."), Some(7..11));
    }

    #[test]
    fn punctuation_and_accents_around_a_word_do_not_hide_it() {
        let p = WordPattern::new("elan");
        for (text, found) in [
            ("the “Elan” of", Some(7..11)),
            ("—elan", Some(3..7)),
            ("re\u{200b}elan", Some(5..9)),
            ("reelan, elan", Some(8..12)),
            ("an Élan", Some(3..8)),
            ("caféelan", None),
            ("\u{212a}elan elan", Some(8..12)),
            ("“e\u{301}lan", Some(3..9)),
            ("x2elan", None),
        ] {
            assert_eq!(p.find(text), found, "{text}");
        }
        assert_eq!(WordPattern::new("k2").find("to \u{212a}2"), Some(3..7), "the sign of kelvin is a k");
    }
}
