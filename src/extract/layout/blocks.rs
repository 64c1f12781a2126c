//! One paragraph → what it is for, from its words alone.

use super::Block;
use super::furniture::{self, Kind};
use super::words::LayoutWords;

/// A heading has at most so many words.
const HEADING_WORDS: usize = 14;
/// A title has at most so many words.
const TITLE_WORDS: usize = 20;
/// A caption has at most so many words.
const CAPTION_WORDS: usize = 110;
/// Phrases are compared with so many bytes of a paragraph's beginning.
const LEAD: usize = 64;

/// What a paragraph is, were it in the middle of an article.
pub fn block(paragraph: &str) -> Block {
    if !paragraph.contains(char::is_alphanumeric) || paragraph.starts_with("<!--") {
        return Block::Boilerplate;
    }
    let lead = lead(paragraph);
    let short = paragraph.len() <= 160;
    if short && furniture::is(Kind::Line, &bare(paragraph)) || furniture::starts_with(Kind::Start, &lead).is_some() {
        return Block::Boilerplate;
    }
    if is_follow_line(&lead, paragraph) || is_link_list(paragraph) {
        return Block::Boilerplate;
    }
    if short && is_byline(paragraph, &lead) {
        return Block::Byline;
    }
    if is_caption(paragraph, &lead) {
        return Block::Caption;
    }
    if is_heading(paragraph, HEADING_WORDS) { Block::Heading } else { Block::Body }
}

/// True where an article's first paragraph reads like its title.
pub fn is_title(paragraph: &str) -> bool {
    let words = paragraph.split_whitespace().count();
    (2..=TITLE_WORDS).contains(&words)
        && !paragraph.contains('\n')
        && !paragraph.starts_with(['"', '“', '-', '*'])
        && sentences_end(paragraph) <= 1
}

/// True where a paragraph reads like a heading of at most `most` words.
pub fn is_heading(paragraph: &str, most: usize) -> bool {
    if paragraph.starts_with('#') {
        return !paragraph.contains('\n');
    }
    let words = paragraph.split_whitespace().count();
    let plain = paragraph.trim_matches(['*', '_', '<', '>', ' ']);
    words <= most
        && !paragraph.contains('\n')
        && !plain.ends_with(['.', '!', '?', ',', ';', ':', '"', '”', '\'', '’', '…', '—', ')'])
        && !plain.contains(": ")
        && plain.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
        && !plain.contains(['“', '”', '"'])
}

/// The beginning of a paragraph in lower case, opening brackets and marks left out.
fn lead(paragraph: &str) -> String {
    let start = paragraph.trim_start_matches(['(', '[', '*', '_', '-', ' ', '#', '\\', '|', '>']);
    let mut end = start.len().min(LEAD);
    while !start.is_char_boundary(end) {
        end -= 1;
    }
    start[..end].to_lowercase()
}

/// A short paragraph in lower case, without marks and stops around it.
fn bare(paragraph: &str) -> String {
    paragraph.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn sentences_end(paragraph: &str) -> usize {
    let stops = paragraph.char_indices().filter(|(i, c)| {
        matches!(c, '.' | '!' | '?')
            && paragraph[i + 1..].starts_with(' ')
            && paragraph[i + 1..].trim_start().starts_with(char::is_uppercase)
    });
    1 + stops
        .filter(|(i, _)| {
            let word = paragraph[..*i].rsplit([' ', '.']).next().unwrap_or("");
            word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase)
        })
        .count()
}

/// "Follow Frances Martel on Facebook and Twitter."
fn is_follow_line(lead: &str, paragraph: &str) -> bool {
    let Some((_, sites)) = paragraph.split_once(" on ").filter(|(_, sites)| sites.len() < 120) else { return false };
    let sites = sites.to_lowercase();
    let mut starts = sites.char_indices().filter(|(at, _)| !sites[..*at].ends_with(char::is_alphanumeric));
    lead.starts_with("follow ")
        && paragraph.len() < 200
        && starts.any(|(at, _)| furniture::starts_with(Kind::Site, &sites[at..]).is_some())
}

/// Lines that are nothing but links, as Markdown writes them.
fn is_link_list(paragraph: &str) -> bool {
    if !paragraph.contains("](") && !paragraph.starts_with("http") {
        return false;
    }
    let (mut linked, mut all, mut depth) = (0usize, 0usize, 0usize);
    for c in paragraph.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            '-' | '*' | '|' | '•' if depth == 0 => continue,
            _ => {}
        }
        all += 1;
        linked += usize::from(depth > 0 || matches!(c, ']' | ')'));
    }
    paragraph.starts_with("http") && !paragraph.contains(' ') || linked * 20 >= all * 19
}

fn is_byline(paragraph: &str, lead: &str) -> bool {
    if furniture::starts_with(Kind::Byline, lead).is_some() || is_date_line(paragraph) {
        return true;
    }
    let bare = bare(paragraph);
    let few = bare.split_whitespace().count() <= 5;
    if few && bare.split(['/', '|', ',']).any(|part| furniture::is(Kind::Credit, part.trim())) {
        return true;
    }
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let by = matches!(words.first(), Some(&("By" | "BY" | "by")));
    by && (2..=14).contains(&words.len())
        && words[1..]
            .iter()
            .all(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic()) || LayoutWords::InByline.has(w))
}

