//! Where the reader was: back and forward through everything visited, selection and scroll kept.

use super::display::Display;
use super::item::Item;
use super::layout::Pane;
use super::source::Position;
use super::view::View;

/// Places remembered.
const LONGEST: usize = 500;

/// All that makes up where a reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The view.
    pub view: View,
    /// The focused pane.
    pub focus: Pane,
    /// How the views are turned.
    pub display: Display,
    /// The filter's text.
    pub filter: String,
    /// The list's order.
    pub order: usize,
    /// What was selected in the list, and the first row shown.
    pub row: (Option<Item>, usize),
    /// What the detail pane showed, its link and its first line.
    pub detail: (Option<Item>, usize, usize),
    /// Where the source pane was.
    pub source: Option<Position>,
}

/// Places before and after this one.
#[derive(Clone, Debug, Default)]
pub struct History {
    back: Vec<Place>,
    forward: Vec<Place>,
}

impl History {
    /// Keeps the place that is about to be left. What lay ahead is forgotten.
    pub fn leave(&mut self, place: Place) {
        self.forward.clear();
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        if self.back.len() > LONGEST {
            self.back.remove(0);
        }
    }

    /// The last place, `here` being kept for the way forward.
    pub fn back(&mut self, here: Place) -> Option<Place> {
        let place = self.back.pop()?;
        self.forward.push(here);
        Some(place)
    }

    /// The place that `back` came from.
    pub fn forward(&mut self, here: Place) -> Option<Place> {
        let place = self.forward.pop()?;
        self.back.push(here);
        Some(place)
    }

    /// The places that led here, oldest first.
    #[must_use]
    pub fn trail(&self) -> &[Place] {
        &self.back
    }

    /// The places that lie ahead, the nearest last.
    #[must_use]
    pub fn ahead(&self) -> &[Place] {
        &self.forward
    }

    /// Takes up the ways of an earlier run.
    pub fn restore(&mut self, back: Vec<Place>, forward: Vec<Place>) {
        (self.back, self.forward) = (back, forward);
    }

    /// True where there is a way forward.
    #[must_use]
    pub fn has_forward(&self) -> bool {
        !self.forward.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Model;

    fn place(offset: usize) -> Place {
        Place { row: (None, offset), ..Model::default().place() }
    }

    #[test]
    fn back_and_forward_are_each_others_undoing() {
        let mut history = History::default();
        history.leave(place(1));
        history.leave(place(2));
        assert_eq!(history.back(place(3)), Some(place(2)));
        assert_eq!(history.back(place(2)), Some(place(1)));
        assert_eq!(history.back(place(1)), None);
        assert_eq!(history.forward(place(1)), Some(place(2)));
        history.leave(place(2));
        assert!(!history.has_forward(), "a new way forgets the old one");
    }
}
