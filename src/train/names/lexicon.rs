//! Making the name tagger's lexicon: clusters from a file, lists from the gazetteer's tables.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use rustc_hash::FxHashMap;

use crate::language::hash::hash_bytes;
use crate::language::lower;
use crate::language::names::{NameFacts, NameLexicon, lists};
use crate::lexicon::table::table;

/// Reads lines of `word TAB fine TAB coarse`, clusters numbered from 1.
pub(crate) fn read(path: &Path) -> Result<NameLexicon> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut all = listed();
    let mut coarse = Vec::new();
    for line in text.lines() {
        let mut columns = line.split('\t');
        let (Some(word), Some(fine), Some(group)) =
            (columns.next(), columns.next().and_then(|n| n.parse().ok()), columns.next().and_then(|n| n.parse().ok()))
        else {
            continue;
        };
        // compounds are many and rarely met
        if word.contains(['-', '&']) || word.contains('.') && word.len() > 5 {
            continue;
        }
        all.entry(hash_bytes(word.as_bytes())).or_default().fine = fine;
        if coarse.len() <= fine as usize {
            coarse.resize(fine as usize + 1, 0);
        }
        coarse[fine as usize] = group;
    }
    // words of lists first: they must find room
    let mut words: Vec<_> = all.into_iter().collect();
    words.sort_by_key(|(word, facts): &(u32, NameFacts)| (facts.lists == 0, *word));
    Ok(NameLexicon::build(&words, coarse))
}

/// What the lists of people's names, offices and heads of names say of single words.
fn listed() -> FxHashMap<u32, NameFacts> {
    let mut all: FxHashMap<u32, NameFacts> = FxHashMap::default();
    let mut add = |word: &str, bit: u8| {
        all.entry(hash_bytes(lower(word).as_bytes())).or_default().lists |= bit;
    };
    for row in table(include_str!("../../../assets/lexicons/given-names.tsv")) {
        add(row[0], lists::GIVEN);
    }
    for row in table(include_str!("../../../assets/lexicons/surnames.tsv")) {
        add(row[0], if row.len() > 1 { lists::COMMON_SURNAME } else { lists::SURNAME });
    }
    for row in table(include_str!("../../../assets/lexicons/family-first.tsv")) {
        add(row[0], lists::FAMILY_FIRST);
    }
    for row in table(include_str!("../../../assets/lexicons/offices.tsv")) {
        let word = row[0].rsplit(' ').next().unwrap_or("");
        add(word, if row.get(1) == Some(&"honorific") { lists::HONORIFIC } else { lists::OFFICE });
    }
    for row in table(include_str!("../../../assets/lexicons/name-heads.tsv")) {
        match row.get(1) {
            Some(&"organisation") => add(row[0], lists::ORGANISATION),
            Some(&"place") => add(row[0], lists::PLACE),
            _ => {}
        }
    }
    all
}
