//! Arc-hybrid transitions: a stack, a buffer and the arcs made so far.
//!
//! Nodes are numbered from 1; 0 stands for "none" and `len + 1` for the root, the last of the
//! buffer. Arrays have an entry for each of them, so that features read them without asking.

use crate::language::Deprel;
use crate::language::features::Node;

/// One transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// The buffer's first goes onto the stack.
    Shift,
    /// The stack's top hangs on the buffer's first.
    Left,
    /// The stack's top hangs on the one below it.
    Right,
}

impl Move {
    /// All of them, in the order of the model's classes.
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// The outermost children of a node.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kids {
    /// Leftmost.
    pub l1: u32,
    /// The next one from the left.
    pub l2: u32,
    /// Rightmost.
    pub r1: u32,
    /// The next one from the right.
    pub r2: u32,
    /// Children on the left, at most three counted.
    pub left: u32,
    /// Children on the right, at most three counted.
    pub right: u32,
}

/// A parse in progress. Kept and reset, it allocates only for the longest sentence so far.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// The sentence as the network's questions see it.
    pub nodes: Vec<Node>,
    len: u32,
    next: u32,
    stack: Vec<u32>,
    heads: Vec<u32>,
    labels: Vec<u8>,
    kids: Vec<Kids>,
    /// What children a node has: bits like [`OBJECT`].
    children: Vec<u8>,
}

/// A node has an object.
pub(crate) const OBJECT: u8 = 1;
/// A node has a subject.
pub(crate) const SUBJECT: u8 = 2;
/// A node has a copula.
pub(crate) const COPULA: u8 = 4;
/// A node has an auxiliary, or a mark like an infinitive's "to".
pub(crate) const HELPER: u8 = 8;

/// Relations of which a word has one at most, a bit each.
const SUBJECTS: u64 = 1 << Deprel::Nsubj as u64 | 1 << Deprel::NsubjPass as u64 | 1 << Deprel::Csubj as u64;
const OBJECTS: u64 = 1 << Deprel::Obj as u64;
const COPULAS: u64 = 1 << Deprel::Cop as u64;
const HELPERS: u64 = 1 << Deprel::Aux as u64 | 1 << Deprel::Mark as u64;

/// The bit of [`State::children`] that a child with this label sets.
#[inline(always)]
fn kind(label: u8) -> u8 {
    let bit = 1u64.checked_shl(u32::from(label)).unwrap_or(0);
    (u8::from(bit & OBJECTS != 0) * OBJECT)
        | (u8::from(bit & SUBJECTS != 0) * SUBJECT)
        | (u8::from(bit & COPULAS != 0) * COPULA)
        | (u8::from(bit & HELPERS != 0) * HELPER)
}

/// The label of a node that has none yet.
pub(crate) const NO_LABEL: u8 = 255;

impl State {
    /// Starts on a sentence of `len` words.
    pub(crate) fn reset(&mut self, len: usize) {
        self.len = len as u32;
        self.next = 1;
        self.stack.clear();
        self.heads.clear();
        self.heads.resize(len + 2, 0);
        self.labels.clear();
        self.labels.resize(len + 2, NO_LABEL);
        self.children.clear();
        self.children.resize(len + 2, 0);
        self.kids.clear();
        self.kids.resize(len + 2, Kids::default());
    }

    /// Words of the sentence.
    #[inline(always)]
    pub(crate) fn len(&self) -> u32 {
        self.len
    }

