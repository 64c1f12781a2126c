//! The language layer on any text: tiles, trees, and time that grows with the text and no faster.

#[allow(dead_code)] // it holds what is asked of findings too
mod invariants;

use std::time::{Duration, Instant};

use dossier::language::Analyser;
use invariants::analysis_holds;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn any_text_analysis_holds(text in "(\\PC|[ \n\t'’.!?\"“”a-zA-Z0-9\u{0}]|Putin |said |the |U\\.S\\. ){0,120}") {
        analysis_holds(&Analyser::new().analyse(&text));
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
    analysis_holds(&analyser.analyse(&hostile[2][..3000]));
}
