//! Who does a verb: its subject by the tree, or by the words around it where the tree cannot be
//! right (a subject between quotation marks, none at all).

use std::ops::Range;

use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::words::SpeechWords;
use crate::language::gazetteer::Gazetteer;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::model::EntityKind;

/// How many heads up a verb's subject is looked for ("said …, adding that").
const CLIMB: usize = 6;
/// How many tokens an apposition between a subject and its verb may have.
const APPOSITION: usize = 40;

/// How many tokens a clause is looked for on either side of a verb.
const FAR: usize = 80;

/// How a subject was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// By the tree.
    Tree,
    /// By the words beside the verb.
    Words,
}

/// The head of verb `v`'s subject, outside quotation marks: its own by the tree, else the noun
/// phrase beside it, else the subject of the verb it is joined to.
pub fn of(scene: &Scene<'_, '_>, v: usize) -> Option<(usize, Found)> {
    if let Some(s) = inverted(scene, v).or_else(|| right_before_participle(scene, v)) {
        return Some((s, Found::Words));
    }
    let aside = |s: usize| scene.layout.is_aside(scene.analysis.span(s).start);
    let fits =
        |s: &usize| scene.is_outside(*s) && is_near(scene, *s, v) && !aside(*s) && !is_time(scene.analysis.lower(*s));
    // "Jane Doe set out her position, saying": not the noun beside it but the sentence's doer.
    if scene.analysis.xpos(v) == Xpos::Vbg
        && let Some(s) = sentence_subject(scene, v).filter(fits)
    {
        return Some((s, Found::Tree));
    }
    let belongs = |s: usize| scene.analysis.head(s) == Some(v) || scene.analysis.head(v) == Some(s);
    // Behind its verb stands a subject of its own alone.
    let climbed = by_tree(scene, v).filter(fits).filter(|&s| s < v || belongs(s));
    let own = climbed.filter(|&s| belongs(s));
    let start = scene.sentence_around(v).start;
    // What stands right before an infinitive or a participle is seldom its subject.
    let beside = scene.analysis.xpos(v) != Xpos::Vbg && !is_infinitive(scene, v);
    own.or_else(|| left(scene, v, start).filter(|_| beside))
        .or(climbed)
        .map(|s| (s, Found::Tree))
        .or_else(|| by_words(scene, v).map(|s| (s, Found::Words)))
}

/// The subject of the sentence's main verb before a participle that has no subject of its own.
fn sentence_subject(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let a = scene.analysis;
    let before = v.checked_sub(1).filter(|&b| b >= scene.sentence_around(v).start)?;
    let loose = a.word(before) == "," || matches!(a.upos(before), Upos::Noun | Upos::Propn);
    let own = a.child(v, &[Deprel::Nsubj, Deprel::NsubjPass]).is_some_and(|s| s < v);
    let root = a.root_of(a.sentence_of(v));
    (loose && !own && root < v && scene.is_outside(root)).then(|| by_tree(scene, root)).flatten().filter(|&s| s < root)
}

/// "went out of his way to say"
fn is_infinitive(scene: &Scene<'_, '_>, v: usize) -> bool {
    let a = scene.analysis;
    a.xpos(v) == Xpos::Vb && (v.saturating_sub(2)..v).any(|i| a.xpos(i) == Xpos::To)
}

/// A subject is no further than its paragraph's bounds, and no expletive.
fn is_near(scene: &Scene<'_, '_>, s: usize, v: usize) -> bool {
    scene.analysis.sentence_of(s) == scene.analysis.sentence_of(v) && !scene.is_punct(s)
}

fn by_tree(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let a = scene.analysis;
    let mut at = v;
    for _ in 0..CLIMB {
        // Of two subjects the tree gives a verb, the one right before it is its own.
        // What a preposition stands before is no subject ("During his call with X, Y said").
        let within =
            |c: usize| a.child(c, &[Deprel::Case]).is_some_and(|k| k < c && SpeechWords::NotOfASubject.has(a.lower(k)));
        let subjects = || {
            { a.children(at) }
                .filter(|&c| matches!(a.deprel(c), Deprel::Nsubj | Deprel::NsubjPass) && !(c < at && within(c)))
        };
        if let Some(s) = subjects().take_while(|&c| c < at).last().or_else(|| subjects().next()) {
            return Some(antecedent(scene, s, at));
        }
        match a.deprel(at) {
            Deprel::Acl | Deprel::AclRelcl => return a.head(at),
            Deprel::Conj | Deprel::Xcomp | Deprel::Advcl => at = a.head(at)?,
            _ => return None,
        }
    }
    None
}

