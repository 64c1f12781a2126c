//! Calendar periods and how TIMEX3 writes them.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::lexicon::dates::{Season, Unit};

/// A stretch of the calendar. Years are of the Christian era; every value is one that a calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Counted from 0: the 20th is 19.
    Century(i32),
    /// Counted from 0: the 1990s are 199.
    Decade(i32),
    /// A year.
    Year(i32),
    /// First or second half of a year.
    Half(i32, u32),
    /// Quarter of a year, 1 to 4.
    Quarter(i32, u32),
    /// Season of a year; a winter belongs to the year it begins in.
    Season(i32, Season),
    /// Month of a year, 1 to 12.
    Month(i32, u32),
    /// A week, known by its Monday.
    Week(NaiveDate),
    /// A weekend, known by the Monday before it.
    Weekend(NaiveDate),
    /// A day.
    Day(NaiveDate),
}

impl Period {
    /// The period of that unit that holds a day; `None` for units of the clock and for those that no
    /// calendar numbers.
    pub fn holding(unit: Unit, day: NaiveDate) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Half => Self::Half(year, (month - 1) / 6 + 1),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century => Self::Century(year.div_euclid(100)),
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Fortnight | Unit::Millennium => return None,
        })
    }

    /// The season of a year that holds a day.
    pub fn season_holding(day: NaiveDate) -> Self {
        match day.month() {
            3..=5 => Self::Season(day.year(), Season::Spring),
            6..=8 => Self::Season(day.year(), Season::Summer),
            9..=11 => Self::Season(day.year(), Season::Autumn),
            12 => Self::Season(day.year(), Season::Winter),
            _ => Self::Season(day.year() - 1, Season::Winter),
        }
    }

    /// The one `by` steps later (earlier where negative); `None` where the calendar ends.
    pub fn shifted(self, by: i32) -> Option<Self> {
        let add = |n: i32, count: i64| -> Option<(i32, u32)> {
            let all = i64::from(n) + i64::from(by);
            Some((i32::try_from(all.div_euclid(count)).ok()?, all.rem_euclid(count) as u32))
        };
        let weeks = |monday: NaiveDate| shift_days(monday, i64::from(by) * 7);
        Some(match self {
            Self::Century(c) => Self::Century(c.checked_add(by)?),
            Self::Decade(d) => Self::Decade(d.checked_add(by)?),
            Self::Year(y) => Self::Year(y.checked_add(by)?),
            Self::Half(y, h) => {
                let (y, h) = add(y.checked_mul(2)?.checked_add(h as i32 - 1)?, 2)?;
                Self::Half(y, h + 1)
            }
            Self::Quarter(y, q) => {
                let (y, q) = add(y.checked_mul(4)?.checked_add(q as i32 - 1)?, 4)?;
                Self::Quarter(y, q + 1)
            }
            Self::Season(y, s) => Self::Season(y.checked_add(by)?, s),
            Self::Month(y, m) => {
                let (y, m) = add(y.checked_mul(12)?.checked_add(m as i32 - 1)?, 12)?;
                Self::Month(y, m + 1)
            }
            Self::Week(monday) => Self::Week(weeks(monday)?),
            Self::Weekend(monday) => Self::Weekend(weeks(monday)?),
            Self::Day(day) => Self::Day(shift_days(day, i64::from(by))?),
        })
    }

    /// The same part of another year: "the third quarter" a year earlier. Weeks and days shift by 52
    /// weeks or to the same day of the month.
    pub fn shifted_years(self, by: i32) -> Option<Self> {
        Some(match self {
            Self::Half(y, h) => Self::Half(y.checked_add(by)?, h),
            Self::Quarter(y, q) => Self::Quarter(y.checked_add(by)?, q),
            Self::Month(y, m) => Self::Month(y.checked_add(by)?, m),
            Self::Season(..) | Self::Year(_) => return self.shifted(by),
            Self::Day(d) => Self::Day(NaiveDate::from_ymd_opt(d.year().checked_add(by)?, d.month(), d.day())?),
            Self::Week(_) | Self::Weekend(_) => return self.shifted(by.checked_mul(52)?),
            Self::Decade(_) | Self::Century(_) => return None,
        })
    }

    /// Its first day; `None` where the calendar does not reach it.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self {
            Self::Century(c) => NaiveDate::from_ymd_opt(c.checked_mul(100)?, 1, 1),
            Self::Decade(d) => NaiveDate::from_ymd_opt(d.checked_mul(10)?, 1, 1),
            Self::Year(y) => NaiveDate::from_ymd_opt(y, 1, 1),
            Self::Half(y, h) => NaiveDate::from_ymd_opt(y, h * 6 - 5, 1),
            Self::Quarter(y, q) => NaiveDate::from_ymd_opt(y, q * 3 - 2, 1),
            Self::Season(y, s) => NaiveDate::from_ymd_opt(y, s.first_month(), 1),
            Self::Month(y, m) => NaiveDate::from_ymd_opt(y, m, 1),
            Self::Week(monday) => Some(monday),
            Self::Weekend(monday) => shift_days(monday, 5),
            Self::Day(day) => Some(day),
        }
    }

    /// The year it begins in.
    pub fn year(self) -> Option<i32> {
        self.first_day().map(|d| d.year())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Century(c) => write!(f, "{c:02}"),
            Self::Decade(d) => write!(f, "{d:03}"),
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Half(y, h) => write!(f, "{y:04}-H{h}"),
            Self::Quarter(y, q) => write!(f, "{y:04}-Q{q}"),
            Self::Season(y, s) => write!(f, "{y:04}-{}", s.code()),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Week(monday) => write!(f, "{}", week(monday)),
            Self::Weekend(monday) => write!(f, "{}-WE", week(monday)),
            Self::Day(d) => write!(f, "{}", d.format("%Y-%m-%d")),
        }
    }
}

