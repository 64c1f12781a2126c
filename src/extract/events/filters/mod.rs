//! What is no event after all: figures of speech, accidents, contests, what a sentence tells twice.

pub(crate) mod duplicates;
pub(crate) mod figurative;
pub(crate) mod figures;
pub(crate) mod nobody;
#[cfg(test)]
mod tests;
pub(crate) mod words;
