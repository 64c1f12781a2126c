//! Attributions set off from the clause they report: "S, X said", "S, X said, S", "according to X".

use std::ops::Range;

use crate::extract::attribution::cues::Cue;
use crate::extract::attribution::indirect::{Piece, Shape, adjuncts};
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::subject;
use crate::extract::attribution::words::SpeechWords;
use crate::extract::layout::Block;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech::Complement;

/// A bare attribution at a sentence's end has at most so many tokens behind its verb.
const LONGEST_TAIL: usize = 24;

/// "S, X said." · "S1, X said, S2": between commas, with no clause of its own.
pub fn is_parenthetical(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let a = scene.analysis;
    if !cue.frame.takes(Complement::Bare) || matches!(a.xpos(cue.at), Xpos::Vb | Xpos::Vbg) {
        return false;
    }
    let sentence = scene.sentence_around(cue.at);
    let group = front(scene, cue)..behind(scene, cue);
    let Some(before) = group.start.checked_sub(1).filter(|i| *i >= sentence.start) else { return false };
    let rest = group.end.max(cue.tokens.end)..sentence.end;
    let comma_next = rest.clone().next().is_some_and(|i| a.word(i) == ",");
    if before == sentence.start {
        // "As X said, S"
        return a.lower(before) == "as" && comma_next;
    }
    let before = if a.lower(before) == "as" && before > sentence.start { before - 1 } else { before };
    let ends_speech = scene
        .speech_at(before)
        .is_some_and(|s| scene.speeches[s].tokens.end == before + 1 && ends_with_comma(scene, s));
    if !(ends_speech || scene.is_punct(before) && matches!(a.word(before), "," | "—" | "–" | "-" | "--" | ";")) {
        return false;
    }
    if scene.layout.block(cue.paragraph) == Block::Title && rest.clone().all(|i| scene.is_punct(i)) {
        return true;
    }
    // The words before must be a clause, or go on as one behind the cue.
    // "After testing what X built, Y declared …" opens with no clause of its own.
    let opener = sentence.start + 1 < before
        && a.xpos(sentence.start + 1) == Xpos::Vbg
        && subject::main_verb(scene, sentence.start..before).is_none();
    // "While trade is growing, he said, 'this will end'": his own circumstance; "When asked, he said, 'Q'" is not
    let put = sentence.clone().take(3).any(|i| SpeechWords::Prompts.has(a.lower(i)));
    let circumstance = (put || !comma_next && !ends_speech) && is_circumstance(scene, sentence.start..before);
    if opener || circumstance || !(sentence.start..before).any(|i| scene.is_finite(i)) {
        return comma_next && rest.clone().any(|i| scene.is_outside(i) && scene.is_finite(i));
    }
    if cue.is_inverted() {
        return true;
    }
    match rest.clone().find(|&i| a.word(i) == "," || scene.is_finite(i) || a.lower(i) == "that") {
        None => rest.len() <= LONGEST_TAIL,
        Some(i) => a.word(i) == ",",
    }
}

/// "While some welcomed it, others warned of trouble", "In a letter she sent to them, X wrote: 'Q'": words
/// with no clause of their own but what begins with a conjunction, or is said of a noun.
fn is_circumstance(scene: &Scene<'_, '_>, run: Range<usize>) -> bool {
    let a = scene.analysis;
    let small = |i: &usize| SpeechWords::BeforeAMarker.has(a.lower(*i));
    let Some(first) = run.clone().find(|i| !small(i) && !scene.is_punct(*i)) else { return false };
    let opens = scene.is_outside(first)
        && (a.upos(first) == Upos::Adp || SpeechWords::ClauseMarkers.has(a.lower(first)) || a.xpos(first) == Xpos::Vbn);
    if !opens {
        return false;
    }
    let mut from = first;
    while let Some(verb) = subject::main_verb(scene, from..run.end) {
        let clause = if a.upos(verb) == Upos::Aux { a.head(verb).unwrap_or(verb) } else { verb };
        if a.upos(first) != Upos::Adp || !matches!(a.deprel(clause), Deprel::AclRelcl | Deprel::Acl) {
            return false;
        }
        from = verb + 1;
    }
    true
}

