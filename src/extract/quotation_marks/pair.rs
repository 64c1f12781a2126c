//! The stack that pairs marks.

use crate::extract::quotation_marks::Quotation;
use crate::extract::quotation_marks::scan::{Level, Mark, Side, marks};
use crate::lexicon::speech;
use crate::model::Span;

/// How many paragraphs a quotation may run through without its mark being repeated.
const LONGEST_RUN: usize = 40;

/// How many marks ahead its closing mark is looked for: keeps the pass linear.
const LOOK_AHEAD: usize = 200;

/// An opening mark that waits for its closing one.
#[derive(Clone, Copy)]
struct Opened {
    mark: Mark,
    continues: bool,
}

/// Pairs the marks of these paragraphs of a text.
pub fn quotations(text: &str, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut all = Vec::new();
    let mut ends = Vec::with_capacity(paragraphs.len());
    for &p in paragraphs {
        marks(text, p, &mut all);
        ends.push(all.len());
    }
    let mut pairing = Pairing {
        text,
        marks: &all,
        stack: Vec::new(),
        found: Vec::new(),
        continues: None,
        first: 0,
        at: Span::default(),
    };
    let mut next = 0;
    for (p, &end) in ends.iter().enumerate() {
        (pairing.first, pairing.at) = (next, paragraphs[p]);
        for i in next..end {
            pairing.take(i, end);
        }
        next = end;
        pairing.end_paragraph(p, paragraphs, &ends);
    }
    let mut found = pairing.found;
    found.sort_by_key(|q| (q.outer.start, std::cmp::Reverse(q.outer.end)));
    found
}

struct Pairing<'a> {
    text: &'a str,
    marks: &'a [Mark],
    stack: Vec<Opened>,
    found: Vec<Quotation>,
    /// Level of the quotation that the next paragraph's first mark goes on with.
    continues: Option<Level>,
    /// The first mark of the paragraph.
    first: usize,
    /// The paragraph.
    at: Span,
}

