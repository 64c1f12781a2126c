//! Date expressions, their TIMEX3 values, and the article's own date.
//!
//! In three steps: [`scan`] cuts the text into pieces, [`grammar`] reads from them what each expression
//! says ([`form::Form`]), and [`resolve`] turns that into a value once [`document`] knows the article's
//! own date. Every value keeps the rule that read it and the words it was counted from.

pub(crate) mod calendar;
pub(crate) mod direction;
pub(crate) mod document;
pub(crate) mod form;
pub(crate) mod grammar;
pub(crate) mod holidays;
pub(crate) mod resolve;
pub(crate) mod scan;
#[cfg(test)]
mod tests;
pub(crate) mod words;

use std::ops::Range;

use self::calendar::Period;
use self::form::{Form, OfYear, Parsed, Time};
use self::resolve::{Context, Rests};
use self::scan::Pieces;
use self::words::DateWords;
use super::identity::leaders::is_family_of_one;
use super::identity::person_name::fold;
use super::layout::Layout;
use crate::language::Analysis;
use crate::language::gazetteer::Gazetteer;
use crate::lexicon::dates::Unit;
use crate::lexicon::heads::head;
use crate::model::{Article, DateExpr, DateType, DocumentDate, EntityKind, Span, Why};
use crate::rules;
use crate::syntax::tense::Tense;

/// The dates of one article.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    /// In order of the text, not overlapping.
    pub exprs: Vec<DateExpr>,
    /// The article's own date.
    pub document: Option<DocumentDate>,
}

impl Dates {
    /// The expressions that share a byte with `span`, as places in `exprs`.
    #[must_use]
    pub fn in_span(&self, span: Span) -> Range<usize> {
        let start = self.exprs.partition_point(|e| e.span.end <= span.start);
        let end = self.exprs.partition_point(|e| e.span.start < span.end);
        start..end.max(start)
    }

    /// The expressions that touch a run of tokens, as places in `exprs`.
    #[must_use]
    pub fn in_tokens(&self, analysis: &Analysis<'_>, tokens: Range<usize>) -> Range<usize> {
        if tokens.is_empty() { 0..0 } else { self.in_span(analysis.span_of(tokens)) }
    }

    /// The expression that covers token `i`, as a place in `exprs`.
    #[must_use]
    pub fn at_token(&self, analysis: &Analysis<'_>, i: usize) -> Option<usize> {
        let at = self.in_span(analysis.span(i));
        (!at.is_empty()).then_some(at.start)
    }

    /// The value of an expression where it names a stretch of the calendar that a thing can have
    /// happened in: a day (without the time on it), week, month, year or range. `None` for durations,
    /// repeated and vague times, and where the year is not known.
    #[must_use]
    pub fn calendar_value(&self, i: usize) -> Option<&str> {
        let expr = self.exprs.get(i)?;
        let dated = matches!(expr.kind, DateType::Date | DateType::Time)
            && expr.value.starts_with(|c: char| c.is_ascii_digit());
        let day = expr.value.split('T').next().unwrap_or("");
        (dated && !day.is_empty()).then_some(day)
    }
}

/// An expression as read, before its value is known.
#[derive(Debug)]
pub(crate) struct Found {
    /// Its first piece.
    at: usize,
    span: Span,
    parsed: Parsed,
}

/// Finds date expressions and the article's own date.
#[must_use]
pub fn find(article: &Article, analysis: &Analysis<'_>, layout: &Layout) -> Dates {
    let pieces = Pieces::of(analysis.text(), &layout.markup);
    let (found, clocks) = read(&pieces, analysis);
    let document = document::date(article, &pieces, &found);
    let mut exprs = resolve_all(&found, &pieces, analysis, document.as_ref());
    give_times(&mut exprs, &clocks, analysis);
    Dates { exprs, document }
}

/// A time of day apart from its day.
#[derive(Debug)]
struct Clock {
    span: Span,
    time: Time,
}

/// Every expression of the text and every time of day outside of one, in order, not overlapping.
fn read(p: &Pieces<'_>, analysis: &Analysis<'_>) -> (Vec<Found>, Vec<Clock>) {
    let (mut found, mut clocks) = (Vec::new(), Vec::new());
    let mut i = 0;
    while i < p.len() {
        match grammar::expression(p, i) {
            Some(parsed) => {
                let end = parsed.end.max(i + 1);
                let span = p.span(i, end);
                if !is_no_date(analysis, span, &parsed.form) {
                    found.push(Found { at: i, span, parsed });
                }
                i = end;
            }
            None => match grammar::lone_clock(p, i) {
                Some((time, end)) => {
                    clocks.push(Clock { span: p.span(i, end), time });
                    i = end;
                }
                None => i += 1,
            },
        }
    }
    (found, clocks)
}

