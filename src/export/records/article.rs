//! Articles.

use serde::Serialize;

use super::{Record, document_date, text};
use crate::model::ArticleId;
use crate::store::Store;

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleRecord<'s> {
    /// Its id.
    pub id: &'s str,
    /// Its name.
    pub doc: &'s str,
    /// The file.
    pub path: Option<String>,
    /// Its own date.
    pub document_date: Option<String>,
    /// The rule that gave the date.
    pub document_date_rule: Option<&'s str>,
    /// The id of the article that this one is a near copy of.
    pub copy_of: Option<&'s str>,
    /// Outlet.
    pub source: Option<&'s str>,
    /// Title.
    pub title: Option<&'s str>,
    /// Number of words.
    pub words: u32,
    /// Number of events.
    pub events: usize,
    /// Number of quotes.
    pub quotes: usize,
    /// Number of actors.
    pub actors: usize,
    /// Warnings for the reader.
    pub warnings: Vec<&'s str>,
}

impl<'s> ArticleRecord<'s> {
    /// The record of an article.
    #[must_use]
    pub fn of(store: &'s Store, id: ArticleId) -> Self {
        let row = store.article(id);
        let notes = row.article.notes.iter().map(String::as_str);
        Self {
            id: &row.article.id,
            doc: &row.article.doc,
            path: row.article.path().map(|p| p.display().to_string()),
            document_date: document_date(store, id),
            document_date_rule: row.document_date.as_ref().map(|d| d.why.rule.id),
            copy_of: Some(store.original(id)).filter(|&o| o != id).map(|o| store.article(o).article.id.as_str()),
            source: row.article.source.as_deref(),
            title: store.title(id),
            words: row.words,
            events: store.events_in(id).len(),
            quotes: store.quotes_in(id).len(),
            actors: row.actors.len(),
            warnings: notes.chain(row.warnings.iter().map(|w| w.message.as_str())).collect(),
        }
    }
}

impl Record for ArticleRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["document_date", "doc", "words", "events", "quotes", "actors", "source", "title", "copy_of", "warnings"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.document_date.clone().unwrap_or_default(),
            self.doc.to_owned(),
            self.words.to_string(),
            self.events.to_string(),
            self.quotes.to_string(),
            self.actors.to_string(),
            text(self.source),
            text(self.title),
            text(self.copy_of),
            self.warnings.join("; "),
        ]
    }
}
