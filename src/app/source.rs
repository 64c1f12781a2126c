//! The source pane: an article's text, the sentence in view, and the way through the evidence.

use std::sync::Arc;

use super::annotations::{Annotations, Thing};
use super::wrap::WrapTable;
use crate::model::{ActorId, ArticleId, EventId, Span};
use crate::store::Store;

/// What n and N go through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// The rows of the list.
    #[default]
    Rows,
    /// All mentions of an actor.
    Mentions(ActorId),
    /// The events of an article.
    EventsIn(ArticleId),
    /// Events of two actors, or of a time.
    Events(Arc<Vec<EventId>>),
    /// Places where a phrase was found.
    Matches(Arc<Vec<(ArticleId, Span)>>),
}

impl Evidence {
    /// How many pieces there are, the list's rows not counted.
    #[must_use]
    pub fn len(&self, store: &Store) -> usize {
        match self {
            Self::Rows => 0,
            Self::Mentions(actor) => store.mentions_of(*actor).len(),
            Self::EventsIn(article) => store.events_in(*article).len(),
            Self::Events(all) => all.len(),
            Self::Matches(all) => all.len(),
        }
    }

    /// Where a piece stands, and which event it proves.
    #[must_use]
    pub fn get(&self, store: &Store, at: usize) -> Option<(ArticleId, Span, Option<EventId>)> {
        match self {
            Self::Rows => None,
            Self::Mentions(actor) => {
                let mention = store.mention(*store.mentions_of(*actor).get(at)?);
                Some((mention.article, mention.span, None))
            }
            Self::EventsIn(article) => {
                let event = store.event(store.events_in(*article).nth(at)?);
                Some((*article, event.sentence, Some(event.id)))
            }
            Self::Events(all) => {
                let event = store.event(*all.get(at)?);
                Some((event.article, event.sentence, Some(event.id)))
            }
            Self::Matches(all) => all.get(at).map(|&(article, span)| (article, span, None)),
        }
    }
}

/// Where the source pane is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Its article.
    pub article: ArticleId,
    /// The words in view.
    pub in_view: Option<Span>,
    /// The event whose words are lit.
    pub event: Option<EventId>,
    /// The byte under the cursor.
    pub cursor: u32,
    /// The first row shown.
    pub offset: usize,
    /// What n and N go through, and which piece this is.
    pub evidence: (Evidence, usize),
}

/// The source pane.
#[derive(Clone, Debug, Default)]
pub struct SourcePane {
    /// The article shown.
    pub article: Option<ArticleId>,
    /// Its rows.
    pub table: Arc<WrapTable>,
    /// What it holds.
    pub annotations: Arc<Annotations>,
    /// The words in view: a sentence, a quote, a mention, a match.
    pub in_view: Option<Span>,
    /// The event whose trigger and parties are lit.
    pub event: Option<EventId>,
    /// The byte under the cursor.
    pub cursor: u32,
    /// The first row shown.
    pub offset: usize,
    /// What n and N go through.
    pub evidence: Evidence,
    /// Which piece of it this is.
    pub at: usize,
    /// True from opening the jump hints to the letter that follows.
    pub hints: bool,
    pub(super) made_for: Option<(ArticleId, usize)>,
    pub(super) kept: Vec<((ArticleId, usize), Arc<WrapTable>)>,
}

/// Columns left of the text: the bar of the sentence in view, and paragraph numbers where there is room.
#[must_use]
pub fn gutter(inner_width: usize) -> usize {
    if inner_width >= 48 { 6 } else { 2 }
}

impl SourcePane {
    /// Where it is; `None` where it shows nothing.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        Some(Position {
            article: self.article?,
            in_view: self.in_view,
            event: self.event,
            cursor: self.cursor,
            offset: self.offset,
            evidence: (self.evidence.clone(), self.at),
        })
    }

    /// What the cursor stands on: what holds its byte, or the first thing after it on its row.
    #[must_use]
    pub fn under_cursor(&self) -> Option<(Span, Thing)> {
        self.annotations.thing_at(self.cursor).or_else(|| {
            let row = self.table.rows().get(self.table.row_of(self.cursor))?;
            self.annotations.stops.within(self.cursor, row.end).next()
        })
    }
}
