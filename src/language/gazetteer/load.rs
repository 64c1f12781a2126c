//! Reading the tables of `assets/lexicons`.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::Gazetteer;
use super::kinds::{ActingClass, Concept, ConceptId, ConceptKind, Form, FormKind, Gender, Office, OfficeClass};
use super::trie::{Trie, hash};
use crate::language::lower;
use crate::language::tokens::{RawToken, tokenise};

/// The lines of a table that hold facts, cut at tabs.
pub fn table(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

impl Gazetteer {
    pub(super) fn load() -> Self {
        let mut g = Self {
            concepts: Vec::with_capacity(9000),
            by_name: FxHashMap::with_capacity_and_hasher(12_000, FxBuildHasher),
            names: Trie::with_capacity(16_000),
            offices: Trie::with_capacity(2_000),
            acting: Trie::with_capacity(1_000),
            given: FxHashMap::with_capacity_and_hasher(9_000, FxBuildHasher),
            surnames: FxHashMap::with_capacity_and_hasher(5_000, FxBuildHasher),
            family_first: FxHashSet::default(),
        };
        let mut cutter = Cutter::default();
        for row in table(include_str!("../../../assets/lexicons/states.tsv")) {
            let [state, kind, text] = row[..] else { continue };
            let concept = g.concept(state, ConceptKind::State);
            let kind = match kind {
                "demonym" => FormKind::Demonym,
                "people" => FormKind::People,
                "capital" => FormKind::Capital,
                "seat" => FormKind::Seat,
                _ => FormKind::State,
            };
            g.add(&mut cutter, Form { concept, kind, text });
        }
        for row in table(include_str!("../../../assets/lexicons/bodies.tsv")) {
            let [body, kind, of, text] = row[..] else { continue };
            let kind = if kind == "group" { ConceptKind::Group } else { ConceptKind::Organisation };
            let concept = g.concept(body, kind);
            if of != "-" {
                let of = g.concept(of, ConceptKind::Organisation);
                g.concepts[concept.0 as usize].of = Some(of);
            }
            g.add(&mut cutter, Form { concept, kind: FormKind::Body, text });
        }
        for row in table(include_str!("../../../assets/lexicons/blocs.tsv")) {
            let [bloc, text] = row[..] else { continue };
            let concept = g.concept(bloc, ConceptKind::Group);
            g.add(&mut cutter, Form { concept, kind: FormKind::Bloc, text });
        }
        for row in table(include_str!("../../../assets/lexicons/media.tsv")) {
            let [medium, text] = row[..] else { continue };
            let concept = g.concept(medium, ConceptKind::Organisation);
            g.add(&mut cutter, Form { concept, kind: FormKind::Medium, text });
        }
        for row in table(include_str!("../../../assets/lexicons/companies.tsv")) {
            let concept = g.concept(row[0], ConceptKind::Organisation);
            g.add(&mut cutter, Form { concept, kind: FormKind::Company, text: row[0] });
        }
        for row in table(include_str!("../../../assets/lexicons/places.tsv")) {
            let [text, kind, of] = row[..] else { continue };
            let kind = if kind == "city" { FormKind::City } else { FormKind::Region };
            let of = g.by_name.get(of).copied();
            let concept = ConceptId(g.concepts.len() as u32);
            g.concepts.push(Concept { name: text, kind: ConceptKind::Place, of });
            g.add(&mut cutter, Form { concept, kind, text });
        }
        for row in table(include_str!("../../../assets/lexicons/other-names.tsv")) {
            let concept = g.concept(row[0], ConceptKind::Other);
            g.add(&mut cutter, Form { concept, kind: FormKind::Other, text: row[0] });
        }
        for row in table(include_str!("../../../assets/lexicons/offices.tsv")) {
            let [text, class, gender] = row[..] else { continue };
            let Some(class) = OfficeClass::read(class) else { continue };
            let words = cutter.title_hashes(text);
            g.offices.node(words.iter().copied()).push(Office { text, class, gender: Gender::read(gender) });
        }
        for row in table(include_str!("../../../assets/lexicons/acting-nouns.tsv")) {
            let [text, class] = row[..] else { continue };
            let class = match class {
                "state" => ActingClass::State,
                "organisation" => ActingClass::Organisation,
                _ => ActingClass::Group,
            };
            let words = cutter.hashes(text);
            g.acting.node(words.iter().copied()).push(class);
        }
        for row in table(include_str!("../../../assets/lexicons/given-names.tsv")) {
            g.given.insert(hash(&row[0].to_lowercase()), Gender::read(row.get(1).copied().unwrap_or("u")));
        }
        for row in table(include_str!("../../../assets/lexicons/surnames.tsv")) {
            g.surnames.insert(hash(&row[0].to_lowercase()), row.len() > 1);
        }
        for row in table(include_str!("../../../assets/lexicons/family-first.tsv")) {
            g.family_first.insert(hash(&row[0].to_lowercase()));
        }
        g
    }

    fn concept(&mut self, name: &'static str, kind: ConceptKind) -> ConceptId {
        if let Some(&id) = self.by_name.get(name) {
            return id;
        }
        let id = ConceptId(self.concepts.len() as u32);
        self.concepts.push(Concept { name, kind, of: None });
        self.by_name.insert(name, id);
        id
    }

    fn add(&mut self, cutter: &mut Cutter, form: Form) {
        let words = cutter.hashes(form.text);
        self.names.node(words.iter().copied()).push(form);
    }
}

/// Cuts table forms into the tokens of texts.
#[derive(Default)]
struct Cutter {
    tokens: Vec<RawToken>,
    hashes: Vec<u64>,
}

impl Cutter {
    /// As [`Cutter::hashes`], for titles in small letters: "mr." and "gen." keep their stops.
    fn title_hashes(&mut self, text: &str) -> &[u64] {
        if !text.contains('.') {
            return self.hashes(text);
        }
        self.hashes.clear();
        self.hashes.extend(text.split(' ').map(hash));
        &self.hashes
    }

    fn hashes(&mut self, text: &str) -> &[u64] {
        self.tokens.clear();
        self.hashes.clear();
        tokenise(text, &mut self.tokens);
        self.hashes.extend(self.tokens.iter().map(|t| hash(&lower(t.of(text)))));
        &self.hashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_without_doubles_and_every_owner_is_known() {
        for (name, text) in [
            ("states", include_str!("../../../assets/lexicons/states.tsv")),
            ("bodies", include_str!("../../../assets/lexicons/bodies.tsv")),
            ("blocs", include_str!("../../../assets/lexicons/blocs.tsv")),
            ("media", include_str!("../../../assets/lexicons/media.tsv")),
            ("companies", include_str!("../../../assets/lexicons/companies.tsv")),
            ("places", include_str!("../../../assets/lexicons/places.tsv")),
            ("other-names", include_str!("../../../assets/lexicons/other-names.tsv")),
            ("offices", include_str!("../../../assets/lexicons/offices.tsv")),
            ("acting-nouns", include_str!("../../../assets/lexicons/acting-nouns.tsv")),
            ("given-names", include_str!("../../../assets/lexicons/given-names.tsv")),
            ("surnames", include_str!("../../../assets/lexicons/surnames.tsv")),
            ("family-first", include_str!("../../../assets/lexicons/family-first.tsv")),
        ] {
            let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
            for pair in lines.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
        let states: Vec<_> = table(include_str!("../../../assets/lexicons/states.tsv")).map(|r| r[0]).collect();
        let bodies: Vec<_> = table(include_str!("../../../assets/lexicons/bodies.tsv")).map(|r| r[0]).collect();
        for row in table(include_str!("../../../assets/lexicons/bodies.tsv")) {
            assert!(row[2] == "-" || states.contains(&row[2]) || bodies.contains(&row[2]), "owner of {row:?}");
        }
        for row in table(include_str!("../../../assets/lexicons/offices.tsv")) {
            assert!(OfficeClass::read(row[1]).is_some(), "class of {row:?}");
        }
    }
}
