//! The query language, the same in the explorer's filter and in `--query`.
//!
//! ```text
//! actor:modi type:consult,accuse date:2025-05..2025-08 -status:planned "phone call" tariff
//! ```
//!
//! Conditions are separated by spaces and must all hold; values separated by commas are
//! alternatives; `-` negates a condition; words without a key must be in the text. [`KEYS`] is
//! the one table of keys, shared by the parser, its errors, completion, help, man page and README.
//!
//! A query applies to whatever is listed: `type:assault` lists events of that type, actors that take part in one, or
//! articles that report one. All conditions on events must hold for the same event, and all conditions on quotes for
//! the same quote.

mod candidates;
mod complete;
mod eval;
mod parse;
mod synonyms;
mod values;

pub use complete::{Completion, complete};
pub use values::{ActorName, DateRange};

use std::ops::Range;

use super::WordPattern;
use crate::model::{ActorKind, EventType, Mode, QuoteKind, Status};

/// A parsed query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    /// True after `-`.
    pub(super) negated: bool,
    pub(super) test: Test,
}

/// The test of a condition; lists are alternatives.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    Actor(Vec<ActorName>),
    From(Vec<ActorName>),
    To(Vec<ActorName>),
    By(Vec<ActorName>),
    About(Vec<ActorName>),
    Type(Vec<EventType>),
    Mode(Vec<Mode>),
    Status(Vec<Status>),
    Date(Vec<DateRange>),
    Confidence(f32, f32),
    Kind(Vec<Kind>),
    Doc(Vec<String>),
    Quote(Vec<WordPattern>),
    Words(WordPattern),
}

/// A value of `kind:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Actor(ActorKind),
    Quote(QuoteKind),
    Named(bool),
}

impl Kind {
    pub(super) const ALL: [(&'static str, Self); 8] = [
        ("person", Self::Actor(ActorKind::Person)),
        ("country", Self::Actor(ActorKind::Country)),
        ("organisation", Self::Actor(ActorKind::Organisation)),
        ("group", Self::Actor(ActorKind::Group)),
        ("named", Self::Named(true)),
        ("unnamed", Self::Named(false)),
        ("direct", Self::Quote(QuoteKind::Direct)),
        ("indirect", Self::Quote(QuoteKind::Indirect)),
    ];
}

/// A key of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyDoc {
    /// Its name, without the colon.
    pub name: &'static str,
    /// The value it takes.
    pub value: &'static str,
    /// What it tests.
    pub meaning: &'static str,
    /// An example.
    pub example: &'static str,
}

/// Every key, in the order of the help.
pub const KEYS: [KeyDoc; 13] = [
    key("actor", "name", "takes part: acts, is acted on, speaks or is mentioned", "actor:modi"),
    key("from", "name", "acts: the event's source, the quote's speaker", "from:putin"),
    key("to", "name", "is acted on: the event's target, the quote's addressee", "to:india"),
    key("by", "name", "says so: the quote's speaker, the event's claimant", "by:trump"),
    key("about", "name", "is mentioned in what somebody else says", "about:\"united states\""),
    key("type", "event type", "the event is of this type", "type:consult,accuse"),
    key("mode", "mode", "the event was done this way", "mode:visit"),
    key("status", "status", "asserted, planned, possible or denied", "status:planned"),
    key("date", "day, week, month, year, A..B or none", "the date lies in this time", "date:2025-05..2025-08"),
    key("confidence", "A.., ..B or A..B", "the event's confidence, 0 to 1", "confidence:0.5.."),
    key(
        "kind",
        "kind",
        "of actors: person, country, organisation, group, named, unnamed; of quotes: direct, indirect",
        "kind:person",
    ),
    key("doc", "part of a name", "the article's name, title or outlet holds this", "doc:004"),
    key("quote", "words", "somebody says these words", "quote:\"ceasefire\""),
];

const fn key(name: &'static str, value: &'static str, meaning: &'static str, example: &'static str) -> KeyDoc {
    KeyDoc { name, value, meaning, example }
}

/// Why a query cannot be parsed, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}{}", .suggestion.as_ref().map(|s| format!("; did you mean {s}?")).unwrap_or_default())]
#[non_exhaustive]
pub struct QueryError {
    /// What is wrong.
    pub message: String,
    /// The bytes of the query in error, on character boundaries.
    pub span: Range<usize>,
    /// A suggested replacement for `span`.
    pub suggestion: Option<String>,
}

impl QueryError {
    /// The column of the error in characters, from 1.
    #[must_use]
    pub fn column(&self, query: &str) -> usize {
        query.get(..self.span.start).map_or(0, |before| before.chars().count()) + 1
    }
}

impl Query {
    /// Parses a query. A blank query matches everything.
    ///
    /// # Errors
    /// A [`QueryError`] that points at the first part that cannot be parsed.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parse::parse(text)
    }

    /// True if the query has no conditions.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

#[cfg(test)]
mod tests;
