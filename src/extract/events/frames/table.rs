//! The frame tables of `assets/frames`, read once and looked up by lemma.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::extract::events::frames::classes::{KNOWN_CLASSES, KnownClasses};
use crate::extract::events::frames::frame::{Condition, Edge, Filler, Frame, Operator, People, Slot, WordClass};
use crate::lexicon::prepositions::{INDIRECT, PrepSet};
use crate::model::{EventType, Example, Mode, Pass, Rule, RuleRef};

const CLASSES: &str = include_str!("../../../../assets/frames/classes.tsv");
const OPERATORS: &str = include_str!("../../../../assets/frames/operators.tsv");
/// The frame tables: word class, file name, text.
pub(crate) const TABLES: [(WordClass, &str, &str); 3] = [
    (WordClass::Verb, "verbs", include_str!("../../../../assets/frames/verbs.tsv")),
    (WordClass::Noun, "nouns", include_str!("../../../../assets/frames/nouns.tsv")),
    (WordClass::Adjective, "adjectives", include_str!("../../../../assets/frames/adjectives.tsv")),
];

/// Number of the entry that stands for "no entry".
pub const NOTHING: u16 = 0;

/// Everything the tables say about one lemma.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Classes of classes.tsv it is in.
    pub classes: u64,
    /// Its frames, by [`WordClass`]; places in the lexicon's list of frames.
    frames: [Vec<u16>; 3],
    /// Its operators, by [`WordClass`] and [`Edge`].
    operators: [[Option<OperatorLine>; 5]; 3],
}

impl Entry {
    /// The operator of the lemma as a word of `class` over an event that hangs on it by `edge`.
    #[must_use]
    pub fn operator(&self, class: WordClass, edge: Edge) -> Option<OperatorLine> {
        self.operators[class as usize][edge as usize]
    }

    /// True where the lemma as a word of `class` has frames.
    #[must_use]
    pub fn has_frames(&self, class: WordClass) -> bool {
        !self.frames[class as usize].is_empty()
    }
}

/// A line of operators.tsv: what the word does, and its entry in the rule book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperatorLine {
    /// What it does.
    pub operator: Operator,
    /// Its entry.
    pub rule: RuleRef,
}

/// A line of a table that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{table}.tsv:{line}: {what}")]
pub struct TableError {
    table: &'static str,
    line: usize,
    what: String,
}

/// The tables, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    numbers: FxHashMap<&'static str, u16>,
    entries: Vec<Entry>,
    frames: Vec<Frame>,
    operators: Vec<RuleRef>,
    classes: Vec<&'static str>,
    /// What could not be read; a test keeps it empty.
    pub errors: Vec<TableError>,
}

/// The lexicon of the embedded tables.
#[must_use]
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::read)
}

