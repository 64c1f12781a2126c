//! What a listed thing says of itself, with every id looked up: the rows of lists and exports.
//!
//! Byte places are those of the original file wherever the article's text is the file's own bytes
//! ([`place`]).

use serde::Serialize;

use crate::model::{ActorId, ArticleId, EventId, EventType, Mode, QuoteId, QuoteKind, Span, Status, StoryId};
use crate::store::{ActorEvents, Party, Store, fold_words};

/// A row of a list.
pub trait Record: Serialize {
    /// The columns' names.
    const COLUMNS: &'static [&'static str];

    /// The fields, one a column.
    fn fields(&self) -> Vec<String>;
}

/// Where words stand: the article's name and the bytes, in the file where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place<'s> {
    /// The article's name.
    pub doc: &'s str,
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The first byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}-{}", self.doc, self.start, self.end)
    }
}

/// The place of a span of an article.
#[must_use]
pub fn place(store: &Store, id: ArticleId, span: Span) -> Place<'_> {
    let article = &store.article(id).article;
    let shift = article.shift();
    Place {
        doc: &article.doc,
        path: article.path().map(|p| p.display().to_string()),
        start: span.start + shift,
        end: span.end + shift,
    }
}

/// An event.
#[derive(Clone, Debug, Serialize)]
pub struct EventRecord<'s> {
    /// When, as a TIMEX3 value.
    pub date: Option<&'s str>,
    /// Happened, planned, possible or denied.
    pub status: Status,
    /// What.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// How.
    pub mode: Option<Mode>,
    /// Who.
    pub source: Vec<&'s str>,
    /// The words of the sentence for each source: a pronoun or description shows that who it is was
    /// inferred.
    pub source_words: Vec<&'s str>,
    /// To, with or about whom.
    pub target: Vec<&'s str>,
    /// The words of the sentence for each target.
    pub target_words: Vec<&'s str>,
    /// Who claims it.
    pub according_to: Option<&'s str>,
    /// 0 to 1, three places.
    pub confidence: f64,
    /// Its sentence.
    #[serde(flatten)]
    pub place: Place<'s>,
    /// The words that tell it.
    pub trigger: &'s str,
    /// The words of the sentence.
    pub sentence: &'s str,
}

impl<'s> EventRecord<'s> {
    /// The record of an event.
    #[must_use]
    pub fn of(store: &'s Store, id: EventId) -> Self {
        let event = store.event(id);
        let names = |parties: &[Party]| parties.iter().map(|p| store.name(p.actor)).collect();
        let words = |parties: &[Party]| parties.iter().map(|p| store.words_at(event.article, p.span)).collect();
        Self {
            date: event.date().map(day),
            status: event.status,
            kind: event.kind,
            mode: event.mode,
            source: names(event.sources()),
            source_words: words(event.sources()),
            target: names(event.targets()),
            target_words: words(event.targets()),
            according_to: event.according_to.map(|a| store.name(a)),
            confidence: rounded(event.confidence),
            place: place(store, event.article, event.sentence),
            trigger: event.trigger_words(),
            sentence: event.sentence_words(),
        }
    }
}

/// A value without the time of day after it ("2016-11-10TEV").
fn day(value: &str) -> &str {
    match value.get(10..11) {
        Some("T") => &value[..10],
        _ => value,
    }
}

/// Names with, where the text has other words for them, those words.
#[must_use]
pub fn with_words(names: &[&str], words: &[&str]) -> String {
    let shown = names.iter().enumerate().map(|(i, name)| match words.get(i) {
        Some(words) if !words.is_empty() && !shares_a_word(name, words) => format!("{name} (“{words}”)"),
        _ => (*name).to_owned(),
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// True where the text names the actor, or nearly so.
fn shares_a_word(name: &str, words: &str) -> bool {
    let (name, words) = (fold_words(name), fold_words(words));
    words.split(' ').any(|w| name.split(' ').any(|n| n == w))
}

/// Three places are as many as a score can bear.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

impl Record for EventRecord<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "status",
        "type",
        "mode",
        "source",
        "target",
        "according_to",
        "confidence",
        "where",
        "trigger",
        "sentence",
    ];

    fn fields(&self) -> Vec<String> {
        vec![
            text(self.date),
            self.status.to_string(),
            self.kind.to_string(),
            self.mode.map(|m| m.to_string()).unwrap_or_default(),
            with_words(&self.source, &self.source_words),
            with_words(&self.target, &self.target_words),
            text(self.according_to),
            format!("{:.2}", self.confidence),
            self.place.to_string(),
            self.trigger.to_owned(),
            self.sentence.to_owned(),
        ]
    }
}

/// A name and how often it was met.
#[derive(Clone, Debug, Serialize)]
pub struct Counted<'s> {
    /// The name.
    pub name: &'s str,
    /// How often.
    pub count: u32,
}

