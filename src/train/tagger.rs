//! Learning to tag.

use super::conllu::Sentence;
use super::data;
use super::guide;
use super::perceptron::{Dice, Perceptron, argmax};
use crate::language::features::{Features, NO_TAG, Word, tag_features};
use crate::language::model::Lexicon;
use crate::language::tagger::{Tagger, pad};
use crate::language::{Upos, Xpos};

/// A sentence as the tagger sees it.
struct Item<'a> {
    sentence: &'a Sentence,
    words: Vec<Word>,
    gold: Vec<u8>,
}

/// Trains a perceptron for `rounds` over the sentences; gold ones are shown `repeat` times a round.
pub(crate) fn train(
    sentences: &[&Sentence],
    pairs: &[(Upos, Xpos)],
    lexicon: &Lexicon,
    rounds: usize,
    repeat: usize,
    seed: u64,
) -> Perceptron {
    let index = data::index(pairs);
    let items: Vec<Item<'_>> = sentences
        .iter()
        .map(|s| Item { sentence: s, words: data::words(s, lexicon), gold: data::classes(s, &index) })
        .collect();
    let mut order: Vec<usize> = (0..items.len())
        .flat_map(|i| std::iter::repeat_n(i, if items[i].sentence.gold { repeat } else { 1 }))
        .collect();
    let mut p = Perceptron::new(pairs.len());
    let mut dice = Dice::new(seed);
    let mut scores = vec![0f32; pairs.len()];
    let mut f = Features::new();
    for _ in 0..rounds {
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
                    p.score(f.as_slice(), &mut scores);
                    let best = argmax(&scores, |_| true);
                    if gold[i] != 255 && best != gold[i] as usize {
                        p.update(f.as_slice(), gold[i] as usize, best);
                    }
                    p.tick();
                    best as u8
                };
                (t2, t1) = (t1, u32::from(tag));
            }
        }
    }
    p
}

/// Tags a sentence as the run time does, with the guide's features where there is a guide.
pub(crate) fn tag(tagger: &Tagger, s: &Sentence, words: &[Word], f: &mut Features) -> Vec<u8> {
    let mut tags = Vec::new();
    let Some(g) = &s.guide else {
        tagger.tag(words, &mut tags, f);
        return tags;
    };
    pad(words.len(), &mut tags);
    let (mut t1, mut t2) = (NO_TAG, NO_TAG);
    for i in 0..s.len() {
        tag_features(words, i + 2, t1, t2, f);
        guide::tag_features(g, i, words[i + 2].word, f);
        let tag = tagger.weights.best(f.as_slice(), |_| true) as u8;
        tags[i + 2] = tag;
        (t2, t1) = (t1, u32::from(tag));
    }
    tags
}

/// Tags for the parser's training: each half is tagged by a tagger that learnt from the other.
pub(crate) fn jackknife(
    sentences: &[Sentence],
    pairs: &[(Upos, Xpos)],
    lexicon: &Lexicon,
    rounds: usize,
    repeat: usize,
    seed: u64,
) -> Vec<Vec<u8>> {
    let mut out = vec![Vec::new(); sentences.len()];
    let half = |i: usize| i / 10 % 2;
    for side in 0..2 {
        let other: Vec<&Sentence> =
            sentences.iter().enumerate().filter(|(i, _)| half(*i) != side).map(|(_, s)| s).collect();
        let weights = train(&other, pairs, lexicon, rounds, repeat, seed).wide(0.0, 0.5);
        let tagger = Tagger { lexicon: lexicon.clone(), tags: pairs.to_vec(), weights };
        let mut f = Features::new();
        for (i, s) in sentences.iter().enumerate().filter(|(i, _)| half(*i) == side) {
            out[i] = tag(&tagger, s, &data::words(s, lexicon), &mut f);
        }
    }
    out
}
