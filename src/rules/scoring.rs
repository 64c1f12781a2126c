//! How sure an event is.

rules! {
    Pass::Scoring;
}
