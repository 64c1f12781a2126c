//! The article's own date: the day it was written or is about, and what tells it.

use crate::rules;
use chrono::{Datelike, NaiveDate};

use super::form::Form;
use super::grammar::numeric_day;
use super::scan::Pieces;
use super::words::DateWords;
use super::{Found, calendar};
use crate::lexicon::dates::Lex;
use crate::model::{Article, DocumentDate, Span, Why};

/// A day that the text tells in full.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    day: NaiveDate,
    span: Span,
    /// True where its weekday stands with it, and is right.
    weekday: bool,
}

/// How far from the top a line of its own or a dateline may stand, in bytes.
const TOP: u32 = 1500;
/// How far from the top the first sentences reach, in bytes.
const LEAD: u32 = 400;
/// The most words a line may hold beside the date it gives ("Published … by …").
const LINE_WORDS: usize = 8;

/// The article's own date, by the first of these that tells one: metadata · a date on a line of its own
/// or in a dateline near the top · the day it says it was published · a date in its first sentences ·
/// the latest date whose weekday its other weekdays agree with · the file's name.
pub fn date(article: &Article, p: &Pieces<'_>, found: &[Found]) -> Option<DocumentDate> {
    if let Some(date) = article.published {
        return Some(DocumentDate { date, span: None, why: Why::rule(&rules::dates::METADATA) });
    }
    let candidates: Vec<Candidate> = found.iter().filter_map(candidate).collect();
    let told = |rule, c: &Candidate| DocumentDate { date: c.day, span: Some(c.span), why: Why::words(rule, c.span) };
    let text = p.text();
    let near = || candidates.iter().filter(|c| c.span.start < TOP);
    if let Some(c) = near().find(|c| on_own_line(text, c.span)) {
        return Some(told(&rules::dates::DATE_LINE, c));
    }
    if let Some(c) = near().find(|c| in_dateline(text, c.span)) {
        return Some(told(&rules::dates::DATELINE, c));
    }
    if let Some(c) = candidates.iter().find(|c| says_published(text, c.span)) {
        return Some(told(&rules::dates::PUBLISHED_ON, c));
    }
    // Dates within the running text count only where the article tells of nothing later.
    let latest = latest_year(found);
    let newest = |c: &&Candidate| latest.is_none_or(|year| c.day.year() >= year);
    let lead = candidates.iter().filter(|c| c.span.start < LEAD && !in_caption(text, c.span));
    if let Some(c) = lead.filter(newest).max_by_key(|c| (c.weekday, c.day)) {
        return Some(told(&rules::dates::DATE_IN_LEAD, c));
    }
    let agreeing = candidates.iter().filter(|c| c.weekday && weekday_recurs(found, c)).filter(newest);
    if let Some(c) = agreeing.max_by_key(|c| c.day) {
        return Some(told(&rules::dates::WEEKDAYS_AGREE, c));
    }
    day_in_name(&article.doc).map(|date| DocumentDate { date, span: None, why: Why::rule(&rules::dates::FILE_NAME) })
}

fn candidate(found: &Found) -> Option<Candidate> {
    let fields = match &found.parsed.form {
        Form::Calendar(fields) => *fields,
        Form::Timed(day, _) => match **day {
            Form::Calendar(fields) => fields,
            _ => return None,
        },
        _ => return None,
    };
    let day = fields.full()?;
    let weekday = fields.weekday.is_some_and(|w| calendar::weekday(w) == day.weekday());
    Some(Candidate { day, span: found.span, weekday })
}

/// The line that holds a span, cut at it: what stands before and after.
fn line(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    (&before[start..], &after[..after.find(['\n', '\r']).unwrap_or(after.len())])
}

/// True where a line holds little more than the date.
fn on_own_line(text: &str, span: Span) -> bool {
    let (before, after) = line(text, span);
    let words = |part: &str| part.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)).count();
    if words(before) == 0 && words(after) == 0 {
        return true;
    }
    // "By Jane Doe | May 5, 2025 10:30 GMT": no sentence, and not a caption's.
    let short = words(before) + words(after) <= LINE_WORDS;
    let sentence = after.trim_end().ends_with(['.', '!', '?', '”', '"']) && words(after) > 2 || words(before) > 5;
    short
        && !sentence
        && (before.contains('|')
            || after.contains('|')
            || before.contains('•')
            || starts_byline(before)
            || published_word(before))
}

