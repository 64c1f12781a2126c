//! The text finder: words and phrases in all articles.

use crate::app::action::{Effect, Notice};
use crate::app::command::Command;
use crate::app::labels;
use crate::app::layout::Pane;
use crate::app::model::Model;
use crate::app::overlay::{Overlay, TextFinder};
use crate::app::source::Evidence;
use crate::model::{ArticleId, Span};
use crate::store::Store;
use std::sync::Arc;

impl TextFinder {
    pub(super) fn search(&mut self, model: &mut Model) -> Vec<Effect> {
        let search = model.next_search();
        self.list.asked(search);
        vec![Effect::FindText { search, words: self.list.input.text().to_owned() }]
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        if self.list.run(command) {
            self.open(model, store);
        } else {
            model.overlay = Some(Overlay::Text(self));
        }
        Vec::new()
    }

    fn open(&self, model: &mut Model, store: &Store) {
        let list = &self.list;
        model.leave();
        model.source.evidence = Evidence::Matches(Arc::clone(&list.hits));
        model.show_evidence(store, list.selected);
        model.focus = Pane::Source;
        let n = list.hits.len();
        let places = if n == 1 { "1 place".to_owned() } else { format!("{} places", labels::thousands(n)) };
        model.notice = Some(Notice::done(format!("{places} with {}", list.input.text().trim())));
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
        if finder.list.answer(search, hits) {
            let finder = finder.clone();
            self.overlay = None;
            finder.open(self, store);
        }
    }
}
