//! Who did what to whom: frames over trees.

use super::actors::Actors;
use super::dates::Dates;
use super::layout::Layout;
use crate::language::Analysis;
use crate::model::{Event, Quote};

/// Finds the events of an article.
#[must_use]
pub fn find(
    _analysis: &Analysis<'_>,
    _layout: &Layout,
    _actors: &mut Actors,
    _quotes: &[Quote],
    _dates: &Dates,
) -> Vec<Event> {
    Vec::new()
}
