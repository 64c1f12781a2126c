//! Sentences made from patterns: what annotated texts with a free licence lack.
//!
//! `assets/training/drills.txt` explains its own form. Names are drawn from the gazetteer's tables or
//! made up, so that the tagger learns the pattern of a result or a heading and not a team's name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use super::drill_names::{Parts, Tables};
use super::place_of;
use crate::language::names::{OUTSIDE, beginning};
use crate::language::{RawToken, tokenise};
use crate::model::EntityKind;
use crate::train::conllu::Sentence;
use crate::train::perceptron::Dice;

/// How a made sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    AsWritten,
    Capitals,
    Small,
}

#[derive(Debug, Default)]
struct Section {
    count: usize,
    styles: Vec<Style>,
    patterns: Vec<String>,
}

/// Patterns and the words to fill them with.
#[derive(Debug, Default)]
pub(crate) struct Drills {
    sections: Vec<Section>,
    lists: FxHashMap<String, Vec<String>>,
    names: Tables,
}

impl Drills {
    /// Reads the file of patterns.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        Self::parse(&fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?)
    }

    fn parse(text: &str) -> Result<Self> {
        let mut drills = Self::default();
        for line in text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')) {
            if let Some((name, words)) = line.strip_prefix('@').and_then(|l| l.split_once(' ')) {
                drills.lists.insert(name.to_owned(), words.split('|').map(str::to_owned).collect());
            } else if let Some(head) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                let mut words = head.split(' ').skip(1);
                let count = words.next().and_then(|n| n.parse().ok()).with_context(|| format!("no count: {head}"))?;
                let styles = words.map(style).collect::<Result<_>>()?;
                drills.sections.push(Section { count, styles, patterns: Vec::new() });
            } else {
                drills.sections.last_mut().context("a pattern outside any section")?.patterns.push(line.to_owned());
            }
        }
        let mut words = |name: &str| drills.lists.remove(name).with_context(|| format!("no list @{name}"));
        let parts = Parts {
            club_ends: words("club-end")?,
            club_starts: words("club-start")?,
            nicks: words("nickname")?,
            firms: words("firm")?,
            desks: words("desk-end")?,
        };
        drills.names = Tables::load(parts);
        Ok(drills)
    }

    /// Makes the sentences of every section, each with its labels.
    pub(crate) fn sentences(&self, seed: u64) -> Result<Vec<(Sentence, Vec<u8>)>> {
        let mut dice = Dice::new(seed);
        let mut out = Vec::new();
        for section in &self.sections {
            for _ in 0..section.count {
                let pattern = pick(&section.patterns, &mut dice);
                // most sentences stand as written
                let style =
                    if dice.below(2) == 0 { section.styles.first() } else { Some(pick(&section.styles, &mut dice)) };
                out.push(self.sentence(pattern, style.copied().unwrap_or(Style::AsWritten), &mut dice)?);
            }
        }
        Ok(out)
    }

    fn sentence(&self, pattern: &str, style: Style, dice: &mut Dice) -> Result<(Sentence, Vec<u8>)> {
        let mut text = String::new();
        let mut named = Vec::new();
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('<') {
            let (slot, after) = after.split_once('>').with_context(|| format!("no end of a slot: {pattern}"))?;
            push(&mut text, before, style);
            let (filler, kind) = self.fill(slot, dice).with_context(|| format!("slot <{slot}> of {pattern}"))?;
            let start = text.len();
            push(&mut text, &filler, style);
            named.extend(kind.map(|k| (start..text.len(), k)));
            rest = after;
        }
        push(&mut text, rest, style);
        let mut raw: Vec<RawToken> = Vec::new();
        tokenise(&text, &mut raw);
        let (mut s, mut labels) = (Sentence::default(), Vec::new());
        let mut before = None;
        for (k, t) in raw.iter().enumerate() {
            s.forms.push(t.of(&text).to_owned());
            s.spaced.push(raw.get(k + 1).is_some_and(|n| n.start > t.end));
            let name = named.iter().position(|(run, _)| run.contains(&(t.start as usize)));
            labels.push(name.map_or(OUTSIDE, |n| beginning(place_of(named[n].1)) + u8::from(before == Some(n))));
            before = name;
        }
        Ok((s, labels))
    }

    /// Words for a slot and the kind of name that they are.
    fn fill(&self, slot: &str, dice: &mut Dice) -> Result<(String, Option<EntityKind>)> {
        let (slot, label) = slot.split_once('=').map_or((slot, None), |(s, l)| (s, Some(l)));
        if let Some(words) = self.lists.get(slot) {
            return Ok((pick(words, dice).clone(), None));
        }
        let number = |dice: &mut Dice, from: usize, to: usize| (from + dice.below(to - from)).to_string();
        let plain = match slot {
            "n" => Some(number(dice, 0, 20)),
            "big" => Some(number(dice, 20, 900)),
            "score" => Some(format!("{}-{}", dice.below(7), dice.below(7))),
            "year" => Some(number(dice, 1990, 2030)),
            "ordinal" => Some(format!("{}th", 4 + dice.below(80))),
            "clock" => Some(format!("{}:{}0", 1 + dice.below(12), dice.below(6))),
            "street" => Some(format!("{} Street", self.names.last(dice))),
            _ => None,
        };
        if let Some(text) = plain {
            return Ok((text, None));
        }
        let (text, kind) = self.names.name(slot, dice).context("unknown slot")?;
        let kind = match label {
            None => Some(kind),
            Some("-") => None,
            Some("person") => Some(EntityKind::Person),
            Some("place") => Some(EntityKind::Place),
            Some("organisation") => Some(EntityKind::Organisation),
            Some(other) => bail!("unknown label {other}"),
        };
        Ok((text, kind))
    }
}

