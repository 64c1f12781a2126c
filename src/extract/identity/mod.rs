//! Which names are one actor's: the table of an article's actors ([`table`]) and how names are merged into it ([`merge`]).

pub(crate) mod author;
pub(crate) mod family;
pub(crate) mod leaders;
pub(crate) mod merge;
pub(crate) mod metonyms;
pub(crate) mod offices;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod person_name;
pub(crate) mod table;
pub(crate) mod titles;
