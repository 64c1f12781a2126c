//! Whether an event happened, and who says so.

rules! {
    Pass::Factuality;

    /// the word denies it
    DENIED "factuality.denied"
    yes [("Norway did not attack Peru.", "ASSAULT denied Norway > Peru")]
    no ["Norway attacked Peru."];

    /// “no” before the noun denies it
    NO_NOUN "factuality.no-noun"
    yes [("Norway engaged in no talks with Peru.", "CONSULT/meet denied Norway > Peru")]
    no ["Norway imposed sanctions on Peru."];

    /// the doer's own word about a deed to come is the threat or the promise itself
    OWN_ANNOUNCEMENT "factuality.own-announcement"
    yes [("Norway said it would bomb Peru.", "THREATEN asserted Norway > Peru undated")]
    no ["Norway said Chile would bomb Peru."];

    /// the word puts it in the future
    PLANNED "factuality.planned"
    yes [("Merkel will visit Peru.", "CONSULT/visit planned Merkel > Peru")]
    no ["Merkel visited Peru."];

    /// the word wishes, tries, allows or fears it
    POSSIBLE "factuality.possible"
    yes [("Merkel may visit Peru.", "CONSULT/visit possible Merkel > Peru")]
    no ["Merkel visited Peru."];

    /// a deed that another one is done for has not happened yet
    PURPOSE "factuality.purpose"
    yes [("Norway sent troops to attack Peru.", "ASSAULT possible troops > Peru")]
    no ["Norwegian troops attacked Peru."];

    /// the subject of the word says so
    REPORTED "factuality.reported"
    yes [("Norway said Chile had attacked Peru.", "ASSAULT asserted Chile > Peru undated")]
    no ["Chile attacked Peru."];
}
