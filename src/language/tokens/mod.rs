//! Text → tokens, cut as the English Web Treebank cuts them: clitics and hyphenated parts stand
//! alone, abbreviations keep their stop, addresses and numbers stay whole.
//!
//! Tokens tile the text: between two neighbours stands only white space. The work is linear in the
//! length of the text whatever it holds, because no rule looks further than a fixed distance or to
//! the end of the chunk it consumes.

mod scan;
mod words;

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the two touch.
    None,
    /// White space on one line.
    Space,
    /// One line break.
    Line,
    /// A blank line, or the start of the text.
    Blank,
}

/// A token before anything is known about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawToken {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What stands before it.
    pub gap: Gap,
}

impl RawToken {
    /// Its words in the text it was cut from.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }
}

/// Longer tokens are cut: nothing that a reader would call a word is longer.
const LONGEST: usize = 1000;

/// Cuts `text` into tokens, added to `out`.
pub fn tokenise(text: &str, out: &mut Vec<RawToken>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut gap = Gap::Blank;
    while at < bytes.len() {
        let (blank, breaks) = white_space(text, at);
        if blank > at {
            if gap != Gap::Blank {
                gap = match breaks {
                    0 => Gap::Space,
                    1 => Gap::Line,
                    _ => Gap::Blank,
                };
            }
            at = blank;
            continue;
        }
        let end = chunk_end(text, at);
        let mut sink = Sink { text, out, gap };
        scan::chunk(text, at, end, &mut sink);
        gap = Gap::None;
        at = end;
    }
}

/// Where the tokens of one chunk go.
pub(crate) struct Sink<'a> {
    text: &'a str,
    out: &'a mut Vec<RawToken>,
    gap: Gap,
}

impl Sink<'_> {
    /// Adds the token `start..end`; empty ones are left out, overlong ones cut.
    pub(crate) fn push(&mut self, mut start: usize, end: usize) {
        while end - start > LONGEST {
            let mut cut = start + LONGEST;
            while !self.text.is_char_boundary(cut) {
                cut -= 1;
            }
            self.add(start, cut);
            start = cut;
        }
        if start < end {
            self.add(start, end);
        }
    }

    fn add(&mut self, start: usize, end: usize) {
        self.out.push(RawToken { start: start as u32, end: end as u32, gap: self.gap });
        self.gap = Gap::None;
    }
}

/// The end of the white space at `at` and the line breaks in it.
fn white_space(text: &str, at: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut i, mut breaks) = (at, 0);
    while let Some(&b) = bytes.get(i) {
        match b {
            b' ' | b'\t' | 0x0b | 0x0c => i += 1,
            b'\n' => {
                breaks += 1;
                i += 1;
            }
            b'\r' => {
                breaks += 1;
                i += if bytes.get(i + 1) == Some(&b'\n') { 2 } else { 1 };
            }
            0x80.. => match char_at(text, i) {
                '\u{2029}' => {
                    breaks += 2;
                    i += 3;
                }
                '\u{2028}' | '\u{85}' => {
                    breaks += 1;
                    i += char_at(text, i).len_utf8();
                }
                c if c.is_whitespace() => i += c.len_utf8(),
                _ => break,
            },
            _ => break,
        }
    }
    (i, breaks)
}

fn chunk_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut i = at;
    while let Some(&b) = bytes.get(i) {
        match b {
            b' ' | b'\t'..=b'\r' => break,
            0x80.. => {
                let c = char_at(text, i);
                if c.is_whitespace() {
                    break;
                }
                i += c.len_utf8();
            }
            _ => i += 1,
        }
    }
    i
}

/// The character at `at`, a character boundary; NUL at the end of the text.
pub(crate) fn char_at(text: &str, at: usize) -> char {
    match text.as_bytes().get(at) {
        Some(&b) if b < 0x80 => b as char,
        Some(_) => text.get(at..).and_then(|t| t.chars().next()).unwrap_or('\0'),
        None => '\0',
    }
}

