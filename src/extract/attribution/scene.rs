//! An article as the rules of this room see it: its tree, and which tokens stand between marks.

use std::ops::Range;

use crate::extract::layout::{Block, Layout};
use crate::extract::quotation_marks::Quotation;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::Span;

/// A top-level quotation and its tokens.
#[derive(Clone, Debug)]
pub struct Speech {
    /// Its marks and words.
    pub quotation: Quotation,
    /// Its tokens, marks included.
    pub tokens: Range<usize>,
    /// Its paragraph.
    pub paragraph: usize,
}

/// What all rules look at.
#[derive(Debug)]
pub struct Scene<'a, 't> {
    /// The tree.
    pub analysis: &'a Analysis<'t>,
    /// What each paragraph is for.
    pub layout: &'a Layout,
    /// Top-level quotations, in order.
    pub speeches: Vec<Speech>,
    /// One a token: the number of the speech it stands in, marks included, plus one; 0 outside.
    inside: Vec<u32>,
}

impl<'a, 't> Scene<'a, 't> {
    /// Lays the quotations over the tree.
    pub fn new(analysis: &'a Analysis<'t>, layout: &'a Layout, quotations: &[Quotation]) -> Self {
        let mut inside = vec![0; analysis.tokens().len()];
        let mut speeches = Vec::new();
        for q in quotations.iter().filter(|q| !q.nested) {
            let tokens = analysis.tokens_in(q.outer);
            if tokens.is_empty() {
                continue;
            }
            speeches.push(Speech {
                quotation: *q,
                paragraph: analysis.paragraph_of(tokens.start),
                tokens: tokens.clone(),
            });
            inside[tokens].fill(speeches.len() as u32);
        }
        Self { analysis, layout, speeches, inside }
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.analysis.text()
    }

    /// The speech that token `i` stands in.
    pub fn speech_at(&self, i: usize) -> Option<usize> {
        self.inside.get(i).and_then(|&n| (n as usize).checked_sub(1))
    }

    /// True where token `i` stands outside all quotation marks.
    pub fn is_outside(&self, i: usize) -> bool {
        self.speech_at(i).is_none()
    }

    /// True where paragraph `p` may report speech.
    pub fn is_read(&self, p: usize) -> bool {
        !matches!(self.layout.block(p), Block::Boilerplate | Block::Byline)
    }

    /// True for a token of nothing but punctuation.
    pub fn is_punct(&self, i: usize) -> bool {
        !self.analysis.word(i).contains(char::is_alphanumeric)
    }

    /// The tokens of sentence `s`.
    pub fn sentence(&self, s: usize) -> Range<usize> {
        self.analysis.sentences()[s].tokens.clone()
    }

    /// The tokens of the sentence that holds token `i`.
    pub fn sentence_around(&self, i: usize) -> Range<usize> {
        self.sentence(self.analysis.sentence_of(i))
    }

    /// The tokens of paragraph `p`.
    pub fn paragraph(&self, p: usize) -> Range<usize> {
        let sentences = self.analysis.paragraphs()[p].sentences.clone();
        if sentences.is_empty() {
            return 0..0;
        }
        self.sentence(sentences.start).start..self.sentence(sentences.end - 1).end
    }

    /// True for a finite verb or auxiliary.
    pub fn is_finite(&self, i: usize) -> bool {
        matches!(self.analysis.xpos(i), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    }

    /// True for nouns, names and pronouns.
    pub fn is_nominal(&self, i: usize) -> bool {
        matches!(self.analysis.upos(i), Upos::Noun | Upos::Propn | Upos::Pron)
    }

    /// The words of the noun phrase headed by `head`, without relative clauses, appositions and
    /// what stands between marks.
    pub fn noun_phrase(&self, head: usize) -> Range<usize> {
        let a = self.analysis;
        let sentence = self.sentence_around(head);
        let under = a.subtree(head);
        let mut start = head;
        while start > under.start.max(sentence.start) && self.is_outside(start - 1) && !self.ends_phrase(start - 1) {
            start -= 1;
        }
        // A name that the tree broke is one all the same.
        while start > sentence.start
            && a.lower(start) != "the"
            && a.name_at(start).is_some_and(|n| n.tokens.contains(&(start - 1)))
        {
            start -= 1;
        }
        let mut end = head + 1;
        while end < under.end.min(sentence.end) && self.is_outside(end) && !self.ends_phrase(end) {
            end += 1;
        }
        // "Sung-wook" is one name.
        while end + 1 < sentence.end && self.analysis.word(end) == "-" && self.is_hyphenated(end + 1) {
            end += 2;
        }
        // Its preposition or conjunction is no part of it, nor the marks of bold print.
        while start < head && (matches!(a.upos(start), Upos::Adp | Upos::Sconj | Upos::Cconj) || self.is_punct(start)) {
            start += 1;
        }
        start..end
    }

    /// True for a word that a hyphen ties to the word before it.
    pub fn is_hyphenated(&self, i: usize) -> bool {
        let a = self.analysis;
        i > 1
            && a.word(i - 1) == "-"
            && a.span(i - 1).end == a.span(i).start
            && a.span(i - 2).end == a.span(i - 1).start
            && !self.is_punct(i)
    }

    fn ends_phrase(&self, i: usize) -> bool {
        let a = self.analysis;
        matches!(a.word(i), "," | ";" | ":" | "(" | ")" | "—" | "–" | "--" | "-" | "―")
            && !(a.word(i) == "-" && i > 0 && a.span(i - 1).end == a.span(i).start)
            || matches!(a.lower(i), "who" | "whose" | "which" | "whom")
            || matches!(a.upos(i), Upos::Verb) && matches!(a.deprel(i), Deprel::AclRelcl | Deprel::Acl)
    }

    /// A span from token to token without punctuation at its ends; marks of a quotation that lies
    /// within stay.
    pub fn trimmed(&self, mut tokens: Range<usize>) -> Option<Span> {
        let word = |i: usize| self.analysis.word(i);
        let whole = |i: usize, run: &Range<usize>| {
            self.speech_at(i).is_some_and(|s| {
                let speech = &self.speeches[s].tokens;
                run.start <= speech.start && speech.end <= run.end && *speech != *run
            })
        };
        while tokens.start < tokens.end
            && self.is_punct(tokens.start)
            && !matches!(word(tokens.start), "$" | "(" | "[")
            && !whole(tokens.start, &tokens)
        {
            tokens.start += 1;
        }
        while tokens.start < tokens.end
            && self.is_punct(tokens.end - 1)
            && !matches!(word(tokens.end - 1), ")" | "]" | "%" | "$")
            && !whole(tokens.end - 1, &tokens)
        {
            tokens.end -= 1;
        }
        (!tokens.is_empty()).then(|| self.analysis.span_of(tokens))
    }

    /// Tokens of a run that hold a letter or digit.
    pub fn word_count(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&i| !self.is_punct(i)).count()
    }
}
