//! Display options: layouts, folded stories, longer and shorter bars, the actor at the centre.

use crate::app::action::{Effect, Notice};
use crate::app::display::{EventsAs, NetworkAs, TimelineAs};
use crate::app::filter;
use crate::app::labels;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model, View};
use crate::app::rows::{Facts, LANE_BINS, lane_columns};
use crate::model::{ActorId, EventId};
use crate::store::{Bar, DaySpan, Store, days_of_column};

/// Towards more detail or less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grade {
    Finer,
    Coarser,
}

/// Left or right within a row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

impl Model {
    /// `v`: toggles the view's layout.
    pub(super) fn toggle_layout(&mut self, store: &Store) {
        self.leave();
        let display = &mut self.display;
        let now = match self.view {
            View::Events => {
                display.events = display.events.toggled();
                if display.events == EventsAs::Reports { "a row for each report" } else { "a row for each story" }
            }
            View::Timeline => {
                display.timeline = display.timeline.toggled();
                if display.timeline == TimelineAs::Lanes { "a lane for each actor" } else { "bars of all events" }
            }
            View::Network => {
                display.network = display.network.toggled();
                if display.network == NetworkAs::Matrix { "rows act on columns" } else { "from one actor" }
            }
            View::Actors | View::Quotes | View::Articles | View::Pair => return,
        };
        self.notice = Some(Notice::done(now));
        self.refresh_list(store);
        let shown = self.chosen();
        self.show(shown, store);
        self.focus = Pane::List;
    }

    /// `+` and `-`: shorter or longer bars, all stories unfolded or folded.
    pub(super) fn step_detail(&mut self, store: &Store, to: Grade) {
        if self.view == View::Events {
            self.folds.set_all(to == Grade::Finer);
            self.refresh_list(store);
            return;
        }
        let Facts::Bars { timeline, .. } = &*self.list().facts else { return };
        let next = match to {
            Grade::Finer => timeline.grain.finer(),
            Grade::Coarser => timeline.grain.coarser(),
        };
        match next {
            Some(grain) => {
                self.display.grain = Some(grain);
                self.refresh_list(store);
                let shown = self.chosen();
                self.show(shown, store);
            }
            None => {
                let end = timeline.grain.name();
                self.notice = Some(Notice::refused(format!("a bar is a {end} already")));
            }
        }
    }

    /// h and l within the list: they fold and unfold a story, and go along a row of the matrix.
    /// False where there is nothing to do here: then they go to another pane.
    pub(super) fn step_within_list(&mut self, store: &Store, side: Side) -> bool {
        let right = side == Side::Right;
        if let Facts::Matrix(matrix) = &*self.list().facts {
            let last = matrix.actors.len().saturating_sub(1);
            let column = self.display.column.min(last);
            let to = if right { column + 1 } else { column.saturating_sub(1) };
            if to == column || to > last {
                return false;
            }
            self.display.column = to;
            let shown = self.chosen();
            self.show(shown, store);
            return true;
        }
        if let Facts::Lanes { .. } = *self.list().facts {
            return self.step_in_lane(side);
        }
        match self.list().item() {
            Some(Item::Event(event)) if self.view == View::Events && self.display.events == EventsAs::Stories => {
                self.fold(store, event, right)
            }
            _ => false,
        }
    }

    /// Along the time of the lanes by a column of the screen; out of it at the left end.
    fn step_in_lane(&mut self, side: Side) -> bool {
        let room = usize::from(self.layout().pane(Pane::List).inner().width).saturating_sub(2);
        let columns: Vec<_> = lane_columns(room).collect();
        let at = self.display.bin.and_then(|bin| columns.iter().position(|c| c.contains(&bin)));
        let to = match (at, side) {
            (None, Side::Right) => Some(0),
            (None, Side::Left) => return false,
            (Some(at), Side::Right) if at + 1 == columns.len() => return false,
            (Some(at), Side::Right) => Some(at + 1),
            (Some(at), Side::Left) => at.checked_sub(1),
        };
        self.display.bin = to.and_then(|to| columns.get(to)).map(|c| c.start);
        true
    }

    /// The days of the column of time selected in the lanes; `None` where none is.
    #[must_use]
    pub fn days_of_bin(&self) -> Option<DaySpan> {
        let Facts::Lanes { range: Some(range), .. } = *self.list().facts else { return None };
        let room = usize::from(self.layout().pane(Pane::List).inner().width).saturating_sub(2);
        let bin = self.display.bin?;
        let column = lane_columns(room).find(|c| c.contains(&bin))?;
        let first = days_of_column(range, LANE_BINS, column.start).first;
        Some(DaySpan { first, last: days_of_column(range, LANE_BINS, column.end - 1).last })
    }

