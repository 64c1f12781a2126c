//! What the verb itself says of the nouns around it: the parser weighs each arc alone, and a verb's pattern
//! decides about two of them together ("gave it room", "elected her mayor"). Only what grammar settles is changed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::builder::Parse;
use crate::language::words::LanguageWords;
use crate::language::{Deprel, Upos, Xpos, lemma};
use crate::lexicon::table::pairs;

/// How a verb takes its objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pattern {
    /// Someone and something: "gave him a book".
    Giving,
    /// Someone or something, and what it is called: "elected her mayor".
    Naming,
    /// What follows is what the subject is: "became a judge".
    Becoming,
    /// An amount says how far: "rose 3 percent".
    Moving,
    /// A day can be its object: "spent Friday at home".
    Dating,
}

static PATTERNS: LazyLock<FxHashMap<&'static str, Pattern>> = LazyLock::new(|| {
    pairs(include_str!("../../../assets/language/verb-objects.tsv"))
        .filter_map(|(verb, pattern)| {
            let pattern = match pattern {
                "giving" => Pattern::Giving,
                "naming" => Pattern::Naming,
                "becoming" => Pattern::Becoming,
                "moving" => Pattern::Moving,
                "dating" => Pattern::Dating,
                _ => return None,
            };
            Some((verb, pattern))
        })
        .collect()
});

/// Nouns that say when, true for those that stand for one day.
static TIMES: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    pairs(include_str!("../../../assets/language/time-nouns.tsv")).map(|(noun, kind)| (noun, kind == "day")).collect()
});

/// A sentence's tree with its words in lower case; a root is its own head.
struct Tree<'a, W> {
    parse: &'a mut [Parse],
    lower: W,
}

/// Settles the objects of a sentence's verbs.
pub(crate) fn settle<'w>(parse: &mut [Parse], lower: impl Fn(usize) -> &'w str) {
    let mut tree = Tree { parse, lower };
    for i in 0..tree.parse.len() {
        if tree.parse[i].deprel == Deprel::Aux && tree.parse[i].upos == Upos::Aux {
            tree.lone_auxiliary(i);
        }
    }
    for i in 0..tree.parse.len() {
        if tree.parse[i].deprel == Deprel::Obj {
            tree.object(i);
        }
    }
}

