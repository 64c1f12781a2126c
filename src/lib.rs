//! `dossier` turns news articles into evidence: who did what to whom, when, and who said so, every
//! line one keystroke from the sentence that proves it.
//!
//! One way through the house: [`ingest`] reads articles, [`language`] puts a tree under their
//! words, [`extract`] finds actors, quotes, dates and events in one article, the store joins the
//! findings of all, and the explorer shows them. [`export`] writes them out.

pub mod app;
pub mod cli;
pub mod config;
pub mod explain;
pub mod export;
pub mod extract;
pub mod ingest;
pub mod keys;
pub mod language;
pub mod lexicon;
pub mod load;
pub mod model;
pub mod rules;
pub mod search;
pub mod shell;
pub mod store;
pub mod syntax;
pub mod train;
pub mod ui;
