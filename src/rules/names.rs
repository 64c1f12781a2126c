//! Which words are a name, and of what kind.

rules! {
    Pass::Names;

    /// capital letters that act or own, or stand behind “the” or “by”, are a body's
    ACRONYM "names.acronym"
    yes [("That sums up the KVB for me.", "KVB")]
    no ["He waited a MONTH for the answer."];

    /// a name behind a preposition of place is a place's
    AFTER_LOCATIVE "names.after-locative"
    yes [("The train runs via Ambergate.", "Ambergate")]
    no ["Anna Lindqvist was found on Monday."];

    /// a name with an age behind it is a person's
    AGE "names.age"
    yes [("Then Brelvik, 43, left the hall.", "Brelvik")]
    no ["The firm had 43 workers in Oslo."];

    /// a description set beside the name tells that it is a person's
    APPOSITION "names.apposition"
    yes [("Quendry, the chief negotiator, left the room.", "Quendry")]
    no ["Paris, the capital of France, was quiet."];

    /// a name before a noun for a place is the place's
    BEFORE_PLACE_NOUN "names.before-place-noun"
    yes [("Sixteen Border guards left the town.", "Sixteen")]
    no ["The rebels met Angela Merkel on Monday."];

    /// a name behind a noun that tells what it is, such as “bank” or “newspaper”, is a body's
    BEHIND_ITS_NOUN "names.behind-its-noun"
    yes [("The retailer Brunvoll closed ten shops.", "Brunvoll")]
    no ["The retailer closed ten shops."];

    /// a run of capitalised words that nothing explains
    CAPITALS "names.capitals"
    yes [("He painted the Quiet Morning in March.", "Quiet Morning")]
    no ["the rebels took the town"];

    /// a capitalised word beside a word for a ship, aircraft or weapon names the thing
    CRAFT_OR_WEAPON "names.craft-or-weapon"
    yes [("Pirates boarded the tanker Morvane off Yemen.", "Morvane")]
    no ["Pirates boarded a tanker off Yemen."];

    /// the letters before “$”, or before “dollars”, are a currency and no state
    CURRENCY "names.currency"
    yes [("He was fined US$86,000 by the court.", "US")]
    no ["The US fined him $86,000."];

    /// a noun for a thing with a capital, alone behind its determiner, is a term of a document and nobody's name
    DEFINED_TERM "names.defined-term"
    yes [("The Tenant must sign the Lease. Crowley Homes withdrew the Proposal.", "Proposal")]
    no ["Crowley Homes withdrew the proposal."];

    /// the adjective of a state and a single word for a body, or what the name tagger took for one, are one name
    DEMONYM_AND_BODY "names.demonym-and-body"
    yes [("The Syrian Army shelled the town on Monday.", "Syrian Army")]
    no ["The Syrian army shelled the town on Monday."];

    /// a family name that stands before the given name
    FAMILY_NAME_FIRST "names.family-name-first"
    yes [("On Monday Zhang Qiwei met reporters in Beijing.", "Zhang Qiwei")]
    no ["On Monday Peter Zhang met reporters in Beijing."];

    /// a known given name with the capitalised words behind it is a person's
    GIVEN_NAME "names.given-name"
    yes [("Voters trusted Martha Ellsworth on Monday.", "Martha Ellsworth")]
    no ["Voters trusted the mayor on Monday."];

    /// “the North” or “the South” is the half of a divided state that the article names
    HALF_OF_A_STATE "names.half-of-a-state"
    yes [("North Korea fired a missile. Officials said the North would fire more.", "North")]
    no ["Norway fired a missile. Officials said the North would be calm."];

    /// capitalised words that end in, or begin with, a word for a body, place or thing are named by it
    HEAD_WORD "names.head-word"
    yes [("The Halvorsen Institute praised the plan.", "Halvorsen Institute")]
    no ["The institute praised the plan."];

    /// the first letters of a body named in full
    INITIALS "names.initials"
    yes [("The Northern Harbour Workers Union struck on Monday. Talks with NHWU failed.", "NHWU")]
    no ["The workers struck on Monday. Talks failed."];

    /// a name in the tables of states, bodies, media, companies and places
    KNOWN_NAME "names.known-name"
    yes [("Norway signed the treaty.", "Norway")]
    no ["The kingdom signed the treaty."];

    /// an adjective of a state behind “in” or a verb of speaking, or before “speakers”, is a language and no state
    LANGUAGE "names.language"
    yes [("The slogan, put into English, insulted nobody.", "English"), ("He wrote to Russian speakers.", "Russian")]
    no ["The English and the Russian ministers met."];

    /// a family name that is one leader's alone
    LEADERS_FAMILY_NAME "names.leaders-family-name"
    yes [("Critics said Putin would stay away.", "Putin")]
    no ["Critics said Vladimir Putin would stay away."];

    /// letters behind a person's name are a degree or an honour
    LETTERS_BEHIND "names.letters-behind"
    yes [("Susan Cole, OBE, accused the ministry of delay.", "OBE")]
    no ["Susan Cole accused the ministry of delay."];

    /// the name tagger alone read it
    NAME_TAGGER "names.name-tagger"
    yes [("The deal was signed by Ozkaral Holding and by Denzel Washington.", "")]
    no ["The deal was signed by the ministry."];

    /// a capitalised word with a number right behind it is a flight, a mission or another thing
    NUMBERED "names.numbered"
    yes [("Crews searched the sea where Brenlow 447 had gone down.", "Brenlow")]
    no ["Crews searched the sea for Anna Lindqvist."];

    /// the abbreviation behind a party's letter in brackets tells where a lawmaker comes from
    PARTY_AND_STATE "names.party-and-state"
    yes [("Rep. Kevin Brady (R-TX) praised the bill.", "TX")]
    no ["Rep. Kevin Brady of Texas praised the bill."];

    /// a name that a state and a province share is the province's where the article is of the province's country and tells
    /// nothing else of the other state
    PROVINCE_NOT_STATE "names.province-not-state"
    yes [("Georgia and Florida sued the United States on Monday.", "Georgia")]
    no ["Georgia sued Russia on Monday. The Georgian minister left for the United States."];

    /// a name that was decided elsewhere in the article
    SAME_NAME "names.same-name"
    yes [("The Golden Lantern Company closed. Then THE GOLDEN LANTERN COMPANY opened.", "GOLDEN LANTERN COMPANY")]
    no ["Talks failed. The retailer closed ten shops."];

    /// the beginning of a company's full name is the company too
    SHORT_OF_A_COMPANY "names.short-of-a-company"
    yes [("Harlan Dexter Holdings Ltd. cut 300 jobs. Harlan Dexter blamed the weather.", "Harlan Dexter")]
    no ["Harlan Dexter cut 300 jobs. The firm blamed the weather."];

    /// a name that speaks is a person's
    SPEAKS "names.speaks"
    yes [("“The bridge is safe,” Tolvanek said.", "Tolvanek")]
    no ["The bridge is safe, the engineer said."];

    /// what bears a name behind “Hurricane” or “Storm” is nobody
    STORM "names.storm"
    yes [("Tropical Storm Calvin formed off Mexico.", "Calvin")]
    no ["Humberto Gomez passed Bermuda on Monday."];

    /// a known family name is a person's
    SURNAME "names.surname"
    yes [("Critics blamed Roe for the delay.", "Roe")]
    no ["Critics blamed the ministry for the delay."];

    /// the family name of somebody named in full
    SURNAME_AFTER_FULL_NAME "names.surname-after-full-name"
    yes [("Martha Ellsworth won the seat. Ellsworth thanked the voters.", "Ellsworth")]
    no ["Martha Ellsworth won the seat. She thanked the voters."];

    /// capitalised words behind a title or office are a person's
    TITLE "names.title"
    yes [("President Ulmanis met reporters.", "Ulmanis")]
    no ["The president met reporters."];
}
