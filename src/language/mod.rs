//! Text → sentences, tokens, tags, dependency tree and named spans.
//!
//! [`Analyser::analyse`] is the one entrance: it takes an article's text and returns an
//! [`Analysis`], the tree that all extraction rules run over. Token numbers are document-wide:
//! heads and children are numbers of the same list, in text order.

mod analysis;
mod builder;
mod deprel;
pub mod gazetteer;
mod lemma;
mod lines;
mod sentences;
mod tables;
mod tags;
mod tokens;

pub use analysis::{Analysis, Name, Paragraph, Sentence, Token};
pub use builder::{AnalysisBuilder, Parse};
pub use deprel::Deprel;
pub use tags::{Upos, Xpos};
pub use tokens::{Gap, RawToken, tokenise};

/// Turns texts into [`Analysis`]es. Holds scratch memory, so keep one a thread; the models behind it
/// are loaded once for the whole program.
#[derive(Debug, Default)]
pub struct Analyser {}

impl Analyser {
    /// An analyser over the embedded models.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Analyses one text. Total: any string gives tokens that tile its non-blank characters.
    pub fn analyse<'t>(&mut self, text: &'t str) -> Analysis<'t> {
        AnalysisBuilder::new(text).finish()
    }
}
