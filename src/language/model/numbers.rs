//! Small numbers of hashes: which row a word has.

use super::{Reader, Writer, bucket};

/// Slots looked at for one hash.
const REACH: usize = 4;

/// A number for each of some hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// The hash in the low half, the number in the high one; 0 for an empty slot.
    slots: Vec<u64>,
}

impl Numbers {
    /// The number of a hash, `otherwise` where it has none.
    #[inline(always)]
    pub(crate) fn get(&self, hash: u32, otherwise: u16) -> u16 {
        if self.slots.len() < REACH {
            return otherwise;
        }
        let at = bucket(hash, self.slots.len() / REACH) * REACH;
        let mut found = u64::from(otherwise) << 32;
        for &slot in &self.slots[at..at + REACH] {
            if slot as u32 == hash && slot != 0 {
                found = slot;
            }
        }
        (found >> 32) as u16
    }

    /// Numbers hashes from `first` on, the most important first: those that find no room are lost.
    pub(crate) fn build(hashes: &[u32], first: u16) -> Self {
        let buckets = (hashes.len() * 10 / 6 / REACH).max(1);
        let mut slots = vec![0u64; buckets * REACH];
        for (&hash, number) in hashes.iter().zip(first..) {
            let at = bucket(hash, buckets) * REACH;
            if let Some(free) = slots[at..at + REACH].iter_mut().find(|s| **s == 0) {
                *free = u64::from(number) << 32 | u64::from(hash);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn numbers_come_back_and_strangers_have_none() {
        let hashes: Vec<u32> = (0..500).map(|i| mix(3, i, 0, 0)).collect();
        let table = Numbers::build(&hashes, 0);
        let is_kept = |&i: &u16| table.get(hashes[i as usize], 9999) == i;
        assert!((0..100).all(|i| is_kept(&i)), "the first find room");
        let kept = (0..500).filter(is_kept).count();
        assert!(kept > 460, "{kept}");
        assert_eq!(table.get(mix(4, 7, 7, 7), 9999), 9999);
        assert_eq!(Numbers::default().get(5, 9999), 9999);
    }
}
