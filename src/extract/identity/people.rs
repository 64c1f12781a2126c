//! One actor for all the names of one person.

use crate::extract::identity::leaders;
use crate::extract::identity::merge::{Found, Merger};
use crate::extract::identity::person_name::{PersonName, fold};
use crate::extract::identity::table::NameKey;
use crate::extract::identity::titles;
use crate::extract::names::orthography::is_possessive;
use crate::extract::names::scan::{NameSpan, Sense};
use crate::language::gazetteer::Gender;
use crate::model::RuleRef;
use crate::model::{ActorKind, LocalActorId, Why};
use crate::rules;

/// How many bearers of one family name are compared: a bound for texts made to be slow.
const NAMESAKES: usize = 64;

impl Merger<'_, '_> {
    /// First of all the people with full names, wherever they stand: bare surnames may come earlier.
    pub(crate) fn full_names(&mut self, acts: &[bool]) {
        for (k, name) in self.names.iter().enumerate() {
            if !acts[k] || !matches!(name.sense, Sense::Person) {
                continue;
            }
            let person = PersonName::read(self.analysis, name.tokens.clone());
            if person.is_bare() {
                continue;
            }
            let id = self.fully_named(&person);
            self.cast.add_person_name(id, person);
            if let Some(office) = name.office {
                self.cast.learn_gender(id, office.gender);
            }
            for held in titles::held(self.analysis, self.names, self.map, k) {
                if let Some(state) = held.owner.and_then(|o| self.state_named(o)) {
                    let why = Why::words(&rules::identity::OF_OFFICE, self.analysis.span_of(held.tokens.clone()));
                    self.cast.set_of(id, state, why);
                }
            }
        }
    }

    /// The name that owns name `k`: "North Korea" in "North Korea's Kim".
    pub(crate) fn possessor(&self, k: usize) -> Option<usize> {
        let before = k.checked_sub(1)?;
        let (owner, owned) = (&self.names[before].tokens, &self.names[k].tokens);
        (owner.end + 1 == owned.start && is_possessive(self.analysis.lower(owner.end))).then_some(before)
    }

    pub(crate) fn agrees(&self, id: LocalActorId, person: &PersonName) -> bool {
        self.cast.profile(id).names.iter().all(|n| n.agrees(person))
    }

    /// The person of a full name, added where it is new.
    pub(crate) fn fully_named(&mut self, person: &PersonName) -> LocalActorId {
        let namesakes = self.cast.people_called(&person.family).iter().copied().take(NAMESAKES);
        let found = { namesakes }.find(|&id| self.agrees(id, person)).or_else(|| self.respelt(person));
        found.unwrap_or_else(|| self.cast.add("", ActorKind::Person, true))
    }

    /// A person whose family name is spelt a letter otherwise.
    pub(crate) fn respelt(&self, person: &PersonName) -> Option<LocalActorId> {
        if person.family.len() < 6 {
            return None;
        }
        let ids = (0..self.cast.list.len()).map(LocalActorId::from_index);
        ids.filter(|&id| !self.cast.profile(id).names.is_empty()).take(64).find(|&id| self.agrees(id, person))
    }

    /// "The Trump administration" is the government, "the Trump campaign" an organisation of his.
    pub(crate) fn named_after(&mut self, k: usize, name: &NameSpan) -> Option<Found> {
        let end = name.tokens.end;
        if name.title.is_some()
            || end >= self.analysis.tokens().len()
            || self.analysis.sentence_of(end) != self.analysis.sentence_of(end - 1)
        {
            return None;
        }
        match self.analysis.lower(end) {
            "administration" | "government" | "regime" | "cabinet" => {
                let person = self.bearer(k, &fold(self.analysis.word(end - 1)), Gender::Either);
                let of =
                    person.and_then(|p| self.cast.get(p).of).filter(|&of| self.cast.get(of).kind == ActorKind::Country);
                let id = of.or_else(|| self.governed_by(person, name));
                let id = id.unwrap_or_else(|| {
                    let key = NameKey::GovernmentOf(self.analysis.lower(end - 1).to_owned());
                    let id = self.cast.keyed(&key).unwrap_or_else(|| self.cast.add("", ActorKind::Organisation, true));
                    self.cast.file(key, id);
                    id
                });
                if let Some(person) = person {
                    let why = Why::words(&rules::identity::OF_ADMINISTRATION, self.analysis.span(end));
                    self.cast.set_of(person, id, why);
                }
                Some(Found { id, rule: &rules::identity::ADMINISTRATION_OF, end: end + 1 })
            }
            "campaign" | "team" => {
                let word = |i: usize| self.analysis.lower(i).to_owned();
                let key = NameKey::TeamOf(word(end), word(end - 1));
                let id = self.cast.keyed(&key).unwrap_or_else(|| self.cast.add("", ActorKind::Organisation, true));
                self.cast.file(key, id);
                if let Some(person) = self.bearer(k, &fold(self.analysis.word(end - 1)), Gender::Either) {
                    self.cast.set_of(id, person, Why::words(&rules::identity::OF_CAMPAIGN, self.analysis.span(end)));
                }
                Some(Found { id, rule: &rules::identity::CAMPAIGN_OF, end: end + 1 })
            }
            _ => None,
        }
    }

