//! The explorer without a terminal.

pub mod cells;
pub mod command;
pub mod layout;
pub mod line_edit;
pub mod wrap;
