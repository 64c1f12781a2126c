//! Offices people hold and whom they hold them for: titles before a name, appositions beside it.

use std::ops::Range;

use crate::extract::names::orthography::is_possessive;
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::gazetteer::{Gazetteer, Office, OfficeClass};
use crate::language::{Analysis, Deprel, Upos};
use crate::lexicon::names::NameWords;

/// Which name covers each token; `u32::MAX` for none.
pub(crate) struct NameMap(Vec<u32>);

impl NameMap {
    pub fn new(tokens: usize, names: &[NameSpan]) -> Self {
        let mut map = vec![u32::MAX; tokens];
        for (k, name) in names.iter().enumerate() {
            map[name.tokens.clone()].fill(k as u32);
        }
        Self(map)
    }

    /// The name that covers token `i`.
    pub fn at(&self, i: usize) -> Option<usize> {
        self.0.get(i).filter(|&&k| k != u32::MAX).map(|&k| k as usize)
    }
}

/// An office said of a name.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    /// Its tokens; the last one is its head.
    pub tokens: Range<usize>,
    pub office: Office,
    /// The name it is held for ("Russian" President).
    pub owner: Option<usize>,
}

/// How many tokens an apposition may put between a comma and its office.
const REACH: usize = 9;

/// How many tokens "to the United Nations" may put between an office and the name it is before.
const TAIL: usize = 7;

/// The offices that title and appositions give name `k`.
pub(crate) fn held(analysis: &Analysis<'_>, names: &[NameSpan], map: &NameMap, k: usize) -> Vec<Held> {
    let name = &names[k];
    let sentence = analysis.sentences()[analysis.sentence_of(name.tokens.start)].tokens.clone();
    let mut out = Vec::new();
    if let (Some(title), Some(office)) = (name.title.clone(), name.office) {
        let owner = owner_before(analysis, map, title.start, sentence.start)
            .or_else(|| owner_after(analysis, map, name.tokens.end, sentence.end));
        out.push(Held { tokens: title, office, owner });
    }
    // "Special Envoy to Ukraine General Keith Kellogg" holds both
    let first = out.first().map_or(name.tokens.start, |h: &Held| h.tokens.start);
    if out.first().is_none_or(|h| h.owner.is_none())
        && let Some(held) = title_with_tail(analysis, map, first, sentence.start)
    {
        out.push(held);
    }
    let comma = |i: usize| sentence.contains(&i) && matches!(analysis.word(i), "," | "(" | "–" | "—");
    if comma(name.tokens.end)
        && let Some(held) = apposition_after(analysis, map, name.tokens.end + 1, sentence.end)
    {
        out.push(held);
    }
    let start = out.first().map_or(name.tokens.start, |h| h.tokens.start);
    if start > sentence.start
        && comma(start - 1)
        && let Some(held) = apposition_before(analysis, names, map, start - 1, sentence.start)
    {
        out.push(held);
    }
    out
}

fn office_at(analysis: &Analysis<'_>, i: usize, end: usize) -> Option<(usize, Office)> {
    Gazetteer::get()
        .office(|k| (i + k < end).then(|| analysis.lower(i + k)))
        .filter(|(_, o)| o.class != OfficeClass::Honorific)
}

/// "Ambassador to Britain Liu Xiaoming", "Special Representative for North Korea Policy Joseph Yun":
/// an office with what it is for, right before the name at `at`.
fn title_with_tail(analysis: &Analysis<'_>, map: &NameMap, at: usize, start: usize) -> Option<Held> {
    let capital = |i: usize| analysis.word(i).starts_with(char::is_uppercase) || map.at(i).is_some();
    let mut i = at;
    while i > start && at - i < TAIL {
        i -= 1;
        let word = analysis.lower(i);
        if matches!(word, "for" | "to" | "on") && i + 1 < at && i > start {
            // "in talks for Mr Doe": nothing but a title's tail is all capitals
            if !(i + 1..at).all(|k| capital(k) || matches!(analysis.lower(k), "the" | "and" | "of")) {
                return None;
            }
            let from = i.saturating_sub(4).max(start);
            let (first, len, office) = (from..i)
                .filter_map(|k| office_at(analysis, k, i).map(|(len, office)| (k, len, office)))
                .find(|(k, len, _)| k + len == i)?;
            let owner = owner_before(analysis, map, first, start);
            return Some(Held { tokens: first..first + len, office, owner });
        }
        if !capital(i) && !matches!(word, "the" | "and" | "of") {
            return None;
        }
    }
    None
}

