//! The grammar: pieces → what a date expression says.
//!
//! One function a kind of expression, each from the piece it begins at to a [`Parsed`] or nothing.
//! [`expression`] chooses by the first piece, so a text is read once from left to right.

pub(crate) mod amount;
pub(crate) mod business;
pub(crate) mod clock;
pub(crate) mod full;
pub(crate) mod nth;
pub(crate) mod number;
pub(crate) mod set;
pub(crate) mod turned;
pub(crate) mod unit;
pub(crate) mod year;

pub use self::clock::lone as lone_clock;
use super::form::{Form, Parsed, Time};
use super::scan::Pieces;
use super::words::DateWords;
use crate::lexicon::dates::{Lex, Ref, Turn, Unit, W};
use crate::rules;

/// The longest expression that begins at piece `i`.
pub fn expression(p: &Pieces, i: usize) -> Option<Parsed> {
    if !may_begin(p, i) {
        return None;
    }
    if p.is(i, W::Between) {
        return between(p, i + 1);
    }
    let first = edged(p, i).or_else(|| core(p, i))?;
    Some(range(p, first))
}

/// A quick look that turns most pieces away.
fn may_begin(p: &Pieces, i: usize) -> bool {
    match p.lex(i) {
        Lex::Other => p.is_capital(i),
        Lex::Break | Lex::OrdinalSuffix | Lex::Zone | Lex::Meridiem(_) | Lex::Period | Lex::Oclock => false,
        Lex::Sign(sign) => sign == b'\'',
        Lex::Word(w) => {
            matches!(w, W::The | W::A | W::An | W::That | W::These | W::Between | W::Another | W::Ad)
        }
        _ => true,
    }
}

/// One expression without words before it that shade it.
fn core(p: &Pieces, i: usize) -> Option<Parsed> {
    match p.lex(i) {
        Lex::Digits(..) => business::part(p, i)
            .or_else(|| year::of_an_era(p, i))
            .or_else(|| full::numeric(p, i))
            .or_else(|| full::day_first(p, i))
            .or_else(|| clock::clock_first(p, i))
            .or_else(|| {
                year::decade(p, i)
                    .or_else(|| unit::ordinal(p, i))
                    .or_else(|| amount::amount_first(p, i))
                    .or_else(|| year::year(p, i))
            }),
        Lex::Month(_) | Lex::MonthShort(_) => full::month_first(p, i),
        Lex::Weekday(_) | Lex::WeekdayShort(_) | Lex::Weekdays(_) => full::weekday_first(p, i),
        Lex::Number(_) => unit::ordinal(p, i).or_else(|| year::spelled(p, i)).or_else(|| amount::amount_first(p, i)),
        Lex::Word(W::Ad) => year::anno_domini(p, i),
        Lex::Word(W::A) if p.is_capital(i) && year::anno_domini(p, i).is_some() => year::anno_domini(p, i),
        Lex::Ordinal(_) => full::day_first(p, i).or_else(|| unit::ordinal(p, i)),
        Lex::Word(W::The) => the(p, i),
        Lex::Word(W::A | W::An | W::Another) | Lex::Vague | Lex::Couple(_) | Lex::Half | Lex::Scale(_) => {
            amount::amount_first(p, i)
        }
        Lex::Word(W::That) => unit::that(p, i),
        Lex::Word(W::These) => unit::these_days(p, i),
        Lex::Turn(_) => turned::turn_first(p, i),
        Lex::Season(_) => unit::season(p, i),
        Lex::Day(_) | Lex::Ref(_) | Lex::Set(_) if in_title(p, i) => None,
        Lex::Day(by) => Some(clock::with_time(p, i + 1, turned::day(by), &rules::dates::DAY_BY_NAME)),
        Lex::Tonight => Some(tonight(i + 1)),
        Lex::Ref(reference) => Some(Parsed::new(i + 1, Form::Ref(reference), &rules::dates::VAGUE_TIME)),
        Lex::Recent => unit::recent(p, i),
        Lex::Unit(_) => unit::unit_first(p, i),
        Lex::Units(_) => amount::bare_units(p, i),
        Lex::Set(unit) => Some(set::once_in(i + 1, unit)),
        Lex::Every | Lex::Per => set::every(p, i),
        Lex::Fiscal => year::fiscal(p, i),
        Lex::Clock(_) => clock::clock_first(p, i),
        Lex::Decade(_) => year::decade(p, i),
        Lex::Sign(_) => year::short(p, i),
        Lex::Other => business::part(p, i).or_else(|| full::holiday(p, i)),
        _ => None,
    }
}

/// True where a capital within a run of capitals makes the word part of a title: "USA Today", "VOA Now".
fn in_title(p: &Pieces, i: usize) -> bool {
    let run = |i: usize| p.is_capital(i) && matches!(p.lex(i), Lex::Other | Lex::Word(W::The));
    p.is_capital(i) && p.is_spaced(i) && (i > 0 && run(i - 1) || matches!(p.lex(i), Lex::Set(_)))
}

fn tonight(end: usize) -> Parsed {
    let today = Box::new(Form::Turned(Unit::Day, Turn::This));
    Parsed::new(end, Form::Timed(today, Time::Part(crate::lexicon::dates::Part::Night)), &rules::dates::DAY_BY_NAME)
}

