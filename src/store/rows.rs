//! What the store keeps of articles, events, quotes, mentions and actors.
//!
//! Rows are plain and small; names, words and lists behind their ids are asked of the [`super::Store`].

use std::ops::Range;

use super::{DaySpan, Sym};
use crate::model::{
    ActorId, ActorKind, Article, ArticleId, DateType, DocumentDate, EventType, MentionKind, Mode, QuoteKind, Span,
    Status, Warning, Why,
};

/// An article and where its findings lie in the store's tables.
#[derive(Debug)]
#[non_exhaustive]
pub struct ArticleRow {
    /// The article, text included.
    pub article: Article,
    /// Its own date and how that is known.
    pub document_date: Option<DocumentDate>,
    /// Title found in the text; [`super::Store::title`] knows all places a title can come from.
    pub title: Option<Span>,
    /// Words read.
    pub words: u32,
    /// What a reader should know.
    pub warnings: Box<[Warning]>,
    /// The store's actors of the article, by local id.
    pub actors: Box<[ActorId]>,
    pub(super) events: Range<u32>,
    pub(super) quotes: Range<u32>,
    pub(super) mentions: Range<u32>,
    pub(super) dates: Range<u32>,
}

/// One who takes part in an event, and the words that say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who.
    pub actor: ActorId,
    /// The words that name them in the sentence.
    pub span: Span,
}

/// Who did what to whom, when. Parties: [`super::Store::sources`] and [`super::Store::targets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EventRow {
    /// Where it is told.
    pub article: ArticleId,
    /// The sentence that proves it.
    pub sentence: Span,
    /// The words that tell it.
    pub trigger: Span,
    /// What.
    pub kind: EventType,
    /// How, where told.
    pub mode: Option<Mode>,
    /// Happened, planned, possible or denied.
    pub status: Status,
    /// Who claims it, where that is explicit.
    pub according_to: Option<ActorId>,
    /// When: a TIMEX3 value, `None` where it cannot be told.
    pub date: Option<Sym>,
    /// The days of that value, `None` where it names none (`PAST_REF`).
    pub days: Option<DaySpan>,
    /// The words that gave the date, if any did.
    pub date_span: Option<Span>,
    /// 0 to 1.
    pub confidence: f32,
    /// The path in the tree and the composition steps; the empty string where none was kept.
    pub path: Sym,
    /// The frame that fired.
    pub why: Why,
    /// The words of what does it, where nobody is its source.
    pub doing: Option<Span>,
    /// The words of what it is done to, where nobody is its target.
    pub theme: Option<Span>,
    /// Place of the first party; sources come before targets.
    pub(super) parties: u32,
    pub(super) sources: u16,
    pub(super) targets: u16,
}

/// What somebody said.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct QuoteRow {
    /// Where it is reported.
    pub article: ArticleId,
    /// The words said, marks left out.
    pub span: Span,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// Who said it; `None` is "unattributed".
    pub speaker: Option<ActorId>,
    /// The words that name the speaker.
    pub speaker_span: Option<Span>,
    /// The speech verb or phrase.
    pub cue: Option<Span>,
    /// Whom it was said to, where told.
    pub addressee: Option<ActorId>,
    /// Who reports that the speaker said it.
    pub reporter: Option<ActorId>,
    /// The rule and words that found the quote and the words that name its speaker.
    pub why: Why,
    /// The rule and words that chose the actor behind those words.
    pub who: Why,
}

/// One place where an actor is referred to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct MentionRow {
    /// In which article.
    pub article: ArticleId,
    /// Who.
    pub actor: ActorId,
    /// The words.
    pub span: Span,
    /// By name, pronoun or description.
    pub kind: MentionKind,
    /// The rule and words that linked it to its actor.
    pub why: Why,
}

/// A date expression of an article.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct DateRow {
    /// Its words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: DateType,
    /// TIMEX3 value, empty where no anchor tells.
    pub value: Sym,
    /// The rule and words that gave the value.
    pub why: Why,
}

/// An actor over all articles: one person, state, organisation or group.
#[derive(Debug)]
#[non_exhaustive]
pub struct ActorRow {
    /// The name shown.
    pub name: Sym,
    /// A person's family name.
    pub family: Option<Sym>,
    /// What it is.
    pub kind: ActorKind,
    /// False for a description with no name ("security forces"); such an actor has one article.
    pub named: bool,
    /// The actor this one acts for.
    pub of: Option<ActorId>,
    /// Number of articles that mention it.
    pub articles: u32,
    pub(super) names: Tally,
    pub(super) roles: Vec<RoleRow>,
}

/// An office or description that articles give an actor.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoleRow {
    pub(super) name: Sym,
    /// Articles that give it.
    pub(super) articles: u32,
    /// From the first of them to the last, as far as they are dated.
    pub(super) days: Option<DaySpan>,
}

/// Interner with how often each was met, in order of first appearance.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<(Sym, u32)>);

impl Tally {
    /// Counts a string; true where it is new here.
    pub(super) fn add(&mut self, sym: Sym, times: u32) -> bool {
        match self.0.iter_mut().find(|(s, _)| *s == sym) {
            Some((_, n)) => {
                *n += times;
                false
            }
            None => {
                self.0.push((sym, times));
                true
            }
        }
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = (Sym, u32)> + '_ {
        self.0.iter().copied()
    }
}

/// A name under which an actor can be found. [`super::Store::aliases`] only ever grows at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias {
    /// Whose name it is.
    pub actor: ActorId,
    /// The name as it was written first.
    pub name: Sym,
}

/// An input that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The path, or the stream and line.
    pub name: String,
    /// Why, for a person.
    pub reason: String,
}
