//! Composition: what the words above an event make of it.
//!
//! From the word that tells an event the tree is climbed to the sentence's root. Each word on the way may
//! deny the event, move it into the future, wish it, report it or swallow it as the content of a frame of
//! its own; operators.tsv says which word does what. Status and attribution are what is left at the top.

use crate::extract::actors::Actors;
use crate::extract::events::words::EventWords;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{EventType, Mode, Status};

use crate::extract::events::frames::frame::{Condition, Edge, Operator, Slot};
use crate::extract::events::frames::matcher::{Reader, Site};
use crate::syntax::{implicit_subject, noun_phrase};

/// More words than this are never between an event and its root.
const HIGHEST: u32 = 16;

/// A step of composition, for `--explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The word that does something to the event.
    pub word: usize,
    /// What it does.
    pub operator: Operator,
}

/// What composition made of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Did it happen?
    pub status: Status,
    /// The report verb's subject, where one reports the event.
    pub speaker: Option<usize>,
    /// The verb that swallows it.
    pub swallowed: Option<usize>,
    /// True inside an if- or unless-clause or a question.
    pub conditional: bool,
    /// True where the event is told beside the main line: in a relative or adverbial clause.
    pub aside: bool,
    /// The words that did something, innermost first.
    pub steps: Vec<Step>,
}

/// The status of an event after `operator`.
#[must_use]
pub fn apply(status: Status, operator: Operator) -> Status {
    use Status::{Asserted, Denied, Planned, Possible};
    match (operator, status) {
        (Operator::Deny, Denied) => Asserted,
        (Operator::Deny, _) => Denied,
        (Operator::Plan, Asserted) => Planned,
        (Operator::Hope, Asserted | Planned) => Possible,
        (_, status) => status,
    }
}

/// What bringing an event of a type to an end is.
#[must_use]
pub fn ended(kind: EventType) -> Option<(EventType, Option<Mode>)> {
    Some(match kind {
        EventType::Sanction | EventType::Coerce | EventType::Protest | EventType::Accuse | EventType::Threaten => {
            (EventType::Concede, Some(Mode::Ease))
        }
        EventType::Assault => (EventType::Concede, Some(Mode::Ceasefire)),
        EventType::Mobilize => (EventType::Retreat, Some(Mode::Withdraw)),
        EventType::Aid | EventType::Cooperate | EventType::Consult => (EventType::Sanction, Some(Mode::Suspend)),
        EventType::Agree => (EventType::Reject, Some(Mode::Refuse)),
        _ => return None,
    })
}

/// The type that threatened, refused or promised deeds make of a statement of intent.
#[must_use]
pub fn announced(kind: EventType, status: Status) -> Option<EventType> {
    match (kind, status) {
        (
            EventType::Sanction | EventType::Coerce | EventType::Assault | EventType::Mobilize | EventType::Protest,
            Status::Planned,
        ) => Some(EventType::Threaten),
        (EventType::Concede | EventType::Retreat | EventType::Support, Status::Planned) => Some(EventType::Agree),
        (
            EventType::Concede
            | EventType::Retreat
            | EventType::Support
            | EventType::Aid
            | EventType::Cooperate
            | EventType::Agree,
            Status::Denied,
        ) => Some(EventType::Reject),
        _ => None,
    }
}

/// What a verb's own auxiliaries and negation say.
pub fn mood(a: &Analysis<'_>, verb: usize, steps: &mut Vec<Step>) -> Status {
    let mut status = Status::Asserted;
    for c in a.children(verb) {
        let operator = match a.deprel(c) {
            Deprel::Aux => match a.lower(c) {
                // "would have attacked", but did not
                "would" if a.children(verb).any(|h| a.deprel(h) == Deprel::Aux && a.lower(h) == "have") => {
                    Operator::Hope
                }
                "will" | "shall" | "'ll" | "wo" | "would" | "'d" => Operator::Plan,
                modal if EventWords::Possibility.has(modal) => Operator::Hope,
                _ => continue,
            },
            Deprel::Mark if matches!(a.lower(c), "without" | "instead") => Operator::Deny,
            Deprel::Advmod if matches!(a.lower(c), "perhaps" | "maybe" | "possibly" | "potentially") => Operator::Hope,
            _ => continue,
        };
        steps.push(Step { word: c, operator });
        status = apply(status, operator);
    }
    let is_to = noun_phrase::is_infinitive(a, verb) && a.children(verb).any(|c| is_aux(a, c) && a.lemma(c) == "be");
    if is_to {
        // "Merkel was to meet Obama"
        steps.push(Step { word: verb, operator: Operator::Plan });
        status = apply(status, Operator::Plan);
    }
    if noun_phrase::is_negated(a, verb) || noun_phrase::is_set_aside(a, verb) {
        steps.push(Step { word: verb, operator: Operator::Deny });
        status = apply(status, Operator::Deny);
    }
    let bare = matches!(a.xpos(verb), Xpos::Vb | Xpos::Vbn | Xpos::Vbg);
    let has_own = a.children(verb).any(|c| matches!(a.deprel(c), Deprel::Aux | Deprel::Mark | Deprel::Nsubj));
    if a.deprel(verb) == Deprel::Conj
        && bare
        && !has_own
        && let Some(first) = a.head(verb).filter(|h| a.upos(*h) == Upos::Verb)
    {
        // "will meet Xi and attend events": the auxiliaries stand before the first verb only
        return match mood(a, first, steps) {
            // "will not stand by and allow": what is denied of the first bare verb is denied of the second
            Status::Denied if status == Status::Asserted && is_bare(a, first) && is_bare(a, verb) => Status::Denied,
            Status::Denied => status,
            shared if status == Status::Asserted => shared,
            _ => status,
        };
    }
    status
}

