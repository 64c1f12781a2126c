//! The words that report speech, from the tables in `assets/lexicons`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

static VERBS: &str = include_str!("../../../assets/lexicons/speech-verbs.txt");
static DOCUMENTS: &str = include_str!("../../../assets/lexicons/speech-documents.txt");

/// What a verb of speech takes beside its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Complement {
    /// Words between quotation marks.
    Quote = 1,
    /// A clause with "that".
    That = 1 << 1,
    /// A clause without it.
    Bare = 1 << 2,
    /// A clause with a question word.
    Whether = 1 << 3,
    /// An infinitive whose doer is the speaker, or "to" and a noun.
    To = 1 << 4,
    /// An addressee and an infinitive.
    ObjectTo = 1 << 5,
    /// Not taken: things do it too ("the result suggests that"), and then it is no speech.
    Personal = 1 << 6,
    /// A thing and what it is called.
    Call = 1 << 7,
    /// "as" and what it is said to be.
    As = 1 << 8,
    /// Another preposition and what follows it.
    Preposition = 1 << 9,
    /// Not taken: its object in marks is a word held at arm's length, no quote.
    Distant = 1 << 10,
}

/// The complements of one verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    complements: u16,
    prepositions: u16,
}

const PREPOSITIONS: [&str; 7] = ["of", "for", "on", "about", "against", "at", "with"];

impl Frame {
    /// True where the verb takes this complement.
    pub fn takes(self, complement: Complement) -> bool {
        self.complements & complement as u16 != 0
    }

    /// True where the verb's topic may follow this preposition.
    pub fn takes_preposition(self, word: &str) -> bool {
        PREPOSITIONS.iter().position(|p| *p == word).is_some_and(|i| self.prepositions & (1 << i) != 0)
    }

    fn parse(words: &str) -> Option<Self> {
        let mut frame = Self::default();
        for word in words.split_whitespace() {
            let complement = match word {
                "quote" => Complement::Quote,
                "that" => Complement::That,
                "bare" => Complement::Bare,
                "whether" => Complement::Whether,
                "to" => Complement::To,
                "object-to" => Complement::ObjectTo,
                "personal" => Complement::Personal,
                "call" => Complement::Call,
                "as" => Complement::As,
                "distant" => Complement::Distant,
                _ => {
                    frame.prepositions |= 1 << PREPOSITIONS.iter().position(|p| *p == word)?;
                    Complement::Preposition
                }
            };
            frame.complements |= complement as u16;
        }
        Some(frame)
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

static FRAMES: LazyLock<FxHashMap<&'static str, Frame>> = LazyLock::new(|| {
    rows(VERBS)
        .filter_map(|row| {
            let (lemma, words) = row.split_once('\t')?;
            Some((lemma, Frame::parse(words)?))
        })
        .collect()
});

static DOCUMENT_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(DOCUMENTS).collect());

/// The frame of a verb's lemma, where it reports speech.
pub fn verb(lemma: &str) -> Option<Frame> {
    FRAMES.get(lemma).copied()
}

/// True for nouns of what is issued and then says something ("statement").
pub fn is_document(lemma: &str) -> bool {
    DOCUMENT_SET.contains(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_line_is_read() {
        for table in [VERBS, DOCUMENTS] {
            let lines: Vec<_> = rows(table).map(|l| l.split('\t').next().unwrap_or(l)).collect();
            assert!(lines.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
        }
        assert_eq!(rows(VERBS).count(), FRAMES.len(), "a verb's frame is not understood");
    }

    #[test]
    fn frames_hold_what_the_table_says() {
        let accuse = verb("accuse").unwrap_or_default();
        assert!(accuse.takes(Complement::Quote) && accuse.takes_preposition("of"));
        assert!(!accuse.takes(Complement::That) && !accuse.takes_preposition("for"));
        assert_eq!(verb("walk"), None);
    }
}
