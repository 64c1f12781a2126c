//! Every character of a text that may be a quotation mark, with what its neighbours say about it.

use crate::model::Span;
use crate::word_sets;

/// Whether a mark belongs to the outer (double) or the inner (single) style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// “ ” „ « » " `` ''
    Double,
    /// ‘ ’ ‹ › ' `
    Single,
}

/// The set of characters a mark is from: a quotation is closed by its own family where it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// " and '
    Straight,
    /// “ ” „ ‘ ’ ‚
    Curly,
    /// « » ‹ ›
    Guillemet,
    /// `` and ''
    Typewriter,
}

/// Which way a mark faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// Its neighbours do not tell.
    Either,
}

/// One mark.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Its bytes.
    pub span: Span,
    /// Double or single.
    pub level: Level,
    /// The set it is from.
    pub family: Family,
    /// Which way it faces.
    pub side: Side,
    /// True for a closing single mark after an s: it may as well be a plural's apostrophe.
    pub after_s: bool,
}

word_sets! {
    /// Words that the pairing of quotation marks knows.
    pub enum MarkWords from "marks.tsv" {
        /// Words that lose their beginning to an apostrophe.
        Elided = "elided",
    }
}

/// The marks of `text[within]`, in order; apostrophes, primes and elisions left out.
pub fn marks(text: &str, within: Span, out: &mut Vec<Mark>) {
    let bytes = text.as_bytes();
    let (start, end) = (within.start as usize, within.end as usize);
    let mut at = start;
    while at < end {
        at = match bytes[at] {
            b'"' => double(text, at, 1, Family::Straight, within, out),
            b'\'' => straight_singles(text, at, within, out),
            b'`' if bytes.get(at + 1) == Some(&b'`') => {
                push(out, at, 2, Level::Double, Family::Typewriter, Side::Open);
                at + 2
            }
            b'`' => single(text, at, 1, Family::Typewriter, within, out),
            b'<' => at + markup(&bytes[at..end]),
            0xC2 if matches!(bytes.get(at + 1), Some(0xAB | 0xBB)) => {
                double(text, at, 2, Family::Guillemet, within, out)
            }
            0xE2 if bytes.get(at + 1) == Some(&0x80) => curly(text, at, within, out),
            _ => at + 1,
        };
    }
}

/// Bytes of the tag that `<` opens, so that its attributes are not read as quotations; 1 where it
/// opens none.
fn markup(bytes: &[u8]) -> usize {
    const LONGEST_TAG: usize = 4000;
    match bytes.get(1) {
        Some(b'/' | b'!' | b'a'..=b'z' | b'A'..=b'Z') => {
            let near = &bytes[..bytes.len().min(LONGEST_TAG)];
            memchr::memchr2(b'>', b'<', &near[1..]).filter(|&i| near[i + 1] == b'>').map_or(1, |i| i + 2)
        }
        _ => 1,
    }
}

fn push(out: &mut Vec<Mark>, at: usize, len: usize, level: Level, family: Family, side: Side) {
    out.push(Mark { span: Span::new(at, at + len), level, family, side, after_s: false });
}

/// Marks of the General Punctuation block, all three bytes long.
fn curly(text: &str, at: usize, within: Span, out: &mut Vec<Mark>) -> usize {
    match text.as_bytes().get(at + 2) {
        Some(0x9C..=0x9F) => double(text, at, 3, Family::Curly, within, out),
        // Two singles in a row are one double.
        Some(side @ (0x98 | 0x99)) if text.as_bytes().get(at + 3..at + 6) == Some(&[0xE2, 0x80, *side]) => {
            push(out, at, 6, Level::Double, Family::Curly, if *side == 0x98 { Side::Open } else { Side::Close });
            at + 6
        }
        Some(0x98..=0x9B) => single(text, at, 3, Family::Curly, within, out),
        Some(0xB9 | 0xBA) => single(text, at, 3, Family::Guillemet, within, out),
        _ => at + 3,
    }
}

/// What stands beside a mark, white space and text ends alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Blank,
    Word,
    /// Brackets and dashes that a quotation may follow directly.
    Lead,
    /// Stops and closing brackets that may follow a quotation directly.
    Stop,
    /// Another quotation mark.
    Quote,
}

