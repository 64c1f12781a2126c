//! An event before it is accepted: the frame that fired, its people, what composition made of it.

use crate::model::{EventType, Mode, Span};

use crate::extract::events::arguments::slots::{Parts, Party};
use crate::extract::events::factuality::operators::Composed;
use crate::extract::events::frames::frame::Frame;

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

/// An event that a frame proposes.
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
}

impl Proposal {
    /// The event that token `trigger` tells by `frame`.
    #[must_use]
    pub fn new(trigger: usize, teller: Teller, frame: &'static Frame, parts: Parts, composed: Composed) -> Self {
        let Parts { source, doing, target, theme } = parts;
        Self {
            trigger,
            carrier: None,
            teller,
            frame: Some(frame),
            kind: frame.kind,
            mode: frame.mode,
            source,
            doing,
            target,
            theme,
            composed,
        }
    }

    /// Everybody in it.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.source.iter().chain(&self.target)
    }
}
