//! Who is source and who is target of an event.

pub(crate) mod agent;
pub(crate) mod complement;
pub(crate) mod fallback;
pub(crate) mod headline;
pub(crate) mod reference;
pub(crate) mod shared_source;
pub(crate) mod shared_target;
pub(crate) mod slots;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod words;
