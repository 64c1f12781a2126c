//! Features of a name's label.

use super::Sight;
use crate::language::features::{Features, Word, looks};

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
    /// What was seen of the sentence as a whole.
    pub sight: &'a Sight,
}

/// What kind of word stands beside a name: the pattern of a table's row or a result.
#[inline]
fn class(w: &Word) -> u32 {
    let letters = looks::UPPER | looks::LOWER | looks::FOREIGN;
    match w.looks {
        0 if w.word == Word::NONE.word || w.word == Word::ROOT.word => 0,
        0 => 1,
        l if l & looks::DIGIT != 0 && l & letters == 0 => 2,
        l if l & looks::DIGIT != 0 => 3,
        l if l & looks::CAPITAL == 0 => 4,
        _ => 5,
    }
}

/// What a word and its neighbours are made of, one number a word.
#[derive(Clone, Copy)]
struct Window {
    fine: [u32; 5],
    coarse: [u32; 5],
    lists: [u32; 5],
}

/// Fills in the features of the label of word `i` after the labels `t1` (the nearer) and `t2`.
#[inline]
pub(crate) fn name_features(c: NameContext<'_>, i: usize, t1: u32, t2: u32, f: &mut Features) {
    let window = i - 2..i + 3;
    let ([m2, m1, a, p1, p2], [_, mt, at, pt, _], [_, mg, ag, pg, _], [f0, f1, f2, f3, f4]) =
        (&c.words[window.clone()], &c.tags[window.clone()], &c.lists[window.clone()], &c.sight.facts[window])
    else {
        return;
    };
    let first = u32::from(t1 == NO_NAME);
    let (mt, at, pt) = (u32::from(*mt), u32::from(*at), u32::from(*pt));
    let (mg, ag, pg) = (u32::from(*mg), u32::from(*ag), u32::from(*pg));
    let facts = [f0, f1, f2, f3, f4];
    let w = Window {
        fine: facts.map(|f| u32::from(f.fine)),
        coarse: facts.map(|f| u32::from(f.coarse)),
        lists: facts.map(|f| u32::from(f.lists)),
    };
    let [_, mc, ac, pc, qc] = w.fine;
    let [nk, mk, ak, pk, qk] = w.coarse;
    let [_, ml, al, pl, ql] = w.lists;
    let shape = a.shape;
    f.clear(0);
    // the word and its neighbours
    f.add(a.word, 0, 0);
    f.add(a.form, first, 0);
    f.add(a.suffixes[1], shape, 0);
    f.add(a.suffixes[2], shape, 0);
    f.add(a.suffixes[3], t1, 0);
    f.add(a.prefixes[2], shape, 0);
    f.add(shape, first, t1);
    f.add(t1, t2, 0);
    f.add(t1, a.word, 0);
    f.add(m1.word, shape, t1);
    f.add(m2.word, shape, 0);
    f.add(p1.word, shape, t1);
    f.add(p2.word, shape, 0);
    f.add(m1.suffixes[2], shape, 0);
    f.add(p1.suffixes[2], shape, 0);
    f.add(m1.word, a.word, 0);
    f.add(a.word, p1.word, 0);
    f.add(m2.word, m1.word, shape);
    f.add(p1.word, p2.word, shape);
    f.add(p1.shape, shape, t1);
    f.add(m1.shape, shape, t1);
    f.add(p1.shape, p2.shape, shape);
    // clusters, fine and coarse
    f.add(ac, shape, t1);
    f.add(ac, pk, shape);
    f.add(mk, ac, shape);
    f.add(mc, shape, t1);
    f.add(pc, shape, t1);
    f.add(qc, shape, 0);
    f.add(ak, pk, t1);
    f.add(mk, ak, t1);
    f.add(mk, pk, shape);
    f.add(nk, mk, ak);
    f.add(ak, pk, qk);
    // tags and lists
    f.add(at, t1, 0);
    f.add(at, pt, t1);
    f.add(mt, at, t1);
    f.add(al, t1, shape);
    f.add(al, pl, t1);
    f.add(ml, al, t1);
    f.add(pl, ql, al);
    f.add(ag, t1, shape);
    f.add(ag, pg, t1);
    f.add(ag, al, mg);
    f.add(ag, m1.word, 0);
    f.add(ag, p1.word, 0);
    f.add(ag, at, mt << 8 | pt);
    f.add(pg, shape, t1);
    f.add(t1, shape, pl << 8 | ml);
    wide_features(c, i, t1, (ak, ag), f);
}

/// Features of what lies beyond the nearest words: the run of capitals that word `i` is part of, the
/// pattern of a table's row, the style of the whole sentence. `kinds` are the word's cluster and list.
#[inline]
fn wide_features(c: NameContext<'_>, i: usize, t1: u32, kinds: (u32, u32), f: &mut Features) {
    let (ak, ag) = kinds;
    let run = c.sight.runs[i];
    let (start, end) = (run.start as usize, (run.end as usize).max(i + 1));
    let none = &Word::NONE;
    let (last, after, before) = (end - 1, end, start.wrapping_sub(1));
    let word = |k: usize| c.words.get(k).unwrap_or(none);
    let fact = |k: usize| c.sight.facts.get(k).copied().unwrap_or_default();
    let place = ((i - start).min(3) << 2 | ((end - start).min(4) - 1)) as u32;
    let style = u32::from(c.sight.style);
    let shape = c.words[i].shape;
    f.add(place, t1, shape);
    f.add(word(last).word, place, t1);
    f.add(u32::from(fact(last).fine), place, t1);
    f.add(u32::from(fact(last).lists), place, t1);
    f.add(word(start).word, place, t1);
    f.add(u32::from(fact(start).coarse), u32::from(fact(last).coarse), place);
    f.add(word(after).word, place, t1);
    f.add(u32::from(fact(after).fine), place, t1);
    f.add(word(before).word, place, t1);
    f.add(u32::from(fact(before).fine), place, t1);
    f.add(u32::from(fact(before).coarse), u32::from(fact(after).coarse), place);
    let around = [i - 2, i - 1, i + 1, i + 2].iter().fold(0, |n, &k| n << 4 | class(word(k)));
    let beside = class(word(before)) << 4 | class(word(after));
    let beyond = class(word(after + 1)) << 4 | class(word(before.wrapping_sub(1)));
    f.add(around, t1, style);
    f.add(around, ag, ak);
    f.add(beside, beyond << 8 | style, t1);
    f.add(beside, beyond, ag);
    f.add(style, shape, t1);
    f.add(style, ak, t1);
    f.add(style, ag, word(i - 1).word);
    f.add(style, word(i + 1).word, t1);
    f.add(style, c.words[i].word, 0);
}
