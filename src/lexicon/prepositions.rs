//! The prepositions that frames and noun phrases are asked for, and sets of them.

/// The prepositions that conditions and slots may name. The order is the bit order of [`PrepSet`];
/// `iobj` stands for an indirect object, which says the same as a "to" phrase.
pub const PREPOSITIONS: [&str; 38] = [
    "on", "upon", "against", "with", "to", "toward", "towards", "into", "in", "at", "by", "of", "for", "from", "over",
    "between", "among", "about", "near", "outside", "behind", "as", "after", "around", "along", "across", "through",
    "within", "under", "off", "onto", "inside", "before", "during", "amid", "than", "like", "iobj",
];

/// The bit of the indirect object in a [`PrepSet`].
pub const INDIRECT: u8 = 37;

/// A set of [`PREPOSITIONS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PrepSet(pub u64);

impl PrepSet {
    /// The number of a preposition's word.
    #[must_use]
    pub fn number(word: &str) -> Option<u8> {
        PREPOSITIONS.iter().position(|p| *p == word).map(|n| n as u8)
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
