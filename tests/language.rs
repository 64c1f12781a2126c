//! The language layer on any text: tiles, trees, and time that grows with the text and no faster.

use std::time::{Duration, Instant};

use dossier::language::{Analyser, Analysis};
use proptest::prelude::*;

fn holds_together(analysis: &Analysis<'_>) {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_text_holds_together(text in "(\\PC|[ \n\t'’.!?\"“”a-zA-Z0-9\u{0}]|Putin |said |the |U\\.S\\. ){0,120}") {
        holds_together(&Analyser::new().analyse(&text));
    }
}

/// Hostile texts of about the same size must cost about the same a byte.
#[test]
fn hostile_texts_take_linear_time() {
    let mut analyser = Analyser::new();
    let hostile = [
        "word ".repeat(40_000),
        "x".repeat(200_000),
        "(".repeat(100_000) + &")".repeat(100_000),
        "\"'“".repeat(40_000),
        "\u{0}".repeat(200_000),
        "1-1/1,".repeat(33_000),
        "a.".repeat(100_000),
        "The U.S. ".repeat(22_000),
        "Москва 東京 العربية ".repeat(5_000),
        "\n".repeat(200_000),
    ];
    for text in &hostile {
        let started = Instant::now();
        let analysis = analyser.analyse(text);
        // a quadratic step would take minutes
        assert!(
            started.elapsed() < Duration::from_secs(20),
            "slow on {:?}…",
            text.chars().take(10).collect::<String>()
        );
        assert_eq!(analysis.tokens().is_empty(), text.trim().is_empty());
    }
    holds_together(&analyser.analyse(&hostile[2][..3000]));
}
