//! What is said beside the results: on standard error, and in the log.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use super::{Common, Failure};
use crate::app::cells::one_line;
use crate::ingest::Skipped;

/// Counts what was skipped and says so at the end.
pub(super) struct Notes {
    say: Say,
    log: Option<BufWriter<File>>,
    pub(super) articles: u64,
    pub(super) skipped: u64,
    last: Option<String>,
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
        Ok(Self { say, log, articles: 0, skipped: 0, last: None })
    }

    /// Notes an article.
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

    /// Notes what gave no article.
    pub(super) fn skip(&mut self, skipped: &Skipped) -> io::Result<()> {
        self.skipped += 1;
        let message = one_line(&skipped.to_string()).into_owned();
        if let Some(log) = &mut self.log {
            writeln!(log, "skipped {message}")?;
        }
        if self.say == Say::All {
            let _ = writeln!(io::stderr(), "skipped {message}");
        }
        self.last = Some(message);
        Ok(())
    }

    /// Says how much was skipped; nothing read at all is a failure.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        if let Some(log) = &mut self.log {
            log.flush()?;
        }
        if self.articles == 0 {
            let why = match (self.skipped, self.last) {
                (0, _) => ": no file was found".to_owned(),
                (1, Some(only)) => format!(": {only}"),
                (n, last) => format!(": {n} things skipped, the last one {}", last.unwrap_or_default()),
            };
            return Err(Failure::NothingRead(why));
        }
        if self.say == Say::Sums && self.skipped > 0 {
            let _ = writeln!(io::stderr(), "dossier: {} skipped; -v or dossier stats tell why", self.skipped);
        }
        Ok(())
    }
}
