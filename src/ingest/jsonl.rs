//! JSON lines: one article per line, `{"id", "text", "date"?, "title"?, "source"?}`.

use std::collections::HashSet;
use std::io::{BufRead, Read as _};
use std::path::PathBuf;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use super::{LONGEST_ARTICLE, Read, Reason, Skipped, parse_day};
use crate::model::{Article, Origin};

/// Reads a stream line by line. Every line that is not blank yields an article or a [`Skipped`]; an invalid line
/// never ends the stream.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    path: Option<PathBuf>,
    prefix: String,
    line: u64,
    bytes: u64,
    ids: HashSet<String>,
    ended: bool,
}

/// One line as written. Fields are checked one by one, so that a message can name the invalid one.
#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    text: Value,
    #[serde(default)]
    date: Value,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    source: Value,
}

impl<R: BufRead> Lines<R> {
    /// Reads `input`, which came from `path` (`None`: standard input). Every id is prefixed with `prefix`, so that
    /// ids of several streams cannot collide.
    pub fn new(input: R, path: Option<PathBuf>, prefix: String) -> Self {
        Self { input, path, prefix, line: 0, bytes: 0, ids: HashSet::new(), ended: false }
    }

    /// Bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.bytes
    }

    /// The next line without its line ending; `None` at the end of the stream.
    fn next_line(&mut self) -> Option<Result<Vec<u8>, Reason>> {
        let mut line = Vec::new();
        // JSON escapes take up to six bytes per character, so the text itself is measured after parsing.
        let limit = LONGEST_ARTICLE * 2;
        let read = self.input.by_ref().take(limit).read_until(b'\n', &mut line);
        self.line += 1;
        match read {
            Ok(0) => return None,
            Ok(n) => self.bytes += n as u64,
            Err(error) => {
                self.ended = true;
                return Some(Err(Reason::from_io(&error)));
            }
        }
        if line.last() != Some(&b'\n') && line.len() as u64 == limit {
            self.skip_line();
            return Some(Err(Reason::TooLarge { limit: LONGEST_ARTICLE >> 20 }));
        }
        if self.line == 1 {
            if line.starts_with(b"\xef\xbb\xbf") {
                line.drain(..3);
            } else if line.starts_with(b"\xff\xfe") || line.starts_with(b"\xfe\xff") {
                self.ended = true;
                return Some(Err(Reason::NotUtf8 { at: 0 }));
            }
        }
        Some(Ok(line))
    }

    fn skip_line(&mut self) {
        loop {
            let (used, found) = match self.input.fill_buf() {
                Ok([]) | Err(_) => return,
                Ok(buffer) => match memchr::memchr(b'\n', buffer) {
                    Some(at) => (at + 1, true),
                    None => (buffer.len(), false),
                },
            };
            self.input.consume(used);
            self.bytes += used as u64;
            if found {
                return;
            }
        }
    }

    fn parse(&mut self, line: &[u8]) -> Read {
        let fields: Fields = match std::str::from_utf8(line) {
            Err(error) => return self.skipped(&Value::Null, Reason::NotUtf8 { at: error.valid_up_to() }),
            Ok(line) => match serde_json::from_str(line) {
                Ok(fields) => fields,
                Err(error) => {
                    let message = error.to_string().replace(" at line 1 column ", " at column ");
                    return self.skipped(&Value::Null, Reason::NotJson { message });
                }
            },
        };
        let text = match &fields.text {
            Value::String(text) => text,
            Value::Null => return self.skipped(&fields.id, Reason::BadField { what: "no \"text\"" }),
            _ => return self.skipped(&fields.id, Reason::BadField { what: "\"text\" is not a string" }),
        };
        if text.trim().is_empty() {
            let reason = if text.is_empty() { Reason::Empty } else { Reason::Blank };
            return self.skipped(&fields.id, reason);
        }
        if text.len() as u64 > LONGEST_ARTICLE {
            return self.skipped(&fields.id, Reason::TooLarge { limit: LONGEST_ARTICLE >> 20 });
        }
        let mut notes = Vec::new();
        let day = field(&fields.date);
        let published = day.as_deref().and_then(parse_day);
        if let (Some(day), None) = (&day, published) {
            notes.push(format!("\"date\" {day:?} is not a date and was ignored; write it as YYYY-MM-DD"));
        }
        let (id, doc) = self.name(&fields.id);
        Read::Article(Article {
            id,
            doc,
            origin: Origin::Line { line: self.line },
            title: field(&fields.title),
            source: field(&fields.source),
            published,
            text: Arc::from(text.as_str()),
            notes,
        })
    }

    fn skipped(&mut self, id: &Value, reason: Reason) -> Read {
        let (id, _) = self.name(id);
        Read::Skipped(Skipped { id, path: self.path.clone(), line: Some(self.line), reason })
    }

    /// The id of the current line, unique in the stream, and its display name: `line-N` if it has no id of its own,
    /// `ID~2` for the second line with the same id.
    fn name(&mut self, id: &Value) -> (String, String) {
        let own = field(id).unwrap_or_else(|| format!("line-{}", self.line));
        let mut unique = format!("{}{own}", self.prefix);
        let mut copy = 1;
        while self.ids.contains(&unique) {
            copy += 1;
            unique = format!("{}{own}~{copy}", self.prefix);
        }
        self.ids.insert(unique.clone());
        (unique, own)
    }
}

