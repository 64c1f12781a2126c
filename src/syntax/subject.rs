//! The subject that the parser left without its verb.
//!
//! Parsers lose subjects behind long titles, dates and headings ("Defence Secretary Mark Esper on
//! Wednesday accused …"). English puts a finite verb's subject close to its left, so that the nearest
//! noun phrase there which nothing else governs is a good guess.

use crate::language::{Analysis, Deprel, Upos, Xpos};

use crate::syntax::noun_phrase;
use crate::syntax::words::SyntaxWords;

/// Tokens to the left of a verb in which its subject is looked for.
const REACH: usize = 14;

/// The head of the noun phrase before the finite verb `verb`; `None` where another clause, a
/// quotation or a colon comes first.
pub(crate) fn subject(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    if !is_finite(a, verb) {
        return None;
    }
    let start = a.sentences()[a.sentence_of(verb)].tokens.start.max(verb.saturating_sub(REACH));
    // before the verb of an adverbial clause, "as" and "after" begin the clause, no phrase of place or time
    let clause = matches!(a.deprel(verb), Deprel::Advcl | Deprel::Conj);
    let mut at = verb;
    let mut comma = false;
    while at > start {
        at -= 1;
        comma |= a.word(at) == ",";
        match a.upos(at) {
            // "Sen. Bernie Sanders (I-Vt.) apologised"
            Upos::Punct if matches!(a.word(at), ")" | "]") => at = opening_bracket(a, at, start)?,
            // "told Modi his nation “strongly condemned …”"
            Upos::Punct if matches!(a.word(at), "“" | "``") && at > start && noun_phrase::is_nominal(a, at - 1) => {}
            Upos::Verb if is_finite(a, at) => return None,
            Upos::Sconj | Upos::Cconj => return None,
            Upos::Punct if !matches!(a.lower(at), "," | "-") => return None,
            Upos::Pron if matches!(a.xpos(at), Xpos::Wdt | Xpos::Wp | Xpos::PrpPoss) => return None,
            Upos::Noun | Upos::Propn if noun_phrase::is_bracketed(a, at) => at -= 1,
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::X => {
                let head = if comma { phrase(a, at, start) } else { unclosed(a, at, start) };
                let subordinates = |c: usize| SyntaxWords::Subordinators.has(a.lower(c));
                let governed =
                    a.children(head).any(|c| a.deprel(c) == Deprel::Case && c < head && !(clause && subordinates(c)));
                if governed {
                    at = a.subtree(head).start.min(at);
                } else if !noun_phrase::is_time(a, head) {
                    return Some(joined_clause(a, verb, at).or_else(|| described(a, head, comma)).unwrap_or(head));
                }
            }
            _ => {}
        }
    }
    None
}

/// "Moscow denies hacking and Trump denies collusion": who stands between "and" and a second verb is its subject,
/// whatever the parser joined the name to.
fn joined_clause(a: &Analysis<'_>, verb: usize, at: usize) -> Option<usize> {
    let first = a.head(verb).filter(|_| a.deprel(verb) == Deprel::Conj && at + 1 == verb)?;
    let mut name = at;
    while let Some(up) = a.head(name).filter(|_| matches!(a.deprel(name), Deprel::Flat | Deprel::Compound)) {
        name = up;
    }
    let and = a.child(name, &[Deprel::Cc])?;
    (a.deprel(name) == Deprel::Conj && first < and && and < name).then_some(name)
}

/// "Jones, who won the seat, called on …": whom the relative clause describes that a comma closes before the verb.
fn described(a: &Analysis<'_>, word: usize, comma: bool) -> Option<usize> {
    let mut at = word;
    for _ in 0..6 {
        let up = a.head(at).filter(|_| comma)?;
        if a.deprel(at) == Deprel::AclRelcl {
            let who = a.children(at).find(|&c| matches!(a.xpos(c), Xpos::Wp | Xpos::Wdt) && c < at)?;
            return (up < who && noun_phrase::is_nominal(a, up) && a.word(who - 1) == ",").then_some(up);
        }
        at = up;
    }
    None
}

/// Where the bracket that ends at `close` begins.
fn opening_bracket(a: &Analysis<'_>, close: usize, start: usize) -> Option<usize> {
    (start..close).rev().find(|&i| matches!(a.word(i), "(" | "["))
}

