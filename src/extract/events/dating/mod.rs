//! When an event happened.

pub(crate) mod carry;
pub(crate) mod clause_date;
pub(crate) mod readout;
pub(crate) mod report_day;
