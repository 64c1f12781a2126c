//! Which line breaks end a paragraph and which only wrap a line.
//!
//! A blank line always ends one. A single break is a wrap where the next word would not have fitted
//! on the line above, or where the next line goes on in lower case; headings, list items and texts
//! with a paragraph a line are told by the room they leave. Where paragraphs begin with an indent, as in
//! the wires' old reports, nothing else begins one.

use std::ops::Range;

use super::tokens::{Gap, RawToken};
use super::words::LanguageWords;

/// Wider texts are not wrapped by hand: their every line is a paragraph.
const WIDEST_WRAP: usize = 110;
/// Narrower ones hold no evidence of wrapping.
const NARROWEST_WRAP: usize = 40;

/// Numbers of the tokens that begin a paragraph, in order; empty for a text without tokens.
pub(super) fn paragraphs(text: &str, tokens: &[RawToken]) -> Vec<usize> {
    let mut starts = Vec::new();
    let narrow = wraps_narrowly(text, tokens);
    let mut block = 0;
    while block < tokens.len() {
        let end = (block + 1..tokens.len()).find(|&i| tokens[i].gap == Gap::Blank).unwrap_or(tokens.len());
        starts.push(block);
        split_block(text, tokens, block..end, narrow, &mut starts);
        block = end;
    }
    starts
}

/// Fewer columns before a line are no indent.
const LEAST_INDENT: usize = 2;
/// Columns that a tab takes.
const TAB: usize = 4;

/// A line of a block: its first token and the one after its last, its width in characters, and the
/// columns that are blank before it.
struct Line {
    first: usize,
    end: usize,
    width: usize,
    indent: usize,
}

impl Line {
    fn is_indented(&self) -> bool {
        self.indent >= LEAST_INDENT
    }
}

/// True where at least each fourth single line break stands in the middle of a sentence, by the words beside it: short lines
/// are wrapped then.
fn wraps_narrowly(text: &str, tokens: &[RawToken]) -> bool {
    let (mut breaks, mut inside) = (0, 0);
    for pair in tokens.windows(2).filter(|pair| pair[1].gap == Gap::Line) {
        let (closing, opening) = (pair[0].of(text), pair[1].of(text));
        breaks += 1;
        inside += usize::from(
            !ends_sentence(closing)
                && (opening.starts_with(char::is_lowercase) || LanguageWords::NeverLast.has(&closing.to_lowercase())),
        );
    }
    inside > 0 && inside * 4 >= breaks
}

fn ends_sentence(closing: &str) -> bool {
    closing.ends_with(['.', '!', '?', ':', ';', '"', '”', '…', ')'])
}

/// Adds the paragraph starts inside the block `run`; `narrow` where short lines may be wrapped.
fn split_block(text: &str, tokens: &[RawToken], run: Range<usize>, narrow: bool, starts: &mut Vec<usize>) {
    let Range { start: from, end: to } = run;
    let closed = ends_sentence(tokens[to - 1].of(text));
    let mut lines = Vec::new();
    let mut first = from;
    for i in from + 1..=to {
        if i == to || tokens[i].gap == Gap::Line {
            let span = tokens[first].start as usize..tokens[i - 1].end as usize;
            let width = text.get(span).map_or(0, |l| l.chars().count());
            lines.push(Line { first, end: i, width, indent: indent(text, tokens[first].start as usize) });
            first = i;
        }
    }
    let width = lines.iter().map(|l| l.width).max().unwrap_or(0);
    let by_indent = has_indented_paragraphs(&lines, width);
    for (k, pair) in lines.windows(2).enumerate() {
        if by_indent && !is_list_mark(text, tokens, &pair[1]) {
            starts.extend(pair[1].is_indented().then_some(pair[1].first));
            continue;
        }
        if narrow && closed && width < NARROWEST_WRAP && !is_list_mark(text, tokens, &pair[1]) {
            starts.extend(ends_sentence(tokens[pair[0].end - 1].of(text)).then_some(pair[1].first));
            continue;
        }
        let heading = lines.get(k + 2).is_some_and(|after| is_heading(text, tokens, pair, after, width));
        if heading || ends_paragraph(text, tokens, &pair[0], &pair[1], width) {
            starts.push(pair[1].first);
        }
    }
}

/// Columns that are blank between the start of the line and the token that begins at byte `at`.
fn indent(text: &str, at: usize) -> usize {
    let blanks = text.as_bytes()[..at].iter().rev().take_while(|b| matches!(b, b' ' | b'\t'));
    blanks.map(|b| if *b == b'\t' { TAB } else { 1 }).sum()
}

