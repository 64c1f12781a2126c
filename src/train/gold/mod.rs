//! Annotated articles: reading them and grading against them what was extracted.
//!
//! One JSON file an article; `tests/gold/README.md` says what is annotated by which rules. Articles of the
//! default corpus are annotated there without a copy of their text, which is read from `seeds/`.

mod score;
mod worth;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use crate::model::{EventType, Span, Status};

pub use score::{Grade, Scores, Tally, grade, score};
pub use worth::Worths;

/// An annotated article with its text.
#[derive(Clone, Debug)]
pub struct Gold {
    /// Its file name.
    pub doc: String,
    /// Its text.
    pub text: String,
    /// The day it was published, where the annotation gives it.
    pub published: Option<NaiveDate>,
    /// Everybody who acts in it.
    pub actors: Vec<GoldActor>,
    /// Who said what.
    pub quotes: Vec<GoldQuote>,
    /// Its dates.
    pub dates: Vec<GoldDate>,
    /// Its events.
    pub events: Vec<GoldEvent>,
}

/// An annotated actor.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldActor {
    /// What quotes and events call it.
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// The names of it that the text uses.
    pub names: Vec<String>,
    /// True where it may be found or left.
    #[serde(default)]
    pub optional: bool,
}

/// An annotated quote.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldQuote {
    /// What was said, marks left out.
    pub text: String,
    /// `direct` or `indirect`.
    pub kind: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// True where it may be found or left.
    #[serde(default)]
    pub optional: bool,
}

/// An annotated date.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldDate {
    /// Its words.
    pub text: String,
    /// Its TIMEX3 value, `None` where it cannot be told.
    pub value: Option<String>,
    /// True where it may be found or left.
    #[serde(default)]
    pub optional: bool,
}

/// An annotated event.
#[derive(Clone, Debug, Deserialize)]
pub struct GoldEvent {
    /// The sentence that tells it, or a part of it that occurs once.
    pub sentence: String,
    /// The words that tell it.
    pub trigger: String,
    /// What it is, the best type first.
    pub types: Vec<EventType>,
    /// Who.
    pub source: Vec<String>,
    /// To whom.
    pub target: Vec<String>,
    /// When, as TIMEX3: each value that is right.
    #[serde(rename = "date", deserialize_with = "one_or_several")]
    pub dates: Vec<Option<String>>,
    /// Whether it happened.
    pub status: Status,
    /// True where it may be found or left.
    #[serde(default)]
    pub optional: bool,
}

/// A value, nothing, or a list of both.
fn one_or_several<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Option<String>>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Dates {
        One(Option<String>),
        Several(Vec<Option<String>>),
    }
    Ok(match Dates::deserialize(from)? {
        Dates::One(date) => vec![date],
        Dates::Several(dates) => dates,
    })
}

/// A text of a JSON Lines file, its actors and events annotated.
#[derive(Deserialize)]
struct Line {
    doc: String,
    text: String,
    document_date: Option<NaiveDate>,
    actors: Vec<GoldActor>,
    events: Vec<GoldEvent>,
}

/// The annotated texts of a JSON Lines file: `doc`, `text`, `document_date`, `actors`, `events` a line. Their quotes
/// and dates are not annotated.
///
/// # Errors
/// A file that cannot be read, or a line that is no annotation.
pub fn read_lines(file: &Path) -> Result<Vec<Gold>> {
    let lines = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let one = |(n, line): (usize, &str)| {
        let Line { doc, text, document_date: published, actors, events } =
            serde_json::from_str(line).with_context(|| format!("{}:{}", file.display(), n + 1))?;
        Ok(Gold { doc, text, published, actors, quotes: Vec::new(), dates: Vec::new(), events })
    };
    lines.lines().enumerate().map(one).collect()
}

#[derive(Deserialize)]
struct File {
    doc: String,
    actors: Vec<GoldActor>,
    quotes: Vec<GoldQuote>,
    dates: Vec<GoldDate>,
    events: Vec<GoldEvent>,
}

/// The annotated articles of a folder, by file name; a text that is not beside its annotation is looked for
/// in `others`.
///
/// # Errors
/// A file that cannot be read or is no annotation.
pub fn read(folder: &Path, others: &Path) -> Result<Vec<Gold>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files: Vec<_> = entries.flatten().map(|e| e.path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "json"));
    files.sort();
    files.iter().map(|f| one(f, folder, others).with_context(|| format!("{}", f.display()))).collect()
}

fn one(file: &Path, folder: &Path, others: &Path) -> Result<Gold> {
    let File { doc, actors, quotes, dates, events } = serde_json::from_str(&fs::read_to_string(file)?)?;
    let text = fs::read_to_string(folder.join(&doc)).or_else(|_| fs::read_to_string(others.join(&doc)))?;
    Ok(Gold { doc, text, published: None, actors, quotes, dates, events })
}

impl Gold {
    /// The actor of an id.
    fn actor(&self, id: &str) -> Option<&GoldActor> {
        self.actors.iter().find(|a| a.id == id)
    }

    /// Where each of `texts`, in the order of the text, stands: equal ones are counted off one after the other.
    fn places<'g>(&self, texts: impl Iterator<Item = &'g str>) -> Vec<Option<Span>> {
        let mut seen: Vec<(&str, usize)> = Vec::new();
        let mut out = Vec::new();
        for text in texts {
            let from = seen.iter().rev().find(|(t, _)| *t == text).map_or(0, |(_, end)| *end);
            let at = self.text.get(from..).and_then(|rest| rest.find(text)).map(|n| n + from);
            out.push(at.map(|at| {
                seen.push((text, at + text.len()));
                Span::new(at, at + text.len())
            }));
        }
        out
    }
}
