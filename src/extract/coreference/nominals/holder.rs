//! One person by an office: "the Russian leader", "the envoy", "a ministry spokesman" whose name
//! comes later.

use crate::extract::coreference::discourse::{Part, Scene};
use crate::extract::coreference::nominals::{Description, Pointing};
use crate::extract::identity::offices::Fit;
use crate::language::Upos;
use crate::language::gazetteer::{Office, OfficeClass};
use crate::model::RuleRef;
use crate::model::{EntityKind, LocalActorId};
use crate::rules;

/// How many lines after "a U.S. envoy" his name may come.
const AHEAD: usize = 15;

/// How many lines back somebody is still in mind.
const REACH: usize = 8;

/// How many tokens after "a spokesman" he is introduced at the latest.
const FAR: usize = 150;

/// Offices that many hold: "a soldier" is nobody who is named later.
const COMMON: [OfficeClass; 6] = [
    OfficeClass::Human,
    OfficeClass::Kin,
    OfficeClass::Activist,
    OfficeClass::Crime,
    OfficeClass::Honorific,
    OfficeClass::PartyPerson,
];

/// What speaks for one holder of an office.
struct Claim {
    id: LocalActorId,
    score: f32,
    rule: RuleRef,
    /// The token that made him known.
    mention: usize,
    /// He is named with that office afterwards.
    is_named_later: bool,
}

