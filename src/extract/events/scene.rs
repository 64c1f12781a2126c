//! The scene of an article: a meeting or call that it opens with and then tells about.
//!
//! A readout dates the call in its first sentence; what the parties said there, told in the simple past
//! without a date of its own, happened on that day. A headline tells the event of the first sentence.

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel, Xpos};
use crate::model::{Event, EventType, LocalActorId, Status};

/// An event and the word that tells it.
pub struct Told {
    /// The event.
    pub event: Event,
    /// Its verb: the light verb, or the trigger.
    pub verb: usize,
}

/// How many sentences may open a scene.
const OPENING: usize = 4;

/// Gives events of the opening scene its date.
pub fn date(a: &Analysis<'_>, actors: &Actors, told: &mut [Told]) {
    let opening = a.sentences().get(OPENING.min(a.sentences().len().saturating_sub(1))).map(|s| s.span.end);
    let Some(lead) = told.iter().find(|t| {
        let e = &t.event;
        e.kind == EventType::Consult
            && e.status == Status::Asserted
            && e.date.as_ref().is_some_and(|d| d.len() == 10)
            && e.source.len() + e.target.len() >= 2
            && opening.is_some_and(|end| e.sentence.start < end)
    }) else {
        return;
    };
    let parties: Vec<LocalActorId> = lead.event.source.iter().chain(&lead.event.target).copied().collect();
    let callers = lead.event.source.clone();
    let (date, span, start) = (lead.event.date.clone(), lead.event.date_span, lead.event.sentence.start);
    let is_party =
        |id: &LocalActorId| parties.contains(id) || actors.get(*id).of.is_some_and(|of| parties.contains(&of));
    for t in told.iter_mut().filter(|t| t.event.date.is_none() && t.event.status == Status::Asserted) {
        let e = &mut t.event;
        let headline = e.sentence.start < start && e.kind == EventType::Consult;
        let spoken = matches!(
            e.kind,
            EventType::Consult
                | EventType::Support
                | EventType::Request
                | EventType::Agree
                | EventType::Accuse
                | EventType::Threaten
        );
        // what others said to the one who called them was said in those calls
        let answers = e.target.iter().any(|id| callers.contains(id));
        let there = !e.source.is_empty() && (e.source.iter().all(is_party) || answers);
        if there && (headline || spoken && is_simple_past(a, t.verb)) {
            e.date.clone_from(&date);
            e.date_span = span;
        }
    }
}

fn is_simple_past(a: &Analysis<'_>, verb: usize) -> bool {
    a.xpos(verb) == Xpos::Vbd && !a.children(verb).any(|c| a.deprel(c) == Deprel::Aux)
}
