//! What is known of single words.

use super::{Reader, Writer, bucket};
use crate::language::features::Facts;

/// Facts by the hash of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    /// The hash in the low half, the facts in the high one; 0 for an empty slot.
    slots: Vec<u64>,
}

/// Slots looked at for one word.
const REACH: usize = 4;

impl Lexicon {
    /// The facts of the word with this hash.
    #[inline(always)]
    pub(crate) fn facts(&self, word: u32) -> Facts {
        if self.slots.len() < REACH {
            return Facts::default();
        }
        let at = bucket(word, self.slots.len() / REACH) * REACH;
        let mut found = 0u64;
        for &slot in &self.slots[at..at + REACH] {
            found |= if slot as u32 == word { slot >> 32 } else { 0 };
        }
        let [cluster, class, only, lists] = (found as u32).to_le_bytes();
        Facts { cluster, class, only, lists }
    }

    /// Lays out words, the most important first: those that find no room are lost.
    pub(crate) fn build(words: &[(u32, Facts)]) -> Self {
        let buckets = (words.len() * 10 / 8 / REACH).max(1);
        let mut slots = vec![0u64; buckets * REACH];
        for (word, f) in words {
            let at = bucket(*word, buckets) * REACH;
            let facts = u32::from_le_bytes([f.cluster, f.class, f.only, f.lists]);
            if let Some(free) = slots[at..at + REACH].iter_mut().find(|s| **s == 0) {
                *free = u64::from(facts) << 32 | u64::from(*word);
            }
        }
        Self { slots }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.doubles(&self.slots);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { slots: r.doubles()? })
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.slots.len() * 8
    }
}
