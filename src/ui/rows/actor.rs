//! `Narendra Modi        person        12   4    31`

use super::number;
use crate::app::labels;
use crate::app::style_role::Role;
use crate::model::ActorId;
use crate::store::{ActorEvents, Store};
use crate::ui::line_writer::LineWriter;

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

pub(super) fn draw(writer: &mut LineWriter<'_>, store: &Store, id: ActorId) {
    let actor = store.actor(id);
    let room = writer.room();
    let name = room.saturating_sub(beside(room));
    writer.column(store.name(id), name, if actor.named { Role::Base } else { Role::Dim }).skip(1);
    if room >= WITH_KIND {
        writer.column(labels::kind_name(actor.kind), KIND, Role::Dim);
    } else {
        writer.column(labels::kind_sign(actor.kind), 1, Role::Dim);
    }
    let events = store.events_of(id, ActorEvents::Acts).len() + store.events_of(id, ActorEvents::Receives).len();
    let all = [events, store.quotes_by(id).len(), store.mentions_of(id).len()];
    for ((_, width), n) in counts(room).into_iter().zip(all) {
        writer.skip(1);
        number(writer, n, width);
    }
}

pub(super) fn head(writer: &mut LineWriter<'_>) {
    let room = writer.room();
    writer.column("name", room.saturating_sub(beside(room)), Role::Faint).skip(1);
    writer.column(if room >= WITH_KIND { "kind" } else { "k" }, if room >= WITH_KIND { KIND } else { 1 }, Role::Faint);
    for (word, width) in counts(room) {
        writer.skip(1).column_right(word, width, Role::Faint);
    }
}