/// The noun that a relative pronoun stands for.
fn antecedent(scene: &Scene<'_, '_>, s: usize, clause: usize) -> usize {
    let a = scene.analysis;
    if matches!(a.lower(s), "who" | "which" | "that")
        && let (Deprel::AclRelcl | Deprel::Acl, Some(noun)) = (a.deprel(clause), a.head(clause))
    {
        return noun;
    }
    s
}

/// "S, said Jane Doe, the minister": a comma before the verb, a noun phrase and no clause behind
/// it, and a clause before the comma.
fn inverted(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let a = scene.analysis;
    let sentence = scene.sentence_around(v);
    let finite = matches!(a.xpos(v), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) || speech::form(a.lower(v)).is_some();
    let before = v.checked_sub(1).filter(|&b| finite && b >= sentence.start)?;
    let quoted = !scene.is_outside(before);
    if !quoted && a.word(before) != "," {
        return None;
    }
    let head = right(scene, v, sentence.end).filter(|&h| !is_time(a.lower(h)))?;
    let stop = (head + 1..sentence.end)
        .find(|&i| a.word(i) == ";" || a.word(i) == "," && i + 1 < sentence.end && is_joint(a.lower(i + 1)))
        .unwrap_or(sentence.end);
    let clause_before = quoted || main_verb(scene, sentence.start.max(before.saturating_sub(FAR))..before).is_some();
    let clause_behind = !quoted && main_verb(scene, head + 1..stop.min(head + FAR)).is_some();
    (clause_before && !clause_behind).then_some(head)
}

fn is_joint(lower: &str) -> bool {
    SpeechWords::ClauseJoints.has(lower)
}

/// "Jane Doe telling reporters", "a letter saying": the noun right before a participle does it.
fn right_before_participle(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let a = scene.analysis;
    let before = v.checked_sub(1).filter(|&b| a.xpos(v) == Xpos::Vbg && b >= scene.sentence_around(v).start)?;
    let noun = matches!(a.upos(before), Upos::Noun | Upos::Propn) && scene.is_outside(before);
    (noun && !is_time(a.lower(before)) && names_speaker(scene, before)).then_some(before)
}

/// True for nouns of people, bodies and what they issue; false for things.
pub fn names_speaker(scene: &Scene<'_, '_>, head: usize) -> bool {
    let a = scene.analysis;
    let word = |k: usize| (k == 0).then(|| a.lower(head));
    let lemma = |k: usize| (k == 0).then(|| a.lemma(head));
    let doer = |lemma: &str| lemma.len() > 6 && ["ist", "ician", "crat"].iter().any(|e| lemma.ends_with(e));
    is_name_like(scene, head)
        || speech::is_document(a.lemma(head))
        || doer(a.lemma(head))
        || Gazetteer::get().acting(word).is_some()
        || Gazetteer::get().office(word).or_else(|| Gazetteer::get().office(lemma)).is_some()
}

/// The first finite verb of a run, outside marks, that is no relative or adverbial clause's.
pub fn main_verb(scene: &Scene<'_, '_>, run: Range<usize>) -> Option<usize> {
    let a = scene.analysis;
    let mut aside = false;
    for i in run {
        if !scene.is_outside(i) {
            continue;
        }
        if matches!(a.word(i), "," | ";" | ":" | "—" | "–" | "--") {
            aside = false;
        } else if matches!(a.xpos(i), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss | Xpos::Wrb)
            || a.upos(i) == Upos::Sconj
            || a.lower(i) == "that" && a.upos(i) != Upos::Det
        {
            aside = true;
        } else if scene.is_finite(i) {
            if !aside {
                return Some(i);
            }
            aside = false;
        }
    }
    None
}

