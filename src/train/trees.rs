//! The commands that train and measure tagger and parser.

use std::fs;
use std::time::Instant;

use anyhow::{Context, Result};
use rustc_hash::FxHashMap;

use super::conllu::{self, Sentence};
use super::eval::Scores;
use super::parser::Settings;
use super::pipeline::{Options, write_sentence};
use super::tagger::{Course, LOAD};
use super::{data, parser, tagger, teacher};
use crate::language::Deprel;
use crate::language::Parse;
use crate::language::features::{Features, PAD_AFTER, PAD_BEFORE};
use crate::language::model::{Reader, Writer};
use crate::language::parser::{self as parsing, Parser, State};
use crate::language::tagger::{Tagger, Tags};

/// A tagger and a parser as they ship, in one file.
pub(super) struct Trees {
    pub tagger: Tagger,
    pub parser: Parser,
}

impl Trees {
    /// Reads the trees that `train tagger` and `train parser` wrote.
    pub(super) fn read(options: &Options) -> Result<Self> {
        let bytes = fs::read(options.out.join("trees.bin")).context("reading trees.bin: train the tagger first")?;
        let mut r = Reader::new(&bytes);
        let read = |r: &mut Reader<'_>| Some(Self { tagger: Tagger::read(r)?, parser: Parser::read(r)? });
        read(&mut r).context("trees.bin is damaged")
    }

    fn write(&self, options: &Options) -> Result<()> {
        let mut w = Writer::default();
        self.tagger.write(&mut w);
        self.parser.write(&mut w);
        fs::create_dir_all(&options.out)?;
        Ok(fs::write(options.out.join("trees.bin"), w.finish())?)
    }

