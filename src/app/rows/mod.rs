//! The rows of a view: what it lists, and what is drawn beside it. Made anew only where the store,
//! the filter, the order or the view's display changed; a frame formats the rows in sight.

mod events;
mod key;
mod network;
mod pair;
mod plain;
mod timeline;

pub use key::RowsKey;
pub use network::MATRIX_ACTORS;
pub use pair::PairFacts;
pub use timeline::{LANE_BINS, lane_columns, lane_name};

use std::sync::Arc;

use super::display::{Display, Folds, NetworkAs, TimelineAs};
use super::filter::Filter;
use super::item::Item;
use super::view::View;
use crate::model::ActorId;
use crate::store::{Bar, DaySpan, Matrix, Store, Tie, Timeline, Weight};

/// What a view lists.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Its rows, in order.
    pub items: Arc<Vec<Item>>,
    /// What is drawn beside them.
    pub facts: Arc<Facts>,
}

/// What is drawn beside the rows of a view.
#[derive(Clone, Debug, Default)]
pub enum Facts {
    /// Nothing: a row's item tells all.
    #[default]
    Plain,
    /// Events.
    Events {
        /// By row: true for a report under its story's row. Empty where no story is unfolded.
        children: Vec<bool>,
        /// Events that the stories listed report under the filter.
        events: usize,
    },
    /// The timeline's bars, one a row.
    Bars {
        /// The bars.
        timeline: Timeline,
        /// All dated events over equal columns of the whole time.
        overview: Vec<u64>,
    },
    /// The timeline's lanes, an actor a row.
    Lanes {
        /// From the first dated event to the last.
        range: Option<DaySpan>,
        /// By row: its actor's events over equal columns of that time.
        lanes: Vec<Vec<Weight>>,
        /// Events of the busiest column of any lane.
        highest: u32,
    },
    /// The network from one actor, a tie a row.
    Ties {
        /// The actor.
        centre: ActorId,
        /// By row.
        ties: Vec<Tie>,
    },
    /// The network as a matrix, an actor a row.
    Matrix(Matrix),
    /// Two actors.
    Pair(PairFacts),
}

/// Makes the rows of a view.
#[must_use]
pub fn rows(store: &Store, view: View, filter: &Filter, order: usize, display: Display, folds: &Folds) -> Rows {
    match view {
        View::Events => events::rows(store, filter, order, display, folds),
        View::Actors => plain::actors(store, filter, order).into(),
        View::Quotes => plain::quotes(store, filter, order).into(),
        View::Articles => plain::articles(store, filter, order).into(),
        View::Timeline if display.timeline == TimelineAs::Lanes => timeline::lanes(store, filter),
        View::Timeline => timeline::bars(store, filter, order, display.grain),
        View::Network if display.network == NetworkAs::Matrix => network::matrix(store, filter),
        View::Network => network::ties(store, filter, order, display.centre),
        View::Pair => pair::rows(store, filter, order, display.pair),
    }
}

impl Rows {
    fn new(items: Vec<Item>, facts: Facts) -> Self {
        Self { items: Arc::new(items), facts: Arc::new(facts) }
    }
}

impl From<Vec<Item>> for Rows {
    fn from(items: Vec<Item>) -> Self {
        Self::new(items, Facts::Plain)
    }
}

impl Facts {
    /// True for a report under its story's row.
    #[must_use]
    pub fn is_child(&self, row: usize) -> bool {
        matches!(self, Self::Events { children, .. } if children.get(row) == Some(&true))
    }
}

/// Where a thing is among rows: itself, or else the row that stands for it — another report of its
/// story, the bar that holds its days.
#[must_use]
pub fn place_of(store: &Store, rows: &[Item], item: Item) -> Option<usize> {
    rows.iter().position(|&r| r == item).or_else(|| match item {
        Item::Event(id) if id.index() < store.event_count() => {
            let story = store.story_of(id);
            rows.iter().position(|&r| matches!(r, Item::Event(e) if store.story_of(e) == story))
        }
        Item::Bar(bar) => {
            let days = bar.days()?;
            let shares = |other: Bar| other.days().is_some_and(|d| d.contains(days) || days.contains(d));
            let first = |fits: &dyn Fn(Bar) -> bool| rows.iter().position(|&r| matches!(r, Item::Bar(b) if fits(b)));
            first(&|b| matches!(b, Bar::Period(_)) && shares(b)).or_else(|| first(&shares))
        }
        _ => None,
    })
}
