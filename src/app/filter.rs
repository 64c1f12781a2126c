//! What the lists are filtered by: a query of the store's language.

use std::borrow::Cow;

use crate::model::EventId;
use crate::store::query::{Query, QueryError};
use crate::store::{Bar, Store};

use super::model::View;

/// A query, its text kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    text: String,
    query: Option<Query>,
    /// Events below this confidence are left out.
    floor: f32,
}

impl Filter {
    /// The text as it was typed; empty where nothing is filtered.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Filters by a text; one that cannot be read filters nothing.
    pub fn set(&mut self, text: &str) {
        text.trim().clone_into(&mut self.text);
        self.query = Query::parse(&self.text).ok().filter(|q| !q.is_empty());
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
        self.floor = floor;
    }

    /// True where some events are not let through.
    #[must_use]
    pub fn leaves_out(&self) -> bool {
        self.query.is_some() || self.floor > 0.0
    }

    /// The events it lets through: all by date, or those found in order of the input.
    #[must_use]
    pub fn events<'s>(&self, store: &'s Store) -> Cow<'s, [EventId]> {
        match &self.query {
            None if self.floor <= 0.0 => Cow::Borrowed(store.events_by_date()),
            None => Cow::Owned(self.sure(store, store.events_by_date().to_vec())),
            Some(query) => Cow::Owned(self.sure(store, store.find_events(query))),
        }
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

/// How many items of a view a query lists.
///
/// # Errors
/// The query's, which points at the part that cannot be read.
pub fn count(store: &Store, view: View, text: &str) -> Result<usize, QueryError> {
    let query = Query::parse(text)?;
    Ok(match view {
        View::Events | View::Timeline | View::Network | View::Pair => store.find_events(&query).len(),
        View::Actors => store.find_actors(&query).len(),
        View::Quotes => store.find_quotes(&query).len(),
        View::Articles => store.find_articles(&query).len(),
    })
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
        View::Quotes => &["article", "speaker"],
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
}
