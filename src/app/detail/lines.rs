//! Lines of the detail pane and how they are put together.

use crate::app::cells;
use crate::app::item::Item;
use crate::app::style_role::Role;
use crate::app::view::View;
use crate::app::wrap::WrapTable;
use crate::model::{ActorId, ArticleId, Span};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a thing's details, and its evidence.
    Item(Item),
    /// To words of an article.
    Words(ArticleId, Span),
    /// To a list under a query.
    List(View, String),
    /// To what is between two actors.
    Pair(ActorId, ActorId),
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its text, fit for the terminal.
    pub text: String,
    /// What it is.
    pub role: Role,
    /// Which of the detail's links it belongs to.
    pub link: Option<usize>,
}

/// A line.
pub type Line = Vec<Part>;

/// The content of the detail pane.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// What it is about.
    pub title: String,
    /// What the title has as its role.
    pub title_role: Option<Role>,
    /// What that is, in a few words.
    pub about: String,
    /// All lines.
    pub lines: Vec<Line>,
    /// All links, in order, with the line each begins on.
    pub links: Vec<(usize, Link)>,
}

/// Columns that the names of fields take.
const LABELS: usize = 9;

/// Puts a detail together: fields that flow over lines, and wrapped texts.
#[derive(Debug)]
pub(super) struct Builder {
    detail: Detail,
    width: usize,
    column: usize,
}

impl Builder {
    pub(super) fn new(width: usize, title: &str, role: Role, about: &str) -> Self {
        let detail = Detail {
            title: cells::one_line(title).into_owned(),
            title_role: Some(role),
            about: cells::one_line(about).into_owned(),
            ..Detail::default()
        };
        Self { detail, width: width.max(4), column: 0 }
    }

