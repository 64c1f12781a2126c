//! Mends two slips that a greedy parser makes where a long title comes before a name.
//!
//! In "Russian strongman Vladimir Putin expressed support" the title looks like a noun with a relative
//! clause ("the support Putin expressed"), in "President Zelenskyy thanked him" like a heading with a
//! sentence beside it. Both are clauses whose subject is the title's noun, with the name in apposition.

use crate::language::builder::Parse;
use crate::language::{Deprel, Upos, Xpos};

/// Mends the tree of one sentence; heads are places in `parse`, a root is its own head.
pub(crate) fn titles(parse: &mut [Parse]) {
    for verb in 2..parse.len() {
        if !matches!(parse[verb].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) {
            continue;
        }
        let noun = parse[verb].head as usize;
        if noun + 1 >= verb || !matches!(parse[noun].upos, Upos::Noun | Upos::Propn) {
            continue;
        }
        match parse[verb].deprel {
            Deprel::AclRelcl if is_title_of_subject(parse, noun, verb) => {
                parse[noun + 1].head = noun as u32;
                parse[noun + 1].deprel = Deprel::Flat;
                make_subject(parse, noun, verb);
            }
            Deprel::Parataxis | Deprel::AclRelcl if is_bare_subject(parse, noun, verb) => {
                make_subject(parse, noun, verb);
            }
            _ => {}
        }
    }
}

fn children(parse: &[Parse], head: usize) -> impl Iterator<Item = usize> + '_ {
    (0..parse.len()).filter(move |&i| i != head && parse[i].head as usize == head)
}

/// True where the name right after `noun` is the subject of `verb`, which has an object of its own: in a
/// real contact clause the noun would be that object.
fn is_title_of_subject(parse: &[Parse], noun: usize, verb: usize) -> bool {
    let name = parse[noun + 1];
    name.upos == Upos::Propn
        && name.deprel == Deprel::Nsubj
        && name.head as usize == verb
        && children(parse, verb).any(|c| c > verb && matches!(parse[c].deprel, Deprel::Obj | Deprel::Ccomp))
        && !children(parse, verb).any(|c| matches!(parse[c].xpos, Xpos::Wdt | Xpos::Wp))
}

/// True where a sentence's root is a name with nothing but its own words between it and a finite verb
/// without a subject.
fn is_bare_subject(parse: &[Parse], noun: usize, verb: usize) -> bool {
    parse[noun].head as usize == noun
        && !children(parse, verb).any(|c| {
            parse[c].deprel.is_subject()
                || matches!(parse[c].xpos, Xpos::Wdt | Xpos::Wp)
                || matches!(parse[c].deprel, Deprel::AuxPass | Deprel::Expl)
        })
        && !children(parse, noun).any(|c| parse[c].deprel == Deprel::Cop)
        && (noun + 1..verb).all(|i| {
            parse[i].head as usize == noun && matches!(parse[i].deprel, Deprel::Flat | Deprel::Compound)
                || parse[i].head as usize == verb && parse[i].upos == Upos::Adv
        })
}

/// Puts `verb` in the place of `noun` and hangs `noun` on it as subject; what stood on the noun beyond the
/// verb goes to the verb, so that the tree stays projective.
fn make_subject(parse: &mut [Parse], noun: usize, verb: usize) {
    let (above, relation) = (parse[noun].head as usize, parse[noun].deprel);
    for later in parse.iter_mut().skip(verb + 1).filter(|p| p.head as usize == noun) {
        later.head = verb as u32;
    }
    parse[verb].head = if above == noun { verb as u32 } else { above as u32 };
    parse[verb].deprel = relation;
    parse[noun].head = verb as u32;
    parse[noun].deprel = Deprel::Nsubj;
    // marks and stops before the noun belong to the clause
    for before in parse.iter_mut().take(noun).filter(|p| p.head as usize == noun) {
        if matches!(before.deprel, Deprel::Punct | Deprel::Mark | Deprel::Advmod | Deprel::Cc) {
            before.head = verb as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree from tags, heads and relations; a root is its own head.
    fn tree(rows: &[(Upos, Xpos, u32, Deprel)]) -> Vec<Parse> {
        rows.iter().map(|&(upos, xpos, head, deprel)| Parse { upos, xpos, head, deprel }).collect()
    }

    fn arcs(parse: &[Parse]) -> Vec<(u32, Deprel)> {
        parse.iter().map(|p| (p.head, p.deprel)).collect()
    }

    #[test]
    fn a_title_before_a_name_becomes_the_subject() {
        // strongman Peeters expressed support
        let mut parse = tree(&[
            (Upos::Noun, Xpos::Nn, 0, Deprel::Root),
            (Upos::Propn, Xpos::Nnp, 2, Deprel::Nsubj),
            (Upos::Verb, Xpos::Vbd, 0, Deprel::AclRelcl),
            (Upos::Noun, Xpos::Nn, 2, Deprel::Obj),
        ]);
        titles(&mut parse);
        assert_eq!(arcs(&parse), [(2, Deprel::Nsubj), (0, Deprel::Flat), (2, Deprel::Root), (2, Deprel::Obj)]);
    }

    #[test]
    fn a_contact_clause_stays_one() {
        // plans Peeters presented
        let rows = [
            (Upos::Noun, Xpos::Nns, 0, Deprel::Root),
            (Upos::Propn, Xpos::Nnp, 2, Deprel::Nsubj),
            (Upos::Verb, Xpos::Vbd, 0, Deprel::AclRelcl),
        ];
        let mut parse = tree(&rows);
        titles(&mut parse);
        assert_eq!(arcs(&parse), arcs(&tree(&rows)));
    }

    #[test]
    fn a_heading_of_title_and_name_is_the_subject_of_the_verb_after_it() {
        // President Peeters thanked him .
        let mut parse = tree(&[
            (Upos::Propn, Xpos::Nnp, 0, Deprel::Root),
            (Upos::Propn, Xpos::Nnp, 0, Deprel::Flat),
            (Upos::Verb, Xpos::Vbd, 0, Deprel::Parataxis),
            (Upos::Pron, Xpos::Prp, 2, Deprel::Obj),
            (Upos::Punct, Xpos::Stop, 0, Deprel::Punct),
        ]);
        titles(&mut parse);
        let expected = [(2, Deprel::Nsubj), (0, Deprel::Flat), (2, Deprel::Root), (2, Deprel::Obj), (2, Deprel::Punct)];
        assert_eq!(arcs(&parse), expected);
    }
}
