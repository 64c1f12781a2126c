//! `Narendra Modi       ▁  ▂█▁   ▃`

use ratatui::widgets::Sparkline;

use crate::app::role::Role;
use crate::app::wording;
use crate::model::ActorId;
use crate::store::{DaySpan, Store};
use crate::ui::pen::Pen;

/// The name's share of the row: a third, within bounds.
fn name(room: usize) -> usize {
    (room / 3).clamp(6, 24)
}

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, id: ActorId, counts: &[u64], highest: u64) {
    let wide = name(pen.room());
    pen.column(wording::short_name(store, id), wide, Role::Base).skip(1);
    let columns = pen.room();
    let squeezed = squeeze(counts, columns);
    // Squeezing adds columns up: the scale grows with them.
    let most = highest.max(squeezed.iter().copied().max().unwrap_or(0));
    let style = pen.style(Role::Bar);
    pen.widget(columns, Sparkline::default().data(&squeezed).max(most).style(style));
}

pub(super) fn head(pen: &mut Pen<'_>, range: Option<DaySpan>) {
    let wide = name(pen.room());
    pen.column("who", wide, Role::Faint).skip(1);
    if let Some(range) = range {
        axis(pen, range);
    }
}

/// The first day at the left end of the line, the last at its right end.
pub(crate) fn axis(pen: &mut Pen<'_>, range: DaySpan) {
    const DAY: usize = 10;
    pen.column(&range.first.to_string(), DAY, Role::Faint);
    let rest = pen.room();
    if rest > DAY {
        pen.column_right(&range.last.to_string(), rest, Role::Faint);
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
