//! Years, decades and centuries.

use super::super::form::{Fields, Form, OfYear, Parsed};
use super::super::scan::Pieces;
use super::super::words::DateWords;
use super::unit::part_of_year;
use crate::lexicon::dates::{Lex, Turn, Unit, W};
use crate::rules;

/// Years that a bare number may name.
const LIKELY: std::ops::RangeInclusive<u32> = 1900..=2060;
/// Years that a number may name after "in", "since", "of".
const POSSIBLE: std::ops::RangeInclusive<u32> = 1000..=2100;

/// A year as what an expression says.
pub fn of_year(year: i32) -> Form {
    Form::Calendar(Fields { year: Some(year), ..Fields::default() })
}

/// A year of four digits at piece `i`, as part of a date that stands before it: no more is asked of it
/// than that it is no count.
pub fn digits(p: &Pieces, i: usize) -> Option<i32> {
    match p.lex(i) {
        Lex::Digits(year, 4) if POSSIBLE.contains(&year) && !is_count(p, i) => Some(year as i32),
        _ => None,
    }
}

/// True where the digits at `i` go on ("1,990", "1990.5", "1990%") or belong to a sum or a number.
fn is_count(p: &Pieces, i: usize) -> bool {
    let digits = |i| matches!(p.lex(i), Lex::Digits(..));
    let goes_on = |sign| p.is_sign(i + 1, sign) && !p.is_spaced(i + 1) && digits(i + 2) && !p.is_spaced(i + 2);
    let came = |sign| i > 1 && p.is_sign(i - 1, sign) && !p.is_spaced(i) && digits(i - 2) && !p.is_spaced(i - 1);
    let sum =
        !p.is_spaced(i) && matches!(p.before(i), Lex::Sign(b'$' | b'#' | 0 | b'.' | b':' | b'/' | b'@' | b'+' | b'='));
    goes_on(b',')
        || goes_on(b'.')
        || goes_on(b':')
        || came(b',')
        || came(b'.')
        || sum
        || p.is_sign(i + 1, b'%')
        || (!p.is_spaced(i + 1) && p.word(i + 1).starts_with(|c: char| c.is_alphabetic()))
}

/// A year on its own: four digits that the words around do not claim for something else.
pub fn year(p: &Pieces, i: usize) -> Option<Parsed> {
    let year = digits(p, i)?;
    let led = matches!(
        p.before(i),
        Lex::Word(W::In | W::Since | W::Until | W::Till | W::By | W::During | W::From | W::Between | W::Throughout)
            | Lex::Edge
            | Lex::Before
            | Lex::After
            | Lex::Fiscal
    );
    let likely = LIKELY.contains(&(year as u32));
    if !(led || likely) || counted(p, i, led) || numbered(p, i) {
        return None;
    }
    if let Some((end, last)) = rest_of_span(p, i + 1, year) {
        let form = Form::Range(Box::new(of_year(year)), Box::new(of_year(last)));
        return Some(Parsed::new(end, form, &rules::dates::YEAR_RANGE));
    }
    if let Some(part) = part_of_year(p, i + 1, OfYear::Year(year)) {
        return Some(part);
    }
    Some(Parsed::new(i + 1, of_year(year), &rules::dates::YEAR))
}

/// True where the number counts what follows: "2000 people", "1950 hours". A plural after a likely year
/// is counted too, unless a determiner makes the year qualify it: "the 2016 elections", "its 2019 rules".
fn counted(p: &Pieces, i: usize, led: bool) -> bool {
    if !p.is_spaced(i + 1) {
        return false;
    }
    let after = p.word(i + 1);
    let plural = after.len() > 3 && after.ends_with('s') && !after.ends_with("ss") && !p.is_capital(i + 1);
    DateWords::Counted.has(&after.to_ascii_lowercase())
        || matches!(p.lex(i + 1), Lex::Units(_) | Lex::Unit(Unit::Hour | Unit::Minute | Unit::Day))
        || (plural && !led && !determined(p, i))
}

/// True where a determiner or possessive stands before: "the", "this", "its", "Russia's".
fn determined(p: &Pieces, i: usize) -> bool {
    let word = i.checked_sub(1).map_or("", |b| p.word(b));
    matches!(p.before(i), Lex::Word(W::The | W::S | W::A | W::That) | Lex::Turn(Turn::This) | Lex::Sign(b'\''))
        || DateWords::Possessives.has(&word.to_ascii_lowercase())
}

/// True where the number is part of a name: "Resolution 1929", "Agenda 2030".
fn numbered(p: &Pieces, i: usize) -> bool {
    match p.before(i) {
        Lex::Numbered => true,
        Lex::Other => p.is_capital(i - 1) && p.is_spaced(i),
        _ => false,
    }
}

