//! The text finder: hits with the words around them.

use super::first_in_sight;
use crate::app::cells;
use crate::app::layout::Area;
use crate::app::overlay::TextFinder;
use crate::app::role::Role;
use crate::app::wording;
use crate::search::text::snippet;
use crate::ui::Canvas;
use crate::ui::hit::Zone;

impl Canvas<'_, '_> {
    pub(super) fn text_finder(&mut self, screen: Area, finder: &TextFinder) {
        let finder = &finder.list;
        let typed = !finder.input.text().trim().is_empty();
        let below = match finder.hits.len() {
            _ if !typed => " words of one paragraph; \"a phrase\" between quotation marks ".to_owned(),
            0 if finder.searching() => " searching … ".to_owned(),
            0 => " these words are nowhere ".to_owned(),
            n => format!(" {}/{} ", wording::thousands(finder.selected + 1), wording::thousands(n)),
        };
        let inner = self.popup(screen, 110, screen.height * 3 / 4, "Find words in all articles", &below);
        self.input(inner, "find", &finder.input, None);
        self.rule(inner, 1);
        let area = Area::new(inner.x, inner.y + 2, inner.width, inner.height.saturating_sub(2));
        let height = usize::from(area.height);
        let first = first_in_sight(finder.selected, height);
        self.hits.add(area, Zone::Overlay(first));
        let doc = (usize::from(area.width) / 5).min(20);
        for (i, &(article, span)) in finder.hits.iter().skip(first).take(height).enumerate() {
            if article.index() >= self.store.article_count() {
                continue;
            }
            let (store, glyphs) = (self.store, self.dress.glyphs);
            let text = &store.article(article).article.text;
            let around = snippet(text, span, usize::from(area.width).saturating_sub(doc + 4 + span.len()) / 2);
            let part = |from: u32, to: u32| cells::one_line(text.get(from as usize..to as usize).unwrap_or(""));
            let selected = first + i == finder.selected;
            let mut pen = self.line(area, i);
            if selected {
                pen = pen.over(Role::Selected);
            }
            pen.column(if selected { glyphs.selected } else { "" }, 1, Role::BorderFocus).skip(1);
            pen.column(store.title(article).unwrap_or(&store.article(article).article.doc), doc, Role::Dim).skip(1);
            pen.put(&part(around.start, span.start), Role::Base);
            pen.put(&part(span.start, span.end), Role::Match);
            pen.put(&part(span.end, around.end), Role::Base);
        }
    }
}
