//! The words that filters of events ask for.

crate::word_sets! {
    /// Words that tell figures of speech from deeds.
    pub enum FilterWords from "filters.tsv" {
        /// Verbs of blows that markets, scandals and reforms deal as well.
        Blows = "blows",
        /// Verbs of running into something.
        Colliding = "colliding",
        /// What a deed is done in memory of.
        Commemorating = "commemorating",
        /// What crowds that protest nothing walk in.
        Parades = "parades",
        /// What is killed, seized and lost on a stage, a pitch and a market only.
        Prizes = "prizes",
        /// Verbs of throwing many things at somebody.
        Showering = "showering",
    }
}
