//! One way through the house: every module may know only those below it.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms its code may name (besides itself).
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("rules", &["model"]),
    ("language", &["model"]),
    ("ingest", &["model"]),
    ("extract", &["language", "rules", "model"]),
    ("store", &["extract", "rules", "model"]),
    ("load", &["ingest", "extract", "model"]),
    ("search", &["store", "model"]),
    ("export", &["search", "store", "extract", "model"]),
    ("keys", &["app"]),
    ("config", &["keys", "app"]),
    ("app", &["search", "store", "model"]),
    ("ui", &["keys", "config", "app", "search", "store", "model"]),
    (
        "shell",
        &["load", "ui", "keys", "config", "app", "search", "export", "store", "extract", "ingest", "language", "model"],
    ),
    ("train", &["extract", "language", "model"]),
    (
        "cli",
        &[
            "load", "shell", "ui", "keys", "config", "app", "search", "export", "store", "extract", "ingest",
            "language", "model",
        ],
    ),
];

/// Rooms that may open files, sockets or terminals: the readers and writers of the outside.
const DOES_IO: &[&str] = &["ingest", "shell", "export", "cli", "train", "config"];

/// Rooms that must work without a terminal.
const KNOWS_NO_TERMINAL: &[&str] =
    &["model", "ingest", "language", "extract", "store", "search", "app", "export", "train"];

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The files of a room, those that hold only tests left out, with their code: no comments, and
/// nothing from the first test module on, which may build what it likes.
fn room_code(room: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    rust_files(&src().join(room), &mut files);
    let is_test =
        |p: &Path| p.file_stem().is_some_and(|s| s == "tests") || p.components().any(|c| c.as_os_str() == "tests");
    files.retain(|p| !is_test(p));
    files
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or("").to_owned();
            let code = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            (path.strip_prefix(src()).unwrap().display().to_string(), code)
        })
        .collect()
}

/// True where code names `crate::room`, directly or inside `crate::{room, …}`.
fn names(code: &str, room: &str) -> bool {
    let direct = format!("crate::{room}");
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(&direct).any(|(at, m)| !code[at + m.len()..].starts_with(is_word))
        || code.match_indices("crate::{").any(|(at, m)| {
            let rest = &code[at + m.len()..];
            let group = &rest[..rest.find(';').unwrap_or(rest.len())];
            group.split([',', '{', '}']).any(|part| part.trim().split("::").next() == Some(room))
        })
}

#[test]
fn dependencies_run_one_way() {
    let mut wrong = Vec::new();
    for (room, allowed) in MAY_USE {
        for (file, code) in room_code(room) {
            for (other, _) in MAY_USE.iter().filter(|(other, _)| other != room && !allowed.contains(other)) {
                if names(&code, other) {
                    wrong.push(format!("{file} names {other}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "rooms may only use those below them:\n{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_both_ways_of_naming_a_room() {
    assert!(names("use crate::store::Store;", "store"));
    assert!(names("use crate::{model::Span, store};", "store"));
    assert!(!names("use crate::storeroom::X;", "store"));
    assert!(!names("use crate::{model::Span};\nlet store = 1;", "store"));
}

#[test]
fn every_room_is_listed() {
    for entry in fs::read_dir(src()).unwrap().flatten().filter(|e| e.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(name == "bin" || MAY_USE.iter().any(|(room, _)| *room == name), "src/{name} has no place in the order");
    }
}

#[test]
fn only_the_outer_rooms_do_io() {
    let mut wrong = Vec::new();
    for (room, _) in MAY_USE.iter().filter(|(room, _)| !DOES_IO.contains(room)) {
        for (file, code) in room_code(room) {
            for sign in ["std::fs", "std::net", "std::process", "io::stdout", "io::stdin", "println!"] {
                if code.contains(sign) {
                    wrong.push(format!("{file} uses {sign}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "only {DOES_IO:?} touch the outside:\n{}", wrong.join("\n"));
}

#[test]
fn the_inner_rooms_know_no_terminal() {
    for room in KNOWS_NO_TERMINAL {
        for (file, code) in room_code(room) {
            assert!(!code.contains("ratatui") && !code.contains("crossterm"), "{file} knows the terminal");
        }
    }
}
