//! A verb's clause as frames want it: logical subject and object, whatever the construction.
//!
//! Passives are turned round, participles and infinitives get the subject they are understood to
//! have ([`implicit_subject`]), relative pronouns give way to their antecedents.

use crate::language::{Analysis, Deprel, Upos, Xpos};

use crate::syntax::noun_phrase::{
    antecedent, has_case, is_bracketed, is_infinitive, is_nominal, is_time, noun_before, preposition, word_after,
};
use crate::syntax::words::SyntaxWords;
use crate::syntax::{implicit_subject, subject};

/// How far subjects are looked for up a chain of verbs.
const DEEPEST: u32 = 6;

/// The clause of one verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// The verb, or predicate adjective.
    pub verb: usize,
    /// Who does it: the subject, of a passive the by-agent.
    pub subject: Option<usize>,
    /// To what: the object, of a passive the subject.
    pub object: Option<usize>,
    /// The indirect object.
    pub indirect: Option<usize>,
    /// Head of the complement clause or predicate.
    pub complement: Option<usize>,
    /// True for passives and past participles after a noun.
    pub passive: bool,
}

/// Reads the clause of `verb`.
#[must_use]
pub fn clause(a: &Analysis<'_>, verb: usize) -> Clause {
    read(a, verb, DEEPEST)
}

/// What a verb's own children say of its clause.
#[derive(Default)]
struct Dependents {
    passive_subject: Option<usize>,
    agent: Option<usize>,
    auxiliary: bool,
    perfect: bool,
}

/// Reads a clause; `depth` bounds the chain of verbs that a shared subject is looked for in.
pub(crate) fn read(a: &Analysis<'_>, verb: usize, depth: u32) -> Clause {
    let mut c = Clause { verb, ..Clause::default() };
    let Dependents { mut passive_subject, agent, auxiliary, perfect } = dependents(a, &mut c);
    let active = !matches!(a.xpos(verb), Xpos::Vbn) || perfect;
    if passive_subject.is_some() && !c.passive && active && agent.is_none() {
        // "has accused the army": no "be", so the subject is one that acts, whatever the parser calls it
        c.subject = c.subject.or(passive_subject.take());
    }
    if c.object.is_none() && passive_subject.is_none() && !c.passive {
        c.object = predicate_object(a, &mut c);
    }
    given_thing(a, &mut c);
    // "the man arrested on Sunday": a bare participle after its noun is passive
    let relation = a.deprel(verb);
    let bare_participle = a.xpos(verb) == Xpos::Vbn && !auxiliary && c.subject.is_none() && !is_never_passive(a, verb);
    if bare_participle && relation == Deprel::Acl && is_main_verb(a, verb, c.object) {
        // "The students marched against …", read as if they had been marched
        c.subject = a.head(verb);
        return c;
    }
    if bare_participle && relation == Deprel::Acl && agent.is_none() && c.object.is_none() {
        // "the talks that the minister held", the verb hung on its subject
        c.object = relative_object(a, verb);
        if c.object.is_some() {
            c.subject = a.head(verb);
            return c;
        }
    }
    let finite = matches!(a.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) || is_never_passive(a, verb);
    if finite && relation == Deprel::Acl && c.subject.is_none() && passive_subject.is_none() {
        // "Chancellor Angela Merkel on Friday welcomed …", the finite verb hung on its subject
        c.subject = a.head(verb).filter(|&h| h < verb && is_nominal(a, h));
        return c;
    }
    if bare_participle && agent.is_some() && c.object.is_none() && passive_subject.is_none() && !c.passive {
        // "the idea, first proposed by Guillaume", the participle hung on the verb above
        passive_subject = noun_before(a, verb)
            .filter(|_| matches!(relation, Deprel::Advcl | Deprel::Xcomp))
            .or_else(|| opening_patient(a, verb));
    }
    c.passive |= passive_subject.is_some() || bare_participle && relation == Deprel::Acl;
    if c.complement.is_none() {
        // "ordered the minister to appear", the infinitive hung on the minister
        c.complement =
            c.object.and_then(|o| a.children_by(o, &[Deprel::Acl, Deprel::Xcomp]).find(|&i| is_infinitive(a, i)));
    }
    if c.subject.is_none() && passive_subject.is_none() && depth > 0 {
        implicit_subject::inherit(a, &mut c, relation, bare_participle, depth - 1);
    }
    if c.passive {
        let patient = passive_subject.or(c.subject).filter(|_| c.object.is_none() || passive_subject.is_some());
        if c.object.is_some() && passive_subject.is_some() {
            // "was given a deadline": the subject is the receiver
            c.indirect = passive_subject;
        } else {
            c.object = patient.or(c.object);
        }
        c.subject = agent;
    }
    let alone = matches!(relation, Deprel::Root | Deprel::Ccomp | Deprel::Conj | Deprel::Parataxis);
    if c.subject.is_none() && !c.passive && passive_subject.is_none() && alone {
        c.subject = subject::subject(a, verb);
    }
    if c.subject.is_none() && !c.passive && passive_subject.is_none() && depth > 0 {
        c.subject = subject::joined(a, verb).and_then(|first| {
            let first = read(a, first, depth - 1);
            if first.passive { first.object } else { first.subject }
        });
    }
    c.subject = c.subject.map(|s| past_opening(a, antecedent(a, s)));
    c.object = c.object.map(|o| antecedent(a, o));
    if c.object.is_none() && relation == Deprel::AclRelcl && !c.passive && c.indirect.is_none() {
        // "the deal that Iran signed", the pronoun left out
        let head = a.head(verb);
        c.object = head.filter(|h| c.subject.is_some_and(|s| s != *h) && is_nominal(a, *h));
    }
    c
}

