//! The bottom line: what keys do here, what was just done, and where the words in view stand.

use std::borrow::Cow;

use super::Canvas;
use super::hit_map::Zone;
use crate::app::action::Tone;
use crate::app::display::{EventsAs, NetworkAs, TimelineAs};
use crate::app::layout::{Area, Pane};
use crate::app::model::{Item, View, Waiting};
use crate::app::overlay::Overlay;
use crate::app::source::Evidence;
use crate::app::style_role::Role;
use crate::app::{Command, cells, cite, labels};
use crate::keys::Mode;

/// Narrower than this, hints are few.
const FEW: u16 = 32;

impl Canvas<'_, '_> {
    pub(super) fn footer(&mut self, area: Area) {
        let room = usize::from(area.width);
        let message = self.message();
        let wanted = message.as_ref().map_or(0, |(sign, text, _)| cells::width(sign) + cells::width(text));
        // Where the words stand is worth more than hints, and on a narrow screen it may take all; what the
        // reader is told or asked is worth more than that, and what is open above the panes has no place.
        let place = if self.model.overlay.is_some() { String::new() } else { self.place(room) };
        let place_width = cells::width(&place);
        let place = if place_width + 2 + wanted > room { String::new() } else { place };
        let place_width = cells::width(&place);
        let mut left = area;
        left.width = area.width.saturating_sub(if place.is_empty() { 0 } else { place_width as u16 + 2 });
        match message {
            Some((sign, text, role)) => {
                self.writer(left).put(sign, role).put(&text, role);
            }
            None => self.hints(left),
        }
        if !place.is_empty() {
            let x = area.x + area.width - place_width as u16 - 1;
            self.writer(Area::new(x, area.y, place_width as u16 + 1, 1)).put(&place, Role::Dim);
        }
    }

    /// What is told or asked instead of hints, behind its sign.
    fn message(&self) -> Option<(&'static str, Cow<'static, str>, Role)> {
        if self.model.waits() {
            return Some((" … ", "one moment: this is being counted".into(), Role::Hint));
        }
        if let Some(waiting) = self.model.waiting {
            let text = match waiting {
                Waiting::SetPlace => "keep this place under which letter?  Esc: none".into(),
                Waiting::GoToPlace => {
                    let kept: Vec<String> = self.model.places.keys().map(char::to_string).collect();
                    format!("go to which place?  kept: {}", kept.join(" ")).into()
                }
                Waiting::Jump => "the letter of the link to open?  Esc: none".into(),
            };
            return Some((" ", text, Role::Input));
        }
        let notice = self.model.notice.as_ref()?;
        Some(match notice.tone {
            Tone::Done => (" ✓ ", notice.text.clone().into(), Role::Done),
            Tone::Refused => (" ! ", notice.text.clone().into(), Role::Refused),
        })
    }

    fn hints(&mut self, area: Area) {
        let dress = self.dress;
        if let Some((chords, crate::keys::Lookup::Prefix(next))) = &dress.pending {
            let mut writer = self.writer(area);
            writer.put(" ", Role::Hint);
            for chord in chords {
                writer.put(&chord.to_string(), Role::Input).put(" ", Role::Hint);
            }
            for (chord, command) in next {
                writer.put(&chord.to_string(), Role::Key).put(" ", Role::Hint);
                writer.put(command.map_or("…", Command::hint), Role::Hint).put("  ", Role::Hint);
            }
            return;
        }
        let mode = self.model.mode();
        let mut x = area.x + 1;
        // Where few hints fit, the one that leads to all others is the first.
        let first = (area.width < FEW).then_some(Command::Help);
        let useful = self.useful().iter().copied().filter(|c| Some(*c) != first);
        for command in first.into_iter().chain(useful) {
            let Some(key) = dress.keymap.key_of(mode, command) else { continue };
            if mode == Mode::Normal && self.model.cannot(command).is_some() {
                continue;
            }
            let hint = if mode == Mode::Prompt { self.prompt_hint(command) } else { self.list_hint(command) };
            let width = (cells::width(&key) + cells::width(hint) + 1) as u16;
            // A shorter one may still fit.
            if x + width > area.x + area.width {
                continue;
            }
            let spot = Area::new(x, area.y, width, 1);
            self.writer(spot).put(&key, Role::Key).put(" ", Role::Hint).put(hint, Role::Hint);
            self.hits.add(spot, Zone::Command(command));
            x += width + 2;
        }
    }

