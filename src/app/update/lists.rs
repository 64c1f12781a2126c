//! Lists: their rows, their selection, and everything that follows from them.

use crate::app::action::Notice;
use crate::app::detail;
use crate::app::display::EventsAs;
use crate::app::filter;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model, View};
use crate::model::StoryId;
use crate::store::Store;

/// Rows kept visible above and below the selection.
const MARGIN: usize = 2;

impl Model {
    /// Selects the first row and shows it.
    pub(in crate::app) fn select_first(&mut self, store: &Store) {
        self.refresh_list(store);
        let list = self.list_mut();
        (list.selected, list.offset) = (0, 0);
        let first = self.chosen();
        self.show(first, store);
        self.focus = Pane::List;
    }

    /// Selects a row and shows it; beyond the end, the last one.
    pub(super) fn select(&mut self, store: &Store, row: usize) {
        let list = self.list_mut();
        list.selected = row.min(list.rows.len().saturating_sub(1));
        let item = self.chosen();
        self.show(item, store);
    }

    /// Goes to another view: back to what was selected there.
    pub(super) fn view(&mut self, store: &Store, view: View) {
        if view != self.view {
            self.leave();
            self.view = view;
            self.refresh_list(store);
            let item = self.chosen();
            self.show(item, store);
        }
        self.focus = Pane::List;
    }

    /// Takes the view's next order; the selection goes with its thing.
    pub(super) fn sort(&mut self, store: &Store) {
        let orders = filter::orders(self.view).len();
        let list = self.list_mut();
        list.order = (list.order + 1) % orders;
        self.refresh_list(store);
    }

    /// `u`: hides events below the threshold, or shows them again.
    pub(super) fn hide_unsure(&mut self, store: &Store) {
        self.hides_unsure = !self.hides_unsure;
        self.refresh_list(store);
        let text = if self.hides_unsure {
            format!("events less sure than {:.2} are hidden", self.threshold)
        } else {
            "all events are listed, however sure".to_owned()
        };
        self.notice = Some(Notice::done(text));
        if self.view == View::Events && self.focus == Pane::List {
            let item = self.list().item();
            self.show(item, store);
        }
    }

    /// Shows a thing's details and its first evidence.
    pub(in crate::app) fn show(&mut self, item: Option<Item>, store: &Store) {
        if self.pending.missing.is_some() {
            // What this action does is done again once its rows are there.
            return;
        }
        let item = item.filter(|&i| detail::exists(store, i));
        if self.detail.item != item {
            self.detail.item = item;
            self.detail.link = 0;
            self.detail.offset = 0;
        }
        self.show_first_evidence(store);
    }

    /// Brings everything that follows from the state up to date: called after every action.
    pub(super) fn settle(&mut self, store: &Store) {
        self.refresh_list(store);
        if self.pending.missing.is_some() {
            return;
        }
        let empty = self.detail.item.is_none();
        let untouched = !self.touched && self.detail.item != self.chosen();
        if empty || untouched {
            let item = self.chosen();
            if item.is_some() {
                self.show(item, store);
            }
        }
        self.scroll_list_to_selection();
        self.compare_reports(store);
        self.make_detail(store);
        self.wrap_source(store);
        self.clamp_source();
    }

    fn scroll_list_to_selection(&mut self) {
        let height = self.list_rows().max(1);
        let list = self.list_mut();
        let margin = MARGIN.min((height - 1) / 2);
        let lowest = (list.selected + margin + 1).saturating_sub(height);
        let highest = list.selected.saturating_sub(margin).max(lowest);
        list.offset = list.offset.clamp(lowest, highest).min(list.rows.len().saturating_sub(height));
    }

    /// Compares the reports of the stories in sight that have more of them than when last compared.
    fn compare_reports(&mut self, store: &Store) {
        /// Reports compared of a story: where so many agree, the rest seldom differ.
        const MOST: usize = 24;
        if self.view != View::Events || self.display.events == EventsAs::Reports {
            return;
        }
        let list = self.list();
        let sight = list.rows.iter().skip(list.offset).take(self.list_rows());
        let stories: Vec<StoryId> = sight
            .filter_map(|item| if let Item::Event(e) = item { Some(store.story_of(*e)) } else { None })
            .filter(|&s| {
                let count = store.story(s).events.len();
                count > 1 && self.compared.get(&s).is_none_or(|(n, _)| *n != count && *n < MOST)
            })
            .collect();
        for story in stories {
            let reports = store.story(story);
            let differ = !reports.among(MOST).conflicts().is_empty();
            self.compared.insert(story, (reports.events.len(), differ));
        }
    }
}
