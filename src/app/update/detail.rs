//! The detail pane's lines: made at once, or on another thread where that takes long.

use std::sync::Arc;

use crate::app::action::Effect;
use crate::app::background::{Finished, Key};
use crate::app::detail::{self, DetailKey};
use crate::app::filter::Filter;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::store::Store;

/// Of what may be looked at for the rows of a list, a detail may take this part.
const SHARE: usize = 4;

impl Model {
    /// What the lines of the thing shown are to be made for.
    fn wanted_detail(&self) -> Option<DetailKey> {
        let item = self.detail.item?;
        // Only bars and pairs are counted under the filter.
        let mut filter = Filter::default();
        if matches!(item, Item::Bar(_) | Item::Pair(..)) {
            filter.clone_from(&self.filter);
            filter.set_floor(self.floor());
        }
        Some(DetailKey { item, width: self.detail_size().0, revision: self.pending.revision, filter })
    }

    /// Makes the lines anew where the thing, the width or the store is another.
    pub(super) fn make_detail(&mut self, store: &Store) {
        let Some(wanted) = self.wanted_detail() else {
            self.detail.lines = Arc::default();
            self.detail.key = None;
            return;
        };
        let (width, height) = self.detail_size();
        let long = detail::effort(store, wanted.item) > self.at_once / SHARE;
        let cache = &self.pending.details;
        let pane = &mut self.detail;
        if pane.key.as_ref() != Some(&wanted) {
            let listed = pane.key.as_ref().is_some_and(|key| key.differs_in_revision(&wanted));
            let older = || cache.get_other_revision(&wanted).filter(|_| long && !listed);
            if let Some(known) = cache.get(&wanted).or_else(older) {
                (pane.lines, pane.key) = (Arc::clone(&known.value), Some(known.key.clone()));
            } else if !long {
                let made = wanted.compute(store);
                (pane.lines, pane.key) = (made.value, Some(made.key));
            } else if !listed {
                pane.lines = Arc::new(detail::counting(store, wanted.item, width));
                pane.key = None;
            }
        }
        // The link that was selected is found again once all are there.
        if pane.key.is_some() {
            let lines = &pane.lines;
            pane.link = pane.link.min(lines.links.len().saturating_sub(1));
            pane.offset = pane.offset.min(lines.lines.len().saturating_sub(height));
        }
    }

    /// Asks for the lines of the thing shown where those shown are older, or none.
    pub(super) fn ask_for_detail(&mut self) -> Option<Effect> {
        let wanted = self.wanted_detail()?;
        let new = self.detail.key.as_ref() != Some(&wanted) && self.pending.details.request(&wanted);
        new.then(|| Effect::MakeDetail(Box::new(wanted)))
    }

    /// Takes lines that another thread made: they replace older ones, and are kept.
    pub(super) fn detail_made(&mut self, made: Finished<DetailKey>) {
        self.pending.details.arrived(&made.key);
        let pane = &mut self.detail;
        if made.updates(pane.key.as_ref()) {
            (pane.lines, pane.key) = (Arc::clone(&made.value), Some(made.key.clone()));
        }
        self.pending.details.keep(made);
    }

    /// True while the detail pane only says that something is being counted.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.detail.item.is_some() && self.detail.key.is_none()
    }

    /// True where the keyboard is in a pane whose lines are not there yet.
    pub(super) fn focus_is_empty(&self) -> bool {
        self.focus == Pane::Detail && self.counts()
    }
}
