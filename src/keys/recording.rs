//! Keys as lines of a file: what `--record` writes and `--replay` reads.
//!
//! A line is a key as the keymap writes it (`j`, `G`, `enter`, `ctrl-o`, `space`). Blank lines and
//! those that begin with `# ` are passed over.

use super::{Chord, UnknownKey};

/// A line of a recording that is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct RecordingError {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub error: UnknownKey,
}

/// The keys of a recording, in order.
///
/// # Errors
/// [`RecordingError`] for the first line that is no key.
pub fn parse(text: &str) -> Result<Vec<Chord>, RecordingError> {
    let lines = text.lines().enumerate().map(|(i, line)| (i + 1, line.trim()));
    let keys = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    keys.map(|(line, key)| key.parse().map_err(|error| RecordingError { line, error })).collect()
}

/// A key as a line that [`parse`] reads back, without its line end.
#[must_use]
pub fn line(chord: Chord) -> String {
    chord.name()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn remarks_are_passed_over_and_faults_are_told_with_their_line() {
        let keys = parse("# opens Modi\n/\nm\n\nenter\n#\n").expect("keys");
        assert_eq!(keys.iter().map(ToString::to_string).collect::<Vec<_>>(), ["/", "m", "Enter", "#"]);
        assert_eq!(parse("j\nentre\n").map_err(|e| e.line), Err(2));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(key in 0usize..20, c in "[ -~é東]", ctrl: bool, alt: bool, shift: bool) {
            use super::super::Key;
            let c = c.chars().next().unwrap_or('x');
            let named = [Key::Enter, Key::Esc, Key::Tab, Key::Backspace, Key::Delete, Key::Insert, Key::Up, Key::Down,
                Key::Left, Key::Right, Key::Home, Key::End, Key::PageUp, Key::PageDown, Key::F(7)];
            let chord = Chord::new(named.get(key).copied().unwrap_or(Key::Char(c)), ctrl, alt, shift);
            prop_assert_eq!(parse(&line(chord)), Ok(vec![chord]));
        }
    }
}
