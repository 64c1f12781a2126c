//! What the lists are filtered by: a query of the store's language.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::model::EventId;
use crate::store::query::Query;
use crate::store::{Bar, Calendar, EventOrder, Store};

use super::view::View;

/// A query, its text kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    text: String,
    query: Option<Query>,
    /// Events below this confidence are left out.
    floor: f32,
    found: Option<Found>,
}

/// What a filter lets through of a store, kept: views, bars and details ask for it again and again.
#[derive(Clone, Debug)]
struct Found {
    revision: u64,
    events: Arc<Vec<EventId>>,
    calendar: OnceLock<Arc<Calendar>>,
}

/// Equal filters let the same through; what was looked up makes no difference.
impl PartialEq for Filter {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.floor.to_bits() == other.floor.to_bits()
    }
}

impl Filter {
    /// The text as it was typed; empty where nothing is filtered.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Filters by a text; one that cannot be read filters nothing.
    pub fn set(&mut self, text: &str) {
        let text = text.trim();
        if text != self.text {
            text.clone_into(&mut self.text);
            self.query = Query::parse(text).ok().filter(|q| !q.is_empty());
            self.found = None;
        }
    }

    /// True where something is filtered.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.query.is_some()
    }

    /// The query; `None` where nothing is filtered.
    #[must_use]
    pub fn query(&self) -> Option<&Query> {
        self.query.as_ref()
    }

    /// Leaves out events below a confidence; 0 for none.
    pub(super) fn set_floor(&mut self, floor: f32) {
        if floor.to_bits() != self.floor.to_bits() {
            self.floor = floor;
            self.found = None;
        }
    }

    /// True where some events are not let through.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        self.query.is_some() || self.floor > 0.0
    }

    /// Looks the events up that it lets through, and keeps them until the store or the filter is
    /// another.
    pub(super) fn look_up(&mut self, store: &Store) {
        let revision = store.revision();
        if self.leaves_out() && self.found.as_ref().is_none_or(|f| f.revision != revision) {
            let events = Arc::new(self.find(store));
            self.found = Some(Found { revision, events, calendar: OnceLock::new() });
        }
    }

    fn found(&self, store: &Store) -> Option<&Found> {
        self.found.as_ref().filter(|f| f.revision == store.revision())
    }

    fn find(&self, store: &Store) -> Vec<EventId> {
        let events = match &self.query {
            Some(query) => store.find_events(query),
            None => store.events_by_date().to_vec(),
        };
        self.sure(store, events)
    }

    /// The events it lets through: all by date, or those found in order of the input.
    #[must_use]
    pub fn events<'s>(&'s self, store: &'s Store) -> Cow<'s, [EventId]> {
        match self.found(store) {
            _ if !self.leaves_out() => Cow::Borrowed(store.events_by_date()),
            Some(found) => Cow::Borrowed(&found.events),
            None => Cow::Owned(self.find(store)),
        }
    }

    /// The events it lets through, counted by their days.
    #[must_use]
    pub fn calendar<'s>(&'s self, store: &'s Store) -> Cow<'s, Calendar> {
        match self.found(store) {
            _ if !self.leaves_out() => Cow::Borrowed(store.calendar()),
            Some(found) => {
                Cow::Borrowed(found.calendar.get_or_init(|| Arc::new(store.count_days(&found.events))).as_ref())
            }
            None => Cow::Owned(store.count_days(&self.find(store))),
        }
    }

    /// The events of a bar that it lets through: oldest first.
    #[must_use]
    pub fn events_of_bar(&self, store: &Store, bar: Bar) -> Vec<EventId> {
        if !self.is_on() {
            return self.sure(store, store.events_of_bar(bar));
        }
        let mut events: Vec<EventId> =
            self.events(store).iter().copied().filter(|&e| bar.holds(store.event(e).days)).collect();
        store.sort_events(&mut events, EventOrder::Date);
        events
    }

    /// Those of some events that are sure enough.
    #[must_use]
    pub fn sure(&self, store: &Store, mut events: Vec<EventId>) -> Vec<EventId> {
        if self.floor > 0.0 {
            events.retain(|&e| store.event(e).confidence >= self.floor);
        }
        events
    }

    /// This filter's text with a condition more.
    #[must_use]
    pub fn and(&self, term: &str) -> String {
        if self.is_on() { format!("{} {term}", self.text) } else { term.to_owned() }
    }
}

/// A condition as it is typed: the value between quotation marks where it needs them; names of
/// actors and articles are asked for whole.
#[must_use]
pub fn term(key: &str, value: &str) -> String {
    let whole = if key == "doc" { "" } else { "=" };
    let plain = value.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '_' || c == '-');
    if plain { format!("{key}:{whole}{value}") } else { format!("{key}:{whole}\"{}\"", value.replace('"', "")) }
}

/// The condition that lists just the events of a bar; `None` for a gap.
#[must_use]
pub fn bar_term(bar: Bar) -> Option<String> {
    match bar {
        Bar::Period(days) => Some(format!("date:{}", days.name())),
        Bar::Just(days) => Some(format!("date:={}", days.name())),
        Bar::Gap(_) => None,
        Bar::Undated => Some("date:none".to_owned()),
    }
}

/// Names of a view's orders, the first being the one it starts in.
#[must_use]
pub fn orders(view: View) -> &'static [&'static str] {
    match view {
        View::Events => &["date ▲", "date ▼", "type", "article", "sureness"],
        View::Actors => &["weight ▼", "name", "mentions ▼"],
        View::Quotes => &["article", "speaker", "date ▲", "date ▼"],
        View::Articles => &["input", "date ▲", "date ▼"],
        View::Timeline => &["oldest first", "newest first"],
        View::Network => &["events ▼", "conflict ▼", "cooperation ▼", "name"],
        View::Pair => &["date ▲", "date ▼", "events, then words"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_asked_for_whole() {
        assert_eq!(term("from", "Putin"), "from:=Putin");
        assert_eq!(term("from", "Vladimir \"V\" Putin"), "from:=\"Vladimir V Putin\"");
        assert_eq!(term("doc", "004 a.txt"), "doc:\"004 a.txt\"");
        for text in [term("actor", "O'Neill, Paul"), term("by", "東京"), term("to", "A-B")] {
            assert!(Query::parse(&text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_was_looked_up_is_kept_until_the_filter_is_another() {
        let store = crate::store::synthetic::store(200, 20);
        let mut filter = Filter::default();
        filter.set("type:assault");
        let fresh = filter.clone();
        filter.look_up(&store);
        assert!(matches!(filter.events(&store), Cow::Borrowed(_)) && matches!(fresh.events(&store), Cow::Owned(_)));
        assert_eq!(filter.events(&store), fresh.events(&store));
        assert_eq!(filter.calendar(&store), fresh.calendar(&store));
        filter.set("type:consult");
        assert!(matches!(filter.events(&store), Cow::Owned(_)));
        filter.look_up(&store);
        filter.set_floor(0.9);
        assert!(filter.events(&store).iter().all(|&e| store.event(e).confidence >= 0.9));
    }
}
