//! `2025-05-05 ● CONSULT phone      Putin ↔ Modi`

use crate::app::style_role::Role;
use crate::app::{cells, labels};
use crate::model::{EventId, EventType, Status};
use crate::store::Store;
use crate::ui::line_writer::LineWriter;
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
pub(super) enum EventRow {
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

pub(super) fn draw(writer: &mut LineWriter<'_>, store: &Store, id: EventId, kind: EventRow, glyphs: &Glyphs) {
    if kind == EventRow::Child {
        child(writer, store, id, glyphs);
        return;
    }
    let event = store.event(id);
    let with_mode = writer.room() >= WITH_MODE;
    match event.date() {
        Some(date) => writer.column(date, DATE, Role::Date),
        None => writer.column("–", DATE, Role::Faint),
    };
    writer.skip(1).column(event.status.sign(), 1, event.status.into()).skip(1);
    if with_mode {
        let stop = writer.x + TYPE_AND_MODE as u16;
        writer.put(event.kind.name(), event.kind.into()).skip(1);
        let room = usize::from(stop.saturating_sub(writer.x));
        writer.column(event.mode.map_or("", |m| m.name()), room, Role::Dim).skip(1);
    } else {
        writer.column(shortened(event.kind), TYPE, event.kind.into()).skip(1);
    }
    // At the row's end, apart from the names: what is no part of them.
    let mut after: Vec<(String, Role)> = Vec::new();
    if event.status != Status::Asserted && writer.room() >= 20 {
        after.push((format!(" {}", event.status.name()), event.status.into()));
    }
    if let EventRow::Story { open, differ } = kind {
        after.extend(reports(store, id, open, differ, glyphs));
    }
    let end = writer.end();
    let keep: usize = after.iter().map(|(text, _)| cells::width(text)).sum();
    writer.leave(keep);
    let all = labels::parties(store, event);
    // Where full names do not fit, acronyms stand for them.
    let fits = all.iter().map(|(text, _)| cells::width(text)).sum::<usize>() <= writer.room();
    let all = if fits { all } else { labels::parties_by(store, event, labels::brief_name) };
    for (piece, role) in all {
        writer.put(&piece, plain(role));
    }
    if keep > 0 {
        writer.until(end);
        writer.x = end.saturating_sub(keep as u16).max(writer.x);
        for (text, role) in after {
            writer.put(&text, role);
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
fn child(writer: &mut LineWriter<'_>, store: &Store, id: EventId, glyphs: &Glyphs) {
    let event = store.event(id);
    writer.column(event.date().unwrap_or("–"), DATE, Role::Dim).skip(1).put(glyphs.child, Role::Faint).skip(1);
    let doc = (writer.room() / 3).min(TYPE_AND_MODE);
    let row = store.article(event.article);
    let named = row.article.source.as_deref().unwrap_or(&row.article.doc);
    writer.column(named, doc, Role::Dim).skip(1);
    // Only what can be seen is looked at: a sentence may be a page long.
    let words = event.sentence_words();
    let end = words.char_indices().nth(writer.room() + 1).map_or(words.len(), |(i, _)| i);
    writer.put(&words[..end], Role::Base);
}

/// Lists show who somebody is by colour and not by underlining every name.
pub(super) fn plain(role: Role) -> Role {
    match role {
        Role::Person | Role::Country | Role::Organisation | Role::Group => Role::Base,
        other => other,
    }
}

pub(super) fn head(writer: &mut LineWriter<'_>) {
    let with_mode = writer.room() >= WITH_MODE;
    let (name, width) = if with_mode { ("type, mode", TYPE_AND_MODE) } else { ("type", TYPE) };
    writer.column("date", DATE, Role::Faint).skip(3).column(name, width, Role::Faint).skip(1);
    writer.put("who → whom", Role::Faint);
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
