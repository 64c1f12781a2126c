//! Keys and the mouse as lines of a file: what `--record` writes and `--replay` reads.
//!
//! A line is a key as the keymap writes it (`j`, `G`, `enter`, `ctrl-o`, `space`), or what the mouse did
//! with the column and row it pointed at, both from 0 (`@press 12 5`, `@wheel-down 12 5`): that holds for
//! a terminal of the same size. Blank lines and those that begin with `# ` are passed over.

use std::fmt;
use std::str::FromStr;

use super::{Chord, UnknownKey};

/// What a reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Chord),
    /// Something with the mouse.
    Mouse(Pointing),
}

/// What the mouse did, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pointing {
    /// What it did.
    pub touch: Touch,
    /// The column, from 0.
    pub x: u16,
    /// The row, from 0.
    pub y: u16,
}

/// What the mouse can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// Its first button went down.
    Press,
    /// It moved with the button down.
    Drag,
    /// A button was let go.
    Release,
    /// The wheel turned down.
    WheelDown,
    /// The wheel turned up.
    WheelUp,
}

impl Touch {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Press, "@press"),
        (Self::Drag, "@drag"),
        (Self::Release, "@release"),
        (Self::WheelDown, "@wheel-down"),
        (Self::WheelUp, "@wheel-up"),
    ];
}

/// A line of a recording that is no key and nothing that a mouse does.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct RecordingError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: UnknownKey,
}

/// What a recording tells, in order.
///
/// # Errors
/// [`RecordingError`] for the first line that cannot be read.
pub fn parse(text: &str) -> Result<Vec<Input>, RecordingError> {
    let lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.trim()));
    let told = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    told.map(|(line, input)| input.parse().map_err(|error| RecordingError { line, error })).collect()
}

impl FromStr for Input {
    type Err = UnknownKey;

    fn from_str(line: &str) -> Result<Self, UnknownKey> {
        match mouse(line) {
            Some(pointing) => Ok(Self::Mouse(pointing)),
            None => line.parse().map(Self::Key),
        }
    }
}

fn mouse(line: &str) -> Option<Pointing> {
    let mut words = line.split_whitespace();
    let name = words.next()?;
    let (touch, _) = Touch::ALL.into_iter().find(|(_, n)| *n == name)?;
    let (x, y) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    words.next().is_none().then_some(Pointing { touch, x, y })
}

/// A line that [`parse`] reads back, without its end.
impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(chord) => f.write_str(&chord.name()),
            Self::Mouse(Pointing { touch, x, y }) => {
                let name = Touch::ALL.iter().find(|(t, _)| t == touch).map_or("", |(_, name)| name);
                write!(f, "{name} {x} {y}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn remarks_are_passed_over_and_faults_are_told_with_their_line() {
        let keys = parse("# opens Modi\n/\nm\n\nenter\n#\n").expect("keys");
        assert_eq!(keys.iter().map(ToString::to_string).collect::<Vec<_>>(), ["/", "m", "enter", "#"]);
        assert_eq!(parse("j\nentre\n").map_err(|e| e.line), Err(2));
        assert_eq!(parse("@press 3\n").map_err(|e| e.line), Err(1), "where?");
        assert_eq!(parse("@").map(|all| all.len()), Ok(1), "a key");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(key in 0usize..20, c in "[ -~é東]", ctrl: bool, alt: bool, shift: bool) {
            use super::super::Key;
            let c = c.chars().next().unwrap_or('x');
            let named = [Key::Enter, Key::Esc, Key::Tab, Key::Backspace, Key::Delete, Key::Insert, Key::Up, Key::Down,
                Key::Left, Key::Right, Key::Home, Key::End, Key::PageUp, Key::PageDown, Key::F(7)];
            let chord = Chord::new(named.get(key).copied().unwrap_or(Key::Char(c)), ctrl, alt, shift);
            prop_assert_eq!(parse(&Input::Key(chord).to_string()), Ok(vec![Input::Key(chord)]));
        }

        #[test]
        fn so_does_the_mouse(touch in 0usize..5, x: u16, y: u16) {
            let done = Input::Mouse(Pointing { touch: Touch::ALL[touch].0, x, y });
            prop_assert_eq!(parse(&done.to_string()), Ok(vec![done]));
        }
    }
}
