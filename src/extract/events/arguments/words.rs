//! The words that arguments ask for.

crate::word_sets! {
    /// Words that the rules of who takes part know.
    pub enum ArgumentWords from "arguments.tsv" {
        /// Prepositions that tell what a deed is about, where nothing tells more.
        About = "about",
        /// Prepositions of whom a deed is directed at.
        Against = "against",
        /// Words that make a preposition of their own with "to": "in response to".
        BeforeTo = "before-to",
        /// Prepositions before the place of a deed that is done to the state it lies in.
        DeedPlaces = "deed-places",
        /// How adjectives of states end: "Russian", "Chinese", "Turkish", "Israeli", "French".
        DemonymEndings = "demonym-endings",
        /// Prepositions that say whom a deed is directed at, even where a frame does not expect it.
        Directions = "directions",
        /// Verbs of giving and selling: directed at whom it is done to, not at what is given.
        Giving = "giving",
        /// Verbs whose object is what somebody else says: "received a letter urging restraint".
        Hearing = "hearing",
        /// Verbs of moving, whose phrases tell a way.
        Moving = "moving",
        /// Prepositions that tell where or when rather than whom.
        Places = "places",
        /// The people and firms of a state: what is done to them is done to it.
        Population = "population",
        /// Verbs of saying, whose content is nobody's target: "declined to confirm reports that …".
        Saying = "saying",
        /// Buildings and places that an attack is named after.
        Scenes = "scenes",
        /// Words by which a people's name means some of its people: "ethnic Albanians".
        SomePeople = "some-people",
        /// Prepositions that tell what words are about: "sanctions against Iran".
        Topics = "topics",
        /// Prepositions that may tell whom a deed is directed at.
        Toward = "toward",
        /// Prepositions before the place of a visit.
        VisitPlaces = "visit-places",
        /// Nouns of seas and straits, which lie between states.
        Waters = "waters",
        /// Prepositions that tell a way.
        Ways = "ways",
    }
}
