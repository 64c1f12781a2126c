//! Date expressions and the article's own date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Span, Why};

/// TIMEX3 type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum DateType {
    /// A day, week, month, season, year, decade or a vague reference.
    Date,
    /// A time of day.
    Time,
    /// A stretch of time ("two weeks").
    Duration,
    /// A repeated time ("every Monday").
    Set,
}

/// An expression that names a time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateExpr {
    /// Its words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: DateType,
    /// TIMEX3 value: `2025-05-05`, `2025-W18`, `2025-04`, `PAST_REF`, `2025-05-08/2025-05-10`, `P2D`;
    /// `XXXX-05-08` where no anchor tells the year, empty where nothing is left to tell.
    pub value: String,
    /// The time of day told with a day that is named ("Monday night", "10 a.m. on May 5"), as TIMEX3
    /// writes it after the day: `TNI`, `T10:00`.
    pub time: Option<String>,
    /// The rule and the words that gave the value.
    pub why: Why,
}

/// The day an article is about or was written, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DocumentDate {
    /// The day.
    pub date: NaiveDate,
    /// The words that gave it, where they stand in the text.
    pub span: Option<Span>,
    /// The rule.
    pub why: Why,
}
