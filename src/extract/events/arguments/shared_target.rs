//! The target that an event leaves to another one of its sentence.

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel};
use crate::model::{ActorKind, EventType, Mode, RuleRef, Why};
use crate::rules;

use crate::extract::events::arguments::slots::Party;
use crate::extract::events::triggers::draft::{Draft, Proposal};
use crate::syntax::noun_phrase;

/// Gives events without a target the one that their sentence understands.
pub fn targets(a: &Analysis<'_>, actors: &Actors, proposals: &mut [Draft]) {
    for i in 0..proposals.len() {
        if !proposals[i].target.is_empty() {
            continue;
        }
        let shared = |found: Option<Vec<Party>>, rule: RuleRef| found.map(|found| (found, rule));
        let found = shared(hostile(a, proposals, i), &rules::arguments::SHARED_HOSTILE)
            .or_else(|| shared(same_measure(a, proposals, i), &rules::arguments::SHARED_MEASURE))
            .or_else(|| shared(same_way(proposals, i), &rules::arguments::SHARED_VISIT))
            .or_else(|| shared(whose_deed(a, proposals, i), &rules::arguments::WHOSE_DEED));
        let Some((mut found, rule)) = found else { continue };
        if proposals[i].kind == EventType::Sanction || proposals[i].mode == Some(Mode::Sanctions) {
            for p in &mut found {
                to_state(actors, p);
            }
        }
        let doers = &proposals[i].source;
        found.retain(|p| !doers.iter().any(|d| d.actor == p.actor));
        if let Some(first) = found.first() {
            let why = Why::words(rule, first.span);
            proposals[i].set_target(found, why);
        }
    }
}

fn verb(p: &Proposal) -> usize {
    p.carrier.unwrap_or(p.trigger)
}

/// "Trump condemned Putin and threatened further sanctions": of two joined hostile deeds of one doer, the
/// second is directed at whom the first is.
fn hostile(a: &Analysis<'_>, proposals: &[Draft], i: usize) -> Option<Vec<Party>> {
    use EventType::{Accuse, Assault, Coerce, Reject, Sanction, Threaten};
    let hostile = |p: &Proposal| matches!(p.kind, Accuse | Assault | Coerce | Reject | Sanction | Threaten);
    let whose = |p: &Proposal| p.source.iter().map(|s| s.actor).collect::<Vec<_>>();
    let p = &proposals[i];
    let joined = |q: &&Draft| {
        hostile(q)
            && verb(q) < verb(p)
            && !q.target.is_empty()
            && whose(q) == whose(p)
            && (a.deprel(verb(p)) == Deprel::Conj || a.head(verb(p)) == Some(verb(q)))
    };
    let asks = matches!(p.kind, Sanction | Threaten);
    proposals.iter().rfind(|q| asks && joined(q)).map(|q| q.target.clone())
}

/// "India faced tariffs, but the White House paused those tariffs": who is eased is who was burdened.
fn same_measure(a: &Analysis<'_>, proposals: &[Draft], i: usize) -> Option<Vec<Party>> {
    let p = &proposals[i];
    let pointed =
        |n: usize| a.children(n).any(|c| a.deprel(c) == Deprel::Det && matches!(a.lower(c), "those" | "these" | "the"));
    let noun = if p.carrier.is_some() { Some(p.trigger) } else { noun_phrase::clause(a, p.trigger).object };
    if p.kind != EventType::Concede || !noun.is_some_and(pointed) {
        return None;
    }
    let burden = |q: &&Draft| matches!(q.kind, EventType::Sanction | EventType::Coerce) && verb(q) < verb(p);
    proposals.iter().rfind(burden).map(|q| q.target.clone())
}

/// "Modi will not go to Russia, but India will send diplomats": a second visit is to where the first one goes.
fn same_way(proposals: &[Draft], i: usize) -> Option<Vec<Party>> {
    let visit = |q: &Proposal| q.kind == EventType::Consult && q.mode == Some(Mode::Visit);
    let p = &proposals[i];
    let before = |q: &&Draft| visit(p) && visit(q) && verb(q) < verb(p) && !q.target.is_empty();
    proposals.iter().rfind(before).map(|q| q.target.clone())
}

/// "Putin announced a ceasefire, one the ministry dismissed": what somebody thinks of a deed is directed at
/// whose deed it is.
fn whose_deed(a: &Analysis<'_>, proposals: &[Draft], i: usize) -> Option<Vec<Party>> {
    let p = &proposals[i];
    if !matches!(p.kind, EventType::Accuse | EventType::Reject | EventType::Support) || p.carrier.is_some() {
        return None;
    }
    let object = noun_phrase::clause(a, p.trigger).object?;
    let stands_for = matches!(a.lower(object), "one" | "which" | "this");
    let told = |q: &&Draft| q.trigger == object || stands_for && q.trigger < object && q.trigger != p.trigger;
    proposals.iter().rfind(told).map(|q| q.source.clone())
}

/// Sanctions are for a state, whoever of it was blamed.
fn to_state(actors: &Actors, p: &mut Party) {
    let one = actors.get(p.actor);
    if let Some(state) = one.of.filter(|_| one.kind == ActorKind::Person) {
        p.actor = state;
    }
}
