//! `2025-05-05  Putin accepts Modi's invitation      41   38   1,204`

use super::number;
use crate::app::role::Role;
use crate::model::ArticleId;
use crate::store::Store;
use crate::ui::pen::Pen;

const DATE: usize = 10;
const COUNT: usize = 6;

fn title_room(room: usize) -> usize {
    room.saturating_sub(DATE + 1 + 2 * (COUNT + 1))
}

pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, id: ArticleId) {
    let row = store.article(id);
    let title = title_room(pen.room());
    match &row.document_date {
        Some(d) => pen.column(&d.date.to_string(), DATE, Role::Date),
        None => pen.column("–", DATE, Role::Faint),
    };
    pen.skip(1).column(store.title(id).unwrap_or(&row.article.doc).trim(), title, Role::Base);
    for n in [store.events_in(id).len(), store.quotes_in(id).len()] {
        pen.skip(1);
        number(pen, n, COUNT);
    }
}

pub(super) fn head(pen: &mut Pen<'_>) {
    let title = title_room(pen.room());
    pen.column("date", DATE, Role::Faint).skip(1).column("article", title, Role::Faint);
    for word in ["events", "quotes"] {
        pen.skip(1).column_right(word, COUNT, Role::Faint);
    }
}
