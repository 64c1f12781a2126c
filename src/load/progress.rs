//! Progress of reading.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::ingest::Item;

/// Counters that the reading thread updates and others watch.
#[derive(Debug)]
pub struct Progress {
    total: Option<u64>,
    read: AtomicU64,
    finished: AtomicBool,
    item: Mutex<String>,
}

impl Progress {
    pub(super) fn of(items: &[Item]) -> Self {
        let known = items.iter().all(|i| i.bytes > 0 || i.path().is_some() || i.known_skip().is_some());
        Self {
            total: known.then(|| items.iter().map(|i| i.bytes).sum()),
            read: AtomicU64::new(0),
            finished: AtomicBool::new(false),
            item: Mutex::new(String::new()),
        }
    }

    /// Total size of the input in bytes; `None` if it includes standard input.
    #[must_use]
    pub fn bytes_total(&self) -> Option<u64> {
        self.total
    }

    /// Bytes read so far.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// True once everything has been read; extraction may still be running.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished.load(Ordering::Relaxed)
    }

    /// The id of the item being read.
    #[must_use]
    pub fn item(&self) -> String {
        self.item.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn begin(&self, item: &str) {
        item.clone_into(&mut self.item.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub(super) fn reached(&self, bytes: u64) {
        self.read.store(bytes, Ordering::Relaxed);
    }

    pub(super) fn finish(&self) {
        self.finished.store(true, Ordering::Relaxed);
    }
}
