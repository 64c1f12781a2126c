//! What an expression says → its TIMEX3 value, by the article's date, the date last spoken of and the
//! tense of the clause.

use chrono::{Datelike, NaiveDate};

use super::calendar::{Period, monday, shift_days};
use super::form::{Amount, Fields, Form, From, Nth, OfYear, Time};
use super::grammar::duration_value;
use crate::lexicon::dates::{Ref, Season, Turn, Unit};
use crate::model::DateType;
use crate::syntax::tense::Tense;

/// What an expression is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The article's own date.
    pub anchor: Option<NaiveDate>,
    /// The period last spoken of.
    pub focus: Option<Period>,
    /// Which way the clause looks.
    pub tense: Tense,
}

/// What a value rests on beside the expression's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// Nothing.
    Alone,
    /// The article's date.
    OnAnchor,
    /// The date last spoken of.
    OnFocus,
}

/// A value and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// TIMEX3 type.
    pub kind: DateType,
    /// TIMEX3 value; empty where it cannot be told.
    pub text: String,
    /// The stretch of the calendar named, which later expressions may refer to.
    pub period: Option<Period>,
    /// The time of day told beside the value.
    pub time: Option<String>,
    /// What it rests on.
    pub rests: Rests,
}

impl Value {
    fn of(period: Period, rests: Rests) -> Self {
        Self { kind: DateType::Date, text: period.to_string(), period: Some(period), time: None, rests }
    }

    fn words(kind: DateType, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), period: None, time: None, rests: Rests::Alone }
    }

    /// A value that no anchor completes: what is known of it, `X` for the rest.
    fn partial(text: impl Into<String>) -> Self {
        Self::words(DateType::Date, text)
    }
}

/// The value of an expression. Total: what cannot be told is left open.
pub fn value(form: &Form, context: &Context) -> Value {
    match form {
        Form::Duration(amount, unit) => Value::words(DateType::Duration, duration_value(*amount, *unit)),
        Form::Set(text) => Value::words(DateType::Set, text.as_str()),
        Form::Ref(reference) => Value::words(DateType::Date, reference.value()),
        Form::Timed(day, time) => timed(value(day, context), day, *time),
        Form::Range(first, last) => range(first, last, context),
        Form::Calendar(fields) => calendar(*fields, context),
        Form::BeforeChrist(year) => Value::partial(format!("BC{year:04}")),
        _ => match period(form, context) {
            Some((period, rests)) => Value::of(period, rests),
            None => open(form),
        },
    }
}

/// The value of what could not be anchored.
fn open(form: &Form) -> Value {
    match *form {
        Form::Weekday(day, None) => Value::partial(format!("XXXX-WXX-{day}")),
        Form::Month(month, _) => Value::partial(format!("XXXX-{month:02}")),
        Form::PartOfYear(Unit::Quarter, n, _) => Value::partial(format!("XXXX-Q{n}")),
        Form::PartOfYear(Unit::Half, n, _) => Value::partial(format!("XXXX-H{n}")),
        Form::Season(season, _) => Value::partial(format!("XXXX-{}", season.code())),
        Form::Holiday(holiday, None) => match holiday.fixed() {
            Some((month, day)) => Value::partial(format!("XXXX-{month:02}-{day:02}")),
            None => Value::partial(""),
        },
        Form::Shifted { amount: Amount::Vague, sign, .. } => {
            Value::words(DateType::Date, if sign < 0 { Ref::Past.value() } else { Ref::Future.value() })
        }
        _ => Value::partial(""),
    }
}

/// A day with a time on it. Where the day is named ("Monday night"), it is the value and the time
/// stands beside it; where the words name a part of a day ("last night"), that is the value.
fn timed(day: Value, form: &Form, time: Time) -> Value {
    let code = time.code();
    match (form, day.period) {
        (Form::Turned(..) | Form::Shifted { .. }, Some(Period::Day(_))) => {
            Value { kind: DateType::Time, text: format!("{}{code}", day.text), ..day }
        }
        _ => Value { time: Some(code), ..day },
    }
}

