//! Figures of speech: sport, business and the stage speak of killing, invading and marching where nobody is harmed and
//! nothing protested.

use crate::extract::actors::Actors;
use crate::extract::events::filters::words::FilterWords;
use crate::extract::events::frames::matcher::Reader;
use crate::extract::events::triggers::draft::{Proposal, Teller};
use crate::language::{Deprel, Upos};
use crate::model::{ActorKind, EventType, RuleRef};
use crate::rules::filters as rules;
use crate::syntax::noun_phrase;
use crate::syntax::noun_phrase::Clause;

/// The rule by which a proposal is a figure of speech, if it is one.
#[must_use]
pub fn found(reader: &Reader<'_, '_>, actors: &Actors, p: &Proposal) -> Option<RuleRef> {
    // "opened its market" is a concession, "surrendered the lead" none
    let conceded = p.kind == EventType::Concede && reader.a.lemma(p.trigger) == "surrender";
    let force = conceded || matches!(p.kind, EventType::Assault | EventType::Coerce | EventType::Retreat);
    if p.teller == Teller::Verb
        && !matches!(p.kind, EventType::Accuse | EventType::Reject)
        && is_retort(reader, p.trigger)
    {
        return Some(&rules::RETORT);
    }
    if p.kind == EventType::Protest {
        return is_parade(reader, actors, p).then_some(&rules::PARADE);
    }
    if !force || p.teller != Teller::Verb {
        return None;
    }
    let a = reader.a;
    let clause = noun_phrase::clause(a, p.trigger);
    if clause.object.is_some_and(|o| FilterWords::Prizes.has(a.lemma(o)) && !names_somebody(reader, actors, o)) {
        return Some(&rules::PRIZE);
    }
    if p.kind != EventType::Assault {
        return None;
    }
    if is_shower(reader, p.trigger, &clause) {
        return Some(&rules::SHOWER);
    }
    if is_abstract_blow(reader, actors, p, &clause) {
        return Some(&rules::ABSTRACT_BLOW);
    }
    is_collision(reader, p.trigger).then_some(&rules::COLLISION)
}

fn names_somebody(reader: &Reader<'_, '_>, actors: &Actors, head: usize) -> bool {
    let a = reader.a;
    actors.at(head).is_some_and(|id| actors.get(id).named)
        || a.children_by(head, &[Deprel::Nmod]).any(|c| reader.acts(actors, c) || reader.is_in(c, reader.known.people))
}

/// "Soldiers marched in the parade", "veterans marched to remember the dead", "Spain march on to the final".
fn is_parade(reader: &Reader<'_, '_>, actors: &Actors, p: &Proposal) -> bool {
    let a = reader.a;
    let told = p.trigger;
    if a.lemma(told) != "march" {
        return false;
    }
    let parade = |c: usize| {
        FilterWords::Parades.has(a.lemma(c))
            && a.children_by(c, &[Deprel::Case]).any(|k| matches!(a.lower(k), "in" | "at" | "to" | "into"))
    };
    let memory = |c: usize| noun_phrase::is_infinitive(a, c) && FilterWords::Commemorating.has(a.lemma(c));
    // whole states march in tournaments only
    let next = if told + 1 < a.tokens().len() { a.lower(told + 1) } else { "" };
    let on = matches!(next, "on" | "into" | "past" | "towards");
    let team = on && !p.source.is_empty() && p.source.iter().all(|s| actors.get(s.actor).kind == ActorKind::Country);
    team || a.children(told).any(|c| parade(c) || memory(c))
}

/// "Bombarded the minister with questions".
fn is_shower(reader: &Reader<'_, '_>, verb: usize, clause: &Clause) -> bool {
    let a = reader.a;
    if !FilterWords::Showering.has(a.lemma(verb)) {
        return false;
    }
    let known = &reader.known;
    let fired = |c: usize| reader.is_in(c, known.weapon | known.assault | known.troops) || a.upos(c) != Upos::Noun;
    let with = |h: usize| a.children_by(h, &[Deprel::Obl, Deprel::Nmod]).find(|&c| noun_phrase::has_case(a, c, "with"));
    with(verb).or_else(|| clause.object.and_then(with)).is_some_and(|c| !fired(c))
}

/// "Hit by allegations", "the strike hit the firm", "Brexit has hurt Northern Ireland": what is neither somebody nor
/// a weapon harms nobody by force, and whole states and firms are not hurt.
fn is_abstract_blow(reader: &Reader<'_, '_>, actors: &Actors, p: &Proposal, clause: &Clause) -> bool {
    let a = reader.a;
    if !FilterWords::Blows.has(a.lemma(p.trigger)) {
        return false;
    }
    let known = &reader.known;
    let whole = |id| matches!(actors.get(id).kind, ActorKind::Country | ActorKind::Organisation);
    let body = clause.object.is_some_and(|o| actors.at(o).is_some_and(whole) && a.upos(o) == Upos::Propn);
    if body && a.lemma(p.trigger) == "hurt" {
        return true;
    }
    let Some(subject) = clause.subject.filter(|&s| a.upos(s) == Upos::Noun) else { return false };
    let of_force =
        known.weapon | known.assault | known.fire | known.troops | known.vehicle | known.people | known.quantity;
    let walkout = a.lemma(subject) == "strike"
        && clause.object.is_some_and(|o| matches!(a.lemma(o), "airline" | "company" | "firm" | "industry"));
    p.source.is_empty() && (walkout || !reader.is_in(subject, of_force) && actors.at(subject).is_none())
}

/// "The car rammed into a truck": who runs into a vehicle has an accident.
fn is_collision(reader: &Reader<'_, '_>, verb: usize) -> bool {
    let a = reader.a;
    let into = |&c: &usize| noun_phrase::has_case(a, c, "into") && reader.is_in(c, reader.known.vehicle);
    let sentence = a.sentences()[a.sentence_of(verb)].tokens.clone();
    let deed = |i: usize| i != verb && reader.is_in(i, reader.known.assault | reader.known.weapon);
    FilterWords::Colliding.has(a.lemma(verb)) && a.children(verb).any(|c| into(&c)) && !sentence.into_iter().any(deed)
}

/// "Fired back on Instagram": what is fired back with nothing named to shoot at is an answer.
fn is_retort(reader: &Reader<'_, '_>, verb: usize) -> bool {
    let a = reader.a;
    let back = verb + 1 < a.tokens().len() && a.lower(verb + 1) == "back";
    let posted = verb + 2 < a.tokens().len() && matches!(a.lower(verb + 2), "on" | "in" | "via" | "with");
    a.lemma(verb) == "fire" && back && posted
}
