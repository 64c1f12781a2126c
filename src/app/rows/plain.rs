//! Actors, quotes and articles.

use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::model::{ActorId, QuoteId};
use crate::store::{ActorOrder, Store};

pub(super) fn actors(store: &Store, filter: &Filter, order: usize) -> Vec<Item> {
    let order = match order {
        1 => ActorOrder::Name,
        2 => ActorOrder::Mentions,
        _ => ActorOrder::Weight,
    };
    let rows = match filter.query() {
        Some(query) => {
            let mut found = store.find_actors(query);
            store.sort_actors(&mut found, order);
            found
        }
        None => store.actors_in_order(order),
    };
    rows.into_iter().map(Item::Actor).collect()
}

pub(super) fn quotes(store: &Store, filter: &Filter, order: usize) -> Vec<Item> {
    let mut rows = match filter.query() {
        Some(query) => store.find_quotes(query),
        None => store.quote_ids().collect(),
    };
    if order == 1 {
        // Speakers by name, what each said as it came; unattributed ones last. Sorting the speakers, of whom
        // there are few, and laying their quotes behind one another spares sorting the quotes.
        let mut said: rustc_hash::FxHashMap<Option<ActorId>, Vec<QuoteId>> = rustc_hash::FxHashMap::default();
        for q in rows {
            said.entry(store.quote(q).speaker).or_default().push(q);
        }
        let mut speakers: Vec<_> =
            said.into_iter().map(|(s, q)| (s.map_or((true, ""), |s| (false, store.name(s))), s, q)).collect();
        speakers.sort_unstable_by_key(|(name, id, _)| (*name, *id));
        rows = speakers.into_iter().flat_map(|(_, _, quotes)| quotes).collect();
    }
    // The day of the article: undated ones last, what one article tells in its order.
    let date = |q: &QuoteId| store.article(store.quote(*q).article).document_date.as_ref().map(|d| d.date);
    match order {
        2 => rows.sort_by_cached_key(|q| (date(q).is_none(), date(q))),
        3 => rows.sort_by_cached_key(|q| (date(q).is_none(), std::cmp::Reverse(date(q)))),
        _ => {}
    }
    rows.into_iter().map(Item::Quote).collect()
}

pub(super) fn articles(store: &Store, filter: &Filter, order: usize) -> Vec<Item> {
    let mut rows = match filter.query() {
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
