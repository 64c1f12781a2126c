//! One key press, whatever terminal library read it.

use std::fmt::{self, Write};
use std::str::FromStr;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the variants are the keys' own names
pub enum Key {
    /// A character as typed, case and all.
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers. Shift is part of a character ("G"), and kept apart only for other keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Control held.
    pub ctrl: bool,
    /// Alt (Meta) held.
    pub alt: bool,
    /// Shift held, for keys that are no characters.
    pub shift: bool,
}

impl Chord {
    /// A key as the terminal told it, brought into the one form that bindings use: shifted letters
    /// come as "g" with Shift or as "G" depending on the terminal, and Shift-Tab has two names.
    #[must_use]
    pub fn new(key: Key, ctrl: bool, alt: bool, shift: bool) -> Self {
        match key {
            Key::Char(c) if shift && !ctrl && c.is_lowercase() => {
                let mut upper = c.to_uppercase();
                let c = match (upper.next(), upper.next()) {
                    (Some(u), None) => u,
                    _ => c,
                };
                Self { key: Key::Char(c), ctrl, alt, shift: false }
            }
            // Control makes no difference between cases on plain terminals.
            Key::Char(c) if ctrl => Self { key: Key::Char(c.to_ascii_lowercase()), ctrl, alt, shift: false },
            Key::Char(_) => Self { key, ctrl, alt, shift: false },
            _ => Self { key, ctrl, alt, shift },
        }
    }

    /// A key alone.
    #[must_use]
    pub fn plain(key: Key) -> Self {
        Self::new(key, false, false, false)
    }

    /// As keymaps and recordings write it: `ctrl-o`, `shift-tab`, `space`, `G`.
    #[must_use]
    pub fn name(self) -> String {
        let mut out = String::new();
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                out.push_str(name);
            }
        }
        match self.key {
            Key::F(n) => {
                let _ = write!(out, "f{n}");
            }
            key => match (NAMES.iter().find(|(_, k)| *k == key), key) {
                // A hyphen alone is read as itself; after a modifier too.
                (Some((name, _)), _) if key != Key::Char('-') => out.push_str(name),
                (_, Key::Char(c)) => out.push(c),
                _ => {}
            },
        }
        out
    }

    /// The character it types into a text field, if it types one.
    #[must_use]
    pub fn types(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl && !self.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }
}

const NAMES: [(&str, Key); 22] = [
    ("enter", Key::Enter),
    ("return", Key::Enter),
    ("esc", Key::Esc),
    ("escape", Key::Esc),
    ("tab", Key::Tab),
    ("backspace", Key::Backspace),
    ("bs", Key::Backspace),
    ("delete", Key::Delete),
    ("del", Key::Delete),
    ("insert", Key::Insert),
    ("up", Key::Up),
    ("down", Key::Down),
    ("left", Key::Left),
    ("right", Key::Right),
    ("home", Key::Home),
    ("end", Key::End),
    ("pageup", Key::PageUp),
    ("pgup", Key::PageUp),
    ("pagedown", Key::PageDown),
    ("pgdn", Key::PageDown),
    ("space", Key::Char(' ')),
    ("minus", Key::Char('-')),
];

/// A key's name that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key: write a character, or a name like enter, pgdn, f5, with ctrl-, alt-, shift- before it")]
pub struct UnknownKey(String);

impl FromStr for Chord {
    type Err = UnknownKey;

    /// Reads `j`, `G`, `ctrl-o`, `alt-enter`, `shift-tab`, `f1`, `space`.
    fn from_str(s: &str) -> Result<Self, UnknownKey> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = s;
        loop {
            let lower = rest.to_ascii_lowercase();
            let (flag, len) = match () {
                () if lower.starts_with("ctrl-") => (&mut ctrl, 5),
                () if lower.starts_with("c-") => (&mut ctrl, 2),
                () if lower.starts_with("alt-") => (&mut alt, 4),
                () if lower.starts_with("a-") => (&mut alt, 2),
                () if lower.starts_with("shift-") => (&mut shift, 6),
                () if lower.starts_with("s-") => (&mut shift, 2),
                () => break,
            };
            if rest.len() == len {
                break;
            }
            *flag = true;
            rest = &rest[len..];
        }
        let mut chars = rest.chars();
        let key = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() => Key::Char(c),
            _ => {
                let lower = rest.to_ascii_lowercase();
                let function = lower.strip_prefix('f').and_then(|n| n.parse().ok()).filter(|n| (1..=24).contains(n));
                NAMES
                    .iter()
                    .find(|(name, _)| *name == lower)
                    .map(|(_, key)| *key)
                    .or(function.map(Key::F))
                    .ok_or_else(|| UnknownKey(s.to_owned()))?
            }
        };
        Ok(Self::new(key, ctrl, alt, shift))
    }
}

impl fmt::Display for Chord {
    /// As people write it: `Ctrl-o`, `Shift-Tab`, `Space`, `G`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("Shift-")?;
        }
        match self.key {
            Key::Char(' ') => f.write_str("Space"),
            Key::Char(c) => write!(f, "{c}"),
            Key::F(n) => write!(f, "F{n}"),
            Key::Enter => f.write_str("Enter"),
            Key::Esc => f.write_str("Esc"),
            Key::Tab => f.write_str("Tab"),
            Key::Backspace => f.write_str("Backspace"),
            Key::Delete => f.write_str("Delete"),
            Key::Insert => f.write_str("Insert"),
            Key::Up => f.write_str("↑"),
            Key::Down => f.write_str("↓"),
            Key::Left => f.write_str("←"),
            Key::Right => f.write_str("→"),
            Key::Home => f.write_str("Home"),
            Key::End => f.write_str("End"),
            Key::PageUp => f.write_str("PgUp"),
            Key::PageDown => f.write_str("PgDn"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_shifted_letter_are_one_key() {
        assert_eq!(Chord::new(Key::Char('g'), false, false, true), Chord::plain(Key::Char('G')));
        assert_eq!(Chord::new(Key::Char('G'), false, false, true), Chord::plain(Key::Char('G')));
    }

    #[test]
    fn names_of_keys_are_read_in_their_usual_spellings() {
        for (text, shown) in [
            ("C-o", "Ctrl-o"),
            ("ctrl-O", "Ctrl-o"),
            ("S-tab", "Shift-Tab"),
            ("space", "Space"),
            ("-", "-"),
            ("ctrl--", "Ctrl--"),
            ("alt-enter", "Alt-Enter"),
            ("f12", "F12"),
            ("\"", "\""),
            ("é", "é"),
        ] {
            assert_eq!(text.parse::<Chord>().map(|c| c.to_string()), Ok(shown.to_owned()), "{text}");
        }
        for wrong in ["", "f0", "f99", "ctrl-", "entr"] {
            assert!(wrong.parse::<Chord>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_plain_characters_type() {
        assert_eq!("x".parse::<Chord>().ok().and_then(Chord::types), Some('x'));
        assert_eq!("ctrl-x".parse::<Chord>().ok().and_then(Chord::types), None);
        assert_eq!("enter".parse::<Chord>().ok().and_then(Chord::types), None);
    }
}
