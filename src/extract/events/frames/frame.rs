//! What a line of the frame tables says: conditions, a type, and where the people stand.

use crate::lexicon::prepositions::PrepSet;
use crate::model::{EventType, Mode, RuleRef};

/// Which heads may fill a place of a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filler {
    /// Lemmas, by their number in the lexicon.
    pub lemmas: Box<[u16]>,
    /// Classes of classes.tsv, one bit each.
    pub classes: u64,
    /// Somebody who can act.
    pub actor: bool,
    /// Somebody with a name.
    pub named: bool,
    /// A person with a name.
    pub person: bool,
    /// A state, city or region with a name.
    pub place: bool,
}

/// Something that must hold for a frame to fire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// There is an object.
    AnyObject,
    /// There is none.
    NoObject,
    /// The object's head fits.
    Object(Filler),
    /// The subject's head fits.
    Subject(Filler),
    /// A particle ("down", "out").
    Particle(Box<[u16]>),
    /// A prepositional phrase, with a head that fits where one is asked for.
    Prep(PrepSet, Option<Filler>),
    /// No such phrase.
    NoPrep(PrepSet),
    /// A complement infinitive.
    Infinitive,
    /// No complement infinitive.
    NoInfinitive,
    /// A reported clause.
    ThatClause,
    /// A reported clause that tells what should be: "proposed that Iran halt the work".
    Wished,
    /// An adverb.
    Adverb(Box<[u16]>),
    /// A predicate complement.
    Complement(Filler),
    /// Nothing said of the object after it.
    NoComplement,
    /// The verb of the complement clause.
    Inner(Filler),
    /// A modifier before a noun.
    Modifier(Filler),
    /// The clause is negated.
    Negated,
    /// The verb is passive.
    Passive,
}

impl Condition {
    /// How much the condition narrows a frame down; the frame with the highest sum fires.
    #[must_use]
    pub fn weight(&self) -> u32 {
        match self {
            Self::AnyObject | Self::NoObject | Self::NoPrep(_) | Self::NoInfinitive | Self::NoComplement => 1,
            Self::ThatClause | Self::Wished | Self::Infinitive | Self::Passive => 3,
            Self::Prep(_, None) => 2,
            Self::Object(f) | Self::Subject(f) if f.actor || f.named || f.person => 2,
            Self::Prep(_, Some(_)) | Self::Object(_) | Self::Subject(_) => 4,
            Self::Particle(_) | Self::Adverb(_) | Self::Complement(_) | Self::Inner(_) => 5,
            Self::Modifier(_) | Self::Negated => 5,
        }
    }
}

/// A place in the tree where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The logical subject.
    Subject,
    /// The logical object, or somebody inside it.
    Object,
    /// Somebody inside the object.
    Within,
    /// Somebody inside the complement clause.
    Inner,
    /// The doer of an event noun.
    Agent,
    /// The noun phrase of a preposition, or somebody inside it.
    Prep(u8),
    /// A place that stands for its state; no frame asks for it.
    Place,
    /// What a phrase is directed at that no frame expects.
    Toward,
    /// Right behind a verb that was taken for a noun; no frame asks for it.
    Behind,
}

/// Who is source and who is target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct People {
    /// Places of the source, best first.
    pub source: Box<[Slot]>,
    /// Places of the target, best first.
    pub target: Box<[Slot]>,
    /// Both do it together.
    pub reciprocal: bool,
}

/// One line of a frame table.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its entry in the rule book.
    pub rule: RuleRef,
    /// What must hold.
    pub conditions: Box<[Condition]>,
    /// Sum of the conditions' weights.
    pub weight: u32,
    /// What it tells.
    pub kind: EventType,
    /// How it was done.
    pub mode: Option<Mode>,
    /// Who.
    pub people: People,
}

/// Which word class a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// verbs.tsv
    Verb,
    /// nouns.tsv
    Noun,
    /// adjectives.tsv
    Adjective,
}

/// How an event hangs on the word above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// As an infinitive.
    To,
    /// As a finite clause.
    That,
    /// As a participle or gerund.
    Ing,
    /// As an object or passive subject.
    Noun,
    /// In a prepositional phrase.
    Prep,
}

impl Edge {
    /// Every edge with its name in operators.tsv.
    pub const ALL: [(Self, &'static str); 5] =
        [(Self::To, "to"), (Self::That, "that"), (Self::Ing, "ing"), (Self::Noun, "noun"), (Self::Prep, "prep")];
}

/// What a word does to the event that hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// It stands as it is told.
    Fact,
    /// It did not happen.
    Deny,
    /// It is to happen.
    Plan,
    /// It is wished, tried, allowed or feared.
    Hope,
    /// It is the content of the frame above, no event of its own.
    Swallow,
    /// It stands, and the subject says so.
    Report,
    /// The word is a light verb: its subject is the doer.
    Do,
    /// The word's subject is the one the event is done to.
    Undergo,
    /// The event is brought to an end.
    End,
}

impl Operator {
    /// Every operator with its name in operators.tsv.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Fact, "fact"),
        (Self::Deny, "deny"),
        (Self::Plan, "plan"),
        (Self::Hope, "hope"),
        (Self::Swallow, "swallow"),
        (Self::Report, "report"),
        (Self::Do, "do"),
        (Self::Undergo, "undergo"),
        (Self::End, "end"),
    ];

    /// What it says of the event, as a clause.
    #[must_use]
    pub fn does(self) -> &'static str {
        match self {
            Self::Fact => "it stands as it is told",
            Self::Deny => "it did not happen",
            Self::Plan => "it is to happen",
            Self::Hope => "it is wished, tried, allowed or feared",
            Self::Swallow => "it is the content of that word, no event of its own",
            Self::Report => "it stands, and the subject says so",
            Self::Do => "the subject is the agent",
            Self::Undergo => "the subject is the one it is done to",
            Self::End => "it is brought to an end",
        }
    }
}