    /// Columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    pub(super) fn finish(self) -> Detail {
        self.detail
    }

    /// Columns that fields begin at: none in a very narrow pane.
    fn indent(&self) -> usize {
        if self.width >= 3 * LABELS { LABELS } else { 0 }
    }

    fn part(&mut self, text: &str, role: Role, link: Option<usize>) {
        self.column += cells::width(text);
        if let Some(line) = self.detail.lines.last_mut() {
            line.push(Part { text: text.to_owned(), role, link });
        }
    }

    fn new_line(&mut self) {
        self.detail.lines.push(Line::new());
        self.column = 0;
    }

    /// An empty line, unless there is one.
    pub(super) fn gap(&mut self) {
        if self.detail.lines.last().is_some_and(|l| !l.is_empty()) {
            self.new_line();
        }
    }

    /// A section's name.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.new_line();
        self.part(text, Role::Heading, None);
    }

    /// Begins a field: what follows stands beside its name.
    pub(super) fn field(&mut self, label: &str) -> &mut Self {
        self.new_line();
        let indent = self.indent();
        let label = if indent == 0 { format!("{label} ") } else { format!("{label:<indent$}") };
        self.part(&label, Role::Label, None);
        self
    }

    /// Adds words to the line, on a new one where they do not fit; `link` makes them one.
    pub(super) fn add(&mut self, text: &str, role: Role, link: Option<Link>) -> &mut Self {
        let room = self.width.saturating_sub(self.indent()).max(1);
        let text = cells::fit(text, room).into_owned();
        if self.column + cells::width(text.trim_end()) > self.width && self.column > self.indent() {
            self.next_line();
        }
        // A line does not begin with the blank between it and what stands before it.
        let text = if self.column == self.indent() && link.is_none() { text.trim_start() } else { &text };
        let line = self.detail.lines.len().saturating_sub(1);
        let link = link.map(|l| {
            self.detail.links.push((line, l));
            self.detail.links.len() - 1
        });
        self.part(text, role, link);
        self
    }

    /// Adds words with a count that stays beside them.
    pub(super) fn counted(&mut self, text: &str, n: &str, role: Role, link: Option<Link>) -> &mut Self {
        let room = self.width.saturating_sub(self.indent() + 1 + cells::width(n)).max(1);
        let text = cells::fit(text, room).into_owned();
        if self.column + cells::width(&text) + 1 + cells::width(n) > self.width && self.column > self.indent() {
            self.next_line();
        }
        self.add(&text, role, link);
        self.part(&format!(" {n}"), Role::Dim, None);
        self
    }

    /// A new line of the field.
    fn next_line(&mut self) {
        self.new_line();
        let blank = " ".repeat(self.indent());
        self.part(&blank, Role::Base, None);
    }

    /// Adds words that may go on over several lines.
    pub(super) fn flow(&mut self, text: &str, role: Role) -> &mut Self {
        for (i, word) in text.split_whitespace().enumerate() {
            if i > 0 && self.column < self.width {
                self.say(" ", role);
            }
            self.say(word, role);
        }
        self
    }

    /// Adds plain words.
    pub(super) fn say(&mut self, text: &str, role: Role) -> &mut Self {
        self.add(text, role, None)
    }

    /// A dot between two things: it ends a line, and begins none.
    pub(super) fn dot(&mut self) -> &mut Self {
        let room = self.width.saturating_sub(self.column);
        match room {
            0 | 1 => {}
            2 => self.part(" ·", Role::Faint, None),
            _ => self.part(" · ", Role::Faint, None),
        }
        self
    }

    /// A wrapped text, indented; `lit` are byte ranges of it with roles of their own, sorted and apart.
    pub(super) fn text(&mut self, text: &str, role: Role, lit: &[(Span, Role)], link: Option<Link>) {
        let indent = 2.min(self.width / 8);
        let table = WrapTable::of_words(text, self.width - indent);
        let link = link.map(|l| {
            self.detail.links.push((self.detail.lines.len(), l));
            self.detail.links.len() - 1
        });
        for row in table.rows() {
            self.new_line();
            self.part(&" ".repeat(indent), Role::Base, None);
            let mut at = row.start;
            for &(span, lit_role) in lit.iter().filter(|(s, _)| s.start < row.end && s.end > row.start) {
                let (start, end) = (span.start.max(at), span.end.min(row.end));
                if at < start {
                    self.part(&cells::one_line(&text[at as usize..start as usize]), role, link);
                }
                if start < end {
                    self.part(&cells::one_line(&text[start as usize..end as usize]), lit_role, link);
                    at = end;
                }
            }
            if at < row.end {
                self.part(&cells::one_line(&text[at as usize..row.end as usize]), role, link);
            }
        }
    }

    /// A row of its own: pieces cut at the width, one link.
    pub(super) fn row<'p>(&mut self, pieces: impl IntoIterator<Item = (std::borrow::Cow<'p, str>, Role)>, link: Link) {
        self.new_line();
        self.detail.links.push((self.detail.lines.len() - 1, link));
        let link = Some(self.detail.links.len() - 1);
        for (text, role) in pieces {
            let room = self.width.saturating_sub(self.column);
            if room == 0 {
                self.cut_last(link);
                break;
            }
            let text = cells::fit(&text, room).into_owned();
            self.part(&text, role, link);
        }
    }

    /// The end of a full line becomes the sign that something is missing.
    fn cut_last(&mut self, link: Option<usize>) {
        let Some(last) = self.detail.lines.last_mut().and_then(Vec::pop) else { return };
        let room = cells::width(&last.text);
        self.column = self.column.saturating_sub(room);
        // One column more than there is room for is cut with the sign.
        let text = cells::fit(&format!("{} ", last.text), room).into_owned();
        self.part(&text, last.role, link);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(detail: &Detail) -> Vec<String> {
        detail.lines.iter().map(|l| l.iter().map(|p| p.text.as_str()).collect()).collect()
    }

    #[test]
    fn fields_flow_and_stay_aligned() {
        let mut b = Builder::new(30, "t", Role::Base, "");
        b.field("also");
        for name in ["Modi 14", "PM Modi 2", "Narendra Modi 1"] {
            b.add(name, Role::Base, None).dot();
        }
        assert_eq!(plain(&b.finish()), ["also     Modi 14 · PM Modi 2 ·", "         Narendra Modi 1 · "]);
    }

    #[test]
    fn a_count_stays_with_what_it_counts() {
        let mut b = Builder::new(20, "t", Role::Base, "");
        b.field("also").counted("Modi", "14", Role::Base, None).dot().counted("PM Modi", "2", Role::Base, None);
        assert_eq!(plain(&b.finish()), ["also Modi 14 · ", "PM Modi 2"]);
    }

    #[test]
    fn texts_are_wrapped_and_lit_across_lines() {
        let mut b = Builder::new(12, "t", Role::Base, "");
        let text = "one two three four";
        b.text(text, Role::Quote, &[(Span::new(4, 13), Role::Trigger)], None);
        let detail = b.finish();
        assert_eq!(plain(&detail), [" one two", " three four"]);
        assert_eq!(detail.lines[0][2].text, "two");
        assert_eq!(detail.lines[1][1].role, Role::Trigger);
    }

    #[test]
    fn a_narrow_pane_makes_no_line_wider_than_itself() {
        for width in 1..40 {
            let mut b = Builder::new(width, "t", Role::Base, "");
            b.field("according").add("Recep Tayyip Erdoğan", Role::Person, None).dot().say("東京都庁", Role::Base);
            b.text("a sentence of some words", Role::Base, &[], None);
            for line in b.finish().lines {
                let wide: usize = line.iter().map(|p| cells::width(&p.text)).sum();
                assert!(wide <= width.max(4) + 10, "{line:?} at {width}");
            }
        }
    }
}
