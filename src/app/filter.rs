//! What the lists are filtered by: a query of the store's language.

use crate::model::ActorId;
use crate::store::query::{Query, QueryError};
use crate::store::{EventOrder, Store};

use super::model::{Item, View};

/// A query, its text kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    text: String,
    query: Option<Query>,
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
}

/// How many items of a view a query lists.
///
/// # Errors
/// The query's, which points at the part that cannot be read.
pub fn count(store: &Store, view: View, text: &str) -> Result<usize, QueryError> {
    let query = Query::parse(text)?;
    Ok(match view {
        View::Events => store.find_events(&query).len(),
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

/// Names of a view's orders, the first being the one it starts in.
#[must_use]
pub fn orders(view: View) -> &'static [&'static str] {
    match view {
        View::Events => &["date ▲", "date ▼", "type", "article", "sureness"],
        View::Actors => &["weight ▼", "name", "mentions ▼"],
        View::Quotes => &["article", "speaker"],
        View::Articles => &["input", "date ▲", "date ▼"],
    }
}

/// The rows of a view under a filter, in one of its orders; events below the confidence `floor` are
/// left out.
#[must_use]
pub fn rows(store: &Store, view: View, filter: &Filter, order: usize, floor: f32) -> Vec<Item> {
    match view {
        View::Events => events(store, filter, order, floor),
        View::Actors => actors(store, filter, order).into_iter().map(Item::Actor).collect(),
        View::Quotes => {
            let mut rows = match &filter.query {
                Some(query) => store.find_quotes(query),
                None => store.quote_ids().collect(),
            };
            if order == 1 {
                // Unattributed ones last; speakers by name.
                rows.sort_by_key(|&q| store.quote(q).speaker.map_or((true, ""), |s| (false, store.name(s))));
            }
            rows.into_iter().map(Item::Quote).collect()
        }
        View::Articles => {
            let mut rows = match &filter.query {
                Some(query) => store.find_articles(query),
                None => store.article_ids().collect(),
            };
            let date = |a| store.article(a).document_date.as_ref().map(|d| d.date);
            match order {
                1 => rows.sort_by_key(|&a| (date(a).is_none(), date(a))),
                2 => rows.sort_by_key(|&a| (date(a).is_none(), std::cmp::Reverse(date(a)))),
                _ => {}
            }
            rows.into_iter().map(Item::Article).collect()
        }
    }
}

fn events(store: &Store, filter: &Filter, order: usize, floor: f32) -> Vec<Item> {
    let order = match order {
        1 => EventOrder::DateDown,
        2 => EventOrder::Kind,
        3 => EventOrder::Article,
        4 => EventOrder::Confidence,
        _ => EventOrder::Date,
    };
    let rows = match &filter.query {
        // The store keeps this order ready.
        None if order == EventOrder::Date => store.events_by_date().to_vec(),
        None => sorted(store, store.event_ids().collect(), order),
        Some(query) => sorted(store, store.find_events(query), order),
    };
    let sure = |e: &crate::model::EventId| floor <= 0.0 || store.event(*e).confidence >= floor;
    rows.into_iter().filter(sure).map(Item::Event).collect()
}

fn sorted(store: &Store, mut events: Vec<crate::model::EventId>, order: EventOrder) -> Vec<crate::model::EventId> {
    store.sort_events(&mut events, order);
    events
}

fn actors(store: &Store, filter: &Filter, order: usize) -> Vec<ActorId> {
    let all = match order {
        1 => store.actors_by_name().to_vec(),
        2 => store.actors_by_mentions().into_vec(),
        _ => store.actors_by_weight().to_vec(),
    };
    let Some(query) = &filter.query else { return all };
    let found: rustc_hash::FxHashSet<ActorId> = store.find_actors(query).into_iter().collect();
    all.into_iter().filter(|a| found.contains(a)).collect()
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
