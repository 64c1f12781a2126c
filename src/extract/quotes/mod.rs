//! Who said what: direct speech between marks, reported clauses, transcripts' turns.
//!
//! The marks are paired first ([`marks`]), then every word that reports speech is found with its
//! speaker ([`cues`]); direct speech looks for a cue around each quotation ([`direct`]), reported
//! clauses hang on the cues themselves ([`indirect`]). All rules name heads of noun phrases;
//! [`speaker`] turns them into actors at the end.

pub(crate) mod speaker;
#[cfg(test)]
mod tests;

use crate::extract::attribution::cues;
use crate::extract::attribution::cues::Cue;
use crate::extract::attribution::direct;
use crate::extract::attribution::direct::{Attribution, Verdict};
use crate::extract::attribution::indirect;
use crate::extract::attribution::scene::Scene;
use crate::extract::attribution::transcript;
use crate::extract::quotation_marks::Quotation;
use crate::rules;
use rustc_hash::FxHashMap;

use super::actors::Actors;
use super::layout::Layout;
use crate::language::Analysis;
use crate::model::{LocalActorId, Quote, QuoteKind, Rule, Span, Why};

/// Finds the speech of an article and gives it its speakers.
#[must_use]
pub fn attribute(
    analysis: &Analysis<'_>,
    layout: &Layout,
    quotations: &[Quotation],
    actors: &mut Actors,
) -> Vec<Quote> {
    let scene = Scene::new(analysis, layout, quotations);
    let turns = transcript::turns(&scene);
    if turns.is_empty() {
        speaker::first_persons(&scene, actors);
    }
    let cues = cues::find(&scene, actors);
    let mut found: Vec<Found> = Vec::new();
    // What is quoted or reported within a turn is part of the turn.
    let in_turn = |paragraph: usize| turns.binary_search_by_key(&paragraph, |t| t.paragraph).is_ok();
    for turn in &turns {
        if !turn.tokens.is_empty() {
            let span = analysis.span_of(turn.tokens.clone());
            let rule = if turn.continues {
                &rules::attribution::TRANSCRIPT_GOES_ON
            } else {
                &rules::attribution::TRANSCRIPT_LABEL
            };
            let head = turn.label.clone().rev().find(|&i| !scene.is_punct(i));
            let speaker_tokens = turn.label.clone();
            found.push(Found {
                span,
                kind: QuoteKind::Direct,
                by: Attribution { speaker: head, speaker_tokens, rule, ..Attribution::default() },
                turn: true,
            });
        }
    }
    for (speech, verdict) in scene.speeches.iter().zip(direct::judge(&scene, &cues)) {
        let by = match verdict {
            Verdict::Said(by) => by,
            Verdict::Unattributed => Attribution { rule: &rules::attribution::UNATTRIBUTED, ..Attribution::default() },
            Verdict::NotSpeech => continue,
        };
        if !in_turn(speech.paragraph) {
            found.push(Found { span: speech.quotation.inner, kind: QuoteKind::Direct, by, turn: false });
        }
    }
    for reported in indirect::find(&scene, &cues) {
        let cue: &Cue = &cues[reported.cue];
        if let Some(span) = scene.trimmed(reported.tokens.clone())
            && !in_turn(cue.paragraph)
        {
            found.push(Found {
                span,
                kind: QuoteKind::Indirect,
                by: Attribution::by_cue(cue, reported.shape.rule()),
                turn: false,
            });
        }
    }
    found.sort_by_key(|f| (f.span.start, std::cmp::Reverse(f.span.end), f.kind));
    found.dedup_by(|b, a| a.span == b.span && a.kind == b.kind);
    resolve(&scene, actors, found)
}

/// A quote before its speaker is an actor.
struct Found {
    span: Span,
    kind: QuoteKind,
    by: Attribution,
    /// A turn of a transcript.
    turn: bool,
}

fn resolve(scene: &Scene<'_, '_>, actors: &mut Actors, found: Vec<Found>) -> Vec<Quote> {
    let a = scene.analysis;
    // Who spoke last, and the sentence that said so.
    let mut last: Option<(LocalActorId, usize)> = None;
    let mut quotes: Vec<Quote> = Vec::with_capacity(found.len());
    // Reported clauses that hold the quote at hand, outermost first: places in `quotes`.
    let mut open: Vec<usize> = Vec::new();
    let mut labels: FxHashMap<&str, Option<LocalActorId>> = FxHashMap::default();
    for Found { span, kind, by, turn } in found {
        open.retain(|&q| quotes[q].span.end > span.start);
        let (speaker, chosen) = match by.speaker {
            Some(_) if turn => {
                let label = a.span_of(by.speaker_tokens.clone()).of(a.text());
                let id = || speaker::labelled(scene, actors, &by.speaker_tokens);
                (*labels.entry(label).or_insert_with(id), &rules::quotes::LABEL)
            }
            Some(head) => speaker::actor(scene, actors, head, &by.speaker_tokens, last),
            None => (None, Rule::NONE),
        };
        let span_of = |tokens: &std::ops::Range<usize>| (!tokens.is_empty()).then(|| a.span_of(tokens.clone()));
        let speaker_span = by.speaker.and_then(|_| span_of(&by.speaker_tokens));
        let cue = span_of(&by.cue);
        let reporter = open
            .iter()
            .rev()
            .map(|&q| &quotes[q])
            .find(|q| q.span.contains(span) && q.speaker_span != speaker_span)
            .and_then(|q| q.speaker)
            .filter(|r| Some(*r) != speaker);
        let addressee = by.addressee.and_then(|head| actors.at(head)).filter(|to| Some(*to) != speaker);
        let who = speaker_span.map_or_else(Why::default, |words| Why::words(chosen, words));
        let why = match cue.or(speaker_span) {
            Some(words) => Why::words(by.rule, words),
            None => Why::rule(by.rule),
        };
        let nested = open.iter().any(|&q| quotes[q].span.contains(span) && quotes[q].speaker_span != speaker_span);
        if kind == QuoteKind::Indirect {
            open.push(quotes.len());
        }
        // Whose words stand within another's is not the one who goes on speaking.
        if !nested {
            last = speaker.zip(by.speaker).map(|(id, head)| (id, a.sentence_of(head))).or(last);
        }
        quotes.push(Quote { span, kind, speaker, speaker_span, cue, addressee, reporter, why, who });
    }
    quotes
}
