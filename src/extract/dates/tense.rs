//! Which way the words around an expression look: toward what was or what will be.

use super::lexicon::{Lex, W};
use super::scan::Pieces;
use crate::language::{Analysis, Upos, Xpos};
use crate::model::Span;

/// The direction of a clause in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// What happened.
    Past,
    /// What will happen, is planned or wished.
    Future,
    /// Neither shows.
    Open,
}

/// Words that make what hangs on them something to come: "expected to", "plans to", "due on".
const AHEAD: &[&str] = &[
    "anticipate",
    "await",
    "begin",
    "deadline",
    "due",
    "expect",
    "expire",
    "hope",
    "intend",
    "mature",
    "payable",
    "plan",
    "promise",
    "propose",
    "schedule",
    "set",
    "slate",
    "upcoming",
];

/// The direction that the words before piece `i` give whatever the verb: "until Friday", "by Monday",
/// "ahead of Sunday's vote" look ahead, "since Monday", "ended March 31" back.
pub fn of_preposition(p: &Pieces<'_>, i: usize) -> Option<Tense> {
    match p.before(i) {
        Lex::Word(W::Until | W::Till | W::By) | Lex::Before => Some(Tense::Future),
        Lex::Word(W::Since) => Some(Tense::Past),
        Lex::Word(W::Of) if i > 1 && p.word(i - 2) == "ahead" => Some(Tense::Future),
        _ => match i.checked_sub(1).map_or("", |b| p.word(b)) {
            "beginning" | "starting" | "effective" | "ending" | "through" => Some(Tense::Future),
            "ended" | "dated" => Some(Tense::Past),
            _ => None,
        },
    }
}

/// The tense of the clause that holds a span.
pub fn around(analysis: &Analysis<'_>, span: Span) -> Tense {
    let tokens = analysis.tokens_in(span);
    if tokens.is_empty() {
        return Tense::Open;
    }
    // The expression's head: the token of it that hangs outside.
    let inside = |i: usize| tokens.contains(&i);
    let mut at = tokens.clone().find(|&i| analysis.head(i).is_none_or(|h| !inside(h))).unwrap_or(tokens.start);
    // At most this many steps: trees of running text are shallow, hostile ones need not be climbed.
    for _ in 0..12 {
        if matches!(analysis.upos(at), Upos::Verb | Upos::Aux) || analysis.head(at).is_none() {
            if let Some(tense) = of_verb(analysis, at) {
                return tense;
            }
        } else if AHEAD.binary_search(&analysis.lemma(at)).is_ok() {
            return Tense::Future;
        }
        match analysis.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    Tense::Open
}

/// The tense that a verb and its auxiliaries show; `None` for bare participles and infinitives, whose
/// clause above them tells.
fn of_verb(analysis: &Analysis<'_>, verb: usize) -> Option<Tense> {
    let helpers = analysis.children(verb).filter(|&c| analysis.upos(c) == Upos::Aux && c < verb);
    let mut past = matches!(analysis.xpos(verb), Xpos::Vbd);
    for helper in helpers {
        match analysis.lower(helper) {
            "will" | "'ll" | "shall" | "wo" | "would" | "may" | "might" | "could" | "should" | "must" | "can" => {
                return Some(Tense::Future);
            }
            "was" | "were" | "had" | "did" | "been" | "has" | "have" | "'ve" => past = true,
            _ => {}
        }
    }
    if past {
        return Some(Tense::Past);
    }
    if AHEAD.binary_search(&analysis.lemma(verb)).is_ok() {
        return Some(Tense::Future);
    }
    match analysis.xpos(verb) {
        // "to visit on Friday": what it is meant for lies ahead.
        Xpos::Vb if analysis.children(verb).any(|c| c < verb && analysis.xpos(c) == Xpos::To) => Some(Tense::Future),
        Xpos::Vbz | Xpos::Vbp => Some(Tense::Open),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_look_ahead_are_sorted() {
        assert!(AHEAD.windows(2).all(|w| w[0] < w[1]));
    }
}
