//! Headlines leave out what makes a passive: "Singer arrested in Minsk".

use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{EventType, Why};
use crate::rules;

/// Turns the acts of force of a heading that have a doer and nobody they are done to, where the verb is a participle
/// without an object: who seems to do it suffers it.
pub fn passives(a: &Analysis<'_>, proposals: &mut [Draft]) {
    for p in proposals {
        if !is_bare_passive(a, p) {
            continue;
        }
        let Some(first) = p.source.first() else { continue };
        let why = Why::words(&rules::arguments::HEADLINE_PASSIVE, first.span);
        let suffers = p.source.clone();
        p.set_doing(Vec::new(), None, why.clone());
        p.set_target(suffers, why);
    }
}

fn is_bare_passive(a: &Analysis<'_>, p: &Proposal) -> bool {
    use EventType::{Accuse, Assault, Coerce, Sanction};
    if p.teller != Teller::Verb
        || p.source.is_empty()
        || !p.target.is_empty()
        || !matches!(p.kind, Accuse | Assault | Coerce | Sanction)
        || !matches!(a.xpos(p.trigger), Xpos::Vbd | Xpos::Vbn)
    {
        return false;
    }
    let helped = [Deprel::Aux, Deprel::AuxPass, Deprel::Obj, Deprel::Iobj, Deprel::Ccomp, Deprel::Xcomp];
    if a.child(p.trigger, &helped).is_some() {
        return false;
    }
    let sentence = &a.sentences()[a.sentence_of(p.trigger)].tokens;
    let next = p.trigger + 1;
    let open = next >= sentence.end || matches!(a.upos(next), Upos::Adp | Upos::Adv) || a.xpos(next) == Xpos::To;
    open && a.upos(sentence.end - 1) != Upos::Punct
}
