//! Whom the complement of a verb is about: "agreed to halt attacks on Israel", "promised that Poland would get tanks".

use crate::language::Deprel;

use crate::extract::events::arguments::slots::{Casting, Party, is_barrier};
use crate::extract::events::arguments::words::ArgumentWords;
use crate::extract::events::frames::frame::{Edge, Operator, Slot};
use crate::extract::events::frames::matcher::Site;
use crate::lexicon::prepositions::PrepSet;
use crate::rules::arguments as rules;
use crate::syntax::noun_phrase;

/// Verbs down a chain that are looked into: "agreed to try to start to talk with".
const DEEPEST: usize = 3;

impl Casting<'_, '_, '_> {
    /// Somebody inside the complement clause: whom its own frame is directed at, else its object, else a phrase
    /// of it.
    pub(crate) fn inner(&mut self, site: &Site, word: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let mut verb = site.clause.and_then(|c| c.complement).or_else(|| {
            a.children(word).find(|&c| {
                matches!(a.deprel(c), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Acl) && c > word
            })
        });
        for _ in 0..DEEPEST {
            let Some(v) = verb else { break };
            // "if Iran attacks, we will respond": a threat is to whom the condition is about
            if a.lemma(word) == "warn" {
                let condition = |&c: &usize| {
                    a.deprel(c) == Deprel::Advcl
                        && a.children_by(c, &[Deprel::Mark]).any(|m| matches!(a.lower(m), "if" | "unless"))
                };
                if let Some(c) = a.children(v).find(condition) {
                    self.first_of(c, |relation| relation == Deprel::Nsubj, out);
                    self.fired_for(&rules::INNER_SUBJECT, out, 0);
                }
            }
            // who is to act comes before whom it is done to
            let own = || a.children(v).any(|c| a.lower(c) == "for" && a.deprel(c) == Deprel::Mark);
            if out.is_empty() && (a.deprel(v) == Deprel::Ccomp || own()) {
                self.first_of(v, |relation| matches!(relation, Deprel::Nsubj | Deprel::NsubjPass), out);
                self.fired_for(&rules::INNER_SUBJECT, out, 0);
            }
            if out.is_empty() {
                self.directed_at(v, out);
                self.fired_for(&rules::INNER_DEED, out, 0);
            }
            if out.is_empty() && !ArgumentWords::Saying.has(a.lemma(v)) {
                let object = |r| matches!(r, Deprel::Obj | Deprel::Iobj | Deprel::Obl | Deprel::OblAgent);
                self.first_of(v, object, out);
                self.fired_for(&rules::INNER_OBJECT, out, 0);
            }
            if !out.is_empty() {
                return;
            }
            verb =
                a.children(v).find(|&c| matches!(a.deprel(c), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl) && c > v);
        }
        self.behind_that(word, out);
    }

    /// The first dependent in such a relation that names somebody who is no doer.
    fn first_of(&mut self, verb: usize, relation: impl Fn(Deprel) -> bool, out: &mut Vec<Party>) {
        let a = self.reader.a;
        // where something moves to is nobody's who is threatened with it
        let way = |c: usize| {
            ArgumentWords::Moving.has(a.lemma(verb))
                && a.children_by(c, &[Deprel::Case]).any(|k| ArgumentWords::Ways.has(a.lower(k)))
        };
        for c in a.children(verb).filter(|&c| relation(a.deprel(c)) && !way(c)) {
            self.noun_phrase(c, out);
            if out.is_empty() {
                self.within(c, 2, out);
            }
            out.retain(|p| !self.doers.contains(&p.actor));
            if !out.is_empty() {
                return;
            }
        }
    }

    /// Whom the deed that `verb` names is directed at, as the frames of the tables say: of a verb of giving those
    /// who receive, of a light verb's noun those whom it is done to.
    fn directed_at(&mut self, verb: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let clause = noun_phrase::clause(a, verb);
        if ArgumentWords::Giving.has(a.lemma(verb)) {
            for prep in ["iobj", "to"].into_iter().filter_map(PrepSet::number) {
                self.take(Slot::Prep(prep), &Site { clause: Some(clause), noun: None, stand_in: None }, verb, out);
            }
            return;
        }
        let carries = self.reader.operator(verb, Edge::Noun);
        let noun = clause.object.filter(|_| matches!(carries, Some(Operator::Do | Operator::End)));
        let (told, site) = match noun.filter(|&n| self.reader.may_tell(n)) {
            Some(n) => (n, Site { clause: Some(clause), noun: Some(n), stand_in: None }),
            None => (verb, Site { clause: Some(clause), noun: None, stand_in: None }),
        };
        let frame = if self.reader.may_tell(told) { self.reader.best_frame(self.actors, told, &site) } else { None };
        for &slot in frame.iter().flat_map(|f| f.people.target.iter()).filter(|s| **s != Slot::Inner) {
            self.take(slot, &site, told, out);
        }
    }

    /// Fills `out` from a slot where nobody is in it yet.
    fn take(&mut self, slot: Slot, site: &Site, word: usize, out: &mut Vec<Party>) {
        if out.is_empty() {
            out.extend(self.slot(slot, site, word));
            out.retain(|p| !self.doers.contains(&p.actor));
        }
    }

    /// Who is named right behind "that", where the clause was not read as one: "demanded that Kenya resign".
    fn behind_that(&mut self, word: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let end = a.sentences()[a.sentence_of(word)].tokens.end;
        let that = (word + 1..end.min(word + 3)).find(|&i| a.lower(i) == "that");
        let Some(that) = that.filter(|_| out.is_empty()) else { return };
        let named = |&i: &usize| self.actors.at(i).is_some_and(|id| self.actors.get(id).named);
        if let Some(i) = (that + 1..end.min(that + 5)).take_while(|&i| !is_barrier(a, i)).find(named) {
            self.noun_phrase(i, out);
            out.retain(|p| !self.doers.contains(&p.actor));
            self.fired_for(&rules::BEHIND_THAT, out, 0);
        }
    }
}
