//! Learning the weights of the parser's network: one hidden layer over rows, row-wise AdaGrad.
//!
//! Only additions, multiplications, divisions and square roots are used, all of them exact by the
//! standard, so that the same data and seed give the same bytes on any machine.

use super::perceptron::Dice;
use crate::language::parser::network::{HIDDEN, ROW_STEPS, Rows, ZERO};

/// A layer of outputs over the hidden layer, one of whose answers is right.
pub(crate) struct Head {
    classes: usize,
    pub weights: Vec<f32>,
    sums: Vec<f32>,
    pub bias: Vec<f32>,
    bias_sums: Vec<f32>,
}

impl Head {
    fn new(classes: usize, dice: &mut Dice) -> Self {
        let weights = (0..classes * HIDDEN).map(|_| small(dice) * 0.1).collect();
        Self {
            classes,
            weights,
            sums: vec![0.01; classes * HIDDEN],
            bias: vec![0.0; classes],
            bias_sums: vec![0.01; classes],
        }
    }

    /// Scores of all classes.
    pub(crate) fn score(&self, hidden: &[f32; HIDDEN], out: &mut [f32]) {
        for ((o, row), b) in out.iter_mut().zip(self.weights.chunks_exact(HIDDEN)).zip(&self.bias) {
            *o = b + dot(row, hidden);
        }
    }

    /// Learns from the slopes of the loss by each score; adds those by the hidden layer to `back`.
    fn learn(&mut self, hidden: &[f32; HIDDEN], slopes: &[f32], rate: f32, back: &mut [f32; HIDDEN]) {
        for (class, &g) in slopes[..self.classes].iter().enumerate() {
            if g.abs() < 1e-4 {
                continue;
            }
            let at = class * HIDDEN..(class + 1) * HIDDEN;
            for (((w, s), b), h) in
                self.weights[at.clone()].iter_mut().zip(&mut self.sums[at]).zip(back.iter_mut()).zip(hidden)
            {
                *b += g * *w;
                let d = g * h;
                *s += d * d;
                *w -= rate * d / s.sqrt();
            }
            self.bias_sums[class] += g * g;
            self.bias[class] -= rate * g / self.bias_sums[class].sqrt();
        }
    }
}

/// The network while it learns.
pub(crate) struct Network {
    /// Weights as they are learnt.
    rows: Vec<f32>,
    /// The same as they will ship: the network is asked with these, so that it learns to live with them.
    whole: Vec<u8>,
    /// Rows that learn no more.
    dropped: Vec<bool>,
    sums: Vec<f32>,
    bias: [f32; HIDDEN],
    bias_sum: f32,
    pub heads: Vec<Head>,
    before: [f32; HIDDEN],
    pub hidden: [f32; HIDDEN],
    back: [f32; HIDDEN],
    /// Sums of all weights as they stood at some times, and of how many times.
    path: (Vec<f32>, u16),
}

