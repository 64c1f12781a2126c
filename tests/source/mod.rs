//! The source code as tests read it: by room, without comments and tests.

use std::fs;
use std::path::{Path, PathBuf};

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

pub fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The code of every file of a room: without comments, inline test modules, and the files that are declared as test
/// modules. Test code may use any room.
pub fn room_code(room: &str) -> Vec<(String, String)> {
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
pub fn children_of(file: &Path) -> PathBuf {
    if file.file_stem().is_some_and(|s| s == "mod") { file.with_file_name("") } else { file.with_extension("") }
}

/// The lines of a file without comment lines and test modules, and the names of the test modules that have files of
/// their own. Stands on the layout that rustfmt gives: a block closes with a brace at its first line's indentation.
pub fn without_tests(text: &str) -> (String, Vec<String>) {
    let (mut code, mut declared) = (String::new(), Vec::new());
    let mut lines = text.lines().filter(|l| !l.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        let mut kept = vec![line];
        if line.trim() == "#[cfg(test)]" {
            // Other attributes may stand between it and the module.
            for next in lines.by_ref() {
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
