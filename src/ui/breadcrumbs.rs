//! Breadcrumbs: the places that led to this one, drawn above the detail pane.

use super::Canvas;
use super::hit_map::Zone;
use crate::app::history::Place;
use crate::app::layout::{Area, Pane};
use crate::app::model::{Item, View};
use crate::app::style_role::Role;
use crate::app::{cells, detail, labels};

/// Steps shown.
const MOST: usize = 4;
/// Columns of a step.
const WIDEST: usize = 18;

impl Canvas<'_, '_> {
    /// Writes the way here, ` Events › Modi › Putin & Modi › here `, as far as there is room.
    pub(super) fn breadcrumbs(&mut self, area: Area) {
        let steps = self.steps(usize::from(area.width).saturating_sub(6));
        let wide: usize = steps.iter().map(|(text, _)| cells::width(text) + 3).sum::<usize>() + 6;
        if steps.is_empty() || wide + 4 > usize::from(area.width) {
            return;
        }
        let mut x = area.x + area.width - 2 - wide as u16;
        let y = area.y + area.height - 1;
        for (text, back) in steps {
            let width = cells::width(&text) as u16 + 3;
            let spot = Area::new(x, y, width, 1);
            self.writer(spot).put(" ", Role::Faint).put(&text, Role::Dim).put(" ›", Role::Faint);
            self.hits.add(spot, Zone::Crumb(back));
            x += width;
        }
        self.writer(Area::new(x, y, 6, 1)).put(" here ", Role::Faint);
    }

    /// The last places left that differ in name, oldest first, with the steps back to each.
    fn steps(&self, room: usize) -> Vec<(String, usize)> {
        let here = self.step_name(&self.model.place());
        let mut out: Vec<(String, usize)> = Vec::new();
        let mut used = 6;
        for (i, place) in self.model.history.trail().iter().rev().enumerate() {
            let name = self.step_name(place);
            if name == here && out.is_empty() || out.last().is_some_and(|(last, _)| *last == name) {
                continue;
            }
            used += cells::width(&name) + 3;
            if out.len() == MOST || used > room {
                break;
            }
            out.push((name, i + 1));
        }
        out.reverse();
        out
    }

    /// What a reader would call a place: the list while it is gone through, else the thing shown.
    fn step_name(&self, place: &Place) -> String {
        let shown = place.detail.0.filter(|&i| detail::exists(self.store, i));
        let name = match (place.focus, shown, place.display.pair) {
            (Pane::Detail | Pane::Source, Some(item), _) => labels::item_name(self.store, item),
            (_, _, Some((a, b))) if place.view == View::Pair && a.max(b).index() < self.store.actor_count() => {
                labels::item_name(self.store, Item::Pair(a, b))
            }
            _ if place.filter.is_empty() => place.view.name().to_owned(),
            _ => format!("{} {}", place.view.name(), place.filter),
        };
        cells::fit(&cells::one_line(&name), WIDEST).into_owned()
    }
}