/// The rest of "1996-97", "2007–2013", "2024/25": one past its end and the last year.
fn rest_of_span(p: &Pieces, i: usize, first: i32) -> Option<(usize, i32)> {
    if p.is_spaced(i) || p.is_spaced(i + 1) || !(p.is_sign(i, b'-') || p.is_sign(i, b'/')) {
        return None;
    }
    let last = match p.lex(i + 1) {
        Lex::Digits(last, 4) if POSSIBLE.contains(&last) => last as i32,
        Lex::Digits(last, 2) => first / 100 * 100 + last as i32,
        _ => return None,
    };
    // "2025-04" is a month, not the years 2025 to 2004; ISO dates were tried before.
    (last > first && last - first < 100).then_some((i + 2, last))
}

/// "44 BC", "64 AD", "300 B.C.": a year and its era. "AD" and "BC" are other things too ("2019 BC wineries"), so nothing
/// that they could qualify stands behind.
pub fn of_an_era(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Digits(n @ 1.., 1..=4) = p.lex(i) else { return None };
    let (before, end) = era(p, i + 1)?;
    let led = matches!(p.before(i), Lex::Word(W::In | W::Since | W::From | W::By | W::Until) | Lex::About);
    let over = matches!(p.lex(end), Lex::Break | Lex::Sign(_) | Lex::Word(_) | Lex::Before | Lex::After);
    if p.is_sign(i + 1, b'.') || !(over || led && !LIKELY.contains(&n)) {
        return None;
    }
    let form = if before { Form::BeforeChrist(n) } else { of_year(n as i32) };
    Some(Parsed::new(end, form, &rules::dates::YEAR_OF_AN_ERA))
}

/// "AD 64", "A.D. 64".
pub fn anno_domini(p: &Pieces, i: usize) -> Option<Parsed> {
    let (false, end) = era(p, i)? else { return None };
    match p.lex(end) {
        Lex::Digits(n @ 1.., 1..=4) if !is_count(p, end) => {
            Some(Parsed::new(end + 1, of_year(n as i32), &rules::dates::YEAR_OF_AN_ERA))
        }
        _ => None,
    }
}

/// Whether the era named at piece `i` is the one before Christ, and one past it: "BC", "B.C.E.", "AD".
fn era(p: &Pieces, i: usize) -> Option<(bool, usize)> {
    match p.word(i) {
        "BC" | "BCE" => return Some((true, i + 1)),
        "AD" | "CE" => return Some((false, i + 1)),
        _ => {}
    }
    let (mut letters, mut at) = (String::new(), i);
    while p.word(at).len() == 1 && p.is_capital(at) && p.is_sign(at + 1, b'.') && letters.len() < 3 {
        letters.push_str(p.word(at));
        at += 2;
    }
    match &letters[..] {
        "BC" | "BCE" => Some((true, at)),
        "AD" | "CE" => Some((false, at)),
        _ => None,
    }
}

/// "'98", "'90s".
pub fn short(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Digits(n, 2) = p.lex(i + 1) else { return None };
    if p.is_spaced(i + 1) || !p.is_spaced(i) {
        return None;
    }
    if let Some(decade) = decade(p, i + 1) {
        return Some(decade);
    }
    let after_month =
        matches!(p.before(i), Lex::Month(_) | Lex::Season(_) | Lex::Word(W::In | W::Since | W::Of | W::Until));
    after_month.then(|| Parsed::new(i + 2, of_year(century_of(n) + n as i32), &rules::dates::YEAR))
}

/// The century that a year of two digits is meant in: up to 29 this one, from 30 the last.
pub fn century_of(n: u32) -> i32 {
    if n < 30 { 2000 } else { 1900 }
}

