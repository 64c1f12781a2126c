//! The words that report speech in an article, each with the speaker they point at.

pub(crate) mod nouns;
pub(crate) mod standing;

use std::ops::Range;

use crate::extract::actors::Actors;
use crate::extract::attribution::cues::nouns::{according, claim};
use crate::extract::attribution::cues::standing::standing;
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::subject;
use crate::extract::attribution::subject::Found;
use crate::extract::attribution::words::SpeechWords;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::{Complement, Frame, Word};
use crate::rules;

/// What kind of words a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// A verb of speech.
    Verb,
    /// A noun of speech ("his claim that").
    Noun,
    /// "according to".
    According,
}

/// Whether the speech took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is reported as said.
    Said,
    /// It is negated, asked about, wished or supposed: no quote.
    Unsaid,
}

/// One cue.
#[derive(Clone, Debug)]
pub struct Cue {
    /// The verb, or "according".
    pub at: usize,
    /// All its tokens: auxiliaries are left out, "to" of "according to" is not.
    pub tokens: Range<usize>,
    /// Verb or phrase.
    pub kind: CueKind,
    /// What it takes.
    pub frame: Frame,
    /// Head of the noun phrase that speaks.
    pub speaker: Option<usize>,
    /// The noun phrase's tokens.
    pub speaker_tokens: Range<usize>,
    /// Head of the noun phrase that is spoken to.
    pub addressee: Option<usize>,
    /// Whether the speech took place.
    pub standing: Standing,
    /// Its paragraph.
    pub paragraph: usize,
}

impl Cue {
    /// The tokens of the cue and its speaker, with all between.
    pub fn group(&self) -> Range<usize> {
        if self.speaker.is_none() {
            return self.tokens.clone();
        }
        self.tokens.start.min(self.speaker_tokens.start)..self.tokens.end.max(self.speaker_tokens.end)
    }

    /// True where the speaker follows the verb ("said X").
    pub fn is_inverted(&self) -> bool {
        self.speaker.is_some_and(|s| s > self.at)
    }
}

/// All cues outside quotation marks, in order.
pub fn find(scene: &Scene<'_, '_>, actors: &Actors) -> Vec<Cue> {
    let a = scene.analysis;
    let mut cues = Vec::new();
    for i in 0..a.tokens().len() {
        if matches!(a.upos(i), Upos::Punct | Upos::Det | Upos::Pron | Upos::Num | Upos::Sym) || !scene.is_outside(i) {
            continue;
        }
        let frame = if is_unmistakable(a.lower(i))
            || a.upos(i) == Upos::Verb && (is_verbal(scene, i) || a.lower(i) == "say")
            || is_lost_verb(scene, i)
        {
            speech::verb(speech::form(a.lower(i)).unwrap_or_else(|| a.lemma(i)))
        } else if makes_clear(scene, i) {
            a.fired(&rules::attribution::MADE_CLEAR, a.span(i));
            speech::verb("state")
        } else {
            None
        };
        let noun = if frame.is_none() && a.upos(i) == Upos::Noun { speech::noun(a.lemma(i)) } else { None };
        if frame.is_none() && noun.is_none() && a.lower(i) != "according" {
            continue;
        }
        let paragraph = a.paragraph_of(i);
        if !scene.is_read(paragraph) {
            continue;
        }
        let Some(frame) = frame else {
            cues.extend(match noun {
                Some(frame) => claim(scene, i, frame, paragraph),
                None => according(scene, i, paragraph),
            });
            continue;
        };
        let mut cue = verb(scene, i, frame, paragraph);
        if let Some(before) = cues.last().filter(|c| goes_on(scene, actors, c, &cue)) {
            a.fired(&rules::attribution::SAME_SPEAKER, a.span(i));
            cue.speaker = before.speaker;
            cue.speaker_tokens = before.speaker_tokens.clone();
        }
        let thing = frame.takes(Complement::Personal) && cue.speaker.is_some_and(|s| !can_speak(scene, actors, s));
        if !thing {
            cues.push(cue);
        }
    }
    cues
}

/// "made clear that", "making it clear that": the adjective is the cue.
fn makes_clear(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let sentence = scene.sentence_around(i);
    a.lower(i) == "clear"
        && i + 1 < sentence.end
        && a.lower(i + 1) == "that"
        && (i.saturating_sub(3).max(sentence.start)..i).any(|k| a.lemma(k) == "make")
}

fn is_unmistakable(lower: &str) -> bool {
    speech::form(lower).is_some()
}

