//! Questions that rules ask of the tree, answered where the parser may have erred.

use crate::language::gazetteer::Gazetteer;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::EntityKind;

use crate::lexicon::prepositions::{INDIRECT, PrepSet};
use crate::syntax::subject;
use crate::syntax::words::SyntaxWords;

pub use crate::syntax::clause::{Clause, clause};

/// What a relative pronoun stands for; the token itself where it is none.
#[must_use]
pub fn antecedent(a: &Analysis<'_>, i: usize) -> usize {
    if !matches!(a.xpos(i), Xpos::Wdt | Xpos::Wp) {
        return i;
    }
    let mut at = i;
    while let Some(head) = a.head(at) {
        if a.deprel(at) == Deprel::AclRelcl {
            return person_before(a, i, head).unwrap_or(head);
        }
        at = head;
    }
    // "the leaders of Kenya and Chad, who welcomed …", the clause hung elsewhere
    let start = a.sentences()[a.sentence_of(i)].tokens.start;
    let before = i.checked_sub(1).filter(|&b| a.word(b) == ",").and_then(|b| b.checked_sub(1)).filter(|&b| b >= start);
    match before {
        Some(b) if a.lower(i) == "who" && is_nominal(a, b) => subject::phrase(a, b, start),
        _ => noun_before(a, i).unwrap_or(i),
    }
}

/// "The race against Roy Moore, who was accused", hung on the race: the person right before "who".
fn person_before(a: &Analysis<'_>, who: usize, head: usize) -> Option<usize> {
    let comma = who.checked_sub(1).filter(|&c| a.lower(who) == "who" && a.word(c) == ",")?;
    let name = comma.checked_sub(1).filter(|&n| n > head && a.upos(n) == Upos::Propn)?;
    let person = |i: usize| a.name_at(i).is_some_and(|n| n.kind == EntityKind::Person);
    // "the leaders of the party and Roy Moore, who": as people are more than one, all of them
    let things = a.upos(head) == Upos::Noun && a.xpos(head) == Xpos::Nn && !is_office(a, head);
    let mut first = name;
    while let Some(up) =
        a.head(first).filter(|&up| matches!(a.deprel(first), Deprel::Flat | Deprel::Compound) && up < name)
    {
        first = up;
    }
    (things && person(name)).then_some(first)
}

/// True for a noun that calls somebody by what he is: "the wife of Roy Moore, who said".
fn is_office(a: &Analysis<'_>, noun: usize) -> bool {
    Gazetteer::get().office(|k| (k == 0).then(|| a.lemma(noun))).is_some()
}

/// The head of the noun phrase that ends right before the words of `verb`, a comma between them or not.
pub(crate) fn noun_before(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let skipped = |i: &usize| a.upos(*i) == Upos::Punct || a.upos(*i) == Upos::Adv;
    let noun = (start..verb).rev().find(|i| !skipped(i)).filter(|&i| is_nominal(a, i))?;
    let mut head = noun;
    while let Some(up) = a.head(head).filter(|&up| up >= start && up < verb && is_nominal(a, up)) {
        if !matches!(a.deprel(head), Deprel::Flat | Deprel::Compound) {
            break;
        }
        head = up;
    }
    Some(head)
}

/// True for a participle with an object of its own that was read as an adjective: "an order imposing tariffs".
#[must_use]
pub fn is_participle(a: &Analysis<'_>, i: usize) -> bool {
    a.upos(i) == Upos::Adj
        && matches!(a.deprel(i), Deprel::Acl | Deprel::Advcl | Deprel::Conj | Deprel::Xcomp)
        && a.lower(i).ends_with("ing")
        && a.child(i, &[Deprel::Obj]).is_some()
}

