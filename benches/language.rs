//! Speed of the language layer: `cargo bench --bench language`. Figures are words (tokens) a second.

use divan::{Bencher, black_box, counter::ItemsCount};
use dossier::language::{Analyser, AnalysisBuilder, Depth, RawToken, tokenise};

const SEEDS: [&str; 2] =
    [include_str!("../seeds/000_2c8ac6919ca2e163.txt"), include_str!("../seeds/004_1a71056e63c7aa0b.txt")];

/// Both seeds, twenty times over.
fn text() -> String {
    SEEDS.join("\n\n").repeat(20)
}

fn tokens(text: &str) -> Vec<RawToken> {
    let mut out = Vec::new();
    tokenise(text, &mut out);
    out
}

#[divan::bench]
fn tokenise_text(bencher: Bencher<'_, '_>) {
    let text = text();
    let mut out = Vec::new();
    bencher.counter(ItemsCount::new(tokens(&text).len())).bench_local(|| {
        out.clear();
        tokenise(black_box(&text), &mut out);
    });
}

#[divan::bench]
fn sentences_and_paragraphs(bencher: Bencher<'_, '_>) {
    let text = text();
    bencher
        .counter(ItemsCount::new(tokens(&text).len()))
        .bench_local(|| AnalysisBuilder::new(black_box(&text)).so_far().sentences().len());
}

#[divan::bench(args = [Depth::Tags, Depth::Trees, Depth::Names])]
fn analyse_to(bencher: Bencher<'_, '_>, depth: Depth) {
    let text = text();
    let mut analyser = Analyser::new();
    bencher
        .counter(ItemsCount::new(tokens(&text).len()))
        .bench_local(|| analyser.analyse_to(black_box(&text), depth).tokens().len());
}

fn main() {
    divan::main();
}
