//! Reading the tables of `assets/lexicons`.
//!
//! It happens at every start, so the common case is quick: a form of plain words is cut at its blanks,
//! and nothing is allocated a row.

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::Gazetteer;
use super::kinds::{ActingClass, Concept, ConceptId, ConceptKind, Form, FormKind, Gender, Office, OfficeClass};
use super::trie::{TrieBuilder, hash, hash_bytes};
use crate::language::lower;
use crate::language::tables::FUSED;
use crate::language::tokens::{RawToken, tokenise};
use crate::lexicon::table::rows;

impl Gazetteer {
    pub(super) fn load() -> Self {
        let mut r = TableReader::default();
        r.states();
        r.bodies();
        for [bloc, text] in rows(include_str!("../../../assets/lexicons/blocs.tsv")) {
            r.named(bloc, ConceptKind::Group, FormKind::Bloc, text);
        }
        for [medium, text] in rows(include_str!("../../../assets/lexicons/media.tsv")) {
            r.named(medium, ConceptKind::Organisation, FormKind::Medium, text);
        }
        for [company, _] in rows(include_str!("../../../assets/lexicons/companies.tsv")) {
            r.named(company, ConceptKind::Organisation, FormKind::Company, company);
        }
        r.places();
        for [name, _] in rows(include_str!("../../../assets/lexicons/other-names.tsv")) {
            r.named(name, ConceptKind::Other, FormKind::Other, name);
        }
        let (offices, acting) = (r.offices(), r.acting());
        let mut given = FxHashMap::with_capacity_and_hasher(10_000, FxBuildHasher);
        for [name, gender] in rows(include_str!("../../../assets/lexicons/given-names.tsv")) {
            given.insert(hash_lowered(name), Gender::read(gender));
        }
        let mut surnames = FxHashMap::with_capacity_and_hasher(5_000, FxBuildHasher);
        for [name, common] in rows(include_str!("../../../assets/lexicons/surnames.tsv")) {
            surnames.insert(hash_lowered(name), !common.is_empty());
        }
        let family_first: FxHashSet<u64> = rows(include_str!("../../../assets/lexicons/family-first.tsv"))
            .map(|[name, _]| hash_lowered(name))
            .collect();
        let names = r.names.finish();
        Self { concepts: r.concepts, by_name: r.by_name, names, offices, acting, given, surnames, family_first }
    }
}

/// What the tables gave so far.
struct TableReader {
    concepts: Vec<Concept>,
    by_name: FxHashMap<&'static str, ConceptId>,
    names: TrieBuilder<Form>,
    cutter: Cutter,
}

impl Default for TableReader {
    fn default() -> Self {
        Self {
            concepts: Vec::with_capacity(9000),
            by_name: FxHashMap::with_capacity_and_hasher(4_000, FxBuildHasher),
            names: TrieBuilder::with_capacity(16_000),
            cutter: Cutter::default(),
        }
    }
}

impl TableReader {
    fn states(&mut self) {
        for [state, kind, text] in rows(include_str!("../../../assets/lexicons/states.tsv")) {
            let kind = match kind {
                "demonym" => FormKind::Demonym,
                "people" => FormKind::People,
                "capital" => FormKind::Capital,
                "seat" => FormKind::Seat,
                _ => FormKind::State,
            };
            self.named(state, ConceptKind::State, kind, text);
        }
    }

    fn bodies(&mut self) {
        for [body, kind, of, text] in rows(include_str!("../../../assets/lexicons/bodies.tsv")) {
            let kind = if kind == "group" { ConceptKind::Group } else { ConceptKind::Organisation };
            let concept = self.concept(body, kind);
            if of != "-" {
                let of = self.concept(of, ConceptKind::Organisation);
                self.concepts[concept.0 as usize].of = Some(of);
            }
            self.add(Form { concept, kind: FormKind::Body, text });
        }
    }

    /// Places of one name are as many concepts.
    fn places(&mut self) {
        for [text, kind, of] in rows(include_str!("../../../assets/lexicons/places.tsv")) {
            let of_kind = if kind == "province" { ConceptKind::Province } else { ConceptKind::Place };
            let kind = if kind == "city" { FormKind::City } else { FormKind::Region };
            let of = self.by_name.get(of).copied();
            let concept = ConceptId(self.concepts.len() as u32);
            self.concepts.push(Concept { name: text, kind: of_kind, of });
            self.add(Form { concept, kind, text });
        }
    }

