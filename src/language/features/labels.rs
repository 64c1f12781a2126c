//! Features of a relation.

use super::{ArcFeatures, Features};
use crate::language::parser::State;

/// Fills in the features of the relation by which `d` hangs on `h`.
#[inline]
pub(crate) fn label_features(state: &State, c: ArcFeatures<'_>, h: u32, d: u32, f: &mut Features) {
    let w = |i: u32| c.words[i as usize].word;
    let p = |i: u32| u32::from(c.tags[i as usize]);
    let k = |i: u32| u32::from(c.words[i as usize].facts.cluster);
    let lab = |i: u32| u32::from(state.label(i));
    let last = state.len() + 1;
    let near = |i: u32, step: i32| i.checked_add_signed(step).filter(|&j| j < last).unwrap_or(0);
    let dir = u32::from(d < h);
    let (hw, hp, dw, dp) = (w(h), p(h), w(d), p(d));
    let hp2 = hp << 1 | dir;
    let (dk, hk) = (state.kids(d), state.kids(h));
    let dist = h.abs_diff(d).min(6);
    let sisters = lab(hk.l1) << 8 | lab(hk.r1);
    f.clear(200);
    f.add(hp2, dp, 0);
    f.add(hw, dp, dir);
    f.add(hp2, dw, 0);
    f.add(hw, dw, dir);
    f.add(dw, dir, 0);
    f.add(dp, dir, dist);
    f.add(hp2, dp, dist);
    f.add(hw, dir, 0);
    f.add(hp2, dp, w(dk.l1));
    f.add(hw, dp << 1 | dir, w(dk.l1));
    f.add(hp2, dp, p(dk.l1));
    f.add(hp2, dp, p(dk.r1));
    f.add(hp2, dp, lab(dk.l1));
    f.add(hp2, dp, lab(dk.r1));
    f.add(hp2, dp, sisters);
    f.add(hp2, dp, p(hk.l1));
    f.add(hp2, dp, p(hk.r1));
    f.add(hp2, dp, p(near(d, -1)));
    f.add(hp2, dp, p(near(d, 1)));
    f.add(hp2, dp, p(near(h, -1)));
    f.add(hp2, dp, p(near(h, 1)));
    f.add(hw, dp, sisters | dir << 16);
    f.add(dw, w(dk.l1), dir);
    f.add(dp, w(near(d, -1)), hp2);
    f.add(c.words[d as usize].suffixes[2], hp2, dp);
    f.add(hw, w(hk.l1), dp);
    f.add(hp2, dp, w(dk.l2));
    f.add(hp2, dp, lab(hk.l2) << 8 | lab(hk.l1));
    f.add(k(h), dp, dir);
    f.add(k(d), hp2, 0);
    f.add(k(h), k(d), dir);
    f.add(k(d), hw, dir);
    f.add(k(d), w(dk.l1), hp2);
}