/// What somebody owns whose name the parser made the head: "the president's envoy" hung on "president".
pub(crate) fn owned(a: &Analysis<'_>, owner: usize) -> Option<usize> {
    let mark = a.children(owner).find(|&c| c > owner && a.xpos(c) == Xpos::Pos)?;
    let inside =
        |c: &usize| *c > mark && matches!(a.deprel(*c), Deprel::Appos | Deprel::Flat | Deprel::Conj | Deprel::Dep);
    // "between Putin and President Trump's envoy", the envoy hung beside his president
    let beside =
        |c: &usize| a.head(*c) == a.head(owner) && matches!(a.deprel(*c), Deprel::Conj | Deprel::Appos | Deprel::Dep);
    let near = mark + 1..a.tokens().len().min(mark + 4);
    let owned = a.children(owner).find(inside).or_else(|| near.into_iter().find(beside));
    owned.filter(|&c| matches!(a.upos(c), Upos::Noun | Upos::Propn))
}

/// The word behind token `i`, in lower case; empty at the end of the text.
pub(crate) fn word_after<'a>(a: &'a Analysis<'_>, i: usize) -> &'a str {
    if i + 1 < a.tokens().len() { a.lower(i + 1) } else { "" }
}

/// True for a token in brackets of its own: "(AP)".
pub(crate) fn is_bracketed(a: &Analysis<'_>, i: usize) -> bool {
    i > 0 && matches!(a.word(i - 1), "(" | "[") && i + 1 < a.tokens().len() && matches!(a.word(i + 1), ")" | "]")
}

/// True for nouns, names, pronouns and numbers.
#[must_use]
pub fn is_nominal(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::X)
}

/// True for nouns that count time and names of days and months: "North Korea this month threatened …".
#[must_use]
pub fn is_time(a: &Analysis<'_>, i: usize) -> bool {
    let named = || {
        SyntaxWords::DaysAndMonths.has(a.lower(i)) && a.upos(i) != Upos::Verb && a.child(i, &[Deprel::Flat]).is_none()
    };
    SyntaxWords::TimeNouns.has(a.lemma(i)) || named() || a.lower(i) == "may" && a.child(i, &[Deprel::Nummod]).is_some()
}

/// The number of the preposition that introduces the noun phrase of `head`.
#[must_use]
pub fn preposition(a: &Analysis<'_>, head: usize) -> Option<u8> {
    // "out of the treaty": the word of the two that tables know
    let mut cases = a.children(head).filter(|&c| a.deprel(c) == Deprel::Case && a.xpos(c) != Xpos::Pos);
    cases.find_map(|c| PrepSet::number(a.lower(c)))
}

pub(crate) fn has_case(a: &Analysis<'_>, head: usize, word: &str) -> bool {
    a.children(head).any(|c| a.deprel(c) == Deprel::Case && a.lower(c) == word)
}

/// The prepositional phrases that may belong to a verb or noun: its own, and those of the nouns given
/// (the object, an event noun), as attachment is uncertain. Yields preposition and head.
pub fn phrases<'a>(
    a: &'a Analysis<'_>,
    heads: [Option<usize>; 3],
    clause: Option<&Clause>,
) -> impl Iterator<Item = (u8, usize)> + 'a {
    let object = clause.and_then(|c| c.object);
    let indirect = clause.and_then(|c| c.indirect).map(|i| (INDIRECT, antecedent(a, i)));
    heads
        .into_iter()
        .flatten()
        .flat_map(move |h| a.children(h))
        // "spoke highly of Trump", hung on the adverb
        .flat_map(move |c| {
            let adverb = a.deprel(c) == Deprel::Advmod;
            std::iter::once(c).chain(a.children(c).filter(move |&d| adverb && a.deprel(d) == Deprel::Obl))
        })
        // "met the governor together with the mayor": beside the doer, whom the deed is not done to
        .filter(move |&c| object.is_none_or(|o| o == c || !is_beside_doer(a, c)))
        .filter_map(|c| {
            let own = preposition(a, c).filter(|_| is_phrase(a.deprel(c))).map(|p| (p, untimed(a, antecedent(a, c))));
            own.or_else(|| headed(a, c)).or_else(|| addressee(a, c))
        })
        .chain(indirect)
}

