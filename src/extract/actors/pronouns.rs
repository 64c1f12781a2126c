//! Pronouns: who "he", "she", "it" and "they" are.

use super::scene::Scene;
use crate::language::gazetteer::Gender;
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// What a pronoun agrees with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    Person(Gender),
    Thing,
    Several,
    /// "who", "which": what the clause is about.
    Relative,
}

/// The agreement of token `i`, if it is a pronoun of the third person.
pub(super) fn agreement(analysis: &Analysis<'_>, i: usize) -> Option<Agreement> {
    match analysis.lower(i) {
        "he" | "him" | "his" | "himself" => Some(Agreement::Person(Gender::Male)),
        "she" | "her" | "hers" | "herself" => Some(Agreement::Person(Gender::Female)),
        "it" | "its" | "itself" => Some(Agreement::Thing),
        "they" | "them" | "their" | "theirs" | "themselves" => Some(Agreement::Several),
        "who" | "which" | "whom" | "that" if matches!(analysis.upos(i), Upos::Pron) => Some(Agreement::Relative),
        _ => None,
    }
}

impl Scene<'_> {
    /// Resolves a pronoun, if it can be.
    pub fn pronoun(&mut self, i: usize, agreement: Agreement) {
        let (found, rule) = match agreement {
            Agreement::Person(gender) => (self.person(i, gender), "pronoun-person"),
            Agreement::Thing => (self.thing(i), "pronoun-thing"),
            Agreement::Several => return self.several_before(i),
            Agreement::Relative => (self.antecedent(i), "relative"),
        };
        if let Some(id) = found {
            self.refer_by_pronoun(i, id, rule);
        }
    }

    fn refer_by_pronoun(&mut self, i: usize, id: LocalActorId, rule: &'static str) {
        self.by_token[i] = Some(id);
        if rule != "relative" {
            let span = self.analysis.span(i);
            self.cast.mention(id, span, MentionKind::Pronoun, Why::words(rule, span));
        }
        self.see(id, i);
    }

    /// The person that fits best: near, a subject, not the other party of the same verb.
    fn person(&self, i: usize, gender: Gender) -> Option<LocalActorId> {
        let a = self.analysis;
        let sentence = a.sentence_of(i);
        let quote = self.quote(i);
        let paragraph = a.paragraph_of(i);
        let subjects = self.subjects_above(i);
        let own_verb = a.head(i);
        let is_subject = a.deprel(i).is_subject();
        let possessive = a.deprel(i) == Deprel::NmodPoss;
        let speaker = quote.and_then(|q| self.speakers[q as usize]);
        let mut best: Option<(f32, LocalActorId)> = None;
        for seen in self.before(i) {
            let distance = sentence - seen.sentence;
            if distance > 8 {
                break;
            }
            let id = seen.actor;
            if !self.is_person(id)
                || !self.cast.profile(id).gender.agrees(gender)
                || quote.is_some() && speaker == Some(id)
            {
                continue;
            }
            // "Putin told him": somebody else, unless the pronoun owns ("Putin praised his …")
            if distance == 0 && !possessive && !is_subject && a.head(seen.token) == own_verb && seen.subject {
                continue;
            }
            let mut score = -1.6 * distance as f32;
            if seen.subject {
                score += 1.5;
            }
            if subjects.contains(&seen.token) {
                score += 2.0;
            }
            if a.paragraph_of(seen.token) != paragraph {
                score -= 0.7;
            }
            match (quote, seen.quote) {
                (None, Some(_)) => score -= 3.0,
                (Some(q), Some(s)) if q == s => score += 1.0,
                _ => {}
            }
            if self.cast.profile(id).gender == gender {
                score += 0.8;
            }
            score += 0.25 * (self.cast.get(id).mentions.len().min(12) as f32).ln_1p();
            score -= (i - seen.token).min(200) as f32 * 0.004;
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// "It" and "its": the subject before, where that is a state or a body.
    fn thing(&self, i: usize) -> Option<LocalActorId> {
        let a = self.analysis;
        if a.deprel(i) == Deprel::Expl {
            return None;
        }
        let possessive = a.lower(i) == "its";
        let fits = |id: LocalActorId| {
            matches!(self.cast.get(id).kind, ActorKind::Country | ActorKind::Organisation | ActorKind::Group)
        };
        for s in self.subjects_above(i) {
            if s < i {
                if let Some(id) = self.by_token[s] {
                    return fits(id).then_some(id).or_else(|| possessive.then(|| self.nearest_thing(i)).flatten());
                }
                return possessive.then(|| self.nearest_thing(i)).flatten();
            }
        }
        // another clause of the sentence, or the sentence before
        let sentence = a.sentence_of(i);
        let start = a.sentences()[sentence].tokens.start;
        if let Some(s) = (start..i).rev().find(|&s| a.deprel(s).is_subject()) {
            if let Some(id) = self.by_token[s].filter(|&id| fits(id)) {
                return Some(id);
            }
            return possessive.then(|| self.nearest_thing(i)).flatten();
        }
        if possessive && let Some(id) = self.nearest_thing(i) {
            return Some(id);
        }
        if sentence == 0 || a.paragraph_of(i) != a.sentences()[sentence - 1].paragraph && possessive {
            return None;
        }
        let root = a.root_of(sentence - 1);
        let subject = a.children(root).find(|&c| a.deprel(c).is_subject())?;
        self.by_token[subject].filter(|&id| fits(id))
    }

    /// The nearest state or body before `i` in its sentence.
    fn nearest_thing(&self, i: usize) -> Option<LocalActorId> {
        let sentence = self.analysis.sentence_of(i);
        self.before(i)
            .take_while(|s| s.sentence == sentence)
            .find(|s| matches!(self.cast.get(s.actor).kind, ActorKind::Country | ActorKind::Organisation))
            .map(|s| s.actor)
    }

    /// "They": several actors joined or described shortly before; a group; a plural body.
    fn several_before(&mut self, i: usize) {
        let a = self.analysis;
        let sentence = a.sentence_of(i);
        let quote = self.quote(i);
        let set = self
            .last_set(sentence, 1)
            .filter(|(token, _)| *token < i && self.quote(*token) == quote)
            .map(|(t, s)| (t, s.to_vec()));
        let group = self
            .before(i)
            .take_while(|s| s.sentence + 1 >= sentence)
            .find(|s| s.quote == quote && self.cast.get(s.actor).kind == ActorKind::Group)
            .map(|s| (s.token, s.actor));
        match (set, group) {
            (Some((at, actors)), group) if group.is_none_or(|(t, _)| t < at) => {
                let span = a.span(i);
                for &id in &actors {
                    self.cast.mention(id, span, MentionKind::Pronoun, Why::words("pronoun-several", span));
                }
                self.by_token[i] = actors.first().copied();
                self.see_set(actors, i);
            }
            (_, Some((_, id))) => self.refer_by_pronoun(i, id, "pronoun-group"),
            _ => {}
        }
    }

    /// "Who" and "which" are what their clause hangs on.
    fn antecedent(&self, i: usize) -> Option<LocalActorId> {
        let a = self.analysis;
        let mut at = i;
        for _ in 0..4 {
            let head = a.head(at)?;
            if a.deprel(at) == Deprel::AclRelcl {
                return self.by_token[head];
            }
            at = head;
        }
        None
    }
}
