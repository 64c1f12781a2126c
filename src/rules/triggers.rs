//! Which words tell an event that no frame tells.

rules! {
    Pass::Triggers;

    /// a politician's attack on another is criticism
    ATTACK_IN_WORDS "triggers.attack-in-words"
    yes [("Senator Mark Hale attacked President Barack Obama on Monday.", "ACCUSE/criticise asserted Mark Hale > Barack Obama 2025-06-09")]
    no ["Norwegian troops attacked the town."];

    /// a light verb carries the noun that tells it
    CARRIED "triggers.carried"
    yes [("Norway imposed sanctions on Peru.", "SANCTION/sanctions asserted Norway > Peru")]
    no ["Norway sanctioned Peru."];

    /// the verb brings what the noun tells to an end
    ENDED "triggers.ended"
    yes [("The ban on Norway has been removed.", "CONCEDE/ease asserted - > Norway 2025-06-12")]
    no ["Norway imposed an embargo on Peru."];

    /// whoever warns of what is nobody's deed, or of what is so already, threatens nobody
    FORECAST "triggers.forecast"
    yes [
        ("Norway's weather service warned of floods.", "warned"),
        ("The European Union warned that prices were rising in Spain.", "warned"),
    ]
    no ["Iran warned Israel of floods.", "Iran warned that Israel would pay."];

    /// what somebody is said to have coming is threatened
    FORETOLD "triggers.foretold"
    yes [("Trump said India would face tariffs.", "THREATEN asserted Trump > India undated")]
    no ["Peru faced sanctions from Norway."];

    /// whoever asks a question, or for a comment, asks for nothing to be done
    INQUIRY "triggers.inquiry"
    yes [
        ("Norway asked Peru whether it had lied.", "asked"),
        ("Spain was asked for comment.", "asked"),
    ]
    no ["Spain asked Kenya for help."];

    /// the judge, learnt from annotated news, hears an event in a word that no frame knows in this place
    JUDGED "triggers.judged"
    yes [("Russia struck Kyiv with missiles.", "ASSAULT"), ("Kenya's leader pardons hundreds of prisoners.", "CONCEDE")]
    no ["Turkey beat Spain in the final."];

    /// saying that somebody will pay or face consequences threatens him
    MENACE "triggers.menace"
    yes [("Trump said North Korea would face fire and fury.", "THREATEN asserted Trump > North Korea undated")]
    no ["Merkel said that Peru will pay the bill."];

    /// a promise not to do something is a refusal
    NEGATED_PROMISE "triggers.negated-promise"
    yes [("Norway pledged not to support Peru.", "REJECT/refuse asserted Norway > Peru")]
    no ["Norway pledged to support Peru."];

    /// a promise not to do harm is a promise
    NEGATED_THREAT "triggers.negated-threat"
    yes [("Norway vowed not to attack Peru.", "AGREE asserted Norway > Peru")]
    no ["Norway vowed to attack Peru."];

    /// the doer's own word about a deed to come is a threat, a refusal or a promise
    OWN_ANNOUNCEMENT "triggers.own-announcement"
    yes [("Norway said it would bomb Peru.", "THREATEN asserted Norway > Peru undated")]
    no ["Norway said Chile would bomb Peru."];

    /// a report that somebody must do something is a demand by whoever says so
    REPORTED_DEMAND "triggers.reported-demand"
    yes [("Norway said Peru should pay the bill.", "REQUEST/demand asserted Norway > Peru")]
    no ["Norway said Peru had withdrawn."];

    /// what is threatened tells how it is threatened
    THREATENED_DEED "triggers.threatened-deed"
    yes [("Norway threatened to bomb Peru.", "THREATEN/force asserted Norway > Peru")]
    no ["Norway threatened Peru."];

    /// what somebody will not concede is refused
    WILL_NOT_YIELD "triggers.will-not-yield"
    yes [("Norway will not lift the ban on Peru.", "REJECT/refuse asserted Norway > Peru")]
    no ["Norway did not lift the ban on Peru."];
}