/// An actor.
#[derive(Clone, Debug, Serialize)]
pub struct ActorRecord<'s> {
    /// The name shown.
    pub name: &'s str,
    /// Person, country, organisation or group.
    pub kind: crate::model::ActorKind,
    /// False for a description.
    pub named: bool,
    /// Whom it acts for.
    pub of: Option<&'s str>,
    /// Offices with the number of articles that give them, most first.
    pub roles: Vec<Counted<'s>>,
    /// Names with how often they were written, most first.
    pub names: Vec<Counted<'s>>,
    /// Events it is the source of.
    pub acts: usize,
    /// Events it is the target of.
    pub receives: usize,
    /// Quotes by it.
    pub said: usize,
    /// Quotes of others that mention it.
    pub quoted_about: usize,
    /// Mentions.
    pub mentions: usize,
    /// Articles.
    pub articles: u32,
}

impl<'s> ActorRecord<'s> {
    /// The record of an actor.
    #[must_use]
    pub fn of(store: &'s Store, id: ActorId) -> Self {
        let row = store.actor(id);
        Self {
            name: store.name(id),
            kind: row.kind,
            named: row.named,
            of: row.of.map(|of| store.name(of)),
            roles: by_count(store.roles_of(id)),
            names: by_count(store.names_of(id)),
            acts: store.events_of(id, ActorEvents::Acts).len(),
            receives: store.events_of(id, ActorEvents::Receives).len(),
            said: store.quotes_by(id).len(),
            quoted_about: store.quotes_about(id).len(),
            mentions: store.mentions_of(id).len(),
            articles: row.articles,
        }
    }
}

/// The most frequent first.
fn by_count<'s>(items: impl Iterator<Item = (&'s str, u32)>) -> Vec<Counted<'s>> {
    let mut counted: Vec<_> = items.map(|(name, count)| Counted { name, count }).collect();
    counted.sort_by_key(|c| std::cmp::Reverse(c.count));
    counted
}

impl Record for ActorRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["name", "kind", "of", "acts", "receives", "said", "about", "mentions", "articles", "roles", "names"];

    fn fields(&self) -> Vec<String> {
        let kind = serde_json::to_value(self.kind).ok();
        let list = |items: &[Counted<'_>]| {
            items.iter().map(|c| format!("{} {}", c.name, c.count)).collect::<Vec<_>>().join("; ")
        };
        let number = |n: usize| n.to_string();
        vec![
            self.name.to_owned(),
            kind.as_ref().and_then(|k| k.as_str()).unwrap_or_default().to_owned(),
            text(self.of),
            number(self.acts),
            number(self.receives),
            number(self.said),
            number(self.quoted_about),
            number(self.mentions),
            self.articles.to_string(),
            list(&self.roles),
            list(&self.names),
        ]
    }
}

/// A quote.
#[derive(Clone, Debug, Serialize)]
pub struct QuoteRecord<'s> {
    /// Who said it; `None` is "unattributed".
    pub speaker: Option<&'s str>,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// The speech verb or phrase.
    pub cue: Option<&'s str>,
    /// Whom it was said to.
    pub addressee: Option<&'s str>,
    /// Who reports it.
    pub reporter: Option<&'s str>,
    /// The article's date.
    pub document_date: Option<String>,
    /// The words said.
    #[serde(flatten)]
    pub place: Place<'s>,
    /// The words.
    pub words: &'s str,
}

impl<'s> QuoteRecord<'s> {
    /// The record of a quote.
    #[must_use]
    pub fn of(store: &'s Store, id: QuoteId) -> Self {
        let quote = store.quote(id);
        Self {
            speaker: quote.speaker.map(|a| store.name(a)),
            kind: quote.kind,
            cue: quote.cue.map(|c| store.words_at(quote.article, c)),
            addressee: quote.addressee.map(|a| store.name(a)),
            reporter: quote.reporter.map(|a| store.name(a)),
            document_date: document_date(store, quote.article),
            place: place(store, quote.article, quote.span),
            words: store.words_at(quote.article, quote.span),
        }
    }
}

impl QuoteRecord<'_> {
    /// `direct` or `indirect`.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
        }
    }
}

impl Record for QuoteRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["speaker", "kind", "cue", "addressee", "document_date", "where", "words"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.speaker.unwrap_or("unattributed").to_owned(),
            self.kind_name().to_owned(),
            text(self.cue),
            text(self.addressee),
            self.document_date.clone().unwrap_or_default(),
            self.place.to_string(),
            self.words.to_owned(),
        ]
    }
}

/// Reports of one event.
#[derive(Clone, Debug, Serialize)]
pub struct StoryRecord<'s> {
    /// The report that tells most.
    pub head: EventRecord<'s>,
    /// Articles that report it, copies counted once.
    pub articles: usize,
    /// Outlets that report it, where they are known.
    pub outlets: Vec<&'s str>,
    /// What reports tell differently.
    pub conflicts: Vec<ConflictRecord<'s>>,
    /// Every report, in order of the input.
    pub reports: Vec<EventRecord<'s>>,
}