impl Network {
    pub(crate) fn new(rows: usize, heads: &[usize], seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0x5EED);
        let heads = heads.iter().map(|&n| Head::new(n, &mut dice)).collect();
        let bias = std::array::from_fn(|_| 0.2 + 0.2 * small(&mut dice));
        // rows begin so near nothing that those never seen round to it
        let rows_of = (0..rows * HIDDEN).map(|_| small(&mut dice) * 0.005).collect();
        Self {
            rows: rows_of,
            whole: vec![ZERO; rows * HIDDEN],
            dropped: vec![false; rows],
            sums: vec![1e-4; rows],
            bias,
            bias_sum: 1e-4,
            heads,
            before: [0.0; HIDDEN],
            hidden: [0.0; HIDDEN],
            back: [0.0; HIDDEN],
            path: (Vec::new(), 0),
        }
    }

    /// Every weight, always in the same order.
    fn weights(&mut self) -> impl Iterator<Item = &mut f32> {
        let heads = self.heads.iter_mut().flat_map(|h| h.weights.iter_mut().chain(&mut h.bias));
        self.rows.iter_mut().chain(&mut self.bias).chain(heads)
    }

    /// Notes where the weights stand, for [`Self::go_to_mean`].
    pub(crate) fn note(&mut self) {
        let (mut sums, times) = std::mem::take(&mut self.path);
        if sums.is_empty() {
            sums.extend(self.weights().map(|w| *w));
        } else {
            for (sum, w) in sums.iter_mut().zip(self.weights()) {
                *sum += *w;
            }
        }
        self.path = (sums, times + 1);
    }

    /// Takes the weights to the mean of where they stood when they were noted: the last steps go to and fro.
    pub(crate) fn go_to_mean(&mut self) {
        let (sums, times) = std::mem::take(&mut self.path);
        if times == 0 {
            return;
        }
        for (w, sum) in self.weights().zip(sums) {
            *w = sum / f32::from(times);
        }
        for row in (0..self.dropped.len()).filter(|&row| !self.dropped[row]) {
            let at = row * HIDDEN..(row + 1) * HIDDEN;
            for (q, w) in self.whole[at.clone()].iter_mut().zip(&self.rows[at]) {
                *q = rounded(*w);
            }
        }
    }

    /// Computes the hidden layer of a state.
    pub(crate) fn look(&mut self, rows: &[u32]) {
        let mut sum = self.bias.map(|b| whole_bias(b) - i16::from(ZERO) * rows.len() as i16);
        for &r in rows {
            let at = r as usize * HIDDEN;
            for (s, &w) in sum.iter_mut().zip(&self.whole[at..at + HIDDEN]) {
                *s += i16::from(w);
            }
        }
        let sum = sum.map(|s| f32::from(s) / ROW_STEPS);
        self.before = sum;
        for (h, s) in self.hidden.iter_mut().zip(&sum) {
            *h = activation(*s);
        }
        self.back = [0.0; HIDDEN];
    }

    /// Drops rows that say least where their answers are given as often as `uses` counts, so that `most` stay;
    /// those dropped learn no more. Rows beyond those that are counted stay as they are.
    pub(crate) fn drop_rows(&mut self, most: usize, uses: &[u32]) {
        let said = |row: usize| {
            let size: u64 =
                self.whole[row * HIDDEN..(row + 1) * HIDDEN].iter().map(|&w| u64::from(w.abs_diff(ZERO))).sum();
            size * u64::from(uses[row])
        };
        let mut order: Vec<(u64, usize)> = (0..uses.len()).map(|row| (said(row), row)).filter(|x| x.0 > 0).collect();
        order.sort_unstable_by_key(|&(said, row)| (std::cmp::Reverse(said), row));
        self.dropped[..uses.len()].fill(true);
        for &(_, row) in order.iter().take(most) {
            self.dropped[row] = false;
        }
        for row in (0..uses.len()).filter(|&row| self.dropped[row]) {
            self.whole[row * HIDDEN..(row + 1) * HIDDEN].fill(ZERO);
        }
    }

    /// The first `count` rows as they ship.
    pub(crate) fn table(&self, count: usize) -> Rows {
        Rows::build(&self.whole[..count * HIDDEN], &self.bias.map(whole_bias))
    }

    /// Scores of a head for the state looked at last.
    pub(crate) fn score(&self, head: usize, out: &mut [f32]) {
        self.heads[head].score(&self.hidden, out);
    }

    /// Learns from the slopes of a head; what it says of the hidden layer waits for [`Self::learn_rows`].
    pub(crate) fn learn(&mut self, head: usize, slopes: &[f32], rate: f32) {
        self.heads[head].learn(&self.hidden, slopes, rate, &mut self.back);
    }

    /// Takes what the heads learnt of the state looked at last down to its rows.
    pub(crate) fn learn_rows(&mut self, rows: &[u32], rate: f32) {
        let mut square = 0.0;
        for (b, s) in self.back.iter_mut().zip(&self.before) {
            *b *= slope(*s);
            square += *b * *b;
        }
        if square < 1e-12 {
            return;
        }
        let square = square / HIDDEN as f32;
        for &r in rows {
            if self.dropped[r as usize] {
                continue;
            }
            let sum = &mut self.sums[r as usize];
            *sum += square;
            let step = rate / sum.sqrt();
            let at = r as usize * HIDDEN..(r as usize + 1) * HIDDEN;
            for ((w, q), b) in self.rows[at.clone()].iter_mut().zip(&mut self.whole[at]).zip(&self.back) {
                *w = (*w - step * b).clamp(LEAST, MOST);
                *q = rounded(*w);
            }
        }
        self.bias_sum += square;
        let step = rate / self.bias_sum.sqrt();
        for (w, b) in self.bias.iter_mut().zip(&self.back) {
            *w -= step * b;
        }
    }
}

