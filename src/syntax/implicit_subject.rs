//! The subject that a clause does not name itself: shared with a verb it is joined to, handed down by the verb
//! above, named before a participle.

use crate::language::{Analysis, Deprel, Upos, Xpos};

use crate::syntax::clause::{Clause, read};
use crate::syntax::noun_phrase::{antecedent, continued, has_case, is_infinitive, is_nominal};
use crate::syntax::subject;
use crate::syntax::words::SyntaxWords;

/// Gives a clause without a subject the one it is understood to have.
pub(crate) fn inherit(a: &Analysis<'_>, c: &mut Clause, relation: Deprel, bare_participle: bool, depth: u32) {
    let Some(head) = a.head(c.verb) else { return };
    if let Some(named) = before_participle(a, c.verb)
        // "frustration with the Kremlin claiming …", hung on the frustration
        && (relation != Deprel::Acl || a.upos(named) == Upos::Propn)
    {
        c.subject = Some(named);
        return;
    }
    match relation {
        Deprel::Conj if continued(a, c.verb).is_some() => {
            c.subject = continued(a, c.verb).and_then(|first| doer(a, first, depth));
        }
        Deprel::Conj if is_misjoined(a, c.verb, head) => {
            c.subject = subject::finite_before(a, head).and_then(|v| doer(a, v, depth));
        }
        Deprel::Conj if a.upos(head) == Upos::Verb || a.upos(head) == Upos::Adj => {
            // "this comes as China has denounced …": joined by nothing, it may have a subject of its own
            let joined = a.child(c.verb, &[Deprel::Cc]).is_some();
            c.subject = if joined { None } else { subject::subject(a, c.verb) };
            if c.subject.is_none() {
                share(a, c, head, bare_participle, depth);
            }
        }
        // "Vietnam is a critic of China and has accused …": joined to a predicate noun
        Deprel::Conj => {
            c.subject = a
                .child(head, &[Deprel::Nsubj, Deprel::NsubjPass])
                .or_else(|| described(a, head))
                .or_else(|| noun_owner(a, head, depth));
        }
        Deprel::Xcomp | Deprel::Advcl if for_whom(a, c.verb).is_some() => c.subject = for_whom(a, c.verb),
        // "a factor behind the FBI's decision to open an inquiry", the infinitive hung on the factor
        Deprel::Advcl if decider(a, c.verb).is_some() => c.subject = decider(a, c.verb),
        // "The company, as expected, proposed to …": a sentence that lost its verb to its subject
        Deprel::Parataxis | Deprel::Dep if is_headless(a, c.verb, head) => c.subject = Some(head),
        Deprel::Xcomp => c.subject = controller(a, head, depth),
        Deprel::Advcl | Deprel::Parataxis | Deprel::Dep if a.upos(head) == Upos::Verb => {
            let finite = matches!(a.xpos(c.verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
            // "as China has denounced …": a finite clause has a subject of its own
            c.subject = if relation == Deprel::Advcl { subject::subject(a, c.verb) } else { None };
            if c.subject.is_none() && (!finite || relation == Deprel::Advcl) {
                let above = subject::outcome_of(a, c.verb).unwrap_or(head);
                let asked = called_on(a, above).filter(|_| is_infinitive(a, c.verb));
                c.subject = asked
                    .or_else(|| blamed(a, c.verb, above))
                    .or_else(|| sender(a, c.verb, above))
                    .or_else(|| sent(a, c.verb, above))
                    .or_else(|| doer(a, above, depth));
            }
        }
        // "has held talks", the noun taken for a verb
        Deprel::Obj if a.upos(head) == Upos::Verb => c.subject = a.child(head, &[Deprel::Nsubj]),
        Deprel::Advcl => {
            // "condemned the firing of a missile, demanding …": hung on the noun, it is the sentence's subject's
            let verb = (a.xpos(c.verb) == Xpos::Vbg).then(|| verb_above(a, head)).flatten();
            c.subject = a
                .child(head, &[Deprel::Nsubj])
                .or_else(|| verb.and_then(|v| doer(a, v, depth)))
                .or_else(|| noun_owner(a, head, depth));
        }
        Deprel::Acl if bare_participle => c.subject = Some(head),
        Deprel::Acl if a.xpos(c.verb) == Xpos::Vbg => c.subject = Some(head).filter(|h| is_nominal(a, *h)),
        Deprel::Acl => {
            c.subject = for_whom(a, c.verb).or_else(|| decider(a, c.verb)).or_else(|| noun_owner(a, head, depth));
        }
        _ => {}
    }
}

/// Who is understood to do what hangs on `verb`: its subject, of a passive the one it is done to.
fn doer(a: &Analysis<'_>, verb: usize, depth: u32) -> Option<usize> {
    if depth == 0 {
        return None;
    }
    let up = read(a, verb, depth - 1);
    if up.passive { up.object } else { up.subject }
}

/// The subject that a verb shares with the one it is joined to, and the object behind both.
fn share(a: &Analysis<'_>, c: &mut Clause, first: usize, bare_participle: bool, depth: u32) {
    let first = read(a, first, depth);
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

/// Who does what the infinitive below `head` says.
fn controller(a: &Analysis<'_>, head: usize, depth: u32) -> Option<usize> {
    if let Some(asked) = called_on(a, head) {
        return Some(asked);
    }
    let up = read(a, head, depth);
    let own = SyntaxWords::SubjectControl.has(a.lemma(head));
    if up.passive {
        return up.object.or(up.indirect);
    }
    match (own, up.indirect, up.object) {
        (true, ..) | (_, None, None) => up.subject,
        (_, indirect, object) => indirect.or(object),
    }
}

/// Whom a verb that asks by way of a preposition asks: "called on Obama to act".
fn called_on(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let prepositions: &[&str] = match a.lemma(verb) {
        "call" => &["on", "upon"],
        "appeal" => &["to"],
        "plead" => &["with"],
        "count" | "rely" => &["on"],
        _ => return None,
    };
    let asked = |&c: &usize| c > verb && prepositions.iter().any(|p| has_case(a, c, p));
    a.children(verb).find(asked).filter(|&c| is_nominal(a, c))
}

/// True for a past tense that the parser joined to an infinitive or a gerund: "said it was vital to reduce
/// tensions and called on …".
fn is_misjoined(a: &Analysis<'_>, verb: usize, first: usize) -> bool {
    let past = a.xpos(verb) == Xpos::Vbd || a.xpos(verb) == Xpos::Vbn && a.child(verb, &[Deprel::Obl]).is_some();
    let open = is_infinitive(a, first) || a.xpos(first) == Xpos::Vbg && a.child(first, &[Deprel::Aux]).is_none();
    past && open && a.child(verb, &[Deprel::Aux, Deprel::AuxPass]).is_none()
}

/// Who is named right before a participle, in a phrase of its own: "by the court issuing a warrant", "of China,
/// a rival, refusing to talk".
fn before_participle(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    if a.xpos(verb) != Xpos::Vbg || a.child(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Mark]).is_some() {
        return None;
    }
    let start = a.sentences()[a.sentence_of(verb)].tokens.start;
    let adverb = |i: usize| a.upos(i) == Upos::Adv || matches!(a.word(i), "“" | "”" | "\"");
    let mut at = (start..verb).rev().find(|&i| !adverb(i))?;
    if matches!(a.word(at), ")" | "]") {
        at = (start..at).rev().find(|&i| matches!(a.word(i), "(" | "["))?.checked_sub(1)?;
    }
    let comma = a.word(at) == ",";
    if comma {
        at = at.checked_sub(1)?;
    }
    if at < start || !matches!(a.upos(at), Upos::Noun | Upos::Propn) {
        return None;
    }
    let introduced =
        |i: usize| a.children(i).any(|c| a.deprel(c) == Deprel::Case && SyntaxWords::Absolute.has(a.lower(c)));
    let whole = subject::phrase(a, at, start);
    let mut head = at;
    // "those tariffs following New Delhi expressing …", hung on the tariffs
    while head != whole && !introduced(head) {
        head = a.head(head)?;
    }
    // behind a comma only what stands between two of them is a description
    let apposed = a.children(head).any(|c| a.deprel(c) == Deprel::Appos && a.subtree(c).end == at + 1);
    (introduced(head) && (!comma || apposed)).then_some(head)
}

/// Whom a verb of blame or praise says a deed of: "lashed out at Turkey for shooting down a jet".
fn blamed(a: &Analysis<'_>, verb: usize, above: usize) -> Option<usize> {
    let deed =
        matches!(a.xpos(verb), Xpos::Vbg | Xpos::Vbn) && a.children(verb).any(|c| a.lower(c) == "for" && c < verb);
    if !deed || SyntaxWords::OwnReason.has(a.lemma(above)) {
        return None;
    }
    let at = |c: &usize| a.deprel(*c) == Deprel::Obl && has_case(a, *c, "at");
    a.children(above).find(|c| *c > above && *c < verb && (a.deprel(*c) == Deprel::Obj || at(c)))
}

/// Whose call or letter somebody receives, who by it does what an infinitive says: "received a call from Putin to
/// thank him".
fn sender(a: &Analysis<'_>, verb: usize, above: usize) -> Option<usize> {
    let receives = matches!(a.lemma(above), "receive" | "get") && is_infinitive(a, verb);
    let object = a.child(above, &[Deprel::Obj]).filter(|_| receives)?;
    let from = |c: &usize| *c < verb && has_case(a, *c, "from");
    a.children(object).find(from).or_else(|| a.children(above).find(from))
}

/// Who is sent to do something: "will send diplomats to attend the parade".
fn sent(a: &Analysis<'_>, verb: usize, above: usize) -> Option<usize> {
    let sends = SyntaxWords::Sending.has(a.lemma(above));
    let object = read(a, above, 0).object.filter(|_| sends && is_infinitive(a, verb))?;
    (object < verb).then_some(object)
}

/// True for a verb behind the noun that its sentence was given for a root.
fn is_headless(a: &Analysis<'_>, verb: usize, noun: usize) -> bool {
    noun < verb
        && a.head(noun).is_none()
        && is_nominal(a, noun)
        && a.child(noun, &[Deprel::Cop, Deprel::Case]).is_none()
}

/// True for what turns out to follow: "only to attack again".
pub(crate) fn is_outcome(a: &Analysis<'_>, verb: usize) -> bool {
    subject::outcome_of(a, verb).is_some() && is_infinitive(a, verb)
}

/// The first verb above a noun.
fn verb_above(a: &Analysis<'_>, noun: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..4 {
        at = a.head(at)?;
        if a.upos(at) == Upos::Verb {
            return Some(at);
        }
    }
    None
}

/// Whom a noun in apposition describes.
pub(crate) fn described(a: &Analysis<'_>, noun: usize) -> Option<usize> {
    a.head(noun).filter(|&h| a.deprel(noun) == Deprel::Appos && is_nominal(a, h))
}

/// Who is to do it: "plans for Modi to visit Washington".
pub(crate) fn for_whom(a: &Analysis<'_>, verb: usize) -> Option<usize> {
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

/// Whose decision an infinitive follows, wherever the parser hung it: "the FBI's decision to open an inquiry".
fn decider(a: &Analysis<'_>, verb: usize) -> Option<usize> {
    let to = a.children(verb).find(|&c| a.deprel(c) == Deprel::Mark && a.xpos(c) == Xpos::To)?;
    let noun = to.checked_sub(1).filter(|&n| a.upos(n) == Upos::Noun && a.sentence_of(n) == a.sentence_of(verb))?;
    a.child(noun, &[Deprel::NmodPoss])
}

/// Whose doing a noun is: its possessor, else the subject of the verb it is the object of.
fn noun_owner(a: &Analysis<'_>, noun: usize, depth: u32) -> Option<usize> {
    if let Some(owner) = a.child(noun, &[Deprel::NmodPoss]) {
        return Some(owner);
    }
    let verb = a.head(noun).filter(|&v| a.upos(v) == Upos::Verb)?;
    match a.deprel(noun) {
        Deprel::Obj | Deprel::Obl => doer(a, verb, depth).map(|s| antecedent(a, s)),
        _ => None,
    }
}
