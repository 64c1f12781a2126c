//! Repeated times: "daily", "every Monday", "each year".

use super::super::form::{Amount, Form, Parsed};
use super::super::scan::Pieces;
use super::amount::{duration_value, unit_after};
use super::number::number;
use crate::lexicon::dates::{Lex, Unit, W};
use crate::rules;

/// A repeated time up to piece `end`, by its TIMEX3 value.
pub fn set(end: usize, value: String) -> Parsed {
    Parsed::new(end, Form::Set(value), &rules::dates::REPEATED)
}

/// "a year", "daily": once in every such unit.
pub fn once_in(end: usize, unit: Unit) -> Parsed {
    set(end, duration_value(Amount::Exact(1), unit))
}

/// "every day", "each year", "every two weeks", "every Monday", "per year".
pub fn every(p: &Pieces, i: usize) -> Option<Parsed> {
    let other = usize::from(p.is(i + 1, W::Other));
    let at = i + 1 + other;
    match p.lex(at) {
        Lex::Unit(unit) => Some(set(at + 1, duration_value(Amount::Exact(1 + other as u32), unit))),
        Lex::Weekday(day) => Some(weekdays(p, at + 1, day)),
        Lex::Month(month) => Some(set(at + 1, format!("XXXX-{month:02}"))),
        Lex::Season(season) => Some(set(at + 1, format!("XXXX-{}", season.code()))),
        Lex::Part(part) => Some(set(at + 1, format!("XXXX-XX-XX{}", part.code()))),
        Lex::Number(_) | Lex::Digits(..) | Lex::Vague if p.lex(i) == Lex::Every => {
            let (amount, end) = number(p, at)?;
            let (unit, end) = unit_after(p, end)?;
            Some(set(end, duration_value(amount, unit)))
        }
        _ => None,
    }
}

/// A weekday that comes again, read up to piece `end`: "Mondays", "Tuesday nights".
pub fn weekdays(p: &Pieces, end: usize, day: u8) -> Parsed {
    match p.lex(end) {
        Lex::Part(part) => set(end + 1, format!("XXXX-WXX-{day}{}", part.code())),
        _ => set(end, format!("XXXX-WXX-{day}")),
    }
}
