//! The explorer's whole state: plain data, no terminal, no store.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::action::{Notice, Progress};
use super::detail::{Detail, DetailKey};
use super::display::{Display, Folds};
use super::filter::Filter;
use super::history::History;
pub use super::item::Item;
use super::layout::{Arrangement, Layout, Pane};
use super::overlay::{Overlay, ReportFormat};
use super::pending::Pending;
use super::rows::{Facts, RowsKey};
use super::source::SourcePane;
pub use super::view::View;
use crate::model::StoryId;

/// Where a store holds more things than this, making a list may take longer than a key may.
const AT_ONCE: usize = 20_000;

/// One list: what it holds, what is selected, how far it is scrolled.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// All rows, in order.
    pub rows: Arc<Vec<Item>>,
    /// Place of the selected row; 0 in an empty list.
    pub selected: usize,
    /// The first row shown.
    pub offset: usize,
    /// Which of the view's orders it is in.
    pub order: usize,
    /// What is drawn beside the rows.
    pub facts: Arc<Facts>,
    /// What its rows were made for.
    pub(super) key: Option<RowsKey>,
}

impl List {
    /// What is selected; `None` in an empty list.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        self.rows.get(self.selected).copied()
    }
}

/// The detail pane.
#[derive(Clone, Debug, Default)]
pub struct DetailPane {
    /// What it shows.
    pub item: Option<Item>,
    /// Its lines, made for `item` at a width and a revision of the store.
    pub lines: Arc<Detail>,
    /// What they were made for; `None` where they only say that something is being counted.
    pub(super) key: Option<DetailKey>,
    /// The link selected, counted over all lines.
    pub link: usize,
    /// The first line shown.
    pub offset: usize,
}

/// What the keyboard does at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Keys are commands.
    Normal,
    /// Keys type a line; only special keys are commands.
    Prompt,
}

/// A command that waits for a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Keep this place under it.
    SetPlace,
    /// Go to the place kept under it.
    GoToPlace,
    /// Open the link of the source pane that shows it.
    Jump,
}

/// The explorer.
#[derive(Clone, Debug)]
pub struct Model {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// What the list shows.
    pub view: View,
    /// The pane that has the keyboard.
    pub focus: Pane,
    /// The lists, by [`View`].
    pub lists: [List; View::ALL.len()],
    /// How the views are turned.
    pub display: Display,
    /// Which stories are unfolded.
    pub folds: Folds,
    /// Of stories that were in sight: how many reports they had, and whether these differ. Comparing
    /// reports takes longer than drawing them.
    pub compared: FxHashMap<StoryId, (usize, bool)>,
    /// What the lists are filtered by.
    pub filter: Filter,
    /// The detail pane.
    pub detail: DetailPane,
    /// The source pane.
    pub source: SourcePane,
    /// What is open above the panes.
    pub overlay: Option<Overlay>,
    /// Where the reader was.
    pub history: History,
    /// What is marked.
    pub marks: BTreeSet<Item>,
    /// Places kept under letters.
    pub places: BTreeMap<char, super::history::Place>,
    /// A command that waits for a letter.
    pub waiting: Option<Waiting>,
    /// How far loading is.
    pub progress: Progress,
    /// The last thing to tell the reader; the next key takes it away.
    pub notice: Option<Notice>,
    /// The focused pane alone.
    pub zoom: bool,
    /// The list's share of the width, in percent.
    pub split: u16,
    /// Whether the mouse is taken.
    pub mouse: bool,
    /// Events of a confidence below this can be hidden.
    pub threshold: f32,
    /// Whether they are.
    pub hides_unsure: bool,
    /// Formats that can be exported to.
    pub formats: Vec<ReportFormat>,
    /// What is wrong with the settings.
    pub complaints: Vec<String>,
    /// Named queries of the configuration.
    pub queries: BTreeMap<String, String>,
    /// Filters typed before, oldest first.
    pub filters_typed: Vec<String>,
    /// What is computed on another thread, and the action that waits for it.
    pub(super) pending: Pending,
    /// True from the first key on: until then the first row stays selected whatever is read.
    pub(super) touched: bool,
    /// Things of a store up to which all lists are made at once; over more, on another thread.
    pub at_once: usize,
    /// Number of the last search handed out.
    pub(super) searches: u64,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            size: (80, 24),
            view: View::default(),
            focus: Pane::default(),
            lists: Default::default(),
            display: Display::default(),
            folds: Folds::default(),
            compared: FxHashMap::default(),
            filter: Filter::default(),
            detail: DetailPane::default(),
            source: SourcePane::default(),
            overlay: None,
            history: History::default(),
            marks: BTreeSet::new(),
            places: BTreeMap::new(),
            waiting: None,
            progress: Progress::default(),
            notice: None,
            zoom: false,
            split: 45,
            mouse: true,
            threshold: 0.5,
            hides_unsure: false,
            formats: Vec::new(),
            complaints: Vec::new(),
            queries: BTreeMap::new(),
            filters_typed: Vec::new(),
            pending: Pending::default(),
            touched: false,
            at_once: AT_ONCE,
            searches: 0,
        }
    }
}

