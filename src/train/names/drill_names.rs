//! The names that drills are filled with: drawn from the tables of `assets/lexicons`, or made up.

use super::drills::pick;
use crate::lexicon::table::table;
use crate::model::EntityKind;
use crate::train::perceptron::Dice;

/// The names of the gazetteer's tables, by kind.
#[derive(Debug, Default)]
pub(super) struct Tables {
    given: Vec<&'static str>,
    surnames: Vec<&'static str>,
    cities: Vec<&'static str>,
    regions: Vec<&'static str>,
    countries: Vec<&'static str>,
    demonyms: Vec<&'static str>,
    companies: Vec<&'static str>,
    bodies: Vec<&'static str>,
    words: Parts,
}

/// What names of teams, companies and desks are made with.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub club_ends: Vec<String>,
    pub club_starts: Vec<String>,
    pub nicks: Vec<String>,
    pub firms: Vec<String>,
    pub desks: Vec<String>,
}

impl Tables {
    pub(super) fn load(words: Parts) -> Self {
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
            words,
        }
    }

    /// A name for a slot of a pattern, with its kind; `None` for an unknown slot.
    pub(super) fn name(&self, slot: &str, dice: &mut Dice) -> Option<(String, EntityKind)> {
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
            "team" => (format!("{} {}", self.city(dice), pick(&self.words.nicks, dice)), EntityKind::Organisation),
            "nick" => (pick(&self.words.nicks, dice).clone(), EntityKind::Organisation),
            "desk" => (format!("{} {}", self.city(dice), pick(&self.words.desks, dice)), EntityKind::Organisation),
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

    /// A surname.
    pub(super) fn last(&self, dice: &mut Dice) -> String {
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
            0 => format!("{} {}", self.city(dice), pick(&self.words.club_ends, dice)),
            1 => format!("{} {}", pick(&self.words.club_starts, dice), self.city(dice)),
            2 => made_up(dice),
            3 => (*pick(&self.regions, dice)).to_owned(),
            4 => pick(&self.words.club_starts, dice).clone(),
            _ => self.city(dice),
        }
    }

    fn company(&self, dice: &mut Dice) -> String {
        match dice.below(10) {
            0 => format!("{} & {}", self.last(dice), self.last(dice)),
            1 => format!("{} {}", self.last(dice), pick(&self.words.firms, dice)),
            2 => format!("{} {}", self.city(dice), pick(&self.words.firms, dice)),
            3 => format!("{} {}", made_up(dice), pick(&self.words.firms, dice)),
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
