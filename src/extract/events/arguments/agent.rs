//! Who acts where the subject itself is nobody: its owner, the subject above, the holder of an office, whom a
//! pronoun stands for.

use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, LocalActorId, QuoteKind};
use crate::rules::arguments as rules;

use crate::extract::events::arguments::slots::{Casting, Party};
use crate::extract::events::arguments::words::ArgumentWords;
use crate::extract::events::frames::frame::Slot;
use crate::extract::events::frames::matcher::Site;
use crate::lexicon::prepositions::PrepSet;
use crate::syntax::noun_phrase;
use crate::syntax::noun_phrase::Clause;

/// True for a name's adjective, by its ending: "Russian", "Chinese", "Turkish", "Israeli".
fn is_demonym(a: &Analysis<'_>, word: usize) -> bool {
    ArgumentWords::DemonymEndings.set().words().any(|ending| a.lower(word).ends_with(ending))
}

fn is_scene(a: &Analysis<'_>, word: usize) -> bool {
    ArgumentWords::Scenes.has(a.lower(word))
}

/// True for a participle that tells what words of somebody else say: "did not respond to emails requesting comment",
/// "received a letter urging restraint".
fn is_others_words(a: &Analysis<'_>, participle: usize) -> bool {
    let Some(words) = a.head(participle).filter(|_| a.deprel(participle) == Deprel::Acl) else { return false };
    let heard = a.head(words).is_some_and(|verb| match a.deprel(words) {
        Deprel::Obl => matches!(a.lemma(verb), "react" | "reply" | "respond"),
        Deprel::Obj => ArgumentWords::Hearing.has(a.lemma(verb)),
        _ => false,
    });
    a.xpos(participle) == Xpos::Vbg && heard
}

