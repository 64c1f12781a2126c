//! Damaged text read as what it was: characters that nobody sees inside words, letters and marks of a wrong decoding,
//! words cut at the end of a line, the marks before quoted lines, lines in capitals and headlines ([`case`]).
//!
//! Extraction reads the repaired text; [`Repaired::map`] then moves every span back to the bytes of the article's own.

pub(crate) mod case;
pub(crate) mod words;

use crate::language::Analyser;
use crate::lexicon::dates::{Lex, look_up};
use crate::model::{Findings, Fire, Span, Warning, Why};

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordSort {
    /// Nothing.
    Unknown,
    /// It is nearly always a name.
    Name,
    /// It is a word like others.
    Common,
}

/// Who knows words.
pub trait Words {
    /// What sort of word this is, in lower case.
    fn sort(&self, lower: &str) -> WordSort;
}

impl Words for Analyser {
    fn sort(&self, lower: &str) -> WordSort {
        match self.is_name(lower) {
            None => WordSort::Unknown,
            Some(true) => WordSort::Name,
            Some(false) => WordSort::Common,
        }
    }
}

/// A text as it was before it was damaged.
#[derive(Debug)]
pub struct Repaired {
    /// The text to read.
    pub text: String,
    pieces: Vec<Piece>,
    warnings: Vec<Warning>,
}

/// A stretch of the repaired text and where it came from.
#[derive(Clone, Copy, Debug)]
struct Piece {
    new: usize,
    new_len: usize,
    old: usize,
    old_len: usize,
}

/// What is wrong at one place: how many bytes are read as what.
struct Fault {
    len: usize,
    read: Option<char>,
    warns: bool,
}

/// The text repaired, or `None` where nothing is wrong with it.
pub fn repair(text: &str, words: &impl Words) -> Option<Repaired> {
    let faultless = if may_be_damaged(text) { without_faults(text, words) } else { None };
    let read = faultless.as_ref().map_or(text, |r| &r.text);
    let Some(running) = case::recase(read, words) else { return faultless };
    let whole = Piece { new: 0, new_len: text.len(), old: 0, old_len: text.len() };
    let as_it_is = || Repaired { text: String::new(), pieces: vec![whole], warnings: Vec::new() };
    Some(Repaired { text: running, ..faultless.unwrap_or_else(as_it_is) })
}

/// The text without what damaged it, or `None` where nothing did.
fn without_faults(text: &str, words: &impl Words) -> Option<Repaired> {
    let is_word = |lower: &str| words.sort(lower) != WordSort::Unknown;
    let mut out = Repaired { text: String::with_capacity(text.len()), pieces: Vec::new(), warnings: Vec::new() };
    // one next-line character alone is a line break
    let controls = text.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c) && c != '\u{85}');
    let (mut at, mut copied) = (0, 0);
    let mut first_broken = None;
    while at < text.len() {
        let fault = fault(text, at, controls, &is_word);
        let Some(Fault { len, read, warns }) = fault else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        out.copy(text, copied, at);
        if warns && first_broken.is_none() {
            first_broken = Some(Span::new(at, at + len));
        }
        if let Some(read) = read {
            out.pieces.push(Piece { new: out.text.len(), new_len: read.len_utf8(), old: at, old_len: len });
            out.text.push(read);
        }
        at += len;
        copied = at;
    }
    out.copy(text, copied, text.len());
    if let Some(span) = first_broken {
        let message =
            "letters or quotation marks were broken by a wrong decoding and read as what they seem to have been; \
                       give the file's encoding, or the file as UTF-8"
                .to_owned();
        out.warnings.push(Warning { message, span: Some(span) });
    }
    (out.text.len() != text.len() || first_broken.is_some()).then_some(out)
}

/// A quick look that turns most texts away.
fn may_be_damaged(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.first() == Some(&b'>') {
        return true;
    }
    bytes.windows(2).any(|pair| match pair {
        [b'-', b'\n' | b'\r'] | [b'\n', b'>'] => true,
        // the first bytes of what is hidden, of control characters and of the letters that broken ones begin with
        [0xc2, 0x80..=0x9f | 0xad] | [0xc3, 0x82 | 0x83 | 0xa2 | 0xaf | 0xb0] | [0xe2, 0x80 | 0x81] | [0xef, 0xbb] => {
            true
        }
        _ => false,
    })
}

impl Repaired {
    fn copy(&mut self, text: &str, from: usize, to: usize) {
        if from < to {
            self.pieces.push(Piece { new: self.text.len(), new_len: to - from, old: from, old_len: to - from });
            self.text.push_str(&text[from..to]);
        }
    }

