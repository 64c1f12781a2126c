//! Actors and where they are mentioned.

use serde::{Deserialize, Serialize};

use super::{LocalActorId, Span, Why};

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A state, its government included.
    Country,
    /// A ministry, army, party, company, bloc, medium, court.
    Organisation,
    /// A people, an armed group, or unnamed people who act.
    Group,
}

/// What a named span is, before anybody asks whether it acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum EntityKind {
    /// A human being.
    Person,
    /// An organisation.
    Organisation,
    /// A state.
    Country,
    /// A city, region, river, building.
    Place,
    /// A named people or armed group.
    Group,
    /// An adjective or noun of a state or people ("Russian").
    Demonym,
    /// Any other name: wars, days, works, treaties.
    Other,
}

/// A named span of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entity {
    /// Its words, titles and possessive 's left out.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// By name.
    Name,
    /// By pronoun.
    Pronoun,
    /// By a description ("the envoy").
    Description,
}

/// One place where an actor is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention {
    /// Its words.
    pub span: Span,
    /// How it refers.
    pub kind: MentionKind,
    /// The rule and words that linked it to its actor.
    pub why: Why,
}

/// An actor of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Actor {
    /// The fullest name, or the description for an unnamed one.
    pub name: String,
    /// The family name in a person's name, "Xi" of "Xi Jinping"; `None` for everyone without a name and for everything
    /// that is no person.
    pub family: Option<String>,
    /// What it is.
    pub kind: ActorKind,
    /// False for a description with no name ("security forces").
    pub named: bool,
    /// Distinct surface names in order of first appearance.
    pub names: Vec<String>,
    /// Offices and descriptions ("President", "special envoy") in order of first appearance.
    pub roles: Vec<String>,
    /// The actor this one acts for: a leader's state, a spokesman's organisation.
    pub of: Option<LocalActorId>,
    /// The rule and words that told whom it acts for.
    pub of_why: Why,
    /// In order of the text.
    pub mentions: Vec<Mention>,
}
