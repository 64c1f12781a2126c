//! Which offices the people of an article hold, so that "the president" finds its bearer wherever
//! the article names him.

use rustc_hash::FxHashMap;

use crate::extract::identity::leaders;
use crate::extract::identity::table::Cast;
use crate::language::Analysis;
use crate::language::gazetteer::{Gazetteer, Gender, Office, OfficeClass};
use crate::lexicon::names::NameWords;
use crate::model::{ActorKind, LocalActorId, MentionKind};

/// How many holders of one sort of office are remembered: a bound for texts made to be slow.
const HOLDERS: usize = 24;

/// What people hold, by person and by sort of office.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offices {
    held: FxHashMap<LocalActorId, Vec<Office>>,
    /// What the article need not say.
    known: FxHashMap<LocalActorId, Office>,
    by_class: FxHashMap<OfficeClass, Vec<LocalActorId>>,
    /// The first token of each actor's first name.
    first: Vec<usize>,
}

/// How well an office that is asked for fits one that is held, best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// They cannot be one man's: an envoy is no president.
    Other,
    /// Nothing is known.
    Unknown,
    /// The same sort: an analyst is an expert.
    Near,
    /// One says less than the other: "the minister" of a foreign minister.
    Same,
    /// The same words.
    Exact,
}

impl Offices {
    /// Reads the offices that titles and appositions gave.
    pub fn of(analysis: &Analysis<'_>, cast: &Cast) -> Self {
        let mut out = Self { first: vec![usize::MAX; cast.list.len()], ..Self::default() };
        for (k, actor) in cast.list.iter().enumerate() {
            let names = actor.mentions.iter().filter(|m| m.kind == MentionKind::Name);
            if let Some(first) = names.map(|m| m.span.start).min().and_then(|at| analysis.token_at(at as usize)) {
                out.first[k] = first;
            }
            if actor.kind == ActorKind::Person {
                let id = LocalActorId::from_index(k);
                for role in cast.profile(id).offices.iter().take(HOLDERS) {
                    if let Some(office) = office_in(role) {
                        out.add(id, office);
                    }
                }
                if let Some(leader) = leaders::known(&cast.profile(id).names) {
                    out.known.insert(id, leader.office);
                    out.file(id, leader.office);
                }
            }
        }
        out
    }

    /// Records an office.
    pub fn add(&mut self, id: LocalActorId, office: Office) {
        let held = self.held.entry(id).or_default();
        if !held.contains(&office) {
            held.push(office);
            self.file(id, office);
        }
    }

    fn file(&mut self, id: LocalActorId, office: Office) {
        for &class in kin(office.class) {
            let holders = self.by_class.entry(class).or_default();
            if holders.len() < HOLDERS && !holders.contains(&id) {
                holders.push(id);
            }
        }
    }

    /// The people who hold an office of this sort, in the order of the text.
    pub fn holders(&self, class: OfficeClass) -> &[LocalActorId] {
        self.by_class.get(&class).map_or(&[], Vec::as_slice)
    }

    /// The token where an actor is first named.
    pub fn first_named(&self, id: LocalActorId) -> usize {
        self.first.get(id.index()).copied().unwrap_or(usize::MAX)
    }

    /// True where somebody is known by an office.
    pub fn are_known(&self, id: LocalActorId) -> bool {
        self.held.contains_key(&id) || self.known.contains_key(&id)
    }

    /// True for somebody known to hold an office of one of these sorts.
    pub fn holds(&self, id: LocalActorId, classes: &[OfficeClass]) -> bool {
        let held = self.held.get(&id).into_iter().flatten().chain(self.known.get(&id));
        { held }.any(|o| classes.contains(&o.class))
    }

    /// How well the office fits what the person is known to hold.
    pub fn fit(&self, id: LocalActorId, asked: Office) -> Fit {
        let said = self.held.get(&id).into_iter().flatten().map(|&o| fit(asked, o)).max();
        // what the article does not say counts for less than what it does
        let known = self.known.get(&id).map(|&o| fit(asked, o).min(Fit::Same));
        said.max(known).unwrap_or(Fit::Unknown)
    }
}

