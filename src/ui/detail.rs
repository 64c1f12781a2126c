//! The detail pane.

use ratatui::layout::Position;

use super::Canvas;
use super::hit_map::Zone;
use crate::app::cells;
use crate::app::layout::{Area, Pane};
use crate::app::style_role::Role;

impl Canvas<'_, '_> {
    pub(super) fn detail(&mut self, area: Area) {
        if area.is_empty() {
            return;
        }
        let focused = self.focused(Pane::Detail);
        let pane = &self.model.detail;
        let detail = &pane.lines;
        let about = format!("─ {} ", detail.about);
        let title = format!(" {} ", cells::fit(&detail.title, usize::from(area.width) * 3 / 5));
        let role = if focused { Role::TitleFocus } else { Role::Title };
        let titles = if detail.title.is_empty() {
            vec![(" Detail ", role)]
        } else {
            vec![(title.as_str(), role), (about.as_str(), Role::Dim)]
        };
        self.frame_around(area, focused, &titles, &[]);
        self.hits.add(area, Zone::Pane(Pane::Detail));
        self.breadcrumbs(area);
        let mut inner = area.inner();
        inner.x += 1.min(inner.width);
        inner.width = inner.width.saturating_sub(2);
        self.hits.add(inner, Zone::Detail(pane.offset));
        let height = usize::from(inner.height);
        if pane.item.is_none() && !self.model.loading() {
            self.line(inner, 0).put("nothing is selected", Role::Dim);
        }
        for (i, line) in detail.lines.iter().skip(pane.offset).take(height).enumerate() {
            let mut cursor = None;
            let mut writer = self.line(inner, i);
            for part in line {
                let chosen = focused && part.link == Some(pane.link) && part.link.is_some();
                if chosen && cursor.is_none() {
                    cursor = Some(writer.x);
                }
                writer.put(&part.text, if chosen { Role::LinkSelected } else { part.role });
            }
            if let Some(x) = cursor
                && self.cursor.is_none()
            {
                self.cursor = Some(Position::new(x, inner.y + i as u16));
            }
        }
        self.scrollbar(area, focused, pane.offset, detail.lines.len(), height);
    }
}
