//! `dossier why`: what was found at a byte of a file, and by which rules.

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;

use super::{Common, Failure, stdout};
use crate::app::cells::one_line;
use crate::explain::{self, Explanation, Value};
use crate::export::records::place;
use crate::ingest;
use crate::load::{Loaded, Loading};
use crate::model::{ArticleId, Span};
use crate::store::{Store, StoreBuilder};

pub(super) fn run(place: &str, common: &Common) -> Result<(), Failure> {
    let wrong = || Failure::Usage(format!("\"{place}\" is not of the form FILE:BYTE, as in article.txt:128"));
    let (file, byte) = place.rsplit_once(':').ok_or_else(wrong)?;
    // Of a range as the explorer shows it (128-138), the start counts.
    let byte: u32 = byte.split('-').next().and_then(|b| b.parse().ok()).ok_or_else(wrong)?;
    let store = load(file, common)?;
    let id = ArticleId(0);
    let article = &store.article(id).article;
    let at = byte.checked_sub(article.shift()).filter(|&at| (at as usize) < article.text.len());
    let Some(at) = at else {
        let (first, last) = (article.shift(), article.shift() as usize + article.text.len());
        return Err(Failure::Usage(format!(
            "byte {byte} is outside the text of {file}, which has bytes {first} to {last}"
        )));
    };
    let told = tell(&store, id, &explain::at(&store, id, at as usize));
    let mut out = stdout();
    if told.is_empty() {
        writeln!(out, "nothing was found at byte {byte} of {}", one_line(file))?;
    }
    out.write_all(told.as_bytes())?;
    Ok(out.flush()?)
}

/// The one article of a file, or the seed of that name.
fn load(file: &str, common: &Common) -> Result<Store, Failure> {
    let path = PathBuf::from(file);
    let seed = ingest::seeds().into_iter().find(|seed| seed.id == file).filter(|_| !path.exists());
    let items = seed.map_or_else(|| ingest::plan(&[path]), |seed| vec![seed]);
    let mut builder = StoreBuilder::new();
    let mut articles = 0;
    for loaded in Loading::start(items, common.load_options(), |article, findings| (article, findings)) {
        match loaded {
            Loaded::Article((article, findings)) if articles == 0 => {
                builder.add(article, findings);
                articles = 1;
            }
            Loaded::Article(_) => {
                return Err(Failure::Usage(format!(
                    "{file} contains more than one article; name a file with a single one"
                )));
            }
            Loaded::Skipped(skipped) => return Err(Failure::NothingRead(format!(": {skipped}"))),
        }
    }
    if articles == 0 { Err(Failure::NothingRead(format!(": {file} contains no article"))) } else { Ok(builder.build()) }
}

fn tell(store: &Store, id: ArticleId, told: &[Explanation]) -> String {
    let words = |span: Span| {
        let words = one_line(store.words_at(id, span));
        format!("{} “{words}”", place(store, id, span))
    };
    let mut out = String::new();
    for told in told {
        let _ = writeln!(out, "{}: {}", told.what, one_line(&told.value));
        if let Some(span) = told.words {
            let _ = writeln!(out, "  words       {}", words(span));
        }
        for fact in &told.facts {
            let value = match &fact.value {
                Value::Words(span) => words(*span),
                Value::Text(text) => one_line(text).into_owned(),
            };
            let _ = writeln!(out, "  {:<11} {value}", fact.name);
        }
    }
    out
}
