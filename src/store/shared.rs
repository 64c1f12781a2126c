//! One store, one loader, many readers.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use super::{Skipped, Store};
use crate::model::{Article, Findings};

/// A store that a loader fills while others read it. Clones are handles of the same store.
///
/// The explorer takes one read view for a key or a frame; the loader collects what its threads
/// extract for a fifth of a second or so and appends it in one go, which holds readers up for a few
/// milliseconds. A reader that sees [`Store::revision`] changed has something new to show.
#[derive(Clone, Debug, Default)]
pub struct SharedStore(Arc<RwLock<Store>>);

impl SharedStore {
    /// A handle on a store that is filled already, or empty.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self(Arc::new(RwLock::new(store)))
    }

    /// A view of the store as it is now; appending waits until it is dropped.
    pub fn read(&self) -> RwLockReadGuard<'_, Store> {
        // A loader that panicked in the middle of an append leaves rows without postings at worst:
        // readers are better served with those than with a second panic.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds articles in input order, and what was skipped among them.
    pub fn append(&self, articles: Vec<(Article, Findings)>, skipped: Vec<Skipped>) {
        if !articles.is_empty() || !skipped.is_empty() {
            self.0.write().unwrap_or_else(PoisonError::into_inner).append(articles, skipped);
        }
    }
}
