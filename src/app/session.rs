//! Where a reader was and what was marked, in words that another run can read.
//!
//! Ids are given in the order of the input and change with it. A session names things by what they
//! are: an actor by its name, an event by its article and its bytes. What is gone is passed over.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::display::{Display, EventsAs, NetworkAs, TimelineAs};
use super::history::Place;
use super::item::Item;
use super::layout::Pane;
use super::source::{Evidence, Position};
use super::view::View;
use crate::model::{ActorId, ActorKind, ArticleId, Span};
use crate::store::{Bar, DaySpan, Grain, Store};

/// What stands for the days of what is undated.
const UNDATED: &str = "none";
/// Places that are kept of the way here.
pub(super) const LONGEST: usize = 100;

/// All that is kept of a run of the explorer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    pub(super) here: Spot,
    pub(super) back: Vec<Spot>,
    pub(super) forward: Vec<Spot>,
    pub(super) marks: Vec<Thing>,
    pub(super) places: Vec<(char, Spot)>,
    pub(super) filters_typed: Vec<String>,
    pub(super) hides_unsure: bool,
    pub(super) split: Option<u16>,
    /// Whether all stories are unfolded, and the reports of those that are not as the others.
    pub(super) folds: (bool, Vec<Thing>),
}

/// A place in the explorer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Spot {
    view: String,
    pane: usize,
    shape: SavedDisplay,
    filter: String,
    order: usize,
    row: Option<Thing>,
    row_offset: usize,
    detail: Option<Thing>,
    link: usize,
    detail_offset: usize,
    source: Option<SourceSpot>,
}

/// The display options of the views.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct SavedDisplay {
    reports: bool,
    /// The word for how much time a bar covers.
    grain: Option<String>,
    lanes: bool,
    bin: Option<usize>,
    centre: Option<Thing>,
    matrix: bool,
    column: usize,
    pair: Option<(Thing, Thing)>,
}

/// A place in the source pane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct SourceSpot {
    article: String,
    in_view: Option<Span>,
    event: Option<Thing>,
    cursor: u32,
    offset: usize,
    /// Whose mentions n and N go through; the article's events where it is the article.
    evidence: Option<Thing>,
    at: usize,
}

/// A thing, named so that it is found again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Thing {
    Event { article: String, sentence: Span, trigger: Span },
    Quote { article: String, words: Span },
    Actor { name: String, kind: ActorKind },
    Article { article: String },
    Pair { one: Box<Thing>, other: Box<Thing> },
    Time { days: String, just: bool },
}

/// Looks things up that a session names.
pub(super) struct Finder<'s> {
    store: &'s Store,
    articles: HashMap<&'s str, ArticleId>,
}

impl<'s> Finder<'s> {
    pub(super) fn new(store: &'s Store) -> Self {
        let articles = store.article_ids().map(|id| (store.article(id).article.id.as_str(), id)).rev().collect();
        Self { store, articles }
    }

    pub(super) fn find(&self, thing: &Thing) -> Option<Item> {
        let store = self.store;
        let article = |id: &str| self.articles.get(id).copied();
        match thing {
            Thing::Article { article: id } => article(id).map(Item::Article),
            Thing::Event { article: id, sentence, trigger } => {
                let mut all = store.events_in(article(id)?);
                let same = |e| store.event(e).trigger == *trigger && store.event(e).sentence == *sentence;
                all.find(|&e| same(e)).map(Item::Event)
            }
            Thing::Quote { article: id, words } => {
                store.quotes_in(article(id)?).find(|&q| store.quote(q).span == *words).map(Item::Quote)
            }
            Thing::Actor { name, kind } => {
                let same = |a: &ActorId| store.name(*a) == name && store.actor(*a).kind == *kind;
                store.actors_named(name).into_iter().find(same).map(Item::Actor)
            }
            Thing::Pair { one, other } => Some(Item::Pair(self.actor(one)?, self.actor(other)?)),
            Thing::Time { days, .. } if days == UNDATED => Some(Item::Bar(Bar::Undated)),
            Thing::Time { days, just } => {
                let days = DaySpan::of_value(days)?;
                Some(Item::Bar(if *just { Bar::Just(days) } else { Bar::Period(days) }))
            }
        }
    }

    fn actor(&self, thing: &Thing) -> Option<ActorId> {
        match self.find(thing) {
            Some(Item::Actor(id)) => Some(id),
            _ => None,
        }
    }

    fn display(&self, saved: &SavedDisplay) -> Display {
        let grain = |word: &String| Grain::ALL.into_iter().find(|g| g.name() == word);
        Display {
            events: if saved.reports { EventsAs::Reports } else { EventsAs::Stories },
            grain: saved.grain.as_ref().and_then(grain),
            timeline: if saved.lanes { TimelineAs::Lanes } else { TimelineAs::Bars },
            bin: saved.bin,
            centre: saved.centre.as_ref().and_then(|c| self.actor(c)),
            network: if saved.matrix { NetworkAs::Matrix } else { NetworkAs::Ties },
            column: saved.column,
            pair: saved.pair.as_ref().and_then(|(a, b)| self.actor(a).zip(self.actor(b))),
        }
    }

