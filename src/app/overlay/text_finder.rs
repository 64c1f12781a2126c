//! The text finder: words and phrases in all articles.

use super::SearchList;
use crate::model::{ArticleId, Span};

/// Finds words in the articles while one types.
#[derive(Clone, Debug, Default)]
pub struct TextFinder {
    /// The line, and where it stands in order of the input.
    pub list: SearchList<(ArticleId, Span)>,
}
