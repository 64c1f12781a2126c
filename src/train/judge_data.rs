//! What the event judge learns from: the words of `train judge-examples` with what annotators or a teacher say of them.

use std::fs;
use std::io::{BufRead, BufReader};

use anyhow::{Context, Result};
use rustc_hash::FxHashSet;

use super::pipeline::Options;
use crate::extract::events::judge::network::OUTPUTS;

/// What is said of a word.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// It is not learnt from.
    Held,
    /// It tells no event, annotators say.
    Nothing,
    /// It tells one of the types whose bits are set, annotators say.
    One(u32),
    /// The teacher's chances.
    Shares(Box<[f32; OUTPUTS]>),
    /// The teacher is sure that it tells nothing.
    Silent,
}

impl Told {
    /// The shares to be learnt where the network gives `shares`: of types equally right those it prefers.
    pub(super) fn shares(&self, shares: &[f32; OUTPUTS]) -> [f32; OUTPUTS] {
        let mut want = [0.0; OUTPUTS];
        match self {
            Self::Held => want = *shares,
            Self::Nothing | Self::Silent => want[0] = 1.0,
            Self::Shares(s) => want = **s,
            Self::One(types) => {
                let right = |o: usize| o > 0 && types & 1 << (o - 1) != 0;
                let all: f32 = (0..OUTPUTS).filter(|&o| right(o)).map(|o| shares[o]).sum();
                for o in (0..OUTPUTS).filter(|&o| right(o)) {
                    want[o] = if all > 1e-9 { shares[o] / all } else { 1.0 / types.count_ones() as f32 };
                }
            }
        }
        want
    }
}

/// A word that could tell an event.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// The number of its sentence among all.
    pub sentence: u32,
    /// Its own features.
    pub own: Vec<u32>,
    /// What is said of it.
    pub told: Told,
    /// True where it is of a fold that nothing is learnt from.
    pub is_check: bool,
}

/// A word as the file of examples has it.
struct Raw {
    token: usize,
    head: usize,
    framed: u32,
    own: Vec<u32>,
}

/// Reads NAME.examples and NAME.labels.
pub(super) fn read(
    options: &Options,
    name: &str,
    folds: &FxHashSet<u64>,
    words: &mut Vec<Word>,
    shared: &mut Vec<Vec<u32>>,
) -> Result<()> {
    let file = fs::read(options.data.join(format!("{name}.examples")))?;
    let (chunks, _) = file.as_chunks::<4>();
    let mut numbers = chunks.iter().map(|c| u32::from_le_bytes(*c)).peekable();
    let labels = BufReader::new(fs::File::open(options.data.join(format!("{name}.labels")))?);
    for (n, line) in labels.lines().enumerate() {
        let said: serde_json::Value = serde_json::from_str(&line?)?;
        while numbers.peek() == Some(&u32::MAX) {
            let mut ahead = numbers.clone();
            ahead.next();
            if ahead.next() != Some(n as u32) {
                break;
            }
            numbers.nth(1);
            let list = |numbers: &mut dyn Iterator<Item = u32>| -> Option<Vec<u32>> {
                let len = numbers.next()? as usize;
                Some(numbers.take(len).collect())
            };
            shared.push(list(&mut numbers).context("no features")?);
            let sentence = shared.len() as u32 - 1;
            let mut raw = Vec::new();
            while numbers.peek().is_some_and(|&n| n != u32::MAX) {
                let mut next = || numbers.next().context("a word is cut off");
                let (token, head, framed) = (next()? as usize, next()? as usize, next()?);
                raw.push(Raw { token, head, framed, own: list(&mut numbers).context("no features")? });
            }
            let (told, is_check) = match said["events"].as_array() {
                Some(events) => {
                    let is_check = said["fold"].as_u64().is_some_and(|f| !folds.contains(&f));
                    (annotated(events, &raw), is_check)
                }
                None => (taught(&said["words"], &raw), false),
            };
            for (w, told) in raw.into_iter().zip(told) {
                words.push(Word { sentence, own: w.own, told, is_check });
            }
        }
    }
    Ok(())
}

