//! `Vladimir Putin      9   7+   2✕  +0.8  ███████▒▒`

use super::bar::{legend, stacked};
use super::number;
use crate::app::role::Role;
use crate::app::wording;
use crate::store::{Store, Tie};
use crate::ui::pen::Pen;
use crate::ui::style::Glyphs;

const COUNT: usize = 6;
/// Narrower than this, only the number of events and the bar are shown.
const WITH_WAYS: usize = 62;
/// Wider names are cut.
const NAME: usize = 28;

fn name(room: usize) -> usize {
    (room * 2 / 5).clamp(8, NAME)
}

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, tie: &Tie, highest: u32, glyphs: &Glyphs) {
    let room = pen.room();
    let with = if room < WITH_WAYS { wording::short_name(store, tie.with) } else { store.name(tie.with) };
    pen.column(with, name(room), Role::Base).skip(1);
    number(pen, tie.weight.events as usize, COUNT);
    if room >= WITH_WAYS {
        for n in [tie.acts, tie.receives] {
            pen.skip(1);
            number(pen, n as usize, COUNT - 2);
        }
        pen.skip(1).column_right(&format!("{:+.1}", tie.weight.mean()), COUNT, Role::Dim);
    }
    pen.skip(1);
    stacked(pen, tie.weight, highest, pen.room(), glyphs);
}

pub(super) fn head(pen: &mut Pen<'_>, glyphs: &Glyphs) {
    let room = pen.room();
    pen.column("with", name(room), Role::Faint).skip(1).column_right("events", COUNT, Role::Faint);
    if room >= WITH_WAYS {
        for sign in ["to", "from"] {
            pen.skip(1).column_right(sign, COUNT - 2, Role::Faint);
        }
        pen.skip(1).column_right("mean", COUNT, Role::Faint);
    }
    pen.skip(1);
    legend(pen, glyphs);
}
