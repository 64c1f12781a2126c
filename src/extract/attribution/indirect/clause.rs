//! The clause behind a cue: as the tree hangs it there, or by the words where the tree lost it.

use crate::extract::attribution::cues::{Cue, CueKind};
use crate::extract::attribution::indirect::end::{end_of_clause, past_opener};
use crate::extract::attribution::indirect::{Piece, Shape, adjuncts};
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::subject;
use crate::extract::attribution::words::SpeechWords;
use crate::extract::layout::Block;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech::Complement;

/// "that" stands at most so many tokens behind its cue.
const NEAR: usize = 14;
/// A clause's verb stands at most so many tokens behind its first word.
const VERB_WITHIN: usize = 30;
/// A clause of more words that begins between marks is direct speech.
const LONGEST_MARKED_START: usize = 3;

/// A clause the tree hangs on the cue.
pub fn by_tree(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let takes = |c| cue.frame.takes(c);
    if cue.kind == CueKind::Noun || !(takes(Complement::That) || takes(Complement::Bare) || takes(Complement::Whether))
    {
        return None;
    }
    let asked = |c: usize| {
        takes(Complement::Whether) && a.children_by(c, &[Deprel::Mark]).any(|m| matches!(a.lower(m), "if" | "whether"))
    };
    let c = a
        .children_by(cue.at, &[Deprel::Ccomp, Deprel::Advcl])
        .find(|&c| c > cue.at && (a.deprel(c) == Deprel::Ccomp || asked(c)))?;
    // A clause the tree broke in two hangs there in two.
    let mut under = a.subtree(c);
    for next in a.children_by(cue.at, &[Deprel::Ccomp]).filter(|&n| n > c) {
        if a.subtree(next).start == under.end {
            under.end = a.subtree(next).end;
        }
    }
    let end = scene.sentence_around(cue.at).end;
    let start = Some(under.start.max(cue.tokens.end)).filter(|&start| start < end)?;
    // what is the cue's own may go up to the sentence's end
    let start = Some(beginning(scene, cue, start)).filter(|&start| start < end)?;
    let behind = adjuncts::behind(cue);
    if adjuncts::past_insertion(scene, behind, scene.sentence_around(cue.at).end) > start {
        return None;
    }
    // Behind a dash begins something else.
    let torn = |i: usize| scene.is_outside(i) && matches!(a.word(i), "—" | "–" | "--" | ";");
    if (adjuncts::behind(cue)..start).any(torn) {
        return None;
    }
    let start = after_that(scene, start);
    // "'Q,' he said when asked": the circumstance of direct speech is not said.
    if !takes(Complement::Whether) || a.lemma(cue.at) == "say" {
        let quoted = scene.sentence_around(cue.at).start < cue.at
            && (scene.sentence_around(cue.at).start..cue.at).any(|i| !scene.is_outside(i));
        if quoted && SpeechWords::Circumstances.has(a.lower(start)) {
            return None;
        }
    }
    // What was introduced whole between marks is direct speech, whatever the sentence goes on with.
    if scene.speech_at(start).is_some_and(|s| {
        (scene.speeches[s].tokens.start..start).all(|i| scene.is_punct(i))
            && scene.word_count(scene.speeches[s].tokens.clone()) > LONGEST_MARKED_START
    }) {
        return None;
    }
    Some((start..ending(scene, cue, start, under.end), Shape::Clause))
}

/// Where a clause that begins at `start` and hangs together up to `end` ends.
fn ending(scene: &Scene<'_, '_>, cue: &Cue, start: usize, end: usize) -> usize {
    end_of_clause(scene, cue, start, past_opener(scene, start, end))
}

/// The clause's true beginning: behind "that", behind the cue's own adverbials, and with the
/// subject between them that the tree lost.
fn beginning(scene: &Scene<'_, '_>, cue: &Cue, start: usize) -> usize {
    let a = scene.analysis;
    let sentence = scene.sentence_around(cue.at);
    let from = adjuncts::behind(cue);
    if let Some(that) = (from..start).find(|&i| a.lower(i) == "that" && a.upos(i) == Upos::Sconj) {
        return that;
    }
    // "told reporters the landlord had threatened them", the reporters read into the clause
    let told = adjuncts::addressee(scene, cue, from, if start <= from { sentence.end } else { start });
    let behind = adjuncts::adverbials(scene, told, sentence.end);
    // "said afterward that S", "said on Monday S": the adverbial is the cue's.
    if behind >= start {
        return behind;
    }
    // "said the rule, made in May, would cost": the tree lost the subject.
    let verb_first = scene.is_finite(start) && scene.is_outside(start) && a.word(start - 1) == ",";
    let subject = matches!(a.upos(behind), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Num | Upos::Adj)
        || a.lemma(cue.at) == "say" && a.xpos(behind) == Xpos::Vbg;
    let apart = !verb_first && (behind..start).any(|i| scene.is_punct(i) && a.word(i) != "-" && scene.is_outside(i));
    let spoken_to = cue.addressee.is_some_and(|to| (behind..start).contains(&to));
    let own = cue.frame.takes(Complement::Bare) && scene.is_outside(behind);
    if own && subject && !apart && !spoken_to { behind } else { start }
}

/// The clause's beginning without "that".
fn after_that(scene: &Scene<'_, '_>, mut start: usize) -> usize {
    let a = scene.analysis;
    let end = scene.sentence_around(start).end;
    while start + 1 < end && (is_that(scene, start) || matches!(a.word(start), "," | ":")) {
        start += 1;
    }
    start
}

/// "that" where it introduces a clause and is not its subject.
fn is_that(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let verb_next = i + 1 < a.tokens().len() && (scene.is_finite(i + 1) || a.upos(i + 1) == Upos::Aux);
    a.lower(i) == "that"
        && !verb_next
        && (a.upos(i) == Upos::Sconj || matches!(a.deprel(i), Deprel::Mark | Deprel::Dep))
}