/// "the administration claims that", "S, the newspaper reports.": a plural noun that would be a verb
/// of speech, between a noun and "that", or last in its sentence behind a comma and a name.
fn is_lost_verb(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    if a.xpos(i) != Xpos::Nns || i == 0 || !matches!(a.upos(i - 1), Upos::Noun | Upos::Propn) {
        return false;
    }
    let sentence = scene.sentence_around(i);
    let last = i + 1 >= sentence.end || i + 2 == sentence.end && scene.is_punct(i + 1);
    let named = |k: &usize| a.upos(*k) == Upos::Propn || a.lower(*k) == "the";
    let phrase = (sentence.start..i).rev().take_while(named).last();
    i + 1 < a.tokens().len() && a.lower(i + 1) == "that"
        || last && phrase.is_some_and(|p| p > sentence.start && a.word(p - 1) == ",")
}

/// True for people, bodies and what they issue; false for things and clauses.
fn can_speak(scene: &Scene<'_, '_>, actors: &Actors, head: usize) -> bool {
    let a = scene.analysis;
    actors.at(head).is_some() || SpeechWords::SpeakingPronouns.has(a.lower(head)) || subject::names_speaker(scene, head)
}

/// "X said S but added T": a verb of speech behind a conjunction, with no subject of its own, is the
/// same speaker's, whatever verb of S the tree joins it to.
/// So does any other verb that the tree gives a thing of S for its subject ("declared that a disaster
/// exists and ordered help").
fn goes_on(scene: &Scene<'_, '_>, actors: &Actors, before: &Cue, cue: &Cue) -> bool {
    let a = scene.analysis;
    let joint = (before.tokens.end..cue.at).rev().find(|&i| a.upos(i) != Upos::Adv);
    let own = a.child(cue.at, &[Deprel::Nsubj, Deprel::NsubjPass]).is_some();
    let inside = cue.speaker.is_none_or(|s| (before.tokens.end..cue.at).contains(&s));
    before.kind == CueKind::Verb
        && before.speaker.is_some_and(|s| s < before.at)
        && a.sentence_of(before.at) == a.sentence_of(cue.at)
        && joint.is_some_and(|j| matches!(a.lower(j), "and" | "but"))
        && (speech::is(Word::Again, a.lemma(cue.at))
            || cue.speaker.is_some_and(|s| s > before.at && !can_speak(scene, actors, s)))
        && a.xpos(cue.at) == a.xpos(before.at)
        && !own
        && inside
}

/// False for participles that are adjectives ("the said man", "an outspoken").
fn is_verbal(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let is_hyphenated = i > 0 && a.word(i - 1) == "-" && a.span(i - 1).end == a.span(i).start;
    !is_hyphenated && !matches!(a.deprel(i), Deprel::Amod | Deprel::Compound | Deprel::Case)
}

fn verb(scene: &Scene<'_, '_>, i: usize, frame: Frame, paragraph: usize) -> Cue {
    let a = scene.analysis;
    let passive = is_passive(scene, i);
    let found = if passive { agent(scene, i).map(|s| (s, Found::Tree)) } else { subject::of(scene, i) };
    let found = found.filter(|&(s, _)| !is_expletive(scene, s, i));
    let quoted = quoted_as_saying(scene, i);
    if quoted.is_some() {
        a.fired(&rules::attribution::AS_SAYING, a.span(i));
    }
    let found = quoted.map(|s| (s, Found::Words)).or(found);
    let found = found.map(|(s, how)| (past_credit(scene, s, i).unwrap_or(s), how));
    let speaker_tokens = found.map_or(i..i, |(s, how)| {
        let phrase = clip(scene.noun_phrase(s), s, i);
        // Behind the verb the words go from it to the head that they were read to.
        if how == Found::Words && s > i { i + 1..phrase.end } else { without_credit(scene, phrase) }
    });
    let mut end = i + 1;
    if end < a.tokens().len() && matches!(a.deprel(end), Deprel::CompoundPrt) && a.head(end) == Some(i) {
        end += 1;
    }
    Cue {
        at: i,
        tokens: i..end,
        kind: CueKind::Verb,
        frame,
        speaker: found.map(|(s, _)| s),
        speaker_tokens,
        addressee: addressee(scene, i, passive),
        standing: standing(scene, i, found.map(|(s, _)| s)),
        paragraph,
    }
}

fn without_credit(scene: &Scene<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let slash = phrase.clone().find(|&i| scene.analysis.word(i) == "/");
    slash.filter(|s| s + 2 < phrase.end).map_or(phrase.clone(), |s| s + 2..phrase.end)
}

/// "Jane Doe / Reuters The minister said": a photo's credit run into the sentence is no speaker.
fn past_credit(scene: &Scene<'_, '_>, s: usize, v: usize) -> Option<usize> {
    const LONGEST_CREDIT: usize = 5;
    let a = scene.analysis;
    let start = scene.sentence_around(v).start;
    let slash = (start + 1..v.min(start + LONGEST_CREDIT)).find(|&i| a.word(i) == "/")?;
    let named = (start..slash).all(|i| a.word(i).starts_with(char::is_uppercase));
    if s > slash || !named {
        return None;
    }
    (slash + 2..v).rev().find(|&i| scene.is_nominal(i) && scene.is_outside(i))
}

