//! A bar of the timeline: how much of what happened then, and who took part.

use super::counts;
use super::lines::{Builder, Detail};
use crate::app::filter::{self, Filter};
use crate::app::labels;
use crate::app::style_role::Role;
use crate::store::{Bar, Store};

pub(super) fn lines(store: &Store, bar: Bar, width: usize, filter: &Filter) -> Detail {
    let all = filter.events_of_bar(store, bar);
    let title = match bar {
        Bar::Undated => "undated".to_owned(),
        Bar::Gap(days) => format!("{} – {}", days.first, days.last),
        Bar::Period(days) | Bar::Just(days) => days.name(),
    };
    let mut b = Builder::new(width, &title, Role::Date, &labels::count(all.len(), "event"));
    match bar {
        Bar::Gap(days) => {
            let filtered = if filter.is_on() { " under this filter" } else { "" };
            let quiet =
                format!("No event{filtered} is dated in these {}.", labels::count(days.count() as usize, "day"));
            b.text(&quiet, Role::Dim, &[], None);
            return b.finish();
        }
        Bar::Just(days) => {
            b.field("days").say(&format!("{} to {}", days.first, days.last), Role::Date);
            b.say(", ", Role::Dim).flow("dated no nearer, so no part of the bars", Role::Dim);
        }
        Bar::Period(days) if days.first < days.last => {
            b.field("days").say(&format!("{} to {}", days.first, days.last), Role::Date);
        }
        Bar::Period(_) => {}
        Bar::Undated => {
            let why = "Their sentences tell no time, or one that nothing ties to a calendar.";
            b.text(why, Role::Dim, &[], None);
        }
    }
    if all.is_empty() {
        return b.finish();
    }
    let query = filter.and(&filter::bar_term(bar).unwrap_or_default());
    counts::sorts(&mut b, counts::weigh(store, &all));
    counts::types(&mut b, store, &all, &query);
    counts::statuses(&mut b, store, &all, &query);
    counts::actors(&mut b, store, &all);
    counts::list(&mut b, store, &all, &query);
    b.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::detail::Link;
    use crate::store::synthetic::small;
    use crate::store::{DaySpan, Grain};

    #[test]
    fn a_bars_events_are_those_of_its_days_under_the_filter() {
        let store = small();
        let may = Bar::Period(DaySpan::of_value("2025-05").unwrap());
        let year = Bar::Just(DaySpan::of_value("2025").unwrap());
        let mut filter = Filter::default();
        assert_eq!(filter.events_of_bar(&store, may).len(), 2);
        assert_eq!(filter.events_of_bar(&store, year).len(), 1, "the visit in the year, no day of the year");
        assert_eq!(filter.events_of_bar(&store, Bar::Undated).len(), 2);
        filter.set("type:consult");
        assert_eq!(filter.events_of_bar(&store, may).len(), 1);
        let all: Vec<_> = store.event_ids().collect();
        for (bar, weight) in store.timeline(&all, Grain::Month).bars {
            assert_eq!(Filter::default().events_of_bar(&store, bar).len(), weight.events as usize);
        }
    }

    #[test]
    fn its_counts_open_what_they_count() {
        let store = small();
        let may = Bar::Period(DaySpan::of_value("2025-05").unwrap());
        let detail = lines(&store, may, 60, &Filter::default());
        let queries: Vec<_> = detail
            .links
            .iter()
            .filter_map(|(_, l)| if let Link::List(_, q) = l { Some(q.as_str()) } else { None })
            .collect();
        assert_eq!(queries, ["date:2025-05 type:consult", "date:2025-05 type:request"]);
    }
}
