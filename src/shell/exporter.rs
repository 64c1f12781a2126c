//! Exports: evidence written to a file while the explorer goes on.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread;

use crossbeam_channel::Sender;

use super::Happening;
use crate::app::Action;
use crate::app::action::ExportAnswer;
use crate::export::exhibit::{Exhibitor, Item};
use crate::export::report::Format;
use crate::model::{EventId, QuoteId};
use crate::store::SharedStore;

/// Exhibits made at once: the loader waits meanwhile.
const PORTION: usize = 500;

/// What is to be exported, and to where.
#[derive(Debug)]
pub(super) struct Export {
    pub(super) events: Vec<EventId>,
    pub(super) quotes: Vec<QuoteId>,
    pub(super) format: Format,
    pub(super) path: PathBuf,
}

/// The file that was typed: `~/` is the home folder.
pub(super) fn file(typed: &str) -> PathBuf {
    match typed.strip_prefix("~/") {
        Some(rest) => etcetera::home_dir().map_or_else(|_| typed.into(), |home| home.join(rest)),
        None => typed.into(),
    }
}

/// Writes it on a thread of its own; the answer comes as an action.
pub(super) fn start(export: Export, store: SharedStore, to: Sender<Happening>) -> io::Result<()> {
    thread::Builder::new().name("exporter".to_owned()).spawn(move || {
        let answer = match write(&export, &store) {
            Ok(count) => {
                let path = fs::canonicalize(&export.path).unwrap_or(export.path);
                ExportAnswer::Done { count, path: path.display().to_string() }
            }
            Err(error) => ExportAnswer::Failed(format!("cannot write {}: {error}", export.path.display())),
        };
        // The explorer may be gone: the file is written all the same.
        let _ = to.send(Happening::Action(Action::Exported(answer)));
    })?;
    Ok(())
}

/// Writes beside the file and then in its place: what is there is whole, whatever happens.
fn write(export: &Export, store: &SharedStore) -> io::Result<usize> {
    let items: Vec<Item> =
        export.events.iter().map(|&e| Item::Event(e)).chain(export.quotes.iter().map(|&q| Item::Quote(q))).collect();
    let mut exhibitor = Exhibitor::default();
    let mut exhibits = Vec::with_capacity(items.len());
    for portion in items.chunks(PORTION) {
        let store = store.read();
        exhibits.extend(portion.iter().map(|&item| exhibitor.exhibit(&store, item)));
    }
    let part = beside(&export.path);
    let written = File::create(&part).and_then(|file| {
        let mut out = BufWriter::new(file);
        export.format.write(&mut out, &exhibits)?;
        out.flush()
    });
    let done = written.and_then(|()| fs::rename(&part, &export.path));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    done.map(|()| exhibits.len())
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report;
    use crate::store::synthetic::small;

    #[test]
    fn what_is_written_reads_back_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = small();
        let (events, quotes) = (store.event_ids().collect(), store.quote_ids().collect());
        let format = Format::named("csv").expect("a format");
        let export = Export { events, quotes, format, path: folder.path().join("out.csv") };
        let count = write(&export, &SharedStore::new(store)).expect("written");
        let text = fs::read_to_string(&export.path).expect("there");
        assert_eq!((count, report::read(&text).map(|all| all.len())), (9, Ok(9)));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
        let nowhere = Export { path: folder.path().join("no/such/out.csv"), ..export };
        assert!(write(&nowhere, &SharedStore::new(small())).is_err());
    }
}
