//! One input: an embedded article, a file, a stream, or something known to be unreadable.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::decode::{Decoded, decode};
use super::format::{self, Format};
use super::{LONGEST_ARTICLE, Lines, Read, Reason, Skipped, front_matter};
use crate::model::{Article, Origin};

/// One input, of which only the place and the size are known.
#[derive(Clone, Debug)]
pub struct Item {
    /// Unique and the same in every run: the path relative to the given folder, with `/` as the separator.
    pub id: String,
    /// Size in bytes, for progress; 0 if unknown (standard input).
    pub bytes: u64,
    kind: Kind,
}

#[derive(Clone, Debug)]
enum Kind {
    Embedded(&'static str),
    Text(PathBuf),
    JsonLines { path: PathBuf, prefix: String },
    StandardInput { prefix: String },
    Skipped(Skipped),
}

impl Item {
    pub(super) fn embedded(name: &'static str, text: &'static str) -> Self {
        Self { id: name.to_owned(), bytes: text.len() as u64, kind: Kind::Embedded(text) }
    }

    pub(super) fn file(id: String, path: PathBuf, bytes: u64, format: Format) -> Self {
        let kind = match format {
            Format::Text => Kind::Text(path),
            Format::JsonLines => Kind::JsonLines { path, prefix: String::new() },
            Format::Later(format) => return Self::skipped(id, path, Reason::Unsupported { format }),
            Format::Unknown => return Self::skipped(id, path, Reason::UnknownKind),
        };
        Self { id, bytes, kind }
    }

    pub(super) fn standard_input() -> Self {
        Self { id: "-".to_owned(), bytes: 0, kind: Kind::StandardInput { prefix: String::new() } }
    }

    pub(super) fn skipped(id: String, path: PathBuf, reason: Reason) -> Self {
        let skipped = Skipped { id: id.clone(), path: Some(path), line: None, reason };
        Self { id, bytes: 0, kind: Kind::Skipped(skipped) }
    }

    /// Prefixes the ids of its lines with the item's id, to keep them unique among several inputs.
    pub(super) fn qualify_lines(&mut self) {
        if let Kind::JsonLines { prefix, .. } | Kind::StandardInput { prefix } = &mut self.kind {
            *prefix = format!("{}#", self.id);
        }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.kind {
            Kind::Text(path) | Kind::JsonLines { path, .. } => Some(path),
            Kind::Skipped(skipped) => skipped.path.as_deref(),
            Kind::Embedded(_) | Kind::StandardInput { .. } => None,
        }
    }

    /// Why it will not be read, if that is known without reading it.
    #[must_use]
    pub fn known_skip(&self) -> Option<&Skipped> {
        match &self.kind {
            Kind::Skipped(skipped) => Some(skipped),
            _ => None,
        }
    }

    /// Reads it lazily: one article for a text, one per line of a stream.
    #[must_use]
    pub fn read(&self) -> Reads {
        let one = |read| Reads { kind: ReadsKind::One(Some(read)), bytes: self.bytes };
        match &self.kind {
            Kind::Embedded(text) => one(Read::Article(Article::from_text(&self.id, text))),
            Kind::Text(path) => one(self.read_text(path)),
            Kind::Skipped(skipped) => one(Read::Skipped(skipped.clone())),
            Kind::JsonLines { path, prefix } => match File::open(path) {
                Err(error) => one(self.skip(path, Reason::from_io(&error))),
                Ok(file) => {
                    let mut file = BufReader::new(file);
                    if file.fill_buf().is_ok_and(format::is_own_output) {
                        return one(self.skip(path, Reason::OwnOutput));
                    }
                    Reads::lines(Box::new(file), Some(path.clone()), prefix.clone())
                }
            },
            Kind::StandardInput { prefix } => {
                Reads::lines(Box::new(BufReader::new(std::io::stdin())), None, prefix.clone())
            }
        }
    }

    fn skip(&self, path: &Path, reason: Reason) -> Read {
        Read::Skipped(Skipped { id: self.id.clone(), path: Some(path.to_owned()), line: None, reason })
    }

    fn read_text(&self, path: &Path) -> Read {
        match bytes_of(path, self.bytes).and_then(|bytes| self.article(path, bytes)) {
            Ok(article) => Read::Article(article),
            Err(reason) => self.skip(path, reason),
        }
    }

    fn article(&self, path: &Path, bytes: Vec<u8>) -> Result<Article, Reason> {
        if let Some(format) = Format::of_bytes(&bytes) {
            return Err(Reason::Unsupported { format });
        }
        if format::is_own_output(&bytes) {
            return Err(Reason::OwnOutput);
        }
        let Decoded { mut text, mut shift, exact, note } = decode(bytes)?;
        let front = front_matter::read(&text).unwrap_or_default();
        text.drain(..front.len);
        if text.trim().is_empty() {
            return Err(Reason::Blank);
        }
        if exact {
            shift += front.len;
        }
        Ok(Article {
            id: self.id.clone(),
            doc: path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            origin: Origin::File { path: path.to_owned(), shift: shift as u32, exact },
            title: front.title,
            source: front.source,
            published: front.published,
            text: Arc::from(text),
            notes: note.into_iter().collect(),
        })
    }
}

/// Reads a file, up to the limit for one article. The size known beforehand is only a hint: files grow, and pipes
/// have none.
fn bytes_of(path: &Path, size: u64) -> Result<Vec<u8>, Reason> {
    let too_large = Reason::TooLarge { limit: LONGEST_ARTICLE >> 20 };
    if size > LONGEST_ARTICLE {
        return Err(too_large);
    }
    let file = File::open(path).map_err(|e| Reason::from_io(&e))?;
    let mut bytes = Vec::with_capacity(size as usize + 1);
    file.take(LONGEST_ARTICLE + 1).read_to_end(&mut bytes).map_err(|e| Reason::from_io(&e))?;
    if bytes.len() as u64 > LONGEST_ARTICLE { Err(too_large) } else { Ok(bytes) }
}

/// The articles and skipped inputs of one item, in order.
pub struct Reads {
    kind: ReadsKind,
    bytes: u64,
}

enum ReadsKind {
    One(Option<Read>),
    Lines(Box<Lines<Box<dyn BufRead + Send>>>),
}

impl Reads {
    fn lines(input: Box<dyn BufRead + Send>, path: Option<PathBuf>, prefix: String) -> Self {
        Self { kind: ReadsKind::Lines(Box::new(Lines::new(input, path, prefix))), bytes: 0 }
    }

    /// Number of bytes of the item consumed so far.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        match &self.kind {
            ReadsKind::One(Some(_)) => 0,
            ReadsKind::One(None) => self.bytes,
            ReadsKind::Lines(lines) => lines.bytes_read(),
        }
    }
}

impl Iterator for Reads {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        match &mut self.kind {
            ReadsKind::One(read) => read.take(),
            ReadsKind::Lines(lines) => lines.next(),
        }
    }
}

impl fmt::Debug for Reads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reads").field("bytes_read", &self.bytes_read()).finish_non_exhaustive()
    }
}
