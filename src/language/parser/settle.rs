//! Tags that the finished tree gives away: the tagger sees a few words around each, the tree what hangs on it.

use super::State;
use super::state::{COPULA, HELPER, OBJECT, SUBJECT};
use crate::language::features::Word;
use crate::language::hash::hash_bytes;
use crate::language::tagger::{Tagger, Tags};
use crate::language::{Deprel, Upos, Xpos};

/// Changes the tags of verbs and auxiliaries that the tree of the sentence contradicts: what has a subject and
/// an object is a verb, an auxiliary belongs to one.
pub(crate) fn tags(tagger: &Tagger, words: &[Word], tags: &mut Tags, state: &State) {
    for i in 1..=state.len() {
        let place = i as usize + 1;
        let (Some(word), Some(&class)) = (words.get(place), tags.first.get(place)) else { return };
        let (upos, xpos) = tagger.pair(class);
        let children = state.children(i);
        let helps = matches!(Deprel::from_number(state.label(i)), Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
        let settled = match upos {
            Upos::Aux if !helps && xpos != Xpos::Md && children & OBJECT != 0 => (Upos::Verb, xpos),
            Upos::Verb if helps => (Upos::Aux, xpos),
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Adp | Upos::Intj | Upos::Adv | Upos::Sconj
                if children & (SUBJECT | OBJECT | COPULA) == SUBJECT | OBJECT =>
            {
                let second = tagger.pair(tags.second[place]);
                (Upos::Verb, if second.0 == Upos::Verb { second.1 } else { form(word, children & HELPER != 0) })
            }
            _ => continue,
        };
        if let Some(class) = tagger.tags.iter().position(|&pair| pair == settled) {
            tags.first[place] = class as u8;
        }
    }
}

/// The form that an unexpected verb has.
fn form(word: &Word, is_helped: bool) -> Xpos {
    if word.suffixes[2] == hash_bytes(b"ing") {
        Xpos::Vbg
    } else if word.suffixes[1] == hash_bytes(b"ed") {
        Xpos::Vbd
    } else if is_helped {
        Xpos::Vb
    } else if word.suffixes[0] == hash_bytes(b"s") {
        Xpos::Vbz
    } else {
        Xpos::Vbp
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::features::{Facts, PAD_AFTER, PAD_BEFORE};
    use crate::language::parser::Move;

    const CLASSES: [(Upos, Xpos); 6] = [
        (Upos::Pron, Xpos::Prp),
        (Upos::Noun, Xpos::Nn),
        (Upos::Aux, Xpos::Vbp),
        (Upos::Verb, Xpos::Vbp),
        (Upos::Verb, Xpos::Vbg),
        (Upos::Aux, Xpos::Md),
    ];

    /// The settled tag of the second of three words, on which the others hang by these relations.
    fn settled(middle: &str, tag: u8, left: Deprel, right: Deprel) -> (Upos, Xpos) {
        let tagger = Tagger { tags: CLASSES.to_vec(), ..Tagger::default() };
        let mut words = PAD_BEFORE.to_vec();
        words.extend(["we", middle, "them"].map(|form| Word::new(form, form, |_| Facts::default())));
        words.extend(PAD_AFTER);
        let mut tagged = Tags::certain(vec![0, 0, 0, tag, 0, 0, 0]);
        let mut state = State::default();
        state.reset(3);
        for (m, relation) in [
            (Move::Shift, Deprel::Dep),
            (Move::Left, left),
            (Move::Shift, Deprel::Dep),
            (Move::Shift, Deprel::Dep),
            (Move::Right, right),
            (Move::Left, Deprel::Root),
        ] {
            state.apply(m, relation as u8);
        }
        tags(&tagger, &words, &mut tagged, &state);
        tagger.pair(tagged.first[3])
    }

    #[test]
    fn what_has_a_subject_and_an_object_is_a_verb() {
        assert_eq!(settled("phone", 1, Deprel::Nsubj, Deprel::Obj), (Upos::Verb, Xpos::Vbp));
        assert_eq!(settled("blowing", 1, Deprel::Nsubj, Deprel::Obj), (Upos::Verb, Xpos::Vbg));
        assert_eq!(settled("phone", 1, Deprel::NmodPoss, Deprel::Obj), (Upos::Noun, Xpos::Nn));
        assert_eq!(settled("phone", 1, Deprel::Nsubj, Deprel::Nmod), (Upos::Noun, Xpos::Nn));
    }

    #[test]
    fn an_auxiliary_with_an_object_is_a_verb() {
        assert_eq!(settled("have", 2, Deprel::Nsubj, Deprel::Obj), (Upos::Verb, Xpos::Vbp));
        assert_eq!(settled("have", 2, Deprel::Nsubj, Deprel::Ccomp), (Upos::Aux, Xpos::Vbp));
        assert_eq!(settled("can", 5, Deprel::Nsubj, Deprel::Obj), (Upos::Aux, Xpos::Md));
    }
}