impl<'w, W: Fn(usize) -> &'w str> Tree<'_, W> {
    fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.parse.len()).filter(move |&i| i != head && self.parse[i].head as usize == head)
    }

    fn has(&self, head: usize, relations: &[Deprel]) -> bool {
        self.children(head).any(|c| relations.contains(&self.parse[c].deprel))
    }

    fn pattern(&self, verb: usize) -> Option<Pattern> {
        let (form, p) = ((self.lower)(verb), self.parse[verb]);
        let mut base = String::new();
        let is_changed = lemma::lemma(form, p.upos, p.xpos, &mut base);
        PATTERNS.get(if is_changed { base.as_str() } else { form }).copied()
    }

    /// "They do banners": "do" and "have" help verbs, so one that would help a noun is itself the verb.
    fn lone_auxiliary(&mut self, verb: usize) {
        let noun = self.parse[verb].head as usize;
        let before_noun = noun > verb && matches!(self.parse[noun].upos, Upos::Noun | Upos::Propn);
        if !before_noun || !LanguageWords::LoneAuxiliaries.has((self.lower)(verb)) {
            return;
        }
        let helped = [Deprel::Cop, Deprel::AuxPass];
        let is_question = self.children(noun).any(|c| c > verb && self.parse[c].deprel.is_subject());
        let has_another = self.children(noun).any(|c| c > verb && self.parse[c].deprel == Deprel::Aux);
        // "had both sold" with a participle that looks like a noun
        let alone = !self.children(noun).any(|c| c > verb && c < noun && self.parse[c].deprel != Deprel::Advmod);
        let may_be_participle = alone && ["ed", "en", "ing"].iter().any(|e| (self.lower)(noun).ends_with(e));
        if self.has(noun, &helped) || is_question || has_another || may_be_participle {
            return;
        }
        let (above, relation) = (self.parse[noun].head, self.parse[noun].deprel);
        // what stands before the verb, adverbs right after it, and whatever follows the first thing that no noun has
        let adverbs = (verb + 1..noun)
            .take_while(|&c| self.parse[c].head as usize == noun && self.parse[c].deprel == Deprel::Advmod)
            .count();
        let is_of_clause = |c: usize| match self.parse[c].deprel {
            Deprel::Punct | Deprel::Advcl | Deprel::Ccomp | Deprel::Parataxis | Deprel::Discourse | Deprel::Obl => true,
            Deprel::Conj => matches!(self.parse[c].upos, Upos::Verb | Upos::Aux),
            _ => false,
        };
        let last = self.children(noun).find(|&c| c > noun && is_of_clause(c)).unwrap_or(self.parse.len());
        for c in 0..self.parse.len() {
            let is_moved = c < verb || (verb + 1..=verb + adverbs).contains(&c) || c >= last;
            if is_moved && c != noun && self.parse[c].head as usize == noun {
                self.parse[c].head = verb as u32;
            }
        }
        self.parse[verb].upos = Upos::Verb;
        self.parse[verb].head = if above as usize == noun { verb as u32 } else { above };
        self.parse[verb].deprel = relation;
        self.parse[noun].head = verb as u32;
        self.parse[noun].deprel = Deprel::Obj;
    }

    fn object(&mut self, object: usize) {
        let verb = self.parse[object].head as usize;
        if self.parse[verb].upos != Upos::Verb || verb > object {
            return;
        }
        if self.is_day(object) {
            if self.pattern(verb) != Some(Pattern::Dating) {
                self.parse[object].deprel = Deprel::OblTmod;
            }
            return;
        }
        match self.pattern(verb) {
            Some(Pattern::Giving) => self.giving(verb, object),
            Some(Pattern::Naming) => self.naming(verb, object),
            Some(Pattern::Becoming) if self.parse[object].upos != Upos::Pron => {
                self.parse[object].deprel = Deprel::Xcomp;
            }
            Some(Pattern::Moving) if self.is_amount(object) => self.parse[object].deprel = Deprel::OblNpmod,
            _ => {}
        }
    }

    /// True for "Friday" or "yesterday" with nothing before it.
    fn is_day(&self, noun: usize) -> bool {
        TIMES.get((self.lower)(noun)) == Some(&true)
            && !self.children(noun).any(|c| c < noun && self.parse[c].deprel != Deprel::Punct)
    }

    fn is_amount(&self, noun: usize) -> bool {
        let word = (self.lower)(noun);
        (word == "%" || LanguageWords::Measures.has(word)) && self.has(noun, &[Deprel::Nummod])
    }

    /// Two nouns after a verb of giving: the first is whom it is given, the second what.
    fn giving(&mut self, verb: usize, first: usize) {
        if !matches!(self.parse[first].upos, Upos::Noun | Upos::Propn | Upos::Pron) || self.has(verb, &[Deprel::Iobj]) {
            return;
        }
        let is_person = self.parse[first].xpos == Xpos::Prp;
        let second = (first + 1..self.parse.len()).find(|&c| {
            let p = self.parse[c];
            let is_split = match p.deprel {
                Deprel::OblTmod | Deprel::OblNpmod | Deprel::Obl | Deprel::Xcomp | Deprel::Dep => {
                    p.head as usize == verb
                }
                Deprel::Parataxis | Deprel::Advmod => is_person && p.head as usize == verb,
                Deprel::Appos => is_person && p.head as usize == first,
                _ => false,
            };
            is_split && self.is_bare_noun(c)
        });
        let Some(second) = second.filter(|&s| (first..s).all(|k| self.parse[k].upos != Upos::Punct)) else { return };
        for later in second + 1..self.parse.len() {
            if self.parse[later].head as usize == first {
                self.parse[later].head = second as u32;
            }
        }
        self.parse[first].deprel = Deprel::Iobj;
        self.parse[second].head = verb as u32;
        self.parse[second].deprel = Deprel::Obj;
    }

    /// True for a noun, or a word that stands for one, without a preposition and not of time.
    fn is_bare_noun(&self, noun: usize) -> bool {
        let begins = self.children(noun).next().map_or(noun, |c| c.min(noun));
        let is_noun = match self.parse[noun].upos {
            Upos::Noun | Upos::Propn => true,
            Upos::Pron => !matches!(self.parse[noun].xpos, Xpos::Prp | Xpos::Wp | Xpos::Wdt),
            _ => false,
        };
        is_noun
            && !TIMES.contains_key((self.lower)(noun))
            && !self.has(noun, &[Deprel::Case, Deprel::Mark])
            && begins > 0
            && !matches!(self.parse[begins - 1].upos, Upos::Adp | Upos::Sconj)
    }

    /// "They call me a rebel", "was elected mayor": what someone is called says what they are.
    fn naming(&mut self, verb: usize, object: usize) {
        let named = self.children(verb).find(|&c| c < object && self.parse[c].deprel == Deprel::Iobj);
        if let Some(named) = named {
            self.parse[named].deprel = Deprel::Obj;
            self.parse[object].deprel = Deprel::Xcomp;
        } else if self.has(verb, &[Deprel::NsubjPass]) {
            self.parse[object].deprel = Deprel::Xcomp;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Settles a sentence of `form/POS/head/relation`, heads from 0, a root its own; gives `form/head/relation` back.
    fn settled(sentence: &str) -> String {
        let rows: Vec<Vec<&str>> = sentence.split(' ').map(|w| w.split('/').collect()).collect();
        let mut parse: Vec<Parse> = rows
            .iter()
            .map(|r| Parse {
                upos: r[1].parse().unwrap(),
                xpos: match r[1] {
                    "PRON" => Xpos::Prp,
                    "VERB" => Xpos::Vbd,
                    _ => Xpos::Nn,
                },
                head: r[2].parse().unwrap(),
                deprel: r[3].parse().unwrap(),
            })
            .collect();
        settle(&mut parse, |i| rows[i][0]);
        let shown = |(r, p): (&Vec<&str>, &Parse)| format!("{}/{}/{}", r[0], p.head, p.deprel.name());
        rows.iter().zip(&parse).map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_auxiliary_of_a_noun_is_the_verb() {
        assert_eq!(
            settled(
                "bakers/NOUN/4/nsubj also/ADV/4/advmod do/AUX/4/aux fine/ADJ/4/amod rolls/NOUN/4/root ./PUNCT/4/punct"
            ),
            "bakers/2/nsubj also/2/advmod do/2/root fine/4/amod rolls/2/obj ./2/punct"
        );
        let question = "do/AUX/2/aux people/NOUN/2/nsubj box/NOUN/2/root";
        assert_eq!(settled(question), "do/2/aux people/2/nsubj box/2/root");
        let perfect = "ships/NOUN/3/nsubj have/AUX/3/aux been/AUX/3/cop targets/NOUN/3/root";
        assert_eq!(settled(perfect), "ships/3/nsubj have/3/aux been/3/cop targets/3/root");
        let participle = "mills/NOUN/3/nsubj had/AUX/3/aux both/ADV/3/advmod closed/NOUN/3/root";
        assert_eq!(settled(participle), "mills/3/nsubj had/3/aux both/3/advmod closed/3/root");
    }

    #[test]
    fn of_two_objects_the_first_receives_and_the_second_is_given() {
        assert_eq!(
            settled("aunts/NOUN/1/nsubj gave/VERB/1/root me/PRON/1/obj plums/NOUN/1/obl:tmod"),
            "aunts/1/nsubj gave/1/root me/1/iobj plums/1/obj"
        );
        assert_eq!(
            settled(
                "it/PRON/1/nsubj gave/VERB/1/root us/PRON/1/obj more/ADJ/4/amod room/NOUN/2/appos here/ADV/2/advmod"
            ),
            "it/1/nsubj gave/1/root us/1/iobj more/4/amod room/1/obj here/4/advmod"
        );
        let when = "we/PRON/1/nsubj sent/VERB/1/root letters/NOUN/1/obj weeks/NOUN/4/obl:npmod ago/ADV/1/advmod";
        assert!(settled(when).contains("letters/1/obj weeks/4/obl:npmod"), "time is not given");
        let where_ = "they/PRON/1/nsubj show/VERB/1/root it/PRON/1/obj on/ADP/1/advmod deck/NOUN/1/obl";
        assert!(settled(where_).contains("it/1/obj"), "what has a preposition is not given");
    }

    #[test]
    fn what_someone_is_called_is_no_second_object() {
        assert_eq!(
            settled("they/PRON/1/nsubj called/VERB/1/root him/PRON/1/iobj a/DET/4/det liar/NOUN/1/obj"),
            "they/1/nsubj called/1/root him/1/obj a/4/det liar/1/xcomp"
        );
        assert_eq!(
            settled("she/PRON/2/nsubj:pass was/AUX/2/aux:pass elected/VERB/2/root mayor/NOUN/2/obj"),
            "she/2/nsubj:pass was/2/aux:pass elected/2/root mayor/2/xcomp"
        );
        assert_eq!(
            settled("she/PRON/1/nsubj became/VERB/1/root mayor/NOUN/1/obj"),
            "she/1/nsubj became/1/root mayor/1/xcomp"
        );
    }

    #[test]
    fn days_and_amounts_are_no_objects() {
        assert_eq!(
            settled("envoys/NOUN/1/nsubj said/VERB/1/root friday/PROPN/1/obj"),
            "envoys/1/nsubj said/1/root friday/1/obl:tmod"
        );
        let spent = "envoys/NOUN/1/nsubj spent/VERB/1/root friday/PROPN/1/obj";
        assert_eq!(settled(spent), "envoys/1/nsubj spent/1/root friday/1/obj");
        assert_eq!(
            settled("prices/NOUN/1/nsubj rose/VERB/1/root 3/NUM/3/nummod percent/NOUN/1/obj"),
            "prices/1/nsubj rose/1/root 3/3/nummod percent/1/obl:npmod"
        );
    }
}
