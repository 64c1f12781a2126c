//! Which words report speech, where the reported words begin and end, and which words name the speaker.

pub(crate) mod beside;
pub(crate) mod cues;
pub(crate) mod direct;
pub(crate) mod indirect;
pub(crate) mod inherit;
pub(crate) mod scene;
pub(crate) mod subject;
pub(crate) mod transcript;
pub(crate) mod words;
pub(crate) mod works;
