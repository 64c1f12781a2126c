//! The tables are the test suite: every line parses, is reachable, and fires on its own example.

use crate::extract::Extractor;
use crate::extract::events::frames::table;
use crate::model::{Article, Findings};

/// The tables' lines: table, line number, cells.
fn table_lines() -> impl Iterator<Item = (&'static str, usize, Vec<&'static str>)> {
    table::TABLES
        .into_iter()
        .flat_map(|(_, table, text)| table::lines(text).map(move |(n, l)| (table, n, l.split('\t').collect())))
}

fn extract(extractor: &mut Extractor, text: &str) -> Findings {
    extractor.extract(&Article::from_text("test.txt", text))
}

/// The events of a text, as "TYPE status" each.
fn told(extractor: &mut Extractor, text: &str) -> String {
    let events = extract(extractor, text).events;
    events.iter().map(|e| format!("{} {}", e.kind, e.status)).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_line_of_the_tables_can_be_read() {
    assert_eq!(table::lexicon().errors, []);
}

#[test]
fn classes_name_each_lemma_once_and_in_order() {
    let text = include_str!("../../../assets/frames/classes.tsv");
    let mut last = "";
    for (n, line) in table::lines(text) {
        let (name, lemmas) = line.split_once('\t').expect("class and lemmas");
        assert!(last < name, "classes.tsv:{n}: {name} after {last}");
        last = name;
        let lemmas: Vec<_> = lemmas.split_whitespace().collect();
        assert!(lemmas.windows(2).all(|w| w[0] < w[1]), "classes.tsv:{n}: not sorted or twice");
    }
}

#[test]
fn frames_fire_on_their_examples() {
    let mut extractor = Extractor::new();
    let mut silent = Vec::new();
    for (table, n, cells) in table_lines() {
        let label = cells[0];
        let found = extract(&mut extractor, cells[5]);
        if !found.events.iter().any(|e| e.rule().id == label) {
            let instead: Vec<_> = found.events.iter().map(|e| e.rule().id).collect();
            silent.push(format!("{table}.tsv:{n} {label} {} fires {instead:?}", cells[5]));
        }
    }
    assert!(silent.is_empty(), "{} silent lines:\n{}", silent.len(), silent.join("\n"));
}

#[test]
fn operators_do_what_their_examples_say() {
    let text = include_str!("../../../assets/frames/operators.tsv");
    let mut extractor = Extractor::new();
    let mut wrong = Vec::new();
    for (n, line) in table::lines(text) {
        let example = line.split('\t').nth(5).unwrap_or("");
        let (sentence, expected) = example.split_once(" =>").expect("sentence => expectation");
        let got = told(&mut extractor, sentence);
        if got != expected.trim() {
            wrong.push(format!("operators.tsv:{n} {sentence} expected {expected} got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_above_an_event_decide_what_became_of_it() {
    let chains = [
        ("Hamas rejected a call for a ceasefire.", "REJECT asserted"),
        ("Israel and Egypt agreed to halt attacks on the border.", "AGREE asserted"),
        ("Trump threatened to impose tariffs on China unless it signed a deal.", "THREATEN asserted"),
        ("India refused to stop buying oil from Russia.", "REJECT asserted"),
        ("Turkey agreed to let Sweden join NATO.", "AGREE asserted"),
        ("Iran denied attacking the tanker.", "REJECT asserted"),
        ("Israel accused Iran of attacking a ship.", "ACCUSE asserted"),
        ("Iran warned that it would attack Israel.", "THREATEN asserted"),
        ("The Taliban denied that they had signed a deal with the government.", "REJECT asserted"),
        ("France called on Israel to end the siege of Gaza.", "REQUEST asserted"),
        ("The court ordered the government to release the journalist.", "REQUEST asserted"),
        ("Poland wants Germany to send tanks to Ukraine.", "REQUEST asserted"),
        ("Germany ended its ban on exports to Israel.", "CONCEDE asserted"),
        ("The EU has not lifted sanctions on Iran.", "CONCEDE denied"),
        ("Turkey has stopped selling weapons to Israel.", "COOPERATE denied"),
        ("Ukraine failed to sign an agreement with Russia.", "AGREE denied"),
        ("Russia did not attack Ukraine.", "ASSAULT denied"),
        ("Germany will send tanks to Ukraine.", "AID planned"),
        ("Germany may send tanks to Ukraine.", "AID possible"),
        ("Trump is expected to meet Putin in Helsinki.", "CONSULT planned"),
        ("Merkel said she would meet Obama on Tuesday.", "CONSULT planned"),
        ("China is unlikely to attack Taiwan.", "ASSAULT possible"),
        ("Did Russia attack Ukraine?", ""),
        ("If Russia attacks Poland, NATO will deploy troops.", "MOBILIZE planned"),
        ("Britain considered imposing sanctions on Russia.", ""),
        ("There was no attack on Israel.", ""),
        ("The president promised not to attack Iran.", "AGREE asserted"),
        ("Kim vowed never to give up his missiles.", "REJECT asserted"),
        ("Iran rejected a call for talks with Israel.", "REJECT asserted"),
        ("Iran refused to stop selling oil to China.", "REJECT asserted"),
        ("Iran has not agreed to meet Israel.", "AGREE denied"),
        ("Iran did not threaten to attack Israel.", "THREATEN denied"),
        ("Iran never condemned Israel.", "ACCUSE denied"),
        ("Iran no longer supports Hamas.", "SUPPORT denied"),
        ("No state condemned Israel.", "ACCUSE denied"),
        ("Iran might condemn Israel.", "ACCUSE possible"),
        ("Iran would have attacked Israel.", "ASSAULT possible"),
        ("Iran is going to attack Israel.", "ASSAULT planned"),
        ("Iran is about to attack Israel.", "ASSAULT planned"),
        ("Iran tried to kill Netanyahu.", "ASSAULT possible"),
        ("Iran managed to sign a deal with Israel.", "AGREE asserted"),
        ("Iran refrained from condemning Israel.", "ACCUSE denied"),
        ("Iran stopped criticising Israel.", "ACCUSE denied"),
        ("Iran began criticising Israel.", "ACCUSE asserted"),
        ("Iran hopes to sign a deal with Israel.", "AGREE possible"),
        ("Iran plans to sue Israel.", "ACCUSE planned"),
        ("Iran decided to expel the ambassador of Israel.", "SANCTION planned"),
        ("Unless Iran frees the sailors, Britain will impose sanctions.", "SANCTION planned"),
        ("Will Iran attack Israel?", ""),
        ("Iran accused Israel of refusing to talk.", "ACCUSE asserted"),
        ("Iran urged Israel not to attack Lebanon.", "REQUEST asserted"),
        ("Iran promised to stop attacking Israel.", "AGREE asserted"),
        ("Iran lifted its ban on exports to Israel.", "CONCEDE asserted"),
        ("Iran warned Israel against attacking Lebanon.", "THREATEN asserted"),
        ("Iran threatened to attack Israel if it refused to talk.", "THREATEN asserted"),
        ("Iran said it would not sign the deal.", "REJECT asserted"),
        ("Iran denied that it had agreed to meet Israel.", "REJECT asserted"),
        ("Iran announced a truce with Israel, only to attack Lebanon.", "CONCEDE asserted, ASSAULT asserted"),
        ("Iran could never allow Israel to leave.", "CONCEDE denied"),
        ("Trump has never been more critical of Iran.", "ACCUSE asserted"),
        ("Iran let the militants kill the hostages.", ""),
    ];
    let mut extractor = Extractor::new();
    let wrong: Vec<_> = chains
        .iter()
        .map(|(sentence, expected)| (*sentence, *expected, told(&mut extractor, sentence)))
        .filter(|(_, expected, got)| got != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reported_events_name_who_reports_them() {
    let found = extract(&mut Extractor::new(), "Angela Merkel said that Russia had attacked Ukraine.");
    let [event] = &found.events[..] else { panic!("one event, not {:?}", found.events) };
    let claimant = event.according_to.map(|id| found.actors[id.index()].name.clone());
    assert_eq!(claimant.as_deref(), Some("Angela Merkel"));
}
