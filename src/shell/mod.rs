//! Everything that touches the outside: the terminal and its guard, the event loop, the threads that
//! load and search, the clipboard, the editor.
//!
//! One channel brings everything that happens to one loop, which blocks on it: nothing ticks, and
//! nothing is written to the terminal when nothing changed.

mod backend;
mod background;
mod clipboard;
mod editor;
mod exporter;
mod input;
mod loader;
mod log;
mod run;
mod searcher;
mod state_dir;
mod terminal;
mod throttle;

use std::path::PathBuf;

use crate::config::Config;
use crate::keys::recording::Input as Recorded;
use crate::load::LoadOptions;

pub use run::run;

/// What the explorer is started with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What to read.
    pub input: Input,
    /// How to read them.
    pub load: LoadOptions,
    /// The user's settings, those of the command line laid over them.
    pub config: Config,
    /// Whether the session kept of this input is to be taken up.
    pub resume: bool,
    /// Where the keys that are pressed are to be written.
    pub record: Option<PathBuf>,
    /// What to press once everything is read, and where to point.
    pub replay: Vec<Recorded>,
    /// What is wrong with the settings, to be told in the explorer.
    pub complaints: Vec<String>,
    /// Whether to keep what is said unasked to oneself.
    pub quiet: bool,
    /// Where what was read and what was skipped is to be written.
    pub log: Option<PathBuf>,
}

/// What the explorer reads.
#[derive(Clone, Debug)]
pub enum Input {
    /// Files and folders; the embedded seeds where there is none.
    Paths(Vec<PathBuf>),
    /// So many made-up events and names, to measure with.
    MadeUp {
        /// Events.
        events: usize,
        /// Names of persons.
        names: usize,
    },
}

impl Default for Input {
    fn default() -> Self {
        Self::Paths(Vec::new())
    }
}

/// How an explorer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The reader left it.
    Done,
    /// All was read, and nothing of it was readable.
    NothingReadable,
}

/// How much a thread gives way to the one that answers keys.
#[derive(Clone, Copy, Debug)]
enum Yielding {
    /// Somebody waits for what it does.
    Little = 2,
    /// Enough to be passed over for a key, not so much that another program's work stops it.
    Much = 5,
}

/// Has the thread that calls this, and those it starts, give way. On Linux a thread has a niceness of its
/// own; elsewhere, and where it is refused, they stay as they are.
fn give_way(how: Yielding) {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::nice(how as i32);
    #[cfg(not(target_os = "linux"))]
    let _ = how;
}

/// Everything that happens, on its way to the loop.
#[derive(Debug)]
enum Happening {
    /// The terminal sent something.
    Terminal(ratatui::crossterm::event::Event),
    /// The terminal is gone.
    Hangup,
    /// A signal came.
    #[cfg_attr(not(unix), allow(dead_code))]
    Signal(i32),
    /// The loader or a searcher has something for the model.
    Action(crate::app::Action),
}
