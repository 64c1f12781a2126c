//! Whether what is told as an attack was one.
//!
//! News speaks of politics in words of war and of misfortune in words of harm: a senator attacks the president, a
//! party has come under attack by its rival, people are killed by a derailed tram. The first is criticism, the
//! second nobody's deed.

use crate::extract::actors::Actors;
use crate::language::Analysis;
use crate::model::{Actor, ActorKind, EventType, LocalActorId, Mode};

use super::people::Party;
use super::proposal::Proposal;
use super::reader::Reader;

/// True where nobody did it: people came to harm by an accident, an illness or the weather, and the sentence
/// tells of no attack.
#[must_use]
pub fn is_misfortune(reader: &Reader<'_, '_>, p: &Proposal) -> bool {
    if p.kind != EventType::Assault || !p.source.is_empty() {
        return false;
    }
    let a = reader.a;
    let sentence = a.sentences()[a.sentence_of(p.trigger)].tokens.clone();
    let told = |classes: u64| sentence.clone().any(|i| i != p.trigger && reader.is_in(i, classes));
    told(reader.known.misfortune) && !told(reader.known.assault | reader.known.weapon)
}

/// Turns an attack in words into what it is: one politician, party or chamber criticises another, or an agency
/// of their own state.
pub fn in_words(a: &Analysis<'_>, actors: &Actors, p: &mut Proposal) {
    let fought =
        matches!(a.lemma(p.trigger), "attack" | "assault" | "assail" | "clash" | "battle" | "fight" | "campaign");
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
    // "the parties clashed": where nobody is on the other side, two must be on this one
    let sided = !p.target.is_empty() || p.source.len() > 1;
    if sided && p.source.iter().all(politic) && p.target.iter().all(criticised) {
        (p.kind, p.mode) = (EventType::Accuse, Some(Mode::Criticise));
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