/// Something that reports tell differently.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictRecord<'s> {
    /// What: `date`, or the noun that is counted.
    pub of: String,
    /// Each value and where it is told.
    pub values: Vec<(String, Place<'s>)>,
}

impl<'s> StoryRecord<'s> {
    /// The record of a story.
    #[must_use]
    pub fn of(store: &'s Store, id: StoryId) -> Self {
        let story = store.story(id);
        let told = |(value, event): (String, EventId)| {
            let event = store.event(event);
            (value, place(store, event.article, event.sentence))
        };
        let conflicts = story.conflicts().into_iter();
        Self {
            head: EventRecord::of(store, story.head()),
            articles: story.articles().len(),
            outlets: story.outlets(),
            conflicts: conflicts
                .map(|c| ConflictRecord { of: c.of, values: c.values.into_iter().map(told).collect() })
                .collect(),
            reports: story.events.iter().map(|&e| EventRecord::of(store, e)).collect(),
        }
    }
}

impl Record for StoryRecord<'_> {
    const COLUMNS: &'static [&'static str] = &[
        "date",
        "status",
        "type",
        "mode",
        "source",
        "target",
        "reports",
        "articles",
        "outlets",
        "conflicts",
        "where",
        "sentence",
    ];

    fn fields(&self) -> Vec<String> {
        let mut fields = self.head.fields();
        let tail = fields.split_off(fields.len() - 3);
        fields.truncate(6);
        let values = |c: &ConflictRecord<'_>| c.values.iter().map(|v| v.0.as_str()).collect::<Vec<_>>().join(" / ");
        fields.extend([
            self.reports.len().to_string(),
            self.articles.to_string(),
            self.outlets.join("; "),
            self.conflicts.iter().map(|c| format!("{} {}", c.of, values(c))).collect::<Vec<_>>().join("; "),
        ]);
        // Where and the sentence; the trigger between them is the events' own.
        fields.extend(tail.into_iter().enumerate().filter(|(i, _)| *i != 1).map(|(_, f)| f));
        fields
    }
}

/// An article.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleRecord<'s> {
    /// Its id.
    pub id: &'s str,
    /// Its name.
    pub doc: &'s str,
    /// The file.
    pub path: Option<String>,
    /// Its own date.
    pub document_date: Option<String>,
    /// The rule that gave the date.
    pub document_date_rule: Option<&'s str>,
    /// The id of the article it is a copy of, give or take some words.
    pub copy_of: Option<&'s str>,
    /// Outlet.
    pub source: Option<&'s str>,
    /// Title.
    pub title: Option<&'s str>,
    /// Words.
    pub words: u32,
    /// Events told.
    pub events: usize,
    /// Quotes.
    pub quotes: usize,
    /// Actors.
    pub actors: usize,
    /// What a reader should know.
    pub warnings: Vec<&'s str>,
}

impl<'s> ArticleRecord<'s> {
    /// The record of an article.
    #[must_use]
    pub fn of(store: &'s Store, id: ArticleId) -> Self {
        let row = store.article(id);
        let notes = row.article.notes.iter().map(String::as_str);
        Self {
            id: &row.article.id,
            doc: &row.article.doc,
            path: row.article.path().map(|p| p.display().to_string()),
            document_date: document_date(store, id),
            document_date_rule: row.document_date.as_ref().map(|d| d.why.rule),
            copy_of: Some(store.original(id)).filter(|&o| o != id).map(|o| store.article(o).article.id.as_str()),
            source: row.article.source.as_deref(),
            title: store.title(id),
            words: row.words,
            events: store.events_in(id).len(),
            quotes: store.quotes_in(id).len(),
            actors: row.actors.len(),
            warnings: notes.chain(row.warnings.iter().map(|w| w.message.as_str())).collect(),
        }
    }
}

impl Record for ArticleRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["document_date", "doc", "words", "events", "quotes", "actors", "source", "title", "copy_of", "warnings"];

    fn fields(&self) -> Vec<String> {
        vec![
            self.document_date.clone().unwrap_or_default(),
            self.doc.to_owned(),
            self.words.to_string(),
            self.events.to_string(),
            self.quotes.to_string(),
            self.actors.to_string(),
            text(self.source),
            text(self.title),
            text(self.copy_of),
            self.warnings.join("; "),
        ]
    }
}

fn document_date(store: &Store, id: ArticleId) -> Option<String> {
    store.article(id).document_date.as_ref().map(|d| d.date.to_string())
}

fn text(value: Option<&str>) -> String {
    value.unwrap_or_default().to_owned()
}
