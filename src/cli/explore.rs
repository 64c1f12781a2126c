//! `dossier` without a command: the explorer on a terminal, a table of events in a pipe.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::args::{Explorer, Format, Input, List, What};
use super::{Common, Failure, list};
use crate::config::{Config, Theme};
use crate::keys::recording::{self, Input as Recorded};
use crate::shell::{self, Options, Outcome};

pub(super) fn run(paths: &[PathBuf], explorer: &Explorer, common: &Common) -> Result<(), Failure> {
    if !io::stdout().is_terminal() {
        let input = Input { paths: paths.to_vec() };
        let events = List { what: What::Events, input, query: String::new(), format: Format::Table, limit: None };
        return list::run(&events, common);
    }
    let (mut config, errors) = Config::load(common.config.as_deref());
    if let Some(theme) = &common.theme {
        if theme != "auto" && Theme::names().all(|name| name != theme) {
            let names: Vec<_> = Theme::names().collect();
            let message = format!("there is no theme `{theme}`; choose one of auto, {}", names.join(", "));
            return Err(Failure::Usage(message));
        }
        config.theme.clone_from(theme);
    } else if common.no_color {
        "mono".clone_into(&mut config.theme);
    }
    config.mouse &= !common.no_mouse;
    let file = common.config.clone().or_else(Config::default_path).unwrap_or_default();
    let complaints = errors.iter().map(|e| format!("{e} (in {})", file.display())).collect();
    let input = match explorer.made_up {
        Some((events, names)) => shell::Input::MadeUp { events, names },
        None => shell::Input::Paths(paths.to_vec()),
    };
    let replay = explorer.replay.as_ref().map_or(Ok(Vec::new()), |path| keys_of(path))?;
    let options = Options {
        input,
        load: common.load_options(),
        config,
        resume: explorer.resume,
        record: explorer.record.clone(),
        replay,
        complaints,
        quiet: common.quiet,
        log: common.log.clone(),
    };
    match shell::run(options) {
        Ok(Outcome::Done) => Ok(()),
        Ok(Outcome::NothingReadable) => Err(Failure::NothingRead(String::new())),
        Err(error) => Err(Failure::Other(error)),
    }
}

/// The keys of a recording.
fn keys_of(path: &Path) -> Result<Vec<Recorded>, Failure> {
    let cannot =
        |error: &dyn std::fmt::Display| Failure::Other(anyhow::anyhow!("cannot replay {}: {error}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|e| cannot(&e))?;
    recording::parse(&text).map_err(|e| cannot(&e))
}