/// The head of the noun phrase of `at` with no comma behind it: an apposition that a comma opens would be closed by
/// one, and so what follows the comma is a phrase of its own ("in the city of Osaka, Prime Minister May called").
fn unclosed(a: &Analysis<'_>, at: usize, start: usize) -> usize {
    let whole = phrase(a, at, start);
    let mut head = at;
    while head != whole {
        let first = a.subtree(head).start;
        let apart = first > start && a.word(first - 1) == "," && a.child(head, &[Deprel::Cc]).is_none();
        if apart && matches!(a.deprel(head), Deprel::Appos | Deprel::Conj) {
            return head;
        }
        match a.head(head) {
            Some(up) => head = up,
            None => break,
        }
    }
    whole
}

/// The finite verb that `verb` is joined to by "and" or "but" before it, wherever the parser hung it: the
/// two share a subject.
pub(crate) fn joined(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    if !is_finite(a, verb) {
        return None;
    }
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let before = (start..verb).rev().find(|&i| !matches!(a.upos(i), Upos::Adv | Upos::Aux | Upos::Part))?;
    if a.upos(before) != Upos::Cconj {
        return None;
    }
    let relative = |i: usize| matches!(a.deprel(i), Deprel::AclRelcl | Deprel::Advcl | Deprel::Ccomp);
    let mut verbs = (start..before).rev().filter(|&i| a.upos(i) == Upos::Verb && is_finite(a, i));
    let nearest = verbs.next()?;
    // "… the man who robbed a bank and has fled": with a verb of the main line before, that one
    if relative(nearest) { verbs.find(|&i| !relative(i)).or(Some(nearest)) } else { Some(nearest) }
}

/// The nearest finite verb of the main line before `at`: none of a relative or adverbial clause.
pub(crate) fn finite_before(a: &Analysis<'_>, at: usize) -> Option<usize> {
    let start = a.sentences()[a.sentence_of(at)].tokens.start;
    let beside = |i: usize| matches!(a.deprel(i), Deprel::AclRelcl | Deprel::Advcl);
    (start..at).rev().find(|&i| a.upos(i) == Upos::Verb && is_finite(a, i) && !beside(i))
}

/// The verb whose outcome an infinitive behind "only" is: "announced a truce, only to attack again".
pub(crate) fn outcome_of(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let only = a.children(verb).find(|&c| c < verb && a.lower(c) == "only")?;
    (start..only).rev().find(|&i| a.upos(i) == Upos::Verb && a.deprel(i) != Deprel::Amod)
}

/// Climbs from a word of a noun phrase to the phrase's head, to the left of where it began.
pub(crate) fn phrase(a: &Analysis<'_>, at: usize, start: usize) -> usize {
    let mut head = at;
    while let Some(up) = a.head(head) {
        let inside = matches!(
            a.deprel(head),
            Deprel::Flat | Deprel::Compound | Deprel::Appos | Deprel::Nmod | Deprel::NmodPoss | Deprel::Conj
        );
        if !inside || up < start || up > at || !noun_phrase::is_nominal(a, up) || noun_phrase::is_bracketed(a, up) {
            break;
        }
        head = up;
    }
    head
}

/// True for a verb in a finite form, by itself or by its auxiliary: "left", "will leave", "has left", "is leaving".
#[must_use]
pub fn is_finite(a: &Analysis<'_>, verb: usize) -> bool {
    let helped =
        |helps: &dyn Fn(&str) -> bool| a.children(verb).any(|c| a.deprel(c) == Deprel::Aux && helps(a.lemma(c)));
    match a.xpos(verb) {
        Xpos::Vbd | Xpos::Vbz | Xpos::Vbp => true,
        Xpos::Vb => helped(&|lemma| SyntaxWords::Modals.has(lemma)),
        Xpos::Vbn => helped(&|lemma| lemma == "have"),
        Xpos::Vbg => helped(&|lemma| lemma == "be"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Analyser;
    use crate::syntax::subject::*;

    fn subject_of(text: &str, verb: &str) -> Option<String> {
        let a = Analyser::new().analyse(text);
        let verb = (0..a.tokens().len()).find(|&i| a.word(i) == verb)?;
        subject(&a, verb).map(|s| a.word(s).to_owned())
    }

    #[test]
    fn the_nearest_ungoverned_noun_is_taken() {
        assert_eq!(subject_of("Spain on Friday accused the company of fraud.", "accused").as_deref(), Some("Spain"));
        assert_eq!(subject_of("The mayor of Paris accused the company.", "accused").as_deref(), Some("mayor"));
    }

    #[test]
    fn whom_a_relative_clause_describes_is_the_subject_behind_it() {
        let text = "Texas Democrat Ann Lee, who won a fight for a seat last week, on Thursday called on rivals to go.";
        assert_eq!(subject_of(text, "called").as_deref(), Some("Democrat"));
    }

    #[test]
    fn another_clause_stops_the_search() {
        assert_eq!(subject_of("Peru left and accused the company of fraud.", "accused"), None);
    }
}