fn range(first: &Form, last: &Form, context: &Context) -> Value {
    let (first, last) = share_year(first, last);
    let from = value(&first, context);
    // The end of a range comes after its beginning: "from November to February".
    let tense = if from.period.is_some() { Tense::Future } else { context.tense };
    let anchor = from.period.and_then(Period::first_day).or(context.anchor);
    let to = value(&last, &Context { anchor, tense, ..*context });
    let text =
        if from.text.is_empty() || to.text.is_empty() { String::new() } else { format!("{}/{}", from.text, to.text) };
    Value { kind: DateType::Date, text, period: from.period, time: None, rests: from.rests }
}

/// Gives the first of a range the year told with the second: "May 8 to June 10, 2025".
fn share_year(first: &Form, last: &Form) -> (Form, Form) {
    let (mut first, last) = (first.clone(), last.clone());
    if let Form::Calendar(Fields { year: Some(year), month: last_month, .. }) = last {
        match first {
            Form::Calendar(ref mut fields) if fields.year.is_none() => {
                // "December 20 to January 5, 2025" begins the year before.
                let over = matches!((fields.month, last_month), (Some(a), Some(b)) if a > b);
                fields.year = Some(year - i32::from(over));
            }
            Form::Month(month, None) => {
                first = Form::Calendar(Fields { year: Some(year), month: Some(month), ..Fields::default() });
            }
            _ => {}
        }
    }
    (first, last)
}

fn calendar(fields: Fields, context: &Context) -> Value {
    match fields {
        Fields { year: Some(_), month: Some(_), day: Some(_), .. } => match fields.full() {
            Some(day) => Value::of(Period::Day(day), Rests::Alone),
            None => Value::partial(""),
        },
        Fields { year: Some(year), month: Some(month), .. } => {
            Value::of(Period::Month(year, month.into()), Rests::Alone)
        }
        Fields { year: Some(year), .. } => Value::of(Period::Year(year), Rests::Alone),
        Fields { month: Some(month), day: Some(day), weekday, .. } => {
            let found = context.anchor.and_then(|anchor| month_day(month, day, weekday, anchor, context));
            match found {
                Some(day) => Value::of(Period::Day(day), Rests::OnAnchor),
                None => Value::partial(format!("XXXX-{month:02}-{day:02}")),
            }
        }
        _ => Value::partial(""),
    }
}

/// The day that a month and day without a year mean: the one whose weekday agrees, where it is told;
/// else the last before the article's date, or the next after it where the clause looks ahead.
fn month_day(month: u8, day: u8, weekday: Option<u8>, anchor: NaiveDate, context: &Context) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month.into(), day.into());
    if let Some(weekday) = weekday {
        let agrees = |d: &NaiveDate| d.weekday() == super::calendar::weekday(weekday);
        let near = (-3..=3).filter_map(|by| in_year(anchor.year() + by)).filter(agrees);
        if let Some(day) = near.min_by_key(|d| (*d - anchor).num_days().abs()) {
            return Some(day);
        }
    }
    nearest(anchor, context.tense, (-4..=4).filter_map(|by| in_year(anchor.year() + by)))
}

/// How many days nearer a date on the wrong side of the anchor must be to be meant all the same. News
/// rarely speak of a day ten months off without its year, whatever the tense.
const AGAINST_TENSE: i64 = 230;
/// The same where no tense shows: what was is told more often than what will be.
const AHEAD: i64 = 60;

/// The candidate nearest to the anchor, on the side that the tense looks to.
fn nearest(anchor: NaiveDate, tense: Tense, days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
    days.min_by_key(|&day| {
        let ahead = (day - anchor).num_days();
        let handicap = match tense {
            Tense::Past | Tense::PastPerfect if ahead > 0 => AGAINST_TENSE,
            Tense::Future if ahead < 0 => AGAINST_TENSE,
            Tense::Open | Tense::Present if ahead > 0 => AHEAD,
            _ => 0,
        };
        ahead.abs() + handicap
    })
}

