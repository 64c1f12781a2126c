//! What a word looks like.

use crate::language::hash::hash_bytes;

/// Fillers before the first word of a sentence: windows may reach two words back.
pub(crate) const PAD_BEFORE: [Word; 2] = [Word::NONE; 2];
/// Fillers behind its last word; the first is the root that the parser sees there.
pub(crate) const PAD_AFTER: [Word; 2] = [Word::ROOT, Word::NONE];
/// The tag of no node.
pub(crate) const NO_NODE: u8 = 251;
/// The tag of the root.
pub(crate) const ROOT_NODE: u8 = 252;

/// What a lexicon knows of a word, zeros for an unknown one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    /// Number of its cluster of words used alike.
    pub cluster: u8,
    /// Number of the set of tags it was seen with.
    pub class: u8,
    /// Its tag where it nearly always has the same, one more than the number; 0 where it varies.
    pub only: u8,
    /// What lists of names say of it, one bit a list.
    pub lists: u8,
}

/// A word as features see it: hashes of its form and parts.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_field_names)] // the word of a Word is its form, as features name it
pub(crate) struct Word {
    /// Lower-cased form, numbers made alike.
    pub word: u32,
    /// Form with its capitals.
    pub form: u32,
    /// Last one to four bytes.
    pub suffixes: [u32; 4],
    /// First one to three bytes.
    pub prefixes: [u32; 3],
    /// Runs of capitals, small letters, digits and marks.
    pub shape: u32,
    /// What the lexicon knows.
    pub facts: Facts,
    /// What its characters are: see [`looks`].
    pub looks: u8,
    /// True where it has a capital letter, a digit or a letter beyond ASCII.
    pub is_marked: bool,
}

/// Bits of [`Word::looks`].
pub(crate) mod looks {
    /// It has a capital letter of ASCII.
    pub(crate) const UPPER: u8 = 1;
    /// It has a small letter of ASCII.
    pub(crate) const LOWER: u8 = 2;
    /// It has a digit.
    pub(crate) const DIGIT: u8 = 4;
    /// It has a character beyond ASCII.
    pub(crate) const FOREIGN: u8 = 8;
    /// It begins with a capital letter.
    pub(crate) const CAPITAL: u8 = 16;
}

impl Word {
    /// Stands where there is no word.
    pub(crate) const NONE: Self = Self::filler(1);
    /// Stands for the root of a tree.
    pub(crate) const ROOT: Self = Self::filler(3);

    const fn filler(n: u32) -> Self {
        let facts = Facts { cluster: 0, class: 0, only: 0, lists: 0 };
        Self { word: n, form: n, suffixes: [n; 4], prefixes: [n; 3], shape: n, facts, looks: 0, is_marked: false }
    }

    /// The word `form`, whose lower-case form is `lower`; facts are asked of `lexicon` by the hash of
    /// the form in the case given and then in lower case.
    pub(crate) fn new(form: &str, lower: &str, lexicon: impl FnOnce(u32) -> Facts) -> Self {
        let b = lower.as_bytes();
        let digits = b.first().is_some_and(u8::is_ascii_digit)
            && b.iter().all(|c| c.is_ascii_digit() || matches!(c, b',' | b'.' | b':'));
        // years keep their length, other numbers are one word
        let b = match (digits, b.len()) {
            (true, 4) => &b"0000"[..],
            (true, _) => &b"0"[..],
            _ => b,
        };
        let word = hash_bytes(b);
        let n = b.len();
        let suffix = |k: usize| hash_bytes(&b[n.saturating_sub(k)..]);
        let prefix = |k: usize| hash_bytes(&b[..k.min(n)]);
        let looks = look(form);
        Self {
            word,
            form: if digits { word } else { hash_bytes(form.as_bytes()) },
            suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
            prefixes: [prefix(1), prefix(2), prefix(3)],
            shape: shape(form.as_bytes()),
            facts: lexicon(word),
            looks,
            is_marked: looks & (looks::UPPER | looks::DIGIT | looks::FOREIGN) != 0,
        }
    }
}

/// The bits of [`looks`] of a form.
fn look(form: &str) -> u8 {
    let mut bits = 0;
    for c in form.bytes() {
        bits |= match c {
            b'A'..=b'Z' => looks::UPPER,
            b'a'..=b'z' => looks::LOWER,
            b'0'..=b'9' => looks::DIGIT,
            0x80.. => looks::FOREIGN,
            _ => 0,
        };
    }
    let capital = match form.as_bytes().first() {
        Some(b'A'..=b'Z') => true,
        Some(0x80..) => form.starts_with(char::is_uppercase),
        _ => false,
    };
    if capital { bits | looks::CAPITAL } else { bits }
}

/// Classes of characters in order, runs longer than two cut short.
fn shape(form: &[u8]) -> u32 {
    let (mut h, mut last, mut run) = (1u32, 0u32, 0);
    for &c in form.iter().take(40) {
        let class = match c {
            b'A'..=b'Z' => 1,
            b'a'..=b'z' => 2,
            b'0'..=b'9' => 3,
            128.. => 4,
            _ => 5 + u32::from(c),
        };
        run = if class == last { run + 1 } else { 0 };
        last = class;
        if run < 2 {
            h = h.wrapping_mul(37).wrapping_add(class);
        }
    }
    h
}