impl Model {
    /// An explorer for a terminal of this size.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        Self { size: (width, height), ..Self::default() }
    }

    /// Where the panes lie.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout_with(self.focus)
    }

    /// Where the panes would lie if this one had the keyboard.
    pub(super) fn layout_with(&self, focus: Pane) -> Layout {
        // What is counted of an actor or a time says more than the first of many sentences.
        let beside = match self.view {
            View::Actors | View::Timeline | View::Network => Pane::Detail,
            View::Events | View::Quotes | View::Articles | View::Pair => Pane::Source,
        };
        let how = Arrangement { focus, zoom: self.zoom, split: self.split, beside };
        Layout::new(self.size.0, self.size.1, how)
    }

    /// The list of the view.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.lists[self.view as usize]
    }

    /// The list of the view, to change it.
    pub(super) fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.view as usize]
    }

    /// What the selected row of the list stands for: in the matrix the two actors of the cell.
    #[must_use]
    pub fn chosen(&self) -> Option<Item> {
        let list = self.list();
        let item = list.item()?;
        match &*list.facts {
            Facts::Matrix(matrix) => {
                let row = *matrix.actors.get(list.selected)?;
                let column = *matrix.actors.get(self.display.column.min(matrix.actors.len() - 1))?;
                Some(if row == column { Item::Actor(row) } else { Item::Pair(row, column) })
            }
            _ => Some(item),
        }
    }

    /// Rows above the list's own that a view draws something in: the timeline's overview, the pair's
    /// curve. None in a low pane.
    #[must_use]
    pub fn banner_rows(&self) -> usize {
        let height = self.layout().rows(Pane::List);
        match &*self.list().facts {
            Facts::Bars { overview, .. } if height >= 14 && !overview.is_empty() => 5,
            Facts::Pair(facts) if height >= 14 && facts.curve.len() > 1 => (height / 3).clamp(6, 12),
            _ => 0,
        }
    }

    /// Rows the list shows at once.
    #[must_use]
    pub fn list_rows(&self) -> usize {
        self.layout().rows(Pane::List).saturating_sub(self.banner_rows())
    }

    /// What the keyboard does at the moment.
    #[must_use]
    pub fn mode(&self) -> Mode {
        if self.overlay.as_ref().is_some_and(Overlay::types) { Mode::Prompt } else { Mode::Normal }
    }

    /// Events below this confidence are not listed; 0 where all are.
    #[must_use]
    pub fn floor(&self) -> f32 {
        if self.hides_unsure { self.threshold } else { 0.0 }
    }

    /// True where Enter was pressed in a finder before its answer: keys that follow are meant for
    /// what it opens.
    #[must_use]
    pub fn opening(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Actors(finder)) => finder.list.opening(),
            Some(Overlay::Text(finder)) => finder.list.opening(),
            _ => false,
        }
    }

    /// True while a finder waits for its answer.
    #[must_use]
    pub fn searching(&self) -> bool {
        match &self.overlay {
            Some(Overlay::Actors(finder)) => finder.list.searching(),
            Some(Overlay::Text(finder)) => finder.list.searching(),
            _ => false,
        }
    }

    /// True while newer rows are being made than are listed.
    #[must_use]
    pub fn making(&self) -> bool {
        self.pending.rows.is_computing()
    }

    /// True while articles are still being read.
    #[must_use]
    pub fn loading(&self) -> bool {
        self.progress.end.is_none()
    }
}
