//! Dependency trees: greedy arc-hybrid moves, every arc labelled as it is made, both chosen by a small
//! network that looks at the state once for each move.

mod mend;
pub(crate) mod network;
mod objects;
pub(crate) mod relations;
mod settle;
pub(crate) mod state;
pub(crate) mod vocabulary;

pub(crate) use state::{Move, NO_LABEL, State};

use super::Deprel;
use super::builder::Parse;
use super::features::{INPUTS, Word, ahead, inputs};
use super::model::{Reader, Writer};
use super::tagger::{Tagger, Tags};
use multiversion::multiversion;
use network::{Hidden, Outputs, Rows};
use relations::Relations;
use vocabulary::Vocabulary;

/// The parser's weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parser {
    /// Words that have rows.
    pub vocabulary: Vocabulary,
    /// The first layer.
    pub rows: Rows,
    /// Which move comes next.
    pub moves: Outputs,
    /// Which relation an arc to the left has; classes are the numbers of [`Deprel`].
    pub left: Outputs,
    /// Which relation an arc to the right has.
    pub right: Outputs,
    /// Which relations are worth scoring.
    pub relations: Relations,
}

impl Parser {
    /// Parses a sentence, padded as features expect, into `state`.
    pub(crate) fn parse(&self, words: &[Word], tags: &Tags, state: &mut State) {
        self.vocabulary.nodes(words, tags, &mut state.nodes);
        state.reset(words.len().saturating_sub(4));
        make_moves(self, state);
    }

    /// The relation of the arc that a move makes.
    #[inline(always)]
    fn label(&self, state: &State, m: Move, hidden: &Hidden) -> u8 {
        let is_left = m == Move::Left;
        let outputs = if is_left { &self.left } else { &self.right };
        match state.arc(m) {
            None => NO_LABEL,
            Some((h, _)) if h > state.len() => Deprel::Root as u8,
            Some((h, d)) => {
                let (head, dependent) = (state.nodes[h as usize], state.nodes[d as usize]);
                let seen = self.relations.of(head, dependent, is_left);
                let open = seen & !state.closed(h);
                outputs.best(hidden, if open == 0 { seen } else { open }) as u8
            }
        }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.vocabulary.write(w);
        self.rows.write(w);
        for outputs in [&self.moves, &self.left, &self.right] {
            outputs.write(w);
        }
        self.relations.write(w);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            vocabulary: Vocabulary::read(r)?,
            rows: Rows::read(r)?,
            moves: Outputs::read(r)?,
            left: Outputs::read(r)?,
            right: Outputs::read(r)?,
            relations: Relations::read(r)?,
        })
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.vocabulary.size() + self.rows.size()
    }
}

/// Reads a finished tree off the state into `parse`, one entry a word, and mends what the tags, the titles and the
/// verbs in it contradict; `lower` gives the words in lower case.
pub(crate) fn read_off<'w>(
    tagger: &Tagger,
    words: &[Word],
    tags: &mut Tags,
    state: &State,
    lower: impl Fn(usize) -> &'w str,
    parse: &mut Vec<Parse>,
) {
    settle::tags(tagger, words, tags, state);
    let len = state.len();
    parse.clear();
    parse.extend((1..=len).map(|i| {
        let (upos, xpos) = tagger.pair(tags.first[i as usize + 1]);
        let head = state.head(i);
        let head = if head == 0 || head > len { i - 1 } else { head - 1 };
        Parse { upos, xpos, head, deprel: Deprel::from_number(state.label(i)) }
    }));
    mend::titles(parse);
    objects::settle(parse, lower);
}

/// Makes all moves of a sentence. Sums are of whole numbers, so the version for processors with wide registers
/// builds the same trees.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512vl+avx2+bmi1+bmi2+lzcnt+popcnt",
    "x86_64+avx2+bmi1+bmi2+lzcnt+popcnt"
))]
fn make_moves(parser: &Parser, state: &mut State) {
    let mut answers = [0; INPUTS];
    // rows of the words to come are asked for while those before are at work
    let mut coming = 1..=state.len() as usize;
    while !state.is_done() {
        let legal = state.legal();
        if legal == [true, false, false] {
            state.apply(Move::Shift, NO_LABEL);
            continue;
        }
        if let Some(word) = coming.next() {
            parser.rows.announce(&ahead(&state.nodes, word));
        }
        inputs(state, &state.nodes, &mut answers);
        let hidden = parser.rows.hidden(&answers);
        let m = match legal {
            [false, true, false] => Move::Left,
            [false, false, true] => Move::Right,
            _ => best_move([0, 1, 2].map(|m| parser.moves.score(m, &hidden)), legal),
        };
        let label = parser.label(state, m, &hidden);
        state.apply(m, label);
    }
}

/// The legal move with the highest score, the first of equals.
#[inline(always)]
fn best_move(scores: [i32; 3], legal: [bool; 3]) -> Move {
    let mut best: Option<usize> = None;
    for m in 0..3 {
        if legal[m] && best.is_none_or(|b| scores[m] > scores[b]) {
            best = Some(m);
        }
    }
    Move::ALL[best.unwrap_or(0)]
}
