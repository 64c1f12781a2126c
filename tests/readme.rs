//! The README's tables are those of the program. `UPDATE_README=1 cargo test --test readme` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use dossier::keys::{Keymap, table};
use dossier::store::query;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Compares what stands between a part's marks with what the program says.
fn check(part: &str, expected: &str) {
    let readme = fs::read_to_string(path()).unwrap();
    let (open, close) = (format!("<!-- {part} -->\n"), format!("<!-- end of {part} -->"));
    let (before, rest) = readme.split_once(&open).unwrap_or_else(|| panic!("README.md has no {open}"));
    let (found, after) = rest.split_once(&close).unwrap_or_else(|| panic!("README.md has no {close}"));
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path(), format!("{before}{open}{expected}{close}{after}")).unwrap();
    } else {
        assert_eq!(found, expected, "README.md lags behind; UPDATE_README=1 cargo test --test readme mends it");
    }
}

#[test]
fn the_tables_are_the_programs() {
    check("keys", &table::markdown(&Keymap::default()));
    let mut terms = String::from("| term | finds |\n|---|---|\n");
    for key in &query::KEYS {
        let _ = writeln!(terms, "| `{}` | {} |", key.example, key.meaning);
    }
    check("terms", &terms);
}

#[test]
fn the_two_commands_are_there() {
    let readme = fs::read_to_string(path()).unwrap();
    assert!(readme.contains("cargo run --release") && readme.contains("cargo test"));
}
