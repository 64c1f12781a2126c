//! What was drawn where.

use crate::app::Command;
use crate::app::action::Target;
use crate::app::layout::{Area, Pane};
use crate::app::model::View;

/// What lies in an area, so far as the mouse needs to know.
#[derive(Clone, Copy, Debug)]
pub(super) enum Zone {
    /// Rows of the list from this one on.
    List(usize),
    /// Cells of the matrix from this row and column on.
    Cells(usize, usize),
    /// The sign that folds the story of a row.
    Fold(usize),
    /// A step of the way here.
    Crumb(usize),
    /// Lines of the detail pane from this one on.
    Detail(usize),
    /// Rows of the source pane from this one on.
    Source(usize),
    /// A pane's frame.
    Pane(Pane),
    /// A view's name.
    View(View),
    /// A command's hint.
    Command(Command),
    /// Rows of what is open from this one on.
    Overlay(usize),
    /// The frame of what is open.
    OverlayFrame,
}

/// What was drawn where in the last frame.
#[derive(Clone, Debug, Default)]
pub struct HitMap {
    zones: Vec<(Area, Zone)>,
    split: Option<Area>,
    overlay: bool,
}

impl HitMap {
    pub(super) fn add(&mut self, area: Area, zone: Zone) {
        self.overlay |= matches!(zone, Zone::OverlayFrame);
        self.zones.push((area, zone));
    }

    pub(super) fn set_split(&mut self, area: Area) {
        self.split = Some(area);
    }

    /// What a press at a cell means; `None` where it means nothing.
    #[must_use]
    pub fn press(&self, x: u16, y: u16) -> Option<Target> {
        let (area, zone) = self.zones.iter().rev().find(|(a, _)| a.contains(x, y))?;
        let row = usize::from(y - area.y);
        let above = matches!(zone, Zone::Overlay(_) | Zone::OverlayFrame);
        if self.overlay && !above {
            return Some(Target::Outside);
        }
        Some(match *zone {
            Zone::List(first) => Target::ListRow(first + row),
            Zone::Cells(first, column) => {
                Target::Cell(first + row, column + usize::from(x - area.x) / super::rows::CELL)
            }
            Zone::Fold(row) => Target::Fold(row),
            Zone::Crumb(steps) => Target::Crumb(steps),
            Zone::Detail(first) => Target::Detail(first + row, x - area.x),
            Zone::Source(first) => Target::Source(first + row, x - area.x),
            Zone::Pane(pane) => Target::Pane(pane),
            Zone::View(view) => Target::View(view),
            Zone::Command(command) => Target::Command(command),
            Zone::Overlay(first) => Target::Overlay(first + row),
            Zone::OverlayFrame => return None,
        })
    }

    /// Where an article's words were drawn.
    pub(super) fn text(&self) -> Option<Area> {
        self.zones.iter().find(|(_, zone)| matches!(zone, Zone::Source(_))).map(|(area, _)| *area)
    }

    /// The pane the wheel turns over.
    #[must_use]
    pub fn pane(&self, x: u16, y: u16) -> Option<Pane> {
        self.zones.iter().rev().find_map(|(area, zone)| match zone {
            Zone::Pane(pane) if area.contains(x, y) => Some(*pane),
            _ => None,
        })
    }

    /// True on the line between the list and the rest.
    #[must_use]
    pub fn on_split(&self, x: u16, y: u16) -> bool {
        !self.overlay && self.split.is_some_and(|a| a.contains(x, y))
    }
}
