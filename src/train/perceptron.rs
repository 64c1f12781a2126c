//! The averaged perceptron over hashed features.

use crate::language::model::Wide;

/// Weights while they are learnt: a row for every feature that ever took part in a mistake.
#[derive(Debug)]
pub(crate) struct Perceptron {
    classes: usize,
    slots: Vec<(u32, u32)>,
    count: usize,
    /// Current weights and their sums over time, side by side for each row.
    rows: Vec<f32>,
    clock: f64,
}

/// The row of no feature.
const NONE: u32 = u32::MAX;

impl Perceptron {
    pub(crate) fn new(classes: usize) -> Self {
        Self { classes, slots: vec![(0, NONE); 1 << 16], count: 0, rows: Vec::new(), clock: 1.0 }
    }

    fn slot(&self, feature: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (feature.wrapping_mul(0x9E37_79B9) >> 7) as usize & mask;
        while self.slots[at].1 != NONE && self.slots[at].0 != feature {
            at = (at + 1) & mask;
        }
        at
    }

    /// Scores of all classes.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [f32]) {
        scores.fill(0.0);
        for &f in features {
            let row = self.slots[self.slot(f)].1;
            if row != NONE {
                let at = row as usize * 2 * self.classes;
                for (s, w) in scores.iter_mut().zip(&self.rows[at..at + self.classes]) {
                    *s += w;
                }
            }
        }
    }

    /// Moves the weights towards `good` and away from `bad`.
    pub(crate) fn update(&mut self, features: &[u32], good: usize, bad: usize) {
        let clock = self.clock as f32;
        for &f in features {
            let at = self.row(f) * 2 * self.classes;
            let (weights, sums) = self.rows[at..at + 2 * self.classes].split_at_mut(self.classes);
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

    fn row(&mut self, feature: u32) -> usize {
        if self.count * 10 > self.slots.len() * 4 {
            self.grow();
        }
        let at = self.slot(feature);
        if self.slots[at].1 == NONE {
            self.slots[at] = (feature, self.count as u32);
            self.count += 1;
            self.rows.resize(self.count * 2 * self.classes, 0.0);
        }
        self.slots[at].1 as usize
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

    /// Features with their averaged weights, in order of their hashes.
    fn averaged(&self, mut each: impl FnMut(u32, &[f32])) {
        let mut all: Vec<_> = self.slots.iter().filter(|s| s.1 != NONE).copied().collect();
        all.sort_unstable();
        let mut row = vec![0.0; self.classes];
        for (f, r) in all {
            let at = r as usize * 2 * self.classes;
            let (weights, sums) = self.rows[at..at + 2 * self.classes].split_at(self.classes);
            for ((out, w), s) in row.iter_mut().zip(weights).zip(sums) {
                *out = w - (f64::from(*s) / self.clock) as f32;
            }
            each(f, &row);
        }
    }

    /// A table for many classes, features with weights below `prune` left out.
    pub(crate) fn wide(&self, prune: f32, load: f32) -> Wide {
        let mut rows = Vec::new();
        self.averaged(|f, w| {
            if w.iter().any(|x| x.abs() >= prune) {
                rows.push((f, w.to_vec()));
            }
        });
        Wide::build(self.classes, rows, prune, load)
    }

    /// Features seen in mistakes.
    pub(crate) fn len(&self) -> usize {
        self.count
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
