//! The net under every move: what extraction prints of 27 public-domain texts, as one hash a text.
//!
//! A change that is meant to change nothing must leave every hash alone. One that changes what is found writes the
//! hashes anew (`UPDATE_NET=1 cargo test --test net`) and says in its commit what changed and what reading it showed.
//! `tests/net/corpora.py BIN DIR` does the same over whole collections.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use dossier::export::dossier_line::{self, Detail};
use dossier::extract::Extractor;
use dossier::model::Article;
use sha2::{Digest, Sha256};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/net").join(name)
}

/// The texts of the fixture: id, article.
fn articles() -> Vec<Article> {
    let lines = fs::read_to_string(path("texts.jsonl")).unwrap();
    let read = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut article = Article::from_text(row["id"].as_str().unwrap(), row["text"].as_str().unwrap());
        article.published = row["date"].as_str().and_then(|d| d.parse().ok());
        article.title = row["title"].as_str().map(str::to_owned);
        article
    };
    lines.lines().map(read).collect()
}

#[test]
fn what_is_found_stays_the_same() {
    let mut extractor = Extractor::new();
    let mut table = String::from("# text | events | quotes | actors | SHA-256 of its line\n");
    for article in articles() {
        let findings = extractor.extract(&article);
        let line = dossier_line::to_json(&article, &findings, Detail::Explained).unwrap();
        let hash = Sha256::digest(line.as_bytes()).iter().fold(String::new(), |mut out, byte| {
            let _ = write!(out, "{byte:02x}");
            out
        });
        let (events, quotes, actors) = (findings.events.len(), findings.quotes.len(), findings.actors.len());
        let _ = writeln!(table, "{}\t{events}\t{quotes}\t{actors}\t{hash}", article.id);
    }
    if std::env::var_os("UPDATE_NET").is_some() {
        fs::write(path("hashes.tsv"), &table).unwrap();
        return;
    }
    let kept = fs::read_to_string(path("hashes.tsv")).unwrap_or_default();
    let changed: Vec<_> = table.lines().filter(|l| !kept.lines().any(|k| k == *l)).collect();
    assert!(
        changed.is_empty() && kept.lines().count() == table.lines().count(),
        "extraction changed; if that was meant, read what changed and run UPDATE_NET=1 cargo test --test net\n{}",
        changed.join("\n")
    );
}
