//! Leaving a place and going to one.

use crate::app::history::Place;
use crate::app::model::Model;
use crate::app::rows::place_of;
use crate::store::Store;

impl Model {
    /// Where the reader is.
    #[must_use]
    pub fn place(&self) -> Place {
        let list = self.list();
        Place {
            view: self.view,
            focus: self.focus,
            display: self.display,
            filter: self.filter.text().to_owned(),
            order: list.order,
            row: (list.item(), list.offset),
            detail: (self.detail.item, self.detail.link, self.detail.offset),
            source: self.source.position(),
        }
    }

    /// Keeps this place, before going to another.
    pub(super) fn leave(&mut self) {
        let here = self.place();
        self.history.leave(here);
    }

    /// Goes to a place kept.
    pub(super) fn go_to(&mut self, place: Place, store: &Store) {
        self.view = place.view;
        self.focus = place.focus;
        self.display = place.display;
        self.filter.set(&place.filter);
        self.list_mut().order = place.order;
        self.refresh_list(store);
        let (item, offset) = place.row;
        let list = self.list_mut();
        if let Some(at) = item.and_then(|i| place_of(store, &list.rows, i)) {
            list.selected = at;
        }
        list.offset = offset;
        self.show(place.detail.0, store);
        self.detail.link = place.detail.1;
        self.detail.offset = place.detail.2;
        if let Some(position) = place.source {
            self.source_to(position, store);
        }
    }
}
