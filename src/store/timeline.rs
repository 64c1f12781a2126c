//! Events over time: bars of days, weeks, months or years, the gaps between them, and undated events.

use super::{DaySpan, Store, Weight};
use crate::model::{ActorId, EventId};
use chrono::{Datelike, Days, Months, NaiveDate};

/// The period that a bar covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Grain {
    /// Every grain, the finest first.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Its name: `day`, `week`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The next finer grain; `None` for days.
    #[must_use]
    pub fn finer(self) -> Option<Self> {
        (self as usize).checked_sub(1).map(|at| Self::ALL[at])
    }

    /// The next coarser grain; `None` for years.
    #[must_use]
    pub fn coarser(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// The period that contains a day; the day itself at the limits of the calendar.
    #[must_use]
    pub fn period(self, day: NaiveDate) -> DaySpan {
        let until = |first: NaiveDate, after: Option<NaiveDate>| {
            Some(DaySpan { first, last: after?.pred_opt()? }).filter(|s| s.first <= s.last)
        };
        let period = match self {
            Self::Day => None,
            Self::Week => {
                let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday())));
                monday.and_then(|m| until(m, m.checked_add_days(Days::new(7))))
            }
            Self::Month => day.with_day(1).and_then(|first| until(first, first.checked_add_months(Months::new(1)))),
            Self::Year => day
                .with_day(1)
                .and_then(|d| d.with_month(1))
                .and_then(|first| until(first, first.checked_add_months(Months::new(12)))),
        };
        period.unwrap_or(DaySpan::day(day))
    }

    /// The number of a period; consecutive periods differ by one.
    fn number(self, day: NaiveDate) -> i64 {
        match self {
            Self::Day => i64::from(day.num_days_from_ce()),
            // 1 January of year 1 was a Monday.
            Self::Week => i64::from(day.num_days_from_ce() - 1).div_euclid(7),
            Self::Month => i64::from(day.year()) * 12 + i64::from(day.month0()),
            Self::Year => i64::from(day.year()),
        }
    }

    /// Number of periods from that of the first day to that of the last.
    #[must_use]
    pub fn periods(self, days: DaySpan) -> i64 {
        self.number(days.last) - self.number(days.first) + 1
    }
}

/// A bar of the timeline, or what is between and after the bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bar {
    /// Events within a period of the grain.
    Period(DaySpan),
    /// Events dated only to these days, which is too vague for the grain ("in 2025" among months).
    Just(DaySpan),
    /// Days without an event.
    Gap(DaySpan),
    /// Events that are undated.
    Undated,
}

/// Events counted by time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The period that a bar covers.
    pub grain: Grain,
    /// Bars, oldest first, with gaps between them; vague dates come after the days they cover, undated events last.
    pub bars: Vec<(Bar, Weight)>,
    /// From the first dated event to the last; `None` if none is dated.
    pub range: Option<DaySpan>,
}

impl Bar {
    /// Its days; `None` for undated events.
    #[must_use]
    pub fn days(self) -> Option<DaySpan> {
        match self {
            Self::Period(days) | Self::Just(days) | Self::Gap(days) => Some(days),
            Self::Undated => None,
        }
    }

    /// True if an event with these days belongs to the bar.
    #[must_use]
    pub fn holds(self, days: Option<DaySpan>) -> bool {
        match self {
            Self::Period(period) => days.is_some_and(|d| period.contains(d)),
            Self::Just(just) => days == Some(just),
            Self::Gap(_) => false,
            Self::Undated => days.is_none(),
        }
    }
}

impl Timeline {
    /// The number of events of the highest bar, not counting undated ones; 0 without bars.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.bars
            .iter()
            .filter(|(bar, _)| matches!(bar, Bar::Period(_) | Bar::Just(_)))
            .map(|(_, w)| w.events)
            .max()
            .unwrap_or(0)
    }

    /// Events that are undated.
    #[must_use]
    pub fn undated(&self) -> u32 {
        self.bars.iter().filter(|(bar, _)| *bar == Bar::Undated).map(|(_, w)| w.events).sum()
    }
}

/// An actor and its events per column of time.
pub type Lane = (ActorId, Vec<Weight>);

