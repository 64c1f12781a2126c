//! One row for each kind of thing, its columns aligned with those of all other rows.

mod actor;
mod article;
mod event;
mod quote;

use super::pen::Pen;
use crate::app::Item;
use crate::app::model::View;
use crate::app::role::Role;
use crate::store::Store;

/// Writes a thing's row.
pub(super) fn draw(pen: &mut Pen<'_>, store: &Store, item: Item) {
    match item {
        Item::Event(id) => event::draw(pen, store, id),
        Item::Actor(id) => actor::draw(pen, store, id),
        Item::Quote(id) => quote::draw(pen, store, id),
        Item::Article(id) => article::draw(pen, store, id),
    }
}

/// Writes the names of a view's columns.
pub(super) fn head(pen: &mut Pen<'_>, view: View) {
    match view {
        View::Events => event::head(pen),
        View::Actors => actor::head(pen),
        View::Quotes => quote::head(pen),
        View::Articles => article::head(pen),
    }
}

/// A number at the right end of its column; nothing is a dot.
fn number(pen: &mut Pen<'_>, n: usize, width: usize) {
    if n == 0 {
        pen.column_right("·", width, Role::Faint);
    } else {
        pen.column_right(&crate::app::wording::thousands(n), width, Role::Dim);
    }
}
