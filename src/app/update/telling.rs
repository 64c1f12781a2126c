//! The detail pane's lines: made at once, or on another thread where that takes long.

use std::sync::Arc;

use crate::app::action::Effect;
use crate::app::detail::{self, MadeOf, Retold, Telling};
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::store::Store;

/// Lines that took long to make, kept at most.
const KEPT: usize = 16;
/// Of what may be looked at for the rows of a list, a detail may take this part.
const SHARE: usize = 4;

impl Model {
    /// What the lines of the thing shown are to be made for.
    fn detail_wanted(&self) -> Option<MadeOf> {
        let item = self.detail.item?;
        // Only bars and pairs are counted under the filter.
        let filtered = matches!(item, Item::Bar(_) | Item::Pair(..));
        let filter = if filtered { format!("{} {}", self.floor(), self.filter.text()) } else { String::new() };
        Some(MadeOf { item, width: self.detail_size().0, revision: self.taken_in, filter })
    }

    /// Makes the lines anew where the thing, the width or the store is another.
    pub(super) fn make_detail(&mut self, store: &Store) {
        let Some(wanted) = self.detail_wanted() else {
            self.detail.lines = Arc::default();
            self.detail.made_for = None;
            return;
        };
        let (width, height) = self.detail_size();
        let long = detail::effort(store, wanted.item) > self.at_once / SHARE;
        let pane = &mut self.detail;
        if pane.made_for.as_ref() != Some(&wanted) {
            let kept = pane.kept.iter().find(|k| k.of == wanted);
            let older = || pane.kept.iter().rfind(|k| k.of.differs_in_age(&wanted));
            let listed = pane.made_for.as_ref().is_some_and(|m| m.differs_in_age(&wanted));
            if let Some(known) = kept.or_else(|| older().filter(|_| long && !listed)) {
                (pane.lines, pane.made_for) = (Arc::clone(&known.detail), Some(known.of.clone()));
            } else if !long {
                pane.lines = Arc::new(detail::of(store, wanted.item, width, &self.filter));
                pane.made_for = Some(wanted);
            } else if !listed {
                pane.lines = Arc::new(detail::counting(store, wanted.item, width));
                pane.made_for = None;
            }
        }
        // The link that was selected is found again once all are there.
        if pane.made_for.is_some() {
            let lines = &pane.lines;
            pane.link = pane.link.min(lines.links.len().saturating_sub(1));
            pane.offset = pane.offset.min(lines.lines.len().saturating_sub(height));
        }
    }

    /// Asks for the lines of the thing shown where those shown are older, or none.
    pub(super) fn ask_for_detail(&mut self) -> Option<Effect> {
        let of = self.detail_wanted()?;
        if self.detail.made_for.as_ref() == Some(&of) || self.detail.asked.as_ref() == Some(&of) {
            return None;
        }
        self.detail.asked = Some(of.clone());
        Some(Effect::Tell(Box::new(Telling { of, filter: self.filter.clone() })))
    }

    /// Takes lines that another thread made.
    pub(super) fn told(&mut self, told: Retold) {
        let pane = &mut self.detail;
        if pane.asked.as_ref() == Some(&told.of) {
            pane.asked = None;
        }
        if pane.made_for.as_ref().is_some_and(|m| m.differs_in_age(&told.of) && m.revision < told.of.revision) {
            (pane.lines, pane.made_for) = (Arc::clone(&told.detail), Some(told.of.clone()));
        }
        pane.kept.retain(|k| k.of != told.of && !k.of.differs_in_age(&told.of));
        if pane.kept.len() >= KEPT {
            pane.kept.remove(0);
        }
        pane.kept.push(told);
    }

    /// True while the detail pane only says that something is being counted.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.detail.item.is_some() && self.detail.made_for.is_none()
    }

    /// True where the keyboard is in a pane whose lines are not there yet.
    pub(super) fn focus_is_empty(&self) -> bool {
        self.focus == Pane::Detail && self.counts()
    }
}
