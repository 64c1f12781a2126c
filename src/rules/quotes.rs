//! Which actor stands behind the words that name a speaker.

rules! {
    Pass::Quotes;

    /// {speaker} is a description with no name, an actor of its own.
    DESCRIBED "quotes.described"
    yes []
    no [];

    /// {speaker} is something issued: its owner speaks.
    DOCUMENT "quotes.document"
    yes []
    no [];

    /// {speaker} is something issued and quoted already: the last speaker goes on.
    DOCUMENT_LAST "quotes.document-last"
    yes []
    no [];

    /// {speaker} refers to the body that spoke last.
    GOES_ON "quotes.goes-on"
    yes []
    no [];

    /// {speaker}, right behind what somebody said, is whoever said it.
    HE_GOES_ON "quotes.he-goes-on"
    yes []
    no [];

    /// The label names a person of the article.
    LABEL "quotes.label"
    yes []
    no [];

    /// {speaker} ends with a name: that person speaks.
    LAST_NAME "quotes.last-name"
    yes []
    no [];

    /// {speaker} was resolved by the article’s mentions.
    MENTION "quotes.mention"
    yes []
    no [];

    /// {speaker} is taken for the nearest person before it who is a subject.
    NEAREST "quotes.nearest"
    yes []
    no [];

    /// {speaker} is one of many, whom the article tells from nobody else.
    NOBODY_KNOWN "quotes.nobody-known"
    yes []
    no [];

    /// {speaker} is somebody’s office: it says what that somebody says.
    OFFICE "quotes.office"
    yes []
    no [];

    /// {speaker} speaks for the state or body named before it.
    OFFICIAL "quotes.official"
    yes []
    no [];

    /// {speaker} speaks for somebody, who is the speaker.
    SPOKESMAN "quotes.spokesman"
    yes []
    no [];

    /// {speaker} holds a title with a name.
    TITLE "quotes.title"
    yes []
    no [];

    /// {speaker} stands for nobody known.
    UNKNOWN "quotes.unknown"
    yes []
    no [];
}
