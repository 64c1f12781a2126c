//! The commands of the `train` program.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use super::conllu::{self, Sentence};
use super::trees::Trees;
use super::{data, names, raw, raw_eval, tagger, teacher, trees};
use crate::language::features::Features;
use crate::language::model::Writer;
use crate::language::names::NameTagger;
use crate::language::{Analyser, Deprel, Models, Upos, Xpos};

/// Settings of a training run, from the command line.
pub(super) struct Options {
    pub data: PathBuf,
    pub out: PathBuf,
    pub values: FxHashMap<String, String>,
}

impl Options {
    fn read(args: &[String]) -> Result<Self> {
        let mut values = FxHashMap::default();
        let mut rest = args.iter();
        while let Some(name) = rest.next() {
            let name = name.strip_prefix("--").with_context(|| format!("expected an option, found {name}"))?;
            values.insert(name.to_owned(), rest.next().cloned().with_context(|| format!("--{name} needs a value"))?);
        }
        let path = |name: &str, default: &str| PathBuf::from(values.get(name).map_or(default, String::as_str));
        Ok(Self { data: path("data", "."), out: path("out", "assets/models"), values })
    }

    pub(super) fn number(&self, name: &str, default: usize) -> usize {
        self.values.get(name).and_then(|v| v.parse().ok()).unwrap_or(default)
    }

    pub(super) fn decimal(&self, name: &str, default: f32) -> f32 {
        self.values.get(name).and_then(|v| v.parse().ok()).unwrap_or(default)
    }

    pub(super) fn file(&self, name: &str, default: &str) -> PathBuf {
        self.data.join(self.values.get(name).map_or(default, String::as_str))
    }
}

const USAGE: &str = "usage: train all|tagger|parser|names|sample|teach|name-sentences|find-names|eval|eval-raw …
docs/language-models.md says what each reads and writes";

/// Runs the command that `args` name.
///
/// # Errors
/// An unknown command, a file that cannot be read or written, data that is no treebank.
pub fn run(args: &[String]) -> Result<()> {
    let (command, rest) = args.split_first().context(USAGE)?;
    // "eval FILE" is short for "eval --file FILE"
    let rest = match rest {
        [file] if command.starts_with("eval") => vec!["--file".to_owned(), file.clone()],
        _ => rest.to_vec(),
    };
    let options = Options::read(&rest)?;
    match command.as_str() {
        "all" => {
            trees::train_tagger(&options)?;
            trees::train_parser(&options)?;
            names(&options)
        }
        "tagger" => trees::train_tagger(&options),
        "parser" => trees::train_parser(&options),
        "sample" => {
            let texts = options.file("texts", "whitehouse.jsonl");
            let sample = raw::sample(&texts, options.number("words", 1_000_000), options.number("seed", 1) as u64)?;
            fs::write(options.file("to", "raw.conllu"), sample)?;
            Ok(())
        }
        "eval" => trees::eval(&options),
        "eval-raw" => {
            let treebank = conllu::read(&options.file("file", "ud-ewt-dev.conllu"))?;
            print!("{}", raw_eval::evaluate(&treebank, options.number("faults", 0)));
            Ok(())
        }
        "find-names" => find_names(&options),
        "names" => names(&options),
        "name-sentences" => name_sentences(&options),
        "teach" => teacher::teach(&options),
        other => bail!("unknown command {other}\n{USAGE}"),
    }
}

pub(super) fn write_sentence(s: &Sentence, out: &mut String) {
    use std::fmt::Write;
    for i in 0..s.len() {
        let (u, x): (Upos, Xpos) = (s.upos[i], s.xpos[i]);
        let _ = writeln!(
            out,
            "{}\t{}\t_\t{}\t{}\t_\t{}\t{}\t_\t{}",
            i + 1,
            s.forms[i],
            u.name(),
            x.name(),
            s.heads[i],
            s.deprels[i].name(),
            s.misc[i]
        );
    }
    out.push('\n');
}

