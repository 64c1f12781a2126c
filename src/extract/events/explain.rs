//! Why an event was coded, in words: the frame line, where its people stand, the composition steps.

use std::fmt::Write as _;

use crate::language::Analysis;

use super::frame::{PREPOSITIONS, Slot};
use super::people::Party;
use super::proposal::{Proposal, Teller};

/// The path in the tree and the steps of composition, innermost first:
/// `imposed ▸ sanctions; source subj "the EU"; target on "Syria"; plan by "to"`.
#[must_use]
pub fn path(a: &Analysis<'_>, p: &Proposal) -> String {
    let mut out = String::with_capacity(96);
    if let Some(carrier) = p.carrier {
        let _ = write!(out, "{} ▸ ", a.word(carrier));
    }
    out.push_str(a.word(p.trigger));
    if p.teller == Teller::Noun {
        out.push_str(" (noun)");
    }
    people(a, "source", &p.source, &mut out);
    people(a, "target", &p.target, &mut out);
    for step in &p.composed.steps {
        let _ = write!(out, "; {} by “{}”", step.operator.name(), a.word(step.word));
    }
    if p.composed.conditional {
        out.push_str("; conditional");
    }
    out
}

fn people(a: &Analysis<'_>, side: &str, parties: &[Party], out: &mut String) {
    let Some(first) = parties.first() else { return };
    let slot = match first.slot {
        Slot::Subject => "subject",
        Slot::Object => "object",
        Slot::Within => "inside the object",
        Slot::Inner => "in the clause below",
        Slot::Agent => "doer",
        Slot::Prep(n) => PREPOSITIONS[n as usize],
    };
    let _ = write!(out, "; {side} {slot}");
    for p in parties {
        let _ = write!(out, " “{}”", p.span.of(a.text()));
    }
}
