//! The text finder: hits with the words around them.

use super::search_list;
use crate::app::cells;
use crate::app::layout::Area;
use crate::app::overlay::TextFinder;
use crate::app::style_role::Role;
use crate::model::{ArticleId, Span};
use crate::search::text::snippet;
use crate::store::Store;
use crate::ui::Canvas;
use crate::ui::line_writer::LineWriter;

impl Canvas<'_, '_> {
    pub(super) fn text_finder(&mut self, screen: Area, finder: &TextFinder) {
        let finder = &finder.list;
        let typed = !finder.input.text().trim().is_empty();
        let below = if typed {
            search_list::counted(finder, "these words are nowhere")
        } else {
            " words of one paragraph; \"a phrase\" between quotation marks ".to_owned()
        };
        let inner = self.popup(screen, 110, screen.height * 3 / 4, "Find words in all articles", &below);
        let store = self.store;
        self.search_list(inner, "find", finder, |writer, &(article, span)| draw(writer, store, article, span));
    }
}

/// A place found: its article, and the words around it.
fn draw(writer: &mut LineWriter<'_>, store: &Store, article: ArticleId, span: Span) {
    if article.index() >= store.article_count() {
        return;
    }
    let doc = (writer.room() / 5).min(20);
    let text = &store.article(article).article.text;
    let part = |from: u32, to: u32| cells::one_line(text.get(from as usize..to as usize).unwrap_or(""));
    writer.column(store.title(article).unwrap_or(&store.article(article).article.doc), doc, Role::Dim).skip(1);
    let words = part(span.start, span.end);
    // The words found stand below one another: what comes before and after them is compared at a glance.
    let before = writer.room().saturating_sub(cells::width(&words)) * 2 / 5;
    let after = writer.room().saturating_sub(before + cells::width(&words));
    let (left, right) = (snippet(text, span, before), snippet(text, span, after));
    writer.column_right(&part(left.start, span.start), before, Role::Base);
    writer.put(&words, Role::Match);
    writer.put(&part(span.end, right.end), Role::Base);
}
