//! Attribution by the words beside a quotation alone, where trees go wrong: a parser that reads on
//! from inside the marks often loses the subject of the verb behind them.

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::attribution::direct::{Around, Attribution};
use crate::extract::attribution::scene::{Scene, Speech};
use crate::extract::attribution::subject;
use crate::extract::attribution::subject::{is_name_like, last_noun};
use crate::extract::attribution::words::SpeechWords;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::Complement;
use crate::syntax::words::SyntaxWords;

/// A subject and its apposition have at most so many tokens.
const LONGEST_SUBJECT: usize = 45;

/// "Q," said Jane Doe, the minister · "Q," Jane Doe, the minister, told reporters
pub fn after(scene: &Scene<'_, '_>, after: &Range<usize>, around: &Around) -> Option<Attribution> {
    let first = after.clone().find(|&i| !scene.is_punct(i))?;
    if (after.start..first).any(|i| matches!(scene.analysis.word(i), "-" | "--" | "—" | "–" | "―" | "(")) {
        return None;
    }
    if is_speech_verb(scene, first) {
        let head = inverted_subject(scene, first + 1..after.end)?;
        return Some(by_words(first + 1..head + 1, head, first, &rules::attribution::QUOTE_SAID_WORDS));
    }
    if let Some(by) = any_verb(scene, first..after.end, around) {
        return Some(by);
    }
    let run = first..after.end.min(first + LONGEST_SUBJECT);
    // A noun phrase never reaches over a verb that can be nothing else.
    let plain = run.clone().find(|&i| i > first && SpeechWords::PlainSpeech.has(scene.analysis.lower(i)));
    let head = leading_subject(scene, first..plain.unwrap_or(run.end))?;
    let verb = run.clone().find(|&i| i > head && is_speech_verb(scene, i) && !is_relative(scene, i)).or_else(|| {
        // Any verb right after the subject will do: "Q," he grinned.
        let next = (head + 1..run.end).find(|&i| !matches!(scene.analysis.upos(i), Upos::Adv))?;
        (around.comma && matches!(scene.analysis.xpos(next), Xpos::Vbd | Xpos::Vbz)).then_some(next)
    })?;
    // Between subject and verb stand appositions only, no other clause's verb.
    let open = (head + 1..verb).find(|&i| scene.is_finite(i) && !is_relative(scene, i) && !is_auxiliary(scene, i));
    (open.is_none() || scene.analysis.word(head + 1) == ",")
        .then(|| by_words(first..head + 1, head, verb, &rules::attribution::QUOTE_WORDS_SAID))
}

/// "Q," smiled Jane Doe · "Q," chimed in her neighbour: behind a comma and its mark any verb will do.
fn any_verb(scene: &Scene<'_, '_>, run: Range<usize>, around: &Around) -> Option<Attribution> {
    let a = scene.analysis;
    let verb = run.start;
    let finite = a.upos(verb) == Upos::Verb && matches!(a.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn);
    let goes_on = around.comma || around.cries && around.goes_on;
    if !finite || !goes_on || !scene.is_outside(verb) || !a.word(verb).starts_with(char::is_lowercase) {
        return None;
    }
    let particle = verb + 1 < run.end && (a.lower(verb + 1) == "in" || SyntaxWords::Particles.has(a.lower(verb + 1)));
    let next = if particle { verb + 2 } else { verb + 1 };
    let head = inverted_subject(scene, next..run.end)?;
    let speaks = SpeechWords::SubjectPronouns.has(a.lower(head)) || subject::names_speaker(scene, head);
    speaks.then(|| Attribution {
        cue: verb..next,
        ..by_words(next..head + 1, head, verb, &rules::attribution::QUOTE_SAID_WORDS)
    })
}

fn by_words(tokens: Range<usize>, head: usize, verb: usize, rule: RuleRef) -> Attribution {
    Attribution { speaker: Some(head), speaker_tokens: tokens, cue: verb..verb + 1, addressee: None, rule }
}

/// He welcomed "Q" · The ad targets a "Q" · As Jane Doe puts it, "Q": the subject of the nearest
/// verb before a quotation, where it can speak.
pub fn before(scene: &Scene<'_, '_>, around: &Around) -> Option<Attribution> {
    let a = scene.analysis;
    let verb = around.before.clone().rev().take(12).find(|&i| a.upos(i) == Upos::Verb && scene.is_outside(i))?;
    let head = subject::of(scene, verb)?.0;
    let speaks = is_name_like(scene, head)
        || matches!(a.lower(head), "he" | "she" | "they")
        || speech::is_document(a.lemma(head))
        || a.lower(head) == "ad";
    let apart = (verb + 1..around.before.end).any(|i| matches!(a.word(i), "." | ";" | "!" | "?"));
    let tokens = scene.noun_phrase(head);
    let head_first = head < verb && !apart && tokens.end <= verb;
    (speaks && head_first).then(|| by_words(tokens, head, verb, &rules::attribution::VERB_BEFORE))
}

/// "Q" — Jane Doe, Leeds
pub fn signature(scene: &Scene<'_, '_>, around: &Around) -> Option<Attribution> {
    let a = scene.analysis;
    let dash = around.after.clone().find(|&i| !matches!(a.word(i), "." | "," | "”" | "\"" | "'"))?;
    if !matches!(a.word(dash), "-" | "--" | "—" | "–" | "―") {
        return None;
    }
    let words = dash + 1..around.after.end;
    let verbless = !words.clone().any(|i| matches!(a.upos(i), Upos::Verb | Upos::Aux) && scene.is_finite(i));
    let named = scene.word_count(words.clone()) <= 10 && is_name_like(scene, words.start.min(a.tokens().len() - 1));
    let head = last_noun(scene, words.clone()).filter(|_| verbless && named && !words.is_empty())?;
    Some(Attribution {
        speaker: Some(head),
        speaker_tokens: words.start..head + 1,
        cue: 0..0,
        addressee: None,
        rule: &rules::attribution::SIGNATURE,
    })
}

