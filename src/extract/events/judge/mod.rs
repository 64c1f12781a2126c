//! The judge: a small network that says of a word which type of event it tells, or that it tells none.
//!
//! It strikes what frames propose and no reader would call an event, and proposes events itself where no frame has a
//! line. docs/language-models.md tells what it was learnt from.

pub(crate) mod features;
pub(crate) mod network;
mod people;

use std::ops::Range;

use self::features::{Question, Sight};
use self::network::{HIDDEN, Network, OUTPUTS, Shares, Sum};
use crate::extract::actors::Actors;
use crate::extract::events::arguments::slots::Casting;
use crate::extract::events::factuality::operators;
use crate::extract::events::filters::duplicates;
use crate::extract::events::filters::figures;
use crate::extract::events::frames::frame::Frame;
use crate::extract::events::frames::matcher::Reader;
use crate::extract::events::frames::matcher::Site;
use crate::extract::events::scoring::confidence;
use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};
use crate::extract::events::triggers::{noun, verb};
use crate::extract::layout::{Block, Layout};
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{EventType, Quote, Status};
use crate::rules;
use crate::syntax::noun_phrase;

/// What the judge does with a chance.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// A proposal of frames whose confidence is one half is struck where the chance that its words tell any event is
    /// below this; the more confidence, the less doubt is heard.
    strike: f32,
    /// The judge proposes an event itself where the chance of any is above this,
    propose: f32,
    /// or above this where the sentence tells an event of the type already.
    again: f32,
    /// What is as likely as this to tell an event of its type is reported however odd it looks.
    sure: f32,
    /// The judge proposes an event that has nobody in it where the chance is above this,
    bare: f32,
    /// and by a word that stands where frames look for no event where it is above this.
    odd: f32,
}

/// Tuned on annotated news that the judge had not learnt from.
const LIMITS: Limits = Limits { strike: 0.15, propose: 0.7, again: 0.9, sure: 0.7, bare: 0.65, odd: 0.7 };

/// What the judge learns from: one word that could tell an event.
#[derive(Clone, Debug)]
pub struct Example {
    /// Its number.
    pub token: usize,
    /// That of the word above it.
    pub head: Option<usize>,
    /// What frames say that it tells.
    pub framed: Vec<EventType>,
    /// Its own features.
    pub own: Vec<u32>,
}

/// The examples of one sentence.
#[derive(Clone, Debug)]
pub struct SentenceExamples {
    /// The features that all of them share.
    pub shared: Vec<u32>,
    /// One a word that could tell an event.
    pub words: Vec<Example>,
}

/// Everything that the judge would be asked about an article.
#[must_use]
pub fn examples(
    analysis: &Analysis<'_>,
    layout: &Layout,
    actors: &mut Actors,
    quotes: &[Quote],
) -> Vec<SentenceExamples> {
    let reader = Reader::new(analysis);
    let mut sight = Sight::default();
    sight.see(analysis, actors);
    let mut out = Vec::new();
    for (s, sentence) in analysis.sentences().iter().enumerate() {
        if matches!(layout.block(sentence.paragraph), Block::Byline | Block::Boilerplate) {
            continue;
        }
        let proposals = duplicates::repeats(analysis, super::propose(&reader, actors, quotes, sentence.tokens.clone()));
        let question = Question { a: analysis, sight: &sight, actors, quotes, proposals: &proposals };
        let mut found = SentenceExamples { shared: Vec::new(), words: Vec::new() };
        question.sentence(s, &mut |f| found.shared.push(f));
        for token in candidates(analysis, sentence.tokens.clone()) {
            let mut own = Vec::new();
            question.word(token, &mut |f| own.push(f));
            let at = |p: &&Draft| p.trigger == token || p.carrier == Some(token);
            let framed = proposals.iter().filter(at).map(|p| p.kind).collect();
            found.words.push(Example { token, head: analysis.head(token), framed, own });
        }
        out.push(found);
    }
    out
}