/// Limits of a row's weights.
const LEAST: f32 = (0.1 - 0.5 - ZERO as f32) / ROW_STEPS;
const MOST: f32 = (15.9 - 0.5 - ZERO as f32) / ROW_STEPS;

/// A row's weight as it ships.
#[inline(always)]
fn rounded(w: f32) -> u8 {
    // from 0.1 to 15.9, so that cutting rounds
    (w * ROW_STEPS + (f32::from(ZERO) + 0.5)) as i32 as u8
}

/// A bias in a row's steps.
fn whole_bias(b: f32) -> i16 {
    (b * ROW_STEPS).round().clamp(-2000.0, 2000.0) as i16
}

#[inline(always)]
fn activation(x: f32) -> f32 {
    x.max(0.0)
}

#[inline(always)]
fn slope(x: f32) -> f32 {
    if x > 0.0 { 1.0 } else { 0.0 }
}

/// A number between -1 and 1.
fn small(dice: &mut Dice) -> f32 {
    dice.below(20_001) as f32 / 10_000.0 - 1.0
}

fn dot(a: &[f32], b: &[f32; HIDDEN]) -> f32 {
    // eight sums side by side: the order is fixed, and the compiler may use vectors
    let mut sums = [0f32; 8];
    for (x, y) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for ((s, x), y) in sums.iter_mut().zip(x).zip(y) {
            *s += x * y;
        }
    }
    sums.iter().sum()
}

/// `e` to the power of `x`, which is at most 0.
pub(crate) fn exp(x: f32) -> f32 {
    if x < -30.0 {
        return 0.0;
    }
    // (1 + x/256 + …)^256
    let y = x / 256.0;
    let mut p = 1.0 + y * (1.0 + y * (0.5 + y * (1.0 / 6.0)));
    for _ in 0..8 {
        p *= p;
    }
    p
}

/// Turns scores into shares that sum to one; those not allowed get none.
pub(crate) fn softmax(scores: &mut [f32], allowed: impl Fn(usize) -> bool) {
    let mut top = f32::MIN;
    for (i, s) in scores.iter().enumerate() {
        if allowed(i) && *s > top {
            top = *s;
        }
    }
    let mut sum = 0.0;
    for (i, s) in scores.iter_mut().enumerate() {
        *s = if allowed(i) { exp(*s - top) } else { 0.0 };
        sum += *s;
    }
    for s in scores {
        *s /= sum.max(1e-20);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_those_allowed_and_sum_to_one() {
        let mut scores = [1.0, 3.0, 2.0];
        softmax(&mut scores, |i| i != 1);
        assert!(scores[1].abs() < f32::EPSILON);
        assert!((scores[0] + scores[2] - 1.0).abs() < 1e-5);
        assert!((scores[2] / scores[0] - std::f32::consts::E).abs() < 1e-3);
    }

    #[test]
    fn two_answers_together_can_mean_the_opposite_of_each() {
        // right where exactly one of two questions has its second answer: no sum of weights says that
        let mut network = Network::new(4, &[2], 1);
        let cases = [([0, 2], 0), ([0, 3], 1), ([1, 2], 1), ([1, 3], 0)];
        let mut shares = [0.0; 2];
        for _ in 0..400 {
            for (rows, right) in cases {
                network.look(&rows);
                network.score(0, &mut shares);
                softmax(&mut shares, |_| true);
                shares[right] -= 1.0;
                network.learn(0, &shares, 0.05);
                network.learn_rows(&rows, 0.05);
            }
        }
        for (rows, right) in cases {
            network.look(&rows);
            network.score(0, &mut shares);
            assert!(shares[right] > shares[1 - right], "{rows:?}: {shares:?}");
        }
    }
}