    /// True where only the root is left.
    #[inline(always)]
    pub(crate) fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next > self.len
    }

    /// The three topmost nodes of the stack.
    #[inline(always)]
    pub(crate) fn stack_top(&self) -> [u32; 3] {
        match self.stack.as_slice() {
            [.., c, b, a] => [*a, *b, *c],
            [b, a] => [*a, *b, 0],
            [a] => [*a, 0, 0],
            [] => [0, 0, 0],
        }
    }

    /// The first three nodes of the buffer, the root among them.
    #[inline(always)]
    pub(crate) fn buffer_front(&self) -> [u32; 3] {
        let root = self.len + 1;
        let at = |i: u32| if i <= root { i } else { 0 };
        [self.next, at(self.next + 1), at(self.next + 2)]
    }

    /// The node's children so far.
    #[inline(always)]
    pub(crate) fn kids(&self, i: u32) -> Kids {
        self.kids[i as usize]
    }

    /// The node's label, [`NO_LABEL`] where it has none.
    #[inline(always)]
    pub(crate) fn label(&self, i: u32) -> u8 {
        self.labels[i as usize]
    }

    /// Whether the node has an object, and a subject: two bits.
    #[inline(always)]
    pub(crate) fn taken(&self, i: u32) -> u32 {
        u32::from(self.children[i as usize] & (OBJECT | SUBJECT))
    }

    /// What children the node has: bits like [`OBJECT`].
    #[inline(always)]
    pub(crate) fn children(&self, i: u32) -> u8 {
        self.children[i as usize]
    }

    /// The relations, a bit each, that no further child of the node can have.
    #[inline(always)]
    pub(crate) fn closed(&self, i: u32) -> u64 {
        match self.children[i as usize] & (OBJECT | SUBJECT) {
            0 => 0,
            OBJECT => OBJECTS,
            SUBJECT => SUBJECTS,
            _ => OBJECTS | SUBJECTS,
        }
    }

    /// The node's head: 0 for none yet, `len + 1` for the root.
    #[inline(always)]
    pub(crate) fn head(&self, i: u32) -> u32 {
        self.heads[i as usize]
    }

    /// Which moves are possible. The root takes exactly one child: a node may hang on it only when
    /// it is alone on the stack.
    #[inline(always)]
    pub(crate) fn legal(&self) -> [bool; 3] {
        let k = self.stack.len();
        let words_left = self.next <= self.len;
        [words_left, k >= 1 && (words_left || k == 1), k >= 2]
    }

    /// The arc `(head, dependent)` that a move makes.
    #[inline(always)]
    pub(crate) fn arc(&self, m: Move) -> Option<(u32, u32)> {
        let [s0, s1, _] = self.stack_top();
        match m {
            Move::Shift => None,
            Move::Left => Some((self.next, s0)),
            Move::Right => Some((s1, s0)),
        }
    }

    /// Makes a legal move; `label` is the new arc's.
    #[inline(always)]
    pub(crate) fn apply(&mut self, m: Move, label: u8) {
        let Some((h, d)) = self.arc(m) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        self.heads[d as usize] = h;
        self.labels[d as usize] = label;
        self.children[h as usize] |= kind(label);
        let kids = &mut self.kids[h as usize];
        if d < h {
            kids.l2 = kids.l1;
            kids.l1 = d;
            kids.left = (kids.left + 1).min(3);
        } else {
            kids.r2 = kids.r1;
            kids.r1 = d;
            kids.right = (kids.right + 1).min(3);
        }
    }

    /// How many arcs of the gold tree each move puts out of reach; `gold[i]` is node `i`'s head,
    /// `len + 1` for the root's child.
    pub(crate) fn costs(&self, gold: &[u32]) -> [u32; 3] {
        let mut costs = [0; 3];
        let (b, root) = (self.next, self.len + 1);
        if b <= self.len {
            for (i, &s) in self.stack.iter().enumerate() {
                costs[0] += u32::from(gold[s as usize] == b);
                costs[0] += u32::from(gold[b as usize] == s && i + 1 < self.stack.len());
            }
        }
        let [s0, s1, _] = self.stack_top();
        if s0 != 0 {
            let lost = (b..=self.len).filter(|&d| gold[d as usize] == s0).count() as u32;
            let h = gold[s0 as usize];
            costs[1] = lost + u32::from((h == s1 && s1 != 0) || (h > b && h <= root));
            costs[2] = lost + u32::from(h >= b && h <= root);
        }
        costs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_subject_or_object_finds_the_place_taken() {
        let mut state = State::default();
        state.reset(3);
        state.apply(Move::Shift, NO_LABEL);
        assert_eq!((state.closed(2), state.taken(2)), (0, 0));
        state.apply(Move::Left, Deprel::NsubjPass as u8);
        assert_eq!((state.closed(2), state.taken(2)), (SUBJECTS, u32::from(SUBJECT)));
        state.apply(Move::Shift, NO_LABEL);
        state.apply(Move::Shift, NO_LABEL);
        state.apply(Move::Right, Deprel::Obj as u8);
        assert_eq!(state.closed(2), SUBJECTS | OBJECTS);
        assert_eq!(state.children(3), 0, "only the head's places are taken");
    }

    /// Follows the moves that cost nothing: they must rebuild a projective tree.
    #[test]
    fn moves_without_cost_build_the_gold_tree() {
        // He saw the man with her .
        let gold = [0, 2, 8, 4, 2, 6, 2, 2, 0];
        let mut state = State::default();
        state.reset(7);
        while !state.is_done() {
            let (legal, costs) = (state.legal(), state.costs(&gold));
            let best = (0..3).filter(|&m| legal[m]).min_by_key(|&m| costs[m]).unwrap();
            assert_eq!(costs[best], 0);
            state.apply(Move::ALL[best], 0);
        }
        assert_eq!((1..=7).map(|i| state.head(i)).collect::<Vec<_>>(), &gold[1..8]);
    }
}
