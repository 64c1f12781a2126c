//! Synthetic stores: a small one with known contents for tests, and large ones for benchmarks.

use crate::rules;
use std::fmt::Write;

use chrono::{Days, NaiveDate};

use super::{Skipped, Store, StoreBuilder};
use crate::model::{
    Actor, ActorKind, Article, Aspect, DateExpr, DateType, DocumentDate, Event, EventType, Findings, LocalActorId,
    Mention, MentionKind, Mode, Quote, QuoteKind, Span, Status, Step, Why,
};

/// A person with these names and no mentions.
#[must_use]
pub fn person(name: &str, names: &[&str]) -> Actor {
    Actor {
        name: name.to_owned(),
        family: name.split(' ').next_back().map(str::to_owned),
        kind: ActorKind::Person,
        named: true,
        names: names.iter().map(|&n| n.to_owned()).collect(),
        roles: Vec::new(),
        of: None,
        of_why: Why::default(),
        mentions: Vec::new(),
    }
}

/// A state with these names and no mentions.
#[must_use]
pub fn state(name: &str, names: &[&str]) -> Actor {
    Actor { kind: ActorKind::Country, family: None, ..person(name, names) }
}

/// Annotates a text by searching it for words, so that tests can state findings legibly.
#[derive(Clone, Debug)]
pub struct Annotator {
    /// The annotated article.
    pub article: Article,
    /// The annotations so far.
    pub findings: Findings,
}

impl Annotator {
    /// Starts with a text and no annotations except the number of words.
    #[must_use]
    pub fn new(doc: &str, text: &str) -> Self {
        let words = text.split_whitespace().count() as u32;
        Self { article: Article::from_text(doc, text), findings: Findings { words, ..Findings::default() } }
    }

    /// The first occurrence of `words` in the text; an empty span if there is none.
    #[must_use]
    pub fn span(&self, words: &str) -> Span {
        self.article.text.find(words).map_or_else(Span::default, |at| Span::new(at, at + words.len()))
    }

    /// Sets the article's date.
    pub fn dated(&mut self, day: &str) -> &mut Self {
        if let Ok(date) = day.parse() {
            self.findings.document_date =
                Some(DocumentDate { date, span: None, why: Why::rule(&rules::dates::METADATA) });
        }
        self
    }

    /// Adds an actor; every occurrence of one of its names in the text becomes a mention.
    pub fn actor(&mut self, mut actor: Actor) -> LocalActorId {
        let mut names: Vec<_> = actor.names.iter().map(String::as_str).collect();
        names.sort_by_key(|n| std::cmp::Reverse(n.len()));
        let mut mentions: Vec<Mention> = Vec::new();
        for name in names {
            for (at, _) in self.article.text.match_indices(name) {
                let span = Span::new(at, at + name.len());
                if mentions.iter().all(|m| !m.span.overlaps(span)) {
                    mentions.push(Mention {
                        span,
                        kind: MentionKind::Name,
                        why: Why::rule(&rules::identity::SAME_NAME),
                    });
                }
            }
        }
        mentions.sort_by_key(|m| m.span);
        actor.mentions = mentions;
        self.findings.actors.push(actor);
        LocalActorId::from_index(self.findings.actors.len() - 1)
    }

    /// Adds a direct quote.
    pub fn quote(&mut self, words: &str, speaker: Option<LocalActorId>) -> &mut Self {
        let quote = Quote {
            span: self.span(words),
            kind: QuoteKind::Direct,
            speaker,
            speaker_span: None,
            cue: None,
            addressee: None,
            reporter: None,
            why: Why::rule(&rules::attribution::QUOTE_SAID_SPEAKER),
            who: Why::default(),
        };
        self.findings.quotes.push(quote);
        self
    }

    /// Adds an asserted event with this `trigger` in `sentence`; adjust the result as needed.
    pub fn event(
        &mut self,
        sentence: &str,
        trigger: &str,
        kind: EventType,
        source: &[LocalActorId],
        target: &[LocalActorId],
    ) -> &mut Event {
        let event = Event {
            sentence: self.span(sentence),
            trigger: self.span(trigger),
            kind,
            mode: None,
            source: source.to_vec(),
            source_spans: vec![Span::default(); source.len()],
            target: target.to_vec(),
            target_spans: vec![Span::default(); target.len()],
            date: None,
            date_span: None,
            status: Status::Asserted,
            according_to: None,
            confidence: 0.9,
            trail: vec![Step { sets: Aspect::Type, why: Why::rule(&rules::triggers::REPORTED_DEMAND) }],
        };
        self.findings.events.push(event);
        let last = self.findings.events.len() - 1;
        &mut self.findings.events[last]
    }
}

