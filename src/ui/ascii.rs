//! The signs of the program in ASCII, for fonts and terminals that have no others.

use ratatui::buffer::Buffer;

use crate::app::layout::Area;

/// Signs that frames, lists and charts are drawn with, and what stands for each.
const SIGNS: &[(&str, &str)] = &[
    ("▁▂", "."),
    ("▃▄", ":"),
    ("▅▆", "+"),
    ("▇█", "#"),
    ("░▒▓", "x"),
    ("✕", "x"),
    ("×", "x"),
    ("±", "~"),
    ("≠", "!"),
    ("≥", ">"),
    ("…⋯", "~"),
    ("⋮", ":"),
    ("·", "."),
    ("•", "*"),
    ("─—–−", "-"),
    ("│▏▎▌┃", "|"),
    ("╭╮╰╯└┌┐┘├┤┬┴┼", "+"),
    ("╲", "\\"),
    ("→›▸", ">"),
    ("↔⇄", "="),
    ("▲↑", "^"),
    ("▼▾↓", "v"),
    ("●✓", "*"),
    ("○◦", "o"),
    ("◌", "?"),
    ("✗", "x"),
    ("¶", "#"),
    ("←", "<"),
];

/// Draws the program's own signs in ASCII, wherever they stand but in an article's `text`: its words
/// are shown as they are.
pub(super) fn spell_out(buffer: &mut Buffer, text: Option<Area>) {
    let area = buffer.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            if text.is_some_and(|t| t.contains(x, y)) {
                continue;
            }
            let cell = &mut buffer[(x, y)];
            let symbol = cell.symbol();
            if !symbol.is_ascii()
                && let Some((_, plain)) = SIGNS.iter().find(|(signs, _)| signs.contains(symbol))
            {
                cell.set_symbol(plain);
            }
        }
    }
}
