//! How far an event may be trusted, 0 to 1: a logistic model over its [features](crate::extract::events::scoring::features).
//!
//! `assets/models/events.tsv` holds the weights, learnt from annotated events by `train events`: a sign that
//! is not in it weighs nothing. What the score means is what it was learnt from: the share of such events that
//! a reader would call true, one whose type is right and whose people are not counting half.

use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use crate::extract::actors::Actors;
use crate::language::Analysis;
use crate::model::Quote;

use crate::extract::events::scoring::features;
use crate::extract::events::triggers::draft::Proposal;

/// Events below this are not reported at all: of those that were judged, one in twelve read true as a whole, and
/// without them the F1 of events by type and people is higher on every set of annotated articles.
pub const FLOOR: f32 = 0.4;

/// The weights as they are written: group, value, weight.
const TABLE: &str = include_str!("../../../../assets/models/events.tsv");

struct Model {
    /// The weight of no sign.
    start: f32,
    /// The weights of signs, by the number of group and value.
    weights: FxHashMap<u64, f32>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut model = Model { start: 0.0, weights: FxHashMap::default() };
    for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split('\t');
        if let (Some(group), Some(value), Some(Ok(weight))) =
            (fields.next(), fields.next(), fields.next().map(str::parse))
        {
            if group == "start" {
                model.start = weight;
            }
            model.weights.insert(number(group, value), weight);
        }
    }
    model
});

fn number(group: &str, value: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (group, value).hash(&mut hasher);
    hasher.finish()
}

/// The score of a proposal.
#[must_use]
pub fn score(a: &Analysis<'_>, actors: &Actors, quotes: &[Quote], p: &Proposal) -> f32 {
    let model = &*MODEL;
    let mut sum = model.start;
    features::visit(a, actors, quotes, p, &mut |group, value| {
        sum += model.weights.get(&number(group, value)).copied().unwrap_or(0.0);
    });
    (1.0 / (1.0 + (-sum).exp())).clamp(0.01, 0.99)
}
