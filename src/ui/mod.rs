//! The explorer on a terminal: [`view`] draws the model and changes nothing.
//!
//! Panes are functions of the model and the store; only the rows in sight are formatted. What was
//! drawn where comes back as a [`HitMap`], so the mouse is a function of the last frame.

mod ascii;
mod banner;
mod breadcrumbs;
mod detail;
mod footer;
mod header;
mod hit_map;
mod line_writer;
mod list;
mod overlays;
mod rows;
mod source;
mod style;

pub use hit_map::HitMap;
pub use style::Dress;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::layout::{Area, Pane};
use crate::app::model::Model;
use crate::app::style_role::Role;
use crate::store::Store;

/// What drawing a frame needs and yields.
struct Canvas<'a, 'f> {
    model: &'a Model,
    store: &'a Store,
    dress: &'a Dress,
    frame: &'a mut Frame<'f>,
    hits: HitMap,
    /// Where the terminal's cursor will stand: on the selected row, or in the line that is typed.
    cursor: Option<Position>,
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

/// Draws the model. The frame's size and the model's may differ while the terminal is being resized:
/// nothing is drawn outside either.
pub fn view(model: &Model, store: &Store, dress: &Dress, frame: &mut Frame<'_>) -> HitMap {
    let screen = frame.area();
    frame.buffer_mut().set_style(screen, dress.style(Role::Base));
    let mut canvas = Canvas { model, store, dress, frame, hits: HitMap::default(), cursor: None };
    let layout = model.layout();
    if layout.too_small() {
        canvas.too_small();
    } else if screen.width >= layout.screen.width && screen.height >= layout.screen.height {
        canvas.header(layout.header);
        canvas.list(layout.pane(Pane::List));
        canvas.detail(layout.pane(Pane::Detail));
        canvas.source(layout.pane(Pane::Source));
        canvas.footer(layout.footer);
        canvas.overlay(layout.screen);
    }
    let Canvas { frame, hits, cursor, .. } = canvas;
    if dress.glyphs.ascii {
        ascii::spell_out(frame.buffer_mut(), hits.text().filter(|_| model.overlay.is_none()));
    }
    if let Some(cursor) = cursor.filter(|&c| screen.contains(c)) {
        frame.set_cursor_position(cursor);
    }
    hits
}

impl Canvas<'_, '_> {
    /// Nothing fits: say so in as few words as there is room for.
    fn too_small(&mut self) {
        let area = self.frame.area();
        let text = ["dossier: the window is too small", "too small", "…"];
        if let Some(text) = text.into_iter().find(|t| t.chars().count() <= usize::from(area.width))
            && area.height > 0
        {
            self.writer(Area::new(area.x, area.y + area.height / 2, area.width, 1)).put(text, Role::Base);
        }
    }
}
