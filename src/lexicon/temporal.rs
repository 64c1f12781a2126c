//! Words that tell time to the rules that date events.

crate::word_sets! {
    /// Sets of words about time.
    pub enum TemporalWords from "temporal.tsv" {
        /// What stands behind them has another time than its clause: "after talks".
        Elsewhen = "elsewhen",
        /// Who speaks and who is spoken to.
        FirstPersons = "first-persons",
        /// Forms of the auxiliaries in the present tense.
        PresentAuxiliaries = "present-auxiliaries",
    }
}
