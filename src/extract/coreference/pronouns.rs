//! Pronouns: who "he", "she", "it" and "they" are.

use crate::extract::coreference::discourse::{Part, Scene, Seen};
use crate::extract::coreference::expletive::is_empty;
use crate::extract::coreference::salience;
use crate::extract::coreference::salience::Choice;
use crate::extract::coreference::unnamed;
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::gazetteer::Gender;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::model::RuleRef;
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};
use crate::rules;

/// What a pronoun agrees with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreement {
    Person(Gender),
    Thing,
    Several,
    /// "the two", "both", "the pair" with no noun.
    Pair,
    /// "who", "which": what the clause is about.
    Relative,
}

/// The agreement of token `i`, if it is a pronoun of the third person.
pub(crate) fn agreement(analysis: &Analysis<'_>, i: usize) -> Option<Agreement> {
    match analysis.lower(i) {
        "he" | "him" | "his" | "himself" => Some(Agreement::Person(Gender::Male)),
        "she" | "her" | "hers" | "herself" => Some(Agreement::Person(Gender::Female)),
        "it" | "its" | "itself" => Some(Agreement::Thing),
        w if CoreferenceWords::They.has(w) => Some(Agreement::Several),
        "who" | "which" | "whom" | "that" if matches!(analysis.upos(i), Upos::Pron) => Some(Agreement::Relative),
        "two" | "both" | "pair" | "duo" if is_pair(analysis, i) => Some(Agreement::Pair),
        _ => None,
    }
}

/// "The two met", "both agreed", "the pair spoke".
fn is_pair(a: &Analysis<'_>, i: usize) -> bool {
    let role = a.deprel(i).is_subject() || matches!(a.deprel(i), Deprel::Obj | Deprel::Obl | Deprel::Nmod);
    let definite = a.lower(i) == "both" || i > 0 && a.lower(i - 1) == "the" && a.head(i - 1) == Some(i);
    role && definite && !a.children_by(i, &[Deprel::Nmod, Deprel::Amod, Deprel::Compound]).any(|_| true)
}

/// Whom a pronoun means and what told it.
pub(crate) struct Meant {
    pub actor: LocalActorId,
    /// The mention that was looked back at.
    pub mention: usize,
    pub rule: RuleRef,
}

