//! What is no event after all.

rules! {
    Pass::Filters;
}
