//! The findings of all articles, joined: arenas by id, posting lists, actors linked across articles, sort orders and
//! queries.
//!
//! A [`Store`] only grows. [`Store::append`] adds articles with their findings in input order, so that the explorer can
//! show what is there while the rest is still being read. Readers and the loader share it through a [`SharedStore`], a
//! lock that the loader holds for a few milliseconds per batch: publishing copies nothing, and every id, slice index
//! and order that a reader remembers stays valid, since rows are never moved or removed. (The alternative was snapshots
//! of chunked arenas; the posting list of an actor would then be in as many pieces as there were batches, and every
//! reader would have to merge them.)
//!
//! Ids are assigned in input order, so the same input gives the same store however many threads extracted it.

mod append;
mod calendar;
mod days;
mod event_ref;
mod fold;
mod interner;
mod linking;
mod names;
pub mod network;
mod orders;
mod postings;
pub mod query;
mod read;
mod rows;
mod shared;
mod stories;
pub mod synthetic;
#[cfg(test)]
mod tests;
pub mod timeline;
mod words;

pub use append::StoreBuilder;
pub use calendar::Calendar;
pub use days::DaySpan;
pub use event_ref::EventRef;
pub use fold::{WordPattern, fold, fold_char, fold_words};
pub use interner::Sym;
pub use network::{Matrix, Tie, Weight};
pub use orders::{ActorOrder, EventOrder};
pub use read::{ActorEvents, Companion};
pub use rows::{ActorRow, Alias, ArticleRow, DateRow, EventRow, MentionRow, Party, QuoteRow, Skipped};
pub use shared::SharedStore;
pub use stories::{Conflict, StoryRef};
pub use timeline::{Bar, Grain, Timeline, days_of_column};

use rustc_hash::FxHashMap;

use self::interner::Interner;
use self::linking::Linker;
use self::names::NameIndex;
use self::orders::Orders;
use self::postings::Postings;
use self::stories::Stories;
use self::stories::copies::Copies;
use crate::model::{ActorId, ArticleId, EventId, EventType, MentionId, QuoteId, Why};

/// All findings of all articles.
#[derive(Debug, Default)]
pub struct Store {
    interner: Interner,
    articles: Vec<ArticleRow>,
    events: Vec<EventRow>,
    parties: Vec<Party>,
    quotes: Vec<QuoteRow>,
    mentions: Vec<MentionRow>,
    dates: Vec<DateRow>,
    actors: Vec<ActorRow>,
    /// For actors that act for another: the article that says so first, and why that was concluded.
    of_why: FxHashMap<ActorId, (ArticleId, Why)>,
    aliases: Vec<Alias>,
    skipped: Vec<Skipped>,
    of_actor: ActorPostings,
    of_kind: [Vec<EventId>; EventType::ALL.len()],
    linker: Linker,
    stories: Stories,
    copies: Copies,
    names: NameIndex,
    orders: Orders,
    calendar: Calendar,
    words: u64,
    text_bytes: u64,
    revision: u64,
}

/// Posting lists per actor, each in input order.
#[derive(Debug, Default)]
struct ActorPostings {
    acts: Postings<EventId>,
    receives: Postings<EventId>,
    claims: Postings<EventId>,
    said: Postings<QuoteId>,
    about: Postings<QuoteId>,
    mentions: Postings<MentionId>,
}