    fn annotate(&self, s: &Sentence, state: &mut State, f: &mut Features) -> Sentence {
        let words = data::words(s, &self.tagger.lexicon);
        let mut tags = tagger::tag(&self.tagger, s, &words, f);
        self.parser.parse(&words, &tags, state);
        let lowers: Vec<String> = s.forms.iter().map(|f| crate::language::lower(f)).collect();
        let mut parse = Vec::new();
        parsing::read_off(&self.tagger, &words, &mut tags, state, |i| lowers[i].as_str(), &mut parse);
        let mut out = s.clone();
        for (i, Parse { upos, xpos, head, deprel }) in parse.into_iter().enumerate() {
            (out.upos[i], out.xpos[i], out.deprels[i]) = (upos, xpos, deprel);
            out.heads[i] = if head as usize == i { 0 } else { head + 1 };
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

    fn sizes(&self) -> String {
        let file = |write: &dyn Fn(&mut Writer)| {
            let mut w = Writer::default();
            write(&mut w);
            w.finish().len() as f64 / 1e6
        };
        format!(
            "MB in the file: lexicon {:.2} tags {:.2} parser {:.2}; in memory {:.1}",
            file(&|w| self.tagger.lexicon.write(w)),
            file(&|w| self.tagger.weights.write(w)),
            file(&|w| self.parser.write(w)),
            (self.tagger.lexicon.size() + self.tagger.weights.size() + self.parser.size()) as f64 / 1e6,
        )
    }

    /// Words a second of tagging, and of tagging and parsing, words hashed included.
    fn speed(&self, dev: &[Sentence]) -> String {
        let lowers: Vec<Vec<String>> =
            dev.iter().map(|s| s.forms.iter().map(|f| crate::language::lower(f)).collect()).collect();
        let (mut state, mut f) = (State::default(), Features::new());
        let (mut words, mut tags, mut parse) = (Vec::new(), Tags::default(), Vec::new());
        let (mut best_tag, mut best) = (f64::MAX, f64::MAX);
        let mut count = 0;
        for _ in 0..5 {
            let (mut tagging, started) = (0.0, Instant::now());
            count = 0;
            for (s, lower) in dev.iter().zip(&lowers) {
                let t = Instant::now();
                words.clear();
                words.extend(PAD_BEFORE);
                words.extend(s.forms.iter().zip(lower).map(|(f, l)| self.tagger.word(f, l)));
                words.extend(PAD_AFTER);
                self.tagger.tag(&words, &mut tags, &mut f);
                tagging += t.elapsed().as_secs_f64();
                self.parser.parse(&words, &tags, &mut state);
                parsing::read_off(&self.tagger, &words, &mut tags, &state, |i| lower[i].as_str(), &mut parse);
                count += s.len();
            }
            best = best.min(started.elapsed().as_secs_f64());
            best_tag = best_tag.min(tagging);
        }
        format!("{:.0} words/s tags, {:.0} tags and trees", count as f64 / best_tag, count as f64 / best)
    }
}

/// A sentence with the tags and the tree found.
pub(super) fn filled_in(s: &Sentence, tagger: &Tagger, tags: &Tags, state: &State) -> Sentence {
    let root = s.len() as u32 + 1;
    let mut out = s.clone();
    for i in 0..s.len() {
        (out.upos[i], out.xpos[i]) = tagger.pair(tags.first[i + 2]);
        let h = state.head(i as u32 + 1);
        out.heads[i] = if h == root { 0 } else { h };
        out.deprels[i] = Deprel::from_number(state.label(i as u32 + 1));
    }
    out
}

/// Sentences that people annotated.
pub(super) fn gold(options: &Options, name: &str, default: &str) -> Result<Vec<Sentence>> {
    let mut sentences = conllu::read(&options.file(name, default))?;
    for s in &mut sentences {
        s.gold = true;
    }
    Ok(sentences)
}

/// Gold sentences, and silver ones behind them where there are any.
fn training(options: &Options) -> Result<Vec<Sentence>> {
    let mut sentences = gold(options, "gold", "ud-ewt-train.conllu")?;
    if let Some(silver) = options.values.get("silver") {
        let mut more = conllu::read(&options.data.join(silver))?;
        more.truncate(options.number("silver-sentences", usize::MAX));
        sentences.extend(more);
    }
    Ok(sentences)
}

/// Numbers of words' clusters.
pub(super) fn clusters(options: &Options) -> Result<FxHashMap<String, u8>> {
    let Some(name) = options.values.get("clusters") else { return Ok(FxHashMap::default()) };
    let text = fs::read_to_string(options.data.join(name))?;
    Ok(text
        .lines()
        .filter_map(|l| l.split_once('\t'))
        .filter_map(|(w, c)| Some((w.to_owned(), c.parse().ok()?)))
        .collect())
}

/// `train tagger`: writes a file whose parser is still empty.
pub(super) fn train_tagger(options: &Options) -> Result<()> {
    let started = Instant::now();
    let (sentences, dev) = (training(options)?, gold(options, "dev", "ud-ewt-dev.conllu")?);
    let pairs = data::tag_pairs(&sentences);
    let lexicon = data::lexicon(&sentences, &pairs, &clusters(options)?);
    let learnt = tagger::train(&sentences.iter().collect::<Vec<_>>(), &pairs, &lexicon, shipped_course(options));
    eprintln!("{:.0} s: {} classes, {} features", started.elapsed().as_secs_f32(), pairs.len(), learnt.len());
    let prune = options.decimal("prune-tags", 1.0);
    let weights = learnt.wide(prune, options.decimal("least-tags", prune * 0.4), LOAD);
    let mut tagger = Tagger { lexicon, tags: pairs, weights, doubt: 0 };
    tagger.doubt = tagger::doubt(&tagger, dev.iter());
    let trees = Trees { tagger, parser: Parser::default() };
    println!("{} | {}", trees.evaluate(&dev), trees.sizes());
    trees.write(options)
}

/// `train parser`: reads the tagger's file and puts a parser beside it.
pub(super) fn train_parser(options: &Options) -> Result<()> {
    let started = Instant::now();
    let (mut sentences, dev) = (training(options)?, gold(options, "dev", "ud-ewt-dev.conllu")?);
    let mut trees = Trees::read(options)?;
    let (settings, tagger) = (settings(options), trees.tagger.clone());
    let tags = jackknifed(options, &sentences, &trees.tagger)?;
    eprintln!("{:.0} s: jackknifed tags", started.elapsed().as_secs_f32());
    let mut advisor = None;
    if let Some(guide) = options.values.get("silver-guide") {
        let silver = sentences.iter().position(|s| !s.gold).unwrap_or(sentences.len());
        conllu::read_guides(&options.data.join(guide), &mut sentences[silver..])?;
        advisor = Some(teacher::learn(options)?);
    }
    let learnt = parser::train(&sentences, &tags, &tagger, settings, advisor.as_mut(), |round, learner| {
        trees.parser = learner.parser();
        eprintln!("{:.0} s: round {}: {}", started.elapsed().as_secs_f32(), round + 1, trees.evaluate(&dev));
    });
    trees.parser = learnt.parser();
    println!("{} | {}", trees.evaluate(&dev), trees.sizes());
    println!("{}", trees.speed(&dev));
    trees.write(options)
}

/// How the tagger learns that ships: a second time, with no more features than there is room for.
fn shipped_course(options: &Options) -> Course {
    Course {
        most: options.number("tag-features", usize::MAX),
        hidden: options.number("tag-hidden", 0),
        ..tag_course(options)
    }
}

/// How taggers learn, all features at once.
pub(super) fn tag_course(options: &Options) -> Course {
    let Settings { repeat, seed, .. } = settings(options);
    Course { rounds: options.number("tag-rounds", 6), repeat, seed, most: usize::MAX, hidden: 0 }
}

pub(super) fn settings(options: &Options) -> Settings {
    Settings {
        rounds: options.number("rounds", 8),
        repeat: options.number("repeat", 1),
        seed: options.number("seed", 1) as u64,
        rate: options.decimal("rate", 0.02),
        last_rate: options.decimal("last-rate", 0.05),
        notes: options.number("notes", 0),
    }
}

/// Tags as the tagger would give them to sentences that it never saw. They take longer than the parser,
/// so `--tags FILE` keeps them for the next run over the same sentences.
fn jackknifed(options: &Options, sentences: &[Sentence], tagger: &Tagger) -> Result<Vec<Tags>> {
    let kept = options.values.get("tags").map(|name| options.data.join(name));
    let padded = |s: &Sentence| s.len() + 4;
    if let Some(bytes) = kept.as_ref().filter(|path| path.exists()).map(fs::read).transpose()? {
        let mut rest = bytes.as_slice();
        let mut next = |s: &Sentence| rest.split_off(..padded(s)).map(<[u8]>::to_vec);
        let tags = sentences.iter().map(|s| Some(Tags { first: next(s)?, second: next(s)? })).collect();
        return Option::filter(tags, |_| rest.is_empty()).context("--tags are of other sentences");
    }
    // in the way of the tagger that ships, so that the parser meets the mistakes it will have to live with
    let course = Course { rounds: options.number("knife-rounds", 4), ..shipped_course(options) };
    let tags = tagger::jackknife(sentences, &tagger.tags, &tagger.lexicon, course);
    if let Some(path) = kept {
        let bytes: Vec<u8> = tags.iter().flat_map(|t| [t.first.as_slice(), &t.second].concat()).collect();
        fs::write(path, bytes)?;
    }
    Ok(tags)
}

/// `train eval`: scores on gold tokens, sizes and speed; `--to FILE` keeps what was found.
pub(super) fn eval(options: &Options) -> Result<()> {
    let trees = Trees::read(options)?;
    let gold = gold(options, "file", "ud-ewt-dev.conllu")?;
    println!("{} | {}", trees.evaluate(&gold), trees.sizes());
    println!("{}", trees.speed(&gold));
    if let Some(to) = options.values.get("to") {
        let (mut state, mut f, mut out) = (State::default(), Features::new(), String::new());
        for s in &gold {
            write_sentence(&trees.annotate(s, &mut state, &mut f), &mut out);
        }
        fs::write(to, out)?;
    }
    Ok(())
}
