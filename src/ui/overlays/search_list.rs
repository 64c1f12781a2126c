//! What the finders draw alike: the line that is typed, and the hits below it.

use super::first_in_sight;
use crate::app::labels;
use crate::app::layout::Area;
use crate::app::overlay::SearchList;
use crate::app::style_role::Role;
use crate::ui::Canvas;
use crate::ui::hit_map::Zone;
use crate::ui::line_writer::LineWriter;

/// What the lower edge tells: which hit of how many, or why there is none.
pub(super) fn counted<T>(list: &SearchList<T>, none: &str) -> String {
    match list.hits.len() {
        0 if list.searching() => " searching … ".to_owned(),
        0 => format!(" {none} "),
        n => format!(" {}/{} ", labels::thousands(list.selected + 1), labels::thousands(n)),
    }
}

impl Canvas<'_, '_> {
    /// The line, a rule, and the hits in sight; `draw` writes one, behind the sign of the selected.
    pub(super) fn search_list<T>(
        &mut self,
        inner: Area,
        sign: &str,
        list: &SearchList<T>,
        draw: impl Fn(&mut LineWriter<'_>, &T),
    ) {
        self.input(inner, sign, &list.input, None);
        self.rule(inner, 1);
        let area = Area::new(inner.x, inner.y + 2, inner.width, inner.height.saturating_sub(2));
        let height = usize::from(area.height);
        let first = first_in_sight(list.selected, height);
        self.hits.add(area, Zone::Overlay(first));
        let glyph = self.dress.glyphs.selected;
        for (i, hit) in list.hits.iter().skip(first).take(height).enumerate() {
            let selected = first + i == list.selected;
            let mut writer = self.line(area, i);
            if selected {
                writer = writer.over(Role::Selected);
            }
            writer.column(if selected { glyph } else { "" }, 1, Role::BorderFocus).skip(1);
            draw(&mut writer, hit);
        }
    }
}
