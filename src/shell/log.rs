//! The log of a run: what was read, what was odd about it, what was skipped and why.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Context;

use crate::app::cells::one_line;
use crate::store::Store;

/// Opens the file, before anything is read.
pub(super) fn open(path: &Path) -> anyhow::Result<File> {
    File::create(path).with_context(|| format!("cannot write the log {}", path.display()))
}

/// Writes it, in order of the input.
pub(super) fn write(log: File, store: &Store) -> io::Result<()> {
    let mut out = BufWriter::new(log);
    for id in store.article_ids() {
        let row = store.article(id);
        writeln!(out, "read {}: {} words", one_line(&row.article.id), row.words)?;
        let odd = row.article.notes.iter().chain(row.warnings.iter().map(|w| &w.message));
        for message in odd {
            writeln!(out, "odd {}: {}", one_line(&row.article.id), one_line(message))?;
        }
    }
    for skipped in store.skipped() {
        writeln!(out, "skipped {}: {}", one_line(&skipped.name), one_line(&skipped.reason))?;
    }
    out.flush()
}