/// "Condemned by the council, Eritrea released the monks": the subject behind a participle that opens the sentence.
fn opening_patient(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let main = a.head(verb).filter(|&m| a.deprel(verb) == Deprel::Advcl && m > verb)?;
    let behind = |&s: &usize| s > verb && s < main && (verb..s).any(|i| a.word(i) == ",");
    a.children_by(main, &[Deprel::Nsubj, Deprel::NsubjPass]).find(behind)
}

/// The subject behind what was taken for one: a dateline ("SEOUL (Reuters) - South Korea agreed"), or the name that
/// somebody's age and description follow ("Callista Gingrich, 51, an author, presented").
fn past_opening(a: &Analysis<'_>, subject: usize) -> usize {
    let start = a.sentences()[a.sentence_of(subject)].tokens.start;
    let opens = subject < start + 6 && subject + 1 < a.tokens().len() && matches!(a.word(subject + 1), "(" | ",");
    if opens {
        let dash = |i: usize| i > subject && matches!(a.word(i), "-" | "–" | "—" | "--" | "_");
        let behind = |&c: &usize| c > subject && is_nominal(a, c) && dash(a.subtree(c).start.saturating_sub(1));
        return a.children(subject).find(behind).unwrap_or(subject);
    }
    let first = a.subtree(subject).start;
    let aged = first >= start + 4
        && a.word(first - 1) == ","
        && a.upos(first - 2) == Upos::Num
        && a.word(first - 3) == ","
        && a.upos(first - 4) == Upos::Propn;
    if aged { subject::phrase(a, first - 4, start) } else { subject }
}

/// What the relative pronoun before a verb's noun stands for: "the talks that the minister held".
fn relative_object(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let noun = a.head(verb).filter(|&n| n < verb)?;
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let first = a.subtree(noun).start;
    let pronoun = |&i: &usize| i > start && i < noun && matches!(a.lower(i), "that" | "which" | "whom");
    let that = [first, first.saturating_sub(1)].into_iter().find(pronoun)?;
    is_nominal(a, that - 1).then(|| that - 1)
}

