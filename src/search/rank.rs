//! Ranks how well a name matches a pattern.
//!
//! Two passes: a cheap one over the folded bytes of every name, and skim's dynamic programming for the best of them. The
//! order is: the whole name · whole words · word prefixes · skim's score plus the logarithm of the mentions · the
//! shorter name.

use std::cmp::Ordering;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem;

/// How a name matches the words of a pattern, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// Its letters occur in this order.
    Scattered,
    /// The words occur inside other words.
    Inside,
    /// The words are prefixes of words of the name.
    Prefix,
    /// The words are words of the name.
    Words,
    /// The pattern is the whole name.
    Whole,
}

/// A prepared pattern: folded, and split into words that must all match.
#[derive(Debug)]
pub(super) struct Pattern {
    whole: String,
    words: Vec<(String, memmem::Finder<'static>)>,
    mask: u64,
}

impl Pattern {
    pub(super) fn new(folded: &str) -> Self {
        let words = folded.split(' ').filter(|w| !w.is_empty());
        Self {
            whole: folded.to_owned(),
            words: words.map(|w| (w.to_owned(), memmem::Finder::new(w).into_owned())).collect(),
            mask: mask(folded.as_bytes()),
        }
    }

    pub(super) fn whole(&self) -> &str {
        &self.whole
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|(word, _)| word.as_str())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// False if a name with these letters cannot match.
    #[inline]
    pub(super) fn may_match(&self, letters: u64) -> bool {
        self.mask & !letters == 0
    }

    /// How a folded name matches the pattern; `None` if it does not.
    pub(super) fn tier(&self, name: &str) -> Option<Tier> {
        if name == self.whole {
            return Some(Tier::Whole);
        }
        let mut weakest = Tier::Words;
        for (word, finder) in &self.words {
            weakest = weakest.min(word_tier(name.as_bytes(), word.as_bytes(), finder)?);
        }
        Some(weakest)
    }

    /// Skim's score of a folded name, summed over the words, and the matching characters.
    pub(super) fn skim(&self, matcher: &SkimMatcherV2, name: &str) -> Option<(i64, Vec<usize>)> {
        let (mut score, mut chars) = (0, Vec::new());
        for (word, finder) in &self.words {
            // Readers expect a contiguous run of letters to be highlighted, even if skim would choose others.
            let (s, at) = match best_run(name, word, finder) {
                Some(first) => {
                    let s = matcher.fuzzy_match(name, word)?;
                    (s, (first..first + word.chars().count()).collect())
                }
                None => matcher.fuzzy_indices(name, word)?,
            };
            score += s;
            chars.extend(at);
        }
        chars.sort_unstable();
        chars.dedup();
        Some((score, chars))
    }
}

/// The character at which a word occurs contiguously in a name, preferably at the start of a word.
fn best_run(name: &str, word: &str, finder: &memmem::Finder<'_>) -> Option<usize> {
    let mut inside = None;
    for at in finder.find_iter(name.as_bytes()) {
        if is_word_start(name.as_bytes(), at) {
            return Some(name[..at].chars().count());
        }
        inside = inside.or(Some(at));
    }
    inside.filter(|_| word.len() > 1).map(|at| name[..at].chars().count())
}

/// True at the start of a word of a folded name.
pub(super) fn is_word_start(name: &[u8], at: usize) -> bool {
    at == 0 || !is_letter(name[at - 1])
}

fn is_letter(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b >= 0x80
}

fn word_tier(name: &[u8], word: &[u8], finder: &memmem::Finder<'_>) -> Option<Tier> {
    let mut best = None;
    for at in finder.find_iter(name) {
        let tier = match (is_word_start(name, at), name.get(at + word.len()).is_none_or(|&b| !is_letter(b))) {
            (true, true) => return Some(Tier::Words),
            (true, false) => Tier::Prefix,
            _ => Tier::Inside,
        };
        best = best.max(Some(tier));
    }
    best.or_else(|| is_subsequence(name, word).then_some(Tier::Scattered))
}

fn is_subsequence(name: &[u8], word: &[u8]) -> bool {
    let mut rest = name;
    for &b in word {
        match memchr::memchr(b, rest) {
            Some(at) => rest = &rest[at + 1..],
            None => return false,
        }
    }
    true
}

/// The set of letters in a folded name: one bit per letter and digit; all other characters share bits.
pub(super) fn mask(folded: &[u8]) -> u64 {
    folded.iter().fold(0, |mask, &b| {
        mask | match b {
            b' ' => 0,
            b'a'..=b'z' => 1 << (b - b'a'),
            b'0'..=b'9' => 1 << (26 + b - b'0'),
            _ => 1 << (36 + b % 28),
        }
    })
}

/// The final rank of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rank {
    pub(super) tier: Tier,
    /// Skim's score plus the logarithm of the mentions.
    pub(super) score: f32,
    /// Number of characters in the name.
    pub(super) len: u32,
    /// Place in the table, the last criterion, so that equal names have a stable order.
    pub(super) entry: u32,
}

impl Rank {
    /// Best first.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        // Words inside others and scattered letters count as one tier: skim ranks them.
        let class = |t: Tier| t.max(Tier::Inside);
        class(other.tier)
            .cmp(&class(self.tier))
            .then(other.score.total_cmp(&self.score))
            .then(self.len.cmp(&other.len))
            .then(self.entry.cmp(&other.entry))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(pattern: &str, name: &str) -> Option<Tier> {
        let p = Pattern::new(pattern);
        let possible = p.may_match(mask(name.as_bytes()));
        let tier = p.tier(name);
        assert!(possible || tier.is_none(), "the letters' mask must never hide a match");
        tier
    }

    #[test]
    fn tiers_go_from_the_whole_name_to_scattered_letters() {
        assert_eq!(tier("narendra modi", "narendra modi"), Some(Tier::Whole));
        assert_eq!(tier("modi", "narendra modi"), Some(Tier::Words));
        assert_eq!(tier("modi naren", "narendra modi"), Some(Tier::Prefix));
        assert_eq!(tier("rend", "narendra modi"), Some(Tier::Inside));
        assert_eq!(tier("nrm", "narendra modi"), Some(Tier::Scattered));
        assert_eq!(tier("idom", "narendra modi"), None);
        assert_eq!(tier("modi putin", "narendra modi"), None);
    }

    #[test]
    fn matched_letters_are_the_run_at_a_words_start() {
        let p = Pattern::new("mo");
        let (_, chars) = p.skim(&SkimMatcherV2::default(), "simo modi").expect("a match");
        assert_eq!(chars, [5, 6]);
    }
}
