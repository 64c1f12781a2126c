//! Whether what is told as an attack was one.
//!
//! News speaks of politics in words of war and of misfortune in words of harm: a senator attacks the president and
//! beats him in an election, people are killed by a derailed tram. The first is criticism, the others are nobody's
//! deed of force.

use crate::extract::actors::Actors;
use crate::extract::events::words::EventWords;
use crate::language::{Analysis, Upos, Xpos};
use crate::model::{Actor, ActorKind, EventType, LocalActorId, Mode, Why};
use crate::rules;

use crate::extract::events::arguments::slots::Party;
use crate::extract::events::frames::matcher::Reader;
use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};
use crate::syntax::noun_phrase;

/// So many tokens to either side tell what an article is about where a sentence does not.
const AROUND: usize = 300;

/// True where nobody attacked: people came to harm by an accident, an illness or the weather, or somebody won an
/// election or a game.
#[must_use]
pub fn is_none(reader: &Reader<'_, '_>, actors: &Actors, p: &Proposal) -> bool {
    if p.kind != EventType::Assault {
        return false;
    }
    let rule = if is_misfortune(reader, p) {
        &rules::filters::MISFORTUNE
    } else if is_contest(reader, actors, p) {
        &rules::filters::CONTEST
    } else if is_measure(reader, p) {
        &rules::filters::MEASURE
    } else {
        return false;
    };
    reader.a.fired(rule, reader.a.span(p.trigger));
    true
}

/// "His travel ban targeting six countries": what a measure is aimed at is not attacked.
fn is_measure(reader: &Reader<'_, '_>, p: &Proposal) -> bool {
    let aimed = p.teller == Teller::Verb && matches!(reader.a.lemma(p.trigger), "hit" | "strike" | "target");
    let subject = by(reader, p).filter(|_| p.teller == Teller::Verb);
    // "people hit by hurricanes in Texas"
    subject.is_some_and(|s| aimed && reader.is_in(s, reader.known.measure) || reader.is_in(s, reader.known.misfortune))
}

/// The head of the subject of the verb that tells it.
fn by(reader: &Reader<'_, '_>, p: &Proposal) -> Option<usize> {
    noun_phrase::clause(reader.a, p.trigger).subject
}

fn is_misfortune(reader: &Reader<'_, '_>, p: &Proposal) -> bool {
    if !p.source.is_empty() {
        return false;
    }
    let a = reader.a;
    let count =
        |run: std::ops::Range<usize>, classes| run.filter(|&i| i != p.trigger && reader.is_in(i, classes)).count();
    let (mishap, deed) = (reader.known.misfortune, reader.known.assault | reader.known.weapon);
    let sentence = a.sentences()[a.sentence_of(p.trigger)].tokens.clone();
    if count(sentence.clone(), deed) > 0 {
        return false;
    }
    if count(sentence, mishap) > 0 {
        return true;
    }
    let around = p.trigger.saturating_sub(AROUND)..(p.trigger + AROUND).min(a.tokens().len());
    let driven = || by(reader, p).is_some_and(|subject| reader.is_in(subject, reader.known.vehicle));
    if p.teller == Teller::Verb && driven() {
        return count(around, deed) == 0;
    }
    let harmed = p.teller == Teller::Verb && p.doing.is_none();
    harmed && count(around.clone(), mishap) > 2 + 2 * count(around, deed)
}

/// "Beat Senator Strange in a primary race", "retake control of Congress in elections".
fn is_contest(reader: &Reader<'_, '_>, actors: &Actors, p: &Proposal) -> bool {
    let a = reader.a;
    let won = EventWords::Winning.has(a.lemma(p.trigger));
    let sentence = a.sentences()[a.sentence_of(p.trigger)].tokens.clone();
    let person = |party: &Party| is_politic(actors.get(party.actor));
    let rivals = !p.source.is_empty() && !p.target.is_empty() && p.parties().all(person);
    won && (rivals || sentence.into_iter().any(|i| reader.is_in(i, reader.known.contest)))
}

/// "A US army psychiatrist opened fire": a single person's deed of force is not his state's, a soldier's may be.
pub fn alone(reader: &Reader<'_, '_>, actors: &Actors, p: &mut Draft) {
    let a = reader.a;
    if p.kind != EventType::Assault {
        return;
    }
    let person = |party: &Party| {
        let up = a.head(party.head).filter(|_| a.upos(party.head) != Upos::Noun);
        let noun = up.unwrap_or(party.head);
        let single = a.upos(noun) == Upos::Noun && a.xpos(noun) == Xpos::Nn;
        let a_single = single && a.children(noun).any(|c| matches!(a.lower(c), "a" | "an" | "one"));
        let person = ["ist", "man", "woman"].iter().any(|e| a.lower(noun).ends_with(e));
        a_single && (person || reader.is_in(noun, reader.known.people)) && !reader.is_in(noun, reader.known.troops)
    };
    let state = |party: &Party| actors.get(party.actor).kind == ActorKind::Country;
    if p.source.iter().any(|s| state(s) && person(s)) {
        let doing = p.source.first().map(|s| s.span);
        let left: Vec<Party> = p.source.iter().filter(|s| !state(s) || !person(s)).copied().collect();
        let why = doing.map_or_else(Why::default, |words| Why::words(&rules::arguments::LONE_DOER, words));
        p.set_doing(left, doing, why);
    }
}

/// Turns an attack in words into what it is: one politician, party or chamber criticises another, or an agency
/// of their own state.
pub fn in_words(a: &Analysis<'_>, actors: &Actors, p: &mut Draft) {
    let fought = EventWords::Fighting.has(a.lemma(p.trigger));
    if p.kind != EventType::Assault || p.mode.is_some() || !fought || p.source.is_empty() {
        return;
    }
    let politic = |party: &Party| is_politic(actors.get(party.actor));
    let own = |party: &Party| {
        let (state, of) = (state(actors, party.actor), actors.get(party.actor));
        of.named && of.kind == ActorKind::Organisation && p.source.iter().any(|s| self::state(actors, s.actor) == state)
    };
    let criticised = |t: &Party| {
        let one = actors.get(t.actor);
        one.named && one.kind == ActorKind::Person || is_chamber(one) || own(t)
    };
    // "whom he clashed with": with whom one clashes may be lost, whom one attacks not
    let sided = !p.target.is_empty() || p.source.len() > 1 || a.lemma(p.trigger) == "clash";
    if sided && p.source.iter().all(politic) && p.target.iter().all(criticised) {
        let why = Why::words(&rules::triggers::ATTACK_IN_WORDS, a.span(p.trigger));
        p.set_kind(EventType::Accuse, Some(Mode::Criticise), why);
    }
}

fn state(actors: &Actors, id: LocalActorId) -> LocalActorId {
    actors.get(id).of.unwrap_or(id)
}

/// True for those who attack in words: named people with a title or who act for a state or party, parties and
/// chambers.
fn is_politic(one: &Actor) -> bool {
    let title = || one.roles.iter().any(|r| r.starts_with(char::is_uppercase));
    one.named && one.kind == ActorKind::Person && (one.of.is_some() || title()) || is_chamber(one)
}

/// True for parties, parliaments and their chambers, which fight with words.
fn is_chamber(one: &Actor) -> bool {
    let word = |w: &str| {
        matches!(w, "Party" | "Congress" | "Senate" | "Parliament" | "House" | "Democrats" | "Republicans" | "Labour")
    };
    one.named && one.kind == ActorKind::Organisation && one.name.split_whitespace().any(word)
}
