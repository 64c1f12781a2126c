//! Date expressions, what they are counted from, and the article's own date.

rules! {
    Pass::Dates;

    /// a century by its number
    CENTURY "dates.century"
    yes [("The bridge was built in the 19th century.", "the 19th century = 18"), ("The guild arose in the twenty-first century.", "20")]
    no ["The bridge was built in its 19th year."];

    /// so many days, weeks, months or years from the article's date
    COUNTED "dates.counted"
    yes [("The mayor resigned three days ago.", "three days ago = 2025-06-09")]
    no ["The mayor resigned after three days."];

    /// a full date in the first sentences
    DATE_IN_LEAD "dates.date-in-lead"
    yes [("undated news.txt\n\nThe mayor resigned on June 9, 2025, after a long row. Nobody has taken his place.", "article = 2025-06-09")]
    no ["The mayor resigned on June 9, 2025, after a long row."];

    /// a date on a line of its own near the top
    DATE_LINE "dates.date-line"
    yes [("undated news.txt\n\nMayor Resigns\n\nJune 9, 2025\n\nThe mayor resigned after a long row.", "article = 2025-06-09")]
    no ["undated news.txt\n\nMayor Resigns\n\nThe mayor, who took office on June 9, 2025, resigned after a long row."];

    /// a date in the dateline, behind the place
    DATELINE "dates.dateline"
    yes [("undated news.txt\n\nOSLO, June 9, 2025 (AFP) — The mayor resigned after a long row.", "article = 2025-06-09")]
    no ["undated news.txt\n\nThe mayor resigned on June 9, 2025, after a long row."];

    /// “today”, “yesterday”, “tomorrow”, counted from the article's date
    DAY_BY_NAME "dates.day-by-name"
    yes [("The mayor resigned yesterday.", "yesterday = 2025-06-11")]
    no ["The mayor resigned on June 9."];

    /// a day and month; the year told by the article's date and the tense
    DAY_MONTH "dates.day-month"
    yes [("The mayor resigned on 9 June.", "9 June = 2025-06-09")]
    no ["The mayor resigned with 9 councillors."];

    /// a decade by its name
    DECADE "dates.decade"
    yes [("The bridge was built in the 1960s.", "the 1960s = 196")]
    no ["The bridge was built in 1960."];

    /// a length of time
    DURATION "dates.duration"
    yes [("The talks lasted six weeks.", "six weeks = P6W")]
    no ["The talks began six weeks ago."];

    /// the date in the file's name
    FILE_NAME "dates.file-name"
    yes [("undated 2025-06-09-mayor.txt\n\nThe mayor resigned after a long row.", "article = 2025-06-09")]
    no ["undated 2025-06-09-mayor.txt\n\nOSLO, June 10, 2025 — The mayor resigned after a long row."];

    /// a fiscal year by its number or from the article's date
    FISCAL_YEAR "dates.fiscal-year"
    yes [("The fund was cut in fiscal year 2024.", "fiscal year 2024 = 2024")]
    no ["The fund was cut in the year 2024."];

    /// a half of a year
    HALF "dates.half"
    yes [("Prices rose in the first half of 2024.", "the first half of 2024 = 2024-H1"), ("Orders doubled in H1 2025.", "2025-H1")]
    no ["Prices rose in half of the towns.", "The H1N1 virus spread."];

    /// a holiday, by its rule in the calendar
    HOLIDAY "dates.holiday"
    yes [("The mayor resigned on Christmas Day.", "Christmas Day = 2024-12-25")]
    no ["The mayor resigned on his birthday."];

    /// a date in figures
    ISO_DATE "dates.iso-date"
    yes [("The mayor resigned on 2025-06-09.", "2025-06-09 = 2025-06-09")]
    no ["The mayor resigned on page 2025."];

    /// a year and month in figures
    ISO_MONTH "dates.iso-month"
    yes [("The fund was closed in 2025-05.", "2025-05 = 2025-05")]
    no ["The fund was closed in May 2025."];

    /// the date that came with the article
    METADATA "dates.metadata"
    yes [("The mayor resigned.", "article = 2025-06-12")]
    no ["undated news.txt\n\nThe mayor resigned."];

    /// a month; the year told by the article's date and the tense
    MONTH "dates.month"
    yes [("The mayor resigned in April.", "April = 2025-04")]
    no ["The mayor may resign."];

    /// a month and day; the year told by the article's date and the tense
    MONTH_DAY "dates.month-day"
    yes [("The mayor resigned on June 9.", "June 9 = 2025-06-09")]
    no ["The mayor resigned in June."];

    /// a month of “this”, “last” or “next” year
    MONTH_OF_YEAR "dates.month-of-year"
    yes [("The mayor resigned in March of this year.", "March of this year = 2025-03")]
    no ["The mayor resigned in March 2025."];

    /// “last” or “next” month of that name, counted from the article's date
    MONTH_TURNED "dates.month-turned"
    yes [("The mayor resigned last October.", "last October = 2024-10")]
    no ["The mayor resigned in October."];

    /// a month and year
    MONTH_YEAR "dates.month-year"
    yes [("The mayor resigned in October 2024.", "October 2024 = 2024-10")]
    no ["The mayor resigned on October 3, 2024."];

    /// the nth weekday, week or day of a month is counted within that month
    NTH_OF_MONTH "dates.nth-of-month"
    yes [
        ("The panel met on the second Tuesday in March.", "2025-03-11"),
        ("The fair opens in the last week of August.", "2025-W35"),
    ]
    no ["The panel met on Tuesday, the second in a row."];

    /// a date in numbers with slashes or dots
    NUMERIC_DATE "dates.numeric-date"
    yes [("The mayor resigned on 09/06/2025.", "09/06/2025 = 2025-09-06")]
    no ["The mayor won 9/10 of the votes."];

    /// a weekday or month within a name is no date
    PART_OF_A_NAME "dates.part-of-a-name"
    yes [("The Sunday Times accused the bank of fraud.", "Sunday")]
    no ["On Sunday the bank was accused of fraud.", "Trump said Monday that he was ill."];

    /// a date behind “published”, “updated” and the like
    PUBLISHED_ON "dates.published-on"
    yes [("undated news.txt\n\nPublished on June 9, 2025, in the series on towns and the people who run them.\n\nThe mayor resigned after a long row.", "article = 2025-06-09")]
    no ["undated news.txt\n\nA book that was published on June 9, 2025, tells of the row."];

    /// a quarter of a year
    QUARTER "dates.quarter"
    yes [("Prices rose in the third quarter of 2024.", "the third quarter of 2024 = 2024-Q3"), ("Sales fell in 3Q24.", "2024-Q3")]
    no ["Prices rose in a quarter of the towns.", "She drove an Audi Q3 home."];

    /// a quarter or half told in a sentence on a game is no part of a year
    QUARTER_OF_A_GAME "dates.quarter-of-a-game"
    yes [("In the third quarter the Hawks scored twice and won.", "third quarter")]
    no ["The bank lost money in the third quarter."];

    /// from one date to another
    RANGE "dates.range"
    yes [("The fair ran from May 8 to May 10.", "May 8 to May 10 = 2025-05-08/2025-05-10")]
    no ["The fair moved from Oslo to Bergen."];

    /// a time that comes again and again
    REPEATED "dates.repeated"
    yes [("The council meets every Tuesday.", "every Tuesday = XXXX-WXX-2")]
    no ["The council met on Tuesday."];

    /// a season; the year told by the article's date and the tense
    SEASON "dates.season"
    yes [("The bridge will open in the spring.", "the spring = 2026-SP")]
    no ["Water flowed from a spring."];

    /// a season of a year that is told
    SEASON_OF_YEAR "dates.season-of-year"
    yes [("The bridge opened in the summer of 2019.", "the summer of 2019 = 2019-SU")]
    no ["The bridge opened in 2019."];

    /// “last”, “this” or “next” season, counted from the article's date
    SEASON_TURNED "dates.season-turned"
    yes [("The bridge opened last summer.", "last summer = 2024-SU")]
    no ["The bridge opened in the summer of 2019."];

    /// “the day”, “the week” that is spoken of
    THE_UNIT "dates.the-unit"
    yes [("The mayor resigned at the end of the month.", "the end of the month = 2025-06")]
    no ["The mayor resigned a month ago."];

    /// “last”, “this” or “next” week, month or year, counted from the article's date
    UNIT_TURNED "dates.unit-turned"
    yes [("The mayor resigned last week.", "last week = 2025-W23")]
    no ["The mayor resigned after a week."];

    /// a time that is told only roughly
    VAGUE_TIME "dates.vague-time"
    yes [("The mayor resigned recently.", "recently = PAST_REF")]
    no ["The mayor resigned on June 9."];

    /// the week that a day lies in
    WEEK_OF_DAY "dates.week-of-day"
    yes [("The mayor resigned in the week of June 2.", "the week of June 2 = 2025-W23")]
    no ["The mayor resigned on June 2."];

    /// the nearest day of that name that the tense allows, from the article's date
    WEEKDAY "dates.weekday"
    yes [("The mayor resigned on Monday.", "Monday = 2025-06-09")]
    no ["The mayor resigned on June 9."];

    /// a weekday and a date that agree
    WEEKDAY_AND_DATE "dates.weekday-and-date"
    yes [("The mayor resigned on Monday, June 9, 2025.", "Monday, June 9, 2025 = 2025-06-09")]
    no ["The mayor resigned on Monday."];

    /// a weekday of “this”, “last” or “next” week
    WEEKDAY_OF_WEEK "dates.weekday-of-week"
    yes [("The mayor resigned on Monday of last week.", "Monday of last week = 2025-06-02")]
    no ["The mayor resigned on Monday."];

    /// “last” or “next” day of that name, counted from the article's date
    WEEKDAY_TURNED "dates.weekday-turned"
    yes [("The mayor resigned last Monday.", "last Monday = 2025-06-09")]
    no ["The mayor resigned on Monday."];

    /// the latest full date that the article's weekdays agree with
    WEEKDAYS_AGREE "dates.weekdays-agree"
    yes [("undated news.txt\n\nThe mayor has resigned after a long row over the bridge. The council had asked him for an answer many times, and so had the owners of the shops on both banks of the river, who lost most of their guests when the old bridge was shut for repairs. Nobody knows who will take his place, and no party has named anybody yet. The council has nine members, and five of them belong to the party of the mayor. He left on Monday, June 9, 2025, his wife said. On Monday the hall was empty.", "article = 2025-06-09")]
    no ["undated news.txt\n\nThe mayor left on Monday, June 9, 2025."];

    /// a year
    YEAR "dates.year"
    yes [("The bridge was built in 1960.", "1960 = 1960")]
    no ["The bridge cost 1960 dollars."];

    /// a year in words
    YEAR_IN_WORDS "dates.year-in-words"
    yes [("The bridge was built in nineteen sixty-four.", "nineteen sixty-four = 1964")]
    no ["The bridge cost two thousand dollars."];

    /// a year with its era, AD or BC
    YEAR_OF_AN_ERA "dates.year-of-an-era"
    yes [("The temple burned in 356 BC.", "BC0356"), ("Pompeii fell in AD 79.", "0079")]
    no ["The ad 20 people saw was withdrawn in 2024."];

    /// from one year to another
    YEAR_RANGE "dates.year-range"
    yes [("He was mayor from 2015-2017.", "2015-2017 = 2015/2017")]
    no ["He was mayor in 2015."];
}
