//! Marking, copying, handing over to the editor.

use crate::app::action::{Effect, Notice};
use crate::app::cite;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::store::Store;

impl Model {
    /// Marks or unmarks the selected row and goes on to the next.
    pub(super) fn mark(&mut self, store: &Store) {
        let Some(item) = self.list().item() else { return };
        if matches!(item, Item::Bar(_) | Item::Pair(..)) {
            self.notice = Some(Notice::refused("events, actors, quotes and articles can be marked: Enter lists these"));
            return;
        }
        if !self.marks.remove(&item) {
            self.marks.insert(item);
        }
        let next = self.list().selected + 1;
        if self.focus == Pane::List && next < self.list().rows.len() {
            self.select(store, next);
        }
    }

    /// Copies what is marked, or else what is shown, each with its citation.
    pub(super) fn copy(&mut self, store: &Store) -> Vec<Effect> {
        let items: Vec<Item> = if self.marks.is_empty() {
            self.detail.item.into_iter().collect()
        } else {
            self.marks.iter().copied().collect()
        };
        let texts: Vec<String> = items.iter().map(|&item| cite::with_source(store, item, &self.filter)).collect();
        self.notice = Some(Notice::done(match texts.as_slice() {
            [one] => format!("copied: {}", one.lines().next().unwrap_or("")),
            all => format!("copied {} marked", all.len()),
        }));
        vec![Effect::Copy(texts.join("\n\n"))]
    }

    /// Opens the source file at the line of the words in view.
    pub(super) fn edit(&mut self, store: &Store) -> Vec<Effect> {
        let Some(article) = self.source.article else { return Vec::new() };
        let article = &store.article(article).article;
        let Some(path) = article.path() else {
            self.notice = Some(Notice::refused("this article is no file: it came with the program or from a pipe"));
            return Vec::new();
        };
        let at = self.source.in_view.map_or(self.source.cursor, |s| s.start) as usize;
        let line = 1 + article.text.as_bytes().iter().take(at).filter(|&&b| b == b'\n').count();
        vec![Effect::Edit { path: path.to_owned(), line }]
    }
}
