//! What the parser's network sees of a state: one row of its first layer for every question asked.
//!
//! A question is "which word is on top of the stack", "which relation has its leftmost child", "which tags
//! have the top and the buffer's first". The rows of a question lie side by side, so that the number of
//! an answer is an offset: nothing is hashed while parsing.

use super::{NO_NODE, ROOT_NODE};
use crate::language::parser::{NO_LABEL, State};

/// A word of the sentence as the network's questions see it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its number in order of frequency; [`RARE`] and above for words without one.
    pub word: u16,
    /// Number of its ending, asked where the word itself is too rare.
    pub ending: u16,
    /// Number of its cluster.
    pub cluster: u8,
    /// Number of its tag.
    pub tag: u8,
    /// Its universal part of speech.
    pub upos: u8,
    /// Number of the tag that it may have instead, that of no node where there is no doubt.
    pub doubt: u8,
}

/// Numbers below stand for: no node, the root; words follow.
pub(crate) const FIRST_WORD: u16 = 2;
/// The number of words that have none of their own.
pub(crate) const RARE: u16 = u16::MAX;
/// Words numbered below have a row wherever a word is asked for: their endings never count.
pub(crate) const ALWAYS: u16 = 1000;
/// The most words that have numbers.
pub(crate) const WORDS: u16 = 6000;
/// Endings told apart, the unknown one among them.
pub(crate) const ENDINGS: u32 = 800;
/// Tags told apart, that of no node and of the root among them.
pub(crate) const TAGS: u32 = 98;
/// Universal parts of speech told apart, those of no node and of the root among them.
pub(crate) const UPOS: u32 = 20;
/// The number of no tag.
pub(crate) const NO_TAG: u8 = TAGS as u8 - 1;
const LABELS: u32 = 51;
const CLUSTERS: u32 = 256;
const DISTANCES: u32 = 10;

impl Node {
    /// The node numbered 0.
    pub(crate) const NONE: Self =
        Self { word: 0, ending: 0, cluster: 0, tag: NO_TAG, upos: UPOS as u8 - 1, doubt: NO_TAG };
    /// The root of the tree.
    pub(crate) const ROOT: Self =
        Self { word: 1, ending: 0, cluster: 0, tag: NO_TAG - 1, upos: UPOS as u8 - 2, doubt: NO_TAG };

    /// The row of its word where only so many words have rows: that of its ending where it is none of them.
    #[inline(always)]
    fn row(self, frequent: u32) -> u32 {
        if u32::from(self.word) < frequent { u32::from(self.word) } else { frequent + u32::from(self.ending) }
    }
}

/// Questions asked of a state.
pub(crate) const INPUTS: usize = 11 + 6 + 25 + 10 + 6 + 5 + 4;

/// How many of the most frequent words have a row of their own: on top of the stack, below it and first in
/// the buffer; second in the buffer; as children; elsewhere.
const NEAR: u32 = WORDS as u32;
const NEXT: u32 = 4000;
const CHILD: u32 = 2000;
const FAR: u32 = ALWAYS as u32;

/// Rows of one network: answers to all questions.
pub(crate) const ROWS: usize = {
    let words = 3 * NEAR + NEXT + 4 * CHILD + 3 * FAR + 11 * ENDINGS;
    let tags = 25 * TAGS + 5 * TAGS * TAGS + 4 * UPOS * UPOS * UPOS;
    (words + tags + 6 * CLUSTERS + 10 * LABELS + 2 * DISTANCES + 4 * 16) as usize
};