    /// Folds or unfolds the story of a row.
    pub(super) fn fold_row(&mut self, store: &Store, row: usize) {
        self.focus = Pane::List;
        self.select(store, row);
        if let Some(Item::Event(event)) = self.list().item() {
            let open = !self.folds.is_open(store.story_of(event));
            self.fold(store, event, open);
        }
    }

    fn fold(&mut self, store: &Store, event: EventId, open: bool) -> bool {
        let story = store.story_of(event);
        let reports = store.story(story).events.len();
        if reports < 2 || self.folds.is_open(story) == open {
            return false;
        }
        // Folding from one of its reports leads back to the story's row.
        let list = self.list();
        let row = (0..=list.selected).rev().find(|&r| !list.facts.is_child(r)).unwrap_or(list.selected);
        self.folds.set(story, open);
        self.list_mut().selected = row;
        self.refresh_list(store);
        if !open {
            self.select(store, row);
        }
        true
    }

    /// Enter on a bar: the events counted there.
    pub(super) fn follow_bar(&mut self, store: &Store, bar: Bar) {
        let Some(term) = filter::bar_term(bar) else {
            self.notice = Some(Notice::refused("nothing is dated here: these days have no event"));
            return;
        };
        self.leave();
        self.view = View::Events;
        let text = self.filter.and(&term);
        self.filter.set(&text);
        self.select_first(store);
    }

    /// Enter on a lane: the bars of its actor alone; its events, where a column of time is selected.
    pub(super) fn follow_lane(&mut self, store: &Store, actor: ActorId) {
        self.leave();
        let mut text = self.filter.and(&filter::term("actor", store.name(actor)));
        match self.days_of_bin() {
            Some(days) => {
                self.view = View::Events;
                text = format!("{text} date:{}..{}", days.first, days.last);
            }
            None => self.display.timeline = TimelineAs::Bars,
        }
        self.filter.set(&text);
        self.select_first(store);
    }

    /// `6`: the network, from the actor shown where one is.
    pub(super) fn view_network(&mut self, store: &Store) {
        match self.detail.item {
            Some(Item::Actor(actor)) if self.view != View::Network => self.centre_on(store, actor),
            _ => self.view(store, View::Network),
        }
    }

    /// `c`: the network from the actor shown.
    pub(super) fn centre(&mut self, store: &Store) {
        match self.actor_shown(store) {
            Some(actor) => self.centre_on(store, actor),
            None => self.notice = Some(Notice::refused("no actor is shown")),
        }
    }

    /// The network from an actor.
    pub(super) fn centre_on(&mut self, store: &Store, actor: ActorId) {
        self.leave();
        self.view = View::Network;
        (self.display.centre, self.display.network) = (Some(actor), NetworkAs::Ties);
        self.select_first(store);
        if self.list().rows.is_empty() {
            let name = labels::short_name(store, actor);
            self.notice = Some(Notice::refused(format!("{name} shares no event with anybody here")));
        }
    }

    /// `p`: what is between the two actors shown; where only one is, the other is asked for.
    pub(super) fn pair(&mut self, store: &Store) -> Vec<Effect> {
        if let Some((a, b)) = self.pair_shown(store) {
            self.open_pair(store, a, b);
            return Vec::new();
        }
        match self.actor_shown(store) {
            Some(one) => self.open_pair_finder(one),
            None => {
                self.notice = Some(Notice::refused("no actor is shown: / finds one"));
                Vec::new()
            }
        }
    }

    /// The two actors the reader is looking at.
    fn pair_shown(&self, store: &Store) -> Option<(ActorId, ActorId)> {
        let shown = self.actor_shown(store);
        let (one, other) = match self.detail.item? {
            Item::Pair(a, b) => (a, b),
            Item::Actor(actor) => (actor, self.actor_at_cursor(store)?),
            Item::Event(id) => {
                let event = store.event(id);
                let one = event.parties().first()?.actor;
                let across = event.targets().first().filter(|_| !event.sources().is_empty());
                (one, across.or_else(|| event.parties().get(1))?.actor)
            }
            Item::Quote(id) => (store.quote(id).speaker?, store.quote(id).addressee.or(shown)?),
            Item::Article(_) | Item::Bar(_) => return None,
        };
        (one != other).then_some((one, other))
    }

    /// Shows what is between two actors, in the view of its own.
    pub(in crate::app) fn open_pair(&mut self, store: &Store, one: ActorId, other: ActorId) {
        self.leave();
        self.go_to_pair(store, one, other);
    }

    /// As [`Model::open_pair`], the place being kept already.
    pub(super) fn go_to_pair(&mut self, store: &Store, one: ActorId, other: ActorId) {
        self.view = View::Pair;
        self.display.pair = Some((one, other));
        // What was filtered for another question would hide what is asked for now.
        self.filter.set("");
        self.select_first(store);
        if self.list().rows.is_empty() {
            self.show(Some(Item::Pair(one, other)), store);
        }
    }
}
