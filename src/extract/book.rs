//! The rule book with the frames in it, and what every rule decided in one article.

use std::fmt::Write as _;

use super::events;
use crate::model::{ActorKind, Event, Findings, Fire, LocalActorId, RuleRef, Span};
use crate::rules;

/// Every rule: those of the book in the order of the passes, then the frames.
pub fn all() -> impl Iterator<Item = RuleRef> {
    rules::all().chain(events::frame_rules())
}

/// The rule of that id; `None` where there is none.
#[must_use]
pub fn find(id: &str) -> Option<RuleRef> {
    all().find(|rule| rule.id == id)
}

/// One decision of one rule in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The rule that decided.
    pub rule: RuleRef,
    /// What was decided, in a line: `He = Vladimir Putin`, `on Friday = 2025-06-06`,
    /// `CONSULT/phone asserted Putin > Modi 2025-05-05`; of a rule that leaves no trace in the findings, its words.
    pub line: String,
}

/// Everything that rules decided in an article: what the findings say of it, then the fires that left no trace there.
#[must_use]
pub fn decisions(text: &str, findings: &Findings, fires: &[Fire]) -> Vec<Decision> {
    let words = |span: Span| span.of(text);
    let name = |id: LocalActorId| findings.actor(id).map_or("?", |a| a.name.as_str());
    let mut out = Vec::new();
    let mut push = |rule: RuleRef, line: String| {
        if !rule.is_none() {
            out.push(Decision { rule, line });
        }
    };
    for actor in &findings.actors {
        for mention in &actor.mentions {
            push(mention.why.rule, format!("{} = {} ({})", words(mention.span), actor.name, kind(actor.kind)));
        }
        if let Some(of) = actor.of {
            push(actor.of_why.rule, format!("{} acts for {}", actor.name, name(of)));
        }
    }
    if let Some(date) = &findings.document_date {
        push(date.why.rule, format!("article = {}", date.date));
    }
    for date in &findings.dates {
        push(date.why.rule, format!("{} = {}", words(date.span), date.value));
    }
    for quote in &findings.quotes {
        let line = format!("“{}” by {}", words(quote.span), quote.speaker.map_or("nobody", name));
        push(quote.why.rule, line.clone());
        push(quote.who.rule, line);
    }
    for event in &findings.events {
        let line = event_line(event, &name);
        for step in &event.trail {
            push(step.why.rule, line.clone());
        }
    }
    for fire in fires {
        push(fire.rule, words(fire.words).to_owned());
    }
    out
}

fn kind(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Country => "country",
        ActorKind::Organisation => "organisation",
        ActorKind::Group => "group",
    }
}

/// An event in a line: `CONSULT/phone asserted Putin > Modi 2025-05-05`.
fn event_line<'a>(event: &Event, name: &impl Fn(LocalActorId) -> &'a str) -> String {
    let side = |ids: &[LocalActorId]| match ids {
        [] => "-".to_owned(),
        ids => ids.iter().map(|&id| name(id)).collect::<Vec<_>>().join("+"),
    };
    let mut line = event.kind.name().to_owned();
    if let Some(mode) = event.mode {
        let _ = write!(line, "/{mode}");
    }
    let date = event.date.as_deref().unwrap_or("undated");
    let _ = write!(line, " {} {} > {} {date}", event.status, side(&event.source), side(&event.target));
    if let Some(claimant) = event.according_to {
        let _ = write!(line, " according to {}", name(claimant));
    }
    line
}
