//! Sets of words that the rules of names and identity know.

use crate::word_sets;

word_sets! {
    /// The sets of `assets/lexicons/sets/names.tsv`.
    pub(crate) enum NameWords from "names.tsv" {
        /// What a head of state or government is called whatever his office.
        Rulers = "rulers",
        /// Words that end a title without an owner.
        AfterTitle = "after-title",
        /// Prepositions before whom an office is held for.
        OwnerPrepositions = "owner-prepositions",
        /// Words before an office in an apposition: ", a former".
        BeforeOffice = "before-office",
        /// Offices that are nobody's surname.
        HighOffices = "high-offices",
        /// Words before an office that make another of it.
        Deputies = "deputies",
        /// Offices of a lower house.
        LowerHouse = "lower-house",
        /// Words that an office in an apposition cannot lie behind.
        EndsAPhrase = "ends-a-phrase",
        /// Nouns that tell what the body named behind them is: "the bank Hardwick".
        BodiesNouns = "bodies-nouns",
        /// What a company is in law, behind its name: "Inc".
        CompanyForms = "company-forms",
        /// Words behind which a noun with a capital is a term that a document defines: "the Proposal".
        Determiners = "determiners",
        /// Words that a title goes on with behind its author: "Remarks by X at Y".
        FollowsAnAuthor = "follows-an-author",
        /// Kinds of body that many states have: their name says little without the state's.
        GenericBodies = "generic-bodies",
        /// Nouns beside which a province is its government: "Ohio officials", "the state of Ohio".
        GoverningWords = "governing-words",
        /// Nouns before which an adjective of a state is its language: "the Polish translation".
        LanguageNouns = "language-nouns",
        /// Adjectives of states that are names of languages too.
        Languages = "languages",
        /// Degrees and honours that stand behind a person's name, without stops.
        LettersBehindNames = "letters-behind-names",
        /// Prepositions that a place follows.
        Locative = "locative",
        /// Marks behind which a capital tells nothing.
        OpeningMarks = "opening-marks",
        /// Words between a state and an office that is held for it.
        OwnerAdjectives = "owner-adjectives",
        /// The little words inside names of people: "bin", "van".
        Particles = "particles",
        /// Nouns that make a place of the name before them.
        PlaceNouns = "place-nouns",
        /// Words before a social network where something is posted.
        PostedBehind = "posted-behind",
        /// Social networks, by the first word of the name.
        SocialNetworks = "social-networks",
        /// Verbs whose subject speaks or thinks.
        SpeakingVerbs = "speaking-verbs",
        /// What bears a person's name without being one.
        Storms = "storms",
        /// Texts that a title says are somebody's: "Remarks by X".
        TextsOfSomebody = "texts-of-somebody",
        /// Plural nouns after an adjective that are things, not people.
        ThingsAfterAdjectives = "things-after-adjectives",
        /// Words behind which an adjective of a state is its language.
        UnderstoodVerbs = "understood-verbs",
    }
}
