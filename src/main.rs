//! The `dossier` program.

use std::io::{self, Write};
use std::path::PathBuf;

use dossier::export::dossier_line;
use dossier::extract::Extractor;
use dossier::ingest::{self, Item, Read};

/// Stop-gap until the command line is built: `dossier extract [PATH…|-]`.
fn main() -> anyhow::Result<()> {
    let paths: Vec<PathBuf> = std::env::args_os().skip(2).map(PathBuf::from).collect();
    let mut extractor = Extractor::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for read in ingest::plan(&paths).iter().flat_map(Item::read) {
        match read {
            Read::Article(article) => {
                writeln!(out, "{}", dossier_line::to_json(&article, &extractor.extract(&article))?)?;
            }
            Read::Skipped(skipped) => eprintln!("{skipped}"),
        }
    }
    Ok(())
}
