//! The rows of lists and exports, with every id resolved.
//!
//! Byte offsets are those of the original file wherever the article's text is the file's own bytes
//! ([`place`]).

mod actor;
mod article;
mod event;
mod pair;
mod period;
mod quote;
mod story;

use serde::Serialize;

use crate::model::{ArticleId, Span};
use crate::store::Store;

pub use actor::{ActorRecord, Counted};
pub use article::ArticleRecord;
pub use event::{EventRecord, with_words};
pub use pair::PairRecord;
pub use period::PeriodRecord;
pub use quote::QuoteRecord;
pub use story::{ConflictRecord, StoryRecord};

/// A row of a list.
pub trait Record: Serialize {
    /// The columns' names.
    const COLUMNS: &'static [&'static str];

    /// The fields, one per column.
    fn fields(&self) -> Vec<String>;
}

/// Where words are: the article's name and the byte range, in the file if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place<'s> {
    /// The article's name.
    pub doc: &'s str,
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The first byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}-{}", self.doc, self.start, self.end)
    }
}

/// The place of a span of an article.
#[must_use]
pub fn place(store: &Store, id: ArticleId, span: Span) -> Place<'_> {
    let article = &store.article(id).article;
    let shift = article.shift();
    Place {
        doc: &article.doc,
        path: article.path().map(|p| p.display().to_string()),
        start: span.start + shift,
        end: span.end + shift,
    }
}

fn document_date(store: &Store, id: ArticleId) -> Option<String> {
    store.article(id).document_date.as_ref().map(|d| d.date.to_string())
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}
