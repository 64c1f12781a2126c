//! What the data of a parser hold, counted before it learns: words worth a row, relations between parts of
//! speech, how often each of the network's questions has each answer.

use rustc_hash::FxHashMap;

use super::conllu::Sentence;
use super::data;
use super::parser::Item;
use crate::language::features::inputs::{ALWAYS, ENDINGS, FIRST_WORD, ROWS, WORDS};
use crate::language::features::{INPUTS, inputs};
use crate::language::model::Lexicon;
use crate::language::parser::relations::Counts;
use crate::language::parser::vocabulary::{Vocabulary, ending, numbered};
use crate::language::parser::{Move, NO_LABEL, State};
use crate::language::{Upos, Xpos};

/// How often each answer is given on the way to the gold trees.
pub(super) fn uses(items: &[Item<'_>]) -> Vec<u32> {
    let mut uses = vec![0; ROWS];
    let mut state = State::default();
    let mut answers = [0; INPUTS];
    for item in items {
        state.reset(item.sentence.len());
        while !state.is_done() {
            inputs(&state, &item.nodes, &mut answers);
            for &answer in &answers {
                uses[answer as usize] += 1;
            }
            let (legal, costs) = (state.legal(), state.costs(&item.heads));
            let best = (0..3).filter(|&m| legal[m]).min_by_key(|&m| costs[m]).unwrap_or(0);
            let label = match state.arc(Move::ALL[best]) {
                Some((_, d)) => item.sentence.deprels[d as usize - 1] as u8,
                None => NO_LABEL,
            };
            state.apply(Move::ALL[best], label);
        }
    }
    uses
}

/// Counts of the relations between parts of speech.
pub(super) fn seen_relations(items: &[Item<'_>]) -> Counts {
    let mut counts = Counts::new();
    for item in items {
        let len = item.sentence.len();
        for (d, (&h, &relation)) in (1..).zip(item.heads[1..=len].iter().zip(&item.sentence.deprels)) {
            let h = h as usize;
            if h <= len {
                counts.add(item.nodes[h], item.nodes[d], d < h, relation);
            }
        }
    }
    counts
}

/// The most frequent words, and endings of the others.
pub(super) fn vocabulary(sentences: &[Sentence], lexicon: &Lexicon, pairs: &[(Upos, Xpos)]) -> Vocabulary {
    let mut counts: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
    for s in sentences {
        let words = data::words(s, lexicon);
        for w in &words[2..words.len() - 2] {
            let seen = counts.entry(w.word).or_insert((0, ending(w)));
            seen.0 += if s.gold { 5 } else { 1 };
        }
    }
    let mut order: Vec<_> = counts.into_iter().map(|(w, (n, e))| (n, w, e)).collect();
    order.sort_unstable_by_key(|&(n, w, _)| (std::cmp::Reverse(n), w));
    let mut endings: FxHashMap<u32, u32> = FxHashMap::default();
    for &(n, _, e) in order.iter().skip(ALWAYS as usize) {
        *endings.entry(e).or_default() += n.min(20);
    }
    let mut endings: Vec<_> = endings.into_iter().map(|(e, n)| (n, e)).collect();
    endings.sort_unstable_by_key(|&(n, e)| (std::cmp::Reverse(n), e));
    endings.truncate(ENDINGS as usize - 1);
    order.truncate((WORDS - FIRST_WORD) as usize);
    let words: Vec<u32> = order.iter().map(|x| x.1).collect();
    let endings: Vec<u32> = endings.iter().map(|x| x.1).collect();
    Vocabulary {
        words: numbered(&words, FIRST_WORD),
        endings: numbered(&endings, 1),
        upos: pairs.iter().map(|p| p.0 as u8).collect(),
    }
}
