//! Asks of texts torn and glued at random what the fuzz targets ask, on a stable compiler:
//! `cargo run --release --example hammer -- SECONDS [FOLDER] [SEED]`.
//!
//! The texts of FOLDER (the seeds without one) are cut, doubled, mixed with one another and with what goes
//! wrong in real files. A text that fails is written to `fuzz/artifacts`, shortened while it still fails.

#[path = "../tests/invariants/mod.rs"]
mod invariants;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use dossier::extract::Extractor;
use dossier::language::Analyser;
use dossier::model::Article;
use invariants::pieces::PIECES;

/// Longer texts are cut: many short ones find more.
const LONGEST: usize = 3000;
/// A text may take this long for each of its bytes, and a quarter of a second besides.
const SLOWEST: Duration = Duration::from_micros(100);

struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }

    /// A place between two characters.
    fn cut(&mut self, text: &str) -> usize {
        let mut at = self.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    fn piece<'t>(&mut self, text: &'t str) -> &'t str {
        let (a, b) = (self.cut(text), self.cut(text));
        &text[a.min(b)..a.max(b)]
    }

    /// A text made of the others.
    fn tear(&mut self, texts: &[String]) -> String {
        let first = self.below(texts.len());
        let mut text = self.piece(&texts[first]).to_owned();
        let longest = 1 + self.below(LONGEST);
        if text.len() > longest {
            let mut end = longest;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
        }
        for _ in 0..self.below(20) {
            let at = self.cut(&text);
            match self.below(8) {
                0 => {
                    let end = at + self.piece(&text[at..]).len().min(40);
                    if text.is_char_boundary(end) {
                        text.replace_range(at..end, "");
                    }
                }
                1 => {
                    let other = self.below(texts.len());
                    let other = self.piece(&texts[other]);
                    let other: String = other.chars().take(200).collect();
                    text.insert_str(at, &other);
                }
                2 => {
                    let again: String = self.piece(&text).chars().take(60).collect();
                    text.insert_str(at, &again.repeat(1 + self.below(5)));
                }
                3 => text = text.to_uppercase(),
                4 => text = text.replace('\n', PIECES[self.below(PIECES.len())]),
                _ => text.insert_str(at, PIECES[self.below(PIECES.len())]),
            }
        }
        text
    }
}

fn holds(text: &str) -> bool {
    let started = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| {
        invariants::analysis_holds(&Analyser::new().analyse(text));
        invariants::findings_hold(text, &Extractor::new().extract(&Article::from_text("a.txt", text)));
    }));
    done.is_ok() && started.elapsed() < SLOWEST * text.len() as u32 + Duration::from_millis(250)
}

/// Leaves pieces out as long as the rest still fails.
fn shorten(mut text: String) -> String {
    let mut size = text.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < text.len() {
            let end = (at + size).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                let shorter = format!("{}{}", &text[..at], &text[end..]);
                if !holds(&shorter) {
                    text = shorter;
                    continue;
                }
            }
            at += size;
        }
        size /= 2;
    }
    text
}

fn main() -> io::Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    let seconds = args.first().and_then(|s| s.parse().ok()).unwrap_or(60);
    let folder = args.get(1).map_or("seeds", String::as_str);
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        texts.extend(fs::read_to_string(entry?.path()).ok());
    }
    let mut dice = Dice(args.get(2).and_then(|s| s.parse().ok()).unwrap_or(1));
    let end = Instant::now() + Duration::from_secs(seconds);
    let (mut tried, mut failed) = (0usize, 0usize);
    while Instant::now() < end && failed < 5 && !texts.is_empty() {
        let text = dice.tear(&texts);
        tried += 1;
        if !holds(&text) {
            failed += 1;
            let file = Path::new("fuzz/artifacts").join(format!("hammer-{failed}.txt"));
            fs::create_dir_all("fuzz/artifacts")?;
            fs::write(&file, shorten(text))?;
            eprintln!("fails: {}", file.display());
        }
    }
    println!("{tried} texts, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(io::Error::other("some texts failed")) }
}
