//! Sets of words that the rules of events know.

crate::word_sets! {
    /// Sets of `assets/lexicons/sets/events.tsv`.
    pub(crate) enum EventWords from "events.tsv" {
        /// Auxiliaries of what somebody can or may do.
        Ability = "ability",
        /// Auxiliaries of what is to come.
        Ahead = "ahead",
        /// Prepositions before what happens at another time than the verb they hang on.
        Beyond = "beyond",
        /// Words before a condition.
        Conditions = "conditions",
        /// Words of what somebody must do.
        Duty = "duty",
        /// Verbs of fighting that politicians do in words.
        Fighting = "fighting",
        /// Verbs of harm that whoever allows it does not grant.
        Harm = "harm",
        /// Pronouns that are nobody.
        Impersonal = "impersonal",
        /// Adverbs of what happens more than once.
        ManyTimes = "many-times",
        /// What somebody is threatened with.
        Menaces = "menaces",
        /// Words that go with a verb and change what it says: "break off".
        Particles = "particles",
        /// Auxiliaries of what may happen.
        Possibility = "possibility",
        /// Pronouns of persons.
        Pronouns = "pronouns",
        /// Words that put a clause before or after another one.
        Sequence = "sequence",
        /// Prepositions before the time, place or reason of a deed.
        Settings = "settings",
        /// Verbs of taking part in what follows "in".
        TakingPart = "taking-part",
        /// Stretches of a political life, which are times of their own.
        Terms = "terms",
        /// What somebody says or writes something in.
        Utterances = "utterances",
        /// Auxiliaries of what somebody will or will not do.
        Will = "will",
        /// Verbs of victory, in war and in games.
        Winning = "winning",
    }
}
