//! Sort orders of lists.

use std::ops::Range;
use std::sync::OnceLock;

use super::Store;
use crate::model::{ActorId, EventId};

/// Sort order of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventOrder {
    /// Oldest first, with whole months and years after their days and undated events last.
    #[default]
    Date,
    /// Newest first, with undated events last.
    DateDown,
    /// In input order.
    Article,
    /// By type, in the order of [`EventType::ALL`](crate::model::EventType::ALL), then by date.
    Kind,
    /// Highest confidence first.
    Confidence,
}

/// Sort order of actors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorOrder {
    /// Most events and mentions first, unnamed actors after all named ones.
    #[default]
    Weight,
    /// By name, ignoring case and accents.
    Name,
    /// Most mentioned first.
    Mentions,
}

/// Weights are capped at this value.
const LARGEST: u32 = (1 << 31) - 1;

/// Cached orders: sorting 100,000 events again at every key press would be noticeable.
#[derive(Debug, Default)]
pub(super) struct Orders {
    dates: Dates,
    weights: OnceLock<Box<[ActorId]>>,
    names: OnceLock<Box<[ActorId]>>,
}

/// Events by date, with their sort keys: looking up each key again would take ten times as long as merging.
#[derive(Debug, Default)]
pub(super) struct Dates {
    events: Vec<EventId>,
    keys: Vec<(i32, i32)>,
}

impl Orders {
    /// Orders with this order by date; the others are built on demand.
    pub(super) fn of(dates: Dates) -> Self {
        Self { dates, ..Self::default() }
    }
}

impl Dates {
    /// The order by date of all events of a store: the new ones are sorted and merged into the existing order.
    pub(super) fn extended(store: &Store) -> Self {
        let old = &store.orders.dates;
        let key = |e: EventId| store.events[e.index()].days.map_or((i32::MAX, i32::MAX), super::DaySpan::key);
        let new = (old.events.len()..store.events.len()).map(EventId::from_index);
        let mut new: Vec<((i32, i32), EventId)> = new.map(|e| (key(e), e)).collect();
        new.sort_unstable();
        let mut all =
            Self { events: Vec::with_capacity(store.events.len()), keys: Vec::with_capacity(store.events.len()) };
        let mut taken = 0;
        for (key, event) in new {
            // Events of the same days stay in input order: new ones come after old ones.
            let until = taken + old.keys[taken..].partition_point(|k| *k <= key);
            all.take(old, taken..until);
            all.events.push(event);
            all.keys.push(key);
            taken = until;
        }
        all.take(old, taken..old.events.len());
        all
    }

    fn take(&mut self, other: &Self, run: Range<usize>) {
        self.events.extend_from_slice(&other.events[run.clone()]);
        self.keys.extend_from_slice(&other.keys[run]);
    }
}

impl Store {
    /// All events, oldest first, undated events last.
    #[must_use]
    pub fn events_by_date(&self) -> &[EventId] {
        &self.orders.dates.events
    }

    /// All actors, most events and mentions first, unnamed actors after all named ones.
    #[must_use]
    pub fn actors_by_weight(&self) -> &[ActorId] {
        self.orders.weights.get_or_init(|| self.all_actors_by(ActorOrder::Weight))
    }

    /// All actors by name, ignoring case and accents.
    #[must_use]
    pub fn actors_by_name(&self) -> &[ActorId] {
        self.orders.names.get_or_init(|| {
            let mut actors: Vec<_> = (0..self.actors.len()).map(ActorId::from_index).collect();
            actors.sort_by_cached_key(|&a| super::fold(self.name(a)));
            actors.into()
        })
    }

    /// Builds the slow orders in advance, so that the first list of actors does not have to wait for them.
    pub fn prepare_orders(&self) {
        let _ = self.actors_by_weight();
        let _ = self.actors_by_name();
    }

    /// All actors in an order.
    #[must_use]
    pub fn actors_in_order(&self, order: ActorOrder) -> Vec<ActorId> {
        match order {
            ActorOrder::Weight => self.actors_by_weight().to_vec(),
            ActorOrder::Name => self.actors_by_name().to_vec(),
            ActorOrder::Mentions => self.all_actors_by(order).into_vec(),
        }
    }

    /// Sorts some actors. A few are sorted directly; with many it is faster to filter the list of all actors, which is
    /// already in order.
    pub fn sort_actors(&self, actors: &mut Vec<ActorId>, order: ActorOrder) {
        /// Up to one actor in this many counts as few.
        const FEW: usize = 16;
        if order == ActorOrder::Name && actors.len() * FEW > self.actors.len() {
            let mut wanted = vec![false; self.actors.len()];
            for actor in actors.iter() {
                wanted[actor.index()] = true;
            }
            *actors = self.actors_by_name().iter().copied().filter(|a| wanted[a.index()]).collect();
        } else if order == ActorOrder::Name {
            actors.sort_by_cached_key(|&a| (super::fold(self.name(a)), a));
        } else {
            self.sort_actors_by_number(actors, order);
        }
    }

