//! What has been mentioned so far, as a reader remembers it.

use rustc_hash::FxHashMap;

use crate::extract::identity::offices::Offices;
use crate::extract::identity::table::Cast;
use crate::extract::layout::{Block, Layout};
use crate::extract::quotation_marks::Quotation;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::model::{ActorKind, LocalActorId};

/// What a mention does in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Subject, or joined to it, or named beside it ("his attorney, Ty Cobb, said").
    Subject,
    /// Object.
    Object,
    /// "Putin's", "its".
    Owner,
    /// Whatever stands behind a preposition, before a noun or nowhere.
    Other,
}

/// One mention, remembered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub actor: LocalActorId,
    /// The token that heads it.
    pub token: usize,
    /// The token its place in the clause is told by: the subject that a name is beside.
    pub top: usize,
    /// Its line: the number of its sentence among those that are prose.
    pub line: usize,
    pub part: Part,
    /// True for the subject of a verb of speech.
    pub speaks: bool,
    /// True for "the Turks", "Russian soldiers": more than one of them.
    pub plural: bool,
    /// The quotation it stands in.
    pub quote: Option<u32>,
}

/// A noun of people who are nobody named, remembered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unnamed {
    pub token: usize,
    pub line: usize,
    pub part: Part,
    pub plural: bool,
    /// A person by a noun of office or trade.
    pub person: bool,
    /// The subject of a verb of speech.
    pub speaks: bool,
}

/// The article as far as it was read.
pub(crate) struct Scene<'a> {
    pub analysis: &'a Analysis<'a>,
    pub cast: &'a mut Cast,
    pub by_token: &'a mut Vec<Option<LocalActorId>>,
    /// Tokens that mean several actors.
    pub sets: &'a mut FxHashMap<usize, Vec<LocalActorId>>,
    /// The offices that the article's people hold, all of it read.
    pub offices: Offices,
    /// The quotation that each token stands in.
    quote_of: Vec<u32>,
    /// Who speaks each quotation, as far as it is known.
    speakers: Vec<Option<LocalActorId>>,
    quotations: &'a [Quotation],
    /// How many sentences of prose come before each sentence.
    lines: Vec<usize>,
    /// In the order of the text.
    seen: Vec<Seen>,
    /// Actors joined by "and", by the last of them.
    joined: FxHashMap<usize, Vec<LocalActorId>>,
    /// Head tokens of the sets that were met, in the order of the text.
    set_order: Vec<usize>,
    /// Nouns of people who act and are nobody named ("gunmen"), in the order of the text.
    unnamed: Vec<Unnamed>,
    /// Who issued the last statement, report or document.
    pub issuer: Option<LocalActorId>,
}

/// How many mentions back a reader looks.
const MEMORY: usize = 80;

/// How many clauses up a subject is looked for.
const CLIMB: usize = 24;

impl<'a> Scene<'a> {
    pub fn new(
        analysis: &'a Analysis<'a>,
        layout: &Layout,
        quotations: &'a [Quotation],
        cast: &'a mut Cast,
        by_token: &'a mut Vec<Option<LocalActorId>>,
        sets: &'a mut FxHashMap<usize, Vec<LocalActorId>>,
    ) -> Self {
        let mut quote_of = vec![u32::MAX; analysis.tokens().len()];
        for (q, quotation) in quotations.iter().enumerate().filter(|(_, q)| !q.nested) {
            let tokens = analysis.tokens_in(quotation.inner);
            // two words in marks are no place of their own
            if tokens.len() > 3 {
                quote_of[tokens].fill(q as u32);
            }
        }
        let mut prose = 0;
        let lines = analysis.sentences().iter().map(|s| {
            let line = prose;
            prose += usize::from(layout.block(s.paragraph) != Block::Boilerplate);
            line
        });
        let lines = lines.collect();
        let offices = Offices::of(analysis, cast);
        let speakers = vec![None; quotations.len()];
        Self {
            analysis,
            cast,
            by_token,
            sets,
            offices,
            quote_of,
            speakers,
            quotations,
            lines,
            seen: Vec::new(),
            joined: FxHashMap::default(),
            set_order: Vec::new(),
            unnamed: Vec::new(),
            issuer: None,
        }
    }

    /// The quotation that token `i` stands in.
    pub fn quote(&self, i: usize) -> Option<u32> {
        self.quote_of.get(i).copied().filter(|&q| q != u32::MAX)
    }

    /// The number of token `i`'s sentence among those that are prose.
    pub fn line(&self, i: usize) -> usize {
        self.lines[self.analysis.sentence_of(i)]
    }

    /// Who speaks the quotation that token `i` stands in.
    pub fn speaker(&self, i: usize) -> Option<LocalActorId> {
        self.quote(i).and_then(|q| self.speakers[q as usize])
    }

