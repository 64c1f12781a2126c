//! Text → sentences, tokens, tags, dependency tree and named spans.
//!
//! [`Analyser::analyse`] is the one entrance: it takes an article's text and returns an
//! [`Analysis`], the tree that all extraction rules run over. Token numbers are document-wide:
//! heads and children are numbers of the same list, in text order.

mod analyser;
mod analysis;
mod builder;
mod clusters;
mod deprel;
pub(crate) mod features;
pub mod gazetteer;
pub(crate) mod hash;
mod headline;
mod lemma;
mod lines;
pub(crate) mod lists;
pub(crate) mod model;
pub(crate) mod names;
pub(crate) mod parser;
mod sentences;
mod tables;
pub(crate) mod tagger;
mod tags;
mod tokens;
pub(crate) mod words;

pub(crate) use analyser::Models;
pub use analyser::{Analyser, Depth};
pub use analysis::{Analysis, Name, Paragraph, Sentence, Token};
pub(crate) use builder::lower;
pub use builder::{AnalysisBuilder, Parse};
pub use clusters::Clusters;
pub use deprel::Deprel;
pub use tags::{Upos, Xpos};
pub use tokens::{Gap, RawToken, tokenise};
