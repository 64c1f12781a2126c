//! What stands where a frame expects people and nobody stands.
//!
//! Not every doer and not every target is an actor: shelling kills, an army camp is attacked. The words are
//! then still worth telling, and the proof of the event: the noun phrase in the place of the target
//! ([`Casting::theme`]) or of the doer ([`Casting::doing`]).

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, EventType, LocalActorId, Mode, Span};

use crate::extract::events::arguments::slots::{Casting, Party};
use crate::extract::events::arguments::words::ArgumentWords;
use crate::extract::events::frames::frame::{Frame, Slot};
use crate::extract::events::frames::matcher::Site;
use crate::lexicon::prepositions;
use crate::rules::arguments as rules;
use crate::syntax::noun_phrase;

/// No more tokens before and after the head of a phrase are told.
const LONGEST: usize = 12;

impl Casting<'_, '_, '_> {
    /// The words of what an event is done to, where that is nobody who acts: the first noun phrase in a place
    /// where the frame expects a target, else the object, else what a phrase of the clause is directed at.
    /// Of several who do it together, the words of the last.
    #[must_use]
    pub fn theme(&self, frame: &Frame, site: &Site, word: usize, source: &[Party]) -> Option<Span> {
        let a = self.reader.a;
        if let (true, [_, .., last]) = (frame.people.reciprocal, source) {
            a.fired(&rules::LAST_OF_SEVERAL, last.span);
            return Some(last.span);
        }
        let fits = |&head: &usize| {
            Some(head) != site.noun
                && Some(head) != site.stand_in
                && (is_thing(a, head) || harms(frame.kind) && a.upos(head) == Upos::Num)
                && !source.iter().any(|p| p.head == head || p.span.contains(a.span(head)))
        };
        let slots = frame.people.target.iter().copied().chain([Slot::Object, Slot::Inner]);
        // most telling first
        let toward =
            [ArgumentWords::Against, ArgumentWords::Toward, ArgumentWords::About].into_iter().flat_map(|set| {
                let phrases = self.reader.phrases(site, word);
                phrases.filter(move |(p, _)| prepositions::word(*p).is_some_and(|w| set.has(w))).map(|(_, head)| head)
            });
        let heads: Vec<usize> =
            slots.flat_map(|slot| self.heads(slot, site, word)).chain(toward).filter(fits).collect();
        // "began an investigation into the funds": a deed is done to what it is about, else it is all there is
        let deed = |&head: &usize| self.reader.may_tell(head);
        heads.iter().copied().find(|h| !deed(h)).or_else(|| heads.first().copied()).map(|head| phrase(a, head))
    }

    /// Whoever is named right behind a verb that was taken for a noun: "Spanish police arrest Anna Berg".
    pub(crate) fn right_behind(&mut self, word: usize, source: &[Party]) -> Vec<Party> {
        let a = self.reader.a;
        let end = a.sentences()[a.sentence_of(word)].tokens.end;
        let nominal = |i: &usize| matches!(a.upos(*i), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det | Upos::Num);
        let named = |&i: &usize| self.actors.at(i).is_some_and(|id| self.actors.get(id).named);
        let mut out = Vec::new();
        if let Some(head) = (word + 1..end).take_while(nominal).find(named)
            && !matches!(a.deprel(head), Deprel::Nsubj | Deprel::NsubjPass)
            && let Some(id) = self.actors.at(head).filter(|id| !source.iter().any(|s| s.actor == *id))
        {
            self.push(id, head, &mut out);
            if let Some(party) = out.first_mut() {
                party.slot = Slot::Behind;
            }
        }
        out
    }

    /// The state that what is done is done to by way of a place in it: "a trip to Seoul", "shells hit Kherson".
    /// Nobody where the place is the doer's own.
    pub fn place(&mut self, frame: &Frame, site: &Site, word: usize, source: &[Party]) -> Vec<Party> {
        let a = self.reader.a;
        let (sets, cities): (&[ArgumentWords], bool) = match frame.kind {
            EventType::Consult if source.len() == 1 => (&[ArgumentWords::VisitPlaces], frame.mode == Some(Mode::Visit)),
            EventType::Assault | EventType::Mobilize | EventType::Aid | EventType::Retreat | EventType::Threaten => {
                (&[ArgumentWords::Against, ArgumentWords::DeedPlaces], true)
            }
            _ => return Vec::new(),
        };
        let mut heads =
            if frame.kind == EventType::Consult && !cities { Vec::new() } else { self.heads(Slot::Object, site, word) };
        for set in sets {
            let phrases = self.reader.phrases(site, word);
            let fits = |p: u8| prepositions::word(p).is_some_and(|word| set.has(word));
            heads.extend(phrases.filter(|(p, _)| fits(*p)).map(|(_, head)| head));
        }
        // a deed in a place of nobody knows which state's doer may be done at home
        let stateless = |p: &Party| {
            let one = self.actors.get(p.actor);
            one.kind != ActorKind::Country && one.of.is_none()
        };
        if source.is_empty() || source.iter().any(stateless) && frame.kind != EventType::Consult {
            return Vec::new();
        }
        let own = |id: LocalActorId, actors: &Actors| {
            source.iter().any(|p| p.actor == id || actors.get(p.actor).of == Some(id))
        };
        let directed = |h: usize| {
            noun_phrase::preposition(a, h)
                .and_then(prepositions::word)
                .is_some_and(|p| ArgumentWords::Directions.has(p))
        };
        for head in heads.into_iter().filter(|&h| a.upos(h) == Upos::Propn && !is_water(a, h)) {
            let named = self.actors.at(head).filter(|&id| directed(head) && self.actors.get(id).named);
            if let Some(id) = named.filter(|&id| !own(id, self.actors)) {
                a.fired(&rules::DIRECTED_AT, a.span(head));
                return vec![Party { actor: id, span: a.span(head), head, slot: Slot::Toward }];
            }
            if let Some(id) = self
                .actors
                .state_of_place(a, head, frame.kind == EventType::Consult)
                .filter(|&id| !own(id, self.actors))
            {
                return vec![Party { actor: id, span: a.span(head), head, slot: Slot::Place }];
            }
        }
        Vec::new()
    }

    /// The words of what does it, where that is nobody who acts: "the explosion killed 100 people".
    #[must_use]
    pub fn doing(&self, frame: &Frame, site: &Site) -> Option<Span> {
        let a = self.reader.a;
        let subject = site.clause.and_then(|c| c.subject)?;
        (frame.people.source.contains(&Slot::Subject) && is_thing(a, subject)).then(|| phrase(a, subject))
    }

    /// The heads of the noun phrases that stand in a slot.
    fn heads(&self, slot: Slot, site: &Site, word: usize) -> Vec<usize> {
        let a = self.reader.a;
        match slot {
            Slot::Subject | Slot::Agent | Slot::Place | Slot::Toward | Slot::Behind => Vec::new(),
            Slot::Object | Slot::Within => site.clause.and_then(|c| c.object).into_iter().collect(),
            Slot::Prep(p) => self.reader.phrases(site, word).filter(|(q, _)| *q == p).map(|(_, h)| h).collect(),
            Slot::Inner => {
                let Some(verb) = site.clause.and_then(|c| c.complement) else { return Vec::new() };
                let inner = noun_phrase::clause(a, verb);
                let own = inner.subject.filter(|s| *s > word).into_iter().chain(inner.object.filter(|o| *o > word));
                own.chain(a.children_by(verb, &[Deprel::Obl, Deprel::OblAgent])).collect()
            }
        }
    }
}

