//! `Narendra Modi        person        12   4    31`

use super::number;
use crate::app::role::Role;
use crate::app::wording;
use crate::model::ActorId;
use crate::store::{ActorEvents, Store};
use crate::ui::pen::Pen;

const KIND: usize = 12;
const COUNT: usize = 6;
/// Narrower than this, the kind is one letter.
const WITH_KIND: usize = 48;

/// Columns right of the name: the kind and three counts.
fn beside(room: usize) -> usize {
    1 + if room >= WITH_KIND { KIND } else { 1 } + 3 * (COUNT + 1)
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
    for n in [events, store.quotes_by(id).len(), store.mentions_of(id).len()] {
        pen.skip(1);
        number(pen, n, COUNT);
    }
}

pub(super) fn head(pen: &mut Pen<'_>) {
    let room = pen.room();
    pen.column("name", room.saturating_sub(beside(room)), Role::Faint).skip(1);
    pen.column(if room >= WITH_KIND { "kind" } else { "k" }, if room >= WITH_KIND { KIND } else { 1 }, Role::Faint);
    for word in ["events", "said", "named"] {
        pen.skip(1).column_right(word, COUNT, Role::Faint);
    }
}
