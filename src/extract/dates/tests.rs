//! What expressions are read as and resolved to: one test a kind of expression.

use crate::extract::Extractor;
use crate::model::{Article, DateExpr, Findings};

fn findings(anchor: &str, text: &str) -> Findings {
    let mut article = Article::from_text("test.txt", text);
    article.published = anchor.parse().ok();
    Extractor::new().extract(&article)
}

/// Each expression of a text with its value (`?` where it has none), and its time of day where it has one.
fn read(anchor: &str, text: &str) -> Vec<String> {
    let show = |d: &DateExpr| {
        let time = d.time.as_ref().map(|t| format!(" {t}")).unwrap_or_default();
        format!("{} = {}{time}", d.span.of(text), if d.value.is_empty() { "?" } else { &d.value })
    };
    findings(anchor, text).dates.iter().map(show).collect()
}

/// Checks lines of `text → words = value`, all against one anchor; `; ` parts several expressions,
/// nothing after the arrow means that nothing may be found.
#[track_caller]
fn check(anchor: &str, lines: &str) {
    for line in lines.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (text, expected) = line.split_once(" → ").unwrap_or_else(|| (line.trim_end_matches(" →"), ""));
        assert_eq!(read(anchor, text).join("; "), expected, "in: {text}");
    }
}

#[test]
fn full_dates_are_read_in_every_order() {
    check(
        "2025-05-07",
        "They met on Monday, May 5, 2025, in Minsk. → Monday, May 5, 2025 = 2025-05-05
         They met on 5 May 2025 in Minsk. → 5 May 2025 = 2025-05-05
         They met on the 5th of May, 2024, in Minsk. → the 5th of May, 2024 = 2024-05-05
         They met on 2025-05-05 in Minsk. → 2025-05-05 = 2025-05-05
         They met on 05.04.2025 in Minsk. → 05.04.2025 = 2025-04-05
         They met on 5/23/2025 in Minsk. → 5/23/2025 = 2025-05-23
         They met on 23/5/2025 in Minsk. → 23/5/2025 = 2025-05-23
         They met on Sept. 15, 2017. → Sept. 15, 2017 = 2017-09-15
         They met in March 2024. → March 2024 = 2024-03
         They met in March of 2024. → March of 2024 = 2024-03
         They met on February 30, 2024. → February 30, 2024 = ?",
    );
}

#[test]
fn weekdays_are_the_most_recent_one_unless_the_clause_looks_ahead() {
    check(
        "2025-05-07",
        "He called Modi on Wednesday. → Wednesday = 2025-05-07
         He called Modi on Thursday. → Thursday = 2025-05-01
         He will call Modi on Thursday. → Thursday = 2025-05-08
         She plans to visit Delhi on Monday. → Monday = 2025-05-12
         He called Modi last Wednesday. → last Wednesday = 2025-04-30
         He will be there next Tuesday. → next Tuesday = 2025-05-13
         They met on Friday of last week. → Friday of last week = 2025-05-02
         She denied that her visit on Monday was linked to the vote. → Monday = 2025-05-05
         The truce holds until Friday. → Friday = 2025-05-09
         The guns fell silent on Monday night. → Monday night = 2025-05-05 TNI
         It was signed at 10:30 a.m. on Monday. → 10:30 a.m. on Monday = 2025-05-05 T10:30
         On Monday he met Modi at 10 a.m. in Delhi. → Monday = 2025-05-05 T10:00
         It was signed on Monday at about 9:30 p.m. → Monday = 2025-05-05 T21:30
         It ran from noon to 2 p.m. in Minsk on Monday. → Monday = 2025-05-05 T12:00
         They won 3:2 on Monday in Minsk. → Monday = 2025-05-05
         He spoke on Tuesday at 4 p.m. → Tuesday at 4 p.m. = 2025-05-06 T16:00",
    );
}

#[test]
fn turns_keep_their_own_granularity() {
    check(
        "2025-05-05",
        "They met last week. → last week = 2025-W18
         They met this month. → this month = 2025-05
         They will meet next year. → next year = 2026
         They met last summer. → last summer = 2024-SU
         They met yesterday. → yesterday = 2025-05-04
         They met last night. → last night = 2025-05-04TNI
         They met over the weekend. → the weekend = 2025-W18-WE
         They will meet later this year. → later this year = 2025
         Profit rose in the first quarter. → the first quarter = 2025-Q1
         It was worse in the second half of 2024. → the second half of 2024 = 2024-H2
         They met in June of last year. → June of last year = 2024-06
         It was built in the 1990s. → the 1990s = 199
         It was built in the 19th century. → the 19th century = 18",
    );
}

#[test]
fn months_and_days_without_a_year_lean_with_the_tense() {
    check(
        "2025-05-05",
        "Modi visited Ukraine in August. → August = 2024-08
         Modi will visit Russia in August. → August = 2025-08
         They met on Dec. 20. → Dec. 20 = 2024-12-20
         The truce will last until June 1. → June 1 = 2025-06-01
         The firm said in March it would open its books. → March = 2025-03
         They met in late April. → late April = 2025-04
         They met on Tuesday, March 4. → Tuesday, March 4 = 2025-03-04",
    );
}

