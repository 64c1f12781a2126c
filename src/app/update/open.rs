//! Following links: from events to sources, from mentions to actors, from counts to lists.

use std::sync::Arc;

use super::Step;
use crate::app::action::Notice;
use crate::app::annotations::Thing;
use crate::app::detail::{self, Link};
use crate::app::display::NetworkAs;
use crate::app::filter;
use crate::app::layout::Pane;
use crate::app::model::{Item, Model, View};
use crate::app::source::Evidence;
use crate::model::{ActorId, Span};
use crate::store::{DaySpan, Store};

/// Keys that stand for the links of the source pane, the easiest to reach first.
pub const HINT_LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm1234567890ASDFGHJKLQWERTYUIOPZXCVBNM";

impl Model {
    /// Enter.
    pub(super) fn follow(&mut self, store: &Store) {
        match self.focus {
            Pane::List => match self.chosen() {
                Some(Item::Bar(bar)) => self.follow_bar(store, bar),
                Some(Item::Actor(actor)) if self.view == View::Timeline => self.follow_lane(store, actor),
                Some(Item::Pair(a, b)) if self.display.network == NetworkAs::Matrix => self.open_pair(store, a, b),
                Some(Item::Pair(_, other)) => self.centre_on(store, other),
                Some(Item::Actor(_)) => {
                    self.leave();
                    self.show(self.chosen(), store);
                    self.focus = Pane::Detail;
                }
                item => {
                    self.leave();
                    self.show(item, store);
                    self.focus = Pane::Source;
                }
            },
            Pane::Detail => {
                let link = self.detail.lines.links.get(self.detail.link).map(|(_, link)| link.clone());
                if let Some(link) = link {
                    self.open_link(store, link);
                }
            }
            Pane::Source => match self.source.under_cursor() {
                Some((_, thing)) => self.open_thing(store, thing),
                None => self.notice = Some(Notice::refused("nothing here opens: w goes to the next name")),
            },
        }
    }

    /// Opens a link of the detail pane.
    pub(super) fn open_link(&mut self, store: &Store, link: Link) {
        self.leave();
        match link {
            Link::Item(item) => {
                self.show(Some(item), store);
                self.focus = Pane::Detail;
            }
            Link::Words(article, span) => {
                let event = match self.detail.item {
                    Some(Item::Event(id)) if store.event(id).sentence == span => Some(id),
                    _ => None,
                };
                self.source_show(article, span, event, store);
                self.focus = Pane::Source;
            }
            Link::Pair(a, b) => self.go_to_pair(store, a, b),
            Link::List(view, query) => {
                self.view = view;
                self.filter.set(&query);
                self.select_first(store);
            }
        }
    }

    /// Opens what stands in the source pane.
    pub(super) fn open_thing(&mut self, store: &Store, thing: Thing) {
        if let Thing::Date(at) = thing {
            return self.open_date(store, at);
        }
        self.leave();
        let position = self.source.position();
        let item = match thing {
            Thing::Mention(id) => Item::Actor(store.mention(id).actor),
            Thing::Event(id) => Item::Event(id),
            Thing::Quote(id) => Item::Quote(id),
            Thing::Date(_) => return,
        };
        self.show(Some(item), store);
        // The reader stays at the mention that was followed: n goes on from it.
        if let (Thing::Mention(id), Some(position)) = (thing, position) {
            let mention = store.mention(id);
            let all = store.mentions_of(mention.actor);
            self.source_show(mention.article, mention.span, None, store);
            self.source.offset = position.offset;
            self.source.at = all.partition_point(|m| *m < id);
        }
        self.focus = Pane::Detail;
    }

    /// The events dated as a date expression of the article shown is.
    fn open_date(&mut self, store: &Store, at: usize) {
        let value = self.source.article.and_then(|a| store.dates_in(a).get(at)).map(|date| store.str(date.value));
        match value.and_then(DaySpan::of_value) {
            Some(days) => {
                self.open_link(store, Link::List(View::Events, format!("date:{}", days.name())));
            }
            None => {
                let value = value.filter(|v| !v.is_empty()).unwrap_or("no date");
                self.notice = Some(Notice::refused(format!("these words name no days to list ({value})")));
            }
        }
    }

    /// `o`: the evidence of what is shown, with the keyboard in its pane.
    pub(super) fn open_source(&mut self, store: &Store) {
        self.leave();
        if self.focus == Pane::Detail
            && let Some((_, Link::Item(item))) = self.detail.lines.links.get(self.detail.link)
            && matches!(item, Item::Event(_) | Item::Quote(_))
        {
            self.show(Some(*item), store);
        }
        self.focus = Pane::Source;
    }

    /// What n and N go through for the thing shown, from its first piece on.
    pub(super) fn show_first_evidence(&mut self, store: &Store) {
        let Some(item) = self.detail.item else { return };
        self.source.at = 0;
        match item {
            Item::Event(id) => {
                let event = store.event(id);
                self.source.evidence = Evidence::Rows;
                self.source_show(event.article, event.sentence, Some(id), store);
            }
            Item::Quote(id) => {
                let quote = store.quote(id);
                self.source.evidence = Evidence::Rows;
                self.source_show(quote.article, quote.span, None, store);
            }
            Item::Actor(id) => {
                self.source.evidence = Evidence::Mentions(id);
                self.show_evidence(store, 0);
            }
            Item::Article(id) => {
                self.source.evidence = Evidence::EventsIn(id);
                self.source_show(id, Span::default(), None, store);
            }
            Item::Pair(..) | Item::Bar(_) => {
                let events = detail::events_of(store, item, &self.filter);
                if events.is_empty() {
                    self.source.evidence = Evidence::Rows;
                } else {
                    self.source.evidence = Evidence::Events(Arc::new(events));
                    self.show_evidence(store, 0);
                }
            }
        }
    }