/// True for the head of a phrase of company: "together with the mayor", "along with the mayor".
fn is_beside_doer(a: &Analysis<'_>, head: usize) -> bool {
    a.children_by(head, &[Deprel::Case])
        .any(|k| k > 0 && a.lower(k) == "with" && matches!(a.lower(k - 1), "together" | "along"))
}

/// "called on Obama to retaliate", read as a clause "on Obama retaliate": the preposition and who is to do it.
fn addressee(a: &Analysis<'_>, verb: usize) -> Option<(u8, usize)> {
    if !matches!(a.deprel(verb), Deprel::Advcl | Deprel::Xcomp | Deprel::Ccomp) || !is_infinitive(a, verb) {
        return None;
    }
    let who = a.child(verb, &[Deprel::Nsubj])?;
    let mark = a.children(verb).find(|&c| c < who && matches!(a.deprel(c), Deprel::Mark | Deprel::Case))?;
    Some((PrepSet::number(a.lower(mark))?, who))
}

/// The name in a phrase that took up the day behind it: "on the Gaza Strip Sunday".
fn untimed(a: &Analysis<'_>, head: usize) -> usize {
    let name = |&c: &usize| a.upos(c) == Upos::Propn && a.deprel(c) == Deprel::Compound && !is_time(a, c);
    if is_time(a, head) { a.children(head).find(name).unwrap_or(head) } else { head }
}

/// "a call with Prime Minister Modi", the noun hung on the preposition rather than the other way round; and "balked
/// at paying", where the preposition marks a gerund.
fn headed(a: &Analysis<'_>, c: usize) -> Option<(u8, usize)> {
    match (a.upos(c), a.deprel(c)) {
        (Upos::Adp, relation) if !matches!(relation, Deprel::Case | Deprel::CompoundPrt | Deprel::Mark) => {
            let noun = a.children(c).find(|&n| n > c && is_nominal(a, n))?;
            Some((PrepSet::number(a.lower(c))?, noun))
        }
        (Upos::Verb, Deprel::Advcl | Deprel::Xcomp | Deprel::Acl) if a.xpos(c) == Xpos::Vbg => {
            let mark = a.children(c).find(|&m| m < c && matches!(a.deprel(m), Deprel::Mark | Deprel::Case))?;
            Some((PrepSet::number(a.lower(mark))?, c))
        }
        _ => None,
    }
}

/// Relations of prepositional phrases; a parser in doubt calls them compounds too.
fn is_phrase(relation: Deprel) -> bool {
    matches!(
        relation,
        Deprel::Obl
            | Deprel::Obj
            | Deprel::OblAgent
            | Deprel::Nmod
            | Deprel::Iobj
            | Deprel::Compound
            | Deprel::Advcl
            | Deprel::Dep
    )
}

/// True for a reported clause that tells what should be rather than what is: "proposed that Iran halt the work",
/// "suggested they should talk"; a present below a past is no report either.
#[must_use]
pub fn is_wished(a: &Analysis<'_>, verb: usize, report: usize) -> bool {
    let mut helpers = a.children(verb).filter(|&c| matches!(a.deprel(c), Deprel::Aux | Deprel::AuxPass | Deprel::Cop));
    match helpers.next() {
        Some(first) => matches!(a.lower(first), "should" | "be" | "must"),
        None => {
            a.xpos(verb) == Xpos::Vb
                || matches!(a.xpos(report), Xpos::Vbd | Xpos::Vbn) && a.lower(verb) == a.lemma(verb)
        }
    }
}

/// True where the clause of `verb` is an indirect question of `report`: "asked whether they had met".
#[must_use]
pub fn is_question(a: &Analysis<'_>, verb: usize, report: usize) -> bool {
    let asks = |i: usize| match a.upos(i) {
        Upos::Sconj if a.xpos(i) != Xpos::Wrb => matches!(a.lower(i), "whether" | "if"),
        _ => matches!(a.xpos(i), Xpos::Wp | Xpos::Wrb | Xpos::Wdt),
    };
    (report + 1..verb).find(|&i| a.upos(i) != Upos::Adp).is_some_and(asks)
}

