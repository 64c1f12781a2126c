//! Events that nouns tell: carried by a light verb ("launched an attack"), brought to an end ("lifted the
//! embargo"), or on their own where the people are named ("the Putin-Witkoff meeting").

use crate::language::{Deprel, Upos};
use crate::model::{ActorKind, Aspect, EventType, Mode, RuleRef, Status, Why};
use crate::rules;

use crate::extract::events::arguments::slots::{Casting, Parts, Party, Role};
use crate::extract::events::factuality::operators;
use crate::extract::events::factuality::operators::{Composed, Step};
use crate::extract::events::frames::frame::{Edge, Frame, Operator, Slot};
use crate::extract::events::frames::matcher::Site;
use crate::extract::events::triggers::draft::{Draft, Teller};
use crate::lexicon::prepositions::PrepSet;
use crate::syntax::noun_phrase;
use crate::syntax::noun_phrase::Clause;

/// The event that token `i`, a noun, tells.
pub fn read(cast: &mut Casting<'_, '_, '_>, i: usize) -> Option<Draft> {
    tell(cast, i, None)
}

/// The event of a frame that token `i`, a noun, tells.
pub fn told(cast: &mut Casting<'_, '_, '_>, i: usize, frame: &'static Frame) -> Option<Draft> {
    tell(cast, i, Some(frame))
}

fn tell(cast: &mut Casting<'_, '_, '_>, i: usize, frame: Option<&'static Frame>) -> Option<Draft> {
    let a = cast.reader.a;
    // "Biden's Call with Xi": a heading's capitals make no name of an event noun that somebody owns
    let owned = a.child(i, &[Deprel::NmodPoss]).is_some();
    if !owned && cast.actors.at(i).is_some_and(|id| cast.actors.get(id).named) {
        return None;
    }
    let stand = stand_in(cast, i);
    let relation = a.deprel(stand);
    if matches!(relation, Deprel::Compound | Deprel::Flat | Deprel::NmodPoss | Deprel::Amod) {
        return None;
    }
    let head = a.head(stand);
    let operator = head.and_then(|h| operators::edge(a, stand, relation).and_then(|e| cast.reader.operate(h, e)));
    let operator = match (operator, relation) {
        // "an attack was carried out", "sanctions imposed by the union"
        (None, _) => acl_operator(cast, stand),
        (o, _) => o.map(|o| (o, head.unwrap_or(stand))),
    };
    let (frame, site, carried) = match operator {
        Some((Operator::Swallow, _)) => return None,
        Some((o @ (Operator::Do | Operator::Undergo | Operator::End), verb)) if !is_news_of(cast, i, verb) => {
            let clause = carrier_clause(cast, verb, o);
            let site = Site { clause: Some(clause), noun: Some(i), stand_in: Some(stand) };
            let frame = frame.or_else(|| cast.reader.best_frame(cast.actors, i, &site))?;
            (frame, site, Some((o, verb)))
        }
        _ => {
            let site = Site { clause: None, noun: Some(i), stand_in: Some(stand) };
            (frame.or_else(|| cast.reader.best_frame(cast.actors, i, &site))?, site, None)
        }
    };
    match carried {
        Some((operator, verb)) => carried_event(cast, i, frame, &site, operator, verb),
        None => own_event(cast, i, stand, frame, &site),
    }
}

/// "Witnesses reported gunfire", "the ministry confirmed the attack": who tells of a deed of force did not do it.
fn is_news_of(cast: &Casting<'_, '_, '_>, deed: usize, verb: usize) -> bool {
    let tells = matches!(cast.reader.a.lemma(verb), "confirm" | "disclose" | "report" | "reveal");
    let news = tells && cast.reader.is_in(deed, cast.reader.known.assault);
    if news {
        cast.reader.a.fired(&rules::filters::NEWS_OF_DEED, cast.reader.a.span(deed));
    }
    news
}

/// "a series of calls": the noun in whose place the event noun stands.
fn stand_in(cast: &Casting<'_, '_, '_>, i: usize) -> usize {
    let a = cast.reader.a;
    let mut at = i;
    for _ in 0..4 {
        let Some(head) = a.head(at) else { break };
        let counted = a.deprel(at) == Deprel::Nmod && cast.reader.is_in(head, cast.reader.known.quantity);
        let joined = a.deprel(at) == Deprel::Conj && a.upos(head) == Upos::Noun;
        if !counted && !joined {
            break;
        }
        at = head;
    }
    at
}

/// The participle after a noun that carries it: "sanctions imposed by the union".
fn acl_operator(cast: &Casting<'_, '_, '_>, noun: usize) -> Option<(Operator, usize)> {
    let a = cast.reader.a;
    let verb = a.children(noun).find(|&c| matches!(a.deprel(c), Deprel::Acl | Deprel::AclRelcl))?;
    let clause = noun_phrase::clause(a, verb);
    let carried = clause.object == Some(noun);
    let operator = cast.reader.operate(verb, Edge::Noun)?;
    (carried && matches!(operator, Operator::Do | Operator::End)).then_some((operator, verb))
}

