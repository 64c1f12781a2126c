//! Whether an event happened, and who says so.

rules! {
    Pass::Factuality;

    /// it stands under a condition or in a question
    CONDITION "factuality.condition"
    yes []
    no [];

    /// the word denies it
    DENIED "factuality.denied"
    yes []
    no [];

    /// “no” before the noun denies it
    NO_NOUN "factuality.no-noun"
    yes []
    no [];

    /// the doer's own word about a deed to come is the threat or the promise itself
    OWN_ANNOUNCEMENT "factuality.own-announcement"
    yes []
    no [];

    /// the word puts it in the future
    PLANNED "factuality.planned"
    yes []
    no [];

    /// the word wishes, tries, allows or fears it
    POSSIBLE "factuality.possible"
    yes []
    no [];

    /// a deed that another one is done for has not happened yet
    PURPOSE "factuality.purpose"
    yes []
    no [];

    /// the subject of the word says so
    REPORTED "factuality.reported"
    yes []
    no [];
}
