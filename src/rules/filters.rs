//! What is no event after all.

rules! {
    Pass::Filters;

    /// what is neither somebody nor a weapon hits nobody by force
    ABSTRACT_BLOW "filters.abstract-blow"
    yes [
        ("The force was hit by allegations of fraud.", "hit"),
        ("The reform has hurt Northern Ireland.", "hurt"),
    ]
    no ["Police in Kenya were hit by rockets."];

    /// it takes two to work together, and somebody to be thanked or praised
    ALONE "filters.alone"
    yes [("Norway will work together.", "work")]
    no ["Norway and Peru will work together."];

    /// a lake or a man “called” by a name was not phoned
    CALLED "filters.called"
    yes [("A village called Ystad praised Peru.", "called")]
    no ["Merkel called Putin."];

    /// who runs into a vehicle has an accident
    COLLISION "filters.collision"
    yes [("A bus from Kenya rammed into a lorry on Monday.", "rammed")]
    no ["The militants rammed into the police in Kenya."];

    /// what stands under a condition or in a question did not happen
    CONDITION "filters.condition"
    yes [("If Chile attacks Peru, oil prices will rise.", "attacks")]
    no ["Chile attacked Peru, and oil prices rose."];

    /// whoever beats or defeats another in an election or a game attacks nobody
    CONTEST "filters.contest"
    yes [("Democrats retook the Senate in the elections.", "retook")]
    no ["Rebels defeated the army of Chile."];

    /// talks, rallies and drills are held; other things are only held in the hand
    HELD "filters.held"
    yes [("Norway held sanctions in reserve against Peru.", "held")]
    no ["Norway held talks with Peru."];

    /// a bare verb without a subject asks the reader and tells of nobody
    IMPERATIVE "filters.imperative"
    yes [("Please arrest Putin.", "arrest")]
    no ["Chile attacked Peru."];

    /// the judge, learnt from annotated news, hears no event in words that a frame takes for one
    JUDGED_NONE "filters.judged-none"
    yes [("A fire at a nightclub in Bangkok, Thailand, kills 61 people and injures more than 200.", "kills")]
    no ["Russian soldiers kill 61 people in Kharkiv and injure more than 200."];

    /// what a measure hits or targets is not attacked
    MEASURE "filters.measure"
    yes [("A travel ban targeting six countries and Peru was lifted.", "targeting")]
    no ["The missiles hit Peru."];

    /// people who come to harm by an accident, an illness or the weather were attacked by nobody
    MISFORTUNE "filters.misfortune"
    yes [("Five people were killed in Peru when a tram derailed.", "killed")]
    no ["Ten Peruvians were killed by gunmen."];

    /// harm that somebody is said to have let others do is no concession
    NEGLECT "filters.neglect"
    yes [("Norway allowed Peru to cheat Chile.", "allowed")]
    no ["Norway allowed Peru to sell oil."];

    /// who reports or confirms a deed of force did not do it
    NEWS_OF_DEED "filters.news-of-deed"
    yes [("Witnesses reported an attack on Peru.", "attack")]
    no ["Chile launched an attack on Peru."];

    /// nobody does it and nobody suffers it
    NOBODY "filters.nobody"
    yes [("The vote was condemned.", "condemned")]
    no ["Norway condemned the vote."];

    /// what only people do, said of a thing or of nobody
    NOBODYS "filters.nobodys"
    yes [("The funds are going to Peru.", "going")]
    no ["Norway will help Peru."];

    /// what is denied of nobody is nothing
    NOBODYS_DENIED "filters.nobodys-denied"
    yes [("Peru was not attacked.", "attacked")]
    no ["Chile did not attack Peru."];

    /// a noun tells an event by itself only where those who take part are named
    NOUN_ALONE "filters.noun-alone"
    yes [("The visit was short.", "visit")]
    no ["The talks between Norway and Peru failed in May."];

    /// crowds that walk in parades or in memory of somebody protest nothing
    PARADE "filters.parade"
    yes [
        ("Officers from Norway marched in the parade.", "marched"),
        ("Students in Norway marched to honour the victims.", "marched"),
    ]
    no ["Students in Norway marched against the law."];

    /// moments, markets and games are killed, seized and lost in a figure of speech
    PRIZE "filters.prize"
    yes [
        ("Google invaded the market in May.", "invaded"),
        ("Spain surrendered the lead on Sunday.", "surrendered"),
    ]
    no ["Russia invaded Ukraine in May."];

    /// what somebody who speaks was asked about is no request
    PROMPT "filters.prompt"
    yes [("Asked whether Norway would help, Merkel praised Peru.", "Asked")]
    no ["Norway asked for help."];

    /// what a sentence tells twice is one event
    REPEAT "filters.repeat"
    yes [("Merkel met Putin during the Merkel-Putin meeting.", "meeting")]
    no ["Merkel met Putin in Oslo."];

    /// what is fired back in words or in a medium is an answer
    RETORT "filters.retort"
    yes [("Angela Merkel fired back on Twitter.", "fired")]
    no ["The police fired on the protesters in Kenya."];

    /// whoever is bombarded with anything but weapons is not harmed
    SHOWER "filters.shower"
    yes [("Reporters bombarded Angela Merkel with questions.", "bombarded")]
    no ["Russia bombarded Ukraine with missiles."];

    /// a trip that somebody survives or suffers is no visit to him
    SURVIVED "filters.survived"
    yes [("Merkel survived the trip to Peru.", "trip")]
    no ["Merkel began the trip to Peru."];

    /// nobody in it is named, and nobody did it
    UNNAMED "filters.unnamed"
    yes [("A student was praised.", "praised")]
    no ["Norway praised a student."];
}
