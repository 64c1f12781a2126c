//! What may stand between a cue and the clause it reports: whom it was said to, when and where.

use crate::extract::attribution::cues::Cue;
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::subject;
use crate::extract::attribution::words::SpeechWords;
use crate::language::gazetteer::Gazetteer;
use crate::language::{Upos, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::Word;

/// "in an interview" has at most so many tokens.
const LONGEST: usize = 9;

/// The first token behind a cue and, where it is inverted, its speaker.
pub fn behind(cue: &Cue) -> usize {
    cue.tokens.end.max(if cue.is_inverted() { cue.speaker_tokens.end } else { 0 })
}

/// The first token behind the adverbials that begin at `from`: "on Monday", "in an interview with
/// reporters", "last week", "again". `from` itself where there are none.
pub fn adverbials(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    let mut at = from;
    while let Some(next) = adverbial(scene, at, end) {
        // "said Monday's vote", "said today was"
        if next >= end || scene.is_finite(next) || matches!(scene.analysis.lower(next), "'s" | "’s") {
            break;
        }
        at = next;
    }
    at
}

fn adverbial(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    if at >= end || !scene.is_outside(at) {
        return None;
    }
    let lower = |i: usize| if i < end { a.lower(i) } else { "" };
    let dated = |i: usize| subject::is_day_name(lower(i)) || speech::is(Word::Time, lower(i));
    if subject::is_day_name(lower(at)) {
        return Some(if speech::is(Word::Time, lower(at + 1)) { at + 2 } else { at + 1 });
    }
    if speech::is(Word::When, lower(at)) {
        return Some(at + 1);
    }
    match lower(at) {
        w if SpeechWords::BeforeTime.has(w) && dated(at + 1) => Some(at + 2),
        "on" if dated(at + 1) => Some(if speech::is(Word::Time, lower(at + 2)) { at + 3 } else { at + 2 }),
        // "on May 8"
        "on" | "in" if at + 2 < end && a.upos(at + 1) == Upos::Propn && a.upos(at + 2) == Upos::Num => Some(at + 3),
        // "said after the vote he would": a clause with a pronoun for its subject begins behind.
        "after" | "before" | "following" => {
            let noun = (at + 1..end.min(at + LONGEST)).take_while(|&i| is_phrase(scene, i)).last()?;
            let subject = noun + 2 < end && a.xpos(noun + 1) == Xpos::Prp && scene.is_finite(noun + 2);
            subject.then_some(noun + 1)
        }
        w if SpeechWords::PlacePrepositions.has(w) => place(scene, at, end),
        _ => None,
    }
}

/// A word of a noun phrase, outside marks.
fn is_phrase(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    scene.is_outside(i)
        && (matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det | Upos::Num)
            || matches!(a.xpos(i), Xpos::PrpPoss | Xpos::Pos))
}

/// The comma that closes what stands between a cue and its "that": "cautioned, as others did, that".
pub fn past_insertion(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    const LONGEST_INSERTION: usize = 16;
    let a = scene.analysis;
    if from >= end || a.word(from) != "," {
        return from;
    }
    (from + 1..end.min(from + LONGEST_INSERTION))
        .take_while(|&i| scene.is_outside(i))
        .find(|&i| a.word(i) == "," && i + 1 < end && a.lower(i + 1) == "that")
        .map_or(from, |comma| comma + 1)
}

/// "in a statement", "at a news conference in Berlin": a preposition and a phrase about where and
/// in what things are said, with one more phrase behind it.
fn place(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    let phrase = |from: usize| {
        let mut i = from;
        let mut noun = None;
        while i < end.min(from + LONGEST) && scene.is_outside(i) {
            match a.upos(i) {
                Upos::Noun | Upos::Propn => noun = Some(i),
                _ if noun.is_none() && a.xpos(i) == Xpos::PrpPoss => {}
                Upos::Det | Upos::Adj | Upos::Num if noun.is_none() => {}
                _ if matches!(a.lower(i), "'s" | "’s" | "-") => {}
                _ => break,
            }
            i += 1;
        }
        noun
    };
    let noun = phrase(at + 1)?;
    let listed = (at + 1..=noun).rev().find(|&i| speech::is(Word::Where, a.lemma(i)))?;
    let behind = listed + 1;
    let more = behind < end && SpeechWords::SecondPrepositions.has(a.lower(behind));
    let tail = if more { phrase(behind + 1) } else { None };
    // A name right behind belongs to the clause: "in an interview Trump was …".
    Some(tail.map_or(behind, |t| t + 1))
}

/// The first token behind whom something was told: "told Jane Doe his nation …".
pub fn addressee(scene: &Scene<'_, '_>, cue: &Cue, from: usize, end: usize) -> usize {
    let a = scene.analysis;
    if !speech::is(Word::Tells, a.lemma(cue.at)) {
        return from;
    }
    if let Some(to) = cue.addressee.filter(|&to| to >= from) {
        let phrase = scene.noun_phrase(to);
        if phrase.start <= from && phrase.end < end && !scene.is_finite(phrase.end) {
            return phrase.end;
        }
    }
    let word = |i: usize| (i < end).then(|| (a.word(i), a.lower(i)));
    let known = |from: usize| Gazetteer::get().longest(|k| word(from + k)).map(|hit| hit.len);
    let hearer = |i: usize| SpeechWords::Hearers.has(a.lower(i));
    let mut at = from;
    while at < end
        && (a.upos(at) == Upos::Propn || at == from && (matches!(a.upos(at), Upos::Noun | Upos::Pron) || hearer(at)))
    {
        at += 1;
        // "told CNN Iran had lied": two names that are known as such
        let two = at < end
            && a.upos(at) == Upos::Propn
            && known(from).is_some_and(|len| at - from == len)
            && known(at).is_some_and(|len| at + len < end && scene.is_finite(at + len));
        if hearer(at - 1) || two {
            break;
        }
    }
    if at == from || at + 2 >= end || scene.is_finite(at) { from } else { at }
}
