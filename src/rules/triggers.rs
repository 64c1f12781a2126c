//! Which words tell an event that no frame tells.

rules! {
    Pass::Triggers;

    /// a report that somebody must do something is a demand by whoever says so
    REPORTED_DEMAND "triggers.reported-demand"
    yes []
    no [];
}
