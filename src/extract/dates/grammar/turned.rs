//! What is told by turning: "last week", "this May", "the third quarter", "that day".

use super::super::calendar::Unit;
use super::super::form::{Amount, Form, From, OfYear, Parsed, Time};
use super::super::lexicon::{Lex, Part, Ref, Turn, W};
use super::super::scan::Pieces;
use super::year::{decade, of_which_year};
use super::{amount, clock, full};

/// "today", "yesterday", "tomorrow".
pub fn day(by: i8) -> Form {
    match by {
        0 => Form::Turned(Unit::Day, Turn::This),
        _ => Form::Shifted { amount: Amount::Exact(1), unit: Unit::Day, sign: i32::from(by), from: From::Now },
    }
}

/// "last week", "this coming Sunday", "next May", "the past three months", "the latest quarter".
pub fn turn_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Turn(first) = p.lex(i) else { return None };
    let (mut turn, mut at) = (first, i + 1);
    if let (Turn::This, Lex::Turn(second @ (Turn::Coming | Turn::Past | Turn::Last | Turn::Next))) = (first, p.lex(at))
    {
        (turn, at) = (second, at + 1);
    }
    if p.lex(at) == Lex::Fiscal {
        at += 1;
    }
    if p.is_sign(at, b'-') {
        at += 1;
    }
    match p.lex(at) {
        Lex::Unit(unit) => unit_turned(p, i, at, turn, unit),
        Lex::Units(_) if turn == Turn::Coming => Some(Parsed::new(at + 1, Form::Ref(Ref::Future), "vague-time")),
        Lex::Units(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Day | Unit::Decade)) if turn == Turn::Past => {
            Some(Parsed::new(at + 1, Form::Duration(Amount::Vague, unit), "duration"))
        }
        Lex::Month(_) | Lex::MonthShort(_) => month(p, at, turn),
        Lex::Weekday(day) => weekday(p, at, turn, day),
        Lex::Season(season) => Some(Parsed::new(at + 1, Form::Season(season, Some(turn)), "season-turned")),
        Lex::Part(part) => part_turned(at, turn, part),
        Lex::Period if matches!(turn, Turn::Latest | Turn::Same) => {
            Some(Parsed::new(at + 1, Form::Turned(Unit::Quarter, turn), "unit-turned"))
        }
        Lex::Edge if matches!(turn, Turn::Last | Turn::Past | Turn::Next) => None,
        Lex::Number(_) | Lex::Digits(..) | Lex::Vague | Lex::Couple(_) | Lex::Scale(_) if turn != Turn::Same => {
            amount::turned(p, at, turn)
        }
        _ => alone(p, i, at, turn),
    }
}

/// "current", "the past" with nothing to turn.
fn alone(p: &Pieces, i: usize, at: usize, turn: Turn) -> Option<Parsed> {
    let article = p.before(i) == Lex::Word(W::The);
    match turn {
        Turn::Current if p.word(i).eq_ignore_ascii_case("current") => {
            Some(Parsed::new(at, Form::Ref(Ref::Present), "vague-time"))
        }
        Turn::Past if article && ends_phrase(p, at) => Some(Parsed::new(at, Form::Ref(Ref::Past), "vague-time")),
        _ => None,
    }
}

/// True where no noun follows: the phrase is over.
fn ends_phrase(p: &Pieces, i: usize) -> bool {
    matches!(p.lex(i), Lex::Break | Lex::Sign(_) | Lex::Word(_) | Lex::Before | Lex::After)
}

fn unit_turned(p: &Pieces, i: usize, at: usize, turn: Turn, unit: Unit) -> Option<Parsed> {
    let end = at + 1;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium) {
        return (unit == Unit::Hour && turn != Turn::Same)
            .then(|| Parsed::new(end, Form::Duration(Amount::Exact(1), unit), "duration"));
    }
    if turn == Turn::Same && !matches!(p.before(i), Lex::Word(W::The | W::That)) {
        return None;
    }
    // "last year's third quarter", "this year's second half"
    let owner = end + 2;
    if unit == Unit::Year && p.is_sign(end, b'\'') && p.is(end + 1, W::S) {
        if let Some(parsed) = part_of_year(p, owner, OfYear::Turned(turn)) {
            return Some(parsed);
        }
    }
    let form = Form::Turned(unit, turn);
    Some(if unit == Unit::Day {
        clock::with_time(p, end, form, "unit-turned")
    } else {
        Parsed::new(end, form, "unit-turned")
    })
}

