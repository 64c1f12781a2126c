//! Who said what: direct speech between marks, reported clauses, transcripts' turns.

pub mod marks;

use self::marks::Quotation;
use super::actors::Actors;
use super::layout::Layout;
use crate::language::Analysis;
use crate::model::Quote;

/// Finds the speech of an article and gives it its speakers.
#[must_use]
pub fn attribute(
    _analysis: &Analysis<'_>,
    _layout: &Layout,
    _quotations: &[Quotation],
    _actors: &mut Actors,
) -> Vec<Quote> {
    Vec::new()
}
