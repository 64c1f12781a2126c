//! Stories: reports of one event.

use serde::Serialize;

use super::event::with_what_happened;
use super::{EventRecord, Place, Record, place};
use crate::model::{EventId, StoryId};
use crate::store::Store;

/// Reports of one event.
#[derive(Clone, Debug, Serialize)]
pub struct StoryRecord<'s> {
    /// The report that tells most.
    pub head: EventRecord<'s>,
    /// Articles that report it, copies counted once.
    pub articles: usize,
    /// Outlets that report it, where they are known.
    pub outlets: Vec<&'s str>,
    /// What reports tell differently.
    pub conflicts: Vec<ConflictRecord<'s>>,
    /// Every report, in order of the input.
    pub reports: Vec<EventRecord<'s>>,
}

/// Something that reports tell differently.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictRecord<'s> {
    /// What: `date`, or the noun that is counted.
    pub of: String,
    /// Each value and where it is told.
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
