//! The line that types a filter: live count, errors at their column, completion, history.

use crate::app::action::Effect;
use crate::app::command::Command;
use crate::app::line_edit::LineEdit;
use crate::app::model::Model;
use crate::app::overlay::{Candidate, FilterPrompt, Overlay, moved};
use crate::app::update::Step;
use crate::store::Store;
use crate::store::query::{KEYS, Query, complete};

impl FilterPrompt {
    /// Looks at what is typed. Counting is left to the outside: over very many events it takes
    /// longer than a key may.
    pub(super) fn typed(&mut self, model: &mut Model, store: &Store, changed: bool) -> Vec<Effect> {
        let mut effects = Vec::new();
        let text = self.input.text();
        if changed {
            self.error = Query::parse(text).err().map(|e| (e.to_string(), e.span));
            self.search = model.next_search();
            if self.error.is_none() {
                effects.push(Effect::Count { search: self.search, rows: Box::new(model.rows_filtered_by(text)) });
            }
        }
        let completion = complete(store, text, self.input.cursor());
        self.candidates = whole_queries(model, text.trim());
        self.candidates.extend(completion.candidates.into_iter().map(|text| {
            let key = KEYS.iter().find(|k| text.strip_suffix(':') == Some(k.name));
            let note = key.map_or_else(String::new, |k| format!("{}, as in {}", k.meaning, k.example));
            Candidate { text, note, query: None }
        }));
        self.replace = completion.replace;
        (self.selected, self.chosen) = (0, false);
        effects
    }

    fn take_candidate(&mut self, model: &mut Model, store: &Store) -> Vec<Effect> {
        let Some(candidate) = self.candidates.get(self.selected) else { return Vec::new() };
        if let Some(query) = &candidate.query {
            self.input = LineEdit::new(query);
            return self.typed(model, store, true);
        }
        let (candidate, text) = (&candidate.text, self.input.text());
        let (Some(head), Some(tail)) = (text.get(..self.replace.start), text.get(self.replace.end..)) else {
            return Vec::new();
        };
        // A value is complete: the next condition may follow.
        let blank = if candidate.ends_with(':') || tail.starts_with(' ') { "" } else { " " };
        let mut line = LineEdit::new(&format!("{head}{candidate}{blank}"));
        let cursor = line.cursor();
        line.paste(tail);
        while line.cursor() > cursor {
            line.apply(crate::app::line_edit::Edit::Left);
        }
        self.input = line;
        self.typed(model, store, true)
    }

    fn recall(&mut self, model: &mut Model, store: &Store, to: Step) -> Vec<Effect> {
        let all = &model.filters_typed;
        let at = match to {
            Step::Previous => self.recalled.saturating_sub(1),
            Step::Next => (self.recalled + 1).min(all.len()),
        };
        if at == self.recalled {
            return Vec::new();
        }
        self.recalled = at;
        self.input = LineEdit::new(all.get(at).map_or("", String::as_str));
        self.typed(model, store, true)
    }

    pub(super) fn run(mut self, model: &mut Model, store: &Store, command: Command) -> Vec<Effect> {
        let whole = self.candidates.get(self.selected).is_some_and(|c| c.query.is_some());
        let mut effects = Vec::new();
        match command {
            // What cannot be read yet may be a word not typed to its end.
            Command::Follow if self.error.is_some() => effects = self.take_candidate(model, store),
            Command::Follow => {
                if self.chosen && whole {
                    self.take_candidate(model, store);
                }
                let text = self.input.text().trim().to_owned();
                model.filter.set(&self.before);
                model.filter_by(store, &text);
                return Vec::new();
            }
            Command::NextPane => effects = self.take_candidate(model, store),
            // Above the first candidate lie the filters typed before.
            Command::Up if self.selected == 0 && !self.chosen => effects = self.recall(model, store, Step::Previous),
            Command::Down if !self.chosen && self.recalled < model.filters_typed.len() => {
                effects = self.recall(model, store, Step::Next);
            }
            Command::Down if !self.chosen && self.input.text().trim().is_empty() => {
                self.chosen = !self.candidates.is_empty();
            }
            _ => {
                if let Some(to) = moved(self.selected, self.candidates.len(), command) {
                    (self.selected, self.chosen) = (to, true);
                }
            }
        }
        model.overlay = Some(Overlay::Filter(self));
        effects
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
        let effects = prompt.typed(self, store, true);
        self.overlay = Some(Overlay::Filter(prompt));
        effects
    }

    /// How many rows a filter leaves that is being typed; older answers are of no interest.
    pub(in crate::app) fn counted(&mut self, search: u64, count: usize) {
        if let Some(Overlay::Filter(prompt)) = &mut self.overlay
            && prompt.search == search
        {
            prompt.count = Some(count);
        }
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

/// Named queries of the settings and filters typed before, the last first, that fit what is typed.
fn whole_queries(model: &Model, typed: &str) -> Vec<Candidate> {
    /// More of the past than this hides what else can be typed.
    const PAST: usize = 5;
    let lower = typed.to_lowercase();
    let named = model
        .queries
        .iter()
        .filter(|(name, _)| name.to_lowercase().contains(&lower))
        .map(|(name, query)| Candidate { text: name.clone(), note: query.clone(), query: Some(query.clone()) });
    let past = model.filters_typed.iter().rev().filter(|_| typed.is_empty()).take(PAST).map(|query| Candidate {
        text: query.clone(),
        note: "typed before".to_owned(),
        query: Some(query.clone()),
    });
    named.chain(past).collect()
}
