//! Explanations: what was extracted and why, in plain words, for `dossier why` and the explorer.
//!
//! The store keeps rules and spans; this room turns them into sentences. Nothing here is computed before it is asked
//! for.

use crate::model::{ActorId, ArticleId, EventId, MentionId, MentionKind, QuoteId, Span, Step, Why};
use crate::store::{EventRef, Party, Store};

/// One extracted thing and the reasons for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What it is: "mention", "date", "quote", "event".
    pub what: &'static str,
    /// What it was read as.
    pub value: String,
    /// Its words; `None` where it has none of its own.
    pub words: Option<Span>,
    /// The reasons, most important first.
    pub facts: Vec<Fact>,
}

/// A line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its label: "rule", "cue", "by".
    pub name: &'static str,
    /// Its value.
    pub value: Value,
}

/// What a line of an explanation shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words of the article.
    Words(Span),
    /// A rule's name, a sentence, a number.
    Text(String),
}

impl Explanation {
    fn new(what: &'static str, value: impl Into<String>, words: Option<Span>) -> Self {
        Self { what, value: value.into(), words, facts: Vec::new() }
    }

    fn text(&mut self, name: &'static str, text: impl Into<String>) {
        self.facts.push(Fact { name, value: Value::Text(text.into()) });
    }

    fn span(&mut self, name: &'static str, span: Option<Span>) {
        self.facts.extend(span.map(|s| Fact { name, value: Value::Words(s) }));
    }

    /// The rule's name, what it says, and the deciding words unless another line shows them already.
    fn why(&mut self, why: &Why, says: Option<String>) {
        if !why.rule.is_none() {
            self.text("rule", why.rule.id);
        }
        if let Some(sentence) = says {
            self.text("that is", sentence);
        }
        let shown = |f: &Fact| f.value == Value::Words(why.words.unwrap_or_default());
        if why.words != self.words && !self.facts.iter().any(shown) {
            self.span("by", why.words);
        }
    }

    fn plain(mut self, why: &Why) -> Self {
        self.why(why, why.plain().map(str::to_owned));
        self
    }
}

/// Explains everything that covers a byte of an article's text: mentions, dates, the article's own date, quotes, and
/// the events of the sentence. Empty where nothing was found.
#[must_use]
pub fn at(store: &Store, article: ArticleId, byte: usize) -> Vec<Explanation> {
    let covers = |span: Span| span.contains_byte(byte);
    let mentions = store.mentions_in(article).filter(|&m| covers(store.mention(m).span));
    let mut all: Vec<Explanation> = mentions.map(|m| mention(store, m)).collect();
    let dates = store.dates_in(article).iter().enumerate().filter(|(_, d)| covers(d.span));
    all.extend(dates.filter_map(|(place, _)| date(store, article, place)));
    if store.article(article).document_date.as_ref().and_then(|d| d.span).is_some_and(covers) {
        all.extend(document_date(store, article));
    }
    let quotes = store.quotes_in(article).filter(|&q| covers(store.quote(q).span));
    all.extend(quotes.map(|q| quote(store, q)));
    let events = store.events_in(article).filter(|&e| covers(store.event(e).sentence));
    all.extend(events.map(|e| event(store, e)));
    all
}

/// Explains how a mention was linked to its actor.
#[must_use]
pub fn mention(store: &Store, id: MentionId) -> Explanation {
    let row = store.mention(id);
    let kind = match row.kind {
        MentionKind::Name => "name",
        MentionKind::Pronoun => "pronoun",
        MentionKind::Description => "description",
    };
    Explanation::new("mention", format!("{} by {kind}", store.name(row.actor)), Some(row.span)).plain(&row.why)
}

/// Explains whom an actor acts for, with the article that first says so; `None` where it acts for nobody known.
#[must_use]
pub fn affiliation(store: &Store, id: ActorId) -> Option<(ArticleId, Explanation)> {
    let of = store.actor(id).of?;
    let (article, why) = store.of_why(id)?;
    Some((article, Explanation::new("acts for", store.name(of), why.words).plain(why)))
}

