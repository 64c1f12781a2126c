//! Learning to parse: a dynamic oracle, and mostly the parser's own moves.

use super::conllu::{Guide, Sentence, projectivise};
use super::network::{Network, softmax};
use super::perceptron::{Dice, argmax};
use super::survey::{seen_relations, uses, vocabulary};
use super::{data, guide, tagger};
use crate::language::Deprel;
use crate::language::features::inputs::ROWS;
use crate::language::features::{Features, INPUTS, Node, inputs};
use crate::language::parser::network::Outputs;
use crate::language::parser::relations::Relations;
use crate::language::parser::vocabulary::Vocabulary;
use crate::language::parser::{Move, NO_LABEL, Parser, State};
use crate::language::tagger::{Tagger, Tags};

/// Moves of a hundred that follow the model, wrong or not, after the first round.
const EXPLORE: usize = 90;
/// What part of a lesson is the advisor's opinion, the rest its tree.
const ADVICE: f32 = 0.5;
/// A decision that leaves less than this of its share to wrong answers teaches nothing more.
const LEARNT: f32 = 0.003;
/// Rows that ship: what the weights may take of the program's size decides.
const MOST_ROWS: usize = 54_000;
/// Which outputs choose the move, the relation of an arc to the left and of one to the right.
const OUTPUTS: [usize; 3] = [3, Deprel::ALL.len(), Deprel::ALL.len()];

/// How to train.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// How often all sentences are shown.
    pub rounds: usize,
    /// How often gold sentences are shown in a round.
    pub repeat: usize,
    /// What chance depends on.
    pub seed: u64,
    /// Length of the first steps.
    pub rate: f32,
    /// Length of the last steps, as a share of the first.
    pub last_rate: f32,
    /// Of how many states on the last part of the way the weights are the mean; 0 takes the last.
    pub notes: usize,
}

/// A parser that is being learnt, or a teacher that stays as it was learnt.
pub(crate) struct Learner {
    pub vocabulary: Vocabulary,
    relations: Relations,
    /// How often each of the network's questions has each answer.
    uses: Vec<u32>,
    pub network: Network,
    rows: Vec<u32>,
    scores: [f32; 64],
}

/// Teachers asked of each state while a parser learns: what they think of every move and relation. They differ in
/// where they began, and their mean is better than any of them.
pub(crate) struct Advisor {
    pub tagger: Tagger,
    pub learners: Vec<Learner>,
}

/// A sentence as the parser learns from it.
pub(super) struct Item<'a> {
    pub sentence: &'a Sentence,
    pub nodes: Vec<Node>,
    /// The same for the teacher, where it has a say.
    advised: Vec<Node>,
    /// Gold heads, no arcs crossing: `len + 1` for the root's child, a filler at either end.
    pub heads: Vec<u32>,
}

