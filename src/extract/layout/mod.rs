//! Which paragraphs of an article are prose, and which are its furniture: headings, bylines,
//! datelines, photo captions and credits, a site's boilerplate.

pub(crate) mod blocks;
pub(crate) mod dateline;
pub(crate) mod furniture;
pub(crate) mod markup;
pub(crate) mod words;

use crate::language::Analysis;
use crate::model::Span;

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Sentences of the article.
    Body,
    /// The article's title, and the line below it that sums it up: a sentence like any other.
    Title,
    /// A heading within the text.
    Heading,
    /// Who wrote it, where and when ("By …", a date alone on a line), or a photo's source alone.
    Byline,
    /// A photo's caption.
    Caption,
    /// What the site says to its readers ("Share.", "Read the full article here").
    Boilerplate,
}

/// The blocks of one article.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// One a paragraph of the analysis.
    pub blocks: Vec<Block>,
    /// The title, where the text begins with one.
    pub title: Option<Span>,
    /// Datelines at the head of paragraphs ("WASHINGTON (Reuters) - "), in order.
    pub datelines: Vec<Span>,
    /// Photo credits within captions ("(Contributor/Getty Images)"), in order.
    pub credits: Vec<Span>,
    /// Addresses of pages, targets of links, tags and names of files, in order.
    pub markup: Vec<Span>,
}

impl Layout {
    /// What paragraph `p` is; prose where it is unknown.
    #[must_use]
    pub fn block(&self, p: usize) -> Block {
        self.blocks.get(p).copied().unwrap_or(Block::Body)
    }

    /// True where sentence `s` of `analysis` yields quotes and events: prose, titles and captions.
    #[must_use]
    pub fn is_prose(&self, analysis: &Analysis<'_>, s: usize) -> bool {
        matches!(self.block(analysis.sentences()[s].paragraph), Block::Body | Block::Title | Block::Caption)
    }

    /// True where byte `at` stands in a dateline or a photo credit: names there are places and
    /// sources, nobody who acts.
    #[must_use]
    pub fn is_aside(&self, at: u32) -> bool {
        within(&self.datelines, at) || within(&self.credits, at)
    }

    /// True where byte `at` stands in markup: no words of the article.
    #[must_use]
    pub fn is_markup(&self, at: u32) -> bool {
        within(&self.markup, at)
    }
}

fn within(spans: &[Span], at: u32) -> bool {
    let i = spans.partition_point(|s| s.end <= at);
    spans.get(i).is_some_and(|s| s.start <= at)
}

/// Reads the blocks of a text.
#[must_use]
pub fn read(analysis: &Analysis<'_>) -> Layout {
    let text = analysis.text();
    let mut layout = Layout { markup: markup::find(text), ..Layout::default() };
    // The head of the article: up to its first paragraph of prose.
    let mut head = true;
    let several = analysis.paragraphs().len() > 2;
    for (p, paragraph) in analysis.paragraphs().iter().enumerate() {
        let words = paragraph.span.of(text);
        let mut block = blocks::block(words);
        let start = paragraph.span.start as usize;
        if matches!(block, Block::Body | Block::Caption) {
            let dateline = dateline::length(words);
            if dateline > 0 {
                layout.datelines.push(Span::new(start, start + dateline));
                block = Block::Body;
            } else if block == Block::Caption
                && let Some(at) = blocks::credit(words)
            {
                layout.credits.push(Span::new(start + at, paragraph.span.end as usize));
            }
            if head && dateline == 0 && layout.title.is_none() && several && p < 3 && blocks::is_title(words) {
                block = Block::Title;
            }
        }
        if head && block == Block::Heading && words.split_whitespace().nth(2).is_some() {
            block = Block::Title;
        }
        if block == Block::Title && layout.title.is_none() {
            layout.title = Some(paragraph.span);
        }
        head &= !matches!(block, Block::Body | Block::Caption);
        layout.blocks.push(block);
    }
    pictures(analysis, &mut layout);
    layout
}

/// "Image copyright EPA", "Image caption": labels of pictures that a page leaves in its text.
fn pictures(analysis: &Analysis<'_>, layout: &mut Layout) {
    let mut found = false;
    for sentence in analysis.sentences() {
        let label = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + 5);
        if label.len() < 2 || analysis.word(label.start) != "Image" {
            continue;
        }
        let end = match analysis.word(label.start + 1) {
            "copyright" => label.end,
            "caption" => label.start + 2,
            _ => continue,
        };
        layout.credits.push(analysis.span_of(label.start..end));
        found = true;
    }
    if found {
        layout.credits.sort_by_key(|s| s.start);
    }
}
