//! The named spans that are printed: what the name tagger found, and the names that only the
//! article as a whole gives away.

use crate::extract::names::orthography::is_shouted;
use crate::extract::names::scan::NameSpan;
use crate::language::Analysis;
use crate::model::{Entity, EntityKind};

/// Named spans in order of the text. The tagger decides on spans and kinds; persons, states and
/// peoples that reading the whole article found beside its names are added.
pub(crate) fn of(analysis: &Analysis<'_>, names: &[NameSpan]) -> Vec<Entity> {
    let mut tagged = analysis.names().iter().peekable();
    let mut out = Vec::with_capacity(names.len());
    let mut free_from = 0;
    for name in names {
        while let Some(t) = tagged.next_if(|t| t.tokens.start < name.tokens.end) {
            out.push(Entity { span: analysis.span_of(t.tokens.clone()), kind: t.kind });
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
    out.extend(tagged.map(|t| Entity { span: analysis.span_of(t.tokens.clone()), kind: t.kind }));
    out
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
        let entities = of(&analysis, &disambiguate::settle(&analysis, scan::read(&analysis)));
        assert!(entities.windows(2).all(|w| w[0].span.end <= w[1].span.start), "{entities:?}");
        let shown: Vec<_> = entities.iter().map(|e| (e.span.of(text), e.kind)).collect();
        for name in ["Vladimir Putin", "Angela Merkel", "Merkel", "Putin"] {
            assert!(shown.contains(&(name, EntityKind::Person)), "{name} in {shown:?}");
        }
        assert!(shown.contains(&("Moscow", EntityKind::Place)), "{shown:?}");
    }
}
