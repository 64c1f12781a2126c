//! Which words tell an event: verbs and adjectives ([`verb`]), nouns ([`noun`]).

pub(crate) mod draft;
pub(crate) mod noun;
pub(crate) mod verb;
pub(crate) mod words;