/// Trains on sentences whose words have `tags`. After each round `report` may look at what was learnt.
pub(crate) fn train(
    sentences: &[Sentence],
    tags: &[Tags],
    tagger: &Tagger,
    settings: Settings,
    mut advisor: Option<&mut Advisor>,
    mut report: impl FnMut(usize, &mut Learner),
) -> Learner {
    let vocabulary = vocabulary(sentences, &tagger.lexicon, &tagger.tags);
    let items: Vec<Item<'_>> = sentences
        .iter()
        .zip(tags)
        .map(|(s, tags)| {
            let mut nodes = Vec::new();
            vocabulary.nodes(&data::words(s, &tagger.lexicon), tags, &mut nodes);
            let mut heads = s.heads.clone();
            projectivise(&mut heads);
            let root = s.len() as u32 + 1;
            let heads =
                std::iter::once(0).chain(heads.iter().map(|&h| if h == 0 { root } else { h })).chain([0]).collect();
            let mut advised = Vec::new();
            if let (Some(a), true) = (&advisor, s.guide.is_some()) {
                let words = data::words(s, &a.tagger.lexicon);
                let tags = tagger::tag(&a.tagger, s, &words, &mut Features::new());
                a.learners[0].vocabulary.nodes(&words, &tags, &mut advised);
            }
            Item { sentence: s, nodes, advised, heads }
        })
        .collect();
    let mut order: Vec<usize> = (0..items.len())
        .flat_map(|i| std::iter::repeat_n(i, if items[i].sentence.gold { settings.repeat } else { 1 }))
        .collect();
    let guided = advisor.is_none() && sentences.iter().any(|s| s.guide.is_some());
    let rows = if guided { ROWS + guide::GUIDE_ROWS } else { ROWS };
    let network = Network::new(rows, &OUTPUTS, settings.seed);
    let relations = Relations::build(&seen_relations(&items));
    let uses = uses(&items);
    let mut learner = Learner { vocabulary, relations, uses, network, rows: Vec::new(), scores: [0.0; 64] };
    let mut dice = Dice::new(settings.seed);
    let mut state = State::default();
    let (mut seen, all) = (0usize, order.len() * settings.rounds);
    for round in 0..settings.rounds {
        dice.shuffle(&mut order);
        if round + 1 == settings.rounds && round > 0 {
            // the last round makes up for what the dropped rows said
            learner.network.drop_rows(MOST_ROWS, &learner.uses);
        }
        for &k in &order {
            seen += 1;
            // steps grow shorter towards the end
            let rate = settings.rate * (1.0 - (1.0 - settings.last_rate) * seen as f32 / all as f32);
            learner.learn_sentence(&items[k], advisor.as_deref_mut(), &mut state, round, rate, &mut dice);
            if settings.notes > 0 && round + 1 == settings.rounds {
                // the second half of the last round, in equal steps
                let step = (order.len() / 2 / settings.notes).max(1);
                if (all - seen) % step == 0 && (all - seen) / step < settings.notes {
                    learner.network.note();
                }
            }
        }
        if round + 1 == settings.rounds {
            learner.network.go_to_mean();
        }
        report(round, &mut learner);
    }
    learner
}

impl Learner {
    /// Computes the hidden layer of a state, the guide's answers among its rows.
    fn look(&mut self, state: &State, nodes: &[Node], guide: Option<&Guide>) {
        let mut plain = [0; INPUTS];
        inputs(state, nodes, &mut plain);
        self.rows.clear();
        self.rows.extend(plain);
        if let Some(g) = guide {
            guide::inputs(g, state, nodes, ROWS, &mut self.rows);
        }
        self.network.look(&self.rows);
    }

    fn learn_sentence(
        &mut self,
        item: &Item<'_>,
        advisor: Option<&mut Advisor>,
        state: &mut State,
        round: usize,
        rate: f32,
        dice: &mut Dice,
    ) {
        let guide = item.sentence.guide.as_ref();
        let (mut advisor, own_guide) = match advisor {
            Some(a) => (guide.is_some().then_some(a), None),
            None => (None, guide),
        };
        state.reset(item.sentence.len());
        while !state.is_done() {
            self.look(state, &item.nodes, own_guide);
            let advisors = advisor.as_deref_mut().map_or(&mut [][..], |a| &mut a.learners[..]);
            for a in &mut *advisors {
                a.look(state, &item.advised, guide);
            }
            let (right, mine) = self.learn_move(state, &item.heads, advisors, rate);
            self.learn_labels(state, item, advisors, rate);
            let m = if round > 0 && dice.below(100) < EXPLORE { mine } else { right };
            let label = match state.arc(m) {
                Some((h, d)) if round == 0 && item.heads[d as usize] == h && h <= state.len() => {
                    item.sentence.deprels[d as usize - 1] as u8
                }
                _ => self.label(state, m),
            };
            self.network.learn_rows(&self.rows, rate);
            state.apply(m, label);
        }
    }