/// "The radio quoted him as saying": he says it, not the radio.
fn quoted_as_saying(scene: &Scene<'_, '_>, i: usize) -> Option<usize> {
    let a = scene.analysis;
    let start = scene.sentence_around(i).start;
    if a.xpos(i) != Xpos::Vbg || i == start || a.lower(i - 1) != "as" {
        return None;
    }
    let quoting =
        (start.max(i.saturating_sub(12))..i - 1).rev().find(|&k| matches!(a.lemma(k), "quote" | "cite" | "report"))?;
    (quoting + 1..i - 1)
        .rev()
        .find(|&k| scene.is_nominal(k) && scene.is_outside(k))
        .or_else(|| subject::of(scene, quoting).map(|f| f.0))
}

/// A phrase does not run over its verb.
fn clip(tokens: Range<usize>, head: usize, verb: usize) -> Range<usize> {
    if head < verb { tokens.start..tokens.end.min(verb) } else { tokens.start.max(verb + 1).min(head)..tokens.end }
}

fn is_passive(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    if a.xpos(i) != Xpos::Vbn {
        return false;
    }
    // "have urged" is active whatever the tree calls its subject.
    let perfect = a.children_by(i, &[Deprel::Aux]).any(|x| a.lemma(x) == "have")
        || (i.saturating_sub(3)..i).any(|k| a.lemma(k) == "have" && a.sentence_of(k) == a.sentence_of(i));
    let by = |o: usize| a.child(o, &[Deprel::Case]).is_none_or(|c| a.lower(c) == "by");
    let agent = a.child(i, &[Deprel::NsubjPass]).is_some() || a.child(i, &[Deprel::OblAgent]).is_some_and(by);
    a.child(i, &[Deprel::AuxPass]).is_some()
        || !perfect && (agent || a.deprel(i) == Deprel::Acl && !is_main_verb(scene, i) && !is_active(scene, i))
}

/// "After aides insisted that S", "an official responded: 'Q'": a past tense that was read as a participle.
/// What is told to somebody may be a passive all the same ("reporters told that S").
fn is_active(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let that = |c: usize| a.children_by(c, &[Deprel::Mark]).any(|m| a.lower(m) == "that");
    let introduces = a.children_by(i, &[Deprel::Ccomp]).any(|c| c > i && that(c))
        || i + 1 < a.tokens().len() && a.word(i + 1) == ":" && a.sentence_of(i + 1) == a.sentence_of(i);
    a.child(i, &[Deprel::Nsubj]).is_some() || introduces && !speech::is(Word::Tells, a.lemma(i))
}

/// "The council called for a ban": a past tense that was read as a participle, in a sentence with no
/// other verb of its own.
fn is_main_verb(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let root = a.root_of(a.sentence_of(i));
    a.head(i) == Some(root)
        && matches!(a.upos(root), Upos::Noun | Upos::Propn | Upos::Pron)
        && subject::main_verb(scene, scene.sentence_around(i)).is_none()
}

/// "was told by X"
fn agent(scene: &Scene<'_, '_>, i: usize) -> Option<usize> {
    let a = scene.analysis;
    a.children_by(i, &[Deprel::OblAgent, Deprel::Obl])
        .find(|&o| a.children(o).any(|c| a.deprel(c) == Deprel::Case && a.lower(c) == "by"))
        .filter(|&o| scene.is_outside(o))
}

fn is_expletive(scene: &Scene<'_, '_>, s: usize, v: usize) -> bool {
    let a = scene.analysis;
    a.deprel(s) == Deprel::Expl || SpeechWords::NoSpeakers.has(a.lower(s)) && s < v && a.upos(s) != Upos::Noun
}

/// "told X", "assured X", "asked X", "said to X"
fn addressee(scene: &Scene<'_, '_>, i: usize, passive: bool) -> Option<usize> {
    let a = scene.analysis;
    let told = speech::is(Word::Tells, a.lemma(i));
    let found = if passive && told {
        a.child(i, &[Deprel::NsubjPass])
    } else if told {
        a.child(i, &[Deprel::Iobj, Deprel::Obj]).filter(|&o| o > i)
    } else {
        a.children_by(i, &[Deprel::Obl])
            .find(|&o| o > i && a.children(o).any(|c| a.deprel(c) == Deprel::Case && a.lower(c) == "to"))
    };
    found.filter(|&o| scene.is_outside(o) && scene.is_nominal(o))
}
