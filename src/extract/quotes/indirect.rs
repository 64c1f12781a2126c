//! Reported clauses: "X said (that) S", "S, X said", "according to X, S", "X urged Y to S".

use std::ops::Range;

use super::cues::{Cue, CueKind, Standing};
use super::lexicon::Complement;
use super::scene::Scene;
use super::subject;
use crate::extract::layout::Block;
use crate::language::{Deprel, Upos, Xpos};

/// A reported clause.
#[derive(Clone, Debug)]
pub struct Reported {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Number of the cue that reports it.
    pub cue: usize,
    /// The rule that found it.
    pub rule: &'static str,
}

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
        for (tokens, rule) in of(scene, cue) {
            let thing = matches!(rule, "speech-object" | "speech-topic" | "clause-speaker-said");
            let least = if thing { SHORTEST_THING } else { SHORTEST_CLAUSE };
            if scene.word_count(tokens.clone()) >= least && !is_direct(scene, &tokens, rule) {
                found.push(Reported { tokens, cue: number, rule });
            }
        }
    }
    found
}

fn of(scene: &Scene<'_, '_>, cue: &Cue) -> Vec<(Range<usize>, &'static str)> {
    if cue.kind == CueKind::According {
        return around(scene, cue, "according-to");
    }
    // A comma on either side tells more than the tree, which likes to hang the rest on the cue.
    if is_inserted(scene, cue) && is_parenthetical(scene, cue) {
        return around(scene, cue, "clause-speaker-said");
    }
    if let Some(clause) = complement(scene, cue) {
        return vec![clause];
    }
    if is_parenthetical(scene, cue) { around(scene, cue, "clause-speaker-said") } else { Vec::new() }
}

/// True where nearly all words of a run stand between one pair of marks: direct speech.
fn is_direct(scene: &Scene<'_, '_>, tokens: &Range<usize>, rule: &str) -> bool {
    let words = scene.word_count(tokens.clone());
    let inside = tokens.clone().filter(|&i| !scene.is_punct(i) && !scene.is_outside(i)).count();
    // "According to X, Y said: 'Q'" repeats Y's direct speech.
    if rule == "according-to" { inside * 2 >= words } else { inside + 1 >= words }
}

/// "S, X said." · "S1, X said, S2": between commas, with no clause of its own.
fn is_parenthetical(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let a = scene.analysis;
    if !cue.frame.takes(Complement::Bare) || matches!(a.xpos(cue.at), Xpos::Vb | Xpos::Vbg) {
        return false;
    }
    let sentence = scene.sentence_around(cue.at);
    let group = cue.group();
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
    if !(sentence.start..before).any(|i| scene.is_finite(i)) {
        return comma_next && rest.clone().any(|i| scene.is_outside(i) && scene.is_finite(i));
    }
    match rest.clone().find(|&i| a.word(i) == "," || scene.is_finite(i) || a.lower(i) == "that") {
        None => rest.len() <= 24,
        Some(i) => a.word(i) == ",",
    }
}

fn ends_with_comma(scene: &Scene<'_, '_>, speech: usize) -> bool {
    let inner = scene.speeches[speech].quotation.inner.of(scene.text());
    inner.trim_end_matches(['\'', '’', ' ']).ends_with(',')
}

/// ", X said," with a comma on both sides and no "that" behind.
fn is_inserted(scene: &Scene<'_, '_>, cue: &Cue) -> bool {
    let a = scene.analysis;
    let group = cue.group();
    let sentence = scene.sentence_around(cue.at);
    let comma = |i: usize| sentence.contains(&i) && a.word(i) == ",";
    group.start > sentence.start
        && comma(group.start - 1)
        && comma(group.end)
        && !(group.end + 1 < sentence.end && a.lower(group.end + 1) == "that")
}

/// The sentence without the cue and its speaker, in one or two pieces.
fn around(scene: &Scene<'_, '_>, cue: &Cue, rule: &'static str) -> Vec<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    let sentence = scene.sentence_around(cue.at);
    let group = cue.group();
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
    if from < before {
        pieces.push((from..before, rule));
    }
    // What follows the next comma goes on with the clause.
    let tail = group.end.max(cue.tokens.end)..sentence.end;
    let comma = tail.clone().find(|&i| a.word(i) == "," && !is_apposition_comma(scene, cue, i));
    if let Some(comma) = comma {
        let rest = comma + 1..sentence.end;
        let clause = rest.clone().any(|i| scene.is_outside(i) && (scene.is_finite(i) || a.upos(i) == Upos::Verb));
        if clause && (pieces.is_empty() || !is_new_speech(scene, &rest)) {
            pieces.push((rest, rule));
        }
    }
    pieces
}