/// Three short articles with six events, eight actors and three quotes, and one skipped file.
#[must_use]
pub fn small() -> Store {
    let mut builder = StoreBuilder::new();
    for made in [call(), tariffs(), attack()] {
        builder.add(made.article, made.findings);
    }
    builder.skip(Skipped { name: "empty.txt".into(), reason: "it is empty".into() });
    builder.build()
}

fn call() -> Annotator {
    let text = "Vladimir Putin called Prime Minister Narendra Modi on Monday. Modi invited Putin to India. \
                “We stand with Russia’s friend,” Modi said. Putin will visit India later this year.";
    let mut a = Annotator::new("call.txt", text);
    a.dated("2025-05-05");
    let russia = a.actor(state("Russia", &["Russia"]));
    let india = a.actor(state("India", &["India"]));
    let putin = a.actor(Actor { of: Some(russia), ..person("Vladimir Putin", &["Vladimir Putin", "Putin"]) });
    let modi = a.actor(Actor {
        of: Some(india),
        roles: vec!["Prime Minister".into()],
        ..person("Narendra Modi", &["Narendra Modi", "Modi"])
    });
    let monday = DateExpr {
        span: a.span("Monday"),
        kind: DateType::Date,
        value: "2025-05-05".into(),
        time: None,
        why: Why::rule(&rules::dates::WEEKDAY),
    };
    let monday_span = monday.span;
    a.findings.dates.push(monday);
    let first = "Vladimir Putin called Prime Minister Narendra Modi on Monday.";
    let event = a.event(first, "called", EventType::Consult, &[putin], &[modi]);
    (event.mode, event.date, event.date_span) = (Some(Mode::Phone), Some("2025-05-05".into()), Some(monday_span));
    let event = a.event("Modi invited Putin to India.", "invited", EventType::Request, &[modi], &[putin]);
    (event.mode, event.date) = (Some(Mode::Invite), Some("2025-05-05".into()));
    let event = a.event("Putin will visit India later this year.", "visit", EventType::Consult, &[putin], &[india]);
    (event.mode, event.date, event.status) = (Some(Mode::Visit), Some("2025".into()), Status::Planned);
    a.quote("We stand with Russia’s friend,", Some(modi));
    a
}

fn tariffs() -> Annotator {
    let text = "Donald Trump imposed a 25 percent tariff on Indian goods in August. \
                “India buys oil from Russia,” Trump said. Modi refused to meet Trump.";
    let mut a = Annotator::new("tariffs.txt", text);
    a.dated("2025-08-08");
    let trump = a.actor(person("Donald Trump", &["Donald Trump", "Trump"]));
    let india = a.actor(state("India", &["India", "Indian"]));
    a.actor(state("Russia", &["Russia"]));
    let modi = a.actor(Actor { of: Some(india), ..person("Modi", &["Modi"]) });
    let first = "Donald Trump imposed a 25 percent tariff on Indian goods in August.";
    let event = a.event(first, "tariff", EventType::Sanction, &[trump], &[india]);
    (event.mode, event.date) = (Some(Mode::Tariff), Some("2025-08".into()));
    a.event("Modi refused to meet Trump.", "refused", EventType::Reject, &[modi], &[trump]).mode = Some(Mode::Refuse);
    a.quote("India buys oil from Russia,", Some(trump));
    a
}

fn attack() -> Annotator {
    let text = "Gunmen attacked a post in Kashmir. “A ceasefire is near,” said a villager.";
    let mut a = Annotator::new("attack.txt", text);
    let gunmen = Actor { named: false, kind: ActorKind::Group, ..person("gunmen", &["Gunmen"]) };
    let gunmen = a.actor(gunmen);
    a.event("Gunmen attacked a post in Kashmir.", "attacked", EventType::Assault, &[gunmen], &[]);
    a.quote("A ceasefire is near,", None);
    a
}

/// A small pseudorandom generator (xorshift), the same on every machine.
#[derive(Clone, Debug)]
pub struct Numbers(u64);

impl Numbers {
    /// A generator with this seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// The next number below `limit`; 0 if `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) as usize).checked_rem(limit).unwrap_or(0)
    }
}

/// The `i`th of a practically endless sequence of distinct personal names.
#[must_use]
pub fn name(i: usize) -> String {
    const START: [&str; 20] =
        ["B", "Br", "C", "D", "F", "G", "H", "J", "K", "Kh", "L", "M", "N", "P", "R", "S", "Sh", "T", "V", "Z"];
    const MIDDLE: [&str; 10] = ["a", "e", "i", "o", "u", "ai", "ou", "oo", "ie", "y"];
    const END: [&str; 25] = [
        "man", "l", "rov", "nez", "ski", "dar", "n", "son", "ta", "mura", "vić", "khan", "di", "lli", "ner", "rs",
        "ng", "yev", "ssen", "to", "wala", "que", "pour", "oğlu", "ra",
    ];
    let mut n = i;
    let mut take = |of: &'static [&'static str]| {
        let part = of[n % of.len()];
        n /= of.len();
        part
    };
    // The surname takes all its forms before the given name changes.
    let surname = [take(&START), take(&MIDDLE), take(&END)].concat();
    let given = [take(&START), take(&MIDDLE), take(&END)].concat();
    if n == 0 { format!("{given} {surname}") } else { format!("{given} {n} {surname}") }
}

