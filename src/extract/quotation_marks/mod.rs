//! Quotation marks paired into quotations, before anybody asks who speaks.
//!
//! One pass over the marks of a text with a stack that never bails out: a mark that fits nowhere is
//! passed over, a quotation that is never closed ends with its sentence or paragraph, and a mark
//! repeated at the head of each paragraph carries one quotation through all of them.

pub(crate) mod pair;
pub(crate) mod scan;

use crate::extract::layout::{Block, Layout};
use crate::language::Analysis;
use crate::model::Span;
use crate::rules;

/// A stretch of text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// True where it stands inside another quotation.
    pub nested: bool,
    /// False where its closing mark is missing.
    pub closed: bool,
    /// True where it goes on with the quotation before it: the paragraph before ended with no
    /// closing mark and this one repeats the opening mark.
    pub continues: bool,
}

/// Pairs the marks of a text; the result is in order of the opening marks.
#[must_use]
pub fn find(analysis: &Analysis<'_>, layout: &Layout) -> Vec<Quotation> {
    let paragraphs = analysis.paragraphs();
    let read: Vec<Span> =
        (0..paragraphs.len()).filter(|&p| layout.block(p) != Block::Boilerplate).map(|p| paragraphs[p].span).collect();
    let found = pair::quotations(analysis.text(), &read);
    for q in &found {
        if q.continues {
            analysis.fired(&rules::marks::CARRIED_ON, q.outer);
        }
        if q.nested {
            analysis.fired(&rules::marks::NESTED, q.outer);
        }
        if q.outer.start == q.inner.start {
            analysis.fired(&rules::marks::LOST_OPENING, q.outer);
        }
        if !q.closed {
            analysis.fired(&rules::marks::UNCLOSED, q.outer);
        }
    }
    found
}
