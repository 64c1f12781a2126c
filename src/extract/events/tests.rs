//! The tables are the test suite: every line parses, is reachable, and fires on its own example.

use super::*;

#[test]
fn every_line_of_the_tables_can_be_read() {
    assert_eq!(lexicon::lexicon().errors, []);
}

#[test]
fn classes_name_each_lemma_once_and_in_order() {
    let text = include_str!("../../../assets/frames/classes.tsv");
    let mut last = "";
    for (n, line) in lexicon::lines(text) {
        let (name, lemmas) = line.split_once('\t').expect("class and lemmas");
        assert!(last < name, "classes.tsv:{n}: {name} after {last}");
        last = name;
        let lemmas: Vec<_> = lemmas.split_whitespace().collect();
        assert!(lemmas.windows(2).all(|w| w[0] < w[1]), "classes.tsv:{n}: not sorted or twice");
    }
}
