//! The words that attribution knows.

use crate::word_sets;

word_sets! {
    /// Words that the rules of attribution know.
    pub enum SpeechWords from "speech.tsv" {
        /// Words that may stand before the word that opens an adverbial clause.
        BeforeAMarker = "before-a-marker",
        /// Words before a word of time.
        BeforeTime = "before-time",
        /// Words that begin the circumstance in which direct speech was spoken.
        Circumstances = "circumstances",
        /// Words behind a comma that begin another clause.
        ClauseJoints = "clause-joints",
        /// Words that open an adverbial clause.
        ClauseMarkers = "clause-markers",
        /// Words by which one who speaks is known: first and second persons, and thanks.
        Conversation = "conversation",
        /// Relative pronouns whose clause may begin with a speaker of its own.
        GapPronouns = "gap-pronouns",
        /// Those to whom things are told in the plural and without an article: "told reporters".
        Hearers = "hearers",
        /// Words of labels that nobody writes in capitals elsewhere.
        LabelOffices = "label-offices",
        /// Parts of labels in capitals that keep their small letters.
        LabelSmallLetters = "label-small-letters",
        /// Verbs behind "as" that liken another to the speaker.
        LikenessVerbs = "likeness-verbs",
        /// Words before a verb of speech that name no speaker.
        NoSpeakers = "no-speakers",
        /// Prepositions that keep what they govern from being a subject, whatever the tree says.
        NotOfASubject = "not-of-a-subject",
        /// Words behind a comma that bring in another speaker.
        OtherSpeakerJoints = "other-speaker-joints",
        /// Prepositions of where and by what means something was said.
        PlacePrepositions = "place-prepositions",
        /// Forms that are a verb of speech and end any noun phrase.
        PlainSpeech = "plain-speech",
        /// Participles that tell what an answer answers.
        Prompts = "prompts",
        /// Words that begin a reported question.
        QuestionWords = "question-words",
        /// Prepositions of a second phrase about where something was said.
        SecondPrepositions = "second-prepositions",
        /// Small words whose capital is only that of their sentence.
        SmallOpeners = "small-openers",
        /// Pronouns and quantifiers that can speak.
        SpeakingPronouns = "speaking-pronouns",
        /// Pronouns that can be a subject right behind its verb.
        SubjectForms = "subject-forms",
        /// Personal pronouns in the nominative.
        SubjectPronouns = "subject-pronouns",
        /// Words that make an attribution part of an adverbial clause.
        SubordinatingMarkers = "subordinating-markers",
        /// Forms that introduce speech, whatever the tagger took them for.
        SureSpeech = "sure-speech",
        /// Words of time that stand between a subject and its verb.
        TimeShifters = "time-shifters",
        /// The days of the week.
        Weekdays = "weekdays",
        /// Prepositions of where or to whom something was said.
        WhereSaid = "where-said",
        /// Verbs whose object in marks and capitals is a work.
        WorkVerbs = "work-verbs",
        /// Words behind a dash or comma that begin what the writer says.
        WriterOpeners = "writer-openers",
    }
}
