//! One way through the house: every module may know only those below it.

use std::fs;
use std::path::{Path, PathBuf};

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
    ("store", &["rules", "model"]),
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

/// Rooms that may open files, sockets or terminals: the readers and writers of the outside.
const DOES_IO: &[&str] = &["ingest", "shell", "export", "cli", "train", "config"];

/// Rooms that must work without a terminal.
const KNOWS_NO_TERMINAL: &[&str] = &[
    "model", "rules", "ingest", "load", "language", "lexicon", "syntax", "extract", "store", "explain", "search",
    "app", "export", "train",
];

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

/// The code of every file of a room: without comments, inline test modules, and the files that are declared as test
/// modules. Test code may use any room.
fn room_code(room: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    rust_files(&src().join(room), &mut files);
    let read = files.into_iter().map(|path| {
        let (code, tests) = without_tests(&fs::read_to_string(&path).unwrap());
        (path, code, tests)
    });
    let read: Vec<(PathBuf, String, Vec<String>)> = read.collect();
    let declared: Vec<PathBuf> =
        read.iter().flat_map(|(path, _, tests)| tests.iter().map(|name| children_of(path).join(name))).collect();
    let is_test = |path: &Path| declared.iter().any(|d| path == d.with_extension("rs") || path.starts_with(d));
    read.into_iter()
        .filter(|(path, ..)| !is_test(path))
        .map(|(path, code, _)| (path.strip_prefix(src()).unwrap().display().to_string(), code))
        .collect()
}

/// The folder of the modules that a file declares: its own for `mod.rs`, else the one with the file's name.
fn children_of(file: &Path) -> PathBuf {
    if file.file_stem().is_some_and(|s| s == "mod") { file.with_file_name("") } else { file.with_extension("") }
}

/// The lines of a file without comment lines and test modules, and the names of the test modules that have files of
/// their own. Stands on the layout that rustfmt gives: a block closes with a brace at its first line's indentation.
fn without_tests(text: &str) -> (String, Vec<String>) {
    let (mut code, mut declared) = (String::new(), Vec::new());
    let mut lines = text.lines().filter(|l| !l.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        let mut kept = vec![line];
        if line.trim() == "#[cfg(test)]" {
            // Other attributes may stand between it and the module.
            while let Some(next) = lines.next() {
                kept.push(next);
                if !next.trim_start().starts_with("#[") {
                    break;
                }
            }
            let item = kept.last().map_or("", |l| l.trim());
            let module = item.rsplit_once("mod ").filter(|(visibility, _)| {
                visibility.is_empty() || visibility.starts_with("pub") && !visibility.contains('{')
            });
            match module.map(|(_, name)| name) {
                Some(name) if name.ends_with(';') => {
                    declared.push(name.trim_end_matches(';').to_owned());
                    continue;
                }
                Some(name) if name.ends_with('{') => {
                    let indent = line.len() - line.trim_start().len();
                    let close = format!("{}}}", &line[..indent]);
                    lines.by_ref().find(|l| **l == close);
                    continue;
                }
                _ => {}
            }
        }
        for line in kept {
            code.push_str(line);
            code.push('\n');
        }
    }
    (code, declared)
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
