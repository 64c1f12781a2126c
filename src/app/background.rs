//! Results that may take longer to compute than a key press may: asked for by a key, computed on another thread,
//! kept for when they are wanted again. The lists' rows and the detail pane's lines both go this way.

use std::fmt::Debug;

use crate::store::Store;

/// What a result is asked for by. Equal keys give equal results.
pub trait Key: Clone + PartialEq {
    /// The result: cheap to clone.
    type Value: Clone + Debug;

    /// The store's revision that the result shows.
    fn revision(&self) -> u64;

    /// This key at another revision of the store.
    #[must_use]
    fn at(&self, revision: u64) -> Self;

    /// Computes the result.
    fn compute(self, store: &Store) -> Finished<Self>;

    /// True where the two differ only in the store's revision.
    fn differs_in_revision(&self, other: &Self) -> bool {
        self.revision() != other.revision() && *self == other.at(self.revision())
    }

    /// True where the two ask for the same thing, at whatever revision: nobody waits for the older one any more.
    fn replaces(&self, other: &Self) -> bool {
        *self == other.at(self.revision())
    }
}

/// A result and the key that asked for it. Results with equal keys are equal.
#[derive(Clone, Debug)]
pub struct Finished<K: Key> {
    pub(super) key: K,
    pub(super) value: K::Value,
}

impl<K: Key> Finished<K> {
    /// A result just computed.
    pub(super) fn new(key: K, value: K::Value) -> Self {
        Self { key, value }
    }

    /// The result.
    #[must_use]
    pub fn value(&self) -> &K::Value {
        &self.value
    }

    /// True where this should replace what is shown: the same thing at a later revision.
    pub(super) fn updates(&self, shown: Option<&K>) -> bool {
        shown.is_some_and(|s| s.differs_in_revision(&self.key) && s.revision() < self.key.revision())
    }
}

impl<K: Key> PartialEq for Finished<K> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

/// Results of one kind: those kept, and the one being computed to replace what is shown.
#[derive(Clone, Debug)]
pub(super) struct Cached<K: Key> {
    /// The most recent last; at most one revision of each key.
    kept: Vec<Finished<K>>,
    requested: Option<K>,
    capacity: usize,
}

impl<K: Key> Cached<K> {
    /// An empty cache for so many results.
    pub(super) fn new(capacity: usize) -> Self {
        Self { kept: Vec::new(), requested: None, capacity }
    }

    /// The result for this key.
    pub(super) fn get(&self, key: &K) -> Option<&Finished<K>> {
        self.kept.iter().find(|k| k.key == *key)
    }

    /// The result for this key at another revision.
    pub(super) fn get_other_revision(&self, key: &K) -> Option<&Finished<K>> {
        self.kept.iter().rfind(|k| k.key.differs_in_revision(key))
    }

    /// Takes the result for this key out of the cache.
    pub(super) fn take(&mut self, key: &K) -> Option<Finished<K>> {
        let at = self.kept.iter().position(|k| k.key == *key)?;
        Some(self.kept.remove(at))
    }

    /// Takes the result for this key at another revision out of the cache.
    pub(super) fn take_other_revision(&mut self, key: &K) -> Option<Finished<K>> {
        let at = self.kept.iter().rposition(|k| k.key.differs_in_revision(key))?;
        Some(self.kept.remove(at))
    }

    /// Keeps a result in place of its other revisions; the oldest goes where there are too many.
    pub(super) fn keep(&mut self, result: Finished<K>) {
        self.kept.retain(|k| !result.key.replaces(&k.key));
        if self.kept.len() >= self.capacity {
            self.kept.remove(0);
        }
        self.kept.push(result);
    }

    /// Notes that this key is being computed. False where it is already.
    pub(super) fn request(&mut self, key: &K) -> bool {
        let new = self.requested.as_ref() != Some(key);
        if new {
            self.requested = Some(key.clone());
        }
        new
    }

    /// Notes that a result has come.
    pub(super) fn arrived(&mut self, key: &K) {
        self.requested.take_if(|r| r == key);
    }

    /// True while something is being computed to replace what is shown.
    pub(super) fn is_computing(&self) -> bool {
        self.requested.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq)]
    struct Square(u32, u64);

    impl Key for Square {
        type Value = u32;

        fn revision(&self) -> u64 {
            self.1
        }

        fn at(&self, revision: u64) -> Self {
            Self(self.0, revision)
        }

        fn compute(self, _: &Store) -> Finished<Self> {
            let value = self.0 * self.0;
            Finished::new(self, value)
        }
    }

    fn square(key: Square) -> Finished<Square> {
        key.compute(&Store::default())
    }

    #[test]
    fn a_newer_revision_replaces_an_older_one() {
        let mut cache = Cached::new(4);
        cache.keep(square(Square(3, 1)));
        assert_eq!(cache.get(&Square(3, 1)).map(|f| *f.value()), Some(9));
        assert!(cache.get(&Square(3, 2)).is_none() && cache.get_other_revision(&Square(3, 2)).is_some());
        cache.keep(square(Square(3, 2)));
        assert!(cache.get(&Square(3, 1)).is_none() && cache.take(&Square(3, 2)).is_some());
        assert!(cache.take_other_revision(&Square(3, 1)).is_none(), "it was taken out");
        assert!(
            square(Square(3, 2)).updates(Some(&Square(3, 1))) && !square(Square(3, 1)).updates(Some(&Square(3, 2)))
        );
        assert!(!square(Square(4, 2)).updates(Some(&Square(3, 1))) && !square(Square(4, 2)).updates(None));
    }

    #[test]
    fn the_oldest_goes_where_there_is_no_room() {
        let mut cache = Cached::new(2);
        for n in 1..=3 {
            cache.keep(square(Square(n, 0)));
        }
        assert!(cache.get(&Square(1, 0)).is_none() && cache.get(&Square(2, 0)).is_some());
    }

    #[test]
    fn a_key_is_requested_once_until_its_result_arrives() {
        let mut cache = Cached::new(2);
        assert!(cache.request(&Square(1, 0)) && !cache.request(&Square(1, 0)));
        cache.arrived(&Square(2, 0));
        assert!(cache.is_computing(), "that was another");
        cache.arrived(&Square(1, 0));
        assert!(!cache.is_computing() && cache.request(&Square(1, 0)));
    }
}
