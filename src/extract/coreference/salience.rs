//! Who "he" and "she" are: every person mentioned shortly before is weighed by how near, in what part
//! of the clause and by whom spoken of; the heaviest is meant.

use crate::extract::coreference::discourse::{Part, Scene, Seen};
use crate::extract::coreference::pronouns::Meant;
use crate::language::gazetteer::Gender;
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::model::LocalActorId;
use crate::model::RuleRef;
use crate::rules;

/// How many lines back a pronoun reaches.
const REACH: usize = 7;

/// How many paragraphs back it reaches where nobody nearer fits.
const FAR: usize = 6;

/// What a pronoun is to its sentence.
struct Pronoun {
    at: usize,
    line: usize,
    paragraph: usize,
    quote: Option<u32>,
    /// Subjects of the clause and of those above it.
    subjects: Vec<usize>,
    subject: bool,
    possessive: bool,
    reflexive: bool,
    /// The subject of a verb of speech, outside quotation marks.
    speaks: bool,
    speaker: Option<LocalActorId>,
}

/// Who is meant by a pronoun.
pub(crate) enum Choice {
    /// Somebody who is an actor.
    Actor(Meant),
    /// The noun at this token, of nobody named: "a witness".
    Unnamed(usize),
}

/// The person that fits the pronoun at token `i` best.
pub(crate) fn person(scene: &Scene<'_>, i: usize, gender: Gender) -> Option<Choice> {
    let a = scene.analysis;
    let quote = scene.quote(i);
    let subject = a.deprel(i).is_subject();
    let pronoun = Pronoun {
        at: i,
        line: scene.line(i),
        paragraph: a.paragraph_of(i),
        quote,
        subjects: scene.subjects_above(i),
        subject,
        possessive: a.deprel(i) == Deprel::NmodPoss || a.xpos(i) == Xpos::PrpPoss,
        reflexive: a.lower(i).ends_with("self"),
        speaks: quote.is_none() && subject && a.head(i).is_some_and(|h| speech::verb(a.lemma(h)).is_some()),
        speaker: scene.speaker(i),
    };
    let mut best: Option<(f32, Meant)> = None;
    for seen in scene.before(i).take_while(|s| pronoun.paragraph.saturating_sub(a.paragraph_of(s.token)) <= FAR) {
        // further than that only where nobody nearer fits
        if pronoun.line.saturating_sub(seen.line) > REACH && best.is_some() {
            break;
        }
        let id = seen.actor;
        if !scene.is_person(id) || !scene.cast.profile(id).gender.agrees(gender) || pronoun.cannot_be(scene, seen) {
            continue;
        }
        let score = pronoun.weigh(scene, seen, gender);
        if best.as_ref().is_none_or(|(b, _)| score > *b) {
            best = Some((score, Meant { actor: id, mention: seen.token, rule: pronoun.rule(seen) }));
        }
    }
    if let Some((score, mention)) = pronoun.ahead(scene)
        && let Some(id) = scene.by_token[mention]
        && scene.is_person(id)
        && scene.cast.profile(id).gender.agrees(gender)
        && best.as_ref().is_none_or(|(b, _)| score > *b)
    {
        return Some(Choice::Actor(Meant { actor: id, mention, rule: &rules::coreference::SUBJECT_AHEAD }));
    }
    let unnamed = pronoun.unnamed(scene).filter(|(score, _)| best.as_ref().is_none_or(|(b, _)| score > b));
    unnamed.map(|(_, token)| Choice::Unnamed(token)).or_else(|| best.map(|(_, meant)| Choice::Actor(meant)))
}

impl Pronoun {
    /// Who the grammar rules out: the speaker of the quotation ("he" is somebody else), the other
    /// party of the same verb ("Putin told him").
    fn cannot_be(&self, scene: &Scene<'_>, seen: &Seen) -> bool {
        let a = scene.analysis;
        if self.quote.is_some() && self.speaker == Some(seen.actor) {
            return true;
        }
        let same_clause =
            seen.line == self.line && a.head(seen.token).is_some() && a.head(seen.token) == a.head(self.at);
        let beside = matches!(seen.part, Part::Subject | Part::Owner);
        same_clause && beside && !self.possessive && !self.subject && !self.reflexive
    }