    pub(super) fn place(&self, spot: &Spot) -> Place {
        let find = |thing: &Option<Thing>| thing.as_ref().and_then(|t| self.find(t));
        Place {
            view: View::ALL.into_iter().find(|v| v.name() == spot.view).unwrap_or_default(),
            focus: Pane::ALL.get(spot.pane).copied().unwrap_or_default(),
            display: self.display(&spot.shape),
            filter: spot.filter.clone(),
            order: spot.order,
            row: (find(&spot.row), spot.row_offset),
            detail: (find(&spot.detail), spot.link, spot.detail_offset),
            source: spot.source.as_ref().and_then(|s| self.position(s)),
        }
    }

    fn position(&self, spot: &SourceSpot) -> Option<Position> {
        let article = *self.articles.get(spot.article.as_str())?;
        let text = &self.store.article(article).article.text;
        // The text may be another one by now.
        let holds = |s: &Span| Span::checked(text, s.start as usize, s.end as usize).is_ok();
        let event = match spot.event.as_ref().and_then(|e| self.find(e)) {
            Some(Item::Event(id)) => Some(id),
            _ => None,
        };
        let evidence = match spot.evidence.as_ref().and_then(|e| self.find(e)) {
            Some(Item::Actor(id)) => Evidence::Mentions(id),
            Some(Item::Article(id)) => Evidence::EventsIn(id),
            _ => Evidence::Rows,
        };
        let at = spot.at.min(evidence.len(self.store).saturating_sub(1));
        Some(Position {
            article,
            in_view: spot.in_view.filter(holds),
            event,
            cursor: if text.is_char_boundary(spot.cursor as usize) { spot.cursor } else { 0 },
            offset: spot.offset,
            evidence: (evidence, at),
        })
    }
}

pub(super) fn named(store: &Store, item: Item) -> Option<Thing> {
    let article = |id: ArticleId| store.article(id).article.id.clone();
    Some(match item {
        Item::Event(id) => {
            let event = store.event(id);
            Thing::Event { article: article(event.article), sentence: event.sentence, trigger: event.trigger }
        }
        Item::Quote(id) => {
            let quote = store.quote(id);
            Thing::Quote { article: article(quote.article), words: quote.span }
        }
        Item::Actor(id) => Thing::Actor { name: store.name(id).to_owned(), kind: store.actor(id).kind },
        Item::Article(id) => Thing::Article { article: article(id) },
        Item::Pair(a, b) => {
            let actor = |id| named(store, Item::Actor(id)).map(Box::new);
            Thing::Pair { one: actor(a)?, other: actor(b)? }
        }
        Item::Bar(Bar::Undated) => Thing::Time { days: UNDATED.to_owned(), just: false },
        Item::Bar(Bar::Gap(_)) => return None,
        Item::Bar(bar) => Thing::Time { days: bar.days()?.name(), just: matches!(bar, Bar::Just(_)) },
    })
}

fn saved(store: &Store, display: Display) -> SavedDisplay {
    let actor = |id: ActorId| named(store, Item::Actor(id));
    SavedDisplay {
        reports: display.events == EventsAs::Reports,
        grain: display.grain.map(|g| g.name().to_owned()),
        lanes: display.timeline == TimelineAs::Lanes,
        bin: display.bin,
        centre: display.centre.and_then(actor),
        matrix: display.network == NetworkAs::Matrix,
        column: display.column,
        pair: display.pair.and_then(|(a, b)| actor(a).zip(actor(b))),
    }
}

pub(super) fn spot(store: &Store, place: &Place) -> Spot {
    let name = |item: Option<Item>| item.and_then(|i| named(store, i));
    let source = place.source.as_ref().map(|s| SourceSpot {
        article: store.article(s.article).article.id.clone(),
        in_view: s.in_view,
        event: name(s.event.map(Item::Event)),
        cursor: s.cursor,
        offset: s.offset,
        evidence: match s.evidence.0 {
            Evidence::Mentions(actor) => name(Some(Item::Actor(actor))),
            Evidence::EventsIn(article) => name(Some(Item::Article(article))),
            _ => None,
        },
        at: s.evidence.1,
    });
    Spot {
        view: place.view.name().to_owned(),
        pane: place.focus as usize,
        shape: saved(store, place.display),
        filter: place.filter.clone(),
        order: place.order,
        row: name(place.row.0),
        row_offset: place.row.1,
        detail: name(place.detail.0),
        link: place.detail.1,
        detail_offset: place.detail.2,
        source,
    }
}