    /// The byte of the old text at which what begins at a byte of the new one begins.
    fn start(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.new <= at);
        let Some(piece) = next.checked_sub(1).and_then(|k| self.pieces.get(k)) else { return 0 };
        match at - piece.new {
            0 => piece.old,
            by if by < piece.new_len && piece.new_len == piece.old_len => piece.old + by,
            by if by < piece.new_len => piece.old,
            _ => piece.old + piece.old_len,
        }
    }

    /// The byte of the old text at which what ends at a byte of the new one ends.
    fn end(&self, at: usize) -> usize {
        let next = self.pieces.partition_point(|p| p.new < at);
        let Some(piece) = next.checked_sub(1).and_then(|k| self.pieces.get(k)) else { return self.start(at) };
        let by = at - piece.new;
        if piece.new_len == piece.old_len { piece.old + by.min(piece.old_len) } else { piece.old + piece.old_len }
    }

    fn span(&self, span: &mut Span) {
        let start = self.start(span.start as usize);
        let end = if span.is_empty() { start } else { self.end(span.end as usize).max(start) };
        *span = Span::new(start, end);
    }

    fn some(&self, span: &mut Option<Span>) {
        if let Some(span) = span {
            self.span(span);
        }
    }

    fn why(&self, why: &mut Why) {
        self.some(&mut why.words);
    }

    /// Moves all spans of findings in the repaired text to the old one, and adds what a reader should know of the repair.
    pub fn map(&self, findings: &mut Findings) {
        if let Some(date) = &mut findings.document_date {
            self.some(&mut date.span);
            self.why(&mut date.why);
        }
        self.some(&mut findings.title);
        for entity in &mut findings.entities {
            self.span(&mut entity.span);
        }
        for actor in &mut findings.actors {
            self.why(&mut actor.of_why);
            for mention in &mut actor.mentions {
                self.span(&mut mention.span);
                self.why(&mut mention.why);
            }
        }
        for quote in &mut findings.quotes {
            self.span(&mut quote.span);
            self.some(&mut quote.speaker_span);
            self.some(&mut quote.cue);
            self.why(&mut quote.why);
            self.why(&mut quote.who);
        }
        for date in &mut findings.dates {
            self.span(&mut date.span);
            self.why(&mut date.why);
        }
        for event in &mut findings.events {
            self.span(&mut event.sentence);
            self.span(&mut event.trigger);
            event.source_spans.iter_mut().chain(&mut event.target_spans).for_each(|s| self.span(s));
            self.some(&mut event.date_span);
            event.trail.iter_mut().for_each(|step| self.why(&mut step.why));
        }
        for warning in &mut findings.warnings {
            self.some(&mut warning.span);
        }
        findings.warnings.extend(self.warnings.iter().cloned());
    }

    /// Moves the places where rules fired.
    pub fn map_fires(&self, fires: &mut [Fire]) {
        for fire in fires {
            self.span(&mut fire.words);
        }
    }
}

fn fault(text: &str, at: usize, controls: bool, is_word: &impl Fn(&str) -> bool) -> Option<Fault> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let line_start = at == 0 || text[..at].ends_with(['\n', '\r']);
    match first {
        '>' if line_start => Some(Fault { len: quote_marks(rest), read: None, warns: false }),
        '-' => broken_word(text, at, is_word),
        '\u{ad}' => {
            let len = first.len_utf8();
            // at the end of a line the word goes on in the next
            let on =
                line_break(&rest[len..]).filter(|&by| rest[len + by..].starts_with(char::is_alphabetic)).unwrap_or(0);
            Some(Fault { len: len + on, read: None, warns: false })
        }
        c if is_hidden(c) => Some(Fault { len: c.len_utf8(), read: None, warns: false }),
        '\u{80}'..='\u{9f}' if controls => {
            let read = windows_1252(first as u8)?;
            Some(Fault { len: first.len_utf8(), read: Some(read), warns: true })
        }
        'â' | 'Â' | 'Ã' | 'ð' | 'ï' => wrongly_decoded(rest),
        _ => None,
    }
}

/// Characters that nobody sees and that belong to no word.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// The bytes of one line break with the blanks and quoting marks behind it; `None` where there is none or the next line is
/// blank.
fn line_break(text: &str) -> Option<usize> {
    let after = text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n'))?;
    let line = after[quote_marks(after)..].trim_start_matches([' ', '\t']);
    (!line.starts_with(['\n', '\r']) && !line.is_empty()).then_some(text.len() - line.len())
}

/// The bytes of the marks before a quoted line: "> ", ">> ".
fn quote_marks(line: &str) -> usize {
    if !line.starts_with('>') {
        return 0;
    }
    line.len() - line.trim_start_matches(['>', ' ', '\t']).len()
}

