//! Amounts of time: durations, what is counted from a day ("three days ago"), and repeated times.

use super::super::calendar::Unit;
use super::super::form::{Amount, Form, From, Parsed};
use super::super::lexicon::{Lex, Turn, W};
use super::super::scan::Pieces;
use super::clock;

/// A number and one past its last piece.
type Counted = (Amount, usize);

/// "three weeks", "a year ago", "two and a half years", "half an hour", "several days later", "a two-year".
pub fn amount_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let article = p.is(i, W::A) || p.is(i, W::An);
    if let (Lex::Half, Lex::Word(W::A | W::An)) = (p.lex(i), p.lex(i + 1)) {
        return half(p, i + 2);
    }
    if article && p.lex(i + 1) == Lex::Half {
        let hyphen = usize::from(p.is_sign(i + 2, b'-'));
        return half(p, i + 2 + hyphen);
    }
    let (amount, at) = number(p, i)?;
    let amount_is_article = article && at == i + 1;
    let (mut unit, mut end) = unit_after(p, at)?;
    let mut amount = amount;
    // "a year and a half", "a month or two", "two to three weeks"
    if p.is(end, W::And) && p.is(end + 1, W::A) && p.lex(end + 2) == Lex::Half {
        amount = and_half(amount);
        end += 3;
    } else if p.is(end, W::Or)
        && matches!(p.lex(end + 1), Lex::Number(_) | Lex::Word(W::S))
        && unit_after(p, end + 2).is_none()
    {
        end += 2;
    } else if p.is(end, W::Or) {
        if let Some((_, other)) = unit_after(p, end + 1) {
            end = other;
            amount = Amount::Vague;
        }
    }
    if p.word(end) == "so" && p.is(end - 1, W::Or) {
        end += 1;
    }
    if is_age(p, end) {
        return None;
    }
    if let Some((form, end)) = shift(p, amount, unit, end) {
        return Some(Parsed::new(end, form, "counted"));
    }
    if amount_is_article {
        // "a day", "a minute" alone name no time; "5 dollars a year" is a rate.
        if matches!(
            unit,
            Unit::Second
                | Unit::Minute
                | Unit::Decade
                | Unit::Century
                | Unit::Millennium
                | Unit::Quarter
                | Unit::Weekend
        ) || (unit == Unit::Day && !spans(p, i))
        {
            return None;
        }
        if is_rate(p, i) {
            return Some(set(end, &duration_value(Amount::Exact(1), unit)));
        }
    }
    if unit == Unit::Quarter
        && amount != Amount::Vague
        && p.word(at).len() == 7
        && !amount_is_article
        && p.is_sign(at - 1, b'-')
    {
        return None;
    }
    if unit == Unit::Fortnight {
        unit = Unit::Week;
        amount = times(amount, 2);
    }
    Some(Parsed::new(end, Form::Duration(amount, unit), "duration"))
}

/// True where the words before `i` ask for a length of time.
fn spans(p: &Pieces, i: usize) -> bool {
    matches!(p.before(i), Lex::Word(W::For | W::In | W::Within | W::Of) | Lex::About)
}

/// "$5 a year", "300 tons a day": a figure or a plural stands before the article.
fn is_rate(p: &Pieces, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |b| p.word(b));
    matches!(p.before(i), Lex::Digits(..) | Lex::Sign(b'%'))
        || [
            "million", "billion", "trillion", "percent", "dollars", "times", "once", "twice", "barrels", "tons",
            "tonnes", "cents",
        ]
        .contains(&before)
}

fn half(p: &Pieces, i: usize) -> Option<Parsed> {
    let (unit, end) = unit_after(p, i)?;
    let (count, smaller) = unit.halves()?;
    let amount = Amount::Exact(count);
    if let Some((form, end)) = shift(p, amount, smaller, end) {
        return Some(Parsed::new(end, form, "counted"));
    }
    Some(Parsed::new(end, Form::Duration(amount, smaller), "duration"))
}

/// Number words and figures, "a", "a few", "several", "2 1/2", "two and a half", "two to three".
pub fn number(p: &Pieces, i: usize) -> Option<Counted> {
    let (low, at) = one_number(p, i)?;
    let range = matches!(p.lex(at), Lex::Word(W::To | W::Or))
        || (p.is_sign(at, b'-') && matches!(p.lex(at + 1), Lex::Digits(..)));
    if range && !matches!(p.lex(at + 1), Lex::Word(W::A | W::An)) {
        if let Some((high, end)) = one_number(p, at + 1).filter(|(_, end)| unit_after(p, *end).is_some()) {
            return Some((high, end));
        }
    }
    Some((low, at))
}

