//! Finding: actors by any of their names, words in the articles' texts.
//!
//! [`Finder`] ranks names for a pattern that is being typed, [`text::Words`] looks words up in
//! articles.

mod finder;
mod fold;
mod names;
mod prefix_index;
mod rank;
pub mod text;

pub use finder::{Finder, Hit, Match};
pub use names::{Names, NamesBuilder, Owner};
