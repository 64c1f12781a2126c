//! Completion of a query as it is typed.

use std::ops::Range;

use super::{KEYS, Kind};
use crate::model::{ActorId, EventType, Mode, Status};
use crate::store::{Store, fold, fold_words};

/// Candidates for the word at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that a candidate replaces.
    pub replace: Range<usize>,
    /// Best first.
    pub candidates: Vec<String>,
}

/// The most names offered.
const MOST_NAMES: usize = 20;
/// Number of actors tested one by one before searching all names.
const ASKED_FIRST: usize = 5_000;

/// Completions at the cursor, `at` bytes into the query: keys with their colon, values of closed lists, names of actors
/// (those with the most events and mentions first), and names of articles.
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
    // Many names begin with a given letter or two: testing the most prominent actors first is faster.
    if begun.chars().count() <= 2 {
        let begins = |name: &str| fold_words(name).split(' ').any(|w| w.starts_with(begun));
        let weighty = store.actors_by_weight().iter().take(ASKED_FIRST);
        let best: Vec<_> = weighty.filter(|&&a| store.names_of(a).any(|(n, _)| begins(n))).take(MOST_NAMES).collect();
        if best.len() == MOST_NAMES {
            return best.into_iter().map(|&a| quoted(store.name(a))).collect();
        }
    }
    let mut found = store.actors_named(begun);
    // Many names begin with a given letter: only the best are sorted.
    let weight = |&a: &ActorId| (std::cmp::Reverse(store.activity(a) * 2 + store.mentions_of(a).len()), a);
    if found.len() > MOST_NAMES {
        found.select_nth_unstable_by_key(MOST_NAMES, weight);
        found.truncate(MOST_NAMES);
    }
    found.sort_by_cached_key(weight);
    found.into_iter().take(MOST_NAMES).map(|a| quoted(store.name(a))).collect()
}

/// A value as it must be typed: in quotation marks if it contains spaces or commas.
fn quoted(value: &str) -> String {
    if value.contains(|c: char| c.is_whitespace() || c == ',') {
        format!("\"{}\"", value.replace('"', " "))
    } else {
        value.to_owned()
    }
}
