//! The commands of the `train` program.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use super::conllu::{self, Sentence};
use super::eval::Scores;
use super::{data, names, parser, raw, raw_eval, tagger};
use crate::language::features::{ArcFeatures, Features, PAD_AFTER, PAD_BEFORE};
use crate::language::model::{Reader, Writer};
use crate::language::names::NameTagger;
use crate::language::parser::{Parser, State};
use crate::language::tagger::Tagger;
use crate::language::{Analyser, Deprel, Models, Upos, Xpos};

/// Settings of a training run, from the command line.
struct Options {
    data: PathBuf,
    out: PathBuf,
    values: FxHashMap<String, String>,
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

    fn number(&self, name: &str, default: usize) -> usize {
        self.values.get(name).and_then(|v| v.parse().ok()).unwrap_or(default)
    }

    fn decimal(&self, name: &str, default: f32) -> f32 {
        self.values.get(name).and_then(|v| v.parse().ok()).unwrap_or(default)
    }

    fn file(&self, name: &str, default: &str) -> PathBuf {
        self.data.join(self.values.get(name).map_or(default, String::as_str))
    }
}

const USAGE: &str = "usage: train all|trees|names|sample|teach|name-sentences|find-names|eval|eval-raw …
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
            trees(&options)?;
            names(&options)
        }
        "trees" => trees(&options),
        "sample" => {
            let texts = options.file("texts", "whitehouse.jsonl");
            let sample = raw::sample(&texts, options.number("words", 1_000_000), options.number("seed", 1) as u64)?;
            fs::write(options.file("to", "raw.conllu"), sample)?;
            Ok(())
        }
        "eval" => eval(&options),
        "eval-raw" => {
            let treebank = conllu::read(&options.file("file", "ud-ewt-dev.conllu"))?;
            print!("{}", raw_eval::evaluate(&treebank, options.number("faults", 0)));
            Ok(())
        }
        "find-names" => find_names(&options),
        "names" => names(&options),
        "name-sentences" => name_sentences(&options),
        "teach" => teach(&options),
        other => bail!("unknown command {other}\n{USAGE}"),
    }
}

fn gold(options: &Options, name: &str, default: &str) -> Result<Vec<Sentence>> {
    let mut sentences = conllu::read(&options.file(name, default))?;
    for s in &mut sentences {
        s.gold = true;
    }
    Ok(sentences)
}

fn clusters(options: &Options) -> Result<FxHashMap<String, u8>> {
    let Some(name) = options.values.get("clusters") else { return Ok(FxHashMap::default()) };
    let text = fs::read_to_string(options.data.join(name))?;
    Ok(text
        .lines()
        .filter_map(|l| l.split_once('\t'))
        .filter_map(|(w, c)| Some((w.to_owned(), c.parse().ok()?)))
        .collect())
}

/// A tagger and a parser with the tables that ship.
struct Trees {
    tagger: Tagger,
    parser: Parser,
}

impl Trees {
    fn annotate(&self, s: &Sentence, state: &mut State, f: &mut Features) -> Sentence {
        let words = data::words(s, &self.tagger.lexicon);
        let tags = tagger::tag(&self.tagger, s, &words, f);
        parser::parse(&self.parser, s, &words, &tags, state, f);
        let root = s.len() as u32 + 1;
        let mut out = s.clone();
        for i in 0..s.len() {
            (out.upos[i], out.xpos[i]) = self.tagger.pair(tags[i + 2]);
            let h = state.head(i as u32 + 1);
            out.heads[i] = if h == root { 0 } else { h };
            out.deprels[i] = Deprel::from_number(state.label(i as u32 + 1));
        }
        out
    }

    fn evaluate(&self, gold: &[Sentence]) -> Scores {
        let (mut state, mut f) = (State::default(), Features::new());
        let mut scores = Scores::default();
        for s in gold {
            scores.add(s, &self.annotate(s, &mut state, &mut f));
        }
        scores
    }
}

