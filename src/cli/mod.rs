//! The command line: arguments, output, exit status.

mod args;
mod config;
mod explore;
mod export;
mod extract;
mod failure;
mod help;
mod list;
mod notes;
mod progress;
mod rules;
mod stats;
mod table;
mod verify;
mod why;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::args::{Cli, Command, Common};
use self::failure::Failure;
use self::notes::Notes;
use crate::load::LoadOptions;

/// Runs the program on the arguments it was given.
///
/// Exits with 0 on success, 1 if a check or a write failed, 2 for a usage error and 3 if nothing in the
/// input could be read. A reader that closes the pipe early ends the run without a message.
#[must_use]
pub fn run() -> ExitCode {
    // clap exits here on a usage error, with a hint on standard error.
    let cli = Cli::parse();
    let common = cli.common;
    let done = match cli.command {
        None => match misspelt(&cli.paths) {
            Some(failure) => Err(failure),
            None => explore::run(&cli.paths, &cli.explorer, &common),
        },
        Some(Command::Extract(extract)) => extract::run(&extract, &common),
        Some(Command::Why { place }) => why::run(&place, &common),
        Some(Command::List(list)) => list::run(&list, &common),
        Some(Command::Export(export)) => export::run(&export, &common),
        Some(Command::Verify(verify)) => verify::run(&verify, common.quiet),
        Some(Command::Rules(rules)) => rules::run(&rules),
        Some(Command::Stats(stats)) => stats::run(&stats, &common),
        Some(Command::Completions { shell }) => print(|out| {
            clap_complete::generate(shell, &mut Cli::command(), "dossier", out);
            Ok(())
        }),
        Some(Command::Config { schema }) => config::run(schema, &common),
        Some(Command::Man) => print(help::manual),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = failure.message() {
                // If standard error is closed too, there is nobody to tell.
                let _ = writeln!(io::stderr(), "dossier: {message}");
            }
            failure.code()
        }
    }
}

/// A first argument that is not a file but looks like a misspelt command.
fn misspelt(paths: &[PathBuf]) -> Option<Failure> {
    let first = paths.first().filter(|p| !p.exists())?.to_str()?;
    let command = Cli::command();
    let near =
        command.get_subcommands().map(clap::Command::get_name).find(|name| strsim::osa_distance(first, name) <= 2)?;
    Some(Failure::Usage(format!("there is no command or file \"{first}\"; did you mean {near}?")))
}

impl Common {
    fn load_options(&self) -> LoadOptions {
        LoadOptions { jobs: self.jobs, published: self.date }
    }
}

/// Prints to standard output in one go; a failed write is a [`Failure`].
fn print(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    let mut out = stdout();
    out.write_all(&bytes)?;
    Ok(out.flush()?)
}

fn stdout() -> BufWriter<io::StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}
