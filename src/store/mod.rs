//! The findings of all articles, joined: arenas by id, postings, one actor for one person whatever
//! the article, orders and queries.
//!
//! A [`Store`] only grows. [`Store::append`] takes articles with their findings in input order and
//! costs time in the size of those findings alone, so an explorer can show what is there while the
//! rest is still being read. Readers and the loader share it through a [`SharedStore`], a lock the
//! loader holds for a few milliseconds a batch: nothing is copied to publish what was added, and
//! every id, slice index and order a reader remembers stays valid, for rows are never moved or
//! taken away. (Snapshots of chunked arenas were the other way; the postings of an actor would then
//! lie in as many pieces as there were batches, and every reader would have to merge them.)
//!
//! Ids are given in input order, so the same input makes the same store however many threads
//! extracted it.

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
    /// Of actors that act for another: the article that says so first, and by which words.
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

/// What an actor did, met, said and is named in: one list an actor, in order of the input.
#[derive(Debug, Default)]
struct ActorPostings {
    acts: Postings<EventId>,
    receives: Postings<EventId>,
    claims: Postings<EventId>,
    said: Postings<QuoteId>,
    about: Postings<QuoteId>,
    mentions: Postings<MentionId>,
}
