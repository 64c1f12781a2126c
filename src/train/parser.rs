//! Learning to parse: a dynamic oracle, and mostly the parser's own moves.

use super::conllu::{Sentence, projectivise};
use super::data;
use super::guide;
use super::perceptron::{Dice, Perceptron, argmax};
use crate::language::Deprel;
use crate::language::features::{ArcFeatures, Features, Word, arc_features, label_features};
use crate::language::model::Lexicon;
use crate::language::parser::{Move, NO_LABEL, Parser, State};

/// Moves of a hundred that follow the model, wrong or not, after the first round.
const EXPLORE: usize = 90;

/// What the parser learns: moves and relations.
pub(crate) struct Learnt {
    pub moves: Perceptron,
    pub labels: Perceptron,
}

struct Item<'a> {
    sentence: &'a Sentence,
    words: Vec<Word>,
    tags: Vec<u8>,
    heads: Vec<u32>,
}

/// Trains for `rounds`; gold sentences are shown `repeat` times a round. After each round `report`
/// may look at what was learnt.
pub(crate) fn train(
    sentences: &[Sentence],
    tags: &[Vec<u8>],
    lexicon: &Lexicon,
    rounds: usize,
    repeat: usize,
    seed: u64,
    mut report: impl FnMut(usize, &Learnt),
) -> Learnt {
    let items: Vec<Item<'_>> = sentences
        .iter()
        .zip(tags)
        .map(|(s, tags)| {
            let words = data::words(s, lexicon);
            let mut heads = s.heads.clone();
            projectivise(&mut heads);
            let root = s.len() as u32 + 1;
            let heads =
                std::iter::once(0).chain(heads.iter().map(|&h| if h == 0 { root } else { h })).chain([0]).collect();
            Item { sentence: s, words, tags: tags.clone(), heads }
        })
        .collect();
    let mut order: Vec<usize> = (0..items.len())
        .flat_map(|i| std::iter::repeat_n(i, if items[i].sentence.gold { repeat } else { 1 }))
        .collect();
    let mut learnt = Learnt { moves: Perceptron::new(3), labels: Perceptron::new(Deprel::ALL.len()) };
    let mut dice = Dice::new(seed);
    let (mut state, mut f) = (State::default(), Features::new());
    let mut scores = vec![0f32; Deprel::ALL.len()];
    for round in 0..rounds {
        dice.shuffle(&mut order);
        for &k in &order {
            let item = &items[k];
            let c = ArcFeatures::padded(&item.words, &item.tags);
            state.reset(item.sentence.len());
            while !state.is_done() {
                let explore = round > 0 && dice.below(100) < EXPLORE;
                let m = learn_move(&mut learnt.moves, item, c, &state, explore, &mut f);
                let label = learn_label(&mut learnt.labels, item, c, &state, m, round > 0, &mut scores, &mut f);
                state.apply(m, label);
            }
        }
        report(round, &learnt);
    }
    learnt
}

fn learn_move(
    p: &mut Perceptron,
    item: &Item<'_>,
    c: ArcFeatures<'_>,
    state: &State,
    explore: bool,
    f: &mut Features,
) -> Move {
    let legal = state.legal();
    let costs = state.costs(&item.heads);
    let least = (0..3).filter(|&m| legal[m]).map(|m| costs[m]).min().unwrap_or(0);
    let mut scores = [0f32; 3];
    arc_features(state, c, f);
    if let Some(g) = &item.sentence.guide {
        guide::arc_features(g, state, c.tags, f);
    }
    p.score(f.as_slice(), &mut scores);
    let mine = argmax(&scores, |m| legal[m]);
    let right = argmax(&scores, |m| legal[m] && costs[m] == least);
    if costs[mine] != least {
        p.update(f.as_slice(), right, mine);
    }
    p.tick();
    Move::ALL[if explore { mine } else { right }]
}

#[allow(clippy::too_many_arguments)] // the state of one training step
fn learn_label(
    p: &mut Perceptron,
    item: &Item<'_>,
    c: ArcFeatures<'_>,
    state: &State,
    m: Move,
    trust: bool,
    scores: &mut [f32],
    f: &mut Features,
) -> u8 {
    let Some((h, d)) = state.arc(m) else { return NO_LABEL };
    if h > state.len() {
        return Deprel::Root as u8;
    }
    label_features(state, c, h, d, f);
    if let Some(g) = &item.sentence.guide {
        guide::label_features(g, state, c.tags, h, d, f);
    }
    p.score(f.as_slice(), scores);
    let mine = argmax(scores, |r| r != Deprel::Root as usize);
    if item.heads[d as usize] != h {
        return mine as u8;
    }
    let gold = item.sentence.deprels[d as usize - 1] as usize;
    if mine != gold && gold != Deprel::Root as usize {
        p.update(f.as_slice(), gold, mine);
    }
    p.tick();
    if trust { mine as u8 } else { gold as u8 }
}

/// Parses as the run time does, with the guide's features where there is a guide.
pub(crate) fn parse(parser: &Parser, s: &Sentence, words: &[Word], tags: &[u8], state: &mut State, f: &mut Features) {
    let c = ArcFeatures::padded(words, tags);
    let Some(g) = &s.guide else {
        parser.parse(c, state, f);
        return;
    };
    state.reset(s.len());
    while !state.is_done() {
        let legal = state.legal();
        arc_features(state, c, f);
        guide::arc_features(g, state, c.tags, f);
        let scores = parser.moves.score(f.as_slice()).map(|x| x as f32);
        let m = Move::ALL[argmax(&scores, |m| legal[m])];
        let label = match state.arc(m) {
            None => NO_LABEL,
            Some((h, _)) if h > state.len() => Deprel::Root as u8,
            Some((h, d)) => {
                label_features(state, c, h, d, f);
                guide::label_features(g, state, c.tags, h, d, f);
                parser.labels.best(f.as_slice(), |r| r != Deprel::Root as usize) as u8
            }
        };
        state.apply(m, label);
    }
}
