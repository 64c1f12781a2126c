//! Finding: actors by any of their names, words in the articles' texts.
//!
//! [`Finder`] ranks names for a pattern that is being typed, [`text::Words`] looks words up in
//! articles.

mod fold;
mod names;
mod rank;
pub mod text;

pub use names::{Finder, Hit, Match, Names, NamesBuilder, Owner};
