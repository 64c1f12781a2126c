//! A walk of the rule book: every rule has a name, a reason and texts that prove it.
//!
//! `UPDATE_RULES=1 cargo test --test rules` writes docs/rules.md anew.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use dossier::export::rule_book;
use dossier::extract::Extractor;
use dossier::extract::book::{self, Decision};
use dossier::model::{Article, Pass, RuleRef};

/// How a text begins whose article came without a date, before the name of its file.
const UNDATED: &str = "undated ";

fn decisions(extractor: &mut Extractor, text: &str) -> Vec<Decision> {
    let undated = text.strip_prefix(UNDATED).and_then(|rest| rest.split_once("\n\n"));
    let (file, body) = undated.unwrap_or(("example.txt", text));
    let mut article = Article::from_text(file, body);
    article.published = NaiveDate::from_ymd_opt(2025, 6, 12).filter(|_| undated.is_none());
    let (findings, fires) = extractor.extract_with_fires(&article);
    book::decisions(&article.text, &findings, &fires)
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn ids_are_stable_names_told_apart_and_in_order() {
    let mut seen = HashSet::new();
    for rule in book::all() {
        assert!(seen.insert(rule.id), "{} twice", rule.id);
        let shaped = rule.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
        assert!(shaped && rule.id.contains('.'), "{} is no pass and name", rule.id);
        let says = rule.doc.trim();
        assert!(says.contains(' ') && !says.contains('\n'), "{} is not one sentence: {says}", rule.id);
    }
    for pass in Pass::ALL {
        let rules = dossier::rules::of(pass);
        assert!(
            rules.iter().all(|r| r.pass == pass && r.id.starts_with(&format!("{pass}."))),
            "strangers among {pass}"
        );
        assert!(rules.windows(2).all(|w| w[0].id < w[1].id), "{pass} is out of order");
    }
}

#[test]
fn every_rule_has_a_text_in_which_it_fires_and_one_in_which_it_must_not() {
    let bare = |r: &RuleRef| r.yes.is_empty() || r.no.is_empty();
    assert_none(book::all().filter(bare).map(|r| r.id.to_owned()).collect());
}

#[test]
fn every_rule_fires_where_it_must() {
    let mut extractor = Extractor::new();
    let mut faults = Vec::new();
    for rule in book::all() {
        for example in rule.yes {
            let found = decisions(&mut extractor, example.text);
            let lines: Vec<_> = found.iter().filter(|d| d.rule == rule).map(|d| d.line.as_str()).collect();
            if lines.is_empty() {
                let instead: Vec<_> = found.iter().map(|d| format!("{} ({})", d.rule.id, d.line)).collect();
                faults.push(format!("{} is silent in: {}\n    {}", rule.id, example.text, instead.join("\n    ")));
            } else if !lines.iter().any(|l| l.contains(example.gives)) {
                faults.push(format!("{} gives {lines:?}, not {:?}, in: {}", rule.id, example.gives, example.text));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn no_rule_fires_where_it_must_not() {
    let mut extractor = Extractor::new();
    let mut faults = Vec::new();
    for rule in book::all() {
        for text in rule.no {
            for decision in decisions(&mut extractor, text).iter().filter(|d| d.rule == rule) {
                faults.push(format!("{} fires ({}) in: {text}", rule.id, decision.line));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn the_page_is_the_book() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = rule_book::markdown(&book::all().collect::<Vec<_>>());
    if std::env::var_os("UPDATE_RULES").is_some() {
        fs::write(&path, &page).unwrap();
    } else {
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == page, "docs/rules.md lags behind; UPDATE_RULES=1 cargo test --test rules mends it");
    }
}
