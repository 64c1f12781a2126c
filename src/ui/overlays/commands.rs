//! The palette and the help.

use super::first_in_sight;
use crate::app::cells;
use crate::app::layout::Area;
use crate::app::overlay::{CommandList, CommandRow, ListKind};
use crate::app::style_role::Role;
use crate::keys::Mode;
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;

/// Columns for keys.
const KEYS: usize = 14;

impl Canvas<'_, '_> {
    pub(super) fn commands(&mut self, screen: Area, list: &CommandList) {
        let title = match list.kind {
            ListKind::Palette => "Commands",
            ListKind::Help => "Keys ─ type to filter, Enter runs",
        };
        let inner = self.popup(screen, 84, screen.height.saturating_sub(4), title, "");
        let sign = if list.kind == ListKind::Palette { ":" } else { "?" };
        self.input(inner, sign, &list.input, None);
        self.rule(inner, 1);
        let area = Area::new(inner.x, inner.y + 2, inner.width, inner.height.saturating_sub(2));
        let height = usize::from(area.height);
        // The heading above the first command is shown with it.
        let first = first_in_sight(list.selected, height).min(if list.selected <= 1 { 0 } else { usize::MAX });
        self.hits.add(area, Zone::Overlay(first));
        if list.rows.is_empty() {
            let text = format!("no command fits “{}”", list.input.text());
            self.line(area, 0).skip(2).put(&text, Role::Dim);
        }
        for (i, row) in list.rows.iter().skip(first).take(height).enumerate() {
            let selected = first + i == list.selected;
            match row {
                CommandRow::Query(name, query) => {
                    let glyph = self.dress.glyphs.selected;
                    let mut writer = self.line(area, i);
                    if selected {
                        writer = writer.over(Role::Selected);
                    }
                    writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
                    writer.column("filter", KEYS, Role::Dim).skip(1);
                    writer.put(name, Role::Match).put("  ", Role::Base).put(query, Role::Dim);
                }
                &CommandRow::Heading(group) => {
                    self.line(area, i).skip(1).put(group.name(), Role::Heading);
                }
                &CommandRow::Command(command, why) => {
                    let keys: Vec<String> =
                        self.dress.keymap.keys_of(Mode::Normal, command).map(|k| k.to_string()).collect();
                    let glyph = self.dress.glyphs.selected;
                    let mut writer = self.line(area, i);
                    if selected {
                        writer = writer.over(Role::Selected);
                    }
                    writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
                    writer.column(&keys.join(" "), KEYS, Role::Key).skip(1);
                    let role = if why.is_some() { Role::Faint } else { Role::Base };
                    // Why not is worth more than the end of what it would do.
                    let why = why.map_or_else(String::new, |why| format!(" ({why})"));
                    let room = writer.room().saturating_sub(cells::width(&why)).max(writer.room() / 3);
                    writer.put(&cells::fit(command.doc(), room), role).put(&why, Role::Dim);
                }
            }
        }
    }
}
