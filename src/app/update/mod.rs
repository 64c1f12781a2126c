//! What an action does to the model. Pure: what must be done outside is returned as effects.

mod cursor;
mod deferring;
mod detail;
mod display;
mod lists;
mod marks;
mod mouse;
mod open;
mod overlays;
mod places;
mod rows;
mod session;
mod source;

use self::display::Grade;
use self::overlays::applying;
use super::action::{Action, Effect, LoadEnd, Notice};
use super::command::Command;
use super::display::{EventsAs, TimelineAs};
use super::model::{Model, View, Waiting};
use super::overlay::{ListKind, Overlay, SkippedList};
use crate::store::Store;

/// Changes the model as an action asks, and returns what the outside has to do.
///
/// What may take longer than a key press is not waited for: an action that needs such rows is undone and deferred until
/// another thread has made them ([`Effect::MakeRows`]), and is then done as if it came only now.
pub fn update(model: &mut Model, store: &Store, action: Action) -> Vec<Effect> {
    let before = model.may_defer(store, &action).then(|| (model.clone(), action.clone()));
    model.pending.may_defer = before.is_some();
    let mut effects = model.act(store, action);
    model.settle(store);
    if let (Some(missing), Some((before, action))) = (model.pending.missing.take(), before) {
        *model = before;
        model.pending.defer(action, missing.clone());
        return vec![Effect::MakeRows(Box::new(missing))];
    }
    effects.extend(model.ask_for_rows());
    effects.extend(model.ask_for_detail());
    if let Some(action) = model.pending.take_ready() {
        effects.extend(update(model, store, action));
    }
    effects
}

/// To the next or the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Next,
    Previous,
}

impl Model {
    fn act(&mut self, store: &Store, action: Action) -> Vec<Effect> {
        match action {
            Action::Run(Command::Cancel) if self.pending.is_deferring() => self.cancel_deferred(),
            Action::Run(command) => {
                self.notice = None;
                self.touched = true;
                return self.run(store, command);
            }
            Action::Edit(edit) => return self.edit_overlay(store, applying(edit)),
            Action::Paste(text) => {
                return self.edit_overlay(store, |line| {
                    line.paste(&text);
                    true
                });
            }
            Action::Letter(letter) => self.letter(store, letter),
            Action::Resize(width, height) => {
                self.size = (width, height);
                self.wrap_source(store);
                self.evidence_into_view();
            }
            Action::Click(target) => {
                self.notice = None;
                return self.click(store, target);
            }
            Action::Scroll(pane, by) => self.scroll(store, pane, by),
            Action::Split(column) => {
                let width = u32::from(self.size.0);
                let share = (u32::from(column) * 100 + width / 2).checked_div(width);
                self.split = share.map_or(self.split, |s| (s as u16).clamp(20, 80));
            }
            Action::Grown => self.pending.revision = store.revision(),
            Action::Progress(progress) => self.go_on(store, progress),
            Action::Found { search, hits } => self.found(store, search, hits),
            Action::FoundText { search, hits } => self.found_text(store, search, hits),
            Action::Counted { search, count } => self.counted(search, count),
            Action::RowsMade(rows) => self.rows_made(store, *rows),
            Action::DetailMade(detail) => self.detail_made(*detail),
            Action::Resume(session) => self.resume(store, &session),
            Action::Exported(answer) => self.exported(answer),
            Action::Notice(notice) => self.notice = Some(notice),
        }
        Vec::new()
    }

