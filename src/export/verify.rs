//! Checks whether an exhibit is still in its source.

use std::fmt;

use super::exhibit::{Exhibit, Hashed, hash_of};
use crate::model::Article;

/// The result of checking an exhibit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The words are at the same place in an identical source.
    Ok,
    /// The words are in the source, but at another place, or the source has changed elsewhere.
    Moved,
    /// The source exists, but no longer contains the words.
    Changed,
    /// The source cannot be found.
    Missing,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Ok => "OK",
            Self::Moved => "MOVED",
            Self::Changed => "CHANGED",
            Self::Missing => "MISSING",
        })
    }
}

/// Checks an exhibit against the current version of its article; `file_hash` is the hash of the article's file,
/// if it has one.
#[must_use]
pub fn check(exhibit: &Exhibit, article: Option<&Article>, file_hash: Option<&str>) -> Verdict {
    let Some(article) = article else { return Verdict::Missing };
    let in_place = exhibit.span_in(article).is_some_and(|s| s.of(&article.text) == exhibit.words);
    let same_source = match exhibit.hashed {
        Hashed::File => file_hash == Some(exhibit.sha256.as_str()),
        Hashed::Text => hash_of(article.text.as_bytes()) == exhibit.sha256,
    };
    match (in_place, same_source) {
        (true, true) => Verdict::Ok,
        (true, false) => Verdict::Moved,
        (false, _) if !exhibit.words.is_empty() && article.text.contains(&exhibit.words) => Verdict::Moved,
        (false, _) => Verdict::Changed,
    }
}
