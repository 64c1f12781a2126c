//! The words of date expressions, from `assets/lexicons/dates.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::table::rows;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the words themselves
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit of that (singular) name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// How a duration in it is written: what stands before the number, how many of the letter's
    /// units one of it is, and the letter.
    pub fn duration(self) -> (&'static str, u32, char) {
        match self {
            Self::Second => ("PT", 1, 'S'),
            Self::Minute => ("PT", 1, 'M'),
            Self::Hour => ("PT", 1, 'H'),
            Self::Day => ("P", 1, 'D'),
            Self::Weekend => ("P", 2, 'D'),
            Self::Week => ("P", 1, 'W'),
            Self::Fortnight => ("P", 2, 'W'),
            Self::Month => ("P", 1, 'M'),
            Self::Quarter => ("P", 1, 'Q'),
            Self::Half => ("P", 6, 'M'),
            Self::Year => ("P", 1, 'Y'),
            Self::Decade => ("P", 10, 'Y'),
            Self::Century => ("P", 100, 'Y'),
            Self::Millennium => ("P", 1000, 'Y'),
        }
    }

    /// The next smaller unit and how many of it make one: what "half a year" counts in.
    pub fn halves(self) -> Option<(u32, Self)> {
        Some(match self {
            Self::Minute => (30, Self::Second),
            Self::Hour => (30, Self::Minute),
            Self::Day => (12, Self::Hour),
            Self::Year => (6, Self::Month),
            Self::Decade => (5, Self::Year),
            Self::Century => (50, Self::Year),
            _ => return None,
        })
    }
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // the words themselves
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of a TIMEX3 code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|s| s.code() == code)
    }

    /// TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month it begins in.
    pub fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// Part of a day, by its TIMEX3 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    /// TIMEX3 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Midday => "TMI",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let all = [Self::Morning, Self::Midday, Self::Afternoon, Self::Evening, Self::Night];
        all.into_iter().find(|p| p.code()[1..] == *code)
    }
}

/// A reference to no day in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Ref {
    Past,
    Present,
    Future,
}

impl Ref {
    /// TIMEX3 value.
    pub fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// Words that turn a unit or name toward the past or future: "last", "this", "next".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the words themselves
pub enum Turn {
    Last,
    Past,
    Previous,
    Next,
    Coming,
    Following,
    This,
    Current,
    Latest,
    Same,
    /// The bare article: "the quarter".
    The,
}

/// What a word can be in a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the classes of the table
pub enum Lex {
    /// Any other word.
    Other,
    /// End of a paragraph.
    Break,
    /// A sign.
    Sign(u8),
    /// A run of digits: its value and how many there are.
    Digits(u32, u8),
    Month(u8),
    MonthShort(u8),
    Weekday(u8),
    Weekdays(u8),
    WeekdayShort(u8),
    Season(Season),
    Seasons(Season),
    Unit(Unit),
    Units(Unit),
    Number(u16),
    /// What takes a number that is no year: "Resolution 1929".
    Numbered,
    Scale(u16),
    Couple(u16),
    Vague,
    Ordinal(u8),
    OrdinalSuffix,
    Decade(u8),
    Part(Part),
    Clock(u8),
    Day(i8),
    Tonight,
    Overnight,
    Turn(Turn),
    Ago,
    Shift(i8),
    Before,
    After,
    Hence,
    Previously,
    Ref(Ref),
    Recent,
    Future,
    Set(Unit),
    Every,
    Per,
    Edge,
    Half,
    Fiscal,
    About,
    Period,
    Meridiem(u8),
    Zone,
    Oclock,
    /// A function word of the grammar.
    Word(W),
}

macro_rules! words {
    ($($name:ident $text:literal),+ $(,)?) => {
        /// Function words that the grammar asks for by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum W { $($name),+ }

        fn word(text: &str) -> Option<W> {
            match text { $($text => Some(W::$name),)+ _ => None }
        }
    };
}

words! {
    A "a", Ad "ad", An "an", And "and", Another "another", At "at", Bc "bc", Between "between", By "by",
    During "during", For "for", From "from", In "in", Into "into", M "m", Of "of", Old "old", On "on", Or "or", Other "other", P "p", S "s", Since "since", That "that", The "the", These "these", Through "through",
    Throughout "throughout", Till "till", To "to", Until "until", Within "within",
}

static TABLE: LazyLock<FxHashMap<&'static str, Lex>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../assets/lexicons/dates.tsv"));
    rows.filter_map(|[class, word, value]| Some((word, lex(class, word, value)?))).collect()
});

