//! Learning to tag.

use super::conllu::Sentence;
use super::data;
use super::guide;
use super::perceptron::{Dice, Perceptron, argmax};
use crate::language::features::{Features, NO_TAG, Word, tag_features};
use crate::language::model::{Lexicon, MOST_CLASSES};
use crate::language::tagger::{Tagger, Tags};
use crate::language::{Upos, Xpos};

/// A sentence as the tagger sees it.
struct Item<'a> {
    sentence: &'a Sentence,
    words: Vec<Word>,
    gold: Vec<u8>,
}

/// How full the tables that ship are.
pub(crate) const LOAD: f32 = 0.85;

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Course {
    /// How often all sentences are shown.
    pub rounds: usize,
    /// How often gold sentences are shown in a round.
    pub repeat: usize,
    /// What chance depends on.
    pub seed: u64,
    /// Features that may ship: where more were learnt, learning starts anew with those that say most.
    pub most: usize,
    /// Of a hundred features, how many each decision does without while learning.
    pub hidden: usize,
}

/// Trains a perceptron over the sentences.
pub(crate) fn train(sentences: &[&Sentence], pairs: &[(Upos, Xpos)], lexicon: &Lexicon, course: Course) -> Perceptron {
    let index = data::index(pairs);
    let items: Vec<Item<'_>> = sentences
        .iter()
        .map(|s| Item { sentence: s, words: data::words(s, lexicon), gold: data::classes(s, &index) })
        .collect();
    let mut all = Perceptron::new(pairs.len());
    teach(&mut all, &items, course);
    if all.len() <= course.most {
        return all;
    }
    let mut few = all.afresh(course.most, LOAD);
    drop(all);
    teach(&mut few, &items, course);
    few
}

fn teach(p: &mut Perceptron, items: &[Item<'_>], course: Course) {
    let times = |i: &usize| if items[*i].sentence.gold { course.repeat } else { 1 };
    let mut order: Vec<usize> = (0..items.len()).flat_map(|i| std::iter::repeat_n(i, times(&i))).collect();
    let mut dice = Dice::new(course.seed);
    let mut scores = [0f32; MOST_CLASSES];
    let scores = &mut scores[..p.classes()];
    let (mut f, mut seen) = (Features::new(), Vec::new());
    for _ in 0..course.rounds {
        dice.shuffle(&mut order);
        for &k in &order {
            let Item { sentence, words, gold } = &items[k];
            let (mut t1, mut t2) = (NO_TAG, NO_TAG);
            for i in 0..gold.len() {
                let only = words[i + 2].facts.only;
                let tag = if only > 0 && sentence.guide.is_none() {
                    only - 1
                } else {
                    tag_features(words, i + 2, t1, t2, &mut f);
                    if let Some(g) = &sentence.guide {
                        guide::tag_features(g, i, words[i + 2].word, &mut f);
                    }
                    seen.clear();
                    if course.hidden == 0 {
                        seen.extend_from_slice(f.as_slice());
                    } else {
                        seen.extend(f.as_slice().iter().copied().filter(|_| dice.below(100) >= course.hidden));
                    }
                    p.score(&seen, scores);
                    let best = argmax(scores, |_| true);
                    if gold[i] != 255 && best != gold[i] as usize {
                        p.update(&seen, gold[i] as usize, best);
                    }
                    p.tick();
                    best as u8
                };
                (t2, t1) = (t1, u32::from(tag));
            }
        }
    }
}

/// Tags a sentence as the run time does, with the guide's features where there is a guide.
pub(crate) fn tag(tagger: &Tagger, s: &Sentence, words: &[Word], f: &mut Features) -> Tags {
    let mut tags = Tags::default();
    let Some(g) = &s.guide else {
        tagger.tag(words, &mut tags, f);
        return tags;
    };
    tags.clear(words.len());
    let (mut t1, mut t2) = (NO_TAG, NO_TAG);
    for i in 0..s.len() {
        tag_features(words, i + 2, t1, t2, f);
        guide::tag_features(g, i, words[i + 2].word, f);
        let tag = tagger.weights.best(f.as_slice(), |_| true) as u8;
        tags.first[i + 2] = tag;
        (t2, t1) = (t1, u32::from(tag));
    }
    tags
}

/// Tags for the parser's training: each half is tagged by a tagger that learnt from the other.
pub(crate) fn jackknife(
    sentences: &[Sentence],
    pairs: &[(Upos, Xpos)],
    lexicon: &Lexicon,
    course: Course,
) -> Vec<Tags> {
    let mut out = vec![Tags::default(); sentences.len()];
    let half = |i: usize| i / 10 % 2;
    for side in 0..2 {
        let other: Vec<&Sentence> =
            sentences.iter().enumerate().filter(|(i, _)| half(*i) != side).map(|(_, s)| s).collect();
        let weights = train(&other, pairs, lexicon, course).wide(0.0, 0.0, 0.5);
        let mut tagger = Tagger { lexicon: lexicon.clone(), tags: pairs.to_vec(), weights, doubt: 0 };
        tagger.doubt = doubt(&tagger, sentences.iter().enumerate().filter(|(i, _)| half(*i) == side).map(|(_, s)| s));
        let mut f = Features::new();
        for (i, s) in sentences.iter().enumerate().filter(|(i, _)| half(*i) == side) {
            out[i] = tag(&tagger, s, &data::words(s, lexicon), &mut f);
        }
    }
    out
}

/// Of a hundred words, how many have a tag in doubt.
const DOUBTED: usize = 10;

/// The lead below which a tag is in doubt, from sentences that the tagger did not learn from.
pub(crate) fn doubt<'a>(tagger: &Tagger, sentences: impl Iterator<Item = &'a Sentence>) -> i16 {
    let mut leads = vec![0usize; i16::MAX as usize + 1];
    let (mut count, mut words_seen, mut f) = (0, 0, Features::new());
    for s in sentences.take(20_000) {
        let words = data::words(s, &tagger.lexicon);
        let mut tags = Tags::default();
        words_seen += s.len();
        tagger.tag(&words, &mut tags, &mut f);
        for i in (2..words.len() - 2).filter(|&i| words[i].facts.only == 0) {
            let first = |back: usize| if i < 2 + back { NO_TAG } else { u32::from(tags.first[i - back]) };
            tag_features(&words, i, first(1), first(2), &mut f);
            let [(_, best), (_, next)] = tagger.weights.best_two(f.as_slice());
            leads[best.saturating_sub(next).max(0) as usize] += 1;
        }
    }
    let enough = words_seen * DOUBTED / 100;
    for (lead, n) in leads.iter().enumerate() {
        count += n;
        if count >= enough {
            return lead as i16;
        }
    }
    i16::MAX
}