/// The column for a range of days; `None` outside the range, and for a whole season or year, whose middle would be
/// misleading.
pub(super) fn column_of(days: DaySpan, range: DaySpan, columns: usize) -> Option<usize> {
    const VAGUE: i64 = 40;
    let whole = range.count().max(1);
    if !range.contains(days) || (days.count() > VAGUE && days.count() * 8 > whole) {
        return None;
    }
    let middle = (days.first - range.first).num_days() + (days.count() - 1) / 2;
    Some((middle * columns as i64 / whole) as usize).filter(|&at| at < columns)
}

impl Store {
    /// Counts events per period. Linear in the number of events, whatever time they cover.
    #[must_use]
    pub fn timeline(&self, events: &[EventId], grain: Grain) -> Timeline {
        self.count_days(events).timeline(grain)
    }

    /// The finest grain with at most `most` periods between the first and the last event.
    #[must_use]
    pub fn fitting_grain(&self, events: &[EventId], most: i64) -> Grain {
        self.count_days(events).fitting_grain(most)
    }

    /// The events behind a bar of the timeline of all events, oldest first.
    #[must_use]
    pub fn events_of_bar(&self, bar: Bar) -> Vec<EventId> {
        let all = self.events_by_date();
        let days = |e: &EventId| self.event(*e).days;
        let dated = all.partition_point(|e| days(e).is_some());
        let within = match bar {
            Bar::Undated => return all[dated..].to_vec(),
            Bar::Gap(_) => return Vec::new(),
            Bar::Period(days) | Bar::Just(days) => days,
        };
        // Events are sorted by their last days.
        let last = |e: &EventId| days(e).map(|d| d.last);
        let start = all[..dated].partition_point(|e| last(e) < Some(within.first));
        let end = all[..dated].partition_point(|e| last(e) <= Some(within.last));
        all[start..end.max(start)].iter().copied().filter(|e| bar.holds(days(e))).collect()
    }

    /// For the `most` actors with the most of these events, most first: their events per column of equal time; and the
    /// time covered. Linear in the number of parties.
    #[must_use]
    pub fn lanes(&self, events: &[EventId], most: usize, columns: usize) -> (Option<DaySpan>, Vec<Lane>) {
        let mut range: Option<DaySpan> = None;
        let mut parts = vec![0u32; self.actor_count()];
        for &id in events {
            let event = self.event(id);
            let Some(days) = event.days else { continue };
            let seen = range.get_or_insert(days);
            *seen = DaySpan { first: seen.first.min(days.first), last: seen.last.max(days.last) };
            for party in event.parties() {
                parts[party.actor.index()] += 1;
            }
        }
        let Some(range) = range else { return (None, Vec::new()) };
        let actors = self.most_active(&parts, most);
        let places = actors.places();
        let mut lanes: Vec<Lane> =
            actors.list.into_iter().map(|actor| (actor, vec![Weight::default(); columns])).collect();
        for &id in events {
            let event = self.event(id);
            let Some(column) = event.days.and_then(|days| column_of(days, range, columns)) else { continue };
            for (i, party) in event.parties().iter().enumerate() {
                let again = event.parties()[..i].iter().any(|p| p.actor == party.actor);
                if let Some(lane) = places.of(party.actor).filter(|_| !again) {
                    lanes[lane as usize].1[column].add(event.kind);
                }
            }
        }
        (Some(range), lanes)
    }
}

