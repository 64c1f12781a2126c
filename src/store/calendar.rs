//! Event counts per range of days. Timelines of every grain are built from these counts, at a cost in days rather than
//! in events.

use std::borrow::Borrow;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::timeline::column_of;
use super::{Bar, DaySpan, Grain, Store, Timeline, Weight};
use crate::model::{EventId, EventType};

/// Ranges of days with the number of events dated by each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    dated: FxHashMap<DaySpan, Weight>,
    undated: Weight,
}

impl Calendar {
    /// Counts an event.
    pub(super) fn add(&mut self, days: Option<DaySpan>, kind: EventType) {
        match days {
            Some(days) => self.dated.entry(days).or_default().add(kind),
            None => self.undated.add(kind),
        }
    }

    /// From the first dated event to the last; `None` if none is dated.
    #[must_use]
    pub fn range(&self) -> Option<DaySpan> {
        spanning(self.dated.keys())
    }

    /// The counts per period.
    #[must_use]
    pub fn timeline(&self, grain: Grain) -> Timeline {
        let mut counts: FxHashMap<DaySpan, Weight> = FxHashMap::default();
        for (&days, &weight) in &self.dated {
            let period = grain.period(days.first);
            *counts.entry(if period.contains(days) { period } else { days }).or_default() += weight;
        }
        let mut counted: Vec<(DaySpan, Weight)> = counts.into_iter().collect();
        counted.sort_unstable_by_key(|(days, _)| days.key());
        let mut bars = Vec::with_capacity(counted.len() * 2);
        let mut free: Option<NaiveDate> = None;
        for (days, weight) in counted {
            let period = grain.period(days.first) == days;
            if let (Some(first), Some(last)) = (free, days.first.pred_opt())
                && first <= last
            {
                bars.push((Bar::Gap(DaySpan { first, last }), Weight::default()));
            }
            free = free.max(days.last.succ_opt());
            bars.push((if period { Bar::Period(days) } else { Bar::Just(days) }, weight));
        }
        if self.undated.events > 0 {
            bars.push((Bar::Undated, self.undated));
        }
        Timeline { grain, bars, range: self.range() }
    }

    /// The finest grain with at most `most` periods between the first and the last event.
    #[must_use]
    pub fn fitting_grain(&self, most: i64) -> Grain {
        // Ranges of several years say little about when things happened.
        let Some(range) = spanning(self.dated.keys().filter(|d| d.count() < 40)) else { return Grain::Year };
        Grain::ALL.into_iter().find(|g| g.periods(range) <= most).unwrap_or(Grain::Year)
    }

    /// Distributes events over columns of equal time within a range, each event at the middle of its days; events that
    /// are outside, undated or dated too vaguely are left out.
    #[must_use]
    pub fn spread(&self, range: DaySpan, columns: usize) -> Vec<u64> {
        let mut counts = vec![0u64; columns];
        for (&days, weight) in &self.dated {
            if let Some(count) = column_of(days, range, columns).and_then(|at| counts.get_mut(at)) {
                *count += u64::from(weight.events);
            }
        }
        counts
    }
}

/// The smallest range that covers both.
fn spanning(days: impl Iterator<Item = impl Borrow<DaySpan>>) -> Option<DaySpan> {
    days.map(|d| *d.borrow()).reduce(|a, b| DaySpan { first: a.first.min(b.first), last: a.last.max(b.last) })
}

impl Store {
    /// The counts of all events, kept up to date as events are added.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Counts the given events by their days.
    #[must_use]
    pub fn count_days(&self, events: &[EventId]) -> Calendar {
        let mut calendar = Calendar::default();
        for &event in events {
            let row = &self.events[event.index()];
            calendar.add(row.days, row.kind);
        }
        calendar
    }
}

#[cfg(test)]
mod tests {
    use crate::store::synthetic::store;

    #[test]
    fn what_was_counted_on_the_way_in_is_what_counting_gives() {
        let store = store(500, 40);
        let all: Vec<_> = store.event_ids().collect();
        let counted = store.count_days(&all);
        assert_eq!(*store.calendar(), counted);
        let range = counted.range().expect("dated events");
        let columns = counted.spread(range, 50).iter().sum::<u64>();
        assert!(columns > 0 && columns <= 500, "{columns}");
    }
}
