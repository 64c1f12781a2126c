//! `2025-05-05 ● CONSULT phone      Putin ↔ Modi`

use crate::app::role::Role;
use crate::app::{cells, wording};
use crate::model::{EventId, EventType, Status};
use crate::store::Store;
use crate::ui::pen::Pen;
use crate::ui::style::Glyphs;

const DATE: usize = 10;
/// All but the longest types, which are shortened where names need the room more; with its mode, most
/// of both.
const TYPE: usize = 7;
const TYPE_AND_MODE: usize = 18;
/// Narrower than this, the mode is left out.
const WITH_MODE: usize = 46;

/// How an event's row stands in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// By itself.
    Report,
    /// For all reports of its story.
    Story {
        /// True where they are shown below.
        open: bool,
        /// True where they tell different things.
        differ: bool,
    },
    /// Below its story's row.
    Child,
}

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, id: EventId, shape: Shape, glyphs: &Glyphs) {
    if shape == Shape::Child {
        child(pen, store, id, glyphs);
        return;
    }
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
        pen.column(shortened(event.kind), TYPE, event.kind.into()).skip(1);
    }
    // At the row's end, apart from the names: what is no part of them.
    let mut after: Vec<(String, Role)> = Vec::new();
    if event.status != Status::Asserted && pen.room() >= 20 {
        after.push((format!(" {}", event.status.name()), event.status.into()));
    }
    if let Shape::Story { open, differ } = shape {
        after.extend(reports(store, id, open, differ, glyphs));
    }
    let end = pen.end();
    let keep: usize = after.iter().map(|(text, _)| cells::width(text)).sum();
    pen.leave(keep);
    let all = wording::parties(store, event);
    // Where full names do not fit, acronyms stand for them.
    let fits = all.iter().map(|(text, _)| cells::width(text)).sum::<usize>() <= pen.room();
    let all = if fits { all } else { wording::parties_by(store, event, wording::brief_name) };
    for (piece, role) in all {
        pen.put(&piece, plain(role));
    }
    if keep > 0 {
        pen.until(end);
        pen.x = end.saturating_sub(keep as u16).max(pen.x);
        for (text, role) in after {
            pen.put(&text, role);
        }
    }
}

/// A type's name in seven columns.
fn shortened(kind: EventType) -> &'static str {
    match kind {
        EventType::Cooperate => "COOP.",
        EventType::Threaten => "THREAT.",
        EventType::Mobilize => "MOBIL.",
        EventType::Sanction => "SANCT.",
        short => short.name(),
    }
}

/// Columns at the end of a story's row that tell how often it was told, and fold it; 0 where once.
pub(crate) fn fold_sign_width(store: &Store, id: EventId, differ: bool, glyphs: &Glyphs) -> usize {
    reports(store, id, false, differ, glyphs).iter().map(|(text, _)| cells::width(text)).sum()
}

/// ` ▸×3≠`: folded, three reports, which differ in what they tell.
fn reports(store: &Store, id: EventId, open: bool, differ: bool, glyphs: &Glyphs) -> Vec<(String, Role)> {
    let count = store.story(store.story_of(id)).events.len();
    if count < 2 {
        return Vec::new();
    }
    let fold = if open { glyphs.unfolded } else { glyphs.folded };
    let mut out = vec![(format!(" {fold}{}{count}", glyphs.times), Role::Key)];
    if differ {
        out.push((glyphs.differs.to_owned(), Role::Refused));
    }
    out
}

/// A report under its story's row: when, where, and the sentence.
fn child(pen: &mut Pen<'_>, store: &Store, id: EventId, glyphs: &Glyphs) {
    let event = store.event(id);
    pen.column(event.date().unwrap_or("–"), DATE, Role::Dim).skip(1).put(glyphs.child, Role::Faint).skip(1);
    let doc = (pen.room() / 3).min(TYPE_AND_MODE);
    let row = store.article(event.article);
    let named = row.article.source.as_deref().unwrap_or(&row.article.doc);
    pen.column(named, doc, Role::Dim).skip(1);
    // Only what can be seen is looked at: a sentence may be a page long.
    let words = event.sentence_words();
    let end = words.char_indices().nth(pen.room() + 1).map_or(words.len(), |(i, _)| i);
    pen.put(&words[..end], Role::Base);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_type_fits_and_is_no_others() {
        let all: std::collections::BTreeSet<_> = EventType::ALL.into_iter().map(shortened).collect();
        assert_eq!(all.len(), EventType::ALL.len());
        assert!(all.iter().all(|name| name.len() <= TYPE), "{all:?}");
    }
}
