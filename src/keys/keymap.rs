//! Which keys run which command: a trie of chords for each mode.

use std::collections::BTreeMap;
use std::fmt;

use toml::de::{DeTable, DeValue};

use super::{Chord, UnknownKey, section};
use crate::app::command::{Command, UnknownCommand};
pub use crate::app::model::Mode;

const DEFAULTS: &str = include_str!("../../assets/keymap.toml");

/// One line of a keymap as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The table it stands in.
    pub mode: Mode,
    /// The keys, with blanks between them ("g e").
    pub keys: String,
    /// A command's name, or "none".
    pub command: String,
    /// The line of the file it stands on, from 1.
    pub line: usize,
}

/// Why a keymap cannot be used as it is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// Not the keymap's form.
    #[error("line {line}: {what}")]
    Form {
        /// The line.
        line: usize,
        /// What is wrong, and what belongs there.
        what: String,
    },
    /// A key that does not exist.
    #[error("line {line}: {error}")]
    Key {
        /// The line.
        line: usize,
        /// What is wrong with it.
        error: UnknownKey,
    },
    /// A command that does not exist.
    #[error("line {line}: {error}")]
    Command {
        /// The line.
        line: usize,
        /// What is wrong with it.
        error: UnknownCommand,
    },
    /// Two bindings that cannot both be reached.
    #[error("line {line}: {keys} ({command}) {what}")]
    Conflict {
        /// The line.
        line: usize,
        /// The keys.
        keys: String,
        /// The command that cannot be reached.
        command: String,
        /// What stands in its way.
        what: String,
    },
}

impl KeymapError {
    /// What is no TOML, on one line, with the place.
    fn of(text: &str, error: &toml::de::Error) -> Self {
        let before = text.get(..error.span().map_or(0, |s| s.start)).unwrap_or_default();
        Self::Form { line: 1 + before.matches('\n').count(), what: error.message().to_owned() }
    }
}

#[derive(Clone, Debug)]
enum Node {
    Command(Command),
    Branch(BTreeMap<Chord, Node>),
}

/// What a run of chords means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// It runs this.
    Command(Command),
    /// More keys are needed: these may follow.
    Prefix(Vec<(Chord, Option<Command>)>),
    /// Nothing.
    None,
}

/// The bindings of all modes.
#[derive(Clone, Debug)]
pub struct Keymap {
    tries: [BTreeMap<Chord, Node>; 2],
    /// Keys in the order they were written, user's lines first: the first of a command is the one shown.
    order: Vec<(Mode, Vec<Chord>, Command)>,
}

impl Default for Keymap {
    /// The embedded keymap.
    fn default() -> Self {
        let (keymap, errors) = Self::with_overrides(&[]);
        debug_assert!(errors.is_empty(), "{errors:?}");
        keymap
    }
}

impl Keymap {
    /// The lines of a keymap file, in its order, and what cannot be read of it.
    #[must_use]
    pub fn parse(text: &str) -> (Vec<Binding>, Vec<KeymapError>) {
        match DeTable::parse(text) {
            Ok(table) => section::bindings(text, &DeValue::Table(table.into_inner()), 0),
            Err(error) => (Vec::new(), vec![KeymapError::of(text, &error)]),
        }
    }

    /// The embedded keymap with a user's lines laid over it, and what is wrong with those. A line
    /// that is wrong is left out; the rest holds.
    #[must_use]
    pub fn with_overrides(overrides: &[Binding]) -> (Self, Vec<KeymapError>) {
        let mut errors = Vec::new();
        let (defaults, faults) = Self::parse(DEFAULTS);
        errors.extend(faults);
        let mut map = Self { tries: [BTreeMap::new(), BTreeMap::new()], order: Vec::new() };
        let mut taken: Vec<(Mode, Vec<Chord>)> = Vec::new();
        for binding in overrides {
            match read(binding) {
                Ok((keys, command)) => {
                    if let Err(what) = map.insert(binding.mode, &keys, command) {
                        errors.push(conflict(binding, what));
                        continue;
                    }
                    taken.push((binding.mode, keys));
                }
                Err(e) => errors.push(e),
            }
        }
        for binding in &defaults {
            match read(binding) {
                Ok((keys, command)) => {
                    // A user's key hides the default on the same keys, and those it shortens or extends.
                    let hidden =
                        taken.iter().any(|(m, t)| *m == binding.mode && (t.starts_with(&keys) || keys.starts_with(t)));
                    if !hidden && let Err(what) = map.insert(binding.mode, &keys, command) {
                        errors.push(conflict(binding, what));
                    }
                }
                Err(e) => errors.push(e),
            }
        }
        (map, errors)
    }

    fn insert(&mut self, mode: Mode, keys: &[Chord], command: Option<Command>) -> Result<(), String> {
        let Some(command) = command else { return Ok(()) };
        let Some((last, path)) = keys.split_last() else { return Ok(()) };
        let mut node = &mut self.tries[mode as usize];
        for chord in path {
            match node.entry(*chord).or_insert_with(|| Node::Branch(BTreeMap::new())) {
                Node::Branch(next) => node = next,
                Node::Command(c) => return Err(format!("cannot be reached: {chord} alone already runs `{c}`")),
            }
        }
        match node.get(last) {
            None => {}
            Some(Node::Command(c)) => return Err(format!("is already bound to `{c}`")),
            Some(Node::Branch(_)) => return Err("is the beginning of longer bindings".to_owned()),
        }
        node.insert(*last, Node::Command(command));
        self.order.push((mode, keys.to_vec(), command));
        Ok(())
    }

