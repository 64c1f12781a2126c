//! Where a word ends and how it is cut.

use super::{Sink, char_at, char_before};
use crate::language::gazetteer::Gazetteer;
use crate::language::tables::{ABBREVIATIONS, Abbreviation, BRANDS, FUSED, PREFIXES, STARTERS, UNITS};

/// Longest word that the word lists are asked about.
const SHORT: usize = 16;

/// Letters, digits, the underscore, and what joins or changes the letter before it.
pub(super) fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}' | '\u{ad}')
}

/// True for the letters of a clitic after its apostrophe.
pub(super) fn is_clitic(letters: &[u8]) -> bool {
    matches!(letters, b"s" | b"S" | b"d" | b"D" | b"m" | b"M")
        || matches!(letters, b"re" | b"RE" | b"ve" | b"VE" | b"ll" | b"LL" | b"em")
}

/// The end of the word that starts at `at`, its abbreviation's stop included.
pub(super) fn end(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut i = at + char_at(text, at).len_utf8();
    let mut part = at; // start of the part after the last hyphen
    loop {
        while i < end {
            let c = char_at(text, i);
            if !is_word_char(c) {
                break;
            }
            i += c.len_utf8();
        }
        if i >= end {
            return i;
        }
        let joint = char_at(text, i);
        let next = i + joint.len_utf8();
        if next < end && joins(text, at, part, i, next, end) {
            if joint == '-' {
                part = next;
            }
            i = next;
            continue;
        }
        if joint == '.' && bytes.get(next) != Some(&b'.') && is_abbreviation(text, at, i) {
            return next;
        }
        return i;
    }
}

/// Whether the mark at `i` holds the word `at..i` and what follows at `next` together.
fn joins(text: &str, at: usize, part: usize, i: usize, next: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let (before, after) = (char_before(text, i), char_at(text, next));
    if !is_word_char(after) {
        return false;
    }
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match char_at(text, i) {
        '.' => digits || stop_joins(text, at, i, next, end) || bytes[next..end.min(next + 40)].contains(&b'@'),
        '\'' | '’' => before.is_alphanumeric() && after.is_alphabetic(),
        ',' => digits && three_digits(bytes, next, end),
        ':' => digits,
        '/' => digits && i - at <= SHORT && bytes[at..i].iter().all(|b| b.is_ascii_digit() || *b == b'/'),
        '&' => before.is_uppercase() && after.is_uppercase(),
        '@' => true,
        '-' => hyphen_joins(text, at, part, i, next, end),
        _ => false,
    }
}

/// Whether the stop at `i` holds a word together: in "yahoo.com", "U.S" and "Ph.D.", but neither in
/// "the end.The" nor in "H.W.Bush" or "No.5".
fn stop_joins(text: &str, at: usize, i: usize, next: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let (word, after) = (&bytes[at..i], &bytes[next..end]);
    match (word.last(), after) {
        (Some(b'a'..=b'z'), [b'A'..=b'Z', b'.', ..]) => word.len() <= 3 && word[0].is_ascii_uppercase(),
        (Some(b'A'..=b'Z'), [b'A'..=b'Z', b'a'..=b'z', b'a'..=b'z', ..]) => !are_initials(word),
        (Some(b'o' | b'O'), [b'0'..=b'9', ..]) => !word.eq_ignore_ascii_case(b"no"),
        _ => !(char_before(text, i).is_lowercase() && char_at(text, next).is_uppercase()),
    }
}

/// "H", "H.W": single capitals.
fn are_initials(word: &[u8]) -> bool {
    word.len() <= SHORT && word.split(|b| *b == b'.').all(|part| matches!(part, [b'A'..=b'Z']))
}

fn three_digits(bytes: &[u8], at: usize, end: usize) -> bool {
    let run = bytes[at..end.min(at + 4)].iter().take_while(|b| b.is_ascii_digit()).count();
    run == 3
}

fn hyphen_joins(text: &str, at: usize, part: usize, i: usize, next: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    if i - at <= SHORT && bytes[at..i].iter().all(|b| b.is_ascii_digit() || *b == b'-') {
        return telephone(bytes, at, end);
    }
    if i - part > SHORT || !char_at(text, next).is_alphanumeric() {
        return false;
    }
    let mut lower = [0u8; SHORT];
    lowered(&bytes[part..i], &mut lower).is_some_and(|w| PREFIXES.contains(w))
}

/// "713-853-3989" and "345-9945": groups of digits, the last of four, the one before of three
/// or, for extensions, of one.
fn telephone(bytes: &[u8], at: usize, end: usize) -> bool {
    let window = &bytes[at..end.min(at + 20)];
    let run = window.iter().take_while(|b| b.is_ascii_digit() || **b == b'-').count();
    let mut groups = window[..run].rsplit(|b| *b == b'-').filter(|g| !g.is_empty()).map(<[u8]>::len);
    groups.next() == Some(4) && matches!(groups.next(), Some(1 | 3))
}

/// The ASCII word in lower case, `None` for longer or other words.
fn lowered<'a>(word: &[u8], buffer: &'a mut [u8; SHORT]) -> Option<&'a str> {
    let out = buffer.get_mut(..word.len())?;
    out.copy_from_slice(word);
    out.make_ascii_lowercase();
    std::str::from_utf8(out).ok()
}

