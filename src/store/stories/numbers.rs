//! Numbers on which reports of the same event disagree.

use super::Conflict;
use crate::model::{ArticleId, EventId};
use crate::store::words::StoreWords;
use crate::store::{Store, fold_words};

/// A number of something in a sentence: "25 percent", "$3 billion", "twelve soldiers".
#[derive(Clone, Debug, PartialEq, Eq)]
struct Counted {
    /// The folded noun that is counted; `percent` for a percent sign, `dollars` for a currency sign.
    of: String,
    /// As written, without thousands separators.
    number: String,
}

const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// Numbers of the same thing that differ between articles. An article that gives several numbers of a thing is left
/// out, since it is unclear which one is meant.
pub(super) fn conflicts(store: &Store, events: &[EventId]) -> Vec<Conflict> {
    let mut told: Vec<(ArticleId, EventId, Counted)> = Vec::new();
    for &id in events {
        let event = store.event(id);
        let article = store.original(event.article);
        for counted in counted(event.sentence_words()) {
            if told.iter().all(|(a, _, c)| (*a, c) != (article, &counted)) {
                told.push((article, id, counted));
            }
        }
    }
    let sure = |(article, _, c): &&(ArticleId, EventId, Counted)| {
        told.iter().filter(|(a, _, other)| a == article && other.of == c.of).count() == 1
    };
    let mut conflicts: Vec<Conflict> = Vec::new();
    for (_, id, counted) in told.iter().filter(sure) {
        match conflicts.iter_mut().find(|c| c.of == counted.of) {
            Some(known) if known.values.iter().any(|(n, _)| *n == counted.number) => {}
            Some(known) => known.values.push((counted.number.clone(), *id)),
            None => conflicts.push(Conflict { of: counted.of.clone(), values: vec![(counted.number.clone(), *id)] }),
        }
    }
    conflicts.retain(|c| c.values.len() > 1);
    conflicts
}

fn counted(sentence: &str) -> Vec<Counted> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let mut found = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let Some((mut number, sign)) = number(word) else { continue };
        if is_rough(&words[..i]) {
            continue;
        }
        let mut next = i + 1;
        let following = |at: usize| words.get(at).map(|w| fold_words(w)).unwrap_or_default();
        if SCALES.contains(&following(next).as_str()) {
            number = format!("{number} {}", following(next));
            next += 1;
        }
        let of = match sign {
            Some(of) => of.to_owned(),
            None => match following(next).as_str() {
                "percent" | "pc" => "percent".to_owned(),
                "per" if following(next + 1) == "cent" => "percent".to_owned(),
                noun if is_count_noun(noun) && !is_year(&number) => noun.to_owned(),
                _ => continue,
            },
        };
        found.push(Counted { of, number });
    }
    found
}

/// True if the words before a number make it approximate: "more than 200" agrees with 224.
fn is_rough(before: &[&str]) -> bool {
    let word = |back: usize| before.len().checked_sub(back).map(|i| before[i].to_lowercase()).unwrap_or_default();
    match word(1).as_str() {
        word if StoreWords::Approximate.has(word) => true,
        "than" => matches!(word(2).as_str(), "more" | "less" | "fewer"),
        "least" | "most" => word(2) == "at",
        "to" => word(2) == "up" || word(2) == "close",
        "as" => matches!(word(2).as_str(), "many" | "much" | "few"),
        _ => false,
    }
}

/// The digits or word of a number, and the unit given by its sign.
fn number(word: &str) -> Option<(String, Option<&'static str>)> {
    let core = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£'));
    let (core, sign) = match core.strip_suffix('%') {
        Some(rest) => (rest, Some("percent")),
        None => match core.chars().next() {
            Some('$') => (&core[1..], Some("dollars")),
            Some('€') => (core.trim_start_matches('€'), Some("euros")),
            Some('£') => (core.trim_start_matches('£'), Some("pounds")),
            _ => (core, None),
        },
    };
    let digits = core.replace(',', "");
    let is_number =
        digits.bytes().any(|b| b.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if is_number {
        return Some((digits, sign));
    }
    let lower = core.to_lowercase();
    (sign.is_none() && StoreWords::Numbers.has(&lower)).then_some((lower, None))
}

/// True for a plural or a word like "dead", which can follow a number of people or things.
fn is_count_noun(noun: &str) -> bool {
    (noun.ends_with('s') || StoreWords::Counted.has(noun)) && !StoreWords::NotCounted.has(noun)
}

/// True for four digits that are more likely a year than a count.
fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_what_they_count() {
        let read = |s: &str| counted(s).into_iter().map(|c| format!("{}={}", c.of, c.number)).collect::<Vec<_>>();
        assert_eq!(
            read("killed 12 soldiers and wounded 1,200 people, 25% or 34 percent, $3.5 billion"),
            ["soldiers=12", "people=1200", "percent=25", "percent=34", "dollars=3.5 billion"]
        );
        assert_eq!(read("In 2025 talks on May 5 at 10 a.m. with 27 of them").len(), 0);
        assert_eq!(read("twelve ships; five per cent"), ["ships=twelve", "percent=five"]);
        assert_eq!(read("more than 200 people, at least 5 soldiers and as many as 30 percent").len(), 0);
    }
}