/// Explains the value of an article's date expression, by its place in [`Store::dates_in`]; `None` where there is no
/// such expression.
#[must_use]
pub fn date(store: &Store, article: ArticleId, place: usize) -> Option<Explanation> {
    let row = store.dates_in(article).get(place)?;
    let value = store.str(row.value);
    let value = if value.is_empty() { "no value" } else { value };
    Some(Explanation::new("date", value, Some(row.span)).plain(&row.why))
}

/// Explains the article's own date; `None` where it has none.
#[must_use]
pub fn document_date(store: &Store, article: ArticleId) -> Option<Explanation> {
    let date = store.article(article).document_date.as_ref()?;
    Some(Explanation::new("the article's date", date.date.to_string(), date.span).plain(&date.why))
}

/// Explains how a quote was found, and which actor stands behind the words that name its speaker.
#[must_use]
pub fn quote(store: &Store, id: QuoteId) -> Explanation {
    let quote = store.quote(id);
    let words = |span| Some(store.words_at(quote.article, span)).filter(|w| !w.is_empty());
    let (speaker, cue) = (quote.speaker_span.and_then(words), quote.cue.and_then(words));
    let name = quote.speaker.map_or("unattributed", |a| store.name(a));
    let mut told = Explanation::new("quote", name, Some(quote.span));
    told.span("cue", quote.cue);
    told.span("speaker", quote.speaker_span);
    told.why(&quote.why, Some(quote.why.rule.says(speaker, cue)));
    if !quote.who.rule.is_none() {
        told.text("who", quote.who.rule.id);
        told.text("that is", format!("{name}: {}", quote.who.rule.says(speaker, cue)));
    }
    told
}

/// Explains an event: what it was read as, its date, its confidence, and the steps that led to it.
#[must_use]
pub fn event(store: &Store, id: EventId) -> Explanation {
    let event = store.event(id);
    let mut told = Explanation::new("event", summary(store, event), Some(event.trigger));
    told.text("date", event.date().unwrap_or("undated"));
    told.span("dated by", event.date_span);
    if let Some(claimant) = event.according_to {
        told.text("claimed by", store.name(claimant));
    }
    told.text("sure", format!("{:.0} %", event.confidence * 100.0));
    told.text("rule", event.trail().first().map_or("", |step| step.why.rule.id));
    for step in event.trail() {
        told.text(step.sets.name(), step_in_words(event, step));
    }
    told
}

/// The whole trail of an event in a line: `“announced”: …; target “Syria”: it stands behind …`.
#[must_use]
pub fn trail(event: EventRef<'_>) -> String {
    let steps = event.trail().iter().map(|step| format!("{} {}", step.sets.name(), step_in_words(event, step)));
    steps.collect::<Vec<_>>().join("; ")
}

/// A step in words: `“on”: it stands behind a preposition that the frame asks for (arguments.preposition)`.
fn step_in_words(event: EventRef<'_>, step: &Step) -> String {
    let says = step.why.plain().unwrap_or_default();
    match step.why.words.map(|span| event.words_at(span)).filter(|words| !words.is_empty()) {
        Some(words) => format!("“{words}”: {says} ({})", step.why.rule.id),
        None => format!("{says} ({})", step.why.rule.id),
    }
}

/// An event on one line: `CONSULT phone, asserted: Vladimir Putin → Narendra Modi`.
fn summary(store: &Store, event: EventRef<'_>) -> String {
    let names = |parties: &[Party]| parties.iter().map(|p| store.name(p.actor)).collect::<Vec<_>>().join(", ");
    let mode = event.mode.map(|m| format!(" {m}")).unwrap_or_default();
    let (sources, targets) = (names(event.sources()), names(event.targets()));
    format!("{}{mode}, {}: {sources} → {targets}", event.kind, event.status)
}
