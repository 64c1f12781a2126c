//! The tense of a clause as the words in it are to be dated by: toward what was or what will be.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::lexicon::table::lines;
use crate::model::Span;

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/tense.tsv`.
    enum TenseWords from "tense.tsv" {
        /// What is, or may be, is still to come: "will", "may".
        Ahead = "ahead",
        /// What is told was: "was", "has".
        Past = "past",
    }
}

/// The direction of a clause in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// What happened.
    Past,
    /// What had happened before.
    PastPerfect,
    /// What is, or is told as if it were.
    Present,
    /// What will happen, is planned or wished.
    Future,
    /// Neither shows.
    Open,
}

/// Verbs, nouns and adjectives that put what hangs on them ahead: "expected on Friday", "a deadline of
/// June 1", "plans to visit in May".
static AHEAD: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../../assets/lexicons/dates-ahead.txt")).collect());

/// The tense of the clause that holds a span: of the nearest verb above it that shows one.
#[must_use]
pub fn around(analysis: &Analysis<'_>, span: Span) -> Tense {
    let tokens = analysis.tokens_in(span);
    // The expression's head: the token of it that hangs outside.
    let outside = |i: &usize| analysis.head(*i).is_none_or(|h| !tokens.contains(&h));
    let Some(mut at) = tokens.clone().find(outside) else {
        return Tense::Open;
    };
    // "said Friday": nothing stands between, whatever the tree says.
    if let Some(verb) = verb_before(analysis, tokens.start)
        && let Shown::Tense(tense) = of_verb(analysis, verb, false)
    {
        return tense;
    }
    // "Wednesday's ruling" was, unless the words before it look ahead.
    if analysis.deprel(at) == Deprel::NmodPoss {
        return Tense::Open;
    }
    let mut infinitive = false;
    // Trees of running text are shallow; hostile ones need not be climbed to their end.
    for _ in 0..12 {
        match analysis.upos(at) {
            Upos::Verb | Upos::Aux => match of_verb(analysis, at, infinitive) {
                Shown::Tense(tense) => return tense,
                Shown::Infinitive => infinitive = true,
                Shown::Nothing => {}
            },
            _ if AHEAD.contains(analysis.lemma(at)) && !tokens.contains(&at) => return Tense::Future,
            _ => {
                if let Some(tense) = of_copula(analysis, at) {
                    return tense;
                }
            }
        }
        match analysis.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    Tense::Open
}

/// The finite verb right before token `i`, a preposition between them or not.
fn verb_before(analysis: &Analysis<'_>, i: usize) -> Option<usize> {
    let before = i.checked_sub(1)?;
    let verb = if matches!(analysis.lower(before), "on" | "in") { before.checked_sub(1)? } else { before };
    (analysis.xpos(verb) == Xpos::Vbd).then_some(verb)
}

/// What one verb shows.
enum Shown {
    Tense(Tense),
    /// "to leave": whether it lies ahead, the verb above tells.
    Infinitive,
    Nothing,
}

fn of_verb(analysis: &Analysis<'_>, verb: usize, infinitive_below: bool) -> Shown {
    if let Some(tense) = of_helpers(analysis, verb) {
        return Shown::Tense(tense);
    }
    let xpos = analysis.xpos(verb);
    // "is to resume trading on Tuesday"
    if infinitive_below && (AHEAD.contains(analysis.lemma(verb)) || analysis.lemma(verb) == "be") {
        return Shown::Tense(Tense::Future);
    }
    if AHEAD.contains(analysis.lemma(verb)) && !matches!(xpos, Xpos::Vb | Xpos::Vbd) {
        return Shown::Tense(Tense::Future);
    }
    // "elections are held in November"
    let present = |helper: usize| matches!(analysis.xpos(helper), Xpos::Vbz | Xpos::Vbp);
    if xpos == Xpos::Vbn && analysis.child(verb, &[Deprel::AuxPass]).is_some_and(present) {
        return Shown::Tense(Tense::Present);
    }
    match xpos {
        Xpos::Vbd | Xpos::Vbn => Shown::Tense(Tense::Past),
        Xpos::Vb => Shown::Infinitive,
        Xpos::Vbz | Xpos::Vbp => Shown::Tense(Tense::Present),
        _ => Shown::Nothing,
    }
}

/// The tense of a noun or adjective that a form of "be" makes a predicate.
fn of_copula(analysis: &Analysis<'_>, at: usize) -> Option<Tense> {
    let copula = analysis.child(at, &[Deprel::Cop])?;
    of_helpers(analysis, at).or(match analysis.xpos(copula) {
        Xpos::Vbd => Some(Tense::Past),
        _ => None,
    })
}

/// The tense that the auxiliaries of a verb show.
fn of_helpers(analysis: &Analysis<'_>, verb: usize) -> Option<Tense> {
    let ahead = AHEAD.contains(analysis.lemma(verb));
    let mut shown = None;
    for helper in analysis.children_by(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]) {
        let word = analysis.lower(helper);
        if TenseWords::Ahead.has(word) {
            return Some(Tense::Future);
        }
        if word == "had" {
            shown = Some(Tense::PastPerfect);
        } else if !ahead && TenseWords::Past.has(word) {
            shown = shown.or(Some(Tense::Past));
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_that_look_ahead_are_sorted() {
        let text = include_str!("../../assets/lexicons/dates-ahead.txt");
        let words: Vec<_> = text.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(words.windows(2).all(|w| w[0] < w[1]));
        assert!(words.iter().all(|w| **w == w.to_lowercase()));
    }
}
