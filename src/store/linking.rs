//! Entity linking: which actors of different articles are the same.
//!
//! Names decide, and in doubt actors stay separate:
//!
//! - two persons with the same full name are one; a person named with an initial is the one named without it if no
//!   other fits ("Donald J. Trump");
//! - a bare surname belongs to the person of that surname whose office or state the article also gives, or else to
//!   the only person of that surname, or to one who is far more prominent than all others, in whatever order they
//!   appear; "X Jr." is never merged with "X";
//! - states, organisations and groups are linked by any name that only one actor has, and two ministries of the same
//!   name that act for different states stay two;
//! - actors without a name are never linked across articles.

use rustc_hash::FxHashMap;

use super::words::StoreWords;
use super::{Store, Sym, fold_words};
use crate::model::{Actor, ActorId, ActorKind, ArticleId, LocalActorId};

/// A bare surname means the person who is in this many times as many articles as all others of that surname.
const FAR_MORE: u32 = 4;

/// The keys under which the store's actors are found.
#[derive(Debug, Default)]
#[allow(clippy::struct_field_names)] // they are maps *by* something
pub(super) struct Linker {
    /// By kind and folded name.
    by_name: FxHashMap<(ActorKind, Sym), Vec<ActorId>>,
    /// Persons by full name without initials.
    by_plain_name: FxHashMap<Sym, Vec<ActorId>>,
    /// Persons with a full name, by the last word of it.
    by_surname: FxHashMap<Sym, Vec<ActorId>>,
}

impl Store {
    /// Links the actors of an article to actors of the store, adding those that are new. Returns one id per local
    /// actor, in their order.
    pub(super) fn link(&mut self, locals: &[Actor]) -> Box<[ActorId]> {
        let mut linked: Vec<Option<ActorId>> = vec![None; locals.len()];
        let mut path = Vec::new();
        for i in 0..locals.len() {
            // Whom an actor acts for helps to identify it, so that one is linked first; a cycle of
            // actors that act for one another is broken where it closes.
            let mut at = i;
            path.clear();
            while linked[at].is_none() && !path.contains(&at) {
                path.push(at);
                match locals[at].of.map(LocalActorId::index) {
                    Some(of) if of < locals.len() => at = of,
                    _ => break,
                }
            }
            while let Some(at) = path.pop() {
                let of = locals[at].of.and_then(|of| linked.get(of.index()).copied().flatten());
                let id = self.link_one(&locals[at], of, &linked);
                if self.actor(id).of.is_some() && self.actor(id).of == of {
                    let article = ArticleId::from_index(self.articles.len());
                    self.of_why.entry(id).or_insert_with(|| (article, locals[at].of_why.clone()));
                }
                linked[at] = Some(id);
            }
        }
        linked.into_iter().flatten().collect()
    }

    fn link_one(&mut self, local: &Actor, of: Option<ActorId>, taken: &[Option<ActorId>]) -> ActorId {
        if !local.named {
            return self.new_actor(local, of);
        }
        let found = match local.kind {
            ActorKind::Person => self.same_person(local, of, taken),
            kind => self.same_body(kind, local, of),
        };
        let id = found.unwrap_or_else(|| self.new_actor(local, of));
        let full_name = self.interner.intern(&local.name);
        let family = local.family.as_deref().map(|family| self.interner.intern(family));
        let named_by_a_word = local.kind == ActorKind::Person && !fold_words(self.name(id)).contains(' ');
        let row = &mut self.actors[id.index()];
        row.of = row.of.or(of.filter(|&of| of != id));
        if named_by_a_word && local.name.contains(' ') {
            row.name = full_name;
            row.family = family;
        }
        self.register(local, id);
        id
    }

    fn same_person(&self, local: &Actor, of: Option<ActorId>, taken: &[Option<ActorId>]) -> Option<ActorId> {
        let free = |id: &ActorId| !taken.contains(&Some(*id));
        let full: Vec<String> = local.names_by_weight().map(fold_words).filter(|n| n.contains(' ')).collect();
        if full.is_empty() {
            return self.same_surname(local, of, taken);
        }
        for name in full.iter().filter(|name| is_junior(name) == is_junior(&full[0])) {
            if let [only] = self.known(ActorKind::Person, name) {
                return Some(*only);
            }
        }
        let like_one_known = full.iter().find_map(|name| {
            let plain = self.interner.get(&without_initials(name))?;
            let fits = |id: &&ActorId| free(id) && self.initials_agree(**id, name);
            only(self.linker.by_plain_name.get(&plain)?.iter().filter(fits).copied())
        });
        like_one_known.or_else(|| self.known_by_surname_alone(surname(&full[0]), of).filter(free))
    }

    /// The person whom earlier articles called by this surname alone.
    fn known_by_surname_alone(&self, surname: &str, of: Option<ActorId>) -> Option<ActorId> {
        let bare = |id: &&ActorId| !fold_words(self.name(**id)).contains(' ') && compatible(self.actor(**id).of, of);
        only(self.known(ActorKind::Person, surname).iter().filter(bare).copied())
    }

