//! Which quotation marks open and close what.

rules! {
    Pass::Marks;

    /// a paragraph without a closing mark goes on in the next, which repeats the opening mark
    CARRIED_ON "marks.carried-on"
    yes [
        ("“We began with nothing,” Ann Reyes said. “We had one boat.\n\n“Then the storm came and took it.”", "Then the storm came"),
    ]
    no [
        "“We began with nothing,” Ann Reyes said. “We had one boat.”\n\n“Then the storm came and took it.”",
    ];

    /// a closing mark behind a comma, with a verb of speech and no opening mark, closes the sentence before it
    LOST_OPENING "marks.lost-opening"
    yes [
        ("The road is safe again,\" Ruth Lind said on Monday.", "The road is safe again"),
    ]
    no [
        "The road is six feet wide,\" as the map of the town has it.",
    ];

    /// marks of another sort, or twice closed, are a quotation within the quotation
    NESTED "marks.nested"
    yes [
        ("“She told me ‘never again’ and left,” Peter Holm said.", "never again"),
    ]
    no [
        "“She told me the workers’ rights are safe,” Peter Holm said.",
    ];

    /// a quotation whose closing mark is missing ends with its sentence, or its paragraph where it began it
    UNCLOSED "marks.unclosed"
    yes [
        ("Ruth Lind said \"the road is safe. Then she left the hall.", "\"the road is safe."),
    ]
    no [
        "Ruth Lind said \"the road is safe.\" Then she left the hall.",
    ];
}
