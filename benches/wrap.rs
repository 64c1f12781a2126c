//! Laying out very long articles and very long lines in rows.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use dossier::app::wrap::WrapTable;

fn main() {
    divan::main();
}

/// A megabyte of paragraphs.
fn article() -> String {
    let sentence = "The minister told reporters on Friday that “talks” had gone on for three hours, an aide said. ";
    let mut text = String::new();
    while text.len() < 1 << 20 {
        text.push_str(&sentence.repeat(5));
        text.push_str("\n\n");
    }
    text
}

/// Texts that are hard in different ways.
fn text(kind: &str) -> String {
    match kind {
        "article" => article(),
        "one line" => article().replace('\n', " "),
        "no blank" => "x".repeat(1 << 20),
        "ideographs" => "東京で会談した。".repeat((1 << 20) / 24),
        "combining" => "e\u{301}".repeat((1 << 20) / 3),
        _ => String::new(),
    }
}

const KINDS: [&str; 5] = ["article", "one line", "no blank", "ideographs", "combining"];

#[divan::bench(args = KINDS, max_time = 1)]
fn megabyte(bencher: Bencher, kind: &str) {
    let text = text(kind);
    bencher.counter(BytesCount::of_str(&text)).bench(|| WrapTable::new(black_box(&text), 94));
}

/// Finding the row of a byte in a table that is there.
#[divan::bench]
fn row_of_a_byte(bencher: Bencher) {
    let text = article();
    let table = WrapTable::new(&text, 94);
    bencher.bench(|| table.row_of(black_box(777_777)));
}
