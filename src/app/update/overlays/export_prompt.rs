//! The question where to export to, and as what.

use crate::app::action::{Effect, ExportAnswer, Notice};
use crate::app::command::Command;
use crate::app::detail;
use crate::app::filter::Filter;
use crate::app::labels;
use crate::app::line_edit::LineEdit;
use crate::app::model::{Item, Model, View};
use crate::app::overlay::{ExportPrompt, Overlay, moved};
use crate::model::{EventId, QuoteId};
use crate::store::{EventOrder, Store};

impl ExportPrompt {
    pub(super) fn run(mut self, model: &mut Model, command: Command) -> Vec<Effect> {
        let mut effects = Vec::new();
        match command {
            Command::Follow if self.input.text().trim().is_empty() => {
                model.notice = Some(Notice::refused("a file needs a name"));
            }
            Command::Follow => {
                if let Some(format) = model.formats.get(self.selected) {
                    effects.push(Effect::Export {
                        events: self.events.clone(),
                        quotes: self.quotes.clone(),
                        format: format.name,
                        path: self.input.text().trim().to_owned(),
                        overwrite: self.overwrites,
                    });
                }
            }
            Command::NextPane => self.choose(model, (self.selected + 1) % model.formats.len().max(1)),
            _ => {
                if let Some(to) = moved(self.selected, model.formats.len(), command) {
                    self.choose(model, to);
                }
            }
        }
        model.overlay = Some(Overlay::Export(self));
        effects
    }

    /// Takes a format; the file's name goes with it.
    fn choose(&mut self, model: &Model, to: usize) {
        let (Some(before), Some(now)) = (model.formats.get(self.selected), model.formats.get(to)) else { return };
        if let Some(stem) = self.input.text().strip_suffix(&format!(".{}", before.name)) {
            self.input = LineEdit::new(&format!("{stem}.{}", now.name));
            self.overwrites = false;
        }
        self.selected = to;
    }
}

impl Model {
    /// `x`: asks where to write what is marked, or else what is listed.
    pub(in crate::app) fn open_export(&mut self, store: &Store) -> Vec<Effect> {
        let marked: Vec<Item> = self.marks.iter().copied().collect();
        // A story's row stands for all its reports.
        let reports: Vec<Item> = match self.view {
            View::Events if marked.is_empty() => self.filter.events(store).iter().map(|&e| Item::Event(e)).collect(),
            _ => Vec::new(),
        };
        let items = match (marked.is_empty(), reports.is_empty()) {
            (false, _) => &marked,
            (true, false) => &reports,
            (true, true) => self.list().rows.as_slice(),
        };
        let (events, quotes) = evidence_of(store, items, &self.filter);
        if events.is_empty() && quotes.is_empty() {
            self.notice = Some(Notice::refused("nothing here is evidence: there is no event and no quote in it"));
            return Vec::new();
        }
        let mut parts = Vec::new();
        for (n, word) in [(events.len(), "event"), (quotes.len(), "quote")] {
            if n > 0 {
                parts.push(labels::count(n, word));
            }
        }
        let from = if marked.is_empty() { "what is listed".to_owned() } else { format!("{} marked", marked.len()) };
        // People are who most reports are for.
        let selected = self.formats.iter().position(|f| f.name == "md").unwrap_or(0);
        let extension = self.formats.get(selected).map_or("txt", |f| f.name);
        self.overlay = Some(Overlay::Export(ExportPrompt {
            input: LineEdit::new(&format!("evidence.{extension}")),
            selected,
            what: format!("{from}: {}", parts.join(", ")),
            overwrites: false,
            events,
            quotes,
        }));
        Vec::new()
    }

    /// What became of an export.
    pub(in crate::app) fn exported(&mut self, answer: ExportAnswer) {
        match answer {
            ExportAnswer::Exists => {
                if let Some(Overlay::Export(prompt)) = &mut self.overlay {
                    prompt.overwrites = true;
                }
                return;
            }
            ExportAnswer::Writing => self.notice = Some(Notice::done("writing …")),
            ExportAnswer::Done { count, path } => {
                let text = format!("{} in {path}: dossier verify checks it later", labels::count(count, "exhibit"));
                self.notice = Some(Notice::done(text));
            }
            ExportAnswer::Failed(why) => {
                self.notice = Some(Notice::refused(why));
                return;
            }
        }
        if matches!(self.overlay, Some(Overlay::Export(_))) {
            self.overlay = None;
        }
    }
}

/// The events and quotes that items stand for, each once: events by date, quotes in order of the
/// input. An actor stands for what they did, met and said, an article for what it tells, a pair for
/// what is between the two, a bar for what happened then.
fn evidence_of(store: &Store, items: &[Item], filter: &Filter) -> (Vec<EventId>, Vec<QuoteId>) {
    let (mut events, mut quotes) = (Vec::new(), Vec::new());
    for &item in items {
        match item {
            Item::Event(id) => events.push(id),
            Item::Quote(id) => quotes.push(id),
            Item::Actor(id) => {
                events.extend(store.all_events_of(id));
                quotes.extend(store.quotes_by(id));
            }
            Item::Article(id) => {
                events.extend(store.events_in(id));
                quotes.extend(store.quotes_in(id));
            }
            Item::Pair(a, b) => {
                events.extend(detail::events_of(store, item, filter));
                quotes.extend(store.quotes_between(a, b));
            }
            Item::Bar(_) => events.extend(detail::events_of(store, item, filter)),
        }
    }
    events.sort_unstable();
    events.dedup();
    store.sort_events(&mut events, EventOrder::Date);
    quotes.sort_unstable();
    quotes.dedup();
    (events, quotes)
}