/// "the …": the article belongs to the expression.
fn the(p: &Pieces, i: usize) -> Option<Parsed> {
    let next = i + 1;
    match p.lex(next) {
        Lex::Turn(_) | Lex::Ordinal(_) | Lex::Fiscal | Lex::Recent => core(p, next),
        Lex::Number(_) => unit::ordinal(p, next),
        Lex::Digits(..) => {
            // The article of "the 2016 election" is the election's: the year begins after it.
            full::day_first(p, next).or_else(|| unit::ordinal(p, next)).or_else(|| year::decade(p, next))
        }
        Lex::Decade(_) => year::decade(p, next),
        Lex::Sign(b'\'') => year::short(p, next),
        Lex::Season(_) => unit::season(p, next),
        Lex::Unit(_) => unit::the_unit(p, next),
        Lex::Edge => edged(p, next),
        Lex::Future => Some(Parsed::new(next + 1, Form::Ref(Ref::Future), &rules::dates::VAGUE_TIME)),
        Lex::Other if p.word(next).eq_ignore_ascii_case("near") && p.lex(next + 1) == Lex::Future => {
            Some(Parsed::new(next + 2, Form::Ref(Ref::Future), &rules::dates::VAGUE_TIME))
        }
        Lex::Other => full::holiday(p, next).or_else(|| unit::full_unit(p, next)),
        _ => None,
    }
}

/// An expression with words before it that only shade it: "early 2014", "mid-May", "later this year",
/// "the end of the month", "late on Monday".
fn edged(p: &Pieces, i: usize) -> Option<Parsed> {
    let (from, late) = match p.lex(i) {
        Lex::Edge => (i, false),
        Lex::Shift(_) => (i, true),
        Lex::Word(W::The) if p.lex(i + 1) == Lex::Edge => (i + 1, false),
        _ => return None,
    };
    let mut at = from + 1;
    if p.is_sign(at, b'-') && !p.is_spaced(at) {
        at += 1;
    }
    // "talks start next Monday": a verb
    let led = from > i
        || matches!(
            p.before(i),
            Lex::Word(W::By | W::At | W::Since | W::Until | W::Till | W::From | W::The) | Lex::Before | Lex::After
        );
    let noun = !late && DateWords::EdgeNouns.has(&p.word(from).to_ascii_lowercase());
    if noun && !led && at == from + 1 && !matches!(p.lex(at), Lex::Word(W::In | W::Of)) {
        return None;
    }
    if matches!(p.lex(at), Lex::Word(W::In | W::On | W::Of)) {
        at += 1;
    }
    let inner = core(p, at)?;
    // "later" and "early" shade periods, not lengths of time: "earlier two days" is no expression.
    if matches!(inner.form, Form::Duration(..) | Form::Set(_) | Form::Ref(_)) {
        return None;
    }
    if late && matches!(inner.form, Form::Shifted { .. }) {
        return None;
    }
    Some(inner)
}

/// "between X and Y".
fn between(p: &Pieces, i: usize) -> Option<Parsed> {
    let first = edged(p, i).or_else(|| core(p, i))?;
    if !p.is(first.end, W::And) {
        return None;
    }
    join(p, &first, first.end + 1)
}

/// Extends an expression to a range where one follows: "May 8 to 10", "Monday through Friday".
fn range(p: &Pieces, first: Parsed) -> Parsed {
    let at = first.end;
    let joined = match p.lex(at) {
        Lex::Word(W::To | W::Until | W::Till | W::Through) => join(p, &first, at + 1),
        Lex::Sign(b'-') => join(p, &first, at + 1),
        _ => None,
    };
    joined.unwrap_or(first)
}

fn join(p: &Pieces, first: &Parsed, at: usize) -> Option<Parsed> {
    let second = full::rest_of_range(p, at, &first.form).or_else(|| edged(p, at)).or_else(|| core(p, at))?;
    if !joins(&first.form, &second.form) {
        return None;
    }
    let form = Form::Range(Box::new(first.form.clone()), Box::new(second.form));
    Some(Parsed::new(second.end, form, &rules::dates::RANGE))
}

/// True where two expressions can be the ends of one range.
fn joins(first: &Form, second: &Form) -> bool {
    use Form::{Calendar, Decade, Month, PartOfYear, Turned, Weekday};
    match (first, second) {
        (Calendar(a), Calendar(b)) => a.day.is_some() == b.day.is_some(),
        (Calendar(a), Month(..)) | (Month(..), Calendar(a)) => a.day.is_none(),
        (Month(..), Month(..))
        | (Weekday(..), Weekday(..))
        | (Decade(_), Decade(_))
        | (PartOfYear(..), PartOfYear(..)) => true,
        (Calendar(a), Turned(Unit::Year, _)) => a.month.is_none(),
        _ => false,
    }
}

pub use amount::duration_value;

/// The day that figures at piece `i` give in full: "2025-05-05", "20250505".
pub fn numeric_day(p: &Pieces, i: usize) -> Option<chrono::NaiveDate> {
    let form = full::numeric(p, i)?.form;
    match form {
        Form::Calendar(fields) => fields.full(),
        Form::Timed(day, _) => match *day {
            Form::Calendar(fields) => fields.full(),
            _ => None,
        },
        _ => None,
    }
}
