//! What a click does.

use crate::app::action::{Effect, Target};
use crate::app::layout::Pane;
use crate::app::model::Model;
use crate::store::Store;

impl Model {
    pub(super) fn click(&mut self, store: &Store, target: Target) -> Vec<Effect> {
        self.touched = true;
        match target {
            Target::Overlay(row) => return self.click_overlay(store, row),
            Target::Outside => return self.run(store, crate::app::command::Command::Cancel),
            Target::Command(command) => return self.run(store, command),
            _ if self.overlay.is_some() => {}
            Target::View(view) => self.view(store, view),
            Target::Pane(pane) => self.focus = pane,
            Target::ListRow(row) => {
                // A second click on a row opens it.
                if self.focus == Pane::List && self.list().selected == row {
                    self.follow(store);
                } else {
                    self.focus = Pane::List;
                    self.select(store, row);
                }
            }
            Target::Cell(row, column) => {
                let same = self.list().selected == row && self.display.column == column;
                if self.focus == Pane::List && same {
                    self.follow(store);
                } else {
                    self.focus = Pane::List;
                    self.display.column = column;
                    self.select(store, row);
                }
            }
            Target::Fold(row) => self.fold_row(store, row),
            Target::Crumb(steps) => (0..steps).for_each(|_| self.go_back(store)),
            Target::Detail(line, column) => {
                self.focus = Pane::Detail;
                if let Some(link) = self.link_at(line, usize::from(column)) {
                    self.detail.link = link;
                    self.follow(store);
                }
            }
            Target::Source(row, column) => {
                self.focus = Pane::Source;
                let Some(article) = self.source.article else { return Vec::new() };
                let text = &store.article(article).article.text;
                let Some(byte) = self.source.table.byte_at(text, row, usize::from(column)) else { return Vec::new() };
                self.source.cursor = byte;
                if let Some((_, thing)) = self.source.annotations.thing_at(byte) {
                    self.open_thing(store, thing);
                }
            }
        }
        Vec::new()
    }

    /// The link of the detail pane that is drawn at a column of a line.
    fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let mut used = 0;
        for part in self.detail.lines.lines.get(line)? {
            used += crate::app::cells::width(&part.text);
            if column < used {
                return part.link;
            }
        }
        None
    }
}
