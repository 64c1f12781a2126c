//! "It" that means nothing: "it is clear that", "it was a mistake to go", "it emerged that".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::extract::coreference::words::CoreferenceWords;
use crate::language::{Analysis, Deprel, Upos, Xpos};

static JUDGED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../../assets/lexicons/judged-words.txt");
    table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
});

/// How many tokens a judgement and the clause it is about may stand behind "it".
const REACH: usize = 14;

/// "It is clear that", "it was of vital importance that": nothing is meant.
pub(crate) fn is_empty(a: &Analysis<'_>, i: usize) -> bool {
    if a.deprel(i) == Deprel::Expl || is_judgement(a, i) {
        return true;
    }
    let Some(head) = a.head(i).filter(|_| a.deprel(i).is_subject()) else { return false };
    let feels = CoreferenceWords::Feelings.has(a.lemma(head));
    let clause = a.children_by(head, &[Deprel::Csubj, Deprel::Ccomp]).any(|c| c > head);
    !feels && clause && a.upos(head) != Upos::Verb && a.child(head, &[Deprel::Cop]).is_some()
}

/// "It was “totally wrong” for her to go", "it is a great honour to meet you", "it turned out that": by the
/// words alone, as marks and adverbs lead the tree astray.
fn is_judgement(a: &Analysis<'_>, i: usize) -> bool {
    if a.lower(i) != "it" {
        return false;
    }
    let end = a.sentences()[a.sentence_of(i)].tokens.end.min(i + REACH);
    let light = |k: &usize| {
        matches!(a.upos(*k), Upos::Aux | Upos::Adv | Upos::Det | Upos::Punct | Upos::Part) && a.lemma(*k) != "to"
            || a.upos(*k) == Upos::Adj && !JUDGED.contains(a.lower(*k))
    };
    let Some(word) = (i + 1..end).find(|k| !light(k)) else { return false };
    let turns_out = CoreferenceWords::TurnsOut.has(a.lemma(word));
    let judged = JUDGED.contains(a.lower(word)) && (i + 1..word).any(|k| a.lemma(k) == "be" || a.lower(k) == "'s");
    let clause = |k: usize| {
        a.lower(k) == "that" && a.upos(k) != Upos::Det
            || judged && a.xpos(k) == Xpos::To && k + 1 < a.tokens().len() && a.upos(k + 1) != Upos::Num
            || judged && a.lower(k) == "for" && word + 1 == k
    };
    let stop = |k: &usize| matches!(a.word(*k), "," | ";" | "." | ":");
    (judged || turns_out) && (word + 1..end).take_while(|k| !stop(k)).any(clause)
}

#[cfg(test)]
mod tests {
    use crate::extract::coreference::expletive::*;
    use crate::language::Analyser;

    fn empty(text: &str) -> bool {
        let a = Analyser::new().analyse(text);
        let it = (0..a.tokens().len()).find(|&i| a.lower(i) == "it");
        it.is_some_and(|i| is_empty(&a, i))
    }

    #[test]
    fn what_is_judged_is_a_clause() {
        for text in [
            "The mayor said it was a \"great honour\" to meet the crew.",
            "It is highly unusual for a judge to join a campaign.",
            "It was “totally wrong” for the mayor to criticise the court.",
            "In May it emerged that the army had known.",
            "It is a mistake to think that they will leave.",
        ] {
            assert!(empty(text), "{text}");
        }
    }

    #[test]
    fn a_body_that_is_ready_or_wrong_is_meant() {
        for text in [
            "Norway said it was ready to talk.",
            "The ministry said it was wrong about the figures.",
            "The bank knew that it was a party to the deal.",
        ] {
            assert!(!empty(text), "{text}");
        }
    }
}
