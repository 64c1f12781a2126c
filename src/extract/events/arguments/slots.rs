//! Who stands in a frame's slots.

use crate::extract::actors::Actors;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{EventType, LocalActorId, Mode, Quote, RuleRef, Span};
use crate::rules::arguments as rules;

use crate::extract::events::arguments::reference::is_place_like;
use crate::extract::events::arguments::words::ArgumentWords;
use crate::extract::events::frames::frame::{Frame, Slot};
use crate::extract::events::frames::matcher::{Reader, Site};
use crate::lexicon::prepositions::{INDIRECT, PrepSet};
use crate::syntax::noun_phrase;
use crate::syntax::words::SyntaxWords;

/// More parties than this are listed nowhere.
pub(crate) const MOST_PARTIES: usize = 8;

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

/// Which side of an event is being cast: it decides whom a noun phrase can stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Who does it: a state acts by its bodies, not by its people.
    #[default]
    Doer,
    /// To whom it is done: a state is hit where its people are.
    Target,
    /// Who is blamed: of a deed those who did it, not those who suffered it.
    Blamed,
    /// Whose words or measure it is that somebody backs or refuses: not those it is about.
    Author,
    /// Whose words somebody denies: not those with whom something is said to have been done.
    Accuser,
}

impl Role {
    /// The role of the targets of a type.
    #[must_use]
    pub fn target_of(kind: EventType, mode: Option<Mode>) -> Self {
        match (kind, mode) {
            (EventType::Accuse, _) => Self::Blamed,
            (EventType::Reject, Some(Mode::Deny)) => Self::Accuser,
            (EventType::Reject | EventType::Support, _) => Self::Author,
            _ => Self::Target,
        }
    }

    /// True for a preposition behind a noun that leads to nobody of this role: "backed sanctions against Iran",
    /// "denied ties with Iran".
    pub(crate) fn is_shut(self, preposition: &str) -> bool {
        let about = ArgumentWords::Topics.has(preposition);
        match self {
            Self::Author => about,
            Self::Accuser => about || matches!(preposition, "with" | "to" | "between"),
            _ => false,
        }
    }
}

/// Fills slots from the tree.
pub struct Casting<'r, 'a, 't> {
    /// The article.
    pub reader: &'r Reader<'a, 't>,
    /// Its actors; descriptions that act are added.
    pub actors: &'r mut Actors,
    /// What is said in it.
    pub quotes: &'r [Quote],
    /// Who does what is being cast: no pronoun among the targets means them.
    pub doers: Vec<LocalActorId>,
    /// Which side is being cast.
    pub role: Role,
}

/// Who and what stands in the places of a frame.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Who does it.
    pub source: Vec<Party>,
    /// The words of what does it, where nobody is its source.
    pub doing: Option<Span>,
    /// To whom it is done.
    pub target: Vec<Party>,
    /// The words of what it is done to, where nobody is its target.
    pub theme: Option<Span>,
}

impl<'r, 'a, 't> Casting<'r, 'a, 't> {
    /// Casts nobody yet.
    pub fn new(reader: &'r Reader<'a, 't>, actors: &'r mut Actors, quotes: &'r [Quote]) -> Self {
        Self { reader, actors, quotes, doers: Vec::new(), role: Role::Doer }
    }
}

