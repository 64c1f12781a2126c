//! From the words that name a speaker to the actor who spoke.

use crate::model::RuleRef;
use crate::rules;
use std::ops::Range;

use crate::extract::actors::Actors;
use crate::extract::attribution::scene::Scene;
use crate::extract::coreference::words::CoreferenceWords;
use crate::language::gazetteer::{Gazetteer, Gender};
use crate::language::{Deprel, Upos, Xpos};
use crate::lexicon::speech;
use crate::lexicon::speech::Word;
use crate::model::{ActorKind, LocalActorId, MentionKind, Why};

/// Who speaks, and the rule that chose them.
pub type Chosen = (Option<LocalActorId>, RuleRef);

/// The actor behind the noun phrase headed by `head`; a statement speaks for its owner, or for
/// whoever spoke last (with the sentence that said so).
pub fn actor(
    scene: &Scene<'_, '_>,
    actors: &mut Actors,
    head: usize,
    phrase: &Range<usize>,
    last: Option<(LocalActorId, usize)>,
) -> Chosen {
    let a = scene.analysis;
    if let Some(id) = goes_on(scene, actors, head, last) {
        return (Some(id), &rules::quotes::HE_GOES_ON);
    }
    // "a lawmaker loyal to John Roe, Jane Doe, said": whom the commas set off
    if let Some(id) = named_beside(scene, actors, head, phrase) {
        return (Some(id), &rules::quotes::TITLE);
    }
    // A name at the phrase's end is its bearer's, whatever the tree makes the head: "State
    // Department spokeswoman Jane Doe", "the envoy to Ukraine General Doe".
    let last_word = phrase.clone().rev().find(|&i| !scene.is_punct(i));
    let person = |id: &LocalActorId| actors.get(*id).named && actors.get(*id).kind == ActorKind::Person;
    if let Some(id) = last_word.and_then(|i| actors.at(i)).filter(person)
        && !phrase.clone().any(|i| matches!(a.lower(i), "and" | "for" | "of" | "with"))
    {
        return (Some(id), &rules::quotes::LAST_NAME);
    }
    let last = last.map(|l| l.0);
    if let Some(id) = actors.at(head)
        && actors.get(id).named
    {
        return (Some(id), &rules::quotes::MENTION);
    }
    if speech::is_document(a.lemma(head)) {
        return document(scene, actors, head, phrase, last);
    }
    // "It said", after what a ministry said.
    if a.lower(head) == "it" && actors.at(head).is_none() {
        return (last.filter(|id| actors.get(*id).kind != ActorKind::Person), &rules::quotes::GOES_ON);
    }
    // "President Vladimir Putin" may be headed by its title.
    let named = phrase.clone().find(|&i| is_name_of(scene, actors, i, head));
    if let Some(i) = named {
        return (actors.at(i), &rules::quotes::TITLE);
    }
    // "a UK government official", "South Korean authorities": those they speak for.
    if speech::is(Word::Serves, a.lemma(head))
        && let Some(id) = (phrase.start..head).rev().find_map(|i| actors.at(i)).filter(|id| {
            actors.get(*id).named && matches!(actors.get(*id).kind, ActorKind::Country | ActorKind::Organisation)
        })
    {
        return (Some(id), &rules::quotes::OFFICIAL);
    }
    // "the governor's office" says what the governor says.
    if a.lemma(head) == "office"
        // "Bolivia's public defender's office" is not Bolivia
        && let Some(id) = a.child(head, &[Deprel::NmodPoss]).filter(|&o| a.subtree(o).end == head).and_then(|o| actors.at(o))
        && actors.get(id).named
    {
        return (Some(id), &rules::quotes::OFFICE);
    }
    // Who speaks for somebody says what that somebody says.
    if let Some(id) = actors.at(head)
        && let Some(of) = actors.get(id).of
        && actors.get(id).names.iter().any(|n| n.starts_with("spokes"))
        && actors.get(of).named
    {
        return (Some(of), &rules::quotes::SPOKESMAN);
    }
    if a.lemma(head).starts_with("spokes")
        && let Some(id) = phrase.clone().rev().find_map(|i| actors.at(i)).filter(|id| actors.get(*id).named)
    {
        return (Some(id), &rules::quotes::SPOKESMAN);
    }
    if is_nobody_known(scene, actors, head, phrase) {
        return (None, &rules::quotes::NOBODY_KNOWN);
    }
    match actors.at_or_describe(a, head) {
        Some(id) => (Some(id), &rules::quotes::DESCRIBED),
        None => (None, &rules::quotes::UNKNOWN),
    }
}

