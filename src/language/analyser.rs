//! The whole way from text to analysis.

use std::sync::LazyLock;

use super::builder::{AnalysisBuilder, Parse};
use super::features::{ArcFeatures, Features, PAD_AFTER, PAD_BEFORE, Word};
use super::model::Reader;
use super::parser::{Parser, State};
use super::tagger::Tagger;
use super::{Analysis, Deprel};

/// The embedded weights.
#[derive(Debug, Default)]
pub(crate) struct Models {
    pub tagger: Tagger,
    pub parser: Parser,
}

impl Models {
    /// Reads the weights' file; `None` where it is damaged.
    pub(crate) fn read(trees: &[u8]) -> Option<Self> {
        let mut r = Reader::new(trees);
        Some(Self { tagger: Tagger::read(&mut r)?, parser: Parser::read(&mut r)? })
    }
}

/// Loaded by the first analyser. A test keeps the embedded file readable.
static MODELS: LazyLock<Models> =
    LazyLock::new(|| Models::read(include_bytes!("../../assets/models/trees.bin")).unwrap_or_default());

/// Turns texts into [`Analysis`]es. Holds scratch memory, so keep one a thread; the models behind it
/// are loaded once for the whole program.
#[derive(Debug)]
pub struct Analyser {
    models: &'static Models,
    words: Vec<Word>,
    tags: Vec<u8>,
    state: State,
    features: Features,
    parse: Vec<Parse>,
}

impl Default for Analyser {
    fn default() -> Self {
        Self::new()
    }
}

impl Analyser {
    /// An analyser over the embedded models.
    #[must_use]
    pub fn new() -> Self {
        Self {
            models: &MODELS,
            words: Vec::new(),
            tags: Vec::new(),
            state: State::default(),
            features: Features::new(),
            parse: Vec::new(),
        }
    }

    /// Analyses one text. Total: any string gives tokens that tile its non-blank characters.
    pub fn analyse<'t>(&mut self, text: &'t str) -> Analysis<'t> {
        let mut builder = AnalysisBuilder::new(text);
        for s in 0..builder.so_far().sentences().len() {
            self.read_sentence(builder.so_far(), s);
            builder.set_parse(s, &self.parse);
        }
        builder.finish()
    }

    /// Tags and parses sentence `s` into the scratch memory.
    fn read_sentence(&mut self, analysis: &Analysis<'_>, s: usize) {
        let Models { tagger, parser } = self.models;
        let run = analysis.sentences()[s].tokens.clone();
        self.words.clear();
        self.words.extend(PAD_BEFORE);
        self.words.extend(run.map(|i| tagger.word(analysis.word(i), analysis.lower(i))));
        self.words.extend(PAD_AFTER);
        tagger.tag(&self.words, &mut self.tags, &mut self.features);
        parser.parse(ArcFeatures::padded(&self.words, &self.tags), &mut self.state, &mut self.features);
        let len = self.state.len();
        self.parse.clear();
        self.parse.extend((1..=len).map(|i| {
            let (upos, xpos) = tagger.pair(self.tags[i as usize + 1]);
            let head = self.state.head(i);
            let head = if head == 0 || head > len { i - 1 } else { head - 1 };
            Parse { upos, xpos, head, deprel: Deprel::from_number(self.state.label(i)) }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Upos, Xpos};

    #[test]
    fn the_embedded_models_can_be_read() {
        assert!(Models::read(include_bytes!("../../assets/models/trees.bin")).is_some());
    }

    #[test]
    fn a_plain_sentence_gets_its_tree() {
        let analysis = Analyser::new().analyse("The envoy met the president in Moscow on Friday.");
        let met = 2;
        assert_eq!(analysis.root_of(0), met);
        assert_eq!((analysis.upos(met), analysis.xpos(met), analysis.lemma(met)), (Upos::Verb, Xpos::Vbd, "meet"));
        assert_eq!(analysis.child(met, &[Deprel::Nsubj]), Some(1));
        assert_eq!(analysis.child(met, &[Deprel::Obj]), Some(4));
        assert_eq!(analysis.subtree(met), 0..10);
    }
}
