//! The parser's scorer: a hidden layer that is a sum of rows, one for each answer to what
//! [`inputs`](crate::language::features::inputs) asks of a state, and small layers of outputs over it.
//!
//! Weights are whole numbers, two of a row's in a byte, so that a sum is additions alone. Rows that training
//! never touched, and those that say least, are left out.

use std::hint;

use prefetch_index::prefetch_index;

use crate::language::features::inputs::{INPUTS, ROWS};
use crate::language::model::{Pages, Reader, Writer};

/// Width of the hidden layer.
pub(crate) const HIDDEN: usize = 256;
/// Bytes of a row: two weights in each.
const BYTES: usize = HIDDEN / 2;
/// Bytes of the rows that are summed at a time: a line of the processor's memory.
const PART: usize = 64;
/// Rows whose weights, from 0 to 15, can be summed in a byte.
const GROUP: usize = 17;

/// The hidden layer of a state: never negative.
pub(crate) type Hidden = [i16; HIDDEN];

/// The rows of the hidden layer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// Which answers have a row of their own.
    places: Vec<Block>,
    /// The row of nothing, then those of the answers that have one, in their order.
    weights: Pages,
    /// What the sum begins with, in the order of the hidden layer.
    bias: Vec<i16>,
}

/// What says where the rows of [`ANSWERS`] answers lie: small enough to stay at hand, where a number for each
/// answer would have to be fetched before the row could be.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    /// A bit for each answer with a row, the first answer's lowest.
    used: u64,
    /// Rows of the answers before, the row of nothing among them.
    before: u32,
}

/// Answers of a block.
const ANSWERS: usize = 64;

impl Block {
    /// Where the row of one of its answers lies; 0, the row of nothing, for those that training never met.
    #[inline(always)]
    fn place(self, answer: u32) -> u32 {
        let bit = 1u64 << (answer % ANSWERS as u32);
        let place = self.before + (self.used & (bit - 1)).count_ones();
        if self.used & bit == 0 { 0 } else { place }
    }
}

/// A row. Each byte holds two weights, more by [`ZERO`] than they mean: the lower half those of a part's first
/// [`PART`] places, the upper half the others.
type Row = [u8; BYTES];

/// What a weight of nothing is stored as; the largest is 15.
pub(crate) const ZERO: u8 = 8;
/// The row of an answer that training never met.
const NOTHING: Row = [ZERO << 4 | ZERO; BYTES];

/// Steps of a row's weight to one.
pub(crate) const ROW_STEPS: f32 = 20.0;
/// Steps of an output's weight to one.
const OUT_STEPS: f32 = 256.0;
/// Larger weights of outputs are cut, so that no sum can overflow.
const LARGEST_OUT: f32 = 1023.0;

impl Rows {
    /// Where the row of an answer begins, both lines of which are asked for, since it is seldom at hand.
    #[inline(always)]
    fn ask(&self, answer: u32) -> usize {
        let place = self.places.get(answer as usize / ANSWERS).map_or(0, |block| block.place(answer)) as usize;
        let weights: &[u8] = &self.weights;
        prefetch_index(weights, place * BYTES);
        prefetch_index(weights, place * BYTES + PART);
        place
    }

    /// Asks for the rows of answers that will be given soon, so that they are at hand then.
    #[inline(always)]
    pub(crate) fn announce(&self, answers: &[u32]) {
        for &answer in answers {
            self.ask(answer);
        }
    }

    /// The hidden layer of a state whose answers have these rows.
    #[inline(always)]
    pub(crate) fn hidden(&self, answers: &[u32; INPUTS]) -> Hidden {
        let weights = self.weights.as_chunks::<BYTES>().0;
        let mut rows = [&NOTHING; INPUTS];
        for (row, &answer) in rows.iter_mut().zip(answers) {
            *row = weights.get(self.ask(answer)).unwrap_or(&NOTHING);
        }
        // a number of rows that the compiler does not know: written out one by one they would not stay in registers
        let rows: &[&Row] = hint::black_box(&rows);
        let mut hidden = [0; HIDDEN];
        let (parts, biases) = (hidden.as_chunks_mut::<PART>().0, self.bias.as_chunks::<PART>().0);
        // a part at a time, so that its sums stay in registers
        for (part, (out, bias)) in parts.as_chunks_mut::<2>().0.iter_mut().zip(biases.as_chunks::<2>().0).enumerate() {
            let [mut lower, mut upper] = *bias;
            for group in rows.chunks(GROUP) {
                let (mut low, mut high) = ([0u8; PART], [0u8; PART]);
                for row in group {
                    let row = &row.as_chunks::<PART>().0[part];
                    for ((l, h), &x) in low.iter_mut().zip(&mut high).zip(row) {
                        *l = l.wrapping_add(x & 15);
                        *h = h.wrapping_add(x >> 4);
                    }
                }
                lower = std::array::from_fn(|k| lower[k].wrapping_add(i16::from(low[k])));
                upper = std::array::from_fn(|k| upper[k].wrapping_add(i16::from(high[k])));
            }
            *out = [lower.map(|s| s.max(0)), upper.map(|s| s.max(0))];
        }
        hidden
    }

