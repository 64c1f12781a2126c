//! Extraction is total: any text in, findings out, and every fact points at words of the text.

use dossier::extract::Extractor;
use dossier::model::{Article, Findings, Span};
use proptest::prelude::*;

/// Pieces that go wrong in real files, glued together at random.
const PIECES: &[&str] = &[
    "President Vladimir Putin",
    "Putin",
    "Mr. Modi",
    "India",
    "the U.S.",
    "said",
    "told",
    "met",
    "in a phone call with",
    "on Monday",
    "May 5, 2025",
    "last week",
    "the 1990s",
    "refused to impose sanctions on",
    "he",
    "they",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "\"",
    "'",
    "``",
    "''",
    "\u{ab}",
    "\u{bb}",
    "(",
    ")",
    "[",
    "]",
    "((((((((",
    ".",
    ",",
    "?!",
    "…",
    "...",
    "—",
    "-",
    ":",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{a0}",
    "é",
    "İstanbul",
    "ß",
    "ﬁ",
    "北京",
    "Путин",
    "👩‍👩‍👧",
    "e\u{301}",
    "99999999999999999999",
    "2025-13-45",
    "31 February",
    "http://example.org/a?b=c",
    "[link](http://example.org)",
    "**bold**",
    "# Heading",
    "PRESIDENT TRUMP:",
    "Q:",
    "By Jane Doe",
    "(Reuters) -",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(vec!["", " ", " ", " "])), 0..80)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
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

/// What must hold for the findings of any text whatever.
fn check(text: &str, f: &Findings) {
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
        assert!(!a.name.trim().is_empty(), "every actor has a name");
        assert!(a.of.is_none_or(known), "of names an actor");
    }
    for q in &f.quotes {
        assert!(q.speaker.is_none_or(known) && q.addressee.is_none_or(known) && q.reporter.is_none_or(known));
    }
    for e in &f.events {
        assert!(e.source.iter().chain(&e.target).copied().all(known) && e.according_to.is_none_or(known));
        assert!(!e.source.is_empty() || !e.target.is_empty(), "an event has people");
        // where nobody is its source or target, the words of what does it or what it is done to may be told
        for (ids, spans) in [(&e.source, &e.source_spans), (&e.target, &e.target_spans)] {
            assert!(ids.len() == spans.len() || ids.is_empty() && spans.len() == 1);
        }
        assert!(e.sentence.contains(e.trigger), "the trigger stands in its sentence");
        assert!((0.0..=1.0).contains(&e.confidence));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn facts_point_at_words_whatever_the_text(text in text()) {
        check(&text, &Extractor::new().extract(&Article::from_text("a.txt", &text)));
    }

    #[test]
    fn any_characters_are_taken(text in "\\PC{0,200}|[\\x00-\\x7f]{0,200}|\\p{Any}{0,100}") {
        check(&text, &Extractor::new().extract(&Article::from_text("a.txt", &text)));
    }
}

#[test]
fn the_seeds_hold_the_same_rules() {
    let mut extractor = Extractor::new();
    for text in [include_str!("../seeds/000_2c8ac6919ca2e163.txt"), include_str!("../seeds/004_1a71056e63c7aa0b.txt")] {
        check(text, &extractor.extract(&Article::from_text("seed.txt", text)));
    }
}

#[test]
fn one_extractor_gives_the_same_findings_again() {
    let mut extractor = Extractor::new();
    let article = Article::from_text("a.txt", include_str!("../seeds/004_1a71056e63c7aa0b.txt"));
    let line = |x: &mut Extractor| {
        let findings = x.extract(&article);
        dossier::export::dossier_line::to_json(&article, &findings, dossier::export::dossier_line::Detail::Explained)
            .unwrap()
    };
    assert_eq!(line(&mut extractor), line(&mut extractor), "scratch memory leaks from one article into the next");
}

/// Hostile sizes: quadratic stages would take minutes here and be noticed by whoever runs the tests.
#[test]
fn monstrous_texts_come_back() {
    let mut extractor = Extractor::new();
    let seed = include_str!("../seeds/004_1a71056e63c7aa0b.txt").replace('\n', " ");
    for text in [
        "(".repeat(10_000),
        "\u{201c}".repeat(10_000),
        "\"a ".repeat(20_000),
        "Putin ".repeat(20_000),
        "and ".repeat(20_000),
        "x".repeat(200_000),
        "\u{0}".repeat(10_000),
        ". ".repeat(50_000),
        "\n".repeat(100_000),
        "1".repeat(100_000),
        "Путин сказал ".repeat(5_000),
        seed.repeat(40),
    ] {
        check(&text, &extractor.extract(&Article::from_text("a.txt", &text)));
    }
}