fn beside(c: Option<char>) -> Beside {
    match c {
        None => Beside::Blank,
        Some(c) if c.is_whitespace() => Beside::Blank,
        Some(c) if c.is_alphanumeric() => Beside::Word,
        Some('(' | '[' | '{' | '—' | '–' | '-' | '/' | '*' | '_' | '>' | '=' | '|') => Beside::Lead,
        Some('"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '»' | '„' | '`') => Beside::Quote,
        Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…') => Beside::Stop,
        Some(_) => Beside::Word,
    }
}

fn neighbours(text: &str, at: usize, len: usize, within: Span) -> (Option<char>, Option<char>) {
    let before = text.get(within.start as usize..at).and_then(|s| s.chars().next_back());
    let after = text.get(at + len..within.end as usize).and_then(|s| s.chars().next());
    (before, after)
}

fn double(text: &str, at: usize, len: usize, family: Family, within: Span, out: &mut Vec<Mark>) -> usize {
    let (before, after) = neighbours(text, at, len, within);
    let side = match text.get(at..at + len) {
        // Curly marks face where they say, but for the odd slip of a keyboard.
        Some("“" | "„" | "‟") if is_closing_place(before, after) => Side::Either,
        Some("“" | "„" | "‟") => Side::Open,
        Some("”") if beside(before) == Beside::Blank && beside(after) == Beside::Word => Side::Either,
        Some("”") => Side::Close,
        _ if is_inches(text, at, within) || before == Some('=') => return at + len,
        _ => facing(before, after),
    };
    push(out, at, len, Level::Double, family, side);
    at + len
}

fn is_closing_place(before: Option<char>, after: Option<char>) -> bool {
    matches!(beside(before), Beside::Word | Beside::Stop) && matches!(beside(after), Beside::Blank | Beside::Stop)
}

/// The `"` of 6'2".
fn is_inches(text: &str, at: usize, within: Span) -> bool {
    let bytes = &text.as_bytes()[within.start as usize..at];
    let digits = bytes.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    (1..=2).contains(&digits)
        && bytes.len() > digits + 1
        && bytes[bytes.len() - digits - 1] == b'\''
        && bytes[bytes.len() - digits - 2].is_ascii_digit()
}

/// Which way a mark that looks the same on both sides faces.
fn facing(before: Option<char>, after: Option<char>) -> Side {
    use Beside::{Blank, Lead, Quote, Stop, Word};
    match (beside(before), beside(after)) {
        (Blank, Blank) => Side::Either,
        (Blank, Stop) => {
            if after == Some('…') || after == Some('.') {
                Side::Open
            } else {
                Side::Either
            }
        }
        (Blank, _) => Side::Open,
        (_, Blank | Stop) => Side::Close,
        (Lead, Word) => Side::Open,
        (Word | Stop, Lead) => Side::Close,
        _ if matches!((before, after), (Some('“' | '‘' | '„' | '«'), _)) => Side::Open,
        (Quote | Word | Stop | Lead, _) => Side::Either,
    }
}

/// One, two or three straight singles in a row.
fn straight_singles(text: &str, at: usize, within: Span, out: &mut Vec<Mark>) -> usize {
    let run = text.as_bytes()[at..within.end as usize].iter().take_while(|b| **b == b'\'').count();
    let (before, after) = neighbours(text, at, run, within);
    match run {
        1 => single(text, at, 1, Family::Straight, within, out),
        2 => {
            push(out, at, 2, Level::Double, Family::Typewriter, facing(before, after));
            at + 2
        }
        // A double and a single: the double is the outer one.
        3 => {
            let side = facing(before, after);
            if side == Side::Open {
                push(out, at, 2, Level::Double, Family::Typewriter, side);
                push(out, at + 2, 1, Level::Single, Family::Straight, side);
            } else {
                push(out, at, 1, Level::Single, Family::Straight, Side::Close);
                push(out, at + 1, 2, Level::Double, Family::Typewriter, Side::Close);
            }
            at + 3
        }
        _ => at + run,
    }
}

fn single(text: &str, at: usize, len: usize, family: Family, within: Span, out: &mut Vec<Mark>) -> usize {
    let (before, after) = neighbours(text, at, len, within);
    let next = at + len;
    if before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric) {
        return next;
    }
    let side = match text.get(at..next) {
        Some("‘" | "‚" | "‛") => Side::Open,
        Some("’") if beside(before) != Beside::Blank || beside(after) != Beside::Word => Side::Close,
        Some("’") => return next,
        _ => facing(before, after),
    };
    match side {
        Side::Open if is_elision(text, next, within) => {}
        Side::Either if beside(before) == Beside::Blank && beside(after) == Beside::Blank => {}
        _ => {
            let after_s = matches!(before, Some('s' | 'S')) && matches!(beside(after), Beside::Blank | Beside::Stop);
            out.push(Mark { span: Span::new(at, next), level: Level::Single, family, side, after_s });
        }
    }
    next
}

/// True where the word after an apostrophe is one that loses its beginning, or a year ('90s).
fn is_elision(text: &str, from: usize, within: Span) -> bool {
    let rest = text.get(from..within.end as usize).unwrap_or("");
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 {
        return true;
    }
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    word.len() <= 7 && MarkWords::Elided.has(&word.to_ascii_lowercase())
}
