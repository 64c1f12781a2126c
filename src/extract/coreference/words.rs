//! The words that coreference knows.

use crate::word_sets;

word_sets! {
    /// Words that the rules of coreference know.
    pub enum CoreferenceWords from "coreference.tsv" {
        /// Nouns that bodies of many sorts are called by.
        BroadBodies = "broad-bodies",
        /// Words that count those behind "of".
        Counting = "counting",
        /// Nouns for a country.
        Countries = "countries",
        /// Determiners that point at somebody known.
        Definite = "definite",
        /// Words that make a number point at those who are known.
        DefiniteSeveral = "definite-several",
        /// Nouns of people that may be anybody.
        Everybody = "everybody",
        /// Adjectives of what a body feels about a clause.
        Feelings = "feelings",
        /// Pronouns of the first person.
        FirstPersons = "first-persons",
        /// Nouns for what prints and broadcasts.
        Media = "media",
        /// Words before a description that tell of no particular one.
        NotInAName = "not-in-a-name",
        /// What a member of a party is called.
        PartyMembers = "party-members",
        /// Nouns of people who are counted, whatever office they hold.
        PeopleInTwos = "people-in-twos",
        /// Those who are sent abroad.
        Posted = "posted",
        /// What newspapers print and then say themselves.
        Printed = "printed",
        /// Nouns that mean a state where one is in mind.
        StateNouns = "state-nouns",
        /// Plural nouns that mean states when they are counted.
        StatesInTwos = "states-in-twos",
        /// Pronouns of several.
        They = "they",
        /// Verbs whose "it" means nothing.
        TurnsOut = "turns-out",
        /// Words by which an office is not held.
        Unreal = "unreal",
    }
}
