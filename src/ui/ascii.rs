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
    ("←‹", "<"),
    ("“”", "\""),
    ("‘’", "'"),
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

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;

    #[test]
    fn signs_are_spelt_out_and_words_are_left() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 9, 2));
        buffer.set_string(0, 0, "╭─ Xi ↔ …", ratatui::style::Style::default());
        buffer.set_string(0, 1, "Café – … ", ratatui::style::Style::default());
        spell_out(&mut buffer, Some(Area::new(0, 1, 9, 1)));
        let row = |y| (0..9).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        assert_eq!(row(0), "+- Xi = ~");
        assert_eq!(row(1), "Café – … ");
    }

    #[test]
    fn no_sign_stands_twice_and_all_are_of_one_column() {
        let mut seen = std::collections::BTreeSet::new();
        for (signs, plain) in SIGNS {
            assert!(plain.is_ascii() && plain.len() == 1);
            assert!(signs.chars().all(|c| seen.insert(c)), "{signs}");
        }
    }
}
