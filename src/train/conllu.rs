//! Treebanks in CoNLL-U.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::language::hash::hash_bytes;
use crate::language::{Deprel, Upos, Xpos};

/// A sentence of a treebank; heads count from 1, 0 is the root.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub forms: Vec<String>,
    pub upos: Vec<Upos>,
    pub xpos: Vec<Xpos>,
    pub heads: Vec<u32>,
    pub deprels: Vec<Deprel>,
    /// Last column: name tags in BIO form, or remarks.
    pub misc: Vec<String>,
    /// Whether white space follows each word.
    pub spaced: Vec<bool>,
    /// True where a paragraph begins.
    pub opens_paragraph: bool,
    /// How much a mistake in it counts.
    pub gold: bool,
    /// Another parser's view of the same words.
    pub guide: Option<Guide>,
}

/// What another parser said of a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guide {
    /// Hashes of its tags.
    pub tags: Vec<u32>,
    /// Its heads, 0 for the root, in this project's scheme as far as rules could convert them.
    pub heads: Vec<u32>,
    /// Hashes of their relations.
    pub deprels: Vec<u32>,
    /// Its own heads.
    pub own_heads: Vec<u32>,
    /// Hashes of its own relations.
    pub own_deprels: Vec<u32>,
}

impl Sentence {
    pub(crate) fn len(&self) -> usize {
        self.forms.len()
    }
}

/// Reads a treebank; words that stand for several ("don't") are left out in favour of their parts.
pub(crate) fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut all = Vec::new();
    let mut s = Sentence::default();
    let mut joined = (0, true);
    for line in text.lines() {
        if line.is_empty() {
            if s.len() > 0 {
                relabel_agents(&mut s);
                all.push(std::mem::take(&mut s));
            }
            continue;
        }
        if line.starts_with('#') {
            s.opens_paragraph |= line.starts_with("# newpar") || line.starts_with("# newdoc");
            continue;
        }
        let c: Vec<&str> = line.split('\t').collect();
        if c.len() < 10 {
            continue;
        }
        let spaced = !c[9].contains("SpaceAfter=No");
        if let Some((_, last)) = c[0].split_once('-') {
            joined = (last.parse().unwrap_or(0), spaced);
            continue;
        }
        let Ok(number) = c[0].parse::<usize>() else { continue };
        s.forms.push(c[1].to_owned());
        s.upos.push(c[3].parse().unwrap_or(Upos::X));
        s.xpos.push(c[4].parse().unwrap_or(Xpos::Xx));
        s.heads.push(c[6].parse().unwrap_or(0));
        s.deprels.push(c[7].parse().unwrap_or(Deprel::Dep));
        s.misc.push(c[9].to_owned());
        s.spaced.push(match number.cmp(&joined.0) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => std::mem::take(&mut joined).1,
            std::cmp::Ordering::Greater => spaced,
        });
    }
    if s.len() > 0 {
        relabel_agents(&mut s);
        all.push(s);
    }
    Ok(all)
}

/// Reads another parser's file over the same words into the sentences' guides.
pub(crate) fn read_guides(path: &Path, sentences: &mut [Sentence]) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut blocks = text.split("\n\n").filter(|b| !b.trim().is_empty());
    for s in sentences.iter_mut() {
        let block = blocks.next().context("the guide ends early")?;
        let mut g = Guide::default();
        for line in block.lines() {
            let c: Vec<&str> = line.split('\t').collect();
            anyhow::ensure!(c.len() >= 10, "guide line has {} columns: {line}", c.len());
            let (own_head, own_deprel) = c[8].split_once(':').unwrap_or(("0", c[7]));
            g.tags.push(hash_bytes(c[4].as_bytes()) ^ hash_bytes(c[3].as_bytes()).rotate_left(5));
            g.heads.push(c[6].parse()?);
            g.deprels.push(hash_bytes(c[7].as_bytes()));
            g.own_heads.push(own_head.parse()?);
            g.own_deprels.push(hash_bytes(own_deprel.as_bytes()));
        }
        anyhow::ensure!(g.heads.len() == s.len(), "guide and treebank differ: {:?}", s.forms);
        s.guide = Some(g);
    }
    Ok(())
}

/// The project's scheme marks the doer of a passive: "attacked by rebels" is `obl:agent`.
fn relabel_agents(s: &mut Sentence) {
    for i in 0..s.len() {
        if s.deprels[i] != Deprel::Obl || s.heads[i] == 0 {
            continue;
        }
        let me = i as u32 + 1;
        let by = (0..s.len())
            .any(|k| s.heads[k] == me && s.deprels[k] == Deprel::Case && s.forms[k].eq_ignore_ascii_case("by"));
        if !by {
            continue;
        }
        let head = s.heads[i] as usize - 1;
        let passive = (0..s.len()).any(|k| {
            s.heads[k] as usize == head + 1
                && matches!(s.deprels[k], Deprel::AuxPass | Deprel::NsubjPass | Deprel::CsubjPass)
        });
        let reduced =
            s.xpos[head] == Xpos::Vbn && matches!(s.deprels[head], Deprel::Acl | Deprel::Amod | Deprel::Advcl);
        if passive || reduced {
            s.deprels[i] = Deprel::OblAgent;
        }
    }
}

/// Hangs the dependents of crossing arcs one level higher until none cross.
pub(crate) fn projectivise(heads: &mut [u32]) {
    for _ in 0..heads.len() * 4 {
        let Some(d) = first_crossing(heads) else { return };
        let h = heads[d] as usize;
        heads[d] = if h == 0 { 0 } else { heads[h - 1] };
    }
}

/// The dependent (from 0) of the shorter of two crossing arcs.
fn first_crossing(heads: &[u32]) -> Option<usize> {
    let arc = |d: usize| {
        let (a, b) = (d + 1, heads[d] as usize);
        (a.min(b), a.max(b))
    };
    for d in 0..heads.len() {
        let (a, b) = arc(d);
        for e in 0..heads.len() {
            let (x, y) = arc(e);
            if a < x && x < b && b < y {
                let pick = if heads[d] == 0 {
                    e
                } else if heads[e] == 0 || b - a <= y - x {
                    d
                } else {
                    e
                };
                return Some(pick);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_arcs_are_lifted() {
        // "A hearing is scheduled on the issue today": "on the issue" hangs on "hearing"
        let mut heads = vec![2, 4, 4, 0, 7, 7, 2, 4];
        assert!(first_crossing(&heads).is_some());
        projectivise(&mut heads);
        assert!(first_crossing(&heads).is_none());
        assert_eq!(heads[6], 4);
    }
}
