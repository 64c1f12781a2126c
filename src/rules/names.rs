//! Which words are a name, and of what kind.

rules! {
    Pass::Names;

    /// capital letters with the words or the place of a body
    ACRONYM "names.acronym"
    yes []
    no [];

    /// a name behind a preposition of place
    AFTER_LOCATIVE "names.after-locative"
    yes []
    no [];

    /// a name with an age behind it is a person's
    AGE "names.age"
    yes []
    no [];

    /// a description set beside the name tells what it is
    APPOSITION "names.apposition"
    yes []
    no [];

    /// a name before a noun for a place
    BEFORE_PLACE_NOUN "names.before-place-noun"
    yes []
    no [];

    /// a name behind a noun that tells what it is
    BEHIND_ITS_NOUN "names.behind-its-noun"
    yes []
    no [];

    /// a run of capitalised words that no table knows
    CAPITALS "names.capitals"
    yes []
    no [];

    /// a capitalised word beside a word for a ship, aircraft or weapon names the thing
    CRAFT_OR_WEAPON "names.craft-or-weapon"
    yes []
    no [];

    /// a family name that stands before the given name
    FAMILY_NAME_FIRST "names.family-name-first"
    yes []
    no [];

    /// a known given name with the capitalised words behind it
    GIVEN_NAME "names.given-name"
    yes []
    no [];

    /// the half of a divided state, named by its direction
    HALF_OF_A_STATE "names.half-of-a-state"
    yes []
    no [];

    /// capitalised words that end in, or begin with, a word for a body
    HEAD_WORD "names.head-word"
    yes []
    no [];

    /// the first letters of a body named in full
    INITIALS "names.initials"
    yes []
    no [];

    /// a name in the tables of states, bodies, media and companies
    KNOWN_NAME "names.known-name"
    yes []
    no [];

    /// a family name that is one leader's alone
    LEADERS_FAMILY_NAME "names.leaders-family-name"
    yes []
    no [];

    /// the name tagger alone read it
    NAME_TAGGER "names.name-tagger"
    yes []
    no [];

    /// a name that was decided elsewhere in the article
    SAME_NAME "names.same-name"
    yes []
    no [];

    /// a name that speaks is a person's
    SPEAKS "names.speaks"
    yes []
    no [];

    /// a known family name
    SURNAME "names.surname"
    yes []
    no [];

    /// the family name of somebody named in full
    SURNAME_AFTER_FULL_NAME "names.surname-after-full-name"
    yes []
    no [];

    /// capitalised words behind a title or office
    TITLE "names.title"
    yes []
    no [];
}
