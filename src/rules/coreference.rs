//! Whom pronouns, descriptions and nouns without a name mean.

rules! {
    Pass::Coreference;

    /// “the administration” is the United States government's
    ADMINISTRATION "coreference.administration"
    yes [
        ("Donald Trump flew home from the United States to Ireland. The administration rejected the offer.", "administration = United States"),
        ("The United States left the talks. The administration will publish its reasons.", "administration = United States"),
    ]
    no [
        "The company's administration moved to Oslo.",
    ];

    /// set beside the name it describes
    APPOSITION "coreference.apposition"
    yes [
        ("China, the North's lone ally, sent rice.", "ally = China"),
        ("The agency, Yonhap, reported the launch.", "agency = Yonhap"),
    ]
    no [
        "China and an ally sent rice.",
    ];

    /// the noun is followed by the name it describes
    BEFORE_ITS_NAME "coreference.before-its-name"
    yes [
        ("The German airline Lufthansa cancelled ten flights.", "airline = Lufthansa"),
    ]
    no [
        "The newspaper printed the letter.",
    ];

    /// the body last called by the same noun
    BODY_CALLED_SO "coreference.body-called-so"
    yes [
        ("The British bank Barclays closed forty branches. The bank blamed its costs.", "bank = Barclays"),
    ]
    no [
        "The river rose over its bank. The bank gave way.",
    ];

    /// the last body named that the noun can mean
    BODY_IN_MIND "coreference.body-in-mind"
    yes [
        ("Greenpeace sued the ministry in Oslo. The group wants the wells closed.", "group = Greenpeace"),
    ]
    no [
        "Tourists came by bus. The group wants to see the castle.",
    ];

    /// the last body whose name holds the noun
    BODY_NAMED_SO "coreference.body-named-so"
    yes [
        ("The Foreign Ministry in Tokyo protested. The ministry summoned the envoy.", "ministry = Foreign Ministry"),
    ]
    no [
        "Tokyo protested. A ministry summoned the envoy.",
    ];

    /// the only one who acted or spoke just before, called by what he is
    CALLED_BY_WHAT_HE_IS "coreference.called-by-what-he-is"
    yes [
        ("Peter Holm opened a second factory in Bergen. “We need more workers,” the businessman said.", "businessman = Peter Holm"),
    ]
    no [
        "Peter Holm and Ruth Lind opened a factory in Bergen. “We need more workers,” the businessman said.",
    ];

    /// “it” of a judgement about a clause means nothing
    EXPLETIVE "coreference.expletive"
    yes [
        ("It was a mistake to close the harbour, Peter Holm said.", "It"),
    ]
    no [
        "Greenpeace sued the ministry. It wants the wells closed.",
    ];

    /// “I” and “we” inside a quotation are its speaker
    FIRST_PERSON_IN_QUOTE "coreference.first-person-in-quote"
    yes [
        ("“I will not sell the farm,” Peter Holm said.", "I = Peter Holm"),
    ]
    no [
        "Peter Holm said he would not sell the farm.",
    ];

    /// “I” and “we” of a text that is the words of whom its title names
    FIRST_PERSON_OF_AUTHOR "coreference.first-person-of-author"
    yes [
        ("Statement by President Joe Biden on the Floods in Ohio\n\nToday I spoke with the governor of Ohio. We will send help.", "I = Joe Biden"),
    ]
    no [
        "President Joe Biden spoke with the governor of Ohio. He will send help.",
    ];

    /// the words in square brackets behind it say whom it means
    GLOSS "coreference.gloss"
    yes [
        ("Ruth Lind met Mark Hale. “He [Hale] wants to leave,” she said.", "He = Mark Hale"),
    ]
    no [
        "Ruth Lind met Mark Hale. “He wants to leave,” she said.",
    ];

    /// the only person whom the next sentences introduce
    INTRODUCED_NEXT "coreference.introduced-next"
    yes [
        ("A defence ministry spokesman rejected the report on Monday. Colonel Ren Guoqiang was answering a question from reporters.", "spokesman = Ren Guoqiang"),
    ]
    no [
        "A defence ministry spokesman rejected the report on Monday. Reporters were asking questions.",
    ];

    /// a statement or report speaks for whoever issued it
    ISSUED_BY "coreference.issued-by"
    yes [
        ("The Kremlin published a statement on Monday. The statement said the talks would go on.", "statement = Russia"),
    ]
    no [
        "A statement said the talks would go on.",
    ];

    /// the newspaper, agency or broadcaster named last
    MEDIUM_IN_MIND "coreference.medium-in-mind"
    yes [
        ("Le Monde printed the letter on Monday. The newspaper did not say who wrote it.", "newspaper = Le Monde"),
    ]
    no [
        "Greenpeace printed the letter on Monday. The newspaper did not say who wrote it.",
    ];

    /// the only one whom the article later names with that office
    NAMED_LATER "coreference.named-later"
    yes [
        ("A U.S. envoy arrived in Seoul on Monday. Joseph Yun, the U.S. envoy for North Korea, will stay for two days.", "envoy = Joseph Yun"),
    ]
    no [
        "A U.S. envoy arrived in Seoul on Monday. He will stay for two days.",
    ];

    /// the state or body named right before
    NEAREST_BODY "coreference.nearest-body"
    yes [
        ("Peter Holm praised Greenpeace and its work.", "its = Greenpeace"),
    ]
    no [
        "Peter Holm praised the forest and its work.",
    ];

    /// the description is said of the one named before it
    OF_DESCRIBED "coreference.of-described"
    yes [
        ("Armed Turkish smugglers attacked a village. The smugglers fled.", "armed Turkish smugglers acts for"),
    ]
    no [
        "Armed smugglers attacked a village.",
    ];

    /// the one whom the article names with that office elsewhere
    OFFICE_NAMED_ELSEWHERE "coreference.office-named-elsewhere"
    yes [
        ("The French president will not come.\n\nThe summit begins on Monday. It was planned for months.\n\nEmmanuel Macron, the French president, cancelled his trip.", "president = Emmanuel Macron"),
    ]
    no [
        "The French president will not come.",
    ];

    /// the one named before who holds that office and fits best
    OFFICE_OF_ONE_IN_MIND "coreference.office-of-one-in-mind"
    yes [
        ("President Emmanuel Macron of France cancelled his trip to Oslo. The French president has a cold.", "president = Emmanuel Macron"),
    ]
    no [
        "Emmanuel cancelled his trip to Oslo. A president has a cold.",
    ];

    /// the people or group spoken of right before
    PEOPLE_BEFORE "coreference.people-before"
    yes [
        ("The army sent in soldiers on Monday. By Friday they had taken the airport.", "they = soldiers"),
    ]
    no [
        "A gunman attacked a bus near Kano. He fled on a motorbike.",
    ];

    /// the person mentioned before who weighs most: near, much spoken of
    PERSON_BEFORE "coreference.person-before"
    yes [
        ("The prize went to Ruth Lind. She thanked her teachers.", "She = Ruth Lind"),
    ]
    no [
        "The prize went to Greenpeace. It thanked its members.",
    ];

    /// officials, troops and governments stand for the state they are said of
    SAID_OF_ITS_STATE "coreference.said-of-its-state"
    yes [
        ("Turkish officials closed the border on Monday.", "officials = Turkey"),
    ]
    no [
        "Officials closed the border on Monday.",
    ];

    /// what “is” or “was” says of its subject
    SAID_OF_THE_SUBJECT "coreference.said-of-the-subject"
    yes [
        ("Norway is the country that sent most boats.", "country = Norway"),
        ("Ruth Lind was the first mayor of the town.", "mayor = Ruth Lind"),
    ]
    no [
        "Norway has a king.",
    ];

    /// the last that many of their kind, those joined by “and” first
    SEVERAL "coreference.several"
    yes [
        ("Emmanuel Macron and Keir Starmer met in London. The two leaders spoke about trade.", "leaders = Emmanuel Macron"),
        ("France and Spain met on Monday. The two governments agreed to share the water.", "governments = France"),
    ]
    no [
        "Emmanuel Macron was in London. Two leaders of the union spoke about trade.",
    ];

    /// those named or described together right before
    SEVERAL_BEFORE "coreference.several-before"
    yes [
        ("Emmanuel Macron and Keir Starmer met in London. They spoke about trade.", "They = Emmanuel Macron"),
    ]
    no [
        "Emmanuel Macron was in London. He spoke about trade.",
    ];

    /// whoever spoke in the sentences before
    SPEAKER_BEFORE "coreference.speaker-before"
    yes [
        ("Critics of Ruth Lind were told to wait, according to Ruth Lind. “It takes time,” she said.", "she = Ruth Lind"),
    ]
    no [
        "Ruth Lind slept. She snored.",
    ];

    /// the state spoken of last and most
    STATE_IN_MIND "coreference.state-in-mind"
    yes [
        ("Norway will send two ships to the Baltic. The government wants to protect its cables.", "government = Norway"),
    ]
    no [
        "Two ships sail to the Baltic. The government wants to protect its cables.",
    ];

    /// the subject of its clause or of the clause around it
    SUBJECT_ABOVE "coreference.subject-above"
    yes [
        ("Ruth Lind said she would stand again.", "she = Ruth Lind"),
    ]
    no [
        "Ruth Lind resigned. Her deputy will stand.",
    ];

    /// the subject that the opening phrase leads up to
    SUBJECT_AHEAD "coreference.subject-ahead"
    yes [
        ("With her usual calm, Ruth Lind opened the meeting.", "her = Ruth Lind"),
    ]
    no [
        "Ruth Lind opened the meeting with her usual calm.",
    ];

    /// the subject of a clause before, and the one who weighs most
    SUBJECT_BEFORE "coreference.subject-before"
    yes [
        ("Ruth Lind resigned on Monday. She will move to Oslo.", "She = Ruth Lind"),
    ]
    no [
        "The prize went to Ruth Lind. She thanked her teachers.",
    ];

    /// what the sentence before is about
    SUBJECT_OF_SENTENCE_BEFORE "coreference.subject-of-sentence-before"
    yes [
        ("Greenpeace sued the ministry. It wants the wells closed.", "It = Greenpeace"),
    ]
    no [
        "The rain stopped. It was cold.",
    ];

    /// a noun of people or bodies who act and are nobody named
    UNNAMED "coreference.unnamed"
    yes [
        ("Gunmen attacked a bus near Kano.", "Gunmen = gunmen"),
    ]
    no [
        "Waves hit a boat near Kano.",
    ];
}
