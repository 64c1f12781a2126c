//! Dates by number: full dates in every order, month and day, months, holidays.

use crate::rules;
use chrono::NaiveDate;

use super::super::form::{Fields, Form, OfYear, Parsed};
use super::super::holidays;
use super::super::scan::Pieces;
use super::year::{self, digits, of_which_year};
use super::{amount, clock, set};
use crate::lexicon::dates::{Lex, Unit, W};

fn day_of(day: NaiveDate) -> Form {
    use chrono::Datelike;
    Form::Calendar(Fields {
        year: Some(day.year()),
        month: Some(day.month() as u8),
        day: Some(day.day() as u8),
        weekday: None,
    })
}

/// "2025-05-05", "2025/05/05", "05.05.2025", "5/5/2025", "5/5/25", "20250505".
pub fn numeric(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Digits(a, a_len) = p.lex(i) else { return None };
    let ymd = |y: u32, m: u32, d: u32| NaiveDate::from_ymd_opt(y as i32, m, d).filter(|_| (1000..=2100).contains(&y));
    if a_len == 8 {
        let day = ymd(a / 10000, a / 100 % 100, a % 100)?;
        return Some(Parsed::new(i + 1, day_of(day), &rules::dates::ISO_DATE));
    }
    let Lex::Sign(sign @ (b'-' | b'/' | b'.')) = p.lex(i + 1) else { return None };
    let Lex::Digits(b, b_len @ 1..=2) = p.lex(i + 2) else { return None };
    if p.is_spaced(i + 1) || p.is_spaced(i + 2) {
        return None;
    }
    let third =
        if p.is_sign(i + 3, sign) && !p.is_spaced(i + 3) && !p.is_spaced(i + 4) { p.lex(i + 4) } else { Lex::Other };
    match third {
        Lex::Digits(c, 1..=2) if a_len == 4 => Some(iso_with_time(p, i + 5, ymd(a, b, c)?)),
        Lex::Digits(c, c_len @ (2 | 4)) if a_len <= 2 => {
            if c_len == 2 && sign == b'.' {
                return None;
            }
            let c = if c_len == 2 { c + year::century_of(c) as u32 } else { c };
            // Months first, as American texts have it; days first where only that is a date, and with dots.
            let day = if sign == b'.' {
                ymd(c, b, a).or_else(|| ymd(c, a, b))
            } else {
                ymd(c, a, b).or_else(|| ymd(c, b, a))
            };
            Some(Parsed::new(i + 5, day_of(day?), &rules::dates::NUMERIC_DATE))
        }
        _ if a_len == 4 && b_len == 2 && sign == b'-' && (1..=12).contains(&b) && (1000..=2100).contains(&a) => {
            let fields = Fields { year: Some(a as i32), month: Some(b as u8), ..Fields::default() };
            Some(Parsed::new(i + 3, Form::Calendar(fields), &rules::dates::ISO_MONTH))
        }
        _ => None,
    }
}

/// An ISO day, with the "T10:30:00Z" that may follow taken into it.
fn iso_with_time(p: &Pieces, end: usize, day: NaiveDate) -> Parsed {
    if p.word(end).eq_ignore_ascii_case("t") && !p.is_spaced(end) && !p.is_spaced(end + 1) {
        let timed = clock::with_time(p, end + 1, day_of(day), &rules::dates::ISO_DATE);
        if timed.end > end + 1 {
            return timed;
        }
    }
    clock::with_time(p, end, day_of(day), &rules::dates::ISO_DATE)
}

