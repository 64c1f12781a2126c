//! The nth weekday, week or day of a month: "the last Friday of this month", "the first week of May".

use super::super::form::{Form, Nth, Parsed};
use super::super::scan::Pieces;
use super::{core, edged};
use crate::lexicon::dates::{Lex, Unit, W};
use crate::rules;

/// What is counted at piece `at`, in the month told behind it; the last one where `n` is beyond all.
pub fn of_month(p: &Pieces, at: usize, n: u32) -> Option<Parsed> {
    let nth = match p.lex(at) {
        Lex::Weekday(day) if p.is_capital(at) => Nth::Weekday(day),
        Lex::Unit(Unit::Day) => Nth::Day,
        Lex::Unit(Unit::Week) => Nth::Week,
        Lex::Unit(Unit::Weekend) => Nth::Weekend,
        _ => return None,
    };
    if !matches!(p.lex(at + 1), Lex::Word(W::In | W::Of)) {
        return None;
    }
    let month = edged(p, at + 2).or_else(|| core(p, at + 2)).filter(|m| is_month(&m.form))?;
    Some(Parsed::new(month.end, Form::NthOf(nth, n, Box::new(month.form)), &rules::dates::NTH_OF_MONTH))
}

/// True for what names one month.
fn is_month(form: &Form) -> bool {
    match form {
        Form::Calendar(fields) => fields.month.is_some() && fields.day.is_none(),
        Form::Month(..) | Form::PartOfYear(Unit::Month, ..) | Form::Turned(Unit::Month, _) => true,
        _ => false,
    }
}
