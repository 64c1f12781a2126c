//! What the name tagger sees of a whole sentence before it labels the first word.

use super::lexicon::{NameFacts, NameLexicon};
use crate::language::features::{Word, looks};

/// A run of capitalised words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    /// Place of its first word in the padded sentence.
    pub start: u32,
    /// Place behind its last word; the same as `start` for words in small letters.
    pub end: u32,
}

/// Facts, runs of capitals and style of a padded sentence. Memory is used again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    /// What the lexicon knows of each word.
    pub facts: Vec<NameFacts>,
    /// The run that each word is part of.
    pub runs: Vec<Run>,
    /// How the sentence is written: see [`style`].
    pub style: u8,
}

impl Sight {
    /// Looks at a padded sentence.
    pub(crate) fn see(&mut self, words: &[Word], lexicon: &NameLexicon) {
        self.facts.clear();
        self.facts.extend(words.iter().map(|w| lexicon.facts(w.word)));
        self.runs.clear();
        let mut i = 0;
        while i < words.len() {
            let start = i;
            while words.get(i).is_some_and(|w| w.looks & looks::CAPITAL != 0) {
                i += 1;
            }
            if i == start {
                i += 1;
                self.runs.push(Run { start: start as u32, end: start as u32 });
                continue;
            }
            self.runs.resize(i, Run { start: start as u32, end: i as u32 });
        }
        self.style = style(words);
    }
}

/// 0 for running text, 1 for lines in capitals, 2 for lines without any, 3 for titles that
/// capitalise most words; 4 more where much of it is numbers, as in tables and results.
fn style(words: &[Word]) -> u8 {
    let (mut capitals, mut capitalised, mut small, mut numbers) = (0, 0, 0, 0);
    for w in words {
        let letters = w.looks & (looks::UPPER | looks::LOWER);
        if w.looks & looks::DIGIT != 0 && letters == 0 {
            numbers += 1;
        } else if letters == looks::UPPER {
            capitals += 1;
        } else if w.looks & looks::CAPITAL != 0 {
            capitalised += 1;
        } else if letters != 0 {
            small += 1;
        }
    }
    let case = if capitals > 1 && capitals > 4 * (capitalised + small) {
        1
    } else if capitals + capitalised == 0 && small > 0 {
        2
    } else if capitalised > 3 && capitalised > 2 * small {
        3
    } else {
        0
    };
    case + if numbers > 1 && 2 * numbers > capitals + capitalised + small { 4 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::features::Facts;
    use crate::language::lower;

    fn see(text: &str) -> Sight {
        let words: Vec<Word> = text.split(' ').map(|w| Word::new(w, &lower(w), |_| Facts::default())).collect();
        let mut sight = Sight::default();
        sight.see(&words, &NameLexicon::default());
        sight
    }

    #[test]
    fn runs_are_of_capitalised_words() {
        let sight = see("the Bank of New York fell");
        let ends: Vec<_> = sight.runs.iter().map(|r| (r.start, r.end)).collect();
        assert_eq!(ends, [(0, 0), (1, 2), (2, 2), (3, 5), (3, 5), (5, 5)]);
    }

    #[test]
    fn styles_are_told_apart() {
        for (text, style) in [
            ("The envoy met Putin in Moscow .", 0),
            ("TRUMP MEETS PUTIN IN ALASKA", 1),
            ("where can i get good coffee in boston", 2),
            ("Trump Meets Putin for Talks in Alaska", 3),
            ("Leeds 4 2 1 1 3", 4),
            ("LEEDS 4 CHELSEA 1 3", 5),
        ] {
            assert_eq!(see(text).style, style, "{text}");
        }
    }
}
