//! Actors.

use serde::Serialize;

use super::{Record, text};
use crate::model::ActorId;
use crate::store::{ActorEvents, Store};

/// A name and how often it occurs.
#[derive(Clone, Debug, Serialize)]
pub struct Counted<'s> {
    /// The name.
    pub name: &'s str,
    /// How often.
    pub count: u32,
}

/// An actor.
#[derive(Clone, Debug, Serialize)]
pub struct ActorRecord<'s> {
    /// The name shown.
    pub name: &'s str,
    /// Person, country, organisation or group.
    pub kind: crate::model::ActorKind,
    /// False for a description without a name.
    pub named: bool,
    /// Whom it acts for.
    pub of: Option<&'s str>,
    /// Offices with the number of articles that give them, most first.
    pub roles: Vec<Counted<'s>>,
    /// Names with how often they were written, most first.
    pub names: Vec<Counted<'s>>,
    /// Events it is the source of.
    pub acts: usize,
    /// Events it is the target of.
    pub receives: usize,
    /// Quotes by it.
    pub said: usize,
    /// Quotes by others that mention it.
    pub quoted_about: usize,
    /// Mentions.
    pub mentions: usize,
    /// Articles.
    pub articles: u32,
}

impl<'s> ActorRecord<'s> {
    /// The record of an actor.
    #[must_use]
    pub fn of(store: &'s Store, id: ActorId) -> Self {
        let row = store.actor(id);
        Self {
            name: store.name(id),
            kind: row.kind,
            named: row.named,
            of: row.of.map(|of| store.name(of)),
            roles: by_count(store.roles_of(id)),
            names: by_count(store.names_of(id)),
            acts: store.events_of(id, ActorEvents::Acts).len(),
            receives: store.events_of(id, ActorEvents::Receives).len(),
            said: store.quotes_by(id).len(),
            quoted_about: store.quotes_about(id).len(),
            mentions: store.mentions_of(id).len(),
            articles: row.articles,
        }
    }
}

/// The most frequent first.
fn by_count<'s>(items: impl Iterator<Item = (&'s str, u32)>) -> Vec<Counted<'s>> {
    let mut counted: Vec<_> = items.map(|(name, count)| Counted { name, count }).collect();
    counted.sort_by_key(|c| std::cmp::Reverse(c.count));
    counted
}

impl Record for ActorRecord<'_> {
    const COLUMNS: &'static [&'static str] =
        &["name", "kind", "of", "acts", "receives", "said", "about", "mentions", "articles", "roles", "names"];

    fn fields(&self) -> Vec<String> {
        let kind = serde_json::to_value(self.kind).ok();
        let list = |items: &[Counted<'_>]| {
            items.iter().map(|c| format!("{} {}", c.name, c.count)).collect::<Vec<_>>().join("; ")
        };
        let number = |n: usize| n.to_string();
        vec![
            self.name.to_owned(),
            kind.as_ref().and_then(|k| k.as_str()).unwrap_or_default().to_owned(),
            text(self.of),
            number(self.acts),
            number(self.receives),
            number(self.said),
            number(self.quoted_about),
            number(self.mentions),
            self.articles.to_string(),
            list(&self.roles),
            list(&self.names),
        ]
    }
}
