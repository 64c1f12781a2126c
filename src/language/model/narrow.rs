//! Weights of a choice among three: the parser's moves.
//!
//! Only differences to the first class are kept, so a feature takes four bytes: twelve bits that
//! tell it from its neighbours and two weights of ten bits. A bucket of two features is one load;
//! whether either is the one asked for is found without a branch.

use super::{Reader, Writer, bucket, check};

/// Weights of features for three classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Narrow {
    buckets: Vec<u64>,
}

/// Largest weight that ten bits hold.
const LARGEST: f32 = 511.0;

impl Narrow {
    /// Scores of the classes, the first always 0.
    #[inline(always)]
    pub(crate) fn score(&self, features: &[u32]) -> [i32; 3] {
        let (mut second, mut third) = (0i32, 0i32);
        for &f in features {
            let Some(&pair) = self.buckets.get(bucket(f, self.buckets.len())) else { continue };
            let (a, b) = (pair as u32, (pair >> 32) as u32);
            let mine = check(f);
            let at_a = u32::from(a & 0xFFF == mine).wrapping_neg();
            let at_b = u32::from(b & 0xFFF == mine).wrapping_neg() & !at_a;
            let entry = ((a & at_a) | (b & at_b)) as i32;
            second += entry >> 22;
            third += (entry << 10) >> 22;
        }
        [0, second, third]
    }

    /// Lays out rows of three weights in a table filled to `load`; where a bucket overflows, the
    /// feature that matters least is lost.
    pub(crate) fn build(mut rows: Vec<(u32, [f32; 3])>, load: f32) -> Self {
        for (_, w) in &mut rows {
            *w = [0.0, w[1] - w[0], w[2] - w[0]];
        }
        let size = |w: &[f32; 3]| w[1].abs().max(w[2].abs());
        rows.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then(a.0.cmp(&b.0)));
        // the few largest weights are cut, so that the others keep their fineness
        let scale = rows.get(rows.len() / 2000).map_or(1.0, |(_, w)| LARGEST / size(w).max(1e-6));
        let count = ((rows.len() as f32 / load / 2.0) as usize).max(1);
        let mut buckets = vec![0u64; count];
        for (f, w) in rows {
            let part = |x: f32| ((x * scale).round().clamp(-LARGEST, LARGEST) as i32 as u32) & 0x3FF;
            let entry = u64::from(part(w[1]) << 22 | part(w[2]) << 12 | check(f));
            let slot = &mut buckets[bucket(f, count)];
            if *slot as u32 == 0 {
                *slot |= entry;
            } else if *slot >> 32 == 0 {
                *slot |= entry << 32;
            }
        }
        Self { buckets }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.doubles(&self.buckets);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { buckets: r.doubles()? })
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.buckets.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn weights_come_back_as_differences() {
        let rows: Vec<_> = (0..1000).map(|i| (mix(1, i, 0, 0), [1.0, 1.0 + (i % 7) as f32, -2.0])).collect();
        let table = Narrow::build(rows, 0.5);
        let s = table.score(&[mix(1, 6, 0, 0)]);
        assert!(s[1] > 0 && s[2] < 0 && (s[1] + 2 * s[2]).abs() <= 2, "{s:?}");
        let mut w = Writer::default();
        table.write(&mut w);
        let back = Narrow::read(&mut Reader::new(&w.finish())).unwrap();
        assert_eq!(back.score(&[mix(1, 6, 0, 0)]), s);
    }
}