fn one_number(p: &Pieces, i: usize) -> Option<Counted> {
    let at = i + 1;
    match p.lex(i) {
        Lex::Digits(n, len) if len < 7 => Some(figures(p, n, at)),
        Lex::Number(_) => {
            let (n, end) = words(p, i)?;
            if p.is(end, W::And) && p.is(end + 1, W::A) && p.lex(end + 2) == Lex::Half {
                return Some((Amount::AndHalf(n), end + 3));
            }
            if p.is_sign(end, b'-') && p.is(end + 1, W::And) {
                let half = end + 2 + usize::from(p.is_sign(end + 2, b'-'));
                if p.is(half, W::A) && p.lex(half + 2) == Lex::Half {
                    return Some((Amount::AndHalf(n), half + 3));
                }
            }
            Some((Amount::Exact(n), end))
        }
        Lex::Word(W::A | W::An | W::Another) => match p.lex(at) {
            Lex::Vague => Some((Amount::Vague, at + 1)),
            Lex::Couple(n) => Some((Amount::Exact(n.into()), at + 1 + usize::from(p.is(at + 1, W::Of)))),
            Lex::Scale(n) => Some((Amount::Exact(n.into()), at + 1)),
            Lex::Number(_) if p.is(i, W::Another) => words(p, at).map(|(n, end)| (Amount::Exact(n), end)),
            _ => Some((Amount::Exact(1), at)),
        },
        Lex::Vague => Some((Amount::Vague, at + usize::from(p.is(at, W::Of)))),
        Lex::Couple(n) => Some((Amount::Exact(n.into()), at + usize::from(p.is(at, W::Of)))),
        Lex::Scale(n) => Some((Amount::Exact(n.into()), at)),
        _ => None,
    }
}

/// The rest of a number in figures: "1,000", "2.5", "2 1/2".
fn figures(p: &Pieces, n: u32, at: usize) -> Counted {
    let joined = |i: usize| !p.is_spaced(i) && !p.is_spaced(i + 1);
    match (p.lex(at), p.lex(at + 1), p.lex(at + 2), p.lex(at + 3)) {
        (Lex::Sign(b','), Lex::Digits(low, 3), ..) if joined(at) => {
            (Amount::Exact(n.saturating_mul(1000) + low), at + 2)
        }
        (Lex::Sign(b'.'), Lex::Digits(5, 1), ..) if joined(at) => (Amount::AndHalf(n), at + 2),
        (Lex::Digits(1, 1), Lex::Sign(b'/'), Lex::Digits(2, 1), _) => (Amount::AndHalf(n), at + 3),
        (Lex::Sign(b'-'), Lex::Digits(1, 1), Lex::Sign(b'/'), Lex::Digits(2, 1)) => (Amount::AndHalf(n), at + 4),
        _ => (Amount::Exact(n), at),
    }
}

/// "twenty four", "one hundred", "two thousand five hundred".
fn words(p: &Pieces, i: usize) -> Option<(u32, usize)> {
    let (mut total, mut part, mut at) = (0u32, 0u32, i);
    loop {
        match p.lex(at) {
            Lex::Number(n) if part % 100 == 0 || (part % 10 == 0 && n < 10) => part = part.saturating_add(n.into()),
            Lex::Scale(100) if part > 0 => part = part.saturating_mul(100),
            Lex::Scale(1000) if part > 0 => {
                total = total.saturating_add(part.saturating_mul(1000));
                part = 0;
            }
            Lex::Sign(b'-') if matches!(p.lex(at + 1), Lex::Number(n) if n < 10) && part >= 20 && part % 10 == 0 => {}
            _ => break,
        }
        at += 1;
    }
    (at > i).then_some((total.saturating_add(part), at))
}

/// The unit counted after a number: "weeks", "-year", "more years", "full days", "consecutive months".
pub fn unit_after(p: &Pieces, i: usize) -> Option<(Unit, usize)> {
    let mut at = i;
    let hyphen = p.is_sign(at, b'-') && !p.is_spaced(at + 1);
    if hyphen {
        at += 1;
    }
    if [
        "more",
        "full",
        "consecutive",
        "whole",
        "straight",
        "calendar",
        "additional",
        "long",
        "short",
        "successive",
        "solid",
    ]
    .contains(&p.word(at))
    {
        at += 1;
    }
    match p.lex(at) {
        Lex::Unit(unit) | Lex::Units(unit) => Some((unit, at + 1)),
        Lex::Ordinal(2) if hyphen => Some((Unit::Second, at + 1)),
        _ => None,
    }
}

