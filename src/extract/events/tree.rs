//! A verb's clause as frames want it: logical subject and object, whatever the construction.
//!
//! Passives are turned round, participles and infinitives get the subject they are understood to
//! have, relative pronouns give way to their antecedents.

use crate::language::{Analysis, Deprel, Upos, Xpos};

use super::frame::{INDIRECT, PrepSet};
use super::left;

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

fn read(a: &Analysis<'_>, verb: usize, depth: u32) -> Clause {
    let mut c = Clause { verb, ..Clause::default() };
    let (mut passive_subject, mut agent, mut auxiliary, mut perfect) = (None, None, false, false);
    for child in a.children(verb) {
        match a.deprel(child) {
            // a parser in doubt makes two subjects or objects: the first that is no date, no adjective
            Deprel::Nsubj if !is_time(a, child) && !is_bracketed(a, child) => {
                let better = |first| child < verb && (!is_nominal(a, first) || is_cut_off(a, first, child));
                if c.subject.is_none_or(better) {
                    c.subject = Some(child);
                }
            }
            Deprel::NsubjPass => passive_subject = passive_subject.or(Some(child)),
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
            Deprel::OblAgent => agent = Some(child),
            Deprel::Obl if agent.is_none() && has_case(a, child, "by") => agent = Some(child),
            Deprel::Obl if c.object.is_none() && (is_counted(a, child) || is_phrasal(a, verb, child)) => {
                c.object = Some(child);
            }
            Deprel::AuxPass => c.passive = true,
            Deprel::Aux => {
                auxiliary = true;
                perfect |= a.lemma(child) == "have";
            }
            _ => {}
        }
    }
    let active = !matches!(a.xpos(verb), Xpos::Vbn) || perfect;
    if passive_subject.is_some() && !c.passive && active && agent.is_none() {
        // "has accused the army": no "be", so the subject is one that acts, whatever the parser calls it
        c.subject = c.subject.or(passive_subject.take());
    }
    if c.object.is_none() && passive_subject.is_none() && !c.passive {
        // "called off the strike": a noun alone behind a verb is its object, whatever the parser calls it
        let taken = c.complement.filter(|&o| a.deprel(o) == Deprel::Xcomp && o > verb && is_thing(a, o));
        if taken.is_some() && !is_linking(a, verb) {
            (c.object, c.complement) = (taken, None);
        }
    }
    if c.object.is_none() && !c.passive {
        // "set the hostages free": whom the adjective is said of
        let said_of = c.complement.filter(|&o| matches!(a.upos(o), Upos::Adj | Upos::Noun) && o > verb);
        c.object = said_of.and_then(|o| a.child(o, &[Deprel::Nsubj])).filter(|&s| s > verb && is_nominal(a, s));
    }
    // "the man arrested on Sunday": a bare participle after its noun is passive
    let relation = a.deprel(verb);
    let bare_participle = a.xpos(verb) == Xpos::Vbn && !auxiliary && c.subject.is_none();
    if bare_participle && relation == Deprel::Acl && is_main_verb(a, verb, c.object) {
        // "The students marched against …", read as if they had been marched
        c.subject = a.head(verb);
        return c;
    }
    let finite = matches!(a.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    if finite && relation == Deprel::Acl && c.subject.is_none() && passive_subject.is_none() {
        // "Chancellor Angela Merkel on Friday welcomed …", the finite verb hung on its subject
        c.subject = a.head(verb).filter(|&h| h < verb && is_nominal(a, h));
        return c;
    }
    if bare_participle && agent.is_some() && c.object.is_none() && passive_subject.is_none() && !c.passive {
        // "the idea, first proposed by Guillaume", the participle hung on the verb above
        passive_subject = noun_before(a, verb).filter(|_| relation == Deprel::Advcl);
    }
    c.passive |= passive_subject.is_some() || bare_participle && relation == Deprel::Acl;
    if c.complement.is_none() {
        // "ordered the minister to appear", the infinitive hung on the minister
        c.complement =
            c.object.and_then(|o| a.children(o).find(|&i| a.deprel(i) == Deprel::Acl && is_infinitive(a, i)));
    }
    if c.subject.is_none() && passive_subject.is_none() && depth > 0 {
        inherit(a, &mut c, relation, bare_participle, depth - 1);
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
        c.subject = left::subject(a, verb);
    }
    if c.subject.is_none() && !c.passive && passive_subject.is_none() && depth > 0 {
        c.subject = left::joined(a, verb).and_then(|first| {
            let first = read(a, first, depth - 1);
            if first.passive { first.object } else { first.subject }
        });
    }
    c.subject = c.subject.map(|s| antecedent(a, s));
    c.object = c.object.map(|o| antecedent(a, o));
    if c.object.is_none() && relation == Deprel::AclRelcl && !c.passive && c.indirect.is_none() {
        // "the deal that Iran signed", the pronoun left out
        let head = a.head(verb);
        c.object = head.filter(|h| c.subject.is_some_and(|s| s != *h) && is_nominal(a, *h));
    }
    c
}

/// True for a token in brackets of its own: "(AP)".
pub(super) fn is_bracketed(a: &Analysis<'_>, i: usize) -> bool {
    i > 0 && matches!(a.word(i - 1), "(" | "[") && i + 1 < a.tokens().len() && matches!(a.word(i + 1), ")" | "]")
}

/// True where a dash or a colon stands between two subjects: "SEOUL (Reuters) - The United Nations said".
fn is_cut_off(a: &Analysis<'_>, first: usize, second: usize) -> bool {
    (first + 1..second).any(|i| a.upos(i) == Upos::Punct && matches!(a.word(i), "-" | "–" | "—" | ":" | "--"))
}

/// True where a participle after its noun is rather the past tense of a sentence that has no other verb.
fn is_main_verb(a: &Analysis<'_>, verb: usize, object: Option<usize>) -> bool {
    let Some(noun) = a.head(verb) else { return false };
    if a.head(noun).is_some() || noun > verb || a.children(noun).any(|c| a.deprel(c) == Deprel::Cop) {
        return false;
    }
    let sentence = &a.sentences()[a.sentence_of(verb)];
    let full_stop =
        sentence.tokens.clone().rev().take(2).any(|i| matches!(a.word(i), "." | "…" | "...." | "..." | "!"));
    object.is_some() || full_stop && !a.children(verb).any(|c| has_case(a, c, "by"))
}

/// The head of the noun phrase that ends right before the words of `verb`, a comma between them or not.
fn noun_before(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let skipped = |i: &usize| a.upos(*i) == Upos::Punct || a.upos(*i) == Upos::Adv;
    let noun = (start..verb).rev().find(|i| !skipped(i)).filter(|&i| is_nominal(a, i))?;
    let mut head = noun;
    while let Some(up) = a.head(head).filter(|&up| up >= start && up < verb && is_nominal(a, up)) {
        if !matches!(a.deprel(head), Deprel::Flat | Deprel::Compound) {
            break;
        }
        head = up;
    }
    Some(head)
}

/// Gives a clause without a subject the one it is understood to have.
fn inherit(a: &Analysis<'_>, c: &mut Clause, relation: Deprel, bare_participle: bool, depth: u32) {
    let Some(head) = a.head(c.verb) else { return };
    match relation {
        Deprel::Conj if a.upos(head) == Upos::Verb || a.upos(head) == Upos::Adj => {
            let first = read(a, head, depth);
            if bare_participle && first.passive && !c.passive {
                c.passive = true;
                c.subject = first.object;
            } else if first.passive {
                // "was arrested and fled": the shared subject is the first one's patient
                c.subject = first.object.or(first.subject);
            } else {
                c.subject = first.subject;
                let shares = c.object.is_none() && first.object.is_some_and(|o| o > c.verb);
                if shares {
                    c.object = first.object;
                }
            }
        }
        // "Vietnam is a critic of China and has accused …": joined to a predicate noun
        Deprel::Conj => {
            c.subject = a.child(head, &[Deprel::Nsubj, Deprel::NsubjPass]).or_else(|| noun_owner(a, head));
        }
        Deprel::Xcomp | Deprel::Advcl if for_whom(a, c.verb).is_some() => c.subject = for_whom(a, c.verb),
        Deprel::Xcomp => {
            let up = read(a, head, depth);
            // "used the occasion to thank", "took steps to end": with these it is the subject that does it
            let promises = matches!(
                a.lemma(head),
                "promise"
                    | "vow"
                    | "pledge"
                    | "threaten"
                    | "offer"
                    | "use"
                    | "take"
                    | "seize"
                    | "have"
                    | "hold"
                    | "sign"
                    | "launch"
                    | "reach"
                    | "announce"
                    | "spend"
            );
            c.subject = if promises || up.object.is_none() { up.subject } else { up.object };
            if up.passive {
                c.subject = up.object.or(up.indirect);
            } else if let Some(indirect) = up.indirect.filter(|_| !promises) {
                c.subject = Some(indirect);
            }
        }
        Deprel::Advcl | Deprel::Parataxis | Deprel::Dep if a.upos(head) == Upos::Verb => {
            let finite = matches!(a.xpos(c.verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
            // "as China has denounced …": a finite clause has a subject of its own
            c.subject = if relation == Deprel::Advcl { left::subject(a, c.verb) } else { None };
            if c.subject.is_none() && (!finite || relation == Deprel::Advcl) {
                let up = read(a, head, depth);
                c.subject = if up.passive { up.object } else { up.subject };
            }
        }
        // "has held talks", the noun taken for a verb
        Deprel::Obj if a.upos(head) == Upos::Verb => c.subject = a.child(head, &[Deprel::Nsubj]),
        Deprel::Advcl => c.subject = a.child(head, &[Deprel::Nsubj]).or_else(|| noun_owner(a, head)),
        Deprel::Acl if bare_participle => c.subject = Some(head),
        Deprel::Acl if a.xpos(c.verb) == Xpos::Vbg => c.subject = Some(head).filter(|h| is_nominal(a, *h)),
        Deprel::Acl => c.subject = for_whom(a, c.verb).or_else(|| noun_owner(a, head)),
        _ => {}
    }
}

/// Who is to do it: "plans for Modi to visit Washington".
fn for_whom(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let to = a.children(verb).find(|&c| a.deprel(c) == Deprel::Mark && a.xpos(c) == Xpos::To)?;
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let mut at = to.checked_sub(1).filter(|&i| i >= start && is_nominal(a, i))?;
    for _ in 0..4 {
        if has_case(a, at, "for") {
            return Some(at);
        }
        at = a.head(at).filter(|&h| h >= start && h < to && is_nominal(a, h))?;
    }
    None
}

/// Whose doing a noun is: its possessor, else the subject of the verb it is the object of.
fn noun_owner(a: &Analysis<'_>, noun: usize) -> Option<usize> {
    if let Some(owner) = a.child(noun, &[Deprel::NmodPoss]) {
        return Some(owner);
    }
    let verb = a.head(noun)?;
    match a.deprel(noun) {
        Deprel::Obj | Deprel::Obl => a.child(verb, &[Deprel::Nsubj]).map(|s| antecedent(a, s)),
        _ => None,
    }
}

/// What a relative pronoun stands for; the token itself where it is none.
#[must_use]
pub fn antecedent(a: &Analysis<'_>, i: usize) -> usize {
    if !matches!(a.xpos(i), Xpos::Wdt | Xpos::Wp) {
        return i;
    }
    let mut at = i;
    while let Some(head) = a.head(at) {
        if a.deprel(at) == Deprel::AclRelcl {
            return head;
        }
        at = head;
    }
    // "Cardinal Bernard Law, who resigned", the clause hung elsewhere
    noun_before(a, i).unwrap_or(i)
}

/// True for a participle with an object of its own that was read as an adjective: "an order imposing tariffs".
#[must_use]
pub fn is_participle(a: &Analysis<'_>, i: usize) -> bool {
    a.upos(i) == Upos::Adj
        && matches!(a.deprel(i), Deprel::Acl | Deprel::Advcl | Deprel::Conj | Deprel::Xcomp)
        && a.lower(i).ends_with("ing")
        && a.child(i, &[Deprel::Obj]).is_some()
}

/// True for nouns, names, pronouns and numbers.
#[must_use]
pub fn is_nominal(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::X)
}

/// True for nouns that count time and names of days and months: "North Korea this month threatened …".
pub fn is_time(a: &Analysis<'_>, i: usize) -> bool {
    matches!(
        a.lemma(i),
        "day"
            | "week"
            | "month"
            | "year"
            | "decade"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "morning"
            | "night"
            | "evening"
            | "afternoon"
            | "weekend"
    ) || matches!(
        a.lower(i),
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    ) && a.upos(i) != Upos::Verb
        && a.child(i, &[Deprel::Flat]).is_none()
        || a.lower(i) == "may" && a.child(i, &[Deprel::Nummod]).is_some()
}

/// The number of the preposition that introduces the noun phrase of `head`.
#[must_use]
pub fn preposition(a: &Analysis<'_>, head: usize) -> Option<u8> {
    // "out of the treaty": the word of the two that tables know
    let mut cases = a.children(head).filter(|&c| a.deprel(c) == Deprel::Case && a.xpos(c) != Xpos::Pos);
    cases.find_map(|c| PrepSet::number(a.lower(c)))
}

fn is_thing(a: &Analysis<'_>, i: usize) -> bool {
    matches!(a.upos(i), Upos::Noun | Upos::Propn)
        && !a.children(i).any(|c| matches!(a.deprel(c), Deprel::Case | Deprel::Cop))
}

/// Verbs whose second object says what the first one is: "designated the party a terrorist organisation".
fn is_naming(a: &Analysis<'_>, verb: usize) -> bool {
    matches!(
        a.lemma(verb),
        "call"
            | "label"
            | "brand"
            | "dub"
            | "name"
            | "designate"
            | "declare"
            | "appoint"
            | "elect"
            | "nominate"
            | "term"
    )
}

/// Verbs whose noun says what the subject is.
fn is_linking(a: &Analysis<'_>, verb: usize) -> bool {
    matches!(
        a.lemma(verb),
        "be" | "become" | "remain" | "seem" | "appear" | "look" | "feel" | "prove" | "stay" | "turn" | "act" | "serve"
    )
}

/// "handed over the prisoners": the object of a particle verb whose particle was read as a preposition.
fn is_phrasal(a: &Analysis<'_>, verb: usize, head: usize) -> bool {
    let particle = match a.lower(verb + 1) {
        "off" | "up" | "down" | "out" | "aside" => true,
        "over" => matches!(a.lemma(verb), "hand" | "take" | "turn" | "give" | "win" | "sign"),
        _ => false,
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
        "around" | "about" | "over" | "nearly" | "almost" | "up" | "than" => true,
        "at" => a.lower(c + 1) == "least" || a.lower(c + 1) == "most",
        _ => false,
    };
    let counted = |c: usize| a.deprel(c) == Deprel::Nummod;
    is_nominal(a, head)
        && !is_time(a, head)
        && a.children(head).any(counted)
        && a.children(head).any(|c| a.deprel(c) == Deprel::Case && c + 1 < head && rough(c))
}

fn has_case(a: &Analysis<'_>, head: usize, word: &str) -> bool {
    a.children(head).any(|c| a.deprel(c) == Deprel::Case && a.lower(c) == word)
}

/// The prepositional phrases that may belong to a verb or noun: its own, and those of the nouns given
/// (the object, an event noun), as attachment is uncertain. Yields preposition and head.
pub fn phrases<'a>(
    a: &'a Analysis<'_>,
    heads: [Option<usize>; 3],
    clause: Option<&Clause>,
) -> impl Iterator<Item = (u8, usize)> + 'a {
    let indirect = clause.and_then(|c| c.indirect).map(|i| (INDIRECT, antecedent(a, i)));
    heads
        .into_iter()
        .flatten()
        .flat_map(move |h| a.children(h))
        .filter_map(|c| {
            let own = preposition(a, c).filter(|_| is_phrase(a.deprel(c))).map(|p| (p, antecedent(a, c)));
            own.or_else(|| headed(a, c)).or_else(|| addressee(a, c))
        })
        .chain(indirect)
}

