//! What a word looks like: capitals, initials, particles of names.

use crate::language::Analysis;

/// True for a word that begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// True for a word of two letters or more, all capitals ("NATO", "U.S.").
pub(super) fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.contains(char::is_lowercase)
}

/// True for "J." and "J".
pub(super) fn is_initial(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && matches!((chars.next(), chars.next()), (None | Some('.'), None))
}

/// True for the little words inside names of people ("bin", "van", "al").
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "al" | "bin"
            | "bint"
            | "ibn"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "da"
            | "di"
            | "do"
            | "dos"
            | "del"
            | "la"
            | "le"
            | "el"
            | "ben"
            | "abu"
            | "ul"
            | "ur"
            | "ter"
            | "du"
            | "della"
            | "af"
            | "zu"
            | "as"
            | "ad"
            | "an"
            | "ash"
            | "e"
    )
}

/// True for what follows a name without being its last part ("Jr.", "III").
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV" | "VI" | "VII" | "XVI" | "XIV")
}

/// True for words that no name of one word is, and that no name but a known one begins with: a
/// capital on them marks a sentence's start or a heading.
pub(super) fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.binary_search(&lower).is_ok()
}

/// Sorted.
const FUNCTION_WORDS: [&str; 278] = [
    "a",
    "about",
    "above",
    "according",
    "across",
    "additional",
    "additionally",
    "after",
    "afterwards",
    "again",
    "against",
    "ago",
    "all",
    "almost",
    "along",
    "already",
    "also",
    "although",
    "always",
    "amid",
    "among",
    "an",
    "and",
    "another",
    "any",
    "anyone",
    "anything",
    "are",
    "around",
    "as",
    "ask",
    "asked",
    "at",
    "away",
    "back",
    "based",
    "be",
    "because",
    "been",
    "before",
    "behind",
    "being",
    "below",
    "besides",
    "between",
    "beyond",
    "both",
    "but",
    "by",
    "can",
    "could",
    "currently",
    "despite",
    "did",
    "do",
    "does",
    "done",
    "down",
    "due",
    "during",
    "each",
    "earlier",
    "early",
    "either",
    "else",
    "especially",
    "even",
    "eventually",
    "ever",
    "every",
    "everybody",
    "everyone",
    "everything",
    "except",
    "few",
    "finally",
    "first",
    "following",
    "for",
    "former",
    "formerly",
    "from",
    "further",
    "furthermore",
    "given",
    "had",
    "half",
    "has",
    "have",
    "having",
    "he",
    "hence",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "including",
    "indeed",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "itself",
    "just",
    "last",
    "late",
    "later",
    "latest",
    "least",
    "less",
    "let",
    "like",
    "likewise",
    "little",
    "made",
    "make",
    "many",
    "maybe",
    "me",
    "meanwhile",
    "mere",
    "might",
    "mine",
    "more",
    "moreover",
    "most",
    "mostly",
    "much",
    "must",
    "my",
    "myself",
    "near",
    "nearly",
    "neither",
    "never",
    "nevertheless",
    "new",
    "next",
    "no",
    "nobody",
    "none",
    "nonetheless",
    "nor",
    "not",
    "nothing",
    "now",
    "of",
    "off",
    "often",
    "ok",
    "okay",
    "on",
    "once",
    "one",
    "ones",
    "only",
    "onto",
    "or",
    "other",
    "others",
    "otherwise",
    "our",
    "ours",
    "out",
    "outgoing",
    "over",
    "own",
    "past",
    "per",
    "perhaps",
    "please",
    "previously",
    "prior",
    "quite",
    "rather",
    "read",
    "recent",
    "recently",
    "same",
    "second",
    "see",
    "several",
    "shall",
    "she",
    "should",
    "similarly",
    "since",
    "so",
    "some",
    "somebody",
    "someone",
    "something",
    "sometimes",
    "soon",
    "still",
    "such",
    "than",
    "thank",
    "thanks",
    "that",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "thing",
    "things",
    "this",
    "those",
    "though",
    "three",
    "through",
    "throughout",
    "thus",
    "till",
    "to",
    "today",
    "together",
    "tomorrow",
    "tonight",
    "too",
    "toward",
    "towards",
    "tv",
    "two",
    "under",
    "unless",
    "unlike",
    "until",
    "up",
    "upon",
    "very",
    "via",
    "was",
    "we",
    "well",
    "were",
    "what",
    "whatever",
    "when",
    "whenever",
    "where",
    "whereas",
    "wherever",
    "whether",
    "which",
    "while",
    "who",
    "whoever",
    "whole",
    "whom",
    "whose",
    "why",
    "with",
    "within",
    "without",
    "would",
    "yes",
    "yesterday",
    "yet",
    "you",
    "your",
    "yours",
    "yourself",
];

/// True for a hyphen or slash that joins parts of one word.
pub(super) fn is_hyphen(word: &str) -> bool {
    matches!(word, "-" | "‐" | "‑")
}

/// True for a possessive clitic.
pub(super) fn is_possessive(lower: &str) -> bool {
    matches!(lower, "'s" | "'")
}

/// True where token `i` touches the token before it.
pub(super) fn touches(analysis: &Analysis<'_>, i: usize) -> bool {
    i > 0 && analysis.span(i - 1).end == analysis.span(i).start
}

/// True where most words of `tokens` begin with a capital, as in headings: capitals tell nothing there.
pub(super) fn is_title_case(analysis: &Analysis<'_>, tokens: std::ops::Range<usize>) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("however") && !is_function_word("kremlin"));
    }

    #[test]
    fn shapes_of_words() {
        assert!(is_initial("J.") && is_initial("W") && !is_initial("Jo"));
        assert!(is_shouted("U.S.") && is_shouted("NATO") && !is_shouted("I") && !is_shouted("Nato"));
    }
}