/// The person whose name alone stands between commas right behind a common noun's phrase.
fn named_beside(scene: &Scene<'_, '_>, actors: &Actors, head: usize, phrase: &Range<usize>) -> Option<LocalActorId> {
    let a = scene.analysis;
    let sentence = scene.sentence_around(head);
    let first = phrase.end + 1;
    if a.xpos(head) != Xpos::Nn || first >= sentence.end || a.word(phrase.end) != "," {
        return None;
    }
    let id = actors
        .at(first)
        .filter(|&id| a.upos(first) == Upos::Propn && scene.is_outside(first) && actors.get(id).named)?;
    let end = (first..sentence.end).find(|&i| actors.at(i) != Some(id))?;
    (actors.get(id).kind == ActorKind::Person && a.word(end) == ",").then_some(id)
}

/// "A diplomat said", "commented another diplomat": one of many, whom the article tells from nobody
/// else and does not come back to.
fn is_nobody_known(scene: &Scene<'_, '_>, actors: &Actors, head: usize, phrase: &Range<usize>) -> bool {
    const FAR: usize = 240;
    let a = scene.analysis;
    let one = a.xpos(head) == Xpos::Nn && phrase.contains(&head);
    let indefinite = (phrase.start..head).any(|i| matches!(a.lower(i), "a" | "an" | "another" | "one"));
    if !one || !indefinite {
        return false;
    }
    let again = actors.at(head).is_some_and(|id| {
        let actor = actors.get(id);
        actor.named || actor.mentions.iter().any(|m| m.kind == MentionKind::Pronoun)
    });
    // "the doctor", "the man" later on
    let later = (head + 1..a.tokens().len().min(head + FAR))
        .any(|i| a.lemma(i) == a.lemma(head) && matches!(a.lower(i - 1), "the" | "that" | "this"));
    !again && !later
}

/// "S, said Jane Doe. 'Q,' she said": a pronoun behind direct speech right after somebody's words is whoever spoke them, unless the name is of the other gender.
fn goes_on(
    scene: &Scene<'_, '_>,
    actors: &Actors,
    head: usize,
    last: Option<(LocalActorId, usize)>,
) -> Option<LocalActorId> {
    let a = scene.analysis;
    let (id, sentence) = last?;
    let actor = actors.get(id);
    let other = match a.lower(head) {
        "he" => Gender::Female,
        "she" => Gender::Male,
        _ => return None,
    };
    let first = actor.name.split(' ').next().unwrap_or("").to_lowercase();
    let agrees = Gazetteer::get().given(&first) != Some(other);
    let speech = head.checked_sub(1).and_then(|i| scene.speech_at(i))?;
    let near = a.sentence_of(scene.speeches[speech].tokens.start) <= sentence + 1;
    (actor.named && actor.kind == ActorKind::Person && agrees && near).then_some(id)
}

/// "the ministry's statement" is its owner's; "the statement" the one's just quoted; "a report" is
/// another.
fn document(
    scene: &Scene<'_, '_>,
    actors: &Actors,
    head: usize,
    phrase: &Range<usize>,
    last: Option<LocalActorId>,
) -> Chosen {
    if let Some(id) = owner(scene, actors, head) {
        return (Some(id), &rules::quotes::DOCUMENT);
    }
    let known = phrase.clone().any(|i| matches!(scene.analysis.lower(i), "the" | "this" | "that" | "its"));
    (last.filter(|_| known).or_else(|| actors.at(head)), &rules::quotes::DOCUMENT_LAST)
}

