//! When the rows of a list are made, and where: at once, beforehand, or beside the reader who goes on
//! with those there are.

use crate::app::action::Effect;
use crate::app::display::Display;
use crate::app::filter::{Filter, orders};
use crate::app::model::{Model, View};
use crate::app::rows::{Made, MadeFor, Plan, place_of};
use crate::store::Store;

/// Lists that were left, or made beforehand, kept at most.
const KEPT: usize = 24;
impl Model {
    /// Everything the rows of the view follow from.
    fn plan(&mut self) -> Plan {
        let floor = self.floor();
        self.filter.set_floor(floor);
        let order = self.list().order;
        Plan::new(self.view, self.taken_in, &self.filter, order, self.display, &self.folds)
    }

    /// What the rows of the view would follow from under another filter.
    pub(in crate::app) fn plan_filtered_by(&self, text: &str) -> Plan {
        let mut filter = Filter::default();
        filter.set(text);
        filter.set_floor(self.floor());
        Plan::new(self.view, self.taken_in, &filter, self.list().order, self.display, &self.folds)
    }

    /// Lists of a large store that may be asked for next: each view as it would open, and in the order
    /// after that one; events and quotes in every order. While articles come in, older rows of the same list will do.
    #[must_use]
    pub fn plans_ahead(&mut self, store: &Store) -> Vec<Plan> {
        if !self.is_large(store) {
            return Vec::new();
        }
        self.filter.set_floor(self.floor());
        let plan = |view: View, display: Display, on: usize| {
            let order = (self.lists[view as usize].order + on) % orders(view).len();
            Plan::new(view, self.taken_in, &self.filter, order, display, &self.folds)
        };
        let reports = Display { reports: !self.display.reports, ..self.display };
        let bars = Display { lanes: false, ..self.display };
        let lanes = Display { lanes: true, ..self.display };
        let ties = Display { matrix: false, ..self.display };
        let matrix = Display { matrix: true, ..self.display };
        let opening = [(View::Timeline, bars), (View::Timeline, lanes), (View::Network, ties), (View::Network, matrix)];
        let plain = [View::Events, View::Actors, View::Quotes, View::Articles].map(|view| (view, self.display));
        let first = plain.into_iter().chain(opening).map(|(view, display)| plan(view, display, 0));
        let next = plain.into_iter().map(|(view, display)| plan(view, display, 1));
        // Events and quotes take longest to put in order, and are the first that are sorted.
        let sorted =
            [View::Events, View::Quotes].into_iter().flat_map(|view| (2..orders(view).len()).map(move |on| (view, on)));
        let sorted = sorted.map(|(view, on)| plan(view, self.display, on));
        let next = next.chain([plan(View::Events, reports, 0)]).chain(sorted);
        // The maker begins with what was asked for last.
        let mut plans: Vec<_> = first.chain(next).filter(|p| !self.has(&p.made_for)).collect();
        plans.reverse();
        plans
    }

    /// True where such rows are listed or kept.
    fn has(&self, wanted: &MadeFor) -> bool {
        let listed = self.lists[wanted.view as usize].made_for.iter();
        let will_do = |key: &MadeFor| key == wanted || self.loading() && key.differs_in_age(wanted);
        listed.chain(self.kept.iter().map(|k| &k.key)).any(will_do)
    }

    /// Makes the rows of the view anew where the store, the filter or the order changed. The
    /// selection stays on its thing; where that is gone, on its place.
    pub(in crate::app) fn refresh_list(&mut self, store: &Store) {
        let plan = self.plan();
        let wanted = &plan.made_for;
        let listed = self.list().made_for.as_ref();
        if listed == Some(wanted) {
            return;
        }
        let large = self.is_large(store);
        if let Some(at) = self.kept.iter().position(|kept| kept.key == *wanted) {
            let kept = self.kept.remove(at);
            self.list_now(store, kept);
        } else if large && listed.is_some_and(|m| m.differs_in_age(wanted)) {
            // Whatever is listed is still there: what was added may wait.
        } else if large && let Some(at) = self.kept.iter().rposition(|kept| kept.key.differs_in_age(wanted)) {
            let older = self.kept.remove(at);
            self.list_now(store, older);
        } else if self.makes_all {
            self.list_now(store, plan.make(store));
        } else {
            self.lacking.get_or_insert(plan);
        }
    }

    /// Asks for the rows of the view where those listed are older than what was taken in.
    pub(super) fn ask_for_rows(&mut self) -> Option<Effect> {
        let plan = self.plan();
        let behind = self.list().made_for.as_ref().is_some_and(|m| m.differs_in_age(&plan.made_for));
        if !behind || self.asked.as_ref() == Some(&plan.made_for) {
            return None;
        }
        self.asked = Some(plan.made_for.clone());
        Some(Effect::Make(Box::new(plan)))
    }

    /// Takes rows that another thread made: they take the place of older ones, or are kept.
    pub(in crate::app) fn made(&mut self, store: &Store, made: Made) {
        if self.asked.as_ref() == Some(&made.key) {
            self.asked = None;
        }
        self.end_waiting(&made.key);
        let listed = self.lists[made.key.view as usize].made_for.as_ref();
        let newer = listed.is_some_and(|m| m.differs_in_age(&made.key) && m.revision < made.key.revision);
        if newer && made.key.view == self.view {
            self.list_now(store, made);
        } else if listed != Some(&made.key) {
            self.keep(made);
        }
    }

    /// Lists rows; those listed before are kept for coming back.
    fn list_now(&mut self, store: &Store, made: Made) {
        let (view, touched) = (made.key.view, self.touched);
        if self.filter.text() == made.filter.text() {
            self.filter = made.filter.clone();
        }
        let list = &mut self.lists[view as usize];
        let selected = list.item();
        let rows = std::mem::replace(&mut list.rows, made.rows);
        let facts = std::mem::replace(&mut list.facts, made.facts);
        let filter = std::mem::replace(&mut list.filter, made.filter);
        let before = list.made_for.replace(made.key);
        // Until the first key the reader is at the top, whatever comes in before it.
        let place = selected.filter(|_| touched).and_then(|item| place_of(store, &list.rows, item));
        if let Some(at) = place {
            // The row stays where it is on the screen.
            list.offset = (list.offset + at).saturating_sub(list.selected);
            list.selected = at;
        }
        list.selected = list.selected.min(list.rows.len().saturating_sub(1));
        // What differs from these in its age alone is of no more use.
        let listed = self.lists[view as usize].made_for.as_ref();
        if let Some(key) = before.filter(|b| listed.is_none_or(|l| !b.differs_in_age(l))) {
            self.keep(Made { key, rows, facts, filter });
        }
    }

    fn keep(&mut self, made: Made) {
        self.kept.retain(|k| k.key != made.key && !k.key.differs_in_age(&made.key));
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push(made);
    }
}
