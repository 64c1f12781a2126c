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
    for i in verb + 1..parse.len() {
        if parse[i].head as usize == noun {
            parse[i].head = verb as u32;
        }
    }
    parse[verb].head = if above == noun { verb as u32 } else { above as u32 };
    parse[verb].deprel = relation;
    parse[noun].head = verb as u32;
    parse[noun].deprel = Deprel::Nsubj;
    // marks and stops before the noun belong to the clause
    for i in 0..noun {
        let moved = matches!(parse[i].deprel, Deprel::Punct | Deprel::Mark | Deprel::Advmod | Deprel::Cc);
        if parse[i].head as usize == noun && moved {
            parse[i].head = verb as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::{Analyser, Deprel};

    /// The word that is the subject of `verb`.
    fn subject(text: &str, verb: &str) -> Option<String> {
        let a = Analyser::new().analyse(text);
        let verb = (0..a.tokens().len()).find(|&i| a.word(i) == verb)?;
        a.child(verb, &[Deprel::Nsubj]).map(|s| a.word(s).to_owned())
    }

    #[test]
    fn a_title_before_a_name_is_no_relative_clauses_noun() {
        let text = "Belgian strongman Jan Peeters expressed firm support to the government and left.";
        assert!(matches!(subject(text, "expressed").as_deref(), Some("strongman" | "Jan")));
    }

    #[test]
    fn a_contact_clause_stays_one() {
        assert_eq!(subject("He rejected the plan Peeters presented.", "presented").as_deref(), Some("Peeters"));
    }
}
