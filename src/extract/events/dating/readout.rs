//! The scene of an article: a meeting or call that it opens with and then tells about.
//!
//! A readout dates the call in its first sentence; what the parties said there, told in the simple past
//! without a date of its own, happened on that day. A headline tells the event of the first sentence.

use crate::extract::actors::Actors;
use crate::extract::dates::Dates;
use crate::extract::events::words::EventWords;
use crate::extract::layout::Layout;
use crate::language::{Analysis, Deprel, Upos, Xpos};
use crate::model::{ActorKind, Event, EventType, LocalActorId, Mode, RuleRef, Span, Status, Why};

use crate::extract::events::dating::{carry, report_day};
use crate::extract::events::triggers::draft::Told;
use crate::rules;
use crate::syntax::noun_phrase;

/// How many sentences may open a scene.
const OPENING: usize = 4;

/// No text of more sentences is a readout.
const READOUT: usize = 40;

/// How many sentences under a headline may tell its event.
const UNDER_HEADLINE: usize = 8;

/// Gives events of the opening scene its date, and those of the headline the one the text under it tells.
pub fn date(a: &Analysis<'_>, actors: &Actors, layout: &Layout, dates: &Dates, told: &mut [Told]) {
    scene(a, actors, told);
    carry::days(a, actors, layout, dates, told);
    headline(a, actors, told);
    report_day::date(a, layout, dates, told);
}

/// A headline's event has the date of the event it announces: the same deed by the same side.
fn headline(a: &Analysis<'_>, actors: &Actors, told: &mut [Told]) {
    let Some(first) = a.sentences().first() else { return };
    if first.span.of(a.text()).trim_end().ends_with(['.', '!', '?', '”', '"']) {
        return;
    }
    let end = a.sentences().get(UNDER_HEADLINE).map_or(u32::MAX, |s| s.span.start);
    let side = |id: LocalActorId| actors.get(id).of.unwrap_or(id);
    let (titles, body) = told.split_at_mut(told.partition_point(|t| t.sentence.start <= first.span.start));
    for t in titles.iter_mut().filter(|e| e.date.is_none() && e.status == Status::Asserted) {
        let same = |e: &Event| {
            e.kind == t.kind
                && e.status == Status::Asserted
                && e.sentence.start < end
                && e.source.iter().any(|s| t.source.iter().any(|x| side(*x) == side(*s)))
        };
        let told = body.iter().find(|e| e.date.is_some() && same(e));
        if let Some((date, words)) = told.and_then(|e| e.date.clone().map(|date| (date, e.date_span))) {
            t.set_date(date, words, why(&rules::dating::HEADLINE, words));
        }
    }
}

/// In a readout, what one of two parties discusses with or asks of nobody named is discussed with or asked of
/// the other: "Biden called for de-escalation".
pub fn answer(a: &Analysis<'_>, actors: &Actors, told: &mut [Told]) {
    if a.sentences().len() > READOUT {
        return;
    }
    let Some(lead) = lead(a, told) else { return };
    let parties = lead.source.iter().zip(&lead.source_spans).chain(lead.target.iter().zip(&lead.target_spans));
    let [one, other] = parties.map(|(&id, &span)| (id, span)).collect::<Vec<_>>()[..] else { return };
    if !lead.target.contains(&other.0) {
        return;
    }
    for t in told.iter_mut().filter(|t| t.target.is_empty() && t.source.len() == 1) {
        // "visited a refugee camp" has a place of its own
        let said =
            matches!(t.kind, EventType::Consult | EventType::Request | EventType::Agree) && t.mode != Some(Mode::Visit);
        let speaks = |party: LocalActorId| t.source[0] == party && actors.get(party).kind == ActorKind::Person;
        if !said || !is_simple_past(a, t.verb) {
            continue;
        }
        let (who, words) = match () {
            () if speaks(one.0) => other,
            () if speaks(other.0) => one,
            () => continue,
        };
        t.set_target(who, words, Why::words(&rules::arguments::READOUT_PARTY, words));
    }
}

