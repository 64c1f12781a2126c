//! `Vladimir Putin    “The goals remain”`

use crate::app::labels;
use crate::app::style_role::Role;
use crate::model::{QuoteId, QuoteKind};
use crate::store::Store;
use crate::ui::line_writer::LineWriter;

/// The speaker's share of the row: a quarter, within bounds.
fn speaker(room: usize) -> usize {
    (room / 4).clamp(8, 22)
}

/// Columns of the day.
const DATE: usize = 10;
/// Narrower than this, words need the room of the day.
const WITH_DATE: usize = 60;

/// `among_events`: the article's day and a sign come first.
pub(super) fn draw(writer: &mut LineWriter<'_>, store: &Store, id: QuoteId, among_events: bool) {
    let quote = store.quote(id);
    if among_events || writer.room() >= WITH_DATE {
        match &store.article(quote.article).document_date {
            Some(day) => writer.column(&day.date.to_string(), DATE, Role::Date).skip(1),
            None => writer.column("–", DATE, Role::Faint).skip(1),
        };
    }
    if among_events {
        writer.put("“ ", Role::Faint);
    }
    let wide = speaker(writer.room());
    match quote.speaker {
        Some(actor) if wide < 14 => writer.column(labels::brief_name(store, actor), wide, Role::Base),
        Some(actor) => writer.column(store.name(actor), wide, Role::Base),
        None => writer.column(&labels::speaker(store, id).0, wide, Role::Faint),
    };
    // Words between marks are the speaker's own; reported ones stand after a dash.
    let (sign, role) = match quote.kind {
        QuoteKind::Direct => ("“", Role::Quote),
        QuoteKind::Indirect => ("– ", Role::Dim),
    };
    writer.skip(1).put(sign, Role::Faint);
    let room = writer.room();
    // Only what can be seen is looked at: a quote may be a page long.
    let words = store.words_at(quote.article, quote.span);
    let end = words.char_indices().nth(room + 1).map_or(words.len(), |(i, _)| i);
    writer.put(&words[..end], role);
    if quote.kind == QuoteKind::Direct {
        writer.put("”", Role::Faint);
    }
}

pub(super) fn head(writer: &mut LineWriter<'_>) {
    if writer.room() >= WITH_DATE {
        writer.column("date", DATE, Role::Faint).skip(1);
    }
    let wide = speaker(writer.room());
    writer.column("speaker", wide, Role::Faint).skip(1).put("words   – reported", Role::Faint);
}
