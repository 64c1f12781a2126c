//! What the source pane shows, and its cursor.

use std::sync::Arc;

use super::Step;
use crate::app::annotations::Annotations;
use crate::app::detail;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model};
use crate::app::source::{Position, gutter};
use crate::app::wrap::WrapTable;
use crate::model::{ArticleId, EventId, Span};
use crate::store::Store;

/// Texts are set no wider than this: longer lines are hard to read.
const WIDEST: usize = 100;
/// Wrapped articles kept: going back and forth costs nothing.
const KEPT: usize = 8;
/// Rows kept visible above and below the cursor.
const MARGIN: usize = 2;

impl Model {
    /// Columns and rows of the source pane, as it is or would be shown.
    pub(super) fn source_size(&self) -> (usize, usize) {
        let shown = self.layout();
        let area = if shown.pane(Pane::Source).is_empty() {
            self.layout_with(Pane::Source).pane(Pane::Source)
        } else {
            shown.pane(Pane::Source)
        };
        let inner = area.inner();
        (usize::from(inner.width), usize::from(inner.height))
    }

    /// Shows words of an article, in the middle of the pane where they were not in view.
    pub(super) fn source_show(&mut self, article: ArticleId, words: Span, event: Option<EventId>, store: &Store) {
        let same = self.source.article == Some(article);
        self.source.article = Some(article);
        self.source.in_view = (!words.is_empty()).then_some(words);
        self.source.event = event;
        self.source.cursor = event.map_or(words.start, |e| store.event(e).trigger.start);
        self.wrap_source(store);
        let (_, height) = self.source_size();
        let rows = self.source.table.rows_of(words);
        let offset = self.source.offset;
        if !same || rows.start < offset || rows.end > offset + height {
            self.source.offset = rows.start.saturating_sub(height.saturating_sub(rows.len()) / 3);
        }
    }

    /// Goes to a position kept.
    pub(super) fn source_to(&mut self, position: Position, store: &Store) {
        if !detail::exists(store, Item::Article(position.article)) {
            return;
        }
        self.source.article = Some(position.article);
        self.source.in_view = position.in_view;
        self.source.event = position.event;
        self.source.cursor = position.cursor;
        (self.source.evidence, self.source.at) = position.evidence;
        self.wrap_source(store);
        self.source.offset = position.offset;
    }

    /// Makes the rows fit the article and the width.
    pub(super) fn wrap_source(&mut self, store: &Store) {
        let (width, _) = self.source_size();
        let source = &mut self.source;
        let Some(article) = source.article else { return };
        let width = width.saturating_sub(gutter(width) + 1).clamp(1, WIDEST);
        if source.made_for == Some((article, width)) {
            return;
        }
        if source.made_for.map(|(a, _)| a) != Some(article) {
            source.annotations = Arc::new(Annotations::new(store, article));
        }
        let key = (article, width);
        let kept = source.kept.iter().position(|(k, _)| *k == key);
        let table = match kept {
            Some(at) => source.kept.remove(at).1,
            None => Arc::new(WrapTable::new(&store.article(article).article.text, width)),
        };
        // The same byte stays at the top when the width changes.
        if source.made_for.is_some_and(|(a, _)| a == article) {
            let top = source.table.rows().get(source.offset).map_or(0, |r| r.start);
            source.offset = table.row_of(top);
        }
        source.kept.push((key, Arc::clone(&table)));
        if source.kept.len() > KEPT {
            source.kept.remove(0);
        }
        source.table = table;
        source.made_for = Some(key);
        self.evidence_into_view();
    }

    /// Scrolls so that the words in view are: after a change of size they may not be.
    pub(super) fn evidence_into_view(&mut self) {
        let (_, height) = self.source_size();
        let Some(words) = self.source.in_view else { return };
        let rows = self.source.table.rows_of(words);
        let offset = self.source.offset;
        if rows.start < offset || rows.end > offset + height {
            self.source.offset = rows.start.saturating_sub(height.saturating_sub(rows.len()) / 3);
        }
    }

    /// Keeps the pane within its text.
    pub(super) fn clamp_source(&mut self) {
        let (_, height) = self.source_size();
        let last = self.source.table.rows().len().saturating_sub(height);
        self.source.offset = self.source.offset.min(last);
    }

    /// Moves the cursor by rows, scrolling where it leaves the pane.
    pub(super) fn move_source(&mut self, by: isize) {
        let height = self.source_size().1.max(1);
        let rows = self.source.table.rows();
        let Some(last) = rows.len().checked_sub(1) else { return };
        let from = self.source.table.row_of(self.source.cursor);
        let mut to = from.saturating_add_signed(by).min(last);
        // A blank row is no place to stand on.
        let step = if by < 0 { -1 } else { 1 };
        while rows[to].paragraph == 0 && to > 0 && to < last {
            to = to.saturating_add_signed(step).min(last);
        }
        self.source.cursor = rows[to].start;
        let margin = MARGIN.min((height - 1) / 2);
        let offset = self.source.offset;
        self.source.offset = offset.clamp(
            (to + margin + 1).saturating_sub(height),
            to.saturating_sub(margin).max((to + margin + 1).saturating_sub(height)),
        );
        self.clamp_source();
    }

    /// Scrolls without moving the cursor out of the pane.
    pub(super) fn scroll_source(&mut self, by: isize) {
        self.source.offset = self.source.offset.saturating_add_signed(by);
        self.clamp_source();
        let (_, height) = self.source_size();
        let row = self.source.table.row_of(self.source.cursor);
        let top = self.source.offset;
        let wanted = row.clamp(top, (top + height.saturating_sub(1)).max(top));
        if wanted != row
            && let Some(row) = self.source.table.rows().get(wanted)
        {
            self.source.cursor = row.start;
        }
    }

    /// Moves the cursor to the next or previous name or trigger.
    pub(super) fn step_link_in_source(&mut self, to: Step) {
        let cursor = self.source.cursor;
        let stops = &self.source.annotations.stops;
        let next = match to {
            Step::Next => stops.within(cursor, u32::MAX).find(|(s, _)| s.start > cursor),
            Step::Previous => stops.iter().rev().find(|(s, _)| s.start < cursor),
        };
        if let Some((span, _)) = next {
            self.source.cursor = span.start;
            self.move_source(0);
            self.source.cursor = span.start;
        }
    }
}
