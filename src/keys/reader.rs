//! Chords → actions, with the memory that bindings of several keys need.

use super::{Chord, Key, Keymap, Lookup, Mode};
use crate::app::line_edit::Edit;
use crate::app::{Action, Command, Model};

/// Reads chords one after the other.
#[derive(Clone, Debug, Default)]
pub struct KeyReader {
    pending: Vec<Chord>,
}

impl KeyReader {
    /// What a chord means now; `None` where it means nothing, or where more keys are needed.
    pub fn press(&mut self, keymap: &Keymap, model: &Model, chord: Chord) -> Option<Action> {
        if model.waiting.is_some() {
            self.pending.clear();
            return match chord.types() {
                Some(letter) => Some(Action::Letter(letter)),
                None => Some(Action::Run(Command::Cancel)),
            };
        }
        let mode = model.mode();
        self.pending.push(chord);
        match keymap.lookup(mode, &self.pending) {
            Lookup::Command(command) => {
                self.pending.clear();
                Some(Action::Run(command))
            }
            Lookup::Prefix(_) => None,
            Lookup::None if self.pending.len() > 1 => {
                // A key that does not go on breaks the binding off and does nothing else.
                self.pending.clear();
                None
            }
            Lookup::None => {
                self.pending.clear();
                (mode == Mode::Prompt).then(|| edit(chord).map(Action::Edit)).flatten()
            }
        }
    }

    /// Keys pressed of a longer binding.
    #[must_use]
    pub fn pending(&self) -> &[Chord] {
        &self.pending
    }
}

/// What a key does to a line that is typed, as shells have it.
fn edit(chord: Chord) -> Option<Edit> {
    if let Some(c) = chord.types() {
        return Some(Edit::Insert(c));
    }
    Some(match (chord.key, chord.ctrl, chord.alt) {
        (Key::Backspace, false, false) | (Key::Char('h'), true, false) => Edit::Backspace,
        (Key::Char('w'), true, false) | (Key::Backspace, _, _) => Edit::WordBack,
        (Key::Delete, ..) | (Key::Char('d'), true, false) => Edit::Delete,
        (Key::Char('u'), true, false) => Edit::ToStart,
        (Key::Left, ..) | (Key::Char('b'), true, false) => Edit::Left,
        (Key::Right, ..) | (Key::Char('f'), true, false) => Edit::Right,
        (Key::Home, ..) | (Key::Char('a'), true, false) => Edit::Home,
        (Key::End, ..) | (Key::Char('e'), true, false) => Edit::End,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(text: &str) -> Chord {
        text.parse().expect("a key")
    }

    #[test]
    fn letters_are_commands_until_a_line_is_typed() {
        let (keymap, mut reader) = (Keymap::default(), KeyReader::default());
        let mut model = Model::new(80, 24);
        assert_eq!(reader.press(&keymap, &model, chord("j")), Some(Action::Run(Command::Down)));
        let store = crate::store::Store::default();
        crate::app::update(&mut model, &store, Action::Run(Command::FindActor));
        assert_eq!(reader.press(&keymap, &model, chord("j")), Some(Action::Edit(Edit::Insert('j'))));
        assert_eq!(reader.press(&keymap, &model, chord("ctrl-w")), Some(Action::Edit(Edit::WordBack)));
        assert_eq!(reader.press(&keymap, &model, chord("esc")), Some(Action::Run(Command::Cancel)));
    }

    #[test]
    fn a_waiting_command_gets_its_letter_whatever_it_is_bound_to() {
        let (keymap, mut reader) = (Keymap::default(), KeyReader::default());
        let mut model = Model::new(80, 24);
        let store = crate::store::Store::default();
        crate::app::update(&mut model, &store, Action::Run(Command::SetPlace));
        assert_eq!(reader.press(&keymap, &model, chord("q")), Some(Action::Letter('q')));
    }

    #[test]
    fn a_binding_that_is_broken_off_does_nothing() {
        let lines =
            [super::super::Binding { mode: Mode::Normal, keys: "g e".to_owned(), command: "last".to_owned(), line: 1 }];
        let (keymap, _) = Keymap::with_overrides(&lines);
        let (mut reader, model) = (KeyReader::default(), Model::new(80, 24));
        assert_eq!(reader.press(&keymap, &model, chord("g")), None);
        assert_eq!(reader.pending().len(), 1);
        assert_eq!(reader.press(&keymap, &model, chord("j")), None);
        assert_eq!(reader.press(&keymap, &model, chord("j")), Some(Action::Run(Command::Down)));
    }
}
