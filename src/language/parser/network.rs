//! The parser's scorer: a hidden layer that is a sum of rows, one for each answer to what
//! [`inputs`](crate::language::features::inputs) asks of a state, and small layers of outputs over it.
//!
//! Weights are whole numbers, a row's a byte each, so that a sum is additions alone. Rows that training
//! never touched, and those that say least, are left out.

use crate::language::features::inputs::{INPUTS, ROWS};
use crate::language::model::{Reader, Writer};

/// Width of the hidden layer.
pub(crate) const HIDDEN: usize = 128;
/// How much of the hidden layer is summed at a time.
const PART: usize = 64;

/// The hidden layer of a state: never negative.
pub(crate) type Hidden = [i16; HIDDEN];

/// The rows of the hidden layer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    /// Where the row of each answer lies; 0, a row of zeros, for those that training never met.
    places: Vec<u32>,
    weights: Vec<Row>,
    bias: Vec<i16>,
}

/// A row, so placed that it fills whole lines of the processor's memory.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
struct Row([i8; HIDDEN]);

/// The row of an answer that training never met.
const NOTHING: Row = Row([0; HIDDEN]);

/// Steps of a row's weight to one. A row's weight is a byte, so the largest is 2.
const ROW_STEPS: f32 = 64.0;
/// Steps of an output's weight to one.
const OUT_STEPS: f32 = 256.0;
/// Larger weights of outputs are cut, so that no sum can overflow.
const LARGEST_OUT: f32 = 1023.0;

impl Rows {
    /// The hidden layer of a state whose answers have these rows.
    #[inline(always)]
    pub(crate) fn hidden(&self, answers: &[u32; INPUTS]) -> Hidden {
        // Most rows are not at hand: all are asked for before the first is needed, which saves a tenth of
        // the time.
        let mut rows = [&NOTHING; INPUTS];
        let mut touched = 0;
        for (row, &answer) in rows.iter_mut().zip(answers) {
            let place = self.places.get(answer as usize).copied().unwrap_or(0);
            *row = self.weights.get(place as usize).unwrap_or(&NOTHING);
            touched |= row.0[0] | row.0[HIDDEN / 2];
        }
        std::hint::black_box(touched);
        let mut hidden = [0; HIDDEN];
        // a part at a time, so that its sums stay in registers
        for (part, out) in hidden.as_chunks_mut::<PART>().0.iter_mut().enumerate() {
            let mut sum = self.bias.as_chunks().0.get(part).copied().unwrap_or([0; PART]);
            for row in rows {
                let row = row.0.as_chunks::<PART>().0[part];
                sum = std::array::from_fn(|k| sum[k].wrapping_add(i16::from(row[k])));
            }
            *out = sum.map(|s| s.max(0));
        }
        hidden
    }

    /// Rounds learnt rows; those whose weights all round to nothing take no room.
    pub(crate) fn build(rows: &[f32], bias: &[f32]) -> Self {
        let whole = |x: f32, most: f32| (x * ROW_STEPS).round().clamp(-most, most) as i16;
        let mut table = Self { bias: bias.iter().map(|&b| whole(b, 2000.0)).collect(), ..Self::empty() };
        for row in rows.chunks_exact(HIDDEN) {
            table.push(std::array::from_fn(|k| whole(row[k], 127.0) as i8));
        }
        table
    }

    /// No answers yet, only the row of those never met.
    fn empty() -> Self {
        Self { places: Vec::new(), weights: vec![Row([0; HIDDEN])], bias: Vec::new() }
    }

