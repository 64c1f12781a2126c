//! Whom pronouns, descriptions and nouns without a name mean.

pub(crate) mod discourse;
pub(crate) mod expletive;
pub(crate) mod first_person;
pub(crate) mod mentions;
pub(crate) mod nominals;
pub(crate) mod pronouns;
pub(crate) mod salience;
pub(crate) mod unnamed;
pub(crate) mod words;
