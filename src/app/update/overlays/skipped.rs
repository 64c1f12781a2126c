//! What went wrong: faults of the settings, and what was skipped, with the reasons.

use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::model::Model;
use crate::app::overlay::{Overlay, SkippedList, moved};
use crate::store::Store;

impl SkippedList {
    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        match command {
            Command::Follow | Command::Skipped => return Vec::new(),
            _ => {
                if let Some(to) = moved(self.selected, model.complaints.len() + store.skipped().len(), command) {
                    self.selected = to;
                }
            }
        }
        model.overlay = Some(Overlay::Skipped(self));
        Vec::new()
    }
}
