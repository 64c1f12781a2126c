//! Puts an [`Analysis`] together.

use std::ops::Range;

use super::analysis::{Analysis, Name, Paragraph, Sentence, Token};
use super::tokens::{RawToken, tokenise};
use super::{Deprel, Upos, Xpos, lemma, lines, sentences};
use crate::model::{FireRecord, Span};

/// Longer sentences are cut, so that no tree is deeper than this.
pub(super) const LONGEST_SENTENCE: usize = 400;

/// Tag, head and relation of one token.
#[derive(Clone, Copy, Debug)]
pub struct Parse {
    /// Universal part of speech.
    pub upos: Upos,
    /// Penn part of speech.
    pub xpos: Xpos,
    /// Number, inside its sentence, of the token it hangs on; its own for the root.
    pub head: u32,
    /// How it hangs there.
    pub deprel: Deprel,
}

/// Makes an [`Analysis`]: paragraphs, sentences and tokens first, then tags, trees and names.
#[derive(Debug)]
pub struct AnalysisBuilder<'t> {
    analysis: Analysis<'t>,
}

impl<'t> AnalysisBuilder<'t> {
    /// The tokens, sentences and paragraphs of `text`, untagged, every token a root.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        // spans are 32 bits wide; no article comes near that
        let text = text.get(..u32::MAX as usize).unwrap_or(text);
        let mut raw = Vec::with_capacity(text.len() / 5);
        tokenise(text, &mut raw);
        let paragraphs = lines::paragraphs(text, &raw);
        let mut builder = Self {
            analysis: Analysis {
                text,
                tokens: Vec::with_capacity(raw.len()),
                sentences: Vec::with_capacity(raw.len() / 16),
                paragraphs: Vec::with_capacity(paragraphs.len()),
                names: Vec::new(),
                name_of: Vec::new(),
                words: String::with_capacity(text.len() * 3 / 2),
                child_starts: Vec::new(),
                children: Vec::new(),
                subtrees: Vec::new(),
                fires: FireRecord::default(),
            },
        };
        let mut starts = Vec::new();
        for (p, &from) in paragraphs.iter().enumerate() {
            let to = paragraphs.get(p + 1).copied().unwrap_or(raw.len());
            starts.clear();
            sentences::split(text, &raw, from, to, &mut starts);
            builder.add_paragraph(&raw, &starts, to);
        }
        builder
    }

    fn add_paragraph(&mut self, raw: &[RawToken], starts: &[usize], to: usize) {
        let analysis = &mut self.analysis;
        let number = analysis.paragraphs.len();
        let first_sentence = analysis.sentences.len();
        for (k, &start) in starts.iter().enumerate() {
            let end = starts.get(k + 1).copied().unwrap_or(to);
            let mut at = start;
            while at < end {
                let stop = end.min(at + LONGEST_SENTENCE);
                analysis.sentences.push(Sentence { span: span_of(raw, at..stop), tokens: at..stop, paragraph: number });
                at = stop;
            }
        }
        let run = first_sentence..analysis.sentences.len();
        let Some((first, last)) = starts.first().zip(to.checked_sub(1)) else { return };
        analysis.paragraphs.push(Paragraph { span: span_of(raw, *first..last + 1), sentences: run.clone() });
        for s in run {
            for i in analysis.sentences[s].tokens.clone() {
                let lower = push_lower(raw[i].of(analysis.text), &mut analysis.words);
                analysis.tokens.push(Token {
                    span: Span { start: raw[i].start, end: raw[i].end },
                    upos: Upos::X,
                    xpos: Xpos::Fw,
                    head: i as u32,
                    deprel: Deprel::Root,
                    sentence: s as u32,
                    gap: raw[i].gap,
                    lower,
                    lemma: lower,
                });
            }
        }
    }

    /// What was built so far: tokens, sentences and what was set for them.
    #[must_use]
    pub fn so_far(&self) -> &Analysis<'t> {
        &self.analysis
    }

    /// Sets tags and tree of sentence `s`, one [`Parse`] a token. Heads must form a projective tree.
    pub fn set_parse(&mut self, s: usize, parse: &[Parse]) {
        let Some(sentence) = self.analysis.sentences.get(s) else { return };
        let first = sentence.tokens.start;
        for (token, p) in self.analysis.tokens[sentence.tokens.clone()].iter_mut().zip(parse) {
            token.upos = p.upos;
            token.xpos = p.xpos;
            token.head = first as u32 + p.head;
            token.deprel = p.deprel;
        }
    }

    /// Adds a name; names come in order and do not overlap.
    pub fn add_name(&mut self, name: Name) {
        if !name.tokens.is_empty() && self.analysis.names.last().is_none_or(|last| last.tokens.end <= name.tokens.start)
        {
            self.analysis.names.push(name);
        }
    }

    /// The finished analysis, its lemmas and indexes built.
    #[must_use]
    pub fn finish(mut self) -> Analysis<'t> {
        let analysis = &mut self.analysis;
        set_lemmas(analysis);
        analysis.name_of = vec![u32::MAX; analysis.tokens.len()];
        for (n, name) in analysis.names.iter().enumerate() {
            analysis.name_of[name.tokens.clone()].fill(n as u32);
        }
        index_children(analysis);
        index_subtrees(analysis);
        self.analysis
    }
}