/// The character that ends at `at`; NUL at the start of the text.
pub(crate) fn char_before(text: &str, at: usize) -> char {
    match at.checked_sub(1).and_then(|i| text.as_bytes().get(i)) {
        Some(&b) if b < 0x80 => b as char,
        Some(_) => text.get(..at).and_then(|t| t.chars().next_back()).unwrap_or('\0'),
        None => '\0',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenise(text, &mut out);
        out.iter().map(|t| t.of(text)).collect()
    }

    #[test]
    fn clitics_stand_alone_with_either_apostrophe() {
        assert_eq!(words("don't Putin’s it's we'll"), ["do", "n't", "Putin", "’s", "it", "'s", "we", "'ll"]);
        assert_eq!(
            words("the parents' O'Connell cannot 60's"),
            ["the", "parents", "'", "O'Connell", "can", "not", "60's"]
        );
    }

    #[test]
    fn hyphens_split_words_but_not_prefixes_or_telephone_numbers() {
        assert_eq!(words("U.S.-led"), ["U.S.", "-", "led"]);
        assert_eq!(words("80-year-old"), ["80", "-", "year", "-", "old"]);
        assert_eq!(words("34-percent Trump-Putin"), ["34", "-", "percent", "Trump", "-", "Putin"]);
        assert_eq!(words("anti-American 713-853-3989"), ["anti-American", "713-853-3989"]);
    }

    #[test]
    fn numbers_and_money_are_cut_at_signs_and_units() {
        assert_eq!(
            words("$1,200.50, 25%, 5pm (#1)"),
            ["$", "1,200.50", ",", "25", "%", ",", "5", "pm", "(", "#", "1", ")"]
        );
        assert_eq!(words("9/11 and/or 2025-05"), ["9/11", "and", "/", "or", "2025", "-", "05"]);
    }

    #[test]
    fn stops_belong_to_abbreviations_only() {
        assert_eq!(words("U.S. President."), ["U.S.", "President", "."]);
        assert_eq!(words("Gen. Kellogg sat. No. 5, no."), ["Gen.", "Kellogg", "sat", ".", "No.", "5", ",", "no", "."]);
        assert_eq!(words("J. Smith... end."), ["J.", "Smith", "...", "end", "."]);
    }

    #[test]
    fn initials_stand_together_before_the_name_they_belong_to() {
        assert_eq!(words("George H.W. Bush, George W. Bush"), ["George", "H.W.", "Bush", ",", "George", "W.", "Bush"]);
        assert_eq!(
            words("H.W.Bush W.Bush U.S.-led J.K.Rowling"),
            ["H.W.", "Bush", "W.", "Bush", "U.S.", "-", "led", "J.K.", "Rowling"]
        );
        assert_eq!(words("the U.S. the U.N.'s"), ["the", "U.S.", "the", "U.N.", "'s"]);
    }

    #[test]
    fn times_numbers_and_degrees_keep_their_stops() {
        assert_eq!(words("10 a.m., 5p.m. 9:30a.m."), ["10", "a.m.", ",", "5", "p.m.", "9:30", "a.m."]);
        assert_eq!(words("No.10 no.5 video.0"), ["No.", "10", "no.", "5", "video.0"]);
        assert_eq!(words("a Ph.D. in Fla., Calif. and Vt."), ["a", "Ph.D.", "in", "Fla.", ",", "Calif.", "and", "Vt."]);
    }

    #[test]
    fn addresses_stay_whole_and_lose_what_closes_them() {
        assert_eq!(words("(see https://a.org/b_(c)?d=1)."), ["(", "see", "https://a.org/b_(c)?d=1", ")", "."]);
        assert_eq!(
            words("[text](http://x.org/y), me@x.org."),
            ["[", "text", "]", "(", "http://x.org/y", ")", ",", "me@x.org", "."]
        );
    }

    #[test]
    fn gaps_tell_spaces_lines_and_blank_lines_apart() {
        let text = "a b\r\nc\n \nd,";
        let mut out = Vec::new();
        tokenise(text, &mut out);
        let gaps: Vec<_> = out.iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Blank, Gap::Space, Gap::Line, Gap::Blank, Gap::None]);
    }

    proptest! {
        #[test]
        fn tokens_tile_any_text(text in "(\\PC|[ \n\t'’.\\-\"“”a-zA-Z0-9\u{0}@/:]){0,200}") {
            let mut out = Vec::new();
            tokenise(&text, &mut out);
            let mut at = 0;
            for t in &out {
                prop_assert!(t.start < t.end);
                prop_assert!(text[at..t.start as usize].chars().all(char::is_whitespace));
                prop_assert!(text.is_char_boundary(t.end as usize));
                at = t.end as usize;
            }
            prop_assert!(text[at..].chars().all(char::is_whitespace));
        }
    }
}
