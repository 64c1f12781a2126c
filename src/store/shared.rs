//! A store shared by one loader and many readers.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};
use std::thread;
use std::time::Duration;

use super::{Skipped, Store};
use crate::model::{Article, Findings};

/// A store that a loader fills while others read it. Clones are handles to the same store.
///
/// The explorer takes one read view per key or frame; the loader collects what its threads extract for about a fifth of
/// a second and appends it in one go, which delays readers by a few milliseconds. A changed [`Store::revision`] means
/// that there is something new to show.
#[derive(Clone, Debug, Default)]
pub struct SharedStore(Arc<RwLock<Store>>);

impl SharedStore {
    /// A handle to a store, filled or empty.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self(Arc::new(RwLock::new(store)))
    }

    /// A view of the current store; appending waits until it is dropped.
    pub fn read(&self) -> RwLockReadGuard<'_, Store> {
        // A loader that panics during an append leaves rows without postings at worst: for readers
        // that is better than a second panic.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds articles in input order, and the inputs skipped among them; lists by date include them after the next
    /// [`SharedStore::put_in_order`].
    pub fn append(&self, articles: Vec<(Article, Findings)>, skipped: Vec<Skipped>) {
        if !articles.is_empty() || !skipped.is_empty() {
            self.write().take_in(articles, skipped);
        }
    }

    /// Updates the sort orders. They are built while others read; readers wait only for the swap.
    pub fn put_in_order(&self) {
        let dates = self.read().dates_in_order();
        let old = self.write().take_order(dates);
        drop(old);
    }

    /// Waits until nobody reads. A writer queueing for the lock would block all later readers until the slowest current
    /// reader is done, so this polls instead.
    fn write(&self) -> RwLockWriteGuard<'_, Store> {
        const PAUSE: Duration = Duration::from_micros(300);
        loop {
            match self.0.try_write() {
                Ok(guard) => return guard,
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            }
        }
    }
}
