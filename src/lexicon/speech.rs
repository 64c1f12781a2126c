//! The words that report speech, from the tables in `assets/lexicons`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::prepositions::PrepSet;

static VERBS: &str = include_str!("../../assets/lexicons/speech-verbs.txt");
static DOCUMENTS: &str = include_str!("../../assets/lexicons/speech-documents.txt");
static NOUNS: &str = include_str!("../../assets/lexicons/speech-nouns.txt");
static WORDS: &str = include_str!("../../assets/lexicons/speech-words.tsv");

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
    /// "on" somebody and an infinitive.
    OnTo = 1 << 11,
    /// A gerund whose doer is the speaker.
    Gerund = 1 << 12,
}

/// The complements of one verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    complements: u16,
    prepositions: PrepSet,
}

impl Frame {
    /// True where the verb takes this complement.
    pub fn takes(self, complement: Complement) -> bool {
        self.complements & complement as u16 != 0
    }

    /// True where the verb's topic may follow this preposition.
    pub fn takes_preposition(self, word: &str) -> bool {
        PrepSet::number(word).is_some_and(|n| self.prepositions.has(n))
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
                "on-to" => Complement::OnTo,
                "gerund" => Complement::Gerund,
                _ => {
                    frame.prepositions = frame.prepositions.with(PrepSet::number(word)?);
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

static FRAMES: LazyLock<FxHashMap<&'static str, Frame>> = LazyLock::new(|| frames(VERBS));

static NOUN_FRAMES: LazyLock<FxHashMap<&'static str, Frame>> = LazyLock::new(|| frames(NOUNS));

fn frames(table: &'static str) -> FxHashMap<&'static str, Frame> {
    rows(table)
        .filter_map(|row| {
            let (lemma, words) = row.split_once('\t')?;
            Some((lemma, Frame::parse(words)?))
        })
        .collect()
}

static DOCUMENT_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(DOCUMENTS).collect());

/// The frame of a verb's lemma, where it reports speech.
pub fn verb(lemma: &str) -> Option<Frame> {
    FRAMES.get(lemma).copied()
}

/// The frame of a noun's lemma, where it is one of speech ("claim").
pub fn noun(lemma: &str) -> Option<Frame> {
    NOUN_FRAMES.get(lemma).copied()
}

/// What a word of the table `speech-words.tsv` is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// A verb whose speaker goes on speaking behind "and".
    Again,
    /// A word that carries a clause on where its tree stops.
    GoesOn,
    /// A word behind a comma that carries a clause on.
    Joins,
    /// A noun of people who speak for the state or body named before it.
    Serves,
    /// A verb whose object is spoken to.
    Tells,
    /// A unit of time.
    Time,
    /// A verb that takes speech back.
    Unsays,
    /// An adverb between a verb of speech and its clause.
    When,
    /// Where and in what things are said.
    Where,
}

impl Word {
    fn parse(kind: &str) -> Option<Self> {
        Some(match kind {
            "again" => Self::Again,
            "goes-on" => Self::GoesOn,
            "joins" => Self::Joins,
            "serves" => Self::Serves,
            "tells" => Self::Tells,
            "time" => Self::Time,
            "unsays" => Self::Unsays,
            "when" => Self::When,
            "where" => Self::Where,
            _ => return None,
        })
    }
}

static WORD_SET: LazyLock<FxHashSet<(Word, &'static str)>> = LazyLock::new(|| {
    rows(WORDS).filter_map(|row| row.split_once('\t')).filter_map(|(k, w)| Some((Word::parse(k)?, w))).collect()
});

static FORMS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(WORDS).filter_map(|row| row.strip_prefix("form\t")?.split_once('\t')).collect());

/// True for a word (a lemma for verbs, else in lower case) that the table lists under `kind`.
pub fn is(kind: Word, word: &str) -> bool {
    WORD_SET.contains(&(kind, word))
}

/// The lemma of a form that is a verb of speech whatever a tagger makes of it.
pub fn form(lower: &str) -> Option<&'static str> {
    FORMS.get(lower).copied()
}

/// True for nouns of what is issued and then says something ("statement").
pub fn is_document(lemma: &str) -> bool {
    DOCUMENT_SET.contains(lemma)
}

#[cfg(test)]
mod tests {
    use crate::lexicon::speech::*;

    #[test]
    fn tables_are_sorted_and_every_line_is_read() {
        for table in [VERBS, DOCUMENTS, NOUNS] {
            let lines: Vec<_> = rows(table).map(|l| l.split('\t').next().unwrap_or(l)).collect();
            assert!(lines.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
        }
        let words: Vec<_> = rows(WORDS).collect();
        assert!(words.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
        assert_eq!(words.len(), WORD_SET.len() + FORMS.len(), "a word's kind is not understood");
        assert!(FORMS.values().all(|l| verb(l).is_some()), "a form's lemma is no verb of speech");
        assert_eq!(rows(VERBS).count(), FRAMES.len(), "a verb's frame is not understood");
        assert_eq!(rows(NOUNS).count(), NOUN_FRAMES.len(), "a noun's frame is not understood");
    }

    #[test]
    fn frames_hold_what_the_table_says() {
        let accuse = verb("accuse").unwrap_or_default();
        assert!(accuse.takes(Complement::Quote) && accuse.takes_preposition("of"));
        assert!(!accuse.takes(Complement::That) && !accuse.takes_preposition("for"));
        assert_eq!(verb("walk"), None);
    }
}
