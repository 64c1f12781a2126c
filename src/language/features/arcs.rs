//! Features of a transition.

use super::{Features, Word};
use crate::language::parser::State;

/// What the parser knows of a sentence besides its own state: words and tags, a filler at 0, the
/// root behind the last word.
#[derive(Clone, Copy)]
pub(crate) struct ArcFeatures<'a> {
    /// Words.
    pub words: &'a [Word],
    /// Tags.
    pub tags: &'a [u8],
}

impl<'a> ArcFeatures<'a> {
    /// The parser's view of a sentence that is padded as features expect.
    pub(crate) fn padded(words: &'a [Word], tags: &'a [u8]) -> Self {
        Self { words: words.get(1..).unwrap_or(&[]), tags: tags.get(1..).unwrap_or(&[]) }
    }

    /// Words of the sentence, fillers left out.
    pub(crate) fn len(&self) -> usize {
        self.words.len().saturating_sub(3)
    }
}

/// Fills in the features of the next transition.
#[inline]
pub(crate) fn arc_features(state: &State, c: ArcFeatures<'_>, f: &mut Features) {
    let w = |i: u32| c.words[i as usize].word;
    let p = |i: u32| u32::from(c.tags[i as usize]);
    let k = |i: u32| u32::from(c.words[i as usize].facts.cluster);
    let lab = |i: u32| u32::from(state.label(i));
    let pair = |a: u32, b: u32| a << 8 | b;
    let [s0, s1, s2] = state.stack_top();
    let [n0, n1, n2] = state.buffer_front();
    let (s0w, s0p, s1w, s1p, s2p) = (w(s0), p(s0), w(s1), p(s1), p(s2));
    let (n0w, n0p, n1w, n1p, n2w, n2p) = (w(n0), p(n0), w(n1), p(n1), w(n2), p(n2));
    let (a0, a1, b0) = (state.kids(s0), state.kids(s1), state.kids(n0));
    let d0 = distance(s0, n0);
    let d1 = distance(s1, s0);
    f.clear(100);
    f.add(s0w, s0p, 0);
    f.add(s0p, 0, 0);
    f.add(s1w, s1p, 0);
    f.add(s1p, 0, 0);
    f.add(n0w, n0p, 0);
    f.add(n0p, 0, 0);
    f.add(n1w, n1p, 0);
    f.add(n1p, 0, 0);
    f.add(n2w, n2p, 0);
    f.add(s0w, n0w, 0);
    f.add(s0w, s0p, n0p);
    f.add(s0p, n0w, n0p);
    f.add(s0p, n0p, 0);
    f.add(s0w, n0p, 0);
    f.add(s1w, s0w, 0);
    f.add(s1w, s0p, 0);
    f.add(s1p, s0w, 0);
    f.add(s1p, s0p, 0);
    f.add(s1w, n0p, 0);
    f.add(s1p, n0w, 0);
    f.add(s1w, n0w, 0);
    f.add(s1p, s0p, n0p);
    f.add(s2p, s1p, s0p);
    f.add(s0p, n0p, n1p);
    f.add(n0p, n1p, n2p);
    f.add(s0w, pair(n0p, n1p), 0);
    f.add(s1w, pair(s0p, n0p), 0);
    f.add(s0w, pair(s1p, n0p), 0);
    f.add(n0w, pair(s1p, s0p), 0);
    f.add(pair(s1p, s0p), pair(n0p, n1p), 0);
    f.add(n0w, n1p, s0p);
    f.add(s0p, p(a0.l1), n0p);
    f.add(s0p, p(a0.r1), n0p);
    f.add(s0p, n0p, p(b0.l1));
    f.add(s1p, p(a1.r1), s0p);
    f.add(s1p, p(a1.l1), s0p);
    f.add(s1p, s0p, p(a0.l1));
    f.add(s1p, s0p, pair(p(a0.r1), n0p));
    f.add(s1p, pair(p(a1.r1), s0p), n0p);
    f.add(s0w, d0, 0);
    f.add(s0p, n0p, d0);
    f.add(s1p, s0p, d1);
    f.add(s0w, n0w, d0);
    f.add(s0w, a0.right, a0.left);
    f.add(s0p, a0.right, a0.left);
    f.add(s1w, a1.right, s0p);
    f.add(s1p, a1.right, s0p);
    f.add(n0p, b0.left, s0p);
    f.add(n0w, b0.left, 0);
    f.add(s0w, lab(a0.r1), lab(a0.l1));
    f.add(s0p, lab(a0.r1), pair(lab(a0.l1), n0p));
    f.add(s1w, lab(a1.r1), lab(a1.l1));
    f.add(s1p, lab(a1.r1), pair(lab(a1.l1), s0p));
    f.add(n0p, lab(b0.l1), s0p);
    f.add(w(a0.r1), s0p, n0p);
    f.add(w(a1.r1), s1p, s0p);
    f.add(s1w, w(a1.r1), s0p);
    f.add(p(a0.r2), p(a0.r1), s0p);
    f.add(p(a1.r2), pair(p(a1.r1), s1p), s0p);
    f.add(p(b0.l2), p(b0.l1), n0p);
    f.add(w(a0.l1), s0w, n0p);
    f.add(w(a0.l1), s0p, pair(s1p, n0p));
    f.add(lab(a0.l1), pair(s0p, s1p), pair(lab(a0.l2), n0p));
    f.add(k(s0), k(n0), 0);
    f.add(k(s1), k(s0), 0);
    f.add(k(s0), n0p, s1p);
    f.add(k(n0), s0p, s1p);
    f.add(k(s1), s0w, n0p);
    f.add(s1w, k(s0), n0p);
    f.add(k(s1), pair(k(s0), n0p), 0);
}

/// Distances up to four stand for themselves, longer ones in two groups.
#[inline(always)]
fn distance(a: u32, b: u32) -> u32 {
    if a == 0 {
        return 9;
    }
    match b.wrapping_sub(a) {
        d @ 0..=4 => d,
        5..=9 => 5,
        _ => 6,
    }
}
