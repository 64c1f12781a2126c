//! What is known before reading: states, bodies, places, offices and people's names, looked up by
//! the words of a text.
//!
//! The tables lie in `assets/lexicons`; they are cut by the tokeniser of the texts, so that a form
//! matches whatever way its hyphens and stops are cut. A look-up costs one hash a token where
//! nothing begins.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::tokens::{RawToken, tokenise};

/// What a form is to the thing it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    /// A name or acronym of a state.
    State,
    /// An adjective (or noun) of a state: "Russian".
    Demonym,
    /// A noun of a state's people: "Russians".
    People,
    /// The city a state is governed from.
    Capital,
    /// A place that stands for a government: "Kremlin".
    Seat,
    /// A body with a name of its own.
    Body,
    /// A news agency, newspaper, broadcaster.
    Medium,
    /// A company, university, institute.
    Company,
    /// An adjective of a part of the world or its peoples: "European".
    Bloc,
    /// A city.
    City,
    /// A province, region, sea, mountain.
    Region,
    /// A war, day, treaty, prize or work: a name, never an actor.
    Other,
}

/// What kind of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConceptKind {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// A group.
    Group,
    /// A place.
    Place,
    /// Anything else that has a name.
    Other,
}

/// Number of a [`Concept`] in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(u32);

/// A thing that forms name.
#[derive(Clone, Copy, Debug)]
pub struct Concept {
    /// Its usual name.
    pub name: &'static str,
    /// What it is.
    pub kind: ConceptKind,
    /// The state or body it belongs to.
    pub of: Option<ConceptId>,
}

/// One way to name a concept.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it names.
    pub concept: ConceptId,
    /// How.
    pub kind: FormKind,
    /// Its words as the table writes them.
    pub text: &'static str,
}

/// Who bears a given name or can hold an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// Men.
    Male,
    /// Women.
    Female,
    /// Both, or unknown.
    Either,
}

impl Gender {
    fn read(code: &str) -> Self {
        match code {
            "m" => Self::Male,
            "f" => Self::Female,
            _ => Self::Either,
        }
    }

    /// False where one is of men and the other of women.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Either || other == Self::Either
    }
}

/// What class of office, rank or occupation a title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the table's own
pub enum OfficeClass {
    Honorific,
    Head,
    Leader,
    DeputyHead,
    Minister,
    Secretary,
    SecretaryGeneral,
    Envoy,
    Adviser,
    Spokesman,
    Parliament,
    Candidate,
    PartyPerson,
    Local,
    Military,
    Police,
    Law,
    Clergy,
    Business,
    Academic,
    Media,
    Arts,
    Sport,
    Activist,
    Crime,
    Kin,
    Human,
}

impl OfficeClass {
    fn read(name: &str) -> Option<Self> {
        Some(match name {
            "honorific" => Self::Honorific,
            "head" => Self::Head,
            "leader" => Self::Leader,
            "deputy-head" => Self::DeputyHead,
            "minister" => Self::Minister,
            "secretary" => Self::Secretary,
            "secretary-general" => Self::SecretaryGeneral,
            "envoy" => Self::Envoy,
            "adviser" => Self::Adviser,
            "spokesman" => Self::Spokesman,
            "parliament" => Self::Parliament,
            "candidate" => Self::Candidate,
            "party-person" => Self::PartyPerson,
            "local" => Self::Local,
            "military" => Self::Military,
            "police" => Self::Police,
            "law" => Self::Law,
            "clergy" => Self::Clergy,
            "business" => Self::Business,
            "academic" => Self::Academic,
            "media" => Self::Media,
            "arts" => Self::Arts,
            "sport" => Self::Sport,
            "activist" => Self::Activist,
            "crime" => Self::Crime,
            "kin" => Self::Kin,
            "human" => Self::Human,
            _ => return None,
        })
    }
}

/// An office, rank or occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its words, in lower case.
    pub text: &'static str,
    /// What class it is of.
    pub class: OfficeClass,
    /// Who can hold it.
    pub gender: Gender,
}

/// Whom an acting noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActingClass {
    /// The state it is said of.
    State,
    /// An organisation of its own.
    Organisation,
    /// A group of people.
    Group,
}

/// A match: how many tokens, and the forms that these words can be.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'g> {
    /// Number of tokens matched.
    pub len: usize,
    /// The forms, in the order of the tables; never empty.
    pub forms: &'g [Form],
}

impl<'g> Hit<'g> {
    /// The first form of one of these kinds.
    #[must_use]
    pub fn of_kind(&self, kinds: &[FormKind]) -> Option<&'g Form> {
        self.forms.iter().find(|f| kinds.contains(&f.kind))
    }
}

