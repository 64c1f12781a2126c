//! An event before it is accepted: the frame that fired, its people, what composition made of it, and the trail of steps
//! that decided.
//!
//! What is known of an event can be read from a [`Draft`] and a [`Told`] as from the plain value; it can be changed only
//! through their methods, each of which takes the rule and the words that say why.

use std::ops::Deref;

use crate::extract::events::arguments::slots::{Parts, Party};
use crate::extract::events::factuality::operators::Composed;
use crate::extract::events::frames::frame::{Frame, Operator, Slot};
use crate::language::Analysis;
use crate::model::{Aspect, Event, EventType, LocalActorId, Mode, RuleRef, Span, Status, Step, Why};
use crate::rules;

/// What told the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teller {
    /// A verb or a predicate adjective.
    Verb,
    /// An event noun that a light verb carries.
    Carried,
    /// An event noun that is brought to an end.
    Ended,
    /// An event noun on its own.
    Noun,
    /// A report of what somebody must do.
    Demand,
}

/// An event that a frame proposes, as it stands.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The word that tells it.
    pub trigger: usize,
    /// The light verb, where one carries it.
    pub carrier: Option<usize>,
    /// What told it.
    pub teller: Teller,
    /// The frame; `None` for a reported demand.
    pub frame: Option<&'static Frame>,
    /// What.
    pub kind: EventType,
    /// How.
    pub mode: Option<Mode>,
    /// Who.
    pub source: Vec<Party>,
    /// The words of what does it, where nobody is its source.
    pub doing: Option<Span>,
    /// To whom.
    pub target: Vec<Party>,
    /// The words of what it is done to, where nobody is its target.
    pub theme: Option<Span>,
    /// Status, attribution and the steps to them.
    pub composed: Composed,
    /// How sure the judge is that its words tell an event of its type; 0 where it was not asked.
    pub chance: f32,
}

impl Proposal {
    /// Everybody in it.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.source.iter().chain(&self.target)
    }
}

/// A proposal with the trail of what set it; reads as a [`Proposal`].
#[derive(Clone, Debug)]
pub struct Draft {
    facts: Proposal,
    trail: Vec<Step>,
}

impl Deref for Draft {
    type Target = Proposal;

    fn deref(&self) -> &Proposal {
        &self.facts
    }
}

impl Draft {
    /// The event that token `trigger` tells by `frame`.
    #[must_use]
    pub fn new(
        a: &Analysis<'_>,
        trigger: usize,
        teller: Teller,
        frame: &'static Frame,
        parts: Parts,
        composed: Composed,
    ) -> Self {
        let Parts { source, doing, target, theme } = parts;
        let (kind, mode) = (frame.kind, frame.mode);
        let facts = Proposal {
            trigger,
            carrier: None,
            teller,
            frame: Some(frame),
            kind,
            mode,
            source,
            doing,
            target,
            theme,
            composed,
            chance: 0.0,
        };
        Self::of(a, facts, frame.rule)
    }

    /// The draft of a proposal that `rule` made.
    #[must_use]
    pub fn of(a: &Analysis<'_>, facts: Proposal, rule: RuleRef) -> Self {
        let mut trail = Vec::with_capacity(4);
        trail.push(Step { sets: Aspect::Type, why: Why::words(rule, a.span(facts.trigger)) });
        for (sets, side) in [(Aspect::Source, &facts.source), (Aspect::Target, &facts.target)] {
            if let Some(first) = side.first() {
                trail.push(Step { sets, why: Why::words(slot_rule(first.slot), first.span) });
            }
        }
        for step in &facts.composed.steps {
            if let Some((sets, rule)) = operator_rule(step.operator) {
                trail.push(Step { sets, why: Why::words(rule, a.span(step.word)) });
            }
        }
        Self { facts, trail }
    }

    /// Says that a light verb carries it, or brings it to an end.
    #[must_use]
    pub fn carried_by(mut self, verb: usize) -> Self {
        self.facts.carrier = Some(verb);
        self
    }

    /// Notes how sure the judge is of it.
    pub fn heard(&mut self, chance: f32) {
        self.facts.chance = chance;
    }

    /// Sets what it is and how.
    pub fn set_kind(&mut self, kind: EventType, mode: Option<Mode>, why: Why) {
        (self.facts.kind, self.facts.mode) = (kind, mode);
        self.push(Aspect::Type, why);
    }

    /// Sets what it is brought to an end.
    pub fn set_ended(&mut self, kind: EventType, mode: Option<Mode>, why: Why) {
        self.facts.teller = Teller::Ended;
        self.set_kind(kind, mode, why);
    }

