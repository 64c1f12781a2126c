//! Times of day, which are listed where they stand with their day.

use super::super::form::{Form, Parsed, Time};
use super::super::scan::Pieces;
use super::super::words::DateWords;
use super::amount::is_day;
use super::{core, full};
use crate::lexicon::dates::{Lex, W};
use crate::model::RuleRef;

/// A time that its day follows: "10 p.m. Wednesday", "noon on Monday", "10:30 GMT on May 5".
pub fn clock_first(p: &Pieces, i: usize) -> Option<Parsed> {
    let (time, end) = clock(p, i)?;
    let at = end + usize::from(p.is(end, W::On) || p.is_sign(end, b','));
    let day = match p.lex(at) {
        Lex::Weekday(_) | Lex::WeekdayShort(_) => full::weekday_first(p, at),
        Lex::Month(_) | Lex::MonthShort(_) => full::month_first(p, at),
        Lex::Day(_) => core(p, at),
        _ => None,
    }?;
    is_day(&day.form).then(|| Parsed::new(day.end, Form::Timed(Box::new(day.form), time), day.rule))
}

/// A day read up to piece `end`, with the time that follows it, if one does: "Friday night",
/// "yesterday morning", "Monday at 10 a.m.".
pub fn with_time(p: &Pieces, end: usize, form: Form, rule: RuleRef) -> Parsed {
    if is_day(&form) {
        if let Lex::Part(part) = p.lex(end) {
            return Parsed::new(end + 1, Form::Timed(Box::new(form), Time::Part(part)), rule);
        }
        let at = end + usize::from(p.is_sign(end, b','));
        let at = at + usize::from(p.is(at, W::At));
        if let Some((time, end)) = clock(p, at) {
            return Parsed::new(end, Form::Timed(Box::new(form), time), rule);
        }
    }
    Parsed::new(end, form, rule)
}

/// A time of day that stands apart from its day ("On Monday he came at 10 a.m."), and one past it. Figures
/// alone are a time only where a word before them says so: "won 3:2" tells none.
pub fn lone(p: &Pieces, i: usize) -> Option<(Time, usize)> {
    let (time, end) = clock(p, i)?;
    let told = !matches!(p.lex(end - 1), Lex::Digits(..));
    let said = i > 0 && DateWords::BeforeClock.has(&p.word(i - 1).to_ascii_lowercase());
    (told || said).then_some((time, end))
}

/// "10:30", "10 p.m.", "10:30 a.m. EST", "noon"; and one past it. A bare number is no time.
fn clock(p: &Pieces, i: usize) -> Option<(Time, usize)> {
    if let Lex::Clock(hour) = p.lex(i) {
        return Some((Time::Clock(hour, 0), i + 1));
    }
    let Lex::Digits(value, len) = p.lex(i) else { return None };
    let (mut hour, mut minute, mut end, mut told) = (value, 0, i + 1, false);
    if len == 4 && p.lex(end) == Lex::Zone {
        (hour, minute, told) = (value / 100, value % 100, true);
    } else if len > 2 {
        return None;
    } else if let (Lex::Sign(b':' | b'.'), Lex::Digits(m, 2), false) =
        (p.lex(end), p.lex(end + 1), p.is_spaced(end) || p.is_spaced(end + 1))
    {
        told = p.is_sign(end, b':');
        (minute, end) = (m, end + 2);
        if told && p.is_sign(end, b':') && matches!(p.lex(end + 1), Lex::Digits(_, 2)) {
            end += 2;
        }
    }
    if let Some((add, after)) = meridiem(p, end) {
        if hour == 0 || hour > 12 {
            return None;
        }
        hour = hour % 12 + u32::from(add);
        (end, told) = (after, true);
    } else if p.lex(end) == Lex::Oclock {
        (end, told) = (end + 1, true);
    }
    if p.lex(end) == Lex::Zone {
        end += 1;
    }
    (told && hour < 24 && minute < 60).then_some((Time::Clock(hour as u8, minute as u8), end))
}

/// "am", "p.m."
fn meridiem(p: &Pieces, i: usize) -> Option<(u8, usize)> {
    if let Lex::Meridiem(add) = p.lex(i) {
        return Some((add, i + 1));
    }
    let add = match p.lex(i) {
        Lex::Word(W::A) => 0,
        Lex::Word(W::P) => 12,
        _ => return None,
    };
    let dotted = p.is_sign(i + 1, b'.') && p.is(i + 2, W::M) && !p.is_spaced(i + 2);
    dotted.then(|| (add, i + 3 + usize::from(p.is_sign(i + 3, b'.') && !p.is_spaced(i + 3))))
}