/// The stretch of the calendar a form names, with what tells it.
fn period(form: &Form, context: &Context) -> Option<(Period, Rests)> {
    let anchor = context.anchor;
    let on_anchor = |period: Option<Period>| period.map(|p| (p, Rests::OnAnchor));
    match *form {
        Form::Decade(decade) => Some((Period::Decade(decade), Rests::Alone)),
        Form::Century(century) => Some((Period::Century(century), Rests::Alone)),
        Form::Turned(unit, turn) => turned(unit, turn, context),
        Form::Shifted { amount, unit, sign, from } => shifted(amount, unit, sign, from, context),
        Form::ShiftedFrom { amount, unit, sign, ref base } => {
            let Value { period: Some(base), rests, .. } = value(base, context) else { return None };
            let from = Context { focus: Some(base), ..*context };
            shifted(amount, unit, sign, From::Focus, &from).map(|(p, _)| (p, rests))
        }
        Form::NthOf(nth, n, ref month) => {
            // what is said to be held on such a day is a schedule: "elections are held on the first Tuesday of November"
            let tense = if context.tense == Tense::Present { Tense::Future } else { context.tense };
            let month = value(month, &Context { tense, ..*context });
            let Some(Period::Month(year, number)) = month.period else { return None };
            Some((nth_of_month(nth, n, year, number)?, month.rests))
        }
        Form::Holding(unit, ref day) => {
            let day = value(day, context);
            Some((Period::holding(unit, day.period?.first_day()?)?, day.rests))
        }
        Form::Weekday(day, turn) => on_anchor(weekday(day, turn, context)),
        Form::WeekdayOf(day, turn) => {
            let (Period::Week(monday), rests) = turned(Unit::Week, turn, context)? else { return None };
            Some((Period::Day(shift_days(monday, i64::from(day) - 1)?), rests))
        }
        Form::Month(month, turn) => on_anchor(self::month(month.into(), turn, context)),
        Form::PartOfYear(unit, n, year) => {
            let (year, rests) = match year {
                OfYear::Year(year) => (year, Rests::Alone),
                OfYear::Turned(turn) => {
                    let (period, rests) = turned(Unit::Year, turn, context)?;
                    (period.year()?, rests)
                }
                OfYear::Open => (open_year(unit, n, context)?, Rests::OnAnchor),
            };
            part_of_year(unit, n, year).map(|p| (p, rests))
        }
        Form::Season(season, turn) => on_anchor(self::season(season, turn, context)),
        Form::SeasonOf(season, OfYear::Year(year)) => Some((Period::Season(year, season), Rests::Alone)),
        Form::SeasonOf(season, OfYear::Turned(turn)) => {
            let (year, rests) = turned(Unit::Year, turn, context)?;
            Some((Period::Season(year.year()?, season), rests))
        }
        Form::Holiday(holiday, Some(year)) => Some((Period::Day(holiday.in_year(year)?), Rests::Alone)),
        Form::Holiday(holiday, None) => {
            let anchor = anchor?;
            let days = (-1..=1).filter_map(|by| holiday.in_year(anchor.year() + by));
            // Holidays are spoken of around their day: the nearest is meant.
            let day = days.min_by_key(|d| (*d - anchor).num_days().abs())?;
            Some((Period::Day(day), Rests::OnAnchor))
        }
        _ => None,
    }
}

/// The `n`th weekday, day or week of a month; the last one where `n` is beyond all.
fn nth_of_month(nth: Nth, n: u32, year: i32, month: u32) -> Option<Period> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = shift_days(Period::Month(year, month).shifted(1)?.first_day()?, -1)?;
    let steps = i64::from(n.saturating_sub(1));
    let in_month = |day: NaiveDate| (first..=last).contains(&day).then_some(day);
    // the first weekday numbered `day` on or after `from`
    let on = |from: NaiveDate, day: u8| {
        let by = (i64::from(day) - 1 - i64::from(from.weekday().num_days_from_monday())).rem_euclid(7);
        shift_days(from, by)
    };
    let weekday = |day: u8| {
        if n > 5 { on(shift_days(last, -6)?, day) } else { in_month(shift_days(on(first, day)?, steps * 7)?) }
    };
    Some(match nth {
        Nth::Weekday(day) => Period::Day(weekday(day)?),
        Nth::Weekend => Period::Weekend(monday(weekday(6)?)),
        Nth::Day => Period::Day(if n > 31 { last } else { in_month(shift_days(first, steps)?)? }),
        Nth::Week if n > 5 => Period::Week(monday(last)),
        Nth::Week => Period::Week(monday(in_month(shift_days(first, steps * 7)?)?)),
    })
}

