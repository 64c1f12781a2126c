//! Sentences made from patterns: what annotated texts with a free licence lack.
//!
//! `assets/training/drills.txt` explains its own form. Names are drawn from the gazetteer's tables or
//! made up, so that the tagger learns the pattern of a result or a heading and not a team's name.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use rustc_hash::FxHashMap;

use super::place_of;
use crate::language::gazetteer::table;
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
        let mut drills = Self { names: Tables::load(), ..Self::default() };
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

fn pick<'a, T>(of: &'a [T], dice: &mut Dice) -> &'a T {
    &of[dice.below(of.len())]
}

/// The names of the gazetteer's tables, by kind.
#[derive(Debug, Default)]
struct Tables {
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    cities: Vec<&'static str>,
    regions: Vec<&'static str>,
    countries: Vec<&'static str>,
    demonyms: Vec<&'static str>,
    companies: Vec<&'static str>,
    bodies: Vec<&'static str>,
}

const CLUB_ENDS: [&str; 16] = [
    "United",
    "City",
    "Rovers",
    "Rangers",
    "Athletic",
    "Wanderers",
    "Town",
    "County",
    "Albion",
    "FC",
    "Dynamo",
    "Rapid",
    "Sporting",
    "Hotspur",
    "Villa",
    "Union",
];
const CLUB_STARTS: [&str; 14] = [
    "Real",
    "Sporting",
    "Dynamo",
    "Dinamo",
    "Lokomotiv",
    "Atletico",
    "AC",
    "FC",
    "SK",
    "CSKA",
    "Spartak",
    "Borussia",
    "Inter",
    "Olympique",
];
const NICKS: [&str; 28] = [
    "Tigers",
    "Lions",
    "Eagles",
    "Giants",
    "Bears",
    "Bulls",
    "Hawks",
    "Pirates",
    "Kings",
    "Rangers",
    "Red Sox",
    "White Wings",
    "Cardinals",
    "Braves",
    "Warriors",
    "Knights",
    "Sharks",
    "Wolves",
    "Rockets",
    "Saints",
    "Blues",
    "Comets",
    "Panthers",
    "Royals",
    "Hornets",
    "Stars",
    "Raiders",
    "Twins",
];
const FIRMS: [&str; 24] = [
    "Inc",
    "Inc.",
    "Corp",
    "Corp.",
    "Ltd",
    "Ltd.",
    "Group",
    "Holdings",
    "Bank",
    "Industries",
    "Systems",
    "Airlines",
    "Energy",
    "Motors",
    "Partners",
    "Capital Markets",
    "Securities",
    "International",
    "Bancorp",
    "Communications",
    "Resources",
    "Foods",
    "Technologies",
    "Plc",
];
const DESKS: [&str; 8] =
    ["newsroom", "Newsroom", "news desk", "News Desk", "Newsdesk", "bureau", "Energy Desk", "Commodities Desk"];

impl Tables {
    fn load() -> Self {
        let column = |text: &'static str, which: fn(&[&str]) -> bool, at: usize| -> Vec<&'static str> {
            table(text).filter(|row| which(row)).filter_map(|row| row.get(at).copied()).collect()
        };
        let places = include_str!("../../../assets/lexicons/places.tsv");
        let states = include_str!("../../../assets/lexicons/states.tsv");
        Self {
            given: column(include_str!("../../../assets/lexicons/given-names.tsv"), |_| true, 0),
            surnames: column(include_str!("../../../assets/lexicons/surnames.tsv"), |_| true, 0),
            cities: column(places, |r| r[1] == "city", 0),
            regions: column(places, |r| r[1] == "region", 0),
            countries: column(states, |r| r[1] == "name" && r[2].split(' ').count() < 3, 2),
            demonyms: column(states, |r| r[1] == "demonym", 2),
            companies: column(include_str!("../../../assets/lexicons/companies.tsv"), |_| true, 0),
            bodies: column(include_str!("../../../assets/lexicons/bodies.tsv"), |_| true, 3),
        }
    }