fn starts_byline(before: &str) -> bool {
    before.trim_start().get(..3).is_some_and(|w| w.eq_ignore_ascii_case("by "))
}

/// True where a dash closes a dateline after the date: "MOSCOW, May 5, 2025 (Reuters) —".
fn in_dateline(text: &str, span: Span) -> bool {
    let (before, after) = line(text, span);
    let place = before.chars().filter(|c| c.is_uppercase()).count() > 0
        && before.len() < 60
        && !before.contains(['.', '"', '“']);
    let after = after.trim_start();
    let after = match after.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((agency, rest)) if agency.len() < 40 => rest.trim_start(),
        _ => after,
    };
    let after =
        after.strip_prefix('/').and_then(|rest| rest.split_once('/')).map_or(after, |(_, rest)| rest.trim_start());
    (place || before.trim().is_empty()) && ["—", "–", "--", "- "].iter().any(|dash| after.starts_with(dash))
}

/// True where a word of publishing stands in the same line shortly before the date.
fn says_published(text: &str, span: Span) -> bool {
    let (before, _) = line(text, span);
    let cut = before.len().saturating_sub(120);
    let cut = (cut..before.len()).find(|&at| before.is_char_boundary(at)).unwrap_or(before.len());
    let near = &before[cut..];
    // A sentence that ended before the date said something else.
    let near = near.rsplit_once(". ").map_or(near, |(_, last)| last);
    let posted = published_word(near);
    // "a report published on May 5, 2024" is about a report: the line must begin with the word.
    let begins = before.split_whitespace().take(2).any(is_published);
    posted && begins
}

fn published_word(words: &str) -> bool {
    words.split_whitespace().any(is_published)
}

fn is_published(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    DateWords::Published.has(&word.to_ascii_lowercase())
}

/// True where the date is a photograph's: "FILE - In this Friday, Dec. 29, 2017, file photo".
fn in_caption(text: &str, span: Span) -> bool {
    let (before, after) = line(text, span);
    let photo = |part: &str| part.to_ascii_lowercase().contains("photo");
    before.trim_start().starts_with("FILE") || photo(before) || photo(after)
}

/// The latest year that the text tells by number.
fn latest_year(found: &[Found]) -> Option<i32> {
    let year = |form: &Form| match form {
        Form::Calendar(fields) => fields.year,
        _ => None,
    };
    found.iter().filter_map(|f| year(&f.parsed.form)).max()
}

/// True where the candidate's weekday is named again on its own.
fn weekday_recurs(found: &[Found], candidate: &Candidate) -> bool {
    let day = candidate.day.weekday().number_from_monday() as u8;
    let names = |form: &Form| match form {
        Form::Weekday(d, None) => *d == day,
        Form::Timed(inner, _) => **inner == Form::Weekday(day, None),
        _ => false,
    };
    found.iter().any(|f| names(&f.parsed.form))
}

/// A day in a file's name: "2025-05-05-talks.txt", "talks_20250505.txt".
fn day_in_name(name: &str) -> Option<NaiveDate> {
    let spaced: String = name.chars().map(|c| if c == '_' || c == ' ' { ' ' } else { c }).collect();
    let p = Pieces::of(&spaced, &[]);
    (0..p.len()).filter(|&i| matches!(p.lex(i), Lex::Digits(_, 4 | 8))).find_map(|i| numeric_day(&p, i))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_in_names_of_files() {
        let day = |name| day_in_name(name).map(|d| d.to_string());
        assert_eq!(day("2025-05-05-talks.txt").as_deref(), Some("2025-05-05"));
        assert_eq!(day("talks_20250505.md").as_deref(), Some("2025-05-05"));
        assert_eq!(day("004_1a71056e63c7aa0b.txt"), None);
        assert_eq!(day("12345678.txt"), None);
    }
}
