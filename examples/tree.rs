//! Prints trees of standard input.
use std::io::Read;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let a = dossier::language::Analyser::new().analyse(&text);
    for s in a.sentences() {
        for i in s.tokens.clone() {
            println!(
                "{i}\t{}\t{}\t{:?}\t{:?}\t{:?}\t{}",
                a.word(i),
                a.lemma(i),
                a.upos(i),
                a.xpos(i),
                a.deprel(i),
                a.head(i).map_or("-".to_owned(), |h| format!("{h} {}", a.word(h)))
            );
        }
        println!();
    }
}
