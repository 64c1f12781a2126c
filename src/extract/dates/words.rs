//! Sets of words that stand beside date expressions and tell what they are.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/dates.tsv`.
    pub(crate) enum DateWords from "dates.tsv" {
        /// Before figures that are a time of day: "at 10:30".
        BeforeClock = "before-clock",
        /// Between a number and its unit: "two full days".
        BeforeUnit = "before-unit",
        /// Words of a sentence whose quarters and halves are a year's.
        BusinessWords = "business-words",
        /// After a number that counts and is no year: "2000 people".
        Counted = "counted",
        /// Nouns for a part of a time, most of them verbs too: "the start of next week", "talks start next week".
        EdgeNouns = "edge-nouns",
        /// Words of a sentence whose quarters and halves may be a game's.
        GameWords = "game-words",
        /// Possessive determiners: "its 2019 rules".
        Possessives = "possessives",
        /// Before the date on which something was published.
        Published = "published",
        /// Before the article of a rate: "5 million a year".
        Rated = "rated",
    }
}
