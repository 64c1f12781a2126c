//! The words that triggers ask for.

crate::word_sets! {
    /// Words that the rules of what tells an event know.
    pub enum TriggerWords from "triggers.tsv" {
        /// What those who want to know something ask for.
        Answers = "answers",
    }
}
