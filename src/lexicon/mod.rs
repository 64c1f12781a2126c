//! Tables of words that the stages of extraction ask, read once from `assets/`.

pub mod dates;
pub mod heads;
pub(crate) mod names;
pub mod prepositions;
pub mod speech;
pub mod table;
pub mod temporal;
pub mod word_sets;