/// Numbers of the rows that answer the questions of a state.
#[inline(always)]
pub(crate) fn inputs(state: &State, nodes: &[Node], rows: &mut [u32; INPUTS]) {
    let node = |i: u32| nodes[i as usize];
    let last = state.len() + 1;
    let near = |i: u32, step: i32| match i {
        0 => Node::NONE,
        i => i.checked_add_signed(step).filter(|&j| j <= last).map_or(Node::NONE, node),
    };
    let [s0, s1, s2] = state.stack_top();
    let [n0, n1, n2] = state.buffer_front();
    let (a, b, c) = (state.kids(s0), state.kids(s1), state.kids(n0));
    let (ns0, ns1, ns2, nn0, nn1, nn2) = (node(s0), node(s1), node(s2), node(n0), node(n1), node(n2));
    let (al, ar, bl, br, cl) = (node(a.l1), node(a.r1), node(b.l1), node(b.r1), node(c.l1));
    let mut base = 0;
    let mut count = 0;
    let mut ask = |answer: u32, answers: u32| {
        rows[count] = base + answer;
        base += answers;
        count += 1;
    };
    for n in [ns0, ns1, nn0] {
        ask(n.row(NEAR), NEAR + ENDINGS);
    }
    ask(nn1.row(NEXT), NEXT + ENDINGS);
    for n in [al, ar, br, cl] {
        ask(n.row(CHILD), CHILD + ENDINGS);
    }
    for n in [ns2, nn2, bl] {
        ask(n.row(FAR), FAR + ENDINGS);
    }
    for n in [ns0, ns1, nn0, nn1, ar, br] {
        ask(u32::from(n.cluster), CLUSTERS);
    }
    let tag = |n: Node| u32::from(n.tag);
    for n in [ns0, ns1, ns2, nn0, nn1, nn2, al, ar, bl, br, cl] {
        ask(tag(n), TAGS);
    }
    for i in [a.l2, a.r2, b.r2, c.l2] {
        ask(tag(node(i)), TAGS);
    }
    for n in [near(s0, -1), near(s0, 1), near(s1, -1), near(s1, 1), near(n0, -1), near(n2, 1)] {
        ask(tag(n), TAGS);
    }
    for n in [ns0, ns1, nn0, nn1] {
        ask(u32::from(n.doubt), TAGS);
    }
    for i in [a.l1, a.l2, a.r1, a.r2, b.l1, b.l2, b.r1, b.r2, c.l1, c.l2] {
        let label = state.label(i);
        ask(if label == NO_LABEL { LABELS - 1 } else { u32::from(label) }, LABELS);
    }
    ask(distance(s0, n0), DISTANCES);
    ask(distance(s1, s0), DISTANCES);
    for k in [a, b, c] {
        ask(k.left * 4 + k.right, 16);
    }
    ask(state.taken(s0) * 4 + state.taken(s1), 16);
    for (x, y) in [(ns0, nn0), (ns1, ns0), (nn0, nn1), (ns1, nn0), (ns0, ar)] {
        ask(tag(x) * TAGS + tag(y), TAGS * TAGS);
    }
    let upos = |n: Node| u32::from(n.upos);
    for (x, y, z) in [(ns1, ns0, nn0), (ns0, nn0, nn1), (ns2, ns1, ns0), (nn0, nn1, nn2)] {
        ask((upos(x) * UPOS + upos(y)) * UPOS + upos(z), UPOS * UPOS * UPOS);
    }
    debug_assert_eq!((base as usize, count), (ROWS, INPUTS));
}

/// Answers that [`ahead`] foresees for a word.
pub(crate) const AHEAD: usize = 14;

/// Where the rows begin of the questions for words near and next, for words elsewhere, for clusters, pairs and threes:
/// as [`inputs`] asks them.
const NEAR_WORD: u32 = NEAR + ENDINGS;
const FAR_WORDS: u32 = 3 * NEAR_WORD + NEXT + ENDINGS + 4 * (CHILD + ENDINGS);
const ALL_CLUSTERS: u32 = FAR_WORDS + 3 * (FAR + ENDINGS);
const PAIRS: u32 = ALL_CLUSTERS + 6 * CLUSTERS + 25 * TAGS + 10 * LABELS + 2 * DISTANCES + 4 * 16;
const THREES: u32 = PAIRS + 5 * TAGS * TAGS;

