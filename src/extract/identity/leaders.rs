//! What everybody knows: who heads which state, so that articles need not say so.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::identity::person_name::PersonName;
use crate::language::gazetteer::{ConceptId, Gazetteer, Gender, Office};
use crate::lexicon::table::table;

/// Somebody at the head of a state or world body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leader {
    /// The state or body.
    pub of: ConceptId,
    pub office: Office,
    pub gender: Gender,
}

#[derive(Debug, Default)]
struct Leaders {
    by_full_name: FxHashMap<(String, String), Leader>,
    /// Family names that are one leader's alone.
    by_family: FxHashMap<String, Leader>,
    /// The state that all leaders of a family name have been at the head of; `None` where they are of several.
    states: FxHashMap<String, Option<ConceptId>>,
}

static LEADERS: LazyLock<Leaders> = LazyLock::new(|| {
    let gazetteer = Gazetteer::get();
    let mut out = Leaders::default();
    for row in table(include_str!("../../../assets/lexicons/leaders.tsv")) {
        let [name, of, office, gender, rest @ ..] = &row[..] else { continue };
        let Some(of) = gazetteer.named(of) else { continue };
        // "secretary-general" is three tokens
        let office = office.replace('-', " - ");
        let words: Vec<&str> = office.split(' ').collect();
        let Some((_, office)) = gazetteer.office(|k| words.get(k).copied()) else { continue };
        let gender = if *gender == "f" { Gender::Female } else { Gender::Male };
        let leader = Leader { of, office, gender };
        let name = PersonName::of_text(name);
        let state = out.states.entry(name.family.clone()).or_insert(Some(of));
        *state = state.filter(|state| *state == of);
        if !rest.is_empty() {
            out.by_family.entry(name.family.clone()).or_insert(leader);
        }
        if let Some(key) = key(&name) {
            out.by_full_name.insert(key, leader);
        }
    }
    out
});

fn key(name: &PersonName) -> Option<(String, String)> {
    Some((name.given.first()?.clone(), name.family.clone()))
}

/// The leader of that name: the full one, or a family name that is one leader's alone.
pub(crate) fn known(names: &[PersonName]) -> Option<Leader> {
    let full = names.iter().find(|n| !n.is_bare());
    match full {
        Some(name) => LEADERS.by_full_name.get(&key(name)?).copied(),
        None => names.first().and_then(|n| LEADERS.by_family.get(&n.family)).copied(),
    }
}

/// The state of that leader; of a family name alone also where several have led the same ("the Bush administration").
pub(crate) fn state_of(names: &[PersonName]) -> Option<ConceptId> {
    let bare = || names.first().filter(|_| names.iter().all(PersonName::is_bare));
    known(names).map(|l| l.of).or_else(|| *LEADERS.states.get(&bare()?.family)?)
}

/// True for a family name, in lower case, that is one leader's alone.
pub(crate) fn is_family_of_one(lower: &str) -> bool {
    LEADERS.by_family.contains_key(lower)
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::leaders::*;

    fn head_of(name: &str) -> Option<&'static str> {
        known(&[PersonName::of_text(name)]).map(|l| Gazetteer::get().concept_of(l.of).name)
    }

    #[test]
    fn every_leader_is_read_and_the_table_is_sorted() {
        let rows: Vec<_> = table(include_str!("../../../assets/lexicons/leaders.tsv")).collect();
        assert!(rows.windows(2).all(|w| w[0][0] < w[1][0]), "out of order or doubled");
        for row in rows {
            assert!(known(&[PersonName::of_text(row[0])]).is_some(), "{} is not read", row[0]);
        }
    }

    #[test]
    fn leaders_are_known_by_full_and_some_by_family_names() {
        assert_eq!(head_of("Donald J. Trump"), Some("United States"));
        assert_eq!(head_of("Xi Jinping"), Some("China"));
        assert_eq!(head_of("Putin"), Some("Russia"));
        assert_eq!(head_of("May"), None, "a month as well");
        assert_eq!(head_of("Eric Trump"), None);
    }

    #[test]
    fn a_family_of_leaders_has_one_state_or_none() {
        let state = |name: &str| Some(Gazetteer::get().concept_of(state_of(&[PersonName::of_text(name)])?).name);
        assert_eq!(state("Clinton"), Some("United States"));
        assert_eq!(state("Johnson"), Some("United Kingdom"));
        assert_eq!(state("Robert Johnson"), None);
        assert_eq!(state("Kim"), None, "of the north and of the south");
    }
}
