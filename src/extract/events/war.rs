//! The war of an article: a deed of one side that names nobody is directed at the other.
//!
//! An article on a war names its sides where it first tells of an attack or invasion; afterwards "fired missiles
//! into civilian areas" and "announced a ceasefire" say no more whom they are about.

use crate::extract::actors::Actors;
use crate::model::{Event, EventType, LocalActorId, Mode, Status};

use super::scene::Told;

/// Gives deeds of war that name nobody the other side for a target, and mediators both sides.
pub fn sides(actors: &Actors, told: &mut [Told]) {
    let Some([attacker, attacked]) = war(actors, told) else { return };
    for event in told.iter_mut().map(|t| &mut t.event).filter(|e| e.target.is_empty()) {
        let [first] = event.source[..] else { continue };
        let of = side(actors, first);
        match event.kind {
            EventType::Consult if event.mode == Some(Mode::Mediate) && of != attacker && of != attacked => {
                event.target = vec![attacker, attacked];
            }
            EventType::Assault => event.target.extend(other(of, attacker, attacked)),
            EventType::Concede if event.mode == Some(Mode::Ceasefire) => {
                event.target.extend(other(of, attacker, attacked));
            }
            _ => {}
        }
    }
}

fn other(of: LocalActorId, attacker: LocalActorId, attacked: LocalActorId) -> Option<LocalActorId> {
    if of == attacker { Some(attacked) } else { (of == attacked).then_some(attacker) }
}

fn side(actors: &Actors, id: LocalActorId) -> LocalActorId {
    actors.get(id).of.unwrap_or(id)
}

/// The pair of named sides of which one attacks the other most often; `None` where no two do.
fn war(actors: &Actors, told: &[Told]) -> Option<[LocalActorId; 2]> {
    let attack = |e: &Event| {
        let (Some(&by), Some(&on)) = (e.source.first(), e.target.first()) else { return None };
        let pair = [side(actors, by), side(actors, on)];
        let sides = pair[0] != pair[1] && pair.iter().all(|&id| actors.get(id).named);
        (e.kind == EventType::Assault && e.status == Status::Asserted && sides).then_some(pair)
    };
    let pairs: Vec<_> = told.iter().filter_map(|t| attack(&t.event)).collect();
    let count = |p: &[LocalActorId; 2]| pairs.iter().filter(|q| *q == p).count();
    // the first of those told equally often
    pairs.iter().rev().max_by_key(|p| count(p)).copied()
}
