//! What is known of single words.

use super::{Reader, Slots, Writer};
use crate::language::features::Facts;

/// Facts by the hash of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon(Slots);

/// How full the table is, in tenths.
const LOAD: usize = 8;

impl Lexicon {
    /// The facts of the word with this hash.
    #[inline(always)]
    pub(crate) fn facts(&self, word: u32) -> Facts {
        let [cluster, class, only, lists] = self.0.get(word).to_le_bytes();
        Facts { cluster, class, only, lists }
    }

    /// Lays out words, the most important first: those that find no room are lost.
    pub(crate) fn build(words: &[(u32, Facts)]) -> Self {
        let bytes = |f: &Facts| u32::from_le_bytes([f.cluster, f.class, f.only, f.lists]);
        Self(Slots::build(words.iter().map(|(word, facts)| (*word, bytes(facts))), LOAD))
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.0.write(w);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self(Slots::read(r)?))
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.0.size()
    }
}