/// The comma before "the minister" in "according to Jane Doe, the minister, …".
fn is_apposition_comma(scene: &Scene<'_, '_>, cue: &Cue, comma: usize) -> bool {
    let a = scene.analysis;
    let Some(head) = cue.speaker else { return false };
    a.children_by(head, &[Deprel::Appos, Deprel::AclRelcl, Deprel::Acl])
        .any(|c| c > comma && a.subtree(c).start <= comma + 1)
}

/// True where a run begins with a verb of speech of the same speaker (", adding that …").
fn is_new_speech(scene: &Scene<'_, '_>, rest: &Range<usize>) -> bool {
    let a = scene.analysis;
    rest.clone().take(4).any(|i| {
        matches!(a.xpos(i), Xpos::Vbg | Xpos::Wp | Xpos::Wdt)
            || matches!(a.lower(i), "but" | "while" | "though" | "although")
    })
}

/// What stands after the cue: a clause, an infinitive, a thing.
fn complement(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    clause(scene, cue)
        .or_else(|| infinitive(scene, cue))
        .or_else(|| clause_by_words(scene, cue))
        .or_else(|| thing(scene, cue))
        .or_else(|| topic(scene, cue))
}

/// A clause the tree hangs on the cue.
fn clause(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    let takes = |c| cue.frame.takes(c);
    if !(takes(Complement::That) || takes(Complement::Bare) || takes(Complement::Whether)) {
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
    let start = reach_back(scene, cue, under.start.max(cue.tokens.end));
    let start = after_that(scene, start);
    // What was introduced whole between marks is direct speech, whatever the sentence goes on with.
    if scene.speech_at(start).is_some_and(|s| {
        scene.speeches[s].tokens.start == start && scene.word_count(scene.speeches[s].tokens.clone()) > 3
    }) {
        return None;
    }
    Some((start..end_of_clause(scene, cue, start, under.end), "speaker-said-clause"))
}

/// The clause's true beginning: words between cue and clause that are no adverbial and no
/// addressee are its subject, which the tree lost.
fn reach_back(scene: &Scene<'_, '_>, cue: &Cue, start: usize) -> usize {
    let a = scene.analysis;
    let from = cue.tokens.end.max(if cue.is_inverted() { cue.speaker_tokens.end } else { 0 });
    if let Some(that) = (from..start).find(|&i| a.lower(i) == "that" && a.upos(i) == Upos::Sconj) {
        return that;
    }
    let own = cue.frame.takes(Complement::Bare) && cue.addressee.is_none();
    let adverbial = (from..start).any(|i| {
        scene.is_punct(i)
            || matches!(a.upos(i), Upos::Adp | Upos::Adv | Upos::Part)
            || matches!(a.deprel(i), Deprel::OblTmod | Deprel::Iobj | Deprel::CompoundPrt)
            || is_day(a.lower(i))
    });
    if own && from < start && !adverbial { from } else { start }
}

fn is_day(lower: &str) -> bool {
    subject::is_day_name(lower) || matches!(lower, "tomorrow" | "last" | "this" | "earlier" | "later")
}

/// The clause's beginning without "that".
fn after_that(scene: &Scene<'_, '_>, mut start: usize) -> usize {
    let a = scene.analysis;
    let end = scene.sentence_around(start).end;
    while start + 1 < end
        && (a.lower(start) == "that" && matches!(a.deprel(start), Deprel::Mark | Deprel::Dep)
            || matches!(a.word(start), "," | ":"))
    {
        start += 1;
    }
    start
}

/// Where a reported clause ends: with its tree, but not within a quotation.
fn end_of_clause(scene: &Scene<'_, '_>, cue: &Cue, start: usize, end: usize) -> usize {
    let sentence = scene.sentence_around(cue.at);
    let end = before_colon(scene, start, carry_on(scene, cue, end, sentence.end));
    let end = next_speech(scene, start, end).or_else(|| break_off(scene, start, end, sentence.end)).unwrap_or(end);
    match scene.speech_at(end.saturating_sub(1)) {
        Some(s) => scene.speeches[s].tokens.end.min(sentence.end).max(end),
        None => end,
    }
}

/// "said S, warning: 'Q'": a colon before a quotation begins something new, with its participle.
fn before_colon(scene: &Scene<'_, '_>, start: usize, end: usize) -> usize {
    let a = scene.analysis;
    let speech = |i: usize| (i + 1..i + 3).any(|k| !scene.is_outside(k));
    let Some(colon) = (start..end).find(|&i| a.word(i) == ":" && scene.is_outside(i) && speech(i)) else { return end };
    let comma = (start..colon).rev().find(|&i| a.word(i) == ",");
    comma.filter(|&c| (c..colon).take(4).any(|i| a.xpos(i) == Xpos::Vbg)).unwrap_or(colon)
}

/// The clause's end where the tree stopped short: a conjunction or preposition right behind it goes
/// on with the clause, up to the next comma, unless another cue stands there.
fn carry_on(scene: &Scene<'_, '_>, cue: &Cue, end: usize, sentence_end: usize) -> usize {
    const GOES_ON: [&str; 24] = [
        "after", "and", "as", "at", "because", "before", "by", "during", "for", "from", "if", "in", "of", "on", "or",
        "over", "than", "to", "under", "unless", "until", "when", "while", "with",
    ];
    let a = scene.analysis;
    if end >= sentence_end || end <= cue.at || !GOES_ON.contains(&a.lower(end)) {
        return end;
    }
    let stop = (end..sentence_end)
        .find(|&i| scene.is_outside(i) && matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--" | "." | "?" | "!"))
        .unwrap_or(sentence_end);
    let speaks = (end..stop).take(4).any(|i| scene.is_outside(i) && NEXT.contains(&a.lemma(i)));
    if speaks { end } else { stop }
}

/// Verbs of speech that go on with the same speaker behind a conjunction.
const NEXT: [&str; 16] = [
    "accuse",
    "add",
    "argue",
    "ask",
    "call",
    "claim",
    "criticise",
    "criticize",
    "insist",
    "note",
    "praise",
    "say",
    "tell",
    "urge",
    "vow",
    "warn",
];

/// "said S and added that …": a verb of speech behind a conjunction, with no subject of its own, is
/// the speaker's next, not part of the clause.
fn next_speech(scene: &Scene<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    (start + 2..end).find(|&i| {
        let verb = (i + 1..end).take(2).find(|&v| a.upos(v) != Upos::Adv);
        matches!(a.lower(i), "and" | "but" | "while" | "before")
            && scene.is_outside(i)
            && verb.is_some_and(|v| {
                matches!(a.xpos(v), Xpos::Vbd | Xpos::Vbz | Xpos::Vbg | Xpos::Vbn)
                    && scene.is_outside(v)
                    && NEXT.contains(&a.lemma(v))
            })
    })
}

/// A single dash, and the writer is back: "S - though economists doubt it".
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
        (Some(one), None) if one < end && one > start + 3 => Some(one),
        _ => None,
    }
}

