//! `2025-05-05 ● CONSULT phone      Putin ↔ Modi`

use crate::app::role::Role;
use crate::app::wording;
use crate::model::{EventId, Status};
use crate::store::Store;
use crate::ui::pen::Pen;

const DATE: usize = 10;
/// The longest type; with its mode, all but the longest modes.
const TYPE: usize = 9;
const TYPE_AND_MODE: usize = 18;
/// Narrower than this, the mode is left out.
const WITH_MODE: usize = 46;

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, id: EventId) {
    let event = store.event(id);
    let with_mode = pen.room() >= WITH_MODE;
    match event.date() {
        Some(date) => pen.column(date, DATE, Role::Date),
        None => pen.column("–", DATE, Role::Faint),
    };
    pen.skip(1).column(event.status.sign(), 1, event.status.into()).skip(1);
    if with_mode {
        let stop = pen.x + TYPE_AND_MODE as u16;
        pen.put(event.kind.name(), event.kind.into()).skip(1);
        let room = usize::from(stop.saturating_sub(pen.x));
        pen.column(event.mode.map_or("", |m| m.name()), room, Role::Dim).skip(1);
    } else {
        pen.column(event.kind.name(), TYPE, event.kind.into()).skip(1);
    }
    let word = if event.status == Status::Asserted { "" } else { event.status.name() };
    let end = pen.end();
    let keep = if word.is_empty() || pen.room() < 20 { 0 } else { word.len() + 1 };
    pen.leave(keep);
    for (piece, role) in wording::parties(store, event) {
        pen.put(&piece, plain(role));
    }
    if keep > 0 {
        // At the row's end, apart from the names: it is no part of them.
        pen.until(end);
        pen.x = end - word.len() as u16;
        pen.put(word, event.status.into());
    }
}

/// Lists show who somebody is by colour and not by underlining every name.
pub(super) fn plain(role: Role) -> Role {
    match role {
        Role::Person | Role::Country | Role::Organisation | Role::Group => Role::Base,
        other => other,
    }
}

pub(super) fn head(pen: &mut Pen<'_>) {
    let with_mode = pen.room() >= WITH_MODE;
    let (name, width) = if with_mode { ("type, mode", TYPE_AND_MODE) } else { ("type", TYPE) };
    pen.column("date", DATE, Role::Faint).skip(3).column(name, width, Role::Faint).skip(1);
    pen.put("who → whom", Role::Faint);
}
