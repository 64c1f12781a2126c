//! States, and one actor for all the names of one body.

use crate::extract::identity::merge::Merger;
use crate::extract::identity::person_name::fold;
use crate::extract::names::orthography::{is_capital, is_company_form, is_shouted};
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::gazetteer::{ConceptId, ConceptKind, FormKind, Gazetteer};
use crate::language::{Upos, Xpos};
use crate::model::RuleRef;
use crate::model::{ActorKind, LocalActorId, Why};
use crate::rules;

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
            FormKind::Medium if self.is_where_it_was_posted(name) => return None,
            FormKind::Body | FormKind::Medium | FormKind::Company => {
                if gazetteer.concept_of(concept).kind == ConceptKind::Place {
                    return None;
                }
                if self.is_another_states_congress(name) {
                    return Some(self.organisation(k, name));
                }
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

    /// "Congress" in an article that names states and never the United States.
    fn is_another_states_congress(&self, name: &NameSpan) -> bool {
        let known = |n: &NameSpan| match n.sense {
            Sense::Known(form) => Some(form.concept),
            _ => None,
        };
        let gazetteer = Gazetteer::get();
        let united_states = gazetteer.named("United States");
        let state = |c: ConceptId| gazetteer.concept_of(c).kind == ConceptKind::State;
        name.tokens.len() == 1
            && self.analysis.word(name.tokens.start) == "Congress"
            && self.names.iter().any(|n| known(n).is_some_and(state))
            && !self.names.iter().any(|n| known(n).is_some() && known(n) == united_states)
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
        !people || is_of_things(self.analysis.lemma(next))
    }

    /// "Said on Twitter": a place to speak, nobody who acts.
    pub(crate) fn is_where_it_was_posted(&self, name: &NameSpan) -> bool {
        let start = name.tokens.start;
        let before = |i: usize| i.checked_sub(1).map_or("", |i| self.analysis.lower(i));
        let posted = |i: usize| {
            SOCIAL_NETWORKS.contains(&self.analysis.lower(i))
                && matches!(
                    before(i),
                    "on" | "via" | "through" | "site" | "his" | "her" | "a" | "in" | "social" | "media"
                )
        };
        // "on Facebook and Twitter"
        let second = SOCIAL_NETWORKS.contains(&self.analysis.lower(start))
            && matches!(before(start), "and" | "or" | ",")
            && start > 1
            && posted(start - 2);
        posted(start) || second
    }

    pub(crate) fn body(&mut self, _k: usize, name: &NameSpan, concept: ConceptId) -> LocalActorId {
        let id = self.cast.concept(concept);
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        self.cast.file(organisation_key(text), id);
        if let Some(of) = Gazetteer::get().concept_of(concept).of
            && let Some(state) = self.cast.met(of)
        {
            let why = Why::words(&rules::identity::OF_GAZETTEER, self.analysis.span_of(name.tokens.clone()));
            self.cast.set_of(id, state, why);
        }
        id
    }

    /// "The Commission" after the European Commission.
    pub(crate) fn is_last_word_of_another(&self, name: &NameSpan) -> bool {
        let word = self.analysis.word(name.tokens.start);
        self.cast.keyed(&format!("~{}", fold(word))).is_some()
    }

    pub(crate) fn organisation(&mut self, k: usize, name: &NameSpan) -> (LocalActorId, RuleRef) {
        let text = self.analysis.span_of(name.tokens.clone()).of(self.analysis.text());
        let mut key = organisation_key(text);
        let generic = is_generic(&key);
        if generic && let Some(state) = self.owner(k, name) {
            key = format!("{key} @{}", state.index());
        }
        if let Some(id) = self.cast.keyed(&key) {
            return (id, &rules::identity::SAME_NAME);
        }
        if generic
            && !key.contains('@')
            && let Some(id) = self.cast.keyed(&format!("{key} *"))
        {
            return (id, &rules::identity::SAME_NAME);
        }
        // "(ICC)" after the International Criminal Court
        if name.tokens.len() == 1 && is_shouted(text) {
            if let Some(id) = self.in_parentheses(k, name) {
                self.cast.file(key, id);
                return (id, &rules::identity::ACRONYM_IN_PARENTHESES);
            }
            if let Some(id) = self.cast.keyed(&format!("={}", text.replace('.', ""))) {
                return (id, &rules::identity::INITIALS);
            }
        }
        // "the Commission" after the European Commission, "the Times" after the New York Times
        if name.tokens.len() == 1
            && let Some(id) = self.cast.keyed(&format!("~{}", fold(text)))
        {
            return (id, &rules::identity::LAST_WORD);
        }
        let id = self.cast.add("", ActorKind::Organisation, true);
        if generic {
            let plain = key.split(" @").next().unwrap_or(&key).to_owned();
            self.cast.file(format!("{plain} *"), id);
        }
        self.cast.file(key, id);
        let letters: String =
            text.split_whitespace().filter(|w| is_capital(w)).filter_map(|w| w.chars().next()).collect();
        if letters.len() > 2 {
            self.cast.file(format!("={letters}"), id);
        }
        if let Some(last) = text.split_whitespace().next_back().filter(|_| text.contains(' ')) {
            self.cast.file(format!("~{}", fold(last)), id);
        }
        (id, &rules::identity::ORGANISATION)
    }

    /// The actor whose name stands right before a parenthesis that holds this name alone.
    pub(crate) fn in_parentheses(&self, k: usize, name: &NameSpan) -> Option<LocalActorId> {
        let open = name.tokens.start.checked_sub(1).filter(|&i| matches!(self.analysis.word(i), "(" | "["))?;
        let before = self.names.get(k.checked_sub(1)?)?;
        if before.tokens.end != open {
            return None;
        }
        let text = self.analysis.span_of(before.tokens.clone()).of(self.analysis.text());
        self.cast.keyed(&organisation_key(text))
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

/// Where people post; the first words of the networks' names.
const SOCIAL_NETWORKS: [&str; 12] = [
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "youtube",
    "weibo",
    "whatsapp",
    "tiktok",
    "linkedin",
    "reddit",
    "truth",
    "wechat",
];

/// Plural nouns after an adjective that are things, not people.
fn is_of_things(lemma: &str) -> bool {
    matches!(
        lemma,
        "interest"
            | "value"
            | "issue"
            | "affair"
            | "standard"
            | "market"
            | "stock"
            | "share"
            | "weapon"
            | "sanction"
            | "price"
            | "good"
            | "product"
            | "language"
            | "study"
            | "right"
            | "history"
            | "tradition"
            | "matter"
            | "law"
            | "art"
            | "name"
            | "city"
            | "community"
            | "car"
            | "talk"
            | "election"
    )
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
    key.split(' ').any(|w| {
        matches!(
            w,
            "ministry"
                | "department"
                | "court"
                | "army"
                | "navy"
                | "police"
                | "parliament"
                | "assembly"
                | "senate"
                | "force"
                | "forces"
                | "guard"
                | "bank"
                | "council"
                | "commission"
                | "party"
                | "office"
                | "secretariat"
                | "agency"
                | "service"
                | "directorate"
        )
    })
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
