//! Which relations two parts of speech can have at all: what never joins them need not be scored.

use crate::language::Deprel;
use crate::language::features::Node;
use crate::language::features::inputs::UPOS;
use crate::language::model::{Reader, Writer};

/// Every relation but the root's, which no other arc has.
const ANY: u64 = ((1 << Deprel::ALL.len()) - 1) & !(1 << Deprel::Root as u64);

/// The relations seen between parts of speech, a bit each, for arcs to the left and to the right.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relations {
    sets: Vec<u64>,
}

impl Relations {
    /// The relations by which `dependent` may hang on `head`, never none.
    #[inline(always)]
    pub(crate) fn of(&self, head: Node, dependent: Node, is_left: bool) -> u64 {
        match self.sets.get(place(head, dependent, is_left)) {
            None | Some(0) => ANY,
            Some(&set) => set,
        }
    }

    /// Takes those that make up a fair part of the arcs counted between two parts of speech.
    pub(crate) fn build(counts: &Counts) -> Self {
        let set = |counts: &[u32; Deprel::ALL.len()]| {
            let all: u32 = counts.iter().sum();
            // too few to say what there is
            if all < 200 {
                return 0;
            }
            let kept = counts.iter().enumerate().filter(|(_, n)| **n * RARELY > all && **n > 1);
            kept.fold(0, |set, (r, _)| set | 1 << r) & ANY
        };
        Self { sets: counts.0.iter().map(set).collect() }
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        w.doubles(&self.sets);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { sets: r.doubles()? })
    }
}

/// A relation that makes up less than one in so many arcs is left out.
const RARELY: u32 = 3000;

/// How often each relation was seen between parts of speech.
pub(crate) struct Counts(Vec<[u32; Deprel::ALL.len()]>);

impl Counts {
    pub(crate) fn new() -> Self {
        Self(vec![[0; Deprel::ALL.len()]; (2 * UPOS * UPOS) as usize])
    }

    /// Counts one arc.
    pub(crate) fn add(&mut self, head: Node, dependent: Node, is_left: bool, relation: Deprel) {
        if let Some(counts) = self.0.get_mut(place(head, dependent, is_left)) {
            counts[relation as usize] += 1;
        }
    }
}

#[inline(always)]
fn place(head: Node, dependent: Node, is_left: bool) -> usize {
    ((u32::from(is_left) * UPOS + u32::from(head.upos)) * UPOS + u32::from(dependent.upos)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Upos;

    fn node(upos: Upos) -> Node {
        Node { upos: upos as u8, ..Node::NONE }
    }

    #[test]
    fn only_relations_seen_between_two_parts_of_speech_are_asked() {
        let (noun, det, verb) = (node(Upos::Noun), node(Upos::Det), node(Upos::Verb));
        let mut counts = Counts::new();
        for _ in 0..9000 {
            counts.add(noun, det, true, Deprel::Det);
        }
        for _ in 0..90 {
            counts.add(noun, det, true, Deprel::NmodPoss);
        }
        counts.add(noun, det, true, Deprel::Obj);
        let relations = Relations::build(&counts);
        assert_eq!(relations.of(noun, det, true), 1 << Deprel::Det as u64 | 1 << Deprel::NmodPoss as u64);
        assert_eq!(relations.of(verb, det, true), ANY, "too few were seen to say");
        assert_eq!(ANY & 1 << Deprel::Root as u64, 0);
    }
}
