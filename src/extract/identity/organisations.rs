//! States, and one actor for all the names of one body.

use crate::extract::identity::merge::Merger;
use crate::extract::identity::metonyms::is_province;
use crate::extract::identity::person_name::fold;
use crate::extract::identity::table::NameKey;
use crate::extract::names::orthography::{is_capital, is_company_form, is_function_word, is_never_alone, is_shouted};
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::gazetteer::{ConceptId, ConceptKind, FormKind, Gazetteer};
use crate::language::{Upos, Xpos};
use crate::lexicon::names::NameWords;
use crate::model::RuleRef;
use crate::model::{ActorKind, LocalActorId, Why};
use crate::rules;
use rustc_hash::FxHashMap;

impl Merger<'_, '_> {
    pub(crate) fn known(
        &mut self,
        k: usize,
        name: &NameSpan,
        concept: ConceptId,
        kind: FormKind,
    ) -> Option<(LocalActorId, RuleRef)> {
        let gazetteer = Gazetteer::get();
        let governs = self.metonyms.contains(&concept);
        let concept = self.dated(concept);
        let rule = match kind {
            FormKind::State => &rules::identity::STATE,
            FormKind::Demonym | FormKind::People => &rules::identity::DEMONYM,
            FormKind::Seat => &rules::identity::SEAT_OF_GOVERNMENT,
            FormKind::Capital if governs => &rules::identity::CAPITAL,
            FormKind::Region if governs && is_province(concept) => {
                let id = self.cast.concept(concept);
                self.learn_owner(id, concept, name);
                return Some((id, &rules::identity::PROVINCE));
            }
            FormKind::Medium if self.is_where_it_was_posted(name) => return None,
            FormKind::Body | FormKind::Medium | FormKind::Company => {
                if gazetteer.concept_of(concept).kind == ConceptKind::Place {
                    return None;
                }
                if self.is_another_states_chamber(name) {
                    self.analysis
                        .fired(&rules::identity::CHAMBER_OF_ANOTHER_STATE, self.analysis.span_of(name.tokens.clone()));
                    return Some(self.organisation(k, name));
                }
                let concept = self.of_a_state_named(name, concept);
                let id = self.body(k, name, concept);
                self.cast.profiles[id.index()].medium |= kind == FormKind::Medium;
                return Some((id, &rules::identity::GAZETTEER));
            }
            FormKind::Bloc if self.is_adjective_of_things(name) => return None,
            FormKind::Bloc => &rules::identity::PEOPLE,
            FormKind::Capital | FormKind::City | FormKind::Region | FormKind::Other => return None,
        };
        Some((self.cast.concept(concept), rule))
    }

    /// "Congress", "the Senate" or "the House" in an article that names another state more than twice as often as the
    /// United States.
    fn is_another_states_chamber(&self, name: &NameSpan) -> bool {
        if name.tokens.len() != 1 || !matches!(self.analysis.word(name.tokens.start), "Congress" | "Senate" | "House") {
            return false;
        }
        let gazetteer = Gazetteer::get();
        let united_states = gazetteer.named("United States");
        let mut counts: FxHashMap<ConceptId, u32> = FxHashMap::default();
        let mut home = 0;
        for n in self.names {
            let Sense::Known(form) = n.sense else { continue };
            let concept = gazetteer.concept_of(form.concept);
            if Some(form.concept) == united_states || concept.of.is_some() && concept.of == united_states {
                // the word itself tells nothing
                home += u32::from(!matches!(self.analysis.word(n.tokens.start), "Congress" | "Senate" | "House"));
            } else if concept.kind == ConceptKind::State {
                *counts.entry(form.concept).or_default() += 1;
            }
        }
        counts.values().max().is_some_and(|&other| other > 2 * home)
    }

    /// Of several bodies with one name ("PTI", "CBI") the one whose state the article names.
    fn of_a_state_named(&self, name: &NameSpan, concept: ConceptId) -> ConceptId {
        let gazetteer = Gazetteer::get();
        let word = |k: usize| {
            let i = name.tokens.start + k;
            (i < name.tokens.end).then(|| (self.analysis.word(i), self.analysis.lower(i)))
        };
        let Some(hit) = gazetteer.longest(word).filter(|h| h.forms.len() > 1) else { return concept };
        let named = |of: ConceptId| {
            let known =
                |n: &NameSpan| matches!(n.sense, Sense::Known(f) if f.concept == of && f.kind != FormKind::Body);
            self.names.iter().any(known)
        };
        let bodies = hit.forms.iter().filter(|f| f.kind == FormKind::Body).map(|f| f.concept);
        let own = { bodies }.find(|&c| gazetteer.concept_of(c).of.is_some_and(named)).filter(|&c| c != concept);
        if own.is_some() {
            self.analysis.fired(&rules::identity::BODY_OF_A_STATE_NAMED, self.analysis.span_of(name.tokens.clone()));
        }
        own.unwrap_or(concept)
    }

