//! The thread that reads articles into the store while the explorer is already open.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;

use super::{Happening, Input, Yielding, give_way};
use crate::app::action::{Action, LoadEnd, Progress};
use crate::ingest;
use crate::load::{LoadOptions, Loaded, Loading};
use crate::model::{Article, Findings};
use crate::store::{SharedStore, Skipped, synthetic};

/// The first batch is shown as soon as it is there, later ones gather: a frame a batch is enough.
const FIRST: Duration = Duration::from_millis(30);
const EACH: Duration = Duration::from_millis(250);
/// Articles a batch holds at most.
const MOST: usize = 512;
/// Articles appended at once: a key that is pressed meanwhile waits for them.
const AT_ONCE: usize = 4;

/// Loading that goes on; it can be stopped.
#[derive(Clone, Debug)]
pub(super) struct Loader {
    stop: Arc<AtomicBool>,
}

impl Loader {
    /// Starts to read into a store.
    pub(super) fn start(
        input: Input,
        options: LoadOptions,
        store: SharedStore,
        to: Sender<Happening>,
    ) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::Builder::new().name("loader".to_owned()).spawn(move || {
            // The explorer may be gone: then nobody minds.
            let _ = match input {
                Input::Paths(paths) => load(&paths, options, &store, &to, &stopped),
                Input::MadeUp { events, names } => make_up(events, names, &store, &to, &stopped),
            };
        })?;
        Ok(Self { stop })
    }

    /// Stops: what was read is kept.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

struct Batch<'a> {
    store: &'a SharedStore,
    to: &'a Sender<Happening>,
    articles: Vec<(Article, Findings)>,
    skipped: Vec<Skipped>,
    began: Instant,
    last: Instant,
    progress: Progress,
}

type Gone = crossbeam_channel::SendError<Happening>;

fn load(
    paths: &[std::path::PathBuf],
    options: LoadOptions,
    store: &SharedStore,
    to: &Sender<Happening>,
    stop: &AtomicBool,
) -> Result<(), Gone> {
    let items = ingest::plan(paths);
    let total = items.len();
    let mut loading = start_politely(items, options);
    let reading = loading.progress();
    let mut batch = Batch::new(store, to, total);
    while !stop.load(Ordering::Relaxed) {
        let next = match loading.try_next() {
            Ok(next) => next,
            Err(_) => {
                // Nothing is ready: show what there is rather than hold it back.
                batch.flush_if_due(Some(&reading))?;
                loading.next()
            }
        };
        let Some(loaded) = next else {
            batch.flush(Some(&reading))?;
            return batch.end(LoadEnd::Complete);
        };
        batch.progress.done += 1;
        match loaded {
            Loaded::Article(article) => batch.articles.push(article),
            Loaded::Skipped(skipped) => {
                batch.skipped.push(Skipped { name: skipped.id.clone(), reason: skipped.reason.to_string() });
            }
        }
        batch.flush_if_due(Some(&reading))?;
    }
    batch.flush(Some(&reading))?;
    batch.end(LoadEnd::Stopped)
}

/// Starts to read and extract on threads that give way to whoever answers keys; this one does not, for
/// the others wait for it while it has the store.
fn start_politely(items: Vec<ingest::Item>, options: LoadOptions) -> Loading<(Article, Findings)> {
    let start = move || {
        give_way(Yielding::Much);
        Loading::start(items, options, |article, findings| (article, findings))
    };
    thread::scope(|scope| scope.spawn(start).join()).unwrap_or_else(|fault| std::panic::resume_unwind(fault))
}

/// Fills the store with made-up articles.
fn make_up(
    events: usize,
    names: usize,
    store: &SharedStore,
    to: &Sender<Happening>,
    stop: &AtomicBool,
) -> Result<(), Gone> {
    let articles = synthetic::articles(events, names);
    let mut batch = Batch::new(store, to, articles.len());
    for made in articles {
        if stop.load(Ordering::Relaxed) {
            batch.flush(None)?;
            return batch.end(LoadEnd::Stopped);
        }
        batch.progress.done += 1;
        batch.articles.push(made);
        batch.flush_if_due(None)?;
    }
    batch.flush(None)?;
    batch.end(LoadEnd::Complete)
}

impl<'a> Batch<'a> {
    fn new(store: &'a SharedStore, to: &'a Sender<Happening>, total: usize) -> Self {
        let now = Instant::now();
        let progress = Progress { total: Some(total), ..Progress::default() };
        Self { store, to, articles: Vec::new(), skipped: Vec::new(), began: now, last: now, progress }
    }

    fn flush_if_due(&mut self, reading: Option<&crate::load::Progress>) -> Result<(), Gone> {
        let wait = if self.began.elapsed() < EACH { FIRST } else { EACH };
        if self.last.elapsed() >= wait || self.articles.len() >= MOST { self.flush(reading) } else { Ok(()) }
    }

    fn flush(&mut self, reading: Option<&crate::load::Progress>) -> Result<(), Gone> {
        self.last = Instant::now();
        let mut articles = std::mem::take(&mut self.articles).into_iter();
        loop {
            let portion: Vec<_> = articles.by_ref().take(AT_ONCE).collect();
            if portion.is_empty() {
                break;
            }
            self.store.append(portion, Vec::new());
            // Whoever waits for the store has it before the next portion.
            thread::yield_now();
        }
        self.store.append(Vec::new(), std::mem::take(&mut self.skipped));
        self.store.put_in_order();
        let seconds = self.began.elapsed().as_secs_f32();
        let progress = &mut self.progress;
        // A file of JSON lines holds many articles: then only bytes tell how far it is.
        if progress.total.is_some_and(|t| progress.done > t) {
            progress.total = None;
        }
        progress.rate = if seconds > 0.5 { progress.done as f32 / seconds } else { 0.0 };
        if let Some(reading) = reading {
            let (read, all) = (reading.bytes_read() as f32, reading.bytes_total().map(|b| b as f32));
            progress.remaining =
                all.filter(|_| seconds > 2.0 && read > 0.0).map(|all| (seconds * (all - read).max(0.0) / read) as u64);
            progress.current = reading.item();
        }
        self.to.send(Happening::Action(Action::Progress(progress.clone())))
    }

    fn end(mut self, how: LoadEnd) -> Result<(), Gone> {
        self.progress.end = Some(how);
        self.to.send(Happening::Action(Action::Progress(self.progress)))
    }
}
