//! The thread that makes rows and details beside the reader.

use std::thread;

use crossbeam_channel::{Sender, unbounded};

use super::{Happening, Yielding, give_way};
use crate::app::Action;
use crate::app::background::Key;
use crate::app::detail::DetailKey;
use crate::app::rows::RowsKey;
use crate::store::SharedStore;

/// Something to be made.
#[derive(Debug)]
pub(super) enum Work {
    /// Rows of a list.
    Rows(RowsKey),
    /// Lines of the detail pane.
    Detail(DetailKey),
}

impl Work {
    /// True where this takes the place of what was asked for earlier: then nobody waits for that.
    fn replaces(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Rows(new), Self::Rows(old)) => new.replaces(old),
            // One thing is shown at a time.
            (Self::Detail(_), Self::Detail(_)) => true,
            _ => false,
        }
    }
}

/// Starts the thread; what it is to make goes to what is returned.
pub(super) fn start(store: SharedStore, to: Sender<Happening>) -> std::io::Result<Sender<Work>> {
    let (ask, asked) = unbounded::<Work>();
    thread::Builder::new().name("background".to_owned()).spawn(move || {
        give_way(Yielding::Little);
        let mut waiting: Vec<Work> = Vec::new();
        loop {
            let first = if waiting.is_empty() { asked.recv().ok() } else { None };
            for work in first.into_iter().chain(asked.try_iter()) {
                waiting.retain(|earlier| !work.replaces(earlier));
                waiting.push(work);
            }
            // Somebody may wait for what was asked for last; the rest is for later.
            let Some(work) = waiting.pop() else { return };
            let made = match work {
                Work::Rows(key) => Action::RowsMade(Box::new(key.compute(&store.read()))),
                Work::Detail(key) => Action::DetailMade(Box::new(key.compute(&store.read()))),
            };
            if to.send(Happening::Action(made)).is_err() {
                return;
            }
        }
    })?;
    Ok(ask)
}
