//! Whom a noun phrase names: by its head, by what is joined or apposed to it, inside it.

use crate::language::{Deprel, Upos};
use crate::model::{ActorKind, EntityKind, LocalActorId, Span};
use crate::rules::arguments as rules;

use crate::extract::events::arguments::slots::{Casting, MOST_PARTIES, Party, Role};
use crate::extract::events::arguments::words::ArgumentWords;
use crate::extract::events::frames::frame::Slot;
use crate::lexicon::prepositions;
use crate::syntax::words::SyntaxWords;
use crate::syntax::{implicit_subject, noun_phrase};

impl Casting<'_, '_, '_> {
    /// Everybody a noun phrase names: its head and what is coordinated with it.
    pub fn noun_phrase(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        self.one(head, out);
        for c in a.children(head) {
            if a.deprel(c) == Deprel::Conj && noun_phrase::is_nominal(a, c) && out.len() < MOST_PARTIES {
                self.noun_phrase(c, out);
            }
        }
    }

    fn one(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if !noun_phrase::is_nominal(a, head) && a.upos(head) != Upos::Adj {
            return;
        }
        if let Some(owned) = noun_phrase::owned(a, head) {
            return self.one(owned, out);
        }
        if let Some(id) = implicit_subject::described(a, head).and_then(|h| self.actors.at(h))
            && self.actors.get(id).named
            && (self.actors.get(id).kind == ActorKind::Person
                || self.actors.at(head).is_none_or(|h| !self.actors.get(h).named))
        {
            a.fired(&rules::APPOSED_TO, a.span(head));
            self.push(id, head, out);
            return;
        }
        if let Some(id) = self.actors.at(head).filter(|id| self.actors.get(*id).named) {
            if self.is_no_state(id, head) {
                return;
            }
            self.push(id, head, out);
            // a description may mean several
            for id in self.actors.all_at(head).to_vec() {
                self.push(id, head, out);
            }
            if self.actors.get(id).kind != ActorKind::Person {
                self.examples(head, out);
            }
            return;
        }
        for c in a.children(head) {
            if matches!(a.deprel(c), Deprel::Appos | Deprel::Flat)
                && let Some(id) = self.actors.at(c).filter(|id| self.actors.get(*id).named)
            {
                a.fired(&rules::NAME_IN_APPOSITION, a.span(c));
                self.push(id, c, out);
                return;
            }
        }
        if matches!(a.upos(head), Upos::Noun | Upos::Propn)
            && let Some(id) = self.actors.at(head + 1).filter(|id| self.actors.get(*id).kind == ActorKind::Person)
            && self.actors.get(id).named
            && a.sentence_of(head + 1) == a.sentence_of(head)
        {
            a.fired(&rules::NAME_BEHIND_TITLE, a.span(head + 1));
            self.push(id, head + 1, out);
            return;
        }
        let reader = self.reader;
        let body = a.upos(head) == Upos::Num
            || reader.is_in(head, reader.known.people | reader.known.troops | reader.known.quantity);
        let follower = reader.is_in(head, reader.known.follower);
        if body && !follower {
            let before = out.len();
            self.within(head, 2, out);
            if self.is_apart(head) {
                let state = |p: &Party| self.actors.get(p.actor).kind == ActorKind::Country;
                let kept: Vec<Party> = out.drain(before..).filter(|p| !state(p)).collect();
                if kept.is_empty() {
                    a.fired(&rules::PRIVATE_PEOPLE, a.span(head));
                }
                out.extend(kept);
            }
            if out.len() > before {
                self.fired_for(&rules::BODY_OF, out, before);
                for p in &mut out[before..] {
                    p.span = p.span.cover(a.span(head));
                }
                self.examples(head, out);
                return;
            }
        }
        if self.examples(head, out) {
            return;
        }
        // "thousands of farmers" are the farmers
        if SyntaxWords::Dozens.has(a.lower(head))
            && let Some(people) = a.children_by(head, &[Deprel::Nmod]).find(|&c| c > head && a.upos(c) == Upos::Noun)
        {
            return self.one(people, out);
        }
        if reader.is_in(head, reader.known.weapon) {
            return;
        }
        if let Some(id) = self.actors.at(head).or_else(|| self.actors.at_or_describe(a, head)) {
            self.push(id, head, out);
        }
    }

    /// True for people who are not their state: whoever acts in private ("Cuban exiles"), and of those to whom something
    /// is done all but the population and firms ("Somali pirates", "a Palestinian boy"; "Afghan civilians" are Afghanistan's).
    fn is_apart(&self, head: usize) -> bool {
        let reader = self.reader;
        let population = || ArgumentWords::Population.has(reader.a.lemma(head));
        reader.is_in(head, reader.known.private)
            && (self.role == Role::Doer || self.role == Role::Target && !population())
    }

    /// True for a state's name that stands for some of its people ("twelve Americans", "ethnic Albanians") where
    /// somebody acts, and for one that only tells where a city lies ("in Nairobi, Kenya, and").
    fn is_no_state(&self, id: LocalActorId, head: usize) -> bool {
        let a = self.reader.a;
        if self.actors.get(id).kind != ActorKind::Country {
            return false;
        }
        let some = |c: usize| a.deprel(c) == Deprel::Nummod || ArgumentWords::SomePeople.has(a.lower(c));
        let people = a.lower(head).ends_with('s') && a.children(head).any(|c| c < head && some(c));
        if people && self.role == Role::Doer {
            a.fired(&rules::SOME_OF_A_PEOPLE, a.span(head));
            return true;
        }
        let comma = |i: usize| a.word(i) == ",";
        let city = |i: usize| a.name_at(i).is_some_and(|n| n.kind == EntityKind::Place);
        let closed = head + 1 < a.tokens().len() && matches!(a.word(head + 1), "," | "." | ")" | ";");
        let lies = head >= 2 && closed && comma(head - 1) && city(head - 2);
        if lies {
            a.fired(&rules::STATE_BEHIND_CITY, a.span(head));
        }
        lies
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
        while let Some(up) = a.head(first).filter(|&up| up > cue && up < end && noun_phrase::is_nominal(a, up)) {
            first = up;
        }
        let before = out.len();
        self.noun_phrase(first, out);
        self.fired_for(&rules::EXAMPLES, out, before);
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
                        let shut = a.children_by(c, &[Deprel::Case]).any(|k| self.role.is_shut(a.lower(k)));
                        !pronouns && !shut && noun_phrase::preposition(a, c).is_none_or(|p| !is_place_like(p))
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
            if a.deprel(c) == Deprel::Conj && noun_phrase::is_nominal(a, c) && depth > 0 && out.len() == before {
                self.within(c, depth - 1, out);
            }
        }
    }

    /// A modifier that names somebody, with what is joined to it; else whom it names inside.
    fn modifying(&mut self, c: usize, depth: u32, out: &mut Vec<Party>) {
        let a = self.reader.a;
        match self.actors.at(c).filter(|id| self.actors.get(*id).named) {
            Some(id) if self.is_no_state(id, c) => {}
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

    pub(crate) fn push(&mut self, actor: LocalActorId, head: usize, out: &mut Vec<Party>) {
        let words = self.reader.a.span(head);
        let misread = !self.doers.is_empty() && (self.doers.contains(&actor) || !self.actors.get(actor).named);
        let other = if misread { self.other_than_doers(head) } else { None };
        if other.is_some() {
            self.reader.a.fired(&rules::PRONOUN_OF_ANOTHER, words);
        }
        let actor = other.unwrap_or(actor);
        let holder = self.holder(actor, head);
        if holder.is_some() {
            self.reader.a.fired(&rules::HOLDER, words);
        }
        let (actor, head) = holder.unwrap_or((actor, head));
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

/// Prepositions that tell where rather than whom.
pub(crate) fn is_place_like(prep: u8) -> bool {
    prepositions::word(prep).is_some_and(|word| ArgumentWords::Places.has(word))
}
