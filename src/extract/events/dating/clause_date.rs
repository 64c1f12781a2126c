//! When: the date expression of the event's own clause, else of a clause above it.

use crate::extract::dates::Dates;
use crate::extract::events::words::EventWords;
use crate::extract::layout::Layout;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{DateExpr, DateType, EntityKind, RuleRef, Span, Status};
use crate::rules;

/// A date expression in the tree.
#[derive(Clone, Debug)]
pub struct Dated {
    /// Place in [`Dates::exprs`].
    pub expr: usize,
    /// The verb or noun it hangs on.
    pub governor: usize,
    /// A month or longer: "after the mission ended in 2015" dates nothing but its own word.
    pub coarse: bool,
    /// It tells which thing its governor is ("the September 11, 2001 attacks", "the anniversary of Victory Day")
    /// rather than when something happened.
    pub attribute: bool,
}

/// The usable dates of the tokens of one sentence, each with the word it hangs on.
#[must_use]
pub fn in_sentence(a: &Analysis<'_>, layout: &Layout, dates: &Dates, span: Span) -> Vec<Dated> {
    let first = dates.exprs.partition_point(|d| d.span.end <= span.start);
    let in_it = |d: &&DateExpr| d.span.start < span.end && matches!(d.kind, DateType::Date | DateType::Time);
    let several = dates.exprs[first..].iter().take_while(|d| d.span.start < span.end).filter(in_it).nth(1).is_some();
    dates.exprs[first..]
        .iter()
        .enumerate()
        .take_while(|(_, d)| d.span.start < span.end)
        .filter(|(_, d)| {
            // a dateline tells when the report was sent
            matches!(d.kind, DateType::Date | DateType::Time)
                && d.value.starts_with(|c: char| c.is_ascii_digit())
                && !layout.datelines.iter().any(|line| line.contains(d.span))
                && !(several && is_leading(a, span, d.span))
        })
        .filter_map(|(k, d)| {
            let coarse = d.value.len() < 8 && !d.value.contains('W');
            let (governor, attribute) = governor(a, d.span)?;
            Some(Dated { expr: first + k, governor, coarse, attribute })
        })
        .collect()
}

/// "London, 12 June 2020 – France condemned Mali on Tuesday": a date before a dash that opens the text is the report's.
fn is_leading(a: &Analysis<'_>, sentence: Span, date: Span) -> bool {
    const LONGEST_PLACE: usize = 40;
    let text = a.text();
    let before = Span { start: sentence.start, end: date.start }.of(text);
    let behind = Span { start: date.end, end: sentence.end }.of(text).trim_start();
    let dash = ["–", "—", "- ", "--"].iter().any(|d| behind.starts_with(d));
    let place = before.split_whitespace().all(|w| w.starts_with(|c: char| !c.is_lowercase()));
    let leading = dash && before.len() < LONGEST_PLACE && place;
    if leading {
        a.fired(&rules::dating::REPORT_S_DATE, date);
    }
    leading
}

/// The word outside the expression that its head hangs on, and whether it is that word's attribute.
fn governor(a: &Analysis<'_>, span: Span) -> Option<(usize, bool)> {
    let run = a.tokens_in(span);
    let head = run.clone().find(|&i| a.head(i).is_none_or(|h| !run.contains(&h)))?;
    let Some(mut governor) = a.head(head) else { return Some((head, false)) };
    // "invaded Afghanistan in 2001": nobody's name has a date, what is done to them has
    while let Some(up) = a.head(governor).filter(|_| is_named(a, governor) && governor < head) {
        governor = up;
    }
    let nominal = matches!(a.upos(governor), Upos::Noun | Upos::Propn);
    let preposition = a.children(head).find(|&c| a.deprel(c) == Deprel::Case).map(|c| a.lower(c));
    let before = run.end <= governor && matches!(a.deprel(head), Deprel::Compound | Deprel::NmodPoss | Deprel::Amod);
    if before && run.start > 0 && a.lower(run.start - 1) == "on" {
        // "signed into law on Tuesday legislation that …", the day taken for a word of the object
        return Some((a.head(governor).unwrap_or(governor), false));
    }
    Some((governor, nominal && (before || preposition == Some("of"))))
}

/// True for the name of somebody or of a place.
fn is_named(a: &Analysis<'_>, i: usize) -> bool {
    a.upos(i) == Upos::Propn && a.name_at(i).is_some_and(|n| !matches!(n.kind, EntityKind::Other))
}

/// What of an event's telling says which dates can be its own.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    /// How far its date may stand.
    pub reach: Reach,
    /// Whether it happened.
    pub status: Status,
}

/// How far from an event's word its date may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It must hang on the word itself.
    Own,
    /// The clause's date will do, and the only one of the sentence.
    Clause,
}

/// Picks the date of an event told by `trigger` (and `carrier`): first a date that hangs on it, then one on
/// the nearest verb above that tells of the same time, then the only date of the main clause; with the rule that chose.
#[must_use]
pub fn pick(
    a: &Analysis<'_>,
    dated: &[Dated],
    trigger: usize,
    carrier: Option<usize>,
    telling: Telling,
) -> Option<(usize, RuleRef)> {
    if dated.is_empty() {
        return None;
    }
    let own = |word: usize| dated.iter().find(|d| belongs(a, d, word)).map(|d| d.expr);
    if let Some(found) = own(trigger).or_else(|| carrier.and_then(own)) {
        return Some((found, &rules::dating::OWN_WORD));
    }
    if telling.reach == Reach::Own {
        return None;
    }
    let mut at = carrier.unwrap_or(trigger);
    for _ in 0..12 {
        let Some(head) = a.head(at) else { break };
        if is_apart(a, at, head, telling) {
            return None;
        }
        at = head;
        if let Some(found) = own(at) {
            return Some((found, &rules::dating::CLAUSE_ABOVE));
        }
    }
    // the only day of a sentence is the day of its main line
    match dated {
        [only] if !only.coarse && !only.attribute && is_main_line(a, only.governor, trigger) => {
            Some((only.expr, &rules::dating::MAIN_LINE))
        }
        _ => None,
    }
}

