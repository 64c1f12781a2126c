//! What the model asks of the outside, done.

use std::io;

use ratatui::crossterm::terminal::size;
use ratatui::layout::{Rect, Size};

use super::{Next, Shell};
use crate::app::action::{ExportAnswer, LoadEnd, Notice, Progress};
use crate::app::{Action, Effect};
use crate::export::report::Format;
use crate::shell::background::Work;
use crate::shell::exporter::{self, Export};
use crate::shell::searcher::Question;
use crate::shell::{clipboard, editor, terminal};

impl Shell {
    pub(super) fn effect(&mut self, effect: Effect) -> anyhow::Result<Next> {
        match effect {
            // The searcher lives as long as this shell.
            Effect::Find { search, pattern, kind } => {
                let _ = self.questions.send(Question::Actors { search, pattern, kind });
            }
            Effect::FindText { search, words } => {
                let _ = self.questions.send(Question::Words { search, words });
            }
            Effect::Count { search, rows } => {
                let _ = self.questions.send(Question::Count { search, rows });
            }
            Effect::MakeRows(key) => {
                let _ = self.work.send(Work::Rows(*key));
            }
            Effect::MakeDetail(key) => {
                let _ = self.work.send(Work::Detail(*key));
            }
            Effect::Copy(text) => self.copy(&text)?,
            Effect::Edit { path, line } => self.edit(&path, line)?,
            Effect::Export { events, quotes, format, path, overwrite } => {
                let path = exporter::file(&path);
                let Some(format) = Format::named(format) else { return Ok(Next::Attend) };
                if path.exists() && !overwrite {
                    return self.act(Action::Exported(ExportAnswer::Exists));
                }
                let export = Export { events, quotes, format, path };
                let answer = match exporter::start(export, self.store.clone(), self.to.clone()) {
                    Ok(()) => ExportAnswer::Writing,
                    Err(error) => ExportAnswer::Failed(error.to_string()),
                };
                return self.act(Action::Exported(answer));
            }
            Effect::NextTheme => {
                self.theme = self.theme.next();
                self.dress = self.dress.with_theme(&self.theme);
                self.model.notice = Some(Notice::done(format!("theme {}", self.theme.name)));
            }
            Effect::Mouse(on) => terminal::set_mouse(on)?,
            Effect::Redraw => self.redraw()?,
            Effect::StopLoading => {
                if let Some(loader) = &self.loader {
                    loader.stop();
                }
                self.stopped = true;
                // The loader may be waiting for a pipe that brings nothing: the reader need not.
                let end = Some(LoadEnd::Stopped);
                return self.act(Action::Progress(Progress { end, ..self.model.progress.clone() }));
            }
            Effect::Suspend => self.suspend()?,
            Effect::Quit => return Ok(Next::Leave),
        }
        Ok(Next::Attend)
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let sequence = clipboard::sequence(text);
        if let Some(bytes) = &sequence {
            self.terminal.backend_mut().send(bytes)?;
        }
        if !clipboard::helper(text) && sequence.is_none() {
            self.model.notice = Some(Notice::refused("too much for the terminal's clipboard: mark less"));
        }
        Ok(())
    }

    fn edit(&mut self, path: &std::path::Path, line: usize) -> io::Result<()> {
        terminal::give_back();
        let opened = match &mut self.keyboard {
            Some(keyboard) => keyboard.hold(|| editor::open(path, line)),
            None => editor::open(path, line),
        };
        terminal::take(self.model.mouse)?;
        self.redraw()?;
        if let Err(e) = opened {
            self.model.notice = Some(Notice::refused(format!("the editor did not open: {e}")));
        }
        Ok(())
    }

    /// Forgets what the terminal shows: the next frame is written whole.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().forget();
        if let Ok((width, height)) = size() {
            self.terminal.backend_mut().set_size(Size::new(width, height));
            let _ = self.act(Action::Resize(width, height));
            self.terminal.resize(Rect::new(0, 0, width, height))?;
        }
        self.terminal.clear()
    }

    pub(super) fn suspend(&mut self) -> io::Result<()> {
        terminal::give_back();
        #[cfg(unix)]
        {
            signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        }
        terminal::take(self.model.mouse)?;
        self.redraw()
    }
}