    /// Finds the speakers of the quotations among `tokens`, whose surroundings were read.
    pub fn hear(&mut self, tokens: std::ops::Range<usize>) {
        let bytes = self.analysis.span_of(tokens);
        let first = self.quotations.partition_point(|q| q.inner.start < bytes.start);
        for q in first..self.quotations.len() {
            let quotation = &self.quotations[q];
            if quotation.inner.start >= bytes.end {
                break;
            }
            // a later piece of the same paragraph goes on with its speaker
            let paragraph = self.paragraph_of(quotation);
            let before = q
                .checked_sub(1)
                .filter(|&p| quotation.continues || self.paragraph_of(&self.quotations[p]) == paragraph);
            self.speakers[q] = self.speaker_beside(quotation).or_else(|| before.and_then(|p| self.speakers[p]));
        }
    }

    fn paragraph_of(&self, quotation: &Quotation) -> Option<usize> {
        self.analysis.token_at(quotation.inner.start as usize).map(|i| self.analysis.paragraph_of(i))
    }

    /// The actor beside a quotation whose verb is one of speech: "…," X said; X said: "…".
    fn speaker_beside(&self, quotation: &Quotation) -> Option<LocalActorId> {
        let a = self.analysis;
        let inside = a.tokens_in(quotation.outer);
        let near =
            (inside.end..(inside.end + 12).min(a.tokens().len())).chain(inside.start.saturating_sub(12)..inside.start);
        let paragraph = a.paragraph_of(inside.start.min(a.tokens().len().saturating_sub(1)));
        near.filter(|&i| a.paragraph_of(i) == paragraph && self.quote(i).is_none() && speaks(a, i))
            .find_map(|i| self.by_token[i])
    }

    /// Remembers a mention.
    pub fn see(&mut self, actor: LocalActorId, token: usize) {
        let a = self.analysis;
        let top = top_of(a, token);
        let plural = matches!(a.xpos(token), Xpos::Nns | Xpos::Nnps)
            || matches!(a.lower(token), "they" | "them" | "their" | "themselves")
            || self.cast.get(actor).kind == ActorKind::Group;
        let inverted = is_inverted_speaker(a, token);
        let seen = Seen {
            actor,
            token,
            top,
            line: self.line(token),
            part: if inverted { Part::Subject } else { part(a, top) },
            speaks: (inverted || speaks(a, top)) && self.quote(token).is_none(),
            plural,
            quote: self.quote(token),
        };
        // what stands in quotation marks is read after what stands around them
        let place = self.seen.iter().rposition(|s| s.token <= token).map_or(0, |k| k + 1);
        self.seen.insert(place, seen);
    }

    /// Remembers a noun of people who are nobody named.
    pub fn see_unnamed(&mut self, token: usize, plural: bool, person: bool) {
        let top = top_of(self.analysis, token);
        let part = part(self.analysis, top);
        let speaks = self.quote(token).is_none() && speaks(self.analysis, top);
        let place = self.unnamed.iter().rposition(|u| u.token <= token).map_or(0, |k| k + 1);
        self.unnamed.insert(place, Unnamed { token, line: self.line(token), part, plural, person, speaks });
    }