    /// What the chords pressed so far mean.
    #[must_use]
    pub fn lookup(&self, mode: Mode, chords: &[Chord]) -> Lookup {
        let mut node = &self.tries[mode as usize];
        for (i, chord) in chords.iter().enumerate() {
            match node.get(chord) {
                Some(Node::Branch(next)) => node = next,
                Some(Node::Command(c)) if i + 1 == chords.len() => return Lookup::Command(*c),
                _ => return Lookup::None,
            }
        }
        let follow = |n: &Node| match n {
            Node::Command(c) => Some(*c),
            Node::Branch(_) => None,
        };
        Lookup::Prefix(node.iter().map(|(c, n)| (*c, follow(n))).collect())
    }

    /// All keys of a command, the shown one first.
    pub fn keys_of(&self, mode: Mode, command: Command) -> impl Iterator<Item = Keys<'_>> {
        self.order.iter().filter(move |(m, _, c)| *m == mode && *c == command).map(|(_, keys, _)| Keys(keys))
    }

    /// The key that hints show for a command; `None` where it has none.
    #[must_use]
    pub fn key_of(&self, mode: Mode, command: Command) -> Option<String> {
        self.keys_of(mode, command).next().map(|k| k.to_string())
    }
}

/// A run of chords, printed with blanks between them.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a>(&'a [Chord]);

impl fmt::Display for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, chord) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            chord.fmt(f)?;
        }
        Ok(())
    }
}

fn read(binding: &Binding) -> Result<(Vec<Chord>, Option<Command>), KeymapError> {
    let line = binding.line;
    // A blank alone is the space key's own character.
    let words = if binding.keys == " " { "space" } else { &binding.keys };
    let keys: Result<Vec<Chord>, UnknownKey> = words.split_whitespace().map(str::parse).collect();
    let keys = keys.map_err(|error| KeymapError::Key { line, error })?;
    if keys.is_empty() {
        let error = binding.keys.parse::<Chord>().err();
        let form = KeymapError::Form { line, what: "a binding begins with a key".to_owned() };
        return Err(error.map_or(form, |error| KeymapError::Key { line, error }));
    }
    let command = match binding.command.as_str() {
        "none" => None,
        name => Some(name.parse().map_err(|error| KeymapError::Command { line, error })?),
    };
    Ok((keys, command))
}

fn conflict(binding: &Binding, what: String) -> KeymapError {
    KeymapError::Conflict { line: binding.line, keys: binding.keys.clone(), command: binding.command.clone(), what }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(keys: &str, command: &str) -> Binding {
        Binding { mode: Mode::Normal, keys: keys.to_owned(), command: command.to_owned(), line: 1 }
    }

    fn press(map: &Keymap, keys: &str) -> Lookup {
        let chords: Vec<Chord> = keys.split(' ').map(|k| k.parse().expect("a key")).collect();
        map.lookup(Mode::Normal, &chords)
    }

    #[test]
    fn the_embedded_keymap_has_no_faults_and_reaches_every_command() {
        let (map, errors) = Keymap::with_overrides(&[]);
        assert_eq!(errors, []);
        for command in Command::ALL {
            assert!(map.key_of(Mode::Normal, *command).is_some(), "no key runs {command}");
        }
    }

    #[test]
    fn a_users_line_takes_the_key_from_its_default() {
        let (map, errors) = Keymap::with_overrides(&[line("q", "help"), line("j", "none")]);
        assert_eq!(errors, []);
        assert_eq!(press(&map, "q"), Lookup::Command(Command::Help));
        assert_eq!(press(&map, "j"), Lookup::None);
        assert_eq!(press(&map, "ctrl-c"), Lookup::Command(Command::Quit));
        assert_eq!(map.key_of(Mode::Normal, Command::Quit).as_deref(), Some("Ctrl-c"));
    }

    #[test]
    fn longer_bindings_wait_for_their_next_key() {
        let (map, errors) = Keymap::with_overrides(&[line("g g", "first"), line("g e", "last")]);
        assert_eq!(errors, []);
        assert!(matches!(press(&map, "g"), Lookup::Prefix(next) if next.len() == 2));
        assert_eq!(press(&map, "g e"), Lookup::Command(Command::Last));
        assert_eq!(press(&map, "g x"), Lookup::None);
        assert_eq!(map.keys_of(Mode::Normal, Command::Last).next().map(|k| k.to_string()).as_deref(), Some("g e"));
    }

    #[test]
    fn conflicts_unknown_keys_and_unknown_commands_are_reported_with_their_line() {
        let lines = [line("g", "first"), line("g e", "last"), line("ctrl-x", "quitt"), line("hyper-x", "quit")];
        let (map, errors) = Keymap::with_overrides(&lines);
        let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(text.len(), 3, "{text:?}");
        assert!(text[0].contains("g alone already runs `first`"), "{text:?}");
        assert!(text[1].contains("did you mean `quit`"), "{text:?}");
        assert!(text[2].contains("hyper-x"), "{text:?}");
        assert_eq!(press(&map, "g"), Lookup::Command(Command::First), "the rest of the keymap holds");
    }
}
