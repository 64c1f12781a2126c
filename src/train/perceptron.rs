//! The averaged perceptron over hashed features.

use super::rows::FeatureRows;
use crate::language::model::{Wide, bucket};

/// Weights while they are learnt: a row for every feature that ever took part in a mistake.
#[derive(Debug)]
pub(crate) struct Perceptron {
    classes: usize,
    /// Current weights and their sums over time.
    rows: FeatureRows,
    /// How often each row took part in a mistake.
    uses: Vec<u32>,
    clock: f64,
}

impl Perceptron {
    pub(crate) fn new(classes: usize) -> Self {
        Self { classes, rows: FeatureRows::new(classes, 2), uses: Vec::new(), clock: 1.0 }
    }

    /// Scores of all classes.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [f32]) {
        self.rows.score(features, scores);
    }

    /// Moves the weights towards `good` and away from `bad`.
    pub(crate) fn update(&mut self, features: &[u32], good: usize, bad: usize) {
        let clock = self.clock as f32;
        for &f in features {
            let Some(row) = self.rows.make(f) else { continue };
            self.uses.resize(self.rows.len(), 0);
            self.uses[row] += 1;
            let (weights, sums) = self.rows.row_mut(row).split_at_mut(self.classes);
            weights[good] += 1.0;
            sums[good] += clock;
            weights[bad] -= 1.0;
            sums[bad] -= clock;
        }
    }

    /// One decision more was seen.
    pub(crate) fn tick(&mut self) {
        self.clock += 1.0;
    }

    /// Features with their averaged weights and how often they took part, in order of their hashes.
    fn averaged(&self, mut each: impl FnMut(u32, &[f32], u32)) {
        let mut row = vec![0.0; self.classes];
        for (f, at) in self.rows.sorted() {
            let (weights, sums) = self.rows.row(at).split_at(self.classes);
            for ((out, w), s) in row.iter_mut().zip(weights).zip(sums) {
                *out = w - (f64::from(*s) / self.clock) as f32;
            }
            each(f, &row, self.uses[at]);
        }
    }

    /// An untaught perceptron that will only ever heed the `most` features that say most, as far as a table filled
    /// to `load` has room for them: size of the weights times the root of how often they took part.
    pub(crate) fn afresh(&self, most: usize, load: f32) -> Self {
        let mut all = Vec::new();
        self.averaged(|f, w, uses| all.push((w.iter().fold(0f32, |m, x| m.max(x.abs())) * (uses as f32).sqrt(), f)));
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut room = vec![2u8; Wide::buckets_for(most, load)];
        let mut fresh = Self::new(self.classes);
        for (_, f) in all {
            let left = &mut room[bucket(f, Wide::buckets_for(most, load))];
            if *left > 0 && fresh.len() < most {
                *left -= 1;
                fresh.rows.make(f);
            }
        }
        fresh.uses.resize(fresh.rows.len(), 0);
        fresh.rows.close();
        fresh
    }

    /// A table for many classes: features with all weights below `prune` left out, and weights below `least`.
    pub(crate) fn wide(&self, prune: f32, least: f32, load: f32) -> Wide {
        let mut rows = Vec::new();
        self.averaged(|f, w, _| {
            if w.iter().any(|x| x.abs() >= prune) {
                rows.push((f, w.to_vec()));
            }
        });
        Wide::build(self.classes, rows, prune, least, load)
    }

    /// Classes to choose from.
    pub(crate) fn classes(&self) -> usize {
        self.classes
    }

    /// Features seen in mistakes.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// A reproducible shuffle.
#[derive(Clone, Debug)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// The place of the largest score among those allowed, the first of equals.
pub(crate) fn argmax(scores: &[f32], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (i, s) in scores.iter().enumerate() {
        if allowed(i) && best.is_none_or(|b: usize| *s > scores[b]) {
            best = Some(i);
        }
    }
    best.unwrap_or(0)
}
