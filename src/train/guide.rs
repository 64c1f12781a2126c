//! Features of another parser's view: with them a model of this project's scheme learns to
//! translate, and so labels texts that the other parser has read.

use super::conllu::Guide;
use crate::language::features::{Features, Node};
use crate::language::hash::mix;
use crate::language::parser::State;

/// Adds what the guide says of word `i` (from 0) to the features of its tag.
pub(crate) fn tag_features(g: &Guide, i: usize, word: u32, f: &mut Features) {
    let tag = |k: usize| g.tags.get(k).copied().unwrap_or(7);
    f.add(tag(i), 0, 0);
    f.add(tag(i), word, 0);
    f.add(tag(i), g.own_deprels[i], 0);
    f.add(tag(i), g.own_deprels[i], word);
    f.add(tag(i), tag(i + 1), 0);
    f.add(tag(i), tag(i.wrapping_sub(1)), 0);
    let head = g.own_heads[i] as usize;
    f.add(tag(i), g.own_deprels[i], if head == 0 { 0 } else { tag(head - 1) });
}

/// The guide's relation between the two nodes: which hangs on which, and how.
fn relation(g: &Guide, a: u32, b: u32, len: u32) -> u32 {
    let dep = |d: u32, h: u32| -> Option<u32> {
        if d == 0 || h == 0 || d > len {
            return None;
        }
        let i = d as usize - 1;
        let head = if g.heads[i] == 0 { len + 1 } else { g.heads[i] };
        let own = if g.own_heads[i] == 0 { len + 1 } else { g.own_heads[i] };
        match (head == h, own == h) {
            (true, true) => Some(mix(1, g.deprels[i], g.own_deprels[i], 0)),
            (true, false) => Some(mix(2, g.deprels[i], 0, 0)),
            (false, true) => Some(mix(3, g.own_deprels[i], 0, 0)),
            (false, false) => None,
        }
    };
    match (dep(a, b), dep(b, a)) {
        (Some(x), _) => mix(4, x, 0, 0),
        (None, Some(x)) => mix(5, x, 0, 0),
        (None, None) => 0,
    }
}

/// Where the guide hangs a node, seen from the parser's state.
fn place(g: &Guide, i: u32, state: &State) -> u32 {
    let (len, [s0, s1, s2], [n0, n1, _]) = (state.len(), state.stack_top(), state.buffer_front());
    if i == 0 || i > len {
        return 99;
    }
    let h = match g.heads[i as usize - 1] {
        0 => len + 1,
        h => h,
    };
    let known = [s0, s1, s2, n0, n1].iter().position(|&k| k == h);
    match known {
        Some(k) => k as u32,
        None if h > n0 => 10,
        None if s0 != 0 && h > s0 => 11,
        None if s1 != 0 && h > s1 => 12,
        None => 13,
    }
}

/// Answers told apart for each question about the guide.
const ANSWERS: u32 = 1 << 12;
/// Questions about the guide.
const QUESTIONS: u32 = 28;
/// Rows that a network with a guide has beyond the others.
pub(crate) const GUIDE_ROWS: usize = (ANSWERS * QUESTIONS) as usize;

/// Adds the rows that answer what the guide says of the parser's nodes, in a network's rows from `first`.
pub(crate) fn inputs(g: &Guide, state: &State, nodes: &[Node], first: usize, rows: &mut Vec<u32>) {
    let ([s0, s1, _], [n0, n1, _], len) = (state.stack_top(), state.buffer_front(), state.len());
    let tag = |i: u32| u32::from(nodes[i as usize].tag);
    let dep = |i: u32| if i == 0 || i > len { 9 } else { g.deprels[i as usize - 1] };
    let own = |i: u32| if i == 0 || i > len { 9 } else { g.own_deprels[i as usize - 1] };
    let (r0, r1, r2) = (relation(g, s0, n0, len), relation(g, s0, s1, len), relation(g, s1, n0, len));
    let (p0, p1, pn) = (place(g, s0, state), place(g, s1, state), place(g, n0, state));
    // whether the guide knows dependents of s0 that are still to come
    let waiting = if s0 == 0 { 9 } else { u32::from(g.heads.iter().skip(n0 as usize - 1).any(|&h| h == s0)) };
    let mut question = 0;
    let mut ask = |a: u32, b: u32, c: u32| {
        rows.push(first as u32 + question * ANSWERS + mix(question, a, b, c) % ANSWERS);
        question += 1;
    };
    ask(r0, 0, 0);
    ask(r1, 0, 0);
    ask(r0, r1, waiting);
    ask(p0, waiting, 0);
    ask(p0, p1, pn);
    ask(p0, dep(s0), waiting);
    ask(p0, tag(s0), tag(n0));
    ask(pn, dep(n0), p0);
    ask(p1, dep(s1), p0);
    ask(p0, waiting << 8 | tag(s0), tag(s1));
    ask(r0, tag(s0), tag(n0));
    ask(r1, tag(s1), tag(s0));
    ask(r2, p0, waiting);
    ask(dep(s0), dep(s1), dep(n0));
    ask(dep(n0), dep(n1), p0);
    ask(own(s0), 0, 0);
    ask(dep(s0), 0, 0);
    ask(own(s0), dep(s0), 0);
    ask(own(s0), tag(s0), tag(n0));
    ask(own(s0), tag(s0), tag(s1));
    ask(dep(s0), tag(s0), tag(n0));
    ask(dep(s0), tag(s0), tag(s1));
    ask(own(s0), own(n0), 0);
    ask(own(s0), own(s1), 0);
    ask(own(s1), 0, 0);
    ask(own(n0), 0, 0);
    ask(dep(s0), r0, tag(s0));
    ask(dep(s0), r1, tag(s0));
    debug_assert_eq!(question, QUESTIONS);
}