/// "… ago", "… earlier", "… later", "… from now": the form and one past its end.
pub fn shift(p: &Pieces, amount: Amount, unit: Unit, end: usize) -> Option<(Form, usize)> {
    let hyphen = usize::from(p.is_sign(end, b'-') && !p.is_spaced(end + 1));
    let (sign, from, end) = match p.lex(end + hyphen) {
        Lex::Ago => (-1, From::Now, end + hyphen + 1),
        Lex::Shift(sign) => (i32::from(sign), From::Focus, end + hyphen + 1),
        Lex::Previously => (-1, From::Focus, end + 1),
        Lex::Hence => (1, From::Now, end + 1),
        Lex::Word(W::From) if p.word(end + 1).eq_ignore_ascii_case("now") => (1, From::Now, end + 2),
        Lex::Before if !begins_more(p, end + 1) => (-1, From::Focus, end + 1),
        Lex::After if !begins_more(p, end + 1) => (1, From::Focus, end + 1),
        _ => return None,
    };
    Some((Form::Shifted { amount, unit, sign, from }, end))
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

fn and_half(amount: Amount) -> Amount {
    match amount {
        Amount::Exact(n) => Amount::AndHalf(n),
        other => other,
    }
}

fn times(amount: Amount, by: u32) -> Amount {
    match amount {
        Amount::Exact(n) => Amount::Exact(n.saturating_mul(by)),
        other => other,
    }
}

/// "years", "weeks" with no number: a length of time where something says so ("for years", "weeks of").
pub fn bare_units(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Units(unit) = p.lex(i) else { return None };
    if let Some((form, end)) = shift(p, Amount::Vague, unit, i + 1) {
        return Some(Parsed::new(end, form, "counted"));
    }
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Quarter | Unit::Weekend) {
        return None;
    }
    let mut end = i + 1;
    if p.is(end, W::Or) || p.is(end, W::And) {
        if let Lex::Units(_) = p.lex(end + 1) {
            end += 2;
        }
    }
    Some(Parsed::new(end, Form::Duration(Amount::Vague, unit), "duration"))
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

pub fn set(end: usize, value: &str) -> Parsed {
    Parsed::new(end, Form::Set(value.to_owned()), "repeated")
}

/// "daily", "weekly".
pub fn set_word(i: usize, unit: Unit) -> Parsed {
    set(i + 1, &duration_value(Amount::Exact(1), unit))
}

/// "every day", "each year", "every two weeks", "every Monday", "per year".
pub fn every(p: &Pieces, i: usize) -> Option<Parsed> {
    let other = usize::from(p.is(i + 1, W::Other));
    let at = i + 1 + other;
    match p.lex(at) {
        Lex::Unit(unit) => Some(set(at + 1, &duration_value(Amount::Exact(1 + other as u32), unit))),
        Lex::Weekday(day) => {
            let mut value = format!("XXXX-WXX-{day}");
            let mut end = at + 1;
            if let Lex::Part(part) = p.lex(end) {
                value.push_str(part.code());
                end += 1;
            }
            Some(set(end, &value))
        }
        Lex::Month(month) => Some(set(at + 1, &format!("XXXX-{month:02}"))),
        Lex::Season(season) => Some(set(at + 1, &format!("XXXX-{}", season.code()))),
        Lex::Part(part) => Some(set(at + 1, &format!("XXXX-XX-XX{}", part.code()))),
        Lex::Number(_) | Lex::Digits(..) | Lex::Vague if p.lex(i) == Lex::Every => {
            let (amount, end) = number(p, at)?;
            let (unit, end) = unit_after(p, end)?;
            Some(set(end, &duration_value(amount, unit)))
        }
        _ => None,
    }
}

/// "three days", "few weeks" after "last", "next", "the past": the end of them.
pub fn turned(p: &Pieces, i: usize, turn: Turn) -> Option<Parsed> {
    let (amount, at) = match p.lex(i) {
        Lex::Units(_) => (Amount::Vague, i),
        _ => number(p, i)?,
    };
    if let Lex::Seasons(season) = p.lex(at) {
        return Some(set(at + 1, &format!("XXXX-{}", season.code())));
    }
    let (unit, end) = unit_after(p, at)?;
    if amount == Amount::Vague && matches!(turn, Turn::Coming | Turn::Past | Turn::Last | Turn::Next) && at == i {
        return None;
    }
    let end = if p.is(end, W::Or) { clock::after_or(p, end) } else { end };
    Some(Parsed::new(end, Form::Duration(amount, unit), "duration"))
}
