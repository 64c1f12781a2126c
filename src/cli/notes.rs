//! Messages other than results: on standard error, and in the log.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use super::{Common, Failure};
use crate::app::cells::one_line;
use crate::ingest::Skipped;

/// Messages shown per file or stream; the log has all of them.
const MOST_OF_ONE: u64 = 5;

/// Counts what was read and skipped, and sums it up at the end.
pub(super) struct Notes {
    say: Say,
    log: Option<BufWriter<File>>,
    articles: u64,
    skipped: u64,
    last: Option<String>,
    sorts: BTreeMap<&'static str, u64>,
    /// The file or stream of the last skipped input, and how many of it were skipped.
    run: (Option<PathBuf>, u64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Say {
    Nothing,
    Sums,
    All,
}

impl Notes {
    pub(super) fn new(common: &Common) -> Result<Self, Failure> {
        let open = |path| File::create(path).map(BufWriter::new);
        let log = common.log.as_ref().map(open).transpose().map_err(|error| {
            let path = common.log.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
            Failure::Other(anyhow::anyhow!("cannot write the log {path}: {error}"))
        })?;
        let say = match (common.quiet, common.verbose) {
            (true, _) => Say::Nothing,
            (_, true) => Say::All,
            _ => Say::Sums,
        };
        Ok(Self { say, log, articles: 0, skipped: 0, last: None, sorts: BTreeMap::new(), run: (None, 0) })
    }

    /// Records an article that was read.
    pub(super) fn article(&mut self, id: &str, words: u32, warnings: impl Iterator<Item = String>) -> io::Result<()> {
        self.articles += 1;
        if let Some(log) = &mut self.log {
            writeln!(log, "read {}: {words} words", one_line(id))?;
            for warning in warnings {
                writeln!(log, "odd {}: {}", one_line(id), one_line(&warning))?;
            }
        }
        Ok(())
    }

    /// Records an input that yielded no article.
    pub(super) fn skip(&mut self, skipped: &Skipped) -> io::Result<()> {
        self.skipped += 1;
        let message = one_line(&skipped.to_string()).into_owned();
        if let Some(log) = &mut self.log {
            writeln!(log, "skipped {message}")?;
        }
        *self.sorts.entry(skipped.reason.sort()).or_default() += 1;
        self.last = Some(message);
        if self.run.0 != skipped.path || skipped.line.is_none() {
            self.end_run();
            self.run = (skipped.path.clone(), 0);
        }
        self.run.1 += 1;
        if self.run.1 <= MOST_OF_ONE {
            self.say(|s| format!("skipped {}", s.last.as_deref().unwrap_or_default()));
        }
        Ok(())
    }

    /// Reports how many further lines of a stream were skipped without a message of their own.
    fn end_run(&mut self) {
        if self.run.1 > MOST_OF_ONE {
            let from = self.run.0.as_ref().map_or("standard input".to_owned(), |p| p.display().to_string());
            let more = self.run.1 - MOST_OF_ONE;
            self.say(|_| format!("… and {more} more lines of {} (--log FILE lists them)", one_line(&from)));
        }
    }

    /// Prints a message with --verbose. Failing to write it is ignored.
    fn say(&self, message: impl Fn(&Self) -> String) {
        if self.say == Say::All {
            let _ = writeln!(io::stderr(), "{}", message(self));
        }
    }

    /// Reports how much was skipped; fails if nothing was read at all.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        if let Some(log) = &mut self.log {
            log.flush()?;
        }
        self.end_run();
        if self.articles == 0 {
            let why = match (self.skipped, self.last) {
                (0, _) => ": no file was found".to_owned(),
                (1, Some(only)) => format!(": {only}"),
                (n, last) => format!(": {n} skipped, the last one {}", last.unwrap_or_default()),
            };
            return Err(Failure::NothingRead(why));
        }
        if self.say != Say::Nothing && self.skipped > 0 {
            let sorts: Vec<_> = self.sorts.iter().map(|(sort, n)| format!("{sort} {n}")).collect();
            let more = if self.say == Say::All { "" } else { "; use -v to see why" };
            let (read, skipped) = (self.articles, self.skipped);
            let _ =
                writeln!(io::stderr(), "dossier: read {read} articles, skipped {skipped} ({}){more}", sorts.join(", "));
        }
        Ok(())
    }
}