/// "vowed to leave", "urged them to leave"
fn infinitive(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    let (own, other) = (cue.frame.takes(Complement::To), cue.frame.takes(Complement::ObjectTo));
    if !own && !other {
        return None;
    }
    let x = a
        .children_by(cue.at, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl])
        .find(|&c| c > cue.at && a.children(c).any(|t| a.xpos(t) == Xpos::To))?;
    let object = a.child(cue.at, &[Deprel::Obj, Deprel::Iobj]).filter(|&o| o > cue.at && o < x);
    let start = match object {
        Some(o) if other => a.subtree(o).start,
        Some(_) => return None,
        None if own => a.subtree(x).start,
        None => return None,
    };
    let start = start.max(cue.tokens.end);
    // "vowed to 'fight on'" is told by its direct speech.
    if a.subtree(x).any(|i| !scene.is_outside(i)) {
        return None;
    }
    Some((start..end_of_clause(scene, cue, start, a.subtree(x).end), "speaker-urged-to"))
}

/// A clause where the tree shows none: "that" near the cue, or a subject right after it.
fn clause_by_words(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    let sentence = scene.sentence_around(cue.at);
    let rest = cue.tokens.end.max(if cue.is_inverted() { cue.speaker_tokens.end } else { 0 })..sentence.end;
    let rest = after_addressee(scene, cue, rest);
    let near = rest.start..rest.end.min(rest.start + 12);
    if cue.frame.takes(Complement::That)
        && let Some(that) = near.clone().take_while(|&i| scene.is_outside(i) && !scene.is_finite(i)).find(|&i| {
            a.lower(i) == "that"
                && (a.upos(i) == Upos::Sconj
                    || i + 1 < sentence.end && matches!(a.upos(i + 1), Upos::Det | Upos::Pron | Upos::Propn))
        })
    {
        return Some((that + 1..end_of_clause(scene, cue, that + 1, sentence.end), "speaker-said-that"));
    }
    let first = rest.start;
    let subject = first < rest.end
        && (scene.is_nominal(first) || matches!(a.upos(first), Upos::Det | Upos::Adj | Upos::Num | Upos::Propn))
        && cue.frame.takes(Complement::Bare);
    let verb = rest
        .clone()
        .take(24)
        .take_while(|&i| !matches!(a.word(i), "," | ";" | ":"))
        .find(|&i| i > first && scene.is_finite(i))
        // What was said with no verb in sight has a verb the tagger missed.
        .or_else(|| {
            (a.lemma(cue.at) == "say" && !cue.is_inverted() && scene.word_count(rest.clone()) >= 5).then_some(first)
        })?;
    // "promised a veto and tried": the verb goes on with the cue; "the man who left": with a noun.
    let other = (first..verb).any(|i| {
        matches!(a.lower(i), "but" | "who" | "which" | "whose")
            || a.lower(i) == "and" && i + 1 == verb
            || i > first && a.lower(i) == "that"
    });
    (subject && !other).then(|| (rest.start..end_of_clause(scene, cue, rest.start, rest.end), "speaker-said-words"))
}

