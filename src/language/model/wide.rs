//! Weights of a choice among many: tags, relations, name tags.
//!
//! Slots of four bytes (twelve bits that tell a feature from its neighbours, twenty for its row)
//! lead to rows of a byte a class. In the file a row is the list of its weights that are not zero.

use prefetch_index::prefetch_index;

use super::{Pages, Reader, Writer, bucket, check};

/// Most classes that a choice can have.
pub(crate) const MOST_CLASSES: usize = 96;
/// Most rows that twenty bits can name.
const MOST_ROWS: usize = 1 << 20;

/// Weights of features for up to [`MOST_CLASSES`] classes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wide {
    pub(super) classes: usize,
    pub(super) stride: usize,
    /// Buckets of two slots each, eight bytes a bucket.
    buckets: usize,
    /// The buckets, then the rows.
    table: Pages,
}

/// Bytes of a bucket.
const BUCKET: usize = 8;
/// Two slots, the first in the lower half of a little-endian number.
pub(super) type Bucket = [u8; BUCKET];

impl Wide {
    /// The class with the highest score among those `allowed`, the first of equals; 0 where none is.
    #[inline(always)]
    pub(crate) fn best(&self, features: &[u32], allowed: impl Fn(usize) -> bool) -> usize {
        let scores = self.score(features);
        let (mut best, mut top) = (0, i16::MIN);
        for (class, &s) in scores[..self.classes].iter().enumerate() {
            if s > top && allowed(class) {
                (best, top) = (class, s);
            }
        }
        best
    }

    /// The two classes with the highest scores, the first of equals, each with its score.
    #[inline(always)]
    pub(crate) fn best_two(&self, features: &[u32]) -> [(usize, i16); 2] {
        let scores = self.score(features);
        let mut two = [(0, i16::MIN); 2];
        for (class, &s) in scores[..self.classes].iter().enumerate() {
            if s > two[1].1 {
                two[1] = (class, s);
                if s > two[0].1 {
                    two.swap(0, 1);
                }
            }
        }
        two
    }

    /// Scores of all classes, zeros behind the last.
    #[inline(always)]
    pub(crate) fn score(&self, features: &[u32]) -> [i16; MOST_CLASSES] {
        match self.stride {
            16 => self.sum::<16>(features),
            32 => self.sum::<32>(features),
            48 => self.sum::<48>(features),
            64 => self.sum::<64>(features),
            80 => self.sum::<80>(features),
            96 => self.sum::<96>(features),
            _ => [0; MOST_CLASSES],
        }
    }

    #[inline(always)]
    fn sum<const N: usize>(&self, features: &[u32]) -> [i16; MOST_CLASSES] {
        let mut acc = [0i16; N];
        let mut places = [0u32; 128];
        let mut count = 0;
        let (buckets, rows) = self.parts();
        for &f in features.iter().take(places.len()) {
            let Some(&pair) = buckets.get(bucket(f, buckets.len())) else { continue };
            let pair = u64::from_le_bytes(pair);
            let (a, b) = (pair as u32, (pair >> 32) as u32);
            let at_a = u32::from(a & 0xFFF == check(f)).wrapping_neg();
            let at_b = u32::from(b & 0xFFF == check(f)).wrapping_neg() & !at_a;
            let place = ((a & at_a) | (b & at_b)) >> 12;
            prefetch_index(rows, place as usize * N);
            // half of the features have no row, and nobody can guess which
            places[count] = place;
            count += usize::from(place != 0);
        }
        for &row in &places[..count] {
            let start = row as usize * N;
            if let Some(weights) = rows.get(start..start + N) {
                for (sum, &w) in acc.iter_mut().zip(weights) {
                    *sum += i16::from(w as i8);
                }
            }
        }
        let mut out = [0; MOST_CLASSES];
        out[..N].copy_from_slice(&acc);
        out
    }

    /// Buckets, of two slots each, of a table that so many rows fill to `load`.
    pub(crate) fn buckets_for(rows: usize, load: f32) -> usize {
        ((rows as f32 / load / 2.0) as usize).max(1)
    }

