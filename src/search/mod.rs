//! Search: actors by any of their names, and full text.
//!
//! [`Finder`] ranks names against a pattern as it is typed; [`text::Words`] searches articles for words.

mod finder;
mod fold;
mod names;
mod prefix_index;
mod rank;
pub mod text;

pub use finder::{Finder, Hit, Match};
pub use names::{Names, NamesBuilder, Owner};