    /// The country of a leader everybody knows.
    fn governed_by(&mut self, person: Option<LocalActorId>, name: &NameSpan) -> Option<LocalActorId> {
        let state = match person {
            Some(person) => leaders::state_of(&self.cast.profile(person).names),
            None => leaders::state_of(&[PersonName::read(self.analysis, name.tokens.clone())]),
        };
        let country = self.cast.concept(state?);
        (self.cast.get(country).kind == ActorKind::Country).then_some(country)
    }

    pub(crate) fn person(&mut self, k: usize, name: &NameSpan) -> (LocalActorId, RuleRef) {
        let person = PersonName::read(self.analysis, name.tokens.clone());
        let gender = name.office.map_or(Gender::Either, |o| o.gender);
        let handle = if person.is_bare() {
            person.handles.last().cloned().unwrap_or_else(|| person.solid.clone())
        } else {
            person.family.clone()
        };
        let (id, rule) = if person.is_bare() {
            // "President Obama" is not the first lady, whose full name the article has
            let leader = leaders::known(std::slice::from_ref(&person))
                .filter(|l| name.office.is_some_and(|o| o.class == l.office.class));
            let bearer = match leader {
                Some(leader) => {
                    let called = self.cast.people_called(&handle).iter().copied().take(NAMESAKES);
                    { called }.find(|&id| leaders::known(&self.cast.profile(id).names) == Some(leader))
                }
                None if person.junior => {
                    let son = |id: &LocalActorId| self.cast.profile(*id).names.iter().any(|n| n.junior);
                    let called = self.cast.people_called(&handle).iter().copied();
                    { called }.find(son).or_else(|| self.bearer(k, &handle, gender))
                }
                None => self.bearer(k, &handle, gender),
            };
            match bearer {
                Some(id) => (id, &rules::identity::SURNAME_AFTER_FULL_NAME),
                None => {
                    let id = self.cast.add("", ActorKind::Person, true);
                    if let Some(leader) = leader {
                        self.cast.learn_gender(id, leader.gender);
                    }
                    (id, &rules::identity::SINGLE_NAME)
                }
            }
        } else {
            (self.fully_named(&person), &rules::identity::FULL_NAME)
        };
        if person.is_bare() && gender == Gender::Either {
            self.so_called.insert(id);
        }
        self.cast.add_person_name(id, person);
        self.cast.learn_gender(id, gender);
        (id, rule)
    }

    /// Who a single word names: a bearer of that family name, else of that given name, the one named
    /// last before it, else the first. Of a couple it is the one who has been called so before, else the one who
    /// was introduced first: the other keeps the full name.
    pub(crate) fn bearer(&self, k: usize, handle: &str, gender: Gender) -> Option<LocalActorId> {
        let called = self.cast.people_called(handle);
        let fits = |&&id: &&LocalActorId| self.cast.profile(id).gender.agrees(gender);
        let is_family =
            |id: &LocalActorId| self.cast.profile(*id).names.iter().any(|n| n.family == handle || n.is_bare());
        let senior = |id: &LocalActorId| called.len() == 1 || !self.cast.profile(*id).names.iter().any(|n| n.junior);
        let latest = |family: bool| {
            called
                .iter()
                .filter(fits)
                .filter(|id| is_family(id) == family && senior(id))
                .max_by_key(|id| self.last.get(id).map_or(-1, |&l| l as i64 - k as i64 + i64::from(u32::MAX)))
                .copied()
        };
        let couple = |one: LocalActorId| {
            let sex = |id: LocalActorId| self.cast.profile(id).gender;
            let other = |id: &&LocalActorId| **id == one || !sex(**id).agrees(sex(one));
            let mut bearers = called.iter().filter(fits).filter(|id| is_family(id) && senior(id)).filter(other);
            let so_called = |id: &&LocalActorId| self.so_called.contains(*id);
            bearers.clone().find(so_called).or_else(|| bearers.next()).copied()
        };
        latest(true).and_then(couple).or_else(|| latest(false))
    }

    /// Gives leaders whom everybody knows their sex and state, where the article names the state.
    pub(crate) fn know_leaders(&mut self) {
        for id in (0..self.cast.list.len()).map(LocalActorId::from_index) {
            if let Some(leader) = leaders::known(&self.cast.profile(id).names) {
                self.cast.learn_gender(id, leader.gender);
                if let Some(of) = self.cast.met(self.dated(leader.of)) {
                    self.cast.set_of(id, of, Why::rule(&rules::identity::OF_KNOWN_LEADER));
                }
            }
        }
    }
}
