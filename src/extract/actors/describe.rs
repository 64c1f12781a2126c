//! Descriptions: "the Russian leader", "U.S. officials", "the ministry", "both countries".

use std::ops::Range;

use super::scene::Scene;
use crate::language::gazetteer::{ActingClass, Gazetteer, Office, OfficeClass};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// How a description points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pointing {
    /// "the", "this", a possessive, a state's adjective.
    Definite,
    /// "a", "some", a number, nothing.
    Indefinite,
}

/// A noun that can stand for an actor.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// Its phrase: the office or acting noun alone.
    pub tokens: Range<usize>,
    /// The noun that heads it.
    pub head: usize,
    pub office: Option<Office>,
    pub acting: Option<ActingClass>,
    pub plural: bool,
}

/// The description whose phrase begins at token `i`.
pub(super) fn at(analysis: &Analysis<'_>, i: usize) -> Option<Description> {
    if !matches!(analysis.upos(i), Upos::Noun | Upos::Adj | Upos::Propn | Upos::X) {
        return None;
    }
    let end = analysis.sentences()[analysis.sentence_of(i)].tokens.end;
    let gazetteer = Gazetteer::get();
    let lower = |k: usize| (i + k < end).then(|| analysis.lower(i + k));
    let lemma = |k: usize| (i + k < end).then(|| analysis.lemma(i + k));
    let acting = gazetteer.acting(lower);
    let office = gazetteer.office(lower).or_else(|| gazetteer.office(lemma));
    let len = acting.map_or(0, |a| a.0).max(office.map_or(0, |o| o.0));
    if len == 0 {
        return None;
    }
    let head = i + len - 1;
    if !matches!(analysis.upos(head), Upos::Noun | Upos::Propn | Upos::X) {
        return None;
    }
    Some(Description {
        tokens: i..i + len,
        head,
        office: office.filter(|o| o.0 == len).map(|o| o.1).filter(|o| o.class != OfficeClass::Honorific),
        acting: acting.filter(|a| a.0 == len).map(|a| a.1),
        plural: matches!(analysis.xpos(head), Xpos::Nns | Xpos::Nnps),
    })
}

