//! A theme as the terminal library's styles, with all else that decides how things look.

use ratatui::style::{Color, Modifier, Style};

use crate::app::style_role::Role;
use crate::config::Theme;
use crate::config::theme::{Colour, Look};
use crate::keys::{Chord, Keymap, Lookup};

/// The clothes of a frame: styles, glyphs, and the keymap that hints are made from.
#[derive(Clone, Debug)]
pub struct Dress {
    styles: Vec<Style>,
    /// The theme's name.
    pub theme: &'static str,
    /// The keys that hints show.
    pub keymap: Keymap,
    /// Keys pressed of a longer binding, and what may follow.
    pub pending: Option<(Vec<Chord>, Lookup)>,
    /// Characters of frames and signs.
    pub glyphs: Glyphs,
}

/// Characters of frames and signs.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)] // the fields' names say what they draw
pub struct Glyphs {
    pub across: &'static str,
    pub down: &'static str,
    pub corners: [&'static str; 4],
    pub thumb: &'static str,
    pub selected: &'static str,
    pub selected_idle: &'static str,
    pub in_view: &'static str,
    pub mark: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub child: &'static str,
    pub times: &'static str,
    pub differs: &'static str,
    pub cooperation: &'static str,
    pub conflict: &'static str,
    pub gap: &'static str,
    pub pointer: &'static str,
    pub ascii: bool,
}

impl Glyphs {
    const BOX: Self = Self {
        across: "─",
        down: "│",
        corners: ["╭", "╮", "╰", "╯"],
        thumb: "┃",
        selected: "▌",
        selected_idle: "▏",
        in_view: "▎",
        mark: "✓",
        folded: "▸",
        unfolded: "▾",
        child: "╰",
        times: "×",
        differs: "≠",
        cooperation: "█",
        conflict: "▒",
        gap: "⋮",
        pointer: "▲",
        ascii: false,
    };
    const ASCII: Self = Self {
        across: "-",
        down: "|",
        corners: ["+", "+", "+", "+"],
        thumb: "#",
        selected: ">",
        selected_idle: "-",
        in_view: "|",
        mark: "*",
        folded: "+",
        unfolded: "-",
        child: "`",
        times: "x",
        differs: "!",
        cooperation: "=",
        conflict: "x",
        gap: ":",
        pointer: "^",
        ascii: true,
    };
}

impl Dress {
    /// Clothes of a theme and a keymap; frames of `-`, `|` and `+` where `ascii`.
    #[must_use]
    pub fn new(theme: &Theme, keymap: Keymap, ascii: bool) -> Self {
        let styles = Role::ALL.iter().map(|&r| style(theme.look(r))).collect();
        let glyphs = if ascii { Glyphs::ASCII } else { Glyphs::BOX };
        Self { styles, theme: theme.name, keymap, pending: None, glyphs }
    }

    /// The same clothes in another theme.
    #[must_use]
    pub fn with_theme(&self, theme: &Theme) -> Self {
        let styles = Role::ALL.iter().map(|&r| style(theme.look(r))).collect();
        Self { styles, theme: theme.name, ..self.clone() }
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }
}

fn style(look: Look) -> Style {
    let colour = |c: Colour| match c {
        Colour::Indexed(n) => Color::Indexed(n),
        Colour::Rgb(r, g, b) => Color::Rgb(r, g, b),
    };
    let signs = [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.reverse, Modifier::REVERSED),
    ];
    let modifiers = signs.into_iter().filter(|(on, _)| *on).fold(Modifier::empty(), |all, (_, m)| all | m);
    let mut style = Style::default().add_modifier(modifiers);
    style.fg = look.fg.map(colour);
    style.bg = look.bg.map(colour);
    style
}
