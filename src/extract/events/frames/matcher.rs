//! One article as the event rules read it: the tree, the lexicon's entry of every token, who acts.

use crate::extract::actors::Actors;
use crate::extract::events::words::EventWords;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, EntityKind};

use crate::extract::events::frames::classes::KnownClasses;
use crate::extract::events::frames::frame::{Condition, Edge, Filler, Frame, Operator, WordClass};
use crate::extract::events::frames::table::{Lexicon, NOTHING, OperatorLine, lexicon};
use crate::syntax::noun_phrase;
use crate::syntax::noun_phrase::Clause;

/// The analysis of an article with its tokens looked up in the lexicon.
pub struct Reader<'a, 't> {
    /// The tree.
    pub a: &'a Analysis<'t>,
    /// The tables.
    pub lexicon: &'static Lexicon,
    /// Classes that rules ask for.
    pub known: KnownClasses,
    /// Number of the lexicon's entry, one a token.
    numbers: Vec<u16>,
}

/// Where a frame is tried: a clause, and for event nouns the noun.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The verb's clause; for a noun the clause of its light verb, if one carries it.
    pub clause: Option<Clause>,
    /// The event noun.
    pub noun: Option<usize>,
    /// The noun that stands for the event noun in the clause ("series" of calls).
    pub stand_in: Option<usize>,
}

impl<'a, 't> Reader<'a, 't> {
    /// Looks every content word up.
    #[must_use]
    pub fn new(a: &'a Analysis<'t>) -> Self {
        let lexicon = lexicon();
        let mut spelling = String::new();
        let money = lexicon.number("dollar");
        let numbers = (0..a.tokens().len())
            .map(|i| match a.upos(i) {
                _ if matches!(a.word(i), "$" | "€" | "£" | "¥") => money,
                Upos::Punct | Upos::Det | Upos::Num | Upos::Cconj | Upos::Sym => NOTHING,
                Upos::Adp if a.deprel(i) != Deprel::CompoundPrt && !EventWords::Particles.has(a.lower(i)) => NOTHING,
                Upos::Adj if noun_phrase::is_participle(a, i) => unbent(lexicon, a.lower(i), &mut spelling),
                upos => match lexicon.number(a.lemma(i)) {
                    NOTHING => respelt(lexicon, a.lemma(i), upos, a.xpos(i), &mut spelling),
                    number => number,
                },
            })
            .collect();
        Self { a, lexicon, known: lexicon.known_classes(), numbers }
    }

    /// The word class under which token `i` may have frames.
    #[must_use]
    pub fn word_class(&self, i: usize) -> Option<WordClass> {
        match self.a.upos(i) {
            Upos::Verb | Upos::Aux => Some(WordClass::Verb),
            Upos::Adj if noun_phrase::is_participle(self.a, i) => Some(WordClass::Verb),
            Upos::Noun | Upos::Propn => Some(WordClass::Noun),
            Upos::Adj => Some(WordClass::Adjective),
            _ => None,
        }
    }

    /// True where token `i` may tell an event.
    #[must_use]
    pub fn may_tell(&self, i: usize) -> bool {
        self.numbers[i] != NOTHING
            && self.word_class(i).is_some_and(|c| self.lexicon.entry(self.numbers[i]).has_frames(c))
    }

    /// True where token `i` is in one of these classes.
    #[must_use]
    pub fn is_in(&self, i: usize, classes: u64) -> bool {
        self.lexicon.entry(self.numbers[i]).classes & classes != 0
    }

    /// What token `i` does to an event that hangs on it by `edge`.
    #[must_use]
    pub fn operator(&self, i: usize, edge: Edge) -> Option<Operator> {
        self.operator_line(i, edge).map(|line| line.operator)
    }

    /// What token `i` does to an event that hangs on it by `edge`, where that decides something about the event: the
    /// line of the table is noted as fired.
    #[must_use]
    pub fn operate(&self, i: usize, edge: Edge) -> Option<Operator> {
        let line = self.operator_line(i, edge)?;
        self.a.fired(line.rule, self.a.span(i));
        Some(line.operator)
    }

    /// The line of operators.tsv that tells what token `i` does to an event that hangs on it by `edge`.
    #[must_use]
    pub fn operator_line(&self, i: usize, edge: Edge) -> Option<OperatorLine> {
        self.lexicon.entry(self.numbers[i]).operator(self.word_class(i)?, edge)
    }

    /// True where token `i` heads a noun phrase of somebody who can act.
    #[must_use]
    pub fn acts(&self, actors: &Actors, i: usize) -> bool {
        actors.at(i).is_some() || self.is_in(i, self.known.people)
    }

