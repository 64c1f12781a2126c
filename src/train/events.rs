//! `train events`: learns how far an event may be trusted, from annotated articles and from events that a
//! person judged one by one; `train gold` prints how extraction stands on annotated articles.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::gold::{self, Gold, Grade, Scores};
use super::logistic::{self, Example, Weights};
use super::pipeline::Options;
use crate::extract::Extractor;
use crate::model::{Article, EventType, Findings};

/// Learns `events.tsv` and prints how well the scores tell true events from false ones on articles left out.
pub(super) fn train(options: &Options) -> Result<()> {
    let examples = examples(options)?;
    let (strength, folds) = (options.decimal("strength", 25.0), options.number("folds", 10));
    if let Some(file) = options.values.get("dump") {
        fs::write(file, dump(&examples))?;
        return Ok(());
    }
    print!("{}", logistic::cross_validation(&examples, strength, folds));
    let to = options.out.join("events.tsv");
    fs::write(&to, table(&logistic::learn(&examples, strength), examples.len()))
        .with_context(|| format!("writing {}", to.display()))
}

/// Prints precision, recall and F1 of every row on the annotated articles.
pub(super) fn print_scores(options: &Options) -> Result<()> {
    let (mut extractor, mut scores) = (Extractor::new(), Scores::default());
    let mut articles = annotated(options)?;
    if let Some(file) = options.values.get("lines") {
        articles.extend(gold::read_lines(Path::new(file))?);
    }
    let mut worths = gold::Worths::default();
    for gold in &articles {
        let mut article = Article::from_text(&gold.doc, &gold.text);
        article.published = gold.published;
        let (found, fires) = extractor.extract_with_fires(&article);
        gold::score(gold, &found, &mut scores);
        worths.add(gold, &found, &fires);
    }
    if options.values.contains_key("rules") {
        print!("{}", worths.table(&scores));
    }
    println!("{:30} {:>6} {:>6} {:>6}   ({} articles)", "", "P", "R", "F1", articles.len());
    for (name, tally) in scores.rows() {
        println!("{name:30} {:6.3} {:6.3} {:6.3}", tally.precision(), tally.recall(), tally.f1());
    }
    Ok(())
}

fn annotated(options: &Options) -> Result<Vec<Gold>> {
    let path = |name: &str, default: &str| PathBuf::from(options.values.get(name).map_or(default, String::as_str));
    gold::read(&path("gold", "tests/gold"), &path("seeds", "seeds"))
}

fn examples(options: &Options) -> Result<Vec<Example>> {
    let (mut extractor, mut out) = (Extractor::new(), Vec::new());
    for gold in &annotated(options)? {
        let (found, signs) = extractor.extract_with_signs(&Article::from_text(&gold.doc, &gold.text));
        for (event, signs) in found.events.iter().zip(signs) {
            let best = gold.events.iter().map(|w| gold::grade(gold, &found, event, w)).max();
            let truth = match best.unwrap_or(Grade::None) {
                Grade::None => 0.0,
                Grade::Type => 0.5,
                Grade::People | Grade::When => 1.0,
            };
            out.push(Example { article: gold.doc.clone(), signs, truth });
        }
    }
    if let Some(judged) = options.values.get("judged") {
        let texts = options.file("texts", "whitehouse.jsonl");
        add_judged(Path::new(judged), &texts, &mut extractor, &mut out)?;
    }
    Ok(out)
}

/// A judgement: where the event's trigger starts, its type, how true it reads.
type Judgement = (usize, EventType, f32);

/// Adds the events of `judged`: article, bytes of the trigger, type, 2 for an event that reads true, 1 for one
/// whose people are wrong or not all told, 0 for one that is none; the trigger's words are for people.
fn add_judged(judged: &Path, texts: &Path, extractor: &mut Extractor, out: &mut Vec<Example>) -> Result<()> {
    let table = fs::read_to_string(judged).with_context(|| format!("reading {}", judged.display()))?;
    let mut wanted: FxHashMap<&str, Vec<Judgement>> = FxHashMap::default();
    for line in table.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let judgement = || -> Option<Judgement> {
            let start = fields.get(1)?.split('-').next()?.parse().ok()?;
            Some((start, fields.get(2)?.parse().ok()?, fields.get(3)?.parse::<f32>().ok()? / 2.0))
        };
        let judgement = judgement().with_context(|| format!("{}: {line}", judged.display()))?;
        wanted.entry(fields[0]).or_default().push(judgement);
    }
    let lines = fs::read_to_string(texts).with_context(|| format!("reading {}", texts.display()))?;
    let (mut met, all) = (0, wanted.values().map(Vec::len).sum::<usize>());
    for line in lines.lines() {
        let json: serde_json::Value = serde_json::from_str(line)?;
        let id = json["id"].as_str().unwrap_or("");
        let Some(judgements) = wanted.get(id) else { continue };
        let mut article = Article::from_text(id, json["text"].as_str().unwrap_or(""));
        article.published = json["date"].as_str().and_then(|d| d.parse::<NaiveDate>().ok());
        let (found, signs) = extractor.extract_with_signs(&article);
        for &(start, kind, truth) in judgements {
            if let Some(n) = at(&found, start, kind) {
                met += 1;
                // single events were judged in speeches too, where less is true: that must not lower all scores
                let signs = signs[n].iter().cloned().chain([logistic::JUDGED.to_owned()]).collect();
                out.push(Example { article: id.to_owned(), signs, truth });
            }
        }
    }
    eprintln!("{met} of {all} judged events are found as they were judged");
    Ok(())
}

fn at(found: &Findings, start: usize, kind: EventType) -> Option<usize> {
    found.events.iter().position(|e| e.kind == kind && e.trigger.range().start == start)
}

fn table(weights: &Weights, examples: usize) -> String {
    let mut out = format!(
        "# What the signs of an event weigh (src/extract/events/signs.rs), learnt by `train events` from {examples} events.\n\
         # group\tvalue\tweight: above 0 speaks for the event, below 0 against it; what is not here weighs nothing.\n\
         start\t-\t{:.3}\n",
        weights.start
    );
    let mut lines: Vec<_> = weights.signs.iter().filter(|(s, w)| w.abs() >= 0.02 && *s != logistic::JUDGED).collect();
    lines.sort_by(|a, b| a.0.cmp(b.0));
    for (sign, weight) in lines {
        let _ = writeln!(out, "{sign}\t{weight:.3}");
    }
    out
}

fn dump(examples: &[Example]) -> String {
    let mut out = String::new();
    for e in examples {
        let _ = writeln!(out, "{}\t{}\t{}", e.article, e.truth, e.signs.join(" ").replace('\t', "="));
    }
    out
}
