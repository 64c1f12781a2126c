//! A table from hashes to numbers, laid out when it is made: reading it back is a copy.

use super::{Reader, Writer, bucket};

/// Slots looked at for one hash.
const REACH: usize = 4;

/// A number, never 0, for each of some hashes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    /// The hash in the low half, the number in the high one; 0 for an empty slot.
    slots: Vec<u64>,
}

impl Slots {
    /// The number of a hash, 0 where it has none.
    #[inline(always)]
    pub(crate) fn get(&self, hash: u32) -> u32 {
        if self.slots.len() < REACH {
            return 0;
        }
        let at = bucket(hash, self.slots.len() / REACH) * REACH;
        let mut found = 0;
        for &slot in &self.slots[at..at + REACH] {
            found |= if slot as u32 == hash { slot >> 32 } else { 0 };
        }
        found as u32
    }

    /// Lays out numbers, those of the most important hashes first, in a table of which they fill `tenths`: those
    /// that find no room are lost.
    pub(crate) fn build(numbers: impl ExactSizeIterator<Item = (u32, u32)>, tenths: usize) -> Self {
        let buckets = (numbers.len() * 10 / tenths / REACH).max(1);
        let mut slots = vec![0u64; buckets * REACH];
        for (hash, number) in numbers {
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
        let hash = |i: u32| mix(3, i, 0, 0);
        let table = Slots::build((0..500).map(|i| (hash(i), i + 1)), 6);
        let is_kept = |&i: &u32| table.get(hash(i)) == i + 1;
        assert!((0..100).all(|i| is_kept(&i)), "the first find room");
        let kept = (0..500).filter(is_kept).count();
        assert!(kept > 460, "{kept}");
        assert_eq!(table.get(mix(4, 7, 7, 7)), 0);
        assert_eq!(Slots::default().get(5), 0);
    }

    #[test]
    fn slots_survive_the_file() {
        let table = Slots::build([(7, 1), (u32::MAX, u32::MAX)].into_iter(), 8);
        let mut w = Writer::default();
        table.write(&mut w);
        let back = Slots::read(&mut Reader::new(&w.finish())).unwrap();
        assert_eq!([back.get(7), back.get(u32::MAX), back.get(8)], [1, u32::MAX, 0]);
    }
}
