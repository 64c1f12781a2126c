//! What is told by turning: "last week", "this May", "the past three months", "yesterday".

use super::super::form::{Amount, Form, From, OfYear, Parsed, Time};
use super::super::scan::Pieces;
use super::unit::part_of_year;
use super::year::of_which_year;
use super::{amount, clock, full, nth, unit};
use crate::lexicon::dates::{Lex, Part, Ref, Turn, Unit, W};
use crate::rules;

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
    if turn == Turn::Last
        && let Some(parsed) = nth::of_month(p, at, u32::MAX)
    {
        return Some(parsed);
    }
    match p.lex(at) {
        Lex::Unit(unit) => unit_turned(p, i, at, turn, unit),
        Lex::Units(_) if turn == Turn::Coming => {
            Some(Parsed::new(at + 1, Form::Ref(Ref::Future), &rules::dates::VAGUE_TIME))
        }
        Lex::Units(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Day | Unit::Decade)) if turn == Turn::Past => {
            Some(Parsed::new(at + 1, Form::Duration(Amount::Vague, unit), &rules::dates::DURATION))
        }
        Lex::Month(_) | Lex::MonthShort(_) => month(p, at, turn),
        Lex::Weekday(day) => weekday(p, at, turn, day),
        Lex::Half => last_half(p, at, turn),
        Lex::Season(season) if !unit::is_event(p, at) => {
            Some(Parsed::new(at + 1, Form::Season(season, Some(turn)), &rules::dates::SEASON_TURNED))
        }
        Lex::Part(part) => part_turned(at, turn, part),
        Lex::Period if matches!(turn, Turn::Latest | Turn::Same) => {
            Some(Parsed::new(at + 1, Form::Turned(Unit::Quarter, turn), &rules::dates::UNIT_TURNED))
        }
        Lex::Edge if matches!(turn, Turn::Last | Turn::Past | Turn::Next) => None,
        Lex::Number(_) | Lex::Digits(..) | Lex::Vague | Lex::Couple(_) | Lex::Scale(_) if turn != Turn::Same => {
            amount::turned(p, at, turn)
        }
        _ => alone(p, i, at, turn),
    }
}

/// "the last half of 1989".
fn last_half(p: &Pieces, at: usize, turn: Turn) -> Option<Parsed> {
    let (year, end) = of_which_year(p, at + 1);
    (turn == Turn::Last && year != OfYear::Open)
        .then(|| Parsed::new(end, Form::PartOfYear(Unit::Half, 2, year), &rules::dates::HALF))
}

/// "the past" with nothing to turn. "current" alone says too little to be listed.
fn alone(p: &Pieces, i: usize, at: usize, turn: Turn) -> Option<Parsed> {
    let article = p.before(i) == Lex::Word(W::The);
    match turn {
        Turn::Past if article && ends_phrase(p, at) => {
            Some(Parsed::new(at, Form::Ref(Ref::Past), &rules::dates::VAGUE_TIME))
        }
        _ => None,
    }
}

/// True where no noun follows: the phrase is over.
pub fn ends_phrase(p: &Pieces, i: usize) -> bool {
    matches!(p.lex(i), Lex::Break | Lex::Sign(_) | Lex::Word(_) | Lex::Before | Lex::After)
}

fn unit_turned(p: &Pieces, i: usize, at: usize, turn: Turn, unit: Unit) -> Option<Parsed> {
    let end = at + 1;
    if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium) {
        return (unit == Unit::Hour && turn != Turn::Same)
            .then(|| Parsed::new(end, Form::Duration(Amount::Exact(1), unit), &rules::dates::DURATION));
    }
    if turn == Turn::Same && !matches!(p.before(i), Lex::Word(W::The | W::That)) {
        return None;
    }
    // "last year's third quarter", "this year's second half"
    let owner = end + 2;
    if unit == Unit::Year
        && p.is_sign(end, b'\'')
        && p.is(end + 1, W::S)
        && let Some(parsed) = part_of_year(p, owner, OfYear::Turned(turn))
    {
        return Some(parsed);
    }
    // Programmes are called "This Week", and weeks are not.
    if p.is_capital(at) && p.word(at).chars().any(char::is_lowercase) && p.is_capital(i) {
        return None;
    }
    let form = Form::Turned(unit, turn);
    Some(if unit == Unit::Day {
        clock::with_time(p, end, form, &rules::dates::UNIT_TURNED)
    } else {
        Parsed::new(end, form, &rules::dates::UNIT_TURNED)
    })
}

fn month(p: &Pieces, at: usize, turn: Turn) -> Option<Parsed> {
    let mut parsed = full::month_first(p, at)?;
    if let Form::Month(_, told) = &mut parsed.form {
        *told = Some(turn);
        parsed.rule = &rules::dates::MONTH_TURNED;
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
        parsed.rule = &rules::dates::WEEKDAY_TURNED;
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
    Some(Parsed::new(at + 1, Form::Timed(Box::new(day(by)), Time::Part(part)), &rules::dates::DAY_BY_NAME))
}