    /// "European security interests" is about no actor; "European leaders" and "Europeans" are.
    pub(crate) fn is_adjective_of_things(&self, name: &NameSpan) -> bool {
        let last = name.tokens.end - 1;
        if self.analysis.word(last).ends_with('s') {
            return false;
        }
        let mut next = name.tokens.end;
        let end = self.analysis.sentences()[self.analysis.sentence_of(last)].tokens.end;
        // "European and Arab countries", "European Union allies"
        while next < end
            && (matches!(self.analysis.lower(next), "and" | "or" | ",")
                || matches!(self.analysis.upos(next), Upos::Adj | Upos::Propn)
                || self.map.at(next).is_some())
        {
            next += 1;
        }
        let people = next < end && matches!(self.analysis.xpos(next), Xpos::Nns | Xpos::Nnps);
        !people || NameWords::ThingsAfterAdjectives.has(self.analysis.lemma(next))
    }

    /// "Said on Twitter": a place to speak, nobody who acts.
    pub(crate) fn is_where_it_was_posted(&self, name: &NameSpan) -> bool {
        let start = name.tokens.start;
        let before = |i: usize| i.checked_sub(1).map_or("", |i| self.analysis.lower(i));
        let posted =
            |i: usize| NameWords::SocialNetworks.has(self.analysis.lower(i)) && NameWords::PostedBehind.has(before(i));
        // "on Facebook and Twitter"
        let second = NameWords::SocialNetworks.has(self.analysis.lower(start))
            && matches!(before(start), "and" | "or" | ",")
            && start > 1
            && posted(start - 2);
        posted(start) || second
    }

    pub(crate) fn body(&mut self, _k: usize, name: &NameSpan, concept: ConceptId) -> LocalActorId {
        let id = self.cast.concept(concept);
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        self.cast.file(NameKey::Words(organisation_key(text)), id);
        self.learn_owner(id, concept, name);
        id
    }

    /// The state that the tables know a body or province to be of, where the article has named it.
    fn learn_owner(&mut self, id: LocalActorId, concept: ConceptId, name: &NameSpan) {
        if let Some(of) = Gazetteer::get().concept_of(concept).of
            && let Some(state) = self.cast.met(of)
        {
            let why = Why::words(&rules::identity::OF_GAZETTEER, self.analysis.span_of(name.tokens.clone()));
            self.cast.set_of(id, state, why);
        }
    }

    /// "The Commission" after the European Commission.
    pub(crate) fn is_last_word_of_another(&self, name: &NameSpan) -> bool {
        let word = self.analysis.word(name.tokens.start);
        self.cast.keyed(&NameKey::LastWord(fold(word))).is_some()
    }

    pub(crate) fn organisation(&mut self, k: usize, name: &NameSpan) -> (LocalActorId, RuleRef) {
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        let words = organisation_key(text);
        let generic = is_generic(&words);
        let state = if generic { self.owner(k, name) } else { None };
        let key = state.map_or_else(|| NameKey::Words(words.clone()), |of| NameKey::WordsOf(words.clone(), of));
        if let Some(id) = self.cast.keyed(&key) {
            return (id, &rules::identity::SAME_NAME);
        }
        if generic
            && state.is_none()
            && let Some(id) = self.cast.keyed(&NameKey::WordsOfAny(words.clone()))
        {
            return (id, &rules::identity::SAME_NAME);
        }
        if name.tokens.len() == 1 && is_shouted(text) {
            if let Some(id) = self.in_parentheses(k, name) {
                self.cast.file(key, id);
                return (id, &rules::identity::ACRONYM_IN_PARENTHESES);
            }
            if let Some(id) = self.cast.keyed(&NameKey::Initials(text.replace('.', ""))) {
                return (id, &rules::identity::INITIALS);
            }
        }
        if name.tokens.len() == 1
            && let Some(id) = self.cast.keyed(&NameKey::LastWord(fold(text)))
        {
            return (id, &rules::identity::LAST_WORD);
        }
        if let Some(id) = self.cast.keyed(&NameKey::CompanyBegins(text.to_lowercase())) {
            return (id, &rules::identity::SHORT_OF_A_COMPANY);
        }
        let id = self.cast.add("", ActorKind::Organisation, true);
        self.file_organisation(id, text, words, generic);
        self.cast.file(key, id);
        (id, &rules::identity::ORGANISATION)
    }

