//! Which line breaks of a text an earlier wrapping made: mails and Markdown are often broken at 70 or 80
//! columns, and such breaks mean nothing.

use std::ops::Range;

/// Texts are wrapped no wider than this.
const WIDEST: usize = 100;
/// Shorter lines are headings, addresses and verse, whatever follows them.
const SHORTEST: usize = 40;

/// What the single line breaks of a text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Ends of lines.
    Meant,
    /// Blanks, all of them.
    AllBlanks,
    /// Blanks where the next word would not have fitted into this width.
    At(usize),
}

impl Breaks {
    /// Looks at the lines of a text that another follows: where many are nearly as long as the longest,
    /// and hardly any is longer than texts are wrapped, that is the width it was wrapped at.
    pub(super) fn of(text: &str) -> Self {
        let widths = || {
            let lines = text.lines().zip(text.lines().skip(1).map(|next| !next.trim().is_empty()));
            lines.filter(|(line, followed)| *followed && !line.trim().is_empty()).map(|(line, _)| width(line))
        };
        let (all, long) = widths().fold((0, 0), |(all, long), w| (all + 1, long + usize::from(w > WIDEST)));
        let widest = widths().filter(|w| *w <= WIDEST).max().unwrap_or(0);
        let near = widths().filter(|w| *w <= WIDEST && w * 5 >= widest * 4).count();
        // Without blank lines between paragraphs most lines must be full.
        let enough = if text.contains("\n\n") || text.contains("\n\r\n") { 4 } else { all / 2 };
        if long * 20 > all || widest < SHORTEST || near < enough.max(4) { Self::Meant } else { Self::At(widest) }
    }

    /// The lines of a text without their ends, those that belong together in one.
    pub(super) fn lines(self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let mut ends = text.split_inclusive('\n').scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            let body = line.trim_end_matches('\n');
            Some(start..start + body.strip_suffix('\r').unwrap_or(body).len())
        });
        let mut next = ends.next();
        std::iter::from_fn(move || {
            let mut line = next.take()?;
            let mut last = line.clone();
            for following in ends.by_ref() {
                if !self.joins(&text[last.clone()], &text[following.clone()]) {
                    next = Some(following);
                    break;
                }
                line.end = following.end;
                last = following;
            }
            Some(line)
        })
    }

    /// True where the break between two lines is a blank.
    fn joins(self, line: &str, following: &str) -> bool {
        if line.trim().is_empty() || following.trim().is_empty() {
            return false;
        }
        match self {
            Self::Meant => false,
            Self::AllBlanks => true,
            Self::At(widest) => {
                let word = following.split(' ').next().unwrap_or_default();
                let wide = width(line);
                (SHORTEST..=widest).contains(&wide) && wide + 1 + width(word) > widest && !begins_something(following)
            }
        }
    }
}

/// True for a line that begins a list's item, a heading, a quotation or a row of a table, or is indented.
fn begins_something(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    line.starts_with([' ', '\t', '#', '>', '|', '•', '*'])
        || matches!(word, "-" | "–" | "—" | "+")
        || word.strip_suffix(['.', ')']).is_some_and(|n| n.len() < 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Characters of a line, counted no further than decides.
fn width(line: &str) -> usize {
    if line.len() > 4 * WIDEST { line.len() } else { line.chars().count() }
}
