//! A log-linear choice among classes, learnt by adaptive gradient steps.
//!
//! Its scores are log probabilities, so that doubtful examples move the weights a little and noisy ones
//! less than mistakes move a perceptron's. Weights are averaged over all steps.

use super::rows::FeatureRows;
use crate::language::model::Wide;

/// Examples whose class is already this likely teach nothing.
const SURE: f32 = 0.995;
/// What the sum of squared slopes starts from: keeps the first steps short.
const CALM: f32 = 0.1;

/// Weights while they are learnt: a row for every feature of an example that was not sure.
#[derive(Debug)]
pub(crate) struct Likelihood {
    classes: usize,
    /// Length of the first step.
    rate: f32,
    /// Weights, the sums of their squared slopes, and their sums over time.
    rows: FeatureRows,
    /// How often each row took part in a step.
    uses: Vec<u32>,
    /// Steps taken so far.
    clock: f64,
}

impl Likelihood {
    pub(crate) fn new(classes: usize, rate: f32) -> Self {
        Self { classes, rate, rows: FeatureRows::new(classes, 3), uses: Vec::new(), clock: 1.0 }
    }

    /// Scores of all classes.
    pub(crate) fn score(&self, features: &[u32], scores: &mut [f32]) {
        self.rows.score(features, scores);
    }

    /// Makes `good` likelier where it is not sure; `scores` are those of `features`, and are used up.
    pub(crate) fn learn(&mut self, features: &[u32], good: usize, scores: &mut [f32]) {
        self.clock += 1.0;
        let top = scores.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for s in scores.iter_mut() {
            *s = (*s - top).exp();
            sum += *s;
        }
        for s in scores.iter_mut() {
            *s /= sum;
        }
        if scores[good] > SURE {
            return;
        }
        scores[good] -= 1.0;
        let slopes = scores;
        let clock = self.clock as f32;
        for &f in features {
            let Some(row) = self.rows.make(f) else { continue };
            self.uses.resize(self.rows.len(), 0);
            self.uses[row] += 1;
            let (weights, rest) = self.rows.row_mut(row).split_at_mut(self.classes);
            let (squares, sums) = rest.split_at_mut(self.classes);
            for (((w, q), s), slope) in weights.iter_mut().zip(squares).zip(sums).zip(slopes.iter()) {
                *q += slope * slope;
                let step = self.rate * slope / (*q + CALM).sqrt();
                *w -= step;
                *s -= step * clock;
            }
        }
    }

    /// Features with their averaged weights and how often they took part, in order of their hashes. The
    /// same added to every class changes nothing, so the weight in the middle is made nought.
    fn averaged(&self) -> Vec<(u32, Vec<f32>, u32)> {
        let clock = self.clock as f32;
        self.rows
            .sorted()
            .into_iter()
            .map(|(f, row)| {
                let (weights, rest) = self.rows.row(row).split_at(self.classes);
                let sums = &rest[self.classes..];
                let mut row_weights: Vec<f32> = (0..self.classes).map(|k| weights[k] - sums[k] / clock).collect();
                let mut sorted = row_weights.clone();
                sorted.sort_unstable_by(f32::total_cmp);
                for w in &mut row_weights {
                    *w -= sorted[self.classes / 2];
                }
                (f, row_weights, self.uses[row])
            })
            .collect()
    }

    /// An untaught choice among the same classes that will only ever heed the `most` features that say
    /// most: size of the weights times the root of how often they took part. (Size alone keeps what was met
    /// once; size times use keeps function words: both score one to two points less.)
    pub(crate) fn afresh(&self, most: usize) -> Self {
        let mut all = self.averaged();
        let said = |(_, weights, uses): &(u32, Vec<f32>, u32)| {
            weights.iter().fold(0f32, |m, w| m.max(w.abs())) * (*uses as f32).sqrt()
        };
        all.sort_by(|a, b| said(b).total_cmp(&said(a)).then(a.0.cmp(&b.0)));
        let mut fresh = Self::new(self.classes, self.rate);
        for (f, ..) in all.into_iter().take(most) {
            fresh.rows.make(f);
        }
        fresh.uses.resize(fresh.rows.len(), 0);
        fresh.rows.close();
        fresh
    }

    /// A table for the run time, filled to `load`: the mean of choices that heed the same features.
    pub(crate) fn wide(runs: &[Self], load: f32) -> Wide {
        let Some((first, others)) = runs.split_first() else { return Wide::default() };
        let mut mean: Vec<_> = first.averaged().into_iter().map(|(f, w, _)| (f, w)).collect();
        for run in others {
            for ((_, sum), (_, weights, _)) in mean.iter_mut().zip(run.averaged()) {
                for (s, w) in sum.iter_mut().zip(weights) {
                    *s += w;
                }
            }
        }
        Wide::build(first.classes, mean, 0.0, 0.0, load)
    }

    /// Features with weights.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}
