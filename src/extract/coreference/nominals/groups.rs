//! Several at once: "the two leaders", "both countries", "the sides".

use crate::extract::coreference::discourse::{Part, Scene};
use crate::extract::coreference::nominals::Description;
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::gazetteer::OfficeClass;
use crate::model::{LocalActorId, MentionKind, Why};
use crate::rules;

/// How many lines back "the two leaders" may have been named.
const REACH: usize = 8;

/// Offices at the top.
const LEADING: [OfficeClass; 4] =
    [OfficeClass::Head, OfficeClass::Leader, OfficeClass::Minister, OfficeClass::Secretary];

impl Scene<'_> {
    /// Two for "both leaders", "the two countries"; the number said where it is small.
    pub(crate) fn number(&self, d: &Description) -> Option<usize> {
        let a = self.analysis;
        let said = |w: &str| match w {
            "two" | "both" | "2" => Some(2),
            "three" | "3" => Some(3),
            "four" | "4" => Some(4),
            _ => None,
        };
        let from = d.tokens.start.saturating_sub(3);
        let definite = (from..d.tokens.start).any(|i| CoreferenceWords::DefiniteSeveral.has(a.lower(i)));
        (from..d.tokens.start).rev().find_map(|i| said(a.lower(i))).filter(|_| definite)
    }

    /// True for offices whose holders act for their state: envoys, ministers, commanders.
    pub(crate) fn acts_for_its_state(d: &Description) -> bool {
        const ACTING: [OfficeClass; 5] = [
            OfficeClass::Envoy,
            OfficeClass::Spokesman,
            OfficeClass::Military,
            OfficeClass::Parliament,
            OfficeClass::DeputyHead,
        ];
        Self::is_leading(d) || d.office.is_some_and(|o| ACTING.contains(&o.class))
    }

    /// True for offices at the top: "the leaders", "the presidents", "the ministers".
    pub(crate) fn is_leading(d: &Description) -> bool {
        d.office.is_some_and(|o| LEADING.contains(&o.class))
    }

    /// "The two leaders", "both countries": those last joined by "and", else the last that many of
    /// their kind, the much spoken of before the others.
    pub(crate) fn several(&mut self, d: &Description, n: usize) {
        let lemma = self.analysis.lemma(d.head);
        let people = d.office.is_some() || CoreferenceWords::PeopleInTwos.has(lemma);
        if !people && !CoreferenceWords::StatesInTwos.has(lemma) {
            return;
        }
        let classes = same_rank(d);
        let found = if people {
            let known = |s: &Self, id: LocalActorId| s.is_person(id) && s.offices.holds(id, classes);
            let any = |s: &Self, id: LocalActorId| {
                s.is_person(id) && (!s.offices.are_known(id) || s.offices.holds(id, classes))
            };
            self.joined(d.head, n, known)
                .or_else(|| self.heaviest(d.head, n, known))
                .or_else(|| self.joined(d.head, n, any))
                .or_else(|| self.heaviest(d.head, n, any))
        } else {
            // not those who are told of beside them: "both countries have with America"
            let subjects = self.subject_actors(d.head);
            let own: Vec<_> = subjects.iter().filter_map(|&id| self.state_of(id)).collect();
            let states = |s: &Self, id: LocalActorId| s.is_state(id) && !own.contains(&id);
            let people = self.joined(d.head, n, Self::is_person).map(|people| self.states_of(&people));
            self.joined(d.head, n, states)
                .or(people.filter(|states| states.len() == n))
                .or_else(|| self.heaviest(d.head, n, states))
        };
        if let Some(found) = found {
            let words = self.analysis.span_of(d.tokens.clone());
            for &id in &found {
                self.cast.mention(id, words, MentionKind::Description, Why::words(&rules::coreference::SEVERAL, words));
            }
            self.by_token[d.head] = found.first().copied();
            self.see_set(found, d.head);
        }
    }

    /// The last `n` actors of a kind that were joined by "and" before token `i`.
    fn joined(&self, i: usize, n: usize, pass: impl Fn(&Self, LocalActorId) -> bool) -> Option<Vec<LocalActorId>> {
        let fits = |s: &Self, set: &[LocalActorId]| set.len() == n && set.iter().all(|&id| pass(s, id));
        self.last_set(i, REACH, fits).map(|(_, set)| set.to_vec())
    }

    fn states_of(&self, people: &[LocalActorId]) -> Vec<LocalActorId> {
        let mut out = Vec::new();
        for &id in people {
            out.extend(self.state_of(id).filter(|s| !out.contains(s)));
        }
        out
    }

    /// The `n` actors of a kind that a reader has most in mind before token `i`, in the order of
    /// the text; `None` where there are fewer.
    fn heaviest(&self, i: usize, n: usize, pass: impl Fn(&Self, LocalActorId) -> bool) -> Option<Vec<LocalActorId>> {
        let line = self.line(i);
        let mut scores: Vec<(LocalActorId, f32)> = Vec::new();
        for seen in self.before(i).take_while(|s| line.saturating_sub(s.line) <= REACH) {
            if !pass(self, seen.actor) {
                continue;
            }
            let part = match seen.part {
                Part::Subject => 1.0,
                Part::Object => 0.7,
                Part::Owner => 0.5,
                Part::Other => 0.3,
            };
            let score = part - 0.35 * (line - seen.line) as f32 + 0.4 * self.weight(seen.actor);
            match scores.iter_mut().find(|(id, _)| *id == seen.actor) {
                Some((_, best)) => *best = best.max(score),
                None => scores.push((seen.actor, score)),
            }
        }
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&x, &y| scores[y].1.total_cmp(&scores[x].1));
        order.truncate(n);
        order.sort_unstable_by(|x, y| y.cmp(x));
        (order.len() == n).then(|| order.into_iter().map(|k| scores[k].0).collect())
    }
}

/// Offices whose holders a plural noun means: leaders are presidents and kings.
fn same_rank(d: &Description) -> &'static [OfficeClass] {
    match d.office.map(|o| o.class) {
        Some(OfficeClass::Minister) => &[OfficeClass::Minister, OfficeClass::Secretary],
        Some(OfficeClass::Secretary) => &[OfficeClass::Secretary, OfficeClass::Minister],
        Some(OfficeClass::Envoy) => &[OfficeClass::Envoy],
        _ => &[OfficeClass::Head, OfficeClass::Leader],
    }
}
