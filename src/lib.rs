//! `dossier` turns news articles into evidence: who did what to whom, when, and who said so, each fact with the
//! span of text that proves it.
//!
//! Extract an article, then ask a store of articles:
//!
//! ```
//! use dossier::{Article, Extractor, Query, StoreBuilder};
//!
//! let text = "MOSCOW, May 5, 2025 - Russian President Vladimir Putin called Indian Prime Minister Narendra Modi \
//!             on Monday. \"We will fight terrorism together,\" Putin said.";
//! let article = Article::from_text("call.txt", text);
//!
//! // One article. An extractor holds scratch memory: keep one per thread.
//! let findings = Extractor::new().extract(&article);
//! for event in &findings.events {
//!     let sources: Vec<_> = event.source.iter().filter_map(|&id| findings.actor(id)).map(|a| &a.name).collect();
//!     println!("{} {sources:?}: “{}”, {:?}", event.kind, event.trigger.of(text), event.date);
//! }
//! assert_eq!(findings.events[0].date.as_deref(), Some("2025-05-05"));
//!
//! // Many articles: a store joins their actors and answers queries.
//! let mut builder = StoreBuilder::new();
//! builder.add(article, findings);
//! let store = builder.build();
//!
//! let query = Query::parse("from:putin type:consult date:2025-05")?;
//! let found = store.find_events(&query);
//! let event = store.event(found[0]);
//! assert_eq!(store.name(event.targets()[0].actor), "Narendra Modi");
//! assert_eq!(event.trigger_words(), "called");
//!
//! let quote = store.quote(store.find_quotes(&Query::parse("by:putin")?)[0]);
//! assert_eq!(store.words_at(quote.article, quote.span), "We will fight terrorism together,");
//! # Ok::<(), dossier::QueryError>(())
//! ```
//!
//! Everything here is deterministic and works offline: the models and word lists are compiled in. [`ingest`] and
//! [`load`] read files and folders on all cores, [`explain`] words the reasons for a finding, [`export`] writes
//! reports, and [`model`] documents what a finding holds.
//!
//! The rooms that are not listed here make up the program of the same name: its explorer, command line and key
//! bindings. They are public for its tests and may change in any release.

#[doc(inline)]
pub use crate::extract::Extractor;
#[doc(inline)]
pub use crate::model::{
    Actor, ActorKind, Article, DateExpr, DateType, DocumentDate, Entity, EntityKind, Event, EventType, Findings,
    Mention, MentionKind, Mode, Quote, QuoteKind, Rule, Span, Status, Warning, Why,
};
#[doc(inline)]
pub use crate::store::query::{Query, QueryError};
#[doc(inline)]
pub use crate::store::{EventRef, Store, StoreBuilder};

pub mod explain;
pub mod export;
pub mod extract;
pub mod ingest;
// It holds how weights are written as well as how they are read, side by side: only the trainer writes.
#[cfg_attr(not(feature = "train"), allow(dead_code, unused_imports))]
pub mod language;
pub mod load;
pub mod model;
pub mod rules;
pub mod search;
pub mod store;

#[doc(hidden)]
pub mod app;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod config;
#[doc(hidden)]
pub mod keys;
#[doc(hidden)]
pub mod lexicon;
#[doc(hidden)]
pub mod shell;
#[doc(hidden)]
pub mod syntax;
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod train;
#[doc(hidden)]
pub mod ui;