    /// Lays out learnt rows, whose weights are from 0 to 15; those of nothing but zeros take no room.
    pub(crate) fn build(rows: &[u8], bias: &[i16]) -> Self {
        // every row adds ZERO too much
        let bias = bias.iter().map(|&b| b - i16::from(ZERO) * INPUTS as i16).collect();
        let mut used = vec![0u8; (rows.len() / HIDDEN).div_ceil(8)];
        let mut weights = Vec::new();
        for (k, row) in rows.chunks_exact(HIDDEN).enumerate() {
            let mut packed = NOTHING;
            for (part, weights) in packed.as_chunks_mut::<PART>().0.iter_mut().zip(row.chunks_exact(2 * PART)) {
                let (low, high) = weights.split_at(PART);
                for ((p, &l), &h) in part.iter_mut().zip(low).zip(high) {
                    *p = l.min(15) | h.min(15) << 4;
                }
            }
            if packed != NOTHING {
                used[k / 8] |= 1 << (k % 8);
                weights.push(packed);
            }
        }
        Self::new(&used, &weights, bias)
    }

    /// The table of the answers that `used` has a bit for, lowest first.
    fn new(used: &[u8], rows: &[Row], bias: Vec<i16>) -> Self {
        let mut before = 0;
        let blocks = used.chunks(ANSWERS / 8).map(|bytes| {
            let mut whole = [0; ANSWERS / 8];
            whole[..bytes.len()].copy_from_slice(bytes);
            let block = Block { used: u64::from_le_bytes(whole), before: before + 1 };
            before += block.used.count_ones();
            block
        });
        let places = blocks.collect();
        let mut weights = Pages::zeros((rows.len() + 1) * BYTES);
        let (nothing, others) = weights.bytes_mut().split_at_mut(BYTES);
        nothing.copy_from_slice(&NOTHING);
        others.copy_from_slice(rows.as_flattened());
        Self { places, weights, bias }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        let mut used: Vec<u8> = self.places.iter().flat_map(|block| block.used.to_le_bytes()).collect();
        used.truncate(ROWS.div_ceil(8));
        w.bytes(&used);
        w.bytes(self.weights.get(BYTES..).unwrap_or_default());
        w.shorts(&self.bias);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        let (used, weights, bias) = (r.bytes()?, r.bytes()?, r.shorts()?);
        if used.is_empty() {
            return Some(Self::default());
        }
        if used.len() != ROWS.div_ceil(8) || bias.len() != HIDDEN {
            return None;
        }
        let stored = weights.as_chunks::<BYTES>().0;
        let is_whole = used.iter().map(|b| b.count_ones() as usize).sum::<usize>() == stored.len();
        is_whole.then(|| Self::new(used, stored, bias))
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.places.len() * size_of::<Block>() + self.weights.len()
    }
}

/// A layer of outputs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outputs {
    weights: Vec<[i16; HIDDEN]>,
    bias: Vec<i32>,
}

impl Outputs {
    /// The score of one class.
    #[inline(always)]
    pub(crate) fn score(&self, class: usize, hidden: &Hidden) -> i32 {
        let (Some(weights), Some(bias)) = (self.weights.get(class), self.bias.get(class)) else { return 0 };
        let sum: i32 = weights.iter().zip(hidden).map(|(w, h)| i32::from(*w) * i32::from(*h)).sum();
        bias.wrapping_add(sum)
    }

    /// The class with the highest score among those whose bits are set in `allowed`, the first of equals.
    #[inline(always)]
    pub(crate) fn best(&self, hidden: &Hidden, allowed: u64) -> usize {
        let (mut best, mut top) = (allowed.trailing_zeros() as usize, i32::MIN);
        if allowed.is_power_of_two() {
            return best;
        }
        let mut rest = allowed;
        while rest != 0 {
            let class = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let score = self.score(class, hidden);
            if score > top {
                (best, top) = (class, score);
            }
        }
        best
    }

