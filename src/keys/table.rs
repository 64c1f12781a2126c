//! The keys as text: what the README, the man page and the help list print.

use std::fmt::Write;

use super::{Keymap, Mode};
use crate::app::command::{Command, Group};

/// One command with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its keys, the one that hints show first; empty where it has none.
    pub keys: Vec<String>,
}

/// Every command with its keys, in the order of the help.
#[must_use]
pub fn entries(keymap: &Keymap) -> Vec<Entry> {
    Command::ALL
        .iter()
        .map(|&command| Entry { command, keys: keymap.keys_of(Mode::Normal, command).map(|k| k.to_string()).collect() })
        .collect()
}

/// The key table of the README: Markdown, one row a command.
#[must_use]
pub fn markdown(keymap: &Keymap) -> String {
    let mut out = String::from("| keys | what it does |\n|---|---|\n");
    for entry in entries(keymap) {
        let keys: Vec<String> = entry.keys.iter().map(|k| format!("`{}`", k.replace('|', "\\|"))).collect();
        let _ = writeln!(out, "| {} | {} |", keys.join(" "), entry.command.doc());
    }
    out
}

/// The keys as plain text, grouped: the man page's section and `--help`'s.
#[must_use]
pub fn plain(keymap: &Keymap) -> String {
    let all = entries(keymap);
    let mut out = String::new();
    for group in Group::ALL {
        let _ = writeln!(out, "{}", group.name());
        for entry in all.iter().filter(|e| e.command.group() == group) {
            let _ = writeln!(out, "  {:<22} {}", entry.keys.join(" "), entry.command.doc());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_tables_tell_every_command() {
        let keymap = Keymap::default();
        let (md, text) = (markdown(&keymap), plain(&keymap));
        for command in Command::ALL {
            assert!(md.contains(command.doc()), "{command} is not in the README's table");
            assert!(text.contains(command.doc()), "{command} is not in the manual's");
        }
        assert!(md.contains("| `H` `Ctrl-o` |"), "{md}");
    }
}
