//! Sets of words by which reports and names of different articles are compared.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/store.tsv`.
    pub(crate) enum StoreWords from "store.tsv" {
        /// Before a number that is none to insist on: "about 200".
        Approximate = "approximate",
        /// Nouns after a number that are counted though they do not end in s.
        Counted = "counted",
        /// Behind a name, which of a family is meant: "Jr".
        Generations = "generations",
        /// Words after a number that count nothing a report could be wrong about.
        NotCounted = "not-counted",
        /// Numbers in words.
        Numbers = "numbers",
        /// Endings of verbs.
        VerbEndings = "verb-endings",
    }
}