/// Numbers of the rows that most states will ask for once the word comes to the front and onto the stack: its own
/// at each of these places, and those of its tag with the tags behind it.
#[inline(always)]
pub(crate) fn ahead(nodes: &[Node], word: usize) -> [u32; AHEAD] {
    let node = |i: usize| nodes.get(i).copied().unwrap_or(Node::NONE);
    let (n, next, third) = (node(word), node(word + 1), node(word + 2));
    let near = n.row(NEAR);
    let cluster = ALL_CLUSTERS + u32::from(n.cluster);
    let pair = PAIRS + u32::from(n.tag) * TAGS + u32::from(next.tag);
    let [a, b, c] = [n, next, third].map(|n| u32::from(n.upos));
    let three = THREES + (a * UPOS + b) * UPOS + c;
    [
        near,
        NEAR_WORD + near,
        2 * NEAR_WORD + near,
        3 * NEAR_WORD + n.row(NEXT),
        FAR_WORDS + FAR + ENDINGS + n.row(FAR),
        cluster,
        cluster + CLUSTERS,
        cluster + 2 * CLUSTERS,
        cluster + 3 * CLUSTERS,
        pair,
        pair + 2 * TAGS * TAGS,
        three,
        three + UPOS * UPOS * UPOS,
        three + 3 * UPOS * UPOS * UPOS,
    ]
}

/// Distances up to four stand for themselves, longer ones in three groups.
#[inline(always)]
fn distance(a: u32, b: u32) -> u32 {
    if a == 0 {
        return 9;
    }
    match b.wrapping_sub(a) {
        d @ 0..=4 => d,
        5..=6 => 5,
        7..=9 => 6,
        10..=15 => 7,
        _ => 8,
    }
}

/// The number of a tag class among [`TAGS`].
pub(crate) fn tag_number(class: u8) -> u8 {
    match class {
        NO_NODE => Node::NONE.tag,
        ROOT_NODE => Node::ROOT.tag,
        class => class.min(TAGS as u8 - 3),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::parser::Move;

    #[test]
    fn every_state_has_one_answer_to_each_question() {
        let word = |n: u8| Node { word: u16::from(n), tag: n, upos: n, ..Node::NONE };
        let nodes = [Node::NONE, word(3), word(4), word(5), Node::ROOT];
        let mut state = State::default();
        state.reset(3);
        let mut seen = Vec::new();
        for m in [Move::Shift, Move::Left, Move::Shift, Move::Shift, Move::Right, Move::Left] {
            let mut rows = [0; INPUTS];
            inputs(&state, &nodes, &mut rows);
            assert!(rows.windows(2).all(|w| w[0] < w[1]), "the rows of a question lie behind those of the one before");
            assert!(rows.iter().all(|&r| (r as usize) < ROWS));
            assert!(!seen.contains(&rows), "a state looks like another");
            seen.push(rows);
            state.apply(m, 0);
        }
        assert!(state.is_done());
    }

    #[test]
    fn what_is_asked_of_words_in_their_turn_was_foreseen() {
        let node = |n: u8| Node { word: 40 * u16::from(n), cluster: n, tag: n, upos: n % 16, ..Node::NONE };
        let nodes = [Node::NONE, node(3), node(24), node(5), node(9), Node::ROOT];
        let foreseen: Vec<u32> = (1..=5).flat_map(|i| ahead(&nodes, i)).collect();
        let mut state = State::default();
        state.reset(4);
        state.apply(Move::Shift, 0);
        state.apply(Move::Shift, 0);
        let mut rows = [0; INPUTS];
        inputs(&state, &nodes, &mut rows);
        // stack: words 1 and 2, buffer: 3 and 4
        let words = &rows[..4];
        let [clusters, pairs, threes] = [&rows[11..15], &rows[INPUTS - 9..INPUTS - 6], &rows[INPUTS - 4..INPUTS - 2]];
        for row in [words, clusters, &pairs[..1], &pairs[2..], threes].concat() {
            assert!(foreseen.contains(&row), "{row} of {rows:?}, foreseen {foreseen:?}");
        }
    }
}
