//! How far an event may be trusted, 0 to 1: a hand-made score from what was seen.

use crate::extract::actors::Actors;
use crate::model::{EventType, Status};

use super::proposal::{Proposal, Teller};

/// Events below this are not reported at all.
pub const FLOOR: f32 = 0.3;

/// The score of a proposal.
#[must_use]
pub fn score(actors: &Actors, p: &Proposal) -> f32 {
    let mut score: f32 = match p.teller {
        Teller::Verb => 0.62,
        Teller::Carried => 0.62,
        Teller::Ended => 0.56,
        Teller::Demand => 0.6,
        Teller::Noun => 0.42,
    };
    let weight = p.frame.map_or(2, |f| f.weight).min(8);
    score += 0.015 * weight as f32;
    let named = |x: &&super::people::Party| actors.get(x.actor).named;
    score += match (p.source.iter().any(|x| named(&x)), p.source.is_empty()) {
        (true, _) => 0.12,
        (false, false) => 0.0,
        (false, true) => -0.12,
    };
    score += match (p.target.iter().any(|x| named(&x)), p.target.is_empty()) {
        (true, _) => 0.14,
        (false, false) => 0.04,
        (false, true) => -0.06,
    };
    if p.composed.aside {
        score -= 0.05;
    }
    if p.composed.conditional {
        score -= 0.25;
    }
    if p.composed.status == Status::Possible {
        score -= 0.15;
    }
    if matches!(p.kind, EventType::Cooperate | EventType::Mobilize) {
        score -= 0.03;
    }
    score.clamp(0.01, 0.99)
}
