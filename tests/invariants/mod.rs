//! What must hold whatever the text: asked by the property tests and by the fuzz targets.

#[allow(dead_code)] // not everybody who asks makes texts
pub mod pieces;

use dossier::language::Analysis;
use dossier::model::{EventType, Findings, Span};

/// Tokens tile the text, and every arc stays in its sentence's tree.
pub fn analysis_holds(analysis: &Analysis<'_>) {
    let text = analysis.text();
    let mut at = 0;
    for i in 0..analysis.tokens().len() {
        let span = analysis.span(i);
        assert!(text[at..span.start as usize].chars().all(char::is_whitespace), "a gap before token {i} holds words");
        at = span.end as usize;
        let sentence = &analysis.sentences()[analysis.sentence_of(i)];
        assert!(sentence.tokens.contains(&i));
        if let Some(h) = analysis.head(i) {
            assert!(sentence.tokens.contains(&h), "token {i} hangs outside its sentence");
            assert!(analysis.children(h).any(|c| c == i));
            assert!(analysis.subtree(h).contains(&i));
        }
        assert!(analysis.is_under(i, analysis.root_of(analysis.sentence_of(i))), "token {i} is not under the root");
    }
    assert!(text[at..].chars().all(char::is_whitespace));
    for pair in analysis.names().windows(2) {
        assert!(pair[0].tokens.end <= pair[1].tokens.start, "names overlap");
    }
    for (p, paragraph) in analysis.paragraphs().iter().enumerate() {
        assert!(paragraph.sentences.clone().all(|s| analysis.sentences()[s].paragraph == p));
    }
}

fn spans(f: &Findings) -> Vec<(&'static str, Span)> {
    let mut out = Vec::new();
    out.extend(f.title.map(|s| ("title", s)));
    out.extend(f.document_date.iter().filter_map(|d| Some(("document date", d.span?))));
    out.extend(f.entities.iter().map(|e| ("entity", e.span)));
    out.extend(f.actors.iter().flat_map(|a| &a.mentions).map(|m| ("mention", m.span)));
    for q in &f.quotes {
        out.push(("quote", q.span));
        out.extend(q.cue.map(|s| ("cue", s)));
        out.extend(q.speaker_span.map(|s| ("speaker", s)));
    }
    out.extend(f.dates.iter().map(|d| ("date", d.span)));
    for e in &f.events {
        out.push(("sentence", e.sentence));
        out.push(("trigger", e.trigger));
        out.extend(e.source_spans.iter().chain(&e.target_spans).map(|&s| ("person", s)));
        out.extend(e.date_span.map(|s| ("event date", s)));
    }
    out.extend(f.warnings.iter().filter_map(|w| Some(("warning", w.span?))));
    out
}

/// Every fact of the findings points at words of the text, and everything it refers to is there.
pub fn findings_hold(text: &str, f: &Findings) {
    for (what, span) in spans(f) {
        assert!(
            Span::checked(text, span.start as usize, span.end as usize).is_ok() && !span.is_empty(),
            "{what} at {span} is no words of a text of {} bytes",
            text.len()
        );
    }
    assert!(f.entities.is_sorted_by_key(|e| e.span), "entities are in order");
    assert!(f.entities.windows(2).all(|w| w[0].span.end <= w[1].span.start), "entities do not overlap");
    assert!(f.dates.is_sorted_by_key(|d| d.span.start), "dates are in order");
    let known = |id: dossier::model::LocalActorId| id.index() < f.actors.len();
    for a in &f.actors {
        assert!(!a.name.trim().is_empty() && !a.mentions.is_empty(), "every actor has a name and words that name it");
        assert!(a.of.is_none_or(known), "of names an actor");
    }
    for q in &f.quotes {
        assert!(q.speaker.is_none_or(known) && q.addressee.is_none_or(known) && q.reporter.is_none_or(known));
    }
    for e in &f.events {
        assert!(e.source.iter().chain(&e.target).copied().all(known) && e.according_to.is_none_or(known));
        // an attack or a protest is news though nobody is named: "the blast killed five", "protests spread"
        let alone = matches!(e.kind, EventType::Assault | EventType::Protest);
        assert!(alone || !e.source.is_empty() || !e.target.is_empty(), "an event has people");
        // where nobody is its source or target, the words of what does it or what it is done to may be told
        for (ids, spans) in [(&e.source, &e.source_spans), (&e.target, &e.target_spans)] {
            assert!(ids.len() == spans.len() || ids.is_empty() && spans.len() == 1);
        }
        assert!(e.sentence.contains(e.trigger), "the trigger stands in its sentence");
        assert!((0.0..=1.0).contains(&e.confidence));
    }
}
