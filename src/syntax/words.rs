//! The words that grammar asks for.

crate::word_sets! {
    /// Words that the reading of clauses knows.
    pub enum SyntaxWords from "syntax.tsv" {
        /// Prepositions before somebody and a participle of theirs: "with the Kremlin claiming".
        Absolute = "absolute",
        /// Prepositions that such verbs go with.
        BehindIntransitive = "behind-intransitive",
        /// Weekdays and months but "may".
        DaysAndMonths = "days-and-months",
        /// Verbs that take a receiver and a thing: "offered the country support".
        Ditransitive = "ditransitive",
        /// Rough numbers that may stand for people: "dozens were arrested".
        Dozens = "dozens",
        /// Verbs that have no passive of their own before a preposition: "agreed to the plan".
        Intransitive = "intransitive",
        /// Verbs whose noun says what the subject is.
        Linking = "linking",
        /// Auxiliaries before a bare verb.
        Modals = "modals",
        /// Verbs whose second object says what the first one is: "designated the party a terrorist organisation".
        Naming = "naming",
        /// Adverbs that deny.
        Negations = "negations",
        /// Words behind "not" that deny that it was all: "not only".
        OnlyWords = "only-words",
        /// Verbs whose "for" phrase tells of their own subject: "apologised for shooting".
        OwnReason = "own-reason",
        /// Particles of verbs that are easily read as prepositions: "called off the strike".
        Particles = "particles",
        /// Words before a rough number: "around", "more than".
        RoughNumbers = "rough-numbers",
        /// Verbs whose object does what the infinitive says: "sent diplomats to attend".
        Sending = "sending",
        /// Verbs whose own subject does what their infinitive says, whoever their object is: "took steps to end".
        SubjectControl = "subject-control",
        /// Words that begin an adverbial clause though they are read as prepositions.
        Subordinators = "subordinators",
        /// Nouns that count time.
        TimeNouns = "time-nouns",
        /// Verbs whose particle is "over": "handed over the prisoners".
        WithOver = "with-over",
    }
}
