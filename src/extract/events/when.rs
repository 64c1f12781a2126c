//! When: the date expression of the event's own clause, else of a clause above it.

use crate::extract::dates::Dates;
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{DateType, Span};

/// A date expression in the tree.
#[derive(Clone, Debug)]
pub struct Dated {
    /// Place in [`Dates::exprs`].
    pub expr: usize,
    /// The verb or noun it hangs on.
    pub governor: usize,
    /// A month or longer: "after the mission ended in 2015" dates nothing but its own word.
    pub coarse: bool,
}

/// The usable dates of the tokens of one sentence, each with the word it hangs on.
#[must_use]
pub fn in_sentence(a: &Analysis<'_>, dates: &Dates, span: Span) -> Vec<Dated> {
    let first = dates.exprs.partition_point(|d| d.span.end <= span.start);
    dates.exprs[first..]
        .iter()
        .enumerate()
        .take_while(|(_, d)| d.span.start < span.end)
        .filter(|(_, d)| {
            matches!(d.kind, DateType::Date | DateType::Time) && d.value.starts_with(|c: char| c.is_ascii_digit())
        })
        .filter_map(|(k, d)| {
            let coarse = d.value.len() < 8 && !d.value.contains('W');
            Some(Dated { expr: first + k, governor: governor(a, d.span)?, coarse })
        })
        .collect()
}

/// The word outside the expression that its head hangs on.
fn governor(a: &Analysis<'_>, span: Span) -> Option<usize> {
    let run = a.tokens_in(span);
    let head = run.clone().find(|&i| a.head(i).is_none_or(|h| !run.contains(&h)))?;
    a.head(head).or(Some(head))
}

/// Picks the date of an event told by `trigger` (and `carrier`): first a date that hangs on it, then one on
/// the nearest verb above, then the only date of the main clause.
#[must_use]
pub fn pick(a: &Analysis<'_>, dated: &[Dated], trigger: usize, carrier: Option<usize>) -> Option<usize> {
    if dated.is_empty() {
        return None;
    }
    let own = |word: usize| dated.iter().find(|d| belongs(a, d, word)).map(|d| d.expr);
    if let Some(found) = own(trigger).or_else(|| carrier.and_then(own)) {
        return Some(found);
    }
    let mut at = carrier.unwrap_or(trigger);
    for _ in 0..12 {
        let relation = a.deprel(at);
        let Some(head) = a.head(at) else { break };
        if relation == Deprel::AclRelcl {
            return None;
        }
        at = head;
        if let Some(found) = own(at) {
            return Some(found);
        }
    }
    // the only day of a sentence is the day of its main line
    match dated {
        [only] if !only.coarse => Some(only.expr),
        _ => None,
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
    if dated.coarse {
        return at == word;
    }
    for _ in 0..6 {
        if at == word {
            return true;
        }
        if matches!(a.upos(at), Upos::Verb | Upos::Aux) {
            return false;
        }
        match a.head(at) {
            Some(h) => at = h,
            None => return false,
        }
    }
    false
}
