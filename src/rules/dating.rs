//! When an event happened.

rules! {
    Pass::Dating;
}