fn part_of_year(unit: Unit, n: u32, year: i32) -> Option<Period> {
    match unit {
        Unit::Month => Some(Period::Month(year, n)),
        Unit::Quarter => Some(Period::Quarter(year, n)),
        Unit::Half => Some(Period::Half(year, n)),
        _ => None,
    }
}

/// The year of "the third quarter" where none is told: the anchor's, the one before for a part still
/// to come that is spoken of as past, the next for one over that is spoken of as to come.
fn open_year(unit: Unit, n: u32, context: &Context) -> Option<i32> {
    let anchor = context.anchor?;
    let now = Period::holding(unit, anchor)?;
    let this = part_of_year(unit, n, anchor.year())?;
    let (start, current) = (this.first_day()?, now.first_day()?);
    Some(match context.tense {
        Tense::Future if start < current => anchor.year() + 1,
        Tense::Past | Tense::PastPerfect if start > current => anchor.year() - 1,
        Tense::Open | Tense::Present if start > current && (start - anchor).num_days() > 100 => anchor.year() - 1,
        _ => anchor.year(),
    })
}

fn turned(unit: Unit, turn: Turn, context: &Context) -> Option<(Period, Rests)> {
    let by_focus = |by: i32| {
        let focus = context.focus?;
        let base = Period::holding(unit, focus.first_day()?)?;
        Some((base.shifted(by)?, Rests::OnFocus))
    };
    let by_anchor = |by: i32| Some((Period::holding(unit, context.anchor?)?.shifted(by)?, Rests::OnAnchor));
    match turn {
        Turn::This | Turn::Current => by_anchor(0),
        Turn::Last | Turn::Past => by_anchor(-1),
        Turn::Next | Turn::Coming => by_anchor(1),
        Turn::Previous => by_focus(-1).or_else(|| by_anchor(-1)),
        Turn::Following => by_focus(1).or_else(|| by_anchor(1)),
        Turn::Same => by_focus(0).or_else(|| by_anchor(0)),
        Turn::Latest => by_anchor(-1),
        Turn::The => match (unit, context.focus) {
            // The quarter spoken of, or the last one that is over: reports come after it.
            (Unit::Quarter, Some(focus @ Period::Quarter(..))) => Some((focus, Rests::OnFocus)),
            (Unit::Quarter, _) => by_anchor(-1),
            // The last weekend that has begun.
            (Unit::Weekend, _) if context.tense != Tense::Future => {
                let weekend = context.anchor.is_some_and(|a| a.weekday().num_days_from_monday() >= 5);
                by_anchor(if weekend { 0 } else { -1 })
            }
            _ => by_anchor(0),
        },
    }
}

fn shifted(amount: Amount, unit: Unit, sign: i32, from: From, context: &Context) -> Option<(Period, Rests)> {
    let (base, rests) = match (from, context.focus, context.anchor) {
        (From::Focus, Some(focus), _) => (focus, Rests::OnFocus),
        // Results of a quarter are compared with those of the same quarter "a year ago".
        (From::Now, Some(focus @ Period::Quarter(..)), _) if unit == Unit::Year && amount == Amount::Exact(1) => {
            (focus, Rests::OnFocus)
        }
        (_, _, Some(anchor)) => (Period::Day(anchor), Rests::OnAnchor),
        _ => return None,
    };
    let (count, unit) = match (amount, unit) {
        (Amount::Exact(n), Unit::Decade) => (n.checked_mul(10)?, Unit::Year),
        (Amount::Exact(n), Unit::Century) => (n.checked_mul(100)?, Unit::Year),
        (Amount::Exact(n), Unit::Fortnight) => (n.checked_mul(14)?, Unit::Day),
        (Amount::Exact(n), unit) => (n, unit),
        (Amount::AndHalf(n), unit) => {
            let (half, smaller) = unit.halves()?;
            (n.checked_mul(half * 2)?.checked_add(half)?, smaller)
        }
        (Amount::Vague, _) => return None,
    };
    let by = i32::try_from(count).ok()?.checked_mul(sign)?;
    let period = match unit {
        // "a year earlier" than a quarter or month is the same one of the year before.
        Unit::Year if !matches!(base, Period::Day(_) | Period::Week(_) | Period::Weekend(_)) => {
            base.shifted_years(by)?
        }
        Unit::Week if count == 1 => Period::Day(base.first_day()?).shifted(by.checked_mul(7)?)?,
        Unit::Hour | Unit::Minute | Unit::Second => Period::Day(base.first_day()?),
        _ => Period::holding(unit, base.first_day()?)?.shifted(by)?,
    };
    Some((period, rests))
}

