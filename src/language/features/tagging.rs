//! Features of a tag.

use super::{Features, Word};

/// The tag before the first word.
pub(crate) const NO_TAG: u32 = 250;

/// Fills in the features of word `i`, whose two predecessors have the tags `t1` (the nearer) and `t2`.
/// `words` has two fillers before the first word and two after the last.
#[inline]
pub(crate) fn tag_features(words: &[Word], i: usize, t1: u32, t2: u32, f: &mut Features) {
    let [m2, m1, a, p1, p2] = &words[i - 2..i + 3] else { return };
    let first = u32::from(t1 == NO_TAG);
    let facts = |w: &Word| (u32::from(w.facts.cluster), u32::from(w.facts.class));
    let ((ac, aa), (pc, pa), (mc, _), (_, qa)) = (facts(a), facts(p1), facts(m1), facts(p2));
    f.clear(0);
    f.add(a.word, 0, 0);
    f.add(a.form, first, 0);
    f.add(a.suffixes[0], 0, 0);
    f.add(a.suffixes[1], 0, 0);
    f.add(a.suffixes[2], 0, 0);
    f.add(a.suffixes[3], 0, 0);
    f.add(a.prefixes[0], 0, 0);
    f.add(a.prefixes[1], 0, 0);
    f.add(a.prefixes[2], 0, 0);
    f.add(a.shape, first, 0);
    f.add(t1, 0, 0);
    f.add(t1, t2, 0);
    f.add(t1, a.word, 0);
    f.add(m1.word, 0, 0);
    f.add(m2.word, 0, 0);
    f.add(p1.word, 0, 0);
    f.add(p2.word, 0, 0);
    f.add(m1.suffixes[2], 0, 0);
    f.add(p1.suffixes[2], 0, 0);
    f.add(p1.suffixes[1], a.suffixes[1], 0);
    f.add(m1.word, a.word, 0);
    f.add(a.word, p1.word, 0);
    f.add(t1, a.suffixes[2], 0);
    f.add(p1.shape, a.shape, t1);
    f.add(m1.word, p1.word, 0);
    f.add(t1, p1.word, 0);
    f.add(t2, t1, a.word);
    f.add(p1.word, p2.word, 0);
    f.add(ac, a.shape, 0);
    f.add(pc, t1, 0);
    f.add(mc, ac, 0);
    f.add(ac, pc, 0);
    f.add(pa, t1, 0);
    f.add(aa, pa, t1);
    f.add(qa, pa, aa);
    f.add(aa, t1, t2);
    f.add(pa, a.suffixes[2], 0);
}
