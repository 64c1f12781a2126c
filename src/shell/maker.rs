//! The thread that makes rows beside the reader.

use std::collections::VecDeque;
use std::thread;

use crossbeam_channel::{Sender, unbounded};

use super::Happening;
use crate::app::Action;
use crate::app::rows::Plan;
use crate::store::SharedStore;

/// Starts the thread; plans go to what is returned.
pub(super) fn start(store: SharedStore, to: Sender<Happening>) -> std::io::Result<Sender<Plan>> {
    let (ask, asked) = unbounded::<Plan>();
    thread::Builder::new().name("maker".to_owned()).spawn(move || {
        let mut plans = VecDeque::new();
        while let Some(plan) = plans.pop_front().or_else(|| asked.recv().ok()) {
            plans.extend(asked.try_iter());
            // What was asked for again since is made once, as it was asked for last.
            if plans.iter().any(|later: &Plan| later.replaces(&plan)) {
                continue;
            }
            let made = plan.make(&store.read());
            if to.send(Happening::Action(Action::Made(Box::new(made)))).is_err() {
                return;
            }
        }
    })?;
    Ok(ask)
}
