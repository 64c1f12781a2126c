//! The war of an article: a deed of one side that names nobody is directed at the other.
//!
//! An article on a war names its sides where it first tells of an attack or invasion; afterwards "fired missiles
//! into civilian areas" and "announced a ceasefire" say no more whom they are about.

use crate::extract::actors::Actors;
use crate::model::{Event, EventType, LocalActorId, Mode, Span, Status};

use super::scene::Told;

/// A side of the war, and words of the article that name it or one of its own.
type Side = (LocalActorId, Span);

/// Gives deeds of war that name nobody the other side for a target, and mediators both sides.
pub fn sides(actors: &Actors, told: &mut [Told]) {
    let Some([attacker, attacked]) = war(actors, told) else { return };
    for event in told.iter_mut().map(|t| &mut t.event).filter(|e| e.target.is_empty()) {
        let [first] = event.source[..] else { continue };
        let of = side(actors, first);
        let between = of != attacker.0 && of != attacked.0;
        let understood = match event.kind {
            EventType::Consult if event.mode == Some(Mode::Mediate) && between => vec![attacker, attacked],
            EventType::Assault => other(of, attacker, attacked),
            EventType::Concede if event.mode == Some(Mode::Ceasefire) => other(of, attacker, attacked),
            _ => continue,
        };
        if !understood.is_empty() {
            (event.target, event.target_spans) = understood.into_iter().unzip();
        }
    }
}

fn other(of: LocalActorId, attacker: Side, attacked: Side) -> Vec<Side> {
    match of {
        _ if of == attacker.0 => vec![attacked],
        _ if of == attacked.0 => vec![attacker],
        _ => Vec::new(),
    }
}

fn side(actors: &Actors, id: LocalActorId) -> LocalActorId {
    actors.get(id).of.unwrap_or(id)
}

/// The pair of named sides of which one attacks the other most often; `None` where no two do.
fn war(actors: &Actors, told: &[Told]) -> Option<[Side; 2]> {
    let attack = |e: &Event| {
        let (&by, &on) = (e.source.first()?, e.target.first()?);
        let pair = [(side(actors, by), *e.source_spans.first()?), (side(actors, on), *e.target_spans.first()?)];
        let sides = pair[0].0 != pair[1].0 && pair.iter().all(|&(id, _)| actors.get(id).named);
        (e.kind == EventType::Assault && e.status == Status::Asserted && sides).then_some(pair)
    };
    let pairs: Vec<_> = told.iter().filter_map(|t| attack(&t.event)).collect();
    let count = |p: &[Side; 2]| pairs.iter().filter(|q| [q[0].0, q[1].0] == [p[0].0, p[1].0]).count();
    // the first of those told equally often
    pairs.iter().rev().max_by_key(|p| count(p)).copied()
}
