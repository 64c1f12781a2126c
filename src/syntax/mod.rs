//! The grammar of a clause, read once: its verb's subject, objects, complement, voice; noun phrases, antecedents, implicit
//! subjects. It asks the tree ([`Analysis`](crate::language::Analysis)) and decides nothing about the world.

pub mod clause;
pub mod implicit_subject;
pub mod noun_phrase;
pub mod subject;
pub mod tense;
pub mod words;
