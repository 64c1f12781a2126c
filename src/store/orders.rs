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

/// The largest weight that tells actors apart.
const LARGEST: u32 = (1 << 31) - 1;

/// Orders kept ready: sorting 100,000 events anew at every key would show.
#[derive(Debug, Default)]
pub(super) struct Orders {
    dates: Vec<EventId>,
    weights: OnceLock<Box<[ActorId]>>,
    names: OnceLock<Box<[ActorId]>>,
}

impl Orders {
    /// Takes in the events from `from` on: they are sorted and merged into the rest.
    pub(super) fn extend(store: &mut Store, from: usize) {
        let mut orders = std::mem::take(&mut store.orders);
        (orders.weights, orders.names) = (OnceLock::new(), OnceLock::new());
        let mut new: Vec<_> = (from..store.events.len()).map(EventId::from_index).collect();
        new.sort_by(|&a, &b| store.compare_dates(a, b));
        orders.dates = merge(std::mem::take(&mut orders.dates), new, |&a, &b| store.compare_dates(a, b));
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
        &self.orders.dates
    }

    /// All actors, those with the most events and mentions first; unnamed ones after all named.
    #[must_use]
    pub fn actors_by_weight(&self) -> &[ActorId] {
        self.orders.weights.get_or_init(|| {
            self.actors_sorted_by(|a| {
                let weight = (self.mentions_of(a).len() + 2 * self.activity(a)).min(LARGEST as usize) as u32;
                u32::from(!self.actor(a).named) << 31 | (LARGEST - weight)
            })
        })
    }

    /// All actors by their names, whatever case and accents.
    #[must_use]
    pub fn actors_by_name(&self) -> &[ActorId] {
        self.orders.names.get_or_init(|| {
            let mut actors: Vec<_> = (0..self.actors.len()).map(ActorId::from_index).collect();
            actors.sort_by_cached_key(|&a| super::fold(self.name(a)));
            actors.into()
        })
    }

    /// Makes the orders that take long, so that whoever lists actors first does not wait for them.
    pub fn prepare_orders(&self) {
        let _ = self.actors_by_weight();
        let _ = self.actors_by_name();
    }

    /// All actors, those of the smallest key first, equal ones in order of first appearance. The key
    /// and the id share one number: sorting numbers is what makes a million actors quick.
    fn actors_sorted_by(&self, key: impl Fn(ActorId) -> u32) -> Box<[ActorId]> {
        let packed = |i: usize| u64::from(key(ActorId::from_index(i))) << 32 | i as u64;
        let mut keys: Vec<u64> = (0..self.actors.len()).map(packed).collect();
        keys.sort_unstable();
        keys.into_iter().map(|k| ActorId(k as u32)).collect()
    }

    /// All actors, the most mentioned first.
    #[must_use]
    pub fn actors_by_mentions(&self) -> Box<[ActorId]> {
        self.actors_sorted_by(|a| LARGEST - self.mentions_of(a).len().min(LARGEST as usize) as u32)
    }

    /// Sorts events; equal ones stay in order of the input.
    ///
    /// What they are sorted by is looked up once an event and packed into a number with its id:
    /// comparing numbers is ten times as quick as looking up two events at every comparison.
    pub fn sort_events(&self, events: &mut [EventId], order: EventOrder) {
        if order == EventOrder::Article {
            events.sort_unstable();
            return;
        }
        let mut keys: Vec<u128> = events.iter().map(|&e| self.order_key(e, order) << 32 | u128::from(e.0)).collect();
        keys.sort_unstable();
        for (event, key) in events.iter_mut().zip(keys) {
            *event = EventId(key as u32);
        }
    }

    /// What an event is sorted by, in the lower 96 bits: undated ones last, whatever the order.
    fn order_key(&self, event: EventId, order: EventOrder) -> u128 {
        let row = &self.events[event.index()];
        // Signed days as numbers that sort the same.
        let unsigned = |day: i32| u128::from(day as u32 ^ 1 << 31);
        let date = row.days.map_or(u128::from(u64::MAX), |d| {
            let (last, first) = d.key();
            unsigned(last) << 32 | unsigned(first)
        });
        match order {
            EventOrder::Article => 0,
            EventOrder::Date => date,
            EventOrder::DateDown if row.days.is_none() => date,
            EventOrder::DateDown => u128::from(u64::MAX) - 1 - date,
            EventOrder::Kind => (row.kind as u128) << 64 | date,
            // Surer is smaller; confidence is never negative, so its bits sort as it does.
            EventOrder::Confidence => u128::from(u32::MAX - row.confidence.max(0.0).to_bits()),
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
    use crate::store::synthetic;
    use proptest::prelude::*;

    #[test]
    fn every_order_is_that_of_what_it_is_named_for() {
        let store = synthetic::store(500, 50);
        let sorted = |order| {
            let mut events: Vec<_> = store.event_ids().collect();
            store.sort_events(&mut events, order);
            events
        };
        let dates = sorted(EventOrder::Date);
        assert_eq!(dates, store.events_by_date());
        let days = |e: EventId| store.event(e).days.map(super::super::DaySpan::key);
        assert!(sorted(EventOrder::DateDown).windows(2).all(|w| days(w[0]) >= days(w[1])));
        let kinds = sorted(EventOrder::Kind);
        let kind = |e: EventId| (store.event(e).kind, days(e));
        assert!(kinds.windows(2).all(|w| kind(w[0]) <= kind(w[1])));
        let sure = |e: EventId| store.event(e).confidence;
        assert!(sorted(EventOrder::Confidence).windows(2).all(|w| sure(w[0]) >= sure(w[1])));
        let weight = |a: ActorId| store.mentions_of(a).len() + 2 * store.activity(a);
        assert!(store.actors_by_weight().windows(2).all(|w| weight(w[0]) >= weight(w[1])));
        assert!(store.actors_by_name().windows(2).all(|w| store.name(w[0]) <= store.name(w[1])));
    }

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
