//! The actors of an article while they are being found.

use rustc_hash::FxHashMap;

use crate::extract::identity::person_name::PersonName;
use crate::language::gazetteer::{ConceptId, ConceptKind, Gazetteer, Gender};
use crate::model::{Actor, ActorKind, LocalActorId, Mention, MentionKind, Span, Why};

/// What is known about an actor beyond its record.
#[derive(Clone, Debug)]
pub(crate) struct Profile {
    /// A person's full names, taken apart.
    pub names: Vec<PersonName>,
    /// Man, woman, or not told.
    pub gender: Gender,
    /// The gazetteer's concept.
    pub concept: Option<ConceptId>,
    /// Lower-case offices and descriptions seen of it.
    pub offices: Vec<String>,
    /// True for newspapers, agencies and the like.
    pub medium: bool,
}

/// What an actor is filed under, so that other names and descriptions find it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameKey {
    /// The words of its name, folded, in alphabetical order.
    Words(String),
    /// The same of a body that many states have, with the state whose it is.
    WordsOf(String, LocalActorId),
    /// The same of a body that many states have, whichever state's it was.
    WordsOfAny(String),
    /// The first letters of its words: "ICC".
    Initials(String),
    /// The last word of its name, folded: "the Commission".
    LastWord(String),
    /// What a company's name begins with, in lower case.
    CompanyBegins(String),
    /// The government named after somebody, by his family name in lower case.
    GovernmentOf(String),
    /// The campaign or team (which word) named after somebody, by his family name in lower case.
    TeamOf(String, String),
    /// A description of somebody unnamed, and whose he is: "gunmen", "police" of Hong Kong.
    Described(String, Option<LocalActorId>),
    /// The same, whosever he is.
    DescribedOfAny(String),
    /// The lemma of a description's head.
    DescribedByHead(String),
}

/// The list of actors, growing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub list: Vec<Actor>,
    pub profiles: Vec<Profile>,
    by_concept: FxHashMap<ConceptId, LocalActorId>,
    by_key: FxHashMap<NameKey, LocalActorId>,
    by_handle: FxHashMap<String, Vec<LocalActorId>>,
}

impl Cast {
    /// Adds an actor.
    pub fn add(&mut self, name: &str, kind: ActorKind, named: bool) -> LocalActorId {
        let id = LocalActorId::from_index(self.list.len());
        self.list.push(Actor {
            name: name.to_owned(),
            family: None,
            kind,
            named,
            names: Vec::new(),
            roles: Vec::new(),
            of: None,
            of_why: Why::default(),
            mentions: Vec::new(),
        });
        self.profiles.push(Profile {
            names: Vec::new(),
            gender: Gender::Either,
            concept: None,
            offices: Vec::new(),
            medium: false,
        });
        id
    }

    /// An actor's record.
    pub fn get(&self, id: LocalActorId) -> &Actor {
        &self.list[id.index()]
    }

    /// An actor's record, to change.
    pub fn get_mut(&mut self, id: LocalActorId) -> &mut Actor {
        &mut self.list[id.index()]
    }

    /// An actor's profile.
    pub fn profile(&self, id: LocalActorId) -> &Profile {
        &self.profiles[id.index()]
    }

    /// The actor of a concept, added where it is new.
    pub fn concept(&mut self, concept: ConceptId) -> LocalActorId {
        if let Some(&id) = self.by_concept.get(&concept) {
            return id;
        }
        let known = Gazetteer::get().concept_of(concept);
        let kind = match known.kind {
            ConceptKind::State => ActorKind::Country,
            ConceptKind::Group => ActorKind::Group,
            _ => ActorKind::Organisation,
        };
        let id = self.add(known.name, kind, true);
        self.profiles[id.index()].concept = Some(concept);
        self.by_concept.insert(concept, id);
        id
    }

    /// The actor of a concept, if it was met.
    pub fn met(&self, concept: ConceptId) -> Option<LocalActorId> {
        self.by_concept.get(&concept).copied()
    }

