//! Two actors: what they did to one another and said of one another, in order of time.

use chrono::NaiveDate;

use super::{Facts, Rows};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::model::{ActorId, EventId, QuoteId};
use crate::store::{Grain, Store, Weight};

/// Points of the curve that can be told apart.
const MOST_POINTS: i64 = 80;

/// What is drawn above the rows of a pair.
#[derive(Clone, Debug)]
pub struct PairFacts {
    /// The two.
    pub pair: (ActorId, ActorId),
    /// Events they share.
    pub events: usize,
    /// Quotes of one about the other.
    pub quotes: usize,
    /// How much time a point of the curve covers.
    pub grain: Grain,
    /// The mean Goldstein value of each period with events, oldest first.
    pub curve: Vec<(NaiveDate, Weight)>,
}

pub(super) fn rows(store: &Store, filter: &Filter, order: usize, pair: Option<(ActorId, ActorId)>) -> Rows {
    let Some((a, b)) = pair.filter(|(a, b)| a.max(b).index() < store.actor_count()) else { return Rows::default() };
    let mut events = filter.sure(store, store.shared_events(a, b));
    let mut quotes = store.quotes_between(a, b);
    if let Some(query) = filter.query() {
        let found: rustc_hash::FxHashSet<EventId> = filter.events(store).iter().copied().collect();
        events.retain(|e| found.contains(e));
        let found: rustc_hash::FxHashSet<QuoteId> = store.find_quotes(query).into_iter().collect();
        quotes.retain(|q| found.contains(q));
    }
    let grain = store.fitting_grain(&events, MOST_POINTS);
    let curve = store.goldstein_curve(&events, grain);
    let facts = PairFacts { pair: (a, b), events: events.len(), quotes: quotes.len(), grain, curve };
    // An event is of its days, a quote of its article's.
    let last_day = |item: &Item| match *item {
        Item::Event(id) => store.event(id).days.map(|d| d.last),
        Item::Quote(id) => store.article(store.quote(id).article).document_date.as_ref().map(|d| d.date),
        _ => None,
    };
    let events = events.into_iter().map(Item::Event);
    let mut items: Vec<Item> = events.chain(quotes.into_iter().map(Item::Quote)).collect();
    match order {
        1 => items.sort_by_key(|i| (last_day(i).is_none(), std::cmp::Reverse(last_day(i)))),
        2 => items.sort_by_key(|i| (matches!(i, Item::Quote(_)), last_day(i).is_none(), last_day(i))),
        _ => items.sort_by_key(|i| (last_day(i).is_none(), last_day(i))),
    }
    Rows::new(items, Facts::Pair(facts))
}
