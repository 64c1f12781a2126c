//! How sure an event is.

rules! {
    Pass::Scoring;

    /// an event that is right less than four times in ten is not shown
    TOO_DOUBTFUL "scoring.too-doubtful"
    yes [("We will continue to assist Peru in many ways.", "assist")]
    no ["Chile attacked Peru."];
}
