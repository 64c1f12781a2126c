//! Units and parts of units that stand without a turn: "the third quarter", "the week", "summer of 1994".

use super::super::form::{Amount, Form, From, OfYear, Parsed, Time};
use super::super::scan::Pieces;
use super::amount::is_day;
use super::turned::{ends_phrase, turn_first};
use super::year::{decade, of_which_year};
use super::{amount, clock, core, nth};
use crate::lexicon::dates::{Lex, Ref, Turn, Unit, W};
use crate::rules;

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
    if let Some(parsed) = nth::of_month(p, at, n) {
        return Some(parsed);
    }
    match p.lex(at) {
        Lex::Unit(Unit::Quarter) if n <= 4 => {
            let (year, end) = of_which_year(p, at + 1);
            Some(Parsed::new(end, Form::PartOfYear(Unit::Quarter, n, year), &rules::dates::QUARTER))
        }
        Lex::Half if n <= 2 => half(p, at + 1, n),
        Lex::Unit(Unit::Century) if n > 0 => {
            Some(Parsed::new(at + 1, Form::Century(n as i32 - 1), &rules::dates::CENTURY))
        }
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
        return Some(Parsed::new(end, Form::PartOfYear(Unit::Half, n, year), &rules::dates::HALF));
    }
    if p.is(at, W::Of) {
        let the = at + 1 + usize::from(p.is(at + 1, W::The));
        return match p.lex(the) {
            Lex::Unit(Unit::Year) => {
                Some(Parsed::new(the + 1, Form::PartOfYear(Unit::Half, n, OfYear::Open), &rules::dates::HALF))
            }
            Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Decade)) => {
                Some(Parsed::new(the + 1, Form::Turned(unit, Turn::The), &rules::dates::UNIT_TURNED))
            }
            Lex::Turn(_) => turn_first(p, the),
            Lex::Digits(..) => decade(p, the),
            _ => None,
        };
    }
    None
}

/// True where a season's name is another thing: "the Winter Olympics", "this fall in prices".
pub fn is_event(p: &Pieces, i: usize) -> bool {
    let name = p.is_capital(i) && p.is_capital(i + 1) && p.is_spaced(i + 1);
    let falls =
        p.word(i).eq_ignore_ascii_case("fall") && matches!(p.lex(i + 1), Lex::Word(W::In | W::Of | W::From | W::To));
    name || falls && of_which_year(p, i + 1).0 == OfYear::Open
}

/// "summer of 1994", "spring 2025", "the summer".
pub fn season(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Season(season) = p.lex(i) else { return None };
    let (year, end) = of_which_year(p, i + 1);
    if year != OfYear::Open {
        return Some(Parsed::new(end, Form::SeasonOf(season, year), &rules::dates::SEASON_OF_YEAR));
    }
    // "spring" and "fall" are other things too; with an article or preposition before and nothing to
    // fall from after they are seasons.
    if is_event(p, i) {
        return None;
    }
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
    sure.then(|| Parsed::new(i + 1, Form::Season(season, None), &rules::dates::SEASON))
}

/// "third quarter", "second half" of a year that was told before.
pub fn part_of_year(p: &Pieces, i: usize, year: OfYear) -> Option<Parsed> {
    let (Lex::Ordinal(n), Lex::Unit(Unit::Quarter) | Lex::Half) = (p.lex(i), p.lex(i + 1)) else { return None };
    let unit = if p.lex(i + 1) == Lex::Half { Unit::Half } else { Unit::Quarter };
    let most = if unit == Unit::Half { 2 } else { 4 };
    (n <= most).then(|| Parsed::new(i + 2, Form::PartOfYear(unit, n.into(), year), &rules::dates::QUARTER))
}