/// Articles with at least `events` events, ten per article, and exactly `names` named persons.
///
/// As in real news, some actors are in very many events and most in none. The same numbers always give the same
/// articles.
pub fn articles(events: usize, names: usize) -> impl ExactSizeIterator<Item = (Article, Findings)> {
    const EVENTS: usize = 10;
    let articles = events.div_ceil(EVENTS).max(1);
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    let mut numbers = Numbers::new(1);
    (0..articles).map(move |i| {
        let day = start + Days::new(numbers.below(2000) as u64);
        let fresh = names * i / articles..names * (i + 1) / articles;
        let made = article(i, day, fresh, names, EVENTS, &mut numbers);
        (made.article, made.findings)
    })
}

/// A store of [`articles`].
#[must_use]
pub fn store(events: usize, names: usize) -> Store {
    let mut builder = StoreBuilder::new();
    for (article, findings) in articles(events, names) {
        builder.add(article, findings);
    }
    builder.build()
}

fn article(
    i: usize,
    day: NaiveDate,
    fresh: std::ops::Range<usize>,
    names: usize,
    events: usize,
    numbers: &mut Numbers,
) -> Annotator {
    // The fifth power favours the first names: the best-known actors are in half of all events.
    let mut famous = || (0..5).fold(names, |n, _| numbers.below(n + 1).min(n)).min(names.saturating_sub(1));
    let people: Vec<(usize, usize)> = (0..events).map(|_| (famous(), famous())).collect();
    let mut text = String::new();
    let mut findings = Findings {
        document_date: Some(DocumentDate { date: day, span: None, why: Why::rule(&rules::dates::METADATA) }),
        ..Findings::default()
    };
    let mut locals: std::collections::BTreeMap<usize, LocalActorId> = std::collections::BTreeMap::new();
    for n in fresh {
        locals.insert(n, LocalActorId::from_index(findings.actors.len()));
        findings.actors.push(person(&name(n), &[&name(n)]));
    }
    for (source, target) in people {
        let sentence = text.len();
        let mut party = |n: usize, text: &mut String| {
            let id = *locals.entry(n).or_insert_with(|| {
                findings.actors.push(person(&name(n), &[&name(n)]));
                LocalActorId::from_index(findings.actors.len() - 1)
            });
            let start = text.len();
            text.push_str(&name(n));
            let span = Span::new(start, text.len());
            findings.actors[id.index()].mentions.push(Mention { span, kind: MentionKind::Name, why: Why::default() });
            (id, span)
        };
        let (source, source_span) = party(source, &mut text);
        let kind = EventType::ALL[numbers.below(16)];
        let trigger = text.len() + 1;
        let _ = write!(text, " {} ", kind.name().to_lowercase());
        let trigger = Span::new(trigger, text.len() - 1);
        let (target, target_span) = party(target, &mut text);
        let _ = write!(text, " on {day}. ");
        // Every third sentence is a quote, every ninth an unattributed one.
        if findings.events.len() % 3 == 2 {
            let words = Span::new(trigger.end as usize + 1, text.len() - 2);
            let by = (findings.events.len() % 9 != 8).then_some((source, source_span));
            findings.quotes.push(Quote {
                span: words,
                kind: QuoteKind::Indirect,
                speaker: by.map(|b| b.0),
                speaker_span: by.map(|b| b.1),
                cue: None,
                addressee: None,
                reporter: None,
                why: Why::default(),
                who: Why::default(),
            });
        }
        findings.events.push(Event {
            sentence: Span::new(sentence, text.len() - 1),
            trigger,
            kind,
            mode: None,
            source: vec![source],
            source_spans: vec![source_span],
            target: vec![target],
            target_spans: vec![target_span],
            date: Some(day.to_string()),
            date_span: None,
            status: Status::ALL[numbers.below(4)],
            according_to: None,
            confidence: numbers.below(1000) as f32 / 1000.0,
            trail: vec![Step { sets: Aspect::Type, why: Why::default() }],
        });
    }
    findings.words = text.split_whitespace().count() as u32;
    let doc = format!("{i:06}.txt");
    Annotator { article: Article::from_text(&doc, &text), findings }
}