/// "a call with Prime Minister Modi", the noun hung on the preposition rather than the other way round; and "balked
/// at paying", where the preposition marks a gerund.
fn headed(a: &Analysis<'_>, c: usize) -> Option<(u8, usize)> {
    match (a.upos(c), a.deprel(c)) {
        (Upos::Adp, Deprel::Nmod | Deprel::Obl) => {
            let noun = a.children(c).find(|&n| n > c && is_nominal(a, n))?;
            Some((PrepSet::number(a.lower(c))?, noun))
        }
        (Upos::Verb, Deprel::Advcl | Deprel::Xcomp | Deprel::Acl) if a.xpos(c) == Xpos::Vbg => {
            let mark = a.children(c).find(|&m| m < c && matches!(a.deprel(m), Deprel::Mark | Deprel::Case))?;
            Some((PrepSet::number(a.lower(mark))?, c))
        }
        _ => None,
    }
}

/// "called on Obama to retaliate", read as a clause "on Obama retaliate": the preposition and who is to do it.
fn addressee(a: &Analysis<'_>, verb: usize) -> Option<(u8, usize)> {
    if !matches!(a.deprel(verb), Deprel::Advcl | Deprel::Xcomp | Deprel::Ccomp) || !is_infinitive(a, verb) {
        return None;
    }
    let who = a.child(verb, &[Deprel::Nsubj])?;
    let mark = a.children(verb).find(|&c| c < who && matches!(a.deprel(c), Deprel::Mark | Deprel::Case))?;
    Some((PrepSet::number(a.lower(mark))?, who))
}