impl Scene<'_> {
    /// Resolves a description, if it can be.
    pub fn describe(&mut self, d: &Description) {
        if self.by_token[d.head].is_some() {
            return;
        }
        let owners = self.owners(d);
        let pointing = self.pointing(d, !owners.is_empty());
        if d.plural
            && let Some(n) = self.number(d)
        {
            return self.several(d, n);
        }
        let (actor, rule) = match (d.acting, d.office) {
            (Some(ActingClass::State), office) => {
                if let Some(&owner) = owners.first() {
                    let person_too = office.is_some() && !d.plural && pointing == Pointing::Definite;
                    if !(person_too && self.is_person(owner)) {
                        return self.of_owners(d, &owners);
                    }
                    (self.holder(d, Some(owner)), "office")
                } else if d.plural && office.is_some() && pointing == Pointing::Definite && Self::is_leading(d) {
                    return self.several(d, 2);
                } else {
                    (self.unowned_state(d, pointing), "state-in-mind")
                }
            }
            (Some(ActingClass::Organisation), None) if pointing == Pointing::Definite => {
                (self.body(d, owners.first().copied()), "body-in-mind")
            }
            (_, Some(_)) if d.plural => {
                if pointing == Pointing::Definite && owners.is_empty() && Self::is_leading(d) {
                    return self.several(d, 2);
                }
                return;
            }
            (_, Some(_)) if pointing == Pointing::Definite => (self.holder(d, owners.first().copied()), "office"),
            _ => return,
        };
        if let Some(id) = actor {
            self.refer(d, id, rule);
        }
    }

    fn refer(&mut self, d: &Description, id: LocalActorId, rule: &'static str) {
        let words = self.analysis.span_of(d.tokens.clone());
        self.cast.mention(id, words, MentionKind::Description, Why::words(rule, words));
        self.by_token[d.tokens.clone()].fill(Some(id));
        if self.is_person(id)
            && let Some(office) = d.office
            && office.class != OfficeClass::Human
        {
            self.cast.learn_gender(id, office.gender);
        }
        self.see(id, d.head);
    }

    /// "Officials of X", "X and Y forces": the states themselves.
    fn of_owners(&mut self, d: &Description, owners: &[LocalActorId]) {
        // "Putin's government" is his state's
        let acting_for = |id: LocalActorId| if self.is_person(id) { self.cast.get(id).of.unwrap_or(id) } else { id };
        let mut all: Vec<LocalActorId> = Vec::new();
        for id in owners.iter().map(|&o| acting_for(o)) {
            if !all.contains(&id) {
                all.push(id);
            }
        }
        if all.len() > 1 {
            self.see_set(all.clone(), d.head);
        }
        self.refer(d, all[0], "said-of-its-state");
    }

    /// The actors a description is said of: adjectives, possessors, "of …" with what is joined to it.
    fn owners(&self, d: &Description) -> Vec<LocalActorId> {
        let a = self.analysis;
        let mut out = Vec::new();
        let mut add = |id: Option<LocalActorId>| {
            if let Some(id) = id
                && !out.contains(&id)
            {
                out.push(id);
            }
        };
        for c in a.children(d.head) {
            if d.tokens.contains(&c) {
                continue;
            }
            let case = a.child(c, &[Deprel::Case]).map_or("", |k| a.lower(k));
            let owns = match a.deprel(c) {
                Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nmod
                    if case.is_empty() || case == "'s" || case == "'" =>
                {
                    true
                }
                Deprel::Nmod => {
                    matches!(case, "of" | "from" | "in" | "for" | "to")
                        && !(case == "to" || case == "in" && d.acting.is_none())
                }
                _ => false,
            };
            if owns {
                add(self.by_token[c]);
                for j in a.children_by(c, &[Deprel::Conj]) {
                    add(self.by_token[j]);
                }
            }
        }
        // the word right before, whatever the tree says
        let sentence = &a.sentences()[a.sentence_of(d.head)].tokens;
        if out.is_empty() && d.tokens.start > sentence.start {
            let before = d.tokens.start - 1;
            let at = if matches!(a.lower(before), "'s" | "'") { before.checked_sub(1) } else { Some(before) };
            if let Some(id) = at.filter(|&i| i >= sentence.start).and_then(|i| self.by_token[i]) {
                out.push(id);
            }
        }
        out
    }

    fn pointing(&self, d: &Description, owned: bool) -> Pointing {
        let a = self.analysis;
        for c in a.children(d.head) {
            match a.deprel(c) {
                Deprel::Det => {
                    return match a.lower(c) {
                        "the" | "this" | "that" | "these" | "those" | "both" | "each" => Pointing::Definite,
                        _ => Pointing::Indefinite,
                    };
                }
                Deprel::NmodPoss => return Pointing::Definite,
                _ => {}
            }
        }
        let before = d.tokens.start.checked_sub(1).map_or("", |i| a.lower(i));
        if before == "the" || owned && d.office.is_none() { Pointing::Definite } else { Pointing::Indefinite }
    }

    /// Two for "both leaders", "the two countries"; the number said where it is small.
    fn number(&self, d: &Description) -> Option<usize> {
        let a = self.analysis;
        let said = |w: &str| match w {
            "two" | "both" | "2" => Some(2),
            "three" | "3" => Some(3),
            "four" | "4" => Some(4),
            _ => None,
        };
        let from = d.tokens.start.saturating_sub(3);
        let definite = (from..d.tokens.start).any(|i| matches!(a.lower(i), "the" | "both" | "these" | "their" | "all"));
        (from..d.tokens.start).rev().find_map(|i| said(a.lower(i))).filter(|_| definite)
    }

    /// True for offices at the top: "the leaders", "the presidents", "the ministers".
    fn is_leading(d: &Description) -> bool {
        d.office.is_some_and(|o| {
            matches!(o.class, OfficeClass::Head | OfficeClass::Leader | OfficeClass::Minister | OfficeClass::Secretary)
        })
    }

    /// "The two leaders", "both countries": the last that many of their kind.
    fn several(&mut self, d: &Description, n: usize) {
        let people = d.office.is_some()
            || matches!(self.analysis.lemma(d.head), "leader" | "president" | "minister" | "man" | "woman");
        let states = !people
            && matches!(
                self.analysis.lemma(d.head),
                "country"
                    | "nation"
                    | "state"
                    | "government"
                    | "side"
                    | "republic"
                    | "neighbor"
                    | "neighbour"
                    | "ally"
                    | "capital"
            );
        let found = if people {
            let lead = Self::is_leading(d);
            let mut found = self.latest(d.head, n, |s, id| s.is_person(id) && (!lead || s.leads(id)));
            if found.len() < n {
                found = self.latest(d.head, n, |s, id| s.is_person(id) && !s.speaks_for_others(id));
            }
            found
        } else if states {
            self.latest(d.head, n, super::scene::Scene::is_state)
        } else {
            return;
        };
        if found.len() == n {
            let words = self.analysis.span_of(d.tokens.clone());
            for &id in &found {
                self.cast.mention(id, words, MentionKind::Description, Why::words("several", words));
            }
            self.by_token[d.head] = found.first().copied();
            self.see_set(found, d.head);
        }
    }

    /// True for somebody known to head a state, or of whom no office is known.
    fn leads(&self, id: LocalActorId) -> bool {
        let offices = &self.cast.profile(id).offices;
        offices.is_empty()
            || offices.iter().any(|o| {
                let words: Vec<&str> = o.split(' ').collect();
                Gazetteer::get().office(|k| words.get(k).copied()).is_some_and(|(_, o)| {
                    matches!(
                        o.class,
                        OfficeClass::Head | OfficeClass::Leader | OfficeClass::Minister | OfficeClass::Secretary
                    )
                }) || o.ends_with("minister")
                    || o.ends_with("president")
            })
    }

    fn speaks_for_others(&self, id: LocalActorId) -> bool {
        self.cast
            .profile(id)
            .offices
            .iter()
            .any(|o| o.contains("spokes") || o.contains("reporter") || o.contains("analyst"))
    }

    /// Whom "the government", "the administration", "the country" mean with nobody named beside.
    fn unowned_state(&mut self, d: &Description, pointing: Pointing) -> Option<LocalActorId> {
        let a = self.analysis;
        let lemma = a.lemma(d.head);
        let administration_official =
            a.children_by(d.head, &[Deprel::Compound]).any(|c| a.lemma(c) == "administration");
        if lemma == "administration" || administration_official {
            let united_states = Gazetteer::get().named("United States")?;
            return (pointing == Pointing::Definite || administration_official)
                .then(|| self.cast.met(united_states))
                .flatten();
        }
        if pointing != Pointing::Definite || d.plural {
            return None;
        }
        match lemma {
            "country" | "nation" | "republic" | "kingdom" | "government" | "regime" | "cabinet" | "junta" | "state" => {
                let subject = self.subjects_above(d.head).first().and_then(|&s| self.by_token[s]);
                let found = self.latest(d.head, 1, |s, id| s.is_state(id) && Some(id) != subject);
                found.first().copied()
            }
            _ => None,
        }
    }

    /// "The ministry", "the newspaper", "the group": the last body of that sort.
    fn body(&mut self, d: &Description, owner: Option<LocalActorId>) -> Option<LocalActorId> {
        let noun = self.analysis.lemma(d.head).to_owned();
        let broad = matches!(
            &noun[..],
            "group"
                | "organization"
                | "organisation"
                | "movement"
                | "body"
                | "bloc"
                | "alliance"
                | "agency"
                | "company"
                | "party"
        );
        let media = matches!(
            &noun[..],
            "newspaper" | "paper" | "network" | "channel" | "magazine" | "broadcaster" | "outlet" | "agency"
        );
        let fits = |s: &Self, id: LocalActorId| {
            let actor = s.cast.get(id);
            if !matches!(actor.kind, ActorKind::Organisation | ActorKind::Group) || !actor.named {
                return false;
            }
            if owner.is_some_and(|o| o != id && actor.of != Some(o)) {
                return false;
            }
            let named_so = actor.names.iter().any(|n| n.to_lowercase().contains(&noun[..]));
            let medium = s.is_medium(id);
            named_so
                || media && medium
                || broad && !medium && (noun != "party" || actor.kind == ActorKind::Organisation)
        };
        let named_so = self.latest(d.head, 1, |s, id| {
            fits(s, id) && s.cast.get(id).names.iter().any(|n| n.to_lowercase().contains(&noun[..]))
        });
        named_so.first().copied().or_else(|| self.latest(d.head, 1, fits).first().copied())
    }

    fn is_medium(&self, id: LocalActorId) -> bool {
        let media = |name: &str| {
            [
                "Times", "Post", "News", "Journal", "Daily", "Reuters", "Agency", "Press", "BBC", "Ilbo", "Yonhap",
                "CNN", "Tribune", "TASS", "Interfax", "Xinhua", "KCNA",
            ]
            .iter()
            .any(|m| name.contains(m))
        };
        self.cast.get(id).names.iter().any(|n| media(n))
    }

    /// Who holds an office: the last person known by it, for that owner where one is said.
    fn holder(&mut self, d: &Description, owner: Option<LocalActorId>) -> Option<LocalActorId> {
        let office = d.office?;
        if matches!(office.class, OfficeClass::Kin | OfficeClass::Human | OfficeClass::Activist | OfficeClass::Crime)
            && owner.is_none()
        {
            return None;
        }
        let a = self.analysis;
        let state = owner.map(|o| if self.is_person(o) { self.cast.get(o).of.unwrap_or(o) } else { o });
        let head = a.lemma(d.head);
        let mut best: Option<(i32, LocalActorId)> = None;
        let mut met: Vec<LocalActorId> = Vec::new();
        for seen in self.before(d.head) {
            if met.contains(&seen.actor) || !self.is_person(seen.actor) || Some(seen.actor) == owner {
                continue;
            }
            met.push(seen.actor);
            let actor = self.cast.get(seen.actor);
            let profile = self.cast.profile(seen.actor);
            if !profile.gender.agrees(office.gender) {
                continue;
            }
            let same = profile.offices.iter().any(|o| o == office.text || o.ends_with(head));
            let class = !same && profile.offices.iter().any(|o| same_class(o, office.class));
            let mut score = if same {
                4
            } else if class {
                3
            } else {
                0
            };
            match (state, actor.of) {
                (Some(s), Some(of)) if s == of => score += 3,
                (Some(_), Some(_)) => continue,
                _ => {}
            }
            if score >= 3 && best.is_none_or(|(b, _)| score > b) {
                best = Some((score, seen.actor));
            }
        }
        best.map(|(_, id)| id)
    }
}

/// Offices that are said of one another: a president is a leader.
fn same_class(role: &str, class: OfficeClass) -> bool {
    let words: Vec<&str> = role.split(' ').collect();
    let Some((_, held)) = (0..words.len()).find_map(|from| Gazetteer::get().office(|k| words.get(from + k).copied()))
    else {
        return false;
    };
    use OfficeClass::{Head, Leader, Minister, Secretary};
    match class {
        Leader => matches!(held.class, Head | Leader),
        Head => held.class == Head && role.contains("strongman"),
        // Ministers are many: "the minister" is not safely any one of them.
        Minister | Secretary => false,
        other => other == held.class,
    }
}
