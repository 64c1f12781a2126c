//! What went wrong: faults of the settings, and what was skipped, with the reasons.

/// Lists what went wrong: its rows are the model's complaints, then what the store skipped.
#[derive(Clone, Copy, Debug, Default)]
pub struct SkippedList {
    /// The row selected.
    pub selected: usize,
}
