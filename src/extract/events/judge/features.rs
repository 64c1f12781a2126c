//! What the judge sees of a word that could tell an event: hashes, one a feature.
//!
//! Names are seen by what they name alone, so that no person or state is ever learnt; other words by their lemma
//! and by the clusters of words used alike that the name tagger knows.

use crate::extract::actors::Actors;
use crate::extract::events::triggers::draft::Draft;
use crate::language::hash::{hash_bytes, mix};
use crate::language::{Analysis, Clusters, Deprel, Upos, Xpos};
use crate::model::{ActorKind, EntityKind, Quote};
use crate::syntax::noun_phrase;

/// A word as features see it.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// The lemma; of names what they name, of pronouns their form.
    word: u32,
    /// The cluster of words used alike; of names what they name.
    fine: u32,
    /// The group of clusters.
    coarse: u32,
}

/// The words of an article as features see them.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    words: Vec<Seen>,
}

/// Values that stand for what names and nobody are, apart from every hash of a lemma in use.
const NOTHING: u32 = 1;
const PERSON: u32 = 2;
const COUNTRY: u32 = 3;
const ORGANISATION: u32 = 4;
const GROUP: u32 = 5;
const PLACE: u32 = 6;
const OTHER: u32 = 7;
const NUMBER: u32 = 8;
const UNNAMED: u32 = 16;

impl Sight {
    /// Looks at every word of an article.
    pub fn see(&mut self, a: &Analysis<'_>, actors: &Actors) {
        let clusters = Clusters::get();
        self.words.clear();
        self.words.extend((0..a.tokens().len()).map(|i| seen(a, actors, clusters, i)));
    }

    fn at(&self, i: Option<usize>) -> Seen {
        i.and_then(|i| self.words.get(i)).copied().unwrap_or(Seen { word: NOTHING, fine: NOTHING, coarse: NOTHING })
    }
}

fn seen(a: &Analysis<'_>, actors: &Actors, clusters: Clusters, i: usize) -> Seen {
    let upos = a.upos(i);
    let alike = |n: u32| Seen { word: n, fine: n, coarse: n };
    if upos == Upos::Num {
        return alike(NUMBER);
    }
    if upos == Upos::Pron {
        let word = hash_bytes(a.lower(i).as_bytes());
        return Seen { word, fine: word, coarse: NOTHING };
    }
    if let Some(name) = a.name_at(i)
        && name.kind != EntityKind::Demonym
    {
        return alike(match name.kind {
            EntityKind::Person => PERSON,
            EntityKind::Organisation => ORGANISATION,
            EntityKind::Country => COUNTRY,
            EntityKind::Place => PLACE,
            EntityKind::Group => GROUP,
            EntityKind::Demonym | EntityKind::Other => OTHER,
        });
    }
    if matches!(upos, Upos::Propn | Upos::Adj)
        && let Some(id) = actors.at(i)
    {
        return alike(kind_of(actors, Some(id)));
    }
    let word = hash_bytes(a.lemma(i).as_bytes());
    let (fine, coarse) = clusters.of(word);
    Seen { word, fine: u32::from(fine) + 100, coarse: u32::from(coarse) + 100 }
}

/// What somebody is.
fn kind_of(actors: &Actors, id: Option<crate::model::LocalActorId>) -> u32 {
    let Some(actor) = id.map(|id| actors.get(id)) else { return NOTHING };
    let kind = match actor.kind {
        ActorKind::Person => PERSON,
        ActorKind::Country => COUNTRY,
        ActorKind::Organisation => ORGANISATION,
        ActorKind::Group => GROUP,
    };
    if actor.named { kind } else { kind + UNNAMED }
}

/// True for words that could tell an event.
#[must_use]
pub fn is_candidate(a: &Analysis<'_>, i: usize) -> bool {
    match a.upos(i) {
        Upos::Verb => true,
        Upos::Noun | Upos::Adj => a.name_at(i).is_none(),
        Upos::Propn => a.name_at(i).is_none_or(|n| n.kind == EntityKind::Other),
        _ => false,
    }
}

/// What is asked about one word.
pub struct Question<'q, 'a, 't> {
    /// The article.
    pub a: &'a Analysis<'t>,
    /// Its words as features see them.
    pub sight: &'q Sight,
    /// Its actors.
    pub actors: &'q Actors,
    /// What is said in it.
    pub quotes: &'q [Quote],
    /// What the frames propose in the sentence.
    pub proposals: &'q [Draft],
}

