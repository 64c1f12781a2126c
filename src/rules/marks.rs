//! Which quotation marks open and close what.

rules! {
    Pass::Marks;
}