/// Reads the trees that `train tagger` and `train parser` wrote.
pub(super) fn written_trees(options: &Options) -> Result<Trees> {
    Trees::read(options)
}

/// Sentences whose names people marked, in one file for another tagger to read beside.
fn gold_names(options: &Options) -> Result<Vec<(conllu::Sentence, Vec<u8>, bool)>> {
    let mut all = Vec::new();
    for name in ["crossner-politics-train.txt", "crossner-politics-dev.txt", "uner-ewt-dev.iob2"] {
        // every fourth sentence of the larger CrossNER file is kept for measuring
        let hold = name.contains("politics-dev") && options.number("with-held-out", 0) == 0;
        let read = names::read(&options.data.join(name))?.into_iter().enumerate();
        all.extend(read.map(|(i, (s, labels))| (s, labels, hold && i % 4 == 3)));
    }
    Ok(all)
}

fn name_sentences(options: &Options) -> Result<()> {
    let mut out = String::new();
    for (mut s, labels, _) in gold_names(options)? {
        s.misc = labels.iter().map(|l| names::label_name(*l)).collect();
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
fn names(options: &Options) -> Result<()> {
    let trees = written_trees(options)?;
    let mut f = Features::new();
    let mut ready = |s: Sentence, labels: Vec<u8>| {
        let words = data::words(&s, &trees.tagger.lexicon);
        let tags = tagger::tag(&trees.tagger, &s, &words, &mut f);
        let mut universal = Vec::new();
        trees.tagger.universal(&tags, &mut universal);
        names::item(s, labels, words, universal)
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
            item.guide = names::guide_of(&guide.misc);
        }
        if out { held.push(item) } else { items.push(item) }
    }
    for name in options.values.get("silver").map_or("", String::as_str).split(',').filter(|n| !n.is_empty()) {
        for s in
            conllu::read(&options.data.join(name))?.into_iter().take(options.number("silver-sentences", usize::MAX))
        {
            let labels = names::convert(&s, &s.misc.clone());
            items.push(ready(s, labels));
        }
    }
    let learnt = names::train(
        &items,
        options.number("rounds", 8),
        options.number("repeat", 1),
        options.number("seed", 1) as u64,
    );
    let teaching = guides.is_some();
    let (prune, load) = if teaching { (0.0, 0.5) } else { (options.decimal("prune-names", 1.0), 0.85) };
    let tagger = NameTagger { weights: learnt.wide(prune, load) };
    let mut w = Writer::default();
    tagger.write(&mut w);
    let file = w.finish();
    println!("{} sentences, {} features, {:.2} MB in the file", items.len(), learnt.len(), file.len() as f64 / 1e6);
    println!("held out: {}", names::evaluate(&tagger, &held));
    if let Some(raw) = options.values.get("raw") {
        let mut out = String::new();
        let mut f = Features::new();
        for s in conllu::read(&options.data.join(raw))? {
            let guide = names::guide_of(&s.misc);
            let labels = vec![0; s.len()];
            let mut item = ready(s, labels);
            item.guide = guide;
            let labels = names::label(&tagger, &item, &mut f);
            item.sentence.misc = labels.into_iter().map(names::label_name).collect();
            write_sentence(&item.sentence, &mut out);
        }
        fs::write(options.file("to", "taught-names.conllu"), out)?;
    } else {
        fs::write(options.out.join("names.bin"), file)?;
    }
    Ok(())
}

/// Reads JSON lines (`id`, `text`) from `--texts` and prints each with the names found by the weights
/// in `--out`, as byte ranges: what a scorer of names wants.
fn find_names(options: &Options) -> Result<()> {
    let trees = fs::read(options.out.join("trees.bin"))?;
    let names = fs::read(options.out.join("names.bin"))?;
    let models = Models::read(&trees, &names).context("the weights are damaged")?;
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
