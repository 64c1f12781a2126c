//! The thread that makes rows beside the reader.

use std::thread;

use crossbeam_channel::{Sender, unbounded};

use super::{Happening, Yielding, give_way};
use crate::app::Action;
use crate::app::rows::Plan;
use crate::store::SharedStore;

/// Starts the thread; plans go to what is returned.
pub(super) fn start(store: SharedStore, to: Sender<Happening>) -> std::io::Result<Sender<Plan>> {
    let (ask, asked) = unbounded::<Plan>();
    thread::Builder::new().name("maker".to_owned()).spawn(move || {
        give_way(Yielding::Little);
        let mut plans: Vec<Plan> = Vec::new();
        loop {
            for plan in asked.try_iter() {
                // What was asked for again since is made once, as it was asked for last.
                plans.retain(|earlier| !plan.replaces(earlier));
                plans.push(plan);
            }
            // Somebody may wait for what was asked for last; the rest is for later.
            let Some(plan) = plans.pop().or_else(|| asked.recv().ok()) else { return };
            let made = plan.make(&store.read());
            if to.send(Happening::Action(Action::Made(Box::new(made)))).is_err() {
                return;
            }
        }
    })?;
    Ok(ask)
}
