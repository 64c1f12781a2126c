//! What can be selected, opened, marked and cited.

use crate::model::{ActorId, ArticleId, EventId, QuoteId};
use crate::store::Bar;

/// A thing one can select, open, mark and cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// An event.
    Event(EventId),
    /// An actor.
    Actor(ActorId),
    /// A quote.
    Quote(QuoteId),
    /// An article.
    Article(ArticleId),
    /// Two actors and what is between them.
    Pair(ActorId, ActorId),
    /// A bar of the timeline.
    Bar(Bar),
}