/// "1990s", "the 90s", "the nineties".
pub fn decade(p: &Pieces, i: usize) -> Option<Parsed> {
    match p.lex(i) {
        // "the nineties" are years; "in her early twenties" is an age.
        Lex::Decade(n) => {
            let edge = usize::from(p.before(i) == Lex::Edge) + usize::from(p.before(i) == Lex::Sign(b'-')) * 2;
            (p.before(i.saturating_sub(edge)) == Lex::Word(W::The))
                .then(|| Parsed::new(i + 1, Form::Decade(190 + i32::from(n) / 10), &rules::dates::DECADE))
        }
        Lex::Digits(n, len @ (2 | 4)) if n % 10 == 0 => {
            let quote = usize::from(p.is_sign(i + 1, b'\'') && !p.is_spaced(i + 1));
            let s = i + 1 + quote;
            if !p.is(s, W::S) || p.is_spaced(s) {
                return None;
            }
            let told = matches!(p.before(i), Lex::Word(W::The) | Lex::Sign(b'\'' | b'-') | Lex::Edge);
            match len {
                4 if POSSIBLE.contains(&n) => {
                    Some(Parsed::new(s + 1, Form::Decade(n as i32 / 10), &rules::dates::DECADE))
                }
                2 if told && n >= 20 => {
                    Some(Parsed::new(s + 1, Form::Decade((1900 + n as i32) / 10), &rules::dates::DECADE))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Years in words, as transcripts have them: "nineteen ninety-seven", "two thousand and three".
pub fn spelled(p: &Pieces, i: usize) -> Option<Parsed> {
    let (year, end) = spelled_year(p, i)?;
    Some(Parsed::new(end, of_year(year), &rules::dates::YEAR_IN_WORDS))
}

pub fn spelled_year(p: &Pieces, i: usize) -> Option<(i32, usize)> {
    let (Lex::Number(first), next) = (p.lex(i), i + 1) else { return None };
    if first == 2 && p.lex(next) == Lex::Scale(1000) {
        let and = next + 1 + usize::from(p.is(next + 1, W::And));
        if let Some((n, end)) = below_hundred(p, and).filter(|(n, _)| *n < 60) {
            return (!counts(p, end)).then_some((2000 + n, end));
        }
        let licensed =
            matches!(p.before(i), Lex::Unit(Unit::Year) | Lex::Word(W::In | W::Since | W::By) | Lex::Month(_));
        return (licensed && !counts(p, next + 1)).then_some((2000, next + 1));
    }
    if !(18..=20).contains(&first) {
        return None;
    }
    let at = next + usize::from(p.is_sign(next, b'-') && !p.is_spaced(next));
    let (n, end) = below_hundred(p, at).filter(|(n, _)| *n >= 10)?;
    (!counts(p, end)).then_some((i32::from(first) * 100 + n, end))
}

fn counts(p: &Pieces, i: usize) -> bool {
    matches!(p.lex(i), Lex::Unit(_) | Lex::Units(_) | Lex::Scale(_)) || p.word(i).eq_ignore_ascii_case("percent")
}

fn below_hundred(p: &Pieces, i: usize) -> Option<(i32, usize)> {
    let Lex::Number(tens) = p.lex(i) else { return None };
    let hyphen = i + 1 + usize::from(p.is_sign(i + 1, b'-'));
    match p.lex(hyphen) {
        Lex::Number(ones) if tens >= 20 && ones < 10 => Some((i32::from(tens + ones), hyphen + 1)),
        _ => Some((i32::from(tens), i + 1)),
    }
}

/// "fiscal 1989", "fiscal year 2025", "FY 25", "the fiscal third quarter", "this fiscal year".
pub fn fiscal(p: &Pieces, i: usize) -> Option<Parsed> {
    let at = i + 1 + usize::from(p.lex(i + 1) == Lex::Unit(Unit::Year));
    if let Some(year) = digits(p, at) {
        return Some(Parsed::new(at + 1, of_year(year), &rules::dates::FISCAL_YEAR));
    }
    match p.lex(at) {
        Lex::Digits(n, 2) if p.word(i).len() == 2 => {
            Some(Parsed::new(at + 1, of_year(century_of(n) + n as i32), &rules::dates::FISCAL_YEAR))
        }
        Lex::Ordinal(n @ 1..=4) if p.lex(at + 1) == Lex::Unit(Unit::Quarter) => {
            let (year, end) = of_which_year(p, at + 2);
            Some(Parsed::new(end, Form::PartOfYear(Unit::Quarter, u32::from(n), year), &rules::dates::QUARTER))
        }
        _ if at == i + 2 => Some(Parsed::new(at, Form::Turned(Unit::Year, Turn::This), &rules::dates::FISCAL_YEAR)),
        _ => None,
    }
}

/// The year that a month, quarter, half or season is said to belong to: "1994", "of 1994", ", 1994",
/// "of last year", "this year"; with one past its last piece.
pub fn of_which_year(p: &Pieces, i: usize) -> (OfYear, usize) {
    let mut at = i;
    if p.is(at, W::Of) || p.is(at, W::In) || (p.is_sign(at, b',') && digits(p, at + 1).is_some()) {
        at += 1;
    }
    at += usize::from(p.is(at, W::The) && matches!(p.lex(at + 1), Lex::Turn(_)));
    at += usize::from(p.lex(at) == Lex::Fiscal);
    if let Some(year) = digits(p, at) {
        return (OfYear::Year(year), at + 1);
    }
    if let Some((year, end)) = spelled_year(p, at) {
        return (OfYear::Year(year), end);
    }
    if let (Lex::Sign(b'\''), Lex::Digits(n, 2)) = (p.lex(at), p.lex(at + 1)) {
        return (OfYear::Year(century_of(n) + n as i32), at + 2);
    }
    match (p.lex(at), p.lex(at + 1)) {
        (Lex::Turn(turn), Lex::Unit(Unit::Year)) => (OfYear::Turned(turn), at + 2),
        _ => (OfYear::Open, i),
    }
}
