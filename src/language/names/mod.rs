//! Names: a label for every word that may be part of one, left to right.

mod agreement;
mod features;
mod lexicon;
mod sight;

pub(crate) use agreement::agree;
pub(crate) use features::{NO_NAME, NameContext, name_features};
pub(crate) use lexicon::{NameFacts, NameLexicon, lists};
pub(crate) use sight::Sight;

use std::ops::Range;

use multiversion::multiversion;

use super::Upos;
use super::features::{Features, Word};
use super::model::{Reader, Wide, Writer};
use crate::model::EntityKind;

/// The kinds in the order of the labels.
pub(crate) const KINDS: [EntityKind; 7] = [
    EntityKind::Person,
    EntityKind::Organisation,
    EntityKind::Country,
    EntityKind::Place,
    EntityKind::Group,
    EntityKind::Demonym,
    EntityKind::Other,
];

/// Number of labels: none, and for each kind one that begins a name and one that goes on with it.
pub(crate) const LABELS: usize = 1 + 2 * KINDS.len();

/// The label of words outside names.
pub(crate) const OUTSIDE: u8 = 0;

/// The label that begins a name of the kind with this place in [`KINDS`].
pub(crate) fn beginning(kind: usize) -> u8 {
    (1 + 2 * kind) as u8
}

/// Place in [`KINDS`] of a label's kind; `None` outside names.
pub(crate) fn kind_of(label: u8) -> Option<usize> {
    (label != OUTSIDE).then(|| (label as usize - 1) / 2)
}

/// True for labels that go on with a name.
pub(crate) fn goes_on(label: u8) -> bool {
    label != OUTSIDE && label.is_multiple_of(2)
}

/// May `label` follow `before`? A name goes on only with its own kind.
#[inline]
pub(crate) fn may_follow(label: u8, before: u32) -> bool {
    !goes_on(label) || before == u32::from(label) || before + 1 == u32::from(label)
}

/// The names that labels tell: their words, and the kind's place in [`KINDS`].
pub(crate) fn spans(labels: &[u8]) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    let mut i = 0;
    std::iter::from_fn(move || {
        while kind_of(*labels.get(i)?).is_none() {
            i += 1;
        }
        let (start, kind) = (i, kind_of(labels[i])?);
        i += 1;
        while labels.get(i) == Some(&(beginning(kind) + 1)) {
            i += 1;
        }
        Some((start..i, kind))
    })
}

/// The name tagger's weights.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameTagger {
    /// What is known of words.
    pub lexicon: NameLexicon,
    /// Weights of the labels.
    pub weights: Wide,
}

impl NameTagger {
    /// Labels a padded sentence into `labels`, fillers included.
    pub(crate) fn label(&self, c: NameContext<'_>, labels: &mut Vec<u8>, f: &mut Features) {
        labels.clear();
        labels.resize(c.words.len(), OUTSIDE);
        label_words(&self.weights, &c, labels, f);
    }

    /// Bytes in memory.
    pub(crate) fn size(&self) -> usize {
        self.lexicon.size() + self.weights.size()
    }

    pub(crate) fn write(&self, w: &mut Writer) {
        self.lexicon.write(w);
        self.weights.pack(w);
    }

    pub(crate) fn read(r: &mut Reader<'_>) -> Option<Self> {
        Some(Self { lexicon: NameLexicon::read(r)?, weights: Wide::unpack(r)? })
    }
}

/// Labels a sentence left to right; the same on every processor, faster where registers are wide.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512vl+avx2+bmi1+bmi2+lzcnt+popcnt",
    "x86_64+avx2+bmi1+bmi2+lzcnt+popcnt"
))]
fn label_words(weights: &Wide, c: &NameContext<'_>, labels: &mut [u8], f: &mut Features) {
    let (mut t1, mut t2) = (NO_NAME, NO_NAME);
    for i in 2..c.words.len().saturating_sub(2) {
        let label = if may_be_named(c, i, t1) {
            name_features(*c, i, t1, t2, f);
            weights.best(f.as_slice(), |l| may_follow(l as u8, t1)) as u8
        } else {
            OUTSIDE
        };
        if let Some(slot) = labels.get_mut(i) {
            *slot = label;
        }
        (t2, t1) = (t1, u32::from(label));
    }
}

/// Words in small letters that neither list nor tag takes for a name, and that no name precedes, are
/// never asked about.
#[inline]
pub(crate) fn may_be_named(c: &NameContext<'_>, i: usize, before: u32) -> bool {
    let w: &Word = &c.words[i];
    w.is_marked
        || c.lists[i] != 0
        || c.tags[i] == Upos::Propn as u8
        || (before != NO_NAME && before != u32::from(OUTSIDE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_only_with_its_own_kind() {
        let (b, i) = (beginning(1), beginning(1) + 1);
        assert!(may_follow(i, u32::from(b)) && may_follow(i, u32::from(i)) && may_follow(b, NO_NAME));
        assert!(!may_follow(i, u32::from(beginning(0))) && !may_follow(i, 0) && !may_follow(i, NO_NAME));
        assert_eq!((kind_of(b), kind_of(i), kind_of(0)), (Some(1), Some(1), None));
    }
}
