//! Expands paths to items: folders are searched in order of file names, each folder and file once.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::format::Format;
use super::{Item, Reason, seeds};

/// Lists the inputs at the given paths without reading any file: files, the contents of folders in order of file names,
/// `-` for JSON lines on standard input, and the embedded seeds if no path is given. Files that will not be read are
/// listed too, with the reason.
#[must_use]
pub fn plan(paths: &[PathBuf]) -> Vec<Item> {
    if paths.is_empty() {
        return seeds();
    }
    let mut walk = Walk::default();
    for path in paths {
        walk.named(path);
    }
    if walk.items.iter().filter(|i| i.known_skip().is_none()).count() > 1 {
        walk.items.iter_mut().for_each(Item::qualify_lines);
    }
    walk.items
}

#[derive(Default)]
struct Walk {
    items: Vec<Item>,
    ids: HashSet<String>,
    /// Files and folders found so far, with the path under which each was found first.
    met: HashMap<Identity, PathBuf>,
}

/// Identifies a file whatever path leads to it.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(_path: &Path, metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn identity(path: &Path, _metadata: &Metadata) -> Identity {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Walk {
    /// Adds a path that the user named: it is read whatever its name.
    fn named(&mut self, path: &Path) {
        if path.as_os_str() == "-" {
            if self.ids.insert("-".to_owned()) {
                self.items.push(Item::standard_input());
            }
            return;
        }
        let short = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match fs::metadata(path) {
            Err(error) => self.skip(short, path, Reason::from_io(&error)),
            Ok(metadata) if metadata.is_dir() => self.folder(path, path, &metadata),
            Ok(metadata) => {
                let format = match Format::of_name(path) {
                    Format::Unknown => Format::Text,
                    known => known,
                };
                self.file(short, path, &metadata, format);
            }
        }
    }

    fn folder(&mut self, root: &Path, path: &Path, metadata: &Metadata) {
        if let Some(first) = self.met.get(&identity(path, metadata)) {
            let to = first.display().to_string();
            return self.skip(below(root, path), path, Reason::WalkedAlready { to });
        }
        self.met.insert(identity(path, metadata), path.to_owned());
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => return self.skip(below(root, path), path, Reason::from_io(&error)),
        };
        let mut inside = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => inside.push(entry.path()),
                Err(error) => self.skip(below(root, path), path, Reason::from_io(&error)),
            }
        }
        inside.sort_unstable();
        for path in inside {
            self.found_in_folder(root, &path);
        }
    }

    fn found_in_folder(&mut self, root: &Path, path: &Path) {
        let id = below(root, path);
        if path.file_name().is_some_and(is_hidden) {
            return self.skip(id, path, Reason::Hidden);
        }
        match fs::metadata(path) {
            Err(error) => self.skip(id, path, Reason::from_io(&error)),
            Ok(metadata) if metadata.is_dir() => self.folder(root, path, &metadata),
            Ok(metadata) if metadata.is_file() => self.file(id, path, &metadata, Format::of_name(path)),
            Ok(_) => self.skip(id, path, Reason::Special),
        }
    }

    fn file(&mut self, id: String, path: &Path, metadata: &Metadata, format: Format) {
        if let Some(first) = self.met.get(&identity(path, metadata)) {
            let other = first.display().to_string();
            return self.skip(id, path, Reason::SameFile { other });
        }
        self.met.insert(identity(path, metadata), path.to_owned());
        let id = self.unique(id, path);
        self.items.push(Item::file(id, path.to_owned(), metadata.len(), format));
    }

    fn skip(&mut self, id: String, path: &Path, reason: Reason) {
        let id = self.unique(id, path);
        self.items.push(Item::skipped(id, path.to_owned(), reason));
    }

    /// Returns `id`, or the whole path if that id is taken, or the path with a number.
    fn unique(&mut self, id: String, path: &Path) -> String {
        let long = path.to_string_lossy().into_owned();
        let numbered = (2..).map(|n| format!("{long}~{n}"));
        let mut ids = [id, long.clone()].into_iter().chain(numbered);
        ids.find(|id| self.ids.insert(id.clone())).unwrap_or(long)
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// The path relative to `root`, with `/` as the separator; for `root` itself, its own path.
fn below(root: &Path, path: &Path) -> String {
    let rest = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = rest.components().map(|c| c.as_os_str().to_string_lossy()).collect();
    if parts.is_empty() { root.to_string_lossy().into_owned() } else { parts.join("/") }
}