fn part_of_year(p: &Pieces, i: usize, year: OfYear) -> Option<Parsed> {
    let (Lex::Ordinal(n), Lex::Unit(Unit::Quarter) | Lex::Half) = (p.lex(i), p.lex(i + 1)) else { return None };
    let unit = if p.lex(i + 1) == Lex::Half { Unit::Half } else { Unit::Quarter };
    let most = if unit == Unit::Half { 2 } else { 4 };
    (n <= most).then(|| Parsed::new(i + 2, Form::PartOfYear(unit, n.into(), year), "quarter"))
}

fn month(p: &Pieces, at: usize, turn: Turn) -> Option<Parsed> {
    let mut parsed = full::month_first(p, at)?;
    if let Form::Month(_, told) = &mut parsed.form {
        *told = Some(turn);
        parsed.rule = "month-turned";
    }
    Some(parsed)
}

fn weekday(p: &Pieces, at: usize, turn: Turn, day: u8) -> Option<Parsed> {
    let mut parsed = full::weekday_first(p, at)?;
    let told = match &mut parsed.form {
        Form::Timed(inner, _) => &mut **inner,
        form => form,
    };
    if *told == Form::Weekday(day, None) {
        *told = Form::Weekday(day, Some(turn));
        parsed.rule = "weekday-turned";
    }
    Some(parsed)
}

/// "last night", "this morning".
fn part_turned(at: usize, turn: Turn, part: Part) -> Option<Parsed> {
    let by = match turn {
        Turn::This => 0,
        Turn::Last | Turn::Previous => -1,
        Turn::Next | Turn::Following => 1,
        _ => return None,
    };
    Some(Parsed::new(at + 1, Form::Timed(Box::new(day(by)), Time::Part(part)), "day-by-name"))
}

/// "third quarter", "third-quarter", "second half of 2024", "20th century", "the first nine months".
pub fn ordinal(p: &Pieces, i: usize) -> Option<Parsed> {
    let (n, mut at) = match p.lex(i) {
        Lex::Ordinal(n) => (u32::from(n), i + 1),
        Lex::Digits(n, 1..=2) if p.lex(i + 1) == Lex::OrdinalSuffix && !p.is_spaced(i + 1) => (n, i + 2),
        Lex::Number(n) if p.is_sign(i + 1, b'-') => match p.lex(i + 2) {
            Lex::Ordinal(ones) => (u32::from(n) + u32::from(ones), i + 3),
            _ => return None,
        },
        _ => return None,
    };
    at += usize::from(p.is_sign(at, b'-'));
    at += usize::from(p.lex(at) == Lex::Fiscal);
    match p.lex(at) {
        Lex::Unit(Unit::Quarter) if n <= 4 => {
            let (year, end) = of_which_year(p, at + 1);
            Some(Parsed::new(end, Form::PartOfYear(Unit::Quarter, n, year), "quarter"))
        }
        Lex::Half if n <= 2 => half(p, at + 1, n),
        Lex::Unit(Unit::Century) if n > 0 => Some(Parsed::new(at + 1, Form::Century(n as i32 - 1), "century")),
        Lex::Number(_) | Lex::Digits(..) | Lex::Vague if p.before(i) == Lex::Word(W::The) => {
            amount::turned(p, at, Turn::This)
        }
        _ => None,
    }
}

/// "the first half of 2024", "the second half of the week", "the first half" of a year.
fn half(p: &Pieces, at: usize, n: u32) -> Option<Parsed> {
    let (year, end) = of_which_year(p, at);
    if year != OfYear::Open {
        return Some(Parsed::new(end, Form::PartOfYear(Unit::Half, n, year), "half"));
    }
    if p.is(at, W::Of) {
        let the = at + 1 + usize::from(p.is(at + 1, W::The));
        return match p.lex(the) {
            Lex::Unit(Unit::Year) => Some(Parsed::new(the + 1, Form::PartOfYear(Unit::Half, n, OfYear::Open), "half")),
            Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Decade)) => {
                Some(Parsed::new(the + 1, Form::Turned(unit, Turn::The), "unit-turned"))
            }
            Lex::Turn(_) => turn_first(p, the),
            Lex::Digits(..) => decade(p, the),
            _ => None,
        };
    }
    None
}

