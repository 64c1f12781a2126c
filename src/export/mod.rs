//! Findings and stores → files, one file a format.

pub mod dossier_line;
pub mod escape;
pub mod exhibit;
pub mod records;
pub mod report;
pub mod rule_book;
pub mod verify;
