//! Which paragraphs of an article are prose, and which are its furniture: headings, bylines,
//! datelines, photo captions and credits, a site's boilerplate.

use crate::language::Analysis;
use crate::model::Span;

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// Sentences of the article.
    Body,
    /// The title or a heading within the text.
    Heading,
    /// Who wrote it, where and when ("By …", "LONDON (Reuters) –" alone on a line).
    Byline,
    /// A photo's caption or credit.
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
}

impl Layout {
    /// What paragraph `p` is; prose where it is unknown.
    #[must_use]
    pub fn block(&self, p: usize) -> Block {
        self.blocks.get(p).copied().unwrap_or(Block::Body)
    }

    /// True where sentence `s` of `analysis` yields quotes and events: prose and captions.
    #[must_use]
    pub fn is_prose(&self, analysis: &Analysis<'_>, s: usize) -> bool {
        matches!(self.block(analysis.sentences()[s].paragraph), Block::Body | Block::Caption)
    }
}

/// Reads the blocks of a text.
#[must_use]
pub fn read(analysis: &Analysis<'_>) -> Layout {
    Layout { blocks: vec![Block::Body; analysis.paragraphs().len()], title: None }
}
