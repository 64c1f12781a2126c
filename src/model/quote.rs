//! What somebody said.

use serde::{Deserialize, Serialize};

use super::{LocalActorId, Span, Why};

/// How speech is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Words between quotation marks, or a transcript's turn.
    Direct,
    /// A reported clause.
    Indirect,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quote {
    /// The words said, marks left out.
    pub span: Span,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// Who said it; `None` is "unattributed".
    pub speaker: Option<LocalActorId>,
    /// The words that name the speaker ("he", "the ministry").
    pub speaker_span: Option<Span>,
    /// The speech verb or phrase ("said", "according to").
    pub cue: Option<Span>,
    /// Whom it was said to, where told.
    pub addressee: Option<LocalActorId>,
    /// Who reports that the speaker said it (nested attribution).
    pub reporter: Option<LocalActorId>,
    /// The rule and words that found the quote and the words that name its speaker.
    pub why: Why,
    /// The rule and words that chose the actor behind those words.
    pub who: Why,
}
