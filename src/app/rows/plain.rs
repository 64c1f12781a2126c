//! Actors, quotes and articles.

use crate::app::filter::Filter;
use crate::app::model::Item;
use crate::model::{ActorId, QuoteId};
use crate::store::Store;

pub(super) fn actors(store: &Store, filter: &Filter, order: usize) -> Vec<Item> {
    let mut all = match order {
        1 => store.actors_by_name().to_vec(),
        2 => store.actors_by_mentions().into_vec(),
        _ => store.actors_by_weight().to_vec(),
    };
    if let Some(query) = filter.query() {
        let found: rustc_hash::FxHashSet<ActorId> = store.find_actors(query).into_iter().collect();
        all.retain(|a| found.contains(a));
    }
    all.into_iter().map(Item::Actor).collect()
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
