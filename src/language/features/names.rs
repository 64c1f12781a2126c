//! Features of a name's label.

use super::{Features, Word};

/// The name label before the first word.
pub(crate) const NO_NAME: u32 = 250;

/// What is known of a padded sentence when names are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NameContext<'a> {
    /// Words.
    pub words: &'a [Word],
    /// Part-of-speech tags.
    pub tags: &'a [u8],
    /// What the gazetteer's longest match says of each word: its kind and whether it begins there.
    pub lists: &'a [u8],
}

/// Fills in the features of the label of word `i` after the labels `t1` (the nearer) and `t2`.
#[inline]
pub(crate) fn name_features(c: NameContext<'_>, i: usize, t1: u32, t2: u32, f: &mut Features) {
    let window = i - 2..i + 3;
    let ([m2, m1, a, p1, p2], [_, mt, at, pt, _], [_, mg, ag, pg, _]) =
        (&c.words[window.clone()], &c.tags[window.clone()], &c.lists[window])
    else {
        return;
    };
    let first = u32::from(t1 == NO_NAME);
    let (mt, at, pt) = (u32::from(*mt), u32::from(*at), u32::from(*pt));
    let (mg, ag, pg) = (u32::from(*mg), u32::from(*ag), u32::from(*pg));
    let facts = |w: &Word| (u32::from(w.facts.cluster), u32::from(w.facts.lists));
    let ((ac, al), (pc, pl), (mc, ml), (qc, ql)) = (facts(a), facts(p1), facts(m1), facts(p2));
    f.clear(0);
    f.add(a.word, 0, 0);
    f.add(a.form, first, 0);
    f.add(a.suffixes[1], a.shape, 0);
    f.add(a.suffixes[2], a.shape, 0);
    f.add(a.suffixes[3], t1, 0);
    f.add(a.prefixes[2], a.shape, 0);
    f.add(a.shape, first, t1);
    f.add(t1, t2, 0);
    f.add(t1, a.word, 0);
    f.add(m1.word, a.shape, t1);
    f.add(m2.word, a.shape, 0);
    f.add(p1.word, a.shape, t1);
    f.add(p2.word, a.shape, 0);
    f.add(m1.suffixes[2], a.shape, 0);
    f.add(p1.suffixes[2], a.shape, 0);
    f.add(m1.word, a.word, 0);
    f.add(a.word, p1.word, 0);
    f.add(m2.word, m1.word, a.shape);
    f.add(p1.word, p2.word, a.shape);
    f.add(p1.shape, a.shape, t1);
    f.add(m1.shape, a.shape, t1);
    f.add(p1.shape, p2.shape, a.shape);
    f.add(ac, a.shape, t1);
    f.add(ac, pc, a.shape);
    f.add(mc, ac, a.shape);
    f.add(qc, pc, a.shape);
    f.add(mc, pc, a.shape);
    f.add(at, t1, 0);
    f.add(at, pt, t1);
    f.add(mt, at, t1);
    f.add(al, t1, a.shape);
    f.add(al, pl, t1);
    f.add(ml, al, t1);
    f.add(pl, ql, al);
    f.add(ag, t1, a.shape);
    f.add(ag, pg, t1);
    f.add(ag, al, mg);
    f.add(ag, m1.word, 0);
    f.add(ag, p1.word, 0);
    f.add(ag, at, mt << 8 | pt);
    f.add(pg, a.shape, t1);
    f.add(t1, a.shape, pl << 8 | ml);
}