/// Puts the verb's dependents in their places; returns those whose place depends on the verb's voice.
fn dependents(a: &Analysis<'_>, c: &mut Clause) -> Dependents {
    let (verb, mut found) = (c.verb, Dependents::default());
    for child in a.children(verb) {
        match a.deprel(child) {
            // a parser in doubt makes two subjects or objects: the first that is no date, no adjective
            Deprel::Nsubj if !is_time(a, child) && !is_bracketed(a, child) => {
                let better = |first| child < verb && (!is_nominal(a, first) || is_cut_off(a, first, child));
                if c.subject.is_none_or(better) {
                    c.subject = Some(child);
                }
            }
            Deprel::NsubjPass => found.passive_subject = found.passive_subject.or(Some(child)),
            // "Urged by the council to stop, Mali agreed"
            Deprel::Obj if found.agent.is_none() && a.xpos(verb) == Xpos::Vbn && has_case(a, child, "by") => {
                found.agent = Some(child);
            }
            // "bombed in an attack": nothing behind a preposition is an object
            Deprel::Obj if preposition(a, child).is_some() && !is_counted(a, child) && !is_phrasal(a, verb, child) => {}
            Deprel::Obj if c.object.is_none_or(|o| !is_nominal(a, o)) => c.object = Some(child),
            // "gave Russia an ultimatum", both called objects: the first is whom it is given
            Deprel::Obj if c.indirect.is_none() && !is_time(a, child) && !is_naming(a, verb) => {
                let first = c.object.filter(|&o| o < child && a.subtree(child).start == o + 1);
                if first.is_some() {
                    (c.indirect, c.object) = (first, Some(child));
                }
            }
            Deprel::Iobj => c.indirect = Some(child),
            // "called PM Modi", the name taken for what he is called
            Deprel::Xcomp if a.upos(child) == Upos::Propn && c.object.is_none() => c.object = Some(child),
            Deprel::Xcomp | Deprel::Ccomp => c.complement = c.complement.or(Some(child)),
            // "called on Obama", taken for a passive: the doer of a passive stands behind "by"
            Deprel::OblAgent if preposition(a, child).is_none() || has_case(a, child, "by") => {
                found.agent = Some(child);
            }
            Deprel::Obl if found.agent.is_none() && has_case(a, child, "by") => found.agent = Some(child),
            Deprel::Obl if c.object.is_none() && (is_counted(a, child) || is_phrasal(a, verb, child)) => {
                c.object = Some(child);
            }
            Deprel::AuxPass => c.passive = true,
            Deprel::Aux => {
                found.auxiliary = true;
                found.perfect |= a.lemma(child) == "have";
            }
            _ => {}
        }
    }
    found
}

/// The object that the parser took for something said of the subject: "called off the strike", "set the
/// hostages free". A noun that turns out to be the object is no complement any more.
fn predicate_object(a: &Analysis<'_>, c: &mut Clause) -> Option<usize> {
    let taken = c.complement.filter(|&o| a.deprel(o) == Deprel::Xcomp && o > c.verb && is_thing(a, o));
    if taken.is_some() && !is_linking(a, c.verb) {
        c.complement = None;
        return taken;
    }
    let said_of = c.complement.filter(|&o| matches!(a.upos(o), Upos::Adj | Upos::Noun) && o > c.verb);
    said_of.and_then(|o| a.child(o, &[Deprel::Nsubj])).filter(|&s| s > c.verb && is_nominal(a, s))
}

/// "offered the country full support", the thing taken for what the country is: of a verb of giving the first
/// noun is who receives it.
fn given_thing(a: &Analysis<'_>, c: &mut Clause) {
    let gives = SyntaxWords::Ditransitive.has(a.lemma(c.verb));
    let thing = |&o: &usize| a.deprel(o) == Deprel::Xcomp && is_thing(a, o);
    if !gives || c.indirect.is_some() || c.passive {
        return;
    }
    if let (Some(receiver), Some(given)) = (c.object, c.complement.filter(thing))
        && c.verb < receiver
        && receiver < given
    {
        (c.indirect, c.object, c.complement) = (Some(receiver), Some(given), None);
    }
}

