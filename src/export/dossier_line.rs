//! The `dossier/1` line: everything found in one article as one line of JSON.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{
    ActorKind, Article, DateType, EntityKind, EventType, Findings, LocalActorId, MentionKind, Mode, Quote, QuoteKind,
    Span, Status, Step, Why,
};

/// How much detail a line has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// What was found.
    #[default]
    Findings,
    /// And `why`: the rule that found each thing, what it means, the words that made it fire; for events `steps`, what
    /// decided each part.
    Explained,
}

#[derive(Serialize)]
struct WhyLine {
    #[serde(skip_serializing_if = "str::is_empty")]
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Span>,
    /// What the rule means, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    says: Option<Cow<'static, str>>,
}

impl Detail {
    fn why(self, why: &Why) -> Option<WhyLine> {
        (self == Self::Explained).then(|| WhyLine {
            rule: why.rule.id,
            words: why.words,
            says: why.plain().map(Cow::Borrowed),
        })
    }

    /// What decided each part of an event, in the order of deciding.
    fn steps(self, trail: &[Step]) -> Vec<StepLine> {
        trail.iter().filter_map(|s| Some(StepLine { sets: s.sets.name(), why: self.why(&s.why)? })).collect()
    }

    /// Why words were read as a quote, or an actor as its speaker.
    fn spoken(self, why: &Why, quote: &Quote, text: &str) -> Option<WhyLine> {
        let words = |span: Option<Span>| span.map(|s| s.of(text));
        let line = self.why(why)?;
        let says =
            (!why.rule.is_none()).then(|| Cow::Owned(why.rule.says(words(quote.speaker_span), words(quote.cue))));
        Some(WhyLine { says, ..line })
    }
}

#[derive(Serialize)]
struct Line<'a> {
    schema: &'static str,
    id: &'a str,
    doc: &'a str,
    path: Option<String>,
    title: Option<&'a str>,
    source: Option<&'a str>,
    document_date: Option<String>,
    document_date_span: Option<Span>,
    document_date_rule: Option<&'static str>,
    entities: Vec<EntityLine>,
    actors: Vec<ActorLine<'a>>,
    quotes: Vec<QuoteLine>,
    dates: Vec<DateLine<'a>>,
    events: Vec<EventLine<'a>>,
    warnings: Vec<WarningLine<'a>>,
}

#[derive(Serialize)]
struct EntityLine {
    #[serde(flatten)]
    span: Span,
    kind: EntityKind,
}

#[derive(Serialize)]
struct ActorLine<'a> {
    id: usize,
    name: &'a str,
    kind: ActorKind,
    named: bool,
    names: &'a [String],
    roles: &'a [String],
    of: Option<LocalActorId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_why: Option<WhyLine>,
    mentions: Vec<MentionLine>,
}

#[derive(Serialize)]
struct MentionLine {
    #[serde(flatten)]
    span: Span,
    kind: MentionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyLine>,
}

#[derive(Serialize)]
struct QuoteLine {
    #[serde(flatten)]
    span: Span,
    kind: QuoteKind,
    speaker: Option<LocalActorId>,
    speaker_span: Option<Span>,
    cue: Option<String>,
    cue_span: Option<Span>,
    addressee: Option<LocalActorId>,
    reporter: Option<LocalActorId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_why: Option<WhyLine>,
}

#[derive(Serialize)]
struct DateLine<'a> {
    #[serde(flatten)]
    span: Span,
    #[serde(rename = "type")]
    kind: DateType,
    value: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyLine>,
}

#[derive(Serialize)]
struct EventLine<'a> {
    #[serde(flatten)]
    sentence: Span,
    trigger: Span,
    #[serde(rename = "type")]
    kind: EventType,
    mode: Option<Mode>,
    source: &'a [LocalActorId],
    target: &'a [LocalActorId],
    source_spans: &'a [Span],
    target_spans: &'a [Span],
    date: Option<&'a str>,
    date_span: Option<Span>,
    status: Status,
    according_to: Option<LocalActorId>,
    confidence: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<WhyLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<StepLine>,
}

/// What decided a part of an event.
#[derive(Serialize)]
struct StepLine {
    sets: &'static str,
    #[serde(flatten)]
    why: WhyLine,
}

#[derive(Serialize)]
struct WarningLine<'a> {
    message: &'a str,
    #[serde(flatten)]
    span: Option<Span>,
}

/// The line of one article, without its line end.
///
/// # Errors
/// None in practice: every part is plain data.
pub fn to_json(article: &Article, findings: &Findings, detail: Detail) -> serde_json::Result<String> {
    let text = &*article.text;
    serde_json::to_string(&Line {
        schema: "dossier/1",
        id: &article.id,
        doc: &article.doc,
        path: article.path().map(|p| p.display().to_string()),
        title: article.title.as_deref().or_else(|| findings.title.map(|s| s.of(text))),
        source: article.source.as_deref(),
        document_date: findings.document_date.as_ref().map(|d| d.date.to_string()),
        document_date_span: findings.document_date.as_ref().and_then(|d| d.span),
        document_date_rule: findings.document_date.as_ref().map(|d| d.why.rule.id),
        entities: findings.entities.iter().map(|e| EntityLine { span: e.span, kind: e.kind }).collect(),
        actors: findings
            .actors
            .iter()
            .enumerate()
            .map(|(id, a)| ActorLine {
                id,
                name: &a.name,
                kind: a.kind,
                named: a.named,
                names: &a.names,
                roles: &a.roles,
                of: a.of,
                of_why: a.of.and_then(|_| detail.why(&a.of_why)),
                mentions: a
                    .mentions
                    .iter()
                    .map(|m| MentionLine { span: m.span, kind: m.kind, why: detail.why(&m.why) })
                    .collect(),
            })
            .collect(),
        quotes: findings
            .quotes
            .iter()
            .map(|q| QuoteLine {
                span: q.span,
                kind: q.kind,
                speaker: q.speaker,
                speaker_span: q.speaker_span,
                cue: q.cue.map(|c| c.of(text).to_owned()),
                cue_span: q.cue,
                addressee: q.addressee,
                reporter: q.reporter,
                why: detail.spoken(&q.why, q, text),
                speaker_why: detail.spoken(&q.who, q, text),
            })
            .collect(),
        dates: findings
            .dates
            .iter()
            .map(|d| DateLine {
                span: d.span,
                kind: d.kind,
                value: &d.value,
                time: d.time.as_deref(),
                why: detail.why(&d.why),
            })
            .collect(),
        events: findings
            .events
            .iter()
            .map(|e| EventLine {
                sentence: e.sentence,
                trigger: e.trigger,
                kind: e.kind,
                mode: e.mode,
                source: &e.source,
                target: &e.target,
                source_spans: &e.source_spans,
                target_spans: &e.target_spans,
                date: e.date.as_deref(),
                date_span: e.date_span,
                status: e.status,
                according_to: e.according_to,
                why: detail.why(&Why { rule: e.rule(), words: Some(e.trigger) }),
                steps: detail.steps(&e.trail),
                confidence: (f64::from(e.confidence) * 1000.0).round() / 1000.0,
            })
            .collect(),
        warnings: findings.warnings.iter().map(|w| WarningLine { message: &w.message, span: w.span }).collect(),
    })
}
