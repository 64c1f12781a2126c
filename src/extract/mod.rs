//! One article → its findings, pure and total: any text in, findings and warnings out.
//!
//! The stages, in order: layout (which paragraphs are prose), quotation marks, dates, actors,
//! quotes, events. Each is one function from what came before to its own part of the [`Findings`].

pub mod actors;
pub mod book;
pub mod dates;
pub mod events;
mod family;
pub mod layout;
pub mod quotes;

pub use self::family::family_name;
use crate::language::{Analyser, Analysis};
use crate::model::{Article, Event, Findings, Fire, Quote, Warning};

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
        let analysis = self.analyser.analyse(&article.text);
        run(article, &analysis, events::find)
    }

    /// Everything found in one article, and which rules fired that leave no trace in the findings.
    pub fn extract_with_fires(&mut self, article: &Article) -> (Findings, Vec<Fire>) {
        let analysis = self.analyser.analyse(&article.text);
        analysis.fires().start();
        let findings = run(article, &analysis, events::find);
        (findings, analysis.fires().take())
    }

    /// Everything found in one article, and for each event the signs that its confidence is weighed from.
    pub fn extract_with_signs(&mut self, article: &Article) -> (Findings, Vec<Vec<String>>) {
        let analysis = self.analyser.analyse(&article.text);
        let mut signs = Vec::new();
        let findings = run(article, &analysis, |analysis, layout, actors, quotes, dates| {
            let (events, shown) = events::find_with_signs(analysis, layout, actors, quotes, dates);
            signs = shown;
            events
        });
        (findings, signs)
    }
}

/// The stages; the last one is given.
fn run<'t>(
    article: &Article,
    analysis: &Analysis<'t>,
    find_events: impl FnOnce(&Analysis<'t>, &layout::Layout, &mut actors::Actors, &[Quote], &dates::Dates) -> Vec<Event>,
) -> Findings {
    let layout = layout::read(analysis);
    let dates = dates::find(article, analysis, &layout);
    let quotations = quotes::marks::find(analysis, &layout);
    let mut actors = actors::find(analysis, &layout, &quotations, article.title.as_deref());
    let quotes = quotes::attribute(analysis, &layout, &quotations, &mut actors);
    let events = find_events(analysis, &layout, &mut actors, &quotes, &dates);
    let words = analysis.tokens().iter().filter(|t| t.span.of(analysis.text()).contains(char::is_alphanumeric)).count();
    let warnings = article.notes.iter().map(|note| Warning { message: note.clone(), span: None }).collect();
    let (actors, entities) = actors.into_findings();
    Findings {
        document_date: dates.document,
        title: layout.title,
        entities,
        actors,
        quotes,
        dates: dates.exprs,
        events,
        warnings,
        words: words as u32,
    }
}
