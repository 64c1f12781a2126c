//! "I" and "we" inside quotation marks: whoever is quoted.

use crate::extract::actors::Actors;
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::Analysis;
use crate::model::{MentionKind, Quote, QuoteKind, Why};
use crate::rules;

/// Lets the first persons of direct quotes refer to their speakers.
pub(crate) fn refer(a: &Analysis<'_>, actors: &mut Actors, quotes: &[Quote]) {
    for quote in quotes.iter().filter(|q| q.kind == QuoteKind::Direct) {
        let Some(speaker) = quote.speaker else { continue };
        for i in a.tokens_in(quote.span) {
            let first = CoreferenceWords::FirstPersons.has(a.lower(i));
            if first && actors.at(i).is_none() {
                actors.refer(
                    a,
                    i,
                    speaker,
                    MentionKind::Pronoun,
                    Why::rule(&rules::coreference::FIRST_PERSON_IN_QUOTE),
                );
            }
        }
    }
}