impl Casting<'_, '_, '_> {
    /// The doer of a verb whose own subject is nobody who acts: the subject of a verb or predicate above it.
    /// "Putin used the occasion to express …", "India is in the midst of renegotiating …", "the office said the
    /// deaths were a crime and called on …", "signed a law that bans …".
    pub(crate) fn above(&mut self, clause: &Clause, out: &mut Vec<Party>) {
        let a = self.reader.a;
        let joined = a.deprel(clause.verb) == Deprel::Conj;
        let mut at = clause.verb;
        for _ in 0..5 {
            let Some(head) = a.head(at) else { return };
            let finite = matches!(a.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
            let open = match a.deprel(at) {
                Deprel::Xcomp | Deprel::Conj | Deprel::Acl | Deprel::Obl | Deprel::Nmod | Deprel::Obj => true,
                Deprel::Advcl => !finite,
                Deprel::Ccomp => joined,
                Deprel::AclRelcl => {
                    clause.subject == Some(head) && self.reader.is_in(head, self.reader.known.instrument)
                }
                _ => false,
            };
            if !open {
                return;
            }
            if is_others_words(a, at) {
                a.fired(&rules::OTHERS_WORDS, a.span(at));
                return;
            }
            if let Some(subject) = self.subject_of(head).filter(|&s| s != at) {
                self.noun_phrase(subject, out);
                out.retain(|p| self.actors.get(p.actor).named);
                if !out.is_empty() {
                    return;
                }
            }
            at = head;
        }
    }

    /// Whom a verb or predicate has for its subject, of its own or understood.
    fn subject_of(&self, head: usize) -> Option<usize> {
        let a = self.reader.a;
        match a.upos(head) {
            Upos::Verb => {
                let clause = noun_phrase::clause(a, head);
                if clause.passive { clause.object } else { clause.subject }
            }
            _ => a.child(head, &[Deprel::Nsubj, Deprel::NsubjPass]).map(|s| noun_phrase::antecedent(a, s)),
        }
    }

    /// Who says what stands inside quotation marks: "Very disappointed that China …", he wrote.
    pub(crate) fn speaker_at(&self, word: usize) -> Option<Party> {
        let at = self.reader.a.span(word);
        let first = self.quotes.partition_point(|q| q.span.start <= at.start);
        let quote =
            self.quotes[..first].iter().rev().take(8).find(|q| q.kind == QuoteKind::Direct && q.span.contains(at))?;
        let actor = quote.speaker?;
        self.reader.a.fired(&rules::SPEAKER_DOES, at);
        Some(Party { actor, span: quote.speaker_span.unwrap_or(at), head: word, slot: Slot::Subject })
    }

    /// Whom a pronoun means that was taken for the doer of what is done to it: "Modi greeted Putin and invited
    /// him". The nearest other one of its kind before it.
    pub(crate) fn other_than_doers(&self, pronoun: usize) -> Option<LocalActorId> {
        let a = self.reader.a;
        let kind = match (a.lower(pronoun), a.xpos(pronoun)) {
            ("him" | "her", Xpos::Prp) => ActorKind::Person,
            ("it", _) => ActorKind::Country,
            _ => return None,
        };
        let start = a.sentences()[a.sentence_of(pronoun)].tokens.start;
        (start..pronoun).rev().filter_map(|i| self.actors.at(i)).find(|id| {
            let one = self.actors.get(*id);
            one.named && one.kind == kind && !self.doers.contains(id)
        })
    }

    /// The doer of an event noun: the light verb's subject, a by-phrase, the possessor, names before it.
    pub(crate) fn agent(&mut self, site: &Site, noun: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        if let Some(subject) = site.clause.and_then(|c| c.subject) {
            self.noun_phrase(subject, out);
        }
        if !out.is_empty() {
            return;
        }
        let by = PrepSet::number("by");
        for head in [Some(noun), site.stand_in].into_iter().flatten() {
            for c in a.children(head) {
                match a.deprel(c) {
                    Deprel::NmodPoss | Deprel::Nsubj => self.noun_phrase(c, out),
                    Deprel::Nmod if noun_phrase::preposition(a, c) == by => self.noun_phrase(c, out),
                    Deprel::Compound | Deprel::Amod | Deprel::Flat if c < head && !self.is_scene_of(c, head) => {
                        self.modifier(c, out);
                    }
                    Deprel::Compound | Deprel::Amod | Deprel::Flat if c < head => {
                        a.fired(&rules::NAMED_AFTER_PLACE, a.span(c));
                    }
                    _ => {}
                }
            }
            // what stands before the first of two joined nouns is not before the second
            self.fired_for(&rules::AGENT, out, 0);
            if !out.is_empty() || head == noun && self.is_named_after(noun) {
                return;
            }
        }
        if let (Some(clause), Some(by)) = (site.clause.filter(|c| c.passive), by) {
            self.beside(by, clause.verb, out);
        }
    }

    /// True for a deed with a name of its own before it.
    fn is_named_after(&self, deed: usize) -> bool {
        let a = self.reader.a;
        let named = |c: usize| self.actors.at(c).is_some_and(|id| self.actors.get(id).named);
        a.children_by(deed, &[Deprel::Compound, Deprel::Amod]).any(|c| c < deed && named(c))
    }

    /// True for a name before a deed of force that tells where it was done: "the Kenya embassy bombing".
    fn is_scene_of(&self, modifier: usize, deed: usize) -> bool {
        let a = self.reader.a;
        let state = self.actors.at(modifier).is_some_and(|id| self.actors.get(id).kind == ActorKind::Country);
        let noun = a.upos(modifier) == Upos::Propn && a.word(modifier).contains(char::is_lowercase);
        // "the Ukraine invasion" was one of Ukraine, "the Russian invasion" one by Russia
        let taken = matches!(a.lemma(deed), "invasion" | "occupation" | "annexation");
        let of = taken && state && noun && a.deprel(modifier) == Deprel::Compound && !is_demonym(a, modifier);
        of || self.reader.is_in(deed, self.reader.known.assault)
            && (is_scene(a, modifier)
                || a.children(deed)
                    .any(|c| c > modifier && c < deed && a.deprel(c) == Deprel::Compound && is_scene(a, c)))
    }

    /// "Russian", "U.S.-Russia", "Putin-Witkoff" before an event noun.
    fn modifier(&mut self, head: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        for i in a.subtree(head) {
            if let Some(id) = self.actors.at(i).filter(|id| self.actors.get(*id).named) {
                self.push(id, i, out);
            }
        }
    }

    /// Whose deed a subject is that is nobody itself: "Russian shelling", "the comments of Trump", "Palestinian
    /// factions".
    pub(crate) fn owner(&mut self, subject: usize, out: &mut Vec<Party>) {
        let a = self.reader.a;
        // "the fallout from the FBI's inquiry" is not the FBI's deed
        let far = |c: usize| {
            a.deprel(c) == Deprel::Nmod && !["of", "for", "by"].iter().any(|w| noun_phrase::has_case(a, c, w))
        };
        let depth = u32::from(!a.children(subject).any(far));
        self.within(subject, depth, out);
        for p in out.iter_mut() {
            p.span = p.span.cover(a.span(subject));
        }
    }

    /// The one who acts where a state's name before a title was found: "Russian President Vladimir Putin".
    pub(crate) fn holder(&self, state: LocalActorId, at: usize) -> Option<(LocalActorId, usize)> {
        let a = self.reader.a;
        // "Democrat Hillary Clinton"
        let member = self.actors.get(state).kind == ActorKind::Organisation && !a.lower(at).ends_with('s');
        if member && matches!(a.upos(at), Upos::Noun | Upos::Propn | Upos::Adj) {
            let person =
                |id: &LocalActorId| self.actors.get(*id).named && self.actors.get(*id).kind == ActorKind::Person;
            // "Democrat Hillary Clinton", "House Oversight Committee Chairman Jason Chaffetz"
            let end = a.sentences()[a.sentence_of(at)].tokens.end.min(at + 5);
            let own = |i: &usize| self.actors.at(*i) == Some(state);
            let title = |i: &usize| {
                self.actors.at(*i).is_none()
                    && matches!(a.upos(*i), Upos::Noun | Upos::Propn | Upos::Adj)
                    && a.word(*i).starts_with(char::is_uppercase)
            };
            let next = (at + 1..end).find(|i| !own(i) && !title(i))?;
            return self.actors.at(next).filter(person).map(|id| (id, next));
        }
        if self.actors.get(state).kind != ActorKind::Country || !matches!(a.upos(at), Upos::Adj | Upos::Propn) {
            return None;
        }
        let end = a.sentences()[a.sentence_of(at)].tokens.end.min(at + 7);
        for i in at + 1..end {
            match self.actors.at(i) {
                Some(id) if id == state => {}
                Some(id) => {
                    let one = self.actors.get(id);
                    return (one.kind == ActorKind::Person && one.named && one.of == Some(state)).then_some((id, i));
                }
                None => {
                    let title = matches!(a.upos(i), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part)
                        && a.word(i).starts_with(|c: char| c.is_uppercase() || c == '\'' || c == '’')
                        || matches!(a.word(i), "'" | "’" | "-");
                    if !title {
                        return None;
                    }
                }
            }
        }
        None
    }

    /// Where the sentence names, before the pronoun `at`, whom it means: "Russia said it had expelled …".
    pub(crate) fn named_before(&self, actor: LocalActorId, at: usize) -> Option<usize> {
        let a = self.reader.a;
        let start = a.sentences()[a.sentence_of(at)].tokens.start;
        let mut head = (start..at)
            .rev()
            .find(|&i| self.actors.at(i) == Some(actor) && matches!(a.upos(i), Upos::Noun | Upos::Propn))?;
        while let Some(up) = a.head(head).filter(|&up| up >= start && up < at && noun_phrase::is_nominal(a, up)) {
            let inside = matches!(a.deprel(head), Deprel::Flat | Deprel::Compound | Deprel::Amod);
            if !inside {
                break;
            }
            head = up;
        }
        Some(head)
    }
}
