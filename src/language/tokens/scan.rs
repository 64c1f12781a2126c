//! One chunk between white space → its tokens.

use super::words;
use super::{Sink, char_at, char_before};

const EMOTICONS: [&str; 12] = [":-)", ";-)", ":-(", ":-D", ":)", ";)", ":(", ":D", ":P", ";P", "=)", "(:"];

/// Cuts `text[start..end]`, which holds no white space.
pub(crate) fn chunk(text: &str, start: usize, end: usize, sink: &mut Sink) {
    let mut at = start;
    while at < end {
        at = one(text, start, at, end, sink);
    }
}

/// Adds the token (or the tokens of the word) at `at`, returns where it ends.
fn one(text: &str, start: usize, at: usize, end: usize, sink: &mut Sink) -> usize {
    let bytes = text.as_bytes();
    let c = char_at(text, at);
    if is_address(&bytes[at..end]) {
        let stop = address_end(text, at, end);
        sink.push(at, stop);
        return stop;
    }
    if words::is_word_char(c) || (c == '+' && at == start && digit(bytes, at + 1, end)) {
        let stop = words::end(text, at, end);
        words::emit(text, at, stop, sink);
        return stop;
    }
    let stop = match c {
        '\'' | '’' => apostrophe(text, start, at, end),
        '!' | '?' => run(bytes, at, end, |b| b == b'!' || b == b'?'),
        ':' | ';' | '(' => emoticon(bytes, at, end).unwrap_or(at + 1),
        '=' if emoticon(bytes, at, end).is_some() => at + 2,
        '.' | '-' | '=' | '*' | '~' | '#' | '<' | '>' | '`' | '$' => {
            let stop = run(bytes, at, end, |b| b == c as u8);
            // "..?" and "...!" are one mark
            if c == '.' { run(bytes, stop, end, |b| b == b'!' || b == b'?') } else { stop }
        }
        _ => at + c.len_utf8(),
    };
    sink.push(at, stop);
    stop
}

fn run(bytes: &[u8], at: usize, end: usize, same: impl Fn(u8) -> bool) -> usize {
    let mut i = at;
    while i < end && same(bytes[i]) {
        i += 1;
    }
    i
}

fn digit(bytes: &[u8], at: usize, end: usize) -> bool {
    at < end && bytes[at].is_ascii_digit()
}

/// "'72", "’60s" and a clitic after a quotation mark are tokens; any other apostrophe is a mark.
fn apostrophe(text: &str, start: usize, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let after = at + char_at(text, at).len_utf8();
    if after < end && bytes[at] == b'\'' && bytes[after] == b'\'' {
        return after + 1;
    }
    if digit(bytes, after, end) && digit(bytes, after + 1, end) {
        let mut stop = after + 2;
        if stop < end && bytes[stop] == b's' {
            stop += 1;
        }
        if stop == end || !words::is_word_char(char_at(text, stop)) {
            return stop;
        }
    }
    let stop = run(bytes, after, end, |b| b.is_ascii_alphabetic());
    let alone = at == start && stop == end;
    let after_mark = at > start && !words::is_word_char(char_before(text, at)) && char_before(text, at) != '(';
    if (alone || after_mark) && words::is_clitic(&bytes[after..stop]) {
        return stop;
    }
    after
}

fn emoticon(bytes: &[u8], at: usize, end: usize) -> Option<usize> {
    let face = EMOTICONS.iter().find(|f| bytes[at..end].starts_with(f.as_bytes()))?;
    let stop = at + face.len();
    (stop == end || !bytes[stop].is_ascii_alphanumeric()).then_some(stop)
}

fn is_address(rest: &[u8]) -> bool {
    let starts = |p: &[u8]| rest.len() > p.len() && rest[..p.len()].eq_ignore_ascii_case(p);
    match rest.first() {
        Some(b'h' | b'H') => starts(b"http://") || starts(b"https://"),
        Some(b'w' | b'W') => starts(b"www."),
        Some(b'f' | b'F') => starts(b"ftp://"),
        _ => false,
    }
}

/// An address ends at a mark that cannot be part of it, before closing punctuation.
fn address_end(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut open = 0i32;
    let mut i = at;
    while i < end {
        match bytes[i] {
            b'(' => open += 1,
            b')' if open == 0 => break,
            b')' => open -= 1,
            b'"' | b'<' | b'>' | b'[' | b']' | b'|' | b'`' | 0xe2 => break,
            _ => {}
        }
        i += 1;
    }
    while i > at + 1 && matches!(bytes[i - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*') {
        i -= 1;
    }
    i
}
