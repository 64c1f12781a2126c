//! Why something was found.

use crate::app::layout::Area;
use crate::app::overlay::Explanation;
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;

impl Canvas<'_, '_> {
    pub(super) fn explanation(&mut self, screen: Area, explanation: &Explanation) {
        let all = &explanation.lines.lines;
        let height = (all.len() as u16).saturating_add(2).clamp(3, screen.height.saturating_sub(4).max(3));
        let title = format!("Why: {}", explanation.lines.title);
        let more = all.len().saturating_sub(usize::from(height.saturating_sub(2)));
        let below = if more > 0 { format!(" {} lines ", all.len()) } else { String::new() };
        let mut inner = self.popup(screen, Explanation::width(screen.width), height, &title, &below);
        let first = explanation.offset.min(more);
        self.hits.add(inner, Zone::Overlay(first));
        inner.x += 1.min(inner.width);
        inner.width = inner.width.saturating_sub(1);
        for (i, line) in all.iter().skip(first).take(usize::from(inner.height)).enumerate() {
            let mut writer = self.line(inner, i);
            for part in line {
                writer.put(&part.text, part.role);
            }
        }
        let at = ratatui::layout::Position::new(inner.x, inner.y);
        self.cursor = Some(at);
    }
}
