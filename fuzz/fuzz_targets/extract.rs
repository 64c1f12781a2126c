//! Any text gives findings, and every fact of them points at words of the text.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use dossier::extract::Extractor;
use dossier::model::Article;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    invariants::findings_hold(text, &Extractor::new().extract(&Article::from_text("a.txt", text)));
});
