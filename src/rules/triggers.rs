//! Which words tell an event that no frame tells.

rules! {
    Pass::Triggers;

    /// a politician's attack on another is criticism
    ATTACK_IN_WORDS "triggers.attack-in-words"
    yes []
    no [];

    /// a light verb carries the noun that tells it
    CARRIED "triggers.carried"
    yes []
    no [];

    /// the verb brings what the noun tells to an end
    ENDED "triggers.ended"
    yes []
    no [];

    /// what somebody is said to have coming is threatened
    FORETOLD "triggers.foretold"
    yes []
    no [];

    /// the judge, learnt from annotated news, hears an event in a word that no frame knows in this place
    JUDGED "triggers.judged"
    yes [("Russia struck Kyiv with missiles.", "ASSAULT"), ("Kenya's leader pardons hundreds of prisoners.", "CONCEDE")]
    no ["Turkey beat Spain in the final."];

    /// saying that somebody will pay or face consequences threatens him
    MENACE "triggers.menace"
    yes []
    no [];

    /// a promise not to do something is a refusal
    NEGATED_PROMISE "triggers.negated-promise"
    yes []
    no [];

    /// a promise not to do harm is a promise
    NEGATED_THREAT "triggers.negated-threat"
    yes []
    no [];

    /// the doer's own word about a deed to come is a threat, a refusal or a promise
    OWN_ANNOUNCEMENT "triggers.own-announcement"
    yes []
    no [];

    /// a report that somebody must do something is a demand by whoever says so
    REPORTED_DEMAND "triggers.reported-demand"
    yes []
    no [];

    /// what is threatened tells how it is threatened
    THREATENED_DEED "triggers.threatened-deed"
    yes []
    no [];

    /// what somebody will not concede is refused
    WILL_NOT_YIELD "triggers.will-not-yield"
    yes []
    no [];
}
