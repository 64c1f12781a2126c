//! The frame tables and how a frame's conditions are matched.

pub(crate) mod classes;
pub(crate) mod frame;
pub(crate) mod matcher;
pub(crate) mod table;