/// True where what hangs at `at` on `head` has another time than what `head` tells.
fn is_apart(a: &Analysis<'_>, at: usize, head: usize, telling: Telling) -> bool {
    let own_subject = || a.child(at, &[Deprel::Nsubj, Deprel::NsubjPass]).is_some();
    match a.deprel(at) {
        Deprel::AclRelcl => true,
        // "resigned on Monday, a week after the party had accused her"
        Deprel::Advcl => {
            let apart = |c: usize| {
                matches!(a.deprel(c), Deprel::Mark | Deprel::Case | Deprel::Advmod)
                    && EventWords::Sequence.has(a.lower(c))
            };
            own_subject() && a.children(at).any(apart)
        }
        // "met on Monday the lawyer hired by Spain", "the judge investigating the firm said on Monday"
        Deprel::Acl => match a.xpos(at) {
            Xpos::Vbn => true,
            Xpos::Vbg => matches!(a.deprel(head), Deprel::Nsubj | Deprel::NsubjPass),
            _ => telling.status != Status::Asserted,
        },
        // "said on Friday that the army had attacked", "that it would help"
        Deprel::Ccomp if matches!(a.upos(head), Upos::Verb) => match form(a, at) {
            Form::Perfect => true,
            Form::Ahead => telling.status != Status::Asserted,
            Form::Other => false,
        },
        _ => false,
    }
}

/// How a verb tells its time.
enum Form {
    /// "had attacked", "has been attacked".
    Perfect,
    /// "would attack".
    Ahead,
    Other,
}

fn form(a: &Analysis<'_>, verb: usize) -> Form {
    let helper = |words: &[&str]| {
        a.children(verb).any(|c| matches!(a.deprel(c), Deprel::Aux | Deprel::AuxPass) && words.contains(&a.lower(c)))
    };
    match () {
        () if a.children(verb).any(|c| a.deprel(c) == Deprel::Aux && EventWords::Ahead.has(a.lower(c))) => Form::Ahead,
        () if helper(&["had", "has", "have", "'ve"]) => Form::Perfect,
        () => Form::Other,
    }
}

/// A date's value as an event keeps it: the day, without a time of day.
#[must_use]
pub fn day(value: &str) -> &str {
    value.split_once('T').map_or(value, |(day, _)| day)
}

/// True where a date that hangs on `governor` dates `word`: itself, or a noun phrase of its clause.
fn belongs(a: &Analysis<'_>, dated: &Dated, word: usize) -> bool {
    let mut at = dated.governor;
    if at == word {
        return true;
    }
    // "during Wednesday's news conference, she thanked him"
    let owned = dated.attribute && a.child(at, &[Deprel::NmodPoss]).is_some_and(|day| day < at);
    if dated.attribute && !owned {
        return false;
    }
    if dated.coarse || owned {
        // "in a letter in October, he urged": a deed's setting is dated for the deed
        return a.head(at) == Some(word) && a.deprel(at) == Deprel::Obl && is_setting(a, at);
    }
    for _ in 0..6 {
        if at == word {
            return true;
        }
        if matches!(a.upos(at), Upos::Verb | Upos::Aux) || is_elsewhen(a, at) {
            return false;
        }
        match a.head(at) {
            Some(h) => at = h,
            None => return false,
        }
    }
    false
}

/// True for phrases whose date is another one than their clause's: "following a summit last week", "thanked him
/// for the talks on Monday".
fn is_elsewhen(a: &Analysis<'_>, head: usize) -> bool {
    a.children(head).any(|c| a.deprel(c) == Deprel::Case && EventWords::Beyond.has(a.lower(c)))
}

/// True for phrases of what a deed is done in: "in a statement", "during a call".
fn is_setting(a: &Analysis<'_>, head: usize) -> bool {
    a.children(head).any(|c| a.deprel(c) == Deprel::Case && matches!(a.lower(c), "in" | "at" | "during" | "on"))
}

/// True where nothing between a date's governor and the sentence's root sets it apart: no relative clause, no
/// "after reports last week".
fn is_main_line(a: &Analysis<'_>, governor: usize, trigger: usize) -> bool {
    let mut at = governor;
    for _ in 0..12 {
        // "claimed the attack, saying it was for strikes last week"
        let told = matches!(a.deprel(at), Deprel::Ccomp | Deprel::Advcl | Deprel::Acl)
            && a.child(at, &[Deprel::Nsubj, Deprel::NsubjPass]).is_some()
            && trigger < at
            && !a.subtree(at).contains(&trigger);
        if told || a.deprel(at) == Deprel::AclRelcl || a.upos(at) != Upos::Verb && is_elsewhen(a, at) {
            return false;
        }
        match a.head(at) {
            Some(head) => at = head,
            None => return true,
        }
    }
    true
}