impl Scene<'_> {
    /// Who holds an office, for that owner where one is said: of all whom the article names with it,
    /// the one who fits best and is best in mind.
    pub(crate) fn holder(
        &self,
        d: &Description,
        owner: Option<LocalActorId>,
        pointing: Pointing,
    ) -> Option<(LocalActorId, RuleRef, usize)> {
        let office = d.office?;
        if matches!(office.class, OfficeClass::Kin | OfficeClass::Human | OfficeClass::Crime) && owner.is_none() {
            return None;
        }
        let best = if pointing == Pointing::Definite { self.definite(d, office, owner) } else { None };
        let best = best.or_else(|| self.named_later(d, office, owner));
        // "the Vermont senator": no speaker of the house, and nobody far away
        let best = best.filter(|claim| {
            let near = claim.mention < d.head && self.line(claim.mention) + 2 >= self.line(d.head);
            claim.is_named_later || !self.is_of_a_place(d) || near && self.offices.fit(claim.id, office) >= Fit::Same
        });
        best.map(|claim| (claim.id, claim.rule, claim.mention))
    }

    /// "The Vermont senator", "the Oslo mayor": a place that is no actor stands right before the office.
    fn is_of_a_place(&self, d: &Description) -> bool {
        let a = self.analysis;
        let before = d.tokens.start.checked_sub(1);
        before.is_some_and(|i| {
            a.upos(i) == Upos::Propn
                && self.by_token[i].is_none()
                && a.name_at(i).is_some_and(|n| matches!(n.kind, EntityKind::Place))
        })
    }

    fn definite(&self, d: &Description, office: Office, owner: Option<LocalActorId>) -> Option<Claim> {
        let line = self.line(d.head);
        // "had sent an envoy … the envoy arrived": nobody who is named
        let lemma = self.analysis.lemma(d.head);
        let unnamed = self.unnamed_before(d.head).take_while(|u| u.line + 3 >= line);
        let unnamed = { unnamed }.find(|u| !u.plural && self.analysis.lemma(u.token) == lemma).map(|u| u.token);
        let mut best: Option<Claim> = None;
        let mut keep = |claim: Claim| {
            if claim.score >= 3.0 && best.as_ref().is_none_or(|b| claim.score > b.score) {
                best = Some(claim);
            }
        };
        // a noun does not mean the subject of the clause it stands in
        let mut met = self.subject_actors(d.head);
        for seen in self.before(d.head) {
            let id = seen.actor;
            if Some(id) == owner || !self.is_person(id) || met.contains(&id) {
                continue;
            }
            met.push(id);
            if unnamed.is_some_and(|u| u > seen.token) {
                continue;
            }
            let Some(fits) = self.claim(id, office, owner) else { continue };
            let distance = line.saturating_sub(seen.line);
            let near = match distance {
                0 => 2.2,
                1 => 1.5,
                2..=3 => 1.0,
                _ if distance <= REACH => 0.5,
                _ => 0.0,
            };
            let subject = if seen.part == Part::Subject { 0.4 } else { 0.0 };
            let score = fits + near + subject + 0.2 * self.weight(id);
            keep(Claim {
                id,
                score,
                rule: &rules::coreference::OFFICE_OF_ONE_IN_MIND,
                mention: seen.token,
                is_named_later: false,
            });
        }
        // whoever holds it anywhere in the article
        for &id in self.offices.holders(office.class) {
            if Some(id) == owner || met.contains(&id) || unnamed.is_some() {
                continue;
            }
            let Some(fits) = self.claim(id, office, owner) else { continue };
            let first = self.offices.first_named(id);
            if fits >= 3.0 && first < self.by_token.len() {
                let score = fits + 0.2 * self.weight(id);
                keep(Claim {
                    id,
                    score,
                    rule: &rules::coreference::OFFICE_NAMED_ELSEWHERE,
                    mention: first,
                    is_named_later: false,
                });
            }
        }
        best
    }

    /// How well somebody fits the office and its owner; `None` where he cannot be meant.
    fn claim(&self, id: LocalActorId, office: Office, owner: Option<LocalActorId>) -> Option<f32> {
        if !self.cast.profile(id).gender.agrees(office.gender) {
            return None;
        }
        let fits = match self.offices.fit(id, office) {
            Fit::Exact => 4.0,
            Fit::Same => 3.0,
            Fit::Near => 2.3,
            Fit::Unknown if matches!(office.class, OfficeClass::Head | OfficeClass::Leader) => 1.0,
            _ => return None,
        };
        let Some(owner) = owner else { return Some(fits) };
        let (asked, held) = (self.state_of(owner), self.state_of(id));
        let of = self.cast.get(id).of;
        // The alliance's spokesman is not the militia's.
        let another = asked.is_none() && self.cast.get(owner).named && of.is_some_and(|of| of != owner);
        match (asked, held) {
            _ if of == Some(owner) => Some(fits + 3.0),
            _ if another && !self.is_person(owner) => None,
            (Some(x), Some(y)) if x == y => Some(fits + 2.0),
            (Some(_), Some(_)) => None,
            _ => Some(fits),
        }
    }

    /// "A U.S. envoy said … Joseph Yun, the U.S. envoy": the only one who is named with that office
    /// afterwards, soon and for the first time.
    fn named_later(&self, d: &Description, office: Office, owner: Option<LocalActorId>) -> Option<Claim> {
        if COMMON.contains(&office.class) {
            return None;
        }
        let line = self.line(d.head);
        let mut only = None;
        for &id in self.offices.holders(office.class) {
            let first = self.offices.first_named(id);
            if first >= self.by_token.len() || first <= d.head || self.offices.fit(id, office) < Fit::Same {
                continue;
            }
            let near = if owner.is_some() { AHEAD } else { 3 };
            if self.line(first) > line + near {
                continue;
            }
            let (asked, held) = (owner.and_then(|o| self.state_of(o)), self.state_of(id));
            let of = self.cast.get(id).of;
            let fits = match owner {
                Some(owner) => of == Some(owner) || of.is_none() || asked.is_some() && asked == held,
                // a headline or lead names nobody: "Lawmaker urges …"; "A judge ruled … Judge Jane Doe said"
                None => {
                    let alone = self.offices.holders(office.class).len() == 1;
                    line <= 2 || alone && self.analysis.deprel(d.head).is_subject()
                }
            };
            if !fits {
                continue;
            }
            if only.is_some() {
                return None;
            }
            // "a district court judge", where two judges are named: either
            let sure = of.is_some() || asked.is_some() && asked == held;
            if owner.is_some() && !sure && self.offices.holders(office.class).len() > 1 {
                return None;
            }
            only = Some(Claim {
                id,
                score: 3.0,
                rule: &rules::coreference::NAMED_LATER,
                mention: first,
                is_named_later: true,
            });
        }
        only.or_else(|| self.introduced_next(d, office, owner))
    }

    /// "A ministry spokesman said … Colonel Ren Guoqiang was responding to": the only one whom the
    /// lines right after introduce, of whom no other office is told.
    fn introduced_next(&self, d: &Description, office: Office, owner: Option<LocalActorId>) -> Option<Claim> {
        let spokesman = office.class == OfficeClass::Spokesman;
        if !spokesman || !self.analysis.deprel(d.head).is_subject() {
            return None;
        }
        let end = self.analysis.sentence_of(d.head) + 3;
        let sentences = self.analysis.sentences();
        let tokens = d.head + 1..sentences[end.min(sentences.len()) - 1].tokens.end.min(d.head + FAR);
        let mut only: Option<(LocalActorId, usize)> = None;
        for i in tokens {
            let Some(id) = self.by_token[i].filter(|&id| self.is_person(id)) else { continue };
            if self.offices.first_named(id) != i || only.is_some_and(|(other, _)| other == id) {
                continue;
            }
            let free = !self.offices.are_known(id) || self.offices.holds(id, &[OfficeClass::Military]);
            let of = self.cast.get(id).of;
            if only.is_some() || !free || of.is_some() && owner.is_some() && of != owner {
                return None;
            }
            only = Some((id, i));
        }
        only.map(|(id, mention)| Claim {
            id,
            score: 3.0,
            rule: &rules::coreference::INTRODUCED_NEXT,
            mention,
            is_named_later: false,
        })
    }
}
