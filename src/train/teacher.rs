//! The teacher: tagger and parser that see another parser's tags and trees beside the words. It is
//! trained on gold sentences, labels texts that the other parser has read, and never ships.

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use super::conllu::{self, Sentence};
use super::eval::Scores;
use super::parser::{self, Advisor, Learner, Settings};
use super::pipeline::{Options, write_sentence};
use super::tagger::Course;
use super::trees::{clusters, filled_in, gold, settings, tag_course};
use super::{data, tagger};
use crate::language::features::Features;
use crate::language::parser::State;
use crate::language::tagger::Tagger;

/// Trains a teacher on gold sentences with guides.
pub(super) fn learn(options: &Options) -> Result<Advisor> {
    let started = Instant::now();
    let mut sentences = gold(options, "gold", "ud-ewt-train.conllu")?;
    conllu::read_guides(&options.file("gold-guide", "guide-md-train.conllu"), &mut sentences)?;
    let mut dev = gold(options, "dev", "ud-ewt-dev.conllu")?;
    conllu::read_guides(&options.file("dev-guide", "guide-md-dev.conllu"), &mut dev)?;
    let rounds = options.number("teacher-rounds", 6);
    let settings = Settings { rounds, repeat: 1, ..settings(options) };
    let pairs = data::tag_pairs(&sentences);
    let lexicon = data::lexicon(&sentences, &pairs, &clusters(options)?);
    let refs: Vec<&Sentence> = sentences.iter().collect();
    let course = Course { repeat: 1, ..tag_course(options) };
    let learnt = tagger::train(&refs, &pairs, &lexicon, course);
    let course = Course { rounds: options.number("knife-rounds", 4), ..course };
    let tags = tagger::jackknife(&sentences, &pairs, &lexicon, course);
    let tagger = Tagger { lexicon, tags: pairs, weights: learnt.wide(0.0, 0.0, 0.5), doubt: 0 };
    let (mut state, mut f) = (State::default(), Features::new());
    let mut learners = Vec::new();
    let mut report = |what: &str, learners: &mut [Learner]| {
        let mut scores = Scores::default();
        for s in &dev {
            scores.add(s, &label(&tagger, learners, s, &mut state, &mut f));
        }
        eprintln!("{:.0} s: {what}: {scores}", started.elapsed().as_secs_f32());
    };
    for teacher in 0..options.number("teachers", 1) {
        let settings = Settings { seed: settings.seed + teacher as u64, ..settings };
        learners.push(parser::train(&sentences, &tags, &tagger, settings, None, |round, learner| {
            if round + 1 == rounds {
                report(&format!("teacher {}", teacher + 1), std::slice::from_mut(learner));
            }
        }));
    }
    if learners.len() > 1 {
        report("all teachers", &mut learners);
    }
    Ok(Advisor { tagger, learners })
}

/// Sentences that another parser has read, labelled by the teacher; its view stays beside them.
fn labelled(advisor: &mut Advisor, path: &Path) -> Result<Vec<Sentence>> {
    let mut texts = conllu::read(path)?;
    conllu::read_guides(path, &mut texts)?;
    let (mut state, mut f) = (State::default(), Features::new());
    let Advisor { tagger, learners } = advisor;
    Ok(texts.iter().map(|s| label(tagger, learners, s, &mut state, &mut f)).collect())
}

/// The files that `--raw` names.
fn raw_files(options: &Options) -> impl Iterator<Item = &str> {
    options.values.get("raw").map_or("", String::as_str).split(',').filter(|n| !n.is_empty())
}

/// `train teach`: trains on gold sentences with guides, and labels each of `--raw` into the folder `--to`.
pub(super) fn teach(options: &Options) -> Result<()> {
    let mut advisor = learn(options)?;
    for name in raw_files(options) {
        let mut out = String::new();
        for s in labelled(&mut advisor, &options.data.join(name))? {
            write_sentence(&s, &mut out);
        }
        let to = options.data.join(options.values.get("to").context("--to DIR")?);
        fs::create_dir_all(&to)?;
        fs::write(to.join(name), out)?;
        eprintln!("{name}");
    }
    Ok(())
}

/// What the teachers say of a sentence.
fn label(tagger: &Tagger, learners: &mut [Learner], s: &Sentence, state: &mut State, f: &mut Features) -> Sentence {
    let words = data::words(s, &tagger.lexicon);
    let tags = tagger::tag(tagger, s, &words, f);
    let mut nodes = Vec::new();
    learners[0].vocabulary.nodes(&words, &tags, &mut nodes);
    Learner::parse(learners, &nodes, s.guide.as_ref(), state);
    filled_in(s, tagger, &tags, state)
}