    /// Drops the rows that say least where the answers are given as often as `uses` counts, so that `most` stay.
    pub(crate) fn keep(&mut self, most: usize, uses: &[u32]) {
        let said = |answer: usize| {
            let size: u64 =
                self.weights[self.places[answer] as usize].0.iter().map(|w| u64::from(w.unsigned_abs())).sum();
            size * u64::from(uses.get(answer).copied().unwrap_or(0))
        };
        let mut order: Vec<usize> = (0..self.places.len()).filter(|&answer| self.places[answer] > 0).collect();
        order.sort_by_cached_key(|&answer| std::cmp::Reverse(said(answer)));
        let mut kept = vec![false; self.places.len()];
        for &answer in order.iter().take(most) {
            kept[answer] = true;
        }
        let (places, rows) = (std::mem::take(&mut self.places), std::mem::take(&mut self.weights));
        self.weights.push(NOTHING);
        for (place, is_kept) in places.into_iter().zip(kept) {
            self.push(if is_kept { rows[place as usize].0 } else { NOTHING.0 });
        }
    }

    /// Adds the next answer's row.
    fn push(&mut self, row: [i8; HIDDEN]) {
        let place = if row.iter().all(|&w| w == 0) { 0 } else { self.weights.len() };
        self.places.push(place as u32);
        if place > 0 {
            self.weights.push(Row(row));
        }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        let mut used = vec![0u8; self.places.len().div_ceil(8)];
        for (k, _) in self.places.iter().enumerate().filter(|(_, place)| **place > 0) {
            used[k / 8] |= 1 << (k % 8);
        }
        w.bytes(&used);
        w.bytes(&self.weights.iter().skip(1).flat_map(|row| row.0.map(|x| x as u8)).collect::<Vec<_>>());
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
        let mut table = Self { bias, ..Self::empty() };
        let stored = weights.as_chunks::<HIDDEN>().0;
        table.weights.extend(stored.iter().map(|row| Row(row.map(|b| b as i8))));
        let mut next = 0;
        for k in 0..used.len() * 8 {
            let is_used = used[k / 8] & 1 << (k % 8) != 0;
            next += u32::from(is_used);
            table.places.push(if is_used { next } else { 0 });
        }
        (next as usize == stored.len()).then_some(table)
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.places.len() * 4 + self.weights.len() * HIDDEN
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
    fn table(weights: &[f32]) -> Rows {
        let mut rows = vec![0.0; ROWS * HIDDEN];
        for (row, &w) in rows.chunks_exact_mut(HIDDEN).zip(weights) {
            row.fill(w);
        }
        Rows::build(&rows, &[0.5; HIDDEN])
    }

    /// The first answers given, all other questions with an answer that was never met.
    fn answers(given: &[u32]) -> [u32; INPUTS] {
        let mut answers = [ROWS as u32 - 1; INPUTS];
        answers[..given.len()].copy_from_slice(given);
        answers
    }

    #[test]
    fn the_hidden_layer_is_the_sum_of_the_answers_rows_and_never_negative() {
        let rows = table(&[1.0, 0.25, -3.0]);
        assert_eq!(rows.hidden(&answers(&[0, 1])), [112; HIDDEN]);
        assert_eq!(rows.hidden(&answers(&[2])), [0; HIDDEN]);
    }

    #[test]
    fn rows_survive_the_file() {
        let rows = table(&[1.0, 0.0, 0.25]);
        let mut w = Writer::default();
        rows.write(&mut w);
        let bytes = w.finish();
        assert!(bytes.len() < ROWS / 8 + 5 * HIDDEN, "rows of zeros take no room: {}", bytes.len());
        let back = Rows::read(&mut Reader::new(&bytes)).unwrap();
        assert_eq!(back.hidden(&answers(&[0, 2])), rows.hidden(&answers(&[0, 2])));
        assert!(Rows::read(&mut Reader::new(&bytes[..bytes.len() - 1])).is_none());
    }

    #[test]
    fn rows_that_matter_least_go_first() {
        let mut rows = table(&[1.0, 1.0, 0.25]);
        rows.keep(2, &[100, 1, 50]);
        assert_eq!(rows.hidden(&answers(&[0])), [96; HIDDEN]);
        assert_eq!(rows.hidden(&answers(&[1])), [32; HIDDEN], "large, but hardly ever asked for");
        assert_eq!(rows.hidden(&answers(&[2])), [48; HIDDEN]);
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