impl Pairing<'_> {
    /// Takes mark `i`, of a paragraph whose marks end before `end`.
    fn take(&mut self, i: usize, end: usize) {
        let mark = self.marks[i];
        let open = self.stack.iter().any(|o| o.mark.level == mark.level);
        match mark.side {
            Side::Open => self.open(i, end),
            Side::Either if !open => self.open(i, end),
            Side::Close | Side::Either => self.close(i, end),
        }
    }

    fn open(&mut self, i: usize, end: usize) {
        let mark = self.marks[i];
        let continues = self.continues.take() == Some(mark.level);
        if let Some(top) = self.stack.last().copied()
            && top.mark.level == mark.level
            && (mark.level == Level::Single || !self.is_nested(&top, i, end))
        {
            // The mark is repeated before the first was closed: a lost closing mark, or an apostrophe.
            self.stack.pop();
            if mark.level == Level::Double {
                self.emit(top, mark.span.start as usize, None);
            }
        }
        self.stack.push(Opened { mark, continues });
    }

    /// True where double mark `i` opens a quotation within the double one on top: the marks after it
    /// close twice before another opens, or the two are from different families.
    fn is_nested(&self, top: &Opened, i: usize, end: usize) -> bool {
        let mut after = self.marks[i + 1..end].iter().filter(|m| m.level == Level::Double);
        let first = after.next();
        let closes = |m: Option<&Mark>| m.is_some_and(|m| m.side != Side::Open);
        if top.mark.family != self.marks[i].family {
            return closes(first);
        }
        closes(first) && closes(after.next())
    }

    fn close(&mut self, i: usize, end: usize) {
        let mark = self.marks[i];
        if mark.level == Level::Single && self.is_plural_apostrophe(i, end) {
            return;
        }
        let same = |o: &Opened| o.mark.level == mark.level;
        let family = |o: &Opened| same(o) && o.mark.family == mark.family;
        let at = match mark.level {
            // A single mark closes nothing outside the double quotation it stands in.
            Level::Single => self.stack.last().is_some_and(same).then(|| self.stack.len() - 1),
            Level::Double => self.stack.iter().rposition(family).or_else(|| self.stack.iter().rposition(same)),
        };
        let Some(at) = at else {
            if let Some(opened) = self.lost_opening(i) {
                self.emit(opened, mark.span.start as usize, Some(mark));
            }
            return;
        };
        let opened = self.stack[at];
        // What stands above was never closed: doubles end here, singles were apostrophes.
        while self.stack.len() > at + 1 {
            if let Some(top) = self.stack.pop()
                && top.mark.level == Level::Double
            {
                self.emit(top, mark.span.start as usize, None);
            }
        }
        self.stack.pop();
        self.emit(opened, mark.span.start as usize, Some(mark));
    }

    /// "We will not sign this treaty," Ruiz said, without the first mark: where a paragraph's first double mark closes
    /// behind a comma and a verb of speech follows, the sentence before it was opened.
    fn lost_opening(&self, i: usize) -> Option<Opened> {
        const FAR: usize = 5;
        let mark = self.marks[i];
        let doubles = self.marks[self.first..i].iter().any(|m| m.level == Level::Double);
        let before = self.text.get(self.at.start as usize..mark.span.start as usize)?;
        let behind = self.text.get(mark.span.end as usize..self.at.end as usize)?;
        if mark.level != Level::Double || !self.stack.is_empty() || doubles || !before.ends_with([',', '?', '!']) {
            return None;
        }
        let word = |w: &str| w.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let clause = behind.split(['.', '"', '“', '”', '\n']).next().unwrap_or("");
        if !clause.split_whitespace().take(FAR).any(|w| speech::form(&word(w)).is_some()) {
            return None;
        }
        let body = before.trim_end_matches([',', '?', '!']);
        let start = [". ", "? ", "! "].iter().filter_map(|stop| body.rfind(stop)).max().map_or(0, |at| at + 2);
        let start = self.at.start as usize + start;
        Some(Opened { mark: Mark { span: Span::new(start, start), ..mark }, continues: false })
    }

    /// "the workers' rights' ": a mark after an s is an apostrophe where the quotation has a better
    /// closing mark later in the paragraph.
    fn is_plural_apostrophe(&self, i: usize, end: usize) -> bool {
        self.marks[i].after_s
            && self.marks[i + 1..end]
                .iter()
                .take(4)
                .take_while(|m| m.level == Level::Single)
                .find(|m| m.side != Side::Either)
                .is_some_and(|m| m.side == Side::Close)
    }

    fn emit(&mut self, opened: Opened, end: usize, closing: Option<Mark>) {
        let start = opened.mark.span.end as usize;
        let Some(words) = self.text.get(start..end) else { return };
        let lead = words.len() - words.trim_start().len();
        let inner = Span::new(start + lead, start + words.trim_end().len().max(lead));
        let words = inner.of(self.text);
        if !words.contains(char::is_alphabetic) || words.starts_with("data:") || words.starts_with("http") {
            return;
        }
        let outer_end = closing.map_or(inner.end as usize, |m| m.span.end as usize);
        self.found.push(Quotation {
            outer: Span::new(opened.mark.span.start as usize, outer_end),
            inner,
            nested: !self.stack.is_empty(),
            closed: closing.is_some(),
            continues: opened.continues,
        });
    }

    /// Settles what is still open at the end of paragraph `p`.
    fn end_paragraph(&mut self, p: usize, paragraphs: &[Span], ends: &[usize]) {
        self.continues = None;
        let Some(&bottom) = self.stack.first() else { return };
        let level = bottom.mark.level;
        let following = &self.marks[ends[p]..];
        let next_start = paragraphs.get(p + 1).map(|n| n.start);
        let repeated = following
            .first()
            .is_some_and(|m| Some(m.span.start) == next_start && m.level == level && m.side != Side::Close);
        if repeated {
            self.stack.truncate(1);
            self.stack.pop();
            self.emit(bottom, paragraphs[p].end as usize, None);
            self.continues = Some(level);
            return;
        }
        let runs_on = level == Level::Double
            && following.iter().take(LOOK_AHEAD).find(|m| m.level == Level::Double).is_some_and(|m| {
                let limit = paragraphs.get(p + LONGEST_RUN).map_or(u32::MAX, |l| l.start);
                m.side == Side::Close && m.span.start < limit
            });
        self.stack.truncate(1);
        if runs_on {
            return;
        }
        self.stack.pop();
        if level == Level::Double {
            let end = self.end_of_unclosed(bottom, paragraphs[p]);
            self.emit(bottom, end, None);
        }
    }

    /// Where a quotation ends whose closing mark is missing: with its paragraph where it began it,
    /// else with its sentence.
    fn end_of_unclosed(&self, opened: Opened, paragraph: Span) -> usize {
        let start = opened.mark.span.start.max(paragraph.start) as usize;
        if start == paragraph.start as usize {
            return paragraph.end as usize;
        }
        let rest = self.text.get(start..paragraph.end as usize).unwrap_or("");
        let mut chars = rest.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            if matches!(c, '.' | '!' | '?') && chars.peek().is_some_and(|(_, n)| n.is_whitespace()) {
                return start + i + 1;
            }
        }
        paragraph.end as usize
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::quotation_marks::pair::*;

    fn paragraphs(text: &str) -> Vec<Span> {
        let mut out = Vec::new();
        let mut start = 0;
        for part in text.split("\n\n") {
            out.push(Span::new(start, start + part.len()));
            start += part.len() + 2;
        }
        out
    }

    fn inner(text: &str) -> Vec<&str> {
        quotations(text, &paragraphs(text)).iter().map(|q| q.inner.of(text)).collect()
    }

    #[test]
    fn every_style_of_marks_is_read() {
        for text in [
            "a “b c” d",
            "a \"b c\" d",
            "a «b c» d",
            "a „b c“ d",
            "a ``b c'' d",
            "a ''b c'' d",
            "a ‘b c’ d",
            "a 'b c' d",
        ] {
            assert_eq!(inner(text), ["b c"], "{text}");
        }
    }

    #[test]
    fn apostrophes_open_and_close_nothing() {
        assert!(inner("It's the workers' right in the '90s, don't tell 'em he’s 6'2\" tall, ’til then").is_empty());
        assert_eq!(inner("He said 'the workers' rights are vital' and left"), ["the workers' rights are vital"]);
    }

    #[test]
    fn quotations_nest() {
        let text = "“I told him, ‘We will meet again,’ ” he said. “It’s a ‘truce.’”";
        assert_eq!(
            inner(text),
            ["I told him, ‘We will meet again,’", "We will meet again,", "It’s a ‘truce.’", "truce."]
        );
        let text = "''We are told, 'Kosovo is a special case,''' he said";
        assert_eq!(inner(text), ["We are told, 'Kosovo is a special case,'", "Kosovo is a special case,"]);
        let text = "\"I read: “As you know, she left early?” Forty-three, yes.\"";
        assert_eq!(inner(text)[1], "As you know, she left early?");
    }

    #[test]
    fn a_mark_repeated_at_each_paragraph_goes_on_with_the_quotation() {
        let text = "“One.\n\n“Two,” he said. “Three.”";
        let found = quotations(text, &paragraphs(text));
        let got: Vec<_> = found.iter().map(|q| (q.inner.of(text), q.closed, q.continues)).collect();
        assert_eq!(got, [("One.", false, false), ("Two,", true, true), ("Three.", true, false)]);
    }

    #[test]
    fn a_quotation_closed_paragraphs_later_is_one() {
        assert_eq!(inner("“One.\n\nTwo.\n\nThree.” And “four”."), ["One.\n\nTwo.\n\nThree.", "four"]);
    }

    #[test]
    fn an_odd_mark_spoils_only_its_sentence() {
        assert_eq!(
            inner("He said \"this is odd. Then he left.\n\nShe \"agreed\" at once."),
            ["this is odd.", "agreed"]
        );
        assert_eq!(inner("A stray” mark. She “agreed” at once."), ["agreed"]);
        assert_eq!(inner("He said: \"One. Two. \"Three.\" Four."), ["One. Two.", "Three."]);
    }

    #[test]
    fn markup_and_addresses_are_no_quotations() {
        let text = "See <img src=\"a b\" sizes=\"(max-width: 1px) 2px\"> and \"http://a.example/b\" for \"more\".";
        assert_eq!(inner(text), ["more"]);
    }

    #[test]
    fn bare_marks_hold_nothing() {
        assert!(inner("\"\" ... \"?\" ''").is_empty());
    }
}
