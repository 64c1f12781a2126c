//! A logistic model over signs, learnt from few examples: full passes, weights held small.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

/// An event with what it shows.
#[derive(Clone, Debug)]
pub(super) struct Example {
    /// Whose article it is from: articles are left out as a whole.
    pub article: String,
    /// Its signs.
    pub signs: Vec<String>,
    /// How true it reads, 0 to 1.
    pub truth: f32,
}

/// What the signs weigh.
#[derive(Clone, Debug, Default)]
pub(super) struct Weights {
    /// The weight of no sign.
    pub start: f32,
    /// The weight of each.
    pub signs: FxHashMap<String, f32>,
}

impl Weights {
    fn score(&self, signs: &[String]) -> f32 {
        let sum: f32 = signs.iter().filter_map(|s| self.signs.get(s)).sum();
        1.0 / (1.0 + (-self.start - sum).exp())
    }
}

/// The sign of events that were judged one by one; it takes up what sets their articles apart and is not kept.
pub(super) const JUDGED: &str = "from\tjudged";

/// Signs seen less often teach nothing.
const SEEN: usize = 4;
const PASSES: usize = 400;

/// Learns from all examples; `strength` holds the weights small. The same examples give the same weights.
pub(super) fn learn(examples: &[Example], strength: f32) -> Weights {
    let refs: Vec<&Example> = examples.iter().collect();
    fit(&refs, strength)
}

fn fit(examples: &[&Example], strength: f32) -> Weights {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for sign in examples.iter().flat_map(|e| &e.signs) {
        *counts.entry(sign).or_default() += 1;
    }
    let mut names: Vec<&str> = counts.into_iter().filter(|(_, n)| *n >= SEEN).map(|(s, _)| s).collect();
    names.sort_unstable();
    let index: FxHashMap<&str, usize> = names.iter().enumerate().map(|(i, s)| (*s, i + 1)).collect();
    // place 0 is the start, which every example shows and nothing holds small
    let rows: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| std::iter::once(0).chain(e.signs.iter().filter_map(|s| index.get(s.as_str()).copied())).collect())
        .collect();
    let mut weights = vec![0.0f32; names.len() + 1];
    let mut squares = vec![1e-6f32; weights.len()];
    for _ in 0..PASSES {
        let mut slope: Vec<f32> = weights.iter().map(|w| strength * w).collect();
        slope[0] = 0.0;
        for (row, example) in rows.iter().zip(examples) {
            let sum: f32 = row.iter().map(|&i| weights[i]).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - example.truth;
            for &i in row {
                slope[i] += error;
            }
        }
        for ((weight, square), slope) in weights.iter_mut().zip(&mut squares).zip(&slope) {
            *square += slope * slope;
            *weight -= 0.3 * slope / square.sqrt();
        }
    }
    let signs = names.iter().zip(&weights[1..]).map(|(s, w)| ((*s).to_owned(), *w)).collect();
    Weights { start: weights[0], signs }
}

/// Scores every example by a model that has not seen its article and says how well they order and how far
/// they can be believed.
pub(super) fn cross_validation(examples: &[Example], strength: f32, folds: usize) -> String {
    let mut articles: Vec<&str> = examples.iter().map(|e| e.article.as_str()).collect();
    articles.sort_unstable();
    articles.dedup();
    let fold = |e: &Example| articles.binary_search(&e.article.as_str()).unwrap_or(0) % folds.max(2);
    let mut scored: Vec<(f32, f32)> = Vec::with_capacity(examples.len());
    for left_out in 0..folds.max(2) {
        let (out, kept): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|e| fold(e) == left_out);
        let weights = fit(&kept, strength);
        scored.extend(out.iter().map(|e| (weights.score(&e.signs), e.truth)));
    }
    let mut text = format!(
        "{} events of {} articles, each scored by a model that has not seen its article\n\
         a true one stands above a false one {:.3}; one of the right type above one of none {:.3}\n\
         score    events  true  mean score\n",
        examples.len(),
        articles.len(),
        order(&scored, 0.75),
        order(&scored, 0.25),
    );
    for tenth in 0..10 {
        let inside = |s: f32| (s * 10.0) as usize == tenth;
        let part: Vec<_> = scored.iter().filter(|(s, _)| inside(*s)).collect();
        if part.is_empty() {
            continue;
        }
        let mean = |values: f32| values / part.len() as f32;
        let _ = writeln!(
            text,
            ".{tenth}–       {:6}  {:.2}  {:.2}",
            part.len(),
            mean(part.iter().map(|(_, t)| t).sum()),
            mean(part.iter().map(|(s, _)| s).sum())
        );
    }
    text
}

/// How often one whose truth is above `line` scores above one whose truth is below it.
fn order(scored: &[(f32, f32)], line: f32) -> f64 {
    let (above, below): (Vec<_>, Vec<_>) = scored.iter().partition(|(_, truth)| *truth > line);
    let wins: f64 = above
        .iter()
        .flat_map(|(a, _)| {
            below
                .iter()
                .map(move |(b, _)| f64::from(u8::from(a > b)) + 0.5 * f64::from(u8::from(a.total_cmp(b).is_eq())))
        })
        .sum();
    wins / (above.len() * below.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(article: usize, signs: &[&str], truth: f32) -> Example {
        Example { article: article.to_string(), signs: signs.iter().map(|s| (*s).to_owned()).collect(), truth }
    }

    #[test]
    fn what_goes_with_truth_speaks_for_an_event() {
        let examples: Vec<_> = (0..40)
            .map(|i| if i % 2 == 0 { example(i, &["good", "both"], 1.0) } else { example(i, &["bad", "both"], 0.0) })
            .collect();
        let weights = learn(&examples, 1.0);
        assert!(weights.signs["good"] > 0.5 && weights.signs["bad"] < -0.5);
        assert!(weights.signs["both"].abs() < 0.1);
        assert!(weights.score(&["good".to_owned()]) > 0.8);
    }

    #[test]
    fn what_is_seen_rarely_teaches_nothing() {
        let examples: Vec<_> = (0..20).map(|i| example(i, if i < 2 { &["rare"] } else { &["often"] }, 1.0)).collect();
        assert!(!learn(&examples, 1.0).signs.contains_key("rare"));
    }

    #[test]
    fn the_order_of_scores() {
        assert!((order(&[(0.9, 1.0), (0.1, 0.0)], 0.5) - 1.0).abs() < 1e-9);
        assert!((order(&[(0.5, 1.0), (0.5, 0.0)], 0.5) - 0.5).abs() < 1e-9);
    }
}