    fn fits(&self, actors: &Actors, filler: &Filler, i: usize) -> bool {
        self.is_in(i, filler.classes)
            || self.numbers[i] != NOTHING && filler.lemmas.contains(&self.numbers[i])
            || filler.actor && self.acts(actors, i)
            || filler.named && actors.at(i).is_some_and(|id| actors.get(id).named)
            || filler.place
                && self.a.name_at(i).is_some_and(|n| matches!(n.kind, EntityKind::Country | EntityKind::Place))
            || filler.person
                && actors.at(i).map(|id| actors.get(id)).is_some_and(|x| x.named && x.kind == ActorKind::Person)
    }

    /// The frame of token `i` that fits best at `site`.
    #[must_use]
    pub fn best_frame(&self, actors: &Actors, i: usize, site: &Site) -> Option<&'static Frame> {
        let class = self.word_class(i)?;
        let mut best: Option<&Frame> = None;
        for frame in self.lexicon.frames(self.numbers[i], class) {
            if best.is_none_or(|b| frame.weight > b.weight) && self.holds(actors, i, site, frame) {
                best = Some(frame);
            }
        }
        best
    }

    fn holds(&self, actors: &Actors, i: usize, site: &Site, frame: &Frame) -> bool {
        frame.conditions.iter().all(|c| self.condition_holds(actors, i, site, c))
    }

    fn condition_holds(&self, actors: &Actors, i: usize, site: &Site, condition: &Condition) -> bool {
        let a = self.a;
        let clause = site.clause.unwrap_or_default();
        let object = clause.object.filter(|_| site.clause.is_some());
        let word_in = |c: usize, words: &[u16]| self.numbers[c] != NOTHING && words.contains(&self.numbers[c]);
        match condition {
            Condition::AnyObject => object.is_some(),
            Condition::NoObject => object.is_none(),
            Condition::Object(f) => object.is_some_and(|o| self.conjuncts_fit(actors, f, o)),
            Condition::Subject(f) => clause.subject.is_some_and(|s| self.conjuncts_fit(actors, f, s)),
            Condition::Particle(words) => a.children(i).any(|c| match a.deprel(c) {
                Deprel::CompoundPrt | Deprel::Advmod | Deprel::Xcomp => word_in(c, words),
                // "pulled out of the town", "handed over the prisoners"
                Deprel::Obl | Deprel::Obj => {
                    a.children(c).any(|d| d == i + 1 && a.deprel(d) == Deprel::Case && word_in(d, words))
                }
                _ => false,
            }),
            Condition::Adverb(words) => a.children(i).any(|c| a.deprel(c) == Deprel::Advmod && word_in(c, words)),
            Condition::Prep(set, filler) => self
                .phrases(site, i)
                .any(|(p, head)| set.has(p) && filler.as_ref().is_none_or(|f| self.conjuncts_fit(actors, f, head))),
            Condition::NoPrep(set) => !self.phrases(site, i).any(|(p, _)| set.has(p)),
            Condition::Infinitive => self.infinitive(&clause, i),
            Condition::NoInfinitive => !self.infinitive(&clause, i),
            Condition::ThatClause => {
                clause.complement.is_some_and(|c| a.deprel(c) == Deprel::Ccomp && !noun_phrase::is_question(a, c, i))
            }
            Condition::Wished => clause.complement.is_some_and(|c| noun_phrase::is_wished(a, c, i)),
            Condition::Complement(f) => {
                // "called Kim a stupid guy": the head or what describes it
                let says = |c: usize| {
                    self.fits(actors, f, c)
                        || a.children(c).any(|d| a.deprel(d) == Deprel::Amod && self.fits(actors, f, d))
                };
                a.children(i).any(|c| match a.deprel(c) {
                    Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Amod => says(c),
                    Deprel::Obl => says(c) && a.children(c).all(|d| a.deprel(d) != Deprel::Case || a.lower(d) == "as"),
                    Deprel::Obj => Some(c) != object && c > i && says(c),
                    _ => false,
                }) || object.is_some_and(|o| {
                    a.children(o).any(|c| matches!(a.deprel(c), Deprel::Appos | Deprel::Amod) && c > o && says(c))
                })
            }
            Condition::NoComplement => !object.is_some_and(|o| is_described(a, o)),
            Condition::Inner(f) => {
                let purpose = |c: &usize| a.deprel(*c) == Deprel::Advcl && *c > i && noun_phrase::is_infinitive(a, *c);
                let inner = clause.complement.or_else(|| a.children(i).find(purpose));
                inner.is_some_and(|c| self.fits(actors, f, c))
            }
            Condition::Modifier(f) => site.noun.is_some_and(|n| {
                a.children(n)
                    .filter(|&c| c < n && matches!(a.deprel(c), Deprel::Compound | Deprel::Amod | Deprel::Flat))
                    .any(|c| self.fits(actors, f, c) || a.children(c).any(|d| self.fits(actors, f, d)))
            }),
            Condition::Negated => noun_phrase::is_negated(a, i),
            Condition::Passive => clause.passive,
        }
    }

    fn infinitive(&self, clause: &Clause, i: usize) -> bool {
        clause
            .complement
            .is_some_and(|c| matches!(self.a.deprel(c), Deprel::Xcomp | Deprel::Acl) && self.a.upos(c) == Upos::Verb)
            || self.a.children(i).any(|c| {
                matches!(self.a.deprel(c), Deprel::Advcl | Deprel::Xcomp | Deprel::Ccomp | Deprel::Acl)
                    && c > i
                    && noun_phrase::is_infinitive(self.a, c)
            })
    }

    fn conjuncts_fit(&self, actors: &Actors, filler: &Filler, head: usize) -> bool {
        let a = self.a;
        let sum = |c: &usize| matches!(a.word(*c), "$" | "€" | "£" | "¥");
        self.fits(actors, filler, head)
            || a.children(head).filter(sum).any(|c| self.fits(actors, filler, c))
            || a.children(head).any(|c| a.deprel(c) == Deprel::Conj && self.fits(actors, filler, c))
            || self.is_in(head, self.known.quantity)
                && a.children(head).any(|c| a.deprel(c) == Deprel::Nmod && self.fits(actors, filler, c))
    }

    /// The prepositional phrases at a site: of the word, its object, its event noun and its carrier.
    pub fn phrases<'r>(&'r self, site: &Site, i: usize) -> impl Iterator<Item = (u8, usize)> + 'r {
        let object = site.clause.and_then(|c| c.object).filter(|o| Some(*o) != site.noun);
        let carrier = site.noun.and(site.clause).map(|c| c.verb);
        let third = if site.noun.is_some() { carrier } else { object };
        let second = site.stand_in.filter(|s| Some(*s) != site.noun);
        noun_phrase::phrases(self.a, [Some(i), second, third], site.clause.as_ref())
    }
}