    /// Learns which moves lose nothing; returns the likeliest of them and the likeliest of all.
    fn learn_move(&mut self, state: &State, heads: &[u32], advisors: &[Self], rate: f32) -> (Move, Move) {
        let (legal, costs) = (state.legal(), state.costs(heads));
        let least = (0..3).filter(|&m| legal[m]).map(|m| costs[m]).min().unwrap_or(0);
        let good = |m: usize| legal[m] && costs[m] == least;
        let mut shares = [0f32; 3];
        self.network.score(0, &mut shares);
        let (right, mine) = (argmax(&shares, good), argmax(&shares, |m| legal[m]));
        softmax(&mut shares, |m| legal[m]);
        let sum: f32 = (0..3).filter(|&m| good(m)).map(|m| shares[m]).sum();
        if 1.0 - sum > LEARNT {
            // what is right shares as it would without the wrong moves
            let mut target: [f32; 3] = std::array::from_fn(|m| if good(m) { shares[m] / sum.max(1e-6) } else { 0.0 });
            blend(&mut target, advisors, 0, |m| legal[m]);
            for (share, target) in shares.iter_mut().zip(target) {
                *share -= target;
            }
            self.network.learn(0, &shares, rate);
        }
        (Move::ALL[right], Move::ALL[mine])
    }

    /// Learns the relation of each arc that would be right, whether it is made or not.
    fn learn_labels(&mut self, state: &State, item: &Item<'_>, advisors: &[Self], rate: f32) {
        for (head, m) in [(1, Move::Left), (2, Move::Right)] {
            let Some((h, d)) = state.arc(m) else { continue };
            if d == 0 || h == 0 || h > state.len() || item.heads[d as usize] != h {
                continue;
            }
            let gold = item.sentence.deprels[d as usize - 1] as usize;
            let scores = &mut self.scores[..OUTPUTS[head]];
            self.network.score(head, scores);
            softmax(scores, |r| r != Deprel::Root as usize);
            if gold != Deprel::Root as usize && 1.0 - scores[gold] > LEARNT {
                let mut target = [0.0; OUTPUTS[1]];
                target[gold] = 1.0;
                blend(&mut target, advisors, head, |r| r != Deprel::Root as usize);
                for (score, target) in scores.iter_mut().zip(target) {
                    *score -= target;
                }
                self.network.learn(head, scores, rate);
            }
        }
    }

    /// The relation of the arc that a move makes.
    fn label(&mut self, state: &State, m: Move) -> u8 {
        match state.arc(m) {
            None => NO_LABEL,
            Some((h, _)) if h > state.len() => Deprel::Root as u8,
            Some(_) => {
                let head = if m == Move::Left { 1 } else { 2 };
                let scores = &mut self.scores[..OUTPUTS[head]];
                self.network.score(head, scores);
                let closed = state.closed(state.arc(m).map_or(0, |(h, _)| h));
                argmax(scores, |r| r != Deprel::Root as usize && closed & 1 << r == 0) as u8
            }
        }
    }

    /// Parses as the run time does, with the guide's answers where there is a guide; several learners decide together.
    pub(crate) fn parse(all: &mut [Self], nodes: &[Node], guide: Option<&Guide>, state: &mut State) {
        state.reset(nodes.len() - 2);
        while !state.is_done() {
            let legal = state.legal();
            for learner in &mut *all {
                learner.look(state, nodes, guide);
            }
            let mut shares = [0f32; 3];
            mean(&mut shares, all, 0, |m| legal[m]);
            let m = Move::ALL[argmax(&shares, |m| legal[m])];
            let label = match state.arc(m) {
                None => NO_LABEL,
                Some((h, _)) if h > state.len() => Deprel::Root as u8,
                Some((h, _)) => {
                    let mut shares = [0f32; OUTPUTS[1]];
                    mean(&mut shares, all, if m == Move::Left { 1 } else { 2 }, |r| r != Deprel::Root as usize);
                    argmax(&shares, |r| r != Deprel::Root as usize && state.closed(h) & 1 << r == 0) as u8
                }
            };
            state.apply(m, label);
        }
    }

    /// The parser that ships: whole numbers.
    pub(crate) fn parser(&self) -> Parser {
        let [moves, left, right] = [0, 1, 2].map(|k| {
            let head = &self.network.heads[k];
            Outputs::build(&head.weights, &head.bias)
        });
        let rows = self.network.table(ROWS);
        Parser { vocabulary: self.vocabulary.clone(), rows, moves, left, right, relations: self.relations.clone() }
    }
}