/// A list's item that begins with a name and its verb: "- **Jane Doe** [described](…) the call: “Q”".
pub fn list_item(scene: &Scene<'_, '_>, speech: &Speech) -> Option<Attribution> {
    const FAR: usize = 80;
    let a = scene.analysis;
    let first = speech.tokens.start;
    let colon = (first.saturating_sub(3)..first).rev().find(|&i| a.word(i) == ":")?;
    let bullet = (colon.saturating_sub(FAR)..colon).rev().find(|&i| {
        let line = || scene.text()[..a.span(i).start as usize].trim_end_matches([' ', '\t']);
        matches!(a.word(i), "-" | "*" | "•" | "–") && (line().is_empty() || line().ends_with('\n'))
    })?;
    // Blank lines end an item.
    if a.span_of(bullet..colon).of(scene.text()).contains("\n\n") {
        return None;
    }
    let name = (bullet + 1..colon).find(|&i| !scene.is_punct(i)).filter(|&i| scene.is_outside(i))?;
    let last = (name..colon).take_while(|&i| a.upos(i) == Upos::Propn && !scene.is_punct(i)).last()?;
    let verb = (last + 1..colon).find(|&i| !scene.is_punct(i))?;
    let linked = (last + 1..verb).any(|i| a.word(i) == "[");
    (linked || matches!(a.upos(verb), Upos::Verb | Upos::Aux)).then(|| Attribution {
        speaker_tokens: name..last + 1,
        ..Attribution::by_phrase(scene, last, &rules::attribution::LIST_ITEM)
    })
}

/// A headline's quotation with no cue: its label ("Minister: plan 'unacceptable'"), its signature
/// ("Plan 'unacceptable' - minister"), or the name right before it ("Doe 'will not go'").
pub fn headline(scene: &Scene<'_, '_>, speech: &Speech) -> Option<Attribution> {
    let a = scene.analysis;
    let paragraph = scene.paragraph(speech.paragraph);
    let (first, end) = (speech.tokens.start, speech.tokens.end);
    let outside = |i: usize| scene.is_outside(i);
    let colon = (paragraph.start..first).find(|&i| a.word(i) == ":" && outside(i));
    if let Some(head) = colon.and_then(|c| last_noun(scene, paragraph.start..c)) {
        return Some(Attribution::by_phrase(scene, head, &rules::attribution::HEADLINE_LABEL));
    }
    let dash = (end..paragraph.end).rev().find(|&i| matches!(a.word(i), ":" | "-" | "–" | "—") && outside(i));
    let spaced = |i: usize| i + 1 < paragraph.end && a.span(i).end < a.span(i + 1).start;
    if let Some(head) =
        dash.filter(|&i| spaced(i) && paragraph.end - i <= 7).and_then(|d| last_noun(scene, d + 1..paragraph.end))
    {
        return Some(Attribution::by_phrase(scene, head, &rules::attribution::HEADLINE_SIGNATURE));
    }
    let before = first.checked_sub(1).filter(|i| *i >= paragraph.start)?;
    (a.upos(before) == Upos::Propn && begins_with_verb(scene, speech))
        .then(|| Attribution::by_phrase(scene, before, &rules::attribution::HEADLINE_NAME))
}

fn begins_with_verb(scene: &Scene<'_, '_>, speech: &Speech) -> bool {
    let first = speech.tokens.clone().find(|&i| !scene.is_punct(i));
    first.is_some_and(|i| matches!(scene.analysis.upos(i), Upos::Verb | Upos::Aux))
}

/// Finite verbs that introduce speech, whatever the tagger took them for.
fn is_speech_verb(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let known = SpeechWords::SureSpeech.has(a.lower(i))
        || a.upos(i) == Upos::Verb && speech::verb(a.lemma(i)).is_some_and(|f| f.takes(Complement::Quote));
    known && (!matches!(a.xpos(i), Xpos::Vbg | Xpos::Vb) || a.lower(i) == "read") && scene.is_outside(i)
}

fn is_auxiliary(scene: &Scene<'_, '_>, i: usize) -> bool {
    scene.analysis.upos(i) == Upos::Aux
}

/// A verb of a relative clause ("who said", "which has").
fn is_relative(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    let pronoun = |k: usize| matches!(a.lower(k), "who" | "which" | "that" | "whom");
    a.deprel(i) == Deprel::AclRelcl && (i.saturating_sub(6)..i).any(pronoun) || i > 0 && pronoun(i - 1)
}

/// The noun phrase a run begins with.
fn leading_subject(scene: &Scene<'_, '_>, run: Range<usize>) -> Option<usize> {
    let a = scene.analysis;
    let first = run.start;
    if SpeechWords::SubjectPronouns.has(a.lower(first)) {
        return Some(first);
    }
    let nominal = matches!(a.upos(first), Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj)
        || is_name_like(scene, first)
        || a.xpos(first) == Xpos::PrpPoss;
    nominal.then(|| last_noun(scene, after_possessive(scene, run))).flatten()
}

/// Skips "his" and "her", which last_noun would stop at.
fn after_possessive(scene: &Scene<'_, '_>, run: Range<usize>) -> Range<usize> {
    if scene.analysis.xpos(run.start) == Xpos::PrpPoss { run.start + 1..run.end } else { run }
}

fn inverted_subject(scene: &Scene<'_, '_>, run: Range<usize>) -> Option<usize> {
    if run.is_empty() {
        return None;
    }
    leading_subject(scene, run)
}
