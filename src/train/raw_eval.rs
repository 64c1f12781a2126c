//! Scores of sentences and tokens cut from raw text.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::conllu::Sentence;
use super::eval::percent;
use crate::language::{Analysis, AnalysisBuilder};

/// A treebank's text with the spans of its sentences and words.
pub(crate) struct RawText {
    text: String,
    sentences: BTreeSet<(usize, usize)>,
    words: BTreeSet<(usize, usize)>,
}

/// Puts a treebank's text together again: paragraphs between blank lines, sentences on one line.
pub(crate) fn raw_text(treebank: &[Sentence]) -> RawText {
    let mut raw = RawText { text: String::new(), sentences: BTreeSet::new(), words: BTreeSet::new() };
    for s in treebank {
        if s.opens_paragraph && !raw.text.is_empty() {
            raw.text.truncate(raw.text.trim_end().len());
            raw.text.push_str("\n\n");
        }
        let start = raw.text.len();
        let mut end = start;
        for (form, spaced) in s.forms.iter().zip(&s.spaced) {
            let at = raw.text.len();
            raw.text.push_str(form);
            end = raw.text.len();
            raw.words.insert((at, end));
            if *spaced {
                raw.text.push(' ');
            }
        }
        raw.sentences.insert((start, end));
    }
    raw
}

/// F1 of words and sentences, and the first differences where `faults` asks for them.
pub(crate) fn evaluate(treebank: &[Sentence], faults: usize) -> String {
    let raw = raw_text(treebank);
    let builder = AnalysisBuilder::new(&raw.text);
    let analysis: &Analysis<'_> = builder.so_far();
    let words: BTreeSet<_> = analysis.tokens().iter().map(|t| (t.span.start as usize, t.span.end as usize)).collect();
    let sentences: BTreeSet<_> =
        analysis.sentences().iter().map(|s| (s.span.start as usize, s.span.end as usize)).collect();
    let f1 = |a: &BTreeSet<(usize, usize)>, b: &BTreeSet<(usize, usize)>| {
        percent(2 * a.intersection(b).count(), a.len() + b.len())
    };
    let mut out =
        format!("tokens F1 {:.2} | sentences F1 {:.2}\n", f1(&raw.words, &words), f1(&raw.sentences, &sentences));
    let shown = |a: usize, b: usize| raw.text.get(a..b).unwrap_or("").to_owned();
    for &(a, b) in raw.words.difference(&words).take(faults) {
        let mine: Vec<_> =
            words.range((a.saturating_sub(40), 0)..(b, 0)).filter(|w| w.1 > a).map(|w| shown(w.0, w.1)).collect();
        let _ = writeln!(out, "word {:?}, found {mine:?}", shown(a, b));
    }
    let starts: BTreeSet<_> = raw.sentences.iter().map(|s| s.0).collect();
    let found: BTreeSet<_> = sentences.iter().map(|s| s.0).collect();
    let near = |at: usize| {
        let before: String = raw.text[..at].chars().rev().take(50).collect::<Vec<_>>().into_iter().rev().collect();
        let after: String = raw.text[at..].chars().take(40).collect();
        format!("{before:?} || {after:?}")
    };
    for &at in starts.difference(&found).take(faults) {
        let _ = writeln!(out, "missed {}", near(at));
    }
    for &at in found.difference(&starts).take(faults) {
        let _ = writeln!(out, "false {}", near(at));
    }
    out
}