/// Words that could tell an event.
fn candidates<'a>(a: &'a Analysis<'_>, tokens: Range<usize>) -> impl Iterator<Item = usize> + 'a {
    tokens.filter(|&i| features::is_candidate(a, i))
}

/// What a word tells, as the judge sees it.
#[derive(Clone, Copy, Debug)]
struct Verdict {
    token: usize,
    shares: Shares,
}

impl Verdict {
    /// The chance that it tells any event.
    fn any(&self) -> f32 {
        1.0 - self.shares[0]
    }

    fn of(&self, kind: EventType) -> f32 {
        self.shares[1 + kind as usize]
    }

    /// The likeliest type, and its chance.
    fn best(&self) -> (EventType, f32) {
        let mut best = (EventType::ALL[0], 0.0);
        for (kind, &share) in EventType::ALL.into_iter().zip(&self.shares[1..]) {
            if share > best.1 {
                best = (kind, share);
            }
        }
        best
    }
}

/// The judge at work on one article. Memory is used again.
#[derive(Debug)]
pub struct Judge {
    network: &'static Network,
    sight: Sight,
    seen: bool,
    verdicts: Vec<Verdict>,
}

impl Judge {
    /// The judge of the embedded weights.
    #[must_use]
    pub fn new() -> Self {
        Self { network: Network::get(), sight: Sight::default(), seen: false, verdicts: Vec::new() }
    }

    /// True where the judge would say something of a sentence without proposals.
    #[must_use]
    pub fn is_awake(&self) -> bool {
        !self.network.is_empty()
    }

    /// Judges what frames propose in a sentence: strikes and adds.
    pub fn decide(
        &mut self,
        reader: &Reader<'_, '_>,
        actors: &mut Actors,
        quotes: &[Quote],
        tokens: Range<usize>,
        proposals: Vec<Draft>,
    ) -> Vec<Draft> {
        let a = reader.a;
        if !self.is_awake() || tokens.is_empty() {
            return proposals;
        }
        self.ask(a, actors, quotes, tokens, &proposals);
        let mut kept = Vec::with_capacity(proposals.len());
        for mut p in proposals {
            let told = |v: &&Verdict| v.token == p.trigger || p.carrier == Some(v.token);
            let Some(best) = self.verdicts.iter().filter(told).max_by(|x, y| x.any().total_cmp(&y.any())) else {
                kept.push(p);
                continue;
            };
            let is_struck = |confidence: f32| best.any() < 2.0 * LIMITS.strike * (1.0 - confidence);
            if is_struck(0.0) && is_struck(confidence::score(a, actors, quotes, &p)) {
                a.fired(&rules::filters::JUDGED_NONE, a.span(p.trigger));
                continue;
            }
            p.heard(best.of(p.kind));
            kept.push(p);
        }
        let framed = kept.len();
        // the surest first: what it tells need not be told again
        let mut verdicts = std::mem::take(&mut self.verdicts);
        verdicts.retain(|v| v.any() > LIMITS.propose);
        verdicts.sort_by(|x, y| y.any().total_cmp(&x.any()));
        for v in &verdicts {
            let (kind, _) = v.best();
            // "sought to meet", "considered imposing sanctions": frames know what becomes of the deed below
            if a.children(v.token).any(|c| a.deprel(c) == Deprel::Xcomp && reader.may_tell(c)) {
                continue;
            }
            if kept.iter().any(|p| is_told(a, p, v.token, kind) || p.kind == kind && v.any() < LIMITS.again) {
                continue;
            }
            if let Some(mut p) = propose(reader, actors, quotes, v.token, kind, v.any()) {
                p.heard(v.any());
                kept.push(p);
            }
        }
        self.verdicts = verdicts;
        if kept.len() > framed { duplicates::repeats(a, kept) } else { kept }
    }

