//! One article → its findings, pure and total: any text in, findings and warnings out.
//!
//! The stages, in order: layout (which paragraphs are prose), quotation marks, dates, actors,
//! quotes, events. Each is one function from what came before to its own part of the [`Findings`].

pub mod actors;
pub mod attribution;
pub mod book;
pub mod coreference;
pub mod dates;
pub mod events;
pub mod identity;
pub mod layout;
pub mod names;
pub mod pipeline;
pub mod quotation_marks;
pub mod quotes;
pub mod repair;

use self::repair::{Repaired, repair};
use crate::language::Analyser;
use crate::model::{Article, Findings, Fire};

/// Extracts articles one after the other. Holds scratch memory: keep one a thread.
#[derive(Debug, Default)]
pub struct Extractor {
    analyser: Analyser,
}

impl Extractor {
    /// An extractor over the embedded models and lexicons.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything found in one article.
    pub fn extract(&mut self, article: &Article) -> Findings {
        let repaired = self.repaired(article);
        let read = repaired.as_ref().map_or(article, |(_, article)| article);
        let analysis = self.analyser.analyse(&read.text);
        let mut findings = pipeline::run(read, &analysis, events::find);
        if let Some((repaired, _)) = &repaired {
            repaired.map(&mut findings);
        }
        findings
    }

    /// An article with its text repaired, where that is damaged.
    fn repaired(&self, article: &Article) -> Option<(Repaired, Article)> {
        let repaired = repair(&article.text, &self.analyser)?;
        let article = Article { text: repaired.text.as_str().into(), ..article.clone() };
        Some((repaired, article))
    }

    /// Everything found in one article, and which rules fired that leave no trace in the findings.
    pub fn extract_with_fires(&mut self, article: &Article) -> (Findings, Vec<Fire>) {
        let repaired = self.repaired(article);
        let read = repaired.as_ref().map_or(article, |(_, article)| article);
        let analysis = self.analyser.analyse(&read.text);
        analysis.fires().start();
        let mut findings = pipeline::run(read, &analysis, events::find);
        let mut fires = analysis.fires().take();
        if let Some((repaired, _)) = &repaired {
            repaired.map(&mut findings);
            repaired.map_fires(&mut fires);
        }
        (findings, fires)
    }

    /// Everything found in one article, and for each event the signs that its confidence is weighed from.
    pub fn extract_with_signs(&mut self, article: &Article) -> (Findings, Vec<Vec<String>>) {
        let repaired = self.repaired(article);
        let read = repaired.as_ref().map_or(article, |(_, article)| article);
        let analysis = self.analyser.analyse(&read.text);
        let mut signs = Vec::new();
        let mut findings = pipeline::run(read, &analysis, |analysis, layout, actors, quotes, dates| {
            let (events, shown) = events::find_with_signs(analysis, layout, actors, quotes, dates);
            signs = shown;
            events
        });
        if let Some((repaired, _)) = &repaired {
            repaired.map(&mut findings);
        }
        (findings, signs)
    }

    /// What the [judge](events) would be asked about one article: what it learns from.
    pub fn judge_examples(&mut self, article: &Article) -> Vec<events::judge::SentenceExamples> {
        let analysis = self.analyser.analyse(&article.text);
        let mut examples = Vec::new();
        pipeline::run(article, &analysis, |analysis, layout, actors, quotes, _| {
            examples = events::judge_examples(analysis, layout, actors, quotes);
            Vec::new()
        });
        examples
    }
}
