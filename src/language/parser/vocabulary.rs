//! Which words and endings the parser's network has rows for.

use crate::language::Upos;
use crate::language::features::inputs::{ALWAYS, RARE, tag_number};
use crate::language::features::{Node, Word};
use crate::language::hash::mix;
use crate::language::model::{Reader, Slots, Writer};
use crate::language::tagger::Tags;

/// Numbers of words and of endings of rarer ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// Words by their hash.
    pub words: Slots,
    /// Endings by [`ending`].
    pub endings: Slots,
    /// The universal part of speech of each of the tagger's classes.
    pub upos: Vec<u8>,
}

/// What a rare word is known by: its last three letters, and whether it has a capital or a digit.
#[inline(always)]
pub(crate) fn ending(word: &Word) -> u32 {
    mix(250, word.suffixes[2], u32::from(word.is_marked), 0)
}

/// How full the tables are, in tenths.
const LOAD: usize = 6;

/// Numbers hashes from `first` on, the most important first.
pub(crate) fn numbered(hashes: &[u32], first: u16) -> Slots {
    Slots::build(hashes.iter().copied().zip(u32::from(first)..).collect::<Vec<_>>().into_iter(), LOAD)
}

impl Vocabulary {
    /// A sentence, padded as features expect, as the network's questions see it.
    pub(crate) fn nodes(&self, words: &[Word], tags: &Tags, nodes: &mut Vec<Node>) {
        nodes.clear();
        nodes.push(Node::NONE);
        let run = 2..words.len().saturating_sub(2).max(2);
        let tags = (tags.first.get(run.clone()), tags.second.get(run.clone()));
        if let (Some(words), (Some(first), Some(second))) = (words.get(run), tags) {
            let tags = first.iter().zip(second);
            nodes.extend(words.iter().zip(tags).map(|(word, (&first, &second))| self.node(word, first, second)));
        }
        nodes.push(Node::ROOT);
    }

    #[inline(always)]
    fn node(&self, word: &Word, class: u8, second: u8) -> Node {
        let number = match self.words.get(word.word) {
            0 => RARE,
            number => number as u16,
        };
        Node {
            word: number,
            ending: if number < ALWAYS { 0 } else { self.endings.get(ending(word)) as u16 },
            cluster: word.facts.cluster,
            tag: tag_number(class),
            doubt: tag_number(second),
            upos: self.upos.get(class as usize).copied().unwrap_or(Upos::X as u8),
        }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.words.write(w);
        self.endings.write(w);
        w.bytes(&self.upos);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { words: Slots::read(r)?, endings: Slots::read(r)?, upos: r.bytes()?.to_vec() })
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.words.size() + self.endings.size()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::features::{Facts, PAD_AFTER, PAD_BEFORE};

    #[test]
    fn rare_words_are_known_by_their_endings() {
        let word = |form: &str| Word::new(form, &form.to_lowercase(), |_| Facts::default());
        let vocabulary = Vocabulary {
            words: numbered(&[word("the").word], 2),
            endings: numbered(&[ending(&word("motivation"))], 1),
            upos: vec![Upos::Noun as u8],
        };
        let mut words = PAD_BEFORE.to_vec();
        words.extend(["the", "sedation", "Sedation"].map(word));
        words.extend(PAD_AFTER);
        let mut nodes = Vec::new();
        vocabulary.nodes(&words, &Tags::certain(vec![0; 7]), &mut nodes);
        assert_eq!(nodes.len(), 5);
        assert_eq!((nodes[0], nodes[4]), (Node::NONE, Node::ROOT));
        assert_eq!((nodes[1].word, nodes[1].upos), (2, Upos::Noun as u8));
        assert_eq!((nodes[2].word, nodes[2].ending), (RARE, 1));
        assert_eq!(nodes[3].ending, 0, "a capital makes another ending of it");
    }
}
