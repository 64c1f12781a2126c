//! An explorer in a box: no terminal, no threads, effects done at once.

use std::sync::Arc;

use dossier::app::background::Key as _;
use dossier::app::layout::Pane;
use dossier::app::overlay::ReportFormat;
use dossier::app::{Action, Effect, Model, update};
use dossier::config::Theme;
use dossier::export::report::FORMATS;
use dossier::keys::{Chord, Key, KeyReader, Keymap};
use dossier::search::text::Words;
use dossier::search::{Finder, NamesBuilder, Owner};
use dossier::store::Store;
use dossier::ui::{Dress, HitMap, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Modifier;

pub struct Explorer {
    pub model: Model,
    pub store: Arc<Store>,
    pub hits: HitMap,
    /// Effects that reach beyond the box, in order.
    pub asked: Vec<Effect>,
    dress: Dress,
    reader: KeyReader,
    terminal: Terminal<TestBackend>,
}

impl Explorer {
    pub fn new(store: impl Into<Arc<Store>>, width: u16, height: u16) -> Self {
        Self::dressed(store, width, height, "dark")
    }

    pub fn dressed(store: impl Into<Arc<Store>>, width: u16, height: u16, theme: &str) -> Self {
        let theme = Theme::named(theme).expect("a theme");
        let mut explorer = Self {
            model: Model::new(width, height),
            store: store.into(),
            hits: HitMap::default(),
            asked: Vec::new(),
            dress: Dress::new(&theme, Keymap::default(), false),
            reader: KeyReader::default(),
            terminal: Terminal::new(TestBackend::new(width, height)).expect("a made-up terminal"),
        };
        explorer.model.formats = FORMATS.iter().map(|f| ReportFormat { name: f.name, about: f.about }).collect();
        let progress =
            dossier::app::action::Progress { end: Some(dossier::app::action::LoadEnd::Complete), ..Default::default() };
        explorer.act(Action::Progress(progress));
        explorer
    }

    /// Presses keys: names between blanks as in the keymap, `/modi` for a `/` and then letters.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for word in keys.split(' ').filter(|w| !w.is_empty()) {
            match word.parse::<Chord>() {
                Ok(chord) => self.chord(chord),
                Err(_) => {
                    for c in word.chars() {
                        self.chord(c.to_string().parse().expect("a character is a key"));
                    }
                }
            }
        }
        self
    }

    /// Types a text as it stands, blanks included.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.chord(Chord::plain(Key::Char(c)));
        }
        self
    }

    /// True where a word stands in the source pane's evidence with this modifier on it.
    pub fn is_lit(&mut self, word: &str, modifier: Modifier) -> bool {
        let screen = self.screen();
        let area = self.model.layout().pane(Pane::Source);
        let rows = screen.iter().enumerate().skip(usize::from(area.y)).take(usize::from(area.height));
        let places = rows.flat_map(|(y, row)| row.match_indices(word).map(move |(at, _)| (y, &row[..at])));
        let buffer = self.terminal.backend().buffer();
        places
            .map(|(y, before)| (dossier::app::cells::width(before) as u16, y as u16))
            .filter(|(x, _)| *x >= area.x)
            .any(|(x, y)| buffer[(x, y)].modifier.contains(modifier))
    }

    fn chord(&mut self, chord: Chord) {
        if let Some(action) = self.reader.press(&self.dress.keymap, &self.model, chord) {
            self.act(action);
        }
    }

    pub fn act(&mut self, action: Action) {
        for effect in update(&mut self.model, &self.store, action) {
            match effect {
                Effect::Find { search, pattern, kind } => {
                    let mut names = NamesBuilder::default();
                    for alias in self.store.aliases() {
                        names.add(Owner::of(&self.store, alias.actor), self.store.str(alias.name));
                    }
                    let mut finder = Finder::new(Arc::new(names.build()));
                    finder.look_for(kind);
                    let hits = finder.find(&pattern, 100, || true).expect("an answer");
                    self.act(Action::Found { search, hits });
                }
                Effect::Count { search, mut rows } => {
                    let count = rows.count(&self.store);
                    let made = rows.compute(&self.store);
                    self.act(Action::Counted { search, count: count.unwrap_or(made.value().items.len()) });
                    self.act(Action::RowsMade(Box::new(made)));
                }
                Effect::MakeDetail(key) => self.act(Action::DetailMade(Box::new(key.compute(&self.store)))),
                Effect::MakeRows(key) => self.act(Action::RowsMade(Box::new(key.compute(&self.store)))),
                Effect::FindText { search, words } => {
                    let words = Words::new(&words);
                    let ids = self.store.article_ids();
                    let places = |id| words.find(&self.store.article(id).article.text, 100);
                    let hits = ids.flat_map(|id| places(id).into_iter().map(move |s| (id, s))).collect();
                    self.act(Action::FoundText { search, hits });
                }
                other => self.asked.push(other),
            }
        }
        if let Action::Resize(width, height) = self.last_size() {
            self.terminal.backend_mut().resize(width, height);
        }
    }

    fn last_size(&self) -> Action {
        Action::Resize(self.model.size.0, self.model.size.1)
    }

    /// Draws a frame and returns its rows.
    pub fn screen(&mut self) -> Vec<String> {
        let (model, store, dress, hits) = (&self.model, &self.store, &self.dress, &mut self.hits);
        self.terminal.draw(|frame| *hits = view(model, store, dress, frame)).expect("drawn");
        let buffer = self.terminal.backend().buffer();
        let mut rows = Vec::new();
        for y in 0..buffer.area.height {
            let mut row = String::new();
            let mut covered = 0;
            for x in 0..buffer.area.width {
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                let symbol = buffer[(x, y)].symbol();
                row.push_str(symbol);
                covered = dossier::app::cells::width(symbol).saturating_sub(1);
            }
            rows.push(row.trim_end().to_owned());
        }
        rows
    }

    /// The selected line of the focused pane, blanks run together: what a story asserts.
    pub fn line(&mut self) -> String {
        let screen = self.screen();
        let cursor = self.terminal.backend().cursor_position();
        let area = self.model.layout().pane(self.model.focus);
        let row: String = screen
            .get(usize::from(cursor.y))
            .map(|r| r.chars().skip(usize::from(area.x) + 1).take(usize::from(area.width) - 2).collect())
            .unwrap_or_default();
        row.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The focused pane and its selected line.
    pub fn at(&mut self) -> (Pane, String) {
        (self.model.focus, self.line())
    }

    /// True where a text is somewhere on the screen.
    pub fn shows(&mut self, text: &str) -> bool {
        self.screen().iter().any(|row| row.contains(text))
    }

    /// What sets a cell off besides its colour.
    pub fn modifiers(&self, x: u16, y: u16) -> Modifier {
        self.terminal.backend().buffer()[(x, y)].modifier
    }

    /// The style of the first cell of a text on the screen.
    pub fn style_of(&mut self, text: &str) -> Option<ratatui::style::Style> {
        let screen = self.screen();
        let (y, row) = screen.iter().enumerate().find(|(_, row)| row.contains(text))?;
        let x = dossier::app::cells::width(&row[..row.find(text)?]);
        Some(self.terminal.backend().buffer()[(x as u16, y as u16)].style())
    }
}