fn week(monday: NaiveDate) -> String {
    let week = monday.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of a day's week.
pub fn monday(day: NaiveDate) -> NaiveDate {
    shift_days(day, -i64::from(day.weekday().num_days_from_monday())).unwrap_or(day)
}

/// A day so many days later; `None` where the calendar ends.
pub fn shift_days(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// The weekday numbered 1 (Monday) to 7.
pub fn weekday(n: u8) -> Weekday {
    Weekday::try_from(n.saturating_sub(1).min(6)).unwrap_or(Weekday::Mon)
}

/// Easter Sunday of the Western churches (the anonymous Gregorian computus).
pub fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    NaiveDate::from_ymd_opt(year, month as u32, day as u32)
}

/// Easter Sunday of the Orthodox churches, in the Gregorian calendar (Meeus's Julian computus).
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15).rem_euclid(30);
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let (month, day) = ((d + e + 114).div_euclid(31), (d + e + 114).rem_euclid(31) + 1);
    // Days between the calendars: 13 in the 20th and 21st centuries.
    let lag = year.div_euclid(100) - year.div_euclid(400) - 2;
    shift_days(NaiveDate::from_ymd_opt(year, month as u32, day as u32)?, i64::from(lag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_written_as_timex3() {
        let at = |unit| Period::holding(unit, day("2025-05-05")).unwrap().to_string();
        assert_eq!(at(Unit::Week), "2025-W19");
        assert_eq!(at(Unit::Weekend), "2025-W19-WE");
        assert_eq!(at(Unit::Quarter), "2025-Q2");
        assert_eq!(at(Unit::Decade), "202");
        assert_eq!(at(Unit::Century), "20");
        assert_eq!(Period::Week(day("2024-12-30")).to_string(), "2025-W01");
    }

    #[test]
    fn shifting_crosses_years_and_ends_with_the_calendar() {
        assert_eq!(Period::Month(2025, 1).shifted(-1), Some(Period::Month(2024, 12)));
        assert_eq!(Period::Quarter(2024, 4).shifted(5), Some(Period::Quarter(2026, 1)));
        assert_eq!(Period::Half(2025, 1).shifted(-1), Some(Period::Half(2024, 2)));
        assert_eq!(Period::Day(day("2024-02-29")).shifted_years(1), None);
        assert_eq!(Period::Day(NaiveDate::MAX).shifted(1), None);
        assert_eq!(Period::Year(i32::MAX).shifted(1), None);
    }

    #[test]
    fn easter_falls_as_the_churches_keep_it() {
        for (year, western, orthodox) in
            [(2024, "2024-03-31", "2024-05-05"), (2025, "2025-04-20", "2025-04-20"), (1999, "1999-04-04", "1999-04-11")]
        {
            assert_eq!(easter(year), Some(day(western)));
            assert_eq!(orthodox_easter(year), Some(day(orthodox)));
        }
    }
}