/// True for a bare infinitive joined or followed by no comma: "stand by and allow".
fn is_bare(a: &Analysis<'_>, verb: usize) -> bool {
    a.xpos(verb) == Xpos::Vb && !a.children(verb).any(|c| c < verb && a.word(c) == ",")
}

fn is_aux(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.deprel(i), Deprel::Aux | Deprel::Cop)
}

/// Climbs from `start`, a verb, adjective or event noun, to its sentence's root.
#[must_use]
pub fn compose(reader: &Reader<'_, '_>, actors: &Actors, start: usize) -> Composed {
    let a = reader.a;
    let mut steps = Vec::new();
    let status = match a.upos(start) {
        Upos::Verb | Upos::Adj | Upos::Aux => mood(a, start, &mut steps),
        _ if a.children(start).any(|c| a.deprel(c) == Deprel::Det && a.lower(c) == "no") => Status::Denied,
        _ if a.child(start, &[Deprel::Cop]).is_some() => mood(a, start, &mut steps),
        _ if noun_phrase::is_set_aside(a, start) => Status::Denied,
        _ => Status::Asserted,
    };
    let mut out = Composed { status, speaker: None, swallowed: None, conditional: false, aside: false, steps };
    let mut at = start;
    for _ in 0..HIGHEST {
        let Some(head) = noun_phrase::continued(a, at).or_else(|| a.head(at)) else { break };
        if climb(reader, actors, at, head, &mut out) {
            return out;
        }
        at = head;
    }
    let last = a.sentences()[a.sentence_of(start)].tokens.clone().rev().take(3).any(|i| a.lower(i) == "?");
    if last && !out.aside && out.speaker.is_none() {
        out.conditional = true;
        out.status = apply(out.status, Operator::Hope);
    }
    out
}

/// One step up, from `at` to `head`; true where the event ends as the content of `head`.
fn climb(reader: &Reader<'_, '_>, actors: &Actors, at: usize, head: usize, out: &mut Composed) -> bool {
    let a = reader.a;
    let relation = a.deprel(at);
    match relation {
        Deprel::Conj => return false,
        Deprel::AclRelcl | Deprel::Appos | Deprel::Parataxis | Deprel::Nsubj | Deprel::NmodPoss | Deprel::Compound => {
            out.aside = true;
            return false;
        }
        Deprel::Advcl if implicit_subject::is_outcome(a, at) => {
            // "announced a truce, only to attack again": no announcement of the attack
            out.aside = true;
            return false;
        }
        Deprel::Advcl => {
            for c in a.children(at) {
                let word = a.lower(c);
                let marks = matches!(a.deprel(c), Deprel::Mark | Deprel::Advmod);
                if marks && EventWords::Conditions.has(word) {
                    out.conditional = true;
                    out.status = apply(out.status, Operator::Hope);
                }
            }
        }
        _ => {}
    }
    let Some(edge) = edge(a, at, relation) else {
        out.aside |= !matches!(relation, Deprel::Root | Deprel::Dep | Deprel::List);
        return false;
    };
    let from = || a.children(at).any(|c| a.lower(c) == "from");
    if relation == Deprel::Acl
        && (edge == Edge::To || edge == Edge::Ing && from())
        && reader.operator(head, edge).is_none()
        && a.deprel(head) == Deprel::Obj
        && let Some(verb) = a.head(head)
        && reader.operator(verb, edge).is_some()
    {
        // "ordered the minister to appear", "barred him from leaving", hung on the object
        return climb_by(reader, actors, at, verb, edge, true, out);
    }
    if edge == Edge::To
        && relation == Deprel::Advcl
        && let Some(noun) = noun_of(a, at).filter(|&n| n != head && reader.operator(n, edge).is_some())
    {
        // "claiming eagerness to end the war", the infinitive hung on the claim
        return climb_by(reader, actors, at, noun, edge, true, out);
    }
    let clausal = matches!(relation, Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::CsubjPass);
    if relation == Deprel::Acl && edge == Edge::To && reader.operator(head, edge).is_none() && !out.aside {
        out.status = apply(out.status, Operator::Hope);
    }
    climb_by(reader, actors, at, head, edge, clausal, out)
}

