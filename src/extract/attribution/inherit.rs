//! Speakers taken over from a quotation's neighbours: the piece before it, the paragraph before
//! it, the sentence that introduces it.

use crate::extract::attribution::cues::{Cue, CueKind, Standing};
use crate::extract::attribution::direct::{Around, Attribution, Verdict, in_range, is_emphasis};
use crate::extract::attribution::scene::Scene;
use crate::extract::layout::Block;
use crate::language::{Deprel, Upos};
use crate::rules;

/// A quotation's paragraph stands at most so many lines behind the one it goes on with.
const NEAR: usize = 8;

/// The attribution of speech `k`, which has no cue of its own, from what came before it.
pub fn forwards(
    scene: &Scene<'_, '_>,
    cues: &[Cue],
    k: usize,
    around: &Around,
    so_far: &[Verdict],
) -> Option<Attribution> {
    let speech = &scene.speeches[k];
    let previous = k.checked_sub(1);
    let said = |p: usize| so_far[p].attribution();
    if let Some(p) = previous
        && speech.quotation.continues
    {
        return said(p).map(|s| s.inherited(&rules::attribution::CONTINUED_QUOTE));
    }
    if let Some(colon) = after_colon(scene, cues, k) {
        return Some(colon);
    }
    if let Some(p) = previous
        && scene.speeches[p].paragraph == speech.paragraph
        && let Some(s) = (0..=p).rev().take_while(|&q| scene.speeches[q].paragraph == speech.paragraph).find_map(said)
    {
        // A cue of another speaker after the piece before takes the word from him.
        let between = scene.speeches[p].tokens.end..speech.tokens.start;
        let other = in_range(cues, &between)
            .iter()
            .rev()
            .find(|c| c.standing == Standing::Said && c.speaker.is_some() && !s.cue.contains(&c.at));
        if around.begins_sentence(scene) || other.is_none() {
            return Some(match other {
                Some(cue) if cue.group().start > s.cue.end => {
                    Attribution::by_cue(cue, &rules::attribution::PREVIOUS_SENTENCE)
                }
                _ => s.inherited(&rules::attribution::LATER_PIECE),
            });
        }
        return other.map(|cue| Attribution::by_cue(cue, &rules::attribution::PREVIOUS_SENTENCE));
    }
    let paragraph = scene.paragraph(speech.paragraph);
    let earlier = in_range(cues, &(paragraph.start..speech.tokens.start));
    if let Some(cue) = earlier.iter().rev().find(|c| c.standing == Standing::Said && c.speaker.is_some()) {
        return Some(Attribution::by_cue(cue, &rules::attribution::PREVIOUS_SENTENCE));
    }
    if let Some(subject) = subject_of_sentence_before(scene, k) {
        return Some(Attribution::by_phrase(scene, subject, &rules::attribution::PREVIOUS_SUBJECT));
    }
    previous_paragraph(scene, cues, k, around, so_far)
}

/// A sentence or paragraph that ends with a colon introduces the quotation after it.
fn after_colon(scene: &Scene<'_, '_>, cues: &[Cue], k: usize) -> Option<Attribution> {
    let a = scene.analysis;
    let first = scene.speeches[k].tokens.start;
    let colon = (first.saturating_sub(4)..first)
        .rev()
        .find(|&i| !is_emphasis(a.word(i)))
        .filter(|&i| a.word(i) == ":" && scene.is_outside(i))?;
    let sentence = scene.sentence_around(colon).start..colon;
    let cue = in_range(cues, &sentence).iter().rev().find(|c| c.speaker.is_some());
    if let Some(cue) = cue {
        return Some(Attribution::by_cue(cue, &rules::attribution::COLON));
    }
    // Links in brackets break a sentence into several: the paragraph's own cue introduces it.
    let paragraph = scene.paragraph(scene.speeches[k].paragraph);
    if let Some(cue) = in_range(cues, &(paragraph.start..first)).iter().rev().find(|c| c.speaker.is_some()) {
        return Some(Attribution::by_cue(cue, &rules::attribution::COLON));
    }
    let head = subject_of(scene, a.sentence_of(colon))
        .or_else(|| sentence.clone().rev().find(|&i| a.upos(i) == Upos::Propn))?;
    Some(Attribution::by_phrase(scene, head, &rules::attribution::COLON))
}

/// The subject of the sentence before, in the same paragraph.
fn subject_of_sentence_before(scene: &Scene<'_, '_>, k: usize) -> Option<usize> {
    let a = scene.analysis;
    let first = scene.speeches[k].tokens.start;
    let s = a.sentence_of(first).checked_sub(1)?;
    (a.sentences()[s].paragraph == scene.speeches[k].paragraph).then(|| subject_of(scene, s)).flatten()
}

fn subject_of(scene: &Scene<'_, '_>, s: usize) -> Option<usize> {
    let a = scene.analysis;
    let root = a.root_of(s);
    let subject = a.child(root, &[Deprel::Nsubj, Deprel::NsubjPass])?;
    let personal = a.upos(subject) == Upos::Propn || matches!(a.lower(subject), "he" | "she" | "they");
    (personal && scene.is_outside(subject)).then_some(subject)
}

/// A paragraph that is nothing but a quotation goes on with the one before it: with its last direct
/// speech, or with whoever it reports.
fn previous_paragraph(
    scene: &Scene<'_, '_>,
    cues: &[Cue],
    k: usize,
    around: &Around,
    so_far: &[Verdict],
) -> Option<Attribution> {
    let speech = &scene.speeches[k];
    let whole = around.is_sentence(scene)
        && scene.word_count(scene.paragraph(speech.paragraph)) == scene.word_count(speech.tokens.clone());
    if !whole {
        return None;
    }
    let before = (0..speech.paragraph).rev().take(NEAR).find(|&q| scene.layout.block(q) == Block::Body)?;
    if let Some(p) = k.checked_sub(1).filter(|&p| scene.speeches[p].paragraph >= before) {
        return so_far[p].attribution().map(|s| s.inherited(&rules::attribution::PARAGRAPH_BEFORE));
    }
    let reported = in_range(cues, &scene.paragraph(before));
    let cue = reported.iter().rev().find(|c| c.kind == CueKind::Verb && c.speaker.is_some())?;
    (cue.standing == Standing::Said).then(|| Attribution::by_cue(cue, &rules::attribution::PARAGRAPH_BEFORE))
}

/// A first piece takes the speaker of the piece right after it in its paragraph.
pub fn backwards(scene: &Scene<'_, '_>, verdicts: &mut [Verdict]) {
    for k in (0..verdicts.len().saturating_sub(1)).rev() {
        let (this, next) = (&scene.speeches[k], &scene.speeches[k + 1]);
        if !matches!(verdicts[k], Verdict::Unattributed) {
            continue;
        }
        let near = this.paragraph == next.paragraph && scene.word_count(this.tokens.end..next.tokens.start) <= 2;
        if let (true, Some(s)) = (near || next.quotation.continues, verdicts[k + 1].attribution()) {
            verdicts[k] = Verdict::Said(s.inherited(&rules::attribution::FIRST_PIECE));
        }
    }
}
