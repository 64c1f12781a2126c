//! Transcripts: "PRESIDENT TRUMP: …", "Q: …", each turn the words of the speaker before the colon.

use std::ops::Range;

use super::scene::Scene;
use crate::extract::layout::Block;

/// A label has at most so many words.
const LABEL_WORDS: usize = 8;
/// So many labelled turns make a transcript.
const FEWEST_TURNS: usize = 3;

/// One paragraph of a turn.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The tokens of the label.
    pub label: Range<usize>,
    /// The tokens said.
    pub tokens: Range<usize>,
    /// Its paragraph.
    pub paragraph: usize,
    /// True for the paragraphs of a turn after its first.
    pub continues: bool,
}

/// The turns of a transcript; empty for an article that is none.
pub fn turns(scene: &Scene<'_, '_>) -> Vec<Turn> {
    let labels: Vec<Option<Range<usize>>> = (0..scene.analysis.paragraphs().len()).map(|p| label(scene, p)).collect();
    if labels.iter().flatten().count() < FEWEST_TURNS {
        return Vec::new();
    }
    let mut turns: Vec<Turn> = Vec::new();
    for (p, own) in labels.into_iter().enumerate() {
        let tokens = scene.paragraph(p);
        let (label, start, continues) = match own {
            Some(label) => (label.clone(), after_label(scene, label.end), false),
            None => match turns.last() {
                Some(last) if scene.layout.block(p) == Block::Body && last.paragraph + 1 == p => {
                    (last.label.clone(), tokens.start, true)
                }
                _ => continue,
            },
        };
        let spoken = start.min(tokens.end)..tokens.end;
        // "(Applause.)", "END 2:15 P.M. EST"
        let aside = scene.analysis.word(tokens.start).starts_with(['(', '['])
            && scene.is_punct(tokens.end - 1)
            && scene.word_count(tokens.clone()) <= 4;
        if aside && continues {
            if let Some(last) = turns.last_mut() {
                last.paragraph = p;
            }
            continue;
        }
        turns.push(Turn { label, tokens: spoken, paragraph: p, continues });
    }
    turns.retain(|t| scene.word_count(t.tokens.clone()) > 0);
    turns
}

fn after_label(scene: &Scene<'_, '_>, end: usize) -> usize {
    if scene.analysis.tokens().get(end).is_some() && scene.analysis.word(end) == ":" { end + 1 } else { end }
}

/// The label a paragraph begins with: words in capitals before a colon, or "Q" alone.
fn label(scene: &Scene<'_, '_>, p: usize) -> Option<Range<usize>> {
    let a = scene.analysis;
    if !scene.is_read(p) {
        return None;
    }
    let mut tokens = scene.paragraph(p);
    while tokens.start < tokens.end && matches!(a.word(tokens.start), "\"" | "“" | "*" | "**" | "_") {
        tokens.start += 1;
    }
    let first = tokens.start;
    if tokens.len() > 1 && a.word(first) == "Q" && !matches!(a.word(first + 1), "'s" | "." | "&") {
        return Some(first..first + 1);
    }
    let colon = tokens.clone().take(LABEL_WORDS + 4).find(|&i| a.word(i) == ":")?;
    let words = first..colon;
    let shouted = words.clone().all(|i| {
        let w = a.word(i);
        scene.is_punct(i)
            || !w.contains(char::is_lowercase)
            || matches!(w, "Mc" | "Mac" | "Mr." | "Ms." | "Mrs." | "Dr.")
    });
    let letters = words.clone().any(|i| a.word(i).chars().filter(|c| c.is_uppercase()).count() >= 2);
    let turn = shouted && letters && scene.word_count(words.clone()) <= LABEL_WORDS && colon + 1 < tokens.end;
    turn.then_some(words)
}
