//! Date expressions, what they are counted from, and the article's own date.

rules! {
    Pass::Dates;

    /// a century by its number
    CENTURY "dates.century"
    yes []
    no [];

    /// so many days, weeks, months or years from the article's date
    COUNTED "dates.counted"
    yes []
    no [];

    /// a full date in the first sentences
    DATE_IN_LEAD "dates.date-in-lead"
    yes []
    no [];

    /// a date on a line of its own near the top
    DATE_LINE "dates.date-line"
    yes []
    no [];

    /// a date in the dateline, behind the place
    DATELINE "dates.dateline"
    yes []
    no [];

    /// “today”, “yesterday”, “tomorrow”, counted from the article's date
    DAY_BY_NAME "dates.day-by-name"
    yes []
    no [];

    /// a day and month; the year told by the article's date and the tense
    DAY_MONTH "dates.day-month"
    yes []
    no [];

    /// a decade by its name
    DECADE "dates.decade"
    yes []
    no [];

    /// a length of time
    DURATION "dates.duration"
    yes []
    no [];

    /// the beginning, middle or end of a time
    EDGE "dates.edge"
    yes []
    no [];

    /// the date in the file's name
    FILE_NAME "dates.file-name"
    yes []
    no [];

    /// a fiscal year by its number or from the article's date
    FISCAL_YEAR "dates.fiscal-year"
    yes []
    no [];

    /// a half of a year
    HALF "dates.half"
    yes []
    no [];

    /// a holiday, by its rule in the calendar
    HOLIDAY "dates.holiday"
    yes []
    no [];

    /// a date in figures
    ISO_DATE "dates.iso-date"
    yes []
    no [];

    /// a year and month in figures
    ISO_MONTH "dates.iso-month"
    yes []
    no [];

    /// the date that came with the article
    METADATA "dates.metadata"
    yes []
    no [];

    /// a month; the year told by the article's date and the tense
    MONTH "dates.month"
    yes []
    no [];

    /// a month and day; the year told by the article's date and the tense
    MONTH_DAY "dates.month-day"
    yes []
    no [];

    /// a month of “this”, “last” or “next” year
    MONTH_OF_YEAR "dates.month-of-year"
    yes []
    no [];

    /// “last” or “next” month of that name, counted from the article's date
    MONTH_TURNED "dates.month-turned"
    yes []
    no [];

    /// a month and year
    MONTH_YEAR "dates.month-year"
    yes []
    no [];

    /// a date in numbers with slashes or dots
    NUMERIC_DATE "dates.numeric-date"
    yes []
    no [];

    /// a date behind “published”, “updated” and the like
    PUBLISHED_ON "dates.published-on"
    yes []
    no [];

    /// a quarter of a year
    QUARTER "dates.quarter"
    yes []
    no [];

    /// from one date to another
    RANGE "dates.range"
    yes []
    no [];

    /// a time that comes again and again
    REPEATED "dates.repeated"
    yes []
    no [];

    /// a season; the year told by the article's date and the tense
    SEASON "dates.season"
    yes []
    no [];

    /// a season of a year that is told
    SEASON_OF_YEAR "dates.season-of-year"
    yes []
    no [];

    /// “last”, “this” or “next” season, counted from the article's date
    SEASON_TURNED "dates.season-turned"
    yes []
    no [];

    /// “the day”, “the week” that is spoken of
    THE_UNIT "dates.the-unit"
    yes []
    no [];

    /// “last”, “this” or “next” week, month or year, counted from the article's date
    UNIT_TURNED "dates.unit-turned"
    yes []
    no [];

    /// a time that is told only roughly
    VAGUE_TIME "dates.vague-time"
    yes []
    no [];

    /// the week that a day lies in
    WEEK_OF_DAY "dates.week-of-day"
    yes []
    no [];

    /// the nearest day of that name that the tense allows, from the article's date
    WEEKDAY "dates.weekday"
    yes []
    no [];

    /// a weekday and a date that agree
    WEEKDAY_AND_DATE "dates.weekday-and-date"
    yes []
    no [];

    /// a weekday of “this”, “last” or “next” week
    WEEKDAY_OF_WEEK "dates.weekday-of-week"
    yes []
    no [];

    /// “last” or “next” day of that name, counted from the article's date
    WEEKDAY_TURNED "dates.weekday-turned"
    yes []
    no [];

    /// the latest full date that the article's weekdays agree with
    WEEKDAYS_AGREE "dates.weekdays-agree"
    yes []
    no [];

    /// a year
    YEAR "dates.year"
    yes []
    no [];

    /// a year in words
    YEAR_IN_WORDS "dates.year-in-words"
    yes []
    no [];

    /// from one year to another
    YEAR_RANGE "dates.year-range"
    yes []
    no [];
}