/// The infinitive that a bare verb continues though the parser joined it to the verb above: "want him to stop, sit
/// down, and sign a deal".
#[must_use]
pub fn continued(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let above = a.head(verb).filter(|_| a.deprel(verb) == Deprel::Conj && a.xpos(verb) == Xpos::Vb)?;
    let finite = matches!(a.xpos(above), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    let helped =
        a.children(verb).any(|c| matches!(a.deprel(c), Deprel::Aux | Deprel::AuxPass | Deprel::Nsubj | Deprel::Mark));
    let below = |i: &usize| *i > above && *i < verb && is_infinitive(a, *i);
    let inner = a.children_by(above, &[Deprel::Xcomp]).find(below).or_else(|| {
        a.child(above, &[Deprel::Obj]).and_then(|o| a.children_by(o, &[Deprel::Acl, Deprel::Xcomp]).find(below))
    });
    inner.filter(|_| finite && !helped)
}

/// True where an infinitive ("to leave") heads at `verb`.
#[must_use]
pub fn is_infinitive(a: &Analysis<'_>, verb: usize) -> bool {
    a.children(verb).any(|c| a.deprel(c) == Deprel::Mark && a.xpos(c) == Xpos::To)
}

/// True where the clause of `head` says "not", "never", "no longer", or has "no" before a subject or object.
#[must_use]
pub fn is_negated(a: &Analysis<'_>, head: usize) -> bool {
    a.children(head).any(|c| match a.deprel(c) {
        // "has yet to apologise"
        Deprel::Advmod if a.lower(c) == "yet" && word_after(a, c) == "to" => true,
        // "not only condemned the coup but also expelled the envoy" tells both
        Deprel::Advmod if a.lower(c) == "not" && SyntaxWords::OnlyWords.has(word_after(a, c)) => false,
        // "vowed never to give up": what comes after the verb denies the clause below
        Deprel::Advmod if c > head && (a.child(head, &[Deprel::Xcomp]).is_some() || word_after(a, c) == "to") => false,
        // "has never been more proud of him" says how proud
        Deprel::Advmod
            if a.lower(c) == "never" && c + 1 < head && matches!(a.lower(head - 1), "more" | "so" | "as") =>
        {
            false
        }
        Deprel::Advmod => {
            SyntaxWords::Negations.has(a.lower(c)) || a.lower(c) == "longer" && c > 0 && a.lower(c - 1) == "no"
        }
        Deprel::Det => a.lower(c) == "no" || a.lower(c) == "neither",
        // "neither attacked Iran nor met Hamas"
        Deprel::Cc | Deprel::CcPreconj => is_neither(a, c),
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj => {
            matches!(a.lower(c), "nobody" | "nothing" | "none")
                || a.children(c).any(|d| match a.deprel(d) {
                    Deprel::Det => matches!(a.lower(d), "no" | "neither"),
                    // "neither Kenya nor Uganda"; "attacked no ship, nor a port" has a verb of its own
                    Deprel::CcPreconj | Deprel::Cc => d < c && is_neither(a, d),
                    _ => false,
                })
        }
        _ => false,
    })
}

fn is_neither(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.lower(i), "neither" | "nor")
}

/// True for what is told only as what did not happen: "instead of meeting Lee", "rather than attack", "far from
/// lifting the ban".
#[must_use]
pub fn is_set_aside(a: &Analysis<'_>, head: usize) -> bool {
    let pair = |first: &str, second: &str| match second {
        "of" => first == "instead",
        "than" => first == "rather",
        "from" => first == "far",
        _ => false,
    };
    a.children(head).filter(|&c| c < head).any(|c| {
        matches!(a.deprel(c), Deprel::Mark | Deprel::Case | Deprel::Advmod | Deprel::Fixed | Deprel::Cc)
            && (pair(a.lower(c), word_after(a, c)) || c > 0 && pair(a.lower(c - 1), a.lower(c)))
    })
}