/// True for a name that hangs on the phrase's head by a chain of names and appositions.
fn is_name_of(scene: &Scene<'_, '_>, actors: &Actors, i: usize, head: usize) -> bool {
    let a = scene.analysis;
    let mut at = i;
    while at != head && matches!(a.deprel(at), Deprel::Flat | Deprel::Appos | Deprel::Compound | Deprel::FlatForeign) {
        match a.head(at) {
            Some(h) => at = h,
            None => return false,
        }
    }
    at == head
        && i != head
        && !matches!(a.deprel(i), Deprel::Compound)
        && actors.at(i).is_some_and(|id| actors.get(id).named)
}

/// "I" and "we" outside quotation marks mean the author of a text that is one's own words.
pub fn first_persons(scene: &Scene<'_, '_>, actors: &mut Actors) {
    let a = scene.analysis;
    let first = |i: usize| {
        a.upos(i) == Upos::Pron
            && CoreferenceWords::FirstPersons.has(a.lower(i))
            && scene.is_outside(i)
            && scene.is_read(a.paragraph_of(i))
            && actors.at(i).is_none()
    };
    let found: Vec<usize> = (0..a.tokens().len()).filter(|&i| first(i)).collect();
    if found.is_empty() {
        return;
    }
    let Some(author) = actors.author() else { return };
    for i in found {
        actors.refer(a, i, author, MentionKind::Pronoun, Why::rule(&rules::coreference::FIRST_PERSON_OF_AUTHOR));
    }
}

/// The actor behind a transcript's label: the one named there, else the one whose last name it
/// shouts ("MS. PSAKI"). An office alone ("THE PRESIDENT") is nobody's name, as those who speak
/// address others by theirs, but for the one whom the title names so.
pub fn labelled(scene: &Scene<'_, '_>, actors: &mut Actors, label: &Range<usize>) -> Option<LocalActorId> {
    let a = scene.analysis;
    let last = label.clone().rev().find(|&i| !scene.is_punct(i))?;
    let shouted = a.lower(last);
    let bears = |name: &String| name.rsplit([' ', '-']).next().is_some_and(|w| w.to_lowercase() == shouted);
    let person = |id: &LocalActorId| {
        let actor = actors.get(*id);
        actor.named && actor.kind == ActorKind::Person && actor.names.iter().any(bears)
    };
    let holds = |id: &LocalActorId| {
        let held =
            |role: &String| label.clone().any(|i| role.to_lowercase().contains(a.lower(i)) && !scene.is_punct(i));
        actors.get(*id).roles.iter().any(held)
    };
    // Of two who bear the name, the one with the label's office.
    let bearers = || (0..actors.list().len()).map(LocalActorId::from_index).filter(person);
    let office = bearers().find(|id| label.len() > 1 && holds(id));
    let at = || label.clone().rev().find_map(|i| actors.at(i));
    let known = office.or_else(|| at().filter(person)).or_else(|| bearers().next());
    let other = at().filter(|id| !actors.get(*id).named || actors.get(*id).kind != ActorKind::Person);
    if known.is_some() {
        return known;
    }
    let words: Vec<&str> =
        label.clone().filter(|&i| !scene.is_punct(i) && a.lower(i) != "the").map(|i| a.lower(i)).collect();
    let author = actors.author_called(&words.join(" "));
    if let Some(id) = author {
        actors.refer(a, last, id, MentionKind::Description, Why::rule(&rules::quotes::LABEL));
    }
    author.or(other)
}

/// Who issued a statement: "the ministry's statement", "a statement from the ministry", "the
/// Kremlin statement".
fn owner(scene: &Scene<'_, '_>, actors: &Actors, head: usize) -> Option<LocalActorId> {
    let a = scene.analysis;
    let by =
        |o: usize| a.children(o).any(|c| a.deprel(c) == Deprel::Case && matches!(a.lower(c), "from" | "by" | "of"));
    a.child(head, &[Deprel::NmodPoss])
        .and_then(|o| actors.at(o))
        .or_else(|| a.children_by(head, &[Deprel::Nmod]).filter(|&o| by(o)).find_map(|o| actors.at(o)))
        .or_else(|| a.children_by(head, &[Deprel::Compound, Deprel::Amod]).find_map(|o| actors.at(o)))
}
