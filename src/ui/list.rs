//! The list: the rows in sight, one kind of row a view.

use ratatui::layout::Position;

use super::Canvas;
use super::hit_map::Zone;
use super::rows::{CELL, Context, fold_sign_width, in_sight, matrix_names};
use crate::app::display::EventsAs;
use crate::app::layout::{Area, Pane};
use crate::app::model::View;
use crate::app::rows::Facts;
use crate::app::style_role::Role;
use crate::app::{cells, filter, labels};

impl Canvas<'_, '_> {
    pub(super) fn list(&mut self, area: Area) {
        if area.is_empty() {
            return;
        }
        let focused = self.focused(Pane::List);
        let list = self.model.list();
        let order = format!("─ {} ", filter::orders(self.model.view).get(list.order).copied().unwrap_or(""));
        let filter = self.model.filter.text().to_owned();
        let floor = self.model.floor();
        let sure = format!("─ sure ≥ {floor:.2} ");
        let title = if focused { Role::TitleFocus } else { Role::Title };
        let about = self.list_about();
        let mut titles = vec![(" ", title), (self.model.view.name(), title), (" ", title)];
        titles.extend(about.iter().map(|(text, role)| (text.as_str(), *role)));
        if !matches!(*list.facts, Facts::Matrix(_) | Facts::Lanes { .. }) {
            titles.push((order.as_str(), Role::Faint));
        }
        if floor > 0.0 && !matches!(self.model.view, View::Actors | View::Quotes | View::Articles) {
            titles.push((sure.as_str(), Role::Match));
        }
        if !filter.is_empty() {
            titles.extend([("─ filter ", Role::Faint), (filter.as_str(), Role::Match), (" ", Role::Faint)]);
        }
        let used: usize = titles.iter().map(|(text, _)| cells::width(text)).sum();
        titles.extend(self.legend_of_list(usize::from(area.width).saturating_sub(used + 4)));
        let marked = format!(" {} marked ", self.model.marks.len());
        let below = if self.model.marks.is_empty() { vec![] } else { vec![(marked.as_str(), Role::Marked)] };
        self.frame_around(area, focused, &titles, &below);
        self.hits.add(area, Zone::Pane(Pane::List));
        if below.is_empty() && self.model.layout().pane(Pane::Detail).is_empty() {
            self.breadcrumbs(area);
        }
        // The frames on both sides: a hand is not steadier than two columns.
        self.hits.set_split(Area::new(area.x + area.width - 1, area.y, 2, area.height));
        let mut inner = self.banner(area.inner(), self.model.banner_rows());
        if self.model.layout().has_list_head() {
            self.list_head(Area { height: 1, ..inner });
            inner.y += 1;
            inner.height -= 1;
        }
        if list.rows.is_empty() {
            self.empty_list(inner);
            return;
        }
        self.hits.add(inner, Zone::List(list.offset));
        if let Facts::Matrix(matrix) = &*list.facts {
            let room = usize::from(inner.width).saturating_sub(2);
            let seen = in_sight(room, self.model.display.column, matrix.actors.len());
            let names = matrix_names(room) as u16 + 2;
            let width = ((seen.len() * CELL) as u16).min(inner.width.saturating_sub(names));
            let cells = Area { x: inner.x + names.min(inner.width), width, ..inner };
            self.hits.add(cells, Zone::Cells(list.offset, seen.start));
        }
        let height = usize::from(inner.height);
        for (i, &item) in list.rows.iter().skip(list.offset).take(height).enumerate() {
            let selected = list.offset + i == list.selected;
            self.row(inner, i, item, selected, focused);
            if selected && focused {
                self.cursor = Some(Position::new(inner.x, inner.y + i as u16));
            }
        }
        self.scrollbar(area, focused, list.offset, list.rows.len(), height);
    }

    /// What the list holds: how many, of whom, how much time a bar covers.
    fn list_about(&self) -> Vec<(String, Role)> {
        let list = self.model.list();
        let name = |actor| labels::short_name(self.store, actor);
        let thousands = labels::thousands;
        match &*list.facts {
            Facts::Events { events, children } => {
                let rows = list.rows.len() - children.iter().filter(|c| **c).count();
                let mut out = vec![(format!("{} ", thousands(*events)), Role::Dim)];
                if self.model.display.events == EventsAs::Stories && rows < *events {
                    let stories = if rows == 1 { "story" } else { "stories" };
                    out.push((format!("in {} {stories} ", thousands(rows)), Role::Dim));
                }
                out
            }
            Facts::Bars { timeline, .. } => {
                let events: u32 = timeline.bars.iter().map(|(_, w)| w.events).sum();
                let mut out =
                    vec![(format!("by {} ─ {} ", timeline.grain.name(), thousands(events as usize)), Role::Dim)];
                if timeline.undated() > 0 {
                    out.push((format!("({} undated) ", thousands(timeline.undated() as usize)), Role::Dim));
                }
                out
            }
            Facts::Lanes { .. } => vec![(format!("by actor ─ {} ", thousands(list.rows.len())), Role::Dim)],
            Facts::Ties { centre, ties } if centre.index() < self.store.actor_count() => {
                vec![(format!("from {} ─ {} ", name(*centre), thousands(ties.len())), Role::Dim)]
            }
            Facts::Matrix(matrix) => {
                let n = matrix.actors.len();
                let mut out = vec![(format!("{n} {} {n} ", self.dress.glyphs.times), Role::Dim)];
                if let Some(crate::app::Item::Pair(row, column)) = self.model.chosen() {
                    let brief = |actor| labels::brief_name(self.store, actor);
                    out.push((format!("─ {} → {} ", brief(row), brief(column)), Role::Heading));
                }
                out
            }
            Facts::Pair(facts) => {
                let ((a, b), events, quotes) = (facts.pair, facts.events, facts.quotes);
                let about = format!(
                    "{} & {} ─ {} · {} ",
                    name(a),
                    name(b),
                    labels::count(events, "event"),
                    labels::count(quotes, "quote")
                );
                vec![(about, Role::Dim)]
            }
            _ => vec![(format!("{} ", thousands(list.rows.len())), Role::Dim)],
        }
    }