    /// Files a body under the ways in which later names may mean it.
    fn file_organisation(&mut self, id: LocalActorId, text: &str, words: String, generic: bool) {
        if generic {
            self.cast.file(NameKey::WordsOfAny(words), id);
        }
        let letters: String =
            text.split_whitespace().filter(|w| is_capital(w)).filter_map(|w| w.chars().next()).collect();
        if letters.len() > 2 {
            self.cast.file(NameKey::Initials(letters), id);
        }
        let Some((mut begins, last)) = text.rsplit_once(char::is_whitespace) else { return };
        if is_company_form(&last.to_lowercase()) {
            while let Some((shorter, _)) = begins.rsplit_once(char::is_whitespace) {
                begins = shorter;
                self.cast.file(NameKey::CompanyBegins(begins.to_lowercase()), id);
            }
        } else {
            self.cast.file(NameKey::LastWord(fold(last)), id);
            // "Orion Foods … Orion"
            if let Some((first, _)) = text.split_once(char::is_whitespace)
                && !generic
                && self.is_telling(first)
            {
                self.cast.file(NameKey::CompanyBegins(first.to_lowercase()), id);
            }
        }
    }

    /// True for a first word that is nobody else's name and no word like others: "Orion", not "National" or "Paris".
    fn is_telling(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        let known = Gazetteer::get().longest(|k| (k == 0).then_some((word, &lower[..]))).is_some();
        let small = || (0..self.analysis.tokens().len()).any(|i| self.analysis.word(i) == lower);
        is_capital(word) && word.len() > 3 && !is_never_alone(&lower) && !is_function_word(&lower) && !known && !small()
    }

    /// The actor whose name stands right before a parenthesis that holds this name alone.
    pub(crate) fn in_parentheses(&self, k: usize, name: &NameSpan) -> Option<LocalActorId> {
        let open = name.tokens.start.checked_sub(1).filter(|&i| matches!(self.analysis.word(i), "(" | "["))?;
        let before = self.names.get(k.checked_sub(1)?)?;
        if before.tokens.end != open {
            return None;
        }
        let text = self.analysis.span_of(before.tokens.clone()).of(self.analysis.text());
        self.cast.keyed(&NameKey::Words(organisation_key(text)))
    }

    /// The state a body is said of: the demonym or possessive right before it, the "of …" after it.
    pub(crate) fn owner(&mut self, k: usize, name: &NameSpan) -> Option<LocalActorId> {
        let before = self.names.get(k.checked_sub(1)?)?;
        let gap = name.tokens.start.checked_sub(before.tokens.end)?;
        let Sense::Known(form) = before.sense else { return None };
        let near = gap == 0 || gap == 1 && matches!(self.analysis.lower(before.tokens.end), "'s" | "'");
        let state = Gazetteer::get().concept_of(form.concept).kind == ConceptKind::State;
        (near && state).then(|| self.cast.concept(form.concept))
    }
}

/// Words that tell bodies apart, so that "External Affairs Ministry" is the "Ministry of External
/// Affairs".
fn organisation_key(text: &str) -> String {
    // "Equifax Inc." is Equifax
    let bare = text.rsplit_once(char::is_whitespace);
    let text = bare.filter(|(_, form)| is_company_form(&form.to_lowercase())).map_or(text, |(name, _)| name);
    let mut words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
        .filter(|w| !w.is_empty() && !matches!(w.as_str(), "the" | "of" | "for" | "and"))
        .map(|w| match w.as_str() {
            "defense" => "defence".to_owned(),
            "labor" => "labour".to_owned(),
            "organization" => "organisation".to_owned(),
            "center" => "centre".to_owned(),
            _ => w,
        })
        .collect();
    words.sort_unstable();
    words.join(" ")
}

/// True for bodies that many states have: their name says little without the state's.
fn is_generic(key: &str) -> bool {
    key.split(' ').any(|w| NameWords::GenericBodies.has(w))
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::organisations::*;

    #[test]
    fn ministries_are_known_by_their_words() {
        assert_eq!(organisation_key("External Affairs Ministry"), organisation_key("Ministry of External Affairs"));
        assert_eq!(organisation_key("Defense Ministry"), organisation_key("Ministry of Defence"));
        assert_eq!(organisation_key("Equifax Inc."), organisation_key("Equifax"));
        assert_ne!(organisation_key("Defense Ministry"), organisation_key("Foreign Ministry"));
    }
}
