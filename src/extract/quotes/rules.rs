//! The rules of this room in a reader's words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

static TABLE: &str = include_str!("../../../assets/lexicons/speech-rules.tsv");

static SENTENCES: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| TABLE.lines().filter(|l| !l.starts_with('#')).filter_map(|row| row.split_once('\t')).collect());

/// What a rule means, with the article's words for the speaker and the cue in their places; the
/// words are shown in quotation marks, or as "somebody" and "a word of speech" where there are none.
/// `None` for a rule that no table tells about.
#[must_use]
pub fn sentence(rule: &str, speaker: Option<&str>, cue: Option<&str>) -> Option<String> {
    let shown = |words: Option<&str>, none: &str| {
        words.map_or_else(|| none.to_owned(), |w| format!("“{}”", w.split_whitespace().collect::<Vec<_>>().join(" ")))
    };
    let told = SENTENCES.get(rule)?;
    let told = told.replace("{speaker}", &shown(speaker, "somebody")).replace("{cue}", &shown(cue, "a word of speech"));
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_rule_it_tells_of_is_one() {
        let sources = [
            include_str!("beside.rs"),
            include_str!("direct.rs"),
            include_str!("inherit.rs"),
            include_str!("mod.rs"),
            include_str!("speaker.rs"),
            include_str!("indirect/mod.rs"),
            include_str!("indirect/clause.rs"),
            include_str!("indirect/thing.rs"),
        ];
        let rules: Vec<&str> =
            TABLE.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').next().unwrap_or(l)).collect();
        assert!(rules.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
        for rule in rules {
            assert!(sources.iter().any(|s| s.contains(&format!("\"{rule}\""))), "nothing fires {rule}");
        }
    }

    #[test]
    fn a_sentence_holds_the_words_that_decided() {
        let told = sentence("quote-said-speaker", Some("the\nminister"), Some("said")).unwrap_or_default();
        assert!(told.contains("“the minister”") && told.contains("“said”"), "{told}");
        assert_eq!(sentence("no-such-rule", None, None), None);
    }
}
