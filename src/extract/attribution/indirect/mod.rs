//! Reported clauses: "X said (that) S", "S, X said", "according to X, S", "X urged Y to S".

pub(crate) mod adjuncts;
pub(crate) mod clause;
pub(crate) mod end;
pub(crate) mod parenthetical;
pub(crate) mod topic;

use crate::model::RuleRef;
use crate::rules::attribution as book;
use std::ops::Range;

use crate::extract::attribution::cues::{Cue, CueKind, Standing};
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::words::SpeechWords;
use crate::language::Upos;

/// A reported clause.
#[derive(Clone, Debug)]
pub struct Reported {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Number of the cue that reports it.
    pub cue: usize,
    /// How it was found.
    pub shape: Shape,
}

/// How a cue and what it reports are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "According to X, S".
    AccordingTo,
    /// The sentence around "X said", set off by commas.
    Around,
    /// A clause that the tree hangs on the cue.
    Clause,
    /// A clause behind "that".
    That,
    /// A clause that the words alone show.
    Words,
    /// A clause behind a question word.
    Question,
    /// An infinitive.
    Infinitive,
    /// What somebody is accused of.
    Charge,
    /// A gerund.
    Gerund,
    /// A thing and what it is called.
    Object,
    /// What is spoken for, of or about.
    Topic,
}

impl Shape {
    /// The rule of this shape.
    pub fn rule(self) -> RuleRef {
        match self {
            Self::AccordingTo => &book::ACCORDING_TO,
            Self::Around => &book::CLAUSE_SPEAKER_SAID,
            Self::Clause => &book::SPEAKER_SAID_CLAUSE,
            Self::That => &book::SPEAKER_SAID_THAT,
            Self::Words => &book::SPEAKER_SAID_WORDS,
            Self::Question => &book::SPEAKER_ASKED,
            Self::Infinitive => &book::SPEAKER_URGED_TO,
            Self::Charge => &book::SPEECH_CHARGE,
            Self::Gerund => &book::SPEECH_GERUND,
            Self::Object => &book::SPEECH_OBJECT,
            Self::Topic => &book::SPEECH_TOPIC,
        }
    }

    /// True for what may have no verb.
    fn is_thing(self) -> bool {
        matches!(self, Self::Around | Self::Charge | Self::Gerund | Self::Object | Self::Topic)
    }

    /// True for a clause that stands behind its cue.
    fn is_clause(self) -> bool {
        matches!(self, Self::Clause | Self::That | Self::Words)
    }
}

/// Tokens and how they were found.
type Piece = (Range<usize>, Shape);

/// A clause has at least so many words.
const SHORTEST_CLAUSE: usize = 3;
/// A thing spoken about has at least so many.
const SHORTEST_THING: usize = 2;

/// The reported clauses of all cues, in the order of the cues.
pub fn find(scene: &Scene<'_, '_>, cues: &[Cue]) -> Vec<Reported> {
    let mut found = Vec::new();
    for (number, cue) in cues.iter().enumerate() {
        if cue.standing == Standing::Unsaid || cue.speaker.is_none() {
            continue;
        }
        for (tokens, shape) in of(scene, cue) {
            let tokens = before_next_cue(scene, cue, &cues[number + 1..], tokens);
            let least = if shape.is_thing() { SHORTEST_THING } else { SHORTEST_CLAUSE };
            let told = !(is_direct(scene, &tokens, shape) || shape.is_clause() && is_place(scene, &tokens));
            // "S, X said, Y reported": the second attribution is none of X's words
            let attribution = near(cues, number).iter().any(|c| {
                let own = |i: &usize| c.speaker_tokens.contains(i) || c.tokens.contains(i);
                c.at != cue.at
                    && c.speaker.is_some()
                    && tokens.contains(&c.at)
                    && tokens.clone().all(|i| own(&i) || scene.is_punct(i))
            });
            if scene.word_count(tokens.clone()) >= least && told && !attribution {
                found.push(Reported { tokens, cue: number, shape });
            }
        }
    }
    found
}

/// The cues beside one in the list.
fn near(cues: &[Cue], number: usize) -> &[Cue] {
    &cues[number.saturating_sub(2)..cues.len().min(number + 3)]
}

