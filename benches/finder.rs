//! The actor finder over 1,000,000 names: what a reader waits for after each letter.

use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use dossier::model::{ActorId, ActorKind};
use dossier::search::{Finder, Names, Owner};
use dossier::store::synthetic::{Numbers, name};

const COUNT: usize = 1_000_000;
const KINDS: [ActorKind; 4] = [ActorKind::Person, ActorKind::Country, ActorKind::Organisation, ActorKind::Group];

static NAMES: LazyLock<Arc<Names>> = LazyLock::new(|| Arc::new(table()));

/// Few are mentioned often, most hardly ever.
fn table() -> Names {
    let mut numbers = Numbers::new(7);
    let names: Vec<String> = (0..COUNT).map(name).collect();
    let owner = |i: usize, numbers: &mut Numbers| {
        let mentions = (1000 / (1 + numbers.below(1000))) as u32;
        Owner { actor: ActorId(i as u32), kind: KINDS[numbers.below(4)], mentions }
    };
    Names::new(names.iter().enumerate().map(|(i, name)| (owner(i, &mut numbers), name.as_str())))
}

fn main() {
    LazyLock::force(&NAMES);
    divan::main();
}

/// What is typed, from what is common to what is nowhere.
const PATTERNS: [&str; 10] = ["", "a", "an", "m", "sh", "khan", "brakhan", "sh khan", "vsk", "qqqq"];

/// A pattern that was not typed letter by letter: pasted, or the first after the finder opened.
#[divan::bench(args = PATTERNS, max_time = 2)]
fn fresh(bencher: Bencher, pattern: &str) {
    bencher
        .with_inputs(|| Finder::new(Arc::clone(&NAMES)))
        .bench_local_refs(|finder| finder.find(black_box(pattern), 500, || true));
}

/// The last letter of a pattern that is typed: the letters before it have narrowed the names.
#[divan::bench(args = ["sh", "khan", "brakhan", "sh khan", "vsk"], max_time = 2)]
fn one_more_letter(bencher: Bencher, pattern: &str) {
    let typed = || {
        let mut finder = Finder::new(Arc::clone(&NAMES));
        for end in 1..pattern.len() {
            finder.find(&pattern[..end], 500, || true);
        }
        finder
    };
    bencher.with_inputs(typed).bench_local_refs(|finder| finder.find(black_box(pattern), 500, || true));
}

#[divan::bench(max_time = 2)]
fn persons_alone(bencher: Bencher) {
    let finder = || {
        let mut finder = Finder::new(Arc::clone(&NAMES));
        finder.look_for(Some(ActorKind::Person));
        finder
    };
    bencher.with_inputs(finder).bench_local_refs(|finder| finder.find(black_box("khan"), 500, || true));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn take_in_all_names() -> Names {
    table()
}