    /// Rounds learnt weights.
    pub(crate) fn build(weights: &[f32], bias: &[f32]) -> Self {
        let whole = |x: f32| (x * OUT_STEPS).round().clamp(-LARGEST_OUT, LARGEST_OUT) as i16;
        Self {
            weights: weights.chunks_exact(HIDDEN).map(|r| std::array::from_fn(|k| whole(r[k]))).collect(),
            bias: bias.iter().map(|b| (b * OUT_STEPS * ROW_STEPS).round() as i32).collect(),
        }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.shorts(self.weights.as_flattened());
        w.bytes(&self.bias.iter().flat_map(|b| b.to_le_bytes()).collect::<Vec<_>>());
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        let (weights, bias) = (r.shorts()?, r.bytes()?);
        let weights = weights.as_chunks().0.to_vec();
        let bias: Vec<i32> = bias.as_chunks().0.iter().map(|b| i32::from_le_bytes(*b)).collect();
        (weights.len() == bias.len()).then_some(Self { weights, bias })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table whose first answers have these weights throughout their rows.
    fn table(weights: &[i16]) -> Rows {
        let mut rows = vec![ZERO; ROWS * HIDDEN];
        for (row, &w) in rows.chunks_exact_mut(HIDDEN).zip(weights) {
            row.fill((w + i16::from(ZERO)) as u8);
        }
        let bias: Vec<i16> = (0..HIDDEN as i16).collect();
        Rows::build(&rows, &bias)
    }

    /// The first answers given, all other questions with an answer that was never met.
    fn answers(given: &[u32]) -> [u32; INPUTS] {
        let mut answers = [ROWS as u32 - 1; INPUTS];
        answers[..given.len()].copy_from_slice(given);
        answers
    }

    #[test]
    fn the_hidden_layer_is_the_sum_of_the_answers_rows_and_never_negative() {
        let rows = table(&[7, 2, -8]);
        let expected = |sum: i16| std::array::from_fn::<i16, HIDDEN, _>(|k| (k as i16 + sum).max(0));
        assert_eq!(rows.hidden(&answers(&[0, 1])), expected(9));
        assert_eq!(rows.hidden(&answers(&[2])), expected(-8));
        assert_eq!(rows.hidden(&[0; INPUTS]), expected(7 * INPUTS as i16), "the largest sum there is");
        assert_eq!(rows.hidden(&[2; INPUTS]), expected(-8 * INPUTS as i16));
    }

    #[test]
    fn a_row_keeps_the_weight_of_each_place() {
        let mut rows = vec![ZERO; ROWS * HIDDEN];
        let weight = |k: usize| (k % 15) as u8;
        for (k, w) in rows[..HIDDEN].iter_mut().enumerate() {
            *w = weight(k);
        }
        let hidden = Rows::build(&rows, &[100; HIDDEN]).hidden(&answers(&[0]));
        assert!(hidden.iter().enumerate().all(|(k, &h)| h == 92 + i16::from(weight(k))), "{hidden:?}");
    }

    #[test]
    fn answers_without_a_row_say_nothing() {
        let given = [0usize, 63, 64, 200];
        let mut weights = [0; 201];
        for k in given {
            weights[k] = 1 + (k % 7) as i16;
        }
        let rows = table(&weights);
        for (k, &w) in weights.iter().enumerate() {
            assert_eq!(rows.hidden(&answers(&[k as u32]))[7], 7 + w, "answer {k}");
        }
    }

    #[test]
    fn rows_survive_the_file() {
        let rows = table(&[7, 0, 2]);
        let mut w = Writer::default();
        rows.write(&mut w);
        let bytes = w.finish();
        assert!(bytes.len() < ROWS / 8 + 5 * HIDDEN, "rows of zeros take no room: {}", bytes.len());
        let back = Rows::read(&mut Reader::new(&bytes)).unwrap();
        assert_eq!(back.hidden(&answers(&[0, 2])), rows.hidden(&answers(&[0, 2])));
        assert!(Rows::read(&mut Reader::new(&bytes[..bytes.len() - 1])).is_none());
    }

    #[test]
    fn only_allowed_classes_win() {
        let weights: Vec<f32> = [1.0, 3.0, 2.0].into_iter().flat_map(|w| [w; HIDDEN]).collect();
        let outputs = Outputs::build(&weights, &[0.0; 3]);
        assert_eq!(outputs.best(&[1; HIDDEN], 0b111), 1);
        assert_eq!(outputs.best(&[1; HIDDEN], 0b101), 2);
        assert_eq!(outputs.best(&[1; HIDDEN], 0b001), 0);
    }
}
