//! What date expressions say, before anybody asks which day that is.

use crate::model::RuleRef;
use chrono::NaiveDate;

use super::holidays::Holiday;
use crate::lexicon::dates::{Part, Ref, Season, Turn, Unit};

/// What an expression says.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A day told by number: any of year, month and day, with the weekday if it stands there.
    Calendar(Fields),
    /// A day by its name in the calendar of holidays.
    Holiday(&'static Holiday, Option<i32>),
    /// A weekday: "Monday", "last Monday".
    Weekday(u8, Option<Turn>),
    /// "Monday of last week".
    WeekdayOf(u8, Turn),
    /// A month without its year: "May", "last May".
    Month(u8, Option<Turn>),
    /// A season: "summer", "last summer".
    Season(Season, Option<Turn>),
    /// A numbered quarter or half, or a named month, of a year: "the third quarter", "June of last year".
    PartOfYear(Unit, u32, OfYear),
    /// A season of a year: "the winter of 1994", "summer last year".
    SeasonOf(Season, OfYear),
    /// "the last Friday of May": what is counted, which (beyond all: the last), in which month.
    NthOf(Nth, u32, Box<Form>),
    /// So many years before the Christian era.
    BeforeChrist(u32),
    /// 199 for the 1990s.
    Decade(i32),
    /// Counted from 0.
    Century(i32),
    /// "last week", "this month", "today".
    Turned(Unit, Turn),
    /// So many units from now (or from the day spoken of): "three days ago", "a year earlier".
    Shifted {
        /// How many.
        amount: Amount,
        /// Of what.
        unit: Unit,
        /// −1 toward the past, 1 toward the future.
        sign: i32,
        /// Counted from where.
        from: From,
    },
    /// So many units from a day told: "two days after May 5".
    ShiftedFrom {
        /// How many.
        amount: Amount,
        /// Of what.
        unit: Unit,
        /// −1 toward the past, 1 toward the future.
        sign: i32,
        /// Counted from where.
        base: Box<Form>,
    },
    /// The week, month … that holds a day told: "the week of March 6".
    Holding(Unit, Box<Form>),
    /// "May 8 to 10": from the first to the last.
    Range(Box<Form>, Box<Form>),
    /// "now", "recently", "the future".
    Ref(Ref),
    /// A day and a time on it.
    Timed(Box<Form>, Time),
    /// "two weeks".
    Duration(Amount, Unit),
    /// "every Monday", "daily": the value as TIMEX3 writes it.
    Set(String),
}

/// Parts of a full date, as far as told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Year of the Christian era.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
    /// 1 (Monday) to 7.
    pub weekday: Option<u8>,
}

/// What is counted within a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// 1 (Monday) to 7.
    Weekday(u8),
    /// Its days.
    Day,
    /// Its weeks, the first of which holds its first day.
    Week,
    /// Its Saturdays, each with its Sunday.
    Weekend,
}

/// The year a quarter or half belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfYear {
    /// Not told.
    Open,
    /// Told by number.
    Year(i32),
    /// "of last year".
    Turned(Turn),
}

/// What a shift counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The article's date.
    Now,
    /// The date last spoken of.
    Focus,
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A whole number.
    Exact(u32),
    /// A whole number and a half.
    AndHalf(u32),
    /// "several".
    Vague,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// "morning".
    Part(Part),
    /// Hour and minute.
    Clock(u8, u8),
}

impl Time {
    /// As TIMEX3 writes it after the day: `TNI`, `T10:00`.
    pub fn code(self) -> String {
        match self {
            Self::Part(part) => part.code().to_owned(),
            Self::Clock(hour, minute) => format!("T{hour:02}:{minute:02}"),
        }
    }
}

/// An expression as the grammar read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// One past its last piece.
    pub end: usize,
    /// What it says.
    pub form: Form,
    /// The rule that read it.
    pub rule: RuleRef,
}

impl Parsed {
    /// An expression up to piece `end`, read by `rule`.
    pub fn new(end: usize, form: Form, rule: RuleRef) -> Self {
        Self { end, form, rule }
    }
}

impl Fields {
    /// The day, where year, month and day are told and there is such a day.
    pub fn full(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?.into(), self.day?.into())
    }
}