    /// The actor filed under a key.
    pub fn keyed(&self, key: &NameKey) -> Option<LocalActorId> {
        self.by_key.get(key).copied()
    }

    /// Files an actor under a key; the first one keeps it.
    pub fn file(&mut self, key: NameKey, id: LocalActorId) {
        self.by_key.entry(key).or_insert(id);
    }

    /// Adds a way of naming a person.
    pub fn add_person_name(&mut self, id: LocalActorId, name: PersonName) {
        for handle in &name.handles {
            let ids = self.by_handle.entry(handle.clone()).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        let profile = &mut self.profiles[id.index()];
        if profile.gender == Gender::Either {
            profile.gender = name.gender();
        }
        if !profile.names.contains(&name) {
            profile.names.push(name);
        }
    }

    /// The people who answer to a folded word.
    pub fn people_called(&self, handle: &str) -> &[LocalActorId] {
        self.by_handle.get(handle).map_or(&[], Vec::as_slice)
    }

    /// Learns an actor's gender from a title or description, unless it is known.
    pub fn learn_gender(&mut self, id: LocalActorId, gender: Gender) {
        let known = &mut self.profiles[id.index()].gender;
        if *known == Gender::Either {
            *known = gender;
        }
    }

    /// Records that words of the text refer to an actor.
    pub fn mention(&mut self, id: LocalActorId, span: Span, kind: MentionKind, why: Why) {
        self.list[id.index()].mentions.push(Mention { span, kind, why });
    }

    /// Collects an office, once.
    pub fn add_role(&mut self, id: LocalActorId, role: &str) {
        let role = role.split_whitespace().collect::<Vec<_>>().join(" ");
        let roles = &mut self.list[id.index()].roles;
        if !role.is_empty() && !roles.iter().any(|r| r.eq_ignore_ascii_case(&role)) {
            roles.push(role.clone());
        }
        let lower = role.to_lowercase();
        let offices = &mut self.profiles[id.index()].offices;
        if !offices.contains(&lower) {
            offices.push(lower);
        }
    }

    /// Says whom an actor acts for and what told it, unless it is known.
    pub fn set_of(&mut self, id: LocalActorId, of: LocalActorId, why: Why) {
        if id != of && self.list[id.index()].of.is_none() && self.list[of.index()].of != Some(id) {
            self.list[id.index()].of = Some(of);
            self.list[id.index()].of_why = why;
        }
    }

    /// Leaves out the actors that no words of the text stand for: a man whose only name went into his
    /// government's ("the John Doe administration"). Gives each actor's new number, in the old order.
    pub fn leave_out_unmentioned(&mut self) -> Vec<Option<LocalActorId>> {
        let mut next = 0;
        let numbers: Vec<Option<LocalActorId>> = { self.list.iter() }
            .map(|actor| {
                (!actor.mentions.is_empty()).then(|| {
                    next += 1;
                    LocalActorId::from_index(next - 1)
                })
            })
            .collect();
        if next == self.list.len() {
            return numbers;
        }
        let number = |id: LocalActorId| numbers[id.index()];
        let mut kept = numbers.iter().map(Option::is_some);
        self.profiles.retain(|_| kept.next().unwrap_or(false));
        self.list.retain(|actor| !actor.mentions.is_empty());
        for actor in &mut self.list {
            actor.of = actor.of.and_then(number);
        }
        let still = |id: &mut LocalActorId| number(*id).map(|n| *id = n).is_some();
        self.by_concept.retain(|_, id| still(id));
        self.by_key.retain(|_, id| still(id));
        for ids in self.by_handle.values_mut() {
            ids.retain_mut(still);
        }
        numbers
    }

    /// Brings every actor's mentions into the order of the text.
    pub fn sort_mentions(&mut self) {
        for actor in &mut self.list {
            actor.mentions.sort_by_key(|m| (m.span.start, m.span.end));
        }
    }
}