/// The lines of a table that hold data: number from 1, text.
pub(crate) fn lines(text: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    text.lines().enumerate().map(|(n, l)| (n + 1, l)).filter(|(_, l)| !l.is_empty() && !l.starts_with('#'))
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self { entries: vec![Entry::default()], ..Self::default() };
        for (line, text) in lines(CLASSES) {
            lexicon.read_class(line, text);
        }
        let missing = lexicon.missing_classes();
        lexicon.errors.extend(missing);
        for (line, text) in lines(OPERATORS) {
            if let Err(what) = lexicon.read_operator(text) {
                lexicon.errors.push(TableError { table: "operators", line, what });
            }
        }
        for (class, table, text) in TABLES {
            for (line, text) in lines(text) {
                if let Err(what) = lexicon.read_frame(class, text) {
                    lexicon.errors.push(TableError { table, line, what });
                }
            }
        }
        lexicon
    }

    /// The rules of the tables in their order: operators, then frames.
    pub fn rules(&self) -> impl Iterator<Item = RuleRef> + '_ {
        self.operators.iter().copied().chain(self.frames.iter().map(|f| f.rule))
    }

    /// Number of a lemma's entry, [`NOTHING`] where no table knows it.
    #[must_use]
    pub fn number(&self, lemma: &str) -> u16 {
        self.numbers.get(lemma).copied().unwrap_or(NOTHING)
    }

    /// The entry of that number.
    #[must_use]
    pub fn entry(&self, number: u16) -> &Entry {
        &self.entries[number as usize]
    }

    /// The frames of an entry for a word class.
    pub fn frames(&self, number: u16, class: WordClass) -> impl Iterator<Item = &Frame> {
        self.entries[number as usize].frames[class as usize].iter().map(|&f| &self.frames[f as usize])
    }

    /// The bit of a class; `None` for an unknown one.
    #[must_use]
    pub fn class(&self, name: &str) -> Option<u64> {
        self.classes.iter().position(|c| *c == name).map(|n| 1 << n)
    }

    /// The bits of the classes that the code's own rules ask for.
    #[must_use]
    pub fn known_classes(&self) -> KnownClasses {
        KnownClasses::read(|name| self.class(name).unwrap_or_default())
    }

    /// Classes that code asks for and classes.tsv lacks.
    fn missing_classes(&self) -> Vec<TableError> {
        let lacks = |name: &&&str| self.class(name).is_none();
        let missing = KNOWN_CLASSES.iter().filter(lacks);
        missing.map(|name| TableError { table: "classes", line: 0, what: format!("no class {name}") }).collect()
    }

    fn intern(&mut self, lemma: &'static str) -> u16 {
        *self.numbers.entry(lemma).or_insert_with(|| {
            self.entries.push(Entry::default());
            (self.entries.len() - 1) as u16
        })
    }

    fn read_class(&mut self, line: usize, text: &'static str) {
        let Some((name, lemmas)) = text.split_once('\t') else {
            let what = "expected class and lemmas".to_owned();
            self.errors.push(TableError { table: "classes", line, what });
            return;
        };
        if self.classes.len() == 64 {
            self.errors.push(TableError { table: "classes", line, what: "more than 64 classes".to_owned() });
            return;
        }
        self.classes.push(name);
        let bit = 1 << (self.classes.len() - 1);
        for lemma in lemmas.split_whitespace() {
            let n = self.intern(lemma);
            self.entries[n as usize].classes |= bit;
        }
    }

    fn read_operator(&mut self, text: &'static str) -> Result<(), String> {
        let (text, no) = without_counterexamples(text);
        let [id, lemmas, class, edges, operator, example] = cells(text)?;
        let name = operator;
        let class = match class {
            "v" => WordClass::Verb,
            "n" => WordClass::Noun,
            "a" => WordClass::Adjective,
            other => return Err(format!("unknown part of speech {other}")),
        };
        let operator =
            Operator::ALL.iter().find(|(_, n)| *n == operator).ok_or_else(|| format!("unknown operator {operator}"))?.0;
        let example = example.split_once(" =>").map_or(example, |(text, _)| text);
        let rule = leak_rule(id, Pass::Factuality, operator_sentence(lemmas, edges, name), example, no);
        self.operators.push(rule);
        for edge in edges.split(',') {
            let edge = Edge::ALL.iter().find(|(_, n)| *n == edge).ok_or_else(|| format!("unknown edge {edge}"))?.0;
            for lemma in lemmas.split_whitespace() {
                let n = self.intern(lemma) as usize;
                let place = &mut self.entries[n].operators[class as usize][edge as usize];
                if place.replace(OperatorLine { operator, rule }).is_some() {
                    return Err(format!("{lemma} has two operators for one edge"));
                }
            }
        }
        Ok(())
    }

    fn read_frame(&mut self, class: WordClass, text: &'static str) -> Result<(), String> {
        let (text, no) = without_counterexamples(text);
        let [id, lemmas, conditions, kind, people, example] = cells(text)?;
        let says = frame_sentence(lemmas, conditions, kind, people);
        let conditions = conditions
            .split_whitespace()
            .filter(|c| *c != "-")
            .map(|c| self.condition(c))
            .collect::<Result<Box<[_]>, _>>()?;
        let (kind, mode) = kind.split_once('/').map_or((kind, None), |(k, m)| (k, Some(m)));
        let kind: EventType = kind.parse().map_err(|()| format!("unknown type {kind}"))?;
        let mode: Option<Mode> = mode.map(|m| m.parse().map_err(|()| format!("unknown mode {m}"))).transpose()?;
        let frame = Frame {
            rule: leak_rule(id, Pass::Triggers, says, example, no),
            weight: conditions.iter().map(Condition::weight).sum(),
            people: people_of(people)?,
            conditions,
            kind,
            mode,
        };
        let same = |f: &u16| self.frames[*f as usize].conditions == frame.conditions;
        for lemma in lemmas.split_whitespace() {
            if let Some(n) = self.numbers.get(lemma)
                && self.entries[*n as usize].frames[class as usize].iter().any(same)
            {
                return Err(format!("{lemma} has these conditions twice"));
            }
        }
        self.frames.push(frame);
        let place = (self.frames.len() - 1) as u16;
        for lemma in lemmas.split_whitespace() {
            let n = self.intern(lemma) as usize;
            self.entries[n].frames[class as usize].push(place);
        }
        Ok(())
    }

    fn condition(&mut self, text: &'static str) -> Result<Condition, String> {
        let (name, filler) = text.split_once('=').map_or((text, None), |(n, f)| (n, Some(f)));
        Ok(match (name, filler) {
            ("obj", None) => Condition::AnyObject,
            ("!obj", None) => Condition::NoObject,
            ("obj", Some(f)) => Condition::Object(self.filler(f)?),
            ("subj", Some(f)) => Condition::Subject(self.filler(f)?),
            ("prt", Some(f)) => Condition::Particle(self.filler(f)?.lemmas),
            ("adv", Some(f)) => Condition::Adverb(self.filler(f)?.lemmas),
            ("!comp", None) => Condition::NoComplement,
            ("comp", Some(f)) => Condition::Complement(self.filler(f)?),
            ("inner", Some(f)) => Condition::Inner(self.filler(f)?),
            ("mod", Some(f)) => Condition::Modifier(self.filler(f)?),
            ("to-do", None) => Condition::Infinitive,
            ("!to-do", None) => Condition::NoInfinitive,
            ("that", None) => Condition::ThatClause,
            ("bare", None) => Condition::Wished,
            ("neg", None) => Condition::Negated,
            ("passive", None) => Condition::Passive,
            (preps, filler) => match (preps.strip_prefix('!'), filler) {
                (Some(preps), None) => Condition::NoPrep(prep_set(preps)?),
                (None, filler) => Condition::Prep(prep_set(preps)?, filler.map(|f| self.filler(f)).transpose()?),
                _ => return Err(format!("unknown condition {text}")),
            },
        })
    }

    fn filler(&mut self, text: &'static str) -> Result<Filler, String> {
        let mut filler = Filler::default();
        let mut lemmas = Vec::new();
        for word in text.split(',') {
            if word == "actor" {
                filler.actor = true;
            } else if word == "named" {
                filler.named = true;
            } else if word == "person" {
                filler.person = true;
            } else if word == "place" {
                filler.place = true;
            } else if let Some(name) = word.strip_prefix('@') {
                filler.classes |= self.class(name).ok_or_else(|| format!("unknown class {word}"))?;
            } else {
                lemmas.push(self.intern(word));
            }
        }
        filler.lemmas = lemmas.into_boxed_slice();
        Ok(filler)
    }
}