    /// Sets how it is done.
    pub fn set_mode(&mut self, mode: Option<Mode>, why: Why) {
        self.facts.mode = mode;
        self.push(Aspect::Type, why);
    }

    /// Sets whether it happened.
    pub fn set_status(&mut self, status: Status, why: Why) {
        self.facts.composed.status = status;
        self.push(Aspect::Status, why);
    }

    /// Takes back that somebody else reports it.
    pub fn set_no_speaker(&mut self, why: Why) {
        self.facts.composed.speaker = None;
        self.push(Aspect::Claimant, why);
    }

    /// Sets who does it.
    pub fn set_source(&mut self, source: Vec<Party>, why: Why) {
        self.facts.source = source;
        self.push(Aspect::Source, why);
    }

    /// Sets the words of what does it, where nobody is its source any more.
    pub fn set_doing(&mut self, source: Vec<Party>, doing: Option<Span>, why: Why) {
        self.facts.doing = doing;
        self.set_source(source, why);
    }

    /// Sets to whom it is done.
    pub fn set_target(&mut self, target: Vec<Party>, why: Why) {
        self.facts.target = target;
        self.push(Aspect::Target, why);
    }

    /// Says which rule found what a side holds already, in place of its place in the clause.
    pub fn explain(&mut self, sets: Aspect, why: Why) {
        let filled = match sets {
            Aspect::Source => !self.facts.source.is_empty(),
            Aspect::Target => !self.facts.target.is_empty(),
            _ => true,
        };
        if filled {
            self.trail.retain(|step| step.sets != sets);
            self.push(sets, why);
        }
    }

    fn push(&mut self, sets: Aspect, why: Why) {
        self.trail.push(Step { sets, why });
    }

    /// The steps so far.
    #[must_use]
    pub fn trail(&self) -> &[Step] {
        &self.trail
    }
}

/// An accepted event and the word that tells it; reads as an [`Event`].
#[derive(Clone, Debug)]
pub struct Told {
    event: Event,
    /// Its verb: the light verb, or the trigger.
    pub verb: usize,
}

impl Deref for Told {
    type Target = Event;

    fn deref(&self) -> &Event {
        &self.event
    }
}

impl Told {
    /// An accepted event, told by token `verb`.
    #[must_use]
    pub fn new(event: Event, verb: usize) -> Self {
        Self { event, verb }
    }

    /// Sets when it happened: a TIMEX3 value and the words that gave it, if any did.
    pub fn set_date(&mut self, value: String, words: Option<Span>, why: Why) {
        (self.event.date, self.event.date_span) = (Some(value), words);
        self.event.trail.push(Step { sets: Aspect::Date, why });
    }

    /// Sets to whom it is done, and the words that name them.
    pub fn set_target(&mut self, id: LocalActorId, words: Span, why: Why) {
        (self.event.target, self.event.target_spans) = (vec![id], vec![words]);
        self.event.trail.push(Step { sets: Aspect::Target, why });
    }

    /// The event itself.
    #[must_use]
    pub fn into_event(self) -> Event {
        self.event
    }
}

/// The rule behind a place in the clause.
fn slot_rule(slot: Slot) -> RuleRef {
    match slot {
        Slot::Subject => &rules::arguments::SUBJECT,
        Slot::Object => &rules::arguments::OBJECT,
        Slot::Within => &rules::arguments::WITHIN_OBJECT,
        Slot::Inner => &rules::arguments::WITHIN_COMPLEMENT,
        Slot::Agent => &rules::arguments::AGENT,
        Slot::Prep(n) if n == crate::lexicon::prepositions::INDIRECT => &rules::arguments::RECEIVER,
        Slot::Prep(_) => &rules::arguments::PREPOSITION,
        Slot::Place => &rules::arguments::STATE_OF_PLACE,
        Slot::Toward => &rules::arguments::DIRECTED_AT,
        Slot::Behind => &rules::arguments::RIGHT_BEHIND,
    }
}

/// What a word above an event sets, and the rule; `None` where another step says it already.
fn operator_rule(operator: Operator) -> Option<(Aspect, RuleRef)> {
    Some(match operator {
        Operator::Deny => (Aspect::Status, &rules::factuality::DENIED),
        Operator::Plan => (Aspect::Status, &rules::factuality::PLANNED),
        Operator::Hope => (Aspect::Status, &rules::factuality::POSSIBLE),
        Operator::Report => (Aspect::Claimant, &rules::factuality::REPORTED),
        Operator::Undergo => (Aspect::Target, &rules::arguments::UNDERGONE),
        Operator::Do => (Aspect::Type, &rules::triggers::CARRIED),
        Operator::Swallow | Operator::Fact | Operator::End => return None,
    })
}
