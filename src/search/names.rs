//! The finder's table: all names of all actors, folded.

use super::fold;
use super::prefix_index::PrefixIndex;
use super::rank;
use crate::model::{ActorId, ActorKind};
use crate::store::Store;

/// All names of all actors, folded, most mentioned first.
#[derive(Debug, Default)]
pub struct Names {
    folded: String,
    ends: Vec<u32>,
    /// The set of letters of each name.
    pub(super) letters: Vec<u64>,
    /// The actor of each name.
    pub(super) owners: Vec<ActorId>,
    /// The kind of each name's actor.
    pub(super) kinds: Vec<ActorKind>,
    /// The number of mentions of each name's actor.
    pub(super) mentions: Vec<u32>,
    /// Names by the prefixes of their words.
    pub(super) by_prefix: PrefixIndex,
}

/// Collects names, in as many steps as needed.
#[derive(Debug, Default)]
pub struct NamesBuilder {
    folded: String,
    /// The owner of each name, and where the name ends in `folded`.
    entries: Vec<(Owner, u32)>,
}

/// The owner of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The actor.
    pub actor: ActorId,
    /// What it is.
    pub kind: ActorKind,
    /// How often it is mentioned.
    pub mentions: u32,
}

impl Owner {
    /// An actor of a store.
    #[must_use]
    pub fn of(store: &Store, actor: ActorId) -> Self {
        Self { actor, kind: store.actor(actor).kind, mentions: store.mentions_of(actor).len() as u32 }
    }
}

impl NamesBuilder {
    /// Adds one of an actor's names.
    pub fn add(&mut self, owner: Owner, name: &str) {
        fold::fold_into(name, &mut self.folded);
        self.entries.push((owner, self.folded.len() as u32));
    }

    /// Builds the table: most mentioned first, then in order of actors.
    #[must_use]
    pub fn build(self) -> Names {
        let start = |i: usize| if i == 0 { 0 } else { self.entries[i - 1].1 as usize };
        let mut order: Vec<u32> = (0..self.entries.len() as u32).collect();
        order.sort_by_key(|&i| {
            let (owner, _) = self.entries[i as usize];
            (std::cmp::Reverse(owner.mentions), owner.actor)
        });
        let mut table = Names { folded: String::with_capacity(self.folded.len()), ..Names::default() };
        for &i in &order {
            let (Owner { actor, kind, mentions }, end) = self.entries[i as usize];
            let folded = &self.folded[start(i as usize)..end as usize];
            table.folded.push_str(folded);
            table.letters.push(rank::mask(folded.as_bytes()));
            table.ends.push(table.folded.len() as u32);
            table.owners.push(actor);
            table.kinds.push(kind);
            table.mentions.push(mentions);
        }
        table.by_prefix = PrefixIndex::new(table.len(), |i| table.name(i));
        table
    }
}

impl Names {
    /// A table of names.
    pub fn new<'n>(names: impl IntoIterator<Item = (Owner, &'n str)>) -> Self {
        let mut builder = NamesBuilder::default();
        for (owner, name) in names {
            builder.add(owner, name);
        }
        builder.build()
    }

    /// Number of names.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True if there are no names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A folded name.
    pub(super) fn name(&self, entry: u32) -> &str {
        let i = entry as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.folded[start as usize..self.ends[i] as usize]
    }
}