/// Relations of prepositional phrases; a parser in doubt calls them compounds too.
fn is_phrase(relation: Deprel) -> bool {
    matches!(
        relation,
        Deprel::Obl | Deprel::OblAgent | Deprel::Nmod | Deprel::Iobj | Deprel::Compound | Deprel::Advcl | Deprel::Dep
    )
}

/// True where an infinitive ("to leave") heads at `verb`.
#[must_use]
pub fn is_infinitive(a: &Analysis<'_>, verb: usize) -> bool {
    a.children(verb).any(|c| a.deprel(c) == Deprel::Mark && a.xpos(c) == Xpos::To)
}

/// True where the clause of `head` says "not", "never", "no longer", or has "no" before a subject or object.
#[must_use]
pub fn is_negated(a: &Analysis<'_>, head: usize) -> bool {
    a.children(head).any(|c| match a.deprel(c) {
        // "vowed never to give up": what comes after the verb denies the clause below
        Deprel::Advmod if c > head && a.child(head, &[Deprel::Xcomp]).is_some() => false,
        Deprel::Advmod => matches!(a.lower(c), "not" | "n't" | "never" | "hardly" | "barely" | "neither" | "nor"),
        Deprel::Det => a.lower(c) == "no" || a.lower(c) == "neither",
        Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj => {
            matches!(a.lower(c), "nobody" | "nothing" | "none")
                || a.children(c).any(|d| a.deprel(d) == Deprel::Det && matches!(a.lower(d), "no" | "neither"))
        }
        _ => false,
    })
}
