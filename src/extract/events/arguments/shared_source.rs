//! The source that an act of force leaves to the attack it was part of.

use crate::extract::actors::Actors;
use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{ActorKind, EventType, Why};
use crate::rules;

/// Gives acts of force without a source that of the attack of their sentence they were part of, and takes states from
/// those who protest.
pub fn sources(a: &Analysis<'_>, actors: &Actors, proposals: &mut [Draft]) {
    for i in 0..proposals.len() {
        let p = &proposals[i];
        if p.kind == EventType::Protest {
            let state = |id| actors.get(id).kind == ActorKind::Country;
            let (states, kept): (Vec<_>, Vec<_>) = p.source.iter().copied().partition(|s| state(s.actor));
            if let Some(first) = states.first() {
                let why = Why::words(&rules::arguments::PROTESTERS_NO_STATE, first.span);
                let doing = p.doing.or(Some(first.span));
                if kept.is_empty() {
                    proposals[i].set_doing(kept, doing, why);
                } else {
                    proposals[i].set_source(kept, why);
                }
            }
            continue;
        }
        if p.kind != EventType::Assault || p.teller != Teller::Verb || !p.source.is_empty() || p.doing.is_some() {
            continue;
        }
        let attack = proposals.iter().find(|q| {
            q.kind == EventType::Assault && q.trigger != p.trigger && !q.source.is_empty() && is_part_of(a, p, q)
        });
        if let Some(attack) = attack {
            let found: Vec<_> =
                attack.source.iter().filter(|s| !p.target.iter().any(|t| t.actor == s.actor)).copied().collect();
            if let Some(first) = found.first() {
                let why = Why::words(&rules::arguments::SHARED_ATTACK, first.span);
                proposals[i].set_source(found, why);
            }
        }
    }
}

/// "killed in an attack by …", "killed when a tank fired at …": the attack hangs on the verb.
fn is_part_of(a: &Analysis<'_>, p: &Proposal, attack: &Proposal) -> bool {
    let mut at = attack.carrier.unwrap_or(attack.trigger);
    for _ in 0..3 {
        let Some(head) = a.head(at) else { return false };
        let noun = a.upos(at) != Upos::Verb && matches!(a.deprel(at), Deprel::Obl | Deprel::Nmod | Deprel::OblAgent);
        let clause = a.deprel(at) == Deprel::Advcl
            && a.child(at, &[Deprel::Mark, Deprel::Advmod])
                .is_some_and(|m| matches!(a.lower(m), "when" | "as" | "after"));
        if !(noun || clause || matches!(a.deprel(at), Deprel::Compound | Deprel::Conj)) {
            return false;
        }
        if head == p.trigger {
            return true;
        }
        at = head;
    }
    false
}
