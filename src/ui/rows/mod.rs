//! One row for each kind of thing, its columns aligned with those of all other rows.

mod actor;
mod article;
mod bar;
mod cell;
mod event;
mod lane;
mod quote;
mod tie;

pub(super) use cell::{CELL, in_sight, name as matrix_names};
pub(super) use event::fold_sign_width;
pub(super) use lane::{axis, squeeze};

use super::pen::Pen;
use super::style::Glyphs;
use crate::app::Item;
use crate::app::model::{Model, View};
use crate::app::role::Role;
use crate::app::rows::Facts;
use crate::store::Store;

/// What a row is drawn with.
pub(super) struct Context<'a> {
    pub(super) store: &'a Store,
    pub(super) model: &'a Model,
    pub(super) glyphs: &'a Glyphs,
}

impl Context<'_> {
    /// Writes the list's row of a number; `chosen`: it is the selected one.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, row: usize, item: Item, chosen: bool) {
        let (store, glyphs) = (self.store, self.glyphs);
        match (&*self.model.list().facts, item) {
            (Facts::Bars { timeline, .. }, _) => bar::draw(pen, timeline, row, glyphs),
            (Facts::Lanes { lanes, highest, .. }, Item::Actor(actor)) => {
                let bin = self.model.shape.bin.filter(|_| chosen);
                lane::draw(pen, store, actor, lanes.get(row).map_or(&[], Vec::as_slice), *highest, bin);
            }
            (Facts::Ties { ties, .. }, _) => {
                let highest = ties.iter().map(|t| t.weight.events).max().unwrap_or(0);
                if let Some(tie) = ties.get(row) {
                    tie::draw(pen, store, tie, highest, glyphs);
                }
            }
            (Facts::Matrix(matrix), _) => {
                let column = self.model.shape.column.min(matrix.actors.len().saturating_sub(1));
                let seen = in_sight(pen.room(), column, matrix.actors.len());
                cell::draw(pen, store, matrix, row, chosen.then_some(column), seen);
            }
            (facts, Item::Event(id)) => {
                let shape = if !matches!(facts, Facts::Events { .. }) || self.model.shape.reports {
                    event::Shape::Report
                } else if facts.is_child(row) {
                    event::Shape::Child
                } else {
                    let story = store.story_of(id);
                    let differ = self.model.compared.get(&story).is_some_and(|(_, differ)| *differ);
                    event::Shape::Story { open: self.model.folds.is_open(story), differ }
                };
                event::draw(pen, store, id, shape, glyphs);
            }
            (_, Item::Actor(id)) => actor::draw(pen, store, id),
            (facts, Item::Quote(id)) => quote::draw(pen, store, id, matches!(facts, Facts::Pair(_))),
            (_, Item::Article(id)) => article::draw(pen, store, id),
            (_, Item::Pair(..) | Item::Bar(_)) => {
                pen.put(&crate::app::wording::item_name(store, item), Role::Base);
            }
        }
    }

    /// Writes the names of the view's columns.
    pub(super) fn head(&self, pen: &mut Pen<'_>) {
        match (&*self.model.list().facts, self.model.view) {
            (Facts::Bars { timeline, .. }, _) => bar::head(pen, timeline, self.glyphs),
            (Facts::Lanes { range, .. }, _) => lane::head(pen, *range, self.model.days_of_bin()),
            (Facts::Ties { .. }, _) => tie::head(pen, self.glyphs),
            (Facts::Matrix(matrix), _) => {
                let column = self.model.shape.column.min(matrix.actors.len().saturating_sub(1));
                let seen = in_sight(pen.room(), column, matrix.actors.len());
                cell::head(pen, self.store, matrix, column, seen);
            }
            (_, View::Events | View::Pair) => event::head(pen),
            (_, View::Actors) => actor::head(pen),
            (_, View::Quotes) => quote::head(pen),
            (_, View::Articles) => article::head(pen),
            (_, View::Timeline | View::Network) => {}
        }
    }
}

/// A number at the right end of its column, in thousands where it does not fit; nothing is a dot.
fn number(pen: &mut Pen<'_>, n: usize, width: usize) {
    if n == 0 {
        pen.column_right("·", width, Role::Faint);
    } else {
        let whole = crate::app::wording::thousands(n);
        let thousands = |whole: String| if whole.len() > width { format!("{}k", n / 1000) } else { whole };
        pen.column_right(&thousands(whole), width, Role::Dim);
    }
}