    /// Links a person named by a single word: to the person of that surname whose office or state the article also
    /// gives, or else to the one known by that word alone, or else to the most prominent person of that surname.
    fn same_surname(&self, local: &Actor, of: Option<ActorId>, taken: &[Option<ActorId>]) -> Option<ActorId> {
        let word = fold_words(&local.name);
        let bearers =
            self.interner.get(&word).and_then(|w| self.linker.by_surname.get(&w)).map_or(&[][..], Vec::as_slice);
        let free = |id: &ActorId| !taken.contains(&Some(*id)) && compatible(self.actor(*id).of, of);
        let vouched = |id: &ActorId| {
            let same_office = || local.roles.iter().any(|r| self.roles_of(*id).any(|(known, _)| known == r));
            (of.is_some() && self.actor(*id).of == of) || same_office()
        };
        let bearers: Vec<_> = bearers.iter().copied().filter(free).collect();
        only(bearers.iter().copied().filter(vouched))
            .or_else(|| self.known_by_surname_alone(&word, of).filter(free))
            .or_else(|| {
                if bearers.iter().filter(|id| vouched(id)).count() > 1 {
                    return None;
                }
                let weight = |id: &ActorId| self.actor(*id).articles;
                let most = bearers.iter().copied().max_by_key(|id| (weight(id), std::cmp::Reverse(*id)))?;
                let others: u32 = bearers.iter().filter(|id| **id != most).map(weight).sum();
                (others * FAR_MORE <= weight(&most)).then_some(most)
            })
    }

    /// Links a state, organisation or group: the main name of one must be a name of the other, and they must not act
    /// for different actors. A name that is not the main name of either ("Korean") is no evidence.
    fn same_body(&self, kind: ActorKind, local: &Actor, of: Option<ActorId>) -> Option<ActorId> {
        local.names_by_weight().find_map(|name| {
            let folded = fold_words(name);
            let known = self.known(kind, &folded);
            let shown = |id: &ActorId| name == local.name || fold_words(self.name(*id)) == folded;
            let near = |id: &ActorId| kind == ActorKind::Country || compatible(self.actor(*id).of, of);
            let fits = || known.iter().copied().filter(shown).filter(near);
            only(fits()).or_else(|| only(fits().filter(|id| self.actor(*id).of == of)))
        })
    }

    fn known(&self, kind: ActorKind, folded: &str) -> &[ActorId] {
        self.interner.get(folded).and_then(|s| self.linker.by_name.get(&(kind, s))).map_or(&[], Vec::as_slice)
    }

    /// True if no full name of the person has initials that contradict those of `name`.
    fn initials_agree(&self, id: ActorId, name: &str) -> bool {
        let own = initials(name);
        self.names_of(id).map(|(known, _)| known).chain([self.name(id)]).all(|known| {
            let known = fold_words(known);
            let other = initials(&known);
            own.is_empty() || other.is_empty() || own == other
        })
    }

    /// Indexes the names by which the actor is found from now on.
    fn register(&mut self, local: &Actor, id: ActorId) {
        for name in local.names_by_weight() {
            let folded = fold_words(name);
            let full = folded.contains(' ');
            let telling = match local.kind {
                ActorKind::Person => full || fold_words(&local.name) == folded,
                ActorKind::Country => true,
                // "The ministry" of one article is not the one of the next; an acronym is.
                ActorKind::Organisation | ActorKind::Group => {
                    full || name == local.name || name.chars().filter(|c| c.is_uppercase()).count() > 1
                }
            };
            if folded.is_empty() || !telling {
                continue;
            }
            let sym = self.interner.intern(&folded);
            if !insert(self.linker.by_name.entry((local.kind, sym)).or_default(), id) {
                continue;
            }
            if local.kind == ActorKind::Person && full {
                let plain = self.interner.intern(&without_initials(&folded));
                insert(self.linker.by_plain_name.entry(plain).or_default(), id);
                let surname = self.interner.intern(surname(&folded));
                insert(self.linker.by_surname.entry(surname).or_default(), id);
            }
        }
    }
}

impl Actor {
    /// The main name, then the others.
    fn names_by_weight(&self) -> impl Iterator<Item = &str> {
        let others = self.names.iter().filter(|n| **n != self.name);
        std::iter::once(self.name.as_str()).chain(others.map(String::as_str))
    }
}

/// The only item of a sequence; `None` if there are none or several.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}

/// True unless both are known and differ.
fn compatible(a: Option<ActorId>, b: Option<ActorId>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Adds an id to a short list unless it is there already; returns true if it was added.
fn insert(list: &mut Vec<ActorId>, id: ActorId) -> bool {
    let new = !list.contains(&id);
    if new {
        list.push(id);
    }
    new
}

/// The last word of a name, ignoring suffixes such as `jr`.
fn surname(folded: &str) -> &str {
    let words = folded.rsplit(' ');
    words.clone().find(|w| !StoreWords::Generations.has(w)).or_else(|| words.clone().next()).unwrap_or_default()
}

fn is_junior(folded: &str) -> bool {
    folded.rsplit(' ').next().is_some_and(|last| StoreWords::Generations.has(last))
}

/// The one-letter words between the first and the last word.
fn initials(folded: &str) -> Vec<&str> {
    let words: Vec<_> = folded.split(' ').collect();
    let inner = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    inner.iter().filter(|w| w.chars().count() == 1).copied().collect()
}

fn without_initials(folded: &str) -> String {
    let words: Vec<_> = folded.split(' ').collect();
    let last = words.len() - 1;
    let kept = words.iter().enumerate().filter(|(i, w)| *i == 0 || *i == last || w.chars().count() > 1);
    kept.map(|(_, w)| *w).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
