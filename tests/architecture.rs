//! One way through the house: every module may know only those below it.

#[path = "source/mod.rs"]
mod source;

use std::fs;
use std::path::Path;

use source::{children_of, room_code, src, without_tests};

/// Each room and the rooms its code may name (besides itself).
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("rules", &["model"]),
    ("lexicon", &["rules", "model"]),
    ("language", &["lexicon", "rules", "model"]),
    ("syntax", &["language", "lexicon", "rules", "model"]),
    ("extract", &["syntax", "lexicon", "language", "rules", "model"]),
    ("ingest", &["model"]),
    ("load", &["ingest", "extract", "model"]),
    ("store", &["lexicon", "rules", "model"]),
    ("explain", &["store", "rules", "model"]),
    ("search", &["store", "model"]),
    ("export", &["search", "explain", "store", "extract", "rules", "model"]),
    ("app", &["search", "explain", "store", "model"]),
    ("keys", &["app"]),
    ("config", &["keys", "app"]),
    ("ui", &["keys", "config", "app", "search", "explain", "store", "model"]),
    (
        "shell",
        &[
            "load", "ui", "keys", "config", "app", "search", "export", "explain", "store", "extract", "ingest",
            "language", "model",
        ],
    ),
    ("train", &["extract", "syntax", "lexicon", "language", "rules", "model"]),
    (
        "cli",
        &[
            "load", "shell", "ui", "keys", "config", "app", "search", "export", "explain", "store", "extract",
            "ingest", "language", "rules", "model",
        ],
    ),
];

/// The rooms of `app` from the lowest up: each may name only those before it. `update` alone changes the model.
const APP_ORDER: &[&str] = &[
    "cells",
    "command",
    "layout",
    "style_role",
    "view",
    "item",
    "background",
    "sparkline",
    "annotations",
    "line_edit",
    "display",
    "filter",
    "labels",
    "wrap",
    "rows",
    "detail",
    "cite",
    "source",
    "history",
    "session",
    "action",
    "overlay",
    "pending",
    "model",
    "update",
];

/// Rooms that may open files, sockets or terminals: the readers and writers of the outside.
const DOES_IO: &[&str] = &["ingest", "shell", "export", "cli", "train", "config"];

/// Rooms that must work without a terminal.
const KNOWS_NO_TERMINAL: &[&str] = &[
    "model", "rules", "ingest", "load", "language", "lexicon", "syntax", "extract", "store", "explain", "search",
    "app", "export", "train",
];

/// True where code names `crate::room`, directly or inside `crate::{room, …}`.
fn names(code: &str, room: &str) -> bool {
    names_below(code, "crate::", room)
}

/// True where code names a room below a path such as `crate::app::`.
fn names_below(code: &str, path: &str, room: &str) -> bool {
    let direct = format!("{path}{room}");
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(&direct).any(|(at, m)| !code[at + m.len()..].starts_with(is_word))
        || code.match_indices(&format!("{path}{{")).any(|(at, m)| {
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
fn the_rooms_of_the_explorer_run_one_way() {
    let mut wrong = Vec::new();
    for (file, code) in room_code("app") {
        let parts: Vec<&str> = file.strip_prefix("app/").unwrap().trim_end_matches(".rs").split('/').collect();
        let room = parts[0];
        if room == "mod" {
            continue;
        }
        let Some(place) = APP_ORDER.iter().position(|r| *r == room) else {
            panic!("app/{room} has no place in the order")
        };
        // From a room's own file or folder, `super` is `app`; a file inside the folder is one step further down.
        let up = if parts.len() < 2 || parts[1] == "mod" { "super::" } else { "super::super::" };
        for other in &APP_ORDER[place + 1..] {
            if names_below(&code, "crate::app::", other) || names_below(&code, up, other) {
                wrong.push(format!("{file} names {other}"));
            }
        }
        for type_of_app in ["Model", "update"] {
            let above = room != "update" && room != "model";
            if above && (names_below(&code, "crate::app::", type_of_app) || names_below(&code, "super::", type_of_app))
            {
                wrong.push(format!("{file} names {type_of_app}"));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms of the explorer may only use those below them:\n{}", wrong.join("\n"));
}

#[test]
fn the_check_sees_both_ways_of_naming_a_room() {
    assert!(names("use crate::store::Store;", "store"));
    assert!(names("use crate::{model::Span, store};", "store"));
    assert!(!names("use crate::storeroom::X;", "store"));
    assert!(!names("use crate::{model::Span};\nlet store = 1;", "store"));
}

#[test]
fn only_test_modules_are_left_out_of_the_check() {
    let (code, declared) = without_tests(concat!(
        "//! use crate::ui;\n",
        "mod rows;\n",
        "#[cfg(test)]\nmod stories;\n",
        "#[cfg(test)]\n#[path = \"t.rs\"]\npub(crate) mod tests;\n",
        "use crate::store::Store;\n",
        "#[cfg(test)]\nuse crate::load::Load;\n",
        "mod inner {\n",
        "    #[cfg(test)]\n    mod tests {\n        use crate::cli;\n    }\n",
        "    use crate::search::Finder;\n",
        "}\n",
        "#[cfg(test)]\nmod more {\n    use crate::shell;\n    fn f() {\n    }\n}\n",
        "use crate::{export, app};\n",
    ));
    assert_eq!(declared, ["stories", "tests"]);
    for room in ["store", "load", "search", "export", "app"] {
        assert!(names(&code, room), "{room} is checked");
    }
    for room in ["ui", "cli", "shell"] {
        assert!(!names(&code, room), "{room} stands in a comment or a test");
    }
}

#[test]
fn files_named_like_rooms_count_as_tests_only_where_they_are_declared_so() {
    assert_eq!(children_of(Path::new("src/store/mod.rs")), Path::new("src/store"));
    assert_eq!(children_of(Path::new("src/store/linking.rs")), Path::new("src/store/linking"));
    let files: Vec<String> = MAY_USE.iter().flat_map(|(room, _)| room_code(room)).map(|(file, _)| file).collect();
    assert!(files.iter().any(|f| f == "store/mod.rs"));
    assert!(!files.iter().any(|f| f == "store/tests.rs"), "declared under #[cfg(test)] in store/mod.rs");
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
