//! The named spans that are printed: what the name tagger found, and the names that only the
//! article as a whole gives away.

use crate::extract::layout::{Block, Layout};
use crate::extract::names::orthography::is_shouted;
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::{Analysis, Name};
use crate::lexicon::names::NameWords;
use crate::model::{Entity, EntityKind};
use crate::rules;

/// Named spans in order of the text. The tagger decides on spans and kinds; persons, states and
/// peoples that reading the whole article found beside its names are added.
///
/// What the site says names nobody; where a rule decided what the tagger's very words are, its kind counts.
pub(crate) fn of(analysis: &Analysis<'_>, layout: &Layout, names: &[NameSpan]) -> Vec<Entity> {
    let read = |at: usize| layout.block(analysis.paragraph_of(at)) != Block::Boilerplate;
    let mut tagged = analysis.names().iter().filter(|t| read(t.tokens.start)).peekable();
    let kind_of = |t: &Name, name: Option<&NameSpan>| match name {
        _ if are_letters_behind(analysis, t) => EntityKind::Other,
        // "First Degree Murder"
        Some(name)
            if matches!(name.sense, Sense::Other)
                && name.tokens.end == t.tokens.end
                && t.tokens.contains(&name.tokens.start) =>
        {
            EntityKind::Other
        }
        Some(name) if name.tokens == t.tokens => match (t.kind, name.entity_kind()) {
            // "Georgia" with a governor; "Israel Katz"
            (EntityKind::Country, kind @ (EntityKind::Place | EntityKind::Person)) => kind,
            // "Harlan Dexter Holdings Ltd."
            (EntityKind::Person, EntityKind::Organisation)
                if name.rule == &rules::names::HEAD_WORD || name.rule == &rules::names::SHORT_OF_A_COMPANY =>
            {
                EntityKind::Organisation
            }
            _ => t.kind,
        },
        _ => t.kind,
    };
    let mut out = Vec::with_capacity(names.len());
    let mut free_from = 0;
    for name in names.iter().filter(|n| read(n.tokens.start)) {
        while let Some(t) = tagged.next_if(|t| t.tokens.start < name.tokens.end) {
            out.push(Entity { span: analysis.span_of(t.tokens.clone()), kind: kind_of(t, Some(name)) });
            free_from = t.tokens.end;
        }
        let kind = name.entity_kind();
        let sure = matches!(kind, EntityKind::Person | EntityKind::Country | EntityKind::Demonym | EntityKind::Place);
        // in headings of capitals any word looks like a person
        let shouted = kind == EntityKind::Person && name.tokens.clone().all(|i| is_shouted(analysis.word(i)));
        if name.tokens.start >= free_from && sure && !shouted {
            out.push(Entity { span: analysis.span_of(name.tokens.clone()), kind });
        }
    }
    out.extend(tagged.map(|t| Entity { span: analysis.span_of(t.tokens.clone()), kind: kind_of(t, None) }));
    out
}

/// "Ann Park, CBE": a degree or an honour behind a comma.
fn are_letters_behind(analysis: &Analysis<'_>, name: &Name) -> bool {
    let first = name.tokens.start;
    let comma = first.checked_sub(1).is_some_and(|i| analysis.word(i) == ",");
    let letters = |i: usize| {
        let bare: String = analysis.lower(i).chars().filter(|&c| c != '.').collect();
        NameWords::LettersBehindNames.has(&bare) && analysis.word(i) != analysis.lower(i)
    };
    comma && name.tokens.len() == 1 && letters(first)
}

#[cfg(test)]
mod tests {
    use crate::extract::names::entities::*;
    use crate::extract::names::{disambiguate, scan};
    use crate::language::Analyser;

    #[test]
    fn every_name_is_printed_once_in_order() {
        let text =
            "President Vladimir Putin met Angela Merkel in Moscow. Merkel praised Putin's offer, the Kremlin said.";
        let analysis = Analyser::new().analyse(text);
        let layout = crate::extract::layout::read(&analysis);
        let entities = of(&analysis, &layout, &disambiguate::settle(&analysis, scan::read(&analysis)));
        assert!(entities.windows(2).all(|w| w[0].span.end <= w[1].span.start), "{entities:?}");
        let shown: Vec<_> = entities.iter().map(|e| (e.span.of(text), e.kind)).collect();
        for name in ["Vladimir Putin", "Angela Merkel", "Merkel", "Putin"] {
            assert!(shown.contains(&(name, EntityKind::Person)), "{name} in {shown:?}");
        }
        assert!(shown.contains(&("Moscow", EntityKind::Place)), "{shown:?}");
    }
}