/// "Thurs-" at the end of a line and "day" on the next are one word; of "well-" and "known" only the break goes.
fn broken_word(text: &str, at: usize, is_word: &impl Fn(&str) -> bool) -> Option<Fault> {
    let after = at + 1;
    let by = line_break(&text[after..])?;
    let next = &text[after + by..];
    let head_start = text[..at].rfind(|c: char| !c.is_alphabetic()).map_or(0, |i| i + char_len(text, i));
    let head = &text[head_start..at];
    let tail = &next[..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())];
    if head.chars().count() < 2 || !next.starts_with(char::is_lowercase) {
        return None;
    }
    let (head, tail) = (head.to_lowercase(), tail.to_lowercase());
    let whole = format!("{head}{tail}");
    let one = look_up(&whole) != Lex::Other || is_word(&whole) || !is_word(&tail);
    Some(Fault { len: 1 + by, read: if one { None } else { Some('-') }, warns: false })
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// "â€™" is an apostrophe in UTF-8 whose bytes were taken for letters of Windows-1252.
fn wrongly_decoded(rest: &str) -> Option<Fault> {
    let mut bytes = Vec::with_capacity(4);
    let mut lens = Vec::with_capacity(4);
    for c in rest.chars().take(4) {
        let Some(byte) = byte_of(c) else { break };
        bytes.push(byte);
        lens.push(c.len_utf8());
    }
    let wanted = match bytes.first()? {
        0xc2 | 0xc3 => 2,
        0xe2 | 0xef => 3,
        0xf0 => 4,
        _ => return None,
    };
    let whole = bytes.get(..wanted).filter(|b| b[1..].iter().all(|b| (0x80..=0xbf).contains(b)));
    if let Some(read) = whole.and_then(|b| std::str::from_utf8(b).ok()).and_then(|s| s.chars().next()) {
        let len = lens[..wanted].iter().sum();
        return Some(Fault { len, read: (!is_hidden(read)).then_some(read), warns: true });
    }
    // a closing mark, the last byte of which had no letter and was lost
    let rest = rest.strip_prefix("â€")?;
    let lost = if rest.starts_with('\u{fffd}') { '\u{fffd}'.len_utf8() } else { 0 };
    let over = lost > 0 || rest.chars().next().is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    over.then(|| Fault { len: "â€".len() + lost, read: Some('”'), warns: true })
}

/// The byte that was read as a character of Windows-1252 or of Latin-1.
fn byte_of(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => Some(c as u8),
        _ => (0x80..=0x9f).find(|&b| windows_1252(b) == Some(c)),
    }
}

/// The character of Windows-1252 at a place where Latin-1 has control characters.
fn windows_1252(byte: u8) -> Option<char> {
    const TABLE: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    let c = *TABLE.get(usize::from(byte.checked_sub(0x80)?))?;
    (c != '\0').then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Few;

    impl Words for Few {
        fn sort(&self, lower: &str) -> WordSort {
            if ["well", "known", "government"].contains(&lower) { WordSort::Common } else { WordSort::Unknown }
        }
    }

    fn read(text: &str) -> String {
        repair(text, &Few).map_or_else(|| text.to_owned(), |r| r.text)
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        assert_eq!(read("Ugan\u{ad}da met Ken\u{200b}ya"), "Uganda met Kenya");
        assert_eq!(read("Ugan\u{ad}\nda"), "Uganda");
        assert!(repair("Uganda met Kenya.\nIt’s over – “really”.", &Few).is_none());
    }

    #[test]
    fn broken_letters_and_marks_are_read_as_what_they_were() {
        assert_eq!(read("â€œNo,â€\u{9d} said JosÃ©. Germanyâ€™s"), "“No,” said José. Germany’s");
        assert_eq!(read("\u{93}No,\u{94} he said, â€œneverâ€ ."), "“No,” he said, “never” .");
        assert_eq!(read("the “CAFÉ” and SÃO Paulo"), "the “CAFÉ” and SÃO Paulo");
    }

    #[test]
    fn words_cut_at_a_line_end_are_joined() {
        assert_eq!(read("on Thurs-\nday the govern-\nment"), "on Thursday the government");
        assert_eq!(read("the well-\nknown man"), "the well-known man");
        assert_eq!(read("> on Thurs-\n> day\n> he"), "on Thursday\nhe");
    }

    #[test]
    fn spans_are_those_of_the_file() {
        let text = "JosÃ© met Ken\u{200b}ya\u{200b}.";
        let repaired = repair(text, &Few).unwrap();
        let back = |words: &str| {
            let at = repaired.text.find(words).unwrap();
            let mut span = Span::new(at, at + words.len());
            repaired.span(&mut span);
            span.of(text).to_owned()
        };
        assert_eq!(back("José"), "JosÃ©");
        assert_eq!(back("met"), "met");
        assert_eq!(back("Kenya"), "Ken\u{200b}ya");
        assert_eq!(back("."), ".");
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_place_leads_back(text in "(\\PC|[\u{ad}\u{200b}\u{80}-\u{9f}âÃ€œ™>\\-\n a-z]){0,60}") {
            if let Some(repaired) = repair(&text, &Few) {
                for (at, c) in repaired.text.char_indices() {
                    let mut span = Span::new(at, at + c.len_utf8());
                    repaired.span(&mut span);
                    prop_assert!(Span::checked(&text, span.start as usize, span.end as usize).is_ok() && !span.is_empty());
                }
            }
        }
    }
}
