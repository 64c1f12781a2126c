//! The text finder: words in all articles.

use std::sync::Arc;

use super::{Overlay, moved};
use crate::app::action::{Effect, Notice};
use crate::app::command::Command;
use crate::app::layout::Pane;
use crate::app::line_edit::LineEdit;
use crate::app::model::Model;
use crate::app::source::Evidence;
use crate::model::{ArticleId, Span};
use crate::store::Store;

/// Finds words in the articles while one types.
#[derive(Clone, Debug, Default)]
pub struct TextFinder {
    /// What is typed.
    pub input: LineEdit,
    /// Where it stands, in order of the input.
    pub hits: Arc<Vec<(ArticleId, Span)>>,
    /// The hit selected.
    pub selected: usize,
    search: u64,
    answered: u64,
    open_first: bool,
}

impl TextFinder {
    /// True until the last search is answered.
    #[must_use]
    pub fn searching(&self) -> bool {
        self.answered != self.search
    }

    pub(super) fn search(&mut self, model: &mut Model) -> Vec<Effect> {
        self.search = model.next_search();
        self.selected = 0;
        vec![Effect::FindText { search: self.search, words: self.input.text().to_owned() }]
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        if command == Command::Follow && self.searching() {
            self.open_first = true;
        } else if command == Command::Follow && !self.hits.is_empty() {
            self.open(model, store);
            return Vec::new();
        } else if let Some(to) = moved(self.selected, self.hits.len(), command) {
            self.selected = to;
        }
        model.overlay = Some(Overlay::Text(self));
        Vec::new()
    }

    fn open(&self, model: &mut Model, store: &Store) {
        model.leave();
        model.source.evidence = Evidence::Matches(Arc::clone(&self.hits));
        model.show_evidence(store, self.selected);
        model.focus = Pane::Source;
        let count = crate::app::wording::count(self.hits.len(), "match");
        model.notice = Some(Notice::done(format!("{} of “{}”", count.replace("matchs", "matches"), self.input.text())));
    }
}

impl Model {
    /// Opens the text finder.
    pub(in crate::app) fn open_text_finder(&mut self) -> Vec<Effect> {
        self.overlay = Some(Overlay::Text(TextFinder::default()));
        Vec::new()
    }

    /// The answer to a search for words.
    pub(in crate::app) fn found_text(&mut self, store: &Store, search: u64, hits: Vec<(ArticleId, Span)>) {
        let Some(Overlay::Text(finder)) = &mut self.overlay else { return };
        if search != finder.search {
            return;
        }
        finder.answered = search;
        finder.hits = Arc::new(hits);
        finder.selected = 0;
        if std::mem::take(&mut finder.open_first) && !finder.hits.is_empty() {
            let finder = finder.clone();
            self.overlay = None;
            finder.open(self, store);
        }
    }
}
