//! Learning to find names.

mod command;
mod drill_names;
mod drills;
mod lexicon;
mod read;

pub(super) use command::{find_names, name_sentences, names};

use super::conllu::Sentence;
use super::likelihood::Likelihood;
use super::perceptron::{Dice, argmax};
use crate::language::features::{Features, Word};
use crate::language::hash::hash_bytes;
use crate::language::names::{
    KINDS, LABELS, NO_NAME, NameContext, NameLexicon, NameTagger, OUTSIDE, Sight, beginning, kind_of, may_be_named,
    may_follow, name_features, spans,
};
use crate::language::{lists, lower};
use crate::model::EntityKind;

/// A sentence with what the name tagger sees of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub sentence: Sentence,
    pub words: Vec<Word>,
    pub tags: Vec<u8>,
    pub lists: Vec<u8>,
    pub sight: Sight,
    /// Labels, one a word.
    pub labels: Vec<u8>,
    /// Hashes of another tagger's labels, one a word; empty where there are none.
    pub guide: Vec<u32>,
}

impl Item {
    fn context(&self) -> NameContext<'_> {
        NameContext { words: &self.words, tags: &self.tags, lists: &self.lists, sight: &self.sight }
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course {
    /// Times that everything is shown.
    pub rounds: usize,
    /// Times that gold sentences are shown a round.
    pub repeat: usize,
    /// Length of the first step.
    pub rate: f32,
    /// Features left out of each decision, in a hundred: what is left learns to do without them.
    pub hidden: usize,
    /// Seed of order and of what is left out.
    pub seed: u64,
}

/// Trains on all features, then afresh on the `most` that said most, `runs` times with other seeds: each
/// run finds another of many answers that are as good, and their mean is better than any.
pub(crate) fn train(items: &[Item], course: Course, most: usize, runs: usize) -> Vec<Likelihood> {
    let mut all = Likelihood::new(LABELS, course.rate);
    teach(&mut all, items, course);
    if all.len() <= most {
        return vec![all];
    }
    (0..runs as u64)
        .map(|run| {
            let mut few = all.afresh(most);
            teach(&mut few, items, Course { seed: course.seed + run, ..course });
            few
        })
        .collect()
}

fn teach(choice: &mut Likelihood, items: &[Item], course: Course) {
    let times = |i: &usize| if items[*i].sentence.gold { course.repeat } else { 1 };
    let mut order: Vec<usize> = (0..items.len()).flat_map(|i| std::iter::repeat_n(i, times(&i))).collect();
    let mut dice = Dice::new(course.seed);
    let mut scores = [0f32; LABELS];
    let (mut f, mut seen) = (Features::new(), Vec::new());
    for _ in 0..course.rounds {
        dice.shuffle(&mut order);
        for &k in &order {
            let item = &items[k];
            let c = item.context();
            let (mut t1, mut t2) = (NO_NAME, NO_NAME);
            for (i, &gold) in item.labels.iter().enumerate() {
                let mut label = OUTSIDE;
                if may_be_named(&c, i + 2, t1) || !item.guide.is_empty() {
                    features(&c, item, i, t1, t2, &mut f);
                    choice.score(f.as_slice(), &mut scores);
                    // unconstrained: a gold label that may not follow a mistake must stay within reach
                    label = argmax(&scores, |_| true) as u8;
                    seen.clear();
                    seen.extend(f.as_slice().iter().copied().filter(|_| dice.below(100) >= course.hidden));
                    choice.score(&seen, &mut scores);
                    choice.learn(&seen, gold as usize, &mut scores);
                }
                (t2, t1) = (t1, u32::from(label));
            }
        }
    }
}

fn features(c: &NameContext<'_>, item: &Item, i: usize, t1: u32, t2: u32, f: &mut Features) {
    name_features(*c, i + 2, t1, t2, f);
    if !item.guide.is_empty() {
        let g = |k: usize| item.guide.get(k).copied().unwrap_or(7);
        let (here, before, after) = (g(i), g(i.wrapping_sub(1)), g(i + 1));
        let word = item.words[i + 2].word;
        f.add(here, 0, 0);
        f.add(here, t1, 0);
        f.add(here, before, t1);
        f.add(here, after, t1);
        f.add(here, word, 0);
        f.add(here, u32::from(item.lists[i + 2]), t1);
        f.add(here, item.words[i + 2].shape, t1);
    }
}

/// Labels an item as the run time does, with the guide's features where there is a guide.
pub(crate) fn label(tagger: &NameTagger, item: &Item, f: &mut Features) -> Vec<u8> {
    let c = item.context();
    let mut labels = Vec::new();
    if item.guide.is_empty() {
        tagger.label(c, &mut labels, f);
        return labels[2..labels.len() - 2].to_vec();
    }
    let (mut t1, mut t2) = (NO_NAME, NO_NAME);
    for i in 0..item.labels.len() {
        features(&c, item, i, t1, t2, f);
        let label = tagger.weights.best(f.as_slice(), |l| may_follow(l as u8, t1)) as u8;
        labels.push(label);
        (t2, t1) = (t1, u32::from(label));
    }
    labels
}

/// Precision, recall and F1 of spans in the three classes that most sets share: persons,
/// organisations, and countries with places.
pub(crate) fn evaluate(tagger: &NameTagger, items: &[Item]) -> String {
    let mut f = Features::new();
    let class = |k: usize| match KINDS[k] {
        EntityKind::Person => Some(0),
        EntityKind::Organisation => Some(1),
        EntityKind::Country | EntityKind::Place => Some(2),
        _ => None,
    };
    let mut counts = [[0usize; 3]; 4];
    for item in items {
        let of = |labels: &[u8]| -> Vec<_> {
            spans(labels).filter_map(|(run, k)| Some((run.start, run.end, class(k)?))).collect()
        };
        let (gold, found) = (of(&item.labels), of(&label(tagger, item, &mut f)));
        for span in &gold {
            for row in [span.2, 3] {
                counts[row][0] += usize::from(found.contains(span));
                counts[row][2] += 1;
            }
        }
        for span in &found {
            counts[span.2][1] += 1;
            counts[3][1] += 1;
        }
    }
    let show = |name: &str, [both, found, gold]: [usize; 3]| {
        let p = super::eval::percent(both, found);
        let r = super::eval::percent(both, gold);
        format!("{name} P {p:.1} R {r:.1} F1 {:.1}", 2.0 * p * r / (p + r).max(1e-9))
    };
    let [person, organisation, place, all] = counts;
    [show("person", person), show("organisation", organisation), show("place", place), show("all", all)].join(" | ")
}

fn place_of(kind: EntityKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(0)
}

/// Makes a sentence ready: words, tags and matches of the gazetteer.
pub(crate) fn item(
    sentence: Sentence,
    labels: Vec<u8>,
    words: Vec<Word>,
    tags: Vec<u8>,
    lexicon: &NameLexicon,
) -> Item {
    let mut sight = Sight::default();
    sight.see(&words, lexicon);
    let lowers: Vec<String> = sentence.forms.iter().map(|f| lower(f)).collect();
    let mut marks = Vec::new();
    lists::mark(sentence.len(), |k| (sentence.forms[k].as_str(), lowers[k].as_str()), &mut marks);
    Item { sentence, words, tags, lists: marks, sight, labels, guide: Vec::new() }
}

/// The sentence in capitals, or in small letters throughout.
pub(crate) fn restyle(s: &Sentence, capitals: bool) -> Sentence {
    let mut copy = s.clone();
    for form in &mut copy.forms {
        *form = if capitals { form.to_uppercase() } else { form.to_lowercase() };
    }
    copy
}

/// A label as files write it.
pub(crate) fn label_name(label: u8) -> String {
    let names = ["person", "organisation", "country", "place", "group", "demonym", "other"];
    match kind_of(label) {
        None => "O".to_owned(),
        Some(kind) => format!("{}-{}", if label == beginning(kind) { 'B' } else { 'I' }, names[kind]),
    }
}

/// Hashes of another tagger's labels.
pub(crate) fn guide_of(labels: &[String]) -> Vec<u32> {
    labels.iter().map(|l| hash_bytes(l.as_bytes())).collect()
}
