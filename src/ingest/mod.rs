//! Reads files, folders, JSON lines and the embedded seeds as [`Article`]s.
//!
//! [`plan`] lists the inputs without reading them: every file below the given paths becomes an [`Item`] with its size,
//! or one that already knows why it will not be read. [`Item::read`] then yields the articles of an item one by one,
//! and a [`Skipped`] for everything else: no file or line disappears without a reason. Items are independent and
//! `Send`, so threads can divide them up; ids depend on the plan alone, never on the order of reading.

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

/// One result of reading an item.
#[derive(Clone, Debug)]
pub enum Read {
    /// An article.
    Article(Article),
    /// Something that is not an article, and why.
    Skipped(Skipped),
}

/// Size limit of one article in bytes: spans and screens are designed for articles, not for dumps, and a text is kept
/// in memory together with its findings.
pub const LONGEST_ARTICLE: u64 = 64 << 20;