/// The value of a field that is a non-blank string or a number.
fn field(value: &Value) -> Option<String> {
    match value {
        Value::String(s) if !s.trim().is_empty() => Some(s.clone()),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        while !self.ended {
            match self.next_line()? {
                Err(reason) => return Some(self.skipped(&Value::Null, reason)),
                Ok(line) if line.trim_ascii().is_empty() => {}
                Ok(line) => return Some(self.parse(line.trim_ascii_end())),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Vec<Read> {
        Lines::new(lines.as_bytes(), None, String::new()).collect()
    }

    #[test]
    fn every_line_is_an_article_or_a_reason() {
        let got = read(concat!(
            "\u{feff}{\"id\":\"a\",\"title\":\"T\",\"source\":\"S\",\"date\":\"2025-05-05\",\"text\":\"Putin called.\"}\n",
            "not json at all\n",
            "\n",
            "{\"id\":\"b\",\"text\":null}\r\n",
            "{\"id\":7,\"text\":\"Seven.\"}\n",
            "{\"text\":\"No id.\",\"date\":\"soon\"}\n",
            "{\"id\":\"a\",\"text\":\"The same id.\"}\n",
            "{\"id\":\"c\",\"text\":\" \"}\n",
            "{\"id\":\"d\",\"text\":\"last, no newline\"}",
        ));
        let shown: Vec<String> = got
            .iter()
            .map(|read| match read {
                Read::Article(a) => format!("{} {}", a.id, a.text),
                Read::Skipped(s) => format!("{} {s}", s.id),
            })
            .collect();
        let starts = [
            "a Putin called.",
            "line-2 standard input, line 2: not JSON: expected ident at column 2",
            "b standard input, line 4: no \"text\"",
            "7 Seven.",
            "line-6 No id.",
            "a~2 The same id.",
            "c standard input, line 8: nothing but whitespace",
            "d last, no newline",
        ];
        assert_eq!(shown.len(), starts.len());
        for (shown, start) in shown.iter().zip(starts) {
            assert!(shown.starts_with(start), "{shown:?} should start with {start:?}");
        }
        let Read::Article(first) = &got[0] else { panic!("an article") };
        assert_eq!((first.title.as_deref(), first.source.as_deref()), (Some("T"), Some("S")));
        assert_eq!(first.published.map(|d| d.to_string()).as_deref(), Some("2025-05-05"));
        let Read::Article(undated) = &got[4] else { panic!("an article") };
        assert!(undated.notes[0].contains("soon"));
    }

    #[test]
    fn a_line_that_is_not_utf8_does_not_end_the_stream() {
        let bytes = b"{\"id\":\"a\",\"text\":\"caf\xe9\"}\n{\"id\":\"b\",\"text\":\"ok\"}\n";
        let got: Vec<Read> = Lines::new(&bytes[..], None, "x#".to_owned()).collect();
        assert!(matches!(&got[0], Read::Skipped(s) if s.reason == Reason::NotUtf8 { at: 21 }));
        assert!(matches!(&got[1], Read::Article(a) if a.id == "x#b" && a.doc == "b"));
    }
}