    /// The unnamed before token `i`, the latest first.
    pub fn unnamed_before(&self, i: usize) -> impl Iterator<Item = &Unnamed> + '_ {
        self.unnamed.iter().rev().filter(move |u| u.token < i).take(MEMORY)
    }

    /// Remembers that a token means several actors.
    pub fn see_set(&mut self, actors: Vec<LocalActorId>, token: usize) {
        self.order_set(token);
        self.sets.insert(token, actors);
    }

    /// Remembers actors joined by "and": the set stands at the last of them, for nothing but what
    /// points back at it.
    pub fn see_joined(&mut self, actors: Vec<LocalActorId>, last: usize) {
        self.order_set(last);
        self.joined.insert(last, actors);
    }

    fn order_set(&mut self, token: usize) {
        let place = self.set_order.iter().rposition(|&t| t <= token).map_or(0, |k| k + 1);
        self.set_order.insert(place, token);
    }

    /// Mentions before token `i`, the latest first.
    pub fn before(&self, i: usize) -> impl Iterator<Item = &Seen> + '_ {
        self.seen.iter().rev().filter(move |s| s.token < i).take(MEMORY)
    }

    /// The latest set that passes a test and stands no more than `lines` lines before token `i`.
    pub fn last_set(
        &self,
        i: usize,
        lines: usize,
        pass: impl Fn(&Self, &[LocalActorId]) -> bool,
    ) -> Option<(usize, &[LocalActorId])> {
        let here = self.line(i);
        self.set_order
            .iter()
            .rev()
            .copied()
            .filter(|&t| t < i)
            .take(MEMORY)
            .take_while(|&t| self.line(t) + lines >= here)
            .filter_map(|t| Some((t, &self.sets.get(&t).or_else(|| self.joined.get(&t))?[..])))
            .find(|(_, set)| pass(self, set))
    }

    /// The latest `n` distinct actors that pass a test, in the order of the text.
    pub fn latest(&self, i: usize, n: usize, pass: impl Fn(&Self, LocalActorId) -> bool) -> Vec<LocalActorId> {
        let mut out = Vec::new();
        for seen in self.before(i) {
            if out.len() == n {
                break;
            }
            if !out.contains(&seen.actor) && pass(self, seen.actor) {
                out.push(seen.actor);
            }
        }
        out.reverse();
        out
    }

    /// True for a state.
    pub fn is_state(&self, id: LocalActorId) -> bool {
        self.cast.get(id).kind == ActorKind::Country
    }

    /// True for a person.
    pub fn is_person(&self, id: LocalActorId) -> bool {
        self.cast.get(id).kind == ActorKind::Person
    }

    /// The state somebody acts for, near or far: a spokesman's ministry's.
    pub fn state_of(&self, id: LocalActorId) -> Option<LocalActorId> {
        let mut at = id;
        for _ in 0..4 {
            if self.is_state(at) {
                return Some(at);
            }
            at = self.cast.get(at).of?;
        }
        None
    }

    /// How much an actor is spoken of in the whole article, on a scale that grows slowly.
    pub fn weight(&self, id: LocalActorId) -> f32 {
        (self.cast.get(id).mentions.len().min(20) as f32).ln_1p()
    }

    /// The token of a run that hangs outside of it.
    pub fn head_of(&self, tokens: std::ops::Range<usize>) -> usize {
        let a = self.analysis;
        tokens.clone().find(|&i| a.head(i).is_none_or(|h| !tokens.contains(&h))).unwrap_or(tokens.end - 1)
    }

    /// The actor that a noun at token `i` cannot mean, as a list: the subject of the clause it stands
    /// in; of a subject, whoever says its clause.
    pub fn subject_actors(&self, i: usize) -> Vec<LocalActorId> {
        let a = self.analysis;
        let subject = a.deprel(i).is_subject();
        if subject && a.head(i).is_none_or(|v| a.deprel(v) != Deprel::Ccomp) {
            return Vec::new();
        }
        self.subjects_above(i).into_iter().filter(|&s| s < i).find_map(|s| self.by_token[s]).into_iter().collect()
    }

    /// The subject of the clause that token `i` stands in, then of those above it.
    pub fn subjects_above(&self, i: usize) -> Vec<usize> {
        let a = self.analysis;
        let mut out = Vec::new();
        let mut at = i;
        for _ in 0..CLIMB {
            let Some(h) = a.head(at) else { break };
            if let Some(s) = a.children(h).find(|&c| a.deprel(c).is_subject())
                && s != i
                && !out.contains(&s)
            {
                out.push(s);
            }
            // "Mr Doe, speaking in his office"
            if a.deprel(at) == Deprel::Acl && h < at && !out.contains(&h) {
                out.push(h);
            }
            at = h;
        }
        out
    }
}

/// The token that a name's place in its clause is told by: from a name up through what it is
/// beside, before or joined to.
fn top_of(a: &Analysis<'_>, token: usize) -> usize {
    let mut at = token;
    for _ in 0..4 {
        let up = match a.deprel(at) {
            Deprel::Flat | Deprel::FlatForeign | Deprel::Appos | Deprel::Conj => a.head(at),
            Deprel::Compound => a.head(at).filter(|&h| a.upos(h) == Upos::Propn),
            _ => None,
        };
        match up {
            Some(h) if matches!(a.upos(h), Upos::Noun | Upos::Propn | Upos::Pron | Upos::X | Upos::Adj) => at = h,
            _ => break,
        }
    }
    at
}

fn part(a: &Analysis<'_>, top: usize) -> Part {
    match a.deprel(top) {
        d if d.is_subject() => Part::Subject,
        // a sentence's only noun, or one whose verb was read as a participle
        Deprel::Root if a.child(top, &[Deprel::Cop]).is_none() => Part::Subject,
        Deprel::Obj | Deprel::Iobj => Part::Object,
        Deprel::NmodPoss => Part::Owner,
        _ => Part::Other,
    }
}

/// "…, said Nam Sung-wook, an expert": whatever the tree makes of it.
pub(crate) fn is_inverted_speaker(a: &Analysis<'_>, token: usize) -> bool {
    let start = a.sentences()[a.sentence_of(token)].tokens.start;
    let mut at = token;
    while at > start + 1 && token - at < 8 {
        at -= 1;
        match a.upos(at) {
            Upos::Verb => {
                let finite = matches!(a.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn);
                let closes = matches!(a.word(at - 1), "," | "”" | "\"" | "''" | "’" | "'");
                return finite && closes && speech::verb(a.lemma(at)).is_some();
            }
            Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det | Upos::X => {}
            Upos::Part if a.lower(at) == "'s" => {}
            _ => return false,
        }
    }
    false
}

/// True for the subject of a verb of speech, "according to" somebody included.
pub(crate) fn speaks(a: &Analysis<'_>, i: usize) -> bool {
    let subject = a.deprel(i).is_subject() && a.head(i).is_some_and(|h| speech::verb(a.lemma(h)).is_some());
    subject || a.child(i, &[Deprel::Case]).is_some_and(|c| a.lower(c) == "according")
}
