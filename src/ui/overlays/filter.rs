//! The line that types a filter.

use super::first_in_sight;
use crate::app::labels;
use crate::app::layout::Area;
use crate::app::overlay::FilterPrompt;
use crate::app::style_role::Role;
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;

/// Candidates in sight.
const ROWS: usize = 8;

impl Canvas<'_, '_> {
    pub(super) fn filter_prompt(&mut self, screen: Area, prompt: &FilterPrompt) {
        let fresh = prompt.input.text().trim().is_empty();
        let rows = prompt.candidates.len().min(if fresh { usize::MAX } else { ROWS });
        let height = 5 + rows as u16 - u16::from(rows == 0);
        let title = format!("Filter {}", self.model.view.name().to_lowercase());
        let inner = self.popup(screen, 92, height, &title, "");
        let unfinished = prompt.unfinished();
        let wrong = prompt.error.as_ref().filter(|_| unfinished.is_none()).map(|(_, at)| at.clone());
        self.input(inner, "f", &prompt.input, wrong);
        if let Some(candidate) = unfinished {
            let text = format!("Enter or Tab completes it: {candidate}");
            self.line(inner, 1).skip(3).put(&text, Role::Dim);
        } else if let Some((message, at)) = &prompt.error {
            let before = prompt.input.text().get(..at.start).map_or(0, crate::app::cells::width);
            let mut writer = self.line(inner, 1);
            writer.skip(3 + before.min(usize::from(inner.width) / 2)).put("▲ ", Role::Refused);
            writer.put(message, Role::Refused);
        } else if let Some(count) = prompt.count {
            let what = self.model.view.counted();
            let what = if count == 1 { what.trim_end_matches('s') } else { what };
            let text = format!("{} {what}", labels::thousands(count));
            self.line(inner, 1).skip(3).put(&text, Role::Dim);
        }
        if rows == 0 {
            return;
        }
        self.rule(inner, 2);
        let area = Area::new(inner.x, inner.y + 3, inner.width, inner.height.saturating_sub(3));
        let height = usize::from(area.height);
        let longest = prompt.candidates.iter().map(|c| crate::app::cells::width(&c.text)).max().unwrap_or(0);
        let names = longest.max(11).min(usize::from(area.width) / 2);
        let first = first_in_sight(prompt.selected, height);
        self.hits.add(area, Zone::Overlay(first));
        for (i, candidate) in prompt.candidates.iter().skip(first).take(height).enumerate() {
            // Before the selection is moved an empty line is what Enter takes.
            let selected = first + i == prompt.selected && (prompt.chosen || !fresh);
            let glyph = self.dress.glyphs.selected;
            let role = if candidate.query.is_some() { Role::Match } else { Role::Key };
            let mut writer = self.line(area, i);
            if selected {
                writer = writer.over(Role::Selected);
            }
            writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(2);
            if candidate.note.is_empty() {
                writer.put(&candidate.text, Role::Base);
            } else {
                writer.column(&candidate.text, names, role).skip(1).put(&candidate.note, Role::Dim);
            }
        }
    }
}
