//! The `dossier` program.

use std::io::{self, BufRead, Write};

use dossier::extract::Extractor;
use dossier::model::Article;

/// Stop-gap until the command line is built: `dossier extract -` or `dossier extract FOLDER`.
fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut emit = |article: Article| -> anyhow::Result<()> {
        let findings = extractor.extract(&article);
        writeln!(out, "{}", dossier::export::dossier_line::to_json(&article, &findings)?)?;
        Ok(())
    };
    match args.get(1).map(String::as_str) {
        Some("-") | None => {
            for line in io::stdin().lock().lines() {
                let value: serde_json::Value = serde_json::from_str(&line?)?;
                let id = value["id"].as_str().map_or_else(|| value["id"].to_string(), str::to_owned);
                let mut article = Article::from_text(&id, value["text"].as_str().unwrap_or(""));
                article.published = value["date"].as_str().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok());
                emit(article)?;
            }
        }
        Some(folder) => {
            let mut paths: Vec<_> = std::fs::read_dir(folder)?.filter_map(|e| Some(e.ok()?.path())).collect();
            paths.sort();
            for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
                let doc = path.file_name().unwrap_or_default().to_string_lossy();
                emit(Article::from_text(&doc, &std::fs::read_to_string(path)?))?;
            }
        }
    }
    Ok(())
}
