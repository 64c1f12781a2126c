//! Files, folders, JSON lines and the embedded seeds → [`Article`]s.
//!
//! [`plan`] lists what is there without reading it: every file below the given paths is an [`Item`]
//! with its size, or one that already knows why it will not be read. [`Item::read`] then yields, one
//! after the other, the articles of an item and a [`Skipped`] for everything that is none: no file
//! and no line disappears without a reason. Items are independent and `Send`, so threads can share
//! them out; ids depend on the plan alone, never on the order of reading.

mod decode;
mod error;
mod format;
mod front_matter;
mod item;
mod jsonl;
mod published;
mod seeds;
mod walk;

pub use error::{Reason, Skipped};
pub use item::{Item, Reads};
pub use jsonl::Lines;
pub use published::parse_day;
pub use seeds::seeds;
pub use walk::plan;

use crate::model::Article;

/// One thing that reading an item brought to light.
#[derive(Clone, Debug)]
pub enum Read {
    /// An article.
    Article(Article),
    /// Something that is no article, and why.
    Skipped(Skipped),
}

/// Bytes of the longest text taken as one article: spans and screens are made for articles, not for
/// dumps, and everything found in a text is held in memory beside it.
pub const LONGEST_ARTICLE: u64 = 64 << 20;
