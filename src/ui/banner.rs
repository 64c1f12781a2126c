//! What a view draws above its rows: all the time a timeline covers, the curve of a pair.

use ratatui::layout::Rect;
use ratatui::symbols::Marker;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Sparkline, Widget};

use super::rows::{axis, squeeze};
use super::{Canvas, rect};
use crate::app::cells;
use crate::app::layout::Area;
use crate::app::model::Item;
use crate::app::rows::{Facts, PairFacts};
use crate::app::style_role::Role;
use crate::store::{Bar, DaySpan, Timeline};

impl Canvas<'_, '_> {
    /// Draws what the view has above its rows and returns what is left for these.
    pub(super) fn banner(&mut self, area: Area, rows: usize) -> Area {
        let rows = (rows as u16).min(area.height);
        if rows == 0 {
            return area;
        }
        let banner = Area { height: rows, ..area };
        let facts = std::sync::Arc::clone(&self.model.list().facts);
        match &*facts {
            Facts::Bars { timeline, overview } => self.overview(banner, timeline, overview),
            Facts::Pair(facts) => self.curve(banner, facts),
            _ => {}
        }
        Area { y: area.y + rows, height: area.height - rows, ..area }
    }

    /// All the time covered, squeezed into the pane's width, with the selected bar pointed at.
    fn overview(&mut self, area: Area, timeline: &Timeline, counts: &[u64]) {
        let Some(range) = timeline.range else { return };
        let inner = Area { x: area.x + 2.min(area.width), width: area.width.saturating_sub(3), ..area };
        let counts = squeeze(counts, usize::from(inner.width));
        let width = counts.len() as u16;
        let graph = rect(Area { width, height: area.height.saturating_sub(2), ..inner });
        let style = self.dress.style(Role::Bar);
        self.widget(graph, Sparkline::default().data(&counts).style(style));
        let line = Area { y: area.y + area.height - 1, height: 1, width, ..inner };
        axis(&mut self.writer(line), range);
        let Some(Item::Bar(bar)) = self.model.list().item() else { return };
        if let Some((from, to)) = bar.days().and_then(|days| columns(days, range, width)) {
            let sign = if bar == Bar::Undated { "" } else { self.dress.glyphs.pointer };
            let above = Area { y: line.y.saturating_sub(1), ..line };
            let mut writer = self.writer(Area { x: inner.x + from, width: to - from + 1, ..above });
            writer.put(&sign.repeat(usize::from(to - from + 1)), Role::BorderFocus);
        }
    }

    /// The mean Goldstein value over time.
    fn curve(&mut self, area: Area, facts: &PairFacts) {
        let (Some(&(first, _)), Some(&(last, _))) = (facts.curve.first(), facts.curve.last()) else { return };
        let day = |d: chrono::NaiveDate| (d - first).num_days() as f64;
        let points: Vec<(f64, f64)> = facts.curve.iter().map(|&(d, w)| (day(d), f64::from(w.mean()))).collect();
        let end = day(last).max(1.0);
        let zero = [(0.0, 0.0), (end, 0.0)];
        let (faint, bar, dim) =
            (self.dress.style(Role::Faint), self.dress.style(Role::Bar), self.dress.style(Role::Dim));
        let marker = if self.dress.glyphs.ascii { Marker::Dot } else { Marker::Braille };
        // Of one sign, a line at zero could not be told from the curve.
        let zero: &[(f64, f64)] = if self.dress.glyphs.ascii { &[] } else { &zero };
        let datasets = vec![
            Dataset::default().marker(marker).graph_type(GraphType::Line).style(faint).data(zero),
            Dataset::default().marker(marker).graph_type(GraphType::Line).style(bar).data(&points),
            // The periods themselves, so that a line over a gap is not taken for events in it.
            Dataset::default().marker(Marker::Dot).graph_type(GraphType::Scatter).style(bar).data(&points),
        ];
        let label = |text: String| ratatui::text::Span::styled(text, dim);
        let x = Axis::default().bounds([0.0, end]).style(faint).labels([first, last].map(|day| label(day.to_string())));
        let y = Axis::default().bounds([-10.0, 10.0]).style(faint);
        let y = y.labels(["-10", "0", "+10"].map(|value| label(value.to_owned())));
        self.widget(rect(area), Chart::new(datasets).x_axis(x).y_axis(y));
        let caption = format!("mean Goldstein by {}, cooperation above 0", facts.grain.name());
        let wide = (cells::width(&caption) as u16).min(area.width.saturating_sub(6));
        self.writer(Area { x: area.x + area.width - wide, width: wide, height: 1, ..area }).put(&caption, Role::Dim);
    }

    /// Draws one of the library's widgets, as far as the screen goes.
    fn widget(&mut self, area: Rect, widget: impl Widget) {
        let area = area.intersection(self.frame.area());
        if !area.is_empty() {
            widget.render(area, self.frame.buffer_mut());
        }
    }
}

/// The first and last column of some days in a line that covers a range; `None` outside it.
fn columns(days: DaySpan, range: DaySpan, width: u16) -> Option<(u16, u16)> {
    let at = |day: chrono::NaiveDate| {
        let day = day.clamp(range.first, range.last);
        ((day - range.first).num_days() * i64::from(width) / range.count().max(1)) as u16
    };
    let last = width.checked_sub(1)?;
    let shared = days.first <= range.last && range.first <= days.last;
    shared.then(|| (at(days.first).min(last), at(days.last).min(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_pointed_at_where_they_lie() {
        let days = |value: &str| DaySpan::of_value(value).unwrap();
        let year = days("2025");
        assert_eq!(columns(days("2025-01-01"), year, 73), Some((0, 0)));
        assert_eq!(columns(days("2025-12"), year, 73), Some((66, 72)));
        assert_eq!(columns(year, year, 10), Some((0, 9)));
        assert_eq!(columns(days("2024"), year, 10), None);
        assert_eq!(columns(year, year, 0), None);
    }
}
