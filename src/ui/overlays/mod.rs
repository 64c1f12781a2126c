//! What is open above the panes.

mod commands;
mod explanation;
mod export;
mod filter;
mod finder;
mod search_list;
mod skipped;
mod text;

use ratatui::layout::Position;
use ratatui::widgets::{Clear, Widget};

use super::hit_map::Zone;
use super::{Canvas, rect};
use crate::app::cells;
use crate::app::layout::Area;
use crate::app::line_edit::LineEdit;
use crate::app::overlay::Overlay;
use crate::app::style_role::Role;

/// Columns of a pane beside a popup that are not worth showing.
const SLIVER: u16 = 12;
/// Lower screens are not shared between a popup and the panes below it.
const LOW: u16 = 16;

impl Canvas<'_, '_> {
    pub(super) fn overlay(&mut self, screen: Area) {
        let model = self.model;
        match &model.overlay {
            None => {}
            Some(Overlay::Actors(finder)) => self.actor_finder(screen, finder),
            Some(Overlay::Text(finder)) => self.text_finder(screen, finder),
            Some(Overlay::Filter(prompt)) => self.filter_prompt(screen, prompt),
            Some(Overlay::Commands(list)) => self.commands(screen, list),
            Some(Overlay::Export(prompt)) => self.export_prompt(screen, prompt),
            Some(Overlay::Skipped(list)) => self.skipped(screen, *list),
            Some(Overlay::Explanation(explanation)) => self.explanation(screen, explanation),
        }
    }

    /// An empty box in the upper middle of the screen; returns what is inside its frame.
    fn popup(&mut self, screen: Area, width: u16, height: u16, title: &str, below: &str) -> Area {
        // Slivers of the panes on either side would only look torn.
        let width = if width + 2 * SLIVER > screen.width { screen.width } else { width };
        // On a low screen what is open needs every line that it can have.
        let most = screen.height.saturating_sub(2);
        let height = if screen.height < LOW { height.max(most.min(LOW)) } else { height };
        let height = height.min(most).max(3.min(screen.height));
        let y = screen.height.saturating_sub(height) / 4;
        let area = Area::new((screen.width - width) / 2, y.max(1), width, height);
        Clear.render(rect(area).intersection(self.frame.area()), self.frame.buffer_mut());
        let base = self.dress.style(Role::Base);
        let bounds = rect(area).intersection(self.frame.area());
        self.frame.buffer_mut().set_style(bounds, base);
        let title = format!(" {title} ");
        let titles = [(title.as_str(), Role::TitleFocus)];
        let note = [(below, Role::Dim)];
        self.frame_around(area, true, &titles, if below.is_empty() { &[] } else { &note });
        self.hits.add(area, Zone::OverlayFrame);
        area.inner()
    }

    /// The line that is typed, with the cursor in it; `lit` bytes are wrong.
    fn input(&mut self, area: Area, sign: &str, input: &LineEdit, wrong: Option<std::ops::Range<usize>>) {
        let mut writer = self.line(area, 0);
        writer.put(" ", Role::Base).put(sign, Role::Key).put(" ", Role::Base);
        let start = writer.x;
        let room = writer.room().saturating_sub(1).max(1);
        let (text, cursor) = (input.text(), input.cursor());
        // The line is scrolled so that the cursor is in sight.
        let mut from = 0;
        while cells::width(&text[from..cursor]) > room {
            from += text[from..].chars().next().map_or(1, char::len_utf8);
        }
        let wrong =
            wrong.map_or(text.len()..text.len(), |w| w.start.clamp(from, text.len())..w.end.clamp(from, text.len()));
        writer.put(&text[from..wrong.start], Role::Input);
        writer.put(&text[wrong.clone()], Role::Refused);
        writer.put(&text[wrong.end.max(from)..], Role::Input);
        let x = start + cells::width(&text[from..cursor]) as u16;
        self.cursor = Some(Position::new(x.min(area.x + area.width.saturating_sub(1)), area.y));
    }

    /// A thin line across a popup.
    fn rule(&mut self, area: Area, row: usize) {
        let line = self.dress.glyphs.across.repeat(usize::from(area.width));
        self.line(area, row).put(&line, Role::Border);
    }
}

/// The first row shown so that the selected one is in sight.
fn first_in_sight(selected: usize, height: usize) -> usize {
    (selected + 1).saturating_sub(height)
}
