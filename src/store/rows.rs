//! The store's rows for articles, events, quotes, mentions and actors.
//!
//! Rows are plain and small; the [`super::Store`] resolves their ids to names, words and lists.

use std::ops::Range;

use super::{DaySpan, Sym};
use crate::model::{
    ActorId, ActorKind, Article, ArticleId, DateType, DocumentDate, EventType, MentionKind, Mode, QuoteKind, Span,
    Status, Step, Warning, Why,
};

/// An article and where its findings are in the store's tables.
#[derive(Debug)]
#[non_exhaustive]
pub struct ArticleRow {
    /// The article, text included.
    pub article: Article,
    /// Its own date and how it was found.
    pub document_date: Option<DocumentDate>,
    /// Title found in the text; use [`super::Store::title`], which also considers metadata.
    pub title: Option<Span>,
    /// Number of words.
    pub words: u32,
    /// Warnings for the reader.
    pub warnings: Box<[Warning]>,
    /// The store's ids of the article's actors, by local id.
    pub actors: Box<[ActorId]>,
    pub(super) events: Range<u32>,
    pub(super) quotes: Range<u32>,
    pub(super) mentions: Range<u32>,
    pub(super) dates: Range<u32>,
}

/// An actor that takes part in an event, and the words that refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who.
    pub actor: ActorId,
    /// The words that refer to the actor in the sentence.
    pub span: Span,
}

/// Who did what to whom, when. Parties: [`super::Store::sources`] and [`super::Store::targets`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct EventRow {
    /// The article that reports it.
    pub article: ArticleId,
    /// The sentence that proves it.
    pub sentence: Span,
    /// The trigger: the words that name the event.
    pub trigger: Span,
    /// What.
    pub kind: EventType,
    /// How, if the text says so.
    pub mode: Option<Mode>,
    /// Happened, planned, possible or denied.
    pub status: Status,
    /// Who claims it, if that is explicit.
    pub according_to: Option<ActorId>,
    /// When: a TIMEX3 value; `None` if unknown.
    pub date: Option<Sym>,
    /// The days that value covers; `None` if it names none (`PAST_REF`).
    pub days: Option<DaySpan>,
    /// The words that gave the date, if any did.
    pub date_span: Option<Span>,
    /// 0 to 1.
    pub confidence: f32,
    /// What decided each part of it; the first step is what told it.
    pub trail: Box<[Step]>,
    /// The words for what does it, if no actor is its source ("the explosion").
    pub doing: Option<Span>,
    /// The words for what it is done to, if no actor is its target ("an army camp").
    pub theme: Option<Span>,
    /// Index of the first party; sources come before targets.
    pub(super) parties: u32,
    pub(super) sources: u16,
    pub(super) targets: u16,
}

/// What somebody said.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct QuoteRow {
    /// The article that reports it.
    pub article: ArticleId,
    /// The words said, without quotation marks.
    pub span: Span,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// Who said it; `None` is "unattributed".
    pub speaker: Option<ActorId>,
    /// The words that name the speaker.
    pub speaker_span: Option<Span>,
    /// The speech verb or phrase.
    pub cue: Option<Span>,
    /// The addressee, if the text names one.
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
    /// The article it is in.
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
    /// TIMEX3 value; empty if it cannot be resolved.
    pub value: Sym,
    /// The rule and words that gave the value.
    pub why: Why,
}

/// An actor over all articles: one person, state, organisation or group.
#[derive(Debug)]
#[non_exhaustive]
pub struct ActorRow {
    /// The main name, used for display.
    pub name: Sym,
    /// A person's family name.
    pub family: Option<Sym>,
    /// What it is.
    pub kind: ActorKind,
    /// False for a description with no name ("security forces"); such an actor has one article.
    pub named: bool,
    /// The actor this one acts for.
    pub of: Option<ActorId>,
    /// Number of articles that mention the actor.
    pub articles: u32,
    pub(super) names: Tally,
    pub(super) roles: Vec<RoleRow>,
}

/// An office or description that articles give to an actor.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoleRow {
    pub(super) name: Sym,
    /// Number of articles that give it.
    pub(super) articles: u32,
    /// The days of the first and the last of them, as far as they are dated.
    pub(super) days: Option<DaySpan>,
}

/// Strings with their counts, in order of first appearance.
#[derive(Debug, Default)]
pub(super) struct Tally(Vec<(Sym, u32)>);

impl Tally {
    /// Counts a string; returns true if it is new.
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
    /// The actor.
    pub actor: ActorId,
    /// The name as first written.
    pub name: Sym,
}

/// An input that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The path, or the stream and line.
    pub name: String,
    /// The reason, for people.
    pub reason: String,
}