/// The office that a role's words end in, else the first in them.
fn office_in(role: &str) -> Option<Office> {
    let role = role.replace('-', " - ");
    let words: Vec<&str> = role.split(' ').collect();
    let at = |from: usize| Gazetteer::get().office(|k| words.get(from + k).copied()).map(|(_, o)| o);
    (0..words.len()).find_map(at)
}

/// Words before an office that make another of it.
fn is_deputy(text: &str) -> bool {
    NameWords::Deputies.set().words().any(|w| text.starts_with(w))
}

/// The house of a parliament that an office is of, where its word tells.
fn house(office: &str) -> Option<&'static str> {
    match office.rsplit(' ').next()?.trim_end_matches('.') {
        "senator" | "sen" => Some("upper"),
        office if NameWords::LowerHouse.has(office) => Some("lower"),
        _ => None,
    }
}

fn fit(asked: Office, held: Office) -> Fit {
    use OfficeClass::{
        Academic, Activist, Adviser, Business, Candidate, Clergy, Envoy, Head, Law, Leader, Local, Media, Military,
        Parliament, PartyPerson, Police, SecretaryGeneral, Spokesman,
    };
    // "ex-president" is called "the president" too
    let bare = |o: Office| o.text.trim_start_matches("former ").trim_start_matches("ex-");
    let (a, h) = (bare(asked), bare(held));
    if a == h {
        return if asked.text == held.text { Fit::Exact } else { Fit::Near };
    }
    // a senator is no speaker of the lower house
    if matches!((house(a), house(h)), (Some(x), Some(y)) if x != y) {
        return Fit::Other;
    }
    if is_deputy(a) != is_deputy(h) {
        return Fit::Other;
    }
    let part = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|rest| rest.ends_with([' ', '-']))
            || long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
    };
    if part(h, a) && !(a == "minister" && h == "prime minister") {
        return Fit::Same;
    }
    if part(a, h) && !(h == "minister" && a == "prime minister") {
        return Fit::Near;
    }
    if matches!((a, h), ("judge", "justice") | ("justice", "judge")) {
        return Fit::Same;
    }
    let opposed = asked.gender != held.gender && asked.gender != Gender::Either && held.gender != Gender::Either;
    let rules = NameWords::Rulers.has(a);
    match (asked.class, held.class) {
        _ if opposed => Fit::Other,
        (Head | Leader, Head | Leader) if rules => Fit::Same,
        // an envoy is an ambassador, a lawmaker a senator; a mayor is no commissioner
        (Envoy | Spokesman | Adviser | Parliament | Candidate | SecretaryGeneral, y) if y == asked.class => Fit::Same,
        (Military | Academic | Media | Business | Activist | Law | Police | Clergy, y) if y == asked.class => Fit::Near,
        (Leader, Business | Local | Clergy | Activist | PartyPerson | SecretaryGeneral) if rules => Fit::Near,
        _ => Fit::Other,
    }
}

/// The sorts of office that one sort is also called by.
fn kin(class: OfficeClass) -> &'static [OfficeClass] {
    use OfficeClass::{
        Academic, Activist, Adviser, Arts, Business, Candidate, Clergy, Crime, DeputyHead, Envoy, Head, Honorific,
        Human, Kin, Law, Leader, Local, Media, Military, Minister, Parliament, PartyPerson, Police, Secretary,
        SecretaryGeneral, Spokesman, Sport,
    };
    match class {
        Head => &[Head, Leader],
        Leader => &[Leader, Head],
        Minister => &[Minister],
        Secretary => &[Secretary],
        SecretaryGeneral => &[SecretaryGeneral, Leader],
        DeputyHead => &[DeputyHead],
        Envoy => &[Envoy],
        Adviser => &[Adviser],
        Spokesman => &[Spokesman],
        Parliament => &[Parliament],
        Candidate => &[Candidate],
        PartyPerson => &[PartyPerson],
        Local => &[Local],
        Military => &[Military],
        Police => &[Police],
        Law => &[Law],
        Clergy => &[Clergy, Leader],
        Business => &[Business],
        Academic => &[Academic],
        Media => &[Media],
        Arts => &[Arts],
        Sport => &[Sport],
        Activist => &[Activist, Leader],
        Crime => &[Crime],
        Kin => &[Kin],
        Human | Honorific => &[],
    }
}