    /// Asks about every word of a sentence that could tell an event.
    fn ask(&mut self, a: &Analysis<'_>, actors: &Actors, quotes: &[Quote], tokens: Range<usize>, proposals: &[Draft]) {
        if !self.seen {
            self.sight.see(a, actors);
            self.seen = true;
        }
        self.verdicts.clear();
        let question = Question { a, sight: &self.sight, actors, quotes, proposals };
        let mut shared: Option<Sum> = None;
        for token in candidates(a, tokens.clone()) {
            let framed = proposals.iter().any(|p| p.trigger == token || p.carrier == Some(token));
            if !framed && !self.network.may_tell(question.lemma_feature(token)) {
                continue;
            }
            let network = self.network;
            let shared = shared.get_or_insert_with(|| {
                let mut sum = [0; HIDDEN];
                question.sentence(a.sentence_of(token), &mut |f| network.add(f, &mut sum));
                sum
            });
            let mut own = [0; HIDDEN];
            question.word(token, &mut |f| network.add(f, &mut own));
            let shares: [f32; OUTPUTS] = network.shares(shared, &own);
            self.verdicts.push(Verdict { token, shares });
        }
    }
}

/// True where a proposal tells the event of `token` already: by the same word, by one beside it in the tree with the
/// same type ("launched an attack").
fn is_told(a: &Analysis<'_>, p: &Proposal, token: usize, kind: EventType) -> bool {
    let same = |t: usize| t == token || p.kind == kind && (a.head(t) == Some(token) || a.head(token) == Some(t));
    same(p.trigger) || p.carrier.is_some_and(same)
}

/// The event that the judge hears in a word: its people stand where they do for most words of its type.
fn propose(
    reader: &Reader<'_, '_>,
    actors: &mut Actors,
    quotes: &[Quote],
    token: usize,
    kind: EventType,
    chance: f32,
) -> Option<Draft> {
    let mut cast = Casting::new(reader, actors, quotes);
    let is_noun = matches!(reader.a.upos(token), Upos::Noun | Upos::Propn);
    let frame = people::frame(kind, is_noun);
    let mut told = if is_noun {
        noun::told(&mut cast, token, frame)
    } else {
        verb::told(&mut cast, token, frame, &mut Vec::new())
    };
    if told.is_none() && chance > LIMITS.odd && !verb::is_no_deed(&cast, token, frame) {
        told = plain(&mut cast, token, frame);
    }
    told.filter(|p| figures::found(reader, actors, p).is_none()).filter(|p| {
        let anybody = !p.source.is_empty() || !p.target.is_empty();
        // "the ship struck a bridge": what a thing does is nobody's deed
        let fits = anybody || may_lack_people(kind) && p.doing.is_none() && chance > LIMITS.bare;
        fits && !p.composed.conditional && !(p.source.is_empty() && p.composed.status == Status::Denied)
    })
}

/// True for types of which annotated news has many events that name nobody: "protests spread", "a bomb went off".
fn may_lack_people(kind: EventType) -> bool {
    matches!(kind, EventType::Assault | EventType::Protest)
}

/// The event of a word whose place in the sentence is not one where frames look for events.
fn plain(cast: &mut Casting<'_, '_, '_>, token: usize, frame: &'static Frame) -> Option<Draft> {
    let a = cast.reader.a;
    let is_noun = matches!(a.upos(token), Upos::Noun | Upos::Propn);
    let site = if is_noun {
        Site { clause: None, noun: Some(token), stand_in: Some(token) }
    } else {
        Site { clause: Some(noun_phrase::clause(a, token)), noun: None, stand_in: None }
    };
    let composed = operators::compose(cast.reader, cast.actors, token);
    if composed.swallowed.is_some() {
        return None;
    }
    let parts = cast.parts(frame, &site, token);
    Some(Draft::new(a, token, if is_noun { Teller::Noun } else { Teller::Verb }, frame, parts, composed))
}

/// True for a proposal that the judge is so sure of that it is reported however odd it looks.
pub(super) fn is_sure(p: &Proposal) -> bool {
    p.chance >= LIMITS.sure
}
