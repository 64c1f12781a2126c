//! Clusters of words used alike, for what learns over trees.

use super::analyser::Models;
use super::names::NameLexicon;

/// The clusters that the name tagger's lexicon holds.
#[derive(Clone, Copy, Debug)]
pub struct Clusters(&'static NameLexicon);

impl Clusters {
    /// Those of the embedded models.
    #[must_use]
    pub fn get() -> Self {
        Self(&Models::get().names.lexicon)
    }

    /// The cluster of the word whose small letters have this hash, below 1024, and the group of clusters that it
    /// belongs to; zeros for unknown words.
    #[must_use]
    pub fn of(self, word: u32) -> (u16, u8) {
        let facts = self.0.facts(word);
        (facts.fine, facts.coarse)
    }
}