/// What annotators say of the words of a sentence. Where a frame stands in an event's words it is that word that
/// tells it; where it stands beside them in the sentence it is left open.
fn annotated(events: &[serde_json::Value], words: &[Raw]) -> Vec<Told> {
    let mut told = vec![Told::Nothing; words.len()];
    let number = |v: &serde_json::Value| v.as_u64().unwrap_or(0) as usize;
    let mut open = 0;
    let sorted = |optional: bool| events.iter().filter(move |e| e[3].as_bool() == Some(optional));
    for event in sorted(true).chain(sorted(false)) {
        let inside: Vec<usize> = event[1].as_array().map_or(Vec::new(), |l| l.iter().map(number).collect());
        let types = event[2].as_array().map_or(0, |l| l.iter().fold(0u32, |bits, t| bits | 1 << number(t)));
        let places: Vec<usize> = (0..words.len()).filter(|&w| inside.contains(&words[w].token)).collect();
        if places.is_empty() {
            continue;
        }
        open |= types;
        if event[3].as_bool() == Some(true) {
            for &w in &places {
                told[w] = Told::Held;
            }
            continue;
        }
        let framed: Vec<usize> = places.iter().copied().filter(|&w| words[w].framed & types != 0).collect();
        let head = places.iter().copied().find(|&w| words[w].token == number(&event[0]));
        for &w in &places {
            if !matches!(told[w], Told::One(_)) {
                told[w] = Told::Held;
            }
        }
        let tellers = if framed.is_empty() { vec![head.unwrap_or(places[0])] } else { framed };
        for w in tellers {
            told[w] = match told[w] {
                Told::One(old) => Told::One(old | types),
                _ => Told::One(types),
            };
        }
    }
    // the frame may tell the event of its sentence by another word
    for (t, w) in told.iter_mut().zip(words) {
        if matches!(t, Told::Nothing) && w.framed & open != 0 {
            *t = Told::Held;
        }
    }
    told
}

/// What the teacher says of the words of a sentence. A word of a frame hears what is said of the words beside it in
/// the tree too: "launched an attack".
fn taught(said: &serde_json::Value, words: &[Raw]) -> Vec<Told> {
    let find = |token: usize| -> Option<[f32; OUTPUTS]> {
        let said = said.as_array()?;
        let at = said.binary_search_by_key(&(token as u64), |w| w[0].as_u64().unwrap_or(0)).ok()?;
        let mut shares = [0.0; OUTPUTS];
        for (s, v) in shares[1..].iter_mut().zip(said[at][1].as_array()?) {
            *s = v.as_f64()? as f32 / 1000.0;
        }
        shares[0] = (1.0 - shares.iter().sum::<f32>()).max(0.0);
        Some(shares)
    };
    let own: Vec<_> = words.iter().map(|w| find(w.token)).collect();
    let of = |shares: &[f32; OUTPUTS], types: u32| -> f32 {
        (1..OUTPUTS).filter(|o| types & 1 << (o - 1) != 0).map(|o| shares[o]).sum()
    };
    (0..words.len())
        .map(|w| {
            let mut best = own[w];
            if words[w].framed != 0 {
                for v in 0..words.len() {
                    let beside = words[v].head == words[w].token || words[w].head == words[v].token;
                    if beside
                        && let Some(shares) = own[v]
                        && of(&shares, words[w].framed) > best.map_or(0.0, |b| of(&b, words[w].framed))
                    {
                        best = Some(shares);
                    }
                }
                // a frame's word is an example of its own even where the teacher is sure
                best = best.or_else(|| Some(std::array::from_fn(|o| if o == 0 { 1.0 } else { 0.0 })));
            }
            best.map_or(Told::Silent, |s| Told::Shares(Box::new(s)))
        })
        .collect()
}
