//! What a word looks like: capitals, initials, particles of names.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::Analysis;
use crate::language::gazetteer::Gazetteer;
use crate::lexicon::names::NameWords;

/// True for a word that begins with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// True for a word of two letters or more, all capitals ("NATO", "U.S.").
pub(crate) fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains(char::is_lowercase)
}

/// True for "J." and "J".
pub(crate) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && matches!((chars.next(), chars.next()), (None | Some('.'), None))
}

/// True for initials written together, "H.W." and "J.R.R."; none for "U.S." and other names of the gazetteer.
pub(crate) fn is_initials(word: &str) -> bool {
    let parts = word.trim_end_matches('.').split('.');
    let letters =
        parts.clone().count() > 1 && parts.clone().all(|p| p.chars().count() == 1 && p.starts_with(char::is_uppercase));
    if !letters {
        return false;
    }
    let lower = word.to_lowercase();
    Gazetteer::get().longest(|k| (k == 0).then_some((word, &lower[..]))).is_none()
}

/// True for the little words inside names of people ("bin", "van", "al").
pub(crate) fn is_particle(lower: &str) -> bool {
    NameWords::Particles.has(lower)
}

/// True for what follows a name without being its last part ("Jr.", "III").
pub(crate) fn is_generation(word: &str) -> bool {
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV" | "VI" | "VII" | "XVI" | "XIV")
}

/// True for words that no name of one word is, and that no name but a known one begins with: a
/// capital on them marks a sentence's start or a heading.
pub(crate) fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.contains(lower)
}

/// The lines of a table of words.
fn words(table: &'static str) -> FxHashSet<&'static str> {
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
}

static FUNCTION_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../assets/lexicons/function-words.txt")));
static NEVER_ALONE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../assets/lexicons/never-alone.txt")));

static CRAFT_NOUNS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../assets/lexicons/craft-nouns.txt")));

static SCRAPED_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../assets/lexicons/scraped-words.txt")));

/// True for words, in lower case, that a web page leaves between an article's sentences.
pub(crate) fn is_scraped(lower: &str) -> bool {
    SCRAPED_WORDS.contains(lower)
}

/// True for nouns beside which a name is a ship's or a weapon's.
pub(crate) fn is_craft_noun(lemma: &str) -> bool {
    CRAFT_NOUNS.contains(lemma)
}

/// True for words that a capital alone makes no name of ("Act", "Federal").
pub(crate) fn is_never_alone(lower: &str) -> bool {
    NEVER_ALONE.contains(lower)
}

/// True for the words, in lower case, that close the name of a company and say what it is in law.
pub(crate) fn is_company_form(lower: &str) -> bool {
    let bare = lower.trim_end_matches('.');
    NameWords::CompanyForms.has(bare) || matches!(bare, "a/s" | "s.a" | "s.p.a")
}

/// True for a hyphen or slash that joins parts of one word.
pub(crate) fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑")
}

/// True for a possessive clitic.
pub(crate) fn is_possessive(lower: &str) -> bool {
    matches!(lower, "'s" | "'")
}

/// True where token `i` touches the token before it.
pub(crate) fn touches(analysis: &Analysis<'_>, i: usize) -> bool {
    i > 0 && analysis.span(i - 1).end == analysis.span(i).start
}

/// True where most words of `tokens` begin with a capital, as in headings: capitals tell nothing there.
pub(crate) fn is_title_case(analysis: &Analysis<'_>, tokens: std::ops::Range<usize>) -> bool {
    let (mut words, mut capitals, mut long, mut long_capitals) = (0, 0, 0, 0);
    for i in tokens {
        let word = analysis.word(i);
        if word.starts_with(char::is_alphabetic) {
            let capital = is_capital(word);
            words += 1;
            capitals += usize::from(capital);
            if word.len() > 4 {
                long += 1;
                long_capitals += usize::from(capital);
            }
        }
    }
    words > 3 && capitals * 10 >= words * 6 && long_capitals * 10 >= long * 9
}

/// True for a heading: a sentence in Title Case without a stop, in a text that has others. What stands alone, like a list
/// or a table of names, is none.
pub(crate) fn is_heading(analysis: &Analysis<'_>, tokens: std::ops::Range<usize>) -> bool {
    let sentences = analysis.sentences().len();
    let stopped = tokens.end > tokens.start && matches!(analysis.word(tokens.end - 1), "." | "\"" | "”");
    sentences > 1 && (sentences > 4 || !stopped) && is_title_case(analysis, tokens)
}

#[cfg(test)]
mod tests {
    use crate::extract::names::orthography::*;

    #[test]
    fn tables_of_words_are_sorted_and_in_lower_case() {
        for table in [
            include_str!("../../../assets/lexicons/function-words.txt"),
            include_str!("../../../assets/lexicons/never-alone.txt"),
            include_str!("../../../assets/lexicons/craft-nouns.txt"),
            include_str!("../../../assets/lexicons/scraped-words.txt"),
        ] {
            let lines: Vec<_> = table.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(lines.windows(2).all(|w| w[0] < w[1]), "out of order or doubled");
            assert!(lines.iter().all(|l| **l == l.to_lowercase()));
        }
        assert!(is_function_word("however") && !is_function_word("kremlin"));
        assert!(is_never_alone("act") && !is_never_alone("kremlin"));
    }

    #[test]
    fn shapes_of_words() {
        assert!(is_initial("J.") && is_initial("W") && !is_initial("Jo"));
        assert!(is_initials("H.W.") && is_initials("J.R.R") && !is_initials("U.S.") && !is_initials("J."));
        assert!(is_shouted("U.S.") && is_shouted("NATO") && !is_shouted("I") && !is_shouted("Nato"));
    }
}