/// A paragraph that is a date and nothing else: "December 30, 2017", "2018-01-05".
fn is_date_line(paragraph: &str) -> bool {
    if paragraph.len() > 48 || !paragraph.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lower = paragraph.to_lowercase();
    let mut dated = lower.len() == 10 && lower.as_bytes()[4] == b'-' && lower.as_bytes()[7] == b'-';
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        let begins = |words: LayoutWords| word.get(..3).is_some_and(|head| words.has(head));
        let month = begins(LayoutWords::Months);
        let day = begins(LayoutWords::Weekdays) && (word.len() == 3 || word.ends_with("day"));
        if !number && !month && !day && !LayoutWords::BesideDate.has(word) {
            return false;
        }
        dated |= month;
    }
    dated
}

fn is_caption(paragraph: &str, lead: &str) -> bool {
    if furniture::starts_with(Kind::Caption, lead).is_some() {
        return paragraph.split_whitespace().count() <= CAPTION_WORDS;
    }
    credit(paragraph).is_some() && paragraph.split_whitespace().count() <= CAPTION_WORDS
}

/// Where the photo's credit begins that a paragraph ends with: "(Contributor/Getty Images)",
/// "REUTERS/Jane Doe". None where it ends with none.
pub fn credit(paragraph: &str) -> Option<usize> {
    let body = paragraph.trim_end_matches(['.', ' ', '\u{a0}']);
    if let Some(inside) = body.strip_suffix(')') {
        // Two brackets in a row are one credit.
        let open = inside.rfind('(')?;
        let first =
            if inside[..open].trim_end().ends_with(')') { inside[..open].rfind('(').unwrap_or(open) } else { open };
        let words = inside[first + 1..].to_lowercase();
        let named = words.split(['/', ',', '(', ')', '|', ';']).map(str::trim).any(|part| {
            furniture::is(Kind::Credit, part)
                || furniture::starts_with(Kind::Credit, part).is_some()
                || part.contains(" via ")
                || part.contains("getty images")
        });
        // A dateline's "(Reuters)" stands at the beginning, a credit at the end.
        return (named && first > 24).then_some(first);
    }
    let at = body.rfind("REUTERS/").or_else(|| body.rfind("AP Photo/")).or_else(|| body.rfind("/Getty Images"))?;
    let start = if body[at..].starts_with('/') { body[..at].rfind(['.', ',']).map_or(at, |i| i + 1) } else { at };
    (body.len() - at <= 60).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_is_told_from_the_article() {
        for line in [
            "Share.",
            "Leave A Reply",
            "Read the full article here",
            "Exit mobile version",
            "Follow Jane Doe on Facebook and Twitter.",
            "Copyright 2018 The Agency. All rights reserved.",
            "-   [One](https://a.example/1)\n-   [Two](https://a.example/2)",
            "###",
        ] {
            assert_eq!(block(line), Block::Boilerplate, "{line}");
        }
        assert_eq!(block("Share prices fell on Monday."), Block::Body);
        assert_eq!(
            block("See [the report](https://a.example/1), which the ministry published on Monday."),
            Block::Body
        );
    }

    #[test]
    fn bylines_and_dates_are_told_from_sentences() {
        for line in [
            "By Jane Doe and John Roe",
            "2018-01-05",
            "December 30, 2017",
            "(Additional reporting by Jane Doe)",
            "Getty/Instagram.",
        ] {
            assert_eq!(block(line), Block::Byline, "{line}");
        }
        assert_eq!(block("By Monday the talks had ended."), Block::Body);
        assert_eq!(block("May told reporters on 5 June that talks had failed."), Block::Body);
    }

    #[test]
    fn captions_are_known_by_their_beginning_or_their_credit() {
        assert_eq!(block("File/The president gestures in Moscow. (Contributor/Getty Images)"), Block::Caption);
        assert_eq!(
            block(
                "FILE - In this photo, a ship is seen off Yeosu. (Hyung Min-woo/Yonhap via AP, File) (Associated Press)"
            ),
            Block::Caption
        );
        assert_eq!(block("The minister leaves the talks in Geneva. REUTERS/Jane Doe"), Block::Caption);
        assert_eq!(block("MOSCOW (Reuters) - The minister left on Monday (two days late)."), Block::Body);
        let text = "The president gestures in Moscow. (Contributor/Getty Images)";
        assert_eq!(credit(text).map(|i| &text[i..]), Some("(Contributor/Getty Images)"));
    }

    #[test]
    fn headings_have_no_stop() {
        assert_eq!(block("India's Stance"), Block::Heading);
        assert_eq!(block("## What comes next?"), Block::Heading);
        assert_eq!(block("The talks go on."), Block::Body);
        assert_eq!(block("MS. DOE: Yeah, I think so"), Block::Body);
    }
}
