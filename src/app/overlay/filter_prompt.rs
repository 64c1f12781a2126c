//! The line that types a filter: live count, errors at their column, completion, history.

use std::ops::Range;

use super::{Overlay, moved};
use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::filter;
use crate::app::line_edit::LineEdit;
use crate::app::model::Model;
use crate::store::Store;
use crate::store::query::complete;

/// Types a filter.
#[derive(Clone, Debug, Default)]
pub struct FilterPrompt {
    /// What is typed.
    pub input: LineEdit,
    /// How many rows it leaves, or the message and bytes of what cannot be read.
    pub answer: Option<Result<usize, (String, Range<usize>)>>,
    /// What can stand where the cursor is.
    pub candidates: Vec<String>,
    /// The candidate that Tab takes.
    pub selected: usize,
    /// The filter that Esc brings back.
    pub(super) before: String,
    replace: Range<usize>,
    /// Place in the history of filters; its length where none was chosen.
    recalled: usize,
}

impl FilterPrompt {
    /// Looks at what is typed.
    pub(super) fn typed(&mut self, model: &Model, store: &Store, changed: bool) {
        let text = self.input.text();
        if changed || self.answer.is_none() {
            let count = filter::count(store, model.view, text);
            self.answer = Some(count.map_err(|e| (e.to_string(), e.span)));
        }
        let completion = complete(store, text, self.input.cursor());
        self.candidates = completion.candidates;
        self.replace = completion.replace;
        self.selected = 0;
    }

    fn take_candidate(&mut self, model: &Model, store: &Store) {
        let Some(candidate) = self.candidates.get(self.selected) else { return };
        let text = self.input.text();
        let (Some(head), Some(tail)) = (text.get(..self.replace.start), text.get(self.replace.end..)) else { return };
        // A value is complete: the next condition may follow.
        let blank = if candidate.ends_with(':') || tail.starts_with(' ') { "" } else { " " };
        let mut line = LineEdit::new(&format!("{head}{candidate}{blank}"));
        let cursor = line.cursor();
        line.paste(tail);
        while line.cursor() > cursor {
            line.apply(crate::app::line_edit::Edit::Left);
        }
        self.input = line;
        self.typed(model, store, true);
    }

    fn recall(&mut self, model: &Model, store: &Store, older: bool) {
        let all = &model.filters_typed;
        let at = if older { self.recalled.saturating_sub(1) } else { (self.recalled + 1).min(all.len()) };
        if at == self.recalled {
            return;
        }
        self.recalled = at;
        self.input = LineEdit::new(all.get(at).map_or("", String::as_str));
        self.typed(model, store, true);
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        match command {
            // What cannot be read yet may be a word not typed to its end.
            Command::Follow if matches!(self.answer, Some(Err(_))) => self.take_candidate(model, store),
            Command::Follow => {
                let text = self.input.text().trim().to_owned();
                model.filter.set(&self.before);
                model.filter_by(store, &text);
                return Vec::new();
            }
            Command::NextPane => self.take_candidate(model, store),
            Command::Up | Command::Down if self.candidates.is_empty() || self.input.text().is_empty() => {
                self.recall(model, store, command == Command::Up);
            }
            _ => {
                if let Some(to) = moved(self.selected, self.candidates.len(), command) {
                    self.selected = to;
                }
            }
        }
        model.overlay = Some(Overlay::Filter(self));
        Vec::new()
    }
}

impl Model {
    /// Opens the line, with the filter that is on.
    pub(in crate::app) fn open_filter(&mut self, store: &Store) -> Vec<Effect> {
        let before = self.filter.text().to_owned();
        let mut input = LineEdit::new(&before);
        if !before.is_empty() {
            input.paste(" ");
        }
        let mut prompt = FilterPrompt { input, before, recalled: self.filters_typed.len(), ..FilterPrompt::default() };
        prompt.typed(self, store, true);
        self.overlay = Some(Overlay::Filter(prompt));
        Vec::new()
    }

    /// Filters the lists; an empty text drops the filter.
    pub(in crate::app) fn filter_by(&mut self, store: &Store, text: &str) {
        if text != self.filter.text() {
            self.leave();
            self.filter.set(text);
            self.filters_typed.retain(|t| t != text);
            if !text.is_empty() {
                self.filters_typed.push(text.to_owned());
            }
            self.select_first(store);
        }
    }
}