impl Scene<'_> {
    /// Resolves a pronoun, if it can be.
    pub fn pronoun(&mut self, i: usize, agreement: Agreement) {
        if let Some(meant) = self.gloss(i) {
            return self.refer_by_pronoun(i, &meant);
        }
        let found = match agreement {
            Agreement::Person(gender) => match salience::person(self, i, gender) {
                Some(Choice::Actor(meant)) => Some(meant),
                Some(Choice::Unnamed(mention)) => {
                    let actor = self.by_token[mention].or_else(|| self.unnamed_at(mention));
                    actor.map(|actor| Meant { actor, mention, rule: &rules::coreference::PERSON_BEFORE })
                }
                None => None,
            },
            Agreement::Thing => self.thing(i),
            Agreement::Several => return self.several_before(i),
            Agreement::Pair => return self.pair(i),
            Agreement::Relative => {
                if let Some(actor) = self.antecedent(i) {
                    self.by_token[i] = Some(actor);
                    self.see(actor, i);
                }
                return;
            }
        };
        if let Some(meant) = found {
            self.refer_by_pronoun(i, &meant);
        }
    }

    /// "He [Zelensky] wants": an editor's own word for it.
    fn gloss(&self, i: usize) -> Option<Meant> {
        let a = self.analysis;
        let inside = i + 2;
        let closed = (inside + 1..(inside + 5).min(a.tokens().len())).any(|k| a.word(k) == "]");
        if inside >= a.tokens().len() || a.word(i + 1) != "[" || !closed {
            return None;
        }
        let actor = self.by_token[inside]?;
        Some(Meant { actor, mention: inside, rule: &rules::coreference::GLOSS })
    }

    fn refer_by_pronoun(&mut self, i: usize, meant: &Meant) {
        self.by_token[i] = Some(meant.actor);
        let words = self.analysis.span(meant.mention);
        self.cast.mention(meant.actor, self.analysis.span(i), MentionKind::Pronoun, Why::words(meant.rule, words));
        self.see(meant.actor, i);
    }

    fn is_thing(&self, id: LocalActorId) -> bool {
        matches!(self.cast.get(id).kind, ActorKind::Country | ActorKind::Organisation | ActorKind::Group)
    }

    /// "It" and "its": the subject above or before, where that is a state or a body.
    fn thing(&self, i: usize) -> Option<Meant> {
        let a = self.analysis;
        if is_empty(a, i) {
            a.fired(&rules::coreference::EXPLETIVE, a.span(i));
            return None;
        }
        let possessive = a.lower(i) == "its";
        let object = matches!(a.deprel(i), Deprel::Obj | Deprel::Iobj);
        let near = || (possessive || object && self.has_one_thing(i)).then(|| self.nearest_thing(i)).flatten();
        let meant = |mention: usize, rule: RuleRef| {
            let actor = self.by_token[mention].filter(|&id| self.is_thing(id))?;
            Some(Meant { actor, mention, rule })
        };
        for s in self.subjects_above(i) {
            if s < i && self.quote(s) == self.quote(i) {
                let person = self.by_token[s].is_some_and(|id| self.is_person(id));
                // "Trump said it would": whatever was spoken of
                if person && !possessive {
                    continue;
                }
                return meant(s, &rules::coreference::SUBJECT_ABOVE).or_else(near);
            }
        }
        // another clause of the sentence, or the sentence before
        let sentence = a.sentence_of(i);
        let start = a.sentences()[sentence].tokens.start;
        let subjects = |s: &usize| {
            a.deprel(*s).is_subject()
                && self.quote(*s) == self.quote(i)
                && !self.by_token[*s].is_some_and(|id| self.is_person(id))
        };
        if let Some(s) = (start..i).rev().find(subjects) {
            return meant(s, &rules::coreference::SUBJECT_BEFORE).or_else(near);
        }
        if let Some(found) = near() {
            return Some(found);
        }
        self.told_of_before(i)
    }

    /// What the line before tells of: who speaks, if "it said"; its subject; what it begins with.
    fn told_of_before(&self, i: usize) -> Option<Meant> {
        let a = self.analysis;
        let line = self.line(i);
        let subject = a.deprel(i).is_subject();
        let says = subject && a.head(i).is_some_and(|h| speech::verb(a.lemma(h)).is_some());
        let near = |back: usize| {
            self.before(i).filter(move |s| {
                s.line + back == line
                    && s.quote == self.quote(i)
                    && self.is_thing(s.actor)
                    && a.paragraph_of(s.token) + 1 >= a.paragraph_of(i)
            })
        };
        let speaker = (1..=2).filter(|_| says).find_map(|back| near(back).find(|s| s.speaks));
        let first = |s: &&Seen| s.token < a.sentences()[a.sentence_of(s.token)].tokens.start + 4;
        // whom a person's sentence comes before is not told of
        let of_a_person =
            self.before(i).any(|s| s.line + 1 == line && s.part == Part::Subject && self.is_person(s.actor));
        let found = speaker
            .or_else(|| near(1).filter(|s| s.part == Part::Subject).last())
            .or_else(|| near(1).filter(first).last().filter(|_| subject && !of_a_person))?;
        Some(Meant { actor: found.actor, mention: found.token, rule: &rules::coreference::SUBJECT_OF_SENTENCE_BEFORE })
    }

    /// True where one state or body alone stands before `i` in its sentence.
    fn has_one_thing(&self, i: usize) -> bool {
        let line = self.line(i);
        let mut things = self.before(i).take_while(|s| s.line == line).filter(|s| !self.is_person(s.actor));
        things.next().is_some_and(|first| things.all(|s| s.actor == first.actor))
    }

    /// The nearest state or body before `i` in its sentence.
    fn nearest_thing(&self, i: usize) -> Option<Meant> {
        let line = self.line(i);
        self.before(i)
            .take_while(|s| s.line == line)
            .find(|s| matches!(self.cast.get(s.actor).kind, ActorKind::Country | ActorKind::Organisation))
            .map(|s| Meant { actor: s.actor, mention: s.token, rule: &rules::coreference::NEAREST_BODY })
    }

    /// "They": the plural subject above; else several actors joined or described shortly before, a
    /// group or a people.
    fn several_before(&mut self, i: usize) {
        let a = self.analysis;
        let plural = |s: usize| matches!(a.xpos(s), Xpos::Nns | Xpos::Nnps) || a.child(s, &[Deprel::Conj]).is_some();
        for s in self.subjects_above(i) {
            let s = self.counted(s);
            if s > i || !plural(s) && a.upos(s) != Upos::Pron {
                continue;
            }
            if let Some(set) = self.set_at(s) {
                return self.refer_to_set(i, set, s);
            }
            if plural(s) {
                // "gunmen … they": whoever they are; things else
                let actor = self.by_token[s].or_else(|| self.unnamed_at(s));
                if let Some(actor) = actor {
                    self.refer_by_pronoun(i, &Meant { actor, mention: s, rule: &rules::coreference::SUBJECT_ABOVE });
                }
                return;
            }
            break;
        }
        let quote = self.quote(i);
        let line = self.line(i);
        let set = self.last_set(i, 1, |s, set| set.len() > 1 && s.set_quote(i, quote)).map(|(t, s)| (t, s.to_vec()));
        let score = |part: Part, at: usize, token: usize| {
            let subject = if part == Part::Subject { 1.0 } else { 0.0 };
            subject - 1.2 * (line - at) as f32 - 0.01 * (i - token).min(200) as f32
        };
        let group = self
            .before(i)
            .take_while(|s| s.line + 1 >= line)
            .filter(|s| s.plural && s.quote == quote && !self.is_person(s.actor) && !self.sets.contains_key(&s.token))
            .map(|s| (score(s.part, s.line, s.token), s.token, s.actor))
            .max_by(|x, y| x.0.total_cmp(&y.0));
        // gunmen, protesters: nobody who is named
        let unnamed = self
            .unnamed_before(i)
            .take_while(|u| u.line + 1 >= line)
            .filter(|u| u.plural && self.quote(u.token) == quote)
            .map(|u| (score(u.part, u.line, u.token), u.token))
            .max_by(|x, y| x.0.total_cmp(&y.0));
        let joined = set.as_ref().map(|(at, _)| {
            let part = self.before(i).find(|s| s.token == *at).map_or(Part::Subject, |s| s.part);
            (score(part, self.line(*at), *at), *at)
        });
        let best = [joined.map(|x| x.0), group.map(|x| x.0), unnamed.map(|x| x.0)];
        let best = best.into_iter().flatten().fold(f32::MIN, f32::max);
        if let (Some((score, at)), Some((_, actors))) = (joined, set)
            && score >= best
        {
            return self.refer_to_set(i, actors, at);
        }
        let found = group
            .filter(|g| g.0 >= best)
            .map(|(_, mention, actor)| (mention, actor))
            .or_else(|| unnamed.and_then(|(_, u)| Some((u, self.unnamed_at(u)?))));
        if let Some((mention, actor)) = found {
            self.refer_by_pronoun(i, &Meant { actor, mention, rule: &rules::coreference::PEOPLE_BEFORE });
        }
    }

    /// The unnamed actor of a noun; none for "people", who are everybody.
    fn unnamed_at(&mut self, i: usize) -> Option<LocalActorId> {
        let everybody = CoreferenceWords::Everybody.has(self.analysis.lemma(i));
        (!everybody).then(|| unnamed::add(self.analysis, i, self.cast, self.by_token)).flatten()
    }

    /// "Many of the protesters": the protesters.
    fn counted(&self, s: usize) -> usize {
        let a = self.analysis;
        let counts = CoreferenceWords::Counting.has(a.lower(s));
        let of = |c: &usize| a.child(*c, &[Deprel::Case]).is_some_and(|k| a.lower(k) == "of");
        let counted = a.children_by(s, &[Deprel::Nmod]).find(of);
        counted.filter(|_| counts).unwrap_or(s)
    }

    fn set_quote(&self, i: usize, quote: Option<u32>) -> bool {
        self.quote(i) == quote
    }

    /// "The two", "both", "the pair": the last two that were joined, else the last two people.
    fn pair(&mut self, i: usize) {
        if let Some((at, set)) = self.last_set(i, 3, |_, set| set.len() == 2).map(|(t, s)| (t, s.to_vec())) {
            return self.refer_to_set(i, set, at);
        }
        let line = self.line(i);
        let two = self.latest(i, 2, Self::is_person);
        let near =
            self.before(i).find(|s| two.first() == Some(&s.actor)).filter(|s| s.line + 3 >= line).map(|s| s.token);
        if let (2, Some(at)) = (two.len(), near) {
            self.refer_to_set(i, two, at);
        }
    }

    /// Several actors that a subject names: joined by "and", or described together.
    fn set_at(&self, s: usize) -> Option<Vec<LocalActorId>> {
        if let Some(set) = self.sets.get(&s) {
            return Some(set.clone());
        }
        let mut all: Vec<LocalActorId> = self.by_token[s].into_iter().collect();
        for c in self.analysis.children_by(s, &[Deprel::Conj]) {
            all.extend(self.by_token[c].filter(|id| !all.contains(id)));
        }
        (all.len() > 1).then_some(all)
    }

    fn refer_to_set(&mut self, i: usize, actors: Vec<LocalActorId>, mention: usize) {
        let (span, words) = (self.analysis.span(i), self.analysis.span(mention));
        for &id in &actors {
            self.cast.mention(id, span, MentionKind::Pronoun, Why::words(&rules::coreference::SEVERAL_BEFORE, words));
        }
        self.by_token[i] = actors.first().copied();
        self.see_set(actors, i);
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