impl Casting<'_, '_, '_> {
    /// Casts a frame: its source, then its target among those who are left.
    pub fn parts(&mut self, frame: &Frame, site: &Site, word: usize) -> Parts {
        let mut source = self.fill(Role::Doer, &frame.people.source, site, word, &[]);
        if source.is_empty() && matches!(frame.kind, EventType::Protest | EventType::Assault) {
            let subject = site.clause.and_then(|c| c.subject).filter(|_| frame.people.source.contains(&Slot::Subject));
            source.extend(subject.and_then(|s| self.counted(s, Slot::Subject)));
        }
        let mut target = self.fill(Role::target_of(frame.kind, frame.mode), &frame.people.target, site, word, &source);
        if target.is_empty() {
            target = self.place(frame, site, word, &source);
        }
        if target.is_empty() && site.noun == Some(word) && !source.is_empty() {
            target = self.right_behind(word, &source);
        }
        if target.is_empty() && matches!(frame.kind, EventType::Coerce | EventType::Assault) {
            let object = site.clause.and_then(|c| c.object).filter(|_| frame.people.target.contains(&Slot::Object));
            target.extend(object.and_then(|o| self.counted(o, Slot::Object)));
        }
        let (doing, theme) = (self.doing(frame, site), self.theme(frame, site, word, &source));
        Parts { source, doing, target, theme }
    }

    /// The people that a number alone stands for: "thousands marched", "at least 20 were killed".
    fn counted(&mut self, head: usize, slot: Slot) -> Option<Party> {
        let a = self.reader.a;
        let number = |i: usize| match a.upos(i) {
            Upos::Num => a.word(i).chars().all(|c| c.is_ascii_digit() || c == ',') || a.word(i).len() > 2,
            _ => SyntaxWords::Dozens.has(a.lower(i)),
        };
        // "hundreds of shops" are no people, "tens of thousands" are
        let of_things = a.children(head).any(|c| c > head && noun_phrase::has_case(a, c, "of") && !number(c));
        let measured =
            a.children(head).any(|c| matches!(a.deprel(c), Deprel::Compound | Deprel::NmodPoss | Deprel::Flat));
        if !number(head) || of_things || measured {
            return None;
        }
        let actor = self.actors.counted(a, head)?;
        a.fired(&rules::COUNTED, a.span(head));
        Some(Party { actor, span: a.span(head), head, slot })
    }

    /// The parties of the first slot that holds somebody who is not in `taken`.
    pub fn fill(&mut self, role: Role, slots: &[Slot], site: &Site, word: usize, taken: &[Party]) -> Vec<Party> {
        self.doers.clear();
        self.doers.extend(taken.iter().map(|p| p.actor));
        self.role = role;
        let found = self.first_filled(slots, site, word, taken);
        self.role = Role::default();
        found
    }

    fn first_filled(&mut self, slots: &[Slot], site: &Site, word: usize, taken: &[Party]) -> Vec<Party> {
        for &slot in slots {
            let mut found = self.slot(slot, site, word);
            found.retain(|p| !taken.iter().any(|t| t.actor == p.actor || t.span == p.span));
            if !found.is_empty() {
                for p in &mut found {
                    p.slot = slot;
                }
                return found;
            }
        }
        Vec::new()
    }

    pub(crate) fn slot(&mut self, slot: Slot, site: &Site, word: usize) -> Vec<Party> {
        let a = self.reader.a;
        let mut out = Vec::new();
        let clause = site.clause.unwrap_or_default();
        match slot {
            Slot::Subject => {
                if let Some(subject) = clause.subject {
                    self.noun_phrase(subject, &mut out);
                    if out.is_empty() {
                        self.owner(subject, &mut out);
                        self.fired_for(&rules::OWNER_OF_SUBJECT, &out, 0);
                    }
                }
                if out.is_empty() && site.clause.is_some() {
                    if clause.passive {
                        if let Some(by) = PrepSet::number("by") {
                            self.beside(by, word, &mut out);
                        }
                    } else {
                        self.above(&clause, &mut out);
                        self.fired_for(&rules::SUBJECT_ABOVE, &out, 0);
                    }
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
            Slot::Place | Slot::Toward | Slot::Behind => {}
            Slot::Prep(prep) => {
                // "gave Russia a deadline": an indirect object says the same as a "to" phrase
                let same = |p: u8, wanted: u8| p == wanted || p == INDIRECT && PrepSet::number("to") == Some(wanted);
                let heads: Vec<usize> =
                    self.reader.phrases(site, word).filter(|(p, _)| same(*p, prep)).map(|(_, h)| h).collect();
                for head in heads {
                    self.noun_phrase(head, &mut out);
                    if Some(prep) == PrepSet::number("between") {
                        self.other_side(head, &mut out);
                    }
                    if out.is_empty() && !is_place_like(prep) {
                        self.within(head, 3, &mut out);
                        self.fired_for(&rules::INSIDE, &out, 0);
                    }
                    if !out.is_empty() {
                        break;
                    }
                }
                if out.is_empty() {
                    self.beside(prep, word, &mut out);
                }
                if out.is_empty() && Some(prep) == PrepSet::number("of") {
                    for owner in site.noun.into_iter().flat_map(|n| a.children_by(n, &[Deprel::NmodPoss])) {
                        self.noun_phrase(owner, &mut out);
                    }
                    self.fired_for(&rules::POSSESSOR_OF_DEED, &out, 0);
                }
            }
        }
        out.truncate(MOST_PARTIES);
        out
    }

    /// Notes that `rule` found the parties from the place `from` on; nothing where there are none.
    pub(crate) fn fired_for(&self, rule: RuleRef, found: &[Party], from: usize) {
        if let Some(first) = found.get(from) {
            self.reader.a.fired(rule, first.span);
        }
    }

    /// The second of "between A and B", where the parser lost it.
    fn other_side(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if out.len() != 1 {
            return;
        }
        let before = out.len();
        let end = a.sentences()[a.sentence_of(head)].tokens.end.min(head + 1 + NEAR);
        let Some(and) = (head + 1..end).find(|&i| a.lower(i) == "and") else { return };
        let named = |&i: &usize| self.actors.at(i).is_some_and(|id| self.actors.get(id).named);
        if !(head + 1..and).any(|i| is_barrier(a, i))
            && let Some(other) = (and + 1..end).take_while(|&i| !is_barrier(a, i)).find(named)
        {
            // "between Putin and Trump's envoy"
            let owned = (0..3).try_fold(other, |at, _| match a.deprel(at) {
                Deprel::NmodPoss => Err(a.head(at)),
                Deprel::Flat | Deprel::Compound => a.head(at).filter(|&up| up > and).ok_or(None),
                _ => Err(None),
            });
            self.noun_phrase(owned.err().flatten().unwrap_or(other), out);
            self.fired_for(&rules::OTHER_SIDE, out, before);
        }
    }

    /// Somebody named in a phrase that follows `word` closely, wherever the parser hung it.
    pub(crate) fn beside(&mut self, prep: u8, word: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let end = a.sentences()[a.sentence_of(word)].tokens.end.min(word + 1 + NEAR);
        let mut at = word + 1;
        while at < end && !is_barrier(a, at) {
            if (a.upos(at) == Upos::Adp || a.xpos(at) == Xpos::To || a.xpos(at) == Xpos::In)
                && PrepSet::number(a.lower(at)) == Some(prep)
                && !is_compound_preposition(a, at)
            {
                let named = |i: &usize| self.actors.at(*i).is_some_and(|id| self.actors.get(id).named);
                let (stop, before) = (end.min(at + 6), out.len());
                if let Some(i) = (at + 1..stop).take_while(|i| !is_barrier(a, *i)).find(named) {
                    self.noun_phrase(i, out);
                    self.fired_for(&rules::NEAR_PHRASE, out, before);
                    if Some(prep) == PrepSet::number("between") {
                        self.other_side(i, out);
                    }
                }
                return;
            }
            at += 1;
        }
    }

    /// Everybody named inside an object, its infinitive included: "an invitation to visit India".
    fn inside(&mut self, object: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if self.role == Role::Blamed && self.reader.is_in(object, self.reader.known.assault) {
            self.agent(&Site { clause: None, noun: Some(object), stand_in: None }, object, out);
            if let Some(by) = PrepSet::number("by").filter(|_| out.is_empty()) {
                self.beside(by, object, out);
            }
            self.fired_for(&rules::BLAMED_FOR_DEED, out, 0);
            return;
        }
        self.within(object, 3, out);
        if !out.is_empty() {
            self.fired_for(&rules::INSIDE, out, 0);
            return;
        }
        let purpose = a
            .children(object)
            .find(|&c| a.deprel(c) == Deprel::Acl && noun_phrase::is_infinitive(a, c))
            // right behind it, wherever the parser hung it
            .or_else(|| {
                Some(object + 1).filter(|&to| to < a.tokens().len() && a.xpos(to) == Xpos::To).and_then(|to| a.head(to))
            });
        for c in purpose.into_iter().flat_map(|v| a.children(v)) {
            if !matches!(a.deprel(c), Deprel::Obj | Deprel::Obl) {
                continue;
            }
            if self.actors.at(c).is_some() {
                self.noun_phrase(c, out);
            } else {
                for owner in a.children_by(c, &[Deprel::NmodPoss]) {
                    self.noun_phrase(owner, out);
                }
            }
            if !out.is_empty() {
                self.fired_for(&rules::INSIDE_PURPOSE, out, 0);
                return;
            }
        }
    }
}

/// The "to" of "in response to", "prior to": whom it leads to is not who something is done to.
fn is_compound_preposition(a: &Analysis<'_>, to: usize) -> bool {
    to > 0 && a.lower(to) == "to" && ArgumentWords::BeforeTo.has(a.lower(to - 1))
}

/// What ends the look-around for a phrase: a verb, a clause's mark, a stop.
pub(crate) fn is_barrier(a: &Analysis<'_>, i: usize) -> bool {
    match a.upos(i) {
        Upos::Verb => !matches!(a.xpos(i), Xpos::Vbn | Xpos::Vbg),
        Upos::Sconj | Upos::Aux => true,
        Upos::Punct => !matches!(a.lower(i), "\"" | "“" | "”" | "-" | "'" | "’" | "[" | "]"),
        _ => false,
    }
}
