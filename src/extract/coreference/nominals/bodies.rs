//! States and bodies by a noun: "the country", "the government", "the ministry", "the newspaper".

use crate::extract::coreference::discourse::{Part, Scene, Seen};
use crate::extract::coreference::nominals::{Description, Pointing};
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::gazetteer::Gazetteer;
use crate::language::{Deprel, Upos};
use crate::model::RuleRef;
use crate::model::{ActorKind, LocalActorId};
use crate::rules;

/// How many lines back "the government" may have been named.
const REACH: usize = 6;

/// How many actors are looked through for one that is named later: a bound for texts made to be slow.
const MANY: usize = 200;

/// How many lines after "a newspaper" its name may come.
const AHEAD: usize = 15;

/// Whom a description means, the rule that told it, and the token that was looked at.
type Found = Option<(LocalActorId, RuleRef, usize)>;

impl Scene<'_> {
    /// Whom "the government", "the administration", "the country" mean with nobody named beside: the
    /// state that was spoken of last and most.
    pub(crate) fn unowned_state(&self, d: &Description, pointing: Pointing) -> Found {
        let a = self.analysis;
        let lemma = a.lemma(d.head);
        let administration_official =
            a.children_by(d.head, &[Deprel::Compound]).any(|c| a.lemma(c) == "administration");
        if lemma == "administration" || administration_official {
            let united_states = Gazetteer::get().named("United States")?;
            let met =
                self.cast.met(united_states).filter(|_| pointing == Pointing::Definite || administration_official);
            return met.map(|id| (id, &rules::coreference::ADMINISTRATION, d.head));
        }
        if pointing != Pointing::Definite
            || d.plural
            || !CoreferenceWords::StateNouns.has(lemma)
            || self.is_arrangement(d)
        {
            return None;
        }
        // "Russia said the government …" is another's; "Ukrainian officials said the government …" is theirs
        let by_name = |s: &usize| a.upos(*s) == Upos::Propn;
        let above = self.subjects_above(d.head).into_iter().find(|&s| s < d.head && self.by_token[s].is_some());
        let subjects = if above.is_none_or(|s| by_name(&s)) { self.subject_actors(d.head) } else { Vec::new() };
        let line = self.line(d.head);
        let mut best: Option<(f32, LocalActorId, usize)> = None;
        for seen in self.before(d.head).take_while(|s| line.saturating_sub(s.line) <= REACH) {
            if !self.is_state(seen.actor) || subjects.contains(&seen.actor) {
                continue;
            }
            // "In Poland, the government said"
            let scene_of_it = seen.line == line
                && a.deprel(seen.token) == Deprel::Obl
                && a.child(seen.token, &[Deprel::Case]).is_some_and(|c| a.lower(c) == "in");
            let part = match seen.part {
                _ if scene_of_it => 2.0,
                Part::Subject => 1.2,
                Part::Object | Part::Owner => 0.8,
                Part::Other => 0.0,
            };
            let far = (d.head - seen.token).min(200) as f32 * 0.01;
            let quoted = if seen.quote == self.quote(d.head) { 0.0 } else { -0.4 };
            let score = part + quoted - 0.7 * (line - seen.line) as f32 - far + 0.35 * self.weight(seen.actor);
            if best.is_none_or(|(b, ..)| score > b) {
                best = Some((score, seen.actor, seen.token));
            }
        }
        best.map(|(_, id, token)| (id, &rules::coreference::STATE_IN_MIND, token))
    }

    /// "The sanctions regime", "a testing regime": an arrangement, no government.
    pub(crate) fn is_arrangement(&self, d: &Description) -> bool {
        let a = self.analysis;
        a.lemma(d.head) == "regime"
            && a.children_by(d.head, &[Deprel::Compound])
                .any(|c| self.by_token[c].is_none() && a.lower(c) != "military")
    }

    /// "The ministry", "the newspaper", "the group": the last body of that sort; "a newspaper" that
    /// is named later.
    pub(crate) fn body(&self, d: &Description, owner: Option<LocalActorId>, pointing: Pointing) -> Found {
        let a = self.analysis;
        let noun = a.lemma(d.head);
        let media = CoreferenceWords::Media.has(noun);
        if d.plural {
            return None;
        }
        if pointing == Pointing::Indefinite && noun != "police" {
            return if media { self.medium_named_later(d, owner) } else { None };
        }
        let owned = |id: LocalActorId| {
            owner.is_none_or(|o| {
                let state = self.state_of(o);
                // "his group" is the one he speaks for
                let his = self.cast.get(o).of == Some(id);
                o == id || his || self.cast.get(id).of == Some(o) || state.is_some() && self.state_of(id) == state
            })
        };
        let body = |id: LocalActorId| {
            let actor = self.cast.get(id);
            matches!(actor.kind, ActorKind::Organisation | ActorKind::Group) && actor.named
        };
        let named_so = |id: LocalActorId| {
            let actor = self.cast.get(id);
            let mut words = actor.names.iter().chain([&actor.name]).flat_map(|n| n.split([' ', '-']));
            // "Delta Air Lines … the airline", "EgyptAir"
            let flies = |w: &str| matches!(w, "Air" | "Airlines" | "Airways") || w.len() > 5 && w.ends_with("Air");
            words.any(|w| w.eq_ignore_ascii_case(noun) || noun == "airline" && flies(w))
        };
        let found = |rule: RuleRef, pass: &dyn Fn(LocalActorId) -> bool| {
            let seen = self.before(d.head).find(|s| body(s.actor) && owned(s.actor) && pass(s.actor))?;
            Some((seen.actor, rule, seen.token))
        };
        let broad = |id: LocalActorId| CoreferenceWords::BroadBodies.has(noun) && !self.is_medium(id);
        let medium = |id: LocalActorId| self.is_medium(id) && !self.is_wire(id);
        // "the British bank Barclays … the bank"
        let called_so = || {
            let beside = |s: &Seen| {
                let next = self.by_token.get(s.token + 1).copied().flatten();
                let set_off = a.deprel(s.token) == Deprel::Appos;
                next == Some(s.actor) || set_off && a.head(s.token).and_then(|h| self.by_token[h]) == Some(s.actor)
            };
            let same = |s: &&Seen| a.lemma(s.token) == noun && beside(s) && body(s.actor) && owned(s.actor);
            let seen = self.before(d.head).find(same)?;
            Some((seen.actor, &rules::coreference::BODY_CALLED_SO, seen.token))
        };
        found(&rules::coreference::BODY_NAMED_SO, &named_so)
            .or_else(called_so)
            .or_else(|| media.then(|| found(&rules::coreference::MEDIUM_IN_MIND, &medium)).flatten())
            .or_else(|| found(&rules::coreference::BODY_IN_MIND, &broad))
            .or_else(|| media.then(|| self.medium_named_later(d, owner)).flatten())
    }

    /// The agency that carries the article: named once, in brackets, in its dateline.
    fn is_wire(&self, id: LocalActorId) -> bool {
        let (a, first) = (self.analysis, self.offices.first_named(id));
        let bracketed =
            first > 0 && first + 1 < a.tokens().len() && a.word(first - 1) == "(" && a.word(first + 1) == ")";
        bracketed && self.cast.get(id).mentions.len() == 1
    }

    /// "A South Korean newspaper said … according to Chosun Ilbo".
    fn medium_named_later(&self, d: &Description, owner: Option<LocalActorId>) -> Found {
        let line = self.line(d.head);
        let mut only = None;
        for k in 0..self.cast.list.len().min(MANY) {
            let id = LocalActorId::from_index(k);
            let first = self.offices.first_named(id);
            if !self.is_medium(id) || first <= d.head || first >= self.by_token.len() {
                continue;
            }
            let of = self.cast.get(id).of;
            if self.line(first) > line + AHEAD || owner.is_some() && of.is_some() && of != owner {
                continue;
            }
            if only.is_some() {
                return None;
            }
            only = Some((id, &rules::coreference::NAMED_LATER, first));
        }
        only
    }

    fn is_medium(&self, id: LocalActorId) -> bool {
        self.cast.get(id).kind == ActorKind::Organisation && self.cast.profile(id).medium
    }
}
