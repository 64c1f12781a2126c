//! Small curves made of block characters.

use chrono::Datelike;

use crate::model::EventId;
use crate::store::Store;

/// Most columns a curve takes.
const WIDEST: usize = 24;
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Counts as a row of blocks, the highest full; a count of nothing is a blank.
#[must_use]
pub fn spark(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    counts
        .iter()
        .map(|&n| if n == 0 { ' ' } else { BLOCKS[((n as usize * BLOCKS.len()).div_ceil(most as usize) - 1).min(7)] })
        .collect()
}

/// Dated events over the months from the first to the last; several months share a column where
/// there are many. `None` where fewer than two months have any.
#[must_use]
pub fn months(store: &Store, events: &[EventId]) -> Option<String> {
    let mut months: Vec<i32> = events
        .iter()
        .filter_map(|&e| store.event(e).days)
        .filter(|d| (d.last - d.first).num_days() < 32)
        .map(|d| d.first.year() * 12 + d.first.month0() as i32)
        .collect();
    months.sort_unstable();
    let (first, last) = (*months.first()?, *months.last()?);
    if first == last {
        return None;
    }
    let span = (last - first + 1) as usize;
    let each = span.div_ceil(WIDEST);
    let mut counts = vec![0u32; span.div_ceil(each)];
    for month in months {
        counts[(month - first) as usize / each] += 1;
    }
    Some(spark(&counts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_is_full_and_nothing_is_blank() {
        assert_eq!(spark(&[1, 0, 4, 8, 2]), "▁ ▄█▂");
        assert_eq!(spark(&[]), "");
        assert_eq!(spark(&[1]), "█");
    }
}
