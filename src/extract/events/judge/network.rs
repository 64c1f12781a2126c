//! The judge's weights: rows summed, cut at zero, seventeen outputs.
//!
//! `assets/models/judge.bin` holds, after the hidden layer's width: the hashes of the features that have rows and the
//! rows, a byte a weight; the hidden layer's start; what the outputs weigh, theirs in the order none, then
//! [`EventType::ALL`]; hashes of words that never tell an event.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::model::{Reader, Slots};
use crate::model::EventType;

/// Width of the hidden layer.
pub(crate) const HIDDEN: usize = 48;
/// None and the sixteen types.
pub(crate) const OUTPUTS: usize = 1 + EventType::ALL.len();
/// How full the table of rows is, in tenths.
const LOAD: usize = 6;

/// A sum of rows.
pub(super) type Sum = [i16; HIDDEN];

/// The chance of each output: none first.
pub(super) type Shares = [f32; OUTPUTS];

/// The weights.
#[derive(Debug, Default)]
pub(super) struct Network {
    slots: Slots,
    /// The rows, the first of them all zeros: that of features that have none.
    rows: Vec<[i8; HIDDEN]>,
    start: Vec<f32>,
    /// What a step of a row is worth.
    step: f32,
    out: Vec<f32>,
    out_start: Vec<f32>,
    never: FxHashSet<u32>,
}

static NETWORK: LazyLock<Network> =
    LazyLock::new(|| Network::read(include_bytes!("../../../../assets/models/judge.bin")).unwrap_or_default());

impl Network {
    /// The embedded weights.
    pub(super) fn get() -> &'static Self {
        &NETWORK
    }

    /// Reads the weights' file; `None` where it is damaged or of another shape.
    pub(super) fn read(file: &[u8]) -> Option<Self> {
        let mut r = Reader::new(file);
        if r.u32()? as usize != HIDDEN {
            return None;
        }
        let step = f32::from_bits(r.u32()?);
        let hashes = r.words()?;
        let (chunks, rest) = r.bytes()?.as_chunks::<HIDDEN>();
        if chunks.len() != hashes.len() || !rest.is_empty() {
            return None;
        }
        let mut rows = vec![[0; HIDDEN]];
        rows.extend(chunks.iter().map(|c| c.map(|b| b as i8)));
        let mut floats = || Some(r.words()?.into_iter().map(f32::from_bits).collect::<Vec<_>>());
        let (start, out, out_start) = (floats()?, floats()?, floats()?);
        let never = r.words()?.into_iter().collect();
        let fits = start.len() == HIDDEN && out.len() == OUTPUTS * HIDDEN && out_start.len() == OUTPUTS;
        let slots = Slots::build(hashes.iter().enumerate().map(|(n, &hash)| (hash, n as u32 + 1)), LOAD);
        fits.then_some(Self { slots, rows, start, step, out, out_start, never })
    }

    /// True where there are no weights.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.len() < 2
    }

    /// True for the word-and-class feature of a word that is known and tells events at times.
    pub(super) fn may_tell(&self, word: u32) -> bool {
        self.slots.get(word) != 0 && !self.never.contains(&word)
    }

    /// Adds the row of a feature.
    #[inline]
    pub(super) fn add(&self, feature: u32, sum: &mut Sum) {
        let row = self.slots.get(feature);
        if row != 0 {
            for (s, &w) in sum.iter_mut().zip(&self.rows[row as usize]) {
                *s = s.wrapping_add(i16::from(w));
            }
        }
    }

    /// What two sums of rows together say.
    pub(super) fn shares(&self, shared: &Sum, own: &Sum) -> Shares {
        let mut hidden = [0f32; HIDDEN];
        for (h, ((&s, &o), start)) in hidden.iter_mut().zip(shared.iter().zip(own).zip(&self.start)) {
            *h = ((f32::from(s) + f32::from(o)) * self.step + start).max(0.0);
        }
        let mut out = [0f32; OUTPUTS];
        for ((o, weights), start) in out.iter_mut().zip(self.out.as_chunks::<HIDDEN>().0).zip(&self.out_start) {
            *o = start + weights.iter().zip(&hidden).map(|(w, h)| w * h).sum::<f32>();
        }
        let top = out.iter().copied().fold(f32::MIN, f32::max);
        for o in &mut out {
            *o = (*o - top).exp();
        }
        let all: f32 = out.iter().sum();
        out.map(|o| o / all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_weights_can_be_read() {
        assert!(!Network::get().is_empty());
    }

    #[test]
    fn damaged_weights_are_refused() {
        assert!(Network::read(&[48, 0, 0, 0, 1]).is_none());
        assert!(Network::read(&[]).is_none());
    }
}
