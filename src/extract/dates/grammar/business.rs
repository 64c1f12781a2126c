//! Quarters and halves of a year as businesses write them: "Q3 2023", "1Q24", "H1".

use super::super::form::{Form, OfYear, Parsed};
use super::super::scan::Pieces;
use super::year::{century_of, of_which_year};
use crate::lexicon::dates::{Lex, Unit};
use crate::model::RuleRef;
use crate::rules;

/// "Q3 2023", "Q1 of 2024", "Q3'24", "4Q23", "1H", "H1".
pub fn part(p: &Pieces, i: usize) -> Option<Parsed> {
    let joined = |k: usize| k < p.len() && !p.is_spaced(k);
    let letter_first = !matches!(p.lex(i), Lex::Digits(..));
    let (letter, number) = if letter_first { (i, i + 1) } else { (i + 1, i) };
    let Lex::Digits(n, 1) = p.lex(number) else { return None };
    let (unit, most): (Unit, u32) = match p.word(letter) {
        "Q" => (Unit::Quarter, 4),
        "H" => (Unit::Half, 2),
        _ => return None,
    };
    // "v1.1H", "A-Q3"
    let torn = i > 0 && joined(i) && !matches!(p.before(i), Lex::Sign(b'(' | b'"' | b'\'' | b'['));
    if n == 0 || n > most || !joined(i + 1) || torn {
        return None;
    }
    let rule: RuleRef = if unit == Unit::Quarter { &rules::dates::QUARTER } else { &rules::dates::HALF };
    let (year, end) = year_behind(p, i + 2);
    // "H1N1", "Q2B", "Audi Q3"
    let word = |k: usize| matches!(p.lex(k), Lex::Digits(..)) || p.word(k).starts_with(char::is_alphanumeric);
    let goes_on = joined(end) && (word(end) || p.is_sign(end, b'-') && joined(end + 1) && word(end + 1));
    let model = year == OfYear::Open
        && letter_first
        && i > 0
        && p.is_spaced(i)
        && p.is_capital(i - 1)
        && matches!(p.before(i), Lex::Other);
    (!goes_on && !model).then(|| Parsed::new(end, Form::PartOfYear(unit, n, year), rule))
}

/// The year behind: in two digits too, where they touch ("4Q23", "Q3'24", "Q1 FY25").
fn year_behind(p: &Pieces, i: usize) -> (OfYear, usize) {
    let mut at = i;
    if matches!(p.lex(at), Lex::Sign(b'/' | b'-' | b'\'')) && !p.is_spaced(at + 1) {
        at += 1;
    }
    let fiscal = p.lex(at) == Lex::Fiscal;
    at += usize::from(fiscal);
    match p.lex(at) {
        Lex::Digits(n, 2) if at < p.len() && !p.is_spaced(at) => (OfYear::Year(century_of(n) + n as i32), at + 1),
        Lex::Digits(n @ 1900..=2100, 4) => (OfYear::Year(n as i32), at + 1),
        _ => of_which_year(p, i),
    }
}