    /// Shows a piece of the evidence.
    pub(in crate::app) fn show_evidence(&mut self, store: &Store, at: usize) {
        if let Some((article, span, event)) = self.source.evidence.get(store, at) {
            self.source.at = at;
            self.source_show(article, span, event, store);
        }
    }

    /// n and N.
    pub(super) fn step_evidence(&mut self, store: &Store, to: Step) {
        let forward = to == Step::Next;
        if self.source.evidence == Evidence::Rows {
            let (row, count) = (self.list().selected, self.list().rows.len());
            if forward && row + 1 < count {
                self.select(store, row + 1);
            } else if !forward && row > 0 {
                self.select(store, row - 1);
            } else {
                self.notice = Some(Notice::refused(if forward { "this is the last" } else { "this is the first" }));
            }
            return;
        }
        let (at, count) = (self.source.at, self.source.evidence.len(store));
        // An article opens at its top: its first event is next.
        let nothing_yet = self.source.in_view.is_none() && forward;
        if nothing_yet && count > 0 {
            self.show_evidence(store, 0);
        } else if forward && at + 1 < count {
            self.show_evidence(store, at + 1);
        } else if !forward && at > 0 {
            self.show_evidence(store, at - 1);
        } else {
            self.notice = Some(Notice::refused(if forward { "this is the last" } else { "this is the first" }));
        }
    }

    /// The actor under the cursor of the source pane, or whose name is the selected link.
    pub(super) fn actor_at_cursor(&self, store: &Store) -> Option<ActorId> {
        match self.focus {
            Pane::Source => match self.source.under_cursor()?.1 {
                Thing::Mention(id) => Some(store.mention(id).actor),
                _ => None,
            },
            Pane::Detail => match self.detail.lines.links.get(self.detail.link)?.1 {
                Link::Item(Item::Actor(id)) => Some(id),
                Link::Pair(_, other) => Some(other),
                _ => None,
            },
            Pane::List => None,
        }
    }

    /// The actor the reader is looking at.
    pub(super) fn actor_shown(&self, store: &Store) -> Option<ActorId> {
        let chosen = self.actor_at_cursor(store);
        if chosen.is_some() && (self.focus == Pane::Source || !matches!(self.detail.item, Some(Item::Actor(_)))) {
            return chosen;
        }
        match self.detail.item? {
            Item::Actor(id) => Some(id),
            Item::Event(id) => store.event(id).parties().first().map(|p| p.actor),
            Item::Quote(id) => store.quote(id).speaker,
            Item::Pair(_, other) => Some(other),
            Item::Article(_) | Item::Bar(_) => None,
        }
    }

    /// `"`: the quotes of the actor shown.
    pub(super) fn quotes_of_actor(&mut self, store: &Store) {
        self.list_of_actor(store, View::Quotes, "by", "said");
    }

    /// `E`: the events of the actor shown.
    pub(super) fn events_of_actor(&mut self, store: &Store) {
        self.list_of_actor(store, View::Events, "actor", "took part in");
    }

    fn list_of_actor(&mut self, store: &Store, view: View, key: &str, verb: &str) {
        let Some(actor) = self.actor_shown(store) else {
            self.notice = Some(Notice::refused("no actor is shown"));
            return;
        };
        let name = store.name(actor);
        let none = match view {
            View::Quotes => store.quotes_by(actor).is_empty(),
            _ => store.all_events_of(actor).is_empty(),
        };
        if none {
            self.notice = Some(Notice::refused(format!("nothing is known that {name} {verb}")));
            return;
        }
        self.open_link(store, Link::List(view, filter::term(key, name)));
    }

    /// Links of the source pane that can be seen, each with its letter.
    pub fn hinted(&self) -> impl Iterator<Item = (char, Span, Thing)> + '_ {
        let (_, height) = self.source_size();
        let rows = self.source.table.rows();
        let first = rows.get(self.source.offset).map_or(0, |r| r.start);
        let last = rows.get((self.source.offset + height).min(rows.len()).saturating_sub(1)).map_or(0, |r| r.end);
        let stops = self.source.annotations.stops.within(first, last).filter(move |(s, _)| s.start >= first);
        HINT_LETTERS.chars().zip(stops).map(|(letter, (span, thing))| (letter, span, thing))
    }

    /// Opens the link that shows a letter.
    pub(super) fn jump(&mut self, store: &Store, letter: char) {
        let found = self.hinted().find(|(l, _, _)| *l == letter);
        match found {
            Some((_, span, thing)) => {
                self.source.cursor = span.start;
                self.open_thing(store, thing);
            }
            None => self.notice = Some(Notice::refused(format!("no link shows {letter}"))),
        }
    }
}