fn of(scene: &Scene<'_, '_>, cue: &Cue) -> Vec<Piece> {
    if cue.kind == CueKind::According {
        return parenthetical::around(scene, cue, Shape::AccordingTo);
    }
    // A comma on either side tells more than the tree, which likes to hang the rest on the cue.
    let parenthetical = parenthetical::is_parenthetical(scene, cue);
    if parenthetical && (parenthetical::is_inserted(scene, cue) || cue.is_inverted()) {
        return parenthetical::around(scene, cue, Shape::Around);
    }
    let by_tree = clause::by_tree(scene, cue).or_else(|| topic::infinitive(scene, cue));
    // A clause that begins far behind the cue is what the tree could not hang elsewhere.
    let behind = adjuncts::adverbials(scene, adjuncts::behind(cue), scene.sentence_around(cue.at).end);
    let close = |(tokens, _): &Piece| tokens.start <= behind + 1;
    if parenthetical && !by_tree.as_ref().is_some_and(close) {
        return parenthetical::around(scene, cue, Shape::Around);
    }
    let found = by_tree
        .or_else(|| clause::by_words(scene, cue))
        .or_else(|| topic::called_on(scene, cue))
        .or_else(|| topic::thing(scene, cue))
        .or_else(|| topic::called(scene, cue))
        .or_else(|| topic::topic(scene, cue));
    found.into_iter().collect()
}

/// "said Thursday on Fox News's “Fox and Friends”": where it was said, no clause.
fn is_place(scene: &Scene<'_, '_>, tokens: &Range<usize>) -> bool {
    let a = scene.analysis;
    let verb = |i: usize| matches!(a.upos(i), Upos::Verb | Upos::Aux);
    tokens.start < tokens.end && SpeechWords::WhereSaid.has(a.lower(tokens.start)) && !tokens.clone().any(verb)
}

/// A clause without the attribution of somebody else that closes its sentence: "X said that S,
/// reported Y".
fn before_next_cue(scene: &Scene<'_, '_>, cue: &Cue, later: &[Cue], tokens: Range<usize>) -> Range<usize> {
    let a = scene.analysis;
    // "declared that S and ordered T": the same speaker's
    let within = later.iter().take_while(|c| c.at < tokens.end);
    let again = { within }.find(|c| {
        let before = c.speaker == cue.speaker && cue.speaker.is_some_and(|s| s < cue.at);
        before && c.at > tokens.start + SHORTEST_CLAUSE && a.lower(c.at - 1) == "and" && scene.is_outside(c.at)
    });
    let tokens = again.map_or(tokens.clone(), |c| tokens.start..c.at - 1);
    // "said S, while others said T", "said S, but Y said T": another speaker's
    let another = later.iter().take_while(|c| c.at < tokens.end).find_map(|c| {
        let joint = c.speaker_tokens.start.checked_sub(1).filter(|&j| c.kind == CueKind::Verb && j > cue.at)?;
        let apart = joint > tokens.start + SHORTEST_CLAUSE && a.word(joint - 1) == "," && scene.is_outside(joint);
        let subject = c.speaker.is_some_and(|s| s < c.at && s > joint && scene.is_outside(s));
        let finite = scene.is_finite(c.at) && scene.is_outside(c.at);
        let joins = SpeechWords::OtherSpeakerJoints.has(a.lower(joint));
        (apart && subject && finite && joins && a.upos(c.speaker?) != Upos::Pron).then_some(joint - 1)
    });
    let tokens = another.map_or(tokens.clone(), |end| tokens.start..end);
    let closing = later.iter().take_while(|c| c.at < tokens.end).find(|c| {
        c.is_inverted() && c.at > tokens.start + SHORTEST_CLAUSE && a.word(c.at - 1) == "," && scene.is_outside(c.at)
    });
    closing.map_or(tokens.clone(), |c| tokens.start..c.at - 1)
}

/// True where a run is told by its direct speech: nearly all its words stand between marks, and
/// no noun or pronoun outside them says what they are about.
fn is_direct(scene: &Scene<'_, '_>, tokens: &Range<usize>, shape: Shape) -> bool {
    let words = scene.word_count(tokens.clone());
    let inside = tokens.clone().filter(|&i| !scene.is_punct(i) && !scene.is_outside(i)).count();
    // "According to X, Y said: 'Q'" repeats Y's direct speech.
    if shape == Shape::AccordingTo {
        return inside * 2 >= words;
    }
    let about = |i: usize| matches!(scene.analysis.upos(i), Upos::Noun | Upos::Propn | Upos::Pron);
    let subject = tokens.clone().any(|i| scene.is_outside(i) && about(i) && scene.analysis.lower(i) != "that");
    inside == words || inside + 1 >= words && !subject
}
