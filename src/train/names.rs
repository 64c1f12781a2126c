//! Learning to find names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::conllu::Sentence;
use super::perceptron::{Dice, Perceptron, argmax};
use crate::language::features::{Features, NO_NAME, NameContext, Word, name_features};
use crate::language::gazetteer::{FormKind, Gazetteer};
use crate::language::hash::hash_bytes;
use crate::language::names::{KINDS, LABELS, NameTagger, OUTSIDE, beginning, kind_of, may_be_named, may_follow, spans};
use crate::language::{RawToken, lists, lower, tokenise};
use crate::model::EntityKind;

/// A sentence with what the name tagger sees of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub sentence: Sentence,
    pub words: Vec<Word>,
    pub tags: Vec<u8>,
    pub lists: Vec<u8>,
    /// Labels, one a word.
    pub labels: Vec<u8>,
    /// Hashes of another tagger's labels, one a word; empty where there are none.
    pub guide: Vec<u32>,
}

/// Trains for `rounds`; gold sentences are shown `repeat` times a round.
pub(crate) fn train(items: &[Item], rounds: usize, repeat: usize, seed: u64) -> Perceptron {
    let times = |i: &usize| if items[*i].sentence.gold { repeat } else { 1 };
    let mut order: Vec<usize> = (0..items.len()).flat_map(|i| std::iter::repeat_n(i, times(&i))).collect();
    let mut p = Perceptron::new(LABELS);
    let mut dice = Dice::new(seed);
    let mut scores = [0f32; LABELS];
    let mut f = Features::new();
    for _ in 0..rounds {
        dice.shuffle(&mut order);
        for &k in &order {
            let item = &items[k];
            let c = NameContext { words: &item.words, tags: &item.tags, lists: &item.lists };
            let (mut t1, mut t2) = (NO_NAME, NO_NAME);
            for (i, &gold) in item.labels.iter().enumerate() {
                let mut label = OUTSIDE;
                if may_be_named(&c, i + 2, t1) || !item.guide.is_empty() {
                    features(&c, item, i, t1, t2, &mut f);
                    p.score(f.as_slice(), &mut scores);
                    // unconstrained: a gold label that may not follow a mistake must stay within reach
                    label = argmax(&scores, |_| true) as u8;
                    if label != gold {
                        p.update(f.as_slice(), gold as usize, label as usize);
                    }
                    p.tick();
                }
                (t2, t1) = (t1, u32::from(label));
            }
        }
    }
    p
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
    let c = NameContext { words: &item.words, tags: &item.tags, lists: &item.lists };
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

/// Reads lines of `word TAB label` (CrossNER) or `number TAB word TAB label …` (UNER): sentences cut
/// into this project's tokens, their labels in its kinds.
pub(crate) fn read(path: &Path) -> Result<Vec<(Sentence, Vec<u8>)>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut out = Vec::new();
    let (mut s, mut source) = (Sentence::default(), Vec::new());
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if s.len() > 0 {
                let labels = convert(&s, &source);
                s.gold = true;
                out.push((std::mem::take(&mut s), labels));
                source.clear();
            }
            continue;
        }
        if line.starts_with('#') {
            continue;
        }
        let c: Vec<&str> = line.split('\t').collect();
        let (word, label) = match c[..] {
            [word, label] => (word, label),
            [_, word, label, ..] => (word, label),
            _ => continue,
        };
        let mut raw: Vec<RawToken> = Vec::new();
        tokenise(word, &mut raw);
        for (k, t) in raw.iter().enumerate() {
            s.forms.push(t.of(word).to_owned());
            s.spaced.push(k + 1 == raw.len());
            source.push(if k == 0 { label.to_owned() } else { label.replacen("B-", "I-", 1) });
        }
    }
    Ok(out)
}

/// Labels of another scheme → this project's, told by the gazetteer where the scheme is coarser.
pub(crate) fn convert(s: &Sentence, source: &[String]) -> Vec<u8> {
    let lowers: Vec<String> = s.forms.iter().map(|f| lower(f)).collect();
    let word = |k: usize| s.forms.get(k).map(|f| (f.as_str(), lowers[k].as_str()));
    let hit = |from: usize| Gazetteer::get().longest(|k| word(from + k));
    let mut labels = vec![OUTSIDE; s.len()];
    let mut i = 0;
    while i < s.len() {
        let Some(kind) = source[i].strip_prefix("B-").or(source[i].strip_prefix("I-")) else {
            // schemes without demonyms leave them unlabelled
            if let Some(h) = hit(i).filter(|h| h.of_kind(&[FormKind::Demonym, FormKind::People]).is_some())
                && h.len == 1
                && h.of_kind(&[FormKind::State, FormKind::City, FormKind::Region]).is_none()
            {
                labels[i] = beginning(place_of(EntityKind::Demonym));
            }
            i += 1;
            continue;
        };
        let (mut start, mut end) = (i, i + 1);
        let goes_on = format!("I-{kind}");
        while end < s.len() && source[end] == goes_on {
            end += 1;
        }
        i = end;
        if end - start > 1 && lowers[start] == "the" {
            start += 1;
        }
        if end - start > 1 && matches!(lowers[end - 1].as_str(), "'s" | "'") {
            end -= 1;
        }
        let exact = hit(start).filter(|h| h.len == end - start);
        let Some(mine) = kind_in_scheme(kind, exact.as_ref()) else { continue };
        labels[start..end].fill(beginning(place_of(mine)) + 1);
        labels[start] -= 1;
    }
    labels
}

fn place_of(kind: EntityKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(0)
}

fn kind_in_scheme(kind: &str, exact: Option<&crate::language::gazetteer::Hit<'_>>) -> Option<EntityKind> {
    let is = |kinds: &[FormKind]| exact.is_some_and(|h| h.of_kind(kinds).is_some());
    Some(match kind {
        "politician" | "person" | "PER" | "PERSON" => EntityKind::Person,
        "politicalparty" | "organisation" | "ORG" => EntityKind::Organisation,
        "country" => EntityKind::Country,
        "location" | "LOC" | "GPE" | "FAC" | "place" => {
            if is(&[FormKind::State]) {
                EntityKind::Country
            } else {
                EntityKind::Place
            }
        }
        "group" => EntityKind::Group,
        "demonym" => EntityKind::Demonym,
        "NORP" | "misc" | "LANGUAGE" if is(&[FormKind::Demonym, FormKind::People]) => EntityKind::Demonym,
        "NORP" => EntityKind::Group,
        "misc" if is(&[FormKind::Bloc]) => EntityKind::Group,
        "event" | "election" | "misc" | "EVENT" | "WORK_OF_ART" | "LAW" | "PRODUCT" | "other" | "LANGUAGE" => {
            EntityKind::Other
        }
        _ => return None,
    })
}

/// Makes a sentence ready: words, tags and matches of the gazetteer.
pub(crate) fn item(sentence: Sentence, labels: Vec<u8>, words: Vec<Word>, tags: Vec<u8>) -> Item {
    let lowers: Vec<String> = sentence.forms.iter().map(|f| lower(f)).collect();
    let mut marks = Vec::new();
    lists::mark(sentence.len(), |k| (sentence.forms[k].as_str(), lowers[k].as_str()), &mut marks);
    Item { sentence, words, tags, lists: marks, labels, guide: Vec::new() }
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
