//! Look-up of phrases, a word at a time.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// Sequences of words and what they mean.
#[derive(Debug)]
pub(super) struct Trie<T> {
    /// The node behind a node and a word: the two mixed.
    edges: FxHashMap<u64, u32>,
    /// Where the meanings of each node begin in `values`; one more than there are nodes.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Trie<T> {
    /// The meanings of a node.
    pub(super) fn values(&self, node: u32) -> &[T] {
        let at = node as usize;
        let (Some(&from), Some(&to)) = (self.starts.get(at), self.starts.get(at + 1)) else { return &[] };
        &self.values[from as usize..to as usize]
    }

    /// The node behind `at` with this word.
    pub(super) fn step(&self, at: u32, word: &str) -> Option<u32> {
        self.edges.get(&edge(at, hash(word))).copied()
    }
}

/// Makes a [`Trie`]: first the sequences in any order, then the layout.
#[derive(Debug)]
pub(super) struct TrieBuilder<T> {
    edges: FxHashMap<u64, u32>,
    nodes: u32,
    meanings: Vec<(u32, T)>,
}

impl<T: Copy> TrieBuilder<T> {
    /// Room for about this many words.
    pub(super) fn with_capacity(words: usize) -> Self {
        Self {
            edges: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            nodes: 1,
            meanings: Vec::with_capacity(words),
        }
    }

    /// Adds a meaning of a sequence of words' hashes, behind those it has.
    pub(super) fn add(&mut self, words: &[u64], meaning: T) {
        let mut at = 0;
        for &w in words {
            let next = self.nodes;
            at = *self.edges.entry(edge(at, w)).or_insert(next);
            self.nodes += u32::from(at == next);
        }
        self.meanings.push((at, meaning));
    }

    /// Puts the meanings of each node side by side, in the order they came.
    pub(super) fn finish(self) -> Trie<T> {
        let mut starts = vec![0u32; self.nodes as usize + 1];
        for (node, _) in &self.meanings {
            starts[*node as usize + 1] += 1;
        }
        for k in 1..starts.len() {
            starts[k] += starts[k - 1];
        }
        let mut next = starts.clone();
        let mut values: Vec<T> = self.meanings.iter().map(|m| m.1).collect();
        for (node, meaning) in self.meanings {
            let place = &mut next[node as usize];
            values[*place as usize] = meaning;
            *place += 1;
        }
        Trie { edges: self.edges, starts, values }
    }
}

fn edge(node: u32, word: u64) -> u64 {
    word ^ u64::from(node).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Hash of a word in small letters.
pub(super) fn hash(word: &str) -> u64 {
    hash_bytes(word.as_bytes())
}

/// Hash of a word in small letters, by its bytes.
pub(super) fn hash_bytes(word: &[u8]) -> u64 {
    use std::hash::Hasher;
    let mut h = rustc_hash::FxHasher::default();
    h.write(word);
    h.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meanings_stay_with_their_phrase_in_the_order_they_came() {
        let phrase = |words: &[&str]| words.iter().map(|w| hash(w)).collect::<Vec<_>>();
        let mut builder = TrieBuilder::with_capacity(4);
        builder.add(&phrase(&["new", "york"]), 1);
        builder.add(&phrase(&["york"]), 2);
        builder.add(&phrase(&["new", "york"]), 3);
        let trie = builder.finish();
        let new = trie.step(0, "new").unwrap();
        assert_eq!(trie.values(new), [0; 0]);
        assert_eq!(trie.values(trie.step(new, "york").unwrap()), [1, 3]);
        assert_eq!(trie.values(trie.step(0, "york").unwrap()), [2]);
        assert_eq!(trie.step(new, "delhi"), None);
    }
}