fn cells<const N: usize>(text: &'static str) -> Result<[&'static str; N], String> {
    let cells: Vec<_> = text.split('\t').map(str::trim).collect();
    <[&str; N]>::try_from(cells).map_err(|c| format!("{} cells, not {N}", c.len()))
}

/// A frame's line without its last, optional cell, and the texts of that cell: those in which the frame must not fire.
fn without_counterexamples(line: &'static str) -> (&'static str, &'static [&'static str]) {
    let Some((end, _)) = line.match_indices('\t').nth(5) else { return (line, &[]) };
    let texts: Vec<_> = line[end + 1..].split("||").map(str::trim).filter(|t| !t.is_empty()).collect();
    (&line[..end], Vec::leak(texts))
}

/// A rule that is kept for the life of the program, as the tables are.
fn leak_rule(
    id: &'static str,
    pass: Pass,
    says: String,
    example: &'static str,
    no: &'static [&'static str],
) -> RuleRef {
    let yes = Box::leak(Box::new([Example { text: example, gives: "" }]));
    Box::leak(Box::new(Rule { id, pass, doc: Box::leak(says.into_boxed_str()), yes, no }))
}

/// An operator in a sentence: "an event under “hope”, “wish” (that, to): it is wished, tried, allowed or feared".
fn operator_sentence(lemmas: &str, edges: &str, operator: &str) -> String {
    let does = Operator::ALL.iter().find(|(_, name)| *name == operator).map_or("", |(o, _)| o.does());
    format!("an event under {} ({}): {does}", quoted(lemmas), edges.replace(',', ", "))
}

fn quoted(lemmas: &str) -> String {
    lemmas.split_whitespace().map(|l| format!("“{l}”")).collect::<Vec<_>>().join(", ")
}

/// A frame in a sentence: "agree, consent with `with|between` tells AGREE; people: `subj<>with`".
fn frame_sentence(lemmas: &str, conditions: &str, kind: &str, people: &str) -> String {
    let lemmas = quoted(lemmas);
    let only = if conditions == "-" { String::new() } else { format!(" with `{conditions}`") };
    format!("{lemmas}{only} tells {kind}; people: `{people}`")
}

fn prep_set(text: &str) -> Result<PrepSet, String> {
    text.split('|').try_fold(PrepSet::default(), |set, word| match PrepSet::number(word) {
        Some(n) => Ok(set.with(n)),
        None => Err(format!("unknown condition or preposition {word}")),
    })
}

/// Who stands where, as a table writes it: `subj>obj|with`.
pub(crate) fn people_of(text: &str) -> Result<People, String> {
    let (source, target, reciprocal) = match text.split_once("<>") {
        Some((a, b)) => (a, b, true),
        None => {
            let (a, b) = text.split_once('>').ok_or_else(|| format!("no > in {text}"))?;
            (a, b, false)
        }
    };
    let slots = |side: &str| side.split('|').filter(|s| *s != "-").map(slot).collect::<Result<Box<[_]>, _>>();
    Ok(People { source: slots(source)?, target: slots(target)?, reciprocal })
}

fn slot(text: &str) -> Result<Slot, String> {
    Ok(match text {
        "subj" => Slot::Subject,
        "obj" => Slot::Object,
        "iobj" => Slot::Prep(INDIRECT),
        "within" => Slot::Within,
        "inner" => Slot::Inner,
        "agent" => Slot::Agent,
        prep => Slot::Prep(PrepSet::number(prep).ok_or_else(|| format!("unknown slot {prep}"))?),
    })
}