impl Question<'_, '_, '_> {
    /// The features that all words of a sentence share: what it is about.
    pub fn sentence(&self, s: usize, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let sentence = &a.sentences()[s];
        let mut told = [0u32; 24];
        let mut n = 0;
        for i in sentence.tokens.clone() {
            if !matches!(a.upos(i), Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn) {
                continue;
            }
            let seen = self.sight.words[i];
            for value in [mix(1, seen.fine, 0, 0), mix(2, seen.word, 0, 0)] {
                if n < told.len() && !told[..n].contains(&value) {
                    told[n] = value;
                    n += 1;
                    see(value);
                }
            }
        }
        let first = sentence.tokens.start;
        let last = sentence.tokens.end.saturating_sub(1);
        let open = a.upos(last) != Upos::Punct;
        let place = a.paragraphs()[sentence.paragraph].sentences.start;
        see(mix(3, u32::from(open), u32::from(sentence.paragraph == 0), u32::from(place == s)));
        see(mix(4, (sentence.tokens.len() / 8).min(7) as u32, 0, 0));
        see(mix(5, u32::from(a.lower(last) == "?"), (s.min(6)) as u32, u32::from(a.upos(first) == Upos::Punct)));
    }

    /// The feature of a word with its class, by which words that never tell an event are known.
    #[must_use]
    pub fn lemma_feature(&self, i: usize) -> u32 {
        mix(11, self.sight.at(Some(i)).word, self.a.upos(i) as u32, 0)
    }

    /// The features of word `i` alone.
    pub fn word(&self, i: usize, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let own = self.sight.at(Some(i));
        let (upos, xpos, rel) = (a.upos(i) as u32, a.xpos(i) as u32, a.deprel(i) as u32);
        see(mix(10, upos, 0, 0));
        see(mix(11, own.word, upos, 0));
        see(mix(12, own.word, xpos, 0));
        see(mix(13, own.fine, upos, 0));
        see(mix(14, own.coarse, upos, 0));
        see(mix(15, own.word, rel, 0));
        see(mix(16, upos, rel, 0));
        see(mix(17, own.fine, rel, 0));
        let lemma = a.lemma(i).as_bytes();
        see(mix(18, hash_bytes(&lemma[lemma.len().saturating_sub(4)..]), upos, 0));
        see(mix(19, hash_bytes(&lemma[..lemma.len().min(5)]), upos, 0));
        // the words beside it
        let range = a.sentences()[a.sentence_of(i)].tokens.clone();
        let beside = |k: isize| i.checked_add_signed(k).filter(|j| range.contains(j));
        for (k, t) in [(-2isize, 20), (-1, 21), (1, 22), (2, 23)] {
            let w = self.sight.at(beside(k));
            see(mix(t, w.word, 0, 0));
            if k.abs() == 1 {
                see(mix(t + 4, w.word, own.word, 0));
                see(mix(t + 8, w.fine, own.fine, 0));
            }
        }
        // the word above
        let head = a.head(i);
        let above = self.sight.at(head);
        see(mix(40, above.word, rel, 0));
        see(mix(41, above.word, own.word, rel));
        see(mix(42, above.fine, own.fine, rel));
        see(mix(43, above.fine, rel, 0));
        see(mix(44, head.map_or(99, |h| a.upos(h) as u32), rel, upos));
        if let Some(up) = head.and_then(|h| a.head(h)) {
            see(mix(45, self.sight.at(Some(up)).word, rel, a.deprel(head.unwrap_or(up)) as u32));
        }
        self.below(i, own, see);
        if matches!(a.upos(i), Upos::Verb | Upos::Adj | Upos::Aux) {
            self.clause(i, own, see);
        } else {
            self.noun(i, own, see);
        }
        self.told(i, own, see);
    }

    /// What hangs on a word.
    fn below(&self, i: usize, own: Seen, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let mut negated = false;
        let mut n = 0;
        for c in a.children(i) {
            let rel = a.deprel(c);
            let w = self.sight.at(Some(c));
            match rel {
                Deprel::Punct | Deprel::Det | Deprel::Case | Deprel::Cc => {
                    if rel != Deprel::Punct {
                        see(mix(50, w.word, rel as u32, 0));
                    }
                    continue;
                }
                Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Mark => {
                    let word = hash_bytes(a.lower(c).as_bytes());
                    see(mix(51, word, rel as u32, 0));
                    see(mix(52, word, own.word, 0));
                }
                Deprel::CompoundPrt => see(mix(53, w.word, own.word, 0)),
                _ => {}
            }
            if rel == Deprel::Advmod && matches!(a.lower(c), "not" | "n't" | "never") {
                negated = true;
            }
            n += 1;
            if n > 8 {
                break;
            }
            see(mix(54, rel as u32, own.word, 0));
            see(mix(55, rel as u32, w.word, u32::from(c > i)));
            see(mix(56, rel as u32, w.fine, own.fine));
            see(mix(57, rel as u32, w.word, own.word));
            if let Some(p) = a.child(c, &[Deprel::Case]) {
                let prep = hash_bytes(a.lower(p).as_bytes());
                see(mix(58, prep, own.word, 0));
                see(mix(59, prep, w.fine, own.fine));
                see(mix(60, prep, w.word, own.coarse));
                see(mix(61, prep, self.kind(c), own.word));
            }
        }
        see(mix(62, u32::from(negated), 0, 0));
        see(mix(63, n, a.upos(i) as u32, 0));
    }

    /// A verb's clause.
    fn clause(&self, i: usize, own: Seen, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let clause = noun_phrase::clause(a, i);
        let (subject, object) = (self.sight.at(clause.subject), self.sight.at(clause.object));
        let kinds = [clause.subject.map_or(NOTHING, |s| self.kind(s)), clause.object.map_or(NOTHING, |o| self.kind(o))];
        let passive = u32::from(clause.passive);
        see(mix(70, passive, own.word, 0));
        see(mix(71, kinds[0], kinds[1], passive));
        see(mix(72, kinds[0], own.word, 0));
        see(mix(73, kinds[1], own.word, 0));
        see(mix(74, kinds[0], kinds[1], own.word));
        see(mix(75, kinds[0], kinds[1], own.fine));
        for (t, w) in [(76, subject), (80, object)] {
            see(mix(t, w.word, 0, 0));
            see(mix(t + 1, w.fine, own.fine, 0));
            see(mix(t + 2, w.fine, own.word, 0));
            see(mix(t + 3, w.word, own.word, 0));
        }
        see(mix(84, subject.fine, object.fine, 0));
        see(mix(85, subject.coarse, object.fine, own.fine));
        if let Some(o) = clause.object {
            for c in a.children(o).take(6) {
                if matches!(a.deprel(c), Deprel::Amod | Deprel::Compound | Deprel::Nmod | Deprel::NmodPoss) {
                    let w = self.sight.at(Some(c));
                    see(mix(86, w.word, object.word, 0));
                    see(mix(87, w.fine, own.word, 0));
                }
            }
        }
        if let Some(c) = clause.complement {
            let w = self.sight.at(Some(c));
            see(mix(88, w.word, own.word, 0));
            see(mix(89, a.deprel(c) as u32, own.word, 0));
            see(mix(90, w.fine, own.fine, 0));
            see(mix(91, w.word, a.deprel(c) as u32, 0));
        }
        see(mix(92, u32::from(clause.indirect.is_some()), own.word, 0));
    }

    /// A noun's surroundings: what carries it.
    fn noun(&self, i: usize, own: Seen, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let prep = a.child(i, &[Deprel::Case]).map_or(NOTHING, |c| hash_bytes(a.lower(c).as_bytes()));
        see(mix(100, prep, own.word, 0));
        see(mix(101, prep, a.deprel(i) as u32, own.fine));
        let det = a.child(i, &[Deprel::Det, Deprel::NmodPoss]).map_or(NOTHING, |c| self.sight.at(Some(c)).word);
        see(mix(102, det, own.word, 0));
        see(mix(103, u32::from(a.xpos(i) == Xpos::Nns), own.word, 0));
        let (mut verb, mut steps) = (a.head(i), 0);
        while let Some(v) = verb.filter(|&v| a.upos(v) != Upos::Verb && steps < 4) {
            verb = a.head(v);
            steps += 1;
        }
        let above = self.sight.at(verb);
        see(mix(104, above.word, own.fine, 0));
        see(mix(105, above.word, prep, 0));
        let actors = a.children(i).filter(|&c| self.kind(c) != NOTHING).count().min(3);
        see(mix(106, actors as u32, own.word, 0));
    }

    /// What the frames and the quotes say of a word.
    fn told(&self, i: usize, own: Seen, see: &mut impl FnMut(u32)) {
        let a = self.a;
        let mut any = false;
        for p in self.proposals.iter().filter(|p| p.trigger == i || p.carrier == Some(i)) {
            any = true;
            let kind = p.kind as u32;
            see(mix(110, kind, 0, 0));
            see(mix(111, kind, p.teller as u32, u32::from(p.carrier == Some(i))));
            see(mix(112, kind, p.frame.map_or(99, |f| f.weight), 0));
            see(mix(113, kind, own.word, 0));
            see(mix(114, kind, u32::from(p.source.is_empty()), u32::from(p.target.is_empty())));
            see(mix(115, p.composed.status as u32, kind, 0));
        }
        if !any {
            let beside = self.proposals.iter().map(|p| p.kind as u32 + 1).max().unwrap_or(0);
            see(mix(116, beside, a.upos(i) as u32, 0));
        }
        let at = a.span(i);
        let first = self.quotes.partition_point(|q| q.span.start <= at.start);
        let quoted = self.quotes[..first].iter().rev().take(8).any(|q| q.span.contains(at));
        see(mix(117, u32::from(quoted), a.upos(i) as u32, 0));
        see(mix(118, u32::from(quoted), own.word, 0));
    }

    /// What somebody is whom token `i` refers to.
    fn kind(&self, i: usize) -> u32 {
        match kind_of(self.actors, self.actors.at(i)) {
            NOTHING => match self.a.name_at(i).map(|n| n.kind) {
                Some(EntityKind::Place) => PLACE,
                Some(_) => OTHER,
                None => match self.a.upos(i) {
                    Upos::Num => NUMBER,
                    Upos::Pron => UNNAMED,
                    _ => NOTHING,
                },
            },
            kind => kind,
        }
    }
}
