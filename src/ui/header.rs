//! The top line: what is loaded, and the views.

use super::Canvas;
use super::hit_map::Zone;
use crate::app::layout::Area;
use crate::app::model::View;
use crate::app::style_role::Role;
use crate::app::{Command, cells, labels};
use crate::keys::Mode;

/// The command that goes to a view.
pub(super) fn command_of(view: View) -> Command {
    match view {
        View::Events => Command::ViewEvents,
        View::Actors => Command::ViewActors,
        View::Quotes => Command::ViewQuotes,
        View::Articles => Command::ViewArticles,
        View::Timeline => Command::ViewTimeline,
        View::Network => Command::ViewNetwork,
        View::Pair => Command::Pair,
    }
}

impl Canvas<'_, '_> {
    pub(super) fn header(&mut self, area: Area) {
        // The pair has no number: it is named only while it is shown.
        let pair = Some(View::Pair).filter(|&v| v == self.model.view);
        let tabs: Vec<(View, String)> = View::NUMBERED
            .into_iter()
            .chain(pair)
            .map(|v| (v, self.dress.keymap.key_of(Mode::Normal, command_of(v)).unwrap_or_default()))
            .collect();
        let full: usize = tabs.iter().map(|(v, key)| key.len() + v.name().len() + 3).sum();
        let width = usize::from(area.width);
        // Names of views need room for the counts beside them; else their keys must do.
        let named = width >= full + 30;
        let tabs_width = if named { full } else { tabs.iter().map(|(_, key)| key.len() + 2).sum() };
        let counts = self.counts();
        let mut writer = self.writer(area);
        writer.leave(tabs_width + 1);
        if writer.room() >= " dossier".len() {
            writer.put(" dossier", Role::Brand);
        }
        for (text, role) in &counts {
            // Half a number is a wrong one.
            if cells::width(text) > writer.room() {
                break;
            }
            writer.put(text, *role);
        }
        let mut x = area.x + area.width.saturating_sub(tabs_width as u16);
        for (view, key) in tabs {
            let active = view == self.model.view;
            let mut writer = self.writer(Area::new(x, area.y, area.x + area.width - x, 1));
            writer.put(&key, if active { Role::TabActive } else { Role::Key });
            if named {
                writer.put(" ", Role::Tab);
                writer.put(view.name(), if active { Role::TabActive } else { Role::Tab });
            }
            let end = writer.x;
            self.hits.add(Area::new(x, area.y, end - x, 1), Zone::View(view));
            x = end + 2;
        }
    }

    /// What there is, and how loading gets on.
    fn counts(&self) -> Vec<(String, Role)> {
        let store = self.store;
        let mut out = Vec::new();
        let progress = &self.model.progress;
        if self.model.loading() {
            let done = labels::thousands(progress.done);
            let of = progress.total.map_or_else(String::new, |t| format!(" of {}", labels::thousands(t)));
            out.push((format!("  reading {done}{of}"), Role::Bar));
            if progress.rate >= 1.0 {
                out.push((format!(" · {}/s", labels::thousands(progress.rate as usize)), Role::Dim));
            }
            if let Some(seconds) = progress.remaining.filter(|&s| s > 1) {
                let left = if seconds < 90 { format!("{seconds} s") } else { format!("{} min", seconds.div_ceil(60)) };
                out.push((format!(" · {left} left"), Role::Dim));
            }
        } else {
            out.push((format!("  {}", labels::count(store.article_count(), "article")), Role::Dim));
        }
        // What is missing matters more than how much there is.
        if !store.skipped().is_empty() {
            out.push((format!(" · {} skipped", labels::thousands(store.skipped().len())), Role::Refused));
        }
        for (n, word) in
            [(store.event_count(), "event"), (store.actor_count(), "actor"), (store.quote_count(), "quote")]
        {
            if n > 0 || !self.model.loading() {
                out.push((format!(" · {}", labels::count(n, word)), Role::Dim));
            }
        }
        if self.model.loading() && !progress.current.is_empty() {
            let current = cells::one_line(&progress.current);
            // The end of a path tells more than its beginning.
            let skip = current.chars().count().saturating_sub(28);
            let cut = if skip > 0 { "…" } else { "" };
            let tail: String = current.chars().skip(skip).collect();
            out.push((format!(" · {cut}{tail}"), Role::Faint));
        }
        out
    }
}
