//! Reads items and extracts their articles on several threads, with results in input order.
//!
//! One thread reads, `jobs` threads extract, and [`Loading`] yields the results one by one in input order: the same
//! input gives the same sequence whatever `jobs` is. The number of articles in flight is bounded, so a slow consumer or
//! one long article delays the others instead of filling the memory. Dropping it stops all threads.

mod order;
mod progress;

pub use progress::Progress;

use std::iter;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use chrono::NaiveDate;
use crossbeam_channel::{Receiver, Sender, bounded};

use self::order::InOrder;
use crate::extract::Extractor;
use crate::ingest::{Item, Read, Reason, Skipped};
use crate::model::{Article, Findings};

/// Articles in flight per extraction thread: enough to keep all of them busy while one handles a long article.
const IN_FLIGHT: usize = 32;

/// One result of loading.
#[derive(Clone, Debug)]
pub enum Loaded<T> {
    /// The result for an article.
    Article(T),
    /// An input that yielded no article, and why.
    Skipped(Skipped),
}

/// Options of loading.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct LoadOptions {
    /// Number of extraction threads; `None` means one per core.
    pub jobs: Option<NonZeroUsize>,
    /// Publication date of every article, overriding its metadata.
    pub published: Option<NaiveDate>,
}

impl LoadOptions {
    /// The number of extraction threads.
    #[must_use]
    pub fn jobs(self) -> NonZeroUsize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// The results for a list of items, in input order, as they become ready.
#[derive(Debug)]
pub struct Loading<T> {
    made: InOrder<Loaded<T>>,
    progress: Arc<Progress>,
}

impl<T: Send + 'static> Loading<T> {
    /// Starts reading and extracting `items`. `make` turns each article and its findings into the result, on the
    /// extraction threads.
    pub fn start(
        items: Vec<Item>,
        options: LoadOptions,
        make: impl Fn(Article, Findings) -> T + Clone + Send + 'static,
    ) -> Self {
        let jobs = options.jobs().get();
        let progress = Arc::new(Progress::of(&items));
        let (tickets, to_take) = bounded(IN_FLIGHT * jobs);
        for () in iter::repeat_n((), IN_FLIGHT * jobs) {
            // Cannot fail: the channel has room for all of them.
            let _ = tickets.try_send(());
        }
        let (reads, to_extract) = bounded(IN_FLIGHT * jobs);
        let (results, made) = bounded(IN_FLIGHT * jobs);
        let shared = Arc::clone(&progress);
        thread::spawn(move || read_all(&items, options.published, &to_take, &reads, &shared));
        for _ in 0..jobs {
            let (to_extract, results, make) = (to_extract.clone(), results.clone(), make.clone());
            thread::spawn(move || extract_all(&to_extract, &results, make));
        }
        Self { made: InOrder::new(made, tickets), progress }
    }

    /// The progress of reading, which other threads may watch.
    #[must_use]
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// The next result if it is ready; `Ok(None)` at the end of the input.
    ///
    /// # Errors
    /// [`NotYet`] if it is not ready.
    pub fn try_next(&mut self) -> Result<Option<Loaded<T>>, NotYet> {
        self.made.try_next()
    }
}

impl<T: Send + 'static> Iterator for Loading<T> {
    type Item = Loaded<T>;

    /// Waits for the next result; `None` at the end of the input.
    fn next(&mut self) -> Option<Loaded<T>> {
        self.made.next()
    }
}

/// The next result is not ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotYet;

/// A value with its place in the input.
type Numbered<T> = (u64, T);

fn read_all(
    items: &[Item],
    published: Option<NaiveDate>,
    tickets: &Receiver<()>,
    reads: &Sender<Numbered<Read>>,
    progress: &Progress,
) {
    let mut number = 0;
    let mut done = 0;
    // A ticket is taken before reading, since what has been read waits in memory.
    let mut ticket = false;
    for item in items {
        progress.begin(&item.id);
        let mut of_item = item.read();
        loop {
            if !ticket && tickets.recv().is_err() {
                return;
            }
            ticket = true;
            let Some(mut read) = of_item.next() else { break };
            progress.reached(done + of_item.bytes_read());
            if let Read::Article(article) = &mut read {
                article.published = published.or(article.published);
            }
            if reads.send((number, read)).is_err() {
                return;
            }
            number += 1;
            ticket = false;
        }
        done += of_item.bytes_read();
        progress.reached(done);
    }
    progress.finish();
}

fn extract_all<T>(
    reads: &Receiver<Numbered<Read>>,
    results: &Sender<Numbered<Loaded<T>>>,
    make: impl Fn(Article, Findings) -> T,
) {
    let mut extractor = Extractor::new();
    for (number, read) in reads {
        let loaded = match read {
            Read::Skipped(skipped) => Loaded::Skipped(skipped),
            Read::Article(article) => {
                let skipped = Skipped {
                    id: article.id.clone(),
                    path: article.path().map(Into::into),
                    line: None,
                    reason: Reason::Fault,
                };
                // Extraction should never panic; if it does, this loses one article and not the run.
                let made = catch_unwind(AssertUnwindSafe(|| {
                    let findings = extractor.extract(&article);
                    make(article, findings)
                }));
                made.map_or_else(
                    |_| {
                        extractor = Extractor::new();
                        Loaded::Skipped(skipped)
                    },
                    Loaded::Article,
                )
            }
        };
        if results.send((number, loaded)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