    fn weigh(&self, scene: &Scene<'_>, seen: &Seen, gender: Gender) -> f32 {
        let a = scene.analysis;
        let distance = self.line - seen.line;
        let mut score = -1.6 * distance as f32;
        score += match seen.part {
            Part::Subject => 1.5,
            Part::Object | Part::Owner => 0.3,
            Part::Other => 0.0,
        };
        if self.subjects.contains(&seen.top) {
            score += 2.0;
        }
        // "Smith resigned, while Jones said he would": the nearest of them
        if self.subject && self.subjects.first() == Some(&seen.top) && seen.line == self.line {
            score += 0.7;
        }
        if a.paragraph_of(seen.token) != self.paragraph {
            score -= 0.7;
        }
        match (self.quote, seen.quote) {
            (None, Some(_)) => score -= 3.0,
            (Some(q), Some(s)) if q == s => score += 1.0,
            _ => {}
        }
        // "he said" is who said something just before
        if self.speaks && seen.speaks && distance <= 2 {
            score += if distance < 2 { 1.6 } else { 0.8 };
        }
        if scene.cast.profile(seen.actor).gender == gender {
            score += 0.8;
        }
        score + 0.45 * scene.weight(seen.actor) - (self.at - seen.token).min(200) as f32 * 0.004
    }

    /// "A witness said … he said": the best of those who are nobody named, and speak or act.
    fn unnamed(&self, scene: &Scene<'_>) -> Option<(f32, usize)> {
        let a = scene.analysis;
        let near = scene.unnamed_before(self.at).take_while(|u| u.line + 2 > self.line);
        let mut best: Option<(f32, usize)> = None;
        for u in near.filter(|u| u.person && !u.plural && u.part == Part::Subject) {
            if scene.by_token[u.token].is_some_and(|id| scene.cast.get(id).named) || scene.quote(u.token) != self.quote
            {
                continue;
            }
            let mut score = 1.5 - 1.6 * (self.line - u.line) as f32 - (self.at - u.token).min(200) as f32 * 0.004;
            if self.subjects.contains(&u.token) {
                score += 2.0;
            }
            if a.paragraph_of(u.token) != self.paragraph {
                score -= 0.7;
            }
            if self.speaks && u.speaks {
                score += 1.6;
            }
            if best.is_none_or(|(b, _)| score > b) {
                best = Some((score, u.token));
            }
        }
        best
    }

    fn rule(&self, seen: &Seen) -> RuleRef {
        if self.subjects.contains(&seen.top) {
            &rules::coreference::SUBJECT_ABOVE
        } else if self.speaks && seen.speaks {
            &rules::coreference::SPEAKER_BEFORE
        } else if seen.part == Part::Subject {
            &rules::coreference::SUBJECT_BEFORE
        } else {
            &rules::coreference::PERSON_BEFORE
        }
    }

    /// "With his usual swagger, Putin …": the subject that a fronted phrase stands before.
    fn ahead(&self, scene: &Scene<'_>) -> Option<(f32, usize)> {
        let a = scene.analysis;
        let mut at = self.at;
        let mut score = 1.6;
        while let Some(h) = a.head(at) {
            match a.deprel(at) {
                Deprel::Advcl => {
                    // "Asked about his remarks, Putin said": somebody else's
                    if matches!(a.xpos(at), Xpos::Vbn | Xpos::Vbg) {
                        return None;
                    }
                    score = 0.3;
                }
                Deprel::Nmod | Deprel::NmodPoss | Deprel::Obl | Deprel::Nsubj | Deprel::Obj | Deprel::Compound => {}
                _ => return None,
            }
            if h > at
                && a.upos(h) == Upos::Verb
                && let Some(s) = a.children(h).find(|&c| a.deprel(c).is_subject() && c > self.at)
            {
                let inside = a.subtree(s).contains(&self.at);
                return (!inside && scene.quote(s) == self.quote).then_some((score, s));
            }
            at = h;
        }
        None
    }
}
