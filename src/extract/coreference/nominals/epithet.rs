//! "The businessman said", "the 46-year-old said": whoever spoke just before, called by what he is.

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::coreference::discourse::{Part, Scene, is_inverted_speaker, speaks};
use crate::extract::coreference::nominals::Description;
use crate::extract::coreference::words::CoreferenceWords;
use crate::extract::identity::offices::Fit;
use crate::language::gazetteer::{Gender, OfficeClass};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::LocalActorId;

/// How many lines and paragraphs back the speaker may have been told of.
const REACH: (usize, usize) = (4, 2);

/// Sorts of office that everybody has one of at most: a governor is no senator.
const ALONE: [OfficeClass; 8] = [
    OfficeClass::DeputyHead,
    OfficeClass::Envoy,
    OfficeClass::Head,
    OfficeClass::Law,
    OfficeClass::Local,
    OfficeClass::Minister,
    OfficeClass::Parliament,
    OfficeClass::Secretary,
];

/// Sorts whose nouns call somebody who was named by another word.
const CALLING: [OfficeClass; 12] = [
    OfficeClass::Academic,
    OfficeClass::Arts,
    OfficeClass::Business,
    OfficeClass::Candidate,
    OfficeClass::Clergy,
    OfficeClass::Leader,
    OfficeClass::Local,
    OfficeClass::Media,
    OfficeClass::Military,
    OfficeClass::Parliament,
    OfficeClass::PartyPerson,
    OfficeClass::Sport,
];

/// "46-year-old" that begins at token `i` behind "the" and is a phrase's head.
pub(crate) fn of_an_age(a: &Analysis<'_>, i: usize) -> Option<Description> {
    let head = i + 4;
    let fits = i > 0
        && head < a.tokens().len()
        && a.lower(i - 1) == "the"
        && a.upos(i) == Upos::Num
        && a.lower(i + 2) == "year"
        && a.lower(head) == "old"
        && a.deprel(head).is_subject();
    fits.then(|| Description { tokens: i..head + 1, head, office: None, acting: None, plural: false })
}

/// "The first-term Democrat": what a member of a party is called, where a name was found in it.
pub(crate) fn of_a_party(a: &Analysis<'_>, name: Range<usize>) -> Option<Description> {
    let head = name.end.checked_sub(1)?;
    let member = CoreferenceWords::PartyMembers.has(a.lower(head));
    let one = member && matches!(a.xpos(head), Xpos::Nn | Xpos::Nnp) && a.deprel(head).is_subject();
    one.then_some(Description { tokens: name, head, office: None, acting: None, plural: false })
}

/// "The former comedian had been seen as …": the subject that a sentence begins with.
fn opens_its_sentence(a: &Analysis<'_>, head: usize) -> bool {
    let start = a.sentences()[a.sentence_of(head)].tokens.start;
    let main = a.head(head).is_some_and(|verb| a.deprel(verb) == Deprel::Root && a.upos(verb) == Upos::Verb);
    main && a.deprel(head).is_subject() && a.subtree(head).start == start && a.lower(start) == "the"
}

impl Scene<'_> {
    /// Takes "the Democrat" for whoever of the party acted just before; true where somebody did.
    pub(crate) fn member(&mut self, d: &Description) -> bool {
        let Some((id, rule, mention)) = self.epithet(d, None) else { return false };
        self.refer(d, id, rule, mention);
        true
    }

    /// Who is called by a noun that the article has not said of him, where a verb of speech has it for its
    /// subject: the only one who acted or spoke just before.
    pub(crate) fn epithet(
        &self,
        d: &Description,
        owner: Option<LocalActorId>,
    ) -> Option<(LocalActorId, RuleRef, usize)> {
        let a = self.analysis;
        let class = d.office.map(|o| o.class);
        if d.plural || self.quote(d.head).is_some() || class.is_some_and(|c| !CALLING.contains(&c)) {
            return None;
        }
        let the = a.lower(d.tokens.start.checked_sub(1)?) == "the"
            || a.child(d.head, &[Deprel::Det]).is_some_and(|c| a.lower(c) == "the");
        let says = speaks(a, d.head) || is_inverted_speaker(a, d.head);
        let opens = opens_its_sentence(a, d.head);
        if !the || !says && !opens {
            return None;
        }
        let reach = if says { REACH } else { (1, 1) };
        // "the deputy head of the delegation": whoever that is
        let of = |c: usize| a.child(c, &[Deprel::Case]).is_some_and(|k| a.lower(k) == "of");
        if owner.is_none() && a.children_by(d.head, &[Deprel::Nmod]).any(of) {
            return None;
        }
        // "a businessman … the businessman": nobody who is named
        let lemma = a.lemma(d.head);
        if self.unnamed_before(d.head).any(|u| a.lemma(u.token) == lemma) {
            return None;
        }
        let (line, paragraph) = (self.line(d.head), a.paragraph_of(d.head));
        let near = self.before(d.head).take_while(|s| {
            line.saturating_sub(s.line) <= reach.0 && paragraph.saturating_sub(a.paragraph_of(s.token)) <= reach.1
        });
        let mut only: Option<(LocalActorId, usize)> = None;
        for seen in near.filter(|s| s.quote.is_none() && self.is_person(s.actor)) {
            // "Kasich feared that the businessman would": another; where two are named, either
            if seen.line == line {
                return None;
            }
            if seen.part != Part::Subject && !seen.speaks {
                continue;
            }
            match only {
                Some((id, _)) if id != seen.actor => return None,
                Some(_) => {}
                None => only = Some((seen.actor, seen.token)),
            }
        }
        let (id, mention) = only?;
        let named = self.cast.get(id).named && Some(id) != owner;
        let gender = d.office.map_or(Gender::Either, |o| o.gender);
        let agrees = self.cast.profile(id).gender.agrees(gender);
        let another = d.office.is_some_and(|o| {
            ALONE.contains(&o.class) && self.offices.holds(id, &ALONE) && self.offices.fit(id, o) < Fit::Near
        });
        let states = (owner.and_then(|o| self.state_of(o)), self.state_of(id));
        let elsewhere = matches!(states, (Some(x), Some(y)) if x != y);
        (named && agrees && !another && !elsewhere).then_some((id, &rules::coreference::CALLED_BY_WHAT_HE_IS, mention))
    }
}