    /// The commands worth showing here, the most useful first.
    fn useful(&self) -> &'static [Command] {
        use Command::{
            Back, Cancel, Coarser, Down, Explain, Filter, FindActor, FindText, Finer, Follow, Help, JumpHints, Mark,
            NextEvidence, NextLink, NextPane, Pair, Palette, Quit, Quotes, Right, Sort, Source, StopLoading, Turn,
            Zoom,
        };
        match &self.model.overlay {
            Some(Overlay::Filter(_) | Overlay::Export(_)) => return &[Follow, NextPane, Cancel],
            Some(Overlay::Actors(_)) => return &[Follow, Down, NextPane, Cancel],
            Some(Overlay::Skipped(_)) if self.model.complaints.is_empty() && self.store.skipped().is_empty() => {
                return &[Cancel];
            }
            Some(Overlay::Skipped(_) | Overlay::Explanation(_)) => return &[Down, Cancel],
            Some(_) => return &[Follow, Down, Cancel],
            None => {}
        }
        match self.model.focus {
            Pane::List if self.model.loading() => {
                &[FindActor, StopLoading, Filter, Follow, Help, Source, NextEvidence, Quit]
            }
            Pane::List if self.model.view == View::Timeline && self.model.display.timeline == TimelineAs::Lanes => {
                &[Follow, Right, Turn, Help, Filter, FindActor, NextEvidence, Back, Quit]
            }
            Pane::List if self.model.view == View::Timeline => {
                &[Follow, Finer, Coarser, Turn, Help, Filter, FindActor, NextEvidence, Back, Quit]
            }
            Pane::List if self.model.view == View::Network && self.model.display.network == NetworkAs::Matrix => {
                &[Follow, Right, Turn, Help, Filter, FindActor, NextEvidence, Back, Quit]
            }
            Pane::List if self.model.view == View::Network => {
                &[Follow, Pair, Turn, Help, Sort, Filter, FindActor, NextEvidence, Back, Quit]
            }
            Pane::List if self.model.view == View::Pair => {
                &[Follow, Sort, Help, NextEvidence, Explain, Back, FindActor, Quit]
            }
            Pane::List if self.model.view == View::Events => &[
                FindActor,
                Filter,
                Follow,
                Help,
                Finer,
                Turn,
                Explain,
                NextEvidence,
                Back,
                Mark,
                Source,
                Palette,
                Quit,
            ],
            Pane::List => {
                &[FindActor, Filter, Follow, Help, Sort, Explain, NextEvidence, Back, Mark, Source, Palette, Quit]
            }
            Pane::Detail => &[Follow, NextLink, Source, Pair, Quotes, NextEvidence, Explain, Back, Cancel, Help],
            Pane::Source => &[NextEvidence, Follow, NextLink, Explain, JumpHints, FindText, Back, Zoom, Cancel, Help],
        }
    }

    /// `file:start-end  k/n`: the words in view, and which piece of the evidence they are.
    fn place(&self, room: usize) -> String {
        let source = &self.model.source;
        let Some(article) = source.article else { return String::new() };
        let span = match source.event {
            // An event's words are its trigger's: the sentence is in view around them.
            Some(id) => Some(self.store.event(id).trigger),
            None => source.in_view,
        };
        let mut out = cite::place(self.store, article, span, (room / 4).max(10));
        let (at, count) = match &source.evidence {
            Evidence::Rows => match (self.model.detail.item, self.model.list().item()) {
                (Some(item), Some(selected)) if item == selected && !matches!(item, Item::Actor(_)) => {
                    (self.model.list().selected, self.model.list().rows.len())
                }
                _ => (0, 0),
            },
            evidence => (source.at, evidence.len(self.store)),
        };
        if count > 0 {
            out.push_str("  ");
            out.push_str(&labels::thousands(at + 1));
            out.push('/');
            out.push_str(&labels::thousands(count));
        }
        out
    }

    /// What keys do in the view shown.
    fn list_hint(&self, command: Command) -> &'static str {
        let display = &self.model.display;
        let all_open = self.model.folds.parts().0;
        match (self.model.view, command) {
            (View::Events, Command::Turn) => {
                if display.events == EventsAs::Reports {
                    "stories"
                } else {
                    "reports"
                }
            }
            (View::Events, Command::Finer) => {
                if all_open {
                    "unfolded"
                } else {
                    "unfold"
                }
            }
            (View::Timeline, Command::Turn) => {
                if display.timeline == TimelineAs::Lanes {
                    "bars"
                } else {
                    "lanes"
                }
            }
            (View::Network, Command::Turn) => {
                if display.network == NetworkAs::Matrix {
                    "one actor"
                } else {
                    "matrix"
                }
            }
            (View::Timeline, Command::Right) => "choose a time",
            (View::Network, Command::Right) => "next column",
            (view, Command::Follow) if self.model.focus == Pane::List => self.opens(view),
            _ => command.hint(),
        }
    }

    /// What Enter leads to from the list.
    fn opens(&self, view: View) -> &'static str {
        let display = &self.model.display;
        match view {
            View::Events | View::Pair => "proof",
            View::Actors => "details",
            View::Quotes => "the words",
            View::Articles => "read",
            View::Timeline if display.timeline == TimelineAs::Lanes && display.bin.is_none() => "its bars",
            View::Timeline => "its events",
            View::Network if display.network == NetworkAs::Matrix => "pair",
            View::Network => "from there",
        }
    }

    /// What keys do while a line is typed.
    fn prompt_hint(&self, command: Command) -> &'static str {
        match (command, &self.model.overlay) {
            (Command::Follow, Some(Overlay::Export(_))) => "write",
            (Command::Follow, Some(Overlay::Filter(_))) => "filter",
            (Command::Follow, Some(Overlay::Commands(_))) => "run",
            (Command::Follow, Some(Overlay::Text(_))) => "go there",
            (Command::Follow, _) => "open",
            (Command::NextPane, Some(Overlay::Actors(_))) => "kind",
            (Command::NextPane, Some(Overlay::Export(_))) => "format",
            (Command::NextPane, _) => "complete",
            (Command::Cancel, _) => "close",
            (other, _) => other.hint(),
        }
    }
}
