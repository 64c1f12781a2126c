//! What has been mentioned so far, as a reader remembers it.

use rustc_hash::FxHashMap;

use super::cast::Cast;
use crate::extract::quotes::marks::Quotation;
use crate::language::{Analysis, Deprel};
use crate::model::{ActorKind, LocalActorId};

/// One mention, remembered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub actor: LocalActorId,
    /// The token that heads it.
    pub token: usize,
    pub sentence: usize,
    /// True for the subject of a clause.
    pub subject: bool,
    /// The quotation it stands in.
    pub quote: Option<u32>,
}

/// The article as far as it was read.
pub(super) struct Scene<'a> {
    pub analysis: &'a Analysis<'a>,
    pub cast: &'a mut Cast,
    pub by_token: &'a mut Vec<Option<LocalActorId>>,
    /// Tokens that mean several actors.
    pub sets: &'a mut FxHashMap<usize, Vec<LocalActorId>>,
    /// The quotation that each token stands in.
    quote_of: Vec<u32>,
    /// Who is named beside a quotation with a verb of speech.
    pub speakers: Vec<Option<LocalActorId>>,
    seen: Vec<Seen>,
    /// Actors joined by "and", by the last of them.
    joined: FxHashMap<usize, Vec<LocalActorId>>,
    /// Sets in the order they were met: the head token and its sentence.
    set_order: Vec<(usize, usize)>,
}

/// How far back a reader looks.
const MEMORY: usize = 60;

impl<'a> Scene<'a> {
    pub fn new(
        analysis: &'a Analysis<'a>,
        quotations: &[Quotation],
        cast: &'a mut Cast,
        by_token: &'a mut Vec<Option<LocalActorId>>,
        sets: &'a mut FxHashMap<usize, Vec<LocalActorId>>,
    ) -> Self {
        let mut quote_of = vec![u32::MAX; analysis.tokens().len()];
        for (q, quotation) in quotations.iter().enumerate().filter(|(_, q)| !q.nested) {
            let tokens = analysis.tokens_in(quotation.inner);
            // two words in marks are no place of their own
            if tokens.len() > 3 {
                quote_of[tokens].fill(q as u32);
            }
        }
        let mut scene = Self {
            analysis,
            cast,
            by_token,
            sets,
            quote_of,
            speakers: vec![None; quotations.len()],
            seen: Vec::new(),
            joined: FxHashMap::default(),
            set_order: Vec::new(),
        };
        for (q, quotation) in quotations.iter().enumerate() {
            scene.speakers[q] = scene.speaker_beside(quotation);
        }
        scene
    }

    /// The quotation that token `i` stands in.
    pub fn quote(&self, i: usize) -> Option<u32> {
        self.quote_of.get(i).copied().filter(|&q| q != u32::MAX)
    }

    /// The named actor beside a quotation whose verb is one of speech: "…," X said; X said: "…".
    fn speaker_beside(&self, quotation: &Quotation) -> Option<LocalActorId> {
        let a = self.analysis;
        let inside = a.tokens_in(quotation.outer);
        let near =
            (inside.end..(inside.end + 12).min(a.tokens().len())).chain(inside.start.saturating_sub(12)..inside.start);
        let speech = |i: usize| a.head(i).is_some_and(|h| is_speech(a.lemma(h)));
        near.filter(|&i| a.deprel(i).is_subject() && speech(i)).find_map(|i| self.by_token[i])
    }

    /// Remembers a mention.
    pub fn see(&mut self, actor: LocalActorId, token: usize) {
        let subject = self.analysis.deprel(token).is_subject();
        let sentence = self.analysis.sentence_of(token);
        self.seen.push(Seen { actor, token, sentence, subject, quote: self.quote(token) });
    }

    /// Remembers that a token means several actors.
    pub fn see_set(&mut self, actors: Vec<LocalActorId>, token: usize) {
        self.set_order.push((token, self.analysis.sentence_of(token)));
        self.sets.insert(token, actors);
    }

    /// Remembers actors joined by "and": the set stands at the last of them, for nothing but pronouns.
    pub fn see_set_at(&mut self, actors: Vec<LocalActorId>, _head: usize, last: usize) {
        self.joined.insert(last, actors);
        self.set_order.push((last, self.analysis.sentence_of(last)));
    }

    /// Mentions before token `i`, the latest first.
    pub fn before(&self, i: usize) -> impl Iterator<Item = &Seen> + '_ {
        self.seen.iter().rev().filter(move |s| s.token < i).take(MEMORY)
    }

    /// The latest set met no more than `sentences` before `sentence`.
    pub fn last_set(&self, sentence: usize, sentences: usize) -> Option<(usize, &[LocalActorId])> {
        let &(token, at) = self.set_order.last()?;
        let set = self.sets.get(&token).or_else(|| self.joined.get(&token))?;
        (at + sentences >= sentence).then_some((token, &set[..]))
    }

    /// The latest `n` distinct actors that pass a test, in the order of the text.
    pub fn latest(&self, i: usize, n: usize, pass: impl Fn(&Self, LocalActorId) -> bool) -> Vec<LocalActorId> {
        let mut out = Vec::new();
        for seen in self.before(i) {
            if out.len() == n {
                break;
            }
            if !out.contains(&seen.actor) && pass(self, seen.actor) {
                out.push(seen.actor);
            }
        }
        out.reverse();
        out
    }

    /// True for a state.
    pub fn is_state(&self, id: LocalActorId) -> bool {
        self.cast.get(id).kind == ActorKind::Country
    }

    /// True for a person.
    pub fn is_person(&self, id: LocalActorId) -> bool {
        self.cast.get(id).kind == ActorKind::Person
    }

    /// The token of a run that hangs outside of it.
    pub fn head_of(&self, tokens: std::ops::Range<usize>) -> usize {
        let a = self.analysis;
        tokens.clone().find(|&i| a.head(i).is_none_or(|h| !tokens.contains(&h))).unwrap_or(tokens.end - 1)
    }

    /// The subject of the clause that token `i` stands in, then of those above it.
    pub fn subjects_above(&self, i: usize) -> Vec<usize> {
        let a = self.analysis;
        let mut out = Vec::new();
        let mut at = i;
        while let Some(h) = a.head(at) {
            if let Some(s) = a.children(h).find(|&c| a.deprel(c).is_subject())
                && s != i
                && !out.contains(&s)
            {
                out.push(s);
            }
            // a second verb of one subject has its subject at the first
            if a.deprel(h) == Deprel::Conj || a.deprel(h) == Deprel::Xcomp {
                at = h;
                continue;
            }
            at = h;
        }
        out
    }
}

/// Verbs of speech, as lemmas.
pub(super) fn is_speech(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "add"
            | "reply"
            | "ask"
            | "tweet"
            | "insist"
            | "argue"
            | "note"
            | "explain"
            | "warn"
            | "write"
            | "recall"
            | "continue"
            | "answer"
            | "comment"
            | "declare"
            | "state"
            | "claim"
            | "announce"
            | "quote"
            | "respond"
            | "remark"
            | "admit"
            | "stress"
            | "describe"
            | "call"
            | "accuse"
            | "urge"
            | "vow"
            | "caution"
            | "observe"
            | "conclude"
            | "suggest"
            | "complain"
    )
}
