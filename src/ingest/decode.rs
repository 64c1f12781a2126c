//! Decodes bytes of any encoding to text, and records how offsets in the text relate to the file.
//!
//! UTF-8 is kept byte for byte. A file that is UTF-8 apart from a few bytes keeps its offsets too: each stray byte
//! becomes exactly one byte of text. Everything else is decoded, and offsets refer to the decoded text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Reason;

/// Replaces a byte that means nothing: SUBSTITUTE, the control character made for this.
const SUBSTITUTE: char = '\u{1a}';

/// A decoded file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Number of bytes in the file before the text.
    pub shift: usize,
    /// True if offsets in the text are offsets in the file.
    pub exact: bool,
    /// A note for the reader about the decoding.
    pub note: Option<String>,
}

/// Decodes a file.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, Reason> {
    if bytes.is_empty() {
        return Err(Reason::Empty);
    }
    let decoded = match wide(&bytes) {
        Some((encoding, shift)) => with(encoding, &bytes, shift),
        None => {
            if let Some(at) = binary(&bytes) {
                return Err(Reason::Binary { at });
            }
            narrow(bytes)
        }
    };
    if decoded.text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return Err(Reason::Blank);
    }
    Ok(decoded)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// The encoding of a file of two-byte characters, and the length of its byte order mark. Without a mark it is
/// recognised by its zero bytes: in Latin text they are all on one side.
fn wide(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != encoding_rs::UTF_8 => return Some((encoding, mark)),
        _ => {}
    }
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&b| b == 0).count();
    let (first, second, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    // Four pairs in five: enough Latin text to be sure, with room for typographic characters.
    let most = |n: usize| pairs > 1 && n * 5 >= pairs * 4;
    let encoding = if most(first) && second * 20 < pairs {
        UTF_16BE
    } else if most(second) && first * 20 < pairs {
        UTF_16LE
    } else {
        return None;
    };
    let (text, _) = encoding.decode_without_bom_handling(sample);
    binary(text.as_bytes()).is_none().then_some((encoding, 0))
}

/// The first byte that marks the file as binary: a zero byte, or a control character if more than a third of the
/// beginning of the file is control characters.
fn binary(bytes: &[u8]) -> Option<usize> {
    if let Some(zero) = memchr::memchr(0, bytes) {
        return Some(zero);
    }
    let control = |b: &u8| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c);
    let sample = &bytes[..bytes.len().min(4096)];
    let count = sample.iter().filter(|b| control(b)).count();
    if count * 3 > sample.len() { sample.iter().position(control) } else { None }
}

/// Decodes a file of one-byte units: UTF-8, damaged UTF-8, or an older encoding.
fn narrow(bytes: Vec<u8>) -> Decoded {
    let bytes = match String::from_utf8(bytes) {
        Ok(mut text) => {
            let shift = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
            text.drain(..shift);
            return Decoded { text, shift, exact: true, note: None };
        }
        Err(broken) => broken.into_bytes(),
    };
    let (mut good, mut stray) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        stray += chunk.invalid().len();
    }
    if good > 0 && good >= stray || bytes.starts_with(b"\xef\xbb\xbf") {
        return damaged(&bytes, stray);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Deny);
    with(encoding, &bytes, 0)
}

fn with(encoding: &'static Encoding, bytes: &[u8], shift: usize) -> Decoded {
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[shift..]);
    let lost = if broken { "; invalid bytes show as �" } else { "" };
    let note = format!("decoded from {}{lost}; byte offsets refer to the decoded text", encoding.name());
    Decoded { text: text.into_owned(), shift: 0, exact: false, note: Some(note) }
}

/// Decodes UTF-8 with stray bytes: each becomes one ASCII character, so that all offsets remain those of the file.
fn damaged(bytes: &[u8], stray: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|&b| stand_in(b)));
    }
    let shift = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text.drain(..shift);
    let note =
        format!("{stray} bytes are not UTF-8; each is replaced by one ASCII character, so byte offsets still hold");
    Decoded { text, shift, exact: true, note: Some(note) }
}

/// The ASCII character for a stray byte: a plain quotation mark, dash or space if that is what it means in
/// Windows-1252 (the usual cause), SUBSTITUTE otherwise.
fn stand_in(byte: u8) -> char {
    let byte = [byte];
    let (as_windows, _) = WINDOWS_1252.decode_without_bom_handling(&byte);
    match as_windows.chars().next() {
        Some('“' | '”' | '„' | '«' | '»') => '"',
        Some('‘' | '’' | '‚') => '\'',
        Some('–' | '—') => '-',
        Some('\u{a0}') => ' ',
        _ => SUBSTITUTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Decoded {
        decode(bytes.to_vec()).unwrap()
    }

    #[test]
    fn utf8_is_kept_byte_for_byte_and_its_byte_order_mark_is_counted() {
        let plain = text("né\r\nà\rb".as_bytes());
        assert_eq!((plain.text.as_str(), plain.shift, plain.exact), ("né\r\nà\rb", 0, true));
        let marked = text("\u{feff}né".as_bytes());
        assert_eq!((marked.text.as_str(), marked.shift, marked.exact), ("né", 3, true));
    }

    #[test]
    fn utf16_is_recognised_with_and_without_a_byte_order_mark() {
        let words = "Putin said “yes” to Modi on Monday.";
        let units = || words.encode_utf16();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        for bytes in
            [little.clone(), big.clone(), [b"\xff\xfe", &little[..]].concat(), [b"\xfe\xff", &big[..]].concat()]
        {
            let decoded = text(&bytes);
            assert_eq!(decoded.text, words);
            assert!(!decoded.exact);
        }
    }

    #[test]
    fn quotation_marks_of_windows_1252_are_decoded() {
        let decoded = text(b"He said \x93we agreed\x94 \x96 in a caf\xe9.");
        assert_eq!(decoded.text, "He said “we agreed” – in a café.");
        assert!(!decoded.exact);
    }

    #[test]
    fn damaged_utf8_keeps_the_offsets_of_the_file() {
        let bytes = b"\xe2\x80\x9cYes\xe2\x80\x9d \xff\xc3( he said \x93no\x94 to \xe2\x80\x9cit\xe2\x80\x9d.";
        let decoded = text(bytes);
        assert_eq!(decoded.text, "“Yes” \u{1a}\u{1a}( he said \"no\" to “it”.");
        assert_eq!(decoded.text.len(), bytes.len());
        assert!(decoded.exact);
    }

    #[test]
    fn files_without_text_are_refused_with_the_reason() {
        assert_eq!(decode(Vec::new()), Err(Reason::Empty));
        assert_eq!(decode(b" \r\n\t\n".to_vec()), Err(Reason::Blank));
        assert_eq!(decode(b"\xef\xbb\xbf\n".to_vec()), Err(Reason::Blank));
        assert_eq!(decode(b"ab\0\x01\x02\xffcd\0\0".to_vec()), Err(Reason::Binary { at: 2 }));
        assert_eq!(decode(b"\x01\x02a\x03".to_vec()), Err(Reason::Binary { at: 0 }));
    }

    #[test]
    fn terminal_escapes_do_not_make_a_file_binary() {
        assert!(text(b"\x1b[31mModi\x1b[0m met \x1b]0;X\x07Putin.\x08\x7f").exact);
    }
}
