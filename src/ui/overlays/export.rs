//! The question where to export to.

use crate::app::layout::Area;
use crate::app::overlay::ExportPrompt;
use crate::app::style_role::Role;
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;

impl Canvas<'_, '_> {
    pub(super) fn export_prompt(&mut self, screen: Area, prompt: &ExportPrompt) {
        let formats = &self.model.formats;
        let title = format!("Export {}", prompt.what);
        let inner = self.popup(screen, 84, formats.len() as u16 + 5, &title, "");
        self.input(inner, "file", &prompt.input, None);
        if prompt.overwrites {
            self.line(inner, 1).skip(1).put("! it is there already: Enter writes over it", Role::Refused);
        } else {
            self.line(inner, 1).skip(1).put("Enter writes it, Tab takes another format", Role::Dim);
        }
        self.rule(inner, 2);
        let longest = formats.iter().map(|f| f.name.len()).max().unwrap_or(0);
        let area = Area::new(inner.x, inner.y + 3, inner.width, inner.height.saturating_sub(3));
        self.hits.add(area, Zone::Overlay(0));
        for (i, format) in formats.iter().enumerate().take(usize::from(area.height)) {
            let selected = i == prompt.selected;
            let glyph = self.dress.glyphs.selected;
            let mut writer = self.line(area, i);
            if selected {
                writer = writer.over(Role::Selected);
            }
            writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
            writer.column(format.name, longest, Role::Key).skip(1).put(format.about, Role::Base);
        }
    }
}
