//! The values of query keys.

use std::ops::Range;

use chrono::NaiveDate;

use super::QueryError;
use crate::store::{DaySpan, fold_words};

/// Number of values of a closed list named in an error.
const LIKE_ENOUGH: f64 = 0.6;

/// A value as typed.
#[derive(Debug)]
pub(super) struct Value {
    /// Without quotation marks.
    pub(super) text: String,
    /// With quotation marks.
    pub(super) span: Range<usize>,
    /// True after `=`.
    pub(super) exact: bool,
}

/// An actor name in a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActorName {
    /// Folded words; the last one may be a prefix.
    pub phrase: String,
    /// True if it must be a whole name (`actor:=Modi`).
    pub whole: bool,
}

/// A range of dates; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRange {
    /// From a first to a last day.
    Days(Option<NaiveDate>, Option<NaiveDate>),
    /// Exactly these days (`date:=2025` matches "in 2025", but not a day in it).
    Just(DaySpan),
    /// Undated.
    Undated,
}

impl DateRange {
    /// True if the range contains every day of a date; undated events match [`DateRange::Undated`] only.
    #[must_use]
    pub fn holds(self, days: Option<DaySpan>) -> bool {
        match (self, days) {
            (Self::Undated, days) => days.is_none(),
            (Self::Days(from, to), Some(days)) => {
                from.is_none_or(|f| f <= days.first) && to.is_none_or(|t| days.last <= t)
            }
            (Self::Just(just), Some(days)) => just == days,
            (Self::Days(..) | Self::Just(_), None) => false,
        }
    }
}

impl Value {
    fn error(&self, message: String) -> QueryError {
        QueryError { message, span: self.span.clone(), suggestion: None }
    }

    pub(super) fn actor_name(&self) -> Result<ActorName, QueryError> {
        let phrase = fold_words(&self.text);
        if phrase.is_empty() {
            return Err(self.error(format!("\"{}\" is no name: it has no letter", self.text)));
        }
        Ok(ActorName { phrase, whole: self.exact })
    }

    pub(super) fn date_range(&self) -> Result<DateRange, QueryError> {
        if self.text.eq_ignore_ascii_case("none") {
            return Ok(DateRange::Undated);
        }
        let (from, to) = self.text.split_once("..").unwrap_or((&self.text, &self.text));
        let days = |text: &str| {
            let upper = text.to_ascii_uppercase();
            if text.is_empty() {
                Ok(None)
            } else if let Some(days) = DaySpan::of_value(&upper).filter(|_| text.len() >= 4) {
                Ok(Some(days))
            } else {
                let message =
                    format!("\"{text}\" is no date: write 2025, 2025-05, 2025-05-05, 2025-W18, 2025-Q2, A..B or none");
                Err(self.error(message))
            }
        };
        let (first, last) = (days(from)?.map(|d| d.first), days(to)?.map(|d| d.last));
        if first.zip(last).is_some_and(|(f, l)| f > l) {
            return Err(QueryError {
                suggestion: Some(format!("{to}..{from}")),
                ..self.error("the range ends before it begins".to_owned())
            });
        }
        if first.is_none() && last.is_none() {
            return Err(self.error("a range needs a beginning or an end".to_owned()));
        }
        match first.zip(last) {
            Some((first, last)) if self.exact => Ok(DateRange::Just(DaySpan { first, last })),
            _ => Ok(DateRange::Days(first, last)),
        }
    }
}

/// The range of `confidence:`.
pub(super) fn confidence(values: &[Value]) -> Result<(f32, f32), QueryError> {
    let value = match values {
        [one] => one,
        [_, second, ..] => return Err(second.error("\"confidence:\" takes one range".to_owned())),
        [] => return Ok((0.0, 1.0)),
    };
    let (from, to) = value.text.split_once("..").unwrap_or((&value.text, ""));
    let number = |text: &str, open: f32| {
        if text.is_empty() {
            return Ok(open);
        }
        let number = text.parse::<f32>().ok().filter(|n| (0.0..=1.0).contains(n));
        number.ok_or_else(|| value.error(format!("\"{text}\" is no number from 0 to 1")))
    };
    Ok((number(from, 0.0)?, number(to, 1.0)?))
}

/// Parses values of a closed list.
pub(super) fn choose<T: Copy, const N: usize>(
    values: &[Value],
    what: &str,
    all: [T; N],
    name: impl Fn(T) -> &'static str,
) -> Result<Vec<T>, QueryError> {
    let chosen = values.iter().map(|value| {
        all.into_iter().find(|&t| name(t).eq_ignore_ascii_case(&value.text)).ok_or_else(|| QueryError {
            suggestion: nearest(&value.text, all.into_iter().map(&name)),
            ..value.error(format!("there is no {what} \"{}\"", value.text))
        })
    });
    chosen.collect()
}

/// The word of a list that is most similar to a misspelt one, if any is similar enough.
pub(super) fn nearest(text: &str, words: impl Iterator<Item = &'static str>) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let words = words.map(str::to_ascii_lowercase);
    let scored = words.map(|w| {
        let begins = !text.is_empty() && w.starts_with(&text);
        (if begins { 1.0 } else { strsim::jaro_winkler(&w, &text) }, w)
    });
    scored.filter(|(score, _)| *score >= LIKE_ENOUGH).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, w)| w)
}