/// The meeting or call that an article opens with.
fn lead<'e>(a: &Analysis<'_>, told: &'e [Told]) -> Option<&'e Event> {
    let opening = a.sentences().get(OPENING.min(a.sentences().len().saturating_sub(1))).map(|s| s.span.end)?;
    told.iter().map(|t| &**t).find(|e| {
        e.kind == EventType::Consult
            && e.status == Status::Asserted
            && e.date.as_ref().is_some_and(|d| d.len() == 10)
            && e.source.len() + e.target.len() >= 2
            && e.sentence.start < opening
    })
}

/// A rule and the words that gave a date, if any did.
fn why(rule: RuleRef, words: Option<Span>) -> Why {
    Why { rule, words }
}

fn scene(a: &Analysis<'_>, actors: &Actors, told: &mut [Told]) {
    let Some(lead) = lead(a, told) else { return };
    let parties: Vec<LocalActorId> = lead.source.iter().chain(&lead.target).copied().collect();
    let callers = lead.source.clone();
    let (Some(date), span, start) = (lead.date.clone(), lead.date_span, lead.sentence.start) else { return };
    let is_party =
        |id: &LocalActorId| parties.contains(id) || actors.get(*id).of.is_some_and(|of| parties.contains(&of));
    for t in told.iter_mut().filter(|t| t.date.is_none() && t.status == Status::Asserted) {
        let e = &*t;
        let headline = e.sentence.start < start && e.kind == EventType::Consult;
        let spoken = matches!(
            e.kind,
            EventType::Consult
                | EventType::Support
                | EventType::Request
                | EventType::Agree
                | EventType::Accuse
                | EventType::Threaten
        );
        // what others said to the one who called them was said in those calls
        let answers = e.target.iter().any(|id| callers.contains(id)) && !is_elsewhere(a, t.verb);
        let there = !e.source.is_empty() && (e.source.iter().all(is_party) || answers);
        if there && (headline || spoken && is_simple_past(a, t.verb) && !is_other_time(a, t.verb)) {
            t.set_date(date.clone(), span, why(&rules::dating::READOUT, span));
        }
    }
}

/// True for what is said in a place of its own: "in a recent post, Trump condemned …".
pub(crate) fn is_elsewhere(a: &Analysis<'_>, verb: usize) -> bool {
    a.children_by(verb, &[Deprel::Obl]).any(|c| EventWords::Utterances.has(a.lemma(c)))
}

/// True for what is set in a time of its own: "during the campaign, Trump promised", "as a candidate, he vowed".
pub(crate) fn is_other_time(a: &Analysis<'_>, verb: usize) -> bool {
    let setting = |c: usize| {
        let case = a.children(c).find(|&k| a.deprel(k) == Deprel::Case).map(|k| a.lower(k));
        let time = EventWords::Terms.has(a.lemma(c));
        match case {
            Some("during" | "in" | "throughout") => time,
            Some("as") => matches!(a.lemma(c), "candidate" | "nominee" | "senator"),
            _ => false,
        }
    };
    a.children(verb).any(|c| {
        a.deprel(c) == Deprel::Obl && setting(c)
            || a.deprel(c) == Deprel::Advmod && matches!(a.lower(c), "earlier" | "once" | "previously")
    })
}

/// True for the simple past, and for what is joined to it: "used the occasion to express", "was grateful".
pub(crate) fn is_simple_past(a: &Analysis<'_>, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..6 {
        let mut helpers =
            a.children(at).filter(|&c| matches!(a.deprel(c), Deprel::Aux | Deprel::AuxPass | Deprel::Cop));
        if let Some(first) = helpers.next() {
            return matches!(a.lower(first), "was" | "were" | "did") && helpers.next().is_none();
        }
        if a.xpos(at) == Xpos::Vbd {
            return true;
        }
        let reported = a.deprel(at) == Deprel::Ccomp && matches!(a.xpos(at), Xpos::Vbz | Xpos::Vbp);
        let joined = reported
            || match a.deprel(at) {
                Deprel::Xcomp | Deprel::Advcl | Deprel::Conj => true,
                // "used the occasion to express"
                Deprel::Acl => noun_phrase::is_infinitive(a, at),
                Deprel::Obj => !matches!(a.upos(at), Upos::Verb),
                _ => false,
            };
        match a.head(at) {
            Some(head) if joined => at = head,
            _ => return false,
        }
    }
    false
}
