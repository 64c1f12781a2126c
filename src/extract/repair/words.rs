//! Sets of words by which lines in capitals are read as running text.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/repair.tsv`.
    pub(crate) enum RepairWords from "repair.tsv" {
        /// Endings that make another word of a word.
        Endings = "endings",
        /// Words, verbs mostly, that stand behind a name and are family names of few.
        NeverFamily = "never-family",
        /// Marks behind which a sentence begins.
        SentenceMarks = "sentence-marks",
    }
}
