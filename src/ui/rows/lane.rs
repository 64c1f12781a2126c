//! `Narendra Modi       ▁  ▂█░   ▃`

use crate::app::labels;
use crate::app::rows::{lane_columns, lane_name};
use crate::app::style_role::Role;
use crate::model::ActorId;
use crate::store::{DaySpan, Store, Weight};
use crate::ui::line_writer::LineWriter;

/// Columns where most events are of cooperation, by their height.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// Columns where most are of conflict.
const SHADES: [&str; 8] = ["░", "░", "░", "▒", "▒", "▒", "▓", "▓"];

/// An actor's lane; `bin` is the column of time selected, where this is the row selected.
pub(super) fn draw(
    writer: &mut LineWriter<'_>,
    store: &Store,
    id: ActorId,
    lane: &[Weight],
    highest: u32,
    bin: Option<usize>,
) {
    let room = writer.room();
    writer.column(labels::short_name(store, id), lane_name(room), Role::Base).skip(1);
    let columns: Vec<_> = lane_columns(room).map(|bins| (bins.clone(), added(lane, bins))).collect();
    // Where columns share one of the screen the scale grows with them.
    let most = columns.iter().map(|(_, w)| w.events).max().unwrap_or(0).max(highest).max(1);
    for (bins, weight) in columns {
        let level = (weight.events * 8).div_ceil(most).clamp(1, 8) as usize - 1;
        let (sign, role) = match weight {
            Weight { events: 0, .. } => (" ", Role::Base),
            w if w.conflicts > w.cooperations() => (SHADES[level], Role::Conflict),
            _ => (BLOCKS[level], Role::Bar),
        };
        writer.put(sign, if bin.is_some_and(|b| bins.contains(&b)) { Role::LinkSelected } else { role });
    }
}

/// Events of some columns, added up.
fn added(lane: &[Weight], bins: std::ops::Range<usize>) -> Weight {
    let mut sum = Weight::default();
    lane.get(bins).unwrap_or_default().iter().for_each(|w| sum += *w);
    sum
}

/// The ends of the time covered, or the days of the column selected.
pub(super) fn head(writer: &mut LineWriter<'_>, range: Option<DaySpan>, selected: Option<DaySpan>) {
    let room = writer.room();
    writer.column("who", lane_name(room), Role::Faint).skip(1);
    if let Some(days) = selected {
        let until = if days.first == days.last { String::new() } else { format!(" – {}", days.last) };
        writer.put(&format!("{}{until}", days.first), Role::Heading);
    } else if let Some(range) = range {
        axis(writer, range);
    }
}

/// The first day at the left end of the line, the last at its right end.
pub(crate) fn axis(writer: &mut LineWriter<'_>, range: DaySpan) {
    const DAY: usize = 10;
    writer.column(&range.first.to_string(), DAY, Role::Faint);
    let rest = writer.room();
    if rest > DAY {
        writer.column_right(&range.last.to_string(), rest, Role::Faint);
    }
}

/// Counts over fewer columns, those that share one added up.
pub(crate) fn squeeze(counts: &[u64], columns: usize) -> Vec<u64> {
    let columns = columns.min(counts.len());
    let at = |i: usize| i * counts.len() / columns.max(1);
    (0..columns).map(|i| counts[at(i)..at(i + 1)].iter().sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezing_loses_no_event() {
        let counts: Vec<u64> = (0..240).collect();
        for columns in [1, 7, 80, 239, 240, 500] {
            assert_eq!(squeeze(&counts, columns).iter().sum::<u64>(), counts.iter().sum::<u64>());
        }
        assert!(squeeze(&counts, 0).is_empty() && squeeze(&[], 5).is_empty());
    }
}
