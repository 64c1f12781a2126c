//! Events of nobody: conditions and questions, what nobody did or suffered, what readers are told to do.

use crate::extract::actors::Actors;
use crate::extract::events::arguments::slots::Party;
use crate::extract::events::triggers::draft::{Proposal, Teller};
use crate::language::{Analysis, Deprel, Xpos};
use crate::model::{EventType, RuleRef, Status};
use crate::rules::filters as rules;

/// True where somebody acts or is acted on: somebody named, a doer, or people who come to harm.
pub fn is_event(a: &Analysis<'_>, actors: &Actors, p: &Proposal) -> bool {
    match struck(a, actors, p) {
        Some(rule) => {
            a.fired(rule, a.span(p.trigger));
            false
        }
        None => true,
    }
}

/// The rule by which a proposal is no event.
fn struck(a: &Analysis<'_>, actors: &Actors, p: &Proposal) -> Option<RuleRef> {
    let named = |p: &Party| actors.get(p.actor).named;
    let counted = p.kind == EventType::Assault && p.doing.is_some() && p.theme.is_some();
    if p.composed.conditional {
        return Some(&rules::CONDITION);
    }
    if p.source.is_empty() && p.target.is_empty() && !counted {
        return Some(&rules::NOBODY);
    }
    if p.source.is_empty() && p.composed.status == Status::Denied {
        return Some(&rules::NOBODYS_DENIED);
    }
    let harmed = matches!(p.kind, EventType::Assault | EventType::Coerce)
        && p.teller == Teller::Verb
        && p.composed.status == Status::Asserted;
    if p.source.is_empty() && p.doing.is_none() && p.teller == Teller::Verb && is_imperative(a, p.trigger) {
        return Some(&rules::IMPERATIVE);
    }
    // "we work together", "thank you": nobody is told to take part but the one who speaks
    let lonely = p.source.len() < 2 && p.target.is_empty();
    let idle = match p.kind {
        EventType::Cooperate => lonely,
        EventType::Support => lonely && p.theme.is_none(),
        _ => false,
    };
    if idle {
        return Some(&rules::ALONE);
    }
    let told = p.parties().any(named) || !p.source.is_empty() || harmed && (!p.target.is_empty() || counted);
    (!told).then_some(&rules::UNNAMED)
}

/// "Let us remember …": a bare verb that nobody is the subject of asks the reader.
fn is_imperative(a: &Analysis<'_>, verb: usize) -> bool {
    const OPEN: [Deprel; 4] = [Deprel::Root, Deprel::Conj, Deprel::Parataxis, Deprel::Ccomp];
    const HELD: [Deprel; 6] =
        [Deprel::Aux, Deprel::AuxPass, Deprel::Mark, Deprel::Nsubj, Deprel::NsubjPass, Deprel::OblAgent];
    matches!(a.xpos(verb), Xpos::Vb | Xpos::Vbp) && OPEN.contains(&a.deprel(verb)) && a.child(verb, &HELD).is_none()
}
