//! Who did what to whom: frames over trees.
//!
//! Every verb, adjective and noun that the lexicon knows is tried ([`verbal`], [`nominal`]): the best frame
//! whose conditions hold names the type and where the people stand ([`people`]); the words above it in the
//! tree decide whether it happened and who says so ([`compose`]); [`when`], [`scene`] and [`carry`] date it; [`merge`] keeps one event
//! of what a sentence tells twice; [`confidence`] scores it.

pub(crate) mod arguments;
pub(crate) mod dating;
pub(crate) mod factuality;
pub(crate) mod filters;
pub(crate) mod frames;
pub(crate) mod judge;
pub(crate) mod scoring;
#[cfg(test)]
mod tests;
pub(crate) mod triggers;
pub(crate) mod words;

use super::actors::Actors;
use super::dates::Dates;
use super::layout::{Block, Layout};
use crate::extract::coreference::first_person;
use crate::extract::events::arguments::slots::{Casting, Party};
use crate::extract::events::arguments::{headline, shared_source, shared_target};
use crate::extract::events::dating::clause_date;
use crate::extract::events::dating::readout;
use crate::extract::events::filters::duplicates;
use crate::extract::events::filters::figurative;
use crate::extract::events::filters::figures;
use crate::extract::events::filters::nobody;
use crate::extract::events::frames::matcher::Reader;
use crate::extract::events::frames::table;
use crate::extract::events::scoring::confidence;
use crate::extract::events::scoring::features;
use crate::extract::events::triggers::draft::{Draft, Proposal, Teller, Told};
use crate::extract::events::triggers::noun;
use crate::extract::events::triggers::verb;
use crate::extract::events::words::EventWords;
use crate::language::{Analysis, Deprel, Upos};
use crate::model::{Aspect, Event, EventType, LocalActorId, Quote, RuleRef, Span, Status, Step, Why};
use crate::rules;

/// The rule of every frame, in the order of the tables.
pub fn frame_rules() -> impl Iterator<Item = RuleRef> {
    table::lexicon().rules()
}

/// Finds the events of an article.
#[must_use]
pub fn find(
    analysis: &Analysis<'_>,
    layout: &Layout,
    actors: &mut Actors,
    quotes: &[Quote],
    dates: &Dates,
) -> Vec<Event> {
    find_with(analysis, layout, actors, quotes, dates, &mut |_, _| ())
}

/// Finds the events of an article and shows each one's proposal to `see`, in the order of the events.
fn find_with(
    analysis: &Analysis<'_>,
    layout: &Layout,
    actors: &mut Actors,
    quotes: &[Quote],
    dates: &Dates,
    see: &mut impl FnMut(&Actors, &Proposal),
) -> Vec<Event> {
    first_person::refer(analysis, actors, quotes);
    let reader = Reader::new(analysis);
    let mut judge = judge::Judge::new();
    let mut events = Vec::new();
    for (s, sentence) in analysis.sentences().iter().enumerate() {
        if matches!(layout.block(sentence.paragraph), Block::Byline | Block::Boilerplate) {
            continue;
        }
        let told = sentence.tokens.clone().any(|i| reader.may_tell(i) || is_demand_word(analysis, i));
        let mut proposals = Vec::new();
        if told {
            proposals = duplicates::repeats(analysis, propose(&reader, actors, quotes, sentence.tokens.clone()));
        }
        let mut proposals = judge.decide(&reader, actors, quotes, sentence.tokens.clone(), proposals);
        if proposals.is_empty() {
            continue;
        }
        headline::passives(analysis, &mut proposals);
        // what the judge added has shared people too
        shared_source::sources(analysis, actors, &mut proposals);
        shared_target::targets(analysis, actors, &mut proposals);
        let dated = clause_date::in_sentence(analysis, layout, dates, sentence.span);
        for p in &proposals {
            if let Some(event) = accept(analysis, actors, quotes, dates, &dated, s, p) {
                see(actors, p);
                events.push(Told::new(event, p.carrier.unwrap_or(p.trigger)));
            }
        }
    }
    readout::date(analysis, actors, layout, dates, &mut events);
    readout::answer(analysis, actors, &mut events);
    events.into_iter().map(Told::into_event).collect()
}

/// Finds the events of an article with the [signs](signs) that their confidence is weighed from, "group\tvalue",
/// one list an event: what `train events` learns from.
#[must_use]
pub fn find_with_signs(
    analysis: &Analysis<'_>,
    layout: &Layout,
    actors: &mut Actors,
    quotes: &[Quote],
    dates: &Dates,
) -> (Vec<Event>, Vec<Vec<String>>) {
    let mut all = Vec::new();
    let events = find_with(analysis, layout, actors, quotes, dates, &mut |actors, p| {
        let mut shown = Vec::new();
        features::visit(analysis, actors, quotes, p, &mut |group, value| shown.push(format!("{group}\t{value}")));
        all.push(shown);
    });
    (events, all)
}

