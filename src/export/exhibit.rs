//! One self-contained piece of evidence: what was found, the words that prove it, and where they are.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::records::{EventRecord, QuoteRecord, with_words};
use crate::model::{Article, ArticleId, EventId, QuoteId, Span};
use crate::store::Store;

/// Something that can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// An event with its sentence.
    Event(EventId),
    /// A quote with its words.
    Quote(QuoteId),
}

/// What the hash of an exhibit covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Hashed {
    /// The bytes of the file at `path`.
    File,
    /// The article's text: it is not a file of its own, or the file can no longer be read.
    #[default]
    Text,
}

/// A piece of evidence. A field is empty if the article does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exhibit {
    /// `event` or `quote`.
    pub kind: String,
    /// When the event was, as a TIMEX3 value; of a quote, its article's date.
    pub date: String,
    /// The event's type.
    #[serde(rename = "type")]
    pub event_type: String,
    /// The event's mode; `direct` or `indirect` of a quote.
    pub mode: String,
    /// `asserted`, `planned`, `possible` or `denied` of an event.
    pub status: String,
    /// Who did or said it, separated by `; `; the article's own words follow in parentheses if they are not a
    /// name of the actor.
    pub who: String,
    /// To whom, separated by `; `.
    pub to_whom: String,
    /// Who claims the event; who reports the quote.
    pub according_to: String,
    /// The event's trigger; the quote's cue.
    pub trigger: String,
    /// The sentence of an event; the words of a quote.
    pub words: String,
    /// The article's name.
    pub doc: String,
    /// The first byte of the words in the file, or in the article's text if `bytes_of` says so.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// Whether `start` and `end` count bytes of the file or of the decoded text.
    pub bytes_of: Hashed,
    /// The file.
    pub path: String,
    /// The article's id, which also identifies a line of a stream.
    pub article: String,
    /// Outlet.
    pub source: String,
    /// The article's title.
    pub title: String,
    /// SHA-256 of the file or text, in hexadecimal digits.
    pub sha256: String,
    /// What was hashed.
    pub hashed: Hashed,
}

/// Makes exhibits, and hashes each file only once.
#[derive(Debug, Default)]
pub struct Exhibitor {
    hashes: HashMap<ArticleId, (String, Hashed)>,
}

impl Exhibitor {
    /// The exhibit of an item.
    pub fn exhibit(&mut self, store: &Store, item: Item) -> Exhibit {
        let (mut exhibit, article, span) = match item {
            Item::Event(id) => {
                let event = store.event(id);
                (of_event(EventRecord::of(store, id)), event.article, event.sentence)
            }
            Item::Quote(id) => {
                let quote = store.quote(id);
                (of_quote(QuoteRecord::of(store, id)), quote.article, quote.span)
            }
        };
        let row = &store.article(article).article;
        let (sha256, hashed) = self.hashes.entry(article).or_insert_with(|| hash(row)).clone();
        let own_bytes = is_files_own(row);
        let shift = if own_bytes { row.shift() } else { 0 };
        span.of(&row.text).clone_into(&mut exhibit.words);
        (exhibit.start, exhibit.end) = (span.start + shift, span.end + shift);
        exhibit.bytes_of = if own_bytes { Hashed::File } else { Hashed::Text };
        exhibit.doc.clone_from(&row.doc);
        exhibit.path = row.path().map(|p| p.display().to_string()).unwrap_or_default();
        exhibit.article.clone_from(&row.id);
        exhibit.source = row.source.clone().unwrap_or_default();
        store.title(article).unwrap_or_default().clone_into(&mut exhibit.title);
        (exhibit.sha256, exhibit.hashed) = (sha256, hashed);
        exhibit
    }
}

impl Exhibit {
    /// The span of its words in the current text of the article.
    #[must_use]
    pub fn span_in(&self, article: &Article) -> Option<Span> {
        let shift = if self.bytes_of == Hashed::File { article.shift() } else { 0 };
        let (start, end) = (self.start.checked_sub(shift)?, self.end.checked_sub(shift)?);
        Span::checked(&article.text, start as usize, end as usize).ok()
    }
}

fn of_event(event: EventRecord<'_>) -> Exhibit {
    Exhibit {
        kind: "event".to_owned(),
        date: event.date.unwrap_or_default().to_owned(),
        event_type: event.kind.to_string(),
        mode: event.mode.map(|m| m.to_string()).unwrap_or_default(),
        status: event.status.to_string(),
        who: with_words(&event.source, &event.source_words),
        to_whom: with_words(&event.target, &event.target_words),
        according_to: event.according_to.unwrap_or_default().to_owned(),
        trigger: event.trigger.to_owned(),
        ..Exhibit::default()
    }
}

fn of_quote(quote: QuoteRecord<'_>) -> Exhibit {
    Exhibit {
        kind: "quote".to_owned(),
        date: quote.document_date.clone().unwrap_or_default(),
        mode: quote.kind_name().to_owned(),
        who: quote.speaker.unwrap_or("unattributed").to_owned(),
        to_whom: quote.addressee.unwrap_or_default().to_owned(),
        according_to: quote.reporter.unwrap_or_default().to_owned(),
        trigger: quote.cue.unwrap_or_default().to_owned(),
        ..Exhibit::default()
    }
}

/// True if the article's text is a slice of its file's bytes.
fn is_files_own(article: &Article) -> bool {
    matches!(article.origin, crate::model::Origin::File { exact: true, .. })
}

fn hash(article: &Article) -> (String, Hashed) {
    let is_file = matches!(article.origin, crate::model::Origin::File { .. });
    match article.path().filter(|_| is_file).and_then(hash_of_file) {
        Some(hash) => (hash, Hashed::File),
        None => (hash_of(article.text.as_bytes()), Hashed::Text),
    }
}

/// SHA-256 of a file's bytes; `None` if it cannot be read.
#[must_use]
pub fn hash_of_file(path: &Path) -> Option<String> {
    std::fs::read(path).ok().map(|bytes| hash_of(&bytes))
}

/// SHA-256 of bytes, in hexadecimal digits.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
