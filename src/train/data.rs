//! Sentences made ready for training: words hashed, tags numbered.

use rustc_hash::FxHashMap;

use super::conllu::Sentence;
use crate::language::features::{Facts, PAD_AFTER, PAD_BEFORE, Word};
use crate::language::hash::hash_bytes;
use crate::language::model::Lexicon;
use crate::language::{Upos, Xpos, lower};
use crate::lexicon::table::table;

/// The pairs of tags that are frequent enough to be learnt, the most frequent first.
pub(crate) fn tag_pairs(sentences: &[Sentence]) -> Vec<(Upos, Xpos)> {
    let mut counts: FxHashMap<(Upos, Xpos), usize> = FxHashMap::default();
    for s in sentences {
        for pair in s.upos.iter().zip(&s.xpos) {
            *counts.entry((*pair.0, *pair.1)).or_default() += if s.gold { 10 } else { 1 };
        }
    }
    let mut pairs: Vec<_> = counts.into_iter().filter(|(_, n)| *n >= 80).collect();
    pairs.sort_by_key(|&(pair, n)| (std::cmp::Reverse(n), pair));
    pairs.into_iter().map(|(pair, _)| pair).take(96).collect()
}

/// Number of each sentence's tags in `pairs`, 255 for rare ones.
pub(crate) fn classes(s: &Sentence, index: &FxHashMap<(Upos, Xpos), u8>) -> Vec<u8> {
    s.upos.iter().zip(&s.xpos).map(|(u, x)| index.get(&(*u, *x)).copied().unwrap_or(255)).collect()
}

/// Words of a sentence with the fillers that features expect.
pub(crate) fn words(s: &Sentence, lexicon: &Lexicon) -> Vec<Word> {
    let mut out = Vec::from(PAD_BEFORE);
    out.extend(s.forms.iter().map(|f| Word::new(f, &lower(f), |h| lexicon.facts(h))));
    out.extend(PAD_AFTER);
    out
}

/// Words seen at least this often go into the lexicon.
const SEEN: u32 = 3;
/// A word seen this often with one tag nearly always has it.
const SURE: u32 = 40;

/// What the training data say of words: the set of tags they were seen with and, where it hardly
/// varies, the one. Clusters come from a file of `word TAB number`.
pub(crate) fn lexicon(sentences: &[Sentence], pairs: &[(Upos, Xpos)], clusters: &FxHashMap<String, u8>) -> Lexicon {
    let index = index(pairs);
    let mut seen: FxHashMap<u32, FxHashMap<u8, u32>> = FxHashMap::default();
    for s in sentences {
        let weight = if s.gold { 5 } else { 1 };
        for (form, tag) in s.forms.iter().zip(classes(s, &index)) {
            let word = Word::new(form, &lower(form), |_| Facts::default());
            if tag != 255 {
                *seen.entry(word.word).or_default().entry(tag).or_default() += weight;
            }
        }
    }
    let cluster_of: FxHashMap<u32, u8> = clusters.iter().map(|(w, c)| (hash_bytes(w.as_bytes()), *c)).collect();
    // sets of tags that at least a tenth of a word's uses show, the most frequent sets numbered
    let sets: FxHashMap<u32, Vec<u8>> = seen
        .iter()
        .filter(|(_, tags)| tags.values().sum::<u32>() >= SEEN)
        .map(|(&w, tags)| {
            let total: u32 = tags.values().sum();
            let mut set: Vec<u8> = tags.iter().filter(|(_, n)| **n * 12 >= total).map(|(t, _)| *t).collect();
            set.sort_unstable();
            (w, set)
        })
        .collect();
    let mut sizes: FxHashMap<&[u8], u32> = FxHashMap::default();
    for (w, set) in &sets {
        *sizes.entry(set).or_default() += 1 + seen[w].values().sum::<u32>() / 100;
    }
    let mut order: Vec<_> = sizes.into_iter().collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    let number: FxHashMap<&[u8], u8> = order.into_iter().take(255).zip(1..=255).map(|((s, _), n)| (s, n)).collect();

    let lists = name_lists();
    let mut all: Vec<(u32, u32)> = seen.iter().map(|(w, t)| (t.values().sum::<u32>(), *w)).collect();
    all.extend(cluster_of.keys().filter(|w| !seen.contains_key(w)).map(|w| (0, *w)));
    all.extend(lists.keys().filter(|w| !seen.contains_key(w) && !cluster_of.contains_key(w)).map(|w| (0, *w)));
    all.sort_by_key(|&(n, w)| (std::cmp::Reverse(n), w));
    let facts: Vec<(u32, Facts)> = all
        .into_iter()
        .filter_map(|(n, w)| {
            let cluster = cluster_of.get(&w).copied().unwrap_or(0);
            let class = sets.get(&w).and_then(|s| number.get(s.as_slice())).copied().unwrap_or(0);
            let only = seen.get(&w).filter(|_| n >= SURE).and_then(|tags| {
                let (tag, most) = tags.iter().max_by_key(|&(t, n)| (n, t))?;
                (u64::from(*most) * 1000 >= u64::from(n) * 997).then_some(tag + 1)
            });
            let facts = Facts { cluster, class, only: only.unwrap_or(0), lists: lists.get(&w).copied().unwrap_or(0) };
            (facts != Facts::default()).then_some((w, facts))
        })
        .collect();
    Lexicon::build(&facts)
}

/// Numbers of tag pairs.
pub(crate) fn index(pairs: &[(Upos, Xpos)]) -> FxHashMap<(Upos, Xpos), u8> {
    pairs.iter().enumerate().map(|(i, p)| (*p, i as u8)).collect()
}

/// What the lists of people's names and offices say of single words, one bit a list.
fn name_lists() -> FxHashMap<u32, u8> {
    let mut lists: FxHashMap<u32, u8> = FxHashMap::default();
    let mut add = |word: &str, bit: u8| {
        *lists.entry(hash_bytes(lower(word).as_bytes())).or_default() |= bit;
    };
    for row in table(include_str!("../../assets/lexicons/given-names.tsv")) {
        add(row[0], 1);
    }
    for row in table(include_str!("../../assets/lexicons/surnames.tsv")) {
        add(row[0], if row.len() > 1 { 4 } else { 2 });
    }
    for row in table(include_str!("../../assets/lexicons/family-first.tsv")) {
        add(row[0], 8);
    }
    for row in table(include_str!("../../assets/lexicons/offices.tsv")) {
        let word = row[0].rsplit(' ').next().unwrap_or("");
        add(word, if row.get(1) == Some(&"honorific") { 16 } else { 32 });
    }
    lists
}