    /// Lays out rows of weights, dropping those whose weights are all smaller than `prune` and single weights
    /// smaller than `least`, which cost bytes and say little; the table is filled to `load`.
    pub(crate) fn build(classes: usize, rows: Vec<(u32, Vec<f32>)>, prune: f32, least: f32, load: f32) -> Self {
        let size = |w: &[f32]| w.iter().fold(0f32, |m, x| m.max(x.abs()));
        let mut rows: Vec<_> = rows.into_iter().filter(|(_, w)| size(w) >= prune).collect();
        rows.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then(a.0.cmp(&b.0)));
        rows.truncate(MOST_ROWS - 1);
        let scale = rows.get(rows.len() / 2000).map_or(1.0, |(_, w)| 127.0 / size(w).max(1e-6));
        let stride = classes.div_ceil(16) * 16;
        let count = Self::buckets_for(rows.len(), load);
        let (mut buckets, mut table) = (vec![0u64; count], vec![0; stride]);
        for (f, weights) in rows {
            let slot = &mut buckets[bucket(f, count)];
            let shift = if *slot as u32 == 0 {
                0
            } else if *slot >> 32 == 0 {
                32
            } else {
                continue;
            };
            let row = table.len() / stride;
            *slot |= u64::from((row as u32) << 12 | check(f)) << shift;
            table.extend(
                weights
                    .iter()
                    .map(|&w| if w.abs() < least { 0 } else { (w * scale).round().clamp(-127.0, 127.0) as i8 as u8 }),
            );
            table.resize((row + 1) * stride, 0);
        }
        let mut all = Self::zeros(classes, stride, count, table.len() / stride.max(1));
        let (to, rows) = all.parts_mut();
        for (to, bucket) in to.iter_mut().zip(buckets) {
            *to = bucket.to_le_bytes();
        }
        rows.copy_from_slice(&table);
        all
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.u32(self.classes as u32);
        w.bytes(self.parts().0.as_flattened());
        let (mut counts, mut classes, mut weights) = (Vec::new(), Vec::new(), Vec::new());
        for row in self.parts().1.chunks(self.stride.max(1)) {
            let before = classes.len();
            for (class, &x) in row.iter().enumerate().filter(|(_, x)| **x != 0) {
                classes.push(class as u8);
                weights.push(x);
            }
            counts.push((classes.len() - before) as u8);
        }
        w.bytes(&counts);
        w.bytes(&classes);
        w.bytes(&weights);
    }

    /// Passes over what [`Wide::read`] would read.
    pub(crate) fn skip(r: &mut Reader<'_>) -> Option<()> {
        r.u32()?;
        (0..4).try_for_each(|_| r.bytes().map(drop))
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        let classes = r.u32()? as usize;
        if classes > MOST_CLASSES {
            return None;
        }
        let stride = classes.div_ceil(16) * 16;
        let (buckets, rest) = r.bytes()?.as_chunks();
        let (counts, places, weights) = (r.bytes()?, r.bytes()?, r.bytes()?);
        let mut table = Self::zeros(classes, stride, buckets.len(), counts.len());
        let (to, rows) = table.parts_mut();
        to.copy_from_slice(buckets);
        let mut at = 0;
        for (row, &n) in rows.chunks_exact_mut(stride.max(1)).zip(counts) {
            let run = at..at + n as usize;
            for (&class, &w) in places.get(run.clone())?.iter().zip(weights.get(run)?) {
                *row.get_mut(class as usize)? = w;
            }
            at += n as usize;
        }
        rest.is_empty().then_some(table)
    }

    /// A table of nothing but zeros.
    pub(super) fn zeros(classes: usize, stride: usize, buckets: usize, rows: usize) -> Self {
        Self { classes, stride, buckets, table: Pages::zeros(buckets * BUCKET + rows * stride) }
    }

    /// The buckets, each a little-endian number, and the rows, each weight a byte.
    #[inline(always)]
    pub(super) fn parts(&self) -> (&[Bucket], &[u8]) {
        let (buckets, rows) = self.table.split_at(self.buckets * BUCKET);
        (buckets.as_chunks().0, rows)
    }

    /// [`Wide::parts`] to be written to.
    pub(super) fn parts_mut(&mut self) -> (&mut [Bucket], &mut [u8]) {
        let (buckets, rows) = self.table.bytes_mut().split_at_mut(self.buckets * BUCKET);
        (buckets.as_chunks_mut().0, rows)
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.table.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn rows_survive_the_file_and_decide() {
        let rows: Vec<_> = (0..500u32)
            .map(|i| {
                let mut w = vec![0.0; 20];
                w[(i % 20) as usize] = 3.0;
                (mix(2, i, 0, 0), w)
            })
            .collect();
        let table = Wide::build(20, rows, 0.5, 0.2, 0.5);
        let mut w = Writer::default();
        table.write(&mut w);
        let back = Wide::read(&mut Reader::new(&w.finish())).unwrap();
        assert_eq!(back.best(&[mix(2, 27, 0, 0)], |_| true), 7);
        assert_eq!(back.best(&[mix(2, 27, 0, 0)], |c| c != 7), 0);
        let [first, second] = back.best_two(&[mix(2, 27, 0, 0)]);
        assert_eq!((first.0, second), (7, (0, 0)));
        assert_eq!(first.1, back.score(&[mix(2, 27, 0, 0)])[7]);
        assert_eq!(back.score(&[mix(2, 27, 0, 0)])[..20], table.score(&[mix(2, 27, 0, 0)])[..20]);
    }

    #[test]
    fn of_equals_the_first_is_best() {
        let weights = |of: [f32; 4]| Wide::build(4, vec![(9, of.to_vec())], 0.0, 0.0, 0.5);
        let two = |of: [f32; 4]| weights(of).best_two(&[9]).map(|(class, _)| class);
        assert_eq!(two([1.0, 3.0, 1.0, 3.0]), [1, 3]);
        assert_eq!(two([-1.0, -1.0, -2.0, -1.0]), [0, 1]);
        assert_eq!(two([-3.0, 2.0, 0.0, 0.0]), [1, 2]);
        assert_eq!(Wide::build(1, vec![(9, vec![1.0])], 0.0, 0.0, 0.5).best_two(&[9])[1], (0, i16::MIN));
    }
}
