//! What stands in a text but is no language: addresses of pages, targets of links, tags, names of files.

use memchr::{memchr3_iter, memmem};

use super::words::LayoutWords;
use crate::model::Span;

/// The longest tag looked for, in bytes: a lone "<" must not swallow a paragraph.
const LONGEST_TAG: usize = 400;
/// The longest target of a link looked for, in bytes.
const LONGEST_TARGET: usize = 2000;

/// Stretches of markup, in order, not overlapping.
pub fn find(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in memmem::find_iter(bytes, b"](") {
        let start = at + 1;
        let window = &bytes[start..bytes.len().min(start + LONGEST_TARGET)];
        if let Some(end) = window.iter().position(|b| *b == b')' || b.is_ascii_whitespace()) {
            found.push((start, start + end));
        }
    }
    let mut until = 0;
    for at in memchr3_iter(b'<', b':', b'.', bytes) {
        // Each byte is looked at once, however many dots an address holds.
        if at < until {
            continue;
        }
        let chunk = match bytes[at] {
            b'<' => tag(bytes, at),
            b':' => bytes[at..].starts_with(b"://").then(|| address(bytes, at)),
            _ => ending(bytes, at),
        };
        until = chunk.map_or(until, |(_, end)| end);
        found.extend(chunk);
    }
    found.sort_unstable();
    let mut spans: Vec<Span> = Vec::with_capacity(found.len());
    for (start, end) in found {
        match spans.last_mut() {
            Some(last) if (start as u32) < last.end => last.end = last.end.max(end as u32),
            _ => spans.push(Span::new(start, end)),
        }
    }
    spans
}

/// `<a href="…">`, `</sup>`, `<!-- -->`.
fn tag(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let next = *bytes.get(at + 1)?;
    if !(next.is_ascii_alphabetic() || next == b'/' || next == b'!') {
        return None;
    }
    let window = &bytes[at + 1..bytes.len().min(at + LONGEST_TAG)];
    let end = window.iter().position(|b| matches!(b, b'>' | b'<'))?;
    (window[end] == b'>').then_some((at, at + end + 2))
}

/// True for bytes that an address in running text is written with.
fn is_address(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'<' | b'>' | b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'|')
}

/// The address around a byte of it, signs that close a sentence left out.
fn address(bytes: &[u8], at: usize) -> (usize, usize) {
    let start = bytes[..at].iter().rposition(|b| !is_address(*b)).map_or(0, |s| s + 1);
    let mut end = bytes[at..].iter().position(|b| !is_address(*b)).map_or(bytes.len(), |e| at + e);
    while end > at + 1 && matches!(bytes[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'') {
        end -= 1;
    }
    // Addresses are ASCII: a typographic quotation mark or dash beside one is no part of it.
    let start = bytes[start..at].iter().rposition(|b| !b.is_ascii()).map_or(start, |s| start + s + 1);
    let end = bytes[at..end].iter().position(|b| !b.is_ascii()).map_or(end, |e| at + e);
    (start, end)
}

/// `report-2025.html`, `www.example.org/2025/05/`.
fn ending(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    if at == 0 || !bytes[at - 1].is_ascii_alphanumeric() {
        return None;
    }
    let rest = &bytes[at + 1..bytes.len().min(at + 7)];
    let len = rest.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let word = std::str::from_utf8(&rest[..len]).ok()?;
    let known = word.len() > 1 && LayoutWords::FileEndings.has(&word.to_ascii_lowercase());
    known.then(|| address(bytes, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn addresses_targets_and_tags_are_marked() {
        assert_eq!(marked("See https://x.example/2025/05/05/, he said."), ["https://x.example/2025/05/05/"]);
        assert_eq!(marked("an [interview](https://x.com/2024) on Monday"), ["(https://x.com/2024"]);
        assert_eq!(marked("March 18<sup>th</sup> <!-- --> 5 < 6"), ["<sup>", "</sup>", "<!-- -->"]);
        assert_eq!(marked("x-last-february-y.html and Jan2026.jpg."), ["x-last-february-y.html", "Jan2026.jpg"]);
        assert_eq!(marked("“www.example.org/2025/05”"), ["www.example.org/2025/05"]);
    }

    #[test]
    fn sentences_are_not_marked() {
        assert!(marked("He left. Then the U.S. said no. Net income rose. A < b, c > d.").is_empty());
    }
}