/// Where the attribution ends: behind whom, when and where it was said ("S, X told them on Friday, S").
fn behind(scene: &Scene<'_, '_>, cue: &Cue) -> usize {
    let end = scene.sentence_around(cue.at).end;
    let group = cue.group().end;
    let told = if cue.is_inverted() { group } else { adjuncts::addressee(scene, cue, group, end) };
    let behind = adjuncts::adverbials(scene, told, end);
    if behind < end && scene.analysis.word(behind) == "," { behind } else { group }
}

/// Where the attribution begins: a speaker's phrase that the tree cut short reaches back to the
/// mark before it ("S, the US | military said").
fn front(scene: &Scene<'_, '_>, cue: &Cue) -> usize {
    let start = cue.group().start;
    let begin = scene.sentence_around(cue.at).start;
    let at = phrase_start(scene, cue);
    let set_off = at > begin && (scene.is_punct(at - 1) || !scene.is_outside(at - 1));
    if set_off && !cue.is_inverted() { at } else { start }
}

/// True where an attribution is part of an adverbial clause: "While X said S, …".
pub fn is_subordinate(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let a = scene.analysis;
    let begin = scene.sentence_around(cue.at).start;
    let at = phrase_start(scene, cue);
    let marker = at.checked_sub(1).filter(|&m| m >= begin && !cue.is_inverted());
    let first = |m: usize| m == begin || scene.is_punct(m - 1) || m == begin + 1;
    marker.is_some_and(|m| first(m) && SpeechWords::SubordinatingMarkers.has(a.lower(m)))
}

/// The first word of the phrase that the speaker and the verb begin with.
fn phrase_start(scene: &Scene<'_, '_>, cue: &Cue) -> usize {
    const REACH: usize = 6;
    let a = scene.analysis;
    let start = cue.group().start;
    let begin = scene.sentence_around(cue.at).start;
    let own = |i: usize| {
        scene.is_outside(i)
            && (matches!(a.upos(i), Upos::Det | Upos::Adj | Upos::Num | Upos::Noun | Upos::Propn)
                || matches!(a.xpos(i), Xpos::Vbn | Xpos::PrpPoss | Xpos::Pos))
    };
    let mut at = start;
    while at > begin && start - at < REACH && own(at - 1) {
        at -= 1;
    }
    at
}

fn ends_with_comma(scene: &Scene<'_, '_>, speech: usize) -> bool {
    let inner = scene.speeches[speech].quotation.inner.of(scene.text());
    inner.trim_end_matches(['\'', '’', ' ']).ends_with(',')
}

/// ", X said," with a comma on both sides and no "that" behind.
pub fn is_inserted(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let a = scene.analysis;
    let group = front(scene, cue)..behind(scene, cue);
    let sentence = scene.sentence_around(cue.at);
    let comma = |i: usize| sentence.contains(&i) && a.word(i) == ",";
    group.start > sentence.start
        && comma(group.start - 1)
        && comma(group.end)
        && !(group.end + 1 < sentence.end && a.lower(group.end + 1) == "that")
}

