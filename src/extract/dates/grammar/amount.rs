//! Amounts of time: durations, and what is counted from a day ("three days ago").

use super::super::form::{Amount, Form, From, Nth, Parsed};
use super::super::scan::Pieces;
use super::super::words::DateWords;
use super::number::{and_half, number};
use super::{core, set};
use crate::lexicon::dates::{Lex, Turn, Unit, W};
use crate::rules;

/// "three weeks", "a year ago", "two and a half years", "half an hour", "several days later", "two-year".
pub fn amount_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let article = p.is(i, W::A) || p.is(i, W::An);
    if p.lex(i) == Lex::Half && matches!(p.lex(i + 1), Lex::Word(W::A | W::An)) {
        return half(p, i + 2);
    }
    if article && p.lex(i + 1) == Lex::Half {
        return half(p, i + 2 + usize::from(p.is_sign(i + 2, b'-')));
    }
    let (mut amount, at) = number(p, i)?;
    let (mut unit, mut end) = unit_after(p, at)?;
    if let (Some(after), Amount::Exact(n)) = (and_half(p, end), amount) {
        (amount, end) = (Amount::AndHalf(n), after);
    } else if p.is(end, W::Or) {
        (amount, end) = or_more(p, end, amount);
    }
    if is_age(p, end) {
        return None;
    }
    if let Some((form, end)) = shift(p, amount, unit, end) {
        return Some(Parsed::new(end, form, &rules::dates::COUNTED));
    }
    if article && at == i + 1 {
        if is_rate(p, i) {
            return Some(set::once_in(end, unit));
        }
        // "a day", "a minute" alone name no time.
        let named = matches!(unit, Unit::Week | Unit::Fortnight | Unit::Month | Unit::Year | Unit::Hour);
        if !(named || unit == Unit::Day && spans(p, i)) {
            return None;
        }
    }
    if unit == Unit::Quarter && p.is_sign(at, b'-') && amount != Amount::Exact(1) && p.word(at + 1).ends_with('s') {
        // "three-quarters" is a fraction.
        return None;
    }
    if let (Unit::Fortnight, Amount::Exact(n)) = (unit, amount) {
        (unit, amount) = (Unit::Week, Amount::Exact(n.saturating_mul(2)));
    }
    Some(Parsed::new(end, Form::Duration(amount, unit), &rules::dates::DURATION))
}

/// What "or" adds to an amount before it: "a month or two", "weeks or months", "a year or so".
fn or_more(p: &Pieces, or: usize, amount: Amount) -> (Amount, usize) {
    match p.lex(or + 1) {
        Lex::Number(_) if unit_after(p, or + 2).is_none() => (amount, or + 2),
        Lex::Units(_) => (Amount::Vague, or + 2),
        _ if p.word(or + 1).eq_ignore_ascii_case("so") => (amount, or + 2),
        _ => (amount, or),
    }
}

/// True where the words before `i` ask for a length of time.
fn spans(p: &Pieces, i: usize) -> bool {
    matches!(p.before(i), Lex::Word(W::For | W::In | W::Within | W::Of) | Lex::About)
}

/// "$5 a year", "300 tons a day": a figure or what it counts stands before the article.
fn is_rate(p: &Pieces, i: usize) -> bool {
    let figure = matches!(p.before(i), Lex::Digits(..) | Lex::Sign(b'%'));
    figure || i.checked_sub(1).is_some_and(|b| DateWords::Rated.has(p.word(b)))
}

fn half(p: &Pieces, i: usize) -> Option<Parsed> {
    let (unit, end) = unit_after(p, i)?;
    let (count, smaller) = unit.halves()?;
    let amount = Amount::Exact(count);
    if let Some((form, end)) = shift(p, amount, smaller, end) {
        return Some(Parsed::new(end, form, &rules::dates::COUNTED));
    }
    Some(Parsed::new(end, Form::Duration(amount, smaller), &rules::dates::DURATION))
}

/// The unit counted after a number: "weeks", "-year", "more years", "full days", "consecutive months".
pub fn unit_after(p: &Pieces, i: usize) -> Option<(Unit, usize)> {
    let hyphen = p.is_sign(i, b'-') && !p.is_spaced(i + 1);
    let mut at = i + usize::from(hyphen);
    at += usize::from(DateWords::BeforeUnit.has(p.word(at)));
    match p.lex(at) {
        Lex::Unit(unit) | Lex::Units(unit) => Some((unit, at + 1)),
        Lex::Ordinal(2) if hyphen => Some((Unit::Second, at + 1)),
        _ => None,
    }
}