/// Gives each time of day to the nearest day of its sentence that has none: the first one where there are
/// several ("from 10 a.m. to noon").
fn give_times(exprs: &mut [DateExpr], clocks: &[Clock], analysis: &Analysis<'_>) {
    const DAY: usize = "2025-05-05".len();
    for Clock { span, time } in clocks {
        let Some(at) = analysis.token_at(span.start as usize) else { continue };
        let sentence = &analysis.sentences()[analysis.sentence_of(at)].tokens;
        let bytes = analysis.span_of(sentence.clone());
        let first = exprs.partition_point(|e| e.span.start < bytes.start);
        let away = |e: &DateExpr| e.span.start.max(span.start) - e.span.end.min(span.end);
        let days = { exprs[first..].iter_mut() }
            .take_while(|e| e.span.start < bytes.end)
            .filter(|e| e.kind == DateType::Date && e.value.len() == DAY);
        if let Some(day) = days.min_by_key(|e| away(e)).filter(|e| e.time.is_none()) {
            day.time = Some(time.code());
        }
    }
}

/// True where the words are a name's or a game's, whatever they tell elsewhere; the rule that says so is noted.
fn is_no_date(analysis: &Analysis<'_>, span: Span, form: &Form) -> bool {
    let rule = if is_part_of_name(analysis, span, form) {
        &rules::dates::PART_OF_A_NAME
    } else if is_of_a_game(analysis, span, form) {
        &rules::dates::QUARTER_OF_A_GAME
    } else {
        return false;
    };
    analysis.fired(rule, span);
    true
}

/// True where a month's name alone is a person's ("April", "May") or a weekday or month stands within the name of a
/// body or thing ("the Sunday Times").
fn is_part_of_name(analysis: &Analysis<'_>, span: Span, form: &Form) -> bool {
    let bare = match form {
        Form::Timed(day, _) => day,
        form => form,
    };
    if !matches!(bare, Form::Month(_, None) | Form::Weekday(_, None)) {
        return false;
    }
    let month = matches!(bare, Form::Month(..));
    let tokens = analysis.tokens_in(span);
    let gazetteer = Gazetteer::get();
    // "Trump Monday said": no name, though the tagger may take it for one
    let person = |i: usize| {
        let lower = analysis.lower(i);
        let city = gazetteer.longest(|k| (k == 0).then(|| (analysis.word(i), lower))).is_some();
        gazetteer.is_surname(lower) && !city
            || gazetteer.given(lower).is_some()
            || is_family_of_one(&fold(analysis.word(i)))
    };
    // "the Monday Club": a body by its last word
    let (before, next) = (tokens.start.checked_sub(1).map_or("", |i| analysis.lower(i)), tokens.end);
    if before == "the" && next < analysis.tokens().len() && head(analysis.word(next)).is_some_and(|h| h.at_end) {
        return true;
    }
    tokens.clone().any(|i| {
        analysis.name_at(i).is_some_and(|name| match name.kind {
            EntityKind::Person => month,
            EntityKind::Organisation | EntityKind::Other => {
                name.tokens.len() > tokens.len() && !name.tokens.clone().any(|k| !tokens.contains(&k) && person(k))
            }
            _ => false,
        })
    })
}

/// True for a quarter or half of no year in a sentence on a game.
fn is_of_a_game(analysis: &Analysis<'_>, span: Span, form: &Form) -> bool {
    if !matches!(form, Form::PartOfYear(Unit::Quarter | Unit::Half, _, OfYear::Open)) {
        return false;
    }
    let Some(at) = analysis.token_at(span.start as usize) else { return false };
    let sentence = analysis.sentences()[analysis.sentence_of(at)].tokens.clone();
    let has = |words: DateWords| sentence.clone().any(|i| words.has(analysis.lower(i)));
    has(DateWords::GameWords) && !has(DateWords::BusinessWords)
}

fn resolve_all(
    found: &[Found],
    p: &Pieces<'_>,
    analysis: &Analysis<'_>,
    document: Option<&DocumentDate>,
) -> Vec<DateExpr> {
    let mut focus: Option<(Period, Span)> = None;
    let mut exprs = Vec::with_capacity(found.len());
    for Found { at, span, parsed } in found {
        let tense = if looks(&parsed.form) { direction::of(p, *at, analysis, *span) } else { Tense::Open };
        let context = Context { anchor: document.map(|d| d.date), focus: focus.map(|f| f.0), tense };
        let value = resolve::value(&parsed.form, &context);
        let words = match value.rests {
            Rests::Alone => Some(*span),
            Rests::OnAnchor => document.and_then(|d| d.span),
            Rests::OnFocus => focus.map(|f| f.1),
        };
        // What a thing is compared with is not what is spoken of next.
        if let Some(period) = value.period.filter(|_| !compares(&parsed.form)) {
            focus = Some((period, *span));
        }
        exprs.push(DateExpr {
            span: *span,
            kind: value.kind,
            value: value.text,
            time: value.time,
            why: Why { rule: parsed.rule, words },
        });
    }
    exprs
}

/// True for "a year ago", "a year earlier".
fn compares(form: &Form) -> bool {
    matches!(form, Form::Shifted { unit: Unit::Year, .. })
}

/// True where the value depends on which way the clause looks.
fn looks(form: &Form) -> bool {
    match form {
        Form::Calendar(fields) => fields.year.is_none(),
        Form::Timed(day, _) => looks(day),
        Form::Range(first, _) => looks(first),
        Form::NthOf(_, _, month) => looks(month),
        Form::Weekday(..) | Form::Month(..) | Form::Season(..) | Form::PartOfYear(..) | Form::Turned(..) => true,
        _ => false,
    }
}
