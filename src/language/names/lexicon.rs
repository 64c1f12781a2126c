//! What the name tagger knows of single words: clusters of words used alike, fine and coarse, and
//! the lists of people's names, offices and heads of names that have them.

use crate::language::model::{Reader, Writer};

/// Bits of [`NameFacts::lists`].
pub(crate) mod lists {
    /// A given name.
    pub(crate) const GIVEN: u8 = 1;
    /// A surname.
    pub(crate) const SURNAME: u8 = 2;
    /// A surname that is a common word too.
    pub(crate) const COMMON_SURNAME: u8 = 4;
    /// A family name that stands before the given name.
    pub(crate) const FAMILY_FIRST: u8 = 8;
    /// The last word of an honorific.
    pub(crate) const HONORIFIC: u8 = 16;
    /// The last word of an office.
    pub(crate) const OFFICE: u8 = 32;
    /// A word that tells organisations: "Bank".
    pub(crate) const ORGANISATION: u8 = 64;
    /// A word that tells places: "River".
    pub(crate) const PLACE: u8 = 128;
}

/// What is known of one word, zeros where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameFacts {
    /// Number of its cluster, below 1024.
    pub fine: u16,
    /// Number of the group of clusters that its cluster belongs to.
    pub coarse: u8,
    /// The [`lists`] that have it.
    pub lists: u8,
}

/// Clusters that ten bits tell apart.
const CLUSTERS: usize = 1 << 10;
/// Slots of a bucket.
const SLOTS: usize = 4;
/// Slots looked at for one word: its bucket and the next. About a tenth of the words find no room in
/// a table this full; those of lists are laid out first.
const REACH: usize = 2 * SLOTS;
/// Bits of a hash that a slot keeps to know its own.
const CHECK: u32 = (1 << 14) - 1;

/// Facts by the hash of a word in small letters. A slot takes four bytes: fourteen bits that tell
/// the word from its neighbours, ten of its cluster, eight of its lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameLexicon {
    slots: Vec<u32>,
    /// The group of each cluster.
    coarse: Vec<u8>,
}

impl NameLexicon {
    /// The facts of the word with this hash.
    #[inline]
    pub(crate) fn facts(&self, word: u32) -> NameFacts {
        let at = bucket(word, (self.slots.len() / SLOTS).saturating_sub(1)) * SLOTS;
        let Some(slots) = self.slots.get(at..at + REACH) else { return NameFacts::default() };
        let mut found = 0;
        for &slot in slots.iter().rev() {
            found = if slot & CHECK == word & CHECK { slot } else { found };
        }
        let fine = (found >> 14) as u16 & (CLUSTERS as u16 - 1);
        NameFacts { fine, coarse: self.coarse.get(fine as usize).copied().unwrap_or(0), lists: (found >> 24) as u8 }
    }

    /// Lays out words, the most important first: those that find no room are lost. `coarse` gives
    /// the group of each cluster.
    pub(crate) fn build(words: &[(u32, NameFacts)], mut coarse: Vec<u8>) -> Self {
        coarse.resize(CLUSTERS, 0);
        let buckets = (words.len() * 10 / 9 / SLOTS).max(1);
        let mut slots = vec![0u32; (buckets + 1) * SLOTS];
        for (word, facts) in words {
            let at = bucket(*word, buckets) * SLOTS;
            let entry = u32::from(facts.lists) << 24 | u32::from(facts.fine) << 14 | (word & CHECK);
            if let Some(free) = slots[at..at + REACH].iter_mut().find(|s| **s == 0) {
                *free = entry;
            }
        }
        Self { slots, coarse }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.words(&self.slots);
        w.bytes(&self.coarse);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { slots: r.words()?, coarse: r.bytes()?.to_vec() })
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.slots.len() * 4 + self.coarse.len()
    }
}

fn bucket(word: u32, buckets: usize) -> usize {
    ((u64::from(word) * buckets as u64) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn facts_survive_the_file() {
        let words: Vec<_> = (0..2000u32)
            .map(|i| {
                (
                    mix(0, i, 0, 0),
                    NameFacts { fine: (i % 1000) as u16, coarse: (i % 1000 / 20) as u8, lists: i as u8 | 1 },
                )
            })
            .collect();
        let coarse = (0..1000u16).map(|c| (c / 20) as u8).collect();
        let mut w = Writer::default();
        NameLexicon::build(&words, coarse).write(&mut w);
        let back = NameLexicon::read(&mut Reader::new(&w.finish())).unwrap();
        let kept = words.iter().filter(|(w, f)| back.facts(*w) == *f).count();
        assert!(kept > 1700, "{kept} of 2000 words kept");
        let strangers = (5000..7000u32).filter(|i| back.facts(mix(0, *i, 0, 0)) != NameFacts::default()).count();
        assert!(strangers < 10, "{strangers} of 2000 strangers taken for words");
        assert_eq!(NameLexicon::default().facts(7), NameFacts::default());
    }
}
