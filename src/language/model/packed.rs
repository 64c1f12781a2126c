//! Tables of few classes packed for the file: half a byte a weight, and no row numbers.
//!
//! A slot keeps twelve bits of its feature's hash and four that count the row's weights; rows lie in the
//! order of the slots, so that their numbers need not be written. A weight is half a byte of class and
//! half a byte of size, one of eight steps on either side of nothing, each larger by a half than the one before.

use super::{Reader, Wide, Writer};

/// Most classes that half a byte can name.
const MOST_CLASSES: usize = 16;
/// Most weights of a row that four bits can count.
const MOST_WEIGHTS: usize = 15;
/// The sizes of weights that half a byte can tell apart.
const STEPS: [i8; 8] = [5, 8, 12, 19, 30, 47, 75, 120];
/// The weight of every step: eight above nothing, eight below.
const WEIGHTS: [i8; 16] = {
    let mut all = [0; 16];
    let mut k = 0;
    while k < STEPS.len() {
        all[k] = STEPS[k];
        all[k + 8] = -STEPS[k];
        k += 1;
    }
    all
};
/// Smaller weights say nothing.
const LEAST: u8 = 4;

/// The step nearest to a weight; `None` for one that says nothing.
fn step(weight: i8) -> Option<u8> {
    let size = weight.unsigned_abs();
    let (k, _) = STEPS.iter().zip(0u8..).map(|(s, k)| (k, s.unsigned_abs().abs_diff(size))).min_by_key(|n| n.1)?;
    (size >= LEAST).then_some(k | u8::from(weight < 0) << 3)
}

impl Wide {
    /// Writes a table of at most sixteen classes; the largest fifteen weights of a row stay.
    pub(crate) fn pack(&self, w: &mut Writer) {
        assert!(self.classes <= MOST_CLASSES, "too many classes for half a byte");
        let (mut slots, mut weights) = (Vec::new(), Vec::new());
        let (buckets, rows) = self.parts();
        for half in buckets.as_flattened().as_chunks().0.iter().map(|half| u32::from_le_bytes(*half)) {
            let start = (half >> 12) as usize * self.stride;
            let row = if half == 0 { &[] } else { &rows[start..start + self.stride] };
            let mut said: Vec<(u8, i8, u8)> =
                row.iter().zip(0u8..).filter_map(|(&x, class)| Some((class, x as i8, step(x as i8)?))).collect();
            if said.len() > MOST_WEIGHTS {
                said.sort_by_key(|(_, x, _)| std::cmp::Reverse(x.unsigned_abs()));
                said.truncate(MOST_WEIGHTS);
            }
            slots.push(if said.is_empty() { 0 } else { (half & 0xFFF) as i16 | (said.len() as i16) << 12 });
            weights.extend(said.iter().map(|(class, _, step)| class << 4 | step));
        }
        w.u32(self.classes as u32);
        w.shorts(&slots);
        w.bytes(&weights);
    }

    /// Reads what [`Wide::pack`] wrote.
    pub(crate) fn unpack(r: &mut Reader<'_>) -> Option<Self> {
        let classes = r.u32()? as usize;
        if classes > MOST_CLASSES {
            return None;
        }
        let stride = MOST_CLASSES;
        let (slots, mut weights) = (r.shorts()?, r.bytes()?);
        let count = |slot: i16| usize::from(slot as u16 >> 12);
        let used = slots.iter().filter(|s| count(**s) > 0).count();
        // the first row is that of features without one
        let pairs = slots.as_chunks::<2>().0;
        let mut table = Self::zeros(classes, stride, pairs.len(), used + 1);
        let (buckets, rows) = table.parts_mut();
        let mut free = rows.as_chunks_mut::<MOST_CLASSES>().0.iter_mut().zip(0u32..).skip(1);
        for (bucket, pair) in buckets.iter_mut().zip(pairs) {
            let mut halves = [0u32; 2];
            for (half, &slot) in halves.iter_mut().zip(pair).filter(|(_, slot)| count(**slot) > 0) {
                let (said, rest) = weights.split_at_checked(count(slot))?;
                weights = rest;
                let (row, number) = free.next()?;
                for &x in said {
                    row[usize::from(x >> 4)] = WEIGHTS[usize::from(x & 15)] as u8;
                }
                *half = number << 12 | (slot as u32 & 0xFFF);
            }
            *bucket = (u64::from(halves[1]) << 32 | u64::from(halves[0])).to_le_bytes();
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn packed_tables_decide_as_before() {
        let rows: Vec<_> = (0..500u32)
            .map(|i| {
                let mut w = vec![0.0; 15];
                w[(i % 15) as usize] = 3.0;
                w[(i % 7) as usize] -= 1.0;
                (mix(2, i, 0, 0), w)
            })
            .collect();
        let table = Wide::build(15, rows, 0.5, 0.2, 0.5);
        let mut w = Writer::default();
        table.pack(&mut w);
        let bytes = w.finish();
        let back = Wide::unpack(&mut Reader::new(&bytes)).unwrap();
        for i in 0..500 {
            let f = [mix(2, i, 0, 0)];
            assert_eq!(back.best(&f, |_| true), table.best(&f, |_| true), "feature {i}");
        }
        assert_eq!(back.score(&[mix(9, 9, 9, 9)]), [0; 96]);
        assert!(Wide::unpack(&mut Reader::new(&bytes[..bytes.len() - 1])).is_none());
    }

    #[test]
    fn weights_go_to_the_nearest_step() {
        assert_eq!(step(3), None);
        for (weight, near) in [(4, 5), (-9, -8), (20, 19), (-127, -120), (100, 120)] {
            assert_eq!(step(weight).map(|s| WEIGHTS[usize::from(s)]), Some(near), "{weight}");
        }
    }
}
