//! `2025-05      12 ██████████▒▒▒▒`

use super::number;
use crate::app::role::Role;
use crate::app::wording;
use crate::store::{Bar, DaySpan, Grain, Timeline, Weight};
use crate::ui::pen::Pen;
use crate::ui::style::Glyphs;

/// The longest name of a period, or of vague days: `~2025-05-08…`.
const NAME: usize = 13;
const COUNT: usize = 6;

pub(super) fn draw(pen: &mut Pen<'_>, timeline: &Timeline, row: usize, glyphs: &Glyphs) {
    let Some(&(bar, weight)) = timeline.bars.get(row) else { return };
    match bar {
        Bar::Gap(days) => {
            pen.put(glyphs.gap, Role::Faint).skip(1);
            pen.put(&format!("{} without an event", periods(timeline.grain, days)), Role::Faint);
            return;
        }
        Bar::Period(days) => pen.column(&days.name(), NAME, Role::Date),
        Bar::Just(days) => pen.column(&format!("~{}", days.name()), NAME, Role::Date),
        Bar::Undated => pen.column("undated", NAME, Role::Dim),
    };
    pen.skip(1);
    number(pen, weight.events as usize, COUNT);
    pen.skip(1);
    // The undated are of no time: beside the bars they would only dwarf them.
    if bar != Bar::Undated {
        stacked(pen, weight, timeline.highest(), pen.room(), glyphs);
    }
}

/// Cooperation and conflict one after the other, as long as the highest allows.
pub(super) fn stacked(pen: &mut Pen<'_>, weight: Weight, highest: u32, room: usize, glyphs: &Glyphs) {
    let cells = |n: u32| (n as usize * room).div_ceil(highest.max(1) as usize).min(room);
    let all = cells(weight.events);
    // Whatever there is of a sort is seen.
    let conflict = (weight.conflicts as usize * all)
        .div_ceil(weight.events.max(1) as usize)
        .min(all.saturating_sub(usize::from(weight.cooperations() > 0 && all > 1)));
    pen.put(&glyphs.cooperation.repeat(all - conflict), Role::Cooperation);
    pen.put(&glyphs.conflict.repeat(conflict), Role::Conflict);
}

/// `3 months`.
fn periods(grain: Grain, days: DaySpan) -> String {
    wording::count(usize::try_from(grain.periods(days)).unwrap_or(0), grain.name())
}

pub(super) fn head(pen: &mut Pen<'_>, timeline: &Timeline, glyphs: &Glyphs) {
    pen.column(timeline.grain.name(), NAME, Role::Faint).skip(1).column_right("events", COUNT, Role::Faint).skip(1);
    legend(pen, glyphs);
}

/// What the two halves of a bar are, in as many words as there is room for.
pub(super) fn legend(pen: &mut Pen<'_>, glyphs: &Glyphs) {
    let (cooperation, conflict) = match pen.room() {
        25.. => (" cooperation  ", " conflict"),
        18.. => (" coop.  ", " conflict"),
        _ => ("+ ", "✕"),
    };
    pen.put(glyphs.cooperation, Role::Cooperation).put(cooperation, Role::Faint);
    pen.put(glyphs.conflict, Role::Conflict).put(conflict, Role::Faint);
}
