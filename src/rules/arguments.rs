//! Who is source and who is target.

rules! {
    Pass::Arguments;

    /// the deed is said to be its own: by a light verb's subject, a possessive, “by” or a name before the noun
    AGENT "arguments.agent"
    yes []
    no [];

    /// who is “under attack” is attacked, by whoever stands behind “by” or “from”
    BESET "arguments.beset"
    yes []
    no [];

    /// whoever says what somebody is to suffer threatens it
    FORETOLD "arguments.foretold"
    yes []
    no [];

    /// a call, meeting or visit that is the setting of what somebody does is his
    HOST "arguments.host"
    yes []
    no [];

    /// a single person's deed of force is not his state's
    LONE_DOER "arguments.lone-doer"
    yes []
    no [];

    /// it is the object of the word that tells the event
    OBJECT "arguments.object"
    yes []
    no [];

    /// it stands behind a preposition that the frame asks for
    PREPOSITION "arguments.preposition"
    yes []
    no [];

    /// in a readout of two parties, what one asks or tells of nobody named is asked of the other
    READOUT_PARTY "arguments.readout-party"
    yes []
    no [];

    /// it is the one to whom it is given or said
    RECEIVER "arguments.receiver"
    yes []
    no [];

    /// of two joined hostile deeds of one doer, the second is directed at whom the first is
    SHARED_HOSTILE "arguments.shared-hostile"
    yes []
    no [];

    /// who is eased of a measure is who was burdened with it in the sentence
    SHARED_MEASURE "arguments.shared-measure"
    yes []
    no [];

    /// a second visit of a sentence goes where the first one goes
    SHARED_VISIT "arguments.shared-visit"
    yes []
    no [];

    /// what is said without a subject is said of whoever speaks
    SPEAKER "arguments.speaker"
    yes []
    no [];

    /// a city or region that is dealt with stands for the state it lies in
    STATE_OF_PLACE "arguments.state-of-place"
    yes []
    no [];

    /// it is the subject of the word that tells the event
    SUBJECT "arguments.subject"
    yes []
    no [];

    /// the subject of “face”, “suffer” and the like is the one it is done to
    UNDERGONE "arguments.undergone"
    yes []
    no [];

    /// the person who owns a murder or an abduction suffered it
    VICTIM "arguments.victim"
    yes []
    no [];

    /// what somebody thinks of a deed is directed at whose deed it is
    WHOSE_DEED "arguments.whose-deed"
    yes []
    no [];

    /// it is named in the clause below
    WITHIN_COMPLEMENT "arguments.within-complement"
    yes []
    no [];

    /// it is named inside the object
    WITHIN_OBJECT "arguments.within-object"
    yes []
    no [];
}
