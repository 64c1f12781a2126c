//! Days with a name, from `assets/lexicons/dates-holidays.tsv`.

use std::sync::LazyLock;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::calendar::{easter, orthodox_easter, shift_days, weekday};

/// A day with a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its name, in lower case.
    pub name: &'static str,
    rule: Rule,
}

#[derive(Debug, PartialEq, Eq)]
enum Rule {
    Fixed {
        month: u32,
        day: u32,
    },
    /// `n`th (last where −1) weekday of a month, and `after` days on.
    Nth {
        month: u32,
        weekday: u8,
        n: i32,
        after: i64,
    },
    Easter(i64),
    OrthodoxEaster(i64),
}

impl Holiday {
    /// The day in a year; `None` where the calendar does not reach it.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match self.rule {
            Rule::Fixed { month, day } => NaiveDate::from_ymd_opt(year, month, day),
            Rule::Nth { month, weekday: day, n, after } => {
                let found = if n > 0 {
                    NaiveDate::from_weekday_of_month_opt(year, month, weekday(day), n as u8)
                } else {
                    let last = |n| NaiveDate::from_weekday_of_month_opt(year, month, weekday(day), n);
                    last(5).or_else(|| last(4))
                };
                shift_days(found?, after)
            }
            Rule::Easter(days) => shift_days(easter(year)?, days),
            Rule::OrthodoxEaster(days) => shift_days(orthodox_easter(year)?, days),
        }
    }

    /// Month and day where they are the same every year.
    pub fn fixed(&self) -> Option<(u32, u32)> {
        match self.rule {
            Rule::Fixed { month, day } => Some((month, day)),
            _ => None,
        }
    }
}

/// Holidays by the first word of their names, longest names first.
static TABLE: LazyLock<FxHashMap<&'static str, Vec<Holiday>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Vec<Holiday>> = FxHashMap::default();
    for row in rows() {
        if let Some(holiday) = parse(row) {
            table.entry(first_word(holiday.name)).or_default().push(holiday);
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|h| std::cmp::Reverse(h.name.len()));
    }
    table
});

fn rows() -> impl Iterator<Item = &'static str> {
    include_str!("../../../assets/lexicons/dates-holidays.tsv").lines().filter(|l| !l.starts_with('#'))
}

fn first_word(name: &str) -> &str {
    name.split(|c: char| !c.is_alphabetic()).next().unwrap_or(name)
}

fn parse(row: &'static str) -> Option<Holiday> {
    let (name, rule) = row.split_once('\t')?;
    let mut words = rule.split(' ');
    let kind = words.next()?;
    let mut number = || words.next()?.parse::<i64>().ok();
    let rule = match kind {
        "fixed" => {
            let (month, day) = rule.split_once(' ')?.1.split_once('-')?;
            Rule::Fixed { month: month.parse().ok()?, day: day.parse().ok()? }
        }
        "nth" | "after" => {
            let (month, weekday, n) = (number()? as u32, number()? as u8, number()? as i32);
            Rule::Nth { month, weekday, n, after: if kind == "after" { number()? } else { 0 } }
        }
        "easter" => Rule::Easter(number()?),
        "orthodox-easter" => Rule::OrthodoxEaster(number()?),
        _ => return None,
    };
    Some(Holiday { name, rule })
}

/// The holidays whose name begins with that word (in any case), longest names first.
pub fn beginning_with(word: &str) -> &'static [Holiday] {
    // Capitals only: "easter" and "christmas" are written so wherever they mean a day.
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() > 16 {
        return &[];
    }
    TABLE.get(word.to_ascii_lowercase().as_str()).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(name: &str, year: i32) -> String {
        let list = &TABLE[first_word(name)];
        list.iter().find(|h| h.name == name).and_then(|h| h.in_year(year)).map(|d| d.to_string()).unwrap_or_default()
    }

    #[test]
    fn every_row_is_read_and_sorted() {
        let names: Vec<_> = rows().map(|row| parse(row).unwrap_or_else(|| panic!("{row}")).name).collect();
        assert!(names.windows(2).all(|w| w[0] < w[1]));
        assert!(rows().all(|row| (1990..2040).all(|y| parse(row).unwrap().in_year(y).is_some())));
    }

    #[test]
    fn rules_give_the_days_that_are_kept() {
        assert_eq!(day("thanksgiving", 2024), "2024-11-28");
        assert_eq!(day("memorial day", 2025), "2025-05-26");
        assert_eq!(day("election day", 2024), "2024-11-05");
        assert_eq!(day("good friday", 2025), "2025-04-18");
        assert_eq!(day("victory day", 2025), "2025-05-09");
        assert_eq!(day("black friday", 2024), "2024-11-29");
    }
}
