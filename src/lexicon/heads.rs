//! Words that tell what a capitalised name is ("… Ministry", "Lake …", "… War").

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::table::table;

/// What kind of name a head makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadKind {
    Organisation,
    Place,
    Other,
}

/// A head word and where it can stand in its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub kind: HeadKind,
    /// "Defence Ministry".
    pub at_end: bool,
    /// "Ministry of Defence".
    pub at_start: bool,
}

static HEADS: LazyLock<FxHashMap<&'static str, Head>> = LazyLock::new(|| {
    let mut heads = FxHashMap::default();
    for row in table(include_str!("../../assets/lexicons/name-heads.tsv")) {
        let [word, kind, place] = row[..] else { continue };
        let kind = match kind {
            "organisation" => HeadKind::Organisation,
            "place" => HeadKind::Place,
            _ => HeadKind::Other,
        };
        let head = Head { kind, at_end: place != "start", at_start: place != "end" };
        heads.entry(word).or_insert(head);
    }
    heads
});

/// The head that a word (as it stands in the text) is.
pub(crate) fn head(word: &str) -> Option<Head> {
    HEADS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use crate::lexicon::heads::*;

    #[test]
    fn heads_know_their_place() {
        assert!(head("Ministry").is_some_and(|h| h.at_end && h.at_start && h.kind == HeadKind::Organisation));
        assert!(head("River").is_some_and(|h| h.at_end && !h.at_start && h.kind == HeadKind::Place));
        assert!(head("ministry").is_none());
    }

    #[test]
    fn the_table_is_sorted_and_says_what_it_can() {
        let lines: Vec<_> =
            include_str!("../../assets/lexicons/name-heads.tsv").lines().filter(|l| !l.starts_with('#')).collect();
        assert!(lines.windows(2).all(|w| w[0] < w[1]));
        for row in table(include_str!("../../assets/lexicons/name-heads.tsv")) {
            assert!(matches!(row[1], "organisation" | "place" | "other"), "{row:?}");
            assert!(matches!(row[2], "start" | "end" | "both"), "{row:?}");
        }
    }
}
