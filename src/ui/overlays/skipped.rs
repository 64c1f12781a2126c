//! What went wrong: faults of the settings, files that were skipped.

use ratatui::layout::Position;

use super::first_in_sight;
use crate::app::layout::Area;
use crate::app::overlay::SkippedList;
use crate::app::style_role::Role;
use crate::app::{cells, labels};
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;

/// Rows that tell the selected line in full.
const IN_FULL: u16 = 3;

impl Canvas<'_, '_> {
    pub(super) fn skipped(&mut self, screen: Area, list: SkippedList) {
        let (faults, skipped) = (&self.model.complaints, self.store.skipped());
        let count = faults.len() + skipped.len();
        let title = match (faults.len(), skipped.len()) {
            (0, 0) => "Nothing went wrong".to_owned(),
            (0, n) => format!("{} skipped", labels::count(n, "file")),
            (f, 0) => format!("{} of the settings", labels::count(f, "fault")),
            (f, n) => format!("{} of the settings, {} skipped", labels::count(f, "fault"), labels::count(n, "file")),
        };
        let below =
            if count > 0 { format!(" {}/{} ", list.selected + 1, labels::thousands(count)) } else { String::new() };
        let room = screen.height.saturating_sub(4).max(3);
        let in_full = if count > 0 { 1 + IN_FULL } else { 1 };
        let height = (count as u16).saturating_add(2 + in_full).clamp(3, room);
        let inner = self.popup(screen, 110, height, &title, &below);
        // The selected line in full, below the others, where there is room for both.
        let full = if count > 0 && inner.height > 2 * IN_FULL { IN_FULL + 1 } else { 0 };
        let rows = usize::from(inner.height.saturating_sub(full));
        let first = first_in_sight(list.selected, rows);
        self.hits.add(Area { height: rows as u16, ..inner }, Zone::Overlay(first));
        let at = |i: usize| match faults.get(i) {
            Some(fault) => ("settings", fault.as_str()),
            None => skipped.get(i - faults.len()).map_or(("", ""), |s| (s.name.as_str(), s.reason.as_str())),
        };
        let longest = (first..count).take(rows).map(|row| cells::width(at(row).0)).max().unwrap_or(0);
        let width = longest.min(usize::from(inner.width) * 2 / 5);
        if count == 0 {
            self.line(inner, 0).skip(2).put("no file was skipped, no setting is wrong", Role::Dim);
        }
        for (i, row) in (first..count).take(rows).enumerate() {
            let (name, reason) = at(row);
            let selected = row == list.selected;
            let glyph = self.dress.glyphs.selected;
            let mut writer = self.line(inner, i);
            if selected {
                writer = writer.over(Role::Selected);
            }
            writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
            writer.column(name, width, Role::Base).skip(1).put(reason, Role::Dim);
            if selected {
                self.cursor = Some(Position::new(inner.x, inner.y + i as u16));
            }
        }
        if full > 0 {
            self.rule(inner, rows);
            let (name, reason) = at(list.selected);
            let text = format!("{}: {}", cells::one_line(name), cells::one_line(reason));
            let table = crate::app::wrap::WrapTable::new(&text, usize::from(inner.width).saturating_sub(2));
            for (i, row) in table.rows().iter().take(usize::from(IN_FULL)).enumerate() {
                self.line(inner, rows + 1 + i).skip(1).put(&text[row.range()], Role::Base);
            }
        }
    }
}
