//! Who is source and who is target.

rules! {
    Pass::Arguments;

    /// a deed told by a noun is done by whom its light verb, a "by" phrase, its possessor or a name before it names
    AGENT "arguments.agent"
    yes [
        ("Norwegian airstrikes on Libya went on for weeks.", "Norwegian"),
        ("Peru's invasion of Chile was condemned by Brazil.", "Peru"),
    ]
    no ["The airstrikes went on for weeks."];

    /// a description set beside a name means whom it names
    APPOSED_TO "arguments.apposed-to"
    yes [("Merkel praised Obama, a senator who helped Peru.", "senator")]
    no ["Chile accused its biggest rival of spying."];

    /// behind "that" stands who is asked or accused, where the clause was not read as one
    BEHIND_THAT "arguments.behind-that"
    yes [("Norway has every assurance that Peru intends to leave.", "Peru")]
    no ["Norway told Denmark that talks would begin."];

    /// who is “under attack” is attacked, by whoever stands behind “by” or “from”
    BESET "arguments.beset"
    yes [("The agency has been under attack by Obama.", "ASSAULT asserted Obama > agency")]
    no ["Peru was attacked by Chile."];

    /// whoever is blamed for a deed of force is who did it, not who suffered it
    BLAMED_FOR_DEED "arguments.blamed-for-deed"
    yes [("Norway condemned the bombing of its embassy by Hezbollah.", "Hezbollah")]
    no ["Norway condemned the plan."];

    /// officials, troops and counted people are of whom their own words name
    BODY_OF "arguments.body-of"
    yes [("Norway helped the Iranian people.", "Iranian")]
    no ["The troops attacked Peru."];

    /// a number alone stands for people where people do or suffer what is told
    COUNTED "arguments.counted"
    yes [
        ("Hundreds protested against the law in Oslo.", "Hundreds"),
        ("Police in Norway arrested dozens on Monday.", "dozens"),
    ]
    no ["Police in Norway seized hundreds of phones on Monday."];

    /// a phrase that says whom the deed is directed at has its target, though the frame expects none there
    DIRECTED_AT "arguments.directed-at"
    yes [("Chile escalated its aggression toward Peru.", "Peru")]
    no ["Chile massed troops on Friday."];

    /// a group is whom its examples name
    EXAMPLES "arguments.examples"
    yes [("The court convicted four associates, including Paul Manafort, of fraud.", "Paul Manafort")]
    no ["The court convicted four associates of fraud."];

    /// whoever says what somebody is to suffer threatens it
    FORETOLD "arguments.foretold"
    yes [("Trump said India would face tariffs.", "THREATEN asserted Trump > India undated")]
    no ["Peru faced sanctions from Norway."];

    /// in a heading a participle without an object is a passive: who seems to do it suffers it
    HEADLINE_PASSIVE "arguments.headline-passive"
    yes [("Mario Rossi convicted of theft from pensioners", "SANCTION asserted - > Mario Rossi undated")]
    no ["Mario Rossi was arrested on Friday."];

    /// a state or party named in a title stands for the holder whose name follows
    HOLDER "arguments.holder"
    yes [("Norway praised Democrat Hillary Clinton.", "Democrat")]
    no ["The president of Peru accused Chile of spying."];

    /// a call, meeting or visit that is the setting of what somebody does is his
    HOST "arguments.host"
    yes [("Angela Merkel praised Peru in a call with Putin.", "CONSULT/phone asserted Angela Merkel > Putin")]
    no ["Angela Merkel called Putin."];

    /// what is agreed, demanded or begun is done to whom its own frame is directed at
    INNER_DEED "arguments.inner-deed"
    yes [("Chile agreed to supply tanks to Peru.", "Peru"), ("Chile threatened to attack Peru.", "Peru")]
    no ["Chile agreed to talks."];

    /// what is agreed, demanded or begun is done to the object of the verb that tells it
    INNER_OBJECT "arguments.inner-object"
    yes [("Norway is ready to lead Peru.", "Peru")]
    no ["Chile agreed to leave."];

    /// whom a clause is about that tells what is demanded or promised is who is to act
    INNER_SUBJECT "arguments.inner-subject"
    yes [("Chile demanded that Peru withdraw its troops.", "Peru")]
    no ["Chile demanded a withdrawal."];

    /// where the noun itself is nobody, who is meant is named inside its phrase
    INSIDE "arguments.inside"
    yes [("Chile denounced the policies of Peru.", "Peru")]
    no ["Chile denounced the policies."];

    /// where the noun itself is nobody, who is meant is named in the infinitive behind it
    INSIDE_PURPOSE "arguments.inside-purpose"
    yes [("Norway accepted an invitation to visit Peru.", "Peru")]
    no ["Chile denounced plans to build a dam."];

    /// of several who do it together the last one's words tell with whom
    LAST_OF_SEVERAL "arguments.last-of-several"
    yes [("Chile and Peru met on Friday.", "Peru")]
    no ["Chile met Peru on Friday."];

    /// a single person's deed of force is not his state's
    LONE_DOER "arguments.lone-doer"
    yes [("A Norwegian sniper killed a Peruvian soldier.", "ASSAULT/killing asserted - > Peru")]
    no ["Norwegian troops opened fire in Peru."];

    /// a title followed by a name means whom it names, though the parser cut them apart
    NAME_BEHIND_TITLE "arguments.name-behind-title"
    yes [("Then Peru thanked diver Ana Quispe.", "Ana")]
    no ["The minister accused Peru of spying."];

    /// a noun means whom the name set beside it names
    NAME_IN_APPOSITION "arguments.name-in-apposition"
    yes [("Putin accused the two, Angela Merkel and Tom Hanks, of spying.", "Angela")]
    no ["The envoy met Angela Merkel."];

    /// a name before a deed of force tells where it was done, not who did it
    NAMED_AFTER_PLACE "arguments.named-after-place"
    yes [("The Kenya embassy bombing killed hundreds.", "Kenya")]
    no ["The Kenyan airstrikes killed hundreds."];

    /// somebody named in a phrase that follows the event's word closely, wherever the parser hung it
    NEAR_PHRASE "arguments.near-phrase"
    yes [("Norway announced a deal on prices with Peru.", "Peru")]
    no ["Chile met Peru on Friday."];

    /// it is the object of the word that tells the event
    OBJECT "arguments.object"
    yes [("Chile attacked Peru.", "ASSAULT asserted Chile > Peru")]
    no ["Chile protested on Monday."];

    /// behind "between A and" stands the second party, though the parser lost it
    OTHER_SIDE "arguments.other-side"
    yes [("The clashes between militants linked to Hamas and the Philippine Army went on.", "Philippine")]
    no ["Chile met Peru on Friday."];

    /// whoever receives somebody else's words does not do what those words say
    OTHERS_WORDS "arguments.others-words"
    yes [("The ministry did not respond to emails requesting comment on the arrest.", "requesting")]
    no ["The ministry sent emails requesting help."];

    /// a deed whose subject is a thing is done by whose thing it is
    OWNER_OF_SUBJECT "arguments.owner-of-subject"
    yes [("Peruvian shelling killed ten people in Chile.", "Peruvian shelling")]
    no ["The missiles hit Chile on Friday."];

    /// a deed told by a noun is done to its possessor where somebody else does it
    POSSESSOR_OF_DEED "arguments.possessor-of-deed"
    yes [("A court in Oslo ordered Kim Dotcom's extradition.", "Kim Dotcom")]
    no ["A court in Oslo ordered an extradition."];

    /// it stands behind a preposition that the frame asks for
    PREPOSITION "arguments.preposition"
    yes [("Merkel spoke with Putin.", "CONSULT asserted Merkel > Putin")]
    no ["Merkel phoned Putin."];

    /// private people of a state are not their state
    PRIVATE_PEOPLE "arguments.private-people"
    yes [("Peruvian students praised Chile.", "students")]
    no ["Cuban troops attacked Chile."];

    /// an object pronoun does not mean whoever does the deed: the nearest other one of its kind before it
    PRONOUN_OF_ANOTHER "arguments.pronoun-of-another"
    yes [("Norway met Peru and thanked it.", "it")]
    no ["Chile invited Peru."];

    /// those who protest are people, not the state they live in
    PROTESTERS_NO_STATE "arguments.protesters-no-state"
    yes [("Serbians protested against the cabinet on Friday.", "PROTEST/demonstrate asserted - > cabinet 2025-06-06")]
    no ["Merkel protested against the cabinet on Friday."];

    /// in a readout of two parties, what one asks or tells of nobody named is asked of the other
    READOUT_PARTY "arguments.readout-party"
    yes [("President Biden spoke by phone with President Macron on Tuesday. Biden called for restraint.", "REQUEST/appeal asserted Biden > Macron 2025-06-10")]
    no ["President Biden spoke by phone with President Macron on Tuesday. Biden thanked Italy."];

    /// it is the one to whom it is given or said
    RECEIVER "arguments.receiver"
    yes [("Norway gave Peru a warning.", "THREATEN/political asserted Norway > Peru")]
    no ["Norway warned Peru."];

    /// whoever is named right behind a verb that was taken for a noun is who it is done to
    RIGHT_BEHIND "arguments.right-behind"
    yes [("Danish police arrest Kari Lund, a Norwegian lawyer, in Aarhus.", "COERCE asserted Denmark > Kari Lund undated")]
    no ["Spanish police arrested Anna Berg."];

    /// whoever carries out an attack does what is done to people in it
    SHARED_ATTACK "arguments.shared-attack"
    yes [("Six people were killed when an Israeli tank fired at the camp.", "ASSAULT/killing asserted Israel > people undated")]
    no ["Ten people were killed in an earthquake."];

    /// the second of two joined hostile deeds of one doer is directed at whom the first is
    SHARED_HOSTILE "arguments.shared-hostile"
    yes [("Norway condemned Chile and threatened further sanctions.", "THREATEN asserted Norway > Chile undated")]
    no ["Norway praised Chile and threatened further sanctions."];

    /// whoever is eased of a measure is who was burdened with it
    SHARED_MEASURE "arguments.shared-measure"
    yes [("Peru faced tariffs from Norway, but Chile paused those tariffs.", "CONCEDE/ease asserted Chile > Peru")]
    no ["Norway imposed sanctions on Chile."];

    /// a second visit of a sentence is to where the first one goes
    SHARED_VISIT "arguments.shared-visit"
    yes [("Merkel will not go to Russia, but Norway will send diplomats.", "CONSULT/visit planned Norway > Russia")]
    no ["Merkel visited Chile on Friday."];

    /// a people's name with a number or "ethnic" is some of its people, not the state
    SOME_OF_A_PEOPLE "arguments.some-of-a-people"
    yes [("Ethnic Albanians protested on Friday against Serbia.", "Albanians")]
    no ["Albania protested on Friday against Serbia."];

    /// what is said without a subject is said of whoever speaks
    SPEAKER "arguments.speaker"
    yes [("“Very disappointed that Peru ignored the ruling,” Angela Merkel wrote.", "ACCUSE/criticise asserted Angela Merkel > Peru undated")]
    no ["Angela Merkel was open to talks with Peru."];

    /// what stands inside quotation marks without a doer of its own is done by whoever says it
    SPEAKER_DOES "arguments.speaker-does"
    yes [("“Very disappointed that Peru ignored the ruling,” Angela Merkel wrote.", "disappointed")]
    no ["Merkel condemned the attack."];

    /// a state's name behind a city's tells where the city lies
    STATE_BEHIND_CITY "arguments.state-behind-city"
    yes [("Norwegian troops attacked the town of Odesa, Ukraine.", "Ukraine")]
    no ["Angela Merkel met Putin in Kenya on Friday."];

    /// a city or region that is dealt with stands for the state it lies in
    STATE_OF_PLACE "arguments.state-of-place"
    yes [("Angela Merkel travelled to Ankara on Friday.", "")]
    no ["Angela Merkel spoke in a small town on Friday."];

    /// it is the subject of the word that tells the event
    SUBJECT "arguments.subject"
    yes [("Chile attacked Peru.", "ASSAULT asserted Chile > Peru")]
    no ["The attack on Peru was condemned."];

    /// a verb without a doer of its own is done by the subject of the verb above it
    SUBJECT_ABOVE "arguments.subject-above"
    yes [("Merkel is in the midst of helping Peru.", "Merkel")]
    no ["Angela Merkel met Putin."];

    /// the subject of “face”, “suffer” and the like is the one it is done to
    UNDERGONE "arguments.undergone"
    yes [("Peru faced sanctions from Norway.", "SANCTION/sanctions asserted Norway > Peru")]
    no ["Norway imposed sanctions on Peru."];

    /// the person who owns a murder or an abduction suffered it
    VICTIM "arguments.victim"
    yes [("Norway condemned the crowd after Boris Nemtsov's murder.", "ASSAULT/killing asserted - > Boris Nemtsov")]
    no ["Boris Nemtsov's visit to Peru shocked the town."];

    /// what somebody thinks of a deed is directed at whose deed it is
    WHOSE_DEED "arguments.whose-deed"
    yes [("Putin accused Norway of spying, which Peru denied.", "REJECT/deny asserted Peru > Putin")]
    no ["Norway rejected the plan of Putin."];

    /// it is named in the clause below
    WITHIN_COMPLEMENT "arguments.within-complement"
    yes [("Norway agreed to help Peru.", "AGREE asserted Norway > Peru")]
    no ["Norway helped Peru."];

    /// it is named inside the object
    WITHIN_OBJECT "arguments.within-object"
    yes [("Norway opposes Peru's role.", "REJECT/refuse asserted Norway > Peru 2025-06-12")]
    no ["Norway opposes Peru."];
}
