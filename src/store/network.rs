//! The network of actors: how much they cooperate and conflict with one another.

use std::ops::AddAssign;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{EventRef, Grain, Store};
use crate::model::{ActorId, EventId, EventType, QuadClass, QuoteId, Status};
use chrono::NaiveDate;

/// A number of events and their balance of cooperation and conflict.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    /// Number of events.
    pub events: u32,
    /// Of these, events of conflict.
    pub conflicts: u32,
    /// The sum of their Goldstein values.
    pub goldstein: f32,
}

impl Weight {
    /// Counts an event of a type.
    pub fn add(&mut self, kind: EventType) {
        self.events += 1;
        self.conflicts += u32::from(is_conflict(kind));
        self.goldstein += kind.goldstein();
    }

    /// Number of events of cooperation.
    #[must_use]
    pub fn cooperations(self) -> u32 {
        self.events - self.conflicts
    }

    /// The mean Goldstein value; 0 if there are no events.
    #[must_use]
    pub fn mean(self) -> f32 {
        if self.events == 0 { 0.0 } else { self.goldstein / self.events as f32 }
    }
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.events += other.events;
        self.conflicts += other.conflicts;
        self.goldstein += other.goldstein;
    }
}

/// True for types of conflict, verbal or material.
#[must_use]
pub fn is_conflict(kind: EventType) -> bool {
    matches!(kind.quad_class(), QuadClass::VerbalConflict | QuadClass::MaterialConflict)
}

/// The link between one actor and another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tie {
    /// The other actor.
    pub with: ActorId,
    /// All events they share.
    pub weight: Weight,
    /// Of these, events in which the first is a source and the other a target.
    pub acts: u32,
    /// Of these, events in which the other is a source and the first a target.
    pub receives: u32,
}

/// Matrix of the events between the most active actors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matrix {
    /// The actors of the rows, and of the columns; most active first.
    pub actors: Vec<ActorId>,
    /// What the actor of a row does to or with the actor of a column, keyed by their positions.
    pub cells: FxHashMap<(u32, u32), Weight>,
}

impl Matrix {
    /// A cell; an empty weight if the actors share no events.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Weight {
        self.cells.get(&(row as u32, column as u32)).copied().unwrap_or_default()
    }
}

/// Actors in descending order of a count.
pub(super) struct MostActive {
    pub(super) list: Vec<ActorId>,
    /// Actors of the store.
    all: usize,
}

/// The position of each actor in such an order.
pub(super) struct Places(Vec<u32>);

impl MostActive {
    /// The position of each actor. It is looked up for every party, where a table is several times as fast as a map.
    pub(super) fn places(&self) -> Places {
        let mut places = vec![u32::MAX; self.all];
        for (actor, place) in self.list.iter().zip(0..) {
            places[actor.index()] = place;
        }
        Places(places)
    }
}

impl Places {
    pub(super) fn of(&self, actor: ActorId) -> Option<u32> {
        self.0.get(actor.index()).copied().filter(|&place| place != u32::MAX)
    }
}

impl EventRef<'_> {
    fn has_source(self, actor: ActorId) -> bool {
        self.sources().iter().any(|p| p.actor == actor)
    }

    fn has_target(self, actor: ActorId) -> bool {
        self.targets().iter().any(|p| p.actor == actor)
    }
}

impl Store {
    /// The actors with whom an actor shares some of these events, most first.
    #[must_use]
    pub fn ties(&self, actor: ActorId, events: &[EventId]) -> Vec<Tie> {
        let mut ties: FxHashMap<ActorId, Tie> = FxHashMap::default();
        for &id in events {
            let event = self.event(id);
            let (acts, receives) = (event.has_source(actor), event.has_target(actor));
            if !acts && !receives {
                continue;
            }
            for (i, party) in event.parties().iter().enumerate() {
                let with = party.actor;
                if with == actor || event.parties()[..i].iter().any(|p| p.actor == with) {
                    continue;
                }
                let new = Tie { with, weight: Weight::default(), acts: 0, receives: 0 };
                let tie = ties.entry(with).or_insert(new);
                tie.weight.add(event.kind);
                tie.acts += u32::from(acts && event.has_target(with));
                tie.receives += u32::from(receives && event.has_source(with));
            }
        }
        let mut ties: Vec<Tie> = ties.into_values().collect();
        ties.sort_unstable_by_key(|t| (std::cmp::Reverse(t.weight.events), t.with));
        ties
    }

