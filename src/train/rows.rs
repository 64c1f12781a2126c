//! Rows of numbers by the hash of a feature: what the learners of hashed features keep their weights in.

/// The row of no feature.
const NONE: u32 = u32::MAX;

/// A row for every feature that was asked to have one. A row holds the weights of all classes, and behind
/// them as many numbers for each class as the learner needs.
#[derive(Debug)]
pub(super) struct FeatureRows {
    classes: usize,
    /// Numbers in a row.
    width: usize,
    /// Features with the numbers of their rows, found by probing from the hash on.
    slots: Vec<(u32, u32)>,
    values: Vec<f32>,
    count: usize,
    /// Features without a row get none any more.
    is_closed: bool,
}

impl FeatureRows {
    /// No rows yet; each will have `parts` numbers for each of the `classes`.
    pub(super) fn new(classes: usize, parts: usize) -> Self {
        Self {
            classes,
            width: classes * parts,
            slots: vec![(0, NONE); 1 << 16],
            values: Vec::new(),
            count: 0,
            is_closed: false,
        }
    }

    /// Where the feature is, or where it would be put.
    fn slot(&self, feature: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (feature.wrapping_mul(0x9E37_79B9) >> 7) as usize & mask;
        while self.slots[at].1 != NONE && self.slots[at].0 != feature {
            at = (at + 1) & mask;
        }
        at
    }

    /// Scores of all classes: the sums of the features' weights.
    pub(super) fn score(&self, features: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &f in features {
            let row = self.slots[self.slot(f)].1;
            if row != NONE {
                let at = row as usize * self.width;
                for (s, w) in scores.iter_mut().zip(&self.values[at..at + self.classes]) {
                    *s += w;
                }
            }
        }
    }

    /// The number of a feature's row, made of zeros where it is new; none where no row may be made any more.
    pub(super) fn make(&mut self, feature: u32) -> Option<usize> {
        let mut at = self.slot(feature);
        if self.slots[at].1 == NONE {
            if self.is_closed {
                return None;
            }
            if self.count * 10 > self.slots.len() * 4 {
                self.grow();
                at = self.slot(feature);
            }
            self.slots[at] = (feature, self.count as u32);
            self.count += 1;
            self.values.resize(self.count * self.width, 0.0);
        }
        Some(self.slots[at].1 as usize)
    }

    fn grow(&mut self) {
        let larger = vec![(0, NONE); self.slots.len() * 2];
        for (f, row) in std::mem::replace(&mut self.slots, larger) {
            if row != NONE {
                let at = self.slot(f);
                self.slots[at] = (f, row);
            }
        }
    }

    /// From now on features without a row get none.
    pub(super) fn close(&mut self) {
        self.is_closed = true;
    }

    /// The numbers of a row.
    pub(super) fn row(&self, row: usize) -> &[f32] {
        &self.values[row * self.width..][..self.width]
    }

    /// The numbers of a row, to be changed.
    pub(super) fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.values[row * self.width..][..self.width]
    }

    /// Features and the numbers of their rows, in order of their hashes.
    pub(super) fn sorted(&self) -> Vec<(u32, usize)> {
        let mut all: Vec<_> = self.slots.iter().filter(|s| s.1 != NONE).map(|&(f, row)| (f, row as usize)).collect();
        all.sort_unstable();
        all
    }

    /// Rows there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hash::mix;

    #[test]
    fn every_feature_keeps_its_row_while_the_table_grows() {
        let mut rows = FeatureRows::new(2, 1);
        let feature = |i: u32| mix(1, i, 0, 0);
        for i in 0..60_000 {
            let row = rows.make(feature(i)).unwrap();
            rows.row_mut(row)[0] = i as f32;
        }
        let mut scores = [0.0; 2];
        for i in [0, 31, 59_999] {
            rows.score(&[feature(i)], &mut scores);
            assert!((scores[0] - i as f32).abs() < f32::EPSILON, "{i}: {scores:?}");
        }
        assert_eq!(rows.len(), 60_000);
        let sorted = rows.sorted();
        assert!(sorted.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn a_closed_table_takes_no_new_features() {
        let mut rows = FeatureRows::new(1, 2);
        assert_eq!(rows.make(7), Some(0));
        rows.close();
        assert_eq!((rows.make(7), rows.make(8)), (Some(0), None));
    }
}