/// The days of one column when a range is divided into equal columns.
#[must_use]
pub fn days_of_column(range: DaySpan, columns: usize, at: usize) -> DaySpan {
    let whole = range.count().max(1);
    let columns = columns.max(1) as i64;
    // The first day of a column, by the same division that assigns days to columns.
    let first_of = |at: i64| ((at * whole + columns - 1) / columns).min(whole);
    let day = |n: i64| range.first + Days::new(n.max(0) as u64);
    let first = first_of(at as i64).min(whole - 1);
    DaySpan { first: day(first), last: day((first_of(at as i64 + 1) - 1).max(first)).min(range.last) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::synthetic::{small, store};

    fn shown(timeline: &Timeline) -> Vec<String> {
        let bar = |(bar, w): &(Bar, Weight)| match bar {
            Bar::Period(days) | Bar::Just(days) => format!("{} {}", days.name(), w.events),
            Bar::Gap(days) => format!("{}..{}", days.first, days.last),
            Bar::Undated => format!("undated {}", w.events),
        };
        timeline.bars.iter().map(bar).collect()
    }

    #[test]
    fn bars_gaps_and_the_undated_add_up() {
        let store = small();
        let all: Vec<_> = store.event_ids().collect();
        assert_eq!(
            shown(&store.timeline(&all, Grain::Month)),
            ["2025-05 2", "2025-06-01..2025-07-31", "2025-08 1", "2025 1", "undated 2"]
        );
        assert_eq!(shown(&store.timeline(&all, Grain::Year)), ["2025 4", "undated 2"]);
        for grain in Grain::ALL {
            let timeline = store.timeline(&all, grain);
            let total: u32 = timeline.bars.iter().map(|(_, w)| w.events).sum();
            assert_eq!(total as usize, all.len(), "{}", grain.name());
            for (bar, weight) in timeline.bars {
                assert_eq!(store.events_of_bar(bar).len(), weight.events as usize, "{bar:?}");
            }
        }
    }

    #[test]
    fn a_bars_query_lists_just_its_events() {
        let store = store(500, 40);
        let all: Vec<_> = store.event_ids().collect();
        for grain in Grain::ALL {
            for (bar, weight) in store.timeline(&all, grain).bars {
                let (just, days) = match bar {
                    Bar::Period(days) => ("", days),
                    Bar::Just(days) => ("=", days),
                    Bar::Gap(_) | Bar::Undated => continue,
                };
                let query = crate::store::query::Query::parse(&format!("date:{just}{}", days.name())).unwrap();
                assert_eq!(store.find_events(&query).len(), weight.events as usize, "{}", days.name());
            }
        }
    }

    #[test]
    fn the_grain_fits_the_time_covered() {
        let small = small();
        let all: Vec<_> = small.event_ids().collect();
        assert_eq!(small.fitting_grain(&all, 10), Grain::Month, "May to August");
        assert_eq!(small.fitting_grain(&all, 200), Grain::Day);
        assert_eq!(small.fitting_grain(&[], 200), Grain::Year);
    }

    #[test]
    fn lanes_hold_each_actors_events_where_they_lie_in_time() {
        let store = small();
        let all: Vec<_> = store.event_ids().collect();
        let (range, lanes) = store.lanes(&all, 3, 8);
        assert_eq!(range.map(DaySpan::name).as_deref(), Some("2025"), "the visit planned for the year");
        let events = |lane: &[Weight]| lane.iter().map(|w| w.events).collect::<Vec<_>>();
        let shown: Vec<_> = lanes.iter().map(|(a, lane)| (store.name(*a), events(lane))).collect();
        assert_eq!(shown[0], ("Vladimir Putin", vec![0, 0, 2, 0, 0, 0, 0, 0]), "not the whole year's visit");
        assert_eq!(lanes.len(), 3);
        assert_eq!(store.lanes(&[], 3, 8), (None, Vec::new()));
    }

    #[test]
    fn columns_share_a_range_among_them() {
        let range = DaySpan::of_value("2025").unwrap();
        for columns in [1, 7, 73, 365] {
            let days: Vec<_> = (0..columns).map(|at| days_of_column(range, columns, at)).collect();
            assert_eq!((days[0].first, days[columns - 1].last), (range.first, range.last));
            for (at, days) in days.iter().enumerate() {
                assert_eq!(column_of(DaySpan::day(days.first), range, columns), Some(at));
                assert_eq!(column_of(DaySpan::day(days.last), range, columns), Some(at));
            }
        }
        assert_eq!(days_of_column(DaySpan::day(range.first), 240, 7), DaySpan::day(range.first));
    }

    #[test]
    fn weeks_begin_on_mondays_and_follow_one_another() {
        let day = |d: u32| NaiveDate::from_ymd_opt(2025, 5, d).unwrap();
        assert_eq!(Grain::Week.period(day(7)).name(), "2025-W19");
        assert_eq!(Grain::Week.periods(DaySpan { first: day(4), last: day(5) }), 2, "Sunday and Monday");
        assert_eq!(Grain::Week.periods(DaySpan { first: day(5), last: day(11) }), 1);
    }

    #[test]
    fn the_ends_of_the_calendar_are_days_like_others() {
        for grain in Grain::ALL {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let period = grain.period(day);
                assert!(period.first <= day && day <= period.last);
            }
        }
    }
}
