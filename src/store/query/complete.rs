//! What could come next while a query is typed.

use std::ops::Range;

use super::{KEYS, Kind};
use crate::model::{ActorId, EventType, Mode, Status};
use crate::store::{Store, fold, fold_words};

/// Candidates for the word the cursor stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The bytes a candidate takes the place of.
    pub replace: Range<usize>,
    /// Best first.
    pub candidates: Vec<String>,
}

/// No more names than this are offered.
const MOST_NAMES: usize = 20;
/// Actors that are asked one by one before all names are searched.
const ASKED_FIRST: usize = 5_000;

/// What can stand where the cursor is, `at` bytes into the query: keys with their colon, values of
/// closed lists, names of actors (those with most events and mentions first), names of articles.
#[must_use]
pub fn complete(store: &Store, text: &str, at: usize) -> Completion {
    let before = text.get(..at).unwrap_or(text);
    let start =
        before.rfind(char::is_whitespace).map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
    let word = &before[start..];
    let start = start + usize::from(word.starts_with('-'));
    let word = word.strip_prefix('-').unwrap_or(word);
    let Some((key, values)) = word.split_once(':') else {
        let keys = KEYS.iter().filter(|k| k.name.starts_with(&word.to_ascii_lowercase()));
        return Completion { replace: start..before.len(), candidates: keys.map(|k| format!("{}:", k.name)).collect() };
    };
    let begun = values.rsplit(',').next().unwrap_or_default();
    let replace = before.len() - begun.len()..before.len();
    let begun = fold(begun.trim_start_matches(['"', '“', '=']));
    let of = |names: &mut dyn Iterator<Item = &'static str>| {
        names.map(str::to_ascii_lowercase).filter(|n| n.starts_with(&begun)).collect::<Vec<_>>()
    };
    let candidates = match key.to_ascii_lowercase().as_str() {
        "type" => of(&mut EventType::ALL.iter().map(|t| t.name())),
        "mode" => of(&mut Mode::ALL.iter().map(|m| m.name())),
        "status" => of(&mut Status::ALL.iter().map(|s| s.name())),
        "kind" => of(&mut Kind::ALL.iter().map(|k| k.0)),
        "actor" | "from" | "to" | "by" | "about" => names(store, &begun),
        "doc" => {
            let docs = store.article_ids().map(|a| store.article(a).article.doc.as_str());
            docs.filter(|d| fold(d).contains(&begun)).take(MOST_NAMES).map(quoted).collect()
        }
        _ => Vec::new(),
    };
    Completion { replace, candidates }
}

fn names(store: &Store, begun: &str) -> Vec<String> {
    if begun.trim().is_empty() {
        let first = store.actors_by_weight().iter().take(MOST_NAMES);
        return first.filter(|&&a| store.actor(a).named).map(|&a| quoted(store.name(a))).collect();
    }
    // A letter or two begin very many names: the weightiest are found sooner by asking them first.
    if begun.chars().count() <= 2 {
        let begins = |name: &str| fold_words(name).split(' ').any(|w| w.starts_with(begun));
        let weighty = store.actors_by_weight().iter().take(ASKED_FIRST);
        let best: Vec<_> = weighty.filter(|&&a| store.names_of(a).any(|(n, _)| begins(n))).take(MOST_NAMES).collect();
        if best.len() == MOST_NAMES {
            return best.into_iter().map(|&a| quoted(store.name(a))).collect();
        }
    }
    let mut found = store.actors_named(begun);
    // A letter may begin very many names: only the best are put in order.
    let weight = |&a: &ActorId| (std::cmp::Reverse(store.activity(a) * 2 + store.mentions_of(a).len()), a);
    if found.len() > MOST_NAMES {
        found.select_nth_unstable_by_key(MOST_NAMES, weight);
        found.truncate(MOST_NAMES);
    }
    found.sort_by_cached_key(weight);
    found.into_iter().take(MOST_NAMES).map(|a| quoted(store.name(a))).collect()
}

/// A value that can be typed: between quotation marks where it has blanks or commas.
fn quoted(value: &str) -> String {
    if value.contains(|c: char| c.is_whitespace() || c == ',') {
        format!("\"{}\"", value.replace('"', " "))
    } else {
        value.to_owned()
    }
}
