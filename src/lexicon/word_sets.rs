//! Named sets of words: tables of `assets/lexicons/sets`, asked by the name that code gives them.
//!
//! A table holds one set a line: its name, a tab, its words in order, commas between them. [`word_sets!`](crate::word_sets)
//! ties the names to an enum; a name that the table lacks, or that no code asks for, fails the test that the macro writes,
//! and is never silently empty.

use rustc_hash::FxHashSet;

/// A set of words in lower case.
#[derive(Debug, Default)]
pub struct WordSet {
    /// Which lengths in bytes occur (bit 31: all from 31 on), so that most words are refused at once.
    lengths: u32,
    /// Which first bytes occur, by their lowest five bits.
    firsts: u32,
    words: FxHashSet<&'static str>,
}

impl WordSet {
    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut set = Self::default();
        for word in words {
            let (length, first) = Self::bits(word);
            set.lengths |= length;
            set.firsts |= first;
            set.words.insert(word);
        }
        set
    }

    fn bits(word: &str) -> (u32, u32) {
        (1 << word.len().min(31), 1 << (word.as_bytes().first().copied().unwrap_or(0) & 31))
    }

    /// True where `word`, in lower case, is in the set.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        let (length, first) = Self::bits(word);
        self.lengths & length != 0 && self.firsts & first != 0 && self.words.contains(word)
    }

    /// Its words, in no order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.words.iter().copied()
    }
}

/// Reads a table into one set a name, in the order of `names`; a name that the table lacks is an error, as is a name of
/// the table that is not asked for, a line out of order or a word twice.
///
/// # Errors
/// What is wrong, with the line's name.
pub fn read(table: &'static str, names: &[&str]) -> Result<Box<[WordSet]>, String> {
    let mut found: Vec<Option<WordSet>> = names.iter().map(|_| None).collect();
    let mut last = "";
    for line in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (name, words) = line.split_once('\t').ok_or_else(|| format!("no tab in: {line}"))?;
        if last >= name {
            return Err(format!("{name} stands behind {last}"));
        }
        last = name;
        let place = names.iter().position(|n| *n == name).ok_or_else(|| format!("nothing asks for {name}"))?;
        let words: Vec<_> = words.split(", ").collect();
        if !words.windows(2).all(|w| w[0] < w[1]) {
            return Err(format!("{name}: words out of order or twice"));
        }
        found[place] = Some(WordSet::new(words.into_iter()));
    }
    let whole =
        found.into_iter().zip(names).map(|(set, name)| set.ok_or_else(|| format!("{name} is not in the table")));
    whole.collect::<Result<Vec<_>, _>>().map(Vec::into_boxed_slice)
}

/// Ties the sets of a table to an enum: `Variant = "name-in-the-table"`, a doc comment each.
///
/// ```text
/// word_sets! {
///     /// Words that the name rules know.
///     pub enum NameWords from "names.tsv" {
///         /// Nouns behind which a name is a place's: "the city of".
///         PlaceNouns = "place-nouns",
///     }
/// }
/// NameWords::PlaceNouns.has("city")
/// ```
#[macro_export]
macro_rules! word_sets {
    ($(#[$meta:meta])* $vis:vis enum $Sets:ident from $file:literal { $($(#[$doc:meta])* $Set:ident = $name:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $Sets { $($(#[$doc])* $Set),* }

        impl $Sets {
            const NAMES: &[&str] = &[$($name),*];
            const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lexicons/sets/", $file));

            /// The set itself. A table that is not whole, which a test would have told, gives empty sets.
            $vis fn set(self) -> &'static $crate::lexicon::word_sets::WordSet {
                static SETS: std::sync::LazyLock<Box<[$crate::lexicon::word_sets::WordSet]>> =
                    std::sync::LazyLock::new(|| {
                        let read = $crate::lexicon::word_sets::read($Sets::TABLE, $Sets::NAMES);
                        debug_assert!(read.is_ok(), "{}: {read:?}", $file);
                        read.unwrap_or_else(|_| $Sets::NAMES.iter().map(|_| Default::default()).collect())
                    });
                &SETS[self as usize]
            }

            /// True where `word`, in lower case, is in the set.
            $vis fn has(self, word: &str) -> bool {
                self.set().has(word)
            }
        }

        #[cfg(test)]
        #[test]
        fn the_word_sets_are_whole() {
            assert_eq!($crate::lexicon::word_sets::read($Sets::TABLE, $Sets::NAMES).err(), None);
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_not_whole_is_refused() {
        let table = "big\tbear, whale\nsmall\tant";
        let sets = read(table, &["small", "big"]).unwrap();
        assert!(sets[0].has("ant") && sets[1].has("whale") && !sets[1].has("ant") && !sets[0].has(""));
        assert!(read(table, &["big"]).unwrap_err().contains("nothing asks for small"));
        assert!(read(table, &["big", "small", "tiny"]).unwrap_err().contains("tiny is not in the table"));
        assert!(read("b\tx, a", &["b"]).unwrap_err().contains("out of order"));
        assert!(read("b\tx\na\ty", &["a", "b"]).unwrap_err().contains("stands behind"));
    }
}
