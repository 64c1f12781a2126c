//! Pairs of actors.

use serde::Serialize;

use super::Record;
use super::period::mean;
use crate::model::ActorId;
use crate::store::{Store, Weight};

/// Two actors with the number of events they share.
#[derive(Clone, Debug, Serialize)]
pub struct PairRecord<'s> {
    /// The actor that appeared first in the input.
    pub one: &'s str,
    /// The other.
    pub other: &'s str,
    /// Events they share.
    pub events: u32,
    /// Of these, events of cooperation.
    pub cooperation: u32,
    /// Of these, events of conflict.
    pub conflict: u32,
    /// The mean Goldstein value to two decimals.
    pub goldstein: Option<f64>,
}

impl<'s> PairRecord<'s> {
    /// The record of a pair.
    #[must_use]
    pub fn of(store: &'s Store, (one, other): (ActorId, ActorId), weight: Weight) -> Self {
        Self {
            one: store.name(one),
            other: store.name(other),
            events: weight.events,
            cooperation: weight.cooperations(),
            conflict: weight.conflicts,
            goldstein: mean(weight),
        }
    }
}

impl Record for PairRecord<'_> {
    const COLUMNS: &'static [&'static str] = &["one", "other", "events", "cooperation", "conflict", "goldstein"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.one.to_owned(),
            self.other.to_owned(),
            self.events.to_string(),
            self.cooperation.to_string(),
            self.conflict.to_string(),
            self.goldstein.map(|g| format!("{g:+.2}")).unwrap_or_default(),
        ]
    }
}
