//! `train judge`: learns the event judge from what annotators and a teacher say of words.
//!
//! It learns twice: over all features first, which tells those that matter; then over these alone. The gradient's
//! steps are AdaGrad's, one rate a row.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rustc_hash::{FxHashMap, FxHashSet};

use super::judge_data::{Told, Word, read};
use super::perceptron::Dice;
use super::pipeline::Options;
use crate::extract::events::judge::network::{HIDDEN, OUTPUTS};
use crate::language::model::Writer;

/// No weight of a row goes beyond this, so that a byte's steps are fine.
const MOST: f32 = 1.0;

/// What is settled before learning.
struct Course {
    rounds: usize,
    rate: f32,
    /// Of a hundred features of a word so many are left out of each lesson.
    hidden: usize,
    /// How strongly rows are drawn to nothing.
    decay: f32,
    /// Features of so many examples have rows in the first pass,
    seen: u32,
    /// and so many rows ship.
    rows: usize,
    /// How often what annotators say is heard in a round.
    repeat: usize,
    /// One in so many words that tell nothing is heard, that many times as loud.
    thin: usize,
}

/// The network while it learns.
struct Learner {
    numbers: FxHashMap<u32, u32>,
    rows: Vec<[f32; HIDDEN]>,
    sums: Vec<f32>,
    uses: Vec<u32>,
    start: [f32; HIDDEN],
    start_sum: f32,
    out: [[f32; HIDDEN]; OUTPUTS],
    out_sums: [[f32; HIDDEN]; OUTPUTS],
    out_start: [f32; OUTPUTS],
    out_start_sums: [f32; OUTPUTS],
    dice: Dice,
}

impl Learner {
    fn new(mut features: Vec<u32>, seed: u64) -> Self {
        features.sort_unstable();
        let mut dice = Dice::new(seed);
        let mut small = |size: f32| (dice.below(2001) as f32 / 1000.0 - 1.0) * size;
        let rows = features.iter().map(|_| std::array::from_fn(|_| small(0.01))).collect();
        let start = std::array::from_fn(|_| 0.2 + small(0.1));
        let out = std::array::from_fn(|_| std::array::from_fn(|_| small(0.15)));
        let n = features.len();
        Self {
            numbers: features.into_iter().zip(0..).collect(),
            rows,
            sums: vec![1e-3; n],
            uses: vec![0; n],
            start,
            start_sum: 1e-3,
            out,
            out_sums: [[1e-2; HIDDEN]; OUTPUTS],
            out_start: [0.0; OUTPUTS],
            out_start_sums: [1e-2; OUTPUTS],
            dice,
        }
    }

    fn hidden(&self, rows: &[u32], scale: f32) -> [f32; HIDDEN] {
        let mut sum = [0.0; HIDDEN];
        for &r in rows {
            for (s, w) in sum.iter_mut().zip(&self.rows[r as usize]) {
                *s += w;
            }
        }
        std::array::from_fn(|k| (sum[k] * scale + self.start[k]).max(0.0))
    }

    fn shares(&self, hidden: &[f32; HIDDEN]) -> [f32; OUTPUTS] {
        let mut out: [f32; OUTPUTS] = std::array::from_fn(|o| {
            self.out_start[o] + self.out[o].iter().zip(hidden).map(|(w, h)| w * h).sum::<f32>()
        });
        let top = out.iter().copied().fold(f32::MIN, f32::max);
        for o in &mut out {
            *o = (*o - top).exp();
        }
        let all: f32 = out.iter().sum();
        out.map(|o| o / all)
    }

    fn learn(&mut self, rows: &[u32], scale: f32, told: &Told, weight: f32, course: &Course) -> f32 {
        let hidden = self.hidden(rows, scale);
        let shares = self.shares(&hidden);
        let want = told.shares(&shares);
        let mut loss = 0.0;
        let mut back = [0.0; HIDDEN];
        for o in 0..OUTPUTS {
            let slope = (shares[o] - want[o]) * weight;
            loss -= want[o] * shares[o].max(1e-9).ln() * weight;
            if slope.abs() < 1e-4 {
                continue;
            }
            self.out_start_sums[o] += slope * slope;
            self.out_start[o] -= course.rate * slope / self.out_start_sums[o].sqrt();
            for k in 0..HIDDEN {
                if hidden[k] > 0.0 {
                    back[k] += slope * self.out[o][k];
                    let d = slope * hidden[k];
                    self.out_sums[o][k] += d * d;
                    self.out[o][k] -= course.rate * d / self.out_sums[o][k].sqrt();
                }
            }
        }
        for (b, h) in back.iter_mut().zip(&hidden) {
            *b = if *h > 0.0 { *b } else { 0.0 };
        }
        let size = back.iter().map(|b| b * b).sum::<f32>() / HIDDEN as f32;
        if size < 1e-12 {
            return loss;
        }
        self.start_sum += size;
        let step = course.rate / self.start_sum.sqrt();
        for (s, b) in self.start.iter_mut().zip(&back) {
            *s -= step * b;
        }
        for &r in rows {
            let sum = &mut self.sums[r as usize];
            *sum += size * scale * scale;
            let step = course.rate / sum.sqrt();
            for (w, b) in self.rows[r as usize].iter_mut().zip(&back) {
                *w = (*w - step * (b * scale + course.decay * *w)).clamp(-MOST, MOST);
            }
        }
        loss
    }

