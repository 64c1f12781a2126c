//! What was skipped, and why.

use super::first_in_sight;
use crate::app::layout::Area;
use crate::app::overlay::SkippedList;
use crate::app::role::Role;
use crate::app::wording;
use crate::ui::Canvas;
use crate::ui::hit::Zone;

impl Canvas<'_, '_> {
    pub(super) fn skipped(&mut self, screen: Area, list: SkippedList) {
        let all = self.store.skipped();
        let title = if all.is_empty() {
            "Nothing was skipped".to_owned()
        } else {
            format!("{} skipped", wording::count(all.len(), "file"))
        };
        let height = (all.len() as u16).saturating_add(2).clamp(3, screen.height.saturating_sub(4).max(3));
        let inner = self.popup(screen, 100, height, &title, "");
        let first = first_in_sight(list.selected, usize::from(inner.height));
        self.hits.add(inner, Zone::Overlay(first));
        let name = usize::from(inner.width) * 2 / 5;
        for (i, skipped) in all.iter().skip(first).take(usize::from(inner.height)).enumerate() {
            let selected = first + i == list.selected;
            let glyph = self.dress.glyphs.selected;
            let mut pen = self.line(inner, i);
            if selected {
                pen = pen.over(Role::Selected);
            }
            pen.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
            pen.column(&skipped.name, name, Role::Base).skip(1).put(&skipped.reason, Role::Dim);
        }
    }
}
