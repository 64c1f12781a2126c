//! Word lists of `assets/language`, read once.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::table::{lines, pairs};

/// A list of words.
pub(crate) type Words = FxHashSet<&'static str>;

/// Whether a full stop after a word belongs to it, and whether the word can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A name follows ("Gen. Kellogg").
    Title,
    /// An abbreviation only before a number ("No. 5").
    Number,
    /// An abbreviation only where it is capitalised ("Sat.").
    Proper,
    /// What follows decides.
    Plain,
}

pub(crate) static ABBREVIATIONS: LazyLock<FxHashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    pairs(include_str!("../../assets/language/abbreviations.tsv"))
        .map(|(word, habit)| {
            let habit = match habit {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "proper" => Abbreviation::Proper,
                _ => Abbreviation::Plain,
            };
            (word, habit)
        })
        .collect()
});

pub(crate) static PREFIXES: LazyLock<Words> =
    LazyLock::new(|| lines(include_str!("../../assets/language/prefixes.txt")).collect());

pub(crate) static UNITS: LazyLock<Words> =
    LazyLock::new(|| lines(include_str!("../../assets/language/units.txt")).collect());

pub(crate) static STARTERS: LazyLock<Words> =
    LazyLock::new(|| lines(include_str!("../../assets/language/starters.txt")).collect());

pub(crate) static ATTRIBUTION: LazyLock<Words> =
    LazyLock::new(|| lines(include_str!("../../assets/language/attribution.txt")).collect());

/// Names of firms that end in a possessive sign: "Macy's".
pub(crate) static BRANDS: LazyLock<Words> =
    LazyLock::new(|| lines(include_str!("../../assets/language/brands.txt")).collect());

/// Words split without an apostrophe, with the length of the first part.
pub(crate) static FUSED: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
    pairs(include_str!("../../assets/language/fused.tsv")).filter_map(|(w, n)| Some((w, n.parse().ok()?))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_without_duplicates_and_well_formed() {
        for table in [
            include_str!("../../assets/language/abbreviations.tsv"),
            include_str!("../../assets/language/prefixes.txt"),
            include_str!("../../assets/language/units.txt"),
            include_str!("../../assets/language/starters.txt"),
            include_str!("../../assets/language/attribution.txt"),
            include_str!("../../assets/language/brands.txt"),
            include_str!("../../assets/language/fused.tsv"),
            include_str!("../../assets/language/irregular-verbs.tsv"),
            include_str!("../../assets/language/irregular-nouns.tsv"),
            include_str!("../../assets/language/irregular-adjectives.tsv"),
            include_str!("../../assets/language/verbs-in-e.txt"),
            include_str!("../../assets/language/verbs-without-e.txt"),
        ] {
            let all: Vec<_> = lines(table).collect();
            assert!(all.windows(2).all(|w| w[0] < w[1]), "not sorted: {:?}", all.windows(2).find(|w| w[0] >= w[1]));
        }
        assert_eq!(lines(include_str!("../../assets/language/fused.tsv")).count(), FUSED.len());
        for (word, habit) in pairs(include_str!("../../assets/language/abbreviations.tsv")) {
            assert!(matches!(habit, "title" | "number" | "proper" | "plain"), "{word}: unknown habit {habit}");
        }
    }
}
