//! Which words are speech, and which words name the speaker. A long file since it is a table: one entry a rule.

rules! {
    Pass::Attribution;

    /// A clause with “according to” and a source; the words are the sentence without them.
    ACCORDING_TO "attribution.according-to"
    yes [
        ("According to the finance ministry in Oslo, prices fell by a fifth in May.", "“prices fell by a fifth in May” by finance ministry"),
    ]
    no [
        "The work was done according to plan and within budget.",
    ];

    /// who is quoted “as saying” something says it, not who quotes him
    AS_SAYING "attribution.as-saying"
    yes [
        ("State radio quoted Peter Holm as saying the harbour would close.", "saying"),
    ]
    no [
        "State radio said Peter Holm would close the harbour.",
    ];

    /// The words in marks are what {speaker} called it by {cue}.
    CALLED "attribution.called"
    yes [
        ("Senator Mark Hale called the new tax “a gift to the rich”.", "“a gift to the rich” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale called his sister on Monday.",
    ];

    /// A sentence with {speaker} {cue} set off by a comma; the words are the rest of it.
    CLAUSE_SPEAKER_SAID "attribution.clause-speaker-said"
    yes [
        ("The bridge will stay closed until autumn, Mayor Ruth Lind said on Monday.", "“The bridge will stay closed until autumn” by Ruth Lind"),
    ]
    no [
        "Mayor Ruth Lind said the bridge will stay closed until autumn.",
    ];

    /// The sentence that introduces the marks with a colon is by {speaker}.
    COLON "attribution.colon"
    yes [
        ("Governor Ann Reyes had a simple answer:\n\n“We will pay for the buses ourselves.”", "“We will pay for the buses ourselves.” by Ann Reyes"),
    ]
    no [
        "The menu had three parts: soup, fish and cake.",
    ];

    /// The marks go on from the paragraph before, so the speaker does.
    CONTINUED_QUOTE "attribution.continued-quote"
    yes [
        ("“We began with nothing,” Ann Reyes said. “We had one boat.\n\n“Then the storm came and took it.”", "“Then the storm came and took it.” by Ann Reyes"),
    ]
    no [
        "“We began with nothing,” Ann Reyes said. “We had one boat.”",
    ];

    /// a few words in marks that no word of speech reports are held at arm's length
    FEW_WORDS "attribution.few-words"
    yes [
        ("The rule was “odd” at best.", "odd"),
    ]
    no [
        "“The rule is odd,” Ruth Lind said.",
    ];

    /// A first piece has the speaker of the piece right behind it.
    FIRST_PIECE "attribution.first-piece"
    yes [
        ("“The water is rising. “Nobody has warned us,” farmer Peter Holm said.", "“The water is rising.” by Peter Holm"),
    ]
    no [
        "“The water is rising,” farmer Peter Holm said.",
    ];

    /// A headline names the speaker before its colon: {speaker}.
    HEADLINE_LABEL "attribution.headline-label"
    yes [
        ("Merkel: Talks in Paris ‘were a grave mistake’\n\nThe chancellor, Angela Merkel, spoke in Berlin on Monday.\n\nShe will travel again in June.", "“were a grave mistake” by Angela Merkel"),
    ]
    no [
        "Merkel visits Paris: talks go on\n\nThe chancellor spoke in Berlin on Monday.\n\nShe will travel again in June.",
    ];

    /// In a headline the name right before the marks speaks: {speaker}.
    HEADLINE_NAME "attribution.headline-name"
    yes [
        ("Angela Merkel ‘will not run for office again’\n\nThe chancellor spoke in Berlin on Monday.\n\nShe will travel again in June.", "“will not run for office again” by Angela Merkel"),
        ("Merkel 'has never seen such a thing'\n\nThe chancellor, Angela Merkel, spoke in Berlin on Monday.\n\nShe will travel again in June.", "“has never seen such a thing” by Angela Merkel"),
    ]
    no [
        "Angela Merkel will not run again\n\nThe chancellor spoke in Berlin on Monday.\n\nShe will travel again in June.",
    ];

    /// A headline names the speaker behind its dash: {speaker}.
    HEADLINE_SIGNATURE "attribution.headline-signature"
    yes [
        ("New road 'a danger to all' of them: Ruth Lind\n\nThe mayor spoke on Monday.\n\nShe will travel again in June.", "“a danger to all” by Ruth Lind"),
        ("Road through the park 'a grave mistake' for the town - Ruth Lind\n\nThe mayor spoke on Monday.\n\nShe will travel again in June.", "“a grave mistake” by Ruth Lind"),
    ]
    no [
        "Plan for the harbour - a long story\n\nThe chancellor spoke in Berlin on Monday.\n\nShe will travel again in June.",
    ];

    /// {speaker} stands before the colon that introduces the marks.
    LABEL "attribution.label"
    yes [
        ("Ruth Lind: “I will stand in the next election.”", "“I will stand in the next election.” by Ruth Lind"),
    ]
    no [
        "Ruth Lind answered: “I will stand in the next election.”",
    ];

    /// A later piece has the speaker of the piece before it in its paragraph.
    LATER_PIECE "attribution.later-piece"
    yes [
        ("“The road is safe,” Ruth Lind said. “We checked every metre of it.”", "“We checked every metre of it.” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” Ruth Lind said.",
    ];

    /// The list’s item begins with {speaker}.
    LIST_ITEM "attribution.list-item"
    yes [
        ("Three of them answered.\n\n- Ruth Lind defended the closing of the school: “We have too few pupils.”\n- Peter Holm left.", "“We have too few pupils.” by Ruth Lind"),
    ]
    no [
        "Ruth Lind defended the closing of the school: “We have too few pupils.”",
    ];

    /// to make clear that something is so is to say it
    MADE_CLEAR "attribution.made-clear"
    yes [
        ("Peter Holm made clear that the harbour would close.", "clear"),
    ]
    no [
        "Peter Holm saw a clear sky and that the harbour would close.",
    ];

    /// a few words in marks right before a noun are a name for it, nobody’s words
    NAME_OF_A_NOUN "attribution.name-of-a-noun"
    yes [
        ("Peter Holm signed a “skinny” deal with the harbour.", "skinny"),
    ]
    no [
        "Peter Holm said “the deal is off” to the harbour.",
    ];

    /// A paragraph of nothing but marks goes on with the speaker of the one before.
    PARAGRAPH_BEFORE "attribution.paragraph-before"
    yes [
        ("“The road is safe,” Ruth Lind said.\n\n“We checked every metre of it with our own hands.”", "“We checked every metre of it with our own hands.” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” Ruth Lind said.\n\nThe road was built in 1990.",
    ];

    /// The words in marks are part of a clause that {speaker} {cue}.
    PART_OF_CLAUSE "attribution.part-of-clause"
    yes [
        ("Ruth Lind said that the road was “a danger to everybody” in winter.", "“a danger to everybody” by Ruth Lind"),
    ]
    no [
        "Ruth Lind said: “The road is a danger to everybody.”",
    ];

    /// The words in marks are part of what {speaker} {cue}.
    PART_OF_OBJECT "attribution.part-of-object"
    yes [
        ("Ruth Lind criticised the “endless delays” of the builders.", "“endless delays” by Ruth Lind"),
        ("Ruth Lind announced “a plan for every village” on Monday.", "“a plan for every village” by Ruth Lind"),
    ]
    no [
        "Ruth Lind said: “The road is a danger to everybody.”",
    ];

    /// The sentence before was by {speaker}, with {cue}.
    PREVIOUS_SENTENCE "attribution.previous-sentence"
    yes [
        ("Ruth Lind spoke about the road and said that it was safe. “We checked every metre of it.”", "“We checked every metre of it.” by Ruth Lind"),
    ]
    no [
        "“We checked every metre of it.”",
    ];

    /// The sentence before has {speaker} for its subject.
    PREVIOUS_SUBJECT "attribution.previous-subject"
    yes [
        ("Ruth Lind was not surprised by the news. “We had waited for it since March.”", "“We had waited for it since March.” by Ruth Lind"),
    ]
    no [
        "The news was bad. “We had waited for it since March.”",
    ];

    /// The marks are followed by {cue} and then {speaker}.
    QUOTE_SAID_SPEAKER "attribution.quote-said-speaker"
    yes [
        ("“The road is safe,” said Ruth Lind.", "“The road is safe,” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” Ruth Lind said.",
    ];

    /// The marks are followed by {cue} and then {speaker}.
    QUOTE_SAID_WORDS "attribution.quote-said-words"
    yes [
        ("The move was made to spare the “emotions of the masses” reported Chaudhry.", "“emotions of the masses” by Chaudhry"),
        ("“Run as far as you can!” the cousin from the north shouted. “Why?” asked his little brother.", "“Why?” by little brother"),
    ]
    no [
        "“She bore her illness with grace,” Ruth Lind said.",
    ];

    /// The marks are followed by {speaker} and then {cue}.
    QUOTE_SPEAKER_SAID "attribution.quote-speaker-said"
    yes [
        ("“The road is safe,” Ruth Lind said.", "“The road is safe,” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” said Ruth Lind.",
    ];

    /// The marks are followed by {speaker} and then {cue}.
    QUOTE_WORDS_SAID "attribution.quote-words-said"
    yes [
        ("“We will never sell,” Peter Holm grinned.", "“We will never sell,” by Peter Holm"),
    ]
    no [
        "“We will never sell,” said Peter Holm.",
    ];

    /// a second verb of speech behind “and” or “but”, with no subject of its own, has the speaker of the first
    SAME_SPEAKER "attribution.same-speaker"
    yes [
        ("Peter Holm said the harbour would close and added that the crew would be paid.", "added"),
    ]
    no [
        "Peter Holm said the harbour would close and Ruth Lind added that the crew would be paid.",
    ];

    /// The sentence ends with {speaker} and {cue}.
    SENTENCE_SPEAKER_SAID "attribution.sentence-speaker-said"
    yes [
        ("The new road was “dangerous and far too narrow” for lorries, Ruth Lind said.", "“dangerous and far too narrow” by Ruth Lind"),
    ]
    no [
        "Ruth Lind said the new road was “dangerous and far too narrow” for lorries.",
    ];

    /// The marks are signed behind a dash: {speaker}.
    SIGNATURE "attribution.signature"
    yes [
        ("“A book like this comes once in a lifetime.” — Ruth Lind, Oslo", "“A book like this comes once in a lifetime.” by Ruth Lind"),
    ]
    no [
        "“A book like this comes once in a lifetime,” Ruth Lind said in Oslo.",
    ];

    /// A question word stands behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_ASKED "attribution.speaker-asked"
    yes [
        ("Ruth Lind also explained to her guests from the north how the old mill differed from the new one.", "“how the old mill differed from the new one” by Ruth Lind"),
    ]
    no [
        "Senator Mark Hale asked the minister for a map of the bridge.",
    ];

    /// The tree hangs a clause on {cue}, whose subject is {speaker}; the words end with that clause.
    SPEAKER_SAID_CLAUSE "attribution.speaker-said-clause"
    yes [
        ("Ruth Lind said the road would be open again by Friday.", "“the road would be open again by Friday” by Ruth Lind"),
    ]
    no [
        "Ruth Lind walked along the road that would be open again by Friday.",
    ];

    /// The marks follow {speaker} and {cue}.
    SPEAKER_SAID_QUOTE "attribution.speaker-said-quote"
    yes [
        ("Ruth Lind said: “The road is a danger to everybody.”", "“The road is a danger to everybody.” by Ruth Lind"),
    ]
    no [
        "Ruth Lind did not say: “The road is a danger to everybody.”",
    ];

    /// “that” stands behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_SAID_THAT "attribution.speaker-said-that"
    yes [
        ("Mayor Ruth Lind's claim that the road was safe surprised the villagers.", "“the road was safe surprised the villagers” by Ruth Lind"),
    ]
    no [
        "Mayor Ruth Lind's idea of a road surprised the villagers.",
    ];

    /// A subject and a verb stand behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_SAID_WORDS "attribution.speaker-said-words"
    yes [
        ("The mayor said work on the bridge in the old part of the town, begun in May, over by June.", "” by mayor"),
    ]
    no [
        "Ruth Lind confirmed the date.",
    ];

    /// An infinitive stands behind {cue}, whose subject is {speaker}.
    SPEAKER_URGED_TO "attribution.speaker-urged-to"
    yes [
        ("Senator Mark Hale urged the banks to lend more money to farmers.", "“the banks to lend more money to farmers” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale wanted the banks to lend more money to farmers.",
    ];

    /// What {speaker} {cue} somebody of.
    SPEECH_CHARGE "attribution.speech-charge"
    yes [
        ("Senator Mark Hale accused the banks of hiding their losses.", "“hiding their losses” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale robbed the banks of their losses.",
    ];

    /// A verb in “-ing” stands behind {cue}, whose subject is {speaker}.
    SPEECH_GERUND "attribution.speech-gerund"
    yes [
        ("Senator Mark Hale denied taking money from the builders.", "“taking money from the builders” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale enjoyed taking money from the builders.",
    ];

    /// What {speaker} {cue} something as.
    SPEECH_OBJECT "attribution.speech-object"
    yes [
        ("Senator Mark Hale described the vote as a step backwards.", "“the vote as a step backwards” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale drew the house as a castle.",
    ];

    /// What {speaker} {cue} for, of or about.
    SPEECH_TOPIC "attribution.speech-topic"
    yes [
        ("Senator Mark Hale warned of long queues at the border.", "“long queues at the border” by Mark Hale"),
    ]
    no [
        "Senator Mark Hale waited in long queues at the border.",
    ];

    /// words in marks with capitals throughout, where a thing stands, are the title of a work
    TITLE_OF_WORK "attribution.title-of-work"
    yes [
        ("Peter Holm read from his novel “The Long Way Home” in Oslo.", "The Long Way Home"),
    ]
    no [
        "Peter Holm said “the long way home” was closed.",
    ];

    /// A paragraph without a label goes on with the turn before it.
    TRANSCRIPT_GOES_ON "attribution.transcript-goes-on"
    yes [
        ("MS. LIND: Good morning, all of you.\n\nI have two things to announce today.\n\nQ: When will the road open?\n\nMS. LIND: Soon.", "“I have two things to announce today.” by Lind"),
    ]
    no [
        "Ruth Lind: “Good morning.”\n\nShe had two things to announce.",
    ];

    /// A turn of a transcript, with the label {speaker}.
    TRANSCRIPT_LABEL "attribution.transcript-label"
    yes [
        ("MS. LIND: Good morning, all of you.\n\nQ: When will the road open?\n\nMS. LIND: Soon.", "“Good morning, all of you.” by Lind"),
    ]
    no [
        "Note: the road will open soon.",
    ];

    /// The words in marks stand alone: no words near them tell who speaks.
    UNATTRIBUTED "attribution.unattributed"
    yes [
        ("The wall was old. On it somebody had painted: “No more lies for us, never again.”", "“No more lies for us, never again.” by nobody"),
        ("“No more lies for us, never again.”", "“No more lies for us, never again.” by nobody"),
    ]
    no [
        "“No more lies for us,” Ruth Lind said.",
    ];

    /// a speech that is negated, asked about, declined or supposed was not given
    UNSAID "attribution.unsaid"
    yes [
        ("Peter Holm did not say that the harbour would close.", "say"),
        ("Peter Holm refused to say that the harbour would close.", "say"),
    ]
    no [
        "Peter Holm said that the harbour would not close.",
    ];

    /// {speaker} is the subject of the verb before the marks.
    VERB_BEFORE "attribution.verb-before"
    yes [
        ("Ruth Lind gave the crew “the warmest thanks a town can give”.", "“the warmest thanks a town can give” by Ruth Lind"),
    ]
    no [
        "The rain spoiled “a round of applause for nothing at all”.",
    ];
}
