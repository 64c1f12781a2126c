//! The store at the size the explorer is measured with: 100,000 events and 1,000,000 names.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use dossier::store::query::Query;
use dossier::store::{EventOrder, Store, synthetic};

static STORE: LazyLock<Store> = LazyLock::new(|| synthetic::store(100_000, 1_000_000));

fn main() {
    divan::main();
}

const QUERIES: [&str; 8] = [
    "",
    "actor:sha",
    "from:b to:k type:consult,accuse",
    "type:assault date:2021-05..2021-08",
    "-type:assault status:denied",
    "doc:00012",
    "tariff",
    "\"consult k\" date:2022",
];

#[divan::bench]
fn parse() -> Query {
    let text = "actor:modi type:consult,accuse mode:visit status:planned from:putin to:india by:trump date:2025-05..2025-08 \
                doc:004 quote:\"ceasefire\" -type:assault free words";
    Query::parse(black_box(text)).unwrap_or_default()
}

#[divan::bench(args = QUERIES)]
fn find_events(bencher: Bencher, text: &str) {
    let (store, query) = (&*STORE, Query::parse(text).unwrap_or_default());
    bencher.bench(|| store.find_events(black_box(&query)));
}

#[divan::bench(args = ["actor:sha", "kind:person", "type:assault from:b"])]
fn find_actors(bencher: Bencher, text: &str) {
    let (store, query) = (&*STORE, Query::parse(text).unwrap_or_default());
    bencher.bench(|| store.find_actors(black_box(&query)));
}

#[divan::bench(args = [EventOrder::Date, EventOrder::DateDown, EventOrder::Kind, EventOrder::Confidence])]
fn sort_events(bencher: Bencher, order: EventOrder) {
    let store = &*STORE;
    bencher.with_inputs(|| store.event_ids().collect::<Vec<_>>()).bench_values(|mut events| {
        store.sort_events(&mut events, order);
        events
    });
}

#[divan::bench]
fn companions_of_the_most_active(bencher: Bencher) {
    let store = &*STORE;
    let actor = store.actors_by_weight()[0];
    bencher.bench(|| store.companions(black_box(actor)));
}

#[divan::bench(sample_count = 3)]
fn build_100_000_events() -> Store {
    synthetic::store(100_000, 10_000)
}
