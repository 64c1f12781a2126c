//! `Vladimir Putin      9   7+   2✕  +0.8  ███████▒▒`

use super::bar::{legend, stacked};
use super::number;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::store::{Store, Tie};
use crate::ui::line_writer::LineWriter;
use crate::ui::style::Glyphs;

const COUNT: usize = 6;
/// Narrower than this, only the number of events and the bar are shown.
const WITH_WAYS: usize = 62;
/// Wider names are cut.
const NAME: usize = 28;

fn name(room: usize) -> usize {
    (room * 2 / 5).clamp(8, NAME)
}

pub(super) fn draw(writer: &mut LineWriter<'_>, store: &Store, tie: &Tie, highest: u32, glyphs: &Glyphs) {
    let room = writer.room();
    let with = if room < WITH_WAYS { labels::short_name(store, tie.with) } else { store.name(tie.with) };
    writer.column(with, name(room), Role::Base).skip(1);
    number(writer, tie.weight.events as usize, COUNT);
    if room >= WITH_WAYS {
        for n in [tie.acts, tie.receives] {
            writer.skip(1);
            number(writer, n as usize, COUNT - 2);
        }
        writer.skip(1).column_right(&format!("{:+.1}", tie.weight.mean()), COUNT, Role::Dim);
    }
    writer.skip(1);
    stacked(writer, tie.weight, highest, writer.room(), glyphs);
}

pub(super) fn head(writer: &mut LineWriter<'_>, glyphs: &Glyphs) {
    let room = writer.room();
    writer.column("with", name(room), Role::Faint).skip(1).column_right("events", COUNT, Role::Faint);
    if room >= WITH_WAYS {
        for sign in ["to", "from"] {
            writer.skip(1).column_right(sign, COUNT - 2, Role::Faint);
        }
        writer.skip(1).column_right("mean", COUNT, Role::Faint);
    }
    writer.skip(1);
    legend(writer, glyphs);
}