    /// All pairs of actors that share some of these events, most first, then in order of appearance.
    #[must_use]
    pub fn pairs(&self, events: &[EventId]) -> Vec<((ActorId, ActorId), Weight)> {
        let mut pairs: FxHashMap<(ActorId, ActorId), Weight> = FxHashMap::default();
        let mut actors: Vec<ActorId> = Vec::new();
        for &id in events {
            let event = self.event(id);
            actors.clear();
            actors.extend(event.parties().iter().map(|p| p.actor));
            actors.sort_unstable();
            actors.dedup();
            for (i, &one) in actors.iter().enumerate() {
                for &other in &actors[i + 1..] {
                    pairs.entry((one, other)).or_default().add(event.kind);
                }
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable_by_key(|(pair, weight)| (std::cmp::Reverse(weight.events), *pair));
        pairs
    }

    /// The matrix of these events, for the `most` actors with the most of them. In events with only one side, the
    /// parties act on one another. Linear in the number of pairs of parties.
    #[must_use]
    pub fn matrix(&self, events: &[EventId], most: usize) -> Matrix {
        let mut counts = vec![0u32; self.actor_count()];
        for &id in events {
            let parties = self.event(id).parties();
            if parties.len() > 1 {
                for party in parties {
                    counts[party.actor.index()] += 1;
                }
            }
        }
        let actors = self.most_active(&counts, most);
        let places = actors.places();
        let mut cells: FxHashMap<(u32, u32), Weight> = FxHashMap::default();
        let mut seen: Vec<(u32, u32)> = Vec::new();
        for &id in events {
            let event = self.event(id);
            let (sources, targets) = (event.sources(), event.targets());
            let across = sources.iter().flat_map(|s| targets.iter().map(move |t| (s, t)));
            let together = [sources, targets].into_iter().filter(|_| sources.is_empty() || targets.is_empty());
            let together = together.flat_map(|side| side.iter().flat_map(move |s| side.iter().map(move |t| (s, t))));
            seen.clear();
            for (source, target) in across.chain(together) {
                let (Some(row), Some(column)) = (places.of(source.actor), places.of(target.actor)) else { continue };
                if row != column && !seen.contains(&(row, column)) {
                    seen.push((row, column));
                    cells.entry((row, column)).or_default().add(event.kind);
                }
            }
        }
        Matrix { actors: actors.list, cells }
    }

    /// The `most` actors with the highest counts, highest first, named actors before unnamed ones; actors with a count
    /// of zero are left out.
    pub(super) fn most_active(&self, counts: &[u32], most: usize) -> MostActive {
        let key = |&(actor, n): &(ActorId, u32)| (!self.actor(actor).named, std::cmp::Reverse(n), actor);
        let counted = counts.iter().enumerate().filter(|(_, n)| **n > 0);
        let mut actors: Vec<(ActorId, u32)> = counted.map(|(i, &n)| (ActorId::from_index(i), n)).collect();
        if actors.len() > most {
            actors.select_nth_unstable_by_key(most, key);
            actors.truncate(most);
        }
        actors.sort_unstable_by_key(key);
        MostActive { list: actors.into_iter().map(|(actor, _)| actor).collect(), all: counts.len() }
    }

    /// Events in which both actors take part, in input order.
    #[must_use]
    pub fn shared_events(&self, a: ActorId, b: ActorId) -> Vec<EventId> {
        let (a, b) = if self.activity(a) <= self.activity(b) { (a, b) } else { (b, a) };
        let mut events = self.all_events_of(a);
        events.retain(|&e| self.event(e).parties().iter().any(|p| p.actor == b));
        events
    }

    /// What each of two actors said that mentions the other, in input order.
    #[must_use]
    pub fn quotes_between(&self, a: ActorId, b: ActorId) -> Vec<QuoteId> {
        let one = |speaker, about| {
            let said: FxHashSet<QuoteId> = self.quotes_by(speaker).iter().copied().collect();
            self.quotes_about(about).iter().copied().filter(move |q| said.contains(q))
        };
        let mut quotes: Vec<QuoteId> = one(a, b).chain(one(b, a)).collect();
        quotes.sort_unstable();
        quotes.dedup();
        quotes
    }

    /// The weight of each period that has dated events, oldest first, with the first day of the period. Events that
    /// were denied, are only possible, or are dated too vaguely for the grain do not count.
    #[must_use]
    pub fn goldstein_curve(&self, events: &[EventId], grain: Grain) -> Vec<(NaiveDate, Weight)> {
        let mut counts: FxHashMap<NaiveDate, Weight> = FxHashMap::default();
        for &id in events {
            let event = self.event(id);
            if let Some(days) = event.days
                && matches!(event.status, Status::Asserted | Status::Planned)
                && grain.period(days.first).contains(days)
            {
                counts.entry(grain.period(days.first).first).or_default().add(event.kind);
            }
        }
        let mut curve: Vec<_> = counts.into_iter().collect();
        curve.sort_unstable_by_key(|(day, _)| *day);
        curve
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::synthetic::{small, store};

    fn actor(store: &Store, name: &str) -> ActorId {
        store.actor_ids().find(|&a| store.name(a) == name).unwrap_or_else(|| panic!("no actor {name}"))
    }

    #[test]
    fn a_link_counts_each_direction_and_conflicts() {
        let store = small();
        let modi = actor(&store, "Narendra Modi");
        let ties = store.ties(modi, &store.all_events_of(modi));
        let shown: Vec<_> = ties
            .iter()
            .map(|t| (store.name(t.with), t.weight.events, t.weight.conflicts, t.acts, t.receives))
            .collect();
        assert_eq!(shown, [("Vladimir Putin", 2, 1, 1, 1), ("Donald Trump", 1, 1, 1, 0)]);
    }

    #[test]
    fn a_row_of_the_matrix_acts_on_its_columns() {
        let store = small();
        let all: Vec<_> = store.event_ids().collect();
        let matrix = store.matrix(&all, 10);
        let place = |name| matrix.actors.iter().position(|&a| a == actor(&store, name)).unwrap();
        let (modi, trump) = (place("Narendra Modi"), place("Donald Trump"));
        assert_eq!((matrix.cell(modi, trump).events, matrix.cell(trump, modi).events), (1, 0));
        assert_eq!(store.matrix(&all, 2).actors.len(), 2);
        assert!(store.matrix(&all, 2).cells.keys().all(|&(r, c)| r < 2 && c < 2));
    }

    #[test]
    fn a_matrix_has_every_pairs_events() {
        let store = store(300, 12);
        let all: Vec<_> = store.event_ids().collect();
        let matrix = store.matrix(&all, 100);
        for (row, &a) in matrix.actors.iter().enumerate().take(5) {
            let ties = store.ties(a, &all);
            for (column, &b) in matrix.actors.iter().enumerate() {
                let tie = ties.iter().find(|t| t.with == b);
                assert_eq!(matrix.cell(row, column).events, tie.map_or(0, |t| t.acts));
                assert_eq!(
                    store.shared_events(a, b).len() as u32,
                    tie.map_or(0, |t| t.weight.events).max(u32::from(a == b) * store.all_events_of(a).len() as u32)
                );
            }
        }
    }

    #[test]
    fn quotes_between_two_actors_are_those_that_mention_the_other() {
        let store = small();
        let (trump, india) = (actor(&store, "Donald Trump"), actor(&store, "India"));
        assert_eq!(store.quotes_between(trump, india).len(), 1);
        assert_eq!(store.quotes_between(india, trump), store.quotes_between(trump, india));
        assert!(store.quotes_between(trump, actor(&store, "Narendra Modi")).is_empty());
    }

    #[test]
    fn the_curve_counts_only_events_that_happened_or_are_planned() {
        let store = small();
        let (putin, modi) = (actor(&store, "Vladimir Putin"), actor(&store, "Narendra Modi"));
        let shared = store.shared_events(putin, modi);
        let curve = store.goldstein_curve(&shared, Grain::Day);
        assert_eq!(curve.len(), 1);
        assert!((curve[0].1.mean() - f32::midpoint(1.0, -5.0)).abs() < 1e-6, "a call and a request");
    }
}