/// True for the past tense of verbs that have no passive of their own, before the preposition they go with:
/// "called on Obama", "agreed to the plan".
fn is_never_passive(a: &Analysis<'_>, verb: usize) -> bool {
    let preposition = word_after(a, verb);
    match a.lemma(verb) {
        "call" => matches!(preposition, "on" | "upon" | "for"),
        verb => SyntaxWords::Intransitive.has(verb) && SyntaxWords::BehindIntransitive.has(preposition),
    }
}

/// True where a dash or a colon stands between two subjects: "SEOUL (Reuters) - The United Nations said".
fn is_cut_off(a: &Analysis<'_>, first: usize, second: usize) -> bool {
    (first + 1..second).any(|i| a.upos(i) == Upos::Punct && matches!(a.word(i), "-" | "–" | "—" | ":" | "--"))
}

/// True where a participle after its noun is rather the past tense of a sentence that has no other verb.
fn is_main_verb(a: &Analysis<'_>, verb: usize, object: Option<usize>) -> bool {
    let Some(mut noun) = a.head(verb) else { return false };
    // "Tens of thousands marched", hung on the thousands
    while let Some(up) = a.head(noun).filter(|&up| up < noun && noun < verb && SyntaxWords::Dozens.has(a.lower(up))) {
        noun = up;
    }
    if let Some(main) = a.head(noun).filter(|_| matches!(a.deprel(noun), Deprel::Nsubj | Deprel::NsubjPass)) {
        // "Putin called Modi and condemned the attack": an "and" before the second verb joins it to the first
        let and = a.child(main, &[Deprel::Cc]).filter(|&cc| verb < cc && cc < main);
        let joined = a.deprel(main) == Deprel::Conj;
        return object.is_some() && noun < verb && !joined && and.is_some();
    }
    if a.head(noun).is_some() || noun > verb || a.children(noun).any(|c| a.deprel(c) == Deprel::Cop) {
        return false;
    }
    let sentence = &a.sentences()[a.sentence_of(verb)];
    let full_stop =
        sentence.tokens.clone().rev().take(2).any(|i| matches!(a.word(i), "." | "…" | "...." | "..." | "!"));
    object.is_some() || full_stop && !a.children(verb).any(|c| has_case(a, c, "by"))
}

fn is_thing(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.upos(i), Upos::Noun | Upos::Propn)
        && !a.children(i).any(|c| matches!(a.deprel(c), Deprel::Case | Deprel::Cop))
}

/// Verbs whose second object says what the first one is: "designated the party a terrorist organisation".
fn is_naming(a: &Analysis<'_>, verb: usize) -> bool {
    SyntaxWords::Naming.has(a.lemma(verb))
}

/// Verbs whose noun says what the subject is.
fn is_linking(a: &Analysis<'_>, verb: usize) -> bool {
    SyntaxWords::Linking.has(a.lemma(verb))
}

/// "handed over the prisoners": the object of a particle verb whose particle was read as a preposition.
fn is_phrasal(a: &Analysis<'_>, verb: usize, head: usize) -> bool {
    let particle = match word_after(a, verb) {
        "over" => SyntaxWords::WithOver.has(a.lemma(verb)),
        word => SyntaxWords::Particles.has(word),
    };
    particle
        && is_nominal(a, head)
        && a.head(verb + 1) == Some(head)
        && a.deprel(verb + 1) == Deprel::Case
        && a.children(head).filter(|&c| a.deprel(c) == Deprel::Case).count() == 1
}

/// "deported at least four migrants": an object whose rough number was read as a phrase.
fn is_counted(a: &Analysis<'_>, head: usize) -> bool {
    let rough = |c: usize| match a.lower(c) {
        "at" => matches!(word_after(a, c), "least" | "most"),
        word => SyntaxWords::RoughNumbers.has(word),
    };
    let counted = |c: usize| a.deprel(c) == Deprel::Nummod;
    is_nominal(a, head)
        && !is_time(a, head)
        && a.children(head).any(counted)
        && a.children(head).any(|c| a.deprel(c) == Deprel::Case && c + 1 < head && rough(c))
}