/// Longest word of the table in bytes: longer ones need not be looked up.
const LONGEST: usize = 13;

/// What `word` can be in a date expression. Case does not matter.
pub fn look_up(word: &str) -> Lex {
    if word.len() > LONGEST {
        return Lex::Other;
    }
    let mut lower = [0; LONGEST];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let word = std::str::from_utf8(lower).unwrap_or("");
    TABLE.get(word).copied().unwrap_or(Lex::Other)
}

/// One row of the table; `None` for a class or value that the grammar does not know.
fn lex(class: &str, text: &str, value: &str) -> Option<Lex> {
    let small = || value.parse::<u8>().ok();
    let number = || value.parse::<u16>().ok();
    let unit = || Unit::from_name(value);
    Some(match class {
        "about" => Lex::About,
        "after" => Lex::After,
        "ago" => Lex::Ago,
        "before" => Lex::Before,
        "clock" => Lex::Clock(small()?),
        "couple" => Lex::Couple(number()?),
        "day" => Lex::Day(value.parse().ok()?),
        "decade" => Lex::Decade(small()?),
        "edge" => Lex::Edge,
        "every" => Lex::Every,
        "fiscal" => Lex::Fiscal,
        "future" => Lex::Future,
        "half" => Lex::Half,
        "hence" => Lex::Hence,
        "meridiem" => Lex::Meridiem(small()?),
        "month" => Lex::Month(small()?),
        "month-short" => Lex::MonthShort(small()?),
        "number" => Lex::Number(number()?),
        "numbered" => Lex::Numbered,
        "oclock" => Lex::Oclock,
        "ordinal" => Lex::Ordinal(small()?),
        "ordinal-suffix" => Lex::OrdinalSuffix,
        "overnight" => Lex::Overnight,
        "part" => Lex::Part(Part::from_code(value)?),
        "per" => Lex::Per,
        "period" => Lex::Period,
        "previously" => Lex::Previously,
        "recent" => Lex::Recent,
        "ref" => Lex::Ref([Ref::Past, Ref::Present, Ref::Future].into_iter().find(|r| r.value() == value)?),
        "scale" => Lex::Scale(number()?),
        "season" => Lex::Season(Season::from_code(value)?),
        "seasons" => Lex::Seasons(Season::from_code(value)?),
        "set" => Lex::Set(unit()?),
        "shift" => Lex::Shift(value.parse().ok()?),
        "tonight" => Lex::Tonight,
        "turn" => Lex::Turn(turn(value)?),
        "unit" => Lex::Unit(unit()?),
        "units" => Lex::Units(unit()?),
        "vague" => Lex::Vague,
        "weekday" => Lex::Weekday(small()?),
        "weekday-short" => Lex::WeekdayShort(small()?),
        "weekdays" => Lex::Weekdays(small()?),
        "word" => Lex::Word(word(text)?),
        "zone" => Lex::Zone,
        _ => return None,
    })
}

fn turn(value: &str) -> Option<Turn> {
    Some(match value {
        "last" => Turn::Last,
        "past" => Turn::Past,
        "previous" => Turn::Previous,
        "next" => Turn::Next,
        "coming" => Turn::Coming,
        "following" => Turn::Following,
        "this" => Turn::This,
        "current" => Turn::Current,
        "latest" => Turn::Latest,
        "same" => Turn::Same,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_known_sorted_and_unique() {
        let text = include_str!("../../assets/lexicons/dates.tsv");
        let rows: Vec<Vec<&str>> =
            text.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect()).collect();
        for row in &rows {
            assert!(lex(row[0], row[1], row.get(2).unwrap_or(&"")).is_some(), "{row:?}");
            assert!(row[1].len() <= LONGEST && row[1] == row[1].to_lowercase(), "{row:?}");
        }
        assert!(rows.windows(2).all(|w| (w[0][0], w[0][1]) < (w[1][0], w[1][1])), "sorted by class and word");
        assert_eq!(TABLE.len(), rows.len(), "a word has one class");
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(look_up("SEPTEMBER"), Lex::Month(9));
        assert_eq!(look_up("Sept"), Lex::MonthShort(9));
        assert_eq!(look_up("wednesday"), Lex::Weekday(3));
        assert_eq!(look_up("Putin"), Lex::Other);
    }
}