/// "the year", "the quarter", "the week", "the weekend", "the day before May 5", "the week of March 6".
pub fn the_unit(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Unit(unit) = p.lex(i) else { return None };
    if let Some(parsed) = unit_first(p, i) {
        return Some(parsed);
    }
    if unit == Unit::Year {
        // "the year 2000", "the year two thousand"
        let (year, end) = of_which_year(p, i + 1);
        if let OfYear::Year(year) = year {
            return Some(Parsed::new(end, super::year::of_year(year), &rules::dates::YEAR));
        }
    }
    // "the year before", "the day after", "the week earlier"
    if let Some((form, end)) = amount::shift(p, Amount::Exact(1), unit, i + 1) {
        return Some(Parsed::new(end, form, &rules::dates::COUNTED));
    }
    if p.is(i + 1, W::Of)
        && unit != Unit::Day
        && let Some(day) = core(p, i + 2).filter(|d| is_day(&d.form))
    {
        return Some(Parsed::new(day.end, Form::Holding(unit, Box::new(day.form)), &rules::dates::WEEK_OF_DAY));
    }
    // "the year ended March 31" is a length of time: business years begin on any day.
    if unit == Unit::Year && ["ended", "ending"].contains(&p.word(i + 1)) {
        return Some(Parsed::new(i + 1, Form::Duration(Amount::Exact(1), unit), &rules::dates::DURATION));
    }
    if is_year_end(p, i) {
        return unit_first(p, i);
    }
    let plain = matches!(unit, Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year);
    let shaded = unit == Unit::Day || unit == Unit::Decade || unit == Unit::Century;
    if plain || (shaded && i > 2 && matches!(p.lex(i - 2), Lex::Word(W::Of | W::In)) && p.lex(i - 3) == Lex::Shift(1)) {
        return Some(Parsed::new(i + 1, Form::Turned(unit, Turn::The), &rules::dates::THE_UNIT));
    }
    None
}

/// "the full year", "the entire week".
pub fn full_unit(p: &Pieces, i: usize) -> Option<Parsed> {
    let full = ["full", "entire", "whole"].contains(&p.word(i));
    match p.lex(i + 1) {
        Lex::Unit(unit @ (Unit::Year | Unit::Quarter | Unit::Month | Unit::Week)) if full => {
            Some(Parsed::new(i + 2, Form::Turned(unit, Turn::The), &rules::dates::THE_UNIT))
        }
        _ => None,
    }
}

fn is_year_end(p: &Pieces, i: usize) -> bool {
    let end = |at: usize| ["end", "End"].contains(&p.word(at));
    let possessive = p.is_sign(i + 1, b'\'') && p.is(i + 2, W::S);
    p.lex(i) == Lex::Unit(Unit::Year)
        && (end(i + 1) || possessive && end(i + 3) || p.is_sign(i + 1, b'-') && end(i + 2))
}

/// "year-end", "year's end", "the year-earlier quarter", "year-ago", "day-long".
pub fn unit_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let Lex::Unit(unit) = p.lex(i) else { return None };
    if is_year_end(p, i) {
        let end = if p.is_sign(i + 1, b'\'') {
            i + 4
        } else if p.is_sign(i + 1, b'-') {
            i + 3
        } else {
            i + 2
        };
        return Some(Parsed::new(end, Form::Turned(Unit::Year, Turn::The), &rules::dates::THE_UNIT));
    }
    if !p.is_sign(i + 1, b'-') || p.is_spaced(i + 1) {
        return None;
    }
    match p.lex(i + 2) {
        _ if p.word(i + 2) == "long" => {
            Some(Parsed::new(i + 3, Form::Duration(Amount::Exact(1), unit), &rules::dates::DURATION))
        }
        Lex::Ago | Lex::Shift(-1) => {
            if let Some(part) = part_of_year(p, i + 3, OfYear::Turned(Turn::Last)) {
                return Some(part);
            }
            let counted = matches!(p.lex(i + 3), Lex::Unit(Unit::Quarter) | Lex::Period);
            let form = Form::Shifted { amount: Amount::Exact(1), unit, sign: -1, from: From::Focus };
            Some(Parsed::new(i + 3 + usize::from(counted), form, &rules::dates::COUNTED))
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
            Some(clock::with_time(p, at + 1, Form::Turned(unit, Turn::Same), &rules::dates::UNIT_TURNED))
        }
        Lex::Season(season) => {
            Some(Parsed::new(at + 1, Form::Season(season, Some(Turn::Same)), &rules::dates::SEASON_TURNED))
        }
        Lex::Part(part) => {
            let day = Box::new(Form::Turned(Unit::Day, Turn::Same));
            Some(Parsed::new(at + 1, Form::Timed(day, Time::Part(part)), &rules::dates::UNIT_TURNED))
        }
        _ => None,
    }
}

/// "these days".
pub fn these_days(p: &Pieces, i: usize) -> Option<Parsed> {
    (p.lex(i + 1) == Lex::Units(Unit::Day))
        .then(|| Parsed::new(i + 2, Form::Ref(Ref::Present), &rules::dates::VAGUE_TIME))
}

/// "recent weeks". "recent" alone says too little to be listed.
pub fn recent(p: &Pieces, i: usize) -> Option<Parsed> {
    matches!(p.lex(i + 1), Lex::Units(_)).then(|| Parsed::new(i + 2, Form::Ref(Ref::Past), &rules::dates::VAGUE_TIME))
}