/// A clause where the tree shows none: "that" near the cue, or a subject right after it.
pub fn by_words(scene: &Scene<'_, '_>, cue: &Cue) -> Option<Piece> {
    let a = scene.analysis;
    let end = scene.sentence_around(cue.at).end;
    let from = adjuncts::past_insertion(scene, adjuncts::behind(cue).min(end), end);
    if cue.frame.takes(Complement::That)
        && let Some(that) = (from..end.min(from + NEAR))
            .take_while(|&i| scene.is_outside(i) && !scene.is_finite(i) && a.xpos(i) != Xpos::Vb)
            .find(|&i| is_that(scene, i) || a.lower(i) == "that" && introduces(scene, i, end))
    {
        return Some((that + 1..ending(scene, cue, that + 1, end), Shape::That));
    }
    if let Some(question) = question(scene, cue, from, end) {
        return Some(question);
    }
    if cue.kind == CueKind::Noun || !cue.frame.takes(Complement::Bare) {
        return None;
    }
    let first = adjuncts::adverbials(scene, adjuncts::addressee(scene, cue, from, end), end);
    if is_gap(scene, cue, first, end) {
        return Some((first..ending(scene, cue, first, end), Shape::Words));
    }
    let says = a.lemma(cue.at) == "say";
    let marked = scene.speech_at(first).is_some_and(|s| {
        let speech = &scene.speeches[s].tokens;
        speech.start == first && scene.word_count(speech.clone()) <= LONGEST_MARKED_START
    });
    // "'Q,' he said when asked"
    let begins = first < end
        && (marked && says
            || scene.is_nominal(first)
            || matches!(a.upos(first), Upos::Det | Upos::Adj | Upos::Num | Upos::Propn)
            || says && a.xpos(first) == Xpos::Vbg);
    let reach = first + 1..end.min(first + VERB_WITHIN);
    let stop = reach
        .clone()
        .find(|&i| {
            scene.is_outside(i)
                && (matches!(a.word(i), ";" | ":") || matches!(a.word(i), "," | "—" | "–" | "--") && !says)
        })
        .unwrap_or(reach.end);
    let verb = subject::main_verb(scene, reach.start.min(stop)..stop).or_else(|| inner_verb(scene, first, stop));
    // A headline leaves its verb's ending out: "X claims Y selling Z".
    let loose = says || scene.layout.block(cue.paragraph) == Block::Title;
    let verb = verb.or_else(|| {
        let verbal = (first + 1..stop).find(|&i| matches!(a.upos(i), Upos::Verb | Upos::Aux));
        // What was said with no verb in sight has a verb the tagger missed.
        let verbal = verbal.or_else(|| says.then_some(first + 1));
        verbal.filter(|_| loose && !cue.is_inverted() && scene.word_count(first..end) > 4)
    })?;
    // "promised a veto and tried": the verb goes on with the cue.
    let joined = a.lower(verb - 1) == "and" || (first..verb).any(|i| a.lower(i) == "but" && scene.is_outside(i));
    (begins && !joined).then(|| (first..ending(scene, cue, first, end), Shape::Words))
}

/// "asked them whether S", "explained why S": a question word near the cue, with a verb behind it.
fn question(scene: &Scene<'_, '_>, cue: &Cue, from: usize, end: usize) -> Option<Piece> {
    let a = scene.analysis;
    if cue.kind != CueKind::Verb || !cue.frame.takes(Complement::Whether) {
        return None;
    }
    let word = (from..end.min(from + NEAR))
        .take_while(|&i| scene.is_outside(i) && !scene.is_finite(i) && !scene.is_punct(i))
        .find(|&i| SpeechWords::QuestionWords.has(a.lower(i)))?;
    let asked = (word + 1..end.min(word + VERB_WITHIN)).any(|i| scene.is_finite(i) && scene.is_outside(i));
    asked.then(|| (word..end_of_clause(scene, cue, word, end), Shape::Question))
}

/// "laws that critics say punish the poor", "a step officials said was legal": the clause begins with
/// its verb, whose subject stands before the speaker.
fn is_gap(scene: &Scene<'_, '_>, cue: &Cue, first: usize, end: usize) -> bool {
    let a = scene.analysis;
    let verb = first + 1 < end && scene.is_outside(first) && scene.is_finite(first);
    let before = cue.speaker_tokens.start.checked_sub(1).filter(|&b| b >= scene.sentence_around(cue.at).start);
    let relative = before.is_some_and(|b| {
        scene.is_outside(b)
            && (matches!(a.upos(b), Upos::Noun | Upos::Propn) || SpeechWords::GapPronouns.has(a.lower(b)))
    });
    verb && relative && !cue.is_inverted()
}

/// "that" before a determiner or a name, which the tagger may take for a determiner itself.
fn introduces(scene: &Scene<'_, '_>, that: usize, end: usize) -> bool {
    let a = scene.analysis;
    // "that few people": no "that few"
    let several = |i: usize| i < end && a.xpos(i) == Xpos::Nns;
    that + 1 < end
        && (matches!(a.upos(that + 1), Upos::Det | Upos::Pron | Upos::Propn | Upos::Num)
            || several(that + 1)
            || a.upos(that + 1) == Upos::Adj && several(that + 2))
}

/// The verb of a clause that goes on between marks: "said the deal 'has failed'".
fn inner_verb(scene: &Scene<'_, '_>, first: usize, stop: usize) -> Option<usize> {
    if !scene.is_outside(first) {
        return None;
    }
    (first + 1..stop).find(|&i| !scene.is_outside(i) && scene.is_finite(i))
}
