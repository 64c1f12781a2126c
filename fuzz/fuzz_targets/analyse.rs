//! Any text gives tokens that tile it, and trees whose every arc stays in its sentence.
#![no_main]

use dossier::language::Analyser;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let analysis = Analyser::new().analyse(text);
    let mut at = 0;
    for i in 0..analysis.tokens().len() {
        let span = analysis.span(i);
        assert!(text[at..span.start as usize].chars().all(char::is_whitespace));
        at = span.end as usize;
        let sentence = &analysis.sentences()[analysis.sentence_of(i)];
        assert!(analysis.head(i).is_none_or(|h| sentence.tokens.contains(&h)));
        assert!(analysis.subtree(i).contains(&i));
    }
    assert!(text[at..].chars().all(char::is_whitespace));
});