    fn offices(&mut self) -> super::trie::Trie<Office> {
        let mut offices = TrieBuilder::with_capacity(2_000);
        for [text, class, gender] in rows(include_str!("../../../assets/lexicons/offices.tsv")) {
            let Some(class) = OfficeClass::read(class) else { continue };
            offices.add(self.cutter.title_hashes(text), Office { text, class, gender: Gender::read(gender) });
        }
        offices.finish()
    }

    fn acting(&mut self) -> super::trie::Trie<ActingClass> {
        let mut acting = TrieBuilder::with_capacity(1_000);
        for [text, class] in rows(include_str!("../../../assets/lexicons/acting-nouns.tsv")) {
            let class = match class {
                "state" => ActingClass::State,
                "organisation" => ActingClass::Organisation,
                _ => ActingClass::Group,
            };
            acting.add(self.cutter.hashes(text), class);
        }
        acting.finish()
    }

    /// The concept with this name, made where it is new.
    fn concept(&mut self, name: &'static str, kind: ConceptKind) -> ConceptId {
        *self.by_name.entry(name).or_insert_with(|| {
            self.concepts.push(Concept { name, kind, of: None });
            ConceptId(self.concepts.len() as u32 - 1)
        })
    }

    fn named(&mut self, name: &'static str, of: ConceptKind, kind: FormKind, text: &'static str) {
        let concept = self.concept(name, of);
        self.add(Form { concept, kind, text });
    }

    fn add(&mut self, form: Form) {
        self.names.add(self.cutter.hashes(form.text), form);
    }
}

/// Longest word that is made small without allocating.
const SHORT: usize = 32;

/// Hash of a word in small letters, whatever its capitals.
fn hash_lowered(word: &str) -> u64 {
    let mut small = [0u8; SHORT];
    match small.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(small) => {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            hash_bytes(small)
        }
        None => hash(&word.to_lowercase()),
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
        self.hashes.clear();
        if self.plain_words(text).is_none() {
            self.hashes.clear();
            self.tokens.clear();
            tokenise(text, &mut self.tokens);
            self.hashes.extend(self.tokens.iter().map(|t| hash(&lower(t.of(text)))));
        }
        &self.hashes
    }

    /// The words of a text of letters and blanks, which the tokeniser leaves whole; `None` for others.
    fn plain_words(&mut self, text: &str) -> Option<()> {
        for word in text.as_bytes().split(|b| *b == b' ') {
            let mut small = [0u8; SHORT];
            let small = small.get_mut(..word.len()).filter(|_| !word.is_empty())?;
            for (small, &c) in small.iter_mut().zip(word) {
                if !c.is_ascii_alphabetic() {
                    return None;
                }
                *small = c.to_ascii_lowercase();
            }
            if (4..=8).contains(&small.len()) && FUSED.contains_key(std::str::from_utf8(small).ok()?) {
                return None;
            }
            self.hashes.push(hash_bytes(small));
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::table::table;

    #[test]
    fn rows_are_cut_at_tabs_and_comments_left_out() {
        let cells: Vec<[&str; 2]> = rows("# none\na\tb\n\nc\nd\te\tf").collect();
        assert_eq!(cells, [["a", "b"], ["c", ""], ["d", "e\tf"]]);
    }

    #[test]
    fn plain_words_are_cut_as_the_tokeniser_cuts_them() {
        let mut cutter = Cutter::default();
        for text in ["New York City", "Gotham", "Cannot Hall", "Guinea-Bissau", "St. Lucia", "a  b", "Côte d'Ivoire"] {
            let mut tokens = Vec::new();
            tokenise(text, &mut tokens);
            let slow: Vec<u64> = tokens.iter().map(|t| hash(&lower(t.of(text)))).collect();
            assert_eq!(cutter.hashes(text), slow, "{text}");
        }
        assert_eq!(hash_lowered("Élodie"), hash("élodie"));
        assert_eq!(hash_lowered("De'Andre"), hash("de'andre"));
    }

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
