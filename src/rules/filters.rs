//! What is no event after all.

rules! {
    Pass::Filters;

    /// the judge, learnt from annotated news, hears no event in words that a frame takes for one
    JUDGED_NONE "filters.judged-none"
    yes [("A fire at a nightclub in Bangkok, Thailand, kills 61 people and injures more than 200.", "kills")]
    no ["Russian soldiers kill 61 people in Kharkiv and injure more than 200."];
}