/// The clause of a light verb, turned so that its subject is the event's doer.
fn carrier_clause(cast: &Casting<'_, '_, '_>, verb: usize, operator: Operator) -> Clause {
    let mut clause = noun_phrase::clause(cast.reader.a, verb);
    if operator == Operator::Undergo {
        clause.object = clause.subject.take();
    }
    clause
}

fn carried_event(
    cast: &mut Casting<'_, '_, '_>,
    i: usize,
    frame: &'static Frame,
    site: &Site,
    operator: Operator,
    verb: usize,
) -> Option<Draft> {
    let a = cast.reader.a;
    let mut composed = operators::compose(cast.reader, cast.actors, verb);
    // talks, rallies and drills are held; a subpoena is only held in the hand
    let held = a.lemma(verb) != "hold"
        || matches!(
            frame.kind,
            EventType::Consult | EventType::Protest | EventType::Cooperate | EventType::Mobilize | EventType::Accuse
        );
    if composed.swallowed.is_some() {
        return None;
    }
    if !held {
        a.fired(&rules::filters::HELD, a.span(verb));
        return None;
    }
    composed.steps.insert(0, Step { word: verb, operator });
    let negated = a.children(i).any(|c| a.deprel(c) == Deprel::Det && a.lower(c) == "no");
    let denied = negated && composed.status == Status::Asserted;
    let parts =
        if operator == Operator::Undergo { undergone(cast, i, frame, site)? } else { cast.parts(frame, site, i) };
    let mut proposal = Draft::new(a, i, Teller::Carried, frame, parts, composed).carried_by(verb);
    if denied {
        proposal.set_status(Status::Denied, Why::words(&rules::factuality::NO_NOUN, a.span(i)));
    }
    if operator == Operator::End {
        let (kind, mode) = operators::ended(frame.kind)?;
        proposal.set_ended(kind, mode, Why::words(&rules::triggers::ENDED, a.span(verb)));
    }
    if operator == Operator::Undergo && frame.kind == EventType::Consult && proposal.source.is_empty() {
        // "survived the trip"
        a.fired(&rules::filters::SURVIVED, a.span(i));
        return None;
    }
    if operator == Operator::Undergo {
        foretold(cast, &mut proposal);
    }
    crate::extract::events::triggers::verb::intent(cast, &mut proposal);
    Some(proposal)
}

/// The people of what somebody faces or suffers: the subject is the one it is done to.
fn undergone(cast: &mut Casting<'_, '_, '_>, i: usize, frame: &'static Frame, site: &Site) -> Option<Parts> {
    let mut target = cast.fill(Role::Target, &[Slot::Object], site, i, &[]);
    if target.is_empty()
        && let Some(clause) = site.clause
    {
        cast.above(&noun_phrase::clause(cast.reader.a, clause.verb), &mut target);
    }
    let [from, by, to] = ["from", "by", "to"].map(PrepSet::number);
    let slots = [Slot::Prep(from?), Slot::Prep(by?), Slot::Agent];
    let bare = Site { clause: None, ..*site };
    let mut source = cast.fill(Role::Doer, &slots, &bare, i, &target);
    if source.is_empty() {
        source = cast.fill(Role::Doer, &slots[..2], site, i, &target);
    }
    if source.is_empty() && frame.mode == Some(Mode::Tariff) {
        // "faces tariffs on its exports to America": who buys imposes them
        cast.beside(to?, i, &mut source);
        source.retain(|p| !target.iter().any(|t| t.actor == p.actor));
    }
    Some(Parts { source, target, doing: None, theme: cast.theme(frame, site, i, &[]) })
}

/// "Trump said India would face tariffs": whoever says what somebody is to suffer threatens it.
fn foretold(cast: &mut Casting<'_, '_, '_>, p: &mut Draft) {
    let Some(speaker) = p.composed.speaker.filter(|_| p.source.is_empty()) else { return };
    let Some(kind) = operators::announced(p.kind, p.composed.status) else { return };
    let mut said = Vec::new();
    cast.noun_phrase(speaker, &mut said);
    said.retain(|s| !p.target.iter().any(|t| t.actor == s.actor));
    if !said.is_empty() {
        let words = cast.reader.a.span(speaker);
        p.set_kind(kind, None, Why::words(&rules::triggers::FORETOLD, words));
        p.set_source(said, Why::words(&rules::arguments::FORETOLD, words));
        p.set_status(Status::Asserted, Why::words(&rules::triggers::FORETOLD, words));
        p.set_no_speaker(Why::words(&rules::triggers::FORETOLD, words));
    }
}

