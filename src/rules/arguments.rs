//! Who is source and who is target.

rules! {
    Pass::Arguments;

    /// a city or region that is dealt with stands for the state it lies in
    STATE_OF_PLACE "arguments.state-of-place"
    yes []
    no [];
}
