//! Who stands in a frame's slots.

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId, Span};

use super::frame::{INDIRECT, PrepSet, Slot};
use super::reader::{Reader, Site};
use super::tree;

/// More parties than this are listed nowhere.
const MOST_PARTIES: usize = 8;

/// How many words after an event's word a phrase may stand that the parser hung elsewhere.
const NEAR: usize = 8;

/// Somebody who takes part in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who.
    pub actor: LocalActorId,
    /// The words that name them.
    pub span: Span,
    /// The token that was looked at.
    pub head: usize,
    /// The slot that held them.
    pub slot: Slot,
}

/// Fills slots from the tree.
pub struct Casting<'r, 'a, 't> {
    /// The article.
    pub reader: &'r Reader<'a, 't>,
    /// Its actors; descriptions that act are added.
    pub actors: &'r mut Actors,
}

impl Casting<'_, '_, '_> {
    /// The parties of the first slot that holds somebody who is not in `taken`.
    pub fn fill(&mut self, slots: &[Slot], site: &Site, word: usize, taken: &[Party]) -> Vec<Party> {
        for &slot in slots {
            let mut found = self.slot(slot, site, word);
            found.retain(|p| !taken.iter().any(|t| t.actor == p.actor));
            if !found.is_empty() {
                for p in &mut found {
                    p.slot = slot;
                }
                return found;
            }
        }
        Vec::new()
    }

    fn slot(&mut self, slot: Slot, site: &Site, word: usize) -> Vec<Party> {
        let mut out = Vec::new();
        let clause = site.clause.unwrap_or_default();
        match slot {
            Slot::Subject => {
                if let Some(subject) = clause.subject {
                    self.noun_phrase(subject, &mut out);
                    if out.is_empty() {
                        self.owner(subject, &mut out);
                    }
                }
                if out.is_empty() && site.clause.is_some() && !clause.passive {
                    self.above(clause.verb, &mut out);
                }
            }
            Slot::Object => {
                if let Some(object) = clause.object.filter(|_| site.clause.is_some()) {
                    self.noun_phrase(object, &mut out);
                    if out.is_empty() {
                        self.inside(object, &mut out);
                    }
                }
            }
            Slot::Within => {
                if let Some(object) = clause.object.filter(|_| site.clause.is_some()) {
                    self.inside(object, &mut out);
                }
            }
            Slot::Inner => self.inner(site, word, &mut out),
            Slot::Agent => self.agent(site, word, &mut out),
            Slot::Prep(prep) => {
                // "gave Russia a deadline": an indirect object says the same as a "to" phrase
                let same = |p: u8, wanted: u8| p == wanted || p == INDIRECT && PrepSet::number("to") == Some(wanted);
                let heads: Vec<usize> =
                    self.reader.phrases(site, word).filter(|(p, _)| same(*p, prep)).map(|(_, h)| h).collect();
                for head in heads {
                    self.noun_phrase(head, &mut out);
                    if out.is_empty() && !is_place_like(prep) {
                        self.within(head, 3, &mut out);
                    }
                    if !out.is_empty() {
                        break;
                    }
                }
                if out.is_empty() {
                    self.beside(prep, word, &mut out);
                }
            }
        }
        out.truncate(MOST_PARTIES);
        out
    }

    /// Somebody named in a phrase that follows `word` closely, wherever the parser hung it.
    fn beside(&mut self, prep: u8, word: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let end = a.sentences()[a.sentence_of(word)].tokens.end.min(word + 1 + NEAR);
        let mut at = word + 1;
        while at < end && !is_barrier(a, at) {
            if (a.upos(at) == Upos::Adp || a.xpos(at) == Xpos::To || a.xpos(at) == Xpos::In)
                && PrepSet::number(a.lower(at)) == Some(prep)
            {
                let named = |i: &usize| self.actors.at(*i).is_some_and(|id| self.actors.get(id).named);
                let stop = end.min(at + 6);
                if let Some(i) = (at + 1..stop).take_while(|i| !is_barrier(a, *i)).find(named) {
                    self.noun_phrase(i, out);
                }
                return;
            }
            at += 1;
        }
    }

    /// Everybody a noun phrase names: its head and what is coordinated with it.
    pub fn noun_phrase(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        self.one(head, out);
        for c in a.children(head) {
            if a.deprel(c) == Deprel::Conj && tree::is_nominal(a, c) && out.len() < MOST_PARTIES {
                self.noun_phrase(c, out);
            }
        }
    }

    fn one(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if !tree::is_nominal(a, head) && a.upos(head) != Upos::Adj {
            return;
        }
        if let Some(id) = self.actors.at(head).filter(|id| self.actors.get(*id).named) {
            self.push(id, head, out);
            // "the two leaders" are both of them
            for id in self.actors.all_at(head).to_vec() {
                self.push(id, head, out);
            }
            if self.actors.get(id).kind == ActorKind::Group {
                self.examples(head, out);
            }
            return;
        }
        // "the envoy, Steve Witkoff"
        for c in a.children(head) {
            if matches!(a.deprel(c), Deprel::Appos | Deprel::Flat)
                && let Some(id) = self.actors.at(c).filter(|id| self.actors.get(*id).named)
            {
                self.push(id, c, out);
                return;
            }
        }
        // "PM Narendra Modi", the name cut off by the parser
        if matches!(a.upos(head), Upos::Noun | Upos::Propn)
            && let Some(id) = self.actors.at(head + 1).filter(|id| self.actors.get(*id).kind == ActorKind::Person)
            && self.actors.get(id).named
            && a.sentence_of(head + 1) == a.sentence_of(head)
        {
            self.push(id, head + 1, out);
            return;
        }
        let reader = self.reader;
        let body = reader.is_in(head, reader.known.people | reader.known.troops | reader.known.quantity);
        // "Trump allies" are not Trump
        let follower = reader.is_in(head, reader.known.follower);
        if body && !follower {
            // "Iraqi troops", "leaders of Kazakhstan and Uzbekistan", "dozens of protesters": who they are of
            let before = out.len();
            self.within(head, 2, out);
            if out.len() > before {
                for p in &mut out[before..] {
                    p.span = p.span.cover(a.span(head));
                }
                return;
            }
        }
        if self.examples(head, out) {
            return;
        }
        if let Some(id) = self.actors.at(head).or_else(|| self.actors.at_or_describe(a, head)) {
            self.push(id, head, out);
        }
    }

    /// Those whom a group is said to include: "four associates, including Papadopoulos".
    fn examples(&mut self, head: usize, out: &mut Vec<Party>) -> bool {
        let a = self.reader.a;
        let end = a.sentences()[a.sentence_of(head)].tokens.end.min(head + 7);
        // by the words: parsers hang such lists anywhere
        let Some(cue) = (head + 1..end.min(head + 3)).find(|&i| a.upos(i) != Upos::Punct) else { return false };
        if !matches!(a.lower(cue), "including" | "notably" | "namely") {
            return false;
        }
        let named = |&i: &usize| self.actors.at(i).is_some_and(|id| self.actors.get(id).named);
        let Some(mut first) = (cue + 1..end).find(named) else { return false };
        while let Some(up) = a.head(first).filter(|&up| up > cue && up < end && tree::is_nominal(a, up)) {
            first = up;
        }
        self.noun_phrase(first, out);
        true
    }

    /// Everybody named inside the noun phrase of `head`: possessors, "of" phrases, demonyms.
    pub fn within(&mut self, head: usize, depth: u32, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let before = out.len();
        // "his American counterparts" are America's, "his soldiers" his
        for pronouns in [false, true] {
            for c in a.children(head) {
                let inside = match a.deprel(c) {
                    Deprel::NmodPoss => (a.upos(c) == Upos::Pron) == pronouns,
                    Deprel::Amod | Deprel::Flat | Deprel::Appos => !pronouns,
                    Deprel::Compound | Deprel::Nmod => {
                        !pronouns && tree::preposition(a, c).is_none_or(|p| !is_place_like(p))
                    }
                    _ => false,
                };
                if inside {
                    self.modifying(c, depth, out);
                }
                if out.len() > before {
                    return;
                }
            }
        }
        for c in a.children(head) {
            if a.deprel(c) == Deprel::Conj && tree::is_nominal(a, c) && depth > 0 && out.len() == before {
                self.within(c, depth - 1, out);
            }
        }
    }

    /// A modifier that names somebody, with what is joined to it; else whom it names inside.
    fn modifying(&mut self, c: usize, depth: u32, out: &mut Vec<Party>) {
        let a = self.reader.a;
        match self.actors.at(c).filter(|id| self.actors.get(*id).named) {
            Some(id) => {
                self.push(id, c, out);
                for d in a.children_by(c, &[Deprel::Conj]) {
                    if let Some(id) = self.actors.at(d) {
                        self.push(id, d, out);
                    }
                }
            }
            None if depth > 0 => self.within(c, depth - 1, out),
            None => {}
        }
    }

    /// Everybody named inside an object, its infinitive included: "an invitation to visit India".
    fn inside(&mut self, object: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        self.within(object, 3, out);
        if !out.is_empty() {
            return;
        }
        let purpose = a
            .children(object)
            .find(|&c| a.deprel(c) == Deprel::Acl && tree::is_infinitive(a, c))
            // right behind it, wherever the parser hung it
            .or_else(|| {
                Some(object + 1).filter(|&to| to < a.tokens().len() && a.xpos(to) == Xpos::To).and_then(|to| a.head(to))
            });
        for c in purpose.into_iter().flat_map(|v| a.children(v)) {
            if matches!(a.deprel(c), Deprel::Obj | Deprel::Obl) && self.actors.at(c).is_some() {
                self.noun_phrase(c, out);
                return;
            }
        }
    }

    /// Somebody inside the complement clause: its object, else a phrase of it.
    fn inner(&mut self, site: &Site, word: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let mut verb = site.clause.and_then(|c| c.complement).or_else(|| {
            a.children(word).find(|&c| {
                matches!(a.deprel(c), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Acl) && c > word
            })
        });
        let mut depth = 3;
        while let Some(v) = verb.filter(|_| depth > 0) {
            let own = a.deprel(v) == Deprel::Ccomp;
            for c in a.children(v) {
                let relation = a.deprel(c);
                let first = own && matches!(relation, Deprel::Nsubj | Deprel::NsubjPass);
                if first || matches!(relation, Deprel::Obj | Deprel::Iobj | Deprel::Obl | Deprel::OblAgent) {
                    self.noun_phrase(c, out);
                    if out.is_empty() {
                        self.within(c, 2, out);
                    }
                    let source = site.clause.and_then(|c| c.subject).and_then(|s| self.actors.at(s));
                    out.retain(|p| Some(p.actor) != source);
                }
                if !out.is_empty() {
                    return;
                }
            }
            verb =
                a.children(v).find(|&c| matches!(a.deprel(c), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl) && c > v);
            depth -= 1;
        }
    }

    /// The doer of an event noun: the light verb's subject, a by-phrase, the possessor, names before it.
    fn agent(&mut self, site: &Site, noun: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if let Some(subject) = site.clause.and_then(|c| c.subject) {
            self.noun_phrase(subject, out);
        }
        if !out.is_empty() {
            return;
        }
        let by = PrepSet::number("by");
        for head in [Some(noun), site.stand_in].into_iter().flatten() {
            for c in a.children(head) {
                match a.deprel(c) {
                    Deprel::NmodPoss | Deprel::Nsubj => self.noun_phrase(c, out),
                    Deprel::Nmod if tree::preposition(a, c) == by => self.noun_phrase(c, out),
                    Deprel::Compound | Deprel::Amod | Deprel::Flat if c < head => self.modifier(c, out),
                    _ => {}
                }
            }
            if !out.is_empty() {
                return;
            }
        }
    }

    /// "Russian", "U.S.-Russia", "Putin-Witkoff" before an event noun.
    fn modifier(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        for i in a.subtree(head) {
            if let Some(id) = self.actors.at(i).filter(|id| self.actors.get(*id).named) {
                self.push(id, i, out);
            }
        }
    }

    fn push(&mut self, actor: LocalActorId, head: usize, out: &mut Vec<Party>) {
        let (actor, head) = self.holder(actor, head).unwrap_or((actor, head));
        if out.iter().any(|p| p.actor == actor) || out.len() >= MOST_PARTIES {
            return;
        }
        let name = if self.reader.a.upos(head) == Upos::Pron { self.named_before(actor, head) } else { None };
        out.push(Party { actor, span: self.words(name.unwrap_or(head)), head, slot: Slot::Subject });
    }

    /// The words of a noun phrase up to its head and its name's end, without clauses that follow.
    fn words(&self, head: usize) -> Span {
        let a = self.reader.a;
        let mut span = a.span(head);
        for c in a.children(head) {
            let near = matches!(
                a.deprel(c),
                Deprel::Flat | Deprel::Compound | Deprel::Amod | Deprel::NmodPoss | Deprel::Nummod
            );
            if near {
                span = span.cover(a.span_of(a.subtree(c)));
            }
        }
        span
    }
}

/// What ends the look-around for a phrase: a verb, a clause's mark, a stop.
fn is_barrier(a: &Analysis<'_>, i: usize) -> bool {
    match a.upos(i) {
        Upos::Verb => !matches!(a.xpos(i), Xpos::Vbn | Xpos::Vbg),
        Upos::Sconj | Upos::Aux => true,
        Upos::Punct => !matches!(a.lower(i), "\"" | "“" | "”" | "-" | "'" | "’" | "[" | "]"),
        _ => false,
    }
}

/// Prepositions that tell where rather than whom.
fn is_place_like(prep: u8) -> bool {
    ["in", "at", "near", "outside", "inside", "during", "after", "before", "amid", "within", "under"]
        .iter()
        .any(|w| PrepSet::number(w) == Some(prep))
}
