//! `dossier config`: the effective settings, and what is wrong with them.

use std::io::{self, Write};
use std::path::Path;

use super::{Common, Failure, print};
use crate::app::Command;
use crate::config::{Config, effective, schema};
use crate::keys::{Keymap, Mode};

pub(super) fn run(want_schema: bool, common: &Common) -> Result<(), Failure> {
    if want_schema {
        return print(|out| {
            serde_json::to_writer_pretty(&mut *out, &schema())?;
            writeln!(out)
        });
    }
    let (config, errors) = Config::load(common.config.as_deref());
    let path = common.config.clone().or_else(Config::default_path);
    print(|out| {
        match &path {
            Some(path) if path.exists() => writeln!(out, "# read from {}", path.display())?,
            Some(path) => writeln!(out, "# no settings file yet; it would be read from {}", path.display())?,
            None => writeln!(out, "# no settings folder on this system: name a file with --config")?,
        }
        writeln!(out)?;
        out.write_all(effective(&config).as_bytes())?;
        for line in displaced(&config) {
            writeln!(out, "# {line}")?;
        }
        Ok(())
    })?;
    for error in &errors {
        // If standard error is closed there is nobody to tell.
        let file = path.as_deref().unwrap_or(Path::new("")).display();
        let _ = writeln!(io::stderr(), "dossier: {file}: {error}");
    }
    if errors.is_empty() { Ok(()) } else { Err(Failure::CheckFailed) }
}

/// Commands that lost default keys to the user's key bindings.
fn displaced(config: &Config) -> Vec<String> {
    let (keymap, _) = Keymap::with_overrides(&config.keys);
    let defaults = Keymap::default();
    let mut lines = Vec::new();
    for &command in Command::ALL {
        let keys = |map: &Keymap| map.keys_of(Mode::Normal, command).map(|k| k.to_string()).collect::<Vec<_>>();
        let (now, before) = (keys(&keymap), keys(&defaults));
        let lost: Vec<_> = before.iter().filter(|k| !now.contains(k)).cloned().collect();
        if now.is_empty() && !before.is_empty() {
            lines.push(format!("no key runs {command} any more (it was {})", lost.join(", ")));
        } else if !lost.is_empty() {
            lines.push(format!("{} no longer runs {command}; {} does", lost.join(", "), now.join(", ")));
        }
    }
    lines
}
