//! Who does a verb: its subject by the tree, or by the words around it where the tree cannot be
//! right (a subject between quotation marks, none at all).

use std::ops::Range;

use super::scene::Scene;
use crate::language::{Deprel, Upos, Xpos};

/// How many heads up a verb's subject is looked for ("said …, adding that").
const CLIMB: usize = 6;
/// How many tokens an apposition between a subject and its verb may have.
const APPOSITION: usize = 40;

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
    let aside = |s: usize| scene.layout.is_aside(scene.analysis.span(s).start);
    let fits =
        |s: &usize| scene.is_outside(*s) && is_near(scene, *s, v) && !aside(*s) && !is_time(scene.analysis.lower(*s));
    let climbed = by_tree(scene, v).filter(fits);
    let own = climbed.filter(|&s| scene.analysis.head(s) == Some(v) || scene.analysis.head(v) == Some(s));
    let start = scene.sentence_around(v).start;
    own.or_else(|| left(scene, v, start).filter(|_| scene.analysis.xpos(v) != Xpos::Vbg))
        .or(climbed)
        .map(|s| (s, Found::Tree))
        .or_else(|| by_words(scene, v).map(|s| (s, Found::Words)))
}

/// A subject is no further than its paragraph's bounds, and no expletive.
fn is_near(scene: &Scene<'_, '_>, s: usize, v: usize) -> bool {
    scene.analysis.sentence_of(s) == scene.analysis.sentence_of(v) && !scene.is_punct(s)
}

fn by_tree(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let a = scene.analysis;
    let mut at = v;
    for _ in 0..CLIMB {
        if let Some(s) = a.children(at).find(|&c| matches!(a.deprel(c), Deprel::Nsubj | Deprel::NsubjPass)) {
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

fn by_words(scene: &Scene<'_, '_>, v: usize) -> Option<usize> {
    let sentence = scene.sentence_around(v);
    if scene.analysis.xpos(v) == Xpos::Vbg {
        // "…, saying": whoever does the sentence's main verb; never what follows.
        let root = scene.analysis.root_of(scene.analysis.sentence_of(v));
        let subject = by_tree(scene, root).filter(|&s| s < v && scene.is_outside(s));
        return subject.or_else(|| left(scene, v, sentence.start));
    }
    let inverted = v > sentence.start && scene.is_punct(v - 1) && scene.analysis.word(v - 1) != ")";
    if inverted {
        return left(scene, v, sentence.start).or_else(|| right(scene, v, sentence.end));
    }
    left(scene, v, sentence.start).or_else(|| right(scene, v, sentence.end))
}

/// "Mr Doe said", "Mr Doe, the minister, has also said", "Mr Doe, who said".
fn left(scene: &Scene<'_, '_>, v: usize, start: usize) -> Option<usize> {
    let a = scene.analysis;
    let mut i = v;
    while i > start {
        i -= 1;
        if !scene.is_outside(i) {
            return None;
        }
        match a.upos(i) {
            // "Mr Doe last week said"
            _ if is_time(a.lower(i)) => {}
            _ if matches!(a.word(i), "*" | "**" | "_" | "[" | "]") => {}
            Upos::Noun | Upos::Propn => return Some(i),
            Upos::Verb | Upos::Adp | Upos::Adj if is_name_like(scene, i) || is_capital(scene, i) => return Some(i),
            Upos::Pron if matches!(a.lower(i), "who" | "which" | "that") => {
                return (start..i).rev().take(3).find(|&k| matches!(a.upos(k), Upos::Noun | Upos::Propn));
            }
            Upos::Pron => return Some(i),
            Upos::Aux | Upos::Adv | Upos::Part => {}
            _ if matches!(a.word(i), ",") => return before_apposition(scene, i, start),
            _ if matches!(a.word(i), ")") => {
                let open = (start..i).rev().take(APPOSITION).find(|&k| a.word(k) == "(")?;
                i = open;
            }
            _ => return None,
        }
    }
    None
}

/// The noun before the apposition that the comma `end` closes.
fn before_apposition(scene: &Scene<'_, '_>, end: usize, start: usize) -> Option<usize> {
    let a = scene.analysis;
    let open = (start..end).rev().take(APPOSITION).take_while(|&k| scene.is_outside(k)).find(|&k| {
        a.word(k) == "," && k > start && (matches!(a.upos(k - 1), Upos::Noun | Upos::Propn) || is_capital(scene, k - 1))
    })?;
    // An apposition or a relative clause follows, nothing with a subject of its own.
    let first = open + 1;
    let fits = matches!(a.upos(first), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
        || matches!(a.lower(first), "who" | "whose" | "which")
        || matches!(a.xpos(first), Xpos::Vbg | Xpos::Vbn);
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
            _ if is_name_like(scene, i) => head = Some(i),
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
    const SMALL: [&str; 36] = [
        "after", "although", "and", "as", "at", "because", "before", "both", "but", "by", "during", "for", "from",
        "he", "however", "if", "in", "it", "no", "not", "of", "on", "or", "so", "that", "then", "there", "they",
        "though", "to", "under", "what", "when", "while", "with", "yet",
    ];
    let a = scene.analysis;
    a.upos(i) == Upos::Propn
        || a.word(i).starts_with(char::is_uppercase)
            && !matches!(a.upos(i), Upos::Pron | Upos::Det | Upos::Adj | Upos::Adv)
            && !SMALL.contains(&a.lower(i))
}

/// Words of time that stand between a subject and its verb.
fn is_time(lower: &str) -> bool {
    let unit = matches!(lower, "week" | "month" | "year" | "morning" | "night" | "evening" | "afternoon");
    let place = matches!(lower, "last" | "this" | "earlier" | "late" | "later" | "meanwhile");
    unit || place || is_day_name(lower)
}

/// A weekday, or a day named from the speaker's own.
pub(super) fn is_day_name(lower: &str) -> bool {
    let weekday = matches!(lower, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
    weekday || matches!(lower, "today" | "yesterday")
}

fn is_capital(scene: &Scene<'_, '_>, i: usize) -> bool {
    scene.analysis.word(i).starts_with(char::is_uppercase) && !matches!(scene.analysis.upos(i), Upos::Pron | Upos::Det)
}

fn is_subject_form(lower: &str) -> bool {
    matches!(lower, "he" | "she" | "they" | "i" | "we" | "it" | "you" | "one")
}