/// The mean of what learners think of the state that they looked at last.
fn mean<const N: usize>(shares: &mut [f32; N], all: &[Learner], head: usize, allowed: impl Fn(usize) -> bool) {
    let mut of_one = [0f32; N];
    for learner in all {
        learner.network.score(head, &mut of_one);
        softmax(&mut of_one, &allowed);
        for (share, one) in shares.iter_mut().zip(of_one) {
            *share += one / all.len() as f32;
        }
    }
}

/// Mixes what the advisors think of the state into the shares to be learnt.
fn blend<const N: usize>(target: &mut [f32; N], advisors: &[Learner], head: usize, allowed: impl Fn(usize) -> bool) {
    if advisors.is_empty() {
        return;
    }
    let mut advice = [0f32; N];
    mean(&mut advice, advisors, head, allowed);
    for (t, a) in target.iter_mut().zip(advice) {
        *t = (1.0 - ADVICE) * *t + ADVICE * a;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::model::Writer;
    use crate::language::{Upos, Xpos};

    /// Short sentences whose verbs come in three places.
    fn treebank() -> Vec<Sentence> {
        let sentence = |words: &[(&str, Upos, u32, Deprel)]| Sentence {
            forms: words.iter().map(|w| w.0.to_owned()).collect(),
            upos: words.iter().map(|w| w.1).collect(),
            xpos: vec![Xpos::Nn; words.len()],
            heads: words.iter().map(|w| w.2).collect(),
            deprels: words.iter().map(|w| w.3).collect(),
            gold: true,
            ..Sentence::default()
        };
        let (dogs, bark) = (("dogs", Upos::Noun), ("bark", Upos::Verb));
        vec![
            sentence(&[(dogs.0, dogs.1, 2, Deprel::Nsubj), (bark.0, bark.1, 0, Deprel::Root)]),
            sentence(&[
                (dogs.0, dogs.1, 2, Deprel::Nsubj),
                ("see", Upos::Verb, 0, Deprel::Root),
                ("the", Upos::Det, 4, Deprel::Det),
                ("cats", Upos::Noun, 2, Deprel::Obj),
            ]),
            sentence(&[("see", Upos::Verb, 0, Deprel::Root), ("cats", Upos::Noun, 1, Deprel::Obj)]),
        ]
    }

    fn learnt(sentences: &[Sentence]) -> (Tagger, Vec<Tags>, Parser) {
        let tags = vec![(Upos::Noun, Xpos::Nn), (Upos::Verb, Xpos::Nn), (Upos::Det, Xpos::Nn)];
        let tagger = Tagger { tags, ..Tagger::default() };
        let class = |u: Upos| tagger.tags.iter().position(|p| p.0 == u).unwrap() as u8;
        let padded = |s: &Sentence| {
            let tags = s.upos.iter().map(|&u| class(u));
            Tags::certain([0, 0].into_iter().chain(tags).chain([0, 0]).collect())
        };
        let tags: Vec<Tags> = sentences.iter().map(padded).collect();
        let settings = Settings { rounds: 12, repeat: 1, seed: 1, rate: 0.05, last_rate: 0.05, notes: 0 };
        let parser = train(sentences, &tags, &tagger, settings, None, |_, _| {}).parser();
        (tagger, tags, parser)
    }

    #[test]
    fn what_was_shown_is_parsed_as_it_was_shown() {
        let sentences = treebank();
        let (tagger, tags, parser) = learnt(&sentences);
        let mut state = State::default();
        for (s, tags) in sentences.iter().zip(&tags) {
            parser.parse(&data::words(s, &tagger.lexicon), tags, &mut state);
            let len = s.len() as u32;
            let heads: Vec<u32> = (1..=len).map(|i| state.head(i) % (len + 1)).collect();
            let labels: Vec<Deprel> = (1..=len).map(|i| Deprel::from_number(state.label(i))).collect();
            assert_eq!((heads, labels), (s.heads.clone(), s.deprels.clone()), "{:?}", s.forms);
        }
    }

    #[test]
    fn the_same_data_and_seed_give_the_same_bytes() {
        let bytes = || {
            let mut w = Writer::default();
            learnt(&treebank()).2.write(&mut w);
            w.finish()
        };
        assert_eq!(bytes(), bytes());
    }
}
