//! Texts → sentences without labels, for another parser to read.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_hash::FxHashSet;

use super::perceptron::Dice;
use crate::language::{AnalysisBuilder, Gap};

/// Shorter and longer sentences teach little.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=60;

/// Takes up to `limit` words from the texts (JSON lines with a `text`), shuffled, in CoNLL-U without
/// labels; sentences seen before, addresses and Markdown are left out.
pub(crate) fn sample(texts: &Path, limit: usize, seed: u64) -> Result<String> {
    let lines = fs::read_to_string(texts).with_context(|| format!("reading {}", texts.display()))?;
    let mut lines: Vec<&str> = lines.lines().collect();
    Dice::new(seed).shuffle(&mut lines);
    let (mut out, mut seen, mut words) = (String::new(), FxHashSet::default(), 0);
    for line in lines {
        if words >= limit {
            break;
        }
        let json: serde_json::Value = serde_json::from_str(line)?;
        let text = json["text"].as_str().unwrap_or("").replace("**", "");
        let builder = AnalysisBuilder::new(&text);
        let analysis = builder.so_far();
        for sentence in analysis.sentences() {
            let run = sentence.tokens.clone();
            let shown = sentence.span.of(&text);
            if !LENGTHS.contains(&run.len())
                || shown.contains("http")
                || shown.contains(['|', '[', '\\'])
                || !seen.insert(shown.to_owned())
            {
                continue;
            }
            words += run.len();
            for (k, i) in run.clone().enumerate() {
                let touches = i + 1 < run.end && analysis.gap(i + 1) == Gap::None;
                let misc = if touches { "SpaceAfter=No" } else { "_" };
                let _ = writeln!(out, "{}\t{}\t_\tX\tXX\t_\t0\tdep\t_\t{misc}", k + 1, analysis.word(i));
            }
            out.push('\n');
        }
    }
    Ok(out)
}
