//! Events over time: bars, or a lane for each actor.

use std::ops::Range;

use super::{Facts, Rows};
use crate::app::filter::Filter;
use crate::app::item::Item;
use crate::store::{Bar, Grain, Store};

/// Bars a reader can take in: a grain with more is not chosen unasked.
const MOST_BARS: i64 = 60;
/// Equal columns that a lane, or the overview of all time, is counted in.
pub const LANE_BINS: usize = 240;
/// Lanes at most: those of the most active actors.
const MOST_LANES: usize = 200;

/// Columns of an actor's name beside its lane: a third of the row, within bounds.
#[must_use]
pub fn lane_name(room: usize) -> usize {
    (room / 3).clamp(6, 24)
}

/// The columns of time that each column of the screen stands for, in a row of so much room.
pub fn lane_columns(room: usize) -> impl ExactSizeIterator<Item = Range<usize>> {
    let columns = room.saturating_sub(lane_name(room) + 1).min(LANE_BINS);
    let at = move |i: usize| i * LANE_BINS / columns.max(1);
    (0..columns).map(move |i| at(i)..at(i + 1))
}

pub(super) fn bars(store: &Store, filter: &Filter, order: usize, grain: Option<Grain>) -> Rows {
    let calendar = filter.calendar(store);
    let grain = grain.unwrap_or_else(|| calendar.fitting_grain(MOST_BARS));
    let mut timeline = calendar.timeline(grain);
    if order == 1 {
        let dated = timeline.bars.iter().take_while(|(bar, _)| *bar != Bar::Undated).count();
        timeline.bars[..dated].reverse();
    }
    let overview = timeline.range.map_or_else(Vec::new, |range| calendar.spread(range, LANE_BINS));
    let items = timeline.bars.iter().map(|&(bar, _)| Item::Bar(bar)).collect();
    Rows::new(items, Facts::Bars { timeline, overview })
}

pub(super) fn lanes(store: &Store, filter: &Filter) -> Rows {
    let events = filter.events(store);
    let (range, lanes) = store.lanes(&events, MOST_LANES, LANE_BINS);
    let (actors, lanes): (Vec<_>, Vec<_>) = lanes.into_iter().unzip();
    let highest = lanes.iter().flatten().map(|w| w.events).max().unwrap_or(0);
    Rows::new(actors.into_iter().map(Item::Actor).collect(), Facts::Lanes { range, lanes, highest })
}
