//! Who has to do with whom: from one actor, or as a matrix.

use super::{Facts, Rows};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::model::ActorId;
use crate::store::Store;

/// Rows and columns of the matrix at most: the most active actors.
pub const MATRIX_ACTORS: usize = 200;

pub(super) fn ties(store: &Store, filter: &Filter, order: usize, centre: Option<ActorId>) -> Rows {
    let Some(centre) = centre.or_else(|| store.actors_by_weight().first().copied()) else { return Rows::default() };
    let mut ties = if filter.is_on() {
        store.ties(centre, &filter.events(store))
    } else {
        store.ties(centre, &filter.sure(store, store.all_events_of(centre)))
    };
    match order {
        1 => ties.sort_by_key(|t| std::cmp::Reverse(t.weight.conflicts)),
        2 => ties.sort_by_key(|t| std::cmp::Reverse(t.weight.cooperations())),
        3 => ties.sort_by_cached_key(|t| crate::store::fold(store.name(t.with))),
        _ => {}
    }
    let items = ties.iter().map(|t| Item::Pair(centre, t.with)).collect();
    Rows::new(items, Facts::Ties { centre, ties })
}

pub(super) fn matrix(store: &Store, filter: &Filter) -> Rows {
    let matrix = store.matrix(&filter.events(store), MATRIX_ACTORS);
    Rows::new(matrix.actors.iter().map(|&a| Item::Actor(a)).collect(), Facts::Matrix(matrix))
}
