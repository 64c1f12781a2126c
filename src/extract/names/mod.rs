//! Which words are a name, and of what kind: the scan over capitals, titles and tables ([`scan`], [`runs`]), then what the rest of
//! the article, the words beside and the tagger say of the doubtful ones ([`disambiguate`], [`consistency`], [`split`]).

pub(crate) mod consistency;
pub(crate) mod disambiguate;
pub(crate) mod entities;
pub(crate) mod grammar;
pub(crate) mod local_context;
pub(crate) mod orthography;
pub(crate) mod runs;
pub(crate) mod scan;
pub(crate) mod split;
pub(crate) mod things;
pub(crate) mod titles;
