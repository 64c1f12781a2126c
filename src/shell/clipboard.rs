//! The clipboard: through the terminal (OSC 52), and through a helper program where there is one.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use ratatui::crossterm::Command as _;
use ratatui::crossterm::clipboard::CopyToClipboard;

/// Bytes of the longest text given to the terminal: terminals truncate longer ones or refuse them.
const LONGEST: usize = 74_000;

/// The bytes that ask the terminal to take a text; `None` where the text is too long for one.
pub(super) fn sequence(text: &str) -> Option<Vec<u8>> {
    let mut sequence = String::new();
    let fits = text.len() <= LONGEST;
    (fits && CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence).is_ok()).then(|| sequence.into_bytes())
}

/// Gives a text to the desktop's own program; false where there is none. Over ssh the desktop is
/// another machine's: the terminal alone can reach the right one.
pub(super) fn helper(text: &str) -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|v| !v.is_empty());
    if set("SSH_CONNECTION") || set("SSH_TTY") {
        return false;
    }
    let programs: &[&[&str]] = if cfg!(target_os = "macos") {
        &[&["pbcopy"]]
    } else if set("WAYLAND_DISPLAY") {
        &[&["wl-copy"]]
    } else if set("DISPLAY") {
        &[&["xclip", "-selection", "clipboard"], &["xsel", "--clipboard", "--input"]]
    } else {
        &[]
    };
    programs.iter().any(|program| give(program, text))
}

fn give(program: &[&str], text: &str) -> bool {
    let Some((name, arguments)) = program.split_first() else { return false };
    let child =
        Command::new(name).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else { return false };
    let written = child.stdin.take().is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    written && child.wait().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_carries_the_text_as_base64() {
        assert_eq!(sequence("“Ja”").as_deref(), Some(b"\x1b]52;c;4oCcSmHigJ0=\x1b\\".as_slice()));
        assert_eq!(sequence(&"x".repeat(LONGEST + 1)), None);
    }
}