fn style(name: &str) -> Result<Style> {
    Ok(match name {
        "as-written" => Style::AsWritten,
        "capitals" => Style::Capitals,
        "small" => Style::Small,
        other => bail!("unknown style {other}"),
    })
}

fn push(text: &mut String, piece: &str, style: Style) {
    match style {
        Style::AsWritten => text.push_str(piece),
        Style::Capitals => text.push_str(&piece.to_uppercase()),
        Style::Small => text.push_str(&piece.to_lowercase()),
    }
}

/// One of them, drawn.
pub(super) fn pick<'a, T>(of: &'a [T], dice: &mut Dice) -> &'a T {
    &of[dice.below(of.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::names::{kind_of, spans};

    const PARTS: &str =
        "@club-end United|City\n@club-start Real\n@nickname Tigers\n@firm Inc|Group\n@desk-end newsroom\n";

    #[test]
    fn patterns_become_labelled_sentences() {
        let drills = Drills::parse(&format!(
            "{PARTS}@when today|now\n[a 4 as-written]\n<short> of <side> met <made=-> <when>\n"
        ))
        .unwrap();
        let made = drills.sentences(3).unwrap();
        assert_eq!(made.len(), 4);
        for (s, labels) in &made {
            let kinds: Vec<_> = spans(labels).map(|(run, k)| (run.start, k)).collect();
            assert_eq!(kinds.len(), 2, "{:?}", s.forms);
            assert_eq!(kinds[0], (0, place_of(EntityKind::Person)));
            assert_eq!(kinds[1].1, place_of(EntityKind::Organisation));
            assert_eq!(kind_of(labels[labels.len() - 1]), None);
        }
        assert_eq!(made[2].0.forms, drills.sentences(3).unwrap()[2].0.forms);
    }

    #[test]
    fn the_patterns_can_be_read() {
        let drills = Drills::parse(include_str!("../../../assets/training/drills.txt")).unwrap();
        let mut dice = Dice::new(1);
        for pattern in drills.sections.iter().flat_map(|s| &s.patterns) {
            let (s, labels) = drills.sentence(pattern, Style::AsWritten, &mut dice).unwrap();
            assert!(!s.forms.is_empty() && s.len() == labels.len(), "{pattern}");
        }
        assert!(Drills::parse("[a 1 as-written]\n<n>\n").is_err(), "without the parts of names");
        assert!(Drills::parse(&format!("{PARTS}[a 1 as-written]\n<nothing>\n")).unwrap().sentences(1).is_err());
    }
}
