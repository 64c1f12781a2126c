//! Any text gives tokens that tile it, and trees whose every arc stays in its sentence.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use dossier::language::Analyser;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| invariants::analysis_holds(&Analyser::new().analyse(text)));
