//! Descriptions: "the Russian leader", "U.S. officials", "the ministry", "both countries".

pub(crate) mod bodies;
pub(crate) mod epithet;
pub(crate) mod groups;
pub(crate) mod holder;

pub(crate) use crate::extract::coreference::nominals::epithet::{of_a_party, of_an_age};

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::coreference::discourse::Scene;
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::gazetteer::{ActingClass, Gazetteer, Office, OfficeClass};
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{EntityKind, LocalActorId, MentionKind, Why};

/// How a description points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pointing {
    /// "the", "this", a possessive, a state's adjective.
    Definite,
    /// "a", "some", a number, nothing.
    Indefinite,
}

/// A noun that can stand for an actor.
#[derive(Clone, Debug)]
pub(crate) struct Description {
    /// Its phrase: the office or acting noun alone.
    pub tokens: Range<usize>,
    /// The noun that heads it.
    pub head: usize,
    pub office: Option<Office>,
    pub acting: Option<ActingClass>,
    pub plural: bool,
}

/// The description whose phrase begins at token `i`.
pub(crate) fn at(analysis: &Analysis<'_>, i: usize) -> Option<Description> {
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
        if let Some(id) = self.by_token[d.head] {
            return self.see(id, d.head);
        }
        // "side by side"
        let adverb = self.analysis.lemma(d.head) == "side" && !d.plural && self.by_its_like(d.head);
        if adverb || self.is_arrangement(d) || self.ends_a_place(d) {
            return;
        }
        if self.is_before_its_name(d) {
            if let Some(id) = self.by_token[d.head + 1] {
                self.refer(d, id, &rules::coreference::BEFORE_ITS_NAME, d.head + 1);
            }
            return;
        }
        if let Some((id, subject)) = self.said_of(d) {
            return self.refer(d, id, &rules::coreference::SAID_OF_THE_SUBJECT, subject);
        }
        if let Some((id, name)) = self.beside_its_name(d) {
            return self.refer(d, id, &rules::coreference::APPOSITION, name);
        }
        let owners = self.owners(d);
        let pointing = self.pointing(d, !owners.is_empty());
        if d.plural
            && let Some(n) = self.number(d)
        {
            return self.several(d, n);
        }
        let owner = owners.first().copied();
        let found = match (d.acting, d.office) {
            (Some(ActingClass::State), office) => {
                let one = office.is_some() && !d.plural;
                if one
                    && (pointing == Pointing::Definite || owner.is_some())
                    && let Some(found) = self.holder(d, owner, pointing)
                {
                    return self.refer(d, found.0, found.1, found.2);
                }
                if let Some(owner) = owner {
                    if !(one && pointing == Pointing::Definite && self.is_person(owner)) {
                        return self.of_owners(d, &owners);
                    }
                    None
                } else if d.plural && office.is_some() && pointing == Pointing::Definite && Self::is_leading(d) {
                    return self.several(d, 2);
                } else {
                    self.unowned_state(d, pointing)
                }
            }
            (Some(ActingClass::Organisation), None) => self.body(d, owner, pointing),
            (_, Some(_)) if d.plural => {
                let states = owners.iter().all(|&o| !self.is_person(o));
                if !owners.is_empty() && states && Self::acts_for_its_state(d) {
                    return self.of_owners(d, &owners);
                }
                if pointing == Pointing::Definite && owners.is_empty() && Self::is_leading(d) {
                    return self.several(d, 2);
                }
                return;
            }
            (_, Some(_)) => self.holder(d, owner, pointing).or_else(|| self.epithet(d, owner)),
            (None, None) => self.epithet(d, owner),
            _ => None,
        };
        match found {
            Some((id, rule, mention)) => self.refer(d, id, rule, mention),
            None if d.acting.is_none() && d.office.is_none() => {}
            None => self.see_unnamed(d.head, d.plural, d.office.is_some()),
        }
    }

    /// "The West Bank": the capital last word of a name that is no actor's.
    fn ends_a_place(&self, d: &Description) -> bool {
        let a = self.analysis;
        let capital = |i: usize| a.upos(i) == Upos::Propn && a.word(i).starts_with(char::is_uppercase);
        let first = d.tokens.start;
        d.office.is_none()
            && first > a.sentences()[a.sentence_of(first)].tokens.start
            && capital(d.head)
            && capital(first - 1)
            && self.by_token[first - 1].is_none()
            && a.name_at(d.head).is_some_and(|n| n.tokens.contains(&(first - 1)) && n.kind == EntityKind::Place)
    }

    fn by_its_like(&self, i: usize) -> bool {
        let a = self.analysis;
        let word = |k: usize| if k < a.tokens().len() { a.lower(k) } else { "" };
        word(i + 1) == "by" || i > 0 && word(i - 1) == "by"
    }

    /// "China, the North's lone ally", "the agency, Yonhap": a name that the description is set beside.
    fn beside_its_name(&self, d: &Description) -> Option<(LocalActorId, usize)> {
        let a = self.analysis;
        let up = a.head(d.head).filter(|_| a.deprel(d.head) == Deprel::Appos);
        let down = a.children_by(d.head, &[Deprel::Appos]).next();
        [up, down, self.before_comma(d)].into_iter().flatten().find_map(|name| {
            let id = self.by_token[name].filter(|&id| self.cast.get(id).named)?;
            let fits = match (d.acting, d.office) {
                _ if d.plural => false,
                (Some(ActingClass::State | ActingClass::Organisation), None) => !self.is_person(id),
                (_, Some(_)) => self.is_person(id) || a.lemma(d.head) == "ally",
                _ => false,
            };
            fits.then_some((id, name))
        })
    }

    /// The token before the comma that sets a description off ("China, the North's lone ally, had").
    fn before_comma(&self, d: &Description) -> Option<usize> {
        let a = self.analysis;
        let sentence = &a.sentences()[a.sentence_of(d.head)].tokens;
        let closed = d.head + 1 >= sentence.end || matches!(a.word(d.head + 1), "," | "." | "of" | "to" | "for");
        let mut at = d.tokens.start;
        while at > sentence.start && d.tokens.start - at < 7 {
            at -= 1;
            match a.word(at) {
                "," => return at.checked_sub(1).filter(|&k| closed && k >= sentence.start),
                "'s" | "’s" | "'" | "’" | "-" => {}
                _ if matches!(a.upos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Adv | Upos::Num) => {
                }
                _ => return None,
            }
        }
        None
    }

    /// "The website NK Pro", "the newspaper Chosun Ilbo": the name that follows says who it is.
    fn is_before_its_name(&self, d: &Description) -> bool {
        let a = self.analysis;
        let next = d.head + 1;
        d.acting == Some(ActingClass::Organisation)
            && next < a.sentences()[a.sentence_of(d.head)].tokens.end
            && a.upos(next) == Upos::Propn
            && a.word(next).starts_with(char::is_uppercase)
    }

    /// Records whom a description means; `mention` is the token that told it.
    fn refer(&mut self, d: &Description, id: LocalActorId, rule: RuleRef, mention: usize) {
        let words = self.analysis.span_of(d.tokens.clone());
        self.cast.mention(id, words, MentionKind::Description, Why::words(rule, self.analysis.span(mention)));
        self.by_token[d.tokens.clone()].fill(Some(id));
        if self.is_person(id)
            && let Some(office) = d.office
            && office.class != OfficeClass::Human
        {
            self.cast.learn_gender(id, office.gender);
        }
        self.see(id, d.head);
    }

    /// "China is the North's lone ally", "Yun, who was then the envoy": what a predicate says of its
    /// subject, with the subject.
    fn said_of(&mut self, d: &Description) -> Option<(LocalActorId, usize)> {
        let a = self.analysis;
        a.child(d.head, &[Deprel::Cop])?;
        let subject = a.children(d.head).find(|&c| a.deprel(c).is_subject() && c < d.head)?;
        let id = self.by_token[subject]?;
        let person = self.is_person(id);
        let fits = match (d.acting, d.office) {
            (_, Some(office)) if person => {
                if !d.plural && office.class != OfficeClass::Human && !is_hypothetical(a, d.head) {
                    self.cast.add_role(id, a.span_of(d.tokens.clone()).of(a.text()));
                    self.offices.add(id, office);
                }
                !d.plural
            }
            (Some(_), _) => !person,
            (None, Some(_)) => !person && matches!(a.lemma(d.head), "ally" | "rival" | "opponent" | "head"),
            (None, None) => false,
        };
        fits.then_some((id, subject))
    }

    /// "Officials of X", "X and Y forces": the states themselves.
    fn of_owners(&mut self, d: &Description, owners: &[LocalActorId]) {
        let country = CoreferenceWords::Countries.has(self.analysis.lemma(d.head));
        let mut all: Vec<LocalActorId> = Vec::new();
        for &owner in owners {
            // "Putin's government" is his state's
            let acting_for = if self.is_person(owner) {
                self.state_of(owner).or_else(|| (!country).then_some(owner))
            } else {
                Some(owner)
            };
            all.extend(acting_for.filter(|id| !all.contains(id)));
        }
        let Some(&first) = all.first() else { return };
        let words = self.analysis.span_of(d.tokens.clone());
        for &id in all.iter().skip(1) {
            let why = Why::words(&rules::coreference::SAID_OF_ITS_STATE, words);
            self.cast.mention(id, words, MentionKind::Description, why);
        }
        if all.len() > 1 {
            self.see_set(all, d.head);
        }
        self.refer(d, first, &rules::coreference::SAID_OF_ITS_STATE, d.head);
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
                // "officials in Seoul" are its own, "troops in Iraq" are not
                Deprel::Nmod if case == "in" => d.acting.is_some() && !CoreferenceWords::Posted.has(a.lemma(d.head)),
                Deprel::Nmod => matches!(case, "of" | "from" | "for"),
                _ => false,
            };
            if owns {
                add(self.by_token[c]);
                for j in a.children_by(c, &[Deprel::Conj]) {
                    add(self.by_token[j]);
                }
            }
        }
        if let &[owner] = &out[..] {
            out.extend(self.joined_before(d, owner));
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

    /// "U.S. and South Korean forces": the state before the "and", whatever the tree says.
    fn joined_before(&self, d: &Description, owner: LocalActorId) -> Option<LocalActorId> {
        let a = self.analysis;
        let start = a.sentences()[a.sentence_of(d.head)].tokens.start;
        let mut at = d.tokens.start;
        while at > start && self.by_token[at - 1] == Some(owner) {
            at -= 1;
        }
        let and = at.checked_sub(1).filter(|&i| i > start && at < d.tokens.start && a.lower(i) == "and")?;
        let word = a.word(and - 1);
        let adjective = a.upos(and - 1) == Upos::Adj || word.len() < 5 && !word.contains(char::is_lowercase);
        self.by_token[and - 1].filter(|&id| adjective && id != owner && self.is_state(id) && self.is_state(owner))
    }

    fn pointing(&self, d: &Description, owned: bool) -> Pointing {
        let a = self.analysis;
        for c in a.children(d.head) {
            match a.deprel(c) {
                Deprel::Det => {
                    return match a.lower(c) {
                        w if CoreferenceWords::Definite.has(w) => Pointing::Definite,
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
}

/// "Would be president", "is not the leader", "wants to be": no office is held.
fn is_hypothetical(a: &Analysis<'_>, head: usize) -> bool {
    a.children(head).any(|c| {
        matches!(a.deprel(c), Deprel::Aux | Deprel::Advmod | Deprel::Mark) && CoreferenceWords::Unreal.has(a.lower(c))
    })
}
