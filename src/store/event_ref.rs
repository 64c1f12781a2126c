//! An event of the store together with the words it points to.

use std::ops::Deref;

use super::{EventRow, Party, Store};
use crate::model::{EventId, Span, Step};

/// An event with its ids resolved. It dereferences to its row.
#[derive(Clone, Copy, Debug)]
pub struct EventRef<'s> {
    pub(super) store: &'s Store,
    pub(super) row: &'s EventRow,
    /// Which event.
    pub id: EventId,
}

impl<'s> EventRef<'s> {
    /// Who acts.
    #[must_use]
    pub fn sources(self) -> &'s [Party] {
        let start = self.row.parties as usize;
        &self.store.parties[start..start + self.row.sources as usize]
    }

    /// To whom, with whom or about whom.
    #[must_use]
    pub fn targets(self) -> &'s [Party] {
        let start = self.row.parties as usize + self.row.sources as usize;
        &self.store.parties[start..start + self.row.targets as usize]
    }

    /// Sources, then targets.
    #[must_use]
    pub fn parties(self) -> &'s [Party] {
        let start = self.row.parties as usize;
        &self.store.parties[start..start + self.row.sources as usize + self.row.targets as usize]
    }

    /// When, as a TIMEX3 value.
    #[must_use]
    pub fn date(self) -> Option<&'s str> {
        self.row.date.map(|d| self.store.str(d))
    }

    /// What decided each part of it, in the order of deciding; the first step is what told it.
    #[must_use]
    pub fn trail(self) -> &'s [Step] {
        &self.row.trail
    }

    /// The words at a span of its article.
    #[must_use]
    pub fn words_at(self, span: Span) -> &'s str {
        self.store.words_at(self.row.article, span)
    }

    /// The words of the sentence that proves it.
    #[must_use]
    pub fn sentence_words(self) -> &'s str {
        self.store.words_at(self.row.article, self.row.sentence)
    }

    /// The words for what does it, if no actor is its source ("the explosion").
    #[must_use]
    pub fn doing_words(self) -> Option<&'s str> {
        self.row.doing.map(|span| self.store.words_at(self.row.article, span))
    }

    /// The words for what it is done to, if no actor is its target ("an army camp").
    #[must_use]
    pub fn theme_words(self) -> Option<&'s str> {
        self.row.theme.map(|span| self.store.words_at(self.row.article, span))
    }

    /// The words that refer to one of its parties.
    #[must_use]
    pub fn party_words(self, party: Party) -> &'s str {
        self.store.words_at(self.row.article, party.span)
    }

    /// The trigger: the words that name the event.
    #[must_use]
    pub fn trigger_words(self) -> &'s str {
        self.store.words_at(self.row.article, self.row.trigger)
    }
}

impl Deref for EventRef<'_> {
    type Target = EventRow;

    fn deref(&self) -> &EventRow {
        self.row
    }
}
