//! Quotes.

use serde::Serialize;

use super::{Place, Record, document_date, place, text};
use crate::model::{QuoteId, QuoteKind};
use crate::store::Store;

/// A quote.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteRecord<'s> {
    /// Who said it; `None` is "unattributed".
    pub speaker: Option<&'s str>,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// The speech verb or phrase.
    pub cue: Option<&'s str>,
    /// The addressee.
    pub addressee: Option<&'s str>,
    /// Who reports that it was said.
    pub reporter: Option<&'s str>,
    /// The article's date.
    pub document_date: Option<String>,
    /// The words said.
    #[serde(flatten)]
    pub place: Place<'s>,
    /// The words.
    pub words: &'s str,
}

impl<'s> QuoteRecord<'s> {
    /// The record of a quote.
    #[must_use]
    pub fn of(store: &'s Store, id: QuoteId) -> Self {
        let quote = store.quote(id);
        Self {
            speaker: quote.speaker.map(|a| store.name(a)),
            kind: quote.kind,
            cue: quote.cue.map(|c| store.words_at(quote.article, c)),
            addressee: quote.addressee.map(|a| store.name(a)),
            reporter: quote.reporter.map(|a| store.name(a)),
            document_date: document_date(store, quote.article),
            place: place(store, quote.article, quote.span),
            words: store.words_at(quote.article, quote.span),
        }
    }
}

impl QuoteRecord<'_> {
    /// `direct` or `indirect`.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
        }
    }
}

impl Record for QuoteRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["speaker", "kind", "cue", "addressee", "document_date", "where", "words"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.speaker.unwrap_or("unattributed").to_owned(),
            self.kind_name().to_owned(),
            text(self.cue),
            text(self.addressee),
            self.document_date.clone().unwrap_or_default(),
            self.place.to_string(),
            self.words.to_owned(),
        ]
    }
}