/// The sentence without the cue and its speaker, in one or two pieces.
pub fn around(scene: &Scene<'_, '_>, cue: &Cue, shape: Shape) -> Vec<Piece> {
    let a = scene.analysis;
    let sentence = scene.sentence_around(cue.at);
    let group = front(scene, cue)..behind(scene, cue);
    let mut from = sentence.start;
    while from < cue.at && scene.layout.is_aside(a.span(from).start) {
        from += 1;
    }
    let mut before = group.start.max(from);
    while before > from
        && (scene.is_punct(before - 1) && scene.is_outside(before - 1)
            || matches!(a.lower(before - 1), "as" | "but" | "and"))
    {
        before -= 1;
    }
    while from < before
        && (matches!(a.lower(from), "but" | "and" | "so" | "yet") || scene.is_punct(from) && scene.is_outside(from))
    {
        from += 1;
    }
    let mut pieces = Vec::new();
    // Behind "said Jane Doe" comes who she is, behind direct speech how it was said.
    let whole = subject::main_verb(scene, from..before).is_some();
    let marked = from < before && (from..before).all(|i| scene.is_punct(i) || !scene.is_outside(i));
    let closed = cue.is_inverted() && whole || marked;
    // "At the time, she said, S": when and where are little without the clause.
    let opener = matches!(a.upos(from), Upos::Adp | Upos::Adv | Upos::Cconj) && scene.word_count(from..before) < 4;
    let inserted = group.end < sentence.end && a.word(group.end) == ",";
    if from < before && !(opener && inserted) && !is_prompt(scene, from..before) {
        pieces.push((from..before, shape));
    }
    // What follows the next comma goes on with the clause.
    let tail = group.end.max(cue.tokens.end)..sentence.end;
    let comma = tail.clone().find(|&i| a.word(i) == "," && !is_apposition_comma(scene, cue, i));
    if let Some(comma) = comma.filter(|_| !closed) {
        let rest = comma + 1..sentence.end;
        let goes_on = if pieces.is_empty() {
            rest.clone().any(|i| scene.is_outside(i) && (scene.is_finite(i) || a.upos(i) == Upos::Verb))
        } else {
            rest.clone().any(|i| scene.is_outside(i) && scene.is_finite(i)) && !is_new_speech(scene, &rest)
        };
        // "X replied, 'Q' and left": direct speech, and what X did then
        let spoken = scene
            .speech_at(rest.start)
            .is_some_and(|s| scene.speeches[s].quotation.inner.of(scene.text()).starts_with(char::is_uppercase));
        if goes_on && !spoken {
            let joint = |i: &usize| matches!(a.lower(*i), "and" | "but") && scene.is_outside(*i);
            let skip = rest.clone().take_while(joint).count();
            pieces.push((rest.start + skip..rest.end, shape));
        }
    }
    pieces
}

/// "When asked if he would resign", "Questioned about the leak": what was said answers it.
fn is_prompt(scene: &Scene<'_, '_>, run: Range<usize>) -> bool {
    let a = scene.analysis;
    let first = run.clone().find(|&i| !scene.is_punct(i) && !matches!(a.lower(i), "when" | "if" | "but" | "and"));
    first.is_some_and(|i| SpeechWords::Prompts.has(a.lower(i)) && a.upos(i) == Upos::Verb)
}

/// The comma before "the minister" in "according to Jane Doe, the minister, …".
fn is_apposition_comma(scene: &Scene<'_, '_>, cue: &Cue, comma: usize) -> bool {
    let a = scene.analysis;
    let Some(head) = cue.speaker else { return false };
    a.children_by(head, &[Deprel::Appos, Deprel::AclRelcl, Deprel::Acl])
        .any(|c| c > comma && a.subtree(c).start <= comma + 1)
}

/// True where a run behind an attribution is no part of what was said: a verb of speech of the
/// same speaker (", adding that …"), a relative clause, or the writer's own circumstance.
fn is_new_speech(scene: &Scene<'_, '_>, rest: &Range<usize>) -> bool {
    let a = scene.analysis;
    let begins = |i: usize| {
        matches!(a.xpos(i), Xpos::Vbg | Xpos::Wp | Xpos::Wdt | Xpos::WpPoss)
            || matches!(a.lower(i), "but" | "while" | "though" | "although")
    };
    rest.clone().find(|&i| a.upos(i) != Upos::Adv && !scene.is_punct(i)).is_some_and(begins)
        || rest.clone().next().is_some_and(|i| matches!(a.lower(i), "as" | "after" | "when"))
}
