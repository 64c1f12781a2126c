//! Everything found in one article.

use super::{Actor, DateExpr, DocumentDate, Entity, Event, LocalActorId, Quote, Span};

/// Something a reader should know about an article's findings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// What and what to do about it.
    pub message: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
}

/// All that extraction found in one article. Ids in it are local: places in `actors`.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Findings {
    /// The article's own date.
    pub document_date: Option<DocumentDate>,
    /// Title found in the text (a heading), byte span.
    pub title: Option<Span>,
    /// Named spans, in order, not overlapping.
    pub entities: Vec<Entity>,
    /// Actors; a [`LocalActorId`] is a place in this list.
    pub actors: Vec<Actor>,
    /// Quotes in order of the text.
    pub quotes: Vec<Quote>,
    /// Date expressions in order of the text.
    pub dates: Vec<DateExpr>,
    /// Events in order of the text.
    pub events: Vec<Event>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// Number of words read (tokens that hold a letter or digit).
    pub words: u32,
}

impl Findings {
    /// The actor behind a local id.
    #[must_use]
    pub fn actor(&self, id: LocalActorId) -> Option<&Actor> {
        self.actors.get(id.index())
    }
}
