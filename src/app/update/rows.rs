//! When the rows of a list are made, and where: at once, beforehand, or beside the reader who goes on
//! with those there are.

use crate::app::action::Effect;
use crate::app::background::{Finished, Key};
use crate::app::display::{Display, NetworkAs, TimelineAs};
use crate::app::filter::{Filter, orders};
use crate::app::model::{Model, View};
use crate::app::rows::{Rows, RowsKey, place_of};
use crate::store::Store;

impl Model {
    /// Everything the rows of the view follow from.
    fn wanted_rows(&mut self) -> RowsKey {
        let floor = self.floor();
        self.filter.set_floor(floor);
        let order = self.list().order;
        RowsKey::new(self.view, self.pending.revision, &self.filter, order, self.display, &self.folds)
    }

    /// What the rows of the view would follow from under another filter.
    pub(in crate::app) fn rows_filtered_by(&self, text: &str) -> RowsKey {
        let mut filter = Filter::default();
        filter.set(text);
        filter.set_floor(self.floor());
        RowsKey::new(self.view, self.pending.revision, &filter, self.list().order, self.display, &self.folds)
    }

    /// Lists of a large store that may be asked for next: each view as it would open, and in the order
    /// after that one; events and quotes in every order. While articles come in, older rows of the same list will do.
    #[must_use]
    pub fn rows_ahead(&mut self, store: &Store) -> Vec<RowsKey> {
        if !self.is_large(store) {
            return Vec::new();
        }
        self.filter.set_floor(self.floor());
        let plan = |view: View, display: Display, on: usize| {
            let order = (self.lists[view as usize].order + on) % orders(view).len();
            RowsKey::new(view, self.pending.revision, &self.filter, order, display, &self.folds)
        };
        let reports = Display { events: self.display.events.toggled(), ..self.display };
        let bars = Display { timeline: TimelineAs::Bars, ..self.display };
        let lanes = Display { timeline: TimelineAs::Lanes, ..self.display };
        let ties = Display { network: NetworkAs::Ties, ..self.display };
        let matrix = Display { network: NetworkAs::Matrix, ..self.display };
        let opening = [(View::Timeline, bars), (View::Timeline, lanes), (View::Network, ties), (View::Network, matrix)];
        let plain = [View::Events, View::Actors, View::Quotes, View::Articles].map(|view| (view, self.display));
        let first = plain.into_iter().chain(opening).map(|(view, display)| plan(view, display, 0));
        let next = plain.into_iter().map(|(view, display)| plan(view, display, 1));
        // Events and quotes take longest to put in order, and are the first that are sorted.
        let sorted =
            [View::Events, View::Quotes].into_iter().flat_map(|view| (2..orders(view).len()).map(move |on| (view, on)));
        let sorted = sorted.map(|(view, on)| plan(view, self.display, on));
        let next = next.chain([plan(View::Events, reports, 0)]).chain(sorted);
        // The thread begins with what was asked for last.
        let mut plans: Vec<_> = first.chain(next).filter(|p| !self.has_rows(p)).collect();
        plans.reverse();
        plans
    }

    /// True where such rows are listed or kept.
    fn has_rows(&self, wanted: &RowsKey) -> bool {
        let will_do = |key: &RowsKey| key == wanted || self.loading() && key.replaces(wanted);
        self.lists[wanted.view as usize].key.as_ref().is_some_and(will_do)
            || self.pending.rows.get(wanted).is_some()
            || self.loading() && self.pending.rows.get_other_revision(wanted).is_some()
    }

    /// Makes the rows of the view anew where the store, the filter or the order changed. The
    /// selection stays on its thing; where that is gone, on its place.
    pub(in crate::app) fn refresh_list(&mut self, store: &Store) {
        let wanted = self.wanted_rows();
        let listed = self.list().key.as_ref();
        if listed == Some(&wanted) {
            return;
        }
        let (large, older) = (self.is_large(store), listed.is_some_and(|key| key.differs_in_revision(&wanted)));
        if let Some(kept) = self.pending.rows.take(&wanted) {
            self.list_now(store, kept);
        } else if large && older {
            // Whatever is listed is still there: what was added may wait.
        } else if large && let Some(older) = self.pending.rows.take_other_revision(&wanted) {
            self.list_now(store, older);
        } else if self.pending.may_defer {
            self.pending.missing.get_or_insert(wanted);
        } else {
            self.list_now(store, wanted.compute(store));
        }
    }

    /// Asks for the rows of the view where those listed are older than what was taken in.
    pub(super) fn ask_for_rows(&mut self) -> Option<Effect> {
        let wanted = self.wanted_rows();
        let behind = self.list().key.as_ref().is_some_and(|key| key.differs_in_revision(&wanted));
        (behind && self.pending.rows.request(&wanted)).then(|| Effect::MakeRows(Box::new(wanted)))
    }

    /// Takes rows that another thread made: they replace older ones, or are kept.
    pub(super) fn rows_made(&mut self, store: &Store, made: Finished<RowsKey>) {
        self.pending.rows_arrived(&made.key);
        let listed = self.lists[made.key.view as usize].key.as_ref();
        if made.key.view == self.view && made.updates(listed) {
            self.list_now(store, made);
        } else if listed != Some(&made.key) {
            self.pending.rows.keep(made);
        }
    }

    /// Lists rows; those listed before are kept for coming back.
    fn list_now(&mut self, store: &Store, made: Finished<RowsKey>) {
        let Finished { key, value: Rows { items, facts } } = made;
        let (view, touched) = (key.view, self.touched);
        if self.filter.text() == key.filter.text() {
            self.filter = key.filter.clone();
        }
        let list = &mut self.lists[view as usize];
        let selected = list.item();
        let rows = std::mem::replace(&mut list.rows, items);
        let facts = std::mem::replace(&mut list.facts, facts);
        let before = list.key.replace(key);
        // Until the first key the reader is at the top, whatever comes in before it.
        let place = selected.filter(|_| touched).and_then(|item| place_of(store, &list.rows, item));
        if let Some(at) = place {
            // The row stays where it is on the screen.
            list.offset = (list.offset + at).saturating_sub(list.selected);
            list.selected = at;
        }
        list.selected = list.selected.min(list.rows.len().saturating_sub(1));
        // Another revision of the same list is of no more use.
        let listed = self.lists[view as usize].key.as_ref();
        if let Some(key) = before.filter(|b| listed.is_none_or(|l| !b.differs_in_revision(l))) {
            self.pending.rows.keep(Finished::new(key, Rows { items: rows, facts }));
        }
    }
}
