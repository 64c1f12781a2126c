//! Quotation marks paired into quotations, before anybody asks who speaks.

use crate::extract::layout::Layout;
use crate::language::Analysis;
use crate::model::Span;

/// A stretch of text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// True where it stands inside another quotation.
    pub nested: bool,
}

/// Pairs the marks of a text.
#[must_use]
pub fn find(_analysis: &Analysis<'_>, _layout: &Layout) -> Vec<Quotation> {
    Vec::new()
}
