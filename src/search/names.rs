//! All names of all actors, folded, as the finder goes through them.

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
    /// By name: which letters it has.
    pub(super) letters: Vec<u64>,
    /// By name: whose it is.
    pub(super) owners: Vec<ActorId>,
    /// By name: what its actor is.
    pub(super) kinds: Vec<ActorKind>,
    /// By name: how often its actor is mentioned.
    pub(super) mentions: Vec<u32>,
    /// Names by the beginnings of their words.
    pub(super) by_prefix: PrefixIndex,
}

/// Collects names: they may come in portions.
#[derive(Debug, Default)]
pub struct NamesBuilder {
    folded: String,
    /// Names, and the end of each in `folded`.
    entries: Vec<(Owner, u32)>,
}

/// Whose a name is.
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

    /// The table: the most mentioned first, else in order of actors.
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

    /// How many names there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True where there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A name, folded.
    pub(super) fn name(&self, entry: u32) -> &str {
        let i = entry as usize;
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.folded[start as usize..self.ends[i] as usize]
    }
}