/// The subject of the first main clause of a run, else its first noun phrase.
fn main_subject(scene: &Scene<'_, '_>, run: Range<usize>) -> Option<usize> {
    let a = scene.analysis;
    if let Some(s) = main_verb(scene, run.clone()).and_then(|verb| left(scene, verb, run.start)) {
        return Some(s);
    }
    // "In May, the judge sided …"
    let opening = a.upos(run.start) == Upos::Adp;
    let comma = run.clone().find(|&i| a.word(i) == ",").filter(|_| opening);
    last_noun(scene, comma.map_or(run.start, |c| c + 1)..run.end)
}

fn by_words(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let sentence = scene.sentence_around(v);
    if scene.analysis.xpos(v) == Xpos::Vbg {
        // "…, saying": whoever does the sentence's main verb; never what follows.
        let root = scene.analysis.root_of(scene.analysis.sentence_of(v));
        let subject = by_tree(scene, root).filter(|&s| s < v && scene.is_outside(s));
        return subject.or_else(|| main_subject(scene, sentence.start.max(v.saturating_sub(FAR))..v));
    }
    if is_infinitive(scene, v) {
        return main_subject(scene, sentence.start.max(v.saturating_sub(FAR))..v);
    }
    let inverted = v > sentence.start && scene.is_punct(v - 1) && scene.analysis.word(v - 1) != ")";
    if inverted {
        return left(scene, v, sentence.start).or_else(|| right(scene, v, sentence.end));
    }
    if let Some(s) = left(scene, v, sentence.start) {
        return Some(s);
    }
    // "S and called it a joke": whoever does the sentence's main verb.
    if v > sentence.start && matches!(scene.analysis.lower(v - 1), "and" | "but" | "also") {
        return main_subject(scene, sentence.start.max(v.saturating_sub(FAR))..v);
    }
    right(scene, v, sentence.end).filter(|_| speech::form(scene.analysis.lower(v)).is_some())
}

/// "Mr Doe said", "Mr Doe, the minister, has also said", "Mr Doe, who said".
fn left(scene: &Scene<'_, '_>, v: usize, start: usize) -> Option<usize> {
    let a = scene.analysis;
    let mut i = v;
    let mut timed = false;
    while i > start {
        i -= 1;
        if !scene.is_outside(i) {
            return None;
        }
        match a.upos(i) {
            // "Mr Doe last week said", "Mr Doe on Monday said"
            _ if is_time(a.lower(i)) => timed = true,
            Upos::Adp if timed && matches!(a.lower(i), "on" | "in") => timed = false,
            // "the men polled said"; "aides said", whatever the tagger makes of "aides"
            Upos::Verb if i + 1 == v && i > start && speech::form(a.lower(v)).is_some() && ends_noun(scene, i - 1) => {
                if !matches!(a.xpos(i), Xpos::Vbg | Xpos::Vbn) && a.lower(i).ends_with('s') {
                    return Some(i);
                }
            }
            _ if matches!(a.word(i), "*" | "**" | "_" | "[" | "]") => {}
            Upos::Noun | Upos::Propn => return Some(i),
            Upos::Verb | Upos::Adp | Upos::Adj if is_name_like(scene, i) || is_capital(scene, i) => return Some(i),
            Upos::Pron if matches!(a.lower(i), "who" | "which" | "that") => {
                return (start..i).rev().take(3).find(|&k| matches!(a.upos(k), Upos::Noun | Upos::Propn));
            }
            Upos::Pron => return Some(i),
            Upos::Aux | Upos::Adv | Upos::Part => {}
            // "most said", "three in ten said"
            Upos::Adj | Upos::Num | Upos::Det if i + 1 == v && speech::form(a.lower(v)).is_some() => return Some(i),
            _ if matches!(a.word(i), "," | "—" | "–" | "--") => return before_apposition(scene, i, start),
            _ if matches!(a.word(i), ")") => {
                let open = (start..i).rev().take(APPOSITION).find(|&k| a.word(k) == "(")?;
                i = open;
            }
            _ => return None,
        }
    }
    None
}

fn ends_noun(scene: &Scene<'_, '_>, i: usize) -> bool {
    matches!(scene.analysis.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Det) && scene.is_outside(i)
}

