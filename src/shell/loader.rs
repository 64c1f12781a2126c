//! The thread that reads articles into the store while the explorer is already open.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;

use super::Happening;
use crate::app::action::{Action, LoadEnd, Progress};
use crate::ingest;
use crate::load::{LoadOptions, Loaded, Loading};
use crate::model::{Article, Findings};
use crate::store::{SharedStore, Skipped};

/// The first batch is shown as soon as it is there, later ones gather: a frame a batch is enough.
const FIRST: Duration = Duration::from_millis(30);
const EACH: Duration = Duration::from_millis(250);
/// Articles a batch holds at most: appending holds readers up.
const MOST: usize = 512;

/// Loading that goes on; it can be stopped.
#[derive(Clone, Debug)]
pub(super) struct Loader {
    stop: Arc<AtomicBool>,
}

impl Loader {
    /// Starts to read into a store.
    pub(super) fn start(
        paths: Vec<PathBuf>,
        options: LoadOptions,
        store: SharedStore,
        to: Sender<Happening>,
    ) -> std::io::Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::Builder::new().name("loader".to_owned()).spawn(move || {
            // The explorer may be gone: then nobody minds.
            let _ = load(&paths, options, &store, &to, &stopped);
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
    paths: &[PathBuf],
    options: LoadOptions,
    store: &SharedStore,
    to: &Sender<Happening>,
    stop: &AtomicBool,
) -> Result<(), Gone> {
    let items = ingest::plan(paths);
    let total = items.len();
    let mut loading = Loading::start(items, options, |article, findings| (article, findings));
    let reading = loading.progress();
    let now = Instant::now();
    let mut batch = Batch {
        store,
        to,
        articles: Vec::new(),
        skipped: Vec::new(),
        began: now,
        last: now,
        progress: Progress { total: Some(total), ..Progress::default() },
    };
    while !stop.load(Ordering::Relaxed) {
        let next = match loading.try_next() {
            Ok(next) => next,
            Err(_) => {
                // Nothing is ready: show what there is rather than hold it back.
                batch.flush_if_due(&reading)?;
                loading.next()
            }
        };
        let Some(loaded) = next else {
            batch.flush(&reading)?;
            return batch.end(LoadEnd::Complete);
        };
        batch.progress.done += 1;
        match loaded {
            Loaded::Article(article) => batch.articles.push(article),
            Loaded::Skipped(skipped) => {
                batch.skipped.push(Skipped { name: skipped.id.clone(), reason: skipped.reason.to_string() });
            }
        }
        batch.flush_if_due(&reading)?;
    }
    batch.flush(&reading)?;
    batch.end(LoadEnd::Stopped)
}

impl Batch<'_> {
    fn flush_if_due(&mut self, reading: &crate::load::Progress) -> Result<(), Gone> {
        let wait = if self.began.elapsed() < EACH { FIRST } else { EACH };
        if self.last.elapsed() >= wait || self.articles.len() >= MOST { self.flush(reading) } else { Ok(()) }
    }

    fn flush(&mut self, reading: &crate::load::Progress) -> Result<(), Gone> {
        self.last = Instant::now();
        self.store.append(std::mem::take(&mut self.articles), std::mem::take(&mut self.skipped));
        let seconds = self.began.elapsed().as_secs_f32();
        let progress = &mut self.progress;
        // A file of JSON lines holds many articles: then only bytes tell how far it is.
        if progress.total.is_some_and(|t| progress.done > t) {
            progress.total = None;
        }
        progress.rate = if seconds > 0.5 { progress.done as f32 / seconds } else { 0.0 };
        let (read, all) = (reading.bytes_read() as f32, reading.bytes_total().map(|b| b as f32));
        progress.remaining =
            all.filter(|_| seconds > 2.0 && read > 0.0).map(|all| (seconds * (all - read).max(0.0) / read) as u64);
        progress.current = reading.item();
        self.to.send(Happening::Action(Action::Progress(progress.clone())))
    }

    fn end(mut self, how: LoadEnd) -> Result<(), Gone> {
        self.progress.end = Some(how);
        self.to.send(Happening::Action(Action::Progress(self.progress)))
    }
}
