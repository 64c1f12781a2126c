//! One store, one loader, many readers.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError};
use std::thread;
use std::time::Duration;

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

    /// Adds articles in input order, and what was skipped among them; they are listed by date from
    /// the next [`SharedStore::put_in_order`] on.
    pub fn append(&self, articles: Vec<(Article, Findings)>, skipped: Vec<Skipped>) {
        if !articles.is_empty() || !skipped.is_empty() {
            self.write().take_in(articles, skipped);
        }
    }

    /// Takes what was added into the orders. They are made beside the readers, who wait for a moment.
    pub fn put_in_order(&self) {
        let dates = self.read().dates_in_order();
        let old = self.write().take_order(dates);
        drop(old);
    }

    /// Waits until nobody reads. A writer that stands in the lock's queue would hold up whoever wants
    /// to read after it, for as long as the longest reader takes: so it asks again and again.
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
