//! The phrases of `assets/lexicons/furniture.txt`, looked up by their first word.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a phrase is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The whole paragraph is the site's.
    Line,
    /// A paragraph that begins so is the site's.
    Start,
    /// A byline begins so.
    Byline,
    /// A caption begins so.
    Caption,
    /// A photo's source.
    Credit,
    /// A site on which readers are asked to follow somebody.
    Site,
}

static TABLE: &str = include_str!("../../../assets/lexicons/furniture.txt");

static BY_FIRST_WORD: LazyLock<FxHashMap<&'static str, Vec<(Kind, &'static str)>>> = LazyLock::new(|| {
    let mut map: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (kind, phrase) in rows() {
        map.entry(first_word(phrase)).or_default().push((kind, phrase));
    }
    map
});

fn rows() -> impl Iterator<Item = (Kind, &'static str)> {
    TABLE.lines().filter(|l| !l.starts_with('#')).filter_map(|l| {
        let (kind, phrase) = l.split_once('\t')?;
        let kind = match kind {
            "line" => Kind::Line,
            "start" => Kind::Start,
            "byline" => Kind::Byline,
            "caption" => Kind::Caption,
            "credit" => Kind::Credit,
            "site" => Kind::Site,
            _ => return None,
        };
        Some((kind, phrase))
    })
}

fn first_word(phrase: &str) -> &str {
    phrase.split(|c: char| !c.is_alphanumeric() && c != '©').next().unwrap_or("")
}

/// The first phrase of `kind` that lower-cased `text` begins with, at a word's end.
pub fn starts_with(kind: Kind, text: &str) -> Option<&'static str> {
    let rows = BY_FIRST_WORD.get(first_word(text))?;
    rows.iter().filter(|(k, p)| *k == kind && text.starts_with(p)).map(|(_, p)| *p).find(|p| {
        let ends_in_word = p.ends_with(char::is_alphanumeric);
        !ends_in_word || !text[p.len()..].starts_with(char::is_alphanumeric)
    })
}

/// True where lower-cased `text` is a phrase of `kind` and nothing else.
pub fn is(kind: Kind, text: &str) -> bool {
    BY_FIRST_WORD.get(first_word(text)).is_some_and(|rows| rows.iter().any(|(k, p)| *k == kind && *p == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_line_is_read() {
        let lines: Vec<_> = TABLE.lines().filter(|l| !l.starts_with('#')).collect();
        assert_eq!(lines.len(), rows().count(), "a line has no known kind");
        assert!(lines.windows(2).all(|w| w[0] < w[1]), "lines are out of order or doubled");
        for (kind, phrase) in rows() {
            assert!(starts_with(kind, phrase).is_some(), "{phrase} is never found");
            assert_eq!(phrase, phrase.to_lowercase());
        }
    }
}
