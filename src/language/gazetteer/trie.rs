//! Look-up of phrases, a word at a time.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Sequences of words and what they mean.
#[derive(Debug, Default)]
pub(super) struct Trie<T> {
    edges: FxHashMap<(u32, u64), u32>,
    /// The meanings of each node.
    pub values: Vec<Vec<T>>,
}

impl<T> Trie<T> {
    /// Room for about this many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        let mut values = Vec::with_capacity(words);
        values.push(Vec::new());
        Self { edges: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher), values }
    }

    /// The meanings of a sequence, made where it is new.
    pub(super) fn node(&mut self, words: impl Iterator<Item = u64>) -> &mut Vec<T> {
        let mut at = 0;
        for w in words {
            let next = self.values.len() as u32;
            at = *self.edges.entry((at, w)).or_insert(next);
            if at == next {
                self.values.push(Vec::new());
            }
        }
        &mut self.values[at as usize]
    }

    /// The node behind `at` with this word.
    pub(super) fn step(&self, at: u32, word: &str) -> Option<u32> {
        self.edges.get(&(at, hash(word))).copied()
    }
}

/// Hash of a word in small letters.
pub(super) fn hash(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut h = rustc_hash::FxHasher::default();
    h.write(word.as_bytes());
    h.finish()
}
