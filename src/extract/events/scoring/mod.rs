//! How sure an event is.

pub(crate) mod confidence;
pub(crate) mod features;