/// "… ago", "… earlier", "… later", "… from now", "… after May 5": the form and one past its end.
pub fn shift(p: &Pieces, amount: Amount, unit: Unit, end: usize) -> Option<(Form, usize)> {
    let hyphen = usize::from(p.is_sign(end, b'-') && !p.is_spaced(end + 1));
    let (sign, from, end) = match p.lex(end + hyphen) {
        Lex::Ago => (-1, From::Now, end + hyphen + 1),
        Lex::Shift(sign) => (i32::from(sign), From::Focus, end + hyphen + 1),
        Lex::Previously => (-1, From::Focus, end + 1),
        Lex::Hence => (1, From::Now, end + 1),
        Lex::Word(W::From) if p.word(end + 1).eq_ignore_ascii_case("now") => (1, From::Now, end + 2),
        before @ (Lex::Before | Lex::After) => {
            let sign = if before == Lex::Before { -1 } else { 1 };
            if let Some(base) = core(p, end + 1).filter(|b| is_day(&b.form)) {
                return Some((Form::ShiftedFrom { amount, unit, sign, base: Box::new(base.form) }, base.end));
            }
            if begins_more(p, end + 1) {
                return None;
            }
            (sign, From::Focus, end + 1)
        }
        _ => return None,
    };
    Some((Form::Shifted { amount, unit, sign, from }, end))
}

/// True for what names one day.
pub fn is_day(form: &Form) -> bool {
    match form {
        Form::Calendar(fields) => fields.day.is_some(),
        Form::Turned(unit, _) | Form::Shifted { unit, .. } => *unit == Unit::Day,
        Form::Weekday(..) | Form::WeekdayOf(..) | Form::Holiday(..) => true,
        Form::NthOf(nth, ..) => matches!(nth, Nth::Weekday(_) | Nth::Day),
        _ => false,
    }
}

/// True where "before" and "after" take something of their own ("two days after the vote"): what they
/// count from is then an event, and only the length of time is told.
fn begins_more(p: &Pieces, i: usize) -> bool {
    !matches!(p.lex(i), Lex::Break | Lex::Sign(b',' | b'.' | b';' | b')' | b'"') | Lex::Word(W::And))
}

/// "8-month-old", "50 years old": ages are not listed.
fn is_age(p: &Pieces, end: usize) -> bool {
    p.is(end, W::Old) || (p.is_sign(end, b'-') && p.is(end + 1, W::Old))
}

/// "years", "weeks" with no number: a length of time.
pub fn bare_units(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Units(unit) = p.lex(i) else { return None };
    if is_age(p, i + 1) || matches!(p.before(i), Lex::Ordinal(_) | Lex::Edge) {
        return None;
    }
    if let Some((form, end)) = shift(p, Amount::Vague, unit, i + 1) {
        return Some(Parsed::new(end, form, &rules::dates::COUNTED));
    }
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter | Unit::Weekend) {
        return None;
    }
    let joined = (p.is(i + 1, W::Or) || p.is(i + 1, W::And)) && matches!(p.lex(i + 2), Lex::Units(_));
    let end = i + 1 + if joined { 2 } else { 0 };
    Some(Parsed::new(end, Form::Duration(Amount::Vague, unit), &rules::dates::DURATION))
}

/// A duration as TIMEX3 writes it.
pub fn duration_value(amount: Amount, unit: Unit) -> String {
    let (start, times, letter) = unit.duration();
    match amount {
        Amount::Vague => format!("{start}X{letter}"),
        Amount::Exact(n) => format!("{start}{}{letter}", n.saturating_mul(times)),
        Amount::AndHalf(n) => match unit.halves() {
            Some((count, smaller)) => {
                let (inner, small_times, small) = smaller.duration();
                let time = if start == "P" && inner == "PT" { "T" } else { "" };
                format!("{start}{}{letter}{time}{}{small}", n.saturating_mul(times), count * small_times)
            }
            None => format!("{start}{n}.5{letter}"),
        },
    }
}

/// "three days", "few weeks" after "last", "next", "the past": the end of them.
pub fn turned(p: &Pieces, i: usize, turn: Turn) -> Option<Parsed> {
    let (amount, at) = match p.lex(i) {
        Lex::Units(_) => (Amount::Vague, i),
        _ => number(p, i)?,
    };
    if let Lex::Seasons(season) = p.lex(at) {
        return Some(set::set(at + 1, format!("XXXX-{}", season.code())));
    }
    let (unit, end) = unit_after(p, at)?;
    let vague_turn = matches!(turn, Turn::Coming | Turn::Past | Turn::Last | Turn::Next) && at == i;
    if is_age(p, end) || (amount == Amount::Vague && vague_turn) {
        return None;
    }
    let end = if p.is(end, W::Or) { or_more(p, end, amount).1 } else { end };
    Some(Parsed::new(end, Form::Duration(amount, unit), &rules::dates::DURATION))
}
