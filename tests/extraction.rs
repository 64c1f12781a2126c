//! Extraction is total: any text in, findings out, and every fact points at words of the text.

#[allow(dead_code)] // it holds what is asked of analyses too
mod invariants;

use dossier::extract::Extractor;
use dossier::model::Article;
use invariants::findings_hold;
use invariants::pieces::PIECES;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(vec!["", " ", " ", " "])), 0..80)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn facts_point_at_words_whatever_the_text(text in text()) {
        findings_hold(&text, &Extractor::new().extract(&Article::from_text("a.txt", &text)));
    }

    #[test]
    fn any_characters_are_taken(text in "\\PC{0,200}|[\\x00-\\x7f]{0,200}|\\p{Any}{0,100}") {
        findings_hold(&text, &Extractor::new().extract(&Article::from_text("a.txt", &text)));
    }
}

#[test]
fn the_seeds_hold_the_same_rules() {
    let mut extractor = Extractor::new();
    for text in [include_str!("../seeds/000_2c8ac6919ca2e163.txt"), include_str!("../seeds/004_1a71056e63c7aa0b.txt")] {
        findings_hold(text, &extractor.extract(&Article::from_text("seed.txt", text)));
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
        // one line of 1.6 MB
        seed.repeat(1_600_000 / seed.len()),
        "(".repeat(5_000) + &")".repeat(5_000),
        "Putin сказал 北京 「会谈」 العربية é \u{0} ".repeat(5_000),
    ] {
        findings_hold(&text, &extractor.extract(&Article::from_text("a.txt", &text)));
    }
}