/// Lines of prose, some of them indented alike and at least as many behind them that are not.
fn has_indented_paragraphs(lines: &[Line], width: usize) -> bool {
    let mut indents = lines.iter().filter(|l| l.is_indented()).map(|l| l.indent);
    let Some(first) = indents.next() else { return false };
    let indented = lines.iter().filter(|l| l.is_indented()).count();
    indents.all(|i| i == first)
        && indented >= 2
        && lines.len() - indented >= indented
        && (NARROWEST_WRAP..=WIDEST_WRAP).contains(&width)
}

fn ends_paragraph(text: &str, tokens: &[RawToken], line: &Line, next: &Line, width: usize) -> bool {
    let opening = tokens[next.first].of(text);
    let closing = tokens[line.end - 1].of(text);
    if is_list_mark(text, tokens, next) || opening.starts_with('#') || tokens[line.first].of(text).starts_with('#') {
        return true;
    }
    if opening.starts_with(char::is_lowercase) || matches!(closing, "," | "(" | "-" | "–" | "—") {
        return false;
    }
    if width > WIDEST_WRAP {
        return true;
    }
    if width < NARROWEST_WRAP {
        return true;
    }
    // the next line's first chunk, up to white space, would have fitted
    let mut chunk_end = next.first;
    while chunk_end + 1 < next.end && tokens[chunk_end + 1].gap == Gap::None {
        chunk_end += 1;
    }
    let span = tokens[next.first].start as usize..tokens[chunk_end].end as usize;
    let chunk = text.get(span).map_or(0, |c| c.chars().count());
    line.width + 1 + chunk < width
}

/// The second line of a pair, between a finished sentence and a line that would have fitted on it.
fn is_heading(text: &str, tokens: &[RawToken], pair: &[Line], after: &Line, width: usize) -> bool {
    let final_mark = |line: &Line| tokens[line.end - 1].of(text).ends_with(['.', '?', '!', '”', '"', ')', ':']);
    let capital = |line: &Line| tokens[line.first].of(text).starts_with(char::is_uppercase);
    final_mark(&pair[0])
        && !final_mark(&pair[1])
        && capital(&pair[1])
        && capital(after)
        && pair[1].width * 5 < width * 3
}

/// "- item", "• item", "3. item", "(a) item".
fn is_list_mark(text: &str, tokens: &[RawToken], line: &Line) -> bool {
    let word = |k: usize| if line.first + k < line.end { tokens[line.first + k].of(text) } else { "" };
    let spaced = |k: usize| line.first + k < line.end && tokens[line.first + k].gap == Gap::Space;
    match word(0) {
        "-" | "*" | "•" | "–" | "·" | "▪" | "o" | "+" => spaced(1),
        "(" => word(2) == ")" && word(1).len() <= 3,
        w if w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit()) => matches!(word(1), "." | ")") && spaced(2),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokens::tokenise;

    fn first_words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenise(text, &mut tokens);
        paragraphs(text, &tokens).into_iter().map(|i| tokens[i].of(text)).collect()
    }

    #[test]
    fn a_heading_above_prose_is_a_paragraph_of_its_own() {
        let prose = "During his call with Mr Putin, the president of the neighbouring republic expressed that his capital welcomes talks.";
        let text = format!("{prose}\nIndia's Stance\n{prose}");
        assert_eq!(first_words(&text), ["During", "India", "During"]);
    }

    #[test]
    fn wrapped_lines_go_on() {
        let text = "The president of the republic told the journalists who had come to\nMoscow on Friday that he would sign the agreement on the new border\nbefore the end of the year.\n\nNext";
        assert_eq!(first_words(text), ["The", "Next"]);
    }

    #[test]
    fn short_lines_go_on_where_that_is_the_habit() {
        assert_eq!(
            first_words("The envoy, Tom\nKearney, left the\nroom.\n\nThe aide, Pat\nDunne, stayed."),
            ["The", "The"]
        );
        assert_eq!(first_words("Home\nNews\nSport\n\nThe envoy left."), ["Home", "News", "Sport", "The"]);
    }

    #[test]
    fn an_indent_begins_a_paragraph_where_indents_are_the_habit() {
        let text = "    The envoy left the capital on Monday night, three ministers said after\nthe meeting.\n    \
                    Following the raid, an officer of the army's War\nInformation Office vowed to avenge it.\n    \
                    Diplomats said that they knew\nColonel Rabuka well.";
        assert_eq!(first_words(text), ["The", "Following", "Diplomats"]);
    }

    #[test]
    fn list_items_are_paragraphs() {
        assert_eq!(
            first_words("Three things remain to be done before the end of the year:\n- one thing\n- another thing"),
            ["Three", "-", "-"]
        );
    }
}
