//! The target that no slot of a frame holds.
//!
//! Frames say where the people usually stand. Where nobody stands there, two things are still worth
//! telling: somebody named elsewhere in the clause whom the deed is plainly directed at, and else the
//! words of what it is done to ("an army camp", "the decision of the court").

use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::Span;

use super::frame::{Frame, PrepSet, Slot};
use super::people::{Casting, Party};
use super::reader::Site;
use super::tree;

/// Prepositions whose phrases tell to whom or what something is done, most telling first.
const TOWARD: [&str; 14] =
    ["against", "on", "to", "toward", "towards", "at", "with", "over", "for", "from", "of", "about", "into", "in"];

/// No more tokens of a phrase are told.
const LONGEST: usize = 14;

impl Casting<'_, '_, '_> {
    /// The words of what an event is done to, where that is nobody who acts: the first noun phrase in a place
    /// where the frame expects a target, else the object, else what a phrase of the clause is directed at.
    #[must_use]
    pub fn theme(&self, frame: &Frame, site: &Site, word: usize, source: &[Party]) -> Option<Span> {
        let a = self.reader.a;
        let fits = |&head: &usize| {
            Some(head) != site.noun
                && Some(head) != site.stand_in
                && tree::is_nominal(a, head)
                && a.upos(head) != Upos::Pron
                && !tree::is_time(a, head)
                && !source.iter().any(|p| p.head == head || p.span.contains(a.span(head)))
        };
        let mut slots = frame.people.target.iter().copied().chain([Slot::Object, Slot::Inner]);
        slots
            .find_map(|slot| self.heads(slot, site, word).into_iter().find(fits))
            .or_else(|| {
                let mut preps = TOWARD.iter().filter_map(|w| PrepSet::number(w));
                preps.find_map(|p| self.heads(Slot::Prep(p), site, word).into_iter().find(fits))
            })
            .map(|head| phrase(a, head))
    }

    /// The heads of the noun phrases that stand in a slot.
    fn heads(&self, slot: Slot, site: &Site, word: usize) -> Vec<usize> {
        let a = self.reader.a;
        match slot {
            Slot::Subject | Slot::Agent => Vec::new(),
            Slot::Object | Slot::Within => site.clause.and_then(|c| c.object).into_iter().collect(),
            Slot::Prep(p) => self.reader.phrases(site, word).filter(|(q, _)| *q == p).map(|(_, h)| h).collect(),
            Slot::Inner => {
                let Some(verb) = site.clause.and_then(|c| c.complement) else { return Vec::new() };
                let inner = tree::clause(a, verb);
                let relations = [Deprel::Obl, Deprel::OblAgent];
                let own = inner.subject.filter(|s| *s > word).into_iter().chain(inner.object.filter(|o| *o > word));
                own.chain(a.children(verb).filter(|&c| relations.contains(&a.deprel(c)))).collect()
            }
        }
    }
}

/// The words of a noun phrase: from its first word, the preposition left out, to the end of what hangs on it
/// by "of" and the like, before any clause.
fn phrase(a: &Analysis<'_>, head: usize) -> Span {
    let first = a
        .children(head)
        .filter(|&c| {
            c < head
                && matches!(
                    a.deprel(c),
                    Deprel::Det | Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nummod | Deprel::Flat
                )
        })
        .map(|c| a.subtree(c).start)
        .min()
        .unwrap_or(head);
    let mut last = head;
    for c in a.children(head).filter(|&c| c > head) {
        let close = matches!(a.deprel(c), Deprel::Nmod | Deprel::Flat | Deprel::Compound)
            && !a.subtree(c).any(|i| a.upos(i) == Upos::Verb && a.xpos(i) != Xpos::Vbn || a.upos(i) == Upos::Punct);
        if !close {
            break;
        }
        last = a.subtree(c).end - 1;
    }
    let first = first.max(head.saturating_sub(LONGEST));
    a.span(first).cover(a.span(last.min(head + LONGEST)))
}
