//! Events as stories: one row for all reports of one event, that unfolds into them.

use super::{Facts, Rows};
use crate::app::display::{Display, EventsAs, Folds};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::model::EventId;
use crate::store::{EventOrder, Store};

/// The store's order for a place in the view's list of orders.
fn order_of(place: usize) -> EventOrder {
    match place {
        1 => EventOrder::DateDown,
        2 => EventOrder::Kind,
        3 => EventOrder::Article,
        4 => EventOrder::Confidence,
        _ => EventOrder::Date,
    }
}

pub(super) fn rows(store: &Store, filter: &Filter, order: usize, display: Display, folds: &Folds) -> Rows {
    let found = filter.events(store);
    let events = found.len();
    let order = order_of(order);
    let some = filter.leaves_out();
    let mut heads = match some {
        _ if display.events == EventsAs::Reports => found.to_vec(),
        false => found.iter().copied().filter(|&e| store.story(store.story_of(e)).head() == e).collect(),
        true => store.heads(&found),
    };
    // The store keeps the events by date: what was only picked from them is in order.
    if some || order != EventOrder::Date {
        store.sort_events(&mut heads, order);
    }
    if display.events == EventsAs::Reports || folds.are_closed() {
        let items = heads.into_iter().map(Item::Event).collect();
        return Rows::new(items, Facts::Events { children: Vec::new(), events });
    }
    let (mut items, mut children) = (Vec::with_capacity(heads.len()), Vec::with_capacity(heads.len()));
    for head in heads {
        items.push(Item::Event(head));
        children.push(false);
        if folds.is_open(store.story_of(head)) {
            let others = others(store, head);
            children.extend(others.iter().map(|_| true));
            items.extend(others.into_iter().map(Item::Event));
        }
    }
    Rows::new(items, Facts::Events { children, events })
}

/// The other reports of an event's story, in order of the input.
pub(super) fn others(store: &Store, event: EventId) -> Vec<EventId> {
    store.story(store.story_of(event)).events.iter().copied().filter(|&e| e != event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::filter::Filter;
    use crate::model::{EventType, Mode};
    use crate::store::StoreBuilder;
    use crate::store::synthetic::{Annotator, person};

    /// Two articles that report one call, and a meeting beside it.
    fn twice() -> Store {
        let mut builder = StoreBuilder::new();
        for (doc, day) in [("a.txt", "2025-05-05"), ("b.txt", "2025-05-06")] {
            let mut a = Annotator::new(doc, "Putin called Modi. Putin praised Modi.");
            a.dated(day);
            let putin = a.actor(person("Vladimir Putin", &["Putin"]));
            let modi = a.actor(person("Narendra Modi", &["Modi"]));
            let event = a.event("Putin called Modi.", "called", EventType::Consult, &[putin], &[modi]);
            (event.mode, event.date) = (Some(Mode::Phone), Some("2025-05-05".into()));
            if doc == "a.txt" {
                a.event("Putin praised Modi.", "praised", EventType::Support, &[putin], &[modi]);
            }
            builder.add(a.article, a.findings);
        }
        builder.build()
    }

    fn shown(store: &Store, folds: &Folds, display: Display) -> Vec<(Item, bool)> {
        let rows = rows(store, &Filter::default(), 0, display, folds);
        rows.items.iter().enumerate().map(|(i, &item)| (item, rows.facts.is_child(i))).collect()
    }

    #[test]
    fn a_story_is_one_row_until_it_is_unfolded() {
        let store = twice();
        let event = |i| Item::Event(EventId(i));
        let mut folds = Folds::default();
        assert_eq!(shown(&store, &folds, Display::default()), [(event(0), false), (event(1), false)]);
        folds.set(store.story_of(EventId(0)), true);
        assert_eq!(shown(&store, &folds, Display::default()), [(event(0), false), (event(2), true), (event(1), false)]);
        let flat = Display { events: EventsAs::Reports, ..Display::default() };
        assert_eq!(shown(&store, &folds, flat).len(), 3);
    }

    #[test]
    fn under_a_filter_a_story_is_shown_by_a_report_that_meets_it() {
        let store = twice();
        let mut filter = Filter::default();
        filter.set("doc:b.txt");
        let rows = rows(&store, &filter, 0, Display::default(), &Folds::default());
        assert_eq!(*rows.items, [Item::Event(EventId(2))]);
        assert!(matches!(*rows.facts, Facts::Events { events: 1, .. }));
    }
}
