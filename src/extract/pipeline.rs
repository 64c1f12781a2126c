//! The passes over one article, in their order. Its text has been repaired before ([`super::repair`]).
//!
//! [`PASSES`] says what each reads and what it writes; a test keeps the order: nothing is read before it is written.

use super::{actors, dates, layout, quotation_marks, quotes};
use crate::language::Analysis;
use crate::model::{Article, Event, Findings, Quote, Warning};

/// What passes hand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Tokens, sentences, trees, names as the models saw them.
    Analysis,
    /// What each paragraph is.
    Layout,
    /// Paired quotation marks.
    Marks,
    /// Date expressions and the article's own date.
    Dates,
    /// Actors and whom each token refers to.
    Actors,
    /// Quotes and their speakers.
    Quotes,
    /// Events.
    Events,
}

/// A pass: its name, what it reads, what it writes.
#[derive(Clone, Copy, Debug)]
pub struct PassEntry {
    /// The function that runs it.
    pub name: &'static str,
    /// What must have been written before it runs.
    pub reads: &'static [Part],
    /// What it writes. [`Part::Actors`] is written on by later passes too: they add actors that only their words name.
    pub writes: &'static [Part],
}

/// Every pass, in the order in which [`run`] calls them.
pub const PASSES: [PassEntry; 6] = [
    PassEntry { name: "layout", reads: &[Part::Analysis], writes: &[Part::Layout] },
    PassEntry { name: "dates", reads: &[Part::Analysis, Part::Layout], writes: &[Part::Dates] },
    PassEntry { name: "quotation_marks", reads: &[Part::Analysis, Part::Layout], writes: &[Part::Marks] },
    PassEntry { name: "actors", reads: &[Part::Analysis, Part::Layout, Part::Marks], writes: &[Part::Actors] },
    PassEntry {
        name: "quotes",
        reads: &[Part::Analysis, Part::Layout, Part::Marks, Part::Actors],
        writes: &[Part::Quotes, Part::Actors],
    },
    PassEntry {
        name: "events",
        reads: &[Part::Analysis, Part::Layout, Part::Dates, Part::Actors, Part::Quotes],
        writes: &[Part::Events, Part::Actors],
    },
];

/// Runs the passes; the last one is given.
pub(super) fn run<'t>(
    article: &Article,
    analysis: &Analysis<'t>,
    find_events: impl FnOnce(&Analysis<'t>, &layout::Layout, &mut actors::Actors, &[Quote], &dates::Dates) -> Vec<Event>,
) -> Findings {
    let layout = layout::read(analysis);
    let dates = dates::find(article, analysis, &layout);
    let quotations = quotation_marks::find(analysis, &layout);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_pass_reads_what_is_not_written_yet() {
        let mut written = vec![Part::Analysis];
        for pass in PASSES {
            for part in pass.reads {
                assert!(written.contains(part), "{} reads {part:?} too early", pass.name);
            }
            written.extend(pass.writes);
        }
    }

    #[test]
    fn the_list_is_what_runs() {
        let code = include_str!("pipeline.rs");
        let code = &code[code.find("pub(super) fn run").unwrap()..];
        let body = &code[code.find("Findings {").unwrap()..];
        let mut at = 0;
        for pass in PASSES {
            let call = if pass.name == "events" { "find_events(".to_owned() } else { format!("{}::", pass.name) };
            let found = body[at..].find(&call).unwrap_or_else(|| panic!("{} does not run in its place", pass.name));
            at += found + call.len();
        }
    }
}
