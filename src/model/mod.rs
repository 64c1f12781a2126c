//! The domain: what an article is and what can be found in it. No IO, no terminal.
//!
//! Findings are local to one article ([`LocalActorId`]); the store gives actors of all articles
//! their global ids ([`ActorId`]).

mod actor;
mod article;
mod date;
mod event;
mod findings;
mod ids;
mod quote;
mod rule;
mod span;

pub use actor::{Actor, ActorKind, Entity, EntityKind, Mention, MentionKind};
pub use article::{Article, Origin};
pub use date::{DateExpr, DateType, DocumentDate};
pub use event::{Event, EventType, Mode, QuadClass, Status};
pub use findings::{Findings, Warning};
pub use ids::{ActorId, ArticleId, EventId, LocalActorId, MentionId, QuoteId, StoryId};
pub use quote::{Quote, QuoteKind};
pub use rule::{Aspect, Example, Fire, FireRecord, Pass, Rule, RuleRef, Step, Why};
pub use span::{Span, SpanError};
