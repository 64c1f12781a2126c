//! `2025-05      12 ██████████▒▒▒▒`

use super::number;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::store::{Bar, DaySpan, Grain, Timeline, Weight};
use crate::ui::line_writer::LineWriter;
use crate::ui::style::Glyphs;

/// The longest name of a period, or of vague days: `~2025-05-08…`.
const NAME: usize = 13;
const COUNT: usize = 6;

pub(super) fn draw(writer: &mut LineWriter<'_>, timeline: &Timeline, row: usize, glyphs: &Glyphs) {
    let Some(&(bar, weight)) = timeline.bars.get(row) else { return };
    match bar {
        Bar::Gap(days) => {
            writer.put(glyphs.gap, Role::Faint).skip(1);
            writer.put(&format!("{} without an event", periods(timeline.grain, days)), Role::Faint);
            return;
        }
        Bar::Period(days) => writer.column(&days.name(), NAME, Role::Date),
        Bar::Just(days) => writer.column(&format!("~{}", days.name()), NAME, Role::Date),
        Bar::Undated => writer.column("undated", NAME, Role::Dim),
    };
    writer.skip(1);
    number(writer, weight.events as usize, COUNT);
    writer.skip(1);
    // The undated are of no time: beside the bars they would only dwarf them.
    if bar != Bar::Undated {
        stacked(writer, weight, timeline.highest(), writer.room(), glyphs);
    }
}

/// Cooperation and conflict one after the other, as long as the highest allows.
pub(super) fn stacked(writer: &mut LineWriter<'_>, weight: Weight, highest: u32, room: usize, glyphs: &Glyphs) {
    let cells = |n: u32| (n as usize * room).div_ceil(highest.max(1) as usize).min(room);
    let all = cells(weight.events);
    // Whatever there is of a sort is seen.
    let conflict = (weight.conflicts as usize * all)
        .div_ceil(weight.events.max(1) as usize)
        .min(all.saturating_sub(usize::from(weight.cooperations() > 0 && all > 1)));
    writer.put(&glyphs.cooperation.repeat(all - conflict), Role::Cooperation);
    writer.put(&glyphs.conflict.repeat(conflict), Role::Conflict);
}

/// `3 months`.
fn periods(grain: Grain, days: DaySpan) -> String {
    labels::count(usize::try_from(grain.periods(days)).unwrap_or(0), grain.name())
}

pub(super) fn head(writer: &mut LineWriter<'_>, timeline: &Timeline, glyphs: &Glyphs) {
    writer.column(timeline.grain.name(), NAME, Role::Faint).skip(1).column_right("events", COUNT, Role::Faint).skip(1);
    legend(writer, glyphs);
}

/// What the two halves of a bar are, in as many words as there is room for.
pub(super) fn legend(writer: &mut LineWriter<'_>, glyphs: &Glyphs) {
    let (cooperation, conflict) = match writer.room() {
        25.. => (" cooperation  ", " conflict"),
        18.. => (" coop.  ", " conflict"),
        _ => ("+ ", "✕"),
    };
    writer.put(glyphs.cooperation, Role::Cooperation).put(cooperation, Role::Faint);
    writer.put(glyphs.conflict, Role::Conflict).put(conflict, Role::Faint);
}
