//! `train judge-tokens` and `train judge-examples`: what the event judge learns from: every token of texts, and of those that could tell an
//! event the features that the judge sees at run time.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufWriter, Write as _};

use anyhow::{Context, Result};

use super::pipeline::Options;
use crate::extract::Extractor;
use crate::language::Analyser;
use crate::model::Article;

/// Writes, for each JSON line of `--texts`, the tokens of its text: `[first byte, end, lemma, class, tag, relation,
/// head, sentence]`.
pub(super) fn write_tokens(options: &Options) -> Result<()> {
    let texts = options.file("texts", "news-train.jsonl");
    let lines = fs::read_to_string(&texts).with_context(|| format!("reading {}", texts.display()))?;
    let to = options.file("to", "judge-tokens.jsonl");
    let mut out = BufWriter::new(fs::File::create(&to).with_context(|| format!("writing {}", to.display()))?);
    let mut analyser = Analyser::new();
    for line in lines.lines() {
        let json: serde_json::Value = serde_json::from_str(line)?;
        let text = json["text"].as_str().unwrap_or("");
        let a = analyser.analyse(text);
        let mut shown = String::from("[");
        for i in 0..a.tokens().len() {
            let lemma = serde_json::to_string(a.lemma(i))?;
            let _ = write!(
                shown,
                "{}[{},{},{lemma},\"{}\",\"{}\",\"{}\",{},{}]",
                if i > 0 { "," } else { "" },
                a.span(i).start,
                a.span(i).end,
                a.upos(i).name(),
                a.xpos(i).name(),
                a.deprel(i).name(),
                a.head(i).map_or(-1, |h| h as i64),
                a.sentence_of(i),
            );
        }
        shown.push(']');
        let id = if json["doc"].is_null() { &json["id"] } else { &json["doc"] };
        writeln!(out, "{{\"id\":{id},\"tokens\":{shown}}}")?;
    }
    Ok(out.flush()?)
}

/// Writes what the judge would be asked about each JSON line of `--texts`, numbers of four bytes, low byte first:
/// for a sentence `u32::MAX`, the line's number, how many features all its words share, these; for a word its number,
/// that of its head or `u32::MAX`, a bit for each type that frames say it tells, how many features it has, these.
pub(super) fn write_examples(options: &Options) -> Result<()> {
    let texts = options.file("texts", "news-train.jsonl");
    let lines = fs::read_to_string(&texts).with_context(|| format!("reading {}", texts.display()))?;
    let to = options.file("to", "judge-examples.bin");
    let mut out = BufWriter::new(fs::File::create(&to).with_context(|| format!("writing {}", to.display()))?);
    let mut extractor = Extractor::new();
    for (number, line) in lines.lines().enumerate() {
        let json: serde_json::Value = serde_json::from_str(line)?;
        let article = Article::from_text("", json["text"].as_str().unwrap_or(""));
        for sentence in extractor.judge_examples(&article) {
            let mut put = |n: u32| out.write_all(&n.to_le_bytes());
            put(u32::MAX)?;
            put(number as u32)?;
            put(sentence.shared.len() as u32)?;
            sentence.shared.iter().try_for_each(|&f| put(f))?;
            for word in sentence.words {
                put(word.token as u32)?;
                put(word.head.map_or(u32::MAX, |h| h as u32))?;
                put(word.framed.iter().fold(0, |bits, &kind| bits | 1 << kind as u32))?;
                put(word.own.len() as u32)?;
                word.own.iter().try_for_each(|&f| put(f))?;
            }
        }
    }
    Ok(out.flush()?)
}