    /// What the signs of the lanes and of the matrix mean, in as many words as there is room for.
    fn legend_of_list(&self, room: usize) -> Vec<(&'static str, Role)> {
        let faint = Role::Faint;
        let [more, less] = match &*self.model.list().facts {
            Facts::Lanes { .. } => [("█", Role::Bar), ("▒", Role::Conflict)],
            Facts::Matrix(_) => [("+", Role::Cooperation), ("✕", Role::Conflict)],
            _ => return Vec::new(),
        };
        let both = matches!(&*self.model.list().facts, Facts::Matrix(_));
        let words = |cooperation: &'static str, conflict: &'static str, equal: &'static str| {
            let mut out = vec![("─ ", faint), more, (cooperation, faint), less, (conflict, faint)];
            if both {
                out.extend([("±", Role::Base), (equal, faint)]);
            }
            out
        };
        let choices = [
            words(" cooperation ", " conflict ", " as much of both "),
            words(" coop. ", " conflict ", " both "),
            if both { Vec::new() } else { words("+ ", "✕ ", "") },
        ];
        let fits = |words: &Vec<(&str, Role)>| words.iter().map(|(w, _)| cells::width(w)).sum::<usize>() <= room;
        choices.into_iter().find(fits).unwrap_or_default()
    }

    fn row(&mut self, area: Area, row: usize, item: crate::app::Item, selected: bool, focused: bool) {
        let glyphs = self.dress.glyphs;
        let context = Context { store: self.store, model: self.model, glyphs: &self.dress.glyphs };
        let marked = self.model.marks.contains(&item);
        let at = self.model.list().offset + row;
        if let (crate::app::Item::Event(id), Facts::Events { .. }) = (item, &*self.model.list().facts)
            && self.model.display.events == EventsAs::Stories
            && !self.model.list().facts.is_child(at)
        {
            let differ = self.model.compared.get(&self.store.story_of(id)).is_some_and(|(_, differ)| *differ);
            let wide = (fold_sign_width(self.store, id, differ, &glyphs) as u16).min(area.width);
            if wide > 0 {
                self.hits.add(Area::new(area.x + area.width - wide, area.y + row as u16, wide, 1), Zone::Fold(at));
            }
        }
        let mut writer = self.line(area, row);
        if selected {
            writer = writer.over(if focused { Role::Selected } else { Role::SelectedIdle });
            writer.put(if focused { glyphs.selected } else { glyphs.selected_idle }, Role::BorderFocus);
        } else {
            writer.skip(1);
        }
        writer.column(if marked { glyphs.mark } else { "" }, 1, Role::Marked);
        context.draw(&mut writer, at, item, selected);
    }

    fn list_head(&mut self, area: Area) {
        let context = Context { store: self.store, model: self.model, glyphs: &self.dress.glyphs };
        let mut writer = self.writer(area);
        writer.skip(2);
        context.head(&mut writer);
    }

    fn empty_list(&mut self, area: Area) {
        let what = self.model.view.counted();
        let key = |c| self.dress.keymap.key_of(crate::keys::Mode::Normal, c).unwrap_or_default();
        let lines: Vec<String> = if self.model.loading() {
            vec![format!("reading {} …", self.model.progress.current).replace("  ", " ")]
        } else if self.model.filter.is_on() {
            vec![format!("no {what} under this filter"), format!("{} drops it", key(crate::app::Command::ClearFilter))]
        } else if self.model.view == View::Events && self.model.floor() > 0.0 && self.store.event_count() > 0 {
            let key = key(crate::app::Command::HideUnsure);
            vec!["every event is less sure than the threshold".to_owned(), format!("{key} shows them")]
        } else if self.store.article_count() == 0 {
            let key = key(crate::app::Command::Skipped);
            vec!["nothing could be read".to_owned(), format!("{key} lists what was skipped, and why")]
        } else if self.model.view == View::Pair {
            vec!["they share no event and say nothing of one another".to_owned()]
        } else {
            vec![format!("no {what} were found")]
        };
        for (i, line) in lines.iter().enumerate().take(usize::from(area.height).saturating_sub(1)) {
            self.line(area, i + 1).skip(2).put(line, Role::Dim);
        }
        if self.model.view == View::Events {
            self.cursor = None;
        }
    }
}
