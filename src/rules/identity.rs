//! Which names are one actor's, his offices, and whom he acts for.

rules! {
    Pass::Identity;

    /// its letters stand in brackets behind the full name
    ACRONYM_IN_PARENTHESES "identity.acronym-in-parentheses"
    yes [("The Northern Fisheries Council (NFC) praised the plan.", "NFC = Northern Fisheries Council (organisation)")]
    no ["The Northern Fisheries Council (a public body) praised the plan."];

    /// a leader's “administration” or “government” is his state's
    ADMINISTRATION_OF "identity.administration-of"
    yes [("The Obama administration praised the plan.", "Obama administration = United States (country)")]
    no ["The administration of the hospital praised the plan."];

    /// of several bodies with one name it is the one whose state the article names
    BODY_OF_A_STATE_NAMED "identity.body-of-a-state-named"
    yes [("In Britain the CBI praised the plan.", "CBI")]
    no ["In India the CBI praised the plan."];

    /// a campaign or team named after its candidate
    CAMPAIGN_OF "identity.campaign-of"
    yes [("The Trump campaign praised the plan.", "Trump campaign = Trump campaign (organisation)")]
    no ["The campaign praised the plan."];

    /// a capital that acts or is dealt with stands for its government
    CAPITAL "identity.capital"
    yes [("Tehran rejected the plan.", "Tehran = Iran (country)")]
    no ["Two tourists flew to a hotel in Tehran."];

    /// “Congress”, “the Senate” or “the House” is another state's in an article that is not about the United States
    CHAMBER_OF_ANOTHER_STATE "identity.chamber-of-another-state"
    yes [("Peru and Chile signed the treaty in Lima. Peru asked the Senate for its consent.", "Senate")]
    no ["The United States Senate passed the bill."];

    /// a people's adjective or name stands for its state
    DEMONYM "identity.demonym"
    yes [("Peruvian troops left the town.", "Peruvian = Peru (country)")]
    no ["The troops left the town."];

    /// a person's full name
    FULL_NAME "identity.full-name"
    yes [("Martha Ellsworth left the hall.", "Martha Ellsworth = Martha Ellsworth (person)")]
    no ["The mayor left the hall."];

    /// a name in the tables of bodies, media and companies
    GAZETTEER "identity.gazetteer"
    yes [("Greenpeace rejected the plan.", "Greenpeace = Greenpeace (organisation)")]
    no ["The firm rejected the plan."];

    /// the first letters of a body named in full
    INITIALS "identity.initials"
    yes [("The Northern Harbour Workers Union struck on Monday. Talks with NHWU failed.", "NHWU = Northern Harbour Workers Union (organisation)")]
    no ["The workers struck on Monday. Talks failed."];

    /// the last word of a longer name
    LAST_WORD "identity.last-word"
    yes [("He served in the Norwegian Army and praised the Army.", "Army = Norwegian Army (organisation)")]
    no ["He served in the Norwegian Army."];

    /// a leader's “administration” or “government” is his state's, so he acts for it
    OF_ADMINISTRATION "identity.of-administration"
    yes [("Mitt Romney left the hall. The Romney administration praised the plan.", "Mitt Romney acts for Romney administration")]
    no ["Barack Obama spoke of the administration of the hospital."];

    /// a campaign or team acts for its candidate
    OF_CAMPAIGN "identity.of-campaign"
    yes [("Martha Ellsworth won the seat. The Ellsworth campaign praised the voters.", "Ellsworth campaign acts for Martha Ellsworth")]
    no ["Martha Ellsworth won the seat. The campaign praised the voters."];

    /// the table of bodies knows whose it is
    OF_GAZETTEER "identity.of-gazetteer"
    yes [("German lawmakers met on Monday. The Bundestag passed the bill in Germany.", "Bundestag acts for Germany")]
    no ["Greenpeace praised the bill."];

    /// the table of leaders knows whose head he is
    OF_KNOWN_LEADER "identity.of-known-leader"
    yes [("Vladimir Putin left Russia.", "Vladimir Putin acts for Russia")]
    no ["Martha Ellsworth left the hall."];

    /// an office beside the name tells whom its holder acts for
    OF_OFFICE "identity.of-office"
    yes [("Peruvian President Ana Quispe left the hall.", "Ana Quispe acts for Peru")]
    no ["Ana Quispe left the hall."];

    /// the name stands behind a state's possessive
    OF_POSSESSOR "identity.of-possessor"
    yes [("Norway's Erik Solberg won the race.", "Erik Solberg acts for Norway")]
    no ["Erik Solberg won the race in Norway."];

    /// a name that its words or the name tagger make a body's
    ORGANISATION "identity.organisation"
    yes [("The Halvorsen Institute praised the plan.", "Halvorsen Institute = Halvorsen Institute (organisation)")]
    no ["The institute praised the plan."];

    /// a people or bloc by its name
    PEOPLE "identity.people"
    yes [("Europeans rejected the plan.", "Europeans = Europe (group)")]
    no ["Guests rejected the plan."];

    /// a province that acts, or is named with its governor or lawmakers, stands for its government
    PROVINCE "identity.province"
    yes [("Ohio sued the firm.", "Ohio = Ohio (organisation)")]
    no ["Two tourists were found in Ohio."];

    /// the same name as before
    SAME_NAME "identity.same-name"
    yes [("The Halvorsen Institute praised the plan. The Halvorsen Institute has four halls.", "Halvorsen Institute = Halvorsen Institute (organisation)")]
    no ["The Halvorsen Institute praised the plan."];

    /// a palace or office that stands for its government
    SEAT_OF_GOVERNMENT "identity.seat-of-government"
    yes [("The Kremlin rejected the plan.", "Kremlin = Russia (country)")]
    no ["The palace rejected the plan."];

    /// the beginning of a company's full name is the company too
    SHORT_OF_A_COMPANY "identity.short-of-a-company"
    yes [("Harlan Dexter Holdings Ltd. cut 300 jobs. Harlan Dexter blamed the weather.", "Harlan Dexter = Harlan Dexter Holdings Ltd. (organisation)")]
    no ["Harlan Dexter cut 300 jobs."];

    /// a single name that nothing longer in the article explains
    SINGLE_NAME "identity.single-name"
    yes [("Putin left the hall.", "Putin = Putin (person)")]
    no ["Vladimir Putin left the hall."];

    /// a state's name
    STATE "identity.state"
    yes [("Norway signed the treaty.", "Norway = Norway (country)")]
    no ["The kingdom signed the treaty."];

    /// the family name of somebody named in full
    SURNAME_AFTER_FULL_NAME "identity.surname-after-full-name"
    yes [("Martha Ellsworth won the seat. Ellsworth thanked the voters.", "Ellsworth = Martha Ellsworth (person)")]
    no ["Martha Ellsworth won the seat. She thanked the voters."];
}