/// A day of the month in figures or words at piece `i`: "5", "5th", "eighth", "twenty-first".
fn day_number(p: &Pieces, i: usize) -> Option<(u8, usize)> {
    match p.lex(i) {
        Lex::Digits(n @ 1..=31, 1..=2) => {
            let suffix = usize::from(p.lex(i + 1) == Lex::OrdinalSuffix && !p.is_spaced(i + 1));
            let end = i + 1 + suffix;
            // "May 10,000", "May 3.5", "May 5%" are no days.
            let goes_on = matches!(p.lex(end), Lex::Sign(b',' | b'.' | b':'))
                && !p.is_spaced(end)
                && !p.is_spaced(end + 1)
                && matches!(p.lex(end + 1), Lex::Digits(..));
            (!goes_on && !p.is_sign(end, b'%')).then_some((n as u8, end))
        }
        Lex::Ordinal(n @ 1..=31) => Some((n, i + 1)),
        Lex::Number(n @ (20 | 30)) => {
            let at = i + 1 + usize::from(p.is_sign(i + 1, b'-'));
            match p.lex(at) {
                Lex::Ordinal(ones @ 1..=9) if n + u16::from(ones) <= 31 => Some((n as u8 + ones, at + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn month_at(p: &Pieces, i: usize) -> Option<(u8, usize)> {
    match p.lex(i) {
        Lex::Month(m) => Some((m, i + 1)),
        Lex::MonthShort(m) => Some((m, i + 1 + usize::from(p.is_sign(i + 1, b'.') && !p.is_spaced(i + 1)))),
        _ => None,
    }
}

/// A year after a month or day: "2025", ", 2025", "of 2025", in words.
fn year_after(p: &Pieces, i: usize) -> (OfYear, usize) {
    of_which_year(p, i)
}

/// "8 May", "28 December 2017", "the 8th of May", "fourth of July".
pub fn day_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let (day, at) = day_number(p, i)?;
    // "8-10 May"
    if let (Lex::Sign(b'-') | Lex::Word(W::To | W::And), Some((last, end))) = (p.lex(at), day_number(p, at + 1))
        && let Some((month, end)) = month_at(p, end).filter(|_| last > day && p.is_capital(end))
    {
        let (year, end) = year_after(p, end);
        let form = |day| dated(month, day, None, year);
        return Some(Parsed::new(end, Form::Range(Box::new(form(day)), Box::new(form(last))), &rules::dates::RANGE));
    }
    let of = at + usize::from(p.is(at, W::Of));
    let (month, end) = month_at(p, of)?;
    if !p.is_capital(of) || (p.is(of - 1, W::Of) && !matches!(p.lex(of - 2), Lex::Ordinal(_) | Lex::OrdinalSuffix)) {
        return None;
    }
    let (year, end) = year_after(p, end);
    Some(clock::with_time(p, end, dated(month, day, None, year), &rules::dates::DAY_MONTH))
}

/// A day of a month in the year told: a calendar day, or one whose year is turned ("May 5 last year").
fn dated(month: u8, day: u8, weekday: Option<u8>, year: OfYear) -> Form {
    let year = match year {
        OfYear::Year(year) => Some(year),
        OfYear::Open | OfYear::Turned(_) => None,
    };
    Form::Calendar(Fields { year, month: Some(month), day: Some(day), weekday })
}

/// "May 8", "Dec. 22, 2025", "March eighth", "May 2016", "June last year", "May".
pub fn month_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let (month, at) = month_at(p, i)?;
    if !p.is_capital(i) && matches!(month, 3 | 5) {
        return None;
    }
    if let Some((day, end)) = day_number(p, at + usize::from(p.is(at, W::The))).filter(|_| p.is_capital(i))
        && (amount::unit_after(p, end).is_none() || p.is_sign(end, b'-'))
    {
        let (year, end) = year_after(p, end);
        return Some(clock::with_time(p, end, dated(month, day, None, year), &rules::dates::MONTH_DAY));
    }
    let (year, end) = year_after(p, at);
    match year {
        OfYear::Year(year) => {
            let fields = Fields { year: Some(year), month: Some(month), ..Fields::default() };
            Some(Parsed::new(end, Form::Calendar(fields), &rules::dates::MONTH_YEAR))
        }
        OfYear::Turned(_) => {
            Some(Parsed::new(end, Form::PartOfYear(Unit::Month, month.into(), year), &rules::dates::MONTH_OF_YEAR))
        }
        OfYear::Open => {
            bare_month(p, i, month).then(|| Parsed::new(at, Form::Month(month, None), &rules::dates::MONTH))
        }
    }
}

/// True where a month's name alone is a month and not a name, a verb or a title.
fn bare_month(p: &Pieces, i: usize, month: u8) -> bool {
    let led = matches!(
        p.before(i),
        Lex::Word(
            W::In
                | W::Since
                | W::Until
                | W::Till
                | W::By
                | W::Of
                | W::From
                | W::To
                | W::Through
                | W::Between
                | W::During
                | W::Throughout
        ) | Lex::Edge
            | Lex::Turn(_)
            | Lex::Before
            | Lex::After
            | Lex::Sign(b'-')
            | Lex::Shift(_)
            | Lex::Every
    );
    let listed = matches!(p.before(i), Lex::Word(W::And | W::Or) | Lex::Sign(b','))
        && i > 1
        && matches!(p.lex(i - 2), Lex::Month(_) | Lex::MonthShort(_));
    let short = matches!(p.lex(i), Lex::MonthShort(_));
    if short && !p.is_sign(i + 1, b'.') {
        return (led || listed) && p.is_capital(i);
    }
    match month {
        // "may" and "march" are verbs too, even at the beginning of a sentence.
        3 | 5 if !short => led || listed,
        // Names of people: nothing but a name stands between two capitals.
        4 | 6 | 8 if !short => led || listed || !(p.is_capital(i + 1) && p.is_spaced(i + 1) || capital_before(p, i)),
        _ => true,
    }
}

fn capital_before(p: &Pieces, i: usize) -> bool {
    i > 0 && p.is_capital(i - 1) && p.lex(i - 1) == Lex::Other && p.is_spaced(i)
}

/// "Monday", "Monday, May 5, 2025", "Friday night", "Thursday of last week", "Mondays".
pub fn weekday_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let (weekday, short) = match p.lex(i) {
        Lex::Weekday(d) => (d, false),
        Lex::WeekdayShort(d) => (d, true),
        Lex::Weekdays(d) => return Some(set::weekdays(p, i + 1, d)),
        _ => return None,
    };
    if !p.is_capital(i) {
        return None;
    }
    let dot = usize::from(short && p.is_sign(i + 1, b'.') && !p.is_spaced(i + 1));
    let mut at = i + 1 + dot;
    at += usize::from(p.is_sign(at, b','));
    at += usize::from(p.is(at, W::The));
    let date = match p.lex(at) {
        Lex::Month(_) | Lex::MonthShort(_) => month_first(p, at),
        Lex::Digits(..) | Lex::Ordinal(_) | Lex::Number(_) => numeric(p, at).or_else(|| day_first(p, at)),
        _ => None,
    };
    if let Some(mut parsed) = date {
        let fields = match &mut parsed.form {
            Form::Calendar(fields) => Some(fields),
            Form::Timed(day, _) => match &mut **day {
                Form::Calendar(fields) => Some(fields),
                _ => None,
            },
            _ => None,
        };
        if let Some(fields) = fields.filter(|f| f.day.is_some()) {
            fields.weekday = Some(weekday);
            parsed.rule = &rules::dates::WEEKDAY_AND_DATE;
            return Some(parsed);
        }
    }
    if short {
        return None;
    }
    let end = i + 1;
    // "Monday of last week", "Friday this week"
    let of = end + usize::from(p.is(end, W::Of));
    let the = of + usize::from(p.is(of, W::The));
    if let (Lex::Turn(turn), Lex::Unit(Unit::Week)) = (p.lex(the), p.lex(the + 1)) {
        return Some(clock::with_time(p, the + 2, Form::WeekdayOf(weekday, turn), &rules::dates::WEEKDAY_OF_WEEK));
    }
    Some(clock::with_time(p, end, Form::Weekday(weekday, None), &rules::dates::WEEKDAY))
}

/// What may follow "to" after a first date and borrow its month: "May 8 to 10".
pub fn rest_of_range(p: &Pieces, i: usize, first: &Form) -> Option<Parsed> {
    let Form::Calendar(fields) = first else { return None };
    let (from, month) = (fields.day?, fields.month?);
    let (day, end) = day_number(p, i)?;
    if month_at(p, end).is_some() || p.is(end, W::Of) || day <= from || amount::unit_after(p, end).is_some() {
        return None;
    }
    let (year, end) = match fields.year {
        Some(year) => (OfYear::Year(year), end),
        None => year_after(p, end),
    };
    Some(Parsed::new(end, dated(month, day, None, year), &rules::dates::RANGE))
}

/// A holiday by name, with its year where one follows.
pub fn holiday(p: &Pieces, i: usize) -> Option<Parsed> {
    let (found, end) = holidays::beginning_with(p.word(i)).iter().find_map(|h| Some((h, matches(p, i, h.name)?)))?;
    if let Some(year) = digits(p, end + usize::from(p.is_sign(end, b','))) {
        let end = end + 1 + usize::from(p.is_sign(end, b','));
        return Some(Parsed::new(end, Form::Holiday(found, Some(year)), &rules::dates::HOLIDAY));
    }
    let turned = matches!(p.lex(end), Lex::Turn(_)) && p.lex(end + 1) == Lex::Unit(Unit::Year);
    Some(Parsed::new(end + if turned { 2 } else { 0 }, Form::Holiday(found, None), &rules::dates::HOLIDAY))
}

/// One past the pieces that spell a name, whatever their case.
fn matches(p: &Pieces, i: usize, name: &str) -> Option<usize> {
    let mut rest = name;
    let mut at = i;
    while !rest.is_empty() {
        let word = if p.is_sign(at, b'\'') { "'" } else { p.word(at) };
        let head = rest.get(..word.len())?;
        if word.is_empty() || !head.eq_ignore_ascii_case(word) {
            return None;
        }
        rest = rest[word.len()..].trim_start();
        at += 1;
    }
    (!p.word(at).starts_with(|c: char| c.is_alphanumeric()) || p.is_spaced(at)).then_some(at)
}
