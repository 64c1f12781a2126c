//! Who acts where the subject itself is nobody: its owner, the subject above, the holder of an office, whom a
//! pronoun stands for.

use crate::language::{Deprel, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId};

use super::people::{Casting, Party};
use super::tree;

impl Casting<'_, '_, '_> {
    /// The doer of a verb whose own subject is nobody who acts: the subject of a verb or predicate above it.
    /// "Putin used the occasion to express …", "India is in the midst of renegotiating …", "the office said the
    /// deaths were a crime and called on …".
    pub(super) fn above(&mut self, verb: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let joined = a.deprel(verb) == Deprel::Conj;
        let mut at = verb;
        for _ in 0..5 {
            let Some(head) = a.head(at) else { return };
            let finite = matches!(a.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
            let open = match a.deprel(at) {
                Deprel::Xcomp | Deprel::Conj | Deprel::Acl | Deprel::Obl | Deprel::Nmod | Deprel::Obj => true,
                Deprel::Advcl => !finite,
                Deprel::Ccomp => joined,
                _ => false,
            };
            if !open {
                return;
            }
            if let Some(subject) = a.child(head, &[Deprel::Nsubj, Deprel::NsubjPass]).filter(|&s| s != at) {
                self.noun_phrase(tree::antecedent(a, subject), out);
                out.retain(|p| self.actors.get(p.actor).named);
                if !out.is_empty() {
                    return;
                }
            }
            at = head;
        }
    }

    /// Whose deed a subject is that is nobody itself: "Russian shelling", "the comments of Trump", "Palestinian
    /// factions".
    pub(super) fn owner(&mut self, subject: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        self.within(subject, 1, out);
        for p in out.iter_mut() {
            p.span = p.span.cover(a.span(subject));
        }
    }

    /// The one who acts where a state's name before a title was found: "Russian President Vladimir Putin".
    pub(super) fn holder(&self, state: LocalActorId, at: usize) -> Option<(LocalActorId, usize)> {
        let a = self.reader.a;
        if self.actors.get(state).kind != ActorKind::Country || !matches!(a.upos(at), Upos::Adj | Upos::Propn) {
            return None;
        }
        let end = a.sentences()[a.sentence_of(at)].tokens.end.min(at + 7);
        for i in at + 1..end {
            match self.actors.at(i) {
                Some(id) if id == state => {}
                Some(id) => {
                    let one = self.actors.get(id);
                    return (one.kind == ActorKind::Person && one.named && one.of == Some(state)).then_some((id, i));
                }
                None => {
                    let title = matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part)
                        && a.word(i).starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')
                        || matches!(a.word(i), "'" | "’" | "-");
                    if !title {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// Where the sentence names, before the pronoun `at`, whom it means: "Russia said it had expelled …".
    pub(super) fn named_before(&self, actor: LocalActorId, at: usize) -> Option<usize> {
        let a = self.reader.a;
        let start = a.sentences()[a.sentence_of(at)].tokens.start;
        let mut head = (start..at)
            .rev()
            .find(|&i| self.actors.at(i) == Some(actor) && matches!(a.upos(i), Upos::Noun | Upos::Propn))?;
        while let Some(up) = a.head(head).filter(|&up| up >= start && up < at && tree::is_nominal(a, up)) {
            let inside = matches!(a.deprel(head), Deprel::Flat | Deprel::Compound | Deprel::Amod);
            if !inside {
                break;
            }
            head = up;
        }
        Some(head)
    }
}
