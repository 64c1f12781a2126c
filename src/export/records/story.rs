//! Stories: reports of the same event.

use serde::Serialize;

use super::event::with_what_happened;
use super::{EventRecord, Place, Record, place};
use crate::model::{EventId, StoryId};
use crate::store::Store;

/// Reports of the same event.
#[derive(Clone, Debug, Serialize)]
pub struct StoryRecord<'s> {
    /// The most complete report.
    pub head: EventRecord<'s>,
    /// Articles that report it, copies counted once.
    pub articles: usize,
    /// Outlets that report it, as far as known.
    pub outlets: Vec<&'s str>,
    /// Where the reports disagree.
    pub conflicts: Vec<ConflictRecord<'s>>,
    /// Every report, in input order.
    pub reports: Vec<EventRecord<'s>>,
}

/// A point on which reports disagree.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictRecord<'s> {
    /// The point: `date`, or the noun that is counted.
    pub of: String,
    /// Each value and where it is reported.
    pub values: Vec<(String, Place<'s>)>,
}

impl<'s> StoryRecord<'s> {
    /// The record of a story.
    #[must_use]
    pub fn of(store: &'s Store, id: StoryId) -> Self {
        let story = store.story(id);
        let told = |(value, event): (String, EventId)| {
            let event = store.event(event);
            (value, place(store, event.article, event.sentence))
        };
        let conflicts = story.conflicts().into_iter();
        Self {
            head: EventRecord::of(store, story.head()),
            articles: story.articles().len(),
            outlets: story.outlets(),
            conflicts: conflicts
                .map(|c| ConflictRecord { of: c.of, values: c.values.into_iter().map(told).collect() })
                .collect(),
            reports: story.events.iter().map(|&e| EventRecord::of(store, e)).collect(),
        }
    }
}

impl Record for StoryRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        with_what_happened!["reports", "articles", "outlets", "conflicts", "where", "sentence"];

    fn fields(&self) -> Vec<String> {
        let values = |c: &ConflictRecord<'_>| c.values.iter().map(|v| v.0.as_str()).collect::<Vec<_>>().join(" / ");
        let mut fields = self.head.what_happened();
        fields.extend([
            self.reports.len().to_string(),
            self.articles.to_string(),
            self.outlets.join("; "),
            self.conflicts.iter().map(|c| format!("{} {}", c.of, values(c))).collect::<Vec<_>>().join("; "),
            self.head.place.to_string(),
            self.head.sentence.to_owned(),
        ]);
        fields
    }
}