    /// Runs a command.
    pub(super) fn run(&mut self, store: &Store, command: Command) -> Vec<Effect> {
        if self.waiting.take().is_some() {
            self.source.hints = false;
            if command == Command::Cancel {
                return Vec::new();
            }
        }
        if self.overlay.is_some() {
            return self.run_in_overlay(store, command);
        }
        if let Some(why) = self.cannot(command) {
            self.notice = Some(Notice::refused(why));
            return Vec::new();
        }
        match command {
            Command::Down
            | Command::Up
            | Command::First
            | Command::Last
            | Command::PageDown
            | Command::PageUp
            | Command::HalfDown
            | Command::HalfUp
            | Command::NextPane
            | Command::PreviousPane
            | Command::Left
            | Command::Right => self.move_by_command(store, command),
            Command::ViewEvents => self.view(store, View::Events),
            Command::ViewActors => self.view(store, View::Actors),
            Command::ViewQuotes => self.view(store, View::Quotes),
            Command::ViewArticles => self.view(store, View::Articles),
            Command::ViewTimeline => self.view(store, View::Timeline),
            Command::ViewNetwork => self.view_network(store),
            Command::Sort => self.sort(store),
            Command::Turn => self.toggle_layout(store),
            Command::Finer => self.step_detail(store, Grade::Finer),
            Command::Coarser => self.step_detail(store, Grade::Coarser),
            Command::Pair => return self.pair(store),
            Command::Centre => self.centre(store),
            Command::Explain => self.explain(store),
            Command::Follow => self.follow(store),
            Command::Source => self.open_source(store),
            Command::Quotes => self.quotes_of_actor(store),
            Command::Events => self.events_of_actor(store),
            Command::NextEvidence => self.step_evidence(store, Step::Next),
            Command::PreviousEvidence => self.step_evidence(store, Step::Previous),
            Command::Back => self.go_back(store),
            Command::Forward => self.go_forward(store),
            Command::NextLink => self.step_link(Step::Next),
            Command::PreviousLink => self.step_link(Step::Previous),
            Command::JumpHints => {
                self.focus = super::layout::Pane::Source;
                self.source.hints = true;
                self.waiting = Some(Waiting::Jump);
            }
            Command::SetPlace => self.waiting = Some(Waiting::SetPlace),
            Command::GoToPlace => self.waiting = Some(Waiting::GoToPlace),
            Command::FindActor => return self.open_actor_finder(),
            Command::FindText => return self.open_text_finder(),
            Command::Filter => return self.open_filter(store),
            Command::ClearFilter => self.filter_by(store, ""),
            Command::HideUnsure => self.hide_unsure(store),
            Command::Mark => self.mark(store),
            Command::ClearMarks => self.marks.clear(),
            Command::Copy => return self.copy(store),
            Command::Edit => return self.edit(store),
            Command::Export => return self.open_export(store),
            Command::Zoom => self.zoom = !self.zoom,
            Command::Shrink => self.split = self.split.saturating_sub(5).max(20),
            Command::Grow => self.split = (self.split + 5).min(80),
            Command::NextTheme => return vec![Effect::NextTheme],
            Command::ToggleMouse => {
                self.mouse = !self.mouse;
                let how = if self.mouse { "on" } else { "off: the terminal selects text" };
                self.notice = Some(Notice::done(format!("mouse {how}")));
                return vec![Effect::Mouse(self.mouse)];
            }
            Command::Redraw => return vec![Effect::Redraw],
            Command::Palette => return self.open_commands(ListKind::Palette),
            Command::Help => return self.open_commands(ListKind::Help),
            Command::Skipped => self.overlay = Some(Overlay::Skipped(SkippedList::default())),
            Command::StopLoading => return vec![Effect::StopLoading],
            Command::Cancel => return self.cancel(store),
            Command::Suspend => return vec![Effect::Suspend],
            Command::Quit => return vec![Effect::Quit],
        }
        Vec::new()
    }

