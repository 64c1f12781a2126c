//! The prepositions that frames and noun phrases are asked for, and sets of them.

use std::sync::LazyLock;

use super::table;

/// The prepositions that conditions and slots may name. The order is the bit order of [`PrepSet`];
/// `iobj` stands for an indirect object, which says the same as a "to" phrase.
static WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("../../assets/lexicons/prepositions.txt")).take(64).collect());

/// The bit of the indirect object in a [`PrepSet`].
pub const INDIRECT: u8 = 37;

/// The preposition of a number.
#[must_use]
pub fn word(number: u8) -> Option<&'static str> {
    WORDS.get(number as usize).copied()
}

/// A set of prepositions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrepSet(pub u64);

impl PrepSet {
    /// The number of a preposition's word.
    #[must_use]
    pub fn number(word: &str) -> Option<u8> {
        WORDS.iter().position(|p| *p == word).map(|n| n as u8)
    }

    /// The set with `number` added.
    #[must_use]
    pub fn with(self, number: u8) -> Self {
        Self(self.0 | 1 << number)
    }

    /// True where `number` is in the set.
    #[must_use]
    pub fn has(self, number: u8) -> bool {
        self.0 >> number & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_indirect_object_has_its_number() {
        assert_eq!(word(INDIRECT), Some("iobj"));
        assert_eq!(PrepSet::number("on"), Some(0));
    }
}
