//! Periods of the timeline with their event counts.

use serde::Serialize;

use super::Record;
use crate::store::{Bar, Weight};

/// A bar of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct PeriodRecord {
    /// The first day; `None` for events that are undated.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
    /// Events dated within these days.
    pub events: u32,
    /// Of these, events of cooperation.
    pub cooperation: u32,
    /// Of these, events of conflict.
    pub conflict: u32,
    /// The mean Goldstein value to two decimals; `None` if there is no event.
    pub goldstein: Option<f64>,
}

impl PeriodRecord {
    /// The record of a bar.
    #[must_use]
    pub fn of(bar: Bar, weight: Weight) -> Self {
        let days = bar.days();
        Self {
            from: days.map(|d| d.first.to_string()),
            to: days.map(|d| d.last.to_string()),
            events: weight.events,
            cooperation: weight.cooperations(),
            conflict: weight.conflicts,
            goldstein: mean(weight),
        }
    }
}

/// Rounded to two decimals: the values do not support more.
pub(super) fn mean(weight: Weight) -> Option<f64> {
    (weight.events > 0).then(|| (f64::from(weight.mean()) * 100.0).round() / 100.0)
}

impl Record for PeriodRecord {
    const COLUMNS: &'static [&'static str] = &["from", "to", "events", "cooperation", "conflict", "goldstein"];

    fn fields(&self) -> Vec<String> {
        let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "undated".to_owned());
        vec![
            day(&self.from),
            day(&self.to),
            self.events.to_string(),
            self.cooperation.to_string(),
            self.conflict.to_string(),
            self.goldstein.map(|g| format!("{g:+.2}")).unwrap_or_default(),
        ]
    }
}
