//! Dependency trees: greedy arc-hybrid moves, every arc labelled as it is made.

pub(crate) mod mend;
mod state;

pub(crate) use state::{Move, NO_LABEL, State};

use super::Deprel;
use super::features::{ArcFeatures, Features, arc_features, label_features};
use super::model::{Narrow, Reader, Wide, Writer};

/// The parser's weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parser {
    /// Which move comes next.
    pub moves: Narrow,
    /// Which relation an arc has; classes are the numbers of [`Deprel`].
    pub labels: Wide,
}

impl Parser {
    /// Parses a sentence into `state`.
    pub(crate) fn parse(&self, c: ArcFeatures<'_>, state: &mut State, f: &mut Features) {
        state.reset(c.len());
        while !state.is_done() {
            let legal = state.legal();
            let m = match legal {
                [true, false, false] => Move::Shift,
                [false, true, false] => Move::Left,
                [false, false, true] => Move::Right,
                _ => {
                    arc_features(state, c, f);
                    best_move(self.moves.score(f.as_slice()), legal)
                }
            };
            let label = match state.arc(m) {
                None => NO_LABEL,
                Some((h, _)) if h > state.len() => Deprel::Root as u8,
                Some((h, d)) => {
                    label_features(state, c, h, d, f);
                    self.labels.best(f.as_slice(), |r| r != Deprel::Root as usize) as u8
                }
            };
            state.apply(m, label);
        }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.moves.write(w);
        self.labels.write(w);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { moves: Narrow::read(r)?, labels: Wide::read(r)? })
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
