//! Writing on one line of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use unicode_width::UnicodeWidthStr;

use super::{Canvas, Dress};
use crate::app::cells;
use crate::app::layout::{Area, Pane};
use crate::app::style_role::Role;

/// Writes on one line from left to right and never beyond its end.
pub(super) struct LineWriter<'b> {
    buffer: &'b mut Buffer,
    dress: &'b Dress,
    /// The next column.
    pub(super) x: u16,
    y: u16,
    end: u16,
    /// Laid over everything written: the look of a selected row.
    over: Style,
}

impl LineWriter<'_> {
    /// Lays a role over everything written from now on, and over the rest of the line.
    pub(super) fn over(mut self, role: Role) -> Self {
        self.over = self.dress.style(role);
        let rest = Rect::new(self.x, self.y, self.end.saturating_sub(self.x), 1);
        self.buffer.set_style(rest, self.over);
        self
    }

    /// Columns that are left.
    pub(super) fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Writes a text, cut with … where the line ends.
    pub(super) fn put(&mut self, text: &str, role: Role) -> &mut Self {
        let style = self.dress.style(role);
        self.put_styled(text, style)
    }

    /// Writes a text in a style of its own.
    pub(super) fn put_styled(&mut self, text: &str, style: Style) -> &mut Self {
        let room = self.room();
        if room == 0 {
            return self;
        }
        let cut = cells::width(text) > room;
        let text = cells::fit(text, room);
        let (x, _) = self.buffer.set_stringn(self.x, self.y, &*text, room, style.patch(self.over));
        // Nothing is written behind the sign that something was cut.
        self.x = if cut { self.end } else { x };
        self
    }

    /// Writes a text into a column of its own, cut or padded to a width.
    pub(super) fn column(&mut self, text: &str, width: usize, role: Role) -> &mut Self {
        let stop = self.x.saturating_add(width as u16).min(self.end);
        let text = cells::fit(text, width);
        self.put(&text, role);
        self.x = stop.max(self.x);
        self
    }

    /// Writes a text at the right end of a column.
    pub(super) fn column_right(&mut self, text: &str, width: usize, role: Role) -> &mut Self {
        self.x = self.x.saturating_add(width.saturating_sub(text.width()) as u16).min(self.end);
        self.put(text, role)
    }

    /// Leaves columns blank.
    pub(super) fn skip(&mut self, columns: usize) -> &mut Self {
        self.x = self.x.saturating_add(columns as u16).min(self.end);
        self
    }

    /// Ends the line earlier: what follows is cut there.
    pub(super) fn leave(&mut self, columns: usize) -> &mut Self {
        self.end = self.end.saturating_sub(columns as u16).max(self.x);
        self
    }

    /// Goes on writing up to a column further right.
    pub(super) fn until(&mut self, end: u16) -> &mut Self {
        self.end = end;
        self
    }

    /// Where the line ends.
    pub(super) fn end(&self) -> u16 {
        self.end
    }
}

impl Canvas<'_, '_> {
    /// A writer at the beginning of a line.
    pub(super) fn writer(&mut self, line: Area) -> LineWriter<'_> {
        let screen = self.frame.area();
        let end = (line.x.saturating_add(line.width)).min(screen.right());
        // A line below the screen takes no ink.
        let end = if line.y < screen.bottom() { end } else { line.x };
        let (buffer, dress) = (self.frame.buffer_mut(), self.dress);
        LineWriter { buffer, dress, x: line.x, y: line.y, end, over: Style::default() }
    }

    /// A line of an area, counted from its top.
    pub(super) fn line(&mut self, area: Area, row: usize) -> LineWriter<'_> {
        self.writer(Area::new(area.x, area.y.saturating_add(row as u16), area.width, 1))
    }

    /// Draws a frame with titles on its upper and lower edges; the title's parts are written one
    /// after the other.
    pub(super) fn frame_around(&mut self, area: Area, focused: bool, titles: &[(&str, Role)], below: &[(&str, Role)]) {
        if area.is_empty() {
            return;
        }
        let glyphs = self.dress.glyphs;
        let border = if focused { Role::BorderFocus } else { Role::Border };
        let [top_left, top_right, bottom_left, bottom_right] = glyphs.corners;
        let across = glyphs.across.repeat(usize::from(area.width.saturating_sub(2)));
        let last = usize::from(area.height - 1);
        self.line(area, 0).put(top_left, border).put(&across, border).put(top_right, border);
        for row in 1..last {
            self.line(area, row).put(glyphs.down, border);
            let right = Area::new(area.x + area.width - 1, area.y, 1, area.height);
            self.line(right, row).put(glyphs.down, border);
        }
        if last > 0 {
            self.line(area, last).put(bottom_left, border).put(&across, border).put(bottom_right, border);
        }
        for (row, parts, left) in [(0, titles, true), (last, below, false)] {
            let wide: usize = parts.iter().map(|(t, _)| cells::width(t)).sum();
            if parts.is_empty() || area.width < 6 || (row == 0 && !left) {
                continue;
            }
            let room = usize::from(area.width) - 4;
            let mut writer = self.line(area, row);
            writer.skip(if left { 2 } else { 2 + room.saturating_sub(wide) }).leave(2);
            for (text, role) in parts {
                let mut style = writer.dress.style(*role);
                // A look without a colour of its own would take the frame's.
                style.fg = style.fg.or(writer.dress.style(Role::Base).fg).or(Some(Color::Reset));
                writer.put_styled(text, style);
            }
        }
    }

    /// Draws the thumb of a scrollbar on a pane's right edge, where not all rows are in sight.
    pub(super) fn scrollbar(&mut self, area: Area, focused: bool, offset: usize, rows: usize, seen: usize) {
        let height = usize::from(area.height.saturating_sub(2));
        if rows <= seen || height == 0 {
            return;
        }
        let thumb = (height * seen / rows).max(1);
        let top = (height - thumb) * offset / (rows - seen).max(1);
        let glyph = self.dress.glyphs.thumb;
        let role = if focused { Role::BorderFocus } else { Role::Faint };
        for row in top..(top + thumb).min(height) {
            self.writer(Area::new(area.x + area.width - 1, area.y + 1 + row as u16, 1, 1)).put(glyph, role);
        }
    }

    /// True for the pane that has the keyboard.
    pub(super) fn focused(&self, pane: Pane) -> bool {
        self.model.focus == pane && self.model.overlay.is_none()
    }
}