/// The noun right before an infinitive.
fn noun_of(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let to = a.children(verb).find(|&c| a.deprel(c) == Deprel::Mark && a.xpos(c) == Xpos::To)?;
    to.checked_sub(1).filter(|&n| a.upos(n) == Upos::Noun && a.sentence_of(n) == a.sentence_of(verb))
}

/// Applies what `head` does by `edge` to what hangs on it at `at`; a clause that is a complement stands where nothing is said.
fn climb_by(
    reader: &Reader<'_, '_>,
    actors: &Actors,
    at: usize,
    head: usize,
    edge: Edge,
    clausal: bool,
    out: &mut Composed,
) -> bool {
    let a = reader.a;
    let operator = match reader.operate(head, edge) {
        // an adverbial infinitive is a purpose unless the verb asks for one
        Some(o) => o,
        None if clausal => Operator::Fact,
        None => {
            out.aside = true;
            return false;
        }
    };
    if out.aside && operator != Operator::Report {
        return false;
    }
    let operator = match operator {
        Operator::Report | Operator::Do => operator,
        _ if matches!(edge, Edge::To | Edge::That) && consumes(reader, actors, head) => Operator::Swallow,
        other => other,
    };
    match operator {
        Operator::Swallow
            if edge == Edge::To && a.upos(head) == Upos::Noun && implicit_subject::for_whom(a, at).is_some() =>
        {
            // "discussed plans for Modi to visit Washington": what somebody is to do stands for itself
            out.status = apply(out.status, Operator::Plan);
            out.aside = true;
            return false;
        }
        Operator::Swallow => {
            out.swallowed = Some(head);
            out.steps.push(Step { word: head, operator });
            return true;
        }
        Operator::Report => {
            if out.speaker.is_none() {
                out.speaker = noun_phrase::clause(a, head).subject;
            }
        }
        _ => out.status = apply(out.status, operator),
    }
    let going_to = operator == Operator::Fact && edge == Edge::To && a.lower(head) == "going";
    if going_to {
        out.status = apply(out.status, Operator::Plan);
    }
    if operator != Operator::Fact {
        out.steps.push(Step { word: head, operator });
    }
    if operator != Operator::Report && matches!(a.upos(head), Upos::Verb | Upos::Adj) {
        match mood(a, head, &mut out.steps) {
            Status::Denied => out.status = apply(out.status, Operator::Deny),
            Status::Planned => out.status = apply(out.status, Operator::Plan),
            Status::Possible => out.status = apply(out.status, Operator::Hope),
            Status::Asserted => {}
        }
    } else if operator == Operator::Report && noun_phrase::is_negated(a, head) {
        out.status = apply(out.status, Operator::Hope);
    }
    false
}

/// True where the frame of `head` takes the clause below it as its own content: "is ready to attack".
fn consumes(reader: &Reader<'_, '_>, actors: &Actors, head: usize) -> bool {
    if !reader.may_tell(head) {
        return false;
    }
    let site = Site { clause: Some(noun_phrase::clause(reader.a, head)), noun: None, stand_in: None };
    reader.best_frame(actors, head, &site).is_some_and(|f| {
        f.conditions.iter().any(|c| matches!(c, Condition::Infinitive | Condition::ThatClause | Condition::Inner(_)))
            || f.people.target.contains(&Slot::Inner)
    })
}

/// The edge by which `at` hangs on its head; `None` where nothing above can change it.
#[must_use]
pub fn edge(a: &Analysis<'_>, at: usize, relation: Deprel) -> Option<Edge> {
    match relation {
        Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Acl | Deprel::Csubj | Deprel::CsubjPass => {
            Some(if noun_phrase::is_infinitive(a, at) {
                Edge::To
            } else {
                match a.xpos(at) {
                    Xpos::Vbg | Xpos::Vbn => match relation {
                        Deprel::Ccomp => Edge::That,
                        _ => Edge::Ing,
                    },
                    Xpos::Vb if relation != Deprel::Ccomp => Edge::To,
                    _ if matches!(relation, Deprel::Advcl | Deprel::Csubj) => return None,
                    _ => Edge::That,
                }
            })
        }
        Deprel::Obj | Deprel::NsubjPass => Some(Edge::Noun),
        Deprel::Obl | Deprel::Nmod if !is_setting(a, at) => Some(Edge::Prep),
        _ => None,
    }
}

/// True for phrases that tell where and when rather than what: "in a call", "after the attack".
#[must_use]
pub fn is_setting(a: &Analysis<'_>, head: usize) -> bool {
    let Some(verb) = a.head(head) else { return true };
    let engaged = EventWords::TakingPart.has(a.lemma(verb));
    a.children(head).filter(|&c| a.deprel(c) == Deprel::Case).all(|c| match a.lower(c) {
        "in" | "at" => !engaged,
        word if EventWords::Settings.has(word) => true,
        _ => false,
    })
}