/// "summer of 1994", "spring 2025", "the summer".
pub fn season(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Season(season) = p.lex(i) else { return None };
    let (year, end) = of_which_year(p, i + 1);
    if year != OfYear::Open {
        return Some(Parsed::new(end, Form::SeasonOf(season, year), "season-of-year"));
    }
    // "spring" and "fall" are other things too; with an article or preposition before and nothing to
    // fall from after they are seasons.
    let led = matches!(
        p.before(i),
        Lex::Word(W::The | W::In | W::During | W::Since | W::By | W::Until) | Lex::Edge | Lex::Turn(_)
    );
    let verb = matches!(p.word(i).to_ascii_lowercase().as_str(), "fall" | "spring");
    let over = ends_phrase(p, i + 1) && !p.is(i + 1, W::Of) && !p.is(i + 1, W::In) && !p.is(i + 1, W::To);
    let placed = matches!(p.before(i), Lex::Word(W::The))
        && i > 1
        && matches!(
            p.lex(i - 2),
            Lex::Word(W::In | W::During | W::By | W::Until | W::Since | W::Throughout) | Lex::Edge
        );
    let sure = if verb { over && (placed || p.before(i) == Lex::Edge) } else { led };
    sure.then(|| Parsed::new(i + 1, Form::Season(season, None), "season"))
}

/// "the year", "the quarter", "the week", "the weekend".
pub fn the_unit(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Unit(unit) = p.lex(i) else { return None };
    if let Some(parsed) = unit_first(p, i) {
        return Some(parsed);
    }
    if unit == Unit::Year {
        // "the year 2000", "the year two thousand"
        let (year, end) = of_which_year(p, i + 1);
        if let OfYear::Year(year) = year {
            return Some(Parsed::new(end, super::year::of_year(year), "year"));
        }
    }
    // "the year before", "the day after", "the week earlier"
    if let Some((form, end)) = amount::shift(p, Amount::Exact(1), unit, i + 1) {
        return Some(Parsed::new(end, form, "counted"));
    }
    let plain = matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year);
    let shaded = unit == Unit::Day || unit == Unit::Decade || unit == Unit::Century;
    if plain || (shaded && i > 2 && matches!(p.lex(i - 2), Lex::Word(W::Of | W::In)) && p.lex(i - 3) == Lex::Shift(1)) {
        return Some(Parsed::new(i + 1, Form::Turned(unit, Turn::The), "the-unit"));
    }
    None
}

/// "the full year", "the entire week".
pub fn full_unit(p: &Pieces, i: usize) -> Option<Parsed> {
    let full = ["full", "entire", "whole"].contains(&p.word(i));
    match p.lex(i + 1) {
        Lex::Unit(unit @ (Unit::Year | Unit::Quarter | Unit::Month | Unit::Week)) if full => {
            Some(Parsed::new(i + 2, Form::Turned(unit, Turn::The), "the-unit"))
        }
        _ => None,
    }
}

/// "year-end", "the year-earlier quarter", "year-ago".
pub fn unit_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Unit(unit) = p.lex(i) else { return None };
    if !p.is_sign(i + 1, b'-') || p.is_spaced(i + 1) {
        return None;
    }
    match p.lex(i + 2) {
        Lex::Ago | Lex::Shift(-1) => {
            let counted = matches!(p.lex(i + 3), Lex::Unit(Unit::Quarter) | Lex::Period);
            let form = Form::Shifted { amount: Amount::Exact(1), unit, sign: -1, from: From::Focus };
            Some(Parsed::new(i + 3 + usize::from(counted), form, "counted"))
        }
        Lex::Edge if unit == Unit::Year && p.word(i + 2).eq_ignore_ascii_case("end") => {
            Some(Parsed::new(i + 3, Form::Turned(Unit::Year, Turn::The), "the-unit"))
        }
        _ => None,
    }
}

/// "that day", "that same week".
pub fn that(p: &Pieces, i: usize) -> Option<Parsed> {
    let same = usize::from(p.lex(i + 1) == Lex::Turn(Turn::Same));
    let at = i + 1 + same;
    match p.lex(at) {
        Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Weekend | Unit::Quarter)) => {
            Some(clock::with_time(p, at + 1, Form::Turned(unit, Turn::Same), "unit-turned"))
        }
        Lex::Season(season) => Some(Parsed::new(at + 1, Form::Season(season, Some(Turn::Same)), "season-turned")),
        Lex::Part(part) => {
            let day = Box::new(Form::Turned(Unit::Day, Turn::Same));
            Some(Parsed::new(at + 1, Form::Timed(day, Time::Part(part)), "unit-turned"))
        }
        _ => None,
    }
}

/// "these days".
pub fn these_days(p: &Pieces, i: usize) -> Option<Parsed> {
    (p.lex(i + 1) == Lex::Units(Unit::Day)).then(|| Parsed::new(i + 2, Form::Ref(Ref::Present), "vague-time"))
}

/// "recent", "recent weeks".
pub fn recent(p: &Pieces, i: usize) -> Parsed {
    let units = matches!(p.lex(i + 1), Lex::Units(_));
    Parsed::new(i + 1 + usize::from(units), Form::Ref(Ref::Past), "vague-time")
}