#[derive(Debug, Default)]
struct Trie<T> {
    edges: FxHashMap<(u32, u64), u32>,
    values: Vec<Vec<T>>,
}

impl<T> Trie<T> {
    fn new() -> Self {
        Self { edges: FxHashMap::default(), values: vec![Vec::new()] }
    }

    fn node(&mut self, words: impl Iterator<Item = u64>) -> &mut Vec<T> {
        let mut at = 0;
        for w in words {
            let next = self.values.len() as u32;
            at = *self.edges.entry((at, w)).or_insert(next);
            if at == next {
                self.values.push(Vec::new());
            }
        }
        &mut self.values[at as usize]
    }

    fn step(&self, at: u32, word: &str) -> Option<u32> {
        self.edges.get(&(at, hash(word))).copied()
    }
}

/// The tables, ready for look-up.
#[derive(Debug)]
pub struct Gazetteer {
    concepts: Vec<Concept>,
    by_name: FxHashMap<&'static str, ConceptId>,
    names: Trie<Form>,
    offices: Trie<Office>,
    acting: Trie<ActingClass>,
    given: FxHashMap<u64, Gender>,
    surnames: FxHashMap<u64, bool>,
    family_first: FxHashSet<u64>,
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// The lines of a table that hold facts, cut at tabs.
pub fn table(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

fn hash(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut h = rustc_hash::FxHasher::default();
    h.write(word.as_bytes());
    h.finish()
}

impl Gazetteer {
    /// The one gazetteer, loaded at its first use.
    #[must_use]
    pub fn get() -> &'static Self {
        &GAZETTEER
    }

    fn load() -> Self {
        let mut g = Self {
            concepts: Vec::with_capacity(9000),
            by_name: FxHashMap::default(),
            names: Trie::new(),
            offices: Trie::new(),
            acting: Trie::new(),
            given: FxHashMap::default(),
            surnames: FxHashMap::default(),
            family_first: FxHashSet::default(),
        };
        let mut cutter = Cutter::default();
        for row in table(include_str!("../../assets/lexicons/states.tsv")) {
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
        for row in table(include_str!("../../assets/lexicons/bodies.tsv")) {
            let [body, kind, of, text] = row[..] else { continue };
            let kind = if kind == "group" { ConceptKind::Group } else { ConceptKind::Organisation };
            let concept = g.concept(body, kind);
            if of != "-" {
                let of = g.concept(of, ConceptKind::Organisation);
                g.concepts[concept.0 as usize].of = Some(of);
            }
            g.add(&mut cutter, Form { concept, kind: FormKind::Body, text });
        }
        for row in table(include_str!("../../assets/lexicons/blocs.tsv")) {
            let [bloc, text] = row[..] else { continue };
            let concept = g.concept(bloc, ConceptKind::Group);
            g.add(&mut cutter, Form { concept, kind: FormKind::Bloc, text });
        }
        for row in table(include_str!("../../assets/lexicons/media.tsv")) {
            let [medium, text] = row[..] else { continue };
            let concept = g.concept(medium, ConceptKind::Organisation);
            g.add(&mut cutter, Form { concept, kind: FormKind::Medium, text });
        }
        for row in table(include_str!("../../assets/lexicons/companies.tsv")) {
            let concept = g.concept(row[0], ConceptKind::Organisation);
            g.add(&mut cutter, Form { concept, kind: FormKind::Company, text: row[0] });
        }
        for row in table(include_str!("../../assets/lexicons/places.tsv")) {
            let [text, kind, of] = row[..] else { continue };
            let kind = if kind == "city" { FormKind::City } else { FormKind::Region };
            let of = g.by_name.get(of).copied();
            let concept = ConceptId(g.concepts.len() as u32);
            g.concepts.push(Concept { name: text, kind: ConceptKind::Place, of });
            g.add(&mut cutter, Form { concept, kind, text });
        }
        for row in table(include_str!("../../assets/lexicons/other-names.tsv")) {
            let concept = g.concept(row[0], ConceptKind::Other);
            g.add(&mut cutter, Form { concept, kind: FormKind::Other, text: row[0] });
        }
        for row in table(include_str!("../../assets/lexicons/offices.tsv")) {
            let [text, class, gender] = row[..] else { continue };
            let Some(class) = OfficeClass::read(class) else { continue };
            let words = cutter.title_hashes(text);
            g.offices.node(words.iter().copied()).push(Office { text, class, gender: Gender::read(gender) });
        }
        for row in table(include_str!("../../assets/lexicons/acting-nouns.tsv")) {
            let [text, class] = row[..] else { continue };
            let class = match class {
                "state" => ActingClass::State,
                "organisation" => ActingClass::Organisation,
                _ => ActingClass::Group,
            };
            let words = cutter.hashes(text);
            g.acting.node(words.iter().copied()).push(class);
        }
        for row in table(include_str!("../../assets/lexicons/given-names.tsv")) {
            g.given.insert(hash(&row[0].to_lowercase()), Gender::read(row.get(1).copied().unwrap_or("u")));
        }
        for row in table(include_str!("../../assets/lexicons/surnames.tsv")) {
            g.surnames.insert(hash(&row[0].to_lowercase()), row.len() > 1);
        }
        for row in table(include_str!("../../assets/lexicons/family-first.tsv")) {
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

    /// A concept by its number.
    #[must_use]
    pub fn concept_of(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.0 as usize]
    }

    /// The concept with this usual name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<ConceptId> {
        self.by_name.get(name).copied()
    }

    /// A state's own name as a form.
    #[must_use]
    pub fn state_form(&self, name: &'static str) -> Option<Form> {
        Some(Form { concept: self.named(name)?, kind: FormKind::State, text: name })
    }

    /// The longest form that begins at the first word of `word`, which gives the words that follow
    /// as they stand and in lower case, and `None` after the last. Words must be capitalised where
    /// the form's are.
    pub fn longest<'w>(&self, word: impl Fn(usize) -> Option<(&'w str, &'w str)>) -> Option<Hit<'_>> {
        let (mut at, mut len, mut best) = (0, 0, None);
        while let Some((as_written, lower)) = word(len) {
            let Some(next) = self.names.step(at, lower) else { break };
            if len == 0 && !begins_a_name(as_written) {
                return None;
            }
            at = next;
            len += 1;
            let forms = &self.names.values[at as usize][..];
            if !forms.is_empty() {
                let text_of = |k: usize| word(k).map_or("", |w| w.0);
                let matching = forms.iter().position(|f| case_fits(f.text, len, &text_of));
                if let Some(first) = matching {
                    best = Some(Hit { len, forms: &forms[first..] });
                }
            }
        }
        best
    }

    /// The longest office that begins at the first word of `lower`, which gives lower-case words.
    pub fn office<'w>(&self, lower: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, Office)> {
        let (mut at, mut len, mut best) = (0, 0, None);
        while let Some(next) = lower(len).and_then(|w| self.offices.step(at, w)) {
            at = next;
            len += 1;
            if let Some(&office) = self.offices.values[at as usize].first() {
                best = Some((len, office));
            }
        }
        best
    }

    /// The longest acting noun that begins at the first word of `lower`.
    pub fn acting<'w>(&self, lower: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, ActingClass)> {
        let (mut at, mut len, mut best) = (0, 0, None);
        while let Some(next) = lower(len).and_then(|w| self.acting.step(at, w)) {
            at = next;
            len += 1;
            if let Some(&class) = self.acting.values[at as usize].first() {
                best = Some((len, class));
            }
        }
        best
    }