    /// Learns from all words, in rounds.
    fn go(
        &mut self,
        words: &[Word],
        shared: &[Vec<u32>],
        course: &Course,
        rounds: usize,
        note: &mut dyn FnMut(&Self, usize, f32),
    ) {
        let mut course = Course { ..*course };
        let first = course.rate;
        let mut order: Vec<u32> = Vec::new();
        for round in 0..rounds {
            course.rate = first
                * if round + 1 == rounds {
                    0.3
                } else if round + 2 == rounds {
                    0.6
                } else {
                    1.0
                };
            order.clear();
            for (n, w) in (0u32..).zip(words) {
                match &w.told {
                    Told::Held => {}
                    Told::One(_) | Told::Nothing => order.extend(std::iter::repeat_n(n, course.repeat)),
                    Told::Shares(_) => order.push(n),
                    Told::Silent => {
                        if self.dice.below(course.thin) == 0 {
                            order.push(n);
                        }
                    }
                }
            }
            self.dice.shuffle(&mut order);
            let (mut loss, mut rows) = (0.0f64, Vec::new());
            let scale = 100.0 / (100 - course.hidden) as f32;
            for &n in &order {
                let w = &words[n as usize];
                rows.clear();
                let all = shared[w.sentence as usize].iter().chain(w.own.iter());
                for r in all.filter_map(|f| self.numbers.get(f)) {
                    if self.dice.below(100) >= course.hidden {
                        rows.push(*r);
                        if round + 1 == rounds {
                            self.uses[*r as usize] += 1;
                        }
                    }
                }
                let weight = if matches!(w.told, Told::Silent) { course.thin as f32 } else { 1.0 };
                loss += f64::from(self.learn(&rows, scale, &w.told, weight, &course));
            }
            note(self, round, (loss / order.len().max(1) as f64) as f32);
        }
    }

    /// The features that say most: the size of their weights times the root of how often they are used.
    fn best(&self, most: usize) -> Vec<u32> {
        let mut sized: Vec<(f32, u32)> = self
            .numbers
            .iter()
            .map(|(&f, &r)| {
                let size = self.rows[r as usize].iter().map(|w| w * w).sum::<f32>().sqrt();
                (size * (self.uses[r as usize] as f32).sqrt(), f)
            })
            .collect();
        sized.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        sized.into_iter().take(most).map(|(_, f)| f).collect()
    }

    fn rows_of(&self, w: &Word, shared: &[Vec<u32>]) -> Vec<u32> {
        let all = shared[w.sentence as usize].iter().chain(w.own.iter());
        all.filter_map(|f| self.numbers.get(f).copied()).collect()
    }

    /// Precision, recall and F1 of words with their type among those held back.
    fn check(&self, words: &[Word], right: &FxHashMap<usize, Told>, shared: &[Vec<u32>]) -> String {
        let limits = [0.3, 0.4, 0.5, 0.6];
        let (mut said, mut hit, mut all) = ([0u32; 4], [0u32; 4], 0);
        let mut places: Vec<usize> = right.keys().copied().collect();
        places.sort_unstable();
        for n in places {
            let shares = self.shares(&self.hidden(&self.rows_of(&words[n], shared), 1.0));
            let best = (1..OUTPUTS).max_by(|&a, &b| shares[a].total_cmp(&shares[b])).unwrap_or(1);
            let is_right = matches!(&right[&n], Told::One(types) if types & 1 << (best - 1) != 0);
            all += u32::from(matches!(right[&n], Told::One(_)));
            for (l, limit) in limits.iter().enumerate() {
                if 1.0 - shares[0] > *limit {
                    said[l] += 1;
                    hit[l] += u32::from(is_right);
                }
            }
        }
        let of = |l: usize| {
            let (p, r) = (hit[l] as f32 / said[l].max(1) as f32, hit[l] as f32 / all.max(1) as f32);
            format!("{}: P {p:.3} R {r:.3} F {:.3}  ", limits[l], 2.0 * p * r / (p + r).max(1e-9))
        };
        (0..4).map(of).collect()
    }

