//! The tree of a text and how rules walk it.

use std::ops::Range;

use super::tokens::Gap;
use super::{Deprel, Upos, Xpos};
use crate::model::{EntityKind, FireRecord, RuleRef, Span};

/// One token. Token numbers are places in [`Analysis::tokens`].
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its bytes.
    pub span: Span,
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn part of speech.
    pub xpos: Xpos,
    /// Number of the token it hangs on; its own number for a sentence's root.
    pub head: u32,
    /// How it hangs there.
    pub deprel: Deprel,
    /// Number of its sentence.
    pub sentence: u32,
    /// What stands between it and the token before it.
    pub gap: Gap,
    /// Place of the lower-cased form in the word arena.
    pub(super) lower: (u32, u16),
    /// Place of the lemma in the word arena.
    pub(super) lemma: (u32, u16),
}

/// A sentence: consecutive tokens of one paragraph.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first token's first byte to its last token's last.
    pub span: Span,
    /// Its tokens' numbers.
    pub tokens: Range<usize>,
    /// Number of its paragraph.
    pub paragraph: usize,
}

/// A paragraph: a block between blank lines or line breaks that do not merely wrap a line (headings,
/// list items, the lines of a text with a paragraph a line).
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its bytes, white space at the ends left out.
    pub span: Span,
    /// Its sentences' numbers.
    pub sentences: Range<usize>,
}

/// A named span as the name tagger saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its tokens' numbers; never empty, never over a sentence's end.
    pub tokens: Range<usize>,
    /// What it names.
    pub kind: EntityKind,
}

/// A text with its sentences, tokens, trees and names.
///
/// Tokens tile the text: between two neighbours stands only white space. Trees are projective, so
/// every subtree is a run of tokens.
#[derive(Clone, Debug)]
pub struct Analysis<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) names: Vec<Name>,
    pub(super) name_of: Vec<u32>,
    pub(super) words: String,
    pub(super) child_starts: Vec<u32>,
    pub(super) children: Vec<u32>,
    pub(super) subtrees: Vec<(u32, u32)>,
    /// Which rules fired, where they are recorded.
    pub(super) fires: FireRecord,
}

impl<'t> Analysis<'t> {
    /// The text analysed.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Notes that a rule that leaves no other trace fired on `words`, where fires are recorded.
    pub fn fired(&self, rule: RuleRef, words: Span) {
        self.fires.note(rule, words);
    }

    /// The record of the rules that fire over this text.
    #[must_use]
    pub fn fires(&self) -> &FireRecord {
        &self.fires
    }

    /// All tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Named spans, in order, not overlapping.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// The name that covers token `i`.
    #[must_use]
    pub fn name_at(&self, i: usize) -> Option<&Name> {
        match self.name_of.get(i) {
            Some(&n) if n != u32::MAX => self.names.get(n as usize),
            _ => None,
        }
    }

    /// Token `i`'s words as they stand in the text.
    #[must_use]
    pub fn word(&self, i: usize) -> &'t str {
        self.tokens[i].span.of(self.text)
    }

    /// Token `i` in lower case, typographic apostrophes made plain.
    #[must_use]
    pub fn lower(&self, i: usize) -> &str {
        self.arena(self.tokens[i].lower)
    }

    /// Token `i`'s lemma, in lower case.
    #[must_use]
    pub fn lemma(&self, i: usize) -> &str {
        self.arena(self.tokens[i].lemma)
    }

    fn arena(&self, (at, len): (u32, u16)) -> &str {
        &self.words[at as usize..at as usize + len as usize]
    }

    /// Token `i`'s bytes.
    #[must_use]
    pub fn span(&self, i: usize) -> Span {
        self.tokens[i].span
    }

    /// The bytes from the first to the last of a run of tokens; empty for an empty run.
    #[must_use]
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        if tokens.is_empty() {
            return Span::default();
        }
        self.tokens[tokens.start].span.cover(self.tokens[tokens.end - 1].span)
    }

    /// Universal part of speech of token `i`.
    #[must_use]
    pub fn upos(&self, i: usize) -> Upos {
        self.tokens[i].upos
    }

    /// Penn part of speech of token `i`.
    #[must_use]
    pub fn xpos(&self, i: usize) -> Xpos {
        self.tokens[i].xpos
    }

    /// What stands between token `i` and the one before it.
    #[must_use]
    pub fn gap(&self, i: usize) -> Gap {
        self.tokens[i].gap
    }

    /// How token `i` hangs on its head.
    #[must_use]
    pub fn deprel(&self, i: usize) -> Deprel {
        self.tokens[i].deprel
    }

    /// The token that `i` hangs on; `None` for a sentence's root.
    #[must_use]
    pub fn head(&self, i: usize) -> Option<usize> {
        let h = self.tokens[i].head as usize;
        (h != i).then_some(h)
    }

    /// The tokens that hang on `i`, in order of the text.
    pub fn children(&self, i: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let run = self.child_starts[i] as usize..self.child_starts[i + 1] as usize;
        self.children[run].iter().map(|&c| c as usize)
    }

    /// The first child of `i` with one of these relations.
    #[must_use]
    pub fn child(&self, i: usize, rels: &[Deprel]) -> Option<usize> {
        self.children(i).find(|&c| rels.contains(&self.deprel(c)))
    }

    /// The children of `i` with one of these relations.
    pub fn children_by<'a>(&'a self, i: usize, rels: &'a [Deprel]) -> impl Iterator<Item = usize> + 'a {
        self.children(i).filter(move |&c| rels.contains(&self.deprel(c)))
    }

    /// The run of tokens under `i`, itself included.
    #[must_use]
    pub fn subtree(&self, i: usize) -> Range<usize> {
        self.subtrees[i].0 as usize..self.subtrees[i].1 as usize
    }

    /// True where `above` is `i` or an ancestor of it.
    #[must_use]
    pub fn is_under(&self, i: usize, above: usize) -> bool {
        let mut at = i;
        loop {
            if at == above {
                return true;
            }
            match self.head(at) {
                Some(h) => at = h,
                None => return false,
            }
        }
    }

    /// Number of the sentence that holds token `i`.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.tokens[i].sentence as usize
    }

    /// Number of the paragraph that holds token `i`.
    #[must_use]
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.sentences[self.sentence_of(i)].paragraph
    }

    /// The root token of sentence `s`; its first token where the tree has none.
    #[must_use]
    pub fn root_of(&self, s: usize) -> usize {
        let run = self.sentences[s].tokens.clone();
        run.clone().find(|&i| self.head(i).is_none()).unwrap_or(run.start)
    }

    /// The tokens that overlap a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// The token that covers byte `at`, or the next one after it.
    #[must_use]
    pub fn token_at(&self, at: usize) -> Option<usize> {
        let i = self.tokens.partition_point(|t| t.span.end as usize <= at);
        (i < self.tokens.len()).then_some(i)
    }
}