/// "told Jane Doe his nation …": what is told begins behind the name.
fn after_addressee(scene: &Scene<'_, '_>, cue: &Cue, rest: Range<usize>) -> Range<usize> {
    let a = scene.analysis;
    if !matches!(a.lemma(cue.at), "tell" | "assure" | "remind" | "inform" | "reassure") {
        return rest;
    }
    let mut start = rest.start;
    while start < rest.end
        && (a.upos(start) == Upos::Propn || start == rest.start && matches!(a.upos(start), Upos::Noun | Upos::Pron))
    {
        start += 1;
    }
    if start == rest.start || start + 2 >= rest.end || scene.is_finite(start) { rest } else { start..rest.end }
}

/// What somebody is called, described as, or accused of.
fn thing(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    let f = cue.frame;
    let object = a.child(cue.at, &[Deprel::Obj]).filter(|&o| o > cue.at)?;
    let end = end_of_phrases(scene, cue, object);
    let start = a.subtree(object).start.max(cue.tokens.end);
    // "called it 'unfair'" is told by its direct speech alone.
    let quoted = (start..end).any(|i| !scene.is_outside(i));
    let called = f.takes(Complement::Call) && a.children(cue.at).any(|c| c > object && a.deprel(c) == Deprel::Xcomp);
    let marker = |o: usize| {
        a.children_by(o, &[Deprel::Case, Deprel::Mark])
            .find(|&c| f.takes_preposition(a.lower(c)) || f.takes(Complement::As) && a.lower(c) == "as")
    };
    let tied = |k: usize| {
        a.children_by(k, &[Deprel::Obl, Deprel::Nmod, Deprel::Advcl, Deprel::Acl])
            .filter(|&o| o > object)
            .find_map(marker)
    };
    match tied(cue.at).or_else(|| tied(object)) {
        // "accused them of S": the charge is what is said.
        Some(m) if a.lower(m) == "of" => Some((m + 1..end.max(m + 1), "speech-charge")),
        Some(m) if a.lower(m) == "as" && !quoted => Some((start..end, "speech-object")),
        _ => (called && !quoted).then_some((start..end, "speech-object")),
    }
}

/// The end of a verb's objects and obliques, up to the next clause or comma.
fn end_of_phrases(scene: &Scene<'_, '_>, cue: &Cue, object: usize) -> usize {
    let a = scene.analysis;
    let mut end = a.subtree(object).end;
    for c in a.children(cue.at).filter(|&c| c > object) {
        let part = a.subtree(c);
        let comma = part.start > 0 && (a.word(part.start) == "," || a.word(part.start - 1) == ",");
        if matches!(a.deprel(c), Deprel::Conj | Deprel::Parataxis | Deprel::Punct | Deprel::Cc) || comma {
            break;
        }
        end = end.max(part.end);
    }
    end_of_clause(scene, cue, object, end)
}

/// "called for a ban", "warned of trouble", "complained about the cold"
fn topic(scene: &Scene<'_, '_>, cue: &Cue) -> Option<(Range<usize>, &'static str)> {
    let a = scene.analysis;
    if !cue.frame.takes(Complement::Preposition) {
        return None;
    }
    let (o, case) = a.children_by(cue.at, &[Deprel::Obl, Deprel::Advcl]).filter(|&o| o > cue.at).find_map(|o| {
        let case =
            a.children_by(o, &[Deprel::Case, Deprel::Mark]).find(|&c| cue.frame.takes_preposition(a.lower(c)))?;
        Some((o, case))
    })?;
    (case < o && case <= cue.at + 3).then(|| (case + 1..end_of_phrases(scene, cue, o), "speech-topic"))
}
