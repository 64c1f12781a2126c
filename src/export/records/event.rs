//! Events.

use serde::Serialize;

use super::{Place, Record, place, text};
use crate::model::{EventId, EventType, Mode, Status};
use crate::store::{Party, Store, fold_words};

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct EventRecord<'s> {
    /// When, as a TIMEX3 value.
    pub date: Option<&'s str>,
    /// Happened, planned, possible or denied.
    pub status: Status,
    /// What.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// How.
    pub mode: Option<Mode>,
    /// Who.
    pub source: Vec<&'s str>,
    /// For each source, the words that refer to it in the sentence; a pronoun or description shows that the
    /// actor was inferred.
    pub source_words: Vec<&'s str>,
    /// To, with or about whom.
    pub target: Vec<&'s str>,
    /// For each target, the words that refer to it in the sentence.
    pub target_words: Vec<&'s str>,
    /// The source of the claim.
    pub according_to: Option<&'s str>,
    /// 0 to 1, to three decimals.
    pub confidence: f64,
    /// Its sentence.
    #[serde(flatten)]
    pub place: Place<'s>,
    /// The trigger: the words that name the event.
    pub trigger: &'s str,
    /// The words of the sentence.
    pub sentence: &'s str,
}

impl<'s> EventRecord<'s> {
    /// The record of an event.
    #[must_use]
    pub fn of(store: &'s Store, id: EventId) -> Self {
        let event = store.event(id);
        let names = |parties: &[Party]| parties.iter().map(|p| store.name(p.actor)).collect();
        let words = |parties: &[Party]| parties.iter().map(|p| store.words_at(event.article, p.span)).collect();
        Self {
            date: event.date().map(day),
            status: event.status,
            kind: event.kind,
            mode: event.mode,
            source: names(event.sources()),
            source_words: words(event.sources()),
            target: names(event.targets()),
            target_words: words(event.targets()),
            according_to: event.according_to.map(|a| store.name(a)),
            confidence: rounded(event.confidence),
            place: place(store, event.article, event.sentence),
            trigger: event.trigger_words(),
            sentence: event.sentence_words(),
        }
    }
}

/// A value without a time of day ("2016-11-10TEV" becomes "2016-11-10").
fn day(value: &str) -> &str {
    match value.get(10..11) {
        Some("T") => &value[..10],
        _ => value,
    }
}

/// Names, each with the article's own words if those do not contain the name.
#[must_use]
pub fn with_words(names: &[&str], words: &[&str]) -> String {
    let shown = names.iter().enumerate().map(|(i, name)| match words.get(i) {
        Some(words) if !words.is_empty() && !shares_a_word(name, words) => format!("{name} (“{words}”)"),
        _ => (*name).to_owned(),
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// True if the article's words and the name share a word.
fn shares_a_word(name: &str, words: &str) -> bool {
    let (name, words) = (fold_words(name), fold_words(words));
    words.split(' ').any(|w| name.split(' ').any(|n| n == w))
}

/// Rounded to three decimals: the score does not support more.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// The columns that describe what happened: the first ones of events and stories.
macro_rules! with_what_happened {
    ($($column:literal),* $(,)?) => {
        &["date", "status", "type", "mode", "source", "target", $($column),*]
    };
}
pub(super) use with_what_happened;

impl EventRecord<'_> {
    /// The fields of [`with_what_happened`].
    pub(super) fn what_happened(&self) -> Vec<String> {
        vec![
            text(self.date),
            self.status.to_string(),
            self.kind.to_string(),
            self.mode.map(|m| m.to_string()).unwrap_or_default(),
            with_words(&self.source, &self.source_words),
            with_words(&self.target, &self.target_words),
        ]
    }
}

impl Record for EventRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        with_what_happened!["according_to", "confidence", "where", "trigger", "sentence"];

    fn fields(&self) -> Vec<String> {
        let mut fields = self.what_happened();
        fields.extend([
            text(self.according_to),
            format!("{:.2}", self.confidence),
            self.place.to_string(),
            self.trigger.to_owned(),
            self.sentence.to_owned(),
        ]);
        fields
    }
}
