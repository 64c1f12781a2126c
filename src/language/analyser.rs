//! The whole way from text to analysis.

use std::sync::LazyLock;
use std::thread;

use super::builder::{AnalysisBuilder, Parse};
use super::features::{Features, PAD_AFTER, PAD_BEFORE, Word};
use super::gazetteer::Gazetteer;
use super::model::Reader;
use super::names::{self, KINDS, NameContext, NameTagger, Sight};
use super::parser::{self, Parser, State};
use super::tagger::{Tagger, Tags};
use super::{Analysis, Deprel, Name, Upos, headline, lists};

/// The embedded weights.
#[derive(Debug, Default)]
pub(crate) struct Models {
    pub tagger: Tagger,
    pub parser: Parser,
    pub names: NameTagger,
}

impl Models {
    /// Reads the weights' files; `None` where one is damaged. The parser's rows are laid out beside the
    /// rest, on a second thread: most of the time goes into memory that is touched for the first time.
    pub(crate) fn read(trees: &[u8], names: &[u8]) -> Option<Self> {
        let mut r = Reader::new(trees);
        let mut parsers = r.clone();
        Tagger::skip(&mut parsers)?;
        thread::scope(|scope| {
            let mut beside = parsers.clone();
            let thread = thread::Builder::new().spawn_scoped(scope, move || Parser::read(&mut beside)).ok();
            let (tagger, names) = (Tagger::read(&mut r)?, NameTagger::read(&mut Reader::new(names))?);
            // a system that gives no thread has to wait
            let parser = match thread {
                Some(thread) => thread.join().ok()??,
                None => Parser::read(&mut parsers)?,
            };
            Some(Self { tagger, parser, names })
        })
    }

    /// Those of the binary.
    pub(crate) fn get() -> &'static Self {
        &MODELS
    }

    /// The weights of the binary, and beside them on a thread of its own the gazetteer, which the first
    /// text will ask for.
    fn embedded() -> Option<Self> {
        thread::scope(|scope| {
            // without a thread the first text loads it
            let _ = thread::Builder::new().spawn_scoped(scope, Gazetteer::get);
            Self::read_embedded()
        })
    }

    fn read_embedded() -> Option<Self> {
        Self::read(include_bytes!("../../assets/models/trees.bin"), include_bytes!("../../assets/models/names.bin"))
    }
}

/// Loaded by the first analyser. A test keeps the embedded file readable.
static MODELS: LazyLock<Models> = LazyLock::new(|| Models::embedded().unwrap_or_default());

/// How far an analysis goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Paragraphs, sentences, tokens and their tags.
    Tags,
    /// Dependency trees too.
    Trees,
    /// Names too: everything.
    Names,
}

/// Turns texts into [`Analysis`]es. Holds scratch memory, so keep one a thread; the models behind it
/// are loaded once for the whole program.
#[derive(Debug)]
pub struct Analyser {
    models: &'static Models,
    words: Vec<Word>,
    tags: Tags,
    state: State,
    features: Features,
    parse: Vec<Parse>,
    lists: Vec<u8>,
    sight: Sight,
    labels: Vec<u8>,
    universal: Vec<u8>,
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
        Self::with(&MODELS)
    }

    /// An analyser over other models.
    pub(crate) fn with(models: &'static Models) -> Self {
        Self {
            models,
            words: Vec::new(),
            tags: Tags::default(),
            state: State::default(),
            features: Features::new(),
            parse: Vec::new(),
            lists: Vec::new(),
            sight: Sight::default(),
            labels: Vec::new(),
            universal: Vec::new(),
        }
    }

    /// Analyses one text. Total: any string gives tokens that tile its non-blank characters.
    pub fn analyse<'t>(&mut self, text: &'t str) -> Analysis<'t> {
        self.analyse_to(text, Depth::Names)
    }

    /// Analyses one text as far as `depth`: what comes after it is left out.
    pub fn analyse_to<'t>(&mut self, text: &'t str, depth: Depth) -> Analysis<'t> {
        let mut builder = AnalysisBuilder::new(text);
        let mut names = Vec::new();
        for s in 0..builder.so_far().sentences().len() {
            self.read_sentence(builder.so_far(), s, depth);
            builder.set_parse(s, &self.parse);
            if depth >= Depth::Names {
                self.read_names(builder.so_far(), s, &mut names);
            }
        }
        if depth >= Depth::Names {
            names::agree(builder.so_far(), &mut names);
        }
        for name in names {
            builder.add_name(name);
        }
        builder.finish()
    }

    /// Tags and parses sentence `s` into the scratch memory.
    fn read_sentence(&mut self, analysis: &Analysis<'_>, s: usize, depth: Depth) {
        let Models { tagger, parser: trees, .. } = self.models;
        let run = analysis.sentences()[s].tokens.clone();
        self.words.clear();
        self.words.extend(PAD_BEFORE);
        self.words.extend(run.clone().map(|i| tagger.word(analysis.word(i), analysis.lower(i))));
        self.words.extend(PAD_AFTER);
        tagger.tag(&self.words, &mut self.tags, &mut self.features);
        headline::read_verbs(analysis, s, tagger, &mut self.words, &mut self.tags, &mut self.features);
        self.parse.clear();
        if depth < Depth::Trees {
            let tags = &self.tags.first[2..self.words.len() - 2];
            self.parse.extend(tags.iter().zip(0..).map(|(&tag, i)| {
                let (upos, xpos) = tagger.pair(tag);
                Parse { upos, xpos, head: i, deprel: Deprel::Root }
            }));
            return;
        }
        trees.parse(&self.words, &self.tags, &mut self.state);
        let lower = |i: usize| analysis.lower(run.start + i);
        parser::read_off(tagger, &self.words, &mut self.tags, &self.state, lower, &mut self.parse);
    }

    /// True where the tagger learnt a word, in lower case, as a name and hardly as anything else; `None` where it never
    /// met it.
    pub(crate) fn is_name(&self, lower: &str) -> Option<bool> {
        let facts = self.models.tagger.word(lower, lower).facts;
        let proper = |only: u8| self.models.tagger.pair(only - 1).0 == Upos::Propn;
        (facts.class > 0 || facts.only > 0).then(|| facts.only > 0 && proper(facts.only))
    }

    /// Finds the names of the sentence that was read last.
    fn read_names(&mut self, analysis: &Analysis<'_>, s: usize, found: &mut Vec<Name>) {
        let run = analysis.sentences()[s].tokens.clone();
        lists::mark(run.len(), |k| (analysis.word(run.start + k), analysis.lower(run.start + k)), &mut self.lists);
        self.models.tagger.universal(&self.tags.first, &mut self.universal);
        self.sight.see(&self.words, &self.models.names.lexicon);
        let c = NameContext { words: &self.words, tags: &self.universal, lists: &self.lists, sight: &self.sight };
        self.models.names.label(c, &mut self.labels, &mut self.features);
        found.extend(
            names::spans(&self.labels[2..2 + run.len()])
                .map(|(span, kind)| Name { tokens: run.start + span.start..run.start + span.end, kind: KINDS[kind] }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Upos, Xpos};

    #[test]
    fn the_embedded_models_can_be_read() {
        assert!(Models::embedded().is_some());
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
