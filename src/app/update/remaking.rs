//! When the rows of a list are made, and where: at once, beforehand, or beside the reader who goes on
//! with those there are.

use crate::app::action::Effect;
use crate::app::filter::Filter;
use crate::app::model::{Model, View};
use crate::app::rows::{Made, Plan, place_of};
use crate::app::shape::Shape;
use crate::store::Store;

/// Lists that were left, or made beforehand, kept at most.
const KEPT: usize = 12;
/// Where a store holds more than this, lists that only grew are made anew on another thread: making
/// them takes longer than a key may.
const LARGE: usize = 20_000;

impl Model {
    /// Everything the rows of the view follow from.
    fn plan(&mut self) -> Plan {
        let floor = self.floor();
        self.filter.set_floor(floor);
        let order = self.list().order;
        Plan::new(self.view, self.taken_in, &self.filter, order, self.shape, &self.folds)
    }

    /// What the rows of the view would follow from under another filter.
    pub(in crate::app) fn plan_filtered_by(&self, text: &str) -> Plan {
        let mut filter = Filter::default();
        filter.set(text);
        filter.set_floor(self.floor());
        Plan::new(self.view, self.taken_in, &filter, self.list().order, self.shape, &self.folds)
    }

    /// Lists that take long to make and may be asked for next.
    #[must_use]
    pub fn plans_ahead(&self) -> Vec<Plan> {
        let mut filter = self.filter.clone();
        filter.set_floor(self.floor());
        let shape = self.shape;
        let turned = [
            (View::Timeline, Shape { lanes: false, ..shape }),
            (View::Timeline, Shape { lanes: true, ..shape }),
            (View::Network, Shape { matrix: true, ..shape }),
        ];
        let plan = |(view, shape): (View, Shape)| {
            let order = self.lists[view as usize].order;
            Plan::new(view, self.taken_in, &filter, order, shape, &self.folds)
        };
        turned
            .map(plan)
            .into_iter()
            .filter(|p| self.lists[p.made_for.view as usize].made_for.as_ref() != Some(&p.made_for))
            .collect()
    }

    /// Makes the rows of the view anew where the store, the filter or the order changed. The
    /// selection stays on its thing; where that is gone, on its place.
    pub(in crate::app) fn refresh_list(&mut self, store: &Store) {
        let plan = self.plan();
        let wanted = &plan.made_for;
        let list = self.list();
        if list.made_for.as_ref() == Some(wanted) {
            return;
        }
        if let Some(at) = self.kept.iter().position(|kept| kept.key == *wanted) {
            let kept = self.kept.remove(at);
            self.list_now(store, kept);
        } else if is_large(store) && list.made_for.as_ref().is_some_and(|m| m.differs_in_age(wanted)) {
            // Whatever is listed is still there: what was added may wait.
        } else {
            self.list_now(store, plan.make(store));
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
        if let Some(key) = before.filter(|m| m.revision == self.taken_in) {
            self.keep(Made { key, rows, facts, filter });
        }
    }

    fn keep(&mut self, made: Made) {
        let taken_in = self.taken_in;
        self.kept.retain(|k| k.key.revision >= taken_in && k.key != made.key);
        if self.kept.len() >= KEPT {
            self.kept.remove(0);
        }
        self.kept.push(made);
    }
}

fn is_large(store: &Store) -> bool {
    store.event_count() + store.actor_count() > LARGE
}