    /// Why a command cannot be run now; `None` where it can.
    #[must_use]
    pub fn cannot(&self, command: Command) -> Option<&'static str> {
        let (holds, why) = match command {
            Command::Back => (!self.history.trail().is_empty(), "there is nothing to go back to"),
            Command::Forward => (self.history.has_forward(), "there is nothing to go forward to"),
            Command::ClearFilter => (!self.filter.text().is_empty(), "there is no filter"),
            Command::ClearMarks => (!self.marks.is_empty(), "nothing is marked"),
            Command::GoToPlace => (!self.places.is_empty(), "no place is kept yet"),
            Command::StopLoading => (self.loading(), "loading has ended"),
            Command::Mark => (self.list().item().is_some(), "the list is empty"),
            Command::Export => {
                (!self.marks.is_empty() || self.list().item().is_some(), "nothing is marked and the list is empty")
            }
            Command::Follow
            | Command::Source
            | Command::Copy
            | Command::Quotes
            | Command::Events
            | Command::Explain
            | Command::Pair
            | Command::Centre => (self.detail.item.is_some(), "nothing is selected"),
            Command::Turn => (
                matches!(self.view, View::Events | View::Timeline | View::Network),
                "this list has one layout: events, timeline and network have two",
            ),
            Command::Finer | Command::Coarser => (
                self.view == View::Timeline && self.display.timeline == TimelineAs::Bars
                    || self.view == View::Events && self.display.events == EventsAs::Stories,
                "only the timeline's bars and the events' stories are shown finer or coarser",
            ),
            Command::Edit | Command::JumpHints => (self.source.article.is_some(), "no article is shown"),
            _ => (true, ""),
        };
        (!holds).then_some(why)
    }

    /// Esc: out of the zoom, out of the pane, then out of the filter; at home it stops loading.
    fn cancel(&mut self, store: &Store) -> Vec<Effect> {
        use super::layout::Pane;
        if self.zoom {
            self.zoom = false;
        } else if self.focus != Pane::List {
            self.focus = Pane::List;
            if let Some(item) = self.chosen() {
                self.show(Some(item), store);
            }
        } else if !self.filter.text().is_empty() {
            self.filter_by(store, "");
        } else if self.loading() {
            return vec![Effect::StopLoading];
        }
        Vec::new()
    }

    fn letter(&mut self, store: &Store, letter: char) {
        self.source.hints = false;
        match self.waiting.take() {
            Some(Waiting::SetPlace) => {
                let here = self.place();
                self.places.insert(letter, here);
                self.notice = Some(Notice::done(format!("this place is kept under {letter}")));
            }
            Some(Waiting::GoToPlace) => match self.places.get(&letter).cloned() {
                Some(place) => {
                    self.leave();
                    self.go_to(place, store);
                }
                None => self.notice = Some(Notice::refused(format!("no place is kept under {letter}"))),
            },
            Some(Waiting::Jump) => self.jump(store, letter),
            None => {}
        }
    }

    fn go_back(&mut self, store: &Store) {
        let here = self.place();
        if let Some(place) = self.history.back(here) {
            self.go_to(place, store);
        }
    }

    fn go_forward(&mut self, store: &Store) {
        let here = self.place();
        if let Some(place) = self.history.forward(here) {
            self.go_to(place, store);
        }
    }

    fn go_on(&mut self, store: &Store, progress: super::action::Progress) {
        // What was on its way when loading was stopped is still taken in: the count is told again.
        let ended = progress.end.is_some() && (self.loading() || progress.end == Some(LoadEnd::Stopped));
        self.progress = progress;
        self.pending.revision = store.revision();
        if ended {
            let skipped = store.skipped().len();
            let news = match self.progress.end {
                Some(LoadEnd::Stopped) => {
                    Some(format!("loading stopped: {} kept", super::labels::count(store.article_count(), "article")))
                }
                // Faults of the settings are listed beside what was skipped: both are told of already.
                _ if skipped > 0 && self.complaints.is_empty() => {
                    Some(format!("{} skipped", super::labels::count(skipped, "file")))
                }
                _ => None,
            };
            // What was told before the end, of a first run or of the settings, stays until a key is pressed.
            if let Some(text) = news {
                self.notice = Some(Notice::refused(text));
            }
        }
    }
}
