//! Parses queries.

use std::ops::Range;

use super::synonyms;
use super::values::{self, Value};
use super::{KEYS, Query, QueryError, Term, Test};
use crate::model::{EventType, Mode, Status};
use crate::store::WordPattern;

pub(super) fn parse(text: &str) -> Result<Query, QueryError> {
    let mut scanner = Scanner { text, at: 0 };
    let mut terms = Vec::new();
    while let Some(c) = scanner.skip_blanks() {
        let negated = c == '-' && scanner.rest().chars().nth(1).is_some_and(|next| !next.is_whitespace());
        if negated {
            scanner.at += 1;
        }
        let test = match scanner.key() {
            Some(key) => {
                let name = text[key.clone()].to_ascii_lowercase();
                let known = KEYS.iter().any(|k| k.name == name);
                if !known {
                    let message = format!("there is no key \"{}:\"", &text[key.clone()]);
                    let suggestion = values::nearest(&name, KEYS.iter().map(|k| k.name));
                    return Err(QueryError { message, span: key, suggestion });
                }
                scanner.at = key.end + 1;
                let values = scanner.values(&name)?;
                test(&name, &values)?
            }
            None => Test::Words(WordPattern::new(&scanner.word()?.text)),
        };
        terms.push(Term { negated, test });
    }
    Ok(Query { terms })
}

/// Parses the condition of a known key.
fn test(key: &str, values: &[Value]) -> Result<Test, QueryError> {
    let names = || values.iter().map(Value::actor_name).collect::<Result<_, _>>();
    Ok(match key {
        "actor" => Test::Actor(names()?),
        "from" => Test::From(names()?),
        "to" => Test::To(names()?),
        "by" => Test::By(names()?),
        "about" => Test::About(names()?),
        "type" => {
            let name = |t: EventType| t.name();
            let chosen = values::choose(values, "event type", EventType::ALL, name);
            Test::Type(chosen.map_err(|error| mean_type(values, error))?)
        }
        "mode" => Test::Mode(values::choose(values, "mode", Mode::ALL, Mode::name)?),
        "status" => Test::Status(values::choose(values, "status", Status::ALL, Status::name)?),
        "kind" => {
            let chosen = values::choose(values, "kind", super::Kind::ALL, |k| k.0)?;
            Test::Kind(chosen.into_iter().map(|k| k.1).collect())
        }
        "date" => Test::Date(values.iter().map(Value::date_range).collect::<Result<_, _>>()?),
        "confidence" => {
            let (from, to) = values::confidence(values)?;
            Test::Confidence(from, to)
        }
        "doc" => Test::Doc(values.iter().map(|v| crate::store::fold(&v.text)).collect()),
        _ => Test::Quote(values.iter().map(|v| WordPattern::new(&v.text)).collect()),
    })
}

/// An error about a type with the one that its word means, where it means one, rather than one spelt alike.
fn mean_type(values: &[Value], error: QueryError) -> QueryError {
    let word = values.iter().find(|v| v.span == error.span).map_or("", |v| v.text.as_str());
    match synonyms::event_type(word) {
        Some(meant) => QueryError { suggestion: Some(meant.name().to_ascii_lowercase()), ..error },
        None => error,
    }
}

/// A cursor in a query. `at` is always a character boundary.
struct Scanner<'q> {
    text: &'q str,
    at: usize,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Skips to the next non-blank character.
    fn skip_blanks(&mut self) -> Option<char> {
        self.at = self.text.len() - self.rest().trim_start().len();
        self.rest().chars().next()
    }

    /// The key at the cursor, if there is one: letters followed by a colon.
    fn key(&self) -> Option<Range<usize>> {
        let letters = self.rest().find(|c: char| !c.is_ascii_alphabetic())?;
        (letters > 0 && self.rest()[letters..].starts_with(':')).then(|| self.at..self.at + letters)
    }

    /// The values after a key, separated by commas.
    fn values(&mut self, key: &str) -> Result<Vec<Value>, QueryError> {
        let mut values = Vec::new();
        loop {
            let start = self.at;
            let exact = self.rest().starts_with('=');
            self.at += usize::from(exact);
            let mut value = self.piece(|c| c.is_whitespace() || c == ',')?;
            value.exact = exact;
            value.span.start = start;
            if value.text.trim().is_empty() {
                let example = KEYS.iter().find(|k| k.name == key).map_or("", |k| k.example);
                let message = format!("\"{key}:\" needs a value, as in {example}");
                return Err(QueryError { message, span: start..self.at, suggestion: None });
            }
            values.push(value);
            if !self.rest().starts_with(',') {
                return Ok(values);
            }
            self.at += 1;
        }
    }

    /// A free word, or a phrase in quotation marks.
    fn word(&mut self) -> Result<Value, QueryError> {
        self.piece(char::is_whitespace)
    }

    /// A phrase in quotation marks, or the text up to the next separator.
    fn piece(&mut self, is_end: impl Fn(char) -> bool) -> Result<Value, QueryError> {
        let start = self.at;
        if let Some(open @ ('"' | '“' | '”')) = self.rest().chars().next() {
            self.at += open.len_utf8();
            let Some(len) = self.rest().find(['"', '“', '”']) else {
                let message = "this quotation mark is never closed".to_owned();
                return Err(QueryError { message, span: start..self.at, suggestion: None });
            };
            let text = self.rest()[..len].to_owned();
            self.at += len + self.rest()[len..].chars().next().map_or(0, char::len_utf8);
            return Ok(Value { text, span: start..self.at, exact: false });
        }
        let len = self.rest().find(is_end).unwrap_or(self.rest().len());
        let text = self.rest()[..len].to_owned();
        self.at += len;
        Ok(Value { text, span: start..self.at, exact: false })
    }
}
