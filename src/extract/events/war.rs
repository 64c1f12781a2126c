//! The war of an article: a deed of one side that names nobody is directed at the other.
//!
//! An article on one war names its sides where it tells of an attack; afterwards "fired missiles into civilian
//! areas" and "announced a ceasefire" say no more whom they are about. Where an article tells of attacks between
//! any other two, or of no war at all, nothing is understood.

use crate::extract::actors::Actors;
use crate::language::Analysis;
use crate::model::{ActorKind, Event, EventType, LocalActorId, Mode, Span, Status};

use super::scene::Told;

/// A side of the war, and words of the article that name it or one of its own.
type Side = (LocalActorId, Span);

/// Gives deeds of war that name nobody the other side for a target, and mediators both sides.
pub fn sides(a: &Analysis<'_>, actors: &Actors, told: &mut [Told]) {
    let Some([one, other]) = war(a, actors, told) else { return };
    for event in told.iter_mut().map(|t| &mut t.event).filter(|e| e.target.is_empty()) {
        let [first] = event.source[..] else { continue };
        let of = side(actors, first);
        let understood = match event.kind {
            EventType::Consult if event.mode == Some(Mode::Mediate) && of != one.0 && of != other.0 => vec![one, other],
            EventType::Assault if !names_a_target(a, event) => against(of, one, other),
            EventType::Concede if event.mode == Some(Mode::Ceasefire) => against(of, one, other),
            _ => continue,
        };
        if !understood.is_empty() {
            (event.target, event.target_spans) = understood.into_iter().unzip();
        }
    }
}

fn against(of: LocalActorId, one: Side, other: Side) -> Vec<Side> {
    match of {
        _ if of == one.0 => vec![other],
        _ if of == other.0 => vec![one],
        _ => Vec::new(),
    }
}

fn side(actors: &Actors, id: LocalActorId) -> LocalActorId {
    actors.get(id).of.unwrap_or(id)
}

/// True where the words of what is hit name something: "defeating Nazi Germany", not "into civilian areas".
fn names_a_target(a: &Analysis<'_>, event: &Event) -> bool {
    let words = |s: &Span| s.of(a.text()).split_whitespace().any(|w| w.starts_with(char::is_uppercase));
    event.target_spans.iter().any(words)
}

/// The two sides, where the article speaks of war and all attacks it tells of between two who are named are
/// between these two.
fn war(a: &Analysis<'_>, actors: &Actors, told: &[Told]) -> Option<[Side; 2]> {
    let attack = |e: &Event| {
        let (&by, &on) = (e.source.first()?, e.target.first()?);
        let pair = [(side(actors, by), *e.source_spans.first()?), (side(actors, on), *e.target_spans.first()?)];
        let wages = |&(id, words): &Side| {
            let one = actors.get(id);
            one.named && one.kind != ActorKind::Person && words.of(a.text()).starts_with(char::is_uppercase)
        };
        let sides = pair[0].0 != pair[1].0 && pair.iter().all(wages);
        (e.kind == EventType::Assault && e.status == Status::Asserted && sides).then_some(pair)
    };
    let mut pairs = told.iter().filter_map(|t| attack(&t.event));
    let first = pairs.next()?;
    let same = |p: [Side; 2]| p.iter().all(|s| first.iter().any(|f| f.0 == s.0));
    let spoken = |i: usize| matches!(a.lower(i), "war" | "invasion" | "invaded" | "ceasefire" | "ceasefires" | "truce");
    (pairs.all(same) && (0..a.tokens().len()).any(spoken)).then_some(first)
}
