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

use super::line_writer::LineWriter;
use super::style::Glyphs;
use crate::app::Item;
use crate::app::display::EventsAs;
use crate::app::model::{Model, View};
use crate::app::rows::Facts;
use crate::app::style_role::Role;
use crate::store::Store;

/// What a row is drawn with.
pub(super) struct Context<'a> {
    pub(super) store: &'a Store,
    pub(super) model: &'a Model,
    pub(super) glyphs: &'a Glyphs,
}

impl Context<'_> {
    /// Writes the list's row of a number; `chosen`: it is the selected one.
    pub(super) fn draw(&self, writer: &mut LineWriter<'_>, row: usize, item: Item, chosen: bool) {
        let (store, glyphs) = (self.store, self.glyphs);
        match (&*self.model.list().facts, item) {
            (Facts::Bars { timeline, .. }, _) => bar::draw(writer, timeline, row, glyphs),
            (Facts::Lanes { lanes, highest, .. }, Item::Actor(actor)) => {
                let bin = self.model.display.bin.filter(|_| chosen);
                lane::draw(writer, store, actor, lanes.get(row).map_or(&[], Vec::as_slice), *highest, bin);
            }
            (Facts::Ties { ties, .. }, _) => {
                let highest = ties.iter().map(|t| t.weight.events).max().unwrap_or(0);
                if let Some(tie) = ties.get(row) {
                    tie::draw(writer, store, tie, highest, glyphs);
                }
            }
            (Facts::Matrix(matrix), _) => {
                let column = self.model.display.column.min(matrix.actors.len().saturating_sub(1));
                let seen = in_sight(writer.room(), column, matrix.actors.len());
                cell::draw(writer, store, matrix, row, chosen.then_some(column), seen);
            }
            (facts, Item::Event(id)) => {
                let kind = if !matches!(facts, Facts::Events { .. }) || self.model.display.events == EventsAs::Reports {
                    event::EventRow::Report
                } else if facts.is_child(row) {
                    event::EventRow::Child
                } else {
                    let story = store.story_of(id);
                    let differ = self.model.compared.get(&story).is_some_and(|(_, differ)| *differ);
                    event::EventRow::Story { open: self.model.folds.is_open(story), differ }
                };
                event::draw(writer, store, id, kind, glyphs);
            }
            (_, Item::Actor(id)) => actor::draw(writer, store, id),
            (facts, Item::Quote(id)) => quote::draw(writer, store, id, matches!(facts, Facts::Pair(_))),
            (_, Item::Article(id)) => article::draw(writer, store, id),
            (_, Item::Pair(..) | Item::Bar(_)) => {
                writer.put(&crate::app::labels::item_name(store, item), Role::Base);
            }
        }
    }

    /// Writes the names of the view's columns.
    pub(super) fn head(&self, writer: &mut LineWriter<'_>) {
        match (&*self.model.list().facts, self.model.view) {
            (Facts::Bars { timeline, .. }, _) => bar::head(writer, timeline, self.glyphs),
            (Facts::Lanes { range, .. }, _) => lane::head(writer, *range, self.model.days_of_bin()),
            (Facts::Ties { .. }, _) => tie::head(writer, self.glyphs),
            (Facts::Matrix(matrix), _) => {
                let column = self.model.display.column.min(matrix.actors.len().saturating_sub(1));
                let seen = in_sight(writer.room(), column, matrix.actors.len());
                cell::head(writer, self.store, matrix, column, seen);
            }
            (_, View::Events | View::Pair) => event::head(writer),
            (_, View::Actors) => actor::head(writer),
            (_, View::Quotes) => quote::head(writer),
            (_, View::Articles) => article::head(writer),
            (_, View::Timeline | View::Network) => {}
        }
    }
}

/// A number at the right end of its column, in thousands where it does not fit; nothing is a dot.
fn number(writer: &mut LineWriter<'_>, n: usize, width: usize) {
    if n == 0 {
        writer.column_right("·", width, Role::Faint);
    } else {
        let whole = crate::app::labels::thousands(n);
        let thousands = |whole: String| if whole.len() > width { format!("{}k", n / 1000) } else { whole };
        writer.column_right(&thousands(whole), width, Role::Dim);
    }
}
