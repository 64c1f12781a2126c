//! Interned strings: each distinct text is stored once and represented by a symbol of four bytes.

use std::hash::{BuildHasher, BuildHasherDefault};

use rustc_hash::{FxHashMap, FxHasher};

/// A string of the store; look it up with [`super::Store::str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(u32);

/// The end of a chain of strings with equal hashes.
const END: u32 = u32::MAX;

/// The strings and an index of them. Their bytes are in one arena and the map holds only hashes, so a string costs its
/// bytes and about 24 more.
#[derive(Debug, Default)]
pub(super) struct Interner {
    arena: String,
    /// Start in the arena, and the next string with the same hash.
    entries: Vec<(u32, u32)>,
    by_hash: FxHashMap<u64, u32>,
}

impl Interner {
    /// The symbol of a string, which is added if it is new.
    pub(super) fn intern(&mut self, text: &str) -> Sym {
        let hash = BuildHasherDefault::<FxHasher>::default().hash_one(text);
        if let Some(sym) = self.find(hash, text) {
            return sym;
        }
        let id = self.entries.len() as u32;
        let next = self.by_hash.insert(hash, id).unwrap_or(END);
        self.entries.push((self.arena.len() as u32, next));
        self.arena.push_str(text);
        Sym(id)
    }

    /// The symbol of a string; `None` if it was never added.
    pub(super) fn get(&self, text: &str) -> Option<Sym> {
        self.find(BuildHasherDefault::<FxHasher>::default().hash_one(text), text)
    }

    fn find(&self, hash: u64, text: &str) -> Option<Sym> {
        let mut at = *self.by_hash.get(&hash)?;
        while at != END {
            if self.str(Sym(at)) == text {
                return Some(Sym(at));
            }
            at = self.entries[at as usize].1;
        }
        None
    }

    /// The string behind a symbol.
    pub(super) fn str(&self, sym: Sym) -> &str {
        let i = sym.0 as usize;
        let end = self.entries.get(i + 1).map_or(self.arena.len(), |e| e.0 as usize);
        &self.arena[self.entries[i].0 as usize..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_strings_share_a_symbol() {
        let mut interner = Interner::default();
        let (a, b, empty) = (interner.intern("Modi"), interner.intern("Putin"), interner.intern(""));
        assert_eq!(interner.intern("Modi"), a);
        assert_ne!(a, b);
        assert_eq!((interner.str(a), interner.str(b), interner.str(empty)), ("Modi", "Putin", ""));
        assert_eq!(interner.get("Xi"), None);
    }
}
