//! What is no event after all: figures of speech, accidents, contests, what a sentence tells twice.

pub(crate) mod duplicates;
pub(crate) mod figurative;
#[cfg(test)]
mod tests;