/// Whether the stop at `stop` belongs to the word `at..stop`.
fn is_abbreviation(text: &str, at: usize, stop: usize) -> bool {
    let word = &text.as_bytes()[at..stop];
    if word.len() > SHORT {
        return false;
    }
    let first = char_at(text, at);
    let follows = following(text, stop + 1);
    if word.contains(&b'.') {
        // "5p.m." is cut later
        let digits = word.iter().take_while(|b| b.is_ascii_digit() || **b == b':').count();
        let word = if is_half_day(&word[digits..]) { &word[digits..] } else { word };
        return word
            .split(|b| *b == b'.')
            .all(|p| p.len() <= 3 && !p.is_empty() && p.iter().all(u8::is_ascii_alphabetic))
            && word.split(|b| *b == b'.').next().is_some_and(|p| p.len() <= 2);
    }
    if word.len() == 1 {
        let initial = first != 'I' || is_middle_initial(text, at, stop);
        return first.is_ascii_uppercase() && follows.is_uppercase() && initial;
    }
    let mut lower = [0u8; SHORT];
    let Some(habit) = lowered(word, &mut lower).and_then(|w| ABBREVIATIONS.get(w)) else {
        return false;
    };
    match habit {
        Abbreviation::Title => first.is_uppercase() || follows.is_uppercase(),
        Abbreviation::Plain => true,
        Abbreviation::Number => follows.is_ascii_digit(),
        Abbreviation::Proper => first.is_uppercase(),
    }
}

/// "Louis I. Kahn": an "I" between a given name and a word that begins no sentence.
fn is_middle_initial(text: &str, at: usize, stop: usize) -> bool {
    let before = text[..at].strip_suffix(' ').and_then(|t| t.rsplit(|c: char| !c.is_alphabetic()).next()).unwrap_or("");
    let after = text[stop + 1..].strip_prefix(' ').unwrap_or("");
    let after = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    before.starts_with(char::is_uppercase)
        && !after.is_empty()
        && !STARTERS.contains(after)
        && Gazetteer::get().given(&before.to_lowercase()).is_some()
}

/// "a.m", "p.m" in either case.
fn is_half_day(word: &[u8]) -> bool {
    matches!(word, [b'a' | b'p' | b'A' | b'P', b'.', b'm' | b'M'])
}

/// The first character after at most a few blanks; NUL where there is none near.
fn following(text: &str, at: usize) -> char {
    let bytes = text.as_bytes();
    let mut i = at;
    while i < bytes.len() && i < at + 4 && (bytes[i] == b' ' || bytes[i] == b'\n' || bytes[i] == b'\r') {
        i += 1;
    }
    if i < bytes.len() && text.is_char_boundary(i) { char_at(text, i) } else { '\0' }
}

/// Adds the word `start..end`, cut at clitics, units and fused words.
pub(super) fn emit(text: &str, start: usize, end: usize, sink: &mut Sink) {
    let word = &text.as_bytes()[start..end];
    if word[0].is_ascii_digit() {
        if let Some(cut) = unit(word) {
            sink.push(start, start + cut);
            sink.push(start + cut, end);
            return;
        }
    } else if (4..=8).contains(&word.len()) && word.iter().all(u8::is_ascii_alphabetic) {
        let mut lower = [0u8; SHORT];
        if let Some(&cut) = lowered(word, &mut lower).and_then(|w| FUSED.get(w)) {
            sink.push(start, start + cut);
            sink.push(start + cut, end);
            return;
        }
    }
    match clitic(text, start, end) {
        Some(cut) => {
            match clitic(text, start, cut) {
                Some(first) => {
                    sink.push(start, first);
                    sink.push(first, cut);
                }
                None => sink.push(start, cut),
            }
            sink.push(cut, end);
        }
        None => sink.push(start, end),
    }
}

/// Where a clitic at the end of the word begins.
fn clitic(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    // the longest clitic is two letters behind an apostrophe of three bytes
    let from = end.saturating_sub(5).max(start);
    let (mark, after) = (from..end).rev().find_map(|i| match bytes[i] {
        b'\'' => Some((i, i + 1)),
        0xe2 if text.get(i..i + 3) == Some("’") => Some((i, i + 3)),
        _ => None,
    })?;
    let tail = bytes.get(after..end)?;
    if mark == start {
        return None;
    }
    if matches!(tail, b"t" | b"T") && matches!(bytes[mark - 1], b'n' | b'N') {
        return (mark - 1 > start).then_some(mark - 1);
    }
    if !is_clitic(tail) || tail == b"em" {
        return None;
    }
    if is_brand(&bytes[start..mark], tail) {
        return None;
    }
    // decades: "the 1990's"
    let decade = bytes[mark - 1] == b'0' && bytes[start..mark].iter().all(u8::is_ascii_digit);
    (!decade).then_some(mark)
}

/// "Macy's": a firm called so.
fn is_brand(name: &[u8], tail: &[u8]) -> bool {
    let mut lower = [0u8; SHORT];
    let whole = [name, b"'", tail].concat();
    name.first().is_some_and(u8::is_ascii_uppercase) && lowered(&whole, &mut lower).is_some_and(|w| BRANDS.contains(w))
}

/// Length of the number before a unit, "65" in "65k".
fn unit(word: &[u8]) -> Option<usize> {
    if let [number @ .., _, b'.', _, b'.'] = word
        && is_half_day(&word[number.len()..word.len() - 1])
    {
        return number.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b':')).then_some(number.len());
    }
    let letters = word.iter().rev().take_while(|b| b.is_ascii_alphabetic()).count();
    let number = word.len() - letters;
    if letters == 0
        || letters > 4
        || number == 0
        || !word[..number].iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':'))
    {
        return None;
    }
    let mut lower = [0u8; SHORT];
    lowered(&word[number..], &mut lower).is_some_and(|u| UNITS.contains(u)).then_some(number)
}
