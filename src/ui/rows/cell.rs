//! A row of the matrix: `Putin      ·   5+   1✕    ·`

use crate::app::style_role::Role;
use crate::app::{cells, labels};
use crate::store::{Matrix, Store, Weight};
use crate::ui::line_writer::LineWriter;

/// Columns of a cell, with the blank before it.
pub(crate) const CELL: usize = 7;

/// Columns of the names.
pub(crate) fn name(room: usize) -> usize {
    (room / 4).clamp(6, 20)
}

/// The matrix's columns in sight: the selected one is among them.
pub(crate) fn in_sight(room: usize, selected: usize, all: usize) -> std::ops::Range<usize> {
    // A column stays for the sign that there are more.
    let count = (room.saturating_sub(name(room) + 1) / CELL).clamp(1, all.max(1));
    let first = (selected + 1).saturating_sub(count).min(all.saturating_sub(count));
    first..(first + count).min(all)
}

pub(super) fn draw(
    writer: &mut LineWriter<'_>,
    store: &Store,
    matrix: &Matrix,
    row: usize,
    column: Option<usize>,
    seen: std::ops::Range<usize>,
) {
    let Some(&actor) = matrix.actors.get(row) else { return };
    let wide = name(writer.room());
    writer.column(labels::brief_name(store, actor), wide, Role::Base);
    for at in seen {
        let chosen = column == Some(at);
        let (text, role) = if at == row { (r"\".to_owned(), Role::Faint) } else { worded(matrix.cell(row, at)) };
        let blank = CELL.saturating_sub(cells::width(&text));
        writer.skip(blank.min(1));
        if chosen {
            writer.put(&" ".repeat(blank.saturating_sub(1)), Role::LinkSelected).put(&text, Role::LinkSelected);
        } else {
            writer.skip(blank.saturating_sub(1)).put(&text, role);
        }
    }
}

/// `5+` is cooperation, `5✕` conflict, `5±` both in equal parts.
fn worded(weight: Weight) -> (String, Role) {
    match weight.conflicts.cmp(&weight.cooperations()) {
        _ if weight.events == 0 => ("· ".to_owned(), Role::Faint),
        std::cmp::Ordering::Less => (format!("{}+", weight.events), Role::Cooperation),
        std::cmp::Ordering::Equal => (format!("{}±", weight.events), Role::Base),
        std::cmp::Ordering::Greater => (format!("{}✕", weight.events), Role::Conflict),
    }
}

pub(super) fn head(
    writer: &mut LineWriter<'_>,
    store: &Store,
    matrix: &Matrix,
    column: usize,
    seen: std::ops::Range<usize>,
) {
    let wide = name(writer.room());
    let (before, after) = (seen.start > 0, seen.end < matrix.actors.len());
    writer.column("who ╲ whom", wide - 1, Role::Faint).column(if before { "‹" } else { "" }, 1, Role::Key);
    for at in seen {
        let name = matrix.actors.get(at).map_or("", |&a| labels::brief_name(store, a));
        let name = cells::fit(name, CELL - 1);
        writer.skip(1).column_right(&name, CELL - 1, if at == column { Role::Heading } else { Role::Dim });
    }
    if after {
        writer.put("›", Role::Key);
    }
}
