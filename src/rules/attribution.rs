//! Which words are speech, and which words name the speaker.

rules! {
    Pass::Attribution;

    /// A clause with “according to” and a source; the words are the sentence without them.
    ACCORDING_TO "attribution.according-to"
    yes []
    no [];

    /// The words in marks are what {speaker} called it by {cue}.
    CALLED "attribution.called"
    yes []
    no [];

    /// A sentence with {speaker} {cue} set off by a comma; the words are the rest of it.
    CLAUSE_SPEAKER_SAID "attribution.clause-speaker-said"
    yes []
    no [];

    /// The sentence that introduces the marks with a colon is by {speaker}.
    COLON "attribution.colon"
    yes []
    no [];

    /// The marks go on from the paragraph before, so the speaker does.
    CONTINUED_QUOTE "attribution.continued-quote"
    yes []
    no [];

    /// A first piece has the speaker of the piece right behind it.
    FIRST_PIECE "attribution.first-piece"
    yes []
    no [];

    /// A headline names the speaker before its colon: {speaker}.
    HEADLINE_LABEL "attribution.headline-label"
    yes []
    no [];

    /// In a headline the name right before the marks speaks: {speaker}.
    HEADLINE_NAME "attribution.headline-name"
    yes []
    no [];

    /// A headline names the speaker behind its dash: {speaker}.
    HEADLINE_SIGNATURE "attribution.headline-signature"
    yes []
    no [];

    /// {speaker} stands before the colon that introduces the marks.
    LABEL "attribution.label"
    yes []
    no [];

    /// A later piece has the speaker of the piece before it in its paragraph.
    LATER_PIECE "attribution.later-piece"
    yes []
    no [];

    /// The list’s item begins with {speaker}.
    LIST_ITEM "attribution.list-item"
    yes []
    no [];

    /// A paragraph of nothing but marks goes on with the speaker of the one before.
    PARAGRAPH_BEFORE "attribution.paragraph-before"
    yes []
    no [];

    /// The words in marks are part of a clause that {speaker} {cue}.
    PART_OF_CLAUSE "attribution.part-of-clause"
    yes []
    no [];

    /// The words in marks are part of what {speaker} {cue}.
    PART_OF_OBJECT "attribution.part-of-object"
    yes []
    no [];

    /// The sentence before was by {speaker}, with {cue}.
    PREVIOUS_SENTENCE "attribution.previous-sentence"
    yes []
    no [];

    /// The sentence before has {speaker} for its subject.
    PREVIOUS_SUBJECT "attribution.previous-subject"
    yes []
    no [];

    /// The marks are followed by {cue} and then {speaker}.
    QUOTE_SAID_SPEAKER "attribution.quote-said-speaker"
    yes []
    no [];

    /// The marks are followed by {cue} and then {speaker}.
    QUOTE_SAID_WORDS "attribution.quote-said-words"
    yes []
    no [];

    /// The marks are followed by {speaker} and then {cue}.
    QUOTE_SPEAKER_SAID "attribution.quote-speaker-said"
    yes []
    no [];

    /// The marks are followed by {speaker} and then {cue}.
    QUOTE_WORDS_SAID "attribution.quote-words-said"
    yes []
    no [];

    /// The sentence ends with {speaker} and {cue}.
    SENTENCE_SPEAKER_SAID "attribution.sentence-speaker-said"
    yes []
    no [];

    /// The marks are signed behind a dash: {speaker}.
    SIGNATURE "attribution.signature"
    yes []
    no [];

    /// A question word stands behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_ASKED "attribution.speaker-asked"
    yes []
    no [];

    /// The tree hangs a clause on {cue}, whose subject is {speaker}; the words end with that clause.
    SPEAKER_SAID_CLAUSE "attribution.speaker-said-clause"
    yes []
    no [];

    /// The marks follow {speaker} and {cue}.
    SPEAKER_SAID_QUOTE "attribution.speaker-said-quote"
    yes []
    no [];

    /// “that” stands behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_SAID_THAT "attribution.speaker-said-that"
    yes []
    no [];

    /// A subject and a verb stand behind {cue}, whose subject is {speaker}; the words go from there to the clause’s end.
    SPEAKER_SAID_WORDS "attribution.speaker-said-words"
    yes []
    no [];

    /// An infinitive stands behind {cue}, whose subject is {speaker}.
    SPEAKER_URGED_TO "attribution.speaker-urged-to"
    yes []
    no [];

    /// What {speaker} {cue} somebody of.
    SPEECH_CHARGE "attribution.speech-charge"
    yes []
    no [];

    /// A verb in “-ing” stands behind {cue}, whose subject is {speaker}.
    SPEECH_GERUND "attribution.speech-gerund"
    yes []
    no [];

    /// What {speaker} {cue} something as.
    SPEECH_OBJECT "attribution.speech-object"
    yes []
    no [];

    /// What {speaker} {cue} for, of or about.
    SPEECH_TOPIC "attribution.speech-topic"
    yes []
    no [];

    /// A paragraph without a label goes on with the turn before it.
    TRANSCRIPT_GOES_ON "attribution.transcript-goes-on"
    yes []
    no [];

    /// A turn of a transcript, with the label {speaker}.
    TRANSCRIPT_LABEL "attribution.transcript-label"
    yes []
    no [];

    /// The words in marks stand alone: no words near them tell who speaks.
    UNATTRIBUTED "attribution.unattributed"
    yes []
    no [];

    /// {speaker} is the subject of the verb before the marks.
    VERB_BEFORE "attribution.verb-before"
    yes []
    no [];
}
