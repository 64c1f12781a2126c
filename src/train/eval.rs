//! Scores against a treebank.

use std::collections::BTreeSet;

use super::conllu::Sentence;
use crate::language::{Deprel, Upos};

/// Right and total counts of one comparison.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scores {
    words: usize,
    upos: usize,
    xpos: usize,
    heads: usize,
    labelled: usize,
    plain_words: usize,
    plain_heads: usize,
    plain_labelled: usize,
    triples: [usize; 3],
}

impl Scores {
    /// Adds one sentence, gold and found over the same words.
    pub(crate) fn add(&mut self, gold: &Sentence, found: &Sentence) {
        for i in 0..gold.len() {
            let head = gold.heads[i] == found.heads[i];
            let label = head && base(gold.deprels[i]) == base(found.deprels[i]);
            self.words += 1;
            self.upos += usize::from(gold.upos[i] == found.upos[i]);
            self.xpos += usize::from(gold.xpos[i] == found.xpos[i]);
            self.heads += usize::from(head);
            self.labelled += usize::from(label);
            if gold.upos[i] != Upos::Punct {
                self.plain_words += 1;
                self.plain_heads += usize::from(head);
                self.plain_labelled += usize::from(label);
            }
        }
        let (g, f) = (triples(gold), triples(found));
        self.triples[0] += g.intersection(&f).count();
        self.triples[1] += f.len();
        self.triples[2] += g.len();
    }

    /// Head right, of a hundred words that are no punctuation.
    pub(crate) fn uas(&self) -> f64 {
        percent(self.plain_heads, self.plain_words)
    }
}

impl std::fmt::Display for Scores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [both, found, gold] = self.triples;
        write!(
            f,
            "UPOS {:.2} XPOS {:.2} | without punctuation UAS {:.2} LAS {:.2} | with UAS {:.2} LAS {:.2} | triples F1 {:.2}",
            percent(self.upos, self.words),
            percent(self.xpos, self.words),
            self.uas(),
            percent(self.plain_labelled, self.plain_words),
            percent(self.heads, self.words),
            percent(self.labelled, self.words),
            percent(2 * both, found + gold),
        )
    }
}

/// `part` of `whole` in percent.
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The relation without its subtype.
fn base(r: Deprel) -> &'static str {
    r.name().split(':').next().unwrap_or("")
}

/// Verbs with their subject and object: `(verb, subject, object)`, the last of each counting.
fn triples(s: &Sentence) -> BTreeSet<(u32, u32, u32)> {
    let mut subject = vec![0; s.len() + 1];
    let mut object = vec![0; s.len() + 1];
    for i in 0..s.len() {
        let h = s.heads[i] as usize;
        if h == 0 || s.upos[h - 1] != Upos::Verb {
            continue;
        }
        match s.deprels[i] {
            Deprel::Nsubj | Deprel::NsubjPass => subject[h] = i as u32 + 1,
            Deprel::Obj => object[h] = i as u32 + 1,
            _ => {}
        }
    }
    (1..=s.len()).filter(|&v| subject[v] > 0 && object[v] > 0).map(|v| (v as u32, subject[v], object[v])).collect()
}
