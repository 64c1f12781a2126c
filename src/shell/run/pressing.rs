//! Keys and the mouse: at once, or once what an earlier key asked for is there.

use std::io::Write;

use anyhow::Context;

use super::{Next, Shell};
use crate::app::action::Notice;
use crate::app::{Action, Command};
use crate::keys::recording::{Input as Recorded, Pointing, Touch};
use crate::keys::{Chord, Lookup, Mode};

/// Lines that a turn of the wheel goes.
const WHEEL: i32 = 3;

impl Shell {
    /// True for a key that is meant for what an earlier one leads to; leaving and giving up wait for nothing.
    pub(super) fn is_early(&self, chord: Chord) -> bool {
        let bound = self.dress.keymap.lookup(self.model.mode(), &[chord]);
        let waits = self.model.waits() || !self.early.is_empty();
        let waits = waits && !matches!(bound, Lookup::Command(Command::Cancel | Command::Quit));
        waits || self.model.opening() && chord.types().is_some()
    }

    pub(super) fn press(&mut self, chord: Chord) -> anyhow::Result<Next> {
        self.write_down(Recorded::Key(chord))?;
        match self.reader.press(&self.dress.keymap, &self.model, chord) {
            Some(action) => self.act(action),
            None if self.reader.pending().is_empty() && self.model.mode() == Mode::Normal => {
                let text = format!("nothing is bound to {chord}");
                self.act(Action::Notice(Notice::refused(text)))
            }
            None => Ok(Next::Attend),
        }
    }

    pub(super) fn write_down(&mut self, input: Recorded) -> anyhow::Result<()> {
        let Some(file) = &mut self.record else { return Ok(()) };
        writeln!(file, "{input}").context("the keys can no longer be recorded")
    }

    /// Presses keys that waited: those that were pressed too early, and those of a recording, each
    /// once what the last one asked for is there.
    pub(super) fn press_waiting(&mut self) -> anyhow::Result<Next> {
        loop {
            let model = &self.model;
            let waits = model.opening() || model.waits();
            let early = if waits { None } else { self.early.pop_front() };
            let busy = waits || model.counts() || model.loading() || model.searching() || model.making();
            let recorded = || if busy { None } else { self.replay.pop_front() };
            let next = match early.or_else(recorded) {
                Some(Recorded::Key(chord)) => self.press(chord)?,
                Some(Recorded::Mouse(pointing)) => {
                    // The mouse points at what is drawn.
                    self.draw()?;
                    self.point(pointing)?
                }
                None => return Ok(Next::Attend),
            };
            if !matches!(next, Next::Attend) {
                return Ok(next);
            }
        }
    }

    /// Does what the mouse asks for by what was drawn where.
    pub(super) fn point(&mut self, pointing: Pointing) -> anyhow::Result<Next> {
        self.write_down(Recorded::Mouse(pointing))?;
        let Pointing { touch, x, y } = pointing;
        let action = match touch {
            Touch::Press => {
                self.dragging = self.hits.on_split(x, y);
                if self.dragging { None } else { self.hits.press(x, y).map(Action::Click) }
            }
            Touch::Drag => self.dragging.then_some(Action::Split(x + 1)),
            Touch::Release => {
                self.dragging = false;
                None
            }
            Touch::WheelDown => Some(Action::Scroll(self.hits.pane(x, y), WHEEL)),
            Touch::WheelUp => Some(Action::Scroll(self.hits.pane(x, y), -WHEEL)),
        };
        action.map_or(Ok(Next::Attend), |action| self.act(action))
    }
}