fn own_event(
    cast: &mut Casting<'_, '_, '_>,
    i: usize,
    stand: usize,
    frame: &'static Frame,
    site: &Site,
) -> Option<Draft> {
    let a = cast.reader.a;
    let composed: Composed = operators::compose(cast.reader, cast.actors, stand);
    if composed.swallowed.is_some() {
        return None;
    }
    if composed.conditional {
        a.fired(&rules::filters::CONDITION, a.span(i));
        return None;
    }
    let under = frame.kind == EventType::Assault && a.children(stand).any(|c| a.lower(c) == "under" && c < stand);
    let mut steps: Vec<(Aspect, RuleRef)> = Vec::new();
    let (mut source, mut target) = if under {
        steps.push((Aspect::Target, &rules::arguments::BESET));
        beset(cast, i, stand, site)
    } else {
        let source = cast.fill(Role::Doer, &frame.people.source, site, i, &[]);
        let target = cast.fill(Role::target_of(frame.kind, frame.mode), &frame.people.target, site, i, &source);
        (source, target)
    };
    if frame.kind == EventType::Consult && source.is_empty() && target.len() < 2 {
        source = host(cast, stand, &target);
        steps.push((Aspect::Source, &rules::arguments::HOST));
    }
    if target.is_empty() && is_victim(cast, i, frame, &source) {
        std::mem::swap(&mut source, &mut target);
        steps.push((Aspect::Target, &rules::arguments::VICTIM));
    }
    if target.is_empty() {
        target = cast.place(frame, site, i, &source);
    }
    if !stands_alone(cast, frame, &source, &target) {
        a.fired(&rules::filters::NOUN_ALONE, a.span(i));
        return None;
    }
    let parts = Parts { source, target, ..Parts::default() };
    let mut draft = Draft::new(a, i, Teller::Noun, frame, parts, composed);
    for (sets, rule) in steps {
        draft.explain(sets, Why::words(rule, a.span(stand)));
    }
    Some(draft)
}

/// Who besets whom: "the agency has been under attack by the president".
fn beset(cast: &mut Casting<'_, '_, '_>, i: usize, stand: usize, site: &Site) -> (Vec<Party>, Vec<Party>) {
    let a = cast.reader.a;
    let mut target = Vec::new();
    if let Some(subject) = a.child(stand, &[Deprel::Nsubj, Deprel::NsubjPass]) {
        cast.noun_phrase(noun_phrase::antecedent(a, subject), &mut target);
    }
    let slots = ["by", "from"].map(|w| PrepSet::number(w).map(Slot::Prep));
    let source = cast.fill(Role::Doer, &slots.into_iter().flatten().collect::<Vec<_>>(), site, i, &target);
    (source, target)
}

/// "Khashoggi's murder", "her abduction": the person who owns such a deed suffered it.
fn is_victim(cast: &Casting<'_, '_, '_>, i: usize, frame: &Frame, source: &[Party]) -> bool {
    let a = cast.reader.a;
    let suffered = matches!(frame.mode, Some(Mode::Killing | Mode::Abduction))
        && !matches!(a.lemma(i), "massacre" | "genocide" | "slaughter" | "hijacking");
    let owner = |p: &Party| a.children_by(i, &[Deprel::NmodPoss]).any(|o| a.subtree(o).contains(&p.head));
    let person = |p: &Party| cast.actors.get(p.actor).kind == ActorKind::Person;
    suffered && matches!(source, [one] if owner(one) && person(one))
}

/// Whose call, meeting or visit a setting tells: "Putin expressed support in a call with Modi", "speaking during
/// a visit to Japan, May said".
fn host(cast: &mut Casting<'_, '_, '_>, stand: usize, target: &[Party]) -> Vec<Party> {
    let a = cast.reader.a;
    let trip = a.children(stand).any(|c| a.deprel(c) == Deprel::Case && a.lower(c) == "on");
    // "will spend the week meeting with Xi", the participle taken for a noun
    let participle =
        a.child(stand, &[Deprel::Case]).is_none() && a.deprel(stand) == Deprel::Obl && a.lower(stand).ends_with("ing");
    let setting = participle || a.child(stand, &[Deprel::Case]).is_some() && (operators::is_setting(a, stand) || trip);
    let mut at = stand;
    for _ in 0..4 {
        match a.head(at).filter(|_| setting) {
            Some(head) if matches!(a.upos(head), Upos::Verb | Upos::Aux) => {
                let clause = noun_phrase::clause(a, head);
                let Some(subject) = (if clause.passive { clause.object } else { clause.subject }) else {
                    at = head;
                    continue;
                };
                let mut out = Vec::new();
                cast.noun_phrase(subject, &mut out);
                out.retain(|p| cast.actors.get(p.actor).named && !target.iter().any(|t| t.actor == p.actor));
                return out;
            }
            Some(head) => at = head,
            None => break,
        }
    }
    Vec::new()
}

/// Both sides must be named for a noun to tell an event by itself, one of what is done by force.
fn stands_alone(cast: &Casting<'_, '_, '_>, frame: &Frame, source: &[Party], target: &[Party]) -> bool {
    let named = |p: &&Party| cast.actors.get(p.actor).named;
    let (s, t) = (source.iter().filter(named).count(), target.iter().filter(named).count());
    match frame.kind {
        EventType::Consult => {
            let people = source.iter().chain(target).any(|p| cast.actors.get(p.actor).kind != ActorKind::Country);
            s + t >= 2 && (people || frame.people.reciprocal) || frame.people.reciprocal && s >= 2
        }
        // "the suicide attack on the consulate", "North Korea's last missile test"
        EventType::Assault | EventType::Mobilize | EventType::Protest => s + t >= 1,
        _ => s >= 1 && t >= 1,
    }
}
