//! Whether an event happened, and who says so.

rules! {
    Pass::Factuality;
}
