//! Orders of lists.

use std::cmp::Ordering;
use std::sync::OnceLock;

use super::Store;
use crate::model::{ActorId, EventId};

/// How events are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventOrder {
    /// Oldest first, whole months and years after their days, undated last.
    #[default]
    Date,
    /// Newest first, undated last.
    DateDown,
    /// As the articles came and as they tell it.
    Article,
    /// By type in the order of the ontology's table, then by date.
    Kind,
    /// Surest first.
    Confidence,
}

/// Orders kept ready: sorting 100,000 events anew at every key would show.
#[derive(Debug, Default)]
pub(super) struct Orders {
    by_date: Vec<EventId>,
    by_weight: OnceLock<Box<[ActorId]>>,
}

impl Orders {
    /// Takes in the events from `from` on: they are sorted and merged into the rest.
    pub(super) fn extend(store: &mut Store, from: usize) {
        let mut orders = std::mem::take(&mut store.orders);
        orders.by_weight = OnceLock::new();
        let mut new: Vec<_> = (from..store.events.len()).map(EventId::from_index).collect();
        new.sort_by(|&a, &b| store.compare_dates(a, b));
        orders.by_date = merge(std::mem::take(&mut orders.by_date), new, |&a, &b| store.compare_dates(a, b));
        store.orders = orders;
    }
}

/// Merges two sorted lists, from the back and in place: what stays at the front is not touched.
fn merge<T: Copy>(mut old: Vec<T>, new: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let Some(&filler) = new.first() else { return old };
    let (mut i, mut j) = (old.len(), new.len());
    old.resize(i + j, filler);
    while j > 0 {
        if i > 0 && compare(&old[i - 1], &new[j - 1]) == Ordering::Greater {
            old[i + j - 1] = old[i - 1];
            i -= 1;
        } else {
            old[i + j - 1] = new[j - 1];
            j -= 1;
        }
    }
    old
}

impl Store {
    /// All events, oldest first, undated last.
    #[must_use]
    pub fn events_by_date(&self) -> &[EventId] {
        &self.orders.by_date
    }

    /// All actors, those with the most events and mentions first; unnamed ones after all named.
    #[must_use]
    pub fn actors_by_weight(&self) -> &[ActorId] {
        self.orders.by_weight.get_or_init(|| {
            let mut actors: Vec<_> = (0..self.actors.len()).map(ActorId::from_index).collect();
            actors.sort_by_cached_key(|&a| {
                (!self.actor(a).named, std::cmp::Reverse(self.mentions_of(a).len() + 2 * self.activity(a)), a)
            });
            actors.into()
        })
    }

    /// Sorts events; equal ones stay in order of the input.
    pub fn sort_events(&self, events: &mut [EventId], order: EventOrder) {
        match order {
            EventOrder::Article => events.sort_unstable(),
            EventOrder::Date => events.sort_unstable_by(|&a, &b| self.compare_dates(a, b)),
            EventOrder::DateDown => events.sort_unstable_by(|&a, &b| {
                let (da, db) = (self.event(a).days, self.event(b).days);
                match (da, db) {
                    (Some(x), Some(y)) => y.key().cmp(&x.key()).then(a.cmp(&b)),
                    _ => da.is_none().cmp(&db.is_none()).then(a.cmp(&b)),
                }
            }),
            EventOrder::Kind => events.sort_unstable_by(|&a, &b| {
                self.event(a).kind.cmp(&self.event(b).kind).then_with(|| self.compare_dates(a, b))
            }),
            EventOrder::Confidence => events.sort_unstable_by(|&a, &b| {
                self.event(b).confidence.total_cmp(&self.event(a).confidence).then(a.cmp(&b))
            }),
        }
    }

    fn compare_dates(&self, a: EventId, b: EventId) -> Ordering {
        let key = |e: EventId| self.events[e.index()].days.map_or((i32::MAX, i32::MAX), super::DaySpan::key);
        key(a).cmp(&key(b)).then(a.cmp(&b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn merging_is_sorting(mut old in prop::collection::vec(0u32..50, 0..60), mut new in prop::collection::vec(0u32..50, 0..60)) {
            old.sort_unstable();
            new.sort_unstable();
            let mut all = [old.clone(), new.clone()].concat();
            all.sort_unstable();
            prop_assert_eq!(merge(old, new, u32::cmp), all);
        }
    }
}
