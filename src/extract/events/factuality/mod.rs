//! Whether an event happened, is planned, possible or denied, and who says so.

pub(crate) mod operators;