    fn all_actors_by(&self, order: ActorOrder) -> Box<[ActorId]> {
        let mut all: Vec<ActorId> = (0..self.actors.len()).map(ActorId::from_index).collect();
        self.sort_actors_by_number(&mut all, order);
        all.into()
    }

    /// Sorts actors, equal ones in order of first appearance. Sort key and id are packed into one integer, which makes
    /// sorting a million actors fast.
    fn sort_actors_by_number(&self, actors: &mut [ActorId], order: ActorOrder) {
        let most_first = |n: usize| LARGEST - n.min(LARGEST as usize) as u32;
        let number = |a: ActorId| match order {
            ActorOrder::Mentions => most_first(self.mentions_of(a).len()),
            ActorOrder::Weight | ActorOrder::Name => {
                let weight = most_first(self.mentions_of(a).len() + 2 * self.activity(a));
                u32::from(!self.actor(a).named) << 31 | weight
            }
        };
        let mut keys: Vec<u64> = actors.iter().map(|&a| u64::from(number(a)) << 32 | u64::from(a.0)).collect();
        keys.sort_unstable();
        for (actor, key) in actors.iter_mut().zip(keys) {
            *actor = ActorId(key as u32);
        }
    }

    /// Sorts events; equal ones stay in input order.
    ///
    /// The sort key is computed once per event and packed into an integer with the id: comparing integers is ten times
    /// as fast as looking up two events for every comparison.
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

    /// The first `most` of some events in an order, without sorting the rest.
    #[must_use]
    pub fn first_events(&self, events: &[EventId], order: EventOrder, most: usize) -> Vec<EventId> {
        let mut keys: Vec<u128> = events.iter().map(|&e| self.order_key(e, order) << 32 | u128::from(e.0)).collect();
        if keys.len() > most {
            keys.select_nth_unstable(most);
            keys.truncate(most);
        }
        keys.sort_unstable();
        keys.into_iter().map(|key| EventId(key as u32)).collect()
    }

    /// The sort key of an event, in the lower 96 bits; undated events come last in every order.
    fn order_key(&self, event: EventId, order: EventOrder) -> u128 {
        let row = &self.events[event.index()];
        // Maps signed days to unsigned integers in the same order.
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
            // Inverted, so that high confidence comes first; confidence is never negative, so its bits sort as it does.
            EventOrder::Confidence => u128::from(u32::MAX - row.confidence.max(0.0).to_bits()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::synthetic;

    #[test]
    fn every_order_sorts_by_its_criterion() {
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
        let all: Vec<_> = store.event_ids().collect();
        for order in [EventOrder::Date, EventOrder::DateDown, EventOrder::Kind] {
            assert_eq!(store.first_events(&all, order, 7), sorted(order)[..7]);
            assert_eq!(store.first_events(&all, order, 1_000), sorted(order));
        }
        for order in [ActorOrder::Weight, ActorOrder::Name, ActorOrder::Mentions] {
            let all = store.actors_in_order(order);
            for some in [2, 40] {
                let mut actors: Vec<_> = store.actor_ids().filter(|a| a.index() % some == 0).collect();
                store.sort_actors(&mut actors, order);
                let expected: Vec<_> = all.iter().copied().filter(|a| a.index() % some == 0).collect();
                assert_eq!(actors, expected, "{order:?}, one in {some}");
            }
        }
        let weight = |a: ActorId| store.mentions_of(a).len() + 2 * store.activity(a);
        assert!(store.actors_by_weight().windows(2).all(|w| weight(w[0]) >= weight(w[1])));
        assert!(store.actors_by_name().windows(2).all(|w| store.name(w[0]) <= store.name(w[1])));
    }

    #[test]
    fn events_that_come_later_are_merged_into_the_order() {
        let (mut at_once, mut in_portions) = (Store::default(), Store::default());
        for (i, (article, findings)) in synthetic::articles(500, 50).enumerate() {
            at_once.append(vec![(article.clone(), findings.clone())], Vec::new());
            in_portions.take_in(vec![(article, findings)], Vec::new());
            if i % 7 == 0 {
                in_portions.put_in_order();
            }
        }
        in_portions.put_in_order();
        assert_eq!(at_once.events_by_date(), in_portions.events_by_date());
        assert_eq!(at_once.events_by_date().len(), at_once.event_count());
    }
}