/// Trains tagger and parser on gold and silver sentences.
fn train_trees(options: &Options, sentences: &[Sentence], dev: &[Sentence], tables: bool) -> Result<Trees> {
    let started = Instant::now();
    let pairs = data::tag_pairs(sentences);
    let lexicon = data::lexicon(sentences, &pairs, &clusters(options)?);
    let repeat = options.number("repeat", 1);
    let seed = options.number("seed", 1) as u64;
    let refs: Vec<&Sentence> = sentences.iter().collect();
    let learnt = tagger::train(&refs, &pairs, &lexicon, options.number("tag-rounds", 6), repeat, seed);
    eprintln!("{:.0} s: tagger, {} classes, {} features", started.elapsed().as_secs_f32(), pairs.len(), learnt.len());
    let load = 0.85;
    let (tp, mp, lp) = if tables {
        (options.decimal("prune-tags", 1.0), options.decimal("prune-moves", 1.0), options.decimal("prune-labels", 1.0))
    } else {
        (0.0, 0.0, 0.0)
    };
    let load = if tables { load } else { 0.5 };
    let tagger = Tagger { lexicon: lexicon.clone(), tags: pairs.clone(), weights: learnt.wide(tp, load) };
    drop(learnt);
    let mut trees = Trees { tagger, parser: Parser::default() };
    eprintln!("  {}", trees.evaluate(dev));
    let tags = tagger::jackknife(sentences, &pairs, &lexicon, options.number("knife-rounds", 4), repeat, seed);
    eprintln!("{:.0} s: jackknifed tags", started.elapsed().as_secs_f32());
    let rounds = options.number("rounds", 8);
    let learnt = parser::train(sentences, &tags, &lexicon, rounds, repeat, seed, |round, learnt| {
        if round % 3 == 2 && round + 1 < rounds {
            trees.parser = Parser { moves: learnt.moves.narrow(0.0, 0.5), labels: learnt.labels.wide(0.0, 0.5) };
            eprintln!("{:.0} s: round {}: {}", started.elapsed().as_secs_f32(), round + 1, trees.evaluate(dev));
        }
    });
    eprintln!(
        "{:.0} s: parser, {} and {} features",
        started.elapsed().as_secs_f32(),
        learnt.moves.len(),
        learnt.labels.len()
    );
    for spec in options.values.get("sweep").map_or("", String::as_str).split(',').filter(|s| !s.is_empty()) {
        let v: Vec<f32> = spec.split(':').filter_map(|x| x.parse().ok()).collect();
        let &[m, l] = v.as_slice() else { bail!("--sweep takes M:L pairs") };
        trees.parser = Parser { moves: learnt.moves.narrow(m, load), labels: learnt.labels.wide(l, load) };
        eprintln!("  {spec}: {} | {}", trees.evaluate(dev), sizes(&trees));
    }
    trees.parser = Parser { moves: learnt.moves.narrow(mp, load), labels: learnt.labels.wide(lp, load) };
    println!("{} | {}", trees.evaluate(dev), sizes(&trees));
    speed(&trees, dev);
    Ok(trees)
}

fn sizes(trees: &Trees) -> String {
    let file = |write: &dyn Fn(&mut Writer)| {
        let mut w = Writer::default();
        write(&mut w);
        w.finish().len() as f64 / 1e6
    };
    format!(
        "MB in the file: lexicon {:.2} tags {:.2} moves {:.2} labels {:.2}; in memory {:.1}",
        file(&|w| trees.tagger.lexicon.write(w)),
        file(&|w| trees.tagger.weights.write(w)),
        file(&|w| trees.parser.moves.write(w)),
        file(&|w| trees.parser.labels.write(w)),
        (trees.tagger.lexicon.size()
            + trees.tagger.weights.size()
            + trees.parser.moves.size()
            + trees.parser.labels.size()) as f64
            / 1e6,
    )
}

