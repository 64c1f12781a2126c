//! One event for what a sentence tells twice.

use crate::language::Analysis;
use crate::model::LocalActorId;
use crate::rules;

use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};

/// Drops proposals that repeat another of the same sentence: same type, people that do not contradict.
/// The better told one stays.
#[must_use]
pub fn repeats(a: &Analysis<'_>, mut proposals: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(proposals.len());
    proposals.sort_by_key(|p| (rank(p), p.trigger));
    for p in proposals {
        if kept.iter().any(|k| is_repeat(k, &p)) {
            a.fired(&rules::filters::REPEAT, a.span(p.trigger));
        } else {
            kept.push(p);
        }
    }
    kept.sort_by_key(|p| p.trigger);
    kept
}

/// Smaller is better told.
fn rank(p: &Proposal) -> (u8, usize) {
    let teller = match p.teller {
        Teller::Verb | Teller::Carried | Teller::Ended => 0,
        Teller::Demand => 1,
        Teller::Noun => 2,
    };
    (teller, 4 - p.source.len().min(2) - p.target.len().min(2))
}

fn is_repeat(a: &Proposal, b: &Proposal) -> bool {
    if a.kind != b.kind {
        return false;
    }
    // "tested a missile and conducted a nuclear test": two verbs tell two deeds
    let verb = |p: &Proposal| (p.teller != Teller::Noun).then(|| p.carrier.unwrap_or(p.trigger));
    if let (Some(x), Some(y)) = (verb(a), verb(b))
        && x != y
    {
        return false;
    }
    let agree =
        |x: &[LocalActorId], y: &[LocalActorId]| x.is_empty() || y.is_empty() || x.iter().any(|i| y.contains(i));
    let ids = |p: &[crate::extract::events::arguments::slots::Party]| p.iter().map(|p| p.actor).collect::<Vec<_>>();
    let (sa, ta, sb, tb) = (ids(&a.source), ids(&a.target), ids(&b.source), ids(&b.target));
    // "the envoys met after a summit between the presidents": other people, another event
    let all = |s: &[LocalActorId], t: &[LocalActorId]| s.iter().chain(t).copied().collect::<Vec<_>>();
    if !agree(&all(&sa, &ta), &all(&sb, &tb)) {
        return false;
    }
    let same_way = agree(&sa, &sb) && agree(&ta, &tb);
    let either_way = agree(&sa, &tb) && agree(&ta, &sb) && a.frame.is_some_and(|f| f.people.reciprocal);
    same_way || either_way
}

#[cfg(test)]
mod tests {
    use crate::extract::events::arguments::slots::Party;
    use crate::extract::events::factuality::operators::Composed;
    use crate::extract::events::filters::duplicates::*;
    use crate::extract::events::frames::frame::Slot;
    use crate::model::{EventType, Span, Status};

    fn party(actor: usize) -> Party {
        Party { actor: LocalActorId::from_index(actor), span: Span::default(), head: 0, slot: Slot::Subject }
    }

    fn analysis() -> Analysis<'static> {
        crate::language::Analyser::new().analyse("One two three four five six seven.")
    }

    fn meeting(trigger: usize, source: &[usize], target: &[usize]) -> Draft {
        let facts = Proposal {
            trigger,
            carrier: None,
            teller: Teller::Noun,
            frame: None,
            kind: EventType::Consult,
            mode: None,
            source: source.iter().map(|&i| party(i)).collect(),
            doing: None,
            target: target.iter().map(|&i| party(i)).collect(),
            theme: None,
            composed: Composed {
                status: Status::Asserted,
                speaker: None,
                swallowed: None,
                conditional: false,
                aside: false,
                steps: Vec::new(),
            },
            chance: 0.0,
        };
        Draft::of(&analysis(), facts, &crate::rules::triggers::REPORTED_DEMAND)
    }

    #[test]
    fn a_deed_told_twice_is_one_event() {
        assert_eq!(repeats(&analysis(), vec![meeting(1, &[0], &[1]), meeting(5, &[0], &[])]).len(), 1);
    }

    #[test]
    fn other_people_do_another_deed() {
        // "the envoys met after a summit between the presidents"
        assert_eq!(repeats(&analysis(), vec![meeting(1, &[0, 1], &[]), meeting(5, &[], &[2, 3])]).len(), 2);
    }
}