/// The noun before the apposition that the comma or dash `end` closes.
fn before_apposition(scene: &Scene<'_, '_>, end: usize, start: usize) -> Option<usize> {
    let a = scene.analysis;
    let open = (start..end).rev().take(APPOSITION).take_while(|&k| scene.is_outside(k)).find(|&k| {
        a.word(k) == a.word(end)
            && k > start
            && (matches!(a.upos(k - 1), Upos::Noun | Upos::Propn) || is_capital(scene, k - 1))
    })?;
    // An apposition or a relative clause follows, nothing with a subject of its own.
    let first = open + 1;
    let fits = matches!(a.upos(first), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
        || matches!(a.lower(first), "who" | "whose" | "which")
        // "Mr Doe, however, said", "Mr Doe, for example, said"
        || end - first <= 3 && matches!(a.upos(first), Upos::Adv | Upos::Adp)
        || matches!(a.xpos(first), Xpos::Vbg | Xpos::Vbn);
    // "a lawmaker loyal to John Roe, Jane Doe, said": the name set off is the subject's
    let named = (first..end).all(|k| a.upos(k) == Upos::Propn)
        && a.name_at(first).is_some_and(|n| n.kind == EntityKind::Person);
    let start_of_name = (start..open).rev().find(|&k| a.upos(k) != Upos::Propn);
    let governed = start_of_name.is_some_and(|k| a.upos(k) == Upos::Adp);
    if named && governed {
        return Some(end - 1);
    }
    fits.then(|| open - 1)
}

/// "said Mr Doe": the head of the noun phrase right after the verb.
fn right(scene: &Scene<'_, '_>, v: usize, end: usize) -> Option<usize> {
    let a = scene.analysis;
    let first = v + 1;
    if first >= end || !scene.is_outside(first) {
        return None;
    }
    if is_subject_form(a.lower(first)) {
        return Some(first);
    }
    if matches!(a.upos(first), Upos::Adp | Upos::Sconj | Upos::Pron | Upos::Verb) && !is_name_like(scene, first) {
        return None;
    }
    last_noun(scene, first..end)
}

/// The last noun or name of the run's first noun phrase: up to a comma, a preposition or a verb.
pub fn last_noun(scene: &Scene<'_, '_>, run: Range<usize>) -> Option<usize> {
    let a = scene.analysis;
    let mut head = None;
    for i in run.clone() {
        if !scene.is_outside(i) {
            break;
        }
        match a.upos(i) {
            _ if is_name_like(scene, i) || scene.is_hyphenated(i) => head = Some(i),
            Upos::Noun => head = Some(i),
            Upos::Det | Upos::Adj | Upos::Num => {}
            _ if matches!(a.lower(i), "'s" | "-" | "&" | "." | "'") => {}
            _ => break,
        }
    }
    head
}

/// True for names, and for words with a capital that only the tagger's ignorance keeps from being
/// one: all but the small words that begin sentences.
pub fn is_name_like(scene: &Scene<'_, '_>, i: usize) -> bool {
    let a = scene.analysis;
    a.upos(i) == Upos::Propn
        || a.word(i).starts_with(char::is_uppercase)
            && !matches!(a.upos(i), Upos::Pron | Upos::Det | Upos::Adj | Upos::Adv)
            && !SpeechWords::SmallOpeners.has(a.lower(i))
}

/// Words of time that stand between a subject and its verb.
fn is_time(lower: &str) -> bool {
    let place = SpeechWords::TimeShifters.has(lower);
    speech::is(speech::Word::Time, lower) || place || is_day_name(lower)
}

/// A weekday, or a day named from the speaker's own.
pub(crate) fn is_day_name(lower: &str) -> bool {
    let weekday = SpeechWords::Weekdays.has(lower);
    weekday || matches!(lower, "today" | "yesterday")
}

fn is_capital(scene: &Scene<'_, '_>, i: usize) -> bool {
    scene.analysis.word(i).starts_with(char::is_uppercase) && !matches!(scene.analysis.upos(i), Upos::Pron | Upos::Det)
}

fn is_subject_form(lower: &str) -> bool {
    SpeechWords::SubjectForms.has(lower)
}
