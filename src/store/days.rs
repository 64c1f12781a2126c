//! TIMEX3 values as ranges of days, for sorting and for `date:` conditions.

use chrono::{Datelike, Days, Months, NaiveDate};

/// The days that a date value covers, both ends included: `2025-05` is 1 to 31 May.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaySpan {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl DaySpan {
    /// A single day.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { first: day, last: day }
    }

    /// The days of a TIMEX3 value: `2025-05-05` (a time of day is ignored), `2025-05`,
    /// `2025-W18`, `2025-W18-WE`, `2025-Q2`, `2025-H1`, `2025-SU`, `2025`, `202` and `202X` (a
    /// decade), `20` and `20XX` (a century), and `A/B` intervals of these. `None` for anything else,
    /// including `PAST_REF` and durations.
    #[must_use]
    pub fn of_value(value: &str) -> Option<Self> {
        if let Some((a, b)) = value.split_once('/') {
            let (a, b) = (Self::of_value(a)?, Self::of_value(b)?);
            return (a.first <= b.last).then_some(Self { first: a.first, last: b.last });
        }
        let value = value.split('T').next().unwrap_or_default();
        let mut parts = value.splitn(3, '-');
        let year = parts.next().unwrap_or_default();
        let Some(part) = parts.next() else { return Self::of_years(year) };
        let year = (year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())).then(|| year.parse().ok())??;
        Self::of_part(year, part, parts.next())
    }

    /// A year, decade or century, depending on the number of digits.
    fn of_years(text: &str) -> Option<Self> {
        let digits = text.trim_end_matches('X');
        let all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !all_digits || digits.len() < 2 || text.len() > 4 || (digits.len() != text.len() && text.len() != 4) {
            return None;
        }
        let years = 10i32.pow(4 - digits.len() as u32);
        let first = digits.parse::<i32>().ok()? * years;
        Some(Self {
            first: NaiveDate::from_ymd_opt(first, 1, 1)?,
            last: NaiveDate::from_ymd_opt(first + years - 1, 12, 31)?,
        })
    }

    /// The part after the year: a month, week, quarter, half or season, and whatever follows it.
    fn of_part(year: i32, part: &str, rest: Option<&str>) -> Option<Self> {
        if let Some(week) = part.strip_prefix('W').filter(|week| *week != "I") {
            let monday = NaiveDate::from_isoywd_opt(year, week.parse().ok()?, chrono::Weekday::Mon)?;
            return match rest {
                None => Some(Self { first: monday, last: monday + Days::new(6) }),
                Some("WE") => Some(Self { first: monday + Days::new(5), last: monday + Days::new(6) }),
                Some(day) => {
                    let day: u64 = day.parse().ok()?;
                    (1..=7).contains(&day).then(|| Self::day(monday + Days::new(day - 1)))
                }
            };
        }
        let months = |from: u32, count: u32| {
            let first = NaiveDate::from_ymd_opt(year, from, 1)?;
            Some(Self { first, last: first.checked_add_months(Months::new(count))?.pred_opt()? })
        };
        match (part, rest) {
            ("Q1", None) => months(1, 3),
            ("Q2", None) => months(4, 3),
            ("Q3", None) => months(7, 3),
            ("Q4", None) => months(10, 3),
            ("H1", None) => months(1, 6),
            ("H2", None) => months(7, 6),
            ("SP", None) => months(3, 3),
            ("SU", None) => months(6, 3),
            ("FA", None) => months(9, 3),
            ("WI", None) => months(12, 3),
            (month, rest) => {
                let month = (month.len() == 2).then(|| month.parse().ok())??;
                match rest {
                    None => months(month, 1),
                    Some(day) if day.len() == 2 => {
                        NaiveDate::from_ymd_opt(year, month, day.parse().ok()?).map(Self::day)
                    }
                    Some(_) => None,
                }
            }
        }
    }

    /// The name of these days in queries and on screen: `2025-05-05`, `2025-W18`, `2025-05`, `2025-Q2`, `2025`, or
    /// otherwise `2025-05-08..2025-05-10`.
    #[must_use]
    pub fn name(self) -> String {
        let (first, last) = (self.first, self.last);
        if first == last {
            return first.to_string();
        }
        let week = first.iso_week();
        let names = [
            format!("{:04}-W{:02}", week.year(), week.week()),
            format!("{:04}-{:02}", first.year(), first.month()),
            format!("{:04}-Q{}", first.year(), first.month0() / 3 + 1),
            format!("{:04}", first.year()),
        ];
        let own = names.into_iter().find(|name| Self::of_value(name) == Some(self));
        own.unwrap_or_else(|| format!("{first}..{last}"))
    }

    /// Number of days, both ends included.
    #[must_use]
    pub fn count(self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// True if this span contains every day of `other`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Sort key: last day, then first, so that a whole year comes after its days.
    pub(super) fn key(self) -> (i32, i32) {
        (self.last.num_days_from_ce(), self.first.num_days_from_ce())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(value: &str) -> Option<String> {
        DaySpan::of_value(value).map(|d| format!("{}..{}", d.first, d.last))
    }

    #[test]
    fn values_cover_their_days() {
        for (value, expected) in [
            ("2025-05-05", "2025-05-05..2025-05-05"),
            ("2025-05-05T10:00", "2025-05-05..2025-05-05"),
            ("2024-02", "2024-02-01..2024-02-29"),
            ("2025-W18", "2025-04-28..2025-05-04"),
            ("2025-W18-WE", "2025-05-03..2025-05-04"),
            ("2025-Q4", "2025-10-01..2025-12-31"),
            ("2025-WI", "2025-12-01..2026-02-28"),
            ("2025", "2025-01-01..2025-12-31"),
            ("202X", "2020-01-01..2029-12-31"),
            ("199", "1990-01-01..1999-12-31"),
            ("2025-05-08/2025-05-10", "2025-05-08..2025-05-10"),
        ] {
            assert_eq!(days(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn days_are_named_as_in_queries() {
        for value in ["2025-05-05", "2024-02", "2025-W18", "2025-Q4", "2025"] {
            assert_eq!(DaySpan::of_value(value).map(DaySpan::name).as_deref(), Some(value));
        }
        assert_eq!(DaySpan::of_value("202X").map(DaySpan::name).as_deref(), Some("2020-01-01..2029-12-31"));
    }

    #[test]
    fn other_values_have_no_days() {
        for value in
            ["", "PAST_REF", "P2D", "XXXX-05", "2025-13", "2025-02-30", "2025-5-5", "9", "2025-10/2025-01", "é-"]
        {
            assert_eq!(days(value), None, "{value}");
        }
    }
}
