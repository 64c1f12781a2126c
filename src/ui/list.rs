//! The list: the rows in sight, one kind of row a view.

use ratatui::layout::Position;

use super::hit::Zone;
use super::{Canvas, rows};
use crate::app::layout::{Area, Pane};
use crate::app::model::View;
use crate::app::role::Role;
use crate::app::{filter, wording};

impl Canvas<'_, '_> {
    pub(super) fn list(&mut self, area: Area) {
        if area.is_empty() {
            return;
        }
        let focused = self.focused(Pane::List);
        let list = self.model.list();
        let count = format!(" {} ", wording::thousands(list.rows.len()));
        let order = format!("─ {} ", filter::orders(self.model.view).get(list.order).copied().unwrap_or(""));
        let filter = self.model.filter.text().to_owned();
        let floor = self.model.floor();
        let sure = format!("─ sure ≥ {floor:.2} ");
        let title = if focused { Role::TitleFocus } else { Role::Title };
        let mut titles = vec![
            (" ", title),
            (self.model.view.name(), title),
            (count.as_str(), Role::Dim),
            (order.as_str(), Role::Faint),
        ];
        if floor > 0.0 && self.model.view == View::Events {
            titles.push((sure.as_str(), Role::Match));
        }
        if !filter.is_empty() {
            titles.extend([("─ filter ", Role::Faint), (filter.as_str(), Role::Match), (" ", Role::Faint)]);
        }
        let marked = format!(" {} marked ", self.model.marks.len());
        let below = if self.model.marks.is_empty() { vec![] } else { vec![(marked.as_str(), Role::Marked)] };
        self.frame_around(area, focused, &titles, &below);
        self.hits.add(area, Zone::Pane(Pane::List));
        self.hits.set_split(Area::new(area.x + area.width - 1, area.y, 1, area.height));
        let mut inner = area.inner();
        if self.model.layout().has_list_head() {
            self.list_head(Area { height: 1, ..inner });
            inner.y += 1;
            inner.height -= 1;
        }
        if list.rows.is_empty() {
            self.empty_list(inner);
            return;
        }
        self.hits.add(inner, Zone::List(list.offset));
        let height = usize::from(inner.height);
        for (i, &item) in list.rows.iter().skip(list.offset).take(height).enumerate() {
            let selected = list.offset + i == list.selected;
            self.row(inner, i, item, selected, focused);
            if selected && focused {
                self.cursor = Some(Position::new(inner.x, inner.y + i as u16));
            }
        }
        self.scrollbar(area, focused, list.offset, list.rows.len(), height);
    }

    fn row(&mut self, area: Area, row: usize, item: crate::app::Item, selected: bool, focused: bool) {
        let glyphs = self.dress.glyphs;
        let (store, marked) = (self.store, self.model.marks.contains(&item));
        let mut pen = self.line(area, row);
        if selected {
            pen = pen.over(if focused { Role::Selected } else { Role::SelectedIdle });
            pen.put(if focused { glyphs.selected } else { glyphs.selected_idle }, Role::BorderFocus);
        } else {
            pen.skip(1);
        }
        pen.column(if marked { glyphs.mark } else { "" }, 1, Role::Marked);
        rows::draw(&mut pen, store, item);
    }

    fn list_head(&mut self, area: Area) {
        let view = self.model.view;
        let mut pen = self.pen(area);
        pen.skip(2);
        rows::head(&mut pen, view);
    }

    fn empty_list(&mut self, area: Area) {
        let what = self.model.view.name().to_lowercase();
        let key = |c| self.dress.keymap.key_of(crate::keys::Mode::Normal, c).unwrap_or_default();
        let lines: Vec<String> = if self.model.loading() {
            vec![format!("reading {} …", self.model.progress.current)]
        } else if self.model.filter.is_on() {
            vec![format!("no {what} under this filter"), format!("{} drops it", key(crate::app::Command::ClearFilter))]
        } else if self.model.view == View::Events && self.model.floor() > 0.0 && self.store.event_count() > 0 {
            let key = key(crate::app::Command::HideUnsure);
            vec!["every event is less sure than the threshold".to_owned(), format!("{key} shows them")]
        } else if self.store.article_count() == 0 {
            let key = key(crate::app::Command::Skipped);
            vec!["nothing could be read".to_owned(), format!("{key} lists what was skipped, and why")]
        } else {
            vec![format!("no {what} were found")]
        };
        for (i, line) in lines.iter().enumerate().take(usize::from(area.height).saturating_sub(1)) {
            self.line(area, i + 1).skip(2).put(line, Role::Dim);
        }
        if self.model.view == View::Events {
            self.cursor = None;
        }
    }
}