fn weekday(day: u8, turn: Option<Turn>, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let of_week = |monday| shift_days(monday, i64::from(day) - 1);
    let this = of_week(monday(anchor))?;
    let week_before = if this > anchor { shift_days(this, -7)? } else { this };
    let week_after = if this < anchor { shift_days(this, 7)? } else { this };
    let day = match turn {
        None | Some(Turn::The) if context.tense == Tense::Future => week_after,
        None | Some(Turn::The) => week_before,
        Some(Turn::Last | Turn::Past | Turn::Previous | Turn::Latest) if week_before == anchor => {
            shift_days(anchor, -7)?
        }
        Some(Turn::Last | Turn::Past | Turn::Previous | Turn::Latest) => week_before,
        Some(Turn::Next | Turn::Coming | Turn::Following) if week_after == anchor => shift_days(anchor, 7)?,
        Some(Turn::Next | Turn::Coming | Turn::Following) => week_after,
        Some(Turn::This | Turn::Current) if matches!(context.tense, Tense::Past | Tense::PastPerfect) => week_before,
        Some(Turn::This | Turn::Current) => this,
        Some(Turn::Same) => of_week(monday(context.focus.and_then(Period::first_day).unwrap_or(anchor)))?,
    };
    Some(Period::Day(day))
}

fn month(month: u32, turn: Option<Turn>, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let now = anchor.month();
    let year = match turn {
        Some(Turn::Last | Turn::Past | Turn::Previous | Turn::Latest) => anchor.year() - i32::from(month >= now),
        Some(Turn::Next | Turn::Coming | Turn::Following) => anchor.year() + i32::from(month <= now),
        Some(Turn::This | Turn::Current) => anchor.year(),
        Some(Turn::Same) => context.focus.and_then(Period::year).unwrap_or(anchor.year()),
        None | Some(Turn::The) => {
            let middle = NaiveDate::from_ymd_opt(anchor.year(), now, 15)?;
            let days = (-1..=1).filter_map(|by| NaiveDate::from_ymd_opt(anchor.year() + by, month, 15));
            nearest(middle, context.tense, days)?.year()
        }
    };
    Some(Period::Month(year, month))
}

fn season(season: Season, turn: Option<Turn>, context: &Context) -> Option<Period> {
    let anchor = context.anchor?;
    let now = Period::season_holding(anchor);
    let this = Period::Season(anchor.year(), season);
    let begun = this.first_day()? <= anchor;
    let by = match turn {
        Some(Turn::Last | Turn::Past | Turn::Previous | Turn::Latest) => -i32::from(this == now || !begun),
        Some(Turn::Next | Turn::Coming | Turn::Following) => i32::from(begun),
        Some(Turn::This | Turn::Current) => 0,
        Some(Turn::Same) => return Some(Period::Season(context.focus.and_then(Period::year)?, season)),
        None | Some(Turn::The) => match context.tense {
            Tense::Past | Tense::PastPerfect => -i32::from(!begun),
            Tense::Future => i32::from(begun && this != now),
            Tense::Open | Tense::Present => 0,
        },
    };
    this.shifted(by)
}
