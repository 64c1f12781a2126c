//! What is known before reading: states, bodies, places, offices and people's names, looked up by
//! the words of a text.
//!
//! The tables lie in `assets/lexicons`; they are cut by the tokeniser of the texts, so that a form
//! matches whatever way its hyphens and stops are cut. A look-up costs one hash a token where
//! nothing begins.

mod kinds;
mod load;
mod trie;

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub use self::kinds::{ActingClass, Concept, ConceptId, ConceptKind, Form, FormKind, Gender, Office, OfficeClass};
use self::trie::{Trie, hash};

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

impl Gazetteer {
    /// The one gazetteer, loaded at its first use.
    #[must_use]
    pub fn get() -> &'static Self {
        &GAZETTEER
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
            let forms = self.names.values(at);
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
            if let Some(&office) = self.offices.values(at).first() {
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
            if let Some(&class) = self.acting.values(at).first() {
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
    use crate::language::tokenise;

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
}
