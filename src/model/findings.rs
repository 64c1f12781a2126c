//! Everything found in one article.

use std::sync::LazyLock;

use super::{Actor, DateExpr, DocumentDate, Entity, Event, LocalActorId, Quote, Span};

/// Why something was decided: the rule's name and the words that made it fire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// A rule's name, in kebab case, or empty where none was recorded.
    pub rule: &'static str,
    /// The deciding words, where they stand in the text.
    pub words: Option<Span>,
}

impl Why {
    /// A rule with no words of its own.
    #[must_use]
    pub fn rule(rule: &'static str) -> Self {
        Self { rule, words: None }
    }

    /// A rule and the words that made it fire.
    #[must_use]
    pub fn words(rule: &'static str, words: Span) -> Self {
        Self { rule, words: Some(words) }
    }

    /// What the rule says in plain words, from `assets/rules.tsv`; `None` for a rule that is not there.
    #[must_use]
    pub fn plain(&self) -> Option<&'static str> {
        let found = RULES.binary_search_by_key(&self.rule, |&(rule, _)| rule).ok()?;
        Some(RULES[found].1)
    }
}

static RULES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/rules.tsv").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).collect()
});

/// Something a reader should know about an article's findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What and what to do about it.
    pub message: String,
    /// Where, if it has a place.
    pub span: Option<Span>,
}

/// All that extraction found in one article. Ids in it are local: places in `actors`.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// The article's own date.
    pub document_date: Option<DocumentDate>,
    /// Title found in the text (a heading), byte span.
    pub title: Option<Span>,
    /// Named spans, in order, not overlapping.
    pub entities: Vec<Entity>,
    /// Actors; a [`LocalActorId`] is a place in this list.
    pub actors: Vec<Actor>,
    /// Quotes in order of the text.
    pub quotes: Vec<Quote>,
    /// Date expressions in order of the text.
    pub dates: Vec<DateExpr>,
    /// Events in order of the text.
    pub events: Vec<Event>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// Number of words read (tokens that hold a letter or digit).
    pub words: u32,
}

impl Findings {
    /// The actor behind a local id.
    #[must_use]
    pub fn actor(&self, id: LocalActorId) -> Option<&Actor> {
        self.actors.get(id.index())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_told_in_plain_words() {
        assert!(RULES.windows(2).all(|w| w[0].0 < w[1].0), "out of order or doubled");
        assert!(RULES.iter().all(|(rule, words)| !rule.is_empty() && words.contains(' ')));
        assert_eq!(Why::rule("state").plain(), Some("a state's name"));
        assert_eq!(Why::rule("no-such-rule").plain(), None);
    }
}