/// True for deeds done to people, of whom a number may be all that is said: "killed five".
fn harms(kind: EventType) -> bool {
    matches!(kind, EventType::Assault | EventType::Coerce)
}

/// True for seas and straits, which lie between states: "the Persian Gulf", "the South China Sea".
fn is_water(a: &Analysis<'_>, head: usize) -> bool {
    let water = |i: usize| ArgumentWords::Waters.has(a.lower(i));
    water(head) || a.children(head).any(water) || head + 1 < a.tokens().len() && water(head + 1)
}

/// True for noun phrases of something other than a time.
fn is_thing(a: &Analysis<'_>, head: usize) -> bool {
    matches!(a.upos(head), Upos::Noun | Upos::Propn) && !noun_phrase::is_time(a, head)
}

/// The words of a noun phrase from its first one, the preposition left out, with the phrases that follow it
/// directly, wherever the parser hung them: "humanitarian aid to people in Yemen".
fn phrase(a: &Analysis<'_>, head: usize) -> Span {
    const BEFORE: [Deprel; 6] =
        [Deprel::Det, Deprel::Amod, Deprel::Compound, Deprel::NmodPoss, Deprel::Nummod, Deprel::Flat];
    let first = a.children_by(head, &BEFORE).map(|c| a.subtree(c).start).min().unwrap_or(head).min(head);
    let end = a.sentences()[a.sentence_of(head)].tokens.end.min(head + 1 + LONGEST);
    let mut last = head;
    for i in head + 1..end {
        match a.upos(i) {
            Upos::Noun | Upos::Propn if noun_phrase::is_time(a, i) => break,
            Upos::Noun | Upos::Propn => last = i,
            Upos::Num if a.xpos(i) == Xpos::Cd && a.word(i).len() == 4 => break,
            Upos::Adp | Upos::Det | Upos::Adj | Upos::Num => {}
            Upos::Pron if a.xpos(i) == Xpos::PrpPoss => {}
            Upos::Part if a.xpos(i) == Xpos::Pos => {}
            Upos::Punct if a.word(i) == "-" => {}
            _ => break,
        }
    }
    a.span(first.max(head.saturating_sub(LONGEST))).cover(a.span(last))
}