#[test]
fn distances_count_from_the_article_or_from_what_was_spoken_of() {
    check(
        "2025-05-05",
        "They met three days ago. → three days ago = 2025-05-02
         They met two years ago. → two years ago = 2023
         They met a decade ago. → a decade ago = 2015
         They met on March 3. They parted a day later. → March 3 = 2025-03-03; a day later = 2025-03-04
         They met on March 3 and left the same day. → March 3 = 2025-03-03; the same day = 2025-03-03
         In 2019 he left; the following year he returned. → 2019 = 2019; the following year = 2020
         He left two days after March 3. → two days after March 3 = 2025-03-05
         It is the week of March 3. → the week of March 3 = 2025-W10",
    );
}

#[test]
fn ranges_are_one_expression() {
    check(
        "2025-05-05",
        "It holds from May 8 to 10. → May 8 to 10 = 2025-05-08/2025-05-10
         It held from 2007-2013. → 2007-2013 = 2007/2013
         The 1950-53 war ended. → 1950-53 = 1950/1953
         It docked between August and December 2024. → between August and December 2024 = 2024-08/2024-12",
    );
}

#[test]
fn lengths_repetitions_and_vague_times_have_their_types() {
    use crate::model::DateType::{Date, Duration, Set};
    for (text, value, kind) in [
        ("It took three weeks.", "P3W", Duration),
        ("It took two and a half years.", "P2Y6M", Duration),
        ("It took half an hour.", "PT30M", Duration),
        ("It took several months.", "PXM", Duration),
        ("They meet every Monday.", "XXXX-WXX-1", Set),
        ("They meet every two weeks.", "P2W", Set),
        ("They talk now.", "PRESENT_REF", Date),
        ("They recently talked.", "PAST_REF", Date),
        ("They look to the future.", "FUTURE_REF", Date),
    ] {
        let dates = findings("2025-05-05", text).dates;
        assert_eq!(dates.iter().map(|d| (d.value.as_str(), d.kind)).collect::<Vec<_>>(), [(value, kind)], "in: {text}");
    }
}

#[test]
fn holidays_fall_on_their_day() {
    check(
        "2025-05-05",
        "He invited him for Victory Day. → Victory Day = 2025-05-09
         They met on Easter Sunday. → Easter Sunday = 2025-04-20
         They met on Thanksgiving 2023. → Thanksgiving 2023 = 2023-11-23",
    );
}

#[test]
fn without_an_anchor_no_year_is_guessed() {
    check(
        "",
        "They met on March 31. → March 31 = XXXX-03-31
         They met in December. → December = XXXX-12
         They met on Thursday. → Thursday = XXXX-WXX-4
         They met last week. → last week = ?",
    );
}

#[test]
fn look_alikes_are_left_alone() {
    check(
        "2025-05-05",
        "Theresa May may march on. →
         He met April Jones and June Smith. →
         A second man sat in the sun. →
         It cost $2000 and drew 1,990 people. →
         Resolution 1929 bans it, and so does Agenda 2030. →
         It sank 2000 ships. →
         She is 37 years old and in her early twenties at heart. →
         Three-quarters of it spilled in this fall in prices. →
         See https://example.org/2025/05/02/last-monday.html for more. →
         He told USA Today so. →
         The Winter Olympics were near. →",
    );
}

#[test]
fn every_value_says_what_it_rests_on() {
    let text = "MINSK, May 5, 2025 — They met on Friday.";
    let found = findings("", text);
    let document = found.document_date.unwrap();
    assert_eq!((document.why.rule.id, document.span.map(|s| s.of(text))), ("dates.dateline", Some("May 5, 2025")));
    let friday = &found.dates[1];
    assert_eq!((friday.value.as_str(), friday.why.rule.id), ("2025-05-02", "dates.weekday"));
    assert_eq!(friday.why.words.map(|s| s.of(text)), Some("May 5, 2025"));
}

#[test]
fn the_articles_own_date_is_told_by_its_words() {
    for (text, date, rule) in [
        ("A title\n\n2017-12-29\n\nThey met on Thursday.", "2017-12-29", "dates.date-line"),
        ("A title\n\nDecember 30, 2017\n\nThey met.", "2017-12-30", "dates.date-line"),
        ("A title\n\nPublished: May 4, 2021 03:40 pm\n\nThey met.", "2021-05-04", "dates.date-line"),
        ("On Friday, August 8, 2025, the two spoke by phone.", "2025-08-08", "dates.date-in-lead"),
        (
            "They met.\n\nPosted by the Ministry of Trade on Monday, May 5, 2025\n\nMore.",
            "2025-05-05",
            "dates.published-on",
        ),
    ] {
        let document = findings("", text).document_date.unwrap_or_else(|| panic!("no date: {text}"));
        assert_eq!((document.date.to_string().as_str(), document.why.rule.id), (date, rule), "in: {text}");
    }
    for text in [
        "They met on Wednesday, 18 years after the attacks of September 11, 2001. The 2019 talks failed.",
        "WASHINGTON, March 31 - They met.",
        "They met last week, as in 2019.",
        "FILE - In this Friday, Dec. 29, 2017, file photo, a ship is seen.",
    ] {
        assert!(findings("", text).document_date.is_none(), "in: {text}");
    }
}
