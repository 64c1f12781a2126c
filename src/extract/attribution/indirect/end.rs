//! Where a reported clause ends.

use crate::extract::attribution::cues::{Cue, CueKind};
use crate::extract::attribution::indirect::parenthetical;
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::subject;
use crate::extract::attribution::words::SpeechWords;
use crate::language::{Upos, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::{Complement, Word};

/// With its tree, but not within a quotation, nor over what the speaker or the writer says next.
pub fn end_of_clause(scene: &Scene<'_, '_>, cue: &Cue, start: usize, end: usize) -> usize {
    let sentence = scene.sentence_around(cue.at);
    // "While X said S, Y …"
    let bounded = cue.kind == CueKind::Noun || parenthetical::is_subordinate(scene, cue);
    let end = if bounded { before_comma(scene, start, end) } else { end };
    let end = if bounded { end } else { carry_on(scene, cue, end, sentence.end) };
    let end = before_comparison(scene, start, before_colon(scene, start, end));
    let end = before_likeness(scene, start, end);
    let end = gap_end(scene, start, end).unwrap_or(end);
    let end = next_speech(scene, cue, start, end).or_else(|| break_off(scene, start, end, sentence.end)).unwrap_or(end);
    match scene.speech_at(end.saturating_sub(1)) {
        Some(s) => scene.speeches[s].tokens.end.min(sentence.end).max(end),
        None => end,
    }
}

/// "said that to achieve it, he would have to": what stands before the clause's first comma has no
/// verb of its own, so the clause goes on.
pub fn past_opener(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let a = scene.analysis;
    // "He also notes that": the text ends where the clause would begin
    if start >= a.tokens().len() {
        return end;
    }
    let sentence_end = scene.sentence_around(start).end;
    let opens = matches!(a.xpos(start), Xpos::To | Xpos::In | Xpos::Wrb) || matches!(a.lower(start), "if" | "unless");
    // "whether the party backed the boycott, Holland replied": a question ends with itself
    let question = a.lower(start) == "whether";
    if !opens
        || question
        || end + 1 >= sentence_end
        || a.word(end) != ","
        || subject::main_verb(scene, start..end).is_some()
    {
        return end;
    }
    let Some(verb) = subject::main_verb(scene, end..sentence_end) else { return end };
    (verb..sentence_end)
        .find(|&i| scene.is_outside(i) && matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--"))
        .unwrap_or_else(|| last_word(scene, sentence_end))
}

/// "his claim that S, …", "While X said S, …": such clauses end at the next comma.
fn before_comma(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let stop = |i: &usize| scene.is_outside(*i) && matches!(scene.analysis.word(*i), "," | "—" | "–" | "--" | ";");
    (start + 2..end).find(stop).unwrap_or(end)
}

/// "ships that officials say were seized are old": a clause that begins with its verb ends where
/// the sentence's own verb comes.
fn gap_end(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    if start >= end || !scene.is_finite(start) || !scene.is_outside(start) {
        return None;
    }
    let stands = |i: usize| !matches!(a.upos(i - 1), Upos::Aux | Upos::Cconj | Upos::Part) && a.word(i - 1) != ",";
    subject::main_verb(scene, start + 2..end).filter(|&i| stands(i))
}

/// "40 per cent say S, compared with 30 per cent who say T": the writer compares.
fn before_comparison(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let a = scene.analysis;
    let compares =
        |i: usize| a.word(i) == "," && a.lower(i + 1) == "compared" && matches!(a.lower(i + 2), "to" | "with");
    (start..end.saturating_sub(2)).find(|&i| scene.is_outside(i) && compares(i)).unwrap_or(end)
}

/// "said they would not pay, as have others": the writer's own.
fn before_likeness(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let a = scene.analysis;
    let likens =
        |i: usize| a.word(i) == "," && a.lower(i + 1) == "as" && SpeechWords::LikenessVerbs.has(a.lower(i + 2));
    (start..end.saturating_sub(2)).find(|&i| scene.is_outside(i) && likens(i)).unwrap_or(end)
}

/// "said S, warning: 'Q'": a colon before a quotation begins something new, with its participle.
fn before_colon(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let a = scene.analysis;
    let speech = |i: usize| (i + 1..i + 3).any(|k| !scene.is_outside(k));
    let Some(colon) = (start..end).find(|&i| a.word(i) == ":" && scene.is_outside(i) && speech(i)) else { return end };
    let comma = (start..colon).rev().find(|&i| a.word(i) == ",");
    comma.filter(|&c| (c..colon).take(4).any(|i| a.xpos(i) == Xpos::Vbg)).unwrap_or(colon)
}

/// The clause's end where the tree stopped short: a conjunction or preposition right behind it, or
/// one that joins over a comma ("S, not T"), goes on with the clause up to the next comma, unless
/// another cue stands there.
fn carry_on(scene: &Scene<'_, '_>, cue: &Cue, end: usize, sentence_end: usize) -> usize {
    let a = scene.analysis;
    if end >= sentence_end || end <= cue.at {
        return end;
    }
    let lower = |i: usize| if i < sentence_end { a.lower(i) } else { "" };
    let over = a.word(end) == ","
        && (speech::is(Word::Joins, lower(end + 1))
            || lower(end + 1) == "but" && lower(end + 2) == "not"
            || matches!(lower(end + 1), "as" | "such") && matches!(lower(end + 2), "well" | "as"));
    if let Some(clause) = next_that(scene, end, sentence_end) {
        return clause;
    }
    // What the tree ends before a verb is that verb's subject.
    let next = (end..sentence_end).take(3).find(|&i| a.upos(i) != Upos::Adv).unwrap_or(end);
    let verb = (scene.is_finite(next) || a.upos(next) == Upos::Aux) && scene.is_outside(next) && a.word(end - 1) != ",";
    if !over && !verb && !speech::is(Word::GoesOn, lower(end)) {
        return end;
    }
    let from = if over { end + 1 } else { end };
    let stop = (from..sentence_end)
        .find(|&i| scene.is_outside(i) && matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--" | "." | "?" | "!"))
        .unwrap_or(sentence_end);
    // "…, as well as its allies, which …" ends no sooner than the sentence.
    let stop = if over && lower(end + 1) == "as" { last_word(scene, sentence_end) } else { stop };
    let speaks = (from..stop).take(4).any(|i| scene.is_outside(i) && speech::is(Word::Again, a.lemma(i)));
    if speaks { end } else { stop }
}

/// "said that S, and that T", "said S, but would not T": a second clause of the same cue goes to
/// the sentence's end.
fn next_that(scene: &Scene<'_, '_>, end: usize, sentence_end: usize) -> Option<usize> {
    let a = scene.analysis;
    let joint = if a.word(end) == "," { end + 1 } else { end };
    let next = joint + 1;
    let joins = next + 1 < sentence_end && matches!(a.lower(joint), "and" | "but" | "or");
    if !joins || !scene.is_outside(next) {
        return None;
    }
    let that = a.lower(next) == "that" && !scene.is_finite(next + 1);
    (that || a.xpos(next) == Xpos::Md && joint > end).then(|| last_word(scene, sentence_end))
}

/// The end of a sentence without its stop.
fn last_word(scene: &Scene<'_, '_>, end: usize) -> usize {
    if end > 0 && scene.is_punct(end - 1) { end - 1 } else { end }
}

/// "said S and added that …", "said S, adding that …": a verb of speech behind a conjunction or a
/// comma, with no subject of its own, is the speaker's next, not part of the clause.
fn next_speech(scene: &Scene<'_, '_>, cue: &Cue, start: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    let participle = a.xpos(cue.at) == Xpos::Vbg;
    (start + 2..end).find(|&i| {
        if !scene.is_outside(i) {
            return false;
        }
        let verb = (i + 1..end).take(2).find(|&v| a.upos(v) != Upos::Adv).filter(|&v| scene.is_outside(v));
        if matches!(a.lower(i), "and" | "but" | "while" | "before") {
            return verb.is_some_and(|v| {
                let form = matches!(a.xpos(v), Xpos::Vbd | Xpos::Vbz | Xpos::Vbg | Xpos::Vbn);
                form && speech::is(Word::Again, a.lemma(v))
                    // "demanding that S but holding back"
                    || participle && a.lower(i) == "but" && a.xpos(v) == Xpos::Vbg
            });
        }
        let apart = a.word(i) == "," || !scene.is_outside(i - 1) && a.xpos(i) == Xpos::Vbg;
        let v = if a.word(i) == "," { verb } else { Some(i) };
        apart
            && v.is_some_and(|v| {
                let frame = speech::verb(a.lemma(v));
                let speech = frame.is_some_and(|f| f.takes(Complement::That) && f.takes(Complement::Quote));
                a.xpos(v) == Xpos::Vbg && (speech || speech::is(Word::Again, a.lemma(v)))
            })
    })
}

/// A single dash, and the writer is back: "S - though economists doubt it", "S - a view that …".
fn break_off(scene: &Scene<'_, '_>, start: usize, end: usize, sentence_end: usize) -> Option<usize> {
    let a = scene.analysis;
    let dash = |i: &usize| {
        matches!(a.word(*i), "—" | "–" | "--" | "―" | "-")
            && scene.is_outside(*i)
            && *i > 0
            && *i + 1 < sentence_end
            && (a.word(*i) != "-" || a.span(*i - 1).end < a.span(*i).start)
    };
    let mut dashes = (start..sentence_end).filter(dash);
    match (dashes.next(), dashes.next()) {
        (Some(one), None) if one < end && one > start + 3 && is_aside(scene, one + 1) => Some(one),
        _ => None,
    }
}

/// How the writer's own words begin behind a dash.
fn is_aside(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    SpeechWords::WriterOpeners.has(a.lower(i))
        || matches!(a.xpos(i), Xpos::Vbg | Xpos::Wdt | Xpos::Wp)
        || !scene.is_outside(i)
}
