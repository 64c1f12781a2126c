//! `2025-05-05  Putin accepts Modi's invitation      41   38   1,204`

use super::number;
use crate::app::style_role::Role;
use crate::model::ArticleId;
use crate::store::Store;
use crate::ui::line_writer::LineWriter;

const DATE: usize = 10;
/// The columns of the counts, and their names.
const COUNTS: [(&str, usize); 2] = [("events", 6), ("quotes", 6)];
/// Narrower than this, quotes are not counted: what an article is about matters more.
const WITH_QUOTES: usize = 48;

fn counts(room: usize) -> &'static [(&'static str, usize)] {
    if room >= WITH_QUOTES { &COUNTS } else { &COUNTS[..1] }
}

fn title_room(room: usize) -> usize {
    let counts: usize = counts(room).iter().map(|(_, width)| width + 1).sum();
    room.saturating_sub(DATE + 1 + counts)
}

pub(super) fn draw(writer: &mut LineWriter<'_>, store: &Store, id: ArticleId) {
    let row = store.article(id);
    let room = writer.room();
    let title = title_room(room);
    match &row.document_date {
        Some(d) => writer.column(&d.date.to_string(), DATE, Role::Date),
        None => writer.column("–", DATE, Role::Faint),
    };
    writer.skip(1).column(store.title(id).unwrap_or(&row.article.doc).trim(), title, Role::Base);
    let all = [store.events_in(id).len(), store.quotes_in(id).len()];
    for (&(_, width), n) in counts(room).iter().zip(all) {
        writer.skip(1);
        number(writer, n, width);
    }
}

pub(super) fn head(writer: &mut LineWriter<'_>) {
    let room = writer.room();
    let title = title_room(room);
    writer.column("date", DATE, Role::Faint).skip(1).column("article", title, Role::Faint);
    for &(word, width) in counts(room) {
        writer.skip(1).column_right(word, width, Role::Faint);
    }
}