/// The entry of a lemma as it may have been meant: endings do not tell "mediated" from "visited", "boycotted"
/// from "plotted", "honoured" from "used"; the tables do.
fn respelt(lexicon: &Lexicon, lemma: &str, upos: Upos, xpos: Xpos, spelling: &mut String) -> u16 {
    let inflected = upos == Upos::Verb && matches!(xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Vbg);
    let plural = upos == Upos::Noun && lemma.ends_with('s');
    if !inflected && !plural {
        return NOTHING;
    }
    let shorter = lemma.strip_suffix(if plural { 's' } else { 'e' }).map_or(NOTHING, |l| lexicon.number(l));
    if plural || shorter != NOTHING {
        return shorter;
    }
    let doubled = lemma.chars().next_back().filter(char::is_ascii_lowercase);
    let halved = doubled.and_then(|c| lemma.strip_suffix(c)).map_or(NOTHING, |l| lexicon.number(l));
    if halved != NOTHING && lemma.as_bytes().iter().rev().nth(1) == lemma.as_bytes().last() {
        return halved;
    }
    for ending in ['e'].into_iter().chain(doubled) {
        spelling.clear();
        spelling.push_str(lemma);
        spelling.push(ending);
        let number = lexicon.number(spelling);
        if number != NOTHING {
            return number;
        }
    }
    NOTHING
}

/// The entry of the verb of a participle that was read as an adjective: "imposing", "challenged".
fn unbent(lexicon: &Lexicon, word: &str, spelling: &mut String) -> u16 {
    let Some(stem) = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed")) else { return NOTHING };
    match lexicon.number(stem) {
        NOTHING => respelt(lexicon, stem, Upos::Verb, Xpos::Vbg, spelling),
        number => number,
    }
}

/// True where an object is followed by what it is called or made: "called Kim a rocket man", "“the worst”".
fn is_described(a: &Analysis<'_>, object: usize) -> bool {
    let end = a.sentences()[a.sentence_of(object)].tokens.end;
    let after = (object + 1..end).find(|&i| !matches!(a.deprel(i), Deprel::Flat));
    after.is_some_and(|i| {
        matches!(a.upos(i), Upos::Det | Upos::Adj | Upos::Noun) && !noun_phrase::is_time(a, i)
            || matches!(a.lower(i), "\"" | "“" | "‘" | "``")
            || a.xpos(i) == Xpos::Pos
    })
}