fn span_of(raw: &[RawToken], run: Range<usize>) -> Span {
    match (raw.get(run.start), raw.get(run.end.saturating_sub(1))) {
        (Some(first), Some(last)) => Span { start: first.start, end: last.end },
        _ => Span::default(),
    }
}

/// Adds the lower-case form to the arena, apostrophes plain.
fn push_lower(word: &str, arena: &mut String) -> (u32, u16) {
    let at = arena.len();
    if word.is_ascii() {
        arena.push_str(word);
        arena[at..].make_ascii_lowercase();
    } else {
        for c in word.chars() {
            match c {
                '’' | 'ʼ' | '‘' => arena.push('\''),
                c => arena.extend(c.to_lowercase()),
            }
        }
    }
    (at as u32, (arena.len() - at) as u16)
}

/// A form in lower case as the features and [`Analysis::lower`] see it.
pub(crate) fn lower(form: &str) -> String {
    let mut out = String::new();
    push_lower(form, &mut out);
    out
}

fn set_lemmas(analysis: &mut Analysis<'_>) {
    let mut buffer = String::new();
    for i in 0..analysis.tokens.len() {
        let token = analysis.tokens[i];
        buffer.clear();
        let lower = &analysis.words[token.lower.0 as usize..token.lower.0 as usize + token.lower.1 as usize];
        if lemma::lemma(lower, token.upos, token.xpos, &mut buffer) {
            let at = analysis.words.len();
            analysis.words.push_str(&buffer);
            analysis.tokens[i].lemma = (at as u32, buffer.len() as u16);
        }
    }
}

fn index_children(analysis: &mut Analysis<'_>) {
    let n = analysis.tokens.len();
    let mut starts = vec![0u32; n + 1];
    for (i, t) in analysis.tokens.iter().enumerate() {
        if t.head as usize != i {
            starts[t.head as usize + 1] += 1;
        }
    }
    for i in 0..n {
        starts[i + 1] += starts[i];
    }
    let mut children = vec![0u32; starts[n] as usize];
    let mut next = starts.clone();
    for (i, t) in analysis.tokens.iter().enumerate() {
        if t.head as usize != i {
            let place = &mut next[t.head as usize];
            children[*place as usize] = i as u32;
            *place += 1;
        }
    }
    analysis.child_starts = starts;
    analysis.children = children;
}

/// Runs of tokens under each token, leaves first.
fn index_subtrees(analysis: &mut Analysis<'_>) {
    let n = analysis.tokens.len();
    analysis.subtrees = (0..n as u32).map(|i| (i, i + 1)).collect();
    let mut waiting: Vec<u32> = analysis.child_starts.windows(2).map(|w| w[1] - w[0]).collect();
    let mut ready: Vec<u32> = (0..n as u32).filter(|&i| waiting[i as usize] == 0).collect();
    while let Some(i) = ready.pop() {
        let head = analysis.tokens[i as usize].head;
        if head == i {
            continue;
        }
        let (start, end) = analysis.subtrees[i as usize];
        let above = &mut analysis.subtrees[head as usize];
        *above = (above.0.min(start), above.1.max(end));
        waiting[head as usize] -= 1;
        if waiting[head as usize] == 0 {
            ready.push(head);
        }
    }
}
