//! Date expressions, their TIMEX3 values, and the article's own date.

use super::layout::Layout;
use crate::language::Analysis;
use crate::model::{Article, DateExpr, DocumentDate};

/// The dates of one article.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    /// In order of the text.
    pub exprs: Vec<DateExpr>,
    /// The article's own date.
    pub document: Option<DocumentDate>,
}

/// Finds date expressions and the article's own date.
#[must_use]
pub fn find(_article: &Article, _analysis: &Analysis<'_>, _layout: &Layout) -> Dates {
    Dates::default()
}
