//! Where an article was filed: "WASHINGTON (Reuters) - ", "HANOI, Vietnam (AP) — ".

use super::furniture::{self, Kind};
use super::words::LayoutWords;

/// A dateline is at most so many bytes long, its dash included.
const LONGEST: usize = 90;

/// Bytes of the dateline that a paragraph begins with, its dash and the blanks after it included;
/// 0 where there is none.
pub fn length(paragraph: &str) -> usize {
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = &paragraph[..end];
    let Some((at, len)) = dash(head) else { return 0 };
    if !is_place(&head[..at]) {
        return 0;
    }
    let rest = &paragraph[at + len..];
    paragraph.len() - rest.trim_start().len()
}

/// The first dash between blanks, and its length.
fn dash(head: &str) -> Option<(usize, usize)> {
    let dashes = ["—", "–", " - ", " -- ", "\u{a0}- "].iter().filter_map(|d| head.find(d).map(|at| (at, d.len())));
    // "SALEM(TN): "
    dashes.chain(head.find("): ").map(|at| (at + 1, 2))).min()
}

/// True where the words before the dash begin with a place in capitals, or end with a news agency
/// in brackets.
fn is_place(words: &str) -> bool {
    let words = words.trim();
    let first = words.split([' ', ',', '/', '(']).next().unwrap_or("");
    let shouted = first.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !first.chars().any(char::is_lowercase);
    let agency = words
        .strip_suffix(')')
        .and_then(|w| w.split_once(" ("))
        .is_some_and(|(_, source)| furniture::is(Kind::Credit, &source.to_lowercase()));
    // "May 7, 2014 (KAMPALA)"
    let bracket = words.strip_suffix(')').and_then(|w| w.rsplit_once('('));
    let dated = words.contains(|c: char| c.is_ascii_digit())
        && bracket.is_some_and(|(_, place)| place.len() > 1 && place.chars().all(|c| c.is_uppercase() || c == ' '));
    let name_like = words.split_whitespace().all(|w| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || matches!(c, '(' | '/' | '&'))
            || LayoutWords::InDateline.has(w)
    });
    name_like && (shouted || agency || dated) && words.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_end_with_their_dash() {
        for (text, rest) in [
            ("WASHINGTON (Reuters) - Mr Doe said", "Mr Doe said"),
            ("HANOI, Vietnam (AP) — The envoy said", "The envoy said"),
            ("SEOUL/UNITED NATIONS, Aug 30 (Reuters) - The council", "The council"),
            ("BEIJING — China’s government", "China’s government"),
            ("Bangkok (AFP) – The army", "The army"),
            ("May 7, 2014 (KAMPALA) - The talks failed", "The talks failed"),
            ("SALEM(TN): Two priests", "Two priests"),
        ] {
            assert_eq!(&text[length(text)..], rest);
        }
        for text in [
            "The army — not the police — came",
            "NATO said - and denied",
            "Trump - in Paris - said",
            "Sen. Ted Doe (R-Texas) — Doe runs",
            "A well-known man",
        ] {
            assert_eq!(length(text), 0, "{text}");
        }
    }
}
