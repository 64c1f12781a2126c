//! The commands of the `train` program.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use super::conllu::{self, Sentence};
use super::trees::Trees;
use super::{events, judge, judge_network, names, raw, raw_eval, teacher, trees};
use crate::language::{Upos, Xpos};

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

const USAGE: &str =
    "usage: train all|tagger|parser|names|events|judge|judge-tokens|judge-examples|gold|sample|teach|name-sentences|find-names|eval|eval-raw …
docs/language-models.md says what each reads and writes";

/// Runs the command that `args` name.
///
/// # Errors
/// An unknown command, a file that cannot be read or written, data that is no treebank.
pub fn run(args: &[String]) -> Result<()> {
    let (command, rest) = args.split_first().context(USAGE)?;
    // "eval FILE" is short for "eval --file FILE"
    let rest = match rest {
        [file, more @ ..] if command.starts_with("eval") && !file.starts_with("--") => {
            [&["--file".to_owned(), file.clone()], more].concat()
        }
        _ => rest.to_vec(),
    };
    let options = Options::read(&rest)?;
    match command.as_str() {
        "all" => {
            trees::train_tagger(&options)?;
            trees::train_parser(&options)?;
            names::names(&options)
        }
        "tagger" => trees::train_tagger(&options),
        "parser" => trees::train_parser(&options),
        "sample" => {
            let texts = options.file("texts", "whitehouse.jsonl");
            let sample = raw::sample(&texts, options.number("words", 1_000_000), options.number("seed", 1) as u64)?;
            fs::write(options.file("to", "raw.conllu"), sample)?;
            Ok(())
        }
        "events" => events::train(&options),
        "judge" => judge_network::train(&options),
        "judge-tokens" => judge::write_tokens(&options),
        "judge-examples" => judge::write_examples(&options),
        "gold" => events::print_scores(&options),
        "eval" => trees::eval(&options),
        "eval-raw" => {
            let treebank = conllu::read(&options.file("file", "ud-ewt-dev.conllu"))?;
            print!("{}", raw_eval::evaluate(&treebank, options.number("faults", 0)));
            Ok(())
        }
        "find-names" => names::find_names(&options),
        "names" => names::names(&options),
        "name-sentences" => names::name_sentences(&options),
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
