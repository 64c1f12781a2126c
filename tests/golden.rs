//! What the program finds in the two articles it ships with, as tables a person can read.
//!
//! A change here is a change of what users see: read it row by row before accepting it
//! (`INSTA_UPDATE=always cargo test --test golden`).

use std::fmt::Write;

use dossier::export::records::{ActorRecord, EventRecord, QuoteRecord, Record};
use dossier::extract::Extractor;
use dossier::ingest::{self, Read};
use dossier::store::{Store, StoreBuilder};

fn store() -> Store {
    let mut extractor = Extractor::new();
    let mut builder = StoreBuilder::new();
    for read in ingest::plan(&[]).iter().flat_map(ingest::Item::read) {
        if let Read::Article(article) = read {
            let findings = extractor.extract(&article);
            builder.add(article, findings);
        }
    }
    builder.build()
}

/// Some columns of records, tabs between them.
fn table<R: Record>(columns: &[&str], records: impl Iterator<Item = R>) -> String {
    let places: Vec<_> = columns.iter().map(|c| R::COLUMNS.iter().position(|known| known == c).unwrap()).collect();
    let mut out = columns.join("\t") + "\n";
    for record in records {
        let fields = record.fields();
        let row: Vec<_> = places.iter().map(|&i| fields[i].split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        out.push_str(row.join("\t").trim_end());
        out.push('\n');
    }
    out
}

#[test]
fn events_of_the_seeds() {
    let store = store();
    let columns = ["date", "status", "type", "mode", "source", "target", "according_to", "trigger", "where"];
    insta::assert_snapshot!(table(&columns, store.event_ids().map(|e| EventRecord::of(&store, e))));
}

#[test]
fn quotes_of_the_seeds() {
    let store = store();
    let columns = ["speaker", "kind", "cue", "where", "words"];
    insta::assert_snapshot!(table(&columns, store.quote_ids().map(|q| QuoteRecord::of(&store, q))));
}

#[test]
fn actors_of_the_seeds() {
    let store = store();
    let columns = ["name", "kind", "of", "mentions", "roles", "names"];
    let named = store.actors_by_weight().iter().filter(|&&a| store.actor(a).named);
    insta::assert_snapshot!(table(&columns, named.map(|&a| ActorRecord::of(&store, a))));
}

#[test]
fn dates_of_the_seeds() {
    let store = store();
    let mut out = String::new();
    for id in store.article_ids() {
        let row = store.article(id);
        let day = row.document_date.as_ref().map(|d| format!("{} ({})", d.date, d.why.rule.id));
        let _ = writeln!(out, "{}\t{}", row.article.doc, day.as_deref().unwrap_or("undated"));
        for date in store.dates_in(id) {
            let _ = writeln!(out, "  {}\t{}\t{}", date.span, store.str(date.value), store.words_at(id, date.span));
        }
    }
    insta::assert_snapshot!(out);
}