/// What the judge would be asked about an article.
#[must_use]
pub fn judge_examples(
    analysis: &Analysis<'_>,
    layout: &Layout,
    actors: &mut Actors,
    quotes: &[Quote],
) -> Vec<judge::SentenceExamples> {
    first_person::refer(analysis, actors, quotes);
    judge::examples(analysis, layout, actors, quotes)
}

fn is_demand_word(a: &Analysis<'_>, i: usize) -> bool {
    EventWords::Duty.has(a.lower(i))
}

/// Every event that the words of a sentence propose.
fn propose(
    reader: &Reader<'_, '_>,
    actors: &mut Actors,
    quotes: &[Quote],
    tokens: std::ops::Range<usize>,
) -> Vec<Draft> {
    let mut cast = Casting::new(reader, actors, quotes);
    let (mut out, mut used) = (Vec::new(), Vec::new());
    let a = reader.a;
    for i in tokens.clone() {
        if matches!(a.upos(i), Upos::Verb | Upos::Adj | Upos::Aux) {
            let verb = if reader.may_tell(i) { verb::read(&mut cast, i, &mut used) } else { None };
            out.extend(verb.or_else(|| verb::demand(&mut cast, i)));
        }
    }
    for i in tokens {
        if matches!(a.upos(i), Upos::Noun | Upos::Propn) && reader.may_tell(i) && !used.contains(&i) {
            out.extend(noun::read(&mut cast, i));
        }
    }
    out.retain(|p| nobody::is_event(a, cast.actors, p) && !figurative::is_none(reader, cast.actors, p));
    out.retain(|p| match figures::found(reader, cast.actors, p) {
        Some(rule) => {
            a.fired(rule, a.span(p.trigger));
            false
        }
        None => true,
    });
    shared_source::sources(a, cast.actors, &mut out);
    shared_target::targets(a, cast.actors, &mut out);
    for p in &mut out {
        figurative::in_words(a, cast.actors, p);
        figurative::alone(reader, cast.actors, p);
    }
    out
}

/// The event of a proposal, dated and attributed; `None` where it is too doubtful to show.
fn accept(
    a: &Analysis<'_>,
    actors: &mut Actors,
    quotes: &[Quote],
    dates: &Dates,
    dated: &[clause_date::Dated],
    s: usize,
    p: &Draft,
) -> Option<Event> {
    let confidence = confidence::score(a, actors, quotes, p);
    if confidence < confidence::FLOOR && !judge::is_sure(p) {
        a.fired(&rules::scoring::TOO_DOUBTFUL, a.span(p.trigger));
        return None;
    }
    let confidence = confidence.max(confidence::FLOOR);
    let according_to = attribution(a, actors, quotes, p);
    let telling = clause_date::Telling { reach: reach(a, p), status: status(p) };
    let dated = clause_date::pick(a, dated, p.trigger, p.carrier, telling);
    let date = dated.map(|(d, _)| &dates.exprs[d]);
    let mut trail = p.trail().to_vec();
    if let Some(((_, rule), expr)) = dated.zip(date) {
        trail.push(Step { sets: Aspect::Date, why: Why::words(rule, expr.span) });
    }
    let trigger = match p.carrier {
        Some(c) if p.trigger.abs_diff(c) <= 6 => a.span(c).cover(a.span(p.trigger)),
        _ => a.span(p.trigger),
    };
    let ids = |side: &[Party]| side.iter().map(|p| p.actor).collect::<Vec<_>>();
    let spans = |side: &[Party]| side.iter().map(|p| p.span).collect::<Vec<Span>>();
    Some(Event {
        sentence: a.sentences()[s].span,
        trigger,
        kind: p.kind,
        mode: p.mode,
        source: ids(&p.source),
        source_spans: if p.source.is_empty() { p.doing.into_iter().collect() } else { spans(&p.source) },
        target: ids(&p.target),
        target_spans: if p.target.is_empty() { p.theme.into_iter().collect() } else { spans(&p.target) },
        date: date.map(|d| clause_date::day(&d.value).to_owned()),
        date_span: date.map(|d| d.span),
        status: status(p),
        according_to,
        confidence,
        trail,
    })
}

/// A noun that tells an event by itself has the clause's date only where it is the clause's setting.
fn reach(a: &Analysis<'_>, p: &Proposal) -> clause_date::Reach {
    match p.teller {
        Teller::Noun if a.deprel(p.trigger) != Deprel::Obl => clause_date::Reach::Own,
        _ => clause_date::Reach::Clause,
    }
}

fn status(p: &Proposal) -> Status {
    match (p.kind, p.teller) {
        (EventType::Request, Teller::Demand) => Status::Asserted,
        _ => p.composed.status,
    }
}

/// Who claims it: the speaker of the quote that holds the trigger, else the subject of a report verb above.
fn attribution(a: &Analysis<'_>, actors: &Actors, quotes: &[Quote], p: &Proposal) -> Option<LocalActorId> {
    let at = a.span(p.trigger);
    let first = quotes.partition_point(|q| q.span.start <= at.start);
    let quote = quotes[..first].iter().rev().take(8).find(|q| q.span.contains(at));
    quote.and_then(|q| q.speaker).or_else(|| p.composed.speaker.and_then(|s| actors.at(s)))
}