    fn name(&self, slot: &str, dice: &mut Dice) -> Option<(String, EntityKind)> {
        Some(match slot {
            "full" => (format!("{} {}", self.given(dice), self.last(dice)), EntityKind::Person),
            "last" => (self.last(dice), EntityKind::Person),
            "given" => (self.given(dice), EntityKind::Person),
            "short" => (format!("{}. {}", letter(dice), self.last(dice)), EntityKind::Person),
            "city" => (self.city(dice), EntityKind::Place),
            "region" => ((*pick(&self.regions, dice)).to_owned(), EntityKind::Place),
            "country" => ((*pick(&self.countries, dice)).to_owned(), EntityKind::Country),
            "demonym" => ((*pick(&self.demonyms, dice)).to_owned(), EntityKind::Demonym),
            "side" => (self.side(dice), EntityKind::Organisation),
            "team" => (format!("{} {}", self.city(dice), pick(&NICKS, dice)), EntityKind::Organisation),
            "nick" => ((*pick(&NICKS, dice)).to_owned(), EntityKind::Organisation),
            "desk" => (format!("{} {}", self.city(dice), pick(&DESKS, dice)), EntityKind::Organisation),
            "company" => (self.company(dice), EntityKind::Organisation),
            "body" => ((*pick(&self.bodies, dice)).to_owned(), EntityKind::Organisation),
            "acronym" => ((0..3 + dice.below(3)).map(|_| letter(dice)).collect(), EntityKind::Organisation),
            "made" => (made_up(dice), EntityKind::Place),
            _ => return None,
        })
    }

    fn given(&self, dice: &mut Dice) -> String {
        if dice.below(8) == 0 { made_up(dice) } else { (*pick(&self.given, dice)).to_owned() }
    }

    fn last(&self, dice: &mut Dice) -> String {
        let plain = |dice: &mut Dice| {
            if dice.below(3) == 0 { made_up(dice) } else { (*pick(&self.surnames, dice)).to_owned() }
        };
        match dice.below(16) {
            0 => format!("de {}", plain(dice)),
            1 => format!("van {}", plain(dice)),
            2 => format!("al-{}", plain(dice)),
            3 => format!("{}-{}", plain(dice), plain(dice)),
            _ => plain(dice),
        }
    }

    fn city(&self, dice: &mut Dice) -> String {
        if dice.below(6) == 0 { made_up(dice) } else { (*pick(&self.cities, dice)).to_owned() }
    }

    /// A team as results name it: mostly by its town alone.
    fn side(&self, dice: &mut Dice) -> String {
        match dice.below(10) {
            0 => format!("{} {}", self.city(dice), pick(&CLUB_ENDS, dice)),
            1 => format!("{} {}", pick(&CLUB_STARTS, dice), self.city(dice)),
            2 => made_up(dice),
            3 => (*pick(&self.regions, dice)).to_owned(),
            4 => (*pick(&CLUB_STARTS, dice)).to_owned(),
            _ => self.city(dice),
        }
    }

    fn company(&self, dice: &mut Dice) -> String {
        match dice.below(10) {
            0 => format!("{} & {}", self.last(dice), self.last(dice)),
            1 => format!("{} {}", self.last(dice), pick(&FIRMS, dice)),
            2 => format!("{} {}", self.city(dice), pick(&FIRMS, dice)),
            3 => format!("{} {}", made_up(dice), pick(&FIRMS, dice)),
            4 => made_up(dice),
            5 => self.last(dice),
            6 => format!("{} {}", made_up(dice), made_up(dice)),
            _ => (*pick(&self.companies, dice)).to_owned(),
        }
    }
}

fn letter(dice: &mut Dice) -> char {
    char::from(b'A' + dice.below(26) as u8)
}

/// A word that no list knows.
fn made_up(dice: &mut Dice) -> String {
    const STARTS: [&str; 24] = [
        "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t",
        "tr", "v", "z",
    ];
    const VOWELS: [&str; 9] = ["a", "e", "i", "o", "u", "a", "o", "ia", "ou"];
    const ENDS: [&str; 14] = ["", "", "", "n", "r", "l", "s", "nd", "rt", "m", "k", "v", "sk", "th"];
    let mut word = String::new();
    for _ in 0..2 + dice.below(2) {
        word.push_str(pick::<&str>(&STARTS, dice));
        word.push_str(pick::<&str>(&VOWELS, dice));
    }
    word.push_str(pick::<&str>(&ENDS, dice));
    word[..1].to_uppercase() + &word[1..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::names::{kind_of, spans};

    #[test]
    fn patterns_become_labelled_sentences() {
        let drills =
            Drills::parse("@when today|now\n[a 4 as-written]\n<short> of <side> met <made=-> <when>\n").unwrap();
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
        assert!(Drills::parse("[a 1 as-written]\n<nothing>\n").unwrap().sentences(1).is_err());
    }
}
