//! What a proposed event shows of itself: the signs that [`crate::extract::events::scoring::confidence`] weighs.
//!
//! A sign is a group and a value ("source", "pronoun"). Words are masked by their word class unless they are
//! closed-class or tell the event themselves, so that no name is ever learnt.

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{ActorKind, Quote};

use crate::extract::events::arguments::slots::Party;
use crate::extract::events::frames::frame::{Operator, Slot};
use crate::extract::events::triggers::draft::{Proposal, Teller};

/// Shows every sign of a proposal to `see`.
pub fn visit(a: &Analysis<'_>, actors: &Actors, quotes: &[Quote], p: &Proposal, see: &mut impl FnMut(&str, &str)) {
    let told = p.carrier.unwrap_or(p.trigger);
    let kind = p.kind.name();
    let teller = match p.teller {
        Teller::Verb => "verb",
        Teller::Carried => "carried",
        Teller::Ended => "ended",
        Teller::Noun => "noun",
        Teller::Demand => "demand",
    };
    see("teller", teller);
    see("type", kind);
    see("mode", p.mode.map_or("none", crate::model::Mode::name));
    see("frame", WEIGHTS[p.frame.map_or(2, |f| f.weight).min(9) as usize]);
    see("status", p.composed.status.name());
    see("tag", a.xpos(told).name());
    see("hangs", a.deprel(told).name());
    see("below", a.head(told).map_or("nothing", |h| a.upos(h).name()));
    see("subject", subject(a, told));
    see("object", a.child(told, &[Deprel::Obj]).map_or("none", |o| a.upos(o).name()));
    see("before", masked(a, told.checked_sub(1)));
    if p.composed.aside {
        see("aside", "yes");
    }
    if a.child(told, &[Deprel::Mark]).is_some_and(|m| a.lower(m) == "to") {
        see("infinitive", kind);
    }
    for step in &p.composed.steps {
        see("step", operator(step.operator));
    }
    let (source, target) = (form(a, p.source.first()), form(a, p.target.first()));
    see("source", source);
    see("target", target);
    side(actors, &p.source, ["source-kind", "source-slot", "source-count"], see);
    side(actors, &p.target, ["target-kind", "target-slot", "target-count"], see);
    let mut joined = String::with_capacity(40);
    for (group, parts) in [("word", [a.lemma(p.trigger), kind]), ("sides", [source, target])] {
        joined.clear();
        joined.extend([parts[0], "/", parts[1]]);
        see(group, &joined);
    }
    for (group, parties) in [("source-far", &p.source), ("target-far", &p.target)] {
        if let Some(party) = parties.first() {
            see(group, far(party.head, told));
        }
    }
    let sentence = &a.sentences()[a.sentence_of(told)];
    see("sentence", LENGTHS[(sentence.tokens.len() / 10).min(5)]);
    if sentence.span.of(a.text()).trim_end().ends_with('?') {
        see("question", "yes");
    }
    let at = a.span(p.trigger);
    let first = quotes.partition_point(|q| q.span.start <= at.start);
    if quotes[..first].iter().rev().take(8).any(|q| q.span.contains(at)) {
        see("quoted", "yes");
    }
}

const WEIGHTS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9 or more"];
const LENGTHS: [&str; 6] = ["to 9", "to 19", "to 29", "to 39", "to 49", "50 or more"];

fn side(actors: &Actors, parties: &[Party], groups: [&str; 3], see: &mut impl FnMut(&str, &str)) {
    let Some(first) = parties.first() else { return };
    let actor = actors.get(first.actor);
    see(
        groups[0],
        match actor.kind {
            _ if !actor.named => "unnamed",
            ActorKind::Person => "person",
            ActorKind::Country => "country",
            ActorKind::Organisation => "organisation",
            ActorKind::Group => "group",
        },
    );
    see(
        groups[1],
        match first.slot {
            Slot::Subject => "subject",
            Slot::Object | Slot::Place | Slot::Toward | Slot::Behind => "object",
            Slot::Within => "within",
            Slot::Inner => "inner",
            Slot::Agent => "agent",
            Slot::Prep(n) => crate::lexicon::prepositions::word(n).unwrap_or(""),
        },
    );
    see(groups[2], ["one", "two", "more"][parties.len().min(3) - 1]);
}

/// How somebody is referred to.
fn form<'a>(a: &'a Analysis<'_>, party: Option<&Party>) -> &'a str {
    match party {
        None => "none",
        Some(p) if a.upos(p.head) == Upos::Pron => a.lower(p.head),
        Some(p) => a.upos(p.head).name(),
    }
}

/// The word that stands as the subject: a pronoun as it is, another word by its class.
fn subject<'a>(a: &'a Analysis<'_>, verb: usize) -> &'a str {
    match a.child(verb, &[Deprel::Nsubj, Deprel::NsubjPass]) {
        None => "none",
        Some(s) if a.upos(s) == Upos::Pron => a.lower(s),
        Some(s) => a.upos(s).name(),
    }
}

/// A neighbour: a closed-class word as it is, another by its class.
fn masked<'a>(a: &'a Analysis<'_>, i: Option<usize>) -> &'a str {
    match i {
        None => "edge",
        Some(i) => match a.upos(i) {
            Upos::Adp | Upos::Aux | Upos::Cconj | Upos::Det | Upos::Part | Upos::Pron | Upos::Sconj | Upos::Punct => {
                a.lower(i)
            }
            class => class.name(),
        },
    }
}

fn far(head: usize, told: usize) -> &'static str {
    match (head < told, head.abs_diff(told)) {
        (true, ..=3) => "3 before",
        (true, 4..=8) => "8 before",
        (true, _) => "more before",
        (false, ..=3) => "3 after",
        (false, 4..=8) => "8 after",
        (false, _) => "more after",
    }
}

fn operator(operator: Operator) -> &'static str {
    Operator::ALL.iter().find(|(o, _)| *o == operator).map_or("none", |(_, name)| name)
}