    /// The file that the program embeds.
    fn write(&self, never: &[u32]) -> Vec<u8> {
        let mut hashes: Vec<u32> = self.numbers.keys().copied().collect();
        hashes.sort_unstable();
        let step = MOST / 127.0;
        let bytes = |f: &u32| self.rows[self.numbers[f] as usize].map(|w| ((w / step).round() as i8).to_le_bytes()[0]);
        let rows: Vec<u8> = hashes.iter().flat_map(bytes).collect();
        let bits = |w: &[f32]| w.iter().map(|w| w.to_bits()).collect::<Vec<_>>();
        let mut w = Writer::default();
        w.u32(HIDDEN as u32);
        w.u32(step.to_bits());
        w.words(&hashes);
        w.bytes(&rows);
        w.words(&bits(&self.start));
        w.words(&bits(self.out.as_flattened()));
        w.words(&bits(&self.out_start));
        w.words(never);
        w.finish()
    }
}

/// The word-and-class features of words that are often seen and hardly ever tell an event.
fn never(words: &[Word], seen: u64, limit: f64) -> Vec<u32> {
    let mut counts: FxHashMap<u32, (u64, f64)> = FxHashMap::default();
    for w in words {
        let (n, any) = counts.entry(w.own[1]).or_default();
        *n += 1;
        *any += match &w.told {
            Told::One(_) => 1.0,
            Told::Shares(shares) => f64::from(1.0 - shares[0]),
            Told::Nothing | Told::Silent | Told::Held => 0.0,
        };
    }
    let mut out: Vec<u32> =
        counts.into_iter().filter(|(_, (n, any))| *n >= seen && any / (*n as f64) < limit).map(|(f, _)| f).collect();
    out.sort_unstable();
    out
}

/// Learns from `--gold NAME` (NAME.examples, NAME.labels; folds of `--folds`) and the `--silver` names, writes
/// `judge.bin`.
pub(super) fn train(options: &Options) -> Result<()> {
    let started = Instant::now();
    let course = Course {
        rounds: options.number("rounds", 4),
        rate: options.decimal("rate", 0.05),
        hidden: options.number("hidden", 40),
        decay: options.decimal("decay", 1e-3),
        seen: options.number("seen", 4) as u32,
        rows: options.number("rows", 75_000),
        repeat: options.number("repeat", 4),
        thin: options.number("thin", 4),
    };
    ensure!(course.hidden < 100, "--hidden N is below 100");
    let list = |name: &str, default: &str| -> Vec<String> {
        let all = options.values.get(name).map_or(default, String::as_str);
        all.split(',').filter(|n| !n.is_empty()).map(str::to_owned).collect()
    };
    let folds: FxHashSet<u64> = list("folds", "0,1,2,3").iter().filter_map(|f| f.parse().ok()).collect();
    let (mut words, mut shared) = (Vec::new(), Vec::new());
    for name in list("gold", "gold").iter().chain(&list("silver", "")) {
        read(options, name, &folds, &mut words, &mut shared)
            .with_context(|| format!("reading {name}.examples and {name}.labels"))?;
    }
    // those of other folds are what it is checked by
    let mut held = FxHashMap::default();
    for (n, w) in words.iter_mut().enumerate().filter(|(_, w)| w.is_check) {
        held.insert(n, std::mem::replace(&mut w.told, Told::Held));
    }
    held.retain(|_, told| !matches!(told, Told::Held));
    eprintln!("{:.0} s: {} words, {} held back", started.elapsed().as_secs_f32(), words.len(), held.len());
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for w in words.iter().filter(|w| !matches!(w.told, Told::Held)) {
        for f in w.own.iter().chain(&shared[w.sentence as usize]) {
            *counts.entry(*f).or_default() += 1;
        }
    }
    let features: Vec<u32> = counts.into_iter().filter(|(_, n)| *n >= course.seen).map(|(f, _)| f).collect();
    eprintln!("{:.0} s: {} features", started.elapsed().as_secs_f32(), features.len());
    let mut report = |l: &Learner, round: usize, loss: f32| {
        let shown = if held.is_empty() { String::new() } else { l.check(&words, &held, &shared) };
        eprintln!("{:.0} s: round {}: loss {loss:.4}  {shown}", started.elapsed().as_secs_f32(), round + 1);
    };
    let seed = options.number("seed", 1) as u64;
    let mut learner = Learner::new(features, seed);
    learner.go(&words, &shared, &course, options.number("first-rounds", 2), &mut report);
    let best = learner.best(course.rows);
    let mut learner = Learner::new(best, seed + 1);
    learner.go(&words, &shared, &course, course.rounds, &mut report);
    let never = never(&words, options.number("never-seen", 4) as u64, f64::from(options.decimal("never", 0.08)));
    let file = learner.write(&never);
    eprintln!("{} bytes, {} words never tell an event", file.len(), never.len());
    fs::write(options.out.join("judge.bin"), file)?;
    Ok(())
}
