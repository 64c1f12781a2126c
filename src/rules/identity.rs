//! Which names are one actor's, his offices, and whom he acts for.

rules! {
    Pass::Identity;

    /// its letters stand in brackets behind the full name
    ACRONYM_IN_PARENTHESES "identity.acronym-in-parentheses"
    yes []
    no [];

    /// a leader's “administration” or “government” is his state's
    ADMINISTRATION_OF "identity.administration-of"
    yes []
    no [];

    /// of several bodies with one name it is the one whose state the article names
    BODY_OF_A_STATE_NAMED "identity.body-of-a-state-named"
    yes []
    no [];

    /// a campaign or team named after its candidate
    CAMPAIGN_OF "identity.campaign-of"
    yes []
    no [];

    /// a capital that acts or is dealt with stands for its government
    CAPITAL "identity.capital"
    yes []
    no [];

    /// “Congress”, “the Senate” or “the House” is another state's in an article that is not about the United States
    CHAMBER_OF_ANOTHER_STATE "identity.chamber-of-another-state"
    yes []
    no [];

    /// a people's adjective or name stands for its state
    DEMONYM "identity.demonym"
    yes []
    no [];

    /// a person's full name
    FULL_NAME "identity.full-name"
    yes []
    no [];

    /// a name in the tables of bodies, media and companies
    GAZETTEER "identity.gazetteer"
    yes []
    no [];

    /// the first letters of a body named in full
    INITIALS "identity.initials"
    yes []
    no [];

    /// the last word of a longer name
    LAST_WORD "identity.last-word"
    yes []
    no [];

    /// a family name that is one leader's alone
    LEADERS_FAMILY_NAME "identity.leaders-family-name"
    yes []
    no [];

    /// a leader's “administration” or “government” is his state's, so he acts for it
    OF_ADMINISTRATION "identity.of-administration"
    yes []
    no [];

    /// a campaign or team acts for its candidate
    OF_CAMPAIGN "identity.of-campaign"
    yes []
    no [];

    /// the table of bodies knows whose it is
    OF_GAZETTEER "identity.of-gazetteer"
    yes []
    no [];

    /// the table of leaders knows whose head he is
    OF_KNOWN_LEADER "identity.of-known-leader"
    yes []
    no [];

    /// an office beside the name tells whom its holder acts for
    OF_OFFICE "identity.of-office"
    yes []
    no [];

    /// the name stands behind a state's possessive
    OF_POSSESSOR "identity.of-possessor"
    yes []
    no [];

    /// a name that its words or the name tagger make a body's
    ORGANISATION "identity.organisation"
    yes []
    no [];

    /// a people or bloc by its name
    PEOPLE "identity.people"
    yes []
    no [];

    /// a province that acts, or is named with its governor or lawmakers, stands for its government
    PROVINCE "identity.province"
    yes []
    no [];

    /// the same name as before
    SAME_NAME "identity.same-name"
    yes []
    no [];

    /// a palace or office that stands for its government
    SEAT_OF_GOVERNMENT "identity.seat-of-government"
    yes []
    no [];

    /// the beginning of a company's full name is the company too
    SHORT_OF_A_COMPANY "identity.short-of-a-company"
    yes []
    no [];

    /// a single name that nothing longer in the article explains
    SINGLE_NAME "identity.single-name"
    yes []
    no [];

    /// a state's name
    STATE "identity.state"
    yes []
    no [];

    /// the family name of somebody named in full
    SURNAME_AFTER_FULL_NAME "identity.surname-after-full-name"
    yes []
    no [];
}
