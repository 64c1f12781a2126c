//! Which actor stands behind the words that name a speaker.

rules! {
    Pass::Quotes;

    /// {speaker} is a description with no name, an actor of its own.
    DESCRIBED "quotes.described"
    yes [
        ("“They came at night,” villagers said.", "“They came at night,” by villagers"),
    ]
    no [
        "“They came at night,” Ruth Lind said.",
    ];

    /// {speaker} is something issued: its owner speaks.
    DOCUMENT "quotes.document"
    yes [
        ("“We have found nothing,” according to Ruth Lind's letter.", "“We have found nothing,” by Ruth Lind"),
    ]
    no [
        "“The talks will go on,” the Kremlin said.",
    ];

    /// {speaker} is something issued and quoted already: the last speaker goes on.
    DOCUMENT_LAST "quotes.document-last"
    yes [
        ("“The talks will go on,” Ruth Lind said. “Nobody will leave the table before the summer,” the statement added.", "“Nobody will leave the table before the summer,” by Ruth Lind"),
    ]
    no [
        "“The talks will go on,” Ruth Lind said.",
    ];

    /// {speaker} refers to the body that spoke last.
    GOES_ON "quotes.goes-on"
    yes [
        ("The Kremlin rejected the plan. “Nobody here wants it,” the spokesman said on Monday after talks with Ruth Lind in Oslo. Ruth Lind left. It added that there would be no second plan.", "“there would be no second plan” by nobody"),
        ("“Nobody here wants the plan,” according to Greenpeace.\n\nThe wells are old.\n\nRuth Lind has closed two of them.\n\nIt added that there would be no second plan.", "“there would be no second plan” by Greenpeace"),
    ]
    no [
        "“They must be closed at once,” she said.",
    ];

    /// {speaker}, right behind what somebody said, is whoever said it.
    HE_GOES_ON "quotes.he-goes-on"
    yes [
        ("“The road is safe,” said Ruth Lind. “We checked every metre of it,” she added.", "“We checked every metre of it,” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” said Ruth Lind.",
    ];

    /// The label names a person of the article.
    LABEL "quotes.label"
    yes [
        ("MS. LIND: Good morning, all of you.\n\nQ: When will the road open?\n\nMS. LIND: Soon. Ruth Lind spoke in Oslo.", "“Good morning, all of you.” by Ruth Lind"),
    ]
    no [
        "Ruth Lind: “Good morning, all of you.”",
    ];

    /// {speaker} ends with a name: that person speaks.
    LAST_NAME "quotes.last-name"
    yes [
        ("“The road is safe,” State Department spokeswoman Ruth Lind said.", "“The road is safe,” by Ruth Lind"),
    ]
    no [
        "“The road is safe,” she said.",
    ];

    /// {speaker} was resolved by the article’s mentions.
    MENTION "quotes.mention"
    yes [
        ("“The road is safe,” the Kremlin said.", "“The road is safe,” by Russia"),
    ]
    no [
        "“The road is safe,” somebody said.",
    ];

    /// {speaker} is one of many, whom the article tells from nobody else.
    NOBODY_KNOWN "quotes.nobody-known"
    yes [
        ("“The road is safe,” a diplomat said.", "“The road is safe,” by nobody"),
    ]
    no [
        "“The road is safe,” the ambassador Ruth Lind said.",
    ];

    /// {speaker} is somebody’s office: it says what that somebody says.
    OFFICE "quotes.office"
    yes [
        ("Governor Ruth Lind of Ohio has a cold. “She will rest for a week,” Lind's office said.", "“She will rest for a week,” by Ruth Lind"),
    ]
    no [
        "“She will rest for a week,” the office said.",
    ];

    /// {speaker} speaks for the state or body named before it.
    OFFICIAL "quotes.official"
    yes [
        ("Turkish security officials say three soldiers have been wounded.", "“three soldiers have been wounded” by Turkey"),
    ]
    no [
        "“The border is closed,” an official said.",
    ];

    /// {speaker} speaks for somebody, who is the speaker.
    SPOKESMAN "quotes.spokesman"
    yes [
        ("A Greenpeace spokeswoman said the offer was too small.", "“the offer was too small” by Greenpeace"),
    ]
    no [
        "“The border is closed,” a spokesman said.",
    ];

    /// {speaker} holds a title with a name.
    TITLE "quotes.title"
    yes [
        ("German Chancellor Angela Merkel's spokesman, Steffen Seibert, said the offer was too small.", "“the offer was too small” by Steffen Seibert"),
    ]
    no [
        "“The road is safe,” Putin said.",
    ];

    /// {speaker} stands for nobody known.
    UNKNOWN "quotes.unknown"
    yes [
        ("The guidelines cite the outbreak of 2009 as an example of a bad name.", "“the outbreak of 2009 as an example of a bad name” by nobody"),
    ]
    no [
        "“The road is safe,” Ruth Lind said.",
    ];
}
