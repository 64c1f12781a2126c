//! `Narendra Modi        person        12   4    31`

use super::number;
use crate::app::role::Role;
use crate::app::wording;
use crate::model::ActorId;
use crate::store::{ActorEvents, Store};
use crate::ui::pen::Pen;

const KIND: usize = 12;
/// The columns of the counts, and their names.
const WIDE: [(&str, usize); 3] = [("events", 6), ("said", 6), ("named", 6)];
const NARROW: [(&str, usize); 3] = [("event", 5), ("said", 4), ("named", 5)];
/// Narrower than this, the kind is one letter and the counts stand closer: names matter more.
const WITH_KIND: usize = 48;

fn counts(room: usize) -> [(&'static str, usize); 3] {
    if room >= WITH_KIND { WIDE } else { NARROW }
}

/// Columns right of the name: the kind and three counts.
fn beside(room: usize) -> usize {
    let counts: usize = counts(room).iter().map(|(_, width)| width + 1).sum();
    1 + if room >= WITH_KIND { KIND } else { 1 } + counts
}

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, id: ActorId) {
    let actor = store.actor(id);
    let room = pen.room();
    let name = room.saturating_sub(beside(room));
    pen.column(store.name(id), name, if actor.named { Role::Base } else { Role::Dim }).skip(1);
    if room >= WITH_KIND {
        pen.column(wording::kind_name(actor.kind), KIND, Role::Dim);
    } else {
        pen.column(wording::kind_sign(actor.kind), 1, Role::Dim);
    }
    let events = store.events_of(id, ActorEvents::Acts).len() + store.events_of(id, ActorEvents::Receives).len();
    let all = [events, store.quotes_by(id).len(), store.mentions_of(id).len()];
    for ((_, width), n) in counts(room).into_iter().zip(all) {
        pen.skip(1);
        number(pen, n, width);
    }
}

pub(super) fn head(pen: &mut Pen<'_>) {
    let room = pen.room();
    pen.column("name", room.saturating_sub(beside(room)), Role::Faint).skip(1);
    pen.column(if room >= WITH_KIND { "kind" } else { "k" }, if room >= WITH_KIND { KIND } else { 1 }, Role::Faint);
    for (word, width) in counts(room) {
        pen.skip(1).column_right(word, width, Role::Faint);
    }
}
