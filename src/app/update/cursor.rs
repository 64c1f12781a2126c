//! Going up and down, and from pane to pane.

use super::Step;
use super::display::Side;
use crate::app::action::Notice;
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::model::Model;
use crate::store::Store;

/// Whether the last pane is followed by the first.
#[derive(Clone, Copy, Debug)]
enum Ends {
    Joined,
    Fixed,
}

impl Model {
    /// Columns and rows of the detail pane, as it is or would be shown.
    pub(super) fn detail_size(&self) -> (usize, usize) {
        let mut area = self.layout().pane(Pane::Detail);
        if area.is_empty() {
            area = self.layout_with(Pane::Detail).pane(Pane::Detail);
        }
        let inner = area.inner();
        (usize::from(inner.width).saturating_sub(2), usize::from(inner.height))
    }

    pub(super) fn move_by_command(&mut self, store: &Store, command: Command) {
        match command {
            Command::Left if self.focus == Pane::List && self.step_within_list(store, Side::Left) => {}
            Command::Right if self.focus == Pane::List && self.step_within_list(store, Side::Right) => {}
            Command::NextPane => self.step_pane(store, 1, Ends::Joined),
            Command::PreviousPane => self.step_pane(store, -1, Ends::Joined),
            Command::Right => self.step_pane(store, 1, Ends::Fixed),
            Command::Left => self.step_pane(store, -1, Ends::Fixed),
            _ => match self.focus {
                Pane::List => self.move_list(store, command),
                Pane::Detail => self.move_detail(command),
                Pane::Source => self.move_source_by_command(command),
            },
        }
    }

    /// To the next or previous pane.
    fn step_pane(&mut self, store: &Store, by: isize, ends: Ends) {
        let count = Pane::ALL.len();
        let at = self.focus as usize;
        let to = match ends {
            Ends::Joined => (at + count).saturating_add_signed(by) % count,
            Ends::Fixed => at.saturating_add_signed(by).min(count - 1),
        };
        self.focus = Pane::ALL[to];
        self.wrap_source(store);
    }

    fn move_list(&mut self, store: &Store, command: Command) {
        let page = self.list_rows().max(1);
        let at = self.list().selected;
        let to = match command {
            Command::Down => at + 1,
            Command::Up => at.saturating_sub(1),
            Command::PageDown => at + page,
            Command::PageUp => at.saturating_sub(page),
            Command::HalfDown => at + page / 2,
            Command::HalfUp => at.saturating_sub(page / 2),
            Command::First => 0,
            Command::Last => usize::MAX,
            _ => return,
        };
        self.select(store, to);
        let rows = self.list().rows.len();
        if self.list().selected == at && rows > 0 {
            self.notice = Some(Notice::refused(if to > at { "this is the last row" } else { "this is the first row" }));
        }
    }

    fn move_source_by_command(&mut self, command: Command) {
        let page = self.source_size().1.max(1) as isize;
        let all = self.source.table.rows().len() as isize;
        self.move_source(match command {
            Command::Down => 1,
            Command::Up => -1,
            Command::PageDown => page,
            Command::PageUp => -page,
            Command::HalfDown => page / 2,
            Command::HalfUp => -page / 2,
            Command::First => -all,
            Command::Last => all,
            _ => return,
        });
    }

    /// Up and down go from link to link where one is in sight, else by lines.
    fn move_detail(&mut self, command: Command) {
        let (_, height) = self.detail_size();
        let height = height.max(1);
        let count = self.detail.lines.lines.len();
        let last = count.saturating_sub(height);
        let offset = self.detail.offset;
        match command {
            Command::Down => self.step_line(Step::Next, height),
            Command::Up => self.step_line(Step::Previous, height),
            Command::PageDown => self.detail.offset = (offset + height).min(last),
            Command::PageUp => self.detail.offset = offset.saturating_sub(height),
            Command::HalfDown => self.detail.offset = (offset + height / 2).min(last),
            Command::HalfUp => self.detail.offset = offset.saturating_sub(height / 2),
            Command::First => (self.detail.offset, self.detail.link) = (0, 0),
            Command::Last => {
                self.detail.offset = last;
                self.detail.link = self.detail.lines.links.len().saturating_sub(1);
            }
            _ => {}
        }
        self.link_into_view(height);
    }

    fn step_line(&mut self, to: Step, height: usize) {
        let down = to == Step::Next;
        let detail = &mut self.detail;
        let links = &detail.lines.links;
        let line = links.get(detail.link).map_or(0, |(l, _)| *l);
        let next = if down {
            links.iter().position(|(l, _)| *l > line)
        } else {
            // The first link of the line above.
            let above = links.iter().rev().find(|(l, _)| *l < line).map(|(l, _)| *l);
            above.and_then(|a| links.iter().position(|(l, _)| *l == a))
        };
        let last = detail.lines.lines.len().saturating_sub(height);
        match next {
            // A link just out of sight is scrolled to; one far away is not jumped to.
            Some(at) if links[at].0 + 1 >= detail.offset && links[at].0 <= detail.offset + height => {
                detail.link = at;
                let line = links[at].0;
                detail.offset = detail.offset.clamp((line + 1).saturating_sub(height), line);
            }
            _ if down => detail.offset = (detail.offset + 1).min(last),
            _ => detail.offset = detail.offset.saturating_sub(1),
        }
    }

    /// After scrolling by pages the selected link is one that can be seen, if any can.
    fn link_into_view(&mut self, height: usize) {
        let detail = &mut self.detail;
        let seen = detail.offset..detail.offset + height;
        let links = &detail.lines.links;
        let visible = links.get(detail.link).is_some_and(|(l, _)| seen.contains(l));
        if !visible && let Some(at) = links.iter().position(|(l, _)| seen.contains(l)) {
            detail.link = at;
        }
    }

    /// To the next or previous link of the detail or source pane.
    pub(super) fn step_link(&mut self, to: Step) {
        match self.focus {
            Pane::Source => self.step_link_in_source(to),
            Pane::List | Pane::Detail => {
                self.focus = Pane::Detail;
                let height = self.detail_size().1.max(1);
                let detail = &mut self.detail;
                let last = detail.lines.links.len().saturating_sub(1);
                detail.link = match to {
                    Step::Next => (detail.link + 1).min(last),
                    Step::Previous => detail.link.saturating_sub(1),
                };
                if let Some(&(line, _)) = detail.lines.links.get(detail.link) {
                    detail.offset = detail.offset.clamp((line + 1).saturating_sub(height), line);
                }
            }
        }
    }

    /// The wheel: lines of a pane, or of what is open.
    pub(super) fn scroll(&mut self, store: &Store, pane: Option<Pane>, by: i32) {
        let by = by as isize;
        if self.overlay.is_some() {
            let command = if by > 0 { Command::Down } else { Command::Up };
            for _ in 0..by.unsigned_abs().min(10) {
                self.run_in_overlay(store, command);
            }
            return;
        }
        match pane.unwrap_or(self.focus) {
            Pane::List => {
                let to = self.list().selected.saturating_add_signed(by);
                self.select(store, to);
            }
            Pane::Detail => {
                let (_, height) = self.detail_size();
                let last = self.detail.lines.lines.len().saturating_sub(height);
                self.detail.offset = self.detail.offset.saturating_add_signed(by).min(last);
                self.link_into_view(height);
            }
            Pane::Source => self.scroll_source(by),
        }
    }
}
