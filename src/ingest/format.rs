//! Recognises the format of a file by its name or first bytes.

use std::path::Path;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Plain text or Markdown: one article.
    Text,
    /// JSON lines: one article a line.
    JsonLines,
    /// A format that cannot be read yet.
    Later(&'static str),
    /// Not recognised by name.
    Unknown,
}

/// Formats by extension, sorted.
const EXTENSIONS: &[(&str, Format)] = &[
    ("atom", Format::Later("Atom feed")),
    ("bz2", Format::Later("bzip2 archive")),
    ("csv", Format::Later("CSV table")),
    ("doc", Format::Later("Word document")),
    ("docx", Format::Later("Word document")),
    ("eml", Format::Later("e-mail message")),
    ("epub", Format::Later("e-book")),
    ("gif", Format::Later("picture")),
    ("gz", Format::Later("gzip archive")),
    ("htm", Format::Later("web page (HTML)")),
    ("html", Format::Later("web page (HTML)")),
    ("jpeg", Format::Later("picture")),
    ("jpg", Format::Later("picture")),
    ("json", Format::Later("JSON document")),
    ("jsonl", Format::JsonLines),
    ("log", Format::Unknown),
    ("markdown", Format::Text),
    ("mbox", Format::Later("mailbox")),
    ("md", Format::Text),
    ("mdown", Format::Text),
    ("ndjson", Format::JsonLines),
    ("odt", Format::Later("OpenDocument text")),
    ("pdf", Format::Later("PDF document")),
    ("png", Format::Later("picture")),
    ("rss", Format::Later("RSS feed")),
    ("rtf", Format::Later("RTF document")),
    ("sgm", Format::Later("SGML document")),
    ("sgml", Format::Later("SGML document")),
    ("tar", Format::Later("tar archive")),
    ("text", Format::Text),
    ("tsv", Format::Later("TSV table")),
    ("txt", Format::Text),
    ("warc", Format::Later("web archive (WARC)")),
    ("xhtml", Format::Later("web page (HTML)")),
    ("xls", Format::Later("spreadsheet")),
    ("xlsx", Format::Later("spreadsheet")),
    ("xml", Format::Later("XML document or feed")),
    ("xz", Format::Later("xz archive")),
    ("zip", Format::Later("zip archive")),
    ("zst", Format::Later("zstd archive")),
];

/// Signatures of formats that are never plain text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF document"),
    (b"\x1f\x8b", "gzip archive"),
    (b"PK\x03\x04", "zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstd archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\0", "xz archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"{\\rtf", "RTF document"),
    (b"WARC/", "web archive (WARC)"),
];

impl Format {
    /// The format that a file's name indicates.
    pub(super) fn of_name(path: &Path) -> Self {
        let Some(extension) = path.extension().and_then(|e| e.to_str()) else {
            return Self::Unknown;
        };
        let extension = extension.to_ascii_lowercase();
        match EXTENSIONS.binary_search_by_key(&extension.as_str(), |e| e.0) {
            Ok(i) => EXTENSIONS[i].1,
            Err(_) => Self::Unknown,
        }
    }

    /// The format that a file's first bytes indicate, whatever its name; `None` if it may be text.
    pub(super) fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
        let signed = SIGNATURES.iter().find(|(first, _)| bytes.starts_with(first)).map(|s| s.1);
        signed.or_else(|| markup(bytes))
    }
}

/// True for output of this program: reports and findings kept next to the articles would otherwise be read as
/// articles in the next run.
pub(super) fn is_own_output(bytes: &[u8]) -> bool {
    /// A Markdown report names its generator within this many bytes.
    const HEAD: usize = 100;
    let head = &bytes[..bytes.len().min(HEAD)];
    let signed = || head.windows(MADE_WITH.len()).any(|w| w == MADE_WITH);
    head.starts_with(br#"{"schema":"dossier"#) || head.starts_with(b"# Evidence") && signed()
}

/// What a Markdown report says of itself.
const MADE_WITH: &[u8] = b"made with dossier ";

/// Web pages and feeds under a text file's name: their tags would be read as words.
fn markup(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |tag: &[u8]| bytes.get(..tag.len()).is_some_and(|b| b.eq_ignore_ascii_case(tag));
    if begins(b"<!doctype html") || begins(b"<html") {
        Some("web page (HTML)")
    } else if begins(b"<?xml") || begins(b"<rss") {
        Some("XML document or feed")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_sorted_and_unique() {
        assert!(EXTENSIONS.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn names_and_bytes_announce_the_format() {
        assert_eq!(Format::of_name(Path::new("a/B.TXT")), Format::Text);
        assert_eq!(Format::of_name(Path::new("a.txt.gz")), Format::Later("gzip archive"));
        assert_eq!(Format::of_name(Path::new("README")), Format::Unknown);
        assert_eq!(Format::of_bytes(b"%PDF-1.7 ..."), Some("PDF document"));
        assert_eq!(Format::of_bytes(b"\n <!DOCTYPE HTML><p>"), Some("web page (HTML)"));
        assert_eq!(Format::of_bytes(b"<b>Putin</b> said"), None);
        assert!(is_own_output(b"# Evidence\n\n95 exhibits, made with dossier 0.1.0.\n"));
        assert!(!is_own_output(b"# Evidence\n\nThe jury saw 95 exhibits.\n"));
    }
}
