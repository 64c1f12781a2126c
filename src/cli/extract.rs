//! `dossier extract`: one line of JSON per article.

use std::io::Write;

use serde::Serialize;

use super::args::Extract;
use super::progress::Bar;
use super::{Common, Failure, Notes, stdout};
use crate::export::dossier_line::{self, Detail};
use crate::export::escape;
use crate::ingest::{self, Skipped};
use crate::load::{Loaded, Loading};
use crate::model::{Article, Findings};

/// What the printing thread needs of an article; the extraction threads format the line.
struct Line {
    json: serde_json::Result<String>,
    id: String,
    words: u32,
    warnings: Vec<String>,
}

pub(super) fn run(extract: &Extract, common: &Common) -> Result<(), Failure> {
    let mut notes = Notes::new(common)?;
    let detail = if extract.explain { Detail::Explained } else { Detail::Findings };
    let loading =
        Loading::start(ingest::plan(&extract.input.paths), common.load_options(), move |article, findings| {
            line(article, findings, detail)
        });
    let mut bar = Bar::new(loading.progress(), common, false);
    let mut out = stdout();
    for loaded in loading {
        match loaded {
            Loaded::Article(line) => {
                writeln!(out, "{}", line.json?)?;
                bar.article(line.words);
                notes.article(&line.id, line.words, line.warnings.into_iter())?;
            }
            Loaded::Skipped(skipped) => {
                writeln!(out, "{}", escape::json(&error_line(&skipped)?))?;
                notes.skip(&skipped)?;
            }
        }
    }
    out.flush()?;
    drop(bar);
    notes.finish()
}

fn line(article: Article, findings: Findings, detail: Detail) -> Line {
    let json = dossier_line::to_json(&article, &findings, detail);
    let warnings = findings.warnings.into_iter().map(|w| w.message);
    Line {
        json: json.map(|json| escape::json(&json).into_owned()),
        words: findings.words,
        warnings: article.notes.into_iter().chain(warnings).collect(),
        id: article.id,
    }
}

/// The line for something that yielded no article.
#[derive(Serialize)]
struct ErrorLine<'a> {
    schema: &'static str,
    id: &'a str,
    doc: &'a str,
    path: Option<String>,
    line: Option<u64>,
    error: String,
}

fn error_line(skipped: &Skipped) -> serde_json::Result<String> {
    let name = skipped.path.as_ref().and_then(|p| p.file_name()).map(|n| n.to_string_lossy());
    serde_json::to_string(&ErrorLine {
        schema: "dossier/1",
        id: &skipped.id,
        doc: name.as_deref().unwrap_or(&skipped.id),
        path: skipped.path.as_ref().map(|p| p.display().to_string()),
        line: skipped.line,
        error: skipped.reason.to_string(),
    })
}
