//! Why an event was coded, in a reader's words: what told it, where its people stand, what the words above
//! it made of it.

use std::fmt::Write as _;

use crate::language::Analysis;

use crate::extract::events::arguments::slots::Party;
use crate::extract::events::frames::frame::{Operator, Slot};
use crate::extract::events::triggers::draft::{Proposal, Teller};
use crate::lexicon::prepositions::PREPOSITIONS;

/// The steps from the words to the event, the deciding word first:
/// `“imposed” carries “sanctions”; source “the EU”: its subject; target “Syria”: after “on”; “will”: to come`.
#[must_use]
pub fn path(a: &Analysis<'_>, p: &Proposal) -> String {
    let mut out = String::with_capacity(128);
    let word = a.word(p.trigger);
    let _ = match (p.teller, p.carrier) {
        (Teller::Carried, Some(carrier)) => write!(out, "“{}” carries “{word}”", a.word(carrier)),
        (Teller::Ended, Some(carrier)) => write!(out, "“{}” brings “{word}” to an end", a.word(carrier)),
        (Teller::Noun, _) => write!(out, "the noun “{word}” tells it by itself"),
        (Teller::Demand, _) => write!(out, "reported that somebody must “{word}”"),
        _ => write!(out, "“{word}” tells it"),
    };
    people(a, "source", &p.source, &mut out);
    people(a, "target", &p.target, &mut out);
    for step in &p.composed.steps {
        if let Some(does) = does(step.operator) {
            let _ = write!(out, "; “{}”: {does}", a.word(step.word));
        }
    }
    if p.composed.conditional {
        out.push_str("; under a condition or in a question");
    }
    out
}

/// What a word does to an event, where that is not said already.
fn does(operator: Operator) -> Option<&'static str> {
    Some(match operator {
        Operator::Deny => "it did not happen",
        Operator::Plan => "it is to come",
        Operator::Hope => "it is wished, tried or feared",
        Operator::Report => "somebody says so",
        Operator::Swallow => "it is what the word above is about",
        Operator::Undergo => "its subject is the one it is done to",
        Operator::Fact | Operator::Do | Operator::End => return None,
    })
}

fn people(a: &Analysis<'_>, side: &str, parties: &[Party], out: &mut String) {
    let Some(first) = parties.first() else { return };
    let _ = write!(out, "; {side}");
    for p in parties {
        let _ = write!(out, " “{}”", p.span.of(a.text()));
    }
    let _ = match first.slot {
        Slot::Subject => write!(out, ": its subject"),
        Slot::Object => write!(out, ": its object"),
        Slot::Within => write!(out, ": named in its object"),
        Slot::Inner => write!(out, ": named in the clause below it"),
        Slot::Agent => write!(out, ": whose deed it is"),
        Slot::Prep(n) => match PREPOSITIONS[n as usize] {
            "iobj" => write!(out, ": its receiver"),
            preposition => write!(out, ": after “{preposition}”"),
        },
    };
}
