//! The commands that train and use the name tagger.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::drills::Drills;
use super::{Course, evaluate, guide_of, item, label, label_name, lexicon, read, restyle, train};
use crate::language::features::Features;
use crate::language::gazetteer::Gazetteer;
use crate::language::model::Writer;
use crate::language::names::NameTagger;
use crate::language::{Analyser, Deprel, Models, Upos, Xpos};
use crate::train::conllu::{self, Sentence};
use crate::train::likelihood::Likelihood;
use crate::train::pipeline::{Options, write_sentence, written_trees};
use crate::train::{data, tagger};

/// Patterns of sentences that annotated texts lack.
const DRILLS: &str = "assets/training/drills.txt";

/// Sentences whose names people marked, in one file for another tagger to read beside.
fn gold_names(options: &Options) -> Result<Vec<(conllu::Sentence, Vec<u8>, bool)>> {
    let mut all = Vec::new();
    for name in ["crossner-politics-train.txt", "crossner-politics-dev.txt", "uner-ewt-dev.iob2"] {
        // every fourth sentence of the larger CrossNER file is kept for measuring
        let hold = name.contains("politics-dev") && options.number("with-held-out", 0) == 0;
        let fold = options.number("fold", 3);
        let read = read::read(&options.data.join(name))?.into_iter().enumerate();
        all.extend(read.map(|(i, (s, labels))| (s, labels, hold && i % 4 == fold)));
    }
    Ok(all)
}

pub(crate) fn name_sentences(options: &Options) -> Result<()> {
    let mut out = String::new();
    for (mut s, labels, _) in gold_names(options)? {
        s.misc = labels.iter().map(|l| label_name(*l)).collect();
        blank(&mut s);
        write_sentence(&s, &mut out);
    }
    Ok(fs::write(options.file("to", "names-gold.conllu"), out)?)
}

fn blank(s: &mut Sentence) {
    let n = s.len();
    s.upos = vec![Upos::X; n];
    s.xpos = vec![Xpos::Xx; n];
    s.heads = vec![0; n];
    s.deprels = vec![Deprel::Dep; n];
}

/// Trains the name tagger; with `--guide` and `--raw` a teacher that sees another tagger's names
/// beside the gold ones, which then labels `--raw` into `--to`.
pub(crate) fn names(options: &Options) -> Result<()> {
    let trees = written_trees(options)?;
    let lexicon = lexicon::read(&options.file("name-clusters", "name-clusters.tsv"))?;
    let mut f = Features::new();
    let mut ready = |s: Sentence, labels: Vec<u8>| {
        let words = data::words(&s, &trees.tagger.lexicon);
        let tags = tagger::tag(&trees.tagger, &s, &words, &mut f);
        let mut universal = Vec::new();
        trees.tagger.universal(&tags.first, &mut universal);
        item(s, labels, words, universal, &lexicon)
    };
    let guides = match options.values.get("guide") {
        Some(name) => Some(conllu::read(&options.data.join(name))?),
        None => None,
    };
    let (mut items, mut held) = (Vec::new(), Vec::new());
    for (k, (s, labels, out)) in gold_names(options)?.into_iter().enumerate() {
        let mut item = ready(s, labels);
        if let Some(guides) = &guides {
            let guide = guides.get(k).filter(|g| g.len() == item.sentence.len()).context("guide and names differ")?;
            item.guide = guide_of(&guide.misc);
        }
        if out { held.push(item) } else { items.push(item) }
    }
    for name in options.values.get("silver").map_or("", String::as_str).split(',').filter(|n| !n.is_empty()) {
        for s in
            conllu::read(&options.data.join(name))?.into_iter().take(options.number("silver-sentences", usize::MAX))
        {
            let labels = read::convert(&s, &s.misc.clone());
            items.push(ready(s, labels));
        }
    }
    let teaching = guides.is_some();
    let every = options.number("restyle", 8);
    if every > 0 && !teaching {
        // what is written in capitals or without any is rare in the data and common on the web
        for k in (0..items.len()).step_by(every) {
            let copy = restyle(&items[k].sentence, (k / every).is_multiple_of(2));
            items.push(ready(copy, items[k].labels.clone()));
        }
    }
    let seed = options.number("seed", 1) as u64;
    if !teaching {
        let path = options.values.get("drills").map_or(DRILLS, String::as_str);
        items.extend(Drills::read(Path::new(path))?.sentences(seed)?.into_iter().map(|(s, l)| ready(s, l)));
    }
    let course = Course {
        rounds: options.number("name-rounds", 10),
        repeat: options.number("name-repeat", 4),
        rate: options.decimal("name-rate", 0.4),
        hidden: options.number("name-hidden", 30),
        seed,
    };
    let (most, load) = if teaching { (usize::MAX, 0.5) } else { (options.number("name-features", 160_000), 0.85) };
    let learnt = train(&items, course, most, options.number("name-runs", 3));
    let tagger = NameTagger { lexicon: lexicon.clone(), weights: Likelihood::wide(&learnt, load) };
    let mut w = Writer::default();
    tagger.write(&mut w);
    let file = w.finish();
    println!(
        "{} sentences, {} features, {:.2} MB in the file, {:.1} in memory",
        items.len(),
        learnt.first().map_or(0, Likelihood::len),
        file.len() as f64 / 1e6,
        tagger.size() as f64 / 1e6
    );
    println!("held out: {}", evaluate(&tagger, &held));
    if let Some(raw) = options.values.get("raw") {
        let mut out = String::new();
        let mut f = Features::new();
        for s in conllu::read(&options.data.join(raw))? {
            let guide = guide_of(&s.misc);
            let labels = vec![0; s.len()];
            let mut item = ready(s, labels);
            item.guide = guide;
            let labels = label(&tagger, &item, &mut f);
            item.sentence.misc = labels.into_iter().map(label_name).collect();
            write_sentence(&item.sentence, &mut out);
        }
        fs::write(options.file("to", "taught-names.conllu"), out)?;
    } else {
        fs::write(options.out.join("names.bin"), file)?;
    }
    Ok(())
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Reads JSON lines (`id`, `text`) from `--texts` and prints each with the names found by the weights
/// in `--out`, as byte ranges: what a scorer of names wants.
pub(crate) fn find_names(options: &Options) -> Result<()> {
    let trees = fs::read(options.out.join("trees.bin"))?;
    let names = fs::read(options.out.join("names.bin"))?;
    let started = Instant::now();
    let models = Models::read(&trees, &names).context("the weights are damaged")?;
    let read = started.elapsed();
    let _ = Gazetteer::get();
    let both = started.elapsed();
    eprintln!("weights read in {:.1} ms, gazetteer in {:.1} ms", millis(read), millis(both.saturating_sub(read)));
    let mut analyser = Analyser::with(Box::leak(Box::new(models)));
    for line in fs::read_to_string(options.file("texts", "texts.jsonl"))?.lines() {
        let json: serde_json::Value = serde_json::from_str(line)?;
        let analysis = analyser.analyse(json["text"].as_str().unwrap_or(""));
        let entities: Vec<_> = analysis
            .names()
            .iter()
            .map(|n| {
                let span = analysis.span_of(n.tokens.clone());
                serde_json::json!({"start": span.start, "end": span.end, "kind": n.kind})
            })
            .collect();
        println!("{}", serde_json::json!({"id": json["id"], "entities": entities}));
    }
    Ok(())
}