/// Words a second of tagging and parsing, words hashed included.
fn speed(trees: &Trees, dev: &[Sentence]) {
    let lowers: Vec<Vec<String>> =
        dev.iter().map(|s| s.forms.iter().map(|f| crate::language::lower(f)).collect()).collect();
    let (mut state, mut f) = (State::default(), Features::new());
    let (mut words, mut tags) = (Vec::new(), Vec::new());
    let (mut best_tag, mut best) = (f64::MAX, f64::MAX);
    let mut count = 0;
    for _ in 0..5 {
        let (mut tagging, started) = (0.0, Instant::now());
        count = 0;
        for (s, lower) in dev.iter().zip(&lowers) {
            let t = Instant::now();
            words.clear();
            words.extend(PAD_BEFORE);
            words.extend(s.forms.iter().zip(lower).map(|(f, l)| trees.tagger.word(f, l)));
            words.extend(PAD_AFTER);
            trees.tagger.tag(&words, &mut tags, &mut f);
            tagging += t.elapsed().as_secs_f64();
            trees.parser.parse(ArcFeatures::padded(&words, &tags), &mut state, &mut f);
            count += s.len();
        }
        best = best.min(started.elapsed().as_secs_f64());
        best_tag = best_tag.min(tagging);
    }
    println!("{:.0} words/s tags, {:.0} tags and trees", count as f64 / best_tag, count as f64 / best);
}

fn trees(options: &Options) -> Result<()> {
    let mut sentences = gold(options, "gold", "ud-ewt-train.conllu")?;
    let dev = gold(options, "dev", "ud-ewt-dev.conllu")?;
    if let Some(silver) = options.values.get("silver") {
        let mut more = conllu::read(&options.data.join(silver))?;
        more.truncate(options.number("silver-sentences", usize::MAX));
        sentences.extend(more);
    }
    let trees = train_trees(options, &sentences, &dev, true)?;
    let mut w = Writer::default();
    trees.tagger.write(&mut w);
    trees.parser.write(&mut w);
    fs::create_dir_all(&options.out)?;
    fs::write(options.out.join("trees.bin"), w.finish())?;
    Ok(())
}

/// Trains a teacher that sees another parser's trees beside the gold ones, and labels texts with it.
fn teach(options: &Options) -> Result<()> {
    let mut sentences = gold(options, "gold", "ud-ewt-train.conllu")?;
    conllu::read_guides(&options.file("gold-guide", "guide-md-train.conllu"), &mut sentences)?;
    let mut dev = gold(options, "dev", "ud-ewt-dev.conllu")?;
    conllu::read_guides(&options.file("dev-guide", "guide-md-dev.conllu"), &mut dev)?;
    if options.number("with-dev", 0) == 1 {
        sentences.extend(dev.iter().cloned());
    }
    let teacher = train_trees(options, &sentences, &dev, false)?;
    let Some(raw) = options.values.get("raw") else { return Ok(()) };
    let raw = options.data.join(raw);
    let mut texts = conllu::read(&raw)?;
    conllu::read_guides(&raw, &mut texts)?;
    let mut out = String::new();
    let (mut state, mut f) = (State::default(), Features::new());
    for s in &texts {
        write_sentence(&teacher.annotate(s, &mut state, &mut f), &mut out);
    }
    let to = Path::new(options.values.get("to").context("--to FILE")?);
    fs::write(options.data.join(to), out)?;
    Ok(())
}

fn write_sentence(s: &Sentence, out: &mut String) {
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

/// Reads the trees that `train trees` wrote.
fn written_trees(options: &Options) -> Result<Trees> {
    let bytes = fs::read(options.out.join("trees.bin"))?;
    let mut r = Reader::new(&bytes);
    let read = |r: &mut Reader<'_>| Some(Trees { tagger: Tagger::read(r)?, parser: Parser::read(r)? });
    read(&mut r).context("trees.bin is damaged")
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

fn eval(options: &Options) -> Result<()> {
    let trees = written_trees(options)?;
    let gold = gold(options, "file", "ud-ewt-dev.conllu")?;
    println!("{} | {}", trees.evaluate(&gold), sizes(&trees));
    speed(&trees, &gold);
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