    /// Who bears this given name (in lower case); `None` where it is none.
    #[must_use]
    pub fn given(&self, lower: &str) -> Option<Gender> {
        self.given.get(&hash(lower)).copied()
    }

    /// True for a surname (in lower case) that is no common word.
    #[must_use]
    pub fn is_surname(&self, lower: &str) -> bool {
        self.surnames.get(&hash(lower)).is_some_and(|common| !common)
    }

    /// True for a family name (in lower case) that stands before the given name.
    #[must_use]
    pub fn is_family_first(&self, lower: &str) -> bool {
        self.family_first.contains(&hash(lower))
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
        self.hashes.extend(self.tokens.iter().map(|t| hash(&t.of(text).to_lowercase().replace('’', "'"))));
        &self.hashes
    }
}

/// Names begin with a capital, a digit ("10 Downing Street") or an Arabic article ("al-Qaeda").
fn begins_a_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || matches!(word, "al" | "the" | "antifa")
}

/// Are the words capitalised as the form's are? Short acronyms must stand in capitals; longer ones
/// may be written as British papers do ("Nato").
fn case_fits<'w>(form: &str, len: usize, word: &impl Fn(usize) -> &'w str) -> bool {
    let mut pieces = form.split([' ', '-']).filter(|p| !p.is_empty());
    for k in 0..len {
        let text = word(k);
        if !text.starts_with(char::is_alphanumeric) {
            continue;
        }
        let Some(piece) = pieces.next() else { return true };
        if piece.starts_with(char::is_uppercase) {
            if !text.starts_with(char::is_uppercase) {
                return false;
            }
            let letters = piece.chars().filter(|c| c.is_alphabetic()).count();
            let acronym = letters > 1 && !piece.contains(char::is_lowercase);
            if acronym && letters < 4 && text.contains(char::is_lowercase) {
                return false;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(text: &str) -> Option<(usize, &'static str, FormKind)> {
        let mut raw = Vec::new();
        tokenise(text, &mut raw);
        let lower: Vec<String> = raw.iter().map(|t| t.of(text).to_lowercase().replace('’', "'")).collect();
        let words: Vec<(&str, &str)> = raw.iter().zip(&lower).map(|(t, l)| (t.of(text), &l[..])).collect();
        let g = Gazetteer::get();
        let hit = g.longest(|k| words.get(k).copied())?;
        Some((hit.len, g.concept_of(hit.forms[0].concept).name, hit.forms[0].kind))
    }

    #[test]
    fn forms_lead_to_their_states() {
        assert_eq!(longest("U.S. officials"), Some((1, "United States", FormKind::State)));
        assert_eq!(longest("Russian troops"), Some((1, "Russia", FormKind::Demonym)));
        assert_eq!(longest("New Delhi said"), Some((2, "India", FormKind::Capital)));
        assert_eq!(longest("Downing Street"), Some((2, "United Kingdom", FormKind::Seat)));
        assert_eq!(longest("Guinea-Bissau").map(|h| h.1), Some("Guinea-Bissau"));
        assert_eq!(longest("turkey for dinner"), None);
    }

    #[test]
    fn acronyms_must_look_like_acronyms() {
        assert_eq!(longest("US troops").map(|h| h.1), Some("United States"));
        assert_eq!(longest("Us and them"), None);
        assert_eq!(longest("Nato troops").map(|h| h.1), Some("North Atlantic Treaty Organization"));
        assert_eq!(longest("Is it"), None);
    }

    #[test]
    fn the_longest_form_wins() {
        assert_eq!(longest("United Nations Security Council").map(|h| h.0), Some(4));
        assert_eq!(longest("People’s Liberation Army").map(|h| h.1), Some("People's Liberation Army"));
        assert_eq!(longest("al-Qaeda fighters").map(|h| h.1), Some("Al-Qaeda"));
    }

    #[test]
    fn offices_are_phrases() {
        let words = ["deputy", "prime", "minister", "of"];
        let office = Gazetteer::get().office(|k| words.get(k).copied());
        assert_eq!(office.map(|(n, o)| (n, o.class)), Some((3, OfficeClass::DeputyHead)));
        let words = ["mr.", "putin"];
        let office = Gazetteer::get().office(|k| words.get(k).copied());
        assert_eq!(office.map(|(n, o)| (n, o.gender)), Some((1, Gender::Male)));
    }

    #[test]
    fn tables_are_sorted_without_doubles_and_every_owner_is_known() {
        for (name, text) in [
            ("states", include_str!("../../assets/lexicons/states.tsv")),
            ("bodies", include_str!("../../assets/lexicons/bodies.tsv")),
            ("blocs", include_str!("../../assets/lexicons/blocs.tsv")),
            ("media", include_str!("../../assets/lexicons/media.tsv")),
            ("companies", include_str!("../../assets/lexicons/companies.tsv")),
            ("places", include_str!("../../assets/lexicons/places.tsv")),
            ("other-names", include_str!("../../assets/lexicons/other-names.tsv")),
            ("offices", include_str!("../../assets/lexicons/offices.tsv")),
            ("acting-nouns", include_str!("../../assets/lexicons/acting-nouns.tsv")),
            ("given-names", include_str!("../../assets/lexicons/given-names.tsv")),
            ("surnames", include_str!("../../assets/lexicons/surnames.tsv")),
            ("family-first", include_str!("../../assets/lexicons/family-first.tsv")),
        ] {
            let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
            for pair in lines.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
        let states: Vec<_> = table(include_str!("../../assets/lexicons/states.tsv")).map(|r| r[0]).collect();
        let bodies: Vec<_> = table(include_str!("../../assets/lexicons/bodies.tsv")).map(|r| r[0]).collect();
        for row in table(include_str!("../../assets/lexicons/bodies.tsv")) {
            assert!(row[2] == "-" || states.contains(&row[2]) || bodies.contains(&row[2]), "owner of {row:?}");
        }
        for row in table(include_str!("../../assets/lexicons/offices.tsv")) {
            assert!(OfficeClass::read(row[1]).is_some(), "class of {row:?}");
        }
    }
}
