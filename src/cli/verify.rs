//! `dossier verify`: checks a report against the current sources.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Write;
use std::path::PathBuf;

use super::args::Verify;
use super::{Failure, stdout};
use crate::app::cells::one_line;
use crate::export::exhibit::{Exhibit, hash_of_file};
use crate::export::report;
use crate::export::verify::{Verdict, check};
use crate::ingest::{self, Read};
use crate::model::{Article, Origin};

pub(super) fn run(verify: &Verify, quiet: bool) -> Result<(), Failure> {
    let cannot = |error: &dyn std::fmt::Display| {
        Failure::Other(anyhow::anyhow!("cannot check {}: {error}", verify.report.display()))
    };
    let bytes = std::fs::read(&verify.report).map_err(|e| cannot(&e))?;
    let text = String::from_utf8(bytes).map_err(|_| cannot(&report::ReportError::Unknown))?;
    let exhibits = report::read(&text).map_err(|e| cannot(&e))?;
    let sources = Sources::read(&exhibits, &verify.paths);
    let mut hashes = HashMap::new();
    let mut sums: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut out = stdout();
    for exhibit in &exhibits {
        let article = sources.of(exhibit);
        let path = article.and_then(|a| a.path());
        let hash = path.and_then(|p| hashes.entry(p).or_insert_with(|| hash_of_file(p)).as_deref());
        let verdict = check(exhibit, article, hash);
        *sums.entry(verdict).or_default() += 1;
        if !quiet || verdict != Verdict::Ok {
            let words: String = exhibit.words.chars().take(60).collect();
            let place = format!("{}:{}-{}", exhibit.doc, exhibit.start, exhibit.end);
            writeln!(out, "{verdict:<8} {}  {}", one_line(&place), one_line(&words))?;
        }
    }
    let failed = sums.keys().any(|verdict| *verdict != Verdict::Ok);
    let sums: Vec<_> = sums.iter().map(|(verdict, n)| format!("{n} {verdict}")).collect();
    writeln!(
        out,
        "{} exhibits: {}",
        exhibits.len(),
        if sums.is_empty() { "nothing to check".to_owned() } else { sums.join(", ") }
    )?;
    out.flush()?;
    if failed { Err(Failure::CheckFailed) } else { Ok(()) }
}

/// The current articles behind the exhibits.
struct Sources {
    articles: Vec<Article>,
    by_path: HashMap<PathBuf, usize>,
    by_id: HashMap<String, usize>,
    by_doc: HashMap<String, usize>,
}

impl Sources {
    /// Reads the sources at the given paths, or else where the report says they are.
    fn read(exhibits: &[Exhibit], paths: &[PathBuf]) -> Self {
        let named: HashSet<&str> = exhibits.iter().map(|e| e.path.as_str()).filter(|p| !p.is_empty()).collect();
        let mut named: Vec<PathBuf> = named.into_iter().map(PathBuf::from).collect();
        named.sort();
        let mut items = ingest::plan(if paths.is_empty() { &named } else { paths });
        if paths.is_empty() && !named.is_empty() && exhibits.iter().any(|e| e.path.is_empty()) {
            items.extend(ingest::seeds());
        }
        let mut sources =
            Self { articles: Vec::new(), by_path: HashMap::new(), by_id: HashMap::new(), by_doc: HashMap::new() };
        let wanted: HashSet<&str> = exhibits.iter().map(|e| e.doc.as_str()).collect();
        for read in items.iter().flat_map(ingest::Item::read) {
            if let Read::Article(article) = read
                && wanted.contains(article.doc.as_str())
            {
                let n = sources.articles.len();
                if let Origin::File { path, .. } = &article.origin {
                    sources.by_path.entry(path.clone()).or_insert(n);
                }
                sources.by_id.entry(article.id.clone()).or_insert(n);
                sources.by_doc.entry(article.doc.clone()).or_insert(n);
                sources.articles.push(article);
            }
        }
        sources
    }

    /// The article behind an exhibit: the one with its path, or else its id, or else its name.
    fn of(&self, exhibit: &Exhibit) -> Option<&Article> {
        let by_path = self.by_path.get(std::path::Path::new(&exhibit.path));
        let found = by_path.or_else(|| self.by_id.get(&exhibit.article)).or_else(|| self.by_doc.get(&exhibit.doc));
        found.map(|&n| &self.articles[n])
    }
}
