//! Whom pronouns, descriptions and nouns without a name mean.

rules! {
    Pass::Coreference;

    /// “the administration” is the United States government's
    ADMINISTRATION "coreference.administration"
    yes []
    no [];

    /// set beside the name it describes
    APPOSITION "coreference.apposition"
    yes []
    no [];

    /// the noun is followed by the name it describes
    BEFORE_ITS_NAME "coreference.before-its-name"
    yes []
    no [];

    /// the body last called by the same noun
    BODY_CALLED_SO "coreference.body-called-so"
    yes []
    no [];

    /// the last body named that the noun can mean
    BODY_IN_MIND "coreference.body-in-mind"
    yes []
    no [];

    /// the last body whose name holds the noun
    BODY_NAMED_SO "coreference.body-named-so"
    yes []
    no [];

    /// the only one who acted or spoke just before, called by what he is
    CALLED_BY_WHAT_HE_IS "coreference.called-by-what-he-is"
    yes []
    no [];

    /// “I” and “we” inside a quotation are its speaker
    FIRST_PERSON_IN_QUOTE "coreference.first-person-in-quote"
    yes []
    no [];

    /// “I” and “we” of a text that is the words of whom its title names
    FIRST_PERSON_OF_AUTHOR "coreference.first-person-of-author"
    yes []
    no [];

    /// the words in square brackets behind it say whom it means
    GLOSS "coreference.gloss"
    yes []
    no [];

    /// the only person whom the next sentences introduce
    INTRODUCED_NEXT "coreference.introduced-next"
    yes []
    no [];

    /// a statement or report speaks for whoever issued it
    ISSUED_BY "coreference.issued-by"
    yes []
    no [];

    /// the newspaper, agency or broadcaster named last
    MEDIUM_IN_MIND "coreference.medium-in-mind"
    yes []
    no [];

    /// the only one whom the article later names with that office
    NAMED_LATER "coreference.named-later"
    yes []
    no [];

    /// the state or body named right before
    NEAREST_BODY "coreference.nearest-body"
    yes []
    no [];

    /// the description is said of the one named before it
    OF_DESCRIBED "coreference.of-described"
    yes []
    no [];

    /// the one whom the article names with that office elsewhere
    OFFICE_NAMED_ELSEWHERE "coreference.office-named-elsewhere"
    yes []
    no [];

    /// the one named before who holds that office and fits best
    OFFICE_OF_ONE_IN_MIND "coreference.office-of-one-in-mind"
    yes []
    no [];

    /// the people or group spoken of right before
    PEOPLE_BEFORE "coreference.people-before"
    yes []
    no [];

    /// the person mentioned before who weighs most: near, much spoken of
    PERSON_BEFORE "coreference.person-before"
    yes []
    no [];

    /// officials, troops and governments stand for the state they are said of
    SAID_OF_ITS_STATE "coreference.said-of-its-state"
    yes []
    no [];

    /// what “is” or “was” says of its subject
    SAID_OF_THE_SUBJECT "coreference.said-of-the-subject"
    yes []
    no [];

    /// the last that many of their kind, those joined by “and” first
    SEVERAL "coreference.several"
    yes []
    no [];

    /// those named or described together right before
    SEVERAL_BEFORE "coreference.several-before"
    yes []
    no [];

    /// whoever spoke in the sentences before
    SPEAKER_BEFORE "coreference.speaker-before"
    yes []
    no [];

    /// the state spoken of last and most
    STATE_IN_MIND "coreference.state-in-mind"
    yes []
    no [];

    /// the subject of its clause or of the clause around it
    SUBJECT_ABOVE "coreference.subject-above"
    yes []
    no [];

    /// the subject that the opening phrase leads up to
    SUBJECT_AHEAD "coreference.subject-ahead"
    yes []
    no [];

    /// the subject of a clause before, and the one who weighs most
    SUBJECT_BEFORE "coreference.subject-before"
    yes []
    no [];

    /// what the sentence before is about
    SUBJECT_OF_SENTENCE_BEFORE "coreference.subject-of-sentence-before"
    yes []
    no [];

    /// a noun of people or bodies who act and are nobody named
    UNNAMED "coreference.unnamed"
    yes []
    no [];
}
