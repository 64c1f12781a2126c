//! Cues that are no verbs: "according to", nouns of speech with their owners.

use crate::extract::attribution::cues::{Cue, CueKind, Standing};
use crate::extract::attribution::scene::Scene;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech::{Complement, Frame};

/// "according to X"
pub(crate) fn according(scene: &Scene<'_, '_>, i: usize, paragraph: usize) -> Option<Cue> {
    let a = scene.analysis;
    let end = scene.sentence_around(i).end;
    (i + 1 < end && a.lower(i + 1) == "to").then_some(())?;
    let mut head = None;
    for k in i + 2..end.min(i + 14) {
        if !scene.is_outside(k) {
            break;
        }
        match a.upos(k) {
            // A site's address is a name.
            _ if a.xpos(k) == Xpos::Add => head = Some(k),
            Upos::Noun | Upos::Propn | Upos::Pron => head = Some(k),
            Upos::Det | Upos::Adj | Upos::Num | Upos::Adv | Upos::Verb if head.is_none() => {}
            Upos::Adj | Upos::Num => {}
            _ if matches!(a.lower(k), "'s" | "." | "-" | "&") => {}
            _ => break,
        }
    }
    let head = head?;
    // The tree may know better: a head above the last noun, within the phrase.
    let head = a
        .head(head)
        .filter(|&h| h > i + 1 && h < head && scene.is_nominal(h) && !matches!(a.deprel(head), Deprel::Nmod))
        .unwrap_or(head);
    let mut tokens = scene.noun_phrase(head);
    tokens.start = tokens.start.max(i + 2).min(head);
    Some(Cue {
        at: i,
        tokens: i..i + 2,
        kind: CueKind::According,
        frame: Frame::default(),
        speaker: Some(head),
        speaker_tokens: tokens,
        addressee: None,
        standing: Standing::Said,
        paragraph,
    })
}

/// "his claim that", "Mr Doe's promise to": a noun of speech with its owner and its clause.
pub(crate) fn claim(scene: &Scene<'_, '_>, i: usize, frame: Frame, paragraph: usize) -> Option<Cue> {
    const ADJECTIVES: usize = 3;
    let a = scene.analysis;
    let sentence = scene.sentence_around(i);
    let next = i + 1;
    let that = next + 1 < sentence.end && a.lower(next) == "that" && !scene.is_finite(next + 1);
    let to = next + 1 < sentence.end && a.xpos(next) == Xpos::To && a.xpos(next + 1) == Xpos::Vb;
    if !(that && frame.takes(Complement::That) || to && frame.takes(Complement::To)) || i == sentence.start {
        return None;
    }
    let owner = (sentence.start..i)
        .rev()
        .take(ADJECTIVES)
        .take_while(|&k| scene.is_outside(k))
        .find(|&k| a.xpos(k) == Xpos::PrpPoss || matches!(a.lower(k), "'s" | "’s" | "’" | "'"))?;
    let tokens = if a.xpos(owner) == Xpos::PrpPoss {
        owner..owner + 1
    } else {
        let name = owner.checked_sub(1).filter(|&k| k >= sentence.start && scene.is_nominal(k))?;
        let phrase = scene.noun_phrase(name);
        phrase.start..owner
    };
    let speaker = tokens.end.checked_sub(1)?;
    Some(Cue {
        at: i,
        tokens: i..next,
        kind: CueKind::Noun,
        frame,
        speaker: Some(speaker),
        speaker_tokens: tokens,
        addressee: None,
        standing: Standing::Said,
        paragraph,
    })
}