/// A token that an apposition's office cannot lie behind.
fn ends_a_phrase(analysis: &Analysis<'_>, i: usize) -> bool {
    matches!(analysis.upos(i), Upos::Verb | Upos::Aux | Upos::Pron | Upos::Sconj)
        || matches!(analysis.lower(i), "," | ";" | ":" | "." | "(" | ")" | "\"" | "“" | "”")
        || NameWords::EndsAPhrase.has(analysis.lower(i))
}

fn apposition_after(analysis: &Analysis<'_>, map: &NameMap, from: usize, end: usize) -> Option<Held> {
    let mut i = from;
    while i < end.min(from + REACH) {
        if map.at(i).is_none() {
            if let Some((len, office)) = office_at(analysis, i, end) {
                let owner = owner_before(analysis, map, i, from).or_else(|| owner_after(analysis, map, i + len, end));
                return Some(Held { tokens: i..i + len, office, owner });
            }
            if ends_a_phrase(analysis, i) || NameWords::AfterTitle.has(analysis.lower(i)) {
                return None;
            }
        }
        i += 1;
    }
    None
}

fn apposition_before(
    analysis: &Analysis<'_>,
    names: &[NameSpan],
    map: &NameMap,
    comma: usize,
    start: usize,
) -> Option<Held> {
    let lowest = comma.saturating_sub(REACH + 3).max(start);
    let mut best = None;
    let mut i = comma;
    while i > lowest {
        i -= 1;
        if let Some(k) = map.at(i) {
            // "the celebrity Barbra Streisand, Clinton said": her office, not his
            if best.is_none() && matches!(names[k].sense, Sense::Person) {
                return None;
            }
            continue;
        }
        if let Some((len, office)) = office_at(analysis, i, comma)
            && (best.is_none() || i + len >= best.as_ref().map_or(0, |b: &(usize, usize, Office)| b.0 + b.1))
        {
            best = Some((i, len, office));
            continue;
        }
        if ends_a_phrase(analysis, i)
            || best.is_some()
                && (analysis.lower(i) == "of"
                    || NameWords::AfterTitle.has(analysis.lower(i)) && analysis.lower(i) != "at")
        {
            break;
        }
    }
    let (at, len, office) = best?;
    if is_company(analysis, at + len - 1, comma) {
        return None;
    }
    let owner = owner_before(analysis, map, at, start).or_else(|| owner_after(analysis, map, at + len, comma));
    Some(Held { tokens: at..at + len, office, owner })
}

/// "Accompanied by his wife, Premier Lo": somebody in a participle's clause before the subject is beside it, not it.
fn is_company(analysis: &Analysis<'_>, office: usize, comma: usize) -> bool {
    let mut at = office;
    for _ in 0..3 {
        let Some(head) = analysis.head(at).filter(|&h| h < comma) else { return false };
        if analysis.upos(head) == Upos::Verb {
            return analysis.deprel(head) == Deprel::Advcl
                && analysis.head(head).is_some_and(|main| main > comma)
                && matches!(analysis.deprel(at), Deprel::OblAgent | Deprel::Obl);
        }
        at = head;
    }
    false
}

/// The name right before an office, possessive and adjectives between them skipped.
fn owner_before(analysis: &Analysis<'_>, map: &NameMap, office: usize, start: usize) -> Option<usize> {
    let mut i = office;
    for _ in 0..4 {
        i = i.checked_sub(1).filter(|&i| i >= start)?;
        if let Some(k) = map.at(i) {
            return (!is_tail(analysis, map, i, start)).then_some(k);
        }
        let word = analysis.lower(i);
        let passes = is_possessive(word)
            || matches!(analysis.upos(i), Upos::Adj | Upos::Noun)
            || NameWords::OwnerAdjectives.has(word);
        if !passes {
            return None;
        }
    }
    None
}

/// True where the name that ends with token `i` is what the office before it is for: nobody is sent by where an
/// "envoy to Ukraine" is sent.
fn is_tail(analysis: &Analysis<'_>, map: &NameMap, i: usize, start: usize) -> bool {
    let name = map.at(i);
    let first = (start..i).rev().take_while(|&j| map.at(j) == name).last().unwrap_or(i);
    let Some(to) = first.checked_sub(1).filter(|&to| to > start) else { return false };
    let office = |k: usize| office_at(analysis, k, to).is_some_and(|(len, _)| k + len == to);
    matches!(analysis.lower(to), "to" | "for") && (to.saturating_sub(4).max(start)..to).any(office)
}

/// The name after an office: "of Russia", "for the Ministry", "at the Institute".
fn owner_after(analysis: &Analysis<'_>, map: &NameMap, from: usize, end: usize) -> Option<usize> {
    if from >= end || !NameWords::OwnerPrepositions.has(analysis.lower(from)) {
        return None;
    }
    (from + 1..end.min(from + 4)).find_map(|i| map.at(i))
}
