//! One article → its findings, pure and total: any text in, findings and warnings out.
//!
//! [`repair`] mends damaged text; then run the passes that [`pipeline`] lists, each one function from what came before
//! to its own part of the [`Findings`]; spans come back as bytes of the text as it was.

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

use self::actors::Actors;
use self::dates::Dates;
use self::layout::Layout;
use self::repair::repair;
use crate::language::{Analyser, Analysis};
use crate::model::{Article, Event, Findings, Fire, Quote};

/// Whether fires that leave no trace in the findings are recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fires {
    Seen,
    Unseen,
}

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
        self.run(article, Fires::Unseen, events::find).0
    }

    /// Everything found in one article, and which rules fired that leave no trace in the findings.
    pub fn extract_with_fires(&mut self, article: &Article) -> (Findings, Vec<Fire>) {
        self.run(article, Fires::Seen, events::find)
    }

    /// Everything found in one article, and for each event the signs that its confidence is weighed from.
    pub fn extract_with_signs(&mut self, article: &Article) -> (Findings, Vec<Vec<String>>) {
        let mut signs = Vec::new();
        let (findings, _) = self.run(article, Fires::Unseen, |analysis, layout, actors, quotes, dates| {
            let (events, shown) = events::find_with_signs(analysis, layout, actors, quotes, dates);
            signs = shown;
            events
        });
        (findings, signs)
    }

    /// Repairs the article's text where it is damaged, runs the passes over it, and moves what they found to the
    /// bytes of the text as it was.
    fn run(
        &mut self,
        article: &Article,
        fires: Fires,
        find_events: impl FnOnce(&Analysis<'_>, &Layout, &mut Actors, &[Quote], &Dates) -> Vec<Event>,
    ) -> (Findings, Vec<Fire>) {
        let repaired = repair(&article.text, &self.analyser);
        let read = repaired.as_ref().map(|r| Article { text: r.text.as_str().into(), ..article.clone() });
        let read = read.as_ref().unwrap_or(article);
        let analysis = self.analyser.analyse(&read.text);
        if fires == Fires::Seen {
            analysis.fires().start();
        }
        let mut findings = pipeline::run(read, &analysis, find_events);
        let mut fires = if fires == Fires::Seen { analysis.fires().take() } else { Vec::new() };
        if let Some(repaired) = &repaired {
            repaired.map(&mut findings);
            repaired.map_fires(&mut fires);
        }
        (findings, fires)
    }

    /// What the [judge](events) would be asked about one article: what it learns from. The text is read as it is, so
    /// that tokens are those that the teacher labelled.
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
