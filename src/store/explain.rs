//! What was found and why, in a reader's words: what `dossier why`, the explorer and
//! `dossier extract --explain` tell.

use super::{EventRef, Party, Store};
use crate::model::{ActorId, ArticleId, EventId, MentionId, MentionKind, QuoteId, Span, Why};

/// One thing that was found and what tells why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is: "mention", "date", "quote", "event".
    pub what: &'static str,
    /// What it was read as.
    pub value: String,
    /// Its words; `None` where it has none of its own.
    pub words: Option<Span>,
    /// Why, in the order of telling.
    pub facts: Vec<Fact>,
}

/// A line of an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the line tells: "rule", "cue", "by".
    pub name: &'static str,
    /// Its value.
    pub value: Value,
}

/// What a line of an explanation shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words of the article.
    Words(Span),
    /// A name of a rule, a sentence, a number.
    Text(String),
}

impl Told {
    fn new(what: &'static str, value: impl Into<String>, words: Option<Span>) -> Self {
        Self { what, value: value.into(), words, facts: Vec::new() }
    }

    fn text(&mut self, name: &'static str, text: impl Into<String>) {
        self.facts.push(Fact { name, value: Value::Text(text.into()) });
    }

    fn span(&mut self, name: &'static str, span: Option<Span>) {
        self.facts.extend(span.map(|s| Fact { name, value: Value::Words(s) }));
    }

    /// The rule by its name, what it means, and the words that decided where no line shows them yet.
    fn why(&mut self, why: &Why, plain: &[String]) {
        if !why.rule.is_none() {
            self.text("rule", why.rule.id);
        }
        for sentence in plain {
            self.text("that is", sentence.as_str());
        }
        let shown = |f: &Fact| f.value == Value::Words(why.words.unwrap_or_default());
        if why.words != self.words && !self.facts.iter().any(shown) {
            self.span("by", why.words);
        }
    }
}

fn plain(why: &Why) -> Vec<String> {
    why.plain().map(str::to_owned).into_iter().collect()
}

impl Store {
    /// Everything that covers a byte of an article's text, with the reasons: mentions, dates, the
    /// article's own date, quotes, events of the sentence. Empty where nothing was found.
    #[must_use]
    pub fn explain_at(&self, article: ArticleId, byte: usize) -> Vec<Told> {
        let covers = |span: Span| span.contains_byte(byte);
        let mut told: Vec<Told> = self
            .mentions_in(article)
            .filter(|&m| covers(self.mention(m).span))
            .map(|m| self.explain_mention(m))
            .collect();
        let dates = self.dates_in(article).iter().enumerate().filter(|(_, d)| covers(d.span));
        told.extend(dates.filter_map(|(place, _)| self.explain_date(article, place)));
        if self.article(article).document_date.as_ref().and_then(|d| d.span).is_some_and(covers) {
            told.extend(self.explain_document_date(article));
        }
        let quotes = self.quotes_in(article).filter(|&q| covers(self.quote(q).span));
        told.extend(quotes.map(|q| self.explain_quote(q)));
        let events = self.events_in(article).filter(|&e| covers(self.event(e).sentence));
        told.extend(events.map(|e| self.explain_event(e)));
        told
    }

    /// How a mention was linked to its actor.
    #[must_use]
    pub fn explain_mention(&self, id: MentionId) -> Told {
        let row = self.mention(id);
        let kind = match row.kind {
            MentionKind::Name => "name",
            MentionKind::Pronoun => "pronoun",
            MentionKind::Description => "description",
        };
        let mut told = Told::new("mention", format!("{} by {kind}", self.name(row.actor)), Some(row.span));
        told.why(&row.why, &plain(&row.why));
        told
    }

    /// For whom an actor acts, and the article whose words tell so first; `None` where it acts for nobody
    /// known.
    #[must_use]
    pub fn explain_of(&self, id: ActorId) -> Option<(ArticleId, Told)> {
        let of = self.actor(id).of?;
        let (article, why) = self.of_why.get(&id)?;
        let mut told = Told::new("acts for", self.name(of), why.words);
        told.why(why, &plain(why));
        Some((*article, told))
    }

    /// Where the value of an article's date expression, by its place among them, comes from.
    #[must_use]
    pub fn explain_date(&self, article: ArticleId, place: usize) -> Option<Told> {
        let row = self.dates_in(article).get(place)?;
        let value = self.str(row.value);
        let value = if value.is_empty() { "no value" } else { value };
        let mut told = Told::new("date", value, Some(row.span));
        told.why(&row.why, &plain(&row.why));
        Some(told)
    }

    /// Where the article's own date comes from; `None` where it has none.
    #[must_use]
    pub fn explain_document_date(&self, article: ArticleId) -> Option<Told> {
        let date = self.article(article).document_date.as_ref()?;
        let mut told = Told::new("the article's date", date.date.to_string(), date.span);
        told.why(&date.why, &plain(&date.why));
        Some(told)
    }

    /// How a quote's words were found, and who is behind the words that name its speaker.
    #[must_use]
    pub fn explain_quote(&self, id: QuoteId) -> Told {
        let quote = self.quote(id);
        let words = |span| Some(self.words_at(quote.article, span)).filter(|w| !w.is_empty());
        let (speaker, cue) = (quote.speaker_span.and_then(words), quote.cue.and_then(words));
        let name = quote.speaker.map_or("unattributed", |a| self.name(a));
        let mut told = Told::new("quote", name, Some(quote.span));
        told.span("cue", quote.cue);
        told.span("speaker", quote.speaker_span);
        told.why(&quote.why, &[quote.why.rule.says(speaker, cue)]);
        if !quote.who.rule.is_none() {
            told.text("who", quote.who.rule.id);
            told.text("that is", format!("{name}: {}", quote.who.rule.says(speaker, cue)));
        }
        told
    }

    /// What told an event, and by which steps.
    #[must_use]
    pub fn explain_event(&self, id: EventId) -> Told {
        let event = self.event(id);
        let mut told = Told::new("event", self.event_words(event), Some(event.trigger));
        told.text("date", event.date().unwrap_or("undated"));
        told.span("dated by", event.date_span);
        if let Some(claimant) = event.according_to {
            told.text("claimed by", self.name(claimant));
        }
        told.text("sure", format!("{:.0} %", event.confidence * 100.0));
        told.why(&event.why, &plain(&event.why));
        if !event.path().is_empty() {
            told.text("because", event.path());
        }
        told
    }

    fn event_words(&self, event: EventRef<'_>) -> String {
        let names = |parties: &[Party]| parties.iter().map(|p| self.name(p.actor)).collect::<Vec<_>>().join(", ");
        let mode = event.mode.map(|m| format!(" {m}")).unwrap_or_default();
        let (sources, targets) = (names(event.sources()), names(event.targets()));
        format!("{}{mode}, {}: {sources} → {targets}", event.kind, event.status)
    }

    /// The mention of an actor that shares words with a span of an article.
    #[must_use]
    pub fn mention_of_within(&self, actor: ActorId, article: ArticleId, span: Span) -> Option<MentionId> {
        self.mentions_of_in(actor, article).iter().copied().find(|&m| self.mention(m).span.overlaps(span))
    }
}
